"""The foot of the window: work in the background, the queue, today's spend, the engine."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from supportdesk_gui.ui.components.buttons import icon_button
from supportdesk_gui.ui.components.keyboard_focus import KeyboardFocus
from supportdesk_gui.ui.components.progress_line import ProgressLine
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.jobs import Job, Jobs
from supportdesk_gui.ui.theme import Theme

_ROOM_FOR_SHARE, _LEAST_WORDS = 800, 64


class StatusBar(QFrame):
    """Shows the newest titled job with its progress and a way to stop it, where it can be stopped, and
    how many wait for it.

    A click on the spend asks for its page, one on the engine for another engine.
    """

    spend_wanted = Signal()
    engine_wanted = Signal()

    def __init__(self, jobs: Jobs, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self.setProperty("card", "status")
        self.setFixedHeight(28)
        self._jobs = jobs
        self._job: Job | None = None
        self._has_cap = False
        self._work, self._queue = QLabel(), QLabel()
        self._spend, self._engine = _Door("spendLabel", theme), _Door("engineLabel", theme)
        self._spend.clicked.connect(self.spend_wanted)
        self._engine.clicked.connect(self.engine_wanted)
        self._share = ProgressLine(theme, width=56)
        self._line = ProgressLine(theme)
        self._cancel = icon_button("x", self.tr("Stop this"), theme)
        self._cancel.setObjectName("cancelJobButton")
        self._cancel.setFixedHeight(22)
        self._cancel.clicked.connect(lambda: self._job and self._job.cancel())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(10)
        for label, name in ((self._work, "workLabel"), (self._queue, "queueLabel")):
            label.setObjectName(name)
            label.setFont(font("label"))
            label.setProperty("role", "text2")
        self._work.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout.addWidget(self._work, 1)
        layout.addWidget(self._line)
        layout.addWidget(self._cancel)
        layout.addStretch(1)
        layout.addWidget(self._queue)
        layout.addWidget(_divider())
        layout.addWidget(self._spend)
        layout.addWidget(self._share)
        layout.addWidget(_divider())
        layout.addWidget(self._engine)
        jobs.job_started.connect(self._changed)
        jobs.job_progressed.connect(self._changed)
        jobs.job_finished.connect(self._changed)
        self._changed()
        self.show_spend(0)

    def show_queue(self, count: int) -> None:
        """How many tickets wait in Review."""
        self._queue.setText(self.tr("{count} in the queue").format(count=f"{count:,}"))

    def show_spend(self, micro_usd: int, cap_cents: int = 0, unpriced: int = 0) -> None:
        """Spend of the day in millionths of a US dollar, its cap in cents, requests without price."""
        spent, cap = f"{micro_usd / 1e6:,.2f}", f"{cap_cents / 100:,.2f}"
        if cap_cents:
            text = self.tr("Today ${sum} of ${cap}").format(sum=spent, cap=cap)
        else:
            text = self.tr("Today ${sum}").format(sum=spent)
        if unpriced:
            text += "  " + self.tr("+ {count} unpriced").format(count=unpriced)
        self._spend.setText(text)
        self._has_cap = cap_cents > 0
        self._share.set_share(micro_usd / 1e4 / cap_cents if cap_cents else 0.0)
        self._share.setVisible(self._has_cap and self.width() >= _ROOM_FOR_SHARE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share.setVisible(self._has_cap and event.size().width() >= _ROOM_FOR_SHARE)

    def show_engine(self, text: str) -> None:
        """Which engine answers."""
        self._engine.setText(text)

    @property
    def engine_door(self) -> QWidget:
        """What names the engine."""
        return self._engine

    def work_text(self) -> str:
        """What is said of the work in the background."""
        return self._work.text()

    def _changed(self, _job: Job | None = None) -> None:
        titled = [job for job in self._jobs.running() if job.title]
        titled.sort(key=lambda job: not job.waits)
        self._show(titled[-1] if titled else None)

    def _show(self, job: Job | None) -> None:
        self._job = job
        known = job is not None and job.total > 0
        self._line.setVisible(known)
        self._cancel.setVisible(job is not None and not job.goes_through)
        if job is None:
            self._work.setText("")
            return
        text = job.title
        if known:
            self._line.set_share(job.done / job.total)
            if job.total < 1_000_000 and job.name != "import":
                text += "  " + self.tr("{done} of {total}").format(done=job.done, total=job.total)
            else:
                text += f"  {100 * job.done // job.total} %"
        waiting = sum(one.waits for one in self._jobs.running(job.name) if one is not job)
        if waiting == 1:
            text += "  " + self.tr("1 more waits")
        elif waiting:
            text += "  " + self.tr("{count} more wait").format(count=waiting)
        self._work.setText(text)


class _Door(KeyboardFocus, QAbstractButton):
    """Words that lead to a page: underlined while the pointer is over them."""

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = QFontMetrics(font("label", text=self.text())).horizontalAdvance(self.text())
        return QSize(width + 12, 22)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WORDS, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        face = font("label", text=self.text())
        face.setUnderline(self.underMouse())
        painter.setFont(face)
        painter.setPen(QColor(colours.text_2))
        text = QFontMetrics(face).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width() - 6
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)
        if self.shows_focus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)


def _divider() -> QFrame:
    line = QFrame()
    line.setProperty("card", "rule")
    line.setFixedSize(1, 14)
    return line

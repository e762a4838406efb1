"""The foot of the window: work in the background, the queue, today's spend, the engine."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from supportdesk_gui.ui.components.buttons import icon_button
from supportdesk_gui.ui.components.progress_line import ProgressLine
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.jobs import Job, Jobs
from supportdesk_gui.ui.theme import Theme


class StatusBar(QFrame):
    """Shows the newest titled job with its progress and a way to stop it."""

    def __init__(self, jobs: Jobs, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self.setProperty("card", "status")
        self.setFixedHeight(28)
        self._jobs = jobs
        self._job: Job | None = None
        self._work, self._queue, self._spend, self._engine = (QLabel() for _ in range(4))
        self._line = ProgressLine(theme)
        self._cancel = icon_button("x", self.tr("Stop this"), theme)
        self._cancel.setObjectName("cancelJobButton")
        self._cancel.setFixedHeight(22)
        self._cancel.clicked.connect(lambda: self._job and self._job.cancel())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(10)
        names = ("workLabel", "queueLabel", "spendLabel", "engineLabel")
        for label, name in zip(
            (self._work, self._queue, self._spend, self._engine), names, strict=True
        ):
            label.setObjectName(name)
            label.setFont(font("label"))
            label.setProperty("role", "text2")
        self._work.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout.addWidget(self._work, 1)
        layout.addWidget(self._line)
        layout.addWidget(self._cancel)
        layout.addStretch(1)
        for label in (self._queue, self._spend, self._engine):
            if label is not self._queue:
                layout.addWidget(_divider())
            layout.addWidget(label)
        jobs.job_started.connect(self._changed)
        jobs.job_progressed.connect(self._changed)
        jobs.job_finished.connect(self._changed)
        self._changed()
        self.show_spend(0)

    def show_queue(self, count: int) -> None:
        """How many tickets wait."""
        self._queue.setText(self.tr("{count} in the queue").format(count=f"{count:,}"))

    def show_spend(self, micro_usd: int) -> None:
        """Spend of the day in millionths of a US dollar."""
        self._spend.setText(self.tr("Today ${sum}").format(sum=f"{micro_usd / 1e6:.2f}"))

    def show_engine(self, text: str) -> None:
        """Which engine answers."""
        self._engine.setText(text)

    def work_text(self) -> str:
        """What is said of the work in the background."""
        return self._work.text()

    def _changed(self, _job: Job | None = None) -> None:
        titled = [job for job in self._jobs.running() if job.title]
        self._show(titled[-1] if titled else None)

    def _show(self, job: Job | None) -> None:
        self._job = job
        known = job is not None and job.total > 0
        self._line.setVisible(known)
        self._cancel.setVisible(job is not None)
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
        self._work.setText(text)


def _divider() -> QFrame:
    line = QFrame()
    line.setProperty("card", "rule")
    line.setFixedSize(1, 14)
    return line

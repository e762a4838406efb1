"""*Test connection*: the ladder of steps as they are known, at the right of the engine's form."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from supportdesk_gui.engine.connection import Rung, State, Step
from supportdesk_gui.engine.errors import EngineError
from supportdesk_gui.ui.components.buttons import default_button, primary_button
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.engine_words import fault_words
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.icons import pixmap
from supportdesk_gui.ui.jobs import Job, Jobs
from supportdesk_gui.ui.settings.connection_words import (
    figure_words,
    report_text,
    rung_words,
    summary_words,
    trouble_words,
)
from supportdesk_gui.ui.theme import Theme

Test = Callable[[], AsyncGenerator[Step]]
_WHILE_EMPTY = (
    Rung.ADDRESS, Rung.CERTIFICATE, Rung.KEY, Rung.MODEL, Rung.STREAMING, Rung.THINKING,
    Rung.SCHEMA, Rung.CITATIONS, Rung.CACHING, Rung.COUNTING, Rung.BATCHES,
)  # fmt: skip
_TRIED_AFTER = {Rung.TOOL: Rung.SCHEMA}


class ConnectionLadder(QFrame):
    """`test` makes the steps; without one (nothing to test offline) the button waits.

    `cost` gives what tests have cost since a time in milliseconds, as words.
    """

    def __init__(
        self, test: Test | None, cost: Callable[[int], str], jobs: Jobs, theme: Theme,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName("connectionLadder")
        self.setProperty("card", "ladder")
        self._test, self._cost, self._jobs, self._theme = test, cost, jobs, theme
        self._job: Job | None = None
        self._began = 0.0
        self._address = ""
        self.steps: list[Step] = []
        title = Paragraph(self.tr("Test of the connection"), "body", "text", 600)
        self._facts = Paragraph("", "second", "text3")
        self._facts.setObjectName("connectionFacts")
        self._start = primary_button(self.tr("Test"), "plug-zap", theme)
        self._start.setObjectName("testConnectionButton")
        self._start.clicked.connect(self.start)
        self._stop = default_button(self.tr("Stop"), theme, "x")
        self._stop.setObjectName("stopTestButton")
        self._stop.clicked.connect(self.stop)
        self._summary = _Summary(theme)
        self._summary.setObjectName("connectionSummary")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._copy = default_button(self.tr("Copy for your administrator"), theme, "copy")
        self._copy.setObjectName("copyTestButton")
        self._copy.clicked.connect(self._copy_report)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title)
        words.addWidget(self._facts)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self._start, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignTop)
        self._layout = layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self._summary)
        layout.addLayout(self._rows)
        layout.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch()
        self.set_test(test)

    def set_test(self, test: Test | None, address: str = "") -> None:
        """Test this from now on; what was found before was about something else."""
        self.stop()
        self._test, self._address = test, address
        self.steps = []
        self._summary.say("", "")
        self._facts.set_words(
            self.tr("It sends a few short questions of its own, and no ticket.")
            if test is not None
            else self.tr("Nothing to test: the offline engine needs no connection.")
        )
        self._show_rows()
        self._show_running(False)

    def set_below(self, below: bool) -> None:
        """Below the form, or at its right."""
        self.setProperty("card", "ladderBelow" if below else "ladder")
        self.style().polish(self)

    def set_narrow(self, narrow: bool) -> None:
        """Margins of half a screen."""
        side = 16 if narrow else 28
        self._layout.setContentsMargins(side, 20, side, 24)

    def is_running(self) -> bool:
        """Whether steps are still to come."""
        return self._job is not None

    def start(self) -> None:
        """Climb the ladder."""
        if self._test is None or self._job is not None:
            return
        self.steps = []
        self._began, self._since = time.time(), time.monotonic()
        self._summary.say("", "")
        self._facts.set_words(self.tr("Testing."))
        self._show_rows()
        self._job = self._jobs.start(
            self._climb(self._test), name="connection test", fills_page=True
        )
        self._show_running(True)

    def stop(self) -> None:
        """Leave it where it is."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self._facts.set_words(self.tr("Stopped."))
            self._show_running(False)

    async def _climb(self, test: Test) -> None:
        try:
            async with aclosing(test()) as steps:
                async for step in steps:
                    self.steps.append(step)
                    self._show_rows()
        except EngineError as error:  # before the first step: no key, no address
            self._summary.say("broken", fault_words(error))
            self._facts.set_words("")
        else:
            self._summary.say(*summary_words(self.steps))
            self._facts.set_words(self._took())
        self._job = None
        self._show_running(False)

    def _took(self) -> str:
        seconds = f"{time.monotonic() - self._since:.1f}"
        moment = time.strftime("%H:%M", time.localtime(self._began))
        text = self.tr("{time}, {seconds} s, cost {cost}")
        cost = self._cost(int(self._began * 1000))
        return text.format(time=moment, seconds=seconds, cost=cost)

    def _show_running(self, running: bool) -> None:
        self._start.setVisible(not running)
        self._start.setEnabled(self._test is not None)
        self._start.setText(self.tr("Test again") if self.steps else self.tr("Test"))
        self._stop.setVisible(running)
        self._copy.setVisible(bool(self.steps) and not running)

    def _show_rows(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        known = [step.rung for step in self.steps]
        waiting = [rung for rung in _WHILE_EMPTY if rung not in known and self._comes(rung)]
        rows: list[Step | Rung] = [*self.steps, *waiting]
        for row in rows:
            self._rows.addWidget(_StepRow(row, row is rows[0], row is rows[-1], self._theme))

    def _comes(self, rung: Rung) -> bool:
        """Whether a rung is still to come; one that was passed over never does."""
        if rung is Rung.CERTIFICATE and self._address.startswith("http:"):
            return False
        if not self.steps:
            return rung is not Rung.MODEL
        last = self.steps[-1].rung
        return _WHILE_EMPTY.index(rung) > _WHILE_EMPTY.index(_TRIED_AFTER.get(last, last))

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(report_text(self._address, self.steps))


class _StepRow(QWidget):
    """A circle with its mark, the line to the next one, what it is, and what is wrong."""

    def __init__(self, step: Step | Rung, first: bool, last: bool, theme: Theme) -> None:
        super().__init__()
        self._theme, self._first, self._last = theme, first, last
        self._state = step.state if isinstance(step, Step) else None
        shown = step if isinstance(step, Step) else Step(step, State.WORKS)
        name = QLabel(rung_words(shown))
        strong = self._state is State.FAILS
        name.setFont(font("body", weight=600 if strong else 400, text=name.text()))
        if self._state in {None, State.NOT_TRIED}:
            name.setProperty("role", "text3")
        figure = QLabel(figure_words(shown))
        time_taken = f"{shown.milliseconds} ms" if shown.milliseconds else ""
        milliseconds = QLabel(time_taken)
        trouble = trouble_words(shown)
        if self._state is State.NOT_TRIED:
            figure.setText(trouble)
            trouble = ""
        for label in (figure, milliseconds):
            label.setFont(font("second", text=label.text()))
            label.setProperty("role", "text3")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(name)
        line.addWidget(figure)
        line.addStretch()
        line.addWidget(milliseconds)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(34, 7, 0, 7)
        layout.setSpacing(2)
        layout.addLayout(line)
        if trouble:
            layout.addWidget(Paragraph(trouble, "second"))
        self.setAccessibleName(
            " ".join(part for part in (name.text(), figure.text(), trouble) if part)
        )
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        marks = {
            State.WORKS: ("check", "supported"), State.FAILS: ("triangle-alert", "warning"),
        }  # fmt: skip
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, size = QPointF(10, 16), 10 if self._state in marks else 4
        painter.setPen(QPen(QColor(colours.line_2), 1))
        if not self._first:
            painter.drawLine(QPointF(10, 0), QPointF(10, 16 - size))
        if not self._last:
            painter.drawLine(QPointF(10, 16 + size), QPointF(10, self.height()))
        if self._state not in marks:
            painter.setPen(QPen(QColor(colours.line_2), 1.5))
            painter.drawEllipse(middle, 4, 4)
            return
        icon, role = marks[self._state]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(colours, f"{role}_tint")))
        painter.drawEllipse(middle, 10, 10)
        image = pixmap(icon, 13, getattr(colours, role), self.devicePixelRatioF())
        painter.drawPixmap(QPointF(3.5, 9.5), image)


class _Summary(QFrame):
    """The whole ladder in one sentence."""

    _KINDS = {
        "good": ("supported_tint", "supported", "check"),
        "look": ("warning_tint", "warning", "triangle-alert"),
        "broken": ("danger_tint", "danger", "circle-x"),
    }

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._kind = theme, "good"
        self._words = Paragraph("", "body", "text")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(40, 10, 14, 10)
        layout.addWidget(self._words)
        theme.changed.connect(self.update)

    def say(self, kind: str, text: str) -> None:
        """Say a sentence; an empty one hides it."""
        self._kind = kind or self._kind
        self._words.set_words(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        ground, ink, icon = self._KINDS[self._kind]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(self._theme.colours, ground)))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        image = pixmap(icon, 16, getattr(self._theme.colours, ink), self.devicePixelRatioF())
        painter.drawPixmap(14, 12, image)

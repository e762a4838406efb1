"""Compare: two models or settings draft the same tickets; what it took, and what they wrote."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.assist.comparison_store import Attempt, Comparison, Side
from supportdesk_gui.engine.errors import EngineError
from supportdesk_gui.ui.comparing.comparing_work import ComparingWork
from supportdesk_gui.ui.comparing.side_dialog import SideDialog
from supportdesk_gui.ui.comparing.side_field import SideField
from supportdesk_gui.ui.components.buttons import default_button, primary_button
from supportdesk_gui.ui.components.figure_table import FigureTable
from supportdesk_gui.ui.components.notice_bar import NoticeBar
from supportdesk_gui.ui.components.number_field import NumberField
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.engine_words import dollars, model_words
from supportdesk_gui.ui.inbox.wording import time_words
from supportdesk_gui.ui.insights.chart_files import save_tables
from supportdesk_gui.ui.jobs import Jobs
from supportdesk_gui.ui.settings.form import Form
from supportdesk_gui.ui.settings.form_page import fill_form_page
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme

_MOST, _USUAL = 50, 5
_NARROW_BELOW = 640


class ComparingPage(QFrame):
    """`newest` gives the ids of the newest tickets, as many as asked for."""

    remedy_wanted = Signal(object)
    """Do something about this EngineError."""

    def __init__(
        self, work: ComparingWork, newest: Callable[[int], Sequence[int]],
        settings: SettingsKeeper, jobs: Jobs, theme: Theme, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName("comparingPage")
        self._work, self._newest, self._jobs, self._theme = work, newest, jobs, theme
        profile = settings.value.profile
        self.notice = NoticeBar(theme)
        self.sides = (
            SideField("firstSide", self.tr("First"), Side(profile.draft_model)),
            SideField("secondSide", self.tr("Second"), Side("")),
        )
        self.count = NumberField("comparedTickets", self.tr("Tickets"), _USUAL, 1, _MOST)
        self._where = Paragraph("", "second")
        self.start = primary_button(self.tr("Compare"), "", theme)
        self.start.setObjectName("startComparing")
        self.start.clicked.connect(self._start)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(16)
        self._form = self._made_form()
        fill_form_page(self, self.tr("Compare"), self.notice, self._form)
        for side in self.sides:
            side.changed.connect(self.refresh)
        self.count.valueChanged.connect(lambda _: self.refresh())
        work.changed.connect(self._follow)
        work.failed.connect(self._say_failure)

    def _made_form(self) -> Form:
        form = Form()
        form.setMaximumWidth(900)
        form.add_words(
            self.tr(
                "The newest tickets of the inbox are drafted by both; these drafts are no versions "
                "of the tickets. Distance is the share of words between a draft and the reply that "
                "you copied for the ticket."
            )
        )
        for side in self.sides:
            form.add_row(side.accessibleName(), side)
        form.add_row(self.tr("Tickets"), _at_the_left(self.count))
        form.add(self._where)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.start)
        row.addStretch(1)
        form.add(line)
        box = QWidget()
        box.setLayout(self._list)
        form.add(box)
        return form

    def refresh(self) -> None:
        """Say what it would cost, and show what was compared."""
        for job in self._jobs.running("comparison estimate"):
            job.cancel()
        self._jobs.start(self._reckon(), name="comparison estimate", fills_page=True)
        self._show_all()

    async def _reckon(self) -> None:
        sides = [side.side() for side in self.sides]
        host, cost = self._work.host(), await self._work.about(sides, self.count.value())
        asks = any(side.model for side in sides)
        if not asks:
            words = self.tr("Both by rules: nothing leaves this computer.")
        elif not host:
            words = self.tr("No model is in use: choose the rules, or set up an engine.")
        elif cost is None:
            words = self.tr("No known price; the text goes to {host}.").format(host=host)
        else:
            words = self.tr("About {cost}; the text goes to {host}.")
            words = words.format(cost=dollars(cost), host=host)
        self._where.set_words(words)
        self.start.setEnabled(bool(host or not asks) and not self._work.is_running)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._form.set_narrow(event.size().width() < _NARROW_BELOW)

    def _start(self) -> None:
        self.start.setEnabled(False)
        self.notice.clear()
        self._work.start(self._newest(self.count.value()), [side.side() for side in self.sides])

    def _say_failure(self, error: EngineError) -> None:
        from supportdesk_gui.ui.engine_words import engine_remedy, fault_words, remedy_of
        from supportdesk_gui.ui.fault_sentences import Remedy

        if remedy_of(error) is Remedy.AGAIN:  # the button below does that
            self.notice.show_notice("broken", fault_words(error))
            return
        self.notice.show_notice(
            "broken", fault_words(error), engine_remedy(error),
            lambda: self.remedy_wanted.emit(error),
        )  # fmt: skip

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()

    def _show_all(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for one in self._work.store.all():
            self._list.addWidget(self._box(one))

    def _box(self, one: Comparison) -> QWidget:
        box = QFrame()
        box.setObjectName("comparison")
        box.setProperty("card", "message")
        save = default_button(self.tr("Save as CSV"), self._theme, "file-down", small=True)
        save.setObjectName("saveComparison")
        save.clicked.connect(partial(self._choose_file, one))
        read = default_button(self.tr("Read the drafts"), self._theme, small=True)
        read.setObjectName("readComparison")
        read.setEnabled(bool(one.attempts))
        read.clicked.connect(lambda: SideDialog(one, self._theme, self).open())
        row = QHBoxLayout()
        row.addWidget(Paragraph(time_words(one.at), "body", "text", 500), 1)
        row.addWidget(read)
        row.addWidget(save)
        table = FigureTable("comparisonTable", self._head())
        table.show_rows([self._row(one, place) for place in range(len(one.sides))])
        layout = QVBoxLayout(box)
        layout.setContentsMargins(14, 10, 12, 12)
        layout.addLayout(row)
        layout.addWidget(table)
        return box

    def _head(self) -> list[str]:
        return [
            "", self.tr("Drafts"), self.tr("Cost"), self.tr("First text"), self.tr("Whole"),
            self.tr("Unproven"), self.tr("Distance"),
        ]  # fmt: skip

    def _row(self, one: Comparison, place: int) -> list[str]:
        drafts = one.of(place)
        costs = [draft.micro_usd for draft in drafts]
        priced = [cost for cost in costs if cost is not None]
        cost = dollars(sum(priced)) if len(priced) == len(costs) else self.tr("unpriced")
        far = [draft.distance for draft in drafts if draft.distance is not None]
        asked = sum(draft.side == place for draft in one.attempts)
        return [
            side_words(one.sides[place]), f"{len(drafts)} / {asked}", cost if drafts else "–",
            _seconds([draft.first_text_ms for draft in drafts]),
            _seconds([draft.total_ms for draft in drafts]),
            str(sum(draft.unsupported for draft in drafts)),
            f"{statistics.mean(far) * 100:.0f} %" if far else self.tr("not measured"),
        ]  # fmt: skip

    def save_as(self, one: Comparison, path: Path) -> None:
        """Write a comparison as CSV, a line a draft."""
        head = [
            "ticket", "side", "fault", "usd", "first_text_ms", "total_ms", "unproven", "distance",
            "text",
        ]  # fmt: skip
        rows = [_cells(one, attempt) for attempt in one.attempts]
        try:
            save_tables([(self.tr("Compare"), [head, *rows])], path)
        except OSError:
            text = self.tr("The file could not be written. Choose another folder.")
            self.notice.show_notice("broken", text)

    def _choose_file(self, one: Comparison) -> None:
        dialog = QFileDialog(self, self.tr("Save the comparison"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("CSV (*.csv)")
        dialog.setDefaultSuffix("csv")
        dialog.selectFile("supportdesk-comparison.csv")
        dialog.fileSelected.connect(lambda name: self.save_as(one, Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _at_the_left(field: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(field)
    row.addStretch(1)
    return box


def side_words(side: Side) -> str:
    """A side in a few words."""
    if not side.model:
        return SideField.rules_words()
    return f"{model_words(side.model)}, {SideField.effort_words(side.effort)}"


def _seconds(milliseconds: Sequence[int]) -> str:
    found = [one for one in milliseconds if one]
    return f"{statistics.median(found) / 1000:.2f} s" if found else "–"


def _cells(one: Comparison, attempt: Attempt) -> list[str]:
    cost = "" if attempt.micro_usd is None else f"{attempt.micro_usd / 1e6:.6f}"
    far = "" if attempt.distance is None else f"{attempt.distance:.3f}"
    return [
        str(attempt.ticket_id), side_words(one.sides[attempt.side]), attempt.fault, cost,
        str(attempt.first_text_ms), str(attempt.total_ms), str(attempt.unsupported), far,
        attempt.text,
    ]  # fmt: skip

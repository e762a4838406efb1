"""Compare: two engines or settings draft the same tickets; what it took, and what they wrote."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
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

from supportdesk_gui.assist.comparison_store import Attempt, Comparison
from supportdesk_gui.engine.errors import EngineError
from supportdesk_gui.storage.profiles import OFFLINE
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.ui.comparing.comparing_work import ComparingWork, Outlook
from supportdesk_gui.ui.comparing.side_dialog import SideDialog
from supportdesk_gui.ui.comparing.side_field import SideField
from supportdesk_gui.ui.comparing.side_words import (
    engine_name,
    outcome_words,
    outlook_words,
    side_words,
)
from supportdesk_gui.ui.components.buttons import default_button, primary_button
from supportdesk_gui.ui.components.figure_table import FigureTable
from supportdesk_gui.ui.components.notice_bar import NoticeBar
from supportdesk_gui.ui.components.number_field import NumberField
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.engine_words import dollars, in_a_row
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
    """The newest tickets of the inbox by two sides; goes with its window."""

    remedy_wanted = Signal(object)
    """Do something about this EngineError."""

    def __init__(
        self, work: ComparingWork, tickets: TicketStore,
        settings: SettingsKeeper, jobs: Jobs, theme: Theme, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName("comparingPage")
        self._work, self._tickets, self._jobs, self._theme = work, tickets, jobs, theme
        self._settings = settings
        self._ended: dict[int, EngineError] = {}
        self.notice = NoticeBar(theme)
        value = settings.value
        self.sides = (
            SideField("firstSide", self.tr("First"), value.profiles, value.profile.id, theme),
            SideField("secondSide", self.tr("Second"), value.profiles, "", theme),
        )
        self.count = NumberField("comparedTickets", self.tr("Tickets"), _USUAL, 1, _MOST)
        self.start = primary_button(self.tr("Compare"), "", theme)
        self.start.setObjectName("startComparing")
        self.start.clicked.connect(self._start)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(16)
        self._form = self._made_form()
        fill_form_page(self, self.tr("Compare"), self.notice, self._form)
        for place, side in enumerate(self.sides):
            side.changed.connect(partial(self._choose, place))
        self.count.valueChanged.connect(lambda _: self.refresh())
        work.changed.connect(self._follow)
        work.side_ended.connect(self._end_side)
        settings.changed.connect(self._follow_settings)

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
        for side in self.sides:
            side.show_profiles(self._settings.value.profiles)
        self._jobs.start(self._reckon(), name="comparison estimate", fills_page=True)
        self._show_all()

    async def _reckon(self) -> None:
        choices = [side.chosen() for side in self.sides]
        outlooks = [await self._work.outlook(one, self.count.value()) for one in choices]
        offline = self._settings.value.engine == OFFLINE
        for place, outlook in enumerate(outlooks):
            self._show_outlook(place, outlook, is_barred=offline and choices[place].model != "")
        lacks = [one.lack is not None for one in outlooks]
        barred = offline and any(one.model for one in choices)
        self.start.setEnabled(not (barred or all(lacks) or self._work.is_running))

    def _show_outlook(self, place: int, outlook: Outlook, *, is_barred: bool) -> None:
        side, error = self.sides[place], self._ended.get(place) or outlook.lack
        if is_barred:
            side.show_note(self.tr("You are offline: switch to an engine first."))
        elif error is None:
            side.show_note(outlook_words(outlook))
        else:
            self._show_error(side, error)

    def _show_error(self, side: SideField, error: EngineError) -> None:
        from supportdesk_gui.ui.engine_words import engine_remedy, fault_words, remedy_of
        from supportdesk_gui.ui.fault_sentences import Remedy

        remedy, profile = remedy_of(error), side.chosen().profile
        is_in_use = profile is not None and profile.id == self._settings.value.profile.id
        if remedy is Remedy.AGAIN:  # the button below does that
            side.show_note(fault_words(error))
        elif remedy is Remedy.CAP or is_in_use:
            side.show_note(
                fault_words(error), engine_remedy(error), lambda: self.remedy_wanted.emit(error)
            )
        else:  # the settings show the engine in use
            text = self.tr("Switch to this engine to set it up.")
            side.show_note(in_a_row(fault_words(error), text))

    def _choose(self, place: int) -> None:
        self._ended.pop(place, None)
        self.refresh()

    def _end_side(self, place: int, error: EngineError) -> None:
        self._ended[place] = error
        self._show_error(self.sides[place], error)

    def _follow_settings(self, names: set[str]) -> None:
        if names & {"profiles", "engine"} and self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW_BELOW
        self._form.set_narrow(narrow)
        for side in self.sides:
            side.set_narrow(narrow)

    def _start(self) -> None:
        self.start.setEnabled(False)
        self.notice.clear()
        self._ended.clear()
        ids = self._tickets.ids(TicketQuery("", Chip.ALL), self.count.value())
        self._work.start(ids, [side.chosen() for side in self.sides])

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
        read.clicked.connect(lambda: self._read(one))
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

    def _read(self, one: Comparison) -> None:
        rows = self._tickets.rows(list(dict.fromkeys(each.ticket_id for each in one.attempts)))
        SideDialog(one, rows, self._theme, self).open()

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
        asked = [draft for draft in one.attempts if draft.side == place]
        who = "\n".join(filter(None, (side_words(one.sides[place]), outcome_words(asked))))
        return [
            who, f"{len(drafts)} / {len(asked)}", cost if drafts else "–",
            _seconds([draft.first_text_ms for draft in drafts]),
            _seconds([draft.total_ms for draft in drafts]),
            str(sum(draft.unsupported for draft in drafts)) if drafts else "–",
            f"{statistics.mean(far) * 100:.0f} %" if far else self.tr("not measured"),
        ]  # fmt: skip

    def save_as(self, one: Comparison, path: Path) -> None:
        """Write a comparison as CSV, a line a draft."""
        head = [
            "ticket", "side", "engine", "host", "model", "effort", "fault", "usd",
            "first_text_ms", "total_ms", "unproven", "distance", "text",
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


def _seconds(milliseconds: Sequence[int]) -> str:
    found = [one for one in milliseconds if one]
    return f"{statistics.median(found) / 1000:.2f} s" if found else "–"


def _cells(one: Comparison, attempt: Attempt) -> list[str]:
    cost = "" if attempt.micro_usd is None else f"{attempt.micro_usd / 1e6:.6f}"
    far = "" if attempt.distance is None else f"{attempt.distance:.3f}"
    side = one.sides[attempt.side]
    return [
        str(attempt.ticket_id), side_words(side), engine_name(side), side.host, side.model,
        side.effort if side.model else "", attempt.fault, cost,
        str(attempt.first_text_ms), str(attempt.total_ms), str(attempt.unsupported), far,
        attempt.text,
    ]  # fmt: skip

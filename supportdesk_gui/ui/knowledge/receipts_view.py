"""What an entry rests on: figures, policy sentences, tickets that open, and every other receipt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from supportdesk_gui.assist.knowledge.entries import Receipt
from supportdesk_gui.assist.knowledge.rendering import FieldKind, FieldView, TabView
from supportdesk_gui.policies.document import Passage
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import TicketRow
from supportdesk_gui.ui.components.buttons import quiet_button
from supportdesk_gui.ui.components.labels import LanguageCode
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.knowledge.link_row import LinkRow
from supportdesk_gui.ui.knowledge.wording import title_word, value_word
from supportdesk_gui.ui.language_names import language_code, language_name
from supportdesk_gui.ui.theme import Theme

Value = Mapping[str, Any]
_FEW = 6
_OWN = frozenset({"tickets", "disagreeing", "passages"})
"""Receipts that are more than words: they lead somewhere."""


class ReceiptsView(QScrollArea):
    """Built anew for each entry."""

    ticket_chosen = Signal(int)
    passage_chosen = Signal(object)

    def __init__(self, tickets: TicketStore, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("receiptsView")
        self._tickets, self._theme = tickets, theme
        self._all = False
        self._shown: tuple[Value, TabView, tuple[Receipt, ...]] | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.show_nothing()

    def show_nothing(self) -> None:
        """No entry is chosen."""
        self._shown = None
        self.setWidget(QWidget())

    def show_entry(self, value: Value, tab: TabView, receipts: Sequence[Receipt]) -> None:
        """Show what an entry rests on; `receipts` are its tickets by our ids."""
        self._shown, self._all = (value, tab, tuple(receipts)), False
        self._build()

    def show_tickets(self, ids: Sequence[int]) -> None:
        """Show tickets alone: those of a gap."""
        self._shown, self._all = ({}, TabView("", "", ()), tuple(map(Receipt, ids))), False
        self._build()

    def _build(self) -> None:
        if self._shown is None:
            return
        value, tab, receipts = self._shown
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(6)
        title = QLabel(self.tr("Receipts"))
        title.setFont(font("body", weight=600))
        column.addWidget(title)
        self._add_figures(column, receipts)
        if value.get("passages"):
            self._add_passages(column, value["passages"])
        for field in tab.shown("receipt"):
            if field.name not in _OWN and value.get(field.name) not in (None, "", [], {}):
                self._add_words(column, field, value[field.name])
        self._add_tickets(column, receipts)
        column.addStretch()
        self.setWidget(inside)

    def _add_figures(self, column: QVBoxLayout, receipts: Sequence[Receipt]) -> None:
        disagree = sum(bool(one.why) for one in receipts)
        row = QHBoxLayout()
        row.setSpacing(24)
        figures = [(len(receipts), self.tr("tickets ask this"), "text")]
        if disagree:
            figures += [
                (len(receipts) - disagree, self.tr("answered alike"), "text"),
                (disagree, self.tr("disagree"), "danger"),
            ]
        for count, words, ink in figures:
            part = QVBoxLayout()
            part.setSpacing(0)
            figure, label = QLabel(str(count)), QLabel(words)
            figure.setFont(font("figure"))
            figure.setProperty("role", ink)
            label.setFont(font("second", text=words))
            label.setProperty("role", "text2")
            part.addWidget(figure)
            part.addWidget(label)
            row.addLayout(part)
        row.addStretch()
        column.addLayout(row)

    def _add_passages(self, column: QVBoxLayout, passages: Sequence[Value]) -> None:
        column.addWidget(_heading(self.tr("Rests on")))
        for place, one in enumerate(passages):
            heading = f"{one['file']} › {one['heading']}".removesuffix(" › ")
            row = LinkRow(heading, f"“{one['quote']}”", "supported", self._theme)
            row.setObjectName(f"receiptPassage{place + 1}")
            passage = Passage(
                0, one["hash"], one["quote"], one["file"], one["heading"], 0, len(one["quote"]), ""
            )
            row.clicked.connect(partial(self.passage_chosen.emit, passage))
            column.addWidget(row)

    def _add_words(self, column: QVBoxLayout, field: FieldView, value: object) -> None:
        """Any receipt of the schema that leads nowhere."""
        column.addWidget(_heading(title_word(field.title)))
        lines: list[str] = []
        if field.kind is FieldKind.TABLE and isinstance(value, list):
            names = [one.name for one in field.columns if one.show != "hidden"]
            lines = [", ".join(_word(name, row.get(name, "")) for name in names) for row in value]
        elif field.kind is FieldKind.NUMBER and isinstance(value, (int, float)):
            whole = field.name == "coverage"
            lines = [f"{round(value * 100)} %" if whole else str(value)]
        elif isinstance(value, list):
            lines = [", ".join(_word(field.name, one) for one in value)]
        else:
            lines = [value_word(value)]
        for line in lines:
            words = Paragraph(line, role="second")
            words.setObjectName(f"receipt_{field.name}")
            column.addWidget(words)

    def _add_tickets(self, column: QVBoxLayout, receipts: Sequence[Receipt]) -> None:
        rows = {row.id: row for row in self._tickets.rows([one.ticket_id for one in receipts])}
        others = [one for one in receipts if one.why and one.ticket_id in rows]
        if others:
            column.addWidget(_heading(self.tr("Disagree")))
        for one in others:
            column.addWidget(self._ticket(rows[one.ticket_id], one.why, "unsupported"))
        alike = [one for one in receipts if not one.why and one.ticket_id in rows]
        if not alike:
            return
        shown = alike if self._all else alike[:_FEW]
        many = self.tr("Some of the {count}").format(count=len(alike))
        column.addWidget(_heading(many if len(shown) < len(alike) else self.tr("Tickets")))
        for one in shown:
            column.addWidget(self._ticket(rows[one.ticket_id], "", ""))
        if len(shown) < len(alike):
            more = quiet_button(
                self.tr("Show all {count}").format(count=len(alike)), True, theme=self._theme
            )
            more.setObjectName("allReceipts")
            more.clicked.connect(self._show_all)
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _ticket(self, row: TicketRow, why: str, ink: str) -> LinkRow:
        number = f"#{row.external_id}  " if row.external_id else ""
        link = LinkRow(f"{number}{why or row.summary}", "", ink, self._theme)
        link.setObjectName(f"receiptTicket{row.id}")
        if row.language:
            code = LanguageCode("", self._theme)
            code.set_code(language_code(row.language), language_name(row.language))
            link.add_end(code)
        link.clicked.connect(lambda: self.ticket_chosen.emit(row.id))
        return link

    def _show_all(self) -> None:
        self._all = True
        self._build()


def _word(name: str, value: object) -> str:
    return language_name(str(value)) if name in {"language", "apart"} else value_word(value)


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setFont(font("label", weight=600, text=text))
    label.setProperty("role", "text2")
    label.setContentsMargins(0, 10, 0, 2)
    return label

"""How the columns of a file become our fields, with its first rows beside them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.tickets.importing.report import Diagnosis
from supportdesk_gui.tickets.importing.vendors import CUSTOMER_TEXTS, REPEATED
from supportdesk_gui.tickets.ticket import Ticket
from supportdesk_gui.ui.components.buttons import quiet_button
from supportdesk_gui.ui.components.drop_down import DropDown
from supportdesk_gui.ui.components.labels import Icon
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.doctor.reading_words import field_words
from supportdesk_gui.ui.fonts import font, scaled
from supportdesk_gui.ui.theme import Theme

_ROW = 40
_SAMPLES = 3
_MOST_COLUMNS = 400


class MappingTable(QFrame):
    """Tables show their columns; other files the first tickets that come of them."""

    mapping_changed = Signal(dict)
    """Our fields with the places of their columns, as the agent has them now."""
    look_wanted = Signal()
    """A model is to say what the columns are."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mappingTable")
        self.setProperty("card", "paper")
        self._theme = theme
        self._diagnosis: Diagnosis | None = None
        self._proposed: Collection[int] = ()
        self._tickets: Sequence[Ticket] = ()
        self._shows_all = False
        self._title = Paragraph("", "body", "text", 600)
        self._more = quiet_button("", small=True, theme=theme)
        self._more.setObjectName("moreColumns")
        self._more.clicked.connect(self._show_all)
        text = self.tr("Let a model look at the columns")
        self._look = quiet_button(text, small=True, theme=theme)
        self._look.setObjectName("lookAtColumns")
        self._look.setToolTip(
            self.tr("You see first what is sent: their names and what three rows look like")
        )
        self._look.clicked.connect(self.look_wanted)
        self._look.hide()
        self._table = QTableWidget()
        self._table.setObjectName("mappingRows")
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self._table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._table.setShowGrid(False)
        self._table.setItemDelegate(_Cell(self._table))
        self._table.setWordWrap(False)
        self._table.verticalHeader().hide()
        self._table.verticalHeader().setDefaultSectionSize(scaled(_ROW))
        self._table.horizontalHeader().setFont(font("label", weight=600))
        self._table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self._table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head())
        rows = QHBoxLayout()
        rows.setContentsMargins(20, 0, 0, 0)
        rows.addWidget(self._table)
        layout.addLayout(rows, 1)
        theme.changed.connect(self._show_again)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(24, 8, 16, 8)
        head.addWidget(self._title, 1)
        head.addWidget(self._look)
        head.addWidget(self._more)
        return head

    def show_offer(self, words: str) -> None:
        """The words of the button that asks a model about the columns; empty for no button."""
        self._look.setVisible(bool(words))
        if words:
            self._look.setText(words)

    def show_columns(self, diagnosis: Diagnosis, proposed: Collection[int] = ()) -> None:
        """The columns of a table; others than those in use wait behind a button. What a model has
        `proposed` is marked."""
        self._proposed = proposed
        same = self._diagnosis is not None and self._diagnosis.header == diagnosis.header
        self._diagnosis = diagnosis
        self._title.set_words(self.tr("How its columns map"))
        self._table.setAccessibleName(self._title.words)
        place = self._table.verticalScrollBar().value()
        fields = {at: name for name, places in diagnosis.columns.items() for at in places}
        names = field_words()
        used = [at for at in range(len(diagnosis.header)) if fields.get(at) in names]
        if not same:  # where little is known all are shown, to be chosen from
            self._shows_all = len(used) < 2
        # Those of which a finding speaks are there to be chosen.
        offered = {*used, *diagnosis.likely_numbers, *diagnosis.unused_texts}
        shown = [at for at in range(len(diagnosis.header)) if self._shows_all or at in offered][
            :_MOST_COLUMNS
        ]
        hidden = len(diagnosis.header) - len(shown)
        self._more.setVisible(hidden > 0)
        text = self.tr("1 more column") if hidden == 1 else self.tr("{count} more columns")
        self._more.setText(text.format(count=hidden))
        missing = diagnosis.columns.keys().isdisjoint(CUSTOMER_TEXTS)
        self._begin(len(shown) + missing, self._column_heads(diagnosis))
        for row, at in enumerate(shown):
            self._add_column(row, at, fields.get(at, ""), names)
        if missing:
            self._add_missing(len(shown), names["body"])
        self._table.verticalScrollBar().setValue(place)
        self._fit()

    def show_tickets(self, tickets: Sequence[Ticket]) -> None:
        """The first tickets of a file that has no columns."""
        self._diagnosis, self._tickets = None, tickets
        self._title.set_words(self.tr("Its first tickets"))
        self._table.setAccessibleName(self._title.words)
        self._more.hide()
        heads = [
            self.tr("Number"),
            self.tr("Requester"),
            self.tr("Subject"),
            self.tr("Message text"),
        ]
        self._begin(len(tickets), heads)
        for row, ticket in enumerate(tickets):
            text = " ".join(ticket.messages[0].text[:200].split()) if ticket.messages else ""
            cells = (ticket.external_id, ticket.requester or ticket.email, ticket.subject, text)
            for column, words in enumerate(cells):
                self._put(row, column, words, "text" if column == 2 else "text_2")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _column_heads(self, diagnosis: Diagnosis) -> list[str]:
        rows = [self.tr("Row {number}").format(number=number + 1)
                for number in range(min(_SAMPLES, len(diagnosis.first_rows)))]  # fmt: skip
        return [self.tr("Column in the file"), self.tr("Becomes"), *rows]

    def _begin(self, rows: int, heads: list[str]) -> None:
        self._table.clear()
        self._table.setRowCount(rows)
        self._table.setColumnCount(len(heads))
        self._table.setHorizontalHeaderLabels(heads)

    def _put(self, row: int, column: int, words: str, role: str) -> None:
        item = QTableWidgetItem(words[:200])
        item.setFont(font("second", weight=500 if column == 0 else 0, text=words[:200]))
        item.setForeground(QColor(getattr(self._theme.colours, role)))
        item.setToolTip(words[:1000])
        self._table.setItem(row, column, item)

    def _add_column(self, row: int, at: int, field: str, names: dict[str, str]) -> None:
        assert self._diagnosis is not None
        name = self._diagnosis.header[at].strip() or self.tr("Column {number}").format(
            number=at + 1
        )
        self._put(row, 0, name, "text")
        choice = DropDown()
        choice.setObjectName(f"field_{at}")
        choice.setAccessibleName(self.tr("{column} becomes").format(column=name))
        choice.addItem(self.tr("Not used"), "")
        for key, words in names.items():
            choice.addItem(words, key)
        choice.setCurrentIndex(max(0, choice.findData(field)))
        choice.activated.connect(lambda _, at=at, box=choice: self._choose(at, box.currentData()))
        mark = None
        if at in self._proposed:
            mark = Icon("lightbulb", 16, "accent", self._theme)
            mark.setObjectName(f"proposed_{at}")
            mark.setToolTip(self.tr("Proposed by a model"))
            choice.setAccessibleDescription(self.tr("Proposed by a model"))
        self._table.setCellWidget(row, 1, _held(choice, mark))
        for column, cells in enumerate(self._diagnosis.first_rows[:_SAMPLES], 2):
            words = cells[at] if at < len(cells) else ""
            self._put(row, column, " ".join(words[:400].split()), "text_2")

    def _add_missing(self, row: int, words: str) -> None:
        for column in range(self._table.columnCount()):
            text = (
                self.tr("missing") if column > 1 else words if column else self.tr("no such column")
            )
            self._put(row, column, text, "danger")
            item = self._table.item(row, column)
            if item is not None:
                item.setBackground(QColor(self._theme.colours.danger_tint))

    def _choose(self, at: int, field: str) -> None:
        assert self._diagnosis is not None
        columns: dict[str, tuple[int, ...]] = {}
        for name, places in self._diagnosis.columns.items():
            left = tuple(place for place in places if place != at)
            if left and (name != field or name in REPEATED):
                columns[name] = left
        if field:
            columns[field] = tuple(sorted((*columns.get(field, ()), at)))
        self.mapping_changed.emit(columns)

    def _show_all(self) -> None:
        self._shows_all = True
        self._show_again()

    def _show_again(self) -> None:
        if self._diagnosis is not None:
            self.show_columns(self._diagnosis, self._proposed)
        else:
            self.show_tickets(self._tickets)

    def _fit(self) -> None:
        """Name and field keep their width; what is left is shared by the rows that fit."""
        columns, width = self._table.columnCount(), self._table.viewport().width()
        if columns < 3:
            return
        fixed = (scaled(180), scaled(200)) if self._diagnosis else (scaled(110), scaled(140))
        fits = max(1, min(columns - 2, (width - sum(fixed)) // scaled(130)))
        if not self._diagnosis:
            fits = columns - 2
        for column in range(columns):
            self._table.setColumnHidden(column, column >= 2 + fits)
            share = max(scaled(90), (width - sum(fixed)) // fits)
            self._table.setColumnWidth(column, fixed[column] if column < 2 else share)


class _Cell(QStyledItemDelegate):
    """With the ground of its item, which a style sheet that draws a line below it leaves out."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:  # fmt: skip
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if ground is not None:
            painter.fillRect(option.rect, ground)
        super().paint(painter, option, index)


def _held(choice: DropDown, mark: Icon | None) -> QWidget:
    """With air around it, so that outlines of neighbours do not touch, and a mark behind it."""
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 4, 12, 4)
    layout.addWidget(choice, 1)
    if mark is not None:
        layout.addWidget(mark)
    return holder

"""The list of tickets: search as you type, filter chips, count and order, and the rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.tickets.query import Chip as Filter
from supportdesk_gui.tickets.query import Order, TicketQuery
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.ui.components.buttons import quiet_button
from supportdesk_gui.ui.components.chip import Chip
from supportdesk_gui.ui.components.empty_state import EmptyState
from supportdesk_gui.ui.components.field import Field
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.inbox.age_label import AgeLabel
from supportdesk_gui.ui.inbox.ticket_row_delegate import COMFORTABLE, COMPACT, TicketRowDelegate
from supportdesk_gui.ui.inbox.ticket_table_model import TicketTableModel
from supportdesk_gui.ui.theme import Theme

_LEAST_WIDTH = 280
_ORDERS = (Order.NEWEST, Order.OLDEST, Order.URGENT)


class ListView(NamedTuple):
    """What the list shows: the search, the filter, the order, the marked tickets, how far."""

    search: str
    filter: Filter
    order: Order
    marked: tuple[int, ...]
    loaded: int


class TicketListPane(QFrame):
    """Shows what the store finds; `ticket_chosen` for the row that is current."""

    ticket_chosen = Signal(int)
    """Ticket id, 0 when the list is empty."""
    ticket_opened = Signal(int)
    """Enter or double click."""

    def __init__(
        self,
        store: TicketStore,
        delegate: TicketRowDelegate,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ticketListPane")
        self._store = store
        self._delegate = delegate
        self._filter = Filter.OPEN
        self._order = Order.NEWEST
        self.model = TicketTableModel(store, self)
        self._build(theme)
        self._count_timer = QTimer(self)
        self._count_timer.setSingleShot(True)
        self._count_timer.setInterval(120)
        self._count_timer.timeout.connect(self._show_counts)
        self._uncounted: list[Filter] = []
        self._next_timer = QTimer(self)
        self._next_timer.setSingleShot(True)
        self._next_timer.timeout.connect(self._show_next_count)

    # -- what the page asks ------------------------------------------------------------------

    @property
    def current_id(self) -> int:
        """The id of the current row, 0 when there is none."""
        return self.model.id_at(self.view.currentIndex().row())

    def selected_ids(self) -> list[int]:
        """The ids of all marked rows, in the order of the list."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [self.model.id_at(row) for row in rows]

    def load(self) -> None:
        """Show the list for the first time; the first row becomes current."""
        self._show(keep=False)

    def refresh(self) -> None:
        """Ask the store again; selection and scroll position stay where they are."""
        self._show(keep=True)

    def touch(self, ids: list[int]) -> None:
        """Repaint tickets whose figures changed, order unchanged."""
        self.model.touch(ids)
        self._count_timer.start()

    def step(self, by: int) -> bool:
        """Make the next or previous row current; False at the end of the list."""
        row = self._row_beside(by)
        if row < 0:
            return False
        flags = QItemSelectionModel.SelectionFlag
        self._go(row, flags.NoUpdate if self._has_marks() else flags.ClearAndSelect | flags.Rows)
        return True

    def mark(self) -> None:
        """Mark the current ticket, or take its mark away, and go on to the next."""
        flags = QItemSelectionModel.SelectionFlag
        row = self.view.currentIndex().row()
        if row < 0:
            return
        if self._has_marks():
            selection = self.view.selectionModel()
            selection.select(self.view.currentIndex(), flags.Toggle | flags.Rows)
            if not selection.hasSelection():  # the last mark went: the current row is all there is
                selection.select(self.view.currentIndex(), flags.Select | flags.Rows)
                return
        if (following := self._row_beside(1)) >= 0:
            self._go(following, flags.NoUpdate)

    def choose(self, ticket_id: int) -> None:
        """Make a ticket current, widening the list to all tickets when it is not in it."""
        row = self.model.place_of(ticket_id)
        if row < 0:
            self.search.clear()
            self._set_filter(Filter.ALL)
            row = self.model.place_of(ticket_id)
        if row >= 0:
            index = self.model.index(row, 0)
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def as_shown(self) -> ListView:
        """What is on view now."""
        return ListView(
            self.search.text(), self._filter, self._order, tuple(self.selected_ids()),
            self.model.rowCount(),
        )  # fmt: skip

    def show_as(self, view: ListView, current: int) -> None:
        """Show what another list showed, with `current` (a ticket's id) as its row."""
        self._filter, self._order = view.filter, view.order
        self.search.blockSignals(True)
        self.search.setText(view.search)
        self.search.blockSignals(False)
        with self._without_signals():
            self.model.refresh_as(self._query(), view.loaded)
            self._restore(current, list(view.marked), 0, 0)
        self._show_what_is_there()
        self.ticket_chosen.emit(self.current_id)

    def show_search(self, text: str) -> None:
        """Search for `text`, as if it had been typed."""
        self.search.setText(text)

    def stop(self) -> None:
        """The store is about to be closed: ask it nothing more."""
        self._count_timer.stop()
        self._next_timer.stop()

    def set_compact(self, compact: bool) -> None:
        """Rows of 44 instead of 60."""
        self._delegate.compact = compact
        self.view.verticalHeader().setDefaultSectionSize(COMPACT if compact else COMFORTABLE)

    # -- inside ------------------------------------------------------------------------------

    def _build(self, theme: Theme) -> None:
        self.search = Field(self.tr("Search, or intent:refund lang:es"), "search", theme, key="/")
        self.search.setObjectName("searchField")
        self.search.setAccessibleName(self.tr("Search tickets"))
        self.search.textChanged.connect(self._searched)
        chips = QHBoxLayout()
        chips.setSpacing(8)
        self._chips: dict[Filter, Chip] = {}
        words = self._filter_words()
        for value, name in (
            (Filter.OPEN, "open"),
            (Filter.NEEDS_ME, "needsMe"),
            (Filter.DRAFTED, "drafted"),
            (Filter.ALL, "all"),
        ):
            chip = Chip(words[value].format(count="").strip(), theme)
            chip.setChecked(value is self._filter)
            chip.setObjectName(f"{name}Chip")
            chip.clicked.connect(lambda _=False, chosen=value: self._set_filter(chosen))
            self._chips[value] = chip
            chips.addWidget(chip)
        chips.addStretch()
        # The chips stay readable at every size of text, without their counts.
        short = sum(chip.short_width() for chip in self._chips.values())
        self.setMinimumWidth(max(_LEAST_WIDTH, self._room_for(short)))
        self._build_rows(theme, chips)

    def _build_rows(self, theme: Theme, chips: QHBoxLayout) -> None:
        self._count = QLabel()
        self._count.setObjectName("ticketCount")
        self._count.setFont(font("label"))
        self._count.setProperty("role", "text3")
        self._age = AgeLabel()
        self._order_button = quiet_button(self._order_words()[self._order], small=True)
        self._order_button.setObjectName("orderButton")
        self._order_button.clicked.connect(self._next_order)
        line = QHBoxLayout()
        line.addWidget(self._count)
        line.addWidget(self._age, 1)
        line.addWidget(self._order_button)
        head = QVBoxLayout()
        head.setContentsMargins(12, 12, 12, 4)
        head.setSpacing(8)
        head.addWidget(self.search)
        head.addLayout(chips)
        head.addLayout(line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build_view())
        self._empty = EmptyState("search", "", "", theme)
        self._stack.addWidget(self._empty)
        layout.addWidget(self._stack, 1)

    def _build_view(self) -> QTableView:
        view = self.view = QTableView()
        view.setObjectName("ticketList")
        view.setAccessibleName(self.tr("Tickets"))
        view.setModel(self.model)
        view.setItemDelegate(self._delegate)
        view.horizontalHeader().hide()
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(COMFORTABLE)
        view.setShowGrid(False)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setMouseTracking(True)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setTabKeyNavigation(False)
        view.activated.connect(lambda index: self.ticket_opened.emit(self.model.id_at(index.row())))
        self._connect_selection()
        return view

    def _connect_selection(self) -> None:
        self.view.selectionModel().currentRowChanged.connect(self._current_changed)

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.ticket_chosen.emit(self.model.id_at(current.row()))

    def _searched(self) -> None:
        self._show(keep=False)

    def _set_filter(self, value: Filter) -> None:
        self._filter = value
        self._show(keep=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_chips()

    def _fit_chips(self) -> None:
        """All four stay readable: without room for their counts, without them."""
        chips = self._chips.values()
        needed = self._room_for(sum(chip.whole_width() for chip in chips))
        for chip in chips:
            chip.show_whole(needed <= self.width())

    def _room_for(self, chips: int) -> int:
        return chips + 8 * (len(self._chips) - 1) + 24

    def _next_order(self) -> None:
        self._order = _ORDERS[(_ORDERS.index(self._order) + 1) % len(_ORDERS)]
        self._show(keep=True)

    def _query(self) -> TicketQuery:
        return TicketQuery(self.search.text(), self._filter, self._order)

    def _show(self, *, keep: bool) -> None:
        chosen, marked = self.current_id, self.selected_ids()
        row, scrolled = self.view.currentIndex().row(), self.view.verticalScrollBar().value()
        with self._without_signals():
            if keep:
                self.model.refresh_as(self._query())
            else:
                self.model.show(self._query())
            self._restore(chosen, marked, scrolled if keep else 0, row if keep else 0)
        self._show_what_is_there()
        if self.current_id != chosen or not keep:
            self.ticket_chosen.emit(self.current_id)

    @contextmanager
    def _without_signals(self) -> Iterator[None]:
        """While the rows change, the current one is none that anybody chose."""
        self.view.selectionModel().blockSignals(True)
        yield
        self.view.selectionModel().blockSignals(False)

    def _show_what_is_there(self) -> None:
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)
        if not self.model.rowCount():
            self._say_empty()
        self._count_timer.start()

    def _row_beside(self, by: int) -> int:
        """The row `by` after the current one, -1 where the list ends before."""
        row = self.view.currentIndex().row() + by
        if row >= self.model.rowCount() and self.model.canFetchMore(QModelIndex()):
            self.model.fetchMore(QModelIndex())
        return row if row < self.model.rowCount() else -1

    def _go(self, row: int, flags: QItemSelectionModel.SelectionFlag) -> None:
        index = self.model.index(row, 0)
        self.view.selectionModel().setCurrentIndex(index, flags)
        self.view.scrollTo(index)

    def _has_marks(self) -> bool:
        """Whether other rows are marked than the current one alone."""
        marked = self.view.selectionModel().selection()
        alone = marked.size() == 1 and marked.first().height() == 1
        current = self.view.currentIndex().row()
        return not marked.isEmpty() and not (alone and marked.first().top() == current)

    def _restore(self, chosen: int, marked: list[int], scrolled: int, row: int) -> None:
        """The same ticket is current again; where it left the list, the one in its place."""
        place = self.model.place_of(chosen)
        row = place if place >= 0 else min(row, self.model.rowCount() - 1)
        index = self.model.index(max(row, 0), 0)
        selection = self.view.selectionModel()
        if self.model.rowCount():
            flags = QItemSelectionModel.SelectionFlag
            selection.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            places = [self.model.place_of(ticket_id) for ticket_id in marked]
            places = [place for place in places if place >= 0]
            if places and marked != [chosen]:
                selection.clearSelection()
            for place in places:
                selection.select(self.model.index(place, 0), flags.Select | flags.Rows)
        self.view.verticalScrollBar().setValue(scrolled)

    def _say_empty(self) -> None:
        text = self.search.text().strip()
        if text:
            title = self.tr("No ticket matches “{text}”.").format(text=text)
            self._empty.set_texts(title, self.tr("Try fewer words, or another filter."))
        else:
            self._empty.set_texts(
                self.tr("No tickets here"),
                self.tr("Drop an export here, or paste a conversation with Ctrl+V."),
            )

    def _show_counts(self) -> None:
        for value, chip in self._chips.items():
            chip.setChecked(value is self._filter)
        self._order_button.setText(self._order_words()[self._order])
        found = self._store.count(self._query())
        self._count.setText(self.tr("{count} in this list").format(count=f"{found:,}"))
        self._age.show_views(self._store.views())
        self._uncounted = list(self._chips)
        self._next_timer.start()

    def _show_next_count(self) -> None:
        """One filter at a time: each walks over an index, and what is typed goes between them."""
        value = self._uncounted.pop(0)
        count = self._store.count(TicketQuery("", value, self._order))
        words = self._filter_words()[value]
        self._chips[value].set_words(words.format(count=f"{count:,}"), words)
        self._fit_chips()
        if self._uncounted:
            self._next_timer.start()

    def _filter_words(self) -> dict[Filter, str]:
        return {
            Filter.OPEN: self.tr("Open {count}"),
            Filter.NEEDS_ME: self.tr("Needs me {count}"),
            Filter.DRAFTED: self.tr("Drafted {count}"),
            Filter.ALL: self.tr("All {count}"),
        }

    def _order_words(self) -> dict[Order, str]:
        return {
            Order.NEWEST: self.tr("Newest first"),
            Order.OLDEST: self.tr("Oldest first"),
            Order.URGENT: self.tr("Urgent first"),
        }

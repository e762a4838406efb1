"""The list of tickets below its head: the rows, which of them are marked, and where the view is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.tickets.query import Chip as Filter
from supportdesk_gui.tickets.query import TicketQuery
from supportdesk_gui.tickets.query_text import parse
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.ui.inbox.list_head import ListHead
from supportdesk_gui.ui.inbox.nothing_found import NothingFound
from supportdesk_gui.ui.inbox.ticket_row_delegate import COMFORTABLE, COMPACT, TicketRowDelegate
from supportdesk_gui.ui.inbox.ticket_table import TicketTable
from supportdesk_gui.ui.inbox.ticket_table_model import TicketTableModel
from supportdesk_gui.ui.theme import Theme

_LEAST_WIDTH = 280
_AT_ONCE = 10_000
"""Rows that the window's own thread asks for: some 25 ms."""
_AHEAD = 64
"""Rows that are there below the last one on view."""


class ListView(NamedTuple):
    """What the list shows: what was asked for, the marked tickets, how far it was read."""

    query: TicketQuery
    marked: tuple[int, ...]
    loaded: int


class TicketListPane(QFrame):
    """Shows what the store finds; `ticket_chosen` for the row that is current."""

    ticket_chosen = Signal(int)
    """Ticket id, 0 when the list is empty."""
    ticket_opened = Signal(int)
    """Enter or double click."""
    counted = Signal(object, int)
    """A TicketQuery and how many it finds; comes from the counting thread."""
    found = Signal(object, object, int)
    """A TicketQuery and all its ids, from there too, and the model's `reads` when they were asked for."""

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
        self.model = TicketTableModel(store, self)
        self.head = ListHead(theme)
        self.search = self.head.search
        self.head.changed.connect(lambda keep: self._show(keep=keep))
        self.head.entered.connect(self._leave_search)
        self.setMinimumWidth(max(_LEAST_WIDTH, self.head.least_width()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build_view())
        self._empty = NothingFound(theme)
        self._empty.chosen.connect(self.head.ask)
        self._stack.addWidget(self._empty)
        layout.addWidget(self._stack, 1)
        self._is_open, self._marks_found = True, False
        self._count_timer, self._more_timer = QTimer(self), QTimer(self)
        for timer, act in (
            (self._count_timer, self._ask_counts), (self._more_timer, self._fetch_more)
        ):  # fmt: skip
            timer.setSingleShot(True)
            timer.timeout.connect(act)
        self._count_timer.setInterval(120)
        self.counted.connect(self._show_count)
        self.found.connect(self._show_found)

    # -- what the page asks ------------------------------------------------------------------

    @property
    def current_id(self) -> int:
        """The id of the current row, 0 when there is none."""
        return self.model.id_at(self.view.currentIndex().row())

    def selected_ids(self) -> list[int]:
        """The ids of all marked rows, in the order of the list."""
        found: list[int] = []
        for first, last in sorted(self.view.marked_ranges()):
            found += self.model.ids_in(first, last)
        return found

    def load(self) -> None:
        """Show the list for the first time; the first row becomes current."""
        self.show_views()
        self._show(keep=False)

    def show_views(self) -> None:
        """Show the views that the agent named, as they are now."""
        self.head.views.show_views(self._store.named_views.all())
        self._count_timer.start()

    def refresh(self) -> None:
        """Ask the store again; selection and scroll position stay. Many rows are asked for beside
        the window; until they come, those on view say what is so."""
        if self.model.rowCount() > _AT_ONCE and self._is_open:
            self.model.forget_rows()
            self._find()
            self._count_timer.start()
        else:
            self.refresh_now()

    def refresh_now(self) -> None:
        """The same at once, however many rows it has."""
        self._show(keep=True)

    def touch(self, ids: list[int]) -> None:
        """Repaint tickets whose figures changed, order unchanged."""
        self.model.touch(ids)
        self._count_timer.start()

    def recount(self) -> None:
        """Something that views ask for is another now."""
        if self._is_open:
            self._count_timer.start()

    def step(self, by: int) -> bool:
        """Make the next or previous row current; False at the end of the list."""
        row = self._row_beside(by)
        if row < 0:
            return False
        flags = QItemSelectionModel.SelectionFlag
        self._go(row, flags.NoUpdate if self.has_marks() else flags.ClearAndSelect | flags.Rows)
        return True

    def has_marks(self) -> bool:
        """Whether other rows are marked than the current one alone."""
        marked = self.view.selectionModel().selection()
        alone = marked.size() == 1 and marked.first().height() == 1
        current = self.view.currentIndex().row()
        return not marked.isEmpty() and not (alone and marked.first().top() == current)

    def mark(self) -> None:
        """Mark the current ticket, or take its mark away, and go on to the next."""
        flags = QItemSelectionModel.SelectionFlag
        row = self.view.currentIndex().row()
        if row < 0:
            return
        if self.has_marks():
            selection = self.view.selectionModel()
            selection.select(self.view.currentIndex(), flags.Toggle | flags.Rows)
            if not selection.hasSelection():  # the last mark went: the current row is all there is
                selection.select(self.view.currentIndex(), flags.Select | flags.Rows)
                return
        if (following := self._row_beside(1)) >= 0:
            self._go(following, flags.NoUpdate)

    def unmark(self) -> bool:
        """Take all marks away; False where no more than the current row was marked."""
        flags = QItemSelectionModel.SelectionFlag
        if not self.view.hasFocus() or not self.has_marks():
            return False
        current = self.view.currentIndex()
        self.view.selectionModel().select(current, flags.ClearAndSelect | flags.Rows)
        return True

    def mark_all(self) -> None:
        """Mark every ticket that the list finds, also those that were never scrolled to."""
        self._marks_found = True
        self._find()

    def choose(self, ticket_id: int) -> None:
        """Make a ticket current, widening the list to all tickets when it is not in it."""
        row = self._row_of(ticket_id)
        if row < 0:
            self.head.ask(TicketQuery("", Filter.ALL, self.head.query().order))
            row = self._row_of(ticket_id)
        if row >= 0:  # by itself the view would add it to what is marked while Ctrl is held
            flags = QItemSelectionModel.SelectionFlag
            self._go(row, flags.ClearAndSelect | flags.Rows)

    def _row_of(self, ticket_id: int) -> int:
        """Its row, also far below those loaded; -1 when it is not in the list."""
        query, is_loaded = self.head.query(), self.model.place_of(ticket_id) >= 0
        if not is_loaded and self._store.found_of(query, {ticket_id}):
            with self._without_signals():
                self.model.refresh_as(query, keep={ticket_id})
        return self.model.place_of(ticket_id)

    def as_shown(self) -> ListView:
        """What is on view now."""
        marked = tuple(self.selected_ids())
        return ListView(self.head.query(), marked, self.model.rowCount())

    def show_as(self, view: ListView, current: int) -> None:
        """Show what another list showed, with `current` (a ticket's id) as its row."""
        self.show_views()
        self.head.set_query(view.query)
        with self._without_signals():
            self.model.refresh_as(view.query, view.loaded)
            self._restore(current, list(view.marked), 0)
        self._show_what_is_there()
        self.ticket_chosen.emit(self.current_id)

    def show_search(self, text: str) -> None:
        """Search for `text`, as if it had been typed."""
        self.search.setText(text)

    def show_open(self, text: str) -> None:
        """The open tickets that a search finds."""
        self.head.ask(TicketQuery(text, Filter.OPEN, self.head.query().order))

    def stop(self) -> None:
        """The store is about to be closed, or this list taken out: it asks and hears nothing more."""
        self._is_open = False
        self._store.counts.forget()
        self._count_timer.stop()
        self._more_timer.stop()

    def set_compact(self, compact: bool) -> None:
        """Rows of 44 instead of 60."""
        self._delegate.compact = compact
        self.view.verticalHeader().setDefaultSectionSize(COMPACT if compact else COMFORTABLE)

    # -- inside ------------------------------------------------------------------------------

    def _build_view(self) -> QTableView:
        self.view = TicketTable(self.model, self._delegate)
        self.view.activated.connect(
            lambda index: self.ticket_opened.emit(self.model.id_at(index.row()))
        )
        self._connect_selection()
        return self.view

    def _connect_selection(self) -> None:
        self.view.selectionModel().currentRowChanged.connect(self._current_changed)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._say_marked())
        self.view.verticalScrollBar().valueChanged.connect(lambda _: self._more_timer.start(0))

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._say_marked()
        self.ticket_chosen.emit(self.model.id_at(current.row()))

    def _leave_search(self) -> None:
        """To what was found; the one that was jumped to is opened."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.model.rowCount() == 1:
            self.ticket_opened.emit(self.current_id)

    def _show(self, *, keep: bool) -> None:
        chosen, marked = self.current_id, self.selected_ids()
        row, place = self.view.currentIndex().row(), self._place_on_view()
        with self._without_signals():
            if keep:
                self.model.refresh_as(self.head.query(), keep={chosen, *marked})
                self._restore(chosen, marked, row)
                self._scroll_to(*place)
            else:
                self._marks_found = False
                self.model.show(self.head.query())
                typed = parse(self.head.query().text)
                jumps = bool(typed.jump or typed.number or typed.marked)
                self._restore(0 if jumps else chosen, [] if jumps else marked, 0)
                self.view.verticalScrollBar().setValue(0)
        self._show_what_is_there()
        if self.current_id != chosen or not keep:
            self.ticket_chosen.emit(self.current_id)

    def _place_on_view(self) -> tuple[int, int, int]:
        """The ticket at the top, how far above the top it begins, and the scroll bar's value."""
        row, value = self.view.rowAt(0), self.view.verticalScrollBar().value()
        return self.model.id_at(row), -self.view.rowViewportPosition(max(row, 0)), value

    def _scroll_to(self, ticket_id: int, above: int, value: int) -> None:
        """The same ticket at the top; whoever sees the newest goes on seeing the newest."""
        row = self.model.place_of(ticket_id)
        if value and row >= 0:
            value = row * self.view.verticalHeader().defaultSectionSize() + above
        self.view.verticalScrollBar().setValue(value)

    @contextmanager
    def _without_signals(self) -> Iterator[None]:
        """While the rows change, the current one is none that anybody chose."""
        self.view.selectionModel().blockSignals(True)
        yield
        self.view.selectionModel().blockSignals(False)

    def _show_what_is_there(self) -> None:
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)
        if not self.model.rowCount():
            self._empty.show_query(self.head.query(), self.model.canFetchMore(QModelIndex()))
        self._say_marked()
        self._count_timer.start()
        self._more_timer.start(0)

    def _fetch_more(self) -> None:
        """A phrase may stand far down: its next rows come as long as there is room for them."""
        bar = self.view.verticalScrollBar()
        room = _AHEAD * self.view.verticalHeader().defaultSectionSize()
        if not self.model.canFetchMore(QModelIndex()) or bar.maximum() - bar.value() > room:
            return
        was_empty = not self.model.rowCount()
        self.model.fetchMore(QModelIndex())
        if was_empty and self.model.rowCount():
            self._stack.setCurrentIndex(0)
            self._go(0, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        elif was_empty:
            self._empty.show_query(self.head.query(), self.model.canFetchMore(QModelIndex()))
        self._more_timer.start(0)

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

    def _restore(self, chosen: int, marked: list[int], row: int) -> None:
        """The same ticket is current again; where it left the list, the one in its place."""
        place = self.model.place_of(chosen)
        row = place if place >= 0 else min(row, self.model.rowCount() - 1)
        if not self.model.rowCount():
            return
        flags = QItemSelectionModel.SelectionFlag
        selection = self.view.selectionModel()
        index = self.model.index(max(row, 0), 0)
        selection.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        if marked != [chosen] and (places := self.model.places_of(marked)):
            self.view.mark_rows(places)

    def _say_marked(self) -> None:
        ranges = self.view.marked_ranges() if self.has_marks() else []
        self.head.show_marked(sum(last - first + 1 for first, last in ranges))

    def _find(self) -> None:
        query, reads = self.head.query(), self.model.reads
        if self._is_open:
            self._store.counts.find(query, lambda ids: self.found.emit(query, ids, reads))

    def _show_found(self, query: TicketQuery, ids: list[int], reads: int) -> None:
        """All are marked where that is waited for, whoever asked for the rows; those on view may
        have been read since, and are newer."""
        is_old = query != self.head.query() or reads != self.model.reads
        if is_old and self._marks_found:
            self._find()
        if is_old or (not self._marks_found and self.model.show_anew(ids)):
            return
        chosen = self.current_id
        self._put(ids, ids if self._marks_found else self.selected_ids())
        self._marks_found = False
        if self.current_id != chosen:
            self.ticket_chosen.emit(self.current_id)

    def _put(self, ids: list[int], marked: list[int]) -> None:
        """Show these; the view stays where it is."""
        chosen, row = self.current_id, self.view.currentIndex().row()
        place = self._place_on_view()
        with self._without_signals():
            self.model.show_ids(ids)
            self._restore(chosen, marked, row)
            self._scroll_to(*place)
        self._show_what_is_there()

    # -- counting ----------------------------------------------------------------------------

    def _ask_counts(self) -> None:
        self.head.age.show_views(self._store.views())
        self._count(self.head.counted_queries())

    def _count(self, queries: Sequence[TicketQuery]) -> None:
        if queries and self._is_open:
            self._store.counts.ask(queries, lambda query, count: self.counted.emit(query, count))

    def _show_count(self, query: TicketQuery, count: int) -> None:
        self.head.show_count(query, count)
        if self._stack.currentIndex():
            self._count(self._empty.counted(query, count))

"""The list of tickets below its head: the rows, which of them are marked, and where the view is."""

from __future__ import annotations

from collections.abc import Sequence

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
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.ui.inbox.inbox_view import ListView
from supportdesk_gui.ui.inbox.list_head import ListHead
from supportdesk_gui.ui.inbox.nothing_found import NothingFound
from supportdesk_gui.ui.inbox.ticket_row_delegate import COMFORTABLE, COMPACT, TicketRowDelegate
from supportdesk_gui.ui.inbox.ticket_table import Place, TicketTable
from supportdesk_gui.ui.inbox.ticket_table_model import TicketTableModel
from supportdesk_gui.ui.inbox.typing_on import Below, sought_below, still_marked
from supportdesk_gui.ui.theme import Theme

_LEAST_WIDTH = 280
_AT_ONCE = 10_000
"""Rows that the window's own thread asks for: some 25 ms."""
_AHEAD = 64
"""Rows that are there below the last one on view."""


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
        self.head.changed.connect(self._ask)
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
        self._below: Below | None = None
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
        """The id of the current row, also where it is still sought, 0 when there is none."""
        row = self.view.currentIndex().row()
        return self._below.chosen if self._below and row < 0 else self.model.id_at(row)

    def read_sought(self) -> None:
        """Who acts on tickets that are still sought, or goes on from there, waits for them."""
        if self._below is not None:
            self._read_again(self.current_id)

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
        self.read_sought()
        row = self._row_beside(by)
        if row < 0:
            return False
        flags = QItemSelectionModel.SelectionFlag
        alone = flags.ClearAndSelect | flags.Rows
        self._go(row, flags.NoUpdate if self.view.has_marks() else alone)
        return True

    def mark(self) -> None:
        """Mark the current ticket, or take its mark away, and go on to the next."""
        self.read_sought()
        flags = QItemSelectionModel.SelectionFlag
        if self.view.currentIndex().row() < 0:
            return
        if self.view.has_marks():
            selection = self.view.selectionModel()
            selection.select(self.view.currentIndex(), flags.Toggle | flags.Rows)
            if not selection.hasSelection():  # the last mark went: the current row is all there is
                selection.select(self.view.currentIndex(), flags.Select | flags.Rows)
                return
        if (following := self._row_beside(1)) >= 0:
            self._go(following, flags.NoUpdate)

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
            with self.view.without_signals():
                self.model.refresh_as(query, keep={ticket_id})
        return self.model.place_of(ticket_id)

    def as_shown(self) -> ListView:
        """What is on view now."""
        marked = tuple(self._marked_before())
        return ListView(self.head.query(), marked, self.model.rowCount())

    def show_as(self, view: ListView, current: int) -> None:
        """Show what another list showed, with `current` (a ticket's id) as its row."""
        self.show_views()
        self.head.set_query(view.query)
        with self.view.without_signals():
            self.model.refresh_as(view.query, view.loaded, keep={current, *view.marked})
            self._below = None
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
        self._below = None
        self._say_marked()
        self.ticket_chosen.emit(self.model.id_at(current.row()))

    def _leave_search(self) -> None:
        """To what was found; the one that was jumped to is opened."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.model.rowCount() == 1:
            self.ticket_opened.emit(self.current_id)

    def _ask(self, keep: bool) -> None:
        """Something else is asked for, with `keep` the same in another order."""
        self._show(keep=False, place=self.view.place_of_current() if keep else None)

    def _show(self, *, keep: bool, place: Place | None = None) -> None:
        chosen = self.current_id
        if keep:
            self._read_again(chosen)
        else:
            self._show_asked(chosen, place)
        self._show_what_is_there()
        if self.current_id != chosen or not keep:
            self.ticket_chosen.emit(self.current_id)

    def _read_again(self, chosen: int) -> None:
        """The same list as the store has it now; the view stays where it is."""
        row, place, marked = (
            self.view.currentIndex().row(), self.view.place_on_view(), self._marked_before(),
        )  # fmt: skip
        with self.view.without_signals():
            self.model.refresh_as(self.head.query(), keep={chosen, *marked})
            self._below = None
            self._restore(chosen, marked, row)
            self.view.show_place(place)

    def _show_asked(self, chosen: int, place: Place | None) -> None:
        """Another list from its top, with the same tickets current and marked as far as they are in
        it; a number that is typed goes to its ticket."""
        marked, numbered = self._marked_before(), self.model.numbered
        self._marks_found = False
        with self.view.without_signals():
            self.model.show(self.head.query())
            if self.model.numbered and self.model.numbered != numbered:
                chosen, marked = 0, []
            marked = still_marked(self.model, marked)
            self._below = sought_below(self.model, self._store, chosen, marked, place)
            self._restore(chosen, marked, 0)
            self.view.verticalScrollBar().setValue(0)
            if place is not None and self._below is None:
                self.view.show_place(place)

    def _marked_before(self) -> list[int]:
        return self._below.marked if self._below else self.selected_ids()

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
            if not self.current_id:
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
        is_below = place < 0 < chosen and self._below is not None and self._below.chosen == chosen
        index = QModelIndex() if is_below else self.model.index(max(row, 0), 0)
        selection.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        if is_below:  # else the view makes the first row current as soon as it has the focus
            self.view.setCurrentIndex(index)
        if marked != [chosen] and (places := self.model.places_of(marked)):
            self.view.mark_rows(places)

    def _say_marked(self) -> None:
        ranges = self.view.marked_ranges() if self.view.has_marks() else []
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
        is_known = not self._marks_found and self._below is None
        if is_old or (is_known and self.model.show_anew(ids)):
            return
        chosen, marks = self.current_id, self._marks_found
        self._put(ids, chosen, ids if marks else self._marked_before())
        self._marks_found = False
        if self.current_id != chosen and not marks:  # who marks chooses no other one
            self.ticket_chosen.emit(self.current_id)

    def _put(self, ids: list[int], chosen: int, marked: list[int]) -> None:
        """Show these; the view stays where it is."""
        below, row = self._below, self.view.currentIndex().row()
        place = (below and below.place) or self.view.place_on_view()
        with self.view.without_signals():
            self.model.show_ids(ids)
            self._below = None
            self._restore(chosen, still_marked(self.model, marked) if below else marked, row)
            self.view.show_place(place)
        self._show_what_is_there()

    # -- counting ----------------------------------------------------------------------------

    def _ask_counts(self) -> None:
        if self._below is not None:
            self._find()
        self.head.age.show_views(self._store.views())
        self._count(self.head.counted_queries())

    def _count(self, queries: Sequence[TicketQuery]) -> None:
        if queries and self._is_open:
            self._store.counts.ask(queries, lambda query, count: self.counted.emit(query, count))

    def _show_count(self, query: TicketQuery, count: int) -> None:
        self.head.show_count(query, count)
        if self._stack.currentIndex():
            self._count(self._empty.counted(query, count))

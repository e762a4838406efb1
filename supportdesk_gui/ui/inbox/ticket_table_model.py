"""The inbox list as Qt sees it: a view of the store, which is the truth.

The model holds ticket ids only and fetches rows a page at a time, so that 100,000 tickets cost
no more than what is on the screen. Ids come in chunks as the list is scrolled.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from supportdesk_gui.tickets.query import TicketQuery
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import TicketRow

_FIRST = 500
_CHUNK = 5000
_PAGE = 64
_PAGES_KEPT = 64

Index = QModelIndex | QPersistentModelIndex


class TicketTableModel(QAbstractTableModel):
    """One column of tickets; `TicketRole` gives the row's TicketRow."""

    TicketRole = Qt.ItemDataRole.UserRole + 1
    IdRole = Qt.ItemDataRole.UserRole + 2

    def __init__(self, store: TicketStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._query = TicketQuery()
        self._ids: list[int] = []
        self._places: dict[int, int] = {}
        self._then: int | None = None
        self._pages: dict[int, list[TicketRow]] = {}
        self.reads = 0
        """How often the rows were read here: what was asked for beside the window before is older."""
        self.numbered: list[int] = []
        """The first rows, where they have what was typed as their number."""

    @property
    def query(self) -> TicketQuery:
        """What the list shows."""
        return self._query

    def show(self, query: TicketQuery) -> None:
        """Show what `query` finds, from the top."""
        self.beginResetModel()
        self._query = query
        self.reads += 1
        self._set_ids(*self._store.first_page(query, _FIRST))
        self.endResetModel()

    def refresh_as(
        self, query: TicketQuery, at_least: int = _FIRST, keep: Collection[int] = ()
    ) -> None:
        """Ask the store again, keeping at least as many rows as were loaded.

        And the tickets `keep`, however many have come in above them, unless they left the list.
        """
        most = max(at_least, len(self._ids))
        ids, then, numbered = self._store.page(query, most)
        below = (
            self._store.found_of(query, set(keep).difference(ids)) if then is not None else set()
        )
        while then is not None and below:  # of a phrase a page has few, whatever it is asked for
            most *= 4
            more, then, _ = self._store.page(query, most, then)
            ids = list(dict.fromkeys(ids + more))  # some may have come in between
            below.difference_update(more)
        self.beginResetModel()
        self._query = query
        self.reads += 1
        self._set_ids(ids, then, numbered)
        self.endResetModel()

    def show_ids(self, ids: list[int]) -> None:
        """All that the query finds, asked beside the window."""
        self.beginResetModel()
        self._set_ids(ids, None, len(self.numbered))
        self.endResetModel()

    def show_anew(self, ids: list[int]) -> bool:
        """The same rows with what the store says of them now; False where they are others."""
        if ids != self._ids:
            return False
        self.forget_rows()
        return True

    def forget_rows(self) -> None:
        """Fetch the rows on view again, order unchanged."""
        self._pages.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))

    def touch(self, ids: Sequence[int]) -> None:
        """Fetch these tickets again and repaint their rows, order unchanged."""
        for place in {self._places[i] for i in ids if i in self._places}:
            self._pages.pop(place // _PAGE, None)
            index = self.index(place, 0)
            self.dataChanged.emit(index, index)

    def place_of(self, ticket_id: int) -> int:
        """The row of a ticket among those loaded, -1 when it is not there."""
        return self._places.get(ticket_id, -1)

    def places_of(self, ids: Sequence[int]) -> list[int]:
        """The rows of those that are loaded, ascending."""
        return sorted(self._places[one] for one in ids if one in self._places)

    def id_at(self, place: int) -> int:
        """The ticket id of a row, 0 when there is no such row."""
        return self._ids[place] if 0 <= place < len(self._ids) else 0

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._then is not None

    def fetchMore(self, parent: Index) -> None:
        if self._then is None:
            return
        more, self._then, _ = self._store.page(self._query, _CHUNK, self._then)
        fresh = [ticket_id for ticket_id in more if ticket_id not in self._places]
        if not fresh:
            return
        first = len(self._ids)
        self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
        self._pages.pop(first // _PAGE, None)
        self._ids += fresh
        self._places.update({ticket_id: first + i for i, ticket_id in enumerate(fresh)})
        self.endInsertRows()

    def ids_in(self, first: int, last: int) -> list[int]:
        """The ids of the rows from `first` to `last`."""
        return self._ids[first : last + 1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        place = index.row()
        if not index.isValid() or place >= len(self._ids):
            return None
        if role == self.IdRole:
            return self._ids[place]
        if role == self.TicketRole:
            return self._row(place)
        if role == Qt.ItemDataRole.DisplayRole:
            row = self._row(place)
            return row.summary if row else ""
        return None

    def _row(self, place: int) -> TicketRow | None:
        number, offset = divmod(place, _PAGE)
        page = self._pages.get(number)
        if page is None:
            if len(self._pages) >= _PAGES_KEPT:
                del self._pages[next(iter(self._pages))]
            page = self._store.rows(self._ids[number * _PAGE : (number + 1) * _PAGE])
            self._pages[number] = page
        return page[offset] if offset < len(page) else None

    def _set_ids(self, ids: list[int], then: int | None, numbered: int) -> None:
        self._ids, self._then, self.numbered = ids, then, ids[:numbered]
        self._places = dict(zip(ids, range(len(ids)), strict=True))
        self._pages.clear()

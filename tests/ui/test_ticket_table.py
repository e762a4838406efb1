"""The rows of the inbox follow the store, and the ticket on view stays where the agent works."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex

from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.searching import Page
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Status
from tests.tickets.desk import bring, open_desk, ticket

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize("typed", ["here", '"is it"'])
def test_a_list_that_is_read_again_is_no_shorter_and_keeps_what_stands_deep(
    qapp: QApplication, tmp_path: Path, typed: str
) -> None:
    """What nearly all tickets have is found at once, and but the first of it."""
    from supportdesk_gui.ui.inbox.ticket_table_model import TicketTableModel

    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        bring(store, [ticket(f"{number}", "Is it here?") for number in range(900)])
        model, query = TicketTableModel(store), TicketQuery(typed, Chip.OPEN)
        model.show(query)
        while model.canFetchMore(QModelIndex()):
            model.fetchMore(QModelIndex())
        assert model.rowCount() == 900
        deep = model.id_at(850)
        asked: list[int] = []
        page = store.page

        def few(query: TicketQuery, limit: int, at: int = 0) -> Page:
            asked.append(at)
            assert len(asked) < 20, "asks without an end"
            return page(query, limit, at)

        store.page = few  # type: ignore[method-assign]
        model.refresh_as(query, keep={deep})
        assert model.place_of(deep) == 850


def test_a_ticket_stays_in_the_list_however_many_come_in_above_it(
    qapp: QApplication, tmp_path: Path
) -> None:
    from supportdesk_gui.ui.inbox.ticket_table_model import TicketTableModel

    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        _, first = bring(store, [ticket("0", "Where is it?")])
        model, query = TicketTableModel(store), TicketQuery("", Chip.OPEN)
        model.show(query)
        bring(store, [ticket(f"n{number}", "Here?") for number in range(2100)])
        kept = first.ids[0]
        model.refresh_as(query)
        assert model.place_of(kept) == -1, "the list is as short as before, so this proves nothing"
        model.refresh_as(query, keep={kept})
        assert model.place_of(kept) == 2100
        store.set_status([kept], Status.SKIPPED).result()
        loaded = model.rowCount()
        model.refresh_as(query, keep={kept})
        assert model.place_of(kept) == -1
        assert model.rowCount() == loaded - 1

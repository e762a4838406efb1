"""The rows of the inbox follow the store, and the ticket on view stays where the agent works."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Status
from tests.tickets.desk import bring, open_desk, ticket

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


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

"""List and ticket on view follow the store; what is typed beside the ticket stays as it is."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSignalBlocker

from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.ui.painting import paint_in_turns

if TYPE_CHECKING:
    from supportdesk_gui.ui.inbox.inbox_page import InboxPage
    from supportdesk_gui.ui.inbox.ticket_list_pane import TicketListPane


def follow_store(page: InboxPage, tickets: TicketStore, *, stay: bool) -> None:
    """Ask the store again. With `stay` no other ticket comes on view, though this one may have
    left the list: nobody has chosen another, and somebody may be typing."""
    shown, fresh = page.ticket.ticket, None
    with suppress(KeyError):  # removed a moment ago
        fresh = tickets.ticket(shown.id) if shown else None
    if stay and fresh is not None:
        _stay_with(fresh.id, page.list)
    else:
        page.list.refresh()
    if shown is None or fresh is None or page.ticket.ticket is not shown:
        return
    if replace(fresh, status=shown.status) != shown:
        page.show_fresh(fresh)
        return
    page.ticket.show_more_open(tickets.open_beside(shown))  # others came in, or were answered
    if fresh != shown:
        page.ticket.show_status(fresh)


def _stay_with(ticket_id: int, listed: TicketListPane) -> None:
    had_marks = listed.view.has_marks()
    paint_in_turns([listed.view.viewport()])
    with QSignalBlocker(listed):
        listed.refresh_now()
    if listed.current_id == ticket_id:
        return
    selection, row = listed.view.selectionModel(), listed.model.place_of(ticket_id)
    flags = QItemSelectionModel.SelectionFlag
    with QSignalBlocker(selection):
        if had_marks:  # they stay, though none of them is on view
            selection.setCurrentIndex(QModelIndex(), flags.NoUpdate)
        else:
            selection.clear()
        if row >= 0:
            index = listed.model.index(row, 0)
            selection.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
    listed.view.viewport().update()

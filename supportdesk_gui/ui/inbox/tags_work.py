"""Shows what the ticket on view was tagged with, and follows a run of tagging."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from supportdesk_gui.ui.pauses import after_pause
from supportdesk_gui.ui.ticket.tag_line import TagLine

if TYPE_CHECKING:
    from supportdesk_gui.tickets.ticket import Ticket, Triage
    from supportdesk_gui.ui.inbox.desk import Desk
    from supportdesk_gui.ui.inbox.inbox_page import InboxPage

_AFTER_MS = 400


class TagsWork(QObject):
    """Made with the reply; goes with its page."""

    def __init__(self, page: InboxPage, desk: Desk) -> None:
        super().__init__(page)
        self._page, self._runs = page, desk.find_tag_runs()
        self.line = TagLine(desk.theme)
        page.ticket.place_in_head(self.line)
        page.ticket_opened.connect(self._show)
        self._later = after_pause(self, _AFTER_MS, self._follow)
        self._runs.changed.connect(self._later.start)

    def _show(self, ticket: Ticket, _triage: Triage | None) -> None:
        store = self._runs.store
        self.line.show_tags(store.tags(ticket.id), is_old=store.is_old(ticket.id))

    def _follow(self) -> None:
        """Conversations were tagged: those of the list, and the one on view."""
        self._page.refresh(stay=True)
        if ticket := self._page.current_ticket():
            self._show(ticket, None)

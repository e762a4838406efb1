"""Connects what is told of a ticket with the window: its history, what was sent for it, and what
could not be masked in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from supportdesk_gui.engine.errors import EngineError
    from supportdesk_gui.engine.ledger import LedgerEntry
    from supportdesk_gui.ui.program_parts import ProgramParts


class PrivacyWiring(QObject):
    """Made once, behind the first picture."""

    def __init__(self, parts: ProgramParts) -> None:
        super().__init__(parts)
        self._parts = parts
        parts.window.page_made.connect(self._connect_made)

    def connect_pages(self) -> None:
        """The pages were built, or built again in another language."""
        parts = self._parts
        act = parts.window.actions_table.action
        act("outgoing").triggered.connect(self.show_ticket)
        act("history").triggered.connect(self.show_history)
        parts.inbox.withheld.connect(self.ask)

    def _connect_made(self, name: str) -> None:
        if name == "settings":
            self._parts.settings_page.request_wanted.connect(self.show_request)

    def show_ticket(self) -> None:
        """What the last requests about the ticket on view sent."""
        ticket = self._parts.inbox.current_ticket()
        if ticket is not None:
            self._show(self._parts.outgoing.of_ticket(ticket.id))

    def show_history(self) -> None:
        """What happened with the ticket on view."""
        from supportdesk_gui.assist.journal import Journal
        from supportdesk_gui.ui.history_dialog import HistoryDialog

        parts, ticket = self._parts, self._parts.inbox.current_ticket()
        if ticket is None:
            return
        parts.inbox.save_now()
        found = Journal(parts.database, parts.drafts).of(ticket.id)
        number = f"#{ticket.external_id}" if ticket.external_id else ""
        title = "  ".join(part for part in (number, ticket.requester or ticket.email) if part)
        dialog = HistoryDialog(title or ticket.subject, found, parts.theme, parts.window)
        dialog.request_chosen.connect(self.show_request)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_request(self, request_id: int) -> None:
        """What a request of the ledger sent."""
        self._show(self._parts.outgoing.of_request(request_id))

    def ask(self, error: EngineError, again: Callable[[], object]) -> None:
        """Let the agent look at what could not be masked, and do the same once more."""
        from supportdesk_gui.ui.withheld_dialog import WithheldDialog

        parts = self._parts
        dialog = WithheldDialog(error.withheld, parts.theme, parts.window)

        def decide(hidden: Sequence[str], allowed: Sequence[str]) -> None:
            parts.engine.airlock.decide(error.ticket_id, hidden, allowed)
            again()

        dialog.decided.connect(decide)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show(self, entries: Sequence[LedgerEntry]) -> None:
        from supportdesk_gui.ui.outgoing_dialog import OutgoingDialog

        parts = self._parts
        dialog = OutgoingDialog(entries, parts.outgoing.sent, parts.theme, parts.window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

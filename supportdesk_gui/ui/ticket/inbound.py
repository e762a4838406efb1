"""The conversation on view in the agent's language: kept, or asked for, and shown as it comes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import aclosing
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supportdesk_gui.assist.conversation import texts_hash
from supportdesk_gui.assist.customer_words import own_words
from supportdesk_gui.engine.errors import EngineError
from supportdesk_gui.tickets.ticket import Ticket, Triage
from supportdesk_gui.ui.engine_failures import told_by

if TYPE_CHECKING:
    from supportdesk_gui.tickets.store import TicketStore
    from supportdesk_gui.ui.engine_in_use import EngineInUse
    from supportdesk_gui.ui.jobs import Jobs
    from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper


class Inbound(QObject):
    """Asks for one ticket at a time once; what was translated is kept with the ticket."""

    translated = Signal(int, object, bool)
    """Ticket id, the texts by position, and whether that is all."""
    failed = Signal(int, object)
    """Ticket id and EngineError."""

    def __init__(
        self, store: TicketStore, find_engine: Callable[[], EngineInUse], jobs: Jobs,
        settings: SettingsKeeper, parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._store, self._find_engine = store, find_engine
        self._jobs, self._settings = jobs, settings

    def is_foreign(self, triage: Triage | None) -> bool:
        """Whether the customer writes another language than the agent reads."""
        return bool(triage and triage.language) and (
            triage is not None and triage.language != self._settings.value.agent_language
        )

    def kept(self, ticket: Ticket) -> dict[int, str]:
        """What was translated before, empty when nothing was or the ticket has changed."""
        language = self._settings.value.agent_language
        return self._store.inbound_translation(ticket.id, language, _hash(ticket))

    def ask(self, ticket: Ticket) -> None:
        """Translate a conversation; nothing happens without an engine that can."""
        name = f"inbound {ticket.id}"
        if self._find_engine().claude is not None and not self._jobs.running(name):
            self._jobs.start(
                self._translate(ticket),
                name=name,
                on_failure=told_by(partial(self.failed.emit, ticket.id)),
            )

    async def _translate(self, ticket: Ticket) -> None:
        language = self._settings.value.agent_language
        texts: dict[int, str] = {}
        try:
            steps = self._find_engine().current().translate_ticket(ticket, language)
            async with aclosing(steps) as found:
                async for texts in found:
                    self.translated.emit(ticket.id, texts, False)
        except EngineError:
            if texts:  # what came stands; what did not is marked
                self.translated.emit(ticket.id, texts, True)
            raise
        if texts:
            self._store.save_inbound_translation(ticket.id, language, _hash(ticket), texts)
            self.translated.emit(ticket.id, texts, True)


def _hash(ticket: Ticket) -> bytes:
    return texts_hash([own_words(message) for message in ticket.messages])

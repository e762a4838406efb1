"""What every engine does for the agent: the offline one and Claude alike."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from typing import TYPE_CHECKING, Protocol

from supportdesk_gui.assist.drafting import DraftEvent, DraftRequest, Frame, SentenceIn
from supportdesk_gui.tickets.ticket import Ticket, Triage

if TYPE_CHECKING:
    from supportdesk_gui.assist.drafts import DraftVersion


class Engine(Protocol):
    """app.py's parts choose one; no task asks which it is.

    All but the offline one raise EngineError. `translates` says whether text in another language
    is written where none exists. Generators are iterated with `contextlib.aclosing`.
    """

    @property
    def name(self) -> str:
        """Who writes: "offline" or the model's id."""
        ...

    @property
    def host(self) -> str:
        """Where the text goes, empty when nowhere."""
        ...

    def wants_triage(self, known: Triage) -> bool:
        """Whether a draft should wait for a triage by this engine, with the one that is known."""
        ...

    async def triage(self, ticket: Ticket) -> Triage:
        """What the ticket asks."""
        ...

    def draft(self, request: DraftRequest) -> AsyncGenerator[DraftEvent]:
        """Passages, text piece by piece, citations, and one end."""
        ...

    def fill_language(
        self, version: DraftVersion, language: str, frame: Frame, known: Mapping[str, str]
    ) -> AsyncGenerator[tuple[SentenceIn, ...]]:
        """The draft in another language, all its sentences each time, more of them filled.

        `known` are translations of single sentences that need not be made again.
        """
        ...

    def translate_ticket(self, ticket: Ticket, language: str) -> AsyncGenerator[dict[int, str]]:
        """The messages in another language by their position, more of them each time.

        Yields nothing where the engine does not translate.
        """
        ...

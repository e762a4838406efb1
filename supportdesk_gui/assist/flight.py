"""What the pre-flight of a reply goes by. Apart from its rules, whose import takes a thread's time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supportdesk_gui.policies.document import Passage
    from supportdesk_gui.tickets.ticket import Ticket, Triage


@dataclass(frozen=True, slots=True)
class Flight:
    """What a reply is checked against: its ticket, what it rests on, and its language.

    `missing` are the names of facts that may stand as blanks; `facts` what the agent filled in.
    """

    ticket: Ticket
    triage: Triage | None
    language: str
    passages: tuple[Passage, ...] = ()
    missing: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()

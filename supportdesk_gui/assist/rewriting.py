"""What a part of a draft is rewritten with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from supportdesk_gui.tickets.ticket import Ticket


class Tool(StrEnum):
    """The ways to rewrite that come with the program."""

    SHORTER = "shorter"
    WARMER = "warmer"
    FORMAL = "formal"
    SIMPLER = "simpler"


@dataclass(frozen=True, slots=True)
class RewriteRequest:
    """`passage` of `reply` is to be rewritten, by a tool or by the agent's own `instruction`."""

    ticket: Ticket
    language: str
    reply: str
    passage: str
    tool: Tool | None = None
    instruction: str = ""
    version_id: int = 0

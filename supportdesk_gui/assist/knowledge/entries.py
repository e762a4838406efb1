"""The values of knowledge made from tickets: an entry, what it rests on, the tickets behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

PLACEHOLDER = re.compile(r"\{\{\s*([A-Za-z][\w]*)\s*\}\}")


class EntryKind(StrEnum):
    """What an entry is; the value names its list in the document."""

    FAQ = "faq"
    TEMPLATE = "templates"
    RULE = "refund_rules"

    @property
    def fields(self) -> tuple[str, str]:
        """Its two texts in several languages: the heading, and what it says."""
        return _FIELDS[self]


_FIELDS = {
    EntryKind.FAQ: ("question", "answer"),
    EntryKind.TEMPLATE: ("title", "text"),
    EntryKind.RULE: ("condition", "wording"),
}
BY_MODEL, BY_POLICY = "model", "policy"


@dataclass(frozen=True, slots=True)
class TicketWords:
    """What a ticket has to say to knowledge. `number` is the helpdesk's; `reply` what its customer
    was answered last, short; `people` are names and addresses that must not get into an entry."""

    id: int
    number: str
    language: str
    intent: str
    subject: str
    summary: str
    reply: str = ""
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TicketGroup:
    """Tickets of one intent that ask the same; `position` is its place in its run."""

    position: int
    intent: str
    tickets: tuple[TicketWords, ...]


@dataclass(frozen=True, slots=True)
class Rest:
    """A policy sentence that an entry rests on; `hash` is that of its whole passage."""

    file: str
    heading: str
    quote: str
    hash: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """A ticket behind an entry; `why` says how its customer was answered otherwise, else empty."""

    ticket_id: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Unproven:
    """A sentence, in one language, with what no policy says."""

    language: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `texts` are its fields by language, `outcome` a rule's, `apart` the languages
    that say something else than the first one. `id` is given when entries are merged."""

    kind: EntryKind
    intent: str
    texts: Mapping[str, Mapping[str, str]]
    rests: tuple[Rest, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    outcome: str = ""
    unproven: tuple[Unproven, ...] = ()
    apart: tuple[str, ...] = ()
    written_by: str = BY_MODEL
    id: str = ""

    def heading(self, language: str) -> str:
        """What it is known by, in a language or the first one that it has."""
        texts = self.texts[self.kind.fields[0]]
        return texts.get(language) or next(iter(texts.values()), "")

    def body(self, language: str) -> str:
        """What it says, in a language or the first one that it has."""
        texts = self.texts[self.kind.fields[1]]
        return texts.get(language) or next(iter(texts.values()), "")


@dataclass(frozen=True, slots=True)
class Written:
    """What was made of one group, and its cost in micro-dollars, None where there is no price."""

    entries: tuple[Entry, ...] = ()
    micro_usd: int | None = 0


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a run made: the document as the schema has it, and each entry's tickets by our ids."""

    document: dict[str, object]
    entries: tuple[Entry, ...] = ()
    receipts: Mapping[str, tuple[Receipt, ...]] = field(default_factory=dict)


def placeholders(text: str) -> list[str]:
    """The names of the placeholders in a text, in their order, each once."""
    return list(dict.fromkeys(match[1] for match in PLACEHOLDER.finditer(text)))

"""What a draft is asked with and what comes back while it is written.

The offline engine and Claude yield the same events: passages first, then pieces of text and
the citations of what stands so far, then one end. Offsets count characters of the whole draft
text that the pieces add up to.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from supportdesk_gui.engine.errors import Fault
from supportdesk_gui.policies.document import Hit, Passage
from supportdesk_gui.tickets.ticket import Ticket, Triage


class Stance(StrEnum):
    """What the agent decided: grant what is asked, decline it, or ask for more."""

    GRANT = "grant"
    DECLINE = "decline"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Frame:
    """Greeting and closing around a reply, as the agent set them for one language.

    They never come from an engine; `{name}` in a greeting is the requester's first name.
    Both are empty where the helpdesk adds its own signature.
    """

    greeting: str = ""
    closing: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """What neither ticket nor policies say, and what the agent filled in for it."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """Characters `start` to `end` of a passage as it was when a draft cited it."""

    passage: Passage
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DraftRequest:
    """All that a draft is made of. `language` is the customer's.

    `wish` is what the agent wants to say; `shorten` a draft that is to be made shorter.
    `version_id` is set by who keeps the draft, so that its requests can be found again.
    `rules_day` is the day whose policies count, `YYYY-MM-DD`, empty for today's.
    `facts` are the agent's own word.
    `saved` is a reply that was written before, filled from the ticket, and `saved_title` its title.
    `style` says what each sentence is for, empty for the usual three; `style_hash` names all that
    the agent set about style. `rests_on` are the policy sentences of an answer that was approved
    for another ticket and is to be this one's; `is_carried` where `saved` is that answer. `is_ahead` where nobody watches it being written,
    `is_trial` where it is made to be compared with another and is nobody's reply.
    """

    ticket: Ticket
    triage: Triage
    language: str
    frame: Frame = Frame()
    stance: Stance = Stance.GRANT
    wish: str = ""
    shorten: str = ""
    version_id: int = 0
    rules_day: str = ""
    facts: tuple[Fact, ...] = ()
    saved: str = ""
    saved_title: str = ""
    style: tuple[str, ...] = ()
    style_hash: bytes = b""
    rests_on: tuple[CitedSentence, ...] = ()
    is_carried: bool = False
    is_ahead: bool = False
    is_trial: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """The draft's characters `start` to `end` rest on a passage's `cited_start` to `cited_end`."""

    start: int
    end: int
    passage_hash: str
    cited_start: int
    cited_end: int


@dataclass(frozen=True, slots=True)
class DraftPassages:
    """The passages the draft will rest on, known before the first word."""

    hits: tuple[Hit, ...]
    lexical_only: bool = False


@dataclass(frozen=True, slots=True)
class DraftText:
    """A piece of the draft, to be appended."""

    text: str


@dataclass(frozen=True, slots=True)
class DraftCitation:
    """A proof for text that has already come."""

    citation: Citation


@dataclass(frozen=True, slots=True)
class DraftEnd:
    """The draft is whole. `engine` wrote it; `answered` is False where no policy answers.

    `seconds_to_first_text` from the request; `micro_usd` is None when the price is unknown.
    Tokens are 0 where no model wrote.
    """

    engine: str
    answered: bool
    seconds_to_first_text: float
    seconds: float
    micro_usd: int | None = 0
    prompt_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    thinking_tokens: int = 0


@dataclass(frozen=True, slots=True)
class DraftWaiting:
    """The engine asked for patience, or failed in passing: it is tried again in `seconds`."""

    seconds: float
    fault: Fault


DraftEvent = DraftPassages | DraftText | DraftCitation | DraftWaiting | DraftEnd


class Origin(StrEnum):
    """Where the text of a language tab comes from, sentence by sentence."""

    FRAME = "frame"
    PARALLEL = "parallel"
    TRANSLATED = "translated"
    UNTRANSLATED = "untranslated"
    TYPED = "typed"
    LEADING = "leading"
    """Typed too, and the draft's sentence is its translation."""
    OVERTAKEN = "overtaken"
    """Typed too, for a sentence that the draft has no longer."""


@dataclass(frozen=True, slots=True)
class SentenceIn:
    """One sentence of a draft in another language.

    `id` is its place in the source draft; `gap` the white space that follows it in the source.
    An UNTRANSLATED sentence keeps its own language and is marked so, never passed off. `wording`
    is the version of the terms and the address that a TRANSLATED one was made with. `is_led`
    where the draft's sentence is a translation of what the agent had typed here before.
    """

    id: int
    source: str
    text: str
    origin: Origin
    gap: str = ""
    wording: str = ""
    is_led: bool = False

    @property
    def is_typed(self) -> bool:
        """Whether the agent wrote it."""
        return self.origin in {Origin.TYPED, Origin.LEADING, Origin.OVERTAKEN}

    def typed(self, text: str) -> SentenceIn:
        """The sentence as the agent has now put it."""
        is_led = self.is_led or self.origin is Origin.LEADING
        return replace(self, text=text, origin=Origin.TYPED, is_led=is_led)

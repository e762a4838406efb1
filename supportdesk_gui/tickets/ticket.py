"""The values of a support conversation: ticket, message, attachment and what triage says of it.

All times are whole seconds since the epoch, UTC; `None` where the source does not say.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field, fields, make_dataclass
from enum import StrEnum
from typing import Any, TypeVar

T = TypeVar("T")

PASTED = "pasted"
"""The source of tickets that were pasted from a helpdesk's page."""
SAMPLE_SHOP = "Sample shop"
"""The source of the bundled tickets."""


class Role(StrEnum):
    """Who wrote a message."""

    REQUESTER = "requester"
    AGENT = "agent"
    SYSTEM = "system"


class Visibility(StrEnum):
    """Who may read a message: everybody, or agents only."""

    PUBLIC = "public"
    INTERNAL = "internal"


class Status(StrEnum):
    """What this agent has done with a ticket. Copying a reply never makes it *replied*.

    *Gone*: a newer export of the view that it came from has it no more.
    """

    NEW = "new"
    DRAFTED = "drafted"
    COPIED = "copied"
    REPLIED = "replied"
    SKIPPED = "skipped"
    ESCALATED = "escalated"
    GONE = "gone"


class Intent(StrEnum):
    """What the requester asks for."""

    REFUND = "refund"
    RETURN = "return"
    EXCHANGE = "exchange"
    LOGISTICS = "logistics"
    INVOICE = "invoice"
    OTHER = "other"


def _made_quickly(frozen: type[T]) -> type[T]:
    """A frozen dataclass that sets its fields as one that is not frozen: a fifth of the time, for an
    import makes hundreds of thousands. That nobody changes one is mypy's to see, not each field's."""
    thawed = make_dataclass(
        frozen.__name__,
        [
            (one.name, Any, field() if one.default is MISSING else field(default=one.default))
            for one in fields(frozen)  # type: ignore[arg-type]  # it is one of a dataclass
        ],
        repr=False,
        eq=False,
    )
    frozen.__init__ = thawed.__init__  # type: ignore[method-assign, misc]
    del frozen.__setattr__, frozen.__delattr__
    return frozen


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that the export names but does not hold. `size` in bytes, 0 when unknown."""

    name: str
    kind: str = ""
    size: int = 0


@_made_quickly
@dataclass(frozen=True, slots=True)
class Message:
    """One message of a ticket, oldest first by `position`.

    `text` is plain text with line breaks; `html` is safe HTML (text/safe_html.py) or empty.
    `folded` are (start, end) spans of `text` that hold quoted history or a signature.
    `author_id` is the writer's number, where that alone says who wrote it (accounts.py).
    """

    position: int
    role: Role
    text: str
    visibility: Visibility = Visibility.PUBLIC
    author: str = ""
    sent_at: int | None = None
    html: str = ""
    external_id: str = ""
    attachments: tuple[Attachment, ...] = ()
    folded: tuple[tuple[int, int], ...] = ()
    author_id: str = ""


@_made_quickly
@dataclass(frozen=True, slots=True)
class Ticket:
    """One conversation. `id` is ours (0 while not stored); (`source`, `external_id`) is theirs.

    `source` names the helpdesk and view it came from ("Zendesk", "pasted", "Sample shop");
    `external_id` is text, so leading zeros stay. `external_status` is the helpdesk's own word.
    `helpdesk_id` is their own id where `external_id` is the number that people see, `requester_id`
    the number of who asks; both are stored beside, and a stored ticket is read without them.
    Not stored with it: `thread` are ids of mails by any of which the conversation is known again,
    `written_to` the addresses that the requester's mails of it went to, `addressed` all those whom
    its mails went to and who may go on in it, `tells_tags` whether
    the export says which tags there are, so that none means none, and `guesses_requester` whether
    it only lists messages, so that whoever wrote the first is taken for who asks. `mails` are the
    heads of its mails (mail_tickets.py), `own_address` is the agent's own, where it was known.
    """

    source: str
    external_id: str
    subject: str
    messages: tuple[Message, ...] = ()
    id: int = 0
    requester: str = ""
    email: str = ""
    url: str = ""
    external_status: str = ""
    priority: str = ""
    channel: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()
    created_at: int | None = None
    updated_at: int | None = None
    status: Status = Status.NEW
    thread: tuple[str, ...] = ()
    written_to: tuple[str, ...] = ()
    addressed: tuple[str, ...] = ()
    tells_tags: bool = False
    helpdesk_id: str = ""
    guesses_requester: bool = False
    requester_id: str = ""
    mails: tuple[str, ...] = ()
    own_address: str = ""

    def last_public(self) -> Message | None:
        """The newest message that the requester can see, system messages aside."""
        for message in reversed(self.messages):
            if message.visibility is Visibility.PUBLIC and message.role is not Role.SYSTEM:
                return message
        return None

    def waits_for_us(self) -> bool:
        """Whether the requester had the last public word."""
        last = self.last_public()
        return last is None or last.role is Role.REQUESTER


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A question to the policies in one of their languages."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Triage:
    """What a ticket asks, as an engine or the rules see it.

    `confidence` is 0 to 1, the engine's own estimate. `language` is one of text.languages codes.
    `engine` says who judged ("offline" or a model id); `milliseconds` how long it took.
    `is_provisional` marks rules that stand in while a model has not answered yet.
    """

    intent: Intent
    confidence: float
    language: str
    summary: str
    search_queries: tuple[SearchQuery, ...] = ()
    questions: tuple[str, ...] = ()
    missing_facts: tuple[str, ...] = ()
    escalate: bool = False
    reason: str = ""
    engine: str = "offline"
    milliseconds: float = 0.0
    thinking_tokens: int = 0
    is_provisional: bool = False


@dataclass(frozen=True, slots=True)
class TicketRow:
    """What one row of the inbox shows. `age_from` is the time its age is counted from;
    `satisfaction` 1 to 5, 0 while it is not tagged, `sentiment` negative, neutral, positive or
    empty, `own_tags` those of the agent's own that are not no: the name, or `name: words`.
    """

    id: int
    external_id: str
    summary: str
    requester: str
    status: Status
    has_draft: bool
    has_attachments: bool
    age_from: int | None
    language: str = ""
    intent: Intent | None = None
    confidence: float = 0.0
    escalate: bool = False
    waits_for_us: bool = True
    satisfaction: int = 0
    sentiment: str = ""
    own_tags: tuple[str, ...] = ()

"""What a conversation is tagged with, and what a run of tagging is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from supportdesk_gui.tickets.ticket import Role

if TYPE_CHECKING:
    from supportdesk_gui.assist.batch_door import BatchDoor
    from supportdesk_gui.tickets.ticket import Ticket


class Sentiment(StrEnum):
    """How the customer sounds at the end."""

    NEGATIVE = "negative"
    NEUTRAL = "neutral"
    POSITIVE = "positive"


class TagKind(StrEnum):
    """What a tag of the agent's own says."""

    YES_NO = "yes_no"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class OwnTag:
    """A tag that the agent has thought of: what it is called, and how it is to be judged."""

    name: str
    kind: TagKind
    instruction: str


@dataclass(frozen=True, slots=True)
class Tags:
    """Of one conversation. `satisfaction` is 1 (very unhappy) to 5 (very happy), `reason` why in a
    few words, `own` by name, yes or no for those of that kind.
    """

    satisfaction: int
    escalate: bool
    sentiment: Sentiment
    reason: str = ""
    own: Mapping[str, str] = field(default_factory=dict, hash=False)


class Way(StrEnum):
    """How a run asks: batches at half the price, one request after the other, or by rules."""

    BATCH = "batch"
    QUEUE = "queue"
    RULES = "rules"


class Scope(StrEnum):
    """Which conversations a run is about: without tags, or tagged and worth another look."""

    ANSWERED = "answered"
    """Replied to, here or elsewhere."""
    ALL = "all"
    """Without tags, replied to or not."""
    RULES = "rules"
    """Tagged by rules, which a model does better."""
    OWN = "own"
    """Tagged without one of the agent's own tags, as before there was that one."""
    OLD = "old"
    """Tagged before the customer wrote again."""


def way_for(door: BatchDoor | None, model: str) -> Way:
    """The cheapest way there is; no `door` where no model is in use."""
    if door is None:
        return Way.RULES
    return Way.BATCH if door.is_there(model) else Way.QUEUE


class ItemState(StrEnum):
    """How far a conversation is. Those behind DONE failed and can be sent again."""

    WAITING = "waiting"
    SENT = "sent"
    DONE = "done"
    ERRORED = "errored"
    EXPIRED = "expired"
    CANCELED = "canceled"
    REFUSED = "refused"
    GARBLED = "garbled"
    WITHHELD = "withheld"

    @property
    def has_failed(self) -> bool:
        """Whether it ended without tags."""
        return self not in {ItemState.WAITING, ItemState.SENT, ItemState.DONE}


@dataclass(frozen=True, slots=True)
class TagItem:
    """A conversation in a run. `masked` is what its placeholders stand for, while it is sent,
    `asked` how many messages of the customer's it had then."""

    id: int
    ticket_id: int
    state: ItemState = ItemState.WAITING
    detail: str = ""
    masked: Mapping[str, str] = field(default_factory=dict, hash=False)
    asked: int = 0


class PartState(StrEnum):
    """How far a part of a run is: its batch is being made, made, read, and deleted there."""

    SENDING = "sending"
    SENT = "sent"
    READ = "read"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class TagPart:
    """A batch of the provider's: `batch_id` is empty until it is known. `at` in seconds."""

    id: int
    batch_id: str
    at: int
    size: int
    state: PartState


@dataclass(frozen=True, slots=True)
class TagRun:
    """A run as it stands. `estimate` in micro-dollars, None without a known price; `counts` by
    the state of its items; `token` is in the names of its items; `profile` is the engine that it asks.
    """

    id: int
    at: int
    way: Way
    host: str
    model: str
    own: tuple[OwnTag, ...]
    estimate: int | None
    state: str
    token: str
    counts: Mapping[ItemState, int] = field(default_factory=dict, hash=False)
    profile: str = ""

    def name_of(self, item_id: int) -> str:
        """What a batch knows an item by: nothing of the ticket's, and no other program's."""
        return f"{self.token}-{item_id}"

    def item_of(self, name: str) -> int:
        """The item of that name, 0 where it is none of this run's."""
        token, _, number = name.rpartition("-")
        return int(number) if token == self.token and number.isdigit() else 0

    @property
    def total(self) -> int:
        """All its conversations."""
        return sum(self.counts.values())

    @property
    def failed(self) -> int:
        """Those that can be sent again."""
        return sum(count for state, count in self.counts.items() if state.has_failed)

    @property
    def left(self) -> int:
        """Those that wait or are under way."""
        return self.counts.get(ItemState.WAITING, 0) + self.counts.get(ItemState.SENT, 0)


def asked_in(ticket: Ticket) -> int:
    """How many messages of the customer's a conversation has: with more, its tags are old."""
    return sum(one.role is Role.REQUESTER for one in ticket.messages)


def own_tags(values: Mapping[str, Mapping[str, Any]]) -> tuple[OwnTag, ...]:
    """The tags that the settings hold, those that make sense."""
    found = []
    for name, row in values.items():
        instruction, kind = row.get("instruction"), row.get("kind")
        if name.strip() and isinstance(instruction, str) and kind in set(TagKind):
            found.append(OwnTag(name.strip(), TagKind(kind), instruction.strip()))
    return tuple(found)

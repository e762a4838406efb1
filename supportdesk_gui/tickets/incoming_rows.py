"""Tickets made ready for the writer, as rows of plain values.

All that Python has to do for a new ticket is done before the thread that writes has it, by the
thread or the process that reads the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import accumulate
from typing import Any, NamedTuple, overload

from supportdesk_gui.text.tokens import ticket_text
from supportdesk_gui.tickets.status_words import Standing, standing
from supportdesk_gui.tickets.store_rows import (
    DERIVED_COLUMNS,
    MESSAGE_COLUMNS,
    TICKET_COLUMNS,
    derived_values,
    identity,
    message_from,
    message_values,
    sound,
    ticket_from,
    ticket_values,
)
from supportdesk_gui.tickets.ticket import Status, Ticket

TICKET_WIDTH = 2 + len(f"{TICKET_COLUMNS},{DERIVED_COLUMNS}".split(","))
MESSAGE_WIDTH = 1 + len(MESSAGE_COLUMNS.split(","))
WORDS_WIDTH = 3
_SOURCE, _EXTERNAL_STATUS, _TEXT = 2, 8, 7
_AUTHOR_ID = 1 + MESSAGE_COLUMNS.split(", ").index("author_id")


class Told(NamedTuple):
    """What an export says of a ticket that is in none of its rows; as in Ticket."""

    external_id: str
    status: str
    thread: tuple[str, ...]
    written_to: tuple[str, ...]
    tells_tags: bool
    helpdesk_id: str
    addressed: tuple[str, ...]
    guesses_requester: bool
    requester_id: str
    mails: tuple[str, ...]
    own_address: str


class Incoming(NamedTuple):
    """A ticket whose texts can be stored, as the rows that are written if it is new.

    Plain values, since another process may have read them. `name` is the external id or what
    stands for it; `digest` changes with what an export says.
    """

    name: str
    digest: bytes
    columns: tuple[Any, ...]
    """TICKET_COLUMNS and DERIVED_COLUMNS."""
    messages: tuple[tuple[Any, ...], ...]
    """The position and the other MESSAGE_COLUMNS of each."""
    words: tuple[str, str]
    """Who wrote, and all other words by which it is found."""
    told: Told

    @property
    def source(self) -> str:
        """The helpdesk and view it came from."""
        return str(self.columns[0])

    @property
    def requester(self) -> str:
        """The name of who asks."""
        return str(self.columns[3])

    @property
    def email(self) -> str:
        """The address of who asks."""
        return str(self.columns[4])

    @property
    def url(self) -> str:
        """Where the helpdesk shows it."""
        return str(self.columns[5])

    @property
    def created_at(self) -> int | None:
        """When it began, in seconds since the epoch."""
        return self.columns[11] if isinstance(self.columns[11], int) else None

    def ticket(self) -> Ticket:
        """The ticket again; few are asked for."""
        told = self.told
        return replace(
            ticket_from((0, *self.columns), tuple(message_from(row) for row in self.messages)),
            external_id=told.external_id, status=Status(told.status), thread=told.thread,
            written_to=told.written_to, tells_tags=told.tells_tags, helpdesk_id=told.helpdesk_id,
            addressed=told.addressed, guesses_requester=told.guesses_requester,
            requester_id=told.requester_id,
            mails=told.mails, own_address=told.own_address,
        )  # fmt: skip


def incoming(ticket: Ticket) -> Incoming:
    """All that Python has to do for a new ticket."""
    return IncomingRows.made_of([ticket])[0]


def search_texts(ticket: Ticket, external_id: str) -> tuple[str, str]:
    """Who wrote, and all other words by which a ticket is found."""
    words = [external_id, *ticket.tags]
    words += [message.text for message in ticket.messages]
    if not ticket.messages or not _begins(ticket.messages[0].text, ticket.subject):
        words.insert(0, ticket.subject)
    who = f"{_name(ticket.requester)}\n{ticket_text(ticket.email)}"
    return who, ticket_text("\n".join(words))


@lru_cache(maxsize=4096)
def _name(requester: str) -> str:
    """As the index has it; people write again and again, and many have an accent."""
    return ticket_text(requester)


def _begins(text: str, subject: str) -> bool:
    """Whether a text begins with the words of its subject, as what helpdesks name by its text does."""
    return text.startswith(subject) and not text[len(subject) : len(subject) + 1].strip()


_TOLD_WIDTH = len(Told._fields)
_THREAD, *_BESIDE = map(Told._fields.index, ("thread", "helpdesk_id", "requester_id", "addressed"))


@dataclass(slots=True)
class IncomingRows(Sequence[Incoming]):
    """Many of them, as a few long lists of plain values: sooner packed, unpacked and written, and
    nothing for the collector of garbage to look through.

    What belongs to a ticket stands one behind the other, with a place before it for our id: in
    `tickets` TICKET_WIDTH values, with a second place for that of the import, in `messages`
    MESSAGE_WIDTH for each of its messages, in `words` WORDS_WIDTH, and in `told` as in Told.
    """

    names: list[str] = field(default_factory=list)
    digests: list[bytes] = field(default_factory=list)
    tickets: list[Any] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    """How many messages each has."""
    messages: list[Any] = field(default_factory=list)
    words: list[Any] = field(default_factory=list)
    told: list[Any] = field(default_factory=list)

    @classmethod
    def of(cls, tickets: Iterable[Incoming]) -> IncomingRows:
        """These tickets."""
        rows = cls()
        for one in tickets:
            rows.add(one)
        return rows

    @classmethod
    def made_of(cls, tickets: Iterable[Ticket]) -> IncomingRows:
        """These tickets, made ready."""
        rows = cls()
        for one in tickets:
            rows.make(one)
        return rows

    def make(self, ticket: Ticket) -> str:
        """Make one more ready; its name."""
        ticket, digest = sound(ticket)
        name = identity(ticket)
        is_closed = standing(ticket.external_status) is Standing.CLOSED
        status = str(Status.REPLIED if is_closed else ticket.status)
        self.names.append(name)
        self.digests.append(digest)
        self.tickets += (
            0,
            0,
            *ticket_values(ticket, name, status),
            *derived_values(ticket, digest),
        )
        said = message_values(ticket)
        self.counts.append(len(said))
        for message in said:
            self.messages.append(0)
            self.messages += message
        self.words += (0, *search_texts(ticket, name))
        self.told += (
            ticket.external_id, str(ticket.status), ticket.thread, ticket.written_to,
            ticket.tells_tags, ticket.helpdesk_id, ticket.addressed, ticket.guesses_requester,
            ticket.requester_id, ticket.mails, ticket.own_address,
        )  # fmt: skip
        return name

    def add(self, one: Incoming) -> None:
        """One more that is ready."""
        self.names.append(one.name)
        self.digests.append(one.digest)
        self.tickets += (0, 0, *one.columns)
        self.counts.append(len(one.messages))
        for message in one.messages:
            self.messages += (0, *message)
        self.words += (0, *one.words)
        self.told += one.told

    def __len__(self) -> int:
        return len(self.names)

    def __iter__(self) -> Iterator[Incoming]:
        said = 0
        for at, (name, digest, count) in enumerate(
            zip(self.names, self.digests, self.counts, strict=True)
        ):
            texts = self.messages[said * MESSAGE_WIDTH : (said + count) * MESSAGE_WIDTH]
            said += count
            yield Incoming(
                name,
                digest,
                tuple(self.tickets[at * TICKET_WIDTH + 2 : (at + 1) * TICKET_WIDTH]),
                tuple(
                    tuple(texts[place + 1 : place + MESSAGE_WIDTH])
                    for place in range(0, len(texts), MESSAGE_WIDTH)
                ),
                (self.words[at * WORDS_WIDTH + 1], self.words[at * WORDS_WIDTH + 2]),
                Told(*self.told[at * _TOLD_WIDTH : (at + 1) * _TOLD_WIDTH]),
            )

    @overload
    def __getitem__(self, at: int) -> Incoming: ...

    @overload
    def __getitem__(self, at: slice) -> IncomingRows: ...

    def __getitem__(self, at: int | slice) -> Incoming | IncomingRows:
        if isinstance(at, slice):
            return self._part(*at.indices(len(self))[:2])
        if not -1 < at < len(self):
            raise IndexError(at)
        return next(iter(self._part(at, at + 1)))

    def _part(self, first: int, end: int) -> IncomingRows:
        before = [0, *accumulate(self.counts)]
        said = slice(before[first] * MESSAGE_WIDTH, before[end] * MESSAGE_WIDTH)
        return IncomingRows(
            self.names[first:end],
            self.digests[first:end],
            self.tickets[first * TICKET_WIDTH : end * TICKET_WIDTH],
            self.counts[first:end],
            self.messages[said],
            self.words[first * WORDS_WIDTH : end * WORDS_WIDTH],
            self.told[first * _TOLD_WIDTH : end * _TOLD_WIDTH],
        )

    @property
    def letters(self) -> int:
        """How long the texts of all of them are."""
        return sum(map(len, self.messages[_TEXT::MESSAGE_WIDTH]))

    @property
    def sources(self) -> list[str]:
        """The helpdesk and view of each."""
        return self.tickets[_SOURCE::TICKET_WIDTH]

    @property
    def closed(self) -> int:
        """With how many the helpdesk is done."""
        found = self.tickets[_EXTERNAL_STATUS::TICKET_WIDTH]
        done = {status for status in set(found) if standing(status) is Standing.CLOSED}
        return sum(map(done.__contains__, found))

    @property
    def are_apart(self) -> bool:
        """Whether each has a name of its own, by which alone it is known."""
        in_threads = any(self.told[_THREAD::_TOLD_WIDTH])
        return not in_threads and len(set(zip(self.sources, self.names, strict=True))) == len(self)

    @property
    def has_more_beside(self) -> bool:
        """Whether an export says of any what is kept beside the tickets (kept_beside.py)."""
        return any(any(self.told[place::_TOLD_WIDTH]) for place in _BESIDE)

    @property
    def number_writers(self) -> bool:
        """Whether a message of any is by a number, of which other conversations may know more."""
        return any(self.messages[_AUTHOR_ID::MESSAGE_WIDTH])

    def number(self, first_id: int, import_id: int) -> range:
        """Give them ids of ours from this one on, each; those ids."""
        ids = range(first_id, first_id + len(self))
        self.tickets[::TICKET_WIDTH] = ids
        self.tickets[1::TICKET_WIDTH] = [import_id] * len(self)
        self.messages[::MESSAGE_WIDTH] = [
            one for one, count in zip(ids, self.counts, strict=True) for _ in range(count)
        ]
        self.words[::WORDS_WIDTH] = ids
        return ids

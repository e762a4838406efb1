"""Reading exports that come in several files: messages find their ticket, people are named."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from supportdesk_gui.tickets.accounts import by_account, staff_in
from supportdesk_gui.tickets.importing.json_files import json_values
from supportdesk_gui.tickets.importing.json_people import Person, person_in
from supportdesk_gui.tickets.importing.json_tickets import JsonReading, Said, message_of
from supportdesk_gui.tickets.importing.json_times import times_of
from supportdesk_gui.tickets.importing.own_ids import own_ids
from supportdesk_gui.tickets.importing.people import is_number, role_named
from supportdesk_gui.tickets.importing.report import (
    TABLES,
    Diagnosis,
    ReadingProgress,
    RejectedRow,
    RejectReason,
    Shape,
    excerpt,
)
from supportdesk_gui.tickets.importing.table_content import (
    PERSON_EMAIL,
    PERSON_FIRST,
    PERSON_ID,
    PERSON_LAST,
    PERSON_NAME,
    PERSON_ROLE,
    lists_buyers,
)
from supportdesk_gui.tickets.importing.table_sections import rows_of
from supportdesk_gui.tickets.importing.tables import read_table
from supportdesk_gui.tickets.importing.vendors import normalised
from supportdesk_gui.tickets.same_ticket import FirstOfEach
from supportdesk_gui.tickets.ticket import Message, Role, Ticket
from supportdesk_gui.tickets.ticket_numbers import names_one

Item = Ticket | RejectedRow | ReadingProgress

_OF_A_TICKET = re.compile(
    r"(?:(?:.*[^a-z])?(?:ticket|issue|conversation|case|request)s?[-_# ]*)?(?!20\d{6}$)(\d+)"
    r"(?:[-_ ]*(?:comments?|messages?|notes?|thread))?",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d+")
_TELLING = 20
"""Letters from which on a text is hardly that of two tickets, and figures a number of a page."""
_FEWEST_FIGURES = 4
_SAYS_NOTHING = re.compile(r"(?:comments?|messages?|thread)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Person:
    name: str
    email: str
    role: Role | None


@dataclass(frozen=True, slots=True)
class _Said:
    """A message that stands in a file of its own; `is_told` where that says who wrote it."""

    message: Message
    is_told: bool


class _Threads:
    """The messages of all files by the number of their ticket, and what they say of tickets."""

    def __init__(self) -> None:
        self.of: dict[str, list[_Said]] = {}
        self.alone: dict[str, Ticket] = {}
        self.named: set[str] = set()
        """The numbers of tickets as the messages have them."""
        self.files: dict[str, str] = {}
        self.askers: dict[str, Person] = {}
        """The first customer who wrote to each, where a message says so of its author."""
        self.people: dict[str, _Person] = {}
        """Those by their numbers of whom a message says more."""
        self._nameless: dict[str, str] = {}
        """The conversations without a number, each by its file."""

    def add(self, part: Diagnosis) -> Iterator[RejectedRow]:
        """Read one file; rows that are no messages."""
        yield from self._add_table(part) if part.kind in TABLES else self._add_json(part)

    def _keep(self, number: str, ticket: Ticket, said: list[_Said], part: Diagnosis) -> str:
        key = number or f"\0{part.path}"  # whose ticket has no number are one file's
        if not number:
            self._nameless[key] = part.shown_name
        key = _unpadded(key)
        if number and not names_one(number):  # that of many tickets
            key = f"\0{part.path}\0{len(self.of)}"
        self.named.add(number)
        self.alone.setdefault(key, ticket)
        self.files.setdefault(key, part.shown_name)
        self.of.setdefault(key, []).extend(said)
        return key

    def _add_table(self, part: Diagnosis) -> Iterator[RejectedRow]:
        is_told = bool(part.columns.keys() & {"author_type", "direction"})
        for item in read_table(part):
            if isinstance(item, Ticket):
                said = [_Said(one, is_told) for one in item.messages]
                self._keep(item.external_id, replace(item, messages=()), said, part)
            elif isinstance(item, RejectedRow):
                yield item

    def _add_json(self, part: Diagnosis) -> Iterator[RejectedRow]:
        reading = JsonReading(part.source, times_of(part), telling=part.telling)
        told = _number_of(part.shown_name)
        for number, value in enumerate(json_values(part), 1):
            if found := message_of(value, reading):
                name = found.number or told
                ticket = Ticket(part.source, name, found.subject)
                key = self._keep(name, ticket, [_Said(found.message, found.is_told)], part)
                self._note(key, found)
            else:
                words = excerpt(str(value)[:400])
                yield RejectedRow(part.shown_name, number, RejectReason.NO_CONTENT, words)

    def of_nameless(self, ticket: Ticket) -> str:
        """The conversation without a number that is a ticket's: its file is called by the number, or it
        begins with what the ticket says itself; empty where none is. It is given once."""
        for key, name in self._nameless.items():
            figures = _FIGURES.findall(PurePosixPath(name).stem)
            is_called = ticket.external_id in figures and len(ticket.external_id) >= _FEWEST_FIGURES
            if is_called or _begins(self.of[key], ticket):
                del self._nameless[key]
                return key
        return ""

    def _note(self, key: str, found: Said) -> None:
        """Who asks, and who it is that has this number."""
        author, role = found.author, found.message.role
        if not found.is_told:
            return
        if role is Role.REQUESTER:
            self.askers.setdefault(key, author)
        if author.id:
            person = _Person(author.name, author.email, role)
            known = self.people.setdefault(author.id, person)
            if known.role is not role:  # who writes on both sides
                self.people[author.id] = replace(known, role=None)

    def alone_of(self, name: str, source: str) -> Ticket:
        """All that is known of a ticket whose messages stand alone."""
        ticket, asker = replace(self.alone[name], source=source), self.askers.get(name)
        if asker is None or ticket.requester or ticket.email:
            return ticket
        return replace(ticket, requester=asker.id or asker.name, email=asker.email)


def _begins(said: list[_Said], ticket: Ticket) -> bool:
    """Whether a conversation begins with the text of a ticket."""
    own = _bare(ticket.messages[0]) if ticket.messages else ""
    return len(own) >= _TELLING and any(_bare(one.message) == own for one in (said[0], said[-1]))


def _number_of(name: str) -> str:
    """The ticket that a file with the messages of one is called by, itself or its folder: `12.json`,
    `ticket-12-comments.json`, `12/comments.json`. That of `comments-2.json` counts something else."""
    steps = [PurePosixPath(step).stem for step in re.split("/| › ", name)]
    while len(steps) > 1 and _SAYS_NOTHING.fullmatch(steps[-1]):
        steps.pop()
    found = _OF_A_TICKET.fullmatch(steps[-1])
    return found[1] if found else ""


def read_messages(diagnosis: Diagnosis) -> Iterator[Item]:
    """A ticket of each number that files of messages name, put together with their people."""
    people = _people_of(diagnosis)
    threads = _Threads()
    for part in (diagnosis, *diagnosis.slices):
        yield from threads.add(part)
    people = {**threads.people, **people}
    found = [
        _put_together(threads.alone_of(name, diagnosis.source), threads.of[name], people)
        for name in threads.alone
    ]
    staff = staff_in(said for one in found for said in one.messages)
    yield from (by_account(one, staff) for one in found)


def read_joined(diagnosis: Diagnosis, tickets: Iterator[Item]) -> Iterator[Item]:
    """`tickets` with their messages and people; messages without a ticket are rejected. Where no
    message has one, the files have nothing to do with each other, and all are tickets."""
    people = _people_of(diagnosis)
    threads = _Threads()
    for part in diagnosis.messages_in:
        yield from threads.add(part)
    people = {**threads.people, **people}
    met, numbers = set(), FirstOfEach()
    own = own_ids((diagnosis, *diagnosis.slices), threads.named)
    for item in tickets:
        if isinstance(item, Ticket):
            number = numbers.own(item).external_id  # of two customers' nothing says whose they are
            own_id = item.helpdesk_id or own.get(item.external_id, "")  # by which messages name it
            name = _unpadded(own_id)
            name = name if name in threads.of else _unpadded(number)
            if name not in threads.of:
                name = threads.of_nameless(item) or name
            met.add(name)
            found = replace(item, helpdesk_id=own_id) if own_id else item
            yield _put_together(found, threads.of.get(name, []), people)
        else:
            yield item
    without = [name for name in threads.of if name not in met]
    if met.isdisjoint(threads.alone):
        for name in without:
            yield _put_together(
                threads.alone_of(name, threads.alone[name].source), threads.of[name], people
            )
        return
    for name in without:
        for said in threads.of[name]:
            words = excerpt(f"{threads.alone[name].external_id}: {said.message.text[:160]}")
            yield RejectedRow(threads.files[name], 0, RejectReason.NO_TICKET, words)


def one_after_the_other(
    diagnosis: Diagnosis, read: Callable[[Diagnosis], Iterator[Item]]
) -> Iterator[Item]:
    """What the files of one export hold, with the progress in all of them."""
    files = (diagnosis, *diagnosis.slices)
    sizes = [one.path.stat().st_size for one in files]
    for place, one in enumerate(files):
        for item in read(replace(one, source=diagnosis.source)):
            if isinstance(item, ReadingProgress):
                done = sum(sizes[:place]) + item.done
                yield ReadingProgress(done, sum(sizes), item.joined, item.is_spoilt)
            else:
                yield item


def _unpadded(number: str) -> str:
    """Without the zeros that a workbook may show in one of its tables only."""
    return number.lstrip("0") or number if number.isdecimal() else number


def _tells_kind(number: str) -> bool:
    """Whether a number says that it is of a customer, as Salesforce's do: others may be those of a
    list of customers, where the same people write by the numbers of their accounts."""
    return is_number(number) and not number.isdecimal()


def _put_together(ticket: Ticket, added: list[_Said], people: dict[str, _Person]) -> Ticket:
    ticket = replace(ticket, requester=_listed(ticket.requester, people))
    asking = ticket.requester or _asker(ticket, added, people)
    person = people.get(asking)
    if person and ticket.email and person.email and person.email.lower() != ticket.email.lower():
        person = None  # somebody else has this number, in a list that counts its own people
    person = person or people.get(ticket.email.lower())
    own = list(ticket.messages)
    first = min(added, key=lambda said: said.message.sent_at or 0, default=None)
    if own and first and _bare(own[0]) == _bare(first.message):
        own = own[1:]  # the description is the first comment once more
    numbered = is_number(ticket.requester) or _tells_kind(ticket.requester_id)
    askers = {one.lower() for one in (ticket.requester, ticket.email, ticket.requester_id) if one}
    writers = {_writer(said.message).lower() for said in added}
    by_asker = not askers.isdisjoint(writers) or (
        bool(ticket.email) and all("@" in one for one in writers)
    )
    messages = [_named(one, Role.REQUESTER if asking == one.author != "" else one.role, people)
                for one in own]  # fmt: skip
    for said in added:
        author, role = _listed(_writer(said.message), people), said.message.role
        is_sure = said.is_told
        if author and author == asking:
            role, is_sure = Role.REQUESTER, True
        elif not said.is_told and (by_asker or (numbered and is_number(author))):
            role, is_sure = Role.REQUESTER if author.lower() in askers else Role.AGENT, True
        messages.append(_named(said.message, role, people, is_sure))
    requester = "" if is_number(asking) else asking
    if person and (not requester or asking in people):
        requester = person.name
    return replace(
        ticket,
        messages=_in_order(messages),
        requester=requester,
        email=ticket.email or (person.email if person else ""),
        requester_id=asking if is_number(asking) else ticket.requester_id,
    )


def _asker(ticket: Ticket, added: list[_Said], people: dict[str, _Person]) -> str:
    """The first customer among those who wrote to a ticket of which nothing else is known; where
    that is a number that no list explains, nobody: who answers would be taken for us."""
    if ticket.messages or ticket.email:
        return ""
    known = (author for said in added if (author := _writer(said.message)) in people)
    return next((one for one in known if people[one].role is not Role.AGENT), "")


def _listed(number: str, people: dict[str, _Person]) -> str:
    """The number of somebody as the list of people has it, where that has them without zeros."""
    bare = _unpadded(number)
    return bare if number not in people and bare in people else number


def _writer(message: Message) -> str:
    """Who wrote it: the number, or else the name or address."""
    return message.author_id or message.author


def _bare(message: Message) -> str:
    return "".join(message.text.split())


def _named(
    message: Message, role: Role, people: dict[str, _Person], is_sure: bool = True
) -> Message:
    """With the author's name for a number or address, and the role that it gives away. The number
    stays where the role `is_sure`, or nothing but the number tells it."""
    author = _listed(_writer(message), people)
    number = author if is_number(author) else ""
    person = people.get(author) or people.get(author.lower())
    if person:
        return replace(
            message, author=person.name or person.email,
            role=role if role is Role.SYSTEM else person.role or role,
            author_id=number if is_sure or person.role else "",
        )  # fmt: skip
    name = "" if is_number(message.author) else message.author
    keeps = number if is_sure or not name else ""
    return replace(message, author=name, role=role, author_id=keeps)


def _in_order(messages: list[Message]) -> tuple[Message, ...]:
    if all(message.sent_at is not None for message in messages):
        messages.sort(key=lambda message: message.sent_at or 0)
    return tuple(replace(one, position=place) for place, one in enumerate(messages))


def _people_of(diagnosis: Diagnosis) -> dict[str, _Person]:
    """Everybody in the files of people, by number and by address in small letters."""
    found: dict[str, _Person] = {}
    for part in diagnosis.people_in:
        is_numbered = part.kind not in TABLES or not lists_buyers(part.header)
        for told, name, email, role in _person_cells(part):
            number = told if is_numbered else ""
            person = _Person(name.strip(), email.strip(), role_named(role))
            found[person.email.lower()] = found[number.strip()] = person
    found.pop("", None)
    return found


def _person_cells(diagnosis: Diagnosis) -> Iterator[tuple[str, str, str, str]]:
    if diagnosis.kind not in TABLES:
        listed_as = diagnosis.parts.removesuffix("s")
        for value in json_values(diagnosis):
            number, name, email, role = (
                str(value.get(key) or "") for key in ("id", "name", "email", "role")
            )
            told = person_in(value)
            number, name, email = number or told.id, name or told.name, email or told.email
            yield number, name, email, role or ("" if listed_as == "user" else listed_as)
        return
    names, at = _person_places(diagnosis)
    for item in rows_of(replace(diagnosis, shape=Shape.TICKET)):
        if isinstance(item, Diagnosis):
            names, at = _person_places(item)
        elif isinstance(item, tuple):
            cells = [*item[1], *[""] * (len(names) + 1 - len(item[1]))]
            number, name, email, role, first, last = (
                cells[place] if place >= 0 else "" for place in at
            )
            yield number, name or f"{first} {last}", email, role


def _person_places(diagnosis: Diagnosis) -> tuple[list[str], list[int]]:
    names = [normalised(name) for name in diagnosis.header]
    return names, [
        next((names.index(name) for name in wanted if name in names), -1)
        for wanted in (PERSON_ID, PERSON_NAME, PERSON_EMAIL, PERSON_ROLE, PERSON_FIRST, PERSON_LAST)
    ]

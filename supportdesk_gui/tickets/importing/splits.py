"""Exports that come in several files: tickets, comments and people, dropped together.

Each file says by its columns or keys what it holds. Messages find their ticket by its number,
people are named by theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from supportdesk_gui.tickets.importing.dates import TimeReader
from supportdesk_gui.tickets.importing.json_files import json_values
from supportdesk_gui.tickets.importing.json_tickets import JsonReading, message_of
from supportdesk_gui.tickets.importing.people import role_named
from supportdesk_gui.tickets.importing.report import (
    Content,
    Diagnosis,
    Kind,
    Notice,
    ReadingProgress,
    RejectedRow,
    RejectReason,
    Shape,
    excerpt,
)
from supportdesk_gui.tickets.importing.table_content import (
    PERSON_EMAIL,
    PERSON_ID,
    PERSON_NAME,
    PERSON_ROLE,
    names_ticket,
)
from supportdesk_gui.tickets.importing.tables import read_table, rows_of
from supportdesk_gui.tickets.importing.vendors import normalised
from supportdesk_gui.tickets.ticket import Message, Role, Ticket

Item = Ticket | RejectedRow | ReadingProgress

_TABLES = frozenset({Kind.TABLE, Kind.WORKBOOK})
_WRITERS = frozenset({"author", "author_email", "author_id", "author_type"})


@dataclass(frozen=True, slots=True)
class _Person:
    name: str
    email: str
    role: Role | None


def joined(diagnoses: Sequence[Diagnosis]) -> tuple[list[Diagnosis], list[Diagnosis]]:
    """The diagnoses with messages and people put to the tickets that were dropped with them, and
    those that are no tickets beside the others.

    Two lists of tickets leave it open to which of them they belong: then nothing is joined.
    """
    by_content: dict[Content, list[Diagnosis]] = {content: [] for content in Content}
    for diagnosis in diagnoses:
        by_content[diagnosis.content].append(diagnosis)
    messages, people = by_content[Content.MESSAGES], by_content[Content.PEOPLE]
    tickets, left = by_content[Content.TICKETS], []
    added = _messages_beside(tickets, bool(messages or people))
    messages = [*messages, *(replace(one, content=Content.MESSAGES) for one in added)]
    tickets = [one for one in tickets if one not in added]
    if any(not _is_doubtful(one, False) for one in tickets):
        left = [one for one in tickets if _is_doubtful(one, bool(messages or people))]
        tickets = [one for one in tickets if one not in left]
    found = tickets or messages[:1]
    if len(found) != 1 or not (messages or people):
        return [*tickets, *(_alone(one) for one in messages)], [*left, *people]
    base = _alone(found[0])
    beside = tuple(_by_message(one) for one in messages if one is not found[0])
    has_text = base.has_message_text or any(one.has_message_text for one in beside)
    whole = replace(
        base, messages_in=beside, people_in=tuple(people), has_message_text=has_text,
        advice=None if has_text else base.advice,
    )  # fmt: skip
    return [whole], left


def _messages_beside(tickets: list[Diagnosis], is_split: bool) -> list[Diagnosis]:
    """Those of one list of tickets that has no texts, or came with other parts of its export: they
    have text and the number of a ticket, and nothing by which a ticket is called."""
    named = [one for one in tickets if one.vendor or "subject" in one.columns]
    if len(named) != 1 or (named[0].has_message_text and not is_split):
        return []
    return [
        one
        for one in tickets
        if one is not named[0] and one.kind in _TABLES and "body" in one.columns
        and names_ticket(one.header, one.columns)
    ]  # fmt: skip


def _by_message(diagnosis: Diagnosis) -> Diagnosis:
    """A table of messages beside one of tickets: who is named in a row wrote it."""
    if diagnosis.kind not in _TABLES:
        return diagnosis
    columns = dict(diagnosis.columns)
    if not columns.keys() & _WRITERS:
        for of_ticket, of_message in (("customer", "author"), ("email", "author_email")):
            if of_ticket in columns:
                columns[of_message] = columns.pop(of_ticket)
    return replace(diagnosis, shape=Shape.MESSAGE, columns=columns)


def _is_doubtful(diagnosis: Diagnosis, is_split: bool) -> bool:
    """Whether it is one of the other tables of an export that came in several."""
    if Notice.UNKNOWN_COLUMNS in diagnosis.notices:
        return True
    is_named = diagnosis.vendor or "subject" in diagnosis.columns
    return is_split and diagnosis.kind in _TABLES and not is_named


def _alone(diagnosis: Diagnosis) -> Diagnosis:
    """Messages whose tickets were not dropped with them are all that is known of those."""
    if diagnosis.content is not Content.MESSAGES or diagnosis.kind not in _TABLES:
        return diagnosis
    return replace(diagnosis, content=Content.TICKETS, shape=Shape.MESSAGE)


def read_messages(diagnosis: Diagnosis) -> Iterator[Item]:
    """A ticket of each number that the messages of a JSON file name."""
    found: dict[str, list[Message]] = {}
    yield from _add_json_messages(diagnosis, found)
    for number, messages in found.items():
        yield Ticket(diagnosis.source, number, "", tuple(_in_order(messages)))


def read_joined(diagnosis: Diagnosis, tickets: Iterator[Item]) -> Iterator[Item]:
    """`tickets` with their messages and people; messages without a ticket are rejected. Where no
    message has one, the files have nothing to do with each other, and all are tickets."""
    people = {}
    for part in diagnosis.people_in:
        people.update(_people(part))
    messages: dict[str, list[Message]] = {}
    alone: dict[str, Ticket] = {}
    for part in diagnosis.messages_in:
        yield from _add_messages(part, messages, alone)
    knows_roles = not all(_is_guessing(part) for part in diagnosis.messages_in)
    met = set()
    for item in tickets:
        if isinstance(item, Ticket):
            own_id = item.helpdesk_id  # which its messages name, not what people call it
            name = own_id if own_id in messages else item.external_id
            met.add(name)
            added = messages.get(name, [])
            yield _put_together(item, added, people, knows_roles)
        else:
            yield item
    if met.isdisjoint(alone):
        for number, ticket in alone.items():
            added = messages.pop(number)
            yield _put_together(replace(ticket, messages=()), added, people, knows_roles)
    yield from _without_ticket(diagnosis, messages, met)


def _add_messages(
    part: Diagnosis, messages: dict[str, list[Message]], alone: dict[str, Ticket]
) -> Iterator[RejectedRow]:
    """Those of one file by the number of their ticket, and for a table what it says of that."""
    if part.kind not in _TABLES:
        yield from _add_json_messages(part, messages)
        return
    for item in read_table(part):
        if isinstance(item, Ticket):
            alone.setdefault(item.external_id, item)
            messages.setdefault(item.external_id, []).extend(item.messages)
        elif isinstance(item, RejectedRow):
            yield item


def _without_ticket(
    diagnosis: Diagnosis, messages: dict[str, list[Message]], met: set[str]
) -> Iterator[RejectedRow]:
    for number, found in messages.items():
        for message in found if number not in met else ():
            words = f"{number}: {message.text[:160]}"
            name = diagnosis.messages_in[0].shown_name
            yield RejectedRow(name, 0, RejectReason.NO_TICKET, words)


def _is_guessing(part: Diagnosis) -> bool:
    """Whether nothing in the file says whether a customer or an agent wrote a message."""
    return part.kind in _TABLES and not part.columns.keys() & {"author_type", "direction"}


def _put_together(
    ticket: Ticket, added: list[Message], people: dict[str, _Person], knows_roles: bool
) -> Ticket:
    asking = ticket.requester
    person = people.get(asking) or people.get(ticket.email.lower())
    own = list(ticket.messages)
    if own and added and "".join(own[0].text.split()) == "".join(added[0].text.split()):
        own = own[1:]  # the description is the first comment once more
    askers = {asking.lower(), ticket.email.lower()} - {""}
    writers = {message.author.lower() for message in added}
    is_told = not knows_roles and not askers.isdisjoint(writers)
    if not knows_roles and ticket.email and all("@" in one for one in writers):
        is_told = True
    if is_told:
        added = [
            replace(one, role=Role.REQUESTER if one.author.lower() in askers else Role.AGENT)
            for one in added
        ]
    messages = [_named(message, asking, people) for message in [*own, *added]]
    requester = "" if asking.isdigit() else asking
    if person and (not requester or asking in people):
        requester = person.name
    return replace(
        ticket,
        messages=tuple(_in_order(messages)),
        requester=requester,
        email=ticket.email or (person.email if person else ""),
    )


def _named(message: Message, asking: str, people: dict[str, _Person]) -> Message:
    """With the author's name for a number or address, and the role that it gives away."""
    author = message.author
    person = people.get(author) or people.get(author.lower())
    role = message.role
    if author and author == asking:
        role = Role.REQUESTER
    elif person and person.role:
        role = person.role
    elif author.isdigit() and asking.isdigit():
        role = Role.AGENT
    name = (person.name or person.email) if person else ("" if author.isdigit() else author)
    return replace(message, author=name, role=role)


def _add_json_messages(
    part: Diagnosis, messages: dict[str, list[Message]]
) -> Iterator[RejectedRow]:
    reading = JsonReading(part.source, TimeReader())
    for number, value in enumerate(json_values(part), 1):
        found = message_of(value, reading)
        if found:
            messages.setdefault(found[0], []).append(found[1])
        else:
            words = excerpt(str(value)[:400])
            yield RejectedRow(part.shown_name, number, RejectReason.NO_CONTENT, words)


def _in_order(messages: list[Message]) -> list[Message]:
    if all(message.sent_at is not None for message in messages):
        messages.sort(key=lambda message: message.sent_at or 0)
    return [replace(one, position=place) for place, one in enumerate(messages)]


def _people(diagnosis: Diagnosis) -> dict[str, _Person]:
    """Everybody in the file, by number and by address in small letters."""
    found = {}
    for number, name, email, role in _person_cells(diagnosis):
        person = _Person(name.strip(), email.strip(), role_named(role))
        found[person.email.lower()] = found[number.strip()] = person
    found.pop("", None)
    return found


def _person_cells(diagnosis: Diagnosis) -> Iterator[tuple[str, str, str, str]]:
    if diagnosis.kind not in _TABLES:
        for value in json_values(diagnosis):
            number, name, email, role = (
                str(value.get(key) or "") for key in ("id", "name", "email", "role")
            )
            yield number, name, email, role
        return
    names = [normalised(name) for name in diagnosis.header]
    at = [
        next((names.index(name) for name in wanted if name in names), -1)
        for wanted in (PERSON_ID, PERSON_NAME, PERSON_EMAIL, PERSON_ROLE)
    ]
    for item in rows_of(replace(diagnosis, shape=Shape.TICKET)):
        if isinstance(item, tuple):
            cells = [*item[1], *[""] * (len(names) + 1 - len(item[1]))]
            number, name, email, role = (cells[place] if place >= 0 else "" for place in at)
            yield number, name, email, role

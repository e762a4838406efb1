"""Tickets out of tables that have a row for each message: a conversation's rows in their order, who
wrote them, and who of those asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from supportdesk_gui.tickets.accounts import by_account
from supportdesk_gui.tickets.importing.bodies import message
from supportdesk_gui.tickets.importing.comment_cells import files_of
from supportdesk_gui.tickets.importing.message_sides import (
    address_in,
    comes_newest_first,
    role_towards,
    side_of,
)
from supportdesk_gui.tickets.importing.people import EVENTS, is_number, mailbox, role_named
from supportdesk_gui.tickets.importing.report import Content, Diagnosis, Shape
from supportdesk_gui.tickets.importing.table_tickets import (
    has_answers,
    places_of,
    ticket_builder,
    times_of,
)
from supportdesk_gui.tickets.importing.visibility import visibility_of
from supportdesk_gui.tickets.ticket import Message, Role, Ticket, Visibility

_WHO_ASKS = frozenset({"customer", "email", "requester_id", "author_type", "direction"})


def conversation_builder(
    diagnosis: Diagnosis,
) -> Callable[[Sequence[list[str]]], Ticket]:
    """A function that makes one ticket of all rows of a conversation, one message a row and its
    answer behind it. What rows say alike one after the other is said once."""
    width = len(diagnosis.header)
    build_ticket = ticket_builder(
        replace(diagnosis, columns={**diagnosis.columns, "reply": (), "comment": ()})
    )
    reader = _RowReader(diagnosis)
    is_guess = diagnosis.columns.keys().isdisjoint(_WHO_ASKS)

    def build(rows: Sequence[list[str]]) -> Ticket:
        padded = ([*row[:width], *[""] * (width + 1 - len(row))] for row in rows)
        lines = reader.in_order([_Line(cell, *reader.told(cell)) for cell in padded])
        base = build_ticket(lines[0].cell[:width]) or Ticket(diagnosis.source, "", "")
        roles = reader.roles(lines, base)
        said = [
            (reader.message(line, role, base, place), reader.answer(line.cell))
            for place, (line, role) in enumerate(zip(lines, roles, strict=True))
        ]
        ticket = _finished(base, _in_order(said), rows, reader.at, width)
        return by_account(replace(ticket, guesses_requester=True), {}) if is_guess else ticket

    return build


class _Line(NamedTuple):
    """The cells of a row, who it says wrote it, and when."""

    cell: list[str]
    role: Role | None
    sent_at: int | None


class _RowReader:
    """The message of a row, and its answer."""

    def __init__(self, diagnosis: Diagnosis) -> None:
        place = places_of(diagnosis)
        names = ("author", "author_type", "author_email", "author_id", "requester_id",
                 "message_type", "direction", "body", "message_id", "reply", "agent",
                 "created", "updated", "solved")  # fmt: skip
        self.at = {name: place(name) for name in names}
        self._sent_at = place("sent") if place("sent") >= 0 else self.at["created"]
        self._privacy = diagnosis.privacy
        self._files_at = diagnosis.columns.get("attachment", ())
        self._times = times_of(diagnosis)
        self._is_numbered = diagnosis.content is Content.MESSAGES or diagnosis.is_joined
        self._has_answers = has_answers(diagnosis.columns)
        self._names_nobody = "subject" not in diagnosis.columns and not (
            diagnosis.columns.keys() & (_WHO_ASKS - {"requester_id"})
        )
        self._to_at, self._ours = diagnosis.to_at, diagnosis.ours
        self._newest_first = diagnosis.newest_first
        self._direction = diagnosis.header[at] if (at := place("direction")) >= 0 else ""

    def told(self, cell: list[str]) -> tuple[Role | None, int | None]:
        """Who wrote a row as it says itself, and when."""
        at = self.at
        told = role_named(cell[at["author_type"]]) or (
            (direction := cell[at["direction"]])
            and (role_towards(direction, self._direction) or role_named(direction))
        )
        role = told or role_named(cell[at["author"]]) or role_named(cell[at["message_type"]])
        if not role and self._ours and self._author(cell).strip().casefold() in self._ours:
            role = Role.AGENT
        if not role and self._to_at >= 0:
            role = side_of(
                address_in(cell[at["author"]]), address_in(cell[self._to_at]), self._ours
            )
        return role or None, self._time(cell, self._sent_at)

    def in_order(self, lines: list[_Line]) -> list[_Line]:
        """The rows of a conversation as they were written, where all of them tell when."""
        times = [line.sent_at for line in lines]
        if len(lines) < 2 or None in times:
            return lines
        if comes_newest_first(times) or (self._newest_first and len(set(times)) == 1):
            lines = lines[::-1]
        return sorted(lines, key=lambda line: line.sent_at or 0)

    def roles(self, lines: Sequence[_Line], base: Ticket) -> list[Role]:
        """Who wrote each row: as told, else as the same person's other rows tell, or whoever is the
        customer; where nobody is known to be, the first who is not one of us."""
        told = [line.role for line in lines if line.role]
        if len(told) == len(lines):
            return told
        authors = [self._author_id(line.cell) for line in lines]
        known = {
            author: line.role
            for author, line in zip(authors, lines, strict=True)
            if author and line.role
        }
        names = {self._name(line.cell).casefold() for line in lines}
        asking = base.requester.casefold() if base.requester.casefold() in names - {""} else ""
        is_known = bool(asking) or Role.REQUESTER in (line.role for line in lines)
        first = next((one for one, line in zip(authors, lines, strict=True)
                      if one and line.role in (None, Role.REQUESTER)), "")  # fmt: skip
        found = []
        for author, line in zip(authors, lines, strict=True):
            role = line.role or _by_account(line.cell, self.at, base) or known.get(author)
            is_first = author == first and not (is_known and author)
            if not author and self._seen(line.cell, Role.AGENT) is Visibility.INTERNAL:
                is_first = False  # no customer writes a note
            if asking and author and not role:
                is_first = self._name(line.cell).casefold() == asking
            found.append(role or (Role.REQUESTER if is_first else Role.AGENT))
        return found

    def _author_id(self, cell: list[str]) -> str:
        """The number of who wrote it, or else the name."""
        return cell[self.at["author_id"]] or self._author(cell)

    def _author(self, cell: list[str]) -> str:
        at = self.at
        number = cell[at["author_id"]] if self._is_numbered else ""
        return cell[at["author"]] or cell[at["author_email"]] or number

    def _name(self, cell: list[str]) -> str:
        author = self._author(cell).strip()
        return mailbox(author)[0] or author

    def message(self, line: _Line, role: Role, base: Ticket, place: int) -> Message | None:
        """What the row says; None where it is empty."""
        at, cell = self.at, line.cell
        author = self._author(cell)
        kind = cell[at["message_type"]].strip().lower()
        body = cell[at["body"]]
        if kind in EVENTS and not body.strip():
            role, body = Role.SYSTEM, kind
        if not body.strip():
            return None
        if self._has_answers and role is Role.REQUESTER:
            author = author or base.requester
        return message(
            0 if self._has_answers else place, role, body, self._seen(cell, role), author, line.sent_at,
            cell[at["message_id"]].strip(), files_of(cell, self._files_at),
            self._number(cell, author) if not line.role else "",
        )  # fmt: skip

    def _number(self, cell: list[str], author: str) -> str:
        """The number of who wrote it, where nothing else says who that is."""
        number = cell[self.at["author_id"]].strip()
        is_all = self._names_nobody and author in ("", number) and is_number(number)
        return number if is_all else ""

    def _seen(self, cell: list[str], role: Role) -> Visibility:
        told = ((means, cell[at]) for means, at in self._privacy)
        return visibility_of(told, by_us=role is not Role.REQUESTER)

    def answer(self, cell: list[str]) -> Message | None:
        """What the agent answered; None where the row has none."""
        at = self.at
        if not self._has_answers or not cell[at["reply"]].strip():
            return None
        moment = self._time(cell, at["solved"]) or self._time(cell, at["updated"])
        return message(0, Role.AGENT, cell[at["reply"]], author=cell[at["agent"]], sent_at=moment)

    def _time(self, cell: list[str], place: int) -> int | None:
        return self._times(place)(cell[place])


def with_order(diagnosis: Diagnosis, rows: Sequence[Sequence[str]]) -> Diagnosis:
    """The diagnosis with whether the conversations in its first rows begin at their ends."""
    columns = diagnosis.columns
    places = columns.get("sent") or columns.get("created")
    if diagnosis.shape is not Shape.MESSAGE or not places or "id" not in columns:
        return diagnosis
    seconds = times_of(diagnosis)(places[0])
    times: dict[str, list[int | None]] = {}
    for row in rows:
        if max(places[0], columns["id"][0]) < len(row):
            times.setdefault(row[columns["id"][0]], []).append(seconds(row[places[0]]))
    told = [one[0] > one[-1] for one in times.values()
            if one[0] is not None and one[-1] is not None and one[0] != one[-1]]  # fmt: skip
    return replace(diagnosis, newest_first=bool(told) and all(told))


def _by_account(cell: list[str], at: dict[str, int], base: Ticket) -> Role | None:
    """Who wrote a row, where it has the number or address of that person and of who asks."""
    requester = cell[at["requester_id"]]
    if requester and cell[at["author_id"]]:
        return Role.REQUESTER if requester == cell[at["author_id"]] else Role.AGENT
    address = cell[at["author_email"]].strip().lower() or address_in(cell[at["author"]])
    if address and base.email:
        return Role.REQUESTER if address == base.email.lower() else Role.AGENT
    return None


_Said = tuple[Message | None, Message | None]
"""What a row says, and its answer."""


def _in_order(rows: Sequence[_Said]) -> tuple[Message, ...]:
    """By time, each answer behind its question; one to several questions behind the last."""
    rows = [row for row in rows if any(row)]
    firsts = [question or answer for question, answer in rows]
    times = [first.sent_at for first in firsts if first]
    if None not in times:
        order = sorted(range(len(rows)), key=lambda place: times[place] or 0)
        rows = [rows[place] for place in order]
    messages: list[Message] = []
    asked = None
    for place, (question, answer) in enumerate(rows):
        if question and not (answer and question == asked):
            messages.append(question)
        asked = question
        if answer and (place + 1 == len(rows) or rows[place + 1][1] != answer):
            messages.append(answer)
    return tuple(item if item.position == place else replace(item, position=place)
                 for place, item in enumerate(messages))  # fmt: skip


def _finished(
    base: Ticket,
    messages: tuple[Message, ...],
    rows: Sequence[list[str]],
    at: dict[str, int],
    width: int,
) -> Ticket:
    times = [item.sent_at for item in messages if item.sent_at is not None]
    requester, email = base.requester, base.email
    first = next((item for item in messages if item.role is Role.REQUESTER), None)
    if first and not requester:
        name, address = mailbox(first.author)
        email = email or address
        requester = "" if "@" in name or role_named(name) else name
    if not email and first:
        for row in rows:
            cell = [*row[:width], *[""] * (width + 1 - len(row))]
            if first.author in (cell[at["author"]], cell[at["author_email"]]):
                email = cell[at["author_email"]].strip()
                break
    return replace(
        base,
        messages=messages,
        requester=requester,
        email=email,
        created_at=base.created_at or (times[0] if times else None),
        updated_at=base.updated_at or (times[-1] if times else None),
    )

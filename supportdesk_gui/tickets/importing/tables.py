"""The tickets of a table (CSV, TSV, a sheet of a workbook) in one pass.

Cells are read by position: header names repeat (Jira) and rows can be wider than the header.
A text file is never in memory as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b
from itertools import groupby

from supportdesk_gui.tickets.importing.list_ends import ends_list, is_average
from supportdesk_gui.tickets.importing.reply_chains import ReplyChains
from supportdesk_gui.tickets.importing.report import (
    Diagnosis,
    ReadingProgress,
    RejectedRow,
    RejectReason,
    Shape,
    rejected,
)
from supportdesk_gui.tickets.importing.table_messages import conversation_builder
from supportdesk_gui.tickets.importing.table_rows import line_of
from supportdesk_gui.tickets.importing.table_sections import rows_of
from supportdesk_gui.tickets.importing.table_tickets import (
    has_answers,
    ticket_builder,
)
from supportdesk_gui.tickets.ticket import Role, Ticket
from supportdesk_gui.tickets.ticket_numbers import as_told, names_one

Item = Ticket | RejectedRow | ReadingProgress


def read_table(diagnosis: Diagnosis) -> Iterator[Item]:
    """Tickets, rejected rows and progress, in the order of the file."""
    if diagnosis.shape is Shape.MESSAGE:
        yield from _conversations(diagnosis)
        return
    build = ticket_builder(diagnosis)
    for row in rows_of(diagnosis):
        if isinstance(row, tuple):
            line, cells = row
            ticket = build(cells)
            if ticket is None:
                yield _empty(diagnosis, line, cells)
            elif _ends_list(ticket, cells):
                yield _reject(diagnosis, line, cells, RejectReason.NOT_IN_LIST)
            else:
                yield ticket
        elif isinstance(row, Diagnosis):
            build = ticket_builder(row)
        else:
            yield row


def _ends_list(ticket: Ticket, cells: list[str]) -> bool:
    """Whether a row is about the list, and no ticket of it."""
    if not ticket.messages and not (ticket.subject and ticket.external_id) and ends_list(cells):
        return True
    if ticket.requester or ticket.email or (ticket.subject and not ticket.subject.isdecimal()):
        return False
    if ticket.messages:
        return not ticket.external_id and is_average(cells, alone=True)
    return is_average(cells, alone=False)


def _empty(diagnosis: Diagnosis, line: int, cells: list[str]) -> RejectedRow:
    reason = RejectReason.NO_CONTENT if any(map(str.strip, cells)) else RejectReason.EMPTY
    return _reject(diagnosis, line, cells, reason)


def _reject(diagnosis: Diagnosis, line: int, cells: list[str], reason: RejectReason) -> RejectedRow:
    return rejected(diagnosis.shown_name, line, reason, line_of(cells, diagnosis.delimiter))


def _conversations(diagnosis: Diagnosis) -> Iterator[Item]:
    """Rows grouped by conversation; each is given out with its last row, wherever that stands."""
    chains = ReplyChains()
    last = _last_rows(diagnosis, chains)
    waiting: dict[str, list[tuple[_Reading, list[str]]]] = {}
    reading, number = _Reading(diagnosis, {}, chains), -1
    for item in rows_of(diagnosis):
        if isinstance(item, Diagnosis):
            reading = reading.of(item)
            continue
        if not isinstance(item, tuple):
            yield item
            continue
        number += 1
        line, cells = item
        key = reading.key(cells)
        if not reading.has_body(cells) and ends_list(cells):
            yield _reject(reading.diagnosis, line, cells, RejectReason.NOT_IN_LIST)
            continue
        if not key:
            ticket = reading.build([cells])
            yield ticket if ticket.messages else _empty(reading.diagnosis, line, cells)
            continue
        waiting.setdefault(key, []).append((reading, cells))
        if last.get(key, number) <= number:
            yield _built(key, waiting.pop(key))
    for key, rows in waiting.items():
        yield _built(key, rows)


def _last_rows(diagnosis: Diagnosis, chains: ReplyChains) -> dict[str, int]:
    """The number of the last row of each conversation."""
    last: dict[str, int] = {}
    reading, number = _Reading(diagnosis, {}, chains), -1
    for item in rows_of(diagnosis):
        if isinstance(item, Diagnosis):
            reading = reading.of(item)
        elif isinstance(item, tuple):
            number += 1
            if key := reading.key(item[1]):
                last[key] = number
    if reading.is_chain:  # only now it is known which message was the first
        for key, number in list(last.items()):
            first = chains.first(key)
            last[first] = max(last.get(first, 0), number)
    return last


class _Reading:
    """How rows are grouped and made tickets of; `asked` is who asked first under a number and
    `chains` which message answers which, for all lists of a file."""

    def __init__(self, diagnosis: Diagnosis, asked: dict[str, str], chains: ReplyChains) -> None:
        self.diagnosis, self._asked, self._chains = diagnosis, asked, chains
        self.is_chain = "answered" in diagnosis.columns
        self.key, self.build = _key(diagnosis, asked, chains), conversation_builder(diagnosis)
        self._body_at = diagnosis.columns.get("body", (0,))[0]

    def of(self, diagnosis: Diagnosis) -> _Reading:
        """That of the next list."""
        return _Reading(diagnosis, self._asked, self._chains)

    def has_body(self, cells: list[str]) -> bool:
        """Whether something stands where texts do."""
        return self._body_at < len(cells) and bool(cells[self._body_at])


def _built(key: str, rows: list[tuple[_Reading, list[str]]]) -> Ticket:
    """One ticket of all rows of a conversation, whichever list they stand in. Where no number is that
    of the conversation, it has its first message's."""
    parts = [
        reading.build([cells for _, cells in own])
        for reading, own in groupby(rows, key=lambda row: row[0])
    ]
    ticket = parts[0] if len(parts) == 1 else _put_together(parts)
    return replace(ticket, external_id=key) if rows[0][0].is_chain else ticket


def _put_together(parts: Sequence[Ticket]) -> Ticket:
    """Of the parts of a conversation that stand in several lists; who wrote first asks, as in one."""
    asking = next((one.author for one in parts[0].messages if one.role is Role.REQUESTER), "")
    messages = [*parts[0].messages]
    for part in parts[1:]:
        for one in part.messages:
            is_guess = part.guesses_requester and one.role in (Role.REQUESTER, Role.AGENT)
            role = Role.REQUESTER if one.author == asking else Role.AGENT
            messages.append(replace(one, role=role) if is_guess else one)
    if all(one.sent_at is not None for one in messages):
        messages.sort(key=lambda one: one.sent_at or 0)
    return replace(
        parts[0],
        messages=tuple(replace(one, position=place) for place, one in enumerate(messages)),
        subject=next((one.subject for one in parts if one.subject), ""),
        requester=next((one.requester for one in parts if one.requester), ""),
        email=next((one.email for one in parts if one.email), ""),
        external_status=next(
            (one.external_status for one in parts[::-1] if one.external_status), ""
        ),
        updated_at=max((one.updated_at for one in parts if one.updated_at), default=None),
    )


def _key(
    diagnosis: Diagnosis, asked: dict[str, str], chains: ReplyChains
) -> Callable[[list[str]], str]:
    """What rows of one conversation have in common, "" for a row that stands by itself.

    What a spreadsheet has made 1.03E+13 is the number of many conversations, and joins none.
    """
    places = {name: at[0] for name, at in diagnosis.columns.items() if at}
    if {"message_id", "answered"} <= places.keys():
        return lambda row: chains.put(row, places)
    if has_answers(diagnosis.columns):
        return _question_key(places, diagnosis.rounded, asked)
    rounded = diagnosis.rounded
    number = places.get("id", -1)

    def key(row: list[str]) -> str:
        told = as_told(row[number], rounded=rounded) if -1 < number < len(row) else ""
        return told if names_one(told) else ""

    return key


def _question_key(
    places: dict[str, int], rounded: bool, first: dict[str, str]
) -> Callable[[list[str]], str]:
    """The number of a question and, where others have the same, who asked; without a sound one,
    all by which a ticket is told apart."""
    who = "email" if "email" in places else "customer"
    at = [places.get(name, -1) for name in ("id", "subject", "body", who, "created")]

    def key(row: list[str]) -> str:
        told = [row[place].strip() if -1 < place < len(row) else "" for place in at]
        number, asked = as_told(told[0], rounded=rounded), told[3].casefold()
        if names_one(number):
            is_other = asked and first.setdefault(number, asked) != asked
            return f"{number}\x1f{asked}" if is_other else number
        if not any(told[1:3]):
            return ""
        return blake2b("\x1f".join(told).encode("utf-8", "replace"), digest_size=12).hexdigest()

    return key

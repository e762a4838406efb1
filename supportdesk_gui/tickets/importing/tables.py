"""The tickets of a table (CSV, TSV, a sheet of a workbook) in one pass.

Cells are read by position: header names repeat (Jira) and rows can be wider than the header.
A text file is never in memory as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b

from supportdesk_gui.tickets.importing.list_ends import ends_list
from supportdesk_gui.tickets.importing.report import (
    Diagnosis,
    Kind,
    ReadingProgress,
    RejectedRow,
    RejectReason,
    Shape,
    rejected,
)
from supportdesk_gui.tickets.importing.row_checks import parts_of, row_check, suspects
from supportdesk_gui.tickets.importing.table_messages import conversation_builder
from supportdesk_gui.tickets.importing.table_rows import Record, Records, line_of
from supportdesk_gui.tickets.importing.table_tickets import (
    has_answers,
    ticket_builder,
)
from supportdesk_gui.tickets.importing.text_stream import Lines, TextPieces
from supportdesk_gui.tickets.ticket import Ticket
from supportdesk_gui.tickets.ticket_numbers import as_told, names_one

_PROGRESS_ROWS = 200

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
            elif (
                not ticket.messages
                and not (ticket.subject and ticket.external_id)
                and (ends_list(cells))
            ):
                yield _reject(diagnosis, line, cells, RejectReason.NOT_IN_LIST)
            else:
                yield ticket
        else:
            yield row


def _empty(diagnosis: Diagnosis, line: int, cells: list[str]) -> RejectedRow:
    reason = RejectReason.NO_CONTENT if any(map(str.strip, cells)) else RejectReason.EMPTY
    return _reject(diagnosis, line, cells, reason)


def _reject(diagnosis: Diagnosis, line: int, cells: list[str], reason: RejectReason) -> RejectedRow:
    return rejected(diagnosis.shown_name, line, reason, line_of(cells, diagnosis.delimiter))


def _conversations(diagnosis: Diagnosis) -> Iterator[Item]:
    """Rows grouped by conversation; each is given out with its last row, wherever that stands."""
    key_of = _key(diagnosis)
    last: dict[str, int] = {}
    for number, row in enumerate(_plain_rows(diagnosis)):
        if key := key_of(row):
            last[key] = number
    build = conversation_builder(diagnosis)
    body_at = diagnosis.columns.get("body", (0,))[0]
    waiting: dict[str, list[list[str]]] = {}
    number = -1
    for item in rows_of(diagnosis):
        if not isinstance(item, tuple):
            yield item
            continue
        number += 1
        line, cells = item
        key = key_of(cells)
        if not (body_at < len(cells) and cells[body_at]) and ends_list(cells):
            yield _reject(diagnosis, line, cells, RejectReason.NOT_IN_LIST)
            continue
        if not key:
            ticket = build([cells])
            yield ticket if ticket.messages else _empty(diagnosis, line, cells)
            continue
        waiting.setdefault(key, []).append(cells)
        if last.get(key, number) <= number:
            yield build(waiting.pop(key))
    for rows in waiting.values():
        yield build(rows)


def _key(diagnosis: Diagnosis) -> Callable[[list[str]], str]:
    """What rows of one conversation have in common, "" for a row that stands by itself.

    What a spreadsheet has made 1.03E+13 is the number of many conversations, and joins none.
    """
    places = {name: at[0] for name, at in diagnosis.columns.items() if at}
    if has_answers(diagnosis.columns):
        return _question_key(places, diagnosis.rounded)
    rounded = diagnosis.rounded
    number = places.get("id", -1)

    def key(row: list[str]) -> str:
        told = as_told(row[number], rounded=rounded) if -1 < number < len(row) else ""
        return told if names_one(told) else ""

    return key


def _question_key(places: dict[str, int], rounded: bool) -> Callable[[list[str]], str]:
    """The number of a question and, where others have the same, who asked; without a sound one,
    all by which a ticket is told apart."""
    who = "email" if "email" in places else "customer"
    at = [places.get(name, -1) for name in ("id", "subject", "body", who, "created")]
    first: dict[str, str] = {}

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


def _plain_rows(diagnosis: Diagnosis) -> Iterator[list[str]]:
    for item in rows_of(diagnosis):
        if isinstance(item, tuple):
            yield item[1]


def rows_of(
    diagnosis: Diagnosis,
) -> Iterator[tuple[int, list[str]] | RejectedRow | ReadingProgress]:
    """The rows below the header with their lines; blank lines are no rows."""
    if diagnosis.kind is Kind.WORKBOOK:
        from supportdesk_gui.tickets.importing.workbooks import SheetRows

        records = SheetRows(diagnosis.path, diagnosis.sheet)
        yield from _below_header(
            diagnosis, records.rows(), lambda: records.done, records.total, line_of
        )
        return
    with diagnosis.path.open("rb") as file:
        pieces = TextPieces(file, diagnosis.encoding)
        read = Records(
            Lines(pieces), diagnosis.delimiter, diagnosis.escape, len(diagnosis.header),
            "comment" in diagnosis.columns, parts_of(diagnosis),
            diagnosis.quote,
        )  # fmt: skip
        total = diagnosis.path.stat().st_size
        yield from _below_header(diagnosis, read, lambda: pieces.done, total, read.as_it_stood)
        yield ReadingProgress(total, total, read.joined)


def _below_header(
    diagnosis: Diagnosis,
    records: Iterable[Record],
    done: Callable[[], int],
    total: int,
    stood: Callable[[list[str]], str],
) -> Iterator[tuple[int, list[str]] | RejectedRow | ReadingProgress]:
    name = diagnosis.shown_name
    width, check = len(diagnosis.header), row_check(diagnosis)
    suspicious = suspects(diagnosis.header)
    usual = -1  # the first row may be a line below the header
    skip, before_header = diagnosis.skipped_lines, diagnosis.header_at
    for number, (line, row, doubt) in enumerate(records):
        if number < skip:
            continue
        if number - skip <= before_header:
            if row and number - skip < before_header:
                yield rejected(name, line, RejectReason.BEFORE_HEADER, stood(row))
            continue
        if number % _PROGRESS_ROWS == 1:
            yield ReadingProgress(done(), total)
        if not row:
            continue
        if doubt:
            yield rejected(name, line, doubt, row[0])
            continue
        if len(row) != usual or row[0] in suspicious:
            usual = width if diagnosis.delimiter != "|" else -1  # lines between rows are drawn too
            reason = check(row)
            if reason:
                yield rejected(name, line, reason, stood(row))
                continue
        yield line, row
    yield ReadingProgress(total, total)

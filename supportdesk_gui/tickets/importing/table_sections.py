"""Exports that were put one below the other in one file or sheet, each with a header of its own.

Rows are read by the header above them. Where that is of another kind of list, or of none that is
known, its rows are told and not taken for tickets.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from supportdesk_gui.tickets.importing.header_quotes import without_header_quotes
from supportdesk_gui.tickets.importing.header_rows import (
    divided_otherwise,
    own_names,
)
from supportdesk_gui.tickets.importing.list_starts import begins_list
from supportdesk_gui.tickets.importing.other_lists import NOTICE_OF
from supportdesk_gui.tickets.importing.report import (
    Content,
    Diagnosis,
    FailureReason,
    ImportFailure,
    Kind,
    Notice,
    ReadingProgress,
    RejectedRow,
    RejectReason,
    Shape,
    rejected,
)
from supportdesk_gui.tickets.importing.row_checks import parts_of, row_check, suspects
from supportdesk_gui.tickets.importing.splits import as_messages
from supportdesk_gui.tickets.importing.table_content import names_ticket
from supportdesk_gui.tickets.importing.table_diagnosis import diagnose_rows, diagnose_table
from supportdesk_gui.tickets.importing.table_rows import Record, Records, line_of, reader
from supportdesk_gui.tickets.importing.table_tickets import has_answers
from supportdesk_gui.tickets.importing.text_stream import ChangedPieces, Lines, TextPieces
from supportdesk_gui.tickets.importing.vendors import normalised
from supportdesk_gui.tickets.importing.wrapped_lines import bare_lines

if TYPE_CHECKING:
    from supportdesk_gui.tickets.importing.workbooks import SheetRows

_PROGRESS_ROWS = 200
_LOOKED_AT, _LETTERS = 210, 262_144
_LOOKED_BELOW = 30

Row = tuple[int, list[str]] | Diagnosis | RejectedRow | ReadingProgress


def rows_of(diagnosis: Diagnosis) -> Iterator[Row]:
    """The rows below the header with their lines; blank lines are no rows. Where others follow that
    are read by another header, first how they are."""
    table: _TextTable | _SheetTable
    if diagnosis.kind is Kind.WORKBOOK:
        from supportdesk_gui.tickets.importing.workbooks import SheetRows

        sheet = SheetRows(diagnosis.path, diagnosis.sheet)
        table = _TextTable(sheet, sheet.total) if diagnosis.is_wrapped else _SheetTable(sheet)
        yield from _sections(diagnosis, table)
        return
    with diagnosis.path.open("rb") as file:
        table = _TextTable(_pieces(file, diagnosis), diagnosis.path.stat().st_size)
        yield from _sections(diagnosis, table)


def _pieces(file: BinaryIO, diagnosis: Diagnosis) -> TextPieces | ChangedPieces:
    pieces = TextPieces(file, diagnosis.encoding)
    if diagnosis.is_wrapped:
        return ChangedPieces(pieces, bare_lines)
    return ChangedPieces(pieces, without_header_quotes) if diagnosis.has_stray_quote else pieces


def _sections(first: Diagnosis, table: _TextTable | _SheetTable) -> Iterator[Row]:
    below: _Below | None = first, True
    while below is not None:
        section, is_read = below
        if section is not first and is_read:
            yield section
        below = yield from _rows(first, section, is_read, table)
    yield ReadingProgress(table.total, table.total, table.joined, table.is_spoilt)


_Below = tuple[Diagnosis, bool]
"""How the rows below a header are to be read, and whether they are."""


def _rows(
    first: Diagnosis, section: Diagnosis, is_read: bool, table: _TextTable | _SheetTable
) -> Generator[Row, None, _Below | None]:  # long: once for each of 100,000 rows
    name = first.shown_name
    width, check = len(section.header), row_check(section)
    suspicious = suspects(section.header)
    starts = _header_test(section, table)
    repair = section.repairs.repairing() if section.repairs else None
    usual = -1  # the first row may be a line below the header
    skip, before_header = section.skipped_lines, section.header_at
    for number, (line, row, doubt) in enumerate(table.records(section)):
        if number < skip:
            continue
        if number - skip <= before_header:
            if row and number - skip < before_header:
                yield rejected(name, line, RejectReason.BEFORE_HEADER, table.as_it_stood(row))
            continue
        if number % _PROGRESS_ROWS == 1:
            yield ReadingProgress(table.done, table.total)
        if not row:
            continue
        if doubt:
            yield rejected(name, line, doubt, row[0])
            continue
        if not (row[0][:1].isdigit() or row[-1][:1].isdigit()) and starts(row):
            below = _below(first, section, table, row)
            reason = RejectReason.OTHER_HEADER if below else RejectReason.HEADER_AGAIN
            yield rejected(name, line, reason, table.as_it_stood(row))
            if below:
                table.go_below(line)
                return below
            continue
        if not is_read:
            yield rejected(name, line, RejectReason.BELOW_OTHER_HEADER, table.as_it_stood(row))
            continue
        if len(row) != usual or row[0] in suspicious:
            usual = width if section.delimiter != "|" else -1  # lines between rows are drawn too
            reason_against = check(row)
            if reason_against:
                yield rejected(name, line, reason_against, table.as_it_stood(row))
                continue
        yield line, repair(row) if repair else row
    return None


def _header_test(
    section: Diagnosis, table: _TextTable | _SheetTable
) -> Callable[[list[str]], bool]:
    """A function that says whether a row is the header of another list."""
    own, mark, width = own_names(section.header), section.mark, len(section.header)

    def starts(row: list[str]) -> bool:
        if len(row) < width and divided_otherwise(table.as_it_stood(row), section.delimiter):
            return True
        return begins_list(row, own, mark, lambda: table.coming(section))

    return starts


def _below(
    first: Diagnosis, section: Diagnosis, table: _TextTable | _SheetTable, row: list[str]
) -> _Below | None:
    """How the rows below a header are to be read; None where it is that of those above it once more,
    or there are none."""
    if [*map(normalised, row)] == [*map(normalised, section.header)]:
        return None
    base = Diagnosis(
        first.path, first.kind, "", first.source, first.encoding, name=first.name, sheet=first.sheet
    )
    unknown = replace(
        base, delimiter=section.delimiter, quote=section.quote, header=tuple(row), header_at=-1
    )
    try:
        found = table.diagnosed(row, base)
    except ImportFailure as failure:
        return None if failure.reason is FailureReason.EMPTY_FILE else (unknown, False)
    if found.header_at != 0:  # the header of a list below it is the first that is known
        return unknown, False
    found = replace(found, header_at=-1)
    like = _like(first, found)
    return (like, True) if like else (found, False)


def _like(first: Diagnosis, found: Diagnosis) -> Diagnosis | None:
    """A list below another as that one is read; None where it holds something else."""
    holds = next((one for one, told in NOTICE_OF.items() if told in first.notices), first.content)
    if first.shape is Shape.MESSAGE and holds in (Content.TICKETS, Content.MESSAGES):
        found = _like_messages(first, found)
        is_like = has_answers(found.columns) == has_answers(first.columns)
        is_like = is_like and ({"id", "body"} <= found.columns.keys() or has_answers(found.columns))
    elif holds is Content.TICKETS:
        may_be_parts = "subject" in first.columns.keys() - found.columns.keys()
        may_be_parts = may_be_parts and names_ticket(found.header, found.columns)
        is_like = found.shape is Shape.TICKET and (bool(found.vendor) or not may_be_parts)
        is_like = is_like and found.content is Content.TICKETS
        is_like = is_like and found.has_tickets and Notice.UNKNOWN_COLUMNS not in found.notices
    else:
        is_like = found.content is holds
    if not is_like:
        return None
    is_sure = found.day_first is not None and Notice.UNSURE_DATE_ORDER not in found.notices
    return replace(
        found,
        source=first.source,
        content=first.content,
        shape=first.shape,
        messages_in=first.messages_in,
        people_in=first.people_in,
        number_form=first.number_form,
        day_first=found.day_first if is_sure else first.day_first,
        time_zone=found.time_zone or first.time_zone,
    )


def _like_messages(first: Diagnosis, found: Diagnosis) -> Diagnosis:
    if found.content not in (Content.TICKETS, Content.MESSAGES):
        return replace(found, columns={})
    return as_messages(found) if first.content is Content.MESSAGES else found.by_message()


class _TextTable:
    """A table in a text file, or in the lines of a sheet; `done` of `total` bytes or rows are read."""

    def __init__(self, pieces: TextPieces | ChangedPieces | SheetRows, total: int) -> None:
        self._pieces = pieces
        self._lines = Lines(pieces)
        self._records: Records | None = None
        self._line, self._joined = 1, 0
        self.total = total

    @property
    def done(self) -> int:
        return self._pieces.done

    @property
    def joined(self) -> int:
        """How many lines were put to the row before."""
        return self._joined + (self._records.joined if self._records else 0)

    @property
    def is_spoilt(self) -> bool:
        """Whether something of it could not be decoded."""
        return self._pieces.is_spoilt

    def records(self, section: Diagnosis) -> Iterable[Record]:
        """The rows from here on."""
        self._joined = self.joined
        self._records = Records(
            self._lines, section.delimiter, section.escape, len(section.header),
            section.has_wide_rows, parts_of(section), section.quote, self._line,
        )  # fmt: skip
        return self._records

    def as_it_stood(self, row: list[str]) -> str:
        """The text of the row that was given out last."""
        return self._records.as_it_stood(row) if self._records else ""

    def coming(self, section: Diagnosis) -> list[list[str]]:
        """The rows that come next, which stay."""
        lines = self._peeked(_LOOKED_BELOW)[0]
        try:
            return [row for row in reader(iter(lines), section.delimiter, section.escape) if row]
        except csv.Error:
            return []

    def diagnosed(self, row: list[str], base: Diagnosis) -> Diagnosis:
        """How what begins with the row that was given out last is to be read. Raises ImportFailure."""
        lines, whole = self._peeked(_LOOKED_AT)
        return diagnose_table("".join((*self._lines.taken, *lines)), whole, base)

    def go_below(self, line: int) -> None:
        """Leave out the row that was given out last, which began at this line."""
        self._line = line + len(self._lines.taken)
        self._lines.taken.clear()

    def _peeked(self, most: int) -> tuple[list[str], bool]:
        """The next lines, which stay, and whether they are all."""
        lines, was_cut, left = self._lines, self._lines.cut, _LETTERS
        begun = len(lines.taken)
        for line in islice(iter(lines), most):
            left -= len(line)
            if left < 0:
                break
        whole, coming = lines.ended, lines.taken[begun:]
        if coming:
            lines.give_back(coming)
            del lines.taken[begun:]
        lines.cut = was_cut
        return coming, whole


class _SheetTable:
    """A sheet of a workbook; `done` of `total` rows are read."""

    joined, is_spoilt = 0, False

    def __init__(self, sheet: SheetRows) -> None:
        self._sheet = sheet
        self._rows: Iterator[Record] = self._sheet.rows()
        self._coming: deque[Record] = deque()
        self.total = self._sheet.total

    @property
    def done(self) -> int:
        return self._sheet.done

    def records(self, section: Diagnosis) -> Iterable[Record]:
        """The rows from here on."""
        while True:
            if self._coming:
                yield self._coming.popleft()
            elif (record := next(self._rows, None)) is not None:
                yield record
            else:
                return

    def as_it_stood(self, row: list[str]) -> str:
        """A row as a line of text."""
        return line_of(row)

    def coming(self, section: Diagnosis) -> list[list[str]]:
        """The rows that come next, which stay."""
        return [row for _, row, _ in self._peeked(_LOOKED_BELOW) if row]

    def diagnosed(self, row: list[str], base: Diagnosis) -> Diagnosis:
        """How what begins with the row that was given out last is to be read. Raises ImportFailure."""
        rows = [row, *(cells for _, cells, _ in self._peeked(_LOOKED_AT))]
        return diagnose_rows(rows, len(rows) <= _LOOKED_AT, base)

    def go_below(self, line: int) -> None:
        """Nothing: that row is gone."""

    def _peeked(self, most: int) -> list[Record]:
        self._coming.extend(islice(self._rows, max(0, most - len(self._coming))))
        return list(islice(self._coming, most))

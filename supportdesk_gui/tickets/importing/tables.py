"""Tables (CSV, TSV and their kin): how one is understood, and its tickets in one pass.

Cells are read by position: header names repeat (Jira) and rows can be wider than the header.
The file is never in memory as a whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from itertools import islice
from pathlib import Path

from supportdesk_gui.text.delimiters import DELIMITERS
from supportdesk_gui.tickets.importing.dates import day_comes_first, has_ambiguous_dates
from supportdesk_gui.tickets.importing.report import (
    Advice,
    Diagnosis,
    FailureReason,
    ImportFailure,
    Kind,
    Notice,
    ReadingProgress,
    RejectedRow,
    RejectReason,
    Shape,
    excerpt,
)
from supportdesk_gui.tickets.importing.table_rows import Records, reader
from supportdesk_gui.tickets.importing.table_tickets import (
    conversation_builder,
    ticket_builder,
    time_zone,
)
from supportdesk_gui.tickets.importing.text_stream import Lines, TextPieces
from supportdesk_gui.tickets.importing.vendors import (
    TEXT_FIELDS,
    Vendor,
    known_names,
    mapped,
    normalised,
)
from supportdesk_gui.tickets.ticket import Ticket

_DELIMITERS = (*DELIMITERS, "，")
_LOOKED_AT = 200
_SHOWN = 5
_PROGRESS_ROWS = 200
_HEADER_WITHIN = 10
_DAMAGED = re.compile(r"^\d(?:[.,]\d+)?[eE]\+?\d{1,3}$")
_ZONE = re.compile(r"\(([A-Z][A-Za-z_]+/[A-Za-z_/+-]+\d*|(?:UTC|GMT)(?:[+-]\d{1,2})?)\)\s*$")
_WORDS = re.compile(r"[^\W\d_]{2,}\W+[^\W\d_]{2,}|[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]{2,}")
_ENOUGH = 1000  # the search for words in one long run of letters takes its length squared
_TIMES = ("created", "updated", "solved", "sent")

Item = Ticket | RejectedRow | ReadingProgress


def diagnose_table(path: Path, sample: str, whole: bool, base: Diagnosis) -> Diagnosis:
    """How the table that begins with `sample` is to be read; `base` has what is known already.

    Raises ImportFailure when no column means anything to us.
    """
    skipped = 0
    told = re.match(r"sep=(.)\r?\n", sample)
    if told:
        sample, skipped = sample[told.end() :], 1
    escape = "\\" if '\\"' in sample and '""' not in sample else ""
    delimiter = told[1] if told else _delimiter(sample, escape)
    rows = _sample_rows(sample, delimiter, escape, whole)
    if not rows:
        raise ImportFailure(FailureReason.EMPTY, path)
    at = _header_at(rows)
    diagnosis = replace(
        base, kind=Kind.TABLE, delimiter=delimiter, escape=escape, skipped_lines=skipped
    )
    if at is None:
        header = tuple("" for _ in max(rows, key=len))
        diagnosis = replace(diagnosis, header=header, header_at=-1, notices=(Notice.NO_HEADER,))
        return _with_columns(diagnosis, rows, None, {}, path)
    header = tuple(rows[at])
    vendor, columns = mapped(header)
    data = [row for row in rows[at + 1 :] if row]
    diagnosis = replace(diagnosis, header=header, header_at=at)
    if not data and whole:
        raise ImportFailure(FailureReason.EMPTY, path)
    return _with_columns(diagnosis, data, vendor, columns, path)


def _delimiter(sample: str, escape: str) -> str:
    best, best_score = ",", -1.0
    for delimiter in _DELIMITERS:
        if delimiter not in sample:
            continue
        rows = [row for row in islice(_quiet(sample, delimiter, escape), 60) if row]
        if not rows:
            continue
        widths = Counter(len(row) for row in rows)
        width, often = widths.most_common(1)[0]
        hits = max(known_names([normalised(cell) for cell in row]) for row in rows[:_HEADER_WITHIN])
        steady = often / len(rows) if width > 1 else 0.0
        score = 3.0 * hits + 4.0 * steady + 0.1 * min(width, 20)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _quiet(sample: str, delimiter: str, escape: str) -> Iterator[list[str]]:
    import csv

    csv.field_size_limit(4_194_304)
    try:
        yield from reader(StringIO(sample, newline=""), delimiter, escape)
    except csv.Error:
        return


def _sample_rows(sample: str, delimiter: str, escape: str, whole: bool) -> list[list[str]]:
    rows = list(islice(_quiet(sample, delimiter, escape), _LOOKED_AT + _HEADER_WITHIN))
    if not whole and len(rows) > 1 and len(rows) < _LOOKED_AT:
        rows.pop()  # the sample ends in the middle of it
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _header_at(rows: list[list[str]]) -> int | None:
    hits = [known_names([normalised(cell) for cell in row]) for row in rows[:_HEADER_WITHIN]]
    best = max(range(len(hits)), key=lambda place: (hits[place], -place))
    if hits[best] >= 2 or (hits[best] and best == 0):
        return best
    first = rows[0]
    names = [cell.strip() for cell in first]
    plain = all(name and len(name) <= 40 and not name[0].isdigit() for name in names)
    if plain and len(set(names)) == len(names) and not any("@" in name for name in names):
        return 0
    return None


def _with_columns(
    diagnosis: Diagnosis,
    data: list[list[str]],
    vendor: Vendor | None,
    columns: dict[str, tuple[int, ...]],
    path: Path,
) -> Diagnosis:
    notices = list(diagnosis.notices)
    if vendor is None and not columns.keys() & TEXT_FIELDS:
        guessed = _longest_column(data, columns)
        if guessed is not None:
            columns = {**columns, "body": (guessed,)}
            notices.append(Notice.GUESSED_TEXT_COLUMN)
    if vendor is None and not columns.keys() & {"body", "subject"}:
        raise ImportFailure(FailureReason.NO_TICKETS, path)
    if diagnosis.delimiter == "，":
        notices.append(Notice.FULL_WIDTH_COMMAS)
    places = [place for name in ("id", "requester_id") for place in columns.get(name, ())]
    if any(_DAMAGED.match(cell.strip()) for cell in _cells(data, places)):
        notices.append(Notice.DAMAGED_ID)
    if vendor and vendor.snippets:
        notices.append(Notice.ONLY_SNIPPETS)
    texts = [place for name in TEXT_FIELDS for place in columns.get(name, ())]
    has_text = any(cell.strip() for cell in _cells(data, texts))
    advice = vendor.advice if vendor else Advice.PASTE
    diagnosis = replace(
        diagnosis,
        vendor=vendor.name if vendor else "",
        source=vendor.name if vendor else diagnosis.source,
        shape=_shape(vendor, columns, data),
        columns=columns,
        first_rows=tuple(tuple(row) for row in data[:_SHOWN]),
        has_message_text=has_text,
        advice=None if has_text and Notice.ONLY_SNIPPETS not in notices else advice,
        notices=tuple(notices),
    )
    return _with_times(diagnosis, data)


def _with_times(diagnosis: Diagnosis, data: list[list[str]]) -> Diagnosis:
    places = [place for name in _TIMES for place in diagnosis.columns.get(name, ())]
    cells = list(_cells(data, places))
    order = day_comes_first(cells)
    notices = diagnosis.notices
    if order is None and has_ambiguous_dates(cells):
        order = not any(
            cell.rstrip(" .").upper().endswith(("AM", "PM", "A.M", "P.M")) for cell in cells
        )
        notices = (*notices, Notice.UNSURE_DATE_ORDER)
    zone = ""
    for place in places:
        found = _ZONE.search(diagnosis.header[place])
        if found and time_zone(found[1]) is None:
            notices = (*notices, Notice.UNKNOWN_TIME_ZONE)
        elif found and not zone:
            zone = found[1]
    return replace(diagnosis, day_first=order, time_zone=zone, notices=notices)


def _cells(data: list[list[str]], places: list[int]) -> Iterator[str]:
    for row in data:
        for place in places:
            if place < len(row):
                yield row[place]


def _longest_column(data: list[list[str]], columns: dict[str, tuple[int, ...]]) -> int | None:
    taken = {place for places in columns.values() for place in places}
    best, most = None, 0.0
    for place in range(max(map(len, data), default=0)):
        cells = [cell for cell in _cells(data, [place]) if cell.strip()]
        if place in taken or not cells:
            continue
        worth = sum(2 if not cell.isascii() else 1 for cell in cells) / len(cells)
        length = worth * sum(map(len, cells)) / len(cells)
        wordy = sum(_WORDS.search(cell[:_ENOUGH]) is not None for cell in cells) / len(cells)
        if wordy >= 0.5 and length >= 12 and length > most:
            best, most = place, length
    return best


def _shape(
    vendor: Vendor | None, columns: dict[str, tuple[int, ...]], data: list[list[str]]
) -> Shape:
    if vendor:
        return vendor.shape
    if not {"id", "body"} <= columns.keys():
        return Shape.TICKET
    if "message_id" in columns:
        return Shape.MESSAGE
    ids = [cell for cell in _cells(data, [columns["id"][0]]) if cell.strip()]
    bodies = list(_cells(data, [columns["body"][0]]))
    if len(set(ids)) < len(ids) and len(set(bodies)) > len(set(ids)):
        return Shape.MESSAGE
    return Shape.TICKET


def read_table(diagnosis: Diagnosis) -> Iterator[Item]:
    """Tickets, rejected rows and progress, in the order of the file."""
    if diagnosis.shape is Shape.MESSAGE:
        yield from _conversations(diagnosis)
        return
    build = ticket_builder(diagnosis)
    for row in _rows(diagnosis):
        if isinstance(row, tuple):
            line, cells = row
            ticket = build(cells)
            if ticket is None:
                yield _empty(diagnosis, line, cells)
            else:
                yield ticket
        else:
            yield row


def _empty(diagnosis: Diagnosis, line: int, cells: list[str]) -> RejectedRow:
    text = excerpt(diagnosis.delimiter.join(cells[: len(diagnosis.header)]))
    reason = RejectReason.NO_CONTENT if any(map(str.strip, cells)) else RejectReason.EMPTY
    return RejectedRow(diagnosis.path.name, line, reason, text)


def _conversations(diagnosis: Diagnosis) -> Iterator[Item]:
    """Rows grouped by conversation; each is given out with its last row, wherever that stands."""
    place = diagnosis.columns["id"][0] if "id" in diagnosis.columns else -1
    last: dict[str, int] = {}
    for number, row in enumerate(_plain_rows(diagnosis)):
        key = row[place].strip() if -1 < place < len(row) else ""
        if key:
            last[key] = number
    build = conversation_builder(diagnosis)
    waiting: dict[str, list[list[str]]] = {}
    number = -1
    for item in _rows(diagnosis):
        if not isinstance(item, tuple):
            yield item
            continue
        number += 1
        line, cells = item
        key = cells[place].strip() if -1 < place < len(cells) else ""
        if not key:
            ticket = build([cells])
            yield ticket if ticket.messages else _empty(diagnosis, line, cells)
            continue
        waiting.setdefault(key, []).append(cells)
        if last.get(key, number) <= number:
            yield build(waiting.pop(key))
    for rows in waiting.values():
        yield build(rows)


def _plain_rows(diagnosis: Diagnosis) -> Iterator[list[str]]:
    for item in _rows(diagnosis):
        if isinstance(item, tuple):
            yield item[1]


def _rows(
    diagnosis: Diagnosis,
) -> Iterator[tuple[int, list[str]] | RejectedRow | ReadingProgress]:
    """The rows below the header with their lines; blank lines are no rows."""
    total = diagnosis.path.stat().st_size
    name = diagnosis.path.name
    width = len(diagnosis.header)
    jira_like = "comment" in diagnosis.columns
    joins = diagnosis.columns.get("body", (-1,))[0] == width - 1
    skip, before_header = diagnosis.skipped_lines, diagnosis.header_at
    with diagnosis.path.open("rb") as file:
        pieces = TextPieces(file, diagnosis.encoding)
        lines = Lines(pieces)
        records = Records(lines, diagnosis.delimiter, diagnosis.escape, width, jira_like)
        for number, (line, row, doubt) in enumerate(records):
            if number < skip:
                continue
            if number - skip <= before_header:
                if row and number - skip < before_header:
                    text = excerpt(diagnosis.delimiter.join(row))
                    yield RejectedRow(name, line, RejectReason.BEFORE_HEADER, text)
                continue
            if number % _PROGRESS_ROWS == 1:
                yield ReadingProgress(pieces.done, total)
            if not row:
                continue
            if doubt:
                yield RejectedRow(name, line, doubt, excerpt(row[0]))
                continue
            if len(row) > width and not jira_like:
                if not joins and any(row[width:]):
                    text = excerpt(diagnosis.delimiter.join(row))
                    yield RejectedRow(name, line, RejectReason.TOO_MANY_CELLS, text)
                    continue
                if joins:
                    row[width - 1 :] = [diagnosis.delimiter.join(row[width - 1 :])]
                else:
                    del row[width:]
            yield line, row
        yield ReadingProgress(total, total)

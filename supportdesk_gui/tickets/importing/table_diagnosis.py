"""How a table is understood from its first rows: delimiter, header, columns, what is missing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from itertools import islice
from pathlib import PurePath

from supportdesk_gui.text.delimiters import IN_EXPORTS
from supportdesk_gui.tickets.importing.cell_repairs import beside, put_together, repairs_of
from supportdesk_gui.tickets.importing.column_evidence import by_evidence, longest_text
from supportdesk_gui.tickets.importing.comment_cells import tells_no_author
from supportdesk_gui.tickets.importing.conversation_keys import with_key
from supportdesk_gui.tickets.importing.dates import (
    are_swapped,
    day_comes_first,
    has_ambiguous_dates,
)
from supportdesk_gui.tickets.importing.header_rows import is_header
from supportdesk_gui.tickets.importing.list_ends import ends_list
from supportdesk_gui.tickets.importing.list_starts import first_list
from supportdesk_gui.tickets.importing.message_sides import with_sides
from supportdesk_gui.tickets.importing.number_columns import with_number
from supportdesk_gui.tickets.importing.number_damage import number_damage
from supportdesk_gui.tickets.importing.other_lists import NOTICE_OF, list_of
from supportdesk_gui.tickets.importing.report import (
    AS_FOUND,
    Advice,
    Choice,
    Content,
    Diagnosis,
    FailureReason,
    ImportFailure,
    Kind,
    Notice,
    Shape,
    tells_tickets,
)
from supportdesk_gui.tickets.importing.row_checks import breaks_texts, mark_of, usual_of
from supportdesk_gui.tickets.importing.table_content import table_content
from supportdesk_gui.tickets.importing.table_messages import with_order
from supportdesk_gui.tickets.importing.table_rows import quote_of, reader
from supportdesk_gui.tickets.importing.table_tickets import has_answers, time_zone
from supportdesk_gui.tickets.importing.unused_columns import with_unused
from supportdesk_gui.tickets.importing.vendors import (
    CUSTOMER_TEXTS,
    Vendor,
    known_names,
    mapped,
    normalised,
)
from supportdesk_gui.tickets.importing.visibility import is_unclear, privacy_columns
from supportdesk_gui.tickets.ticket_numbers import are_rounded, as_told, names_one

_LOOKED_AT = 200
_SHOWN = 5
_HEADER_WITHIN = 10
_SURE = 1000.0
_ZONE = re.compile(
    r"\(\s*([A-Z][A-Za-z_]+/[A-Za-z_/+-]+\d*|[A-Z][a-z]+ Time \(US & Canada\)|UTC|GMT|(?:UTC|GMT)?\s*[+\u2212-]\d{1,2}(?::?\d\d)?)\s*\)\s*$"
)
_ENOUGH = 1000  # the search for words in one long run of letters takes its length squared
_HAS_NO_ZONE = re.compile(r"(?=.*\d[:h]\d)(?!.*(?:Z|UTC|GMT|[+-]\d\d:?\d\d)$)\d")
_LEAST_TO_ASK = 3  # columns of a table that is worth asking about
_WRITERS = frozenset({"author", "author_type", "author_email", "author_id", "direction"})
_TIMES = ("created", "updated", "solved", "sent")


def diagnose_table(
    sample: str, whole: bool, base: Diagnosis, choice: Choice = AS_FOUND
) -> Diagnosis:
    """How the table that begins with `sample` is to be read; `base` has what is known already.

    Raises ImportFailure when it is no table of tickets.
    """
    skipped = 0
    told = re.match(r"sep=(.)(?:\r?\n|\r)", sample)
    if told:
        sample, skipped = sample[told.end() :], 1
    escape = "\\" if '\\"' in sample and '""' not in sample else ""
    delimiter = choice.delimiter or (told[1] if told else _delimiter(sample, escape))
    escape = _escape(sample, delimiter, escape)
    quote = quote_of(sample.lstrip().partition("\n")[0], delimiter)
    rows = _sample_rows(sample, delimiter, escape, quote, whole)
    base = replace(
        base,
        kind=Kind.TABLE,
        delimiter=delimiter,
        escape=escape,
        quote=quote,
        skipped_lines=skipped,
    )
    found = diagnose_rows(rows, whole, base, choice)
    if choice.shape or not _may_be_talks(found):
        return found
    every = [row for row in _quiet(sample, delimiter, escape, quote) if row]
    data = every[found.header_at + 1 : None if whole else -1]
    if len(data) <= _LOOKED_AT or _shape(None, found.columns, data) is not Shape.MESSAGE:
        return found
    talks = diagnose_rows(every, whole, base, replace(choice, shape=Shape.MESSAGE))
    return talks if "author" in talks.columns else found  # else a list may count anew


def _may_be_talks(found: Diagnosis) -> bool:
    """Whether rows that all have numbers of their own so far may be the openings of conversations,
    whose answers come behind them: nothing but a text and its writer is told of them."""
    columns = found.columns.keys()
    is_open = found.shape is Shape.TICKET and not found.vendor and {"id", "body"} <= columns
    return is_open and columns.isdisjoint({"subject", "status", "reply", "comment"})


def diagnose_rows(
    rows: list[list[str]], whole: bool, base: Diagnosis, choice: Choice = AS_FOUND
) -> Diagnosis:
    """How these first rows of a table are to be read; the same for a sheet of a workbook.

    Raises ImportFailure when it is no table of tickets.
    """
    if not any(rows):
        raise ImportFailure(FailureReason.EMPTY_FILE, base.path, base.name)
    at = _header_at(rows)
    at, end = (None, len(rows)) if at is None else first_list(rows, at, base.delimiter)
    if at is None:
        header = tuple("" for _ in max(rows, key=len))
        base = replace(base, header=header, header_at=-1, notices=(*base.notices, Notice.NO_HEADER))
        return _with_columns(base, rows, None, {}, choice)
    data = [row for row in rows[at + 1 : end] if row and row != rows[at] and not ends_list(row)]
    whole = whole or end < len(rows)
    header = (*rows[at], "") if _ends_empty(data, len(rows[at])) else tuple(rows[at])
    vendor, columns = mapped(header)
    columns = with_key(header, columns, data) if vendor is None else columns
    if not data and whole:
        raise ImportFailure(FailureReason.EMPTY_FILE, base.path, base.name)
    return _with_columns(replace(base, header=header, header_at=at), data, vendor, columns, choice)


def _ends_empty(data: list[list[str]], width: int) -> bool:
    """Whether rows have a delimiter at their end that the header has not."""
    longer = sum(len(row) == width + 1 and not row[-1] for row in data)
    return 2 * longer > len(data)


def _delimiter(sample: str, escape: str) -> str:
    best, best_score = ",", -1.0
    for delimiter in IN_EXPORTS:
        if delimiter not in sample:
            continue
        rows = [row for row in islice(_quiet(sample, delimiter, escape), 60) if row]
        if not rows:
            continue
        widths = Counter(len(row) for row in rows)
        width, often = widths.most_common(1)[0]
        hits = max(known_names([normalised(cell) for cell in row]) for row in rows[:_HEADER_WITHIN])
        steady = often / len(rows) if width > 1 else 0.0
        score = 3.0 * hits + 4.0 * steady + 0.1 * min(width, 20) + _SURE * is_header(rows[0])
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _escape(sample: str, delimiter: str, likely: str) -> str:
    """A backslash where it stands before quotation marks inside of texts, by which reading gives more
    rows of one width; else empty."""
    if '\\"' not in sample:
        return ""
    steady = {}
    for escape in (likely, "" if likely else "\\"):
        rows = islice(_quiet(sample, delimiter, escape), _LOOKED_AT)
        widths = Counter(len(row) for row in rows if len(row) > 1)
        steady[escape] = max(widths.values(), default=0)
    return max(steady, key=lambda escape: steady[escape])


def _quiet(sample: str, delimiter: str, escape: str, quote: str = '"') -> Iterator[list[str]]:
    import csv

    csv.field_size_limit(4_194_304)
    try:
        yield from reader(StringIO(sample, newline=""), delimiter, escape, quote)
    except csv.Error:
        return


def _sample_rows(
    sample: str, delimiter: str, escape: str, quote: str, whole: bool
) -> list[list[str]]:
    rows = list(islice(_quiet(sample, delimiter, escape, quote), _LOOKED_AT + _HEADER_WITHIN))
    if not whole and len(rows) > 2 and len(rows) < _LOOKED_AT:
        rows.pop()  # the sample ends in the middle of it; of a first row that long half will do
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _header_at(rows: list[list[str]]) -> int | None:
    hits = [known_names([normalised(cell) for cell in row]) for row in rows[:_HEADER_WITHIN]]
    best = max(range(len(hits)), key=lambda place: (hits[place], -place))
    for place in range(best):  # another list may follow soon, with more columns
        below = next((row for row in rows[place + 1 :] if row), [])
        if is_header(rows[place]) and len(below) == len(rows[place]) and not is_header(below):
            return place
    if hits[best] >= 2 or (hits[best] and best == 0):
        return best
    first = rows[0]
    names = [cell.strip() for cell in first]
    plain = all(name and len(name) <= 40 and not name[0].isdigit() for name in names)
    if plain and len(set(names)) == len(names) and not any("@" in name for name in names):
        return 0
    return None


def _with_columns(
    diagnosis: Diagnosis, data: list[list[str]], vendor: Vendor | None,
    columns: dict[str, tuple[int, ...]], choice: Choice,
) -> Diagnosis:  # fmt: skip
    diagnosis, columns, data = _settled(diagnosis, data, vendor, columns, choice)
    content = _content(diagnosis, vendor, columns, data, choice)
    notices = [*diagnosis.notices, *([NOTICE_OF[content]] if content in NOTICE_OF else [])]
    if content is Content.PEOPLE and choice.columns is None:
        return replace(diagnosis, content=content, columns=columns, repairs=None)
    if choice.columns is None and vendor is None and not columns.keys() & CUSTOMER_TEXTS:
        guessed = longest_text(diagnosis.header, data, columns)
        if guessed is not None:
            columns = {**columns, "body": (guessed,)}
            notices.append(Notice.GUESSED_TEXT_COLUMN)
    is_chosen = choice.columns is not None  # who unsets the text may be about to set another
    if not is_chosen and vendor is None and columns.keys() & {"body", "subject", "reply"}:
        columns = with_number(diagnosis.header, columns, data)
    if not is_chosen and vendor is None and not tells_tickets(columns):
        if len(diagnosis.header) < _LEAST_TO_ASK and "reply" not in columns:
            raise ImportFailure(FailureReason.NO_TICKETS, diagnosis.path, diagnosis.name)
        notices.append(Notice.UNKNOWN_COLUMNS)
    if diagnosis.delimiter == "，":
        notices.append(Notice.FULL_WIDTH_COMMAS)
    if vendor and vendor.snippets:
        notices.append(Notice.ONLY_SNIPPETS)
    notices += number_damage(columns, data)
    shape = choice.shape or _shape(vendor, columns, data)
    texts = [place for name in CUSTOMER_TEXTS for place in columns.get(name, ())]
    has_text = any(cell.strip() for cell in _cells(data, texts))
    advice = vendor.advice if vendor else Advice.PASTE
    diagnosis = replace(
        diagnosis,
        vendor=vendor.name if vendor else "",
        source=vendor.name if vendor else diagnosis.source,
        content=content,
        columns=columns,
        rounded=are_rounded(_cells(data, list(columns.get("id", ())))),
        first_rows=tuple(tuple(row) for row in data[:_SHOWN]),
        has_message_text=has_text,
        advice=None if has_text and Notice.ONLY_SNIPPETS not in notices else advice,
        notices=tuple(notices),
    )
    diagnosis = _with_shape(diagnosis, shape, data)
    diagnosis = with_order(_with_times(_with_mark(diagnosis, data), data, choice), data)
    return with_unused(with_sides(diagnosis, data, is_chosen=is_chosen), data)


def _settled(
    diagnosis: Diagnosis, data: list[list[str]], vendor: Vendor | None,
    columns: dict[str, tuple[int, ...]], choice: Choice,
) -> tuple[Diagnosis, dict[str, tuple[int, ...]], list[list[str]]]:  # fmt: skip
    """The columns by what the agent says, else by what stands in them, and the rows as they were
    meant."""
    header, notices = diagnosis.header, diagnosis.notices
    if choice.columns is not None:
        columns = _within(choice.columns, len(header))
    repairs = repairs_of(columns, data)
    data = list(repairs.rows(map(list, data)))
    if choice.columns is None:
        found = by_evidence(header, columns, data, of_vendor=vendor is not None)
        columns = found.columns
        notices += (Notice.GUESSED_TEXT_COLUMN,) if found.is_unsure else ()
    more = beside(header, columns, data)
    data = list(more.rows(data))
    if vendor is None and tells_no_author(columns.get("comment", ()), data):
        notices += (Notice.UNSURE_VISIBILITY,)
    return replace(diagnosis, repairs=put_together(repairs, more), notices=notices), columns, data


def _with_shape(diagnosis: Diagnosis, shape: Shape, data: list[list[str]]) -> Diagnosis:
    """And who can see what, if its rows are messages or become those of tickets in another file."""
    privacy = privacy_columns(diagnosis.header, diagnosis.columns, data)
    hides = any(is_unclear(means, cell) for means, at in privacy for cell in _cells(data, [at]))
    diagnosis = replace(diagnosis, shape=shape, privacy=privacy, hides_unclear=hides)
    return diagnosis.by_message() if shape is Shape.MESSAGE else diagnosis


def _with_mark(diagnosis: Diagnosis, data: list[list[str]]) -> Diagnosis:
    mark = mark_of(diagnosis.columns, data, len(diagnosis.header))
    diagnosis = replace(diagnosis, mark=mark)
    usual = usual_of(diagnosis, data)
    return replace(diagnosis, breaks_texts=breaks_texts(diagnosis, data), usual=usual)


def _content(
    diagnosis: Diagnosis, vendor: Vendor | None, columns: dict[str, tuple[int, ...]],
    data: list[list[str]], choice: Choice,
) -> Content:  # fmt: skip
    """What the table holds; the agent who has said which column is which knows better."""
    if vendor is None and choice.columns is None:
        called = diagnosis.sheet or PurePath(diagnosis.shown_name).stem
        says_little = columns.keys().isdisjoint(("subject", "body"))
        if listed := list_of(diagnosis.header, data, called, fewest=1 if says_little else 3):
            return listed
    return table_content(diagnosis.header, columns, data)


def _within(columns: dict[str, tuple[int, ...]], width: int) -> dict[str, tuple[int, ...]]:
    """What was chosen for a header, as far as this one goes."""
    kept = {
        field: tuple(place for place in places if place < width)
        for field, places in columns.items()
    }
    return {field: places for field, places in kept.items() if places}


def _with_times(diagnosis: Diagnosis, data: list[list[str]], choice: Choice) -> Diagnosis:
    places = [place for name in _TIMES for place in diagnosis.columns.get(name, ())]
    cells = list(_cells(data, places))
    order = day_comes_first(cells)
    notices = diagnosis.notices
    if order is None and has_ambiguous_dates(cells):
        order = not any(
            cell.rstrip(" .").upper().endswith(("AM", "PM", "A.M", "P.M")) for cell in cells
        )
        notices = (*notices, Notice.UNSURE_DATE_ORDER)
    elif order is False and any(are_swapped(list(_cells(data, [at]))) for at in places):
        notices = (*notices, Notice.UNSURE_DATE_ORDER)
    zones = {}
    for place in places:
        found = _ZONE.search(diagnosis.header[place])
        if found and time_zone(found[1]) is None:
            notices = (*notices, Notice.UNKNOWN_TIME_ZONE)
        elif found:
            zones[place] = found[1]
    if choice.time_zone:
        zones = {}
    zone = choice.time_zone or next(iter(zones.values()), "")
    if not zone and any(_HAS_NO_ZONE.match(cell.strip()) for cell in cells):
        notices = (*notices, Notice.NO_TIME_ZONE)
    others = {place: name for place, name in zones.items() if name != zone}
    return replace(diagnosis, day_first=order, time_zone=zone, zones=others, notices=notices)


def _cells(data: list[list[str]], places: list[int]) -> Iterator[str]:
    for row in data:
        for place in places:
            if place < len(row):
                yield row[place]


def _shape(
    vendor: Vendor | None, columns: dict[str, tuple[int, ...]], data: list[list[str]]
) -> Shape:
    if has_answers(columns):
        return Shape.MESSAGE
    if vendor:
        return vendor.shape
    if "answered" in columns:
        return Shape.MESSAGE
    if not {"id", "body"} <= columns.keys():
        return Shape.TICKET
    if "message_id" in columns:
        return Shape.MESSAGE
    cells = list(_cells(data, [columns["id"][0]]))
    rounded = are_rounded(cells)
    ids = [told for cell in cells if names_one(told := as_told(cell, rounded=rounded))]
    bodies = list(_cells(data, [columns["body"][0]]))
    if len(set(ids)) == len(ids) or len(set(bodies)) <= len(set(ids)):
        return Shape.TICKET
    return Shape.TICKET if _counts_anew(columns, data) else Shape.MESSAGE


def _counts_anew(columns: dict[str, tuple[int, ...]], data: list[list[str]]) -> bool:
    """Whether rows with one number are of different people and about different things."""
    who = columns.get("email") or columns.get("customer")
    if not who or "subject" not in columns or columns.keys() & _WRITERS:
        return False
    first: dict[str, tuple[str, str]] = {}
    rounded = are_rounded(_cells(data, [columns["id"][0]]))
    for row in data:
        number, asked, about = (
            row[at].strip() if at < len(row) else ""
            for at in (columns["id"][0], who[0], columns["subject"][0])
        )
        told = asked.casefold(), about.rpartition(":")[2].strip().casefold()
        if all(told) and names_one(as_told(number, rounded=rounded)):
            one, other = first.setdefault(number, told), told
            if one[0] != other[0] and one[1] != other[1]:
                return True
    return False

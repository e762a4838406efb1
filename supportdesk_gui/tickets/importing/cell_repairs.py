"""What a spreadsheet or a database made of the cells of a table, undone row by row.

Found once in the first rows; a table without any of it is read as it stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from supportdesk_gui.tickets.importing.vendors import TEXT_FIELDS, normalised

Columns = Mapping[str, Sequence[int]]

_BLANKS = frozenset(("nan", "NaN", "NaT", "<NA>", "None", "NULL", "null", "\\N", "(null)"))
_NUMBERS = ("id", "requester_id", "author_id", "message_id")
_ADDRESSES = ("email", "author_email")
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_FORMULA = re.compile(r'=\s*"?([^"]*)"?')
_APOSTROPHE = re.compile(r"'(?=[\w#])([^']*)")
_FLOAT = re.compile(r"(\d+)\.0+")
_GROUPED = re.compile(r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+")
_WHOLE = re.compile(r"\d{1,3}")
_BOXED = re.compile(
    r"(?:mailto:\s*)?(?:[^<>]*<)?\s*(?:mailto:)?([^\s<>@]+@[^\s<>@?]+)(?:\?[^<>]*)?>?", re.I
)
_CLOCK = re.compile(
    r"\d{1,2}[:：.]\d{2}(?:[:：.]\d{2})?(?:\s*[AaPp]\.?[Mm]\.?)?|(?:上午|下午|오전|오후)\s?\d{1,2}:\d{2}"
)
_HAS_CLOCK = re.compile(r"\d[:：h]\d")
_CLOCK_NAMES = frozenset(
    "time clock uhrzeit zeit hora heure ora tijd kl klokke время godzina 时间 時間 時刻 时刻 시간 시각".split()
)
_OF_LENGTH = frozenset(
    "response resolution first reply handle tracked spent wait duration total zone".split()
)
_GIVEN_ONCE = ("subject", "customer", "email", "status", "priority", "requester_id", "url", "tags")
_WRITERS = ("author", "author_type", "author_email", "author_id")


@dataclass(frozen=True, slots=True)
class Repairs:
    """What is to be undone in each row.

    `blanks` are words for nothing, `numbers` and `addresses` the places of cells that are dressed up,
    `merged` the places that only the first row of several fills in. `clock` are those of a day and of
    its time of day in a column beside it, `names` those of the parts of one name, `instead` those of
    texts of which each row has one.
    """

    blanks: frozenset[str] = frozenset()
    numbers: tuple[int, ...] = ()
    addresses: tuple[int, ...] = ()
    merged: tuple[int, ...] = ()
    clock: tuple[int, ...] = ()
    names: tuple[int, ...] = ()
    instead: tuple[int, ...] = ()

    def rows(self, rows: Iterable[list[str]]) -> Iterator[list[str]]:
        """The rows as they were meant, in their order."""
        repair = self.repairing()
        return map(repair, rows)

    def repairing(self) -> Callable[[list[str]], list[str]]:
        """A function that changes one row after the other, and gives it back."""
        last: list[str] = []

        def repair(row: list[str]) -> list[str]:
            nonlocal last
            last = self._repaired(row, last)
            return row

        return repair

    def _repaired(self, row: list[str], last: list[str]) -> list[str]:
        """Change a row; what the ones below it may have been merged with."""
        if self.blanks and not self.blanks.isdisjoint(row):
            row[:] = ["" if cell in self.blanks else cell for cell in row]
        width = len(row)
        for place in self.numbers:
            if place < width:
                row[place] = bare_number(row[place])
        for place in self.addresses:
            if place < width and (boxed := _BOXED.fullmatch(row[place].strip())):
                row[place] = boxed[1]
        for places in (self.clock, self.names):
            if places and places[0] < width and row[places[0]]:
                row[places[0]] = " ".join(row[at].strip() for at in places if at < width).strip()
        if self.instead and self.instead[0] < width and not row[self.instead[0]].strip():
            told = (row[at] for at in self.instead if at < width and row[at].strip())
            row[self.instead[0]] = next(told, "")
        if not self.merged:
            return last
        if width > max(self.merged) and not any(row[place].strip() for place in self.merged):
            for place in self.merged if last else ():
                row[place] = last[place]
            return last
        return row if width > max(self.merged) else last


def repairs_of(columns: Columns, rows: Sequence[list[str]]) -> Repairs:
    """What is to be undone in a table, by its first rows."""
    numbers = [at for name in _NUMBERS for at in columns.get(name, ())[:1]]
    addresses = [at for name in _ADDRESSES for at in columns.get(name, ())[:1]]
    return Repairs(
        blanks=(blanks := _blanks(columns, rows)),
        numbers=tuple(at for at in numbers if _are_dressed(_cells(rows, at, blanks))),
        addresses=tuple(at for at in addresses if _are_boxed(_cells(rows, at, blanks))),
        merged=_merged(columns, rows),
    )


def beside(header: Sequence[str], columns: Columns, rows: Sequence[list[str]]) -> Repairs:
    """What two columns say together: a day and its time, the parts of a name, a text here or there."""
    names, texts = (tuple(columns.get(name, ())) for name in ("customer", "body"))
    return Repairs(
        clock=_clock(header, columns, rows),
        names=names if len(names) > 1 else (),
        instead=texts if len(texts) > 1 else (),
    )


def put_together(repairs: Repairs, more: Repairs) -> Repairs | None:
    """All of both; None for nothing."""
    whole = replace(repairs, clock=more.clock, names=more.names, instead=more.instead)
    return None if whole == Repairs() else whole


def bare_number(cell: str) -> str:
    """A number without what a spreadsheet dressed it in: `="0012"`, `'0012`, `12.0`, `1,012`."""
    told = _UNSEEN.sub("", cell).strip()
    if match := _FORMULA.fullmatch(told) or _APOSTROPHE.fullmatch(told):
        told = match[1].strip()
    if match := _FLOAT.fullmatch(told):
        return match[1]
    if _GROUPED.fullmatch(told):
        return re.sub(r"\D", "", told)
    return told


def _cells(rows: Sequence[list[str]], place: int, blanks: frozenset[str]) -> list[str]:
    cells = (row[place].strip() for row in rows if place < len(row))
    return [cell for cell in cells if cell and cell not in blanks]


def _blanks(columns: Columns, rows: Sequence[list[str]]) -> frozenset[str]:
    """Words for nothing that stand where nobody writes, in several columns or all over one."""
    texts = {at for name in (*TEXT_FIELDS, "subject") for at in columns.get(name, ())}
    places: dict[str, Counter[int]] = {}
    for row in rows:
        if not _BLANKS.isdisjoint(row):
            for place, cell in enumerate(row):
                if cell in _BLANKS:
                    places.setdefault(cell, Counter())[place] += 1
    return frozenset(
        word
        for word, found in places.items()
        if len(found) > 1 or found.keys() - texts or 2 * max(found.values()) > len(rows) > 1
    )


def _are_dressed(cells: Sequence[str]) -> bool:
    if any(
        _UNSEEN.search(one) or one.startswith('="') or _APOSTROPHE.fullmatch(one) for one in cells
    ):
        return True
    if any(map(_FLOAT.fullmatch, cells)):
        return all(one.isdecimal() or _FLOAT.fullmatch(one) for one in cells)
    is_grouped = any(map(_GROUPED.fullmatch, cells))
    return is_grouped and all(_GROUPED.fullmatch(one) or _WHOLE.fullmatch(one) for one in cells)


def _are_boxed(cells: Sequence[str]) -> bool:
    return any(
        ("<" in one or one[:7].lower() == "mailto:") and _BOXED.fullmatch(one) for one in cells
    )


def _merged(columns: Columns, rows: Sequence[list[str]]) -> tuple[int, ...]:
    """The columns that a conversation fills in once, above the rows of its messages: its number and
    who asks or what about; each row says who wrote it."""
    number = next(iter(columns.get("id", ())), -1)
    body = next(iter(columns.get("body", ())), -1)
    writer = next((columns[name][0] for name in _WRITERS if columns.get(name)), -1)
    if min(number, body, writer) < 0 or not rows:
        return ()
    full = [row for row in rows if len(row) > max(number, body, writer)]
    above = [row for row in full if row[number].strip()]
    below = [row for row in full if not row[number].strip()]
    told = all(row[writer].strip() and row[body].strip() for row in full)
    if not (told and below and full[0][number].strip()):
        return ()
    once = [
        at for name in _GIVEN_ONCE for at in columns.get(name, ())
        if at != writer and not any(at < len(row) and row[at].strip() for row in below)
        and all(at < len(row) and row[at].strip() for row in above)
    ]  # fmt: skip
    given = {at for name in _GIVEN_ONCE[:3] for at in columns.get(name, ())}
    numbers = [row[number] for row in above]
    if not given <= {*once, writer} or given.isdisjoint(once) or len({*numbers}) < len(numbers):
        return ()
    return (number, *once)


def _clock(header: Sequence[str], columns: Columns, rows: Sequence[list[str]]) -> tuple[int, ...]:
    """A column of days, and the one beside it with the time of day."""
    taken = {at for places in columns.values() for at in places}
    day = next((columns[name][0] for name in ("sent", "created") if columns.get(name)), -1)
    days = _cells(rows, day, frozenset()) if day >= 0 else []
    if (
        not days
        or any(map(_HAS_CLOCK.search, days))
        or not all(any(map(str.isdigit, one)) for one in days)
    ):
        return ()
    for place, name in enumerate(header):
        words = set(normalised(name).split())
        if place in taken or words.isdisjoint(_CLOCK_NAMES) or words & _OF_LENGTH:
            continue
        cells = _cells(rows, place, frozenset())
        if cells and all(map(_CLOCK.fullmatch, cells)):
            return day, place
    return ()

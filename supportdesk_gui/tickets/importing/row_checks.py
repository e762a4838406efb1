"""Which rows of a table are none of its tickets: the header again, a sum, a part of another row."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from supportdesk_gui.tickets.importing.list_ends import SUM_WORDS, ends_list
from supportdesk_gui.tickets.importing.report import Diagnosis, RejectReason
from supportdesk_gui.tickets.ticket_numbers import names_one

_FORMS = {
    "digits": re.compile(r"\d{1,60}"),
    "word": re.compile(r"[#\[(]?(?=\S*\d)[\w./:#-]{1,60}[\])]?"),
    "time": re.compile(r"(?=.*\d)\D{0,12}\d{1,4}(?:[-/.年 T:]|\w{3})[\w\s:./,+-]{3,40}"),
    "address": re.compile(r"[^\s@]+@[^\s@]+|[^@]{0,80}<[^\s@]+@[^\s@]+>"),
}
_MARKS = {
    "id": ("digits", "word"), "created": ("time",), "updated": ("time",), "email": ("address",),
    "requester_id": ("digits", "word"), "customer": ("address",),
}  # fmt: skip
_MOST = 0.9

Mark = tuple[int, str]
"""The place of a column whose cells all look alike, and how: by it a row is known to begin."""


def mark_of(columns: Mapping[str, Sequence[int]], rows: Sequence[list[str]], width: int) -> Mark:
    """The mark of a table, by its first rows; the place -1 where none of its columns is one."""
    most = min(width, max(map(len, rows), default=0))
    rows = [row for row in rows if len(row) >= most]
    for name, forms in _MARKS.items():
        for place in columns.get(name, ())[:1]:
            found = [told for row in rows if place < len(row) and (told := row[place].strip())]
            for form in forms:
                likely = sum(_FORMS[form].fullmatch(one) is not None for one in found)
                if found and likely >= _MOST * len(rows):
                    return place, form
    return -1, ""


def _fits(mark: Mark, row: Sequence[str], form: str = "") -> bool:
    place, usual = mark
    return place < len(row) and _FORMS[form or usual].fullmatch(row[place].strip()) is not None


def _is_whole(mark: Mark, row: Sequence[str]) -> bool:
    """Whether a short row is one by itself: it has its mark, or a number that names none."""
    if not mark[1] or mark[0] >= len(row):
        return False
    is_counted = mark[1] in ("digits", "word")
    if _fits(mark, row, "word" if is_counted else ""):
        return True
    return is_counted and len(row) > 1 and not names_one(row[mark[0]].strip())


def suspects(header: Sequence[str]) -> frozenset[str]:
    """First cells of rows that are worth a check though they are as wide as the header."""
    return SUM_WORDS | {header[0]} if header else SUM_WORDS


def row_check(diagnosis: Diagnosis) -> Callable[[list[str]], RejectReason | None]:
    """A function that says why a row is no ticket, None where it is one. What stands beside the
    columns is put into the text where that comes last, or is nothing and goes."""
    header = [cell.strip() for cell in diagnosis.header]
    width, mark = len(header), diagnosis.mark
    names = "".join(header).split()
    is_wide = "comment" in diagnosis.columns
    joins = diagnosis.columns.get("body", (-1,))[0] == width - 1

    def check(row: list[str]) -> RejectReason | None:
        if row[0].strip() == header[0] and "".join(row).split() == names:
            return RejectReason.HEADER_AGAIN if names else None
        is_whole = _is_whole(mark, row)
        is_marked = len(row) >= width and mark[1] and _fits(mark, row)
        if not is_marked and ends_list(row):
            return RejectReason.NOT_IN_LIST
        if len(row) > width and not is_wide:
            if joins:
                row[width - 1 :] = [diagnosis.delimiter.join(row[width - 1 :])]
            elif any(row[width:]):
                return RejectReason.TOO_MANY_CELLS
            else:
                del row[width:]
        if len(row) < width and not is_whole:
            is_alone = sum(map(bool, map(str.strip, row))) == 1
            return RejectReason.TOO_FEW_CELLS if is_alone or mark[1] else None
        return None

    return check


@dataclass(frozen=True, slots=True)
class Parts:
    """Which lines of a table are parts of the text of the row before, whose line breaks nobody put
    in quotes: what has no mark where it belongs, and fills that row up or stands in its last cell.

    `text_is_last`: texts stand in the last column, and the file has been seen to break them.
    """

    mark: Mark
    width: int
    text_is_last: bool

    def may_follow(self, row: list[str]) -> bool:
        """Whether parts of this row may follow."""
        most = self.width if self.text_is_last else self.width - 1
        return 1 < len(row) <= most and _fits(self.mark, row)

    def is_row(self, cells: list[str]) -> bool:
        """Whether these cells of one line are a whole row by themselves."""
        return len(cells) == self.width and _fits(self.mark, cells)

    @property
    def first_signs(self) -> str:
        """Signs that a row can begin with; none where its mark stands elsewhere or may be anything."""
        return '0123456789"' if self.mark == (0, "digits") else ""

    def begins(self, cells: list[str]) -> bool:
        """Whether a row begins with these cells."""
        return len(cells) > 1 and _fits(self.mark, cells)

    def go_on(self, row: list[str], cells: list[str]) -> bool:
        """Whether these cells are more of a row."""
        is_room = len(row) - 1 + len(cells) <= self.width
        is_room = is_room or (self.text_is_last and len(row) == self.width)
        return is_room and not self.begins(cells) and not ends_list(cells)

    def joined(self, row: list[str], blank: int, cells: list[str], delimiter: str) -> list[str]:
        """The row with more of it, behind so many blank lines."""
        more = cells if len(row) < self.width else [delimiter.join(cells)]
        return [*row[:-1], row[-1] + "\n" * (blank + 1) + more[0], *more[1:]]


def parts_of(diagnosis: Diagnosis) -> Parts | None:
    """None where nothing tells the beginning of a row."""
    if not diagnosis.mark[1] or len(diagnosis.header) < 2:
        return None
    width, body = len(diagnosis.header), diagnosis.columns.get("body", (-1,))[0]
    return Parts(diagnosis.mark, width, diagnosis.breaks_texts and body == width - 1)


def breaks_texts(diagnosis: Diagnosis, rows: Sequence[list[str]]) -> bool:
    """Whether there are rows that are parts of others."""
    width = len(diagnosis.header)
    return bool(diagnosis.mark[1]) and any(
        0 < len(row) < width and not _is_whole(diagnosis.mark, row) for row in rows
    )

"""Which rows of a table are none of its tickets: the header again, a sum, a part of another row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from supportdesk_gui.tickets.importing.header_rows import is_header
from supportdesk_gui.tickets.importing.list_ends import SUM_WORDS, ends_list
from supportdesk_gui.tickets.importing.report import Diagnosis, Kind, RejectReason
from supportdesk_gui.tickets.importing.vendors import TEXT_FIELDS
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
_MANY, _OFTEN = 8, 4  # rows; how often a value of theirs comes, so that another is doubtful

Mark = tuple[int, str]
"""The place of a column whose cells all look alike, and how: by it a row is known to begin."""

Usual = dict[int, frozenset[str] | str]
"""What stands in columns, by their places: one of these values, or what has this form."""


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


def _is_address(cell: str) -> bool:
    return _FORMS["address"].fullmatch(cell.strip()) is not None


def fits(mark: Mark, row: Sequence[str], form: str = "") -> bool:
    """Whether a row has its mark, or one of another form in that place."""
    place, usual = mark
    return place < len(row) and _FORMS[form or usual].fullmatch(row[place].strip()) is not None


def stands_above(name: str, cells: Sequence[str]) -> bool:
    """Whether a word stands above cells that all have a form which it has not."""
    found = [cell for cell in cells if cell]
    return bool(found) and any(
        all(map(form.fullmatch, found)) and not form.fullmatch(name.strip())
        for form in _FORMS.values()
    )


def _is_whole(mark: Mark, row: Sequence[str]) -> bool:
    """Whether a short row is one by itself: it has its mark, none at all, or a number that names none."""
    if not mark[1] or mark[0] >= len(row):
        return False
    told = row[mark[0]].strip()
    if not told:
        return any(map(str.strip, row))
    is_counted = mark[1] in ("digits", "word")
    if fits(mark, row, "word" if is_counted else ""):
        return True
    return is_counted and len(row) > 1 and not names_one(told)


def _telling(diagnosis: Diagnosis) -> tuple[int, ...]:
    """The places that make a short row without its mark a ticket. Of a text file whose rows begin with
    their mark these are texts alone: words in the second cell may be the end of a broken text."""
    columns = diagnosis.columns
    texts = tuple(place for name in sorted(TEXT_FIELDS) for place in columns.get(name, ()))
    is_sure = diagnosis.kind is not Kind.TABLE or diagnosis.mark[0] != 0
    return texts if texts and not is_sure else texts + columns.get("subject", ())


def _says_anything(row: Sequence[str], places: Iterable[int]) -> bool:
    return any(place < len(row) and row[place].strip() for place in places)


def suspects(header: Sequence[str]) -> frozenset[str]:
    """First cells of rows that are worth a check though they are as wide as the header."""
    return SUM_WORDS | {header[0]} if header else SUM_WORDS


def row_check(diagnosis: Diagnosis) -> Callable[[list[str]], RejectReason | None]:
    """A function that says why a row is no ticket, None where it is one. What stands beside the
    columns is put into the text where that comes last, or is nothing and goes."""
    header = [cell.strip() for cell in diagnosis.header]
    width, mark = len(header), diagnosis.mark
    names = (
        "".join(header).split() if width > 1 else []
    )  # in a list of texts a text may be "message"
    is_wide = "comment" in diagnosis.columns
    body = diagnosis.columns.get("body", (-1,))[0]
    joins, is_of_texts, telling = body == width - 1, not body and not mark[1], _telling(diagnosis)

    def check(row: list[str]) -> RejectReason | None:
        if names and row[0].strip() == header[0] and "".join(row).split() == names:
            return RejectReason.HEADER_AGAIN
        is_sure = len(row) >= width and (is_of_texts or (mark[1] and fits(mark, row)))
        if not is_sure and ends_list(row):
            return RejectReason.NOT_IN_LIST
        if len(row) > width and not is_wide:
            if joins:
                row[width - 1 :] = [diagnosis.delimiter.join(row[width - 1 :])]
            elif any(row[width:]):
                return RejectReason.TOO_MANY_CELLS
            else:
                del row[width:]
        if len(row) < width and not _is_whole(mark, row):
            if mark[1] and row[0].count('"') == 1:  # the end of a text whose quotes do not match
                return RejectReason.BROKEN_QUOTES
            if not _says_anything(row, telling):
                is_alone = sum(map(bool, map(str.strip, row))) == 1
                return RejectReason.TOO_FEW_CELLS if is_alone or mark[1] else None
        return None

    return check


@dataclass(frozen=True, slots=True)
class Parts:
    """Which lines of a table are parts of the text of the row before, whose line breaks nobody put
    in quotes. A line that may be a row of its own is no part: two customers in one ticket are worse
    than one text in two.

    `texts` are the places of texts, `text_is_last` where the file has been seen to break those of the
    last column, `usual` what stands in the columns: see `usual_of`.
    """

    mark: Mark
    width: int
    texts: frozenset[int]
    text_is_last: bool
    usual: Usual | None

    def may_follow(self, row: list[str]) -> bool:
        """Whether parts of this row may follow."""
        if len(row) < 2 or not fits(self.mark, row):
            return False
        if len(row) == self.width:
            return self.text_is_last
        return len(row) < self.width and self.usual is not None and len(row) - 1 in self.texts

    def is_row(self, cells: list[str]) -> bool:
        """Whether these cells of one line are a whole row by themselves."""
        return len(cells) == self.width and fits(self.mark, cells)

    @property
    def first_signs(self) -> str:
        """Signs that a row can begin with; none where its mark stands elsewhere or may be anything."""
        return '0123456789"' if self.mark == (0, "digits") else ""

    def begins(self, cells: list[str]) -> bool:
        """Whether a row begins with these cells."""
        return len(cells) > 1 and fits(self.mark, cells)

    def go_on(self, row: list[str], cells: list[str]) -> bool:
        """Whether these cells are more of a row: words of its text, or these and all that it lacks."""
        if self.begins(cells) or ends_list(cells) or is_header(cells):
            return False
        return self._are_words(row, cells) or self._fill_up(row, cells)

    def joined(self, row: list[str], blank: int, cells: list[str], delimiter: str) -> list[str]:
        """The row with more of it, behind so many blank lines."""
        more = [delimiter.join(cells)] if self._are_words(row, cells) else cells
        return [*row[:-1], row[-1] + "\n" * (blank + 1) + more[0], *more[1:]]

    def _are_words(self, row: list[str], cells: list[str]) -> bool:
        """Whether a line is nothing but words: one cell, or commas with a blank behind each, as rows
        of this file have none."""
        if len(cells) == 1:
            return True
        return (
            all(cell[:1].isspace() for cell in cells[1:])
            and not any(cell[:1].isspace() for cell in row[1:])
            and not _is_whole(self.mark, cells)
            and not any(_is_address(cell) for cell in cells)
        )

    def _fill_up(self, row: list[str], cells: list[str]) -> bool:
        """Whether a line ends the text of a row and gives just the cells that it lacks, all of them
        such as stand there."""
        at = len(row) - 1
        if at + len(cells) != self.width or len(cells) < 2 or self.usual is None:
            return False
        if cells[0].strip() and self.mark[0] == 0 and fits((0, "word"), cells):
            return False
        known = 0
        for place, cell in enumerate(cells[1:], at + 1):
            told, usual = cell.strip(), self.usual.get(place)
            if usual is None:
                if _is_address(told):
                    return False
            elif told:
                is_usual = (
                    told in usual if isinstance(usual, frozenset) else _FORMS[usual].fullmatch(told)
                )
                if not is_usual:
                    return False
                known += 1
        may_be_row = _is_whole(self.mark, cells) or _says_anything(cells, self.texts)
        return known > 0 or not may_be_row


def parts_of(diagnosis: Diagnosis) -> Parts | None:
    """None where nothing tells the beginning of a row."""
    columns, mark = diagnosis.columns, diagnosis.mark
    if not mark[1] or len(diagnosis.header) < 2:
        return None
    width, texts = (
        len(diagnosis.header),
        [at for name in TEXT_FIELDS for at in columns.get(name, ())],
    )
    # a line of one cell may be a ticket where subjects stand in the first
    is_last = diagnosis.breaks_texts and columns.get("body", (-1,))[0] == width - 1
    is_last = is_last and (mark[0] == 0 or 0 not in columns.get("subject", ()))
    return Parts(mark, width, frozenset(texts), is_last, diagnosis.usual)


def breaks_texts(diagnosis: Diagnosis, rows: Sequence[list[str]]) -> bool:
    """Whether there are rows that are parts of others, and rows behind them: what stands below all
    others may be a note on the list."""
    width, telling, seen = len(diagnosis.header), _telling(diagnosis), False
    for row in rows if diagnosis.mark[1] else ():
        if seen and len(row) > 1 and fits(diagnosis.mark, row):
            return True
        is_part = 0 < len(row) < width and not _is_whole(diagnosis.mark, row)
        seen = seen or (is_part and not _says_anything(row, telling))
    return False


def usual_of(diagnosis: Diagnosis, rows: Sequence[list[str]]) -> Usual | None:
    """What stands in the columns behind the first text, by these first rows: the values or their
    form, nothing for one with many. None where rows leave out their last cells if empty: then one
    that is short is whole."""
    mark, width = diagnosis.mark, len(diagnosis.header)
    texts = [at for name in TEXT_FIELDS for at in diagnosis.columns.get(name, ())]
    if not mark[1] or not texts:
        return None
    begin = [len(row) > 1 and fits(mark, row) for row in rows]
    if any(
        one and other and len(row) < width
        for row, one, other in zip(rows, begin, begin[1:], strict=False)
    ):
        return None
    full = [row for row, one in zip(rows, begin, strict=True) if one and len(row) == width]
    usual: Usual = {}
    for place in range(min(texts) + 1, width) if full else ():
        told = {cell for row in full if (cell := row[place].strip())}
        form = next((name for name, form in _FORMS.items() if all(map(form.fullmatch, told))), "")
        if told and form:
            usual[place] = form
        elif len(full) < _MANY or _OFTEN * len(told) <= len(full):
            usual[place] = frozenset(told)
    return usual

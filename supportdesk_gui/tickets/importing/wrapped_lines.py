"""Tables whose rows each stand in one cell: the lines of a CSV file that were taken for texts.

A spreadsheet that expects another delimiter keeps each line in its first column; saved as CSV again,
each stands in quotes, with its own doubled.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import islice

from supportdesk_gui.text.delimiters import IN_EXPORTS
from supportdesk_gui.tickets.importing.table_rows import reader
from supportdesk_gui.tickets.importing.vendors import known_names, normalised

_LOOKED_AT = 200
_LONGEST = 1000  # lines of one row
_LEAST, _MOST = 2, 0.9


def unwrapped(sample: str, whole: bool) -> str:
    """The table in the first lines of a text file, where all that have quotes stand wholly in them and
    have the columns of the first line then; empty where it is another file."""
    if '"' not in sample:
        return ""
    lines, has_others, has_plain, is_any = [], False, False, False
    for line, was_wrapped in islice(_taken_out(StringIO(sample, newline="")), _LOOKED_AT):
        if not was_wrapped and '"' in line:
            if whole or not sample.endswith(line):
                return ""
            break  # the sample ends in the middle of it
        lines.append(line)
        is_any = is_any or was_wrapped
        has_others = has_others or (not was_wrapped and not line.isspace())
        has_plain = has_plain or (was_wrapped and '"' not in line)
    # beside lines without quotes only those are wrapped that have some
    if not is_any or (has_others and has_plain) or not _are_rows("".join(lines)):
        return ""
    return "".join(bare_lines(StringIO(sample, newline="")))


def lines_in(rows: Sequence[Sequence[str]]) -> str:
    """The table whose lines stand in the only column of a sheet; empty where they are none."""
    if any(len(row) > 1 for row in rows):
        return ""
    lines = [row[0] for row in rows if row]
    table = "".join(f"{line}\n" for line in lines)
    return table if _are_rows(table) else ""


def _are_rows(table: str) -> bool:
    """Whether a text is a table of known columns, nearly all rows of which are whole."""
    for delimiter in IN_EXPORTS:
        if delimiter not in table.lstrip().partition("\n")[0]:
            continue
        try:
            rows = [row for row in reader(StringIO(table, newline=""), delimiter) if row]
        except csv.Error:
            continue
        if len(rows) < 2 or known_names([normalised(cell) for cell in rows[0]]) < _LEAST:
            continue
        if sum(len(row) == len(rows[0]) for row in rows) >= _MOST * len(rows):
            return True
    return False


def _taken_out(lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """The lines, those of one text together where it stands in quotes, without them; and whether it
    did."""
    waiting: list[str] = []
    quotes = 0
    for line in lines:
        if not waiting and not line.startswith('"'):
            yield line, False
            continue
        waiting.append(line)
        quotes += line.count('"')
        if quotes % 2 and len(waiting) < _LONGEST:
            continue
        yield _bare("".join(waiting))
        waiting, quotes = [], 0
    if waiting:
        yield _bare("".join(waiting))


def _bare(text: str) -> tuple[str, bool]:
    told = text.rstrip("\r\n")
    inner = told[1:-1]
    if len(told) < 2 or told[-1] != '"' or '"' in inner.replace('""', ""):
        return text, False
    return inner.replace('""', '"') + text[len(told) :], True


def bare_lines(lines: Iterable[str]) -> Iterator[str]:
    """The lines of such a file as they were meant."""
    return (line for line, _ in _taken_out(lines))

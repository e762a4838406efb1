"""Headers with a quotation mark too many, which takes the names or rows behind it for one name."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import islice

from supportdesk_gui.text.delimiters import IN_EXPORTS
from supportdesk_gui.tickets.importing.header_rows import is_header
from supportdesk_gui.tickets.importing.table_rows import reader

_LOOKED_AT = 50
_MOST = 0.9


def has_stray_quote(sample: str) -> bool:
    """Whether the first line of a text file is a header without its quotation marks, with as many
    names as the rows below have cells, and is none with them."""
    first, _, below = sample.lstrip().partition("\n")
    if '"' not in first or not below:
        return False
    return any(
        delimiter in first and _is_mended(first, below, delimiter) for delimiter in IN_EXPORTS
    )


def _is_mended(first: str, below: str, delimiter: str) -> bool:
    names = [name.strip() for name in first.replace('"', "").split(delimiter)]
    if not is_header(names):
        return False
    rows = _rows(below, delimiter)
    fit = sum(len(row) == len(names) for row in rows)
    told = next(iter(_rows(f"{first}\n{below}", delimiter)), [])
    is_whole = len(told) == len(names) and not any("\n" in name for name in told)
    return not is_whole and bool(rows) and fit >= _MOST * len(rows)


def _rows(text: str, delimiter: str) -> list[list[str]]:
    try:
        lines = reader(StringIO(text, newline=""), delimiter)
        return list(islice((row for row in lines if row), _LOOKED_AT))
    except csv.Error:
        return []


def without_header_quotes(lines: Iterable[str]) -> Iterator[str]:
    """The lines of such a file, the first of them without quotation marks."""
    is_above = True
    for line in lines:
        yield line.replace('"', "") if is_above else line
        is_above = is_above and not line.strip()

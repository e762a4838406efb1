"""Where another list begins in a table: at a header that is not the one of the rows above it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

from supportdesk_gui.tickets.importing.header_rows import (
    divided_otherwise,
    is_header,
    is_sure,
    may_be_names,
    own_names,
)
from supportdesk_gui.tickets.importing.row_checks import Mark, fits, mark_of, stands_above
from supportdesk_gui.tickets.importing.vendors import mapped

_LOOKED_BELOW = 30
_FEW = 5  # one row in so many looks like others by chance
_LEAST_ABOVE = 3


def begins_list(
    row: Sequence[str], own: frozenset[str], mark: Mark, below: Callable[[], Sequence[list[str]]]
) -> bool:
    """Whether a row is the header of another list than the one with the names `own` and this mark.

    Its names alone tell it where it cannot be a row, or where they are those of the same columns.
    Else there must be numbers or times in the rows below it where it has words, and where nothing
    here is called so, these rows must be unlike those above.
    """
    if mark[1] and fits(mark, row):
        return False
    is_odd = bool(mark[1]) and mark[0] < len(row) and bool(row[mark[0]].strip())
    is_named = is_header(row, own)
    if is_named and (is_odd or is_sure(row, own)):
        return True
    if not (is_named or (is_odd and may_be_names(row))):
        return False
    told = [one for one in takewhile(lambda one: not is_header(one, own), below()) if one]
    told = told[:2] if is_named else told
    alike = sum(bool(mark[1]) and fits(mark, one) for one in told)
    typed = sum(
        stands_above(name, [one[at].strip() for one in told if at < len(one)])
        for at, name in enumerate(row)
    )
    if is_named:
        return typed > 0
    return len(told) > 1 < typed and _FEW * alike <= len(told)


def first_list(rows: Sequence[list[str]], at: int, delimiter: str) -> tuple[int, int]:
    """Where the header stands that has rows below it, from this one on, and where they end: at the
    header of another list or of the table."""
    own, header = own_names(rows[at]), rows[at]
    columns = mapped(header)[1]
    for place, row in enumerate(rows[at + 1 :], at + 1):
        if len(row) < len(header) and divided_otherwise(delimiter.join(row), delimiter):
            return at, place
        if row == header or not (is_header(row, own) or may_be_names(row)):
            continue
        above = [one for one in rows[at + 1 : place] if one]
        below = [*rows[place + 1 : place + 1 + _LOOKED_BELOW]]
        if begins_list(row, own, mark_of(columns, above, len(header)), below.copy):
            if not above:
                return first_list(rows, place, delimiter)
            if is_header(row, own) or len(above) >= _LEAST_ABOVE:
                return at, place
    return at, len(rows)

"""Whether 03/04/2026 is in March or in April, by the whole column of a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

from supportdesk_gui.tickets.importing.dates import (
    TimeReader,
    are_swapped,
    day_comes_first,
    has_ambiguous_dates,
)
from supportdesk_gui.tickets.importing.report import Diagnosis, Notice
from supportdesk_gui.tickets.importing.table_sections import rows_of

_MOST = 20_000  # cells whose order is looked at
_FEWEST = 5
_LOOKED_AT = 200  # rows that tell whether dates were swapped
_SOON = 2 * 86_400
_TIMES = ("created", "updated", "solved", "sent")


def with_order(diagnosis: Diagnosis) -> Diagnosis:
    """The same where the first rows left it open, decided by those behind them: one day beyond the
    twelfth, days that are still to come, or which reading puts the rows in order."""
    places = [place for name in _TIMES for place in diagnosis.columns.get(name, ())]
    if Notice.UNSURE_DATE_ORDER not in diagnosis.notices or not places:
        return diagnosis
    columns: dict[int, list[str]] = {place: [] for place in places}
    order, seen = None, 0
    for item in rows_of(diagnosis):
        if not isinstance(item, tuple):
            continue
        seen += 1
        cells = [(place, item[1][place]) for place in places if place < len(item[1])]
        for place, cell in cells:
            if len(columns[place]) < _MOST:
                columns[place].append(cell)
        order = day_comes_first(cell for _, cell in cells) if order is None else order
        if order is not None and seen >= _LOOKED_AT:
            break
    if order is None:
        order = _likely(columns.values())
    if order is None:
        return diagnosis
    is_damaged = not order and any(map(are_swapped, columns.values()))
    left = (one for one in diagnosis.notices if one is not Notice.UNSURE_DATE_ORDER or is_damaged)
    return replace(diagnosis, day_first=order, notices=tuple(left))


def _likely(columns: Iterable[Sequence[str]]) -> bool | None:
    for cells in columns:
        told = [cell for cell in cells if has_ambiguous_dates([cell])]
        read = {first: _read(told, first) for first in (True, False)}
        soon = datetime.now(UTC).timestamp() + _SOON
        ahead = {first: sum(one > soon for one in times) for first, times in read.items()}
        if ahead[True] and not ahead[False]:
            return False
        if ahead[False] and not ahead[True]:
            return True
        steps = {first: _steps_back(times) for first, times in read.items()}
        if len({*told}) >= _FEWEST and min(steps.values()) == 0 and steps[True] != steps[False]:
            return steps[True] == 0
    return None


def _read(cells: Sequence[str], day_first: bool) -> list[int]:
    seconds = TimeReader(UTC, day_first).seconds
    return [found for cell in cells if (found := seconds(cell)) is not None]


def _steps_back(times: Sequence[int]) -> int:
    """How often one comes before the one above it, or behind it where the newest stands first."""
    falling = sum(one > other for one, other in pairwise(times))
    rising = sum(one < other for one, other in pairwise(times))
    return min(falling, rising)

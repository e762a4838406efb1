"""Columns whose cells are times, or where something begins."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from supportdesk_gui.tickets.importing.dates import TimeReader

_LONGEST = 80
_DAY = re.compile(r"(?=.*\d).*[-/.:年月日\s].*", re.DOTALL)
_BEHIND_TIME = re.compile(r".*?\d:\d\d(?::\d\d)?|.*?\d{4}", re.DOTALL)
_TEXT_BEHIND = re.compile(
    r";|[^\W\d_]*[a-zà-ÿа-я][^\W\d_]+\W+(?:\w+\W+)*?[^\W\d_]+[a-zà-ÿа-я]"
    r"|[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]{3}"
)
"""More than the half of the day or the zone that may follow a time."""
_HOUR = re.compile(r"\d{1,2}(?:[:.h]\d{2})?\s*(?:uhr|h|[ap]\.?m\.?)?", re.IGNORECASE)
_ENDS = frozenset("bis nach tot naar hasta jusqu'à fino до".split())


def are_times(cells: Sequence[str], least: float) -> bool:
    """Whether so large a part of the first cells are times."""
    reader = TimeReader()
    told = sum(
        len(cell) < _LONGEST
        and _DAY.fullmatch(cell) is not None
        and reader.seconds(cell) is not None
        for cell in cells[:20]
    )
    return told >= least * len(cells[:20])


def are_only_times(cells: Sequence[str]) -> bool:
    """Whether nothing stands behind any of the times, as the words of a comment do."""
    tails = (_BEHIND_TIME.sub("", cell, count=1) for cell in cells[:20])
    return are_times(cells, 1.0) and not any(map(_TEXT_BEHIND.search, tails))


def mean(cells: Sequence[str]) -> float:
    """The time in the middle of those of the cells."""
    reader = TimeReader()
    found = [reader.seconds(cell) or 0 for cell in cells]
    return sum(found) / len(found)


def begin(cells: Sequence[str], names: Collection[str]) -> bool:
    """Whether the cells of a column that is called `from` say when or where something begins: they
    are times, or another column of these names says until when or to where it goes."""
    if not _ENDS.isdisjoint(names):
        return True
    return bool(cells) and (are_only_times(cells) or all(map(_HOUR.fullmatch, cells)))

"""Which citations still hold after an edit: an unchanged sentence keeps its proof."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from supportdesk_gui.assist.drafting import Citation

_REACH = 2_000
"""Characters beside an edit that are cut into sentences again: no sentence is as long."""


class _Stretch(NamedTuple):
    """A part of the old text and how far it has moved, None where it is gone or changed."""

    start: int
    end: int
    move: int | None


def match_citations(old: str, new: str, citations: Sequence[Citation]) -> list[Citation]:
    """The citations of `old` that still hold in `new`.

    Sentences are matched in order, so that the same sentence twice keeps both its proofs apart.
    A citation over several sentences needs all of them unchanged and side by side. Only what
    stands around the edit is cut into sentences: this runs while somebody types in a long text.
    """
    if old == new or not citations:
        return list(citations)
    stretches = _stretches(old, new)
    ends = [one.end for one in stretches]
    kept = []
    for item in citations:
        place, moves = bisect_right(ends, item.start), set()
        while place < len(stretches) and stretches[place].start < item.end:
            moves.add(stretches[place].move)
            place += 1
        move = moves.pop() if len(moves) == 1 else None
        if move is None:
            continue
        first, last = item.start + move, item.end + move
        if first >= 0 and new[first:last] == old[item.start : item.end]:
            kept.append(replace(item, start=first, end=last))
    return kept


def _stretches(old: str, new: str) -> list[_Stretch]:
    """All of `old`: what stands far before the edit, the sentences around it, what is far behind."""
    from supportdesk_gui.text.sentences import split_sentences  # not for the first picture

    before, after = _shared(old, new)
    first, left = max(0, before - _REACH), max(0, after - _REACH)
    last = len(old) - left
    places: dict[str, list[int]] = {}
    for start, end in split_sentences(around := new[first : len(new) - left]):
        places.setdefault(around[start:end], []).append(start)
    found = [_Stretch(0, first, 0)]
    for start, end in split_sentences(around := old[first:last]):
        same = places.get(around[start:end])
        found.append(_Stretch(first + start, first + end, same.pop(0) - start if same else None))
    return [*found, _Stretch(last, len(old), len(new) - len(old))]


def _shared(old: str, new: str) -> tuple[int, int]:
    """How many characters both begin with, and with how many of the others both end."""
    shorter = min(len(old), len(new))
    before = _most(shorter, lambda start, end: old[start:end] == new[start:end])
    old_end, new_end = len(old), len(new)
    after = _most(
        shorter - before,
        lambda start, end: (
            old[old_end - end : old_end - start] == new[new_end - end : new_end - start]
        ),
    )
    return before, after


def _most(limit: int, same: Callable[[int, int], bool]) -> int:
    """The greatest number up to `limit` until which both are the same, by halving what is left."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if same(low, middle):
            low = middle
        else:
            high = middle - 1
    return low

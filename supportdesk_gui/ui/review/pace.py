"""How fast the agent goes through the queue, from the times of what was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_PAUSE = 180
"""Seconds after which somebody was elsewhere."""
_LATELY = 20


@dataclass(frozen=True, slots=True)
class Pace:
    """`seconds` a ticket, 0 while nothing is known."""

    seconds: int = 0

    def minutes_for(self, count: int) -> int:
        """How long so many take, rounded up."""
        return -(-self.seconds * count // 60)


def pace_of(times: Sequence[int]) -> Pace:
    """The mean of the last twenty steps, pauses and a clock
    that was set left out; `times` newest first, in seconds."""
    gaps = [later - before for later, before in pairwise(times)]
    gaps = [gap for gap in gaps if 0 <= gap < _PAUSE][:_LATELY]
    return Pace(max(1, round(sum(gaps) / len(gaps)))) if len(gaps) > 1 else Pace()

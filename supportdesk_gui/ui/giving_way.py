"""How a thread that reckons leaves the window's thread its turn.

Python runs one thread at a time. Each call into Qt or SQLite lets go of that turn, and a thread
that only reckons gives it back after 5 ms (`sys.getswitchinterval`), so that a picture made of
twenty such calls takes a tenth of a second beside it. Short work is let through; long work rests as
long as it worked, between two sentences, and ends where nobody waits for it any more.
"""

from __future__ import annotations

import time
from collections.abc import Callable

_LET_THROUGH_SECONDS = 0.03
_REST_SECONDS, _LONGEST_REST_SECONDS = 0.0005, 0.02


class NoLongerWanted(Exception):
    """What is being reckoned belongs to what was on view before."""


class GivingWay:
    """Called between the steps of one piece of work, on its own thread."""

    def __init__(self, wanted: Callable[[], bool]) -> None:
        """`wanted` says whether the result is still waited for; it is asked on that thread."""
        self._wanted = wanted
        self._began = time.perf_counter()
        self._worked = 0.0

    def __call__(self) -> None:
        """Rest a little. Raises NoLongerWanted."""
        if not self._wanted():
            raise NoLongerWanted
        step = time.perf_counter() - self._began
        self._worked += step
        long = self._worked > _LET_THROUGH_SECONDS
        time.sleep(min(step, _LONGEST_REST_SECONDS) if long else _REST_SECONDS)
        self._began = time.perf_counter()

"""Rate limits that hold: buckets that fill up again evenly, as the API's do.

Limits of the lowest tier: 1,000 requests, 2,000,000 tokens of prompts that were not read from the
cache and 400,000 tokens of answers a minute. What an answer takes is taken
as it begins, from those behind it; `max_tokens` does not count.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace

from .refusals import Refused
from .script import Limits

_MINUTE = 60.0


class Meter:
    """Counts what is asked for; a lock for each step, since each may come from any thread."""

    def __init__(self, limits: Limits, clock: Callable[[], float] = time.monotonic) -> None:
        self._limits, self._clock, self._lock = limits, clock, threading.Lock()
        self._most = (limits.requests[0], limits.input_tokens[0], limits.output_tokens[0])
        self._left = [float(most) for most in self._most]
        self._at = clock()
        self.refused = 0
        """How many requests were too many."""

    def demand(self, prompt: int) -> None:
        """Take a request with so many tokens that are not in the cache. Raises a 429 with the
        seconds after which there is room."""
        with self._lock:
            self._fill()
            wanted = (1, prompt, 1)
            wait = max(
                _MINUTE * (want - left) / most
                for want, left, most in zip(wanted, self._left, self._most, strict=True)
            )
            if wait > 0:
                self.refused += 1
                raise Refused(
                    429, "rate_limit_error", "This request would exceed your rate limit.",
                    headers={"retry-after": f"{wait:.2f}"},
                )  # fmt: skip
            self._left[0] -= 1
            self._left[1] -= prompt

    def answered(self, output: int) -> None:
        """An answer took so many tokens."""
        with self._lock:
            self._left[2] -= output

    def limits(self) -> Limits:
        """As they stand now, for the headers."""
        with self._lock:
            self._fill()
            left = [max(0, int(one)) for one in self._left]
        requests, prompts, answers = zip(self._most, left, strict=True)
        return replace(self._limits, requests=requests, input_tokens=prompts, output_tokens=answers)

    def _fill(self) -> None:
        now = self._clock()
        share, self._at = (now - self._at) / _MINUTE, now
        self._left = [
            min(float(most), left + most * share)
            for left, most in zip(self._left, self._most, strict=True)
        ]

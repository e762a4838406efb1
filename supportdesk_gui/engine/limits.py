"""One limiter for all requests of an engine: how many at once, and when the next may go.

It learns from what the engine says: a 429 halves what goes at once and holds all requests for
as long as was named; twenty answers in a row let one more go; a limit whose remainder is used
up holds until its reset.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_GOOD_ANSWERS = 20
_KINDS = ("requests", "tokens", "input-tokens", "output-tokens")
_LONGEST_HOLD = 300.0


class Limiter:
    """`at_once` is the most requests under way together; the engine may lower it for a while."""

    def __init__(self, at_once: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = self._at_once = max(1, at_once)
        self._clock = clock
        self._under_way = 0
        self._good = 0
        self._held_until = 0.0
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._ahead: deque[asyncio.Future[None]] = deque()

    @property
    def at_once(self) -> int:
        """How many requests may be under way together now."""
        return self._at_once

    def seconds_to_wait(self) -> float:
        """How long the engine asked everybody to wait, 0 when not at all."""
        return max(0.0, self._held_until - self._clock())

    def allow(self, at_once: int) -> None:
        """The number of requests at once that the agent has set; what was learned stays with it."""
        if at_once == self._most:
            return
        self._most = self._at_once = max(1, at_once)
        self._wake()

    @asynccontextmanager
    async def place(self, *, ahead: bool = False) -> AsyncGenerator[None]:
        """Hold one of the places while a request is under way; first come, first served.

        What is asked `ahead` of the agent comes behind all else, and leaves one place free where
        there are several: what they ask for themselves need not wait.
        """
        waits = bool(self._waiting or (ahead and self._ahead))
        if waits or self._under_way >= self._room(ahead):
            await self._turn(self._ahead if ahead else self._waiting)
        else:
            self._under_way += 1
        try:
            yield
        finally:
            self._under_way -= 1
            self._wake()

    def answered(self) -> None:
        """A request came to its end."""
        self._good += 1
        if self._good >= _GOOD_ANSWERS and self._at_once < self._most:
            self._at_once += 1
            self._good = 0
            self._wake()

    def refused(self, retry_after: float | None) -> None:
        """The engine has had too much: fewer at once, and a pause where it names one."""
        self._at_once = max(1, self._at_once // 2)
        self._good = 0
        if retry_after:
            self._hold(retry_after)

    def learn(self, headers: Mapping[str, str]) -> None:
        """Read the rate headers of an answer."""
        for kind in _KINDS:
            start = f"anthropic-ratelimit-{kind}-"
            if headers.get(start + "remaining") == "0":
                reset = headers.get(start + "reset", "")
                self._hold(_seconds_until(reset, headers.get("date", "")))

    def _hold(self, seconds: float) -> None:
        seconds = min(seconds, _LONGEST_HOLD)
        self._held_until = max(self._held_until, self._clock() + seconds)

    def _room(self, ahead: bool) -> int:
        return max(1, self._at_once - 1) if ahead else self._at_once

    async def _turn(self, row: deque[asyncio.Future[None]]) -> None:
        """Wait for a place; who wakes us has taken it for us."""
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        row.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():  # given and given up in the same moment
                self._under_way -= 1
            else:
                row.remove(turn)
            self._wake()
            raise

    def _wake(self) -> None:
        for row, room in ((self._waiting, self._room(False)), (self._ahead, self._room(True))):
            while row and self._under_way < room:
                turn = row.popleft()
                if not turn.done():
                    self._under_way += 1
                    turn.set_result(None)


def _seconds_until(moment: str, now: str) -> float:
    """Seconds from the engine's own `now` (else this computer's) to an RFC 3339 time."""
    try:
        when = datetime.fromisoformat(moment)
    except ValueError:
        return 0.0
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    try:
        begin = parsedate_to_datetime(now)
    except ValueError:
        begin = datetime.now(UTC)
    if begin.tzinfo is None:
        begin = begin.replace(tzinfo=UTC)
    return max(0.0, (when - begin).total_seconds())

"""What a day may cost, and what of it is promised to requests under way: one for all doors.

A request reserves the most that it may cost before it is sent, so that requests in parallel,
a triage queue and a connection test beside it, never spend more than the cap together. A batch
that was sent counts until it is read, in the ledger's `away`, whoever runs by then.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.engine.ledger import Ledger

_UNPRICED_A_DAY = 500


@dataclass(frozen=True, slots=True)
class Caps:
    """What a day may cost. Requests without a known price count by number."""

    micro_usd: int
    unpriced: int = _UNPRICED_A_DAY


class Allowance:
    """`caps` is asked before each request, so that a raised cap holds at once."""

    def __init__(self, ledger: Ledger, caps: Callable[[], Caps]) -> None:
        self.ledger = ledger
        self._caps = caps
        self._under_way: list[tuple[int | None, int]] = []
        self._next_end = asyncio.Event()

    @asynccontextmanager
    async def reserved(self, most: int | None, count: int = 1) -> AsyncGenerator[None]:
        """Hold `most` micro-dollars (None without a known price: then `count` requests) until
        what is asked is in the ledger; waits for room beside others. Raises CAP_REACHED where
        there is none."""
        while not self._has_room(most, count):
            await self._next_end.wait()
        held = most, count
        self._under_way.append(held)
        try:
            yield
        finally:
            self._under_way.remove(held)
            ended, self._next_end = self._next_end, asyncio.Event()
            ended.set()  # those that wait for room look again

    def unpriced_left(self) -> int:
        """How many requests without a known price may be asked today."""
        spend, away = self.ledger.today(), self.ledger.away()
        return max(0, self._caps().unpriced - spend.unpriced - away.unpriced)

    def _has_room(self, most: int | None, count: int) -> bool:
        """Whether it fits under the day's cap beside those under way; raises CAP_REACHED where
        it would not even without them."""
        if most is None:
            left = self.unpriced_left()
            if count > left:
                raise EngineError(Fault.CAP_REACHED, "unpriced")
            return sum(number for cost, number in self._under_way if cost is None) + count <= left
        caps, away = self._caps(), self.ledger.away().micro_usd
        left = caps.micro_usd - self.ledger.today().micro_usd - away
        if most > left:
            raise EngineError(
                Fault.CAP_REACHED, cap_cents=caps.micro_usd // 10_000, away_micro_usd=away
            )
        return sum(cost for cost, _ in self._under_way if cost is not None) + most <= left

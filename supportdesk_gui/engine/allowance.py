"""What a day may cost, and what of it is promised to requests under way: one for all doors.

A request reserves the most that it may cost before it is sent, so that requests in parallel,
a triage queue and a connection test beside it, never spend more than the cap together.
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
        self._under_way: list[int | None] = []
        self._next_end = asyncio.Event()

    @asynccontextmanager
    async def reserved(self, most: int | None) -> AsyncGenerator[None]:
        """Hold `most` micro-dollars (None without a known price) until the request is over and
        in the ledger; waits for room beside others. Raises CAP_REACHED where there is none."""
        while not self._has_room(most):
            await self._next_end.wait()
        self._under_way.append(most)
        try:
            yield
        finally:
            self._under_way.remove(most)
            ended, self._next_end = self._next_end, asyncio.Event()
            ended.set()  # those that wait for room look again

    def _has_room(self, most: int | None) -> bool:
        """Whether it fits under the day's cap beside those under way; raises CAP_REACHED where
        it would not even without them."""
        caps, spend = self._caps(), self.ledger.today()
        if most is None:
            if spend.unpriced >= caps.unpriced:
                raise EngineError(Fault.CAP_REACHED, "unpriced")
            return spend.unpriced + self._under_way.count(None) < caps.unpriced
        if spend.micro_usd + most > caps.micro_usd:
            raise EngineError(Fault.CAP_REACHED, cap_cents=caps.micro_usd // 10_000)
        under_way = sum(one for one in self._under_way if one is not None)
        return spend.micro_usd + under_way + most <= caps.micro_usd

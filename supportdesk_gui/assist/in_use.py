"""Whether an engine is still in use: what is under way at it stops the moment it is not."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

from supportdesk_gui.engine.errors import EngineError, Fault

T = TypeVar("T")


class InUse:
    """Belongs to a door. Once it has ended it never begins again: who comes back gets a new door."""

    def __init__(self) -> None:
        self._has_ended = False
        self._waits: set[asyncio.Timeout] = set()

    def end(self) -> None:
        """Nothing more is sent, and whoever waits for the engine is told so now."""
        self._has_ended = True
        for wait in self._waits:
            wait.reschedule(0.0)

    def demand(self) -> None:
        """Raise SWITCHED where another engine is in use by now."""
        if self._has_ended:
            raise EngineError(Fault.SWITCHED)

    async def still(self, awaited: Awaitable[T]) -> T:
        """What is awaited, begun while it was in use. Raises SWITCHED, at once, where the use ends before."""
        try:
            async with asyncio.timeout(None) as wait:
                self._waits.add(wait)
                if self._has_ended:  # just as what was awaited before came
                    wait.reschedule(0.0)
                try:
                    return await awaited
                finally:
                    self._waits.discard(wait)
        except TimeoutError:
            if not self._has_ended:
                raise
            raise EngineError(Fault.SWITCHED) from None

"""Writing an answer: paced or flat out, held, stalled, dropped or shredded."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable, Sequence

from .http_server import Connection
from .log import Request
from .script import Pace
from .wire import Frame

_WRITE = 64 * 1024


class Gate:
    """Where answers wait until a test lets them go on."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._open = asyncio.Event()
        self._changed = changed

    async def wait(self, request: Request, seconds: float | None = None) -> None:
        """Until the next release, or for so many seconds."""
        request.held = True
        self._changed()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._open.wait()
        request.held = False

    def release(self) -> None:
        """Lets go on whatever waits now; what comes later waits again."""
        self._open.set()
        self._open = asyncio.Event()


class Delivery:
    """One answer with status 200 on its way."""

    def __init__(
        self,
        request: Request,
        connection: Connection,
        pace: Pace,
        gate: Gate,
        changed: Callable[[], None],
        shredded: bool,
    ) -> None:
        self._request = request
        self._connection = connection
        self._pace = pace
        self._gate = gate
        self._changed = changed
        self._shredded = shredded
        self._waiting = bytearray()
        self._due: float | None = None

    async def send(self, headers: dict[str, str], frames: Sequence[Frame]) -> None:
        """Writes head and `frames`; ends early where one of them says so."""
        self._request.status = 200
        self._request.first_byte = time.monotonic()
        await self._connection.open(200, headers)
        for data, kind in frames:
            if kind == "text":
                self._request.pieces += 1
                if self._pace.per_second:
                    await self._wait_for_turn()
                if self._request.first_text is None:
                    self._request.first_text = time.monotonic()
            elif kind != "plain" and not await self._pause(kind):
                return
            await self._add(data)
        await self._flush()
        await self._connection.finish()

    async def _wait_for_turn(self) -> None:
        """Keeps the pace over the whole stream, however long the single waits take."""
        now = asyncio.get_running_loop().time()
        if self._due is None:
            self._due = now
        await asyncio.sleep(max(0.0, self._due - now))
        self._due += 1 / self._pace.per_second

    async def _pause(self, kind: str) -> bool:
        """Plays what is no event; False if nothing follows it."""
        if kind == "thought" and not self._pace.thinking:
            return True
        await self._flush()
        self._changed()
        if kind == "thought":
            await asyncio.sleep(self._pace.thinking)
        elif kind == "hold":
            await self._gate.wait(self._request)
        elif kind == "stall":
            await asyncio.Event().wait()
        elif kind == "reset":
            self._connection.reset()
        elif kind == "end":
            await self._connection.finish()
        return kind in ("thought", "hold")

    async def _add(self, data: bytes) -> None:
        if self._shredded:
            for place in range(len(data)):
                await self._connection.chunk(data[place : place + 1])
        elif self._pace.per_second:
            await self._connection.chunk(data)
        else:
            self._waiting += data
            if len(self._waiting) >= _WRITE:
                await self._flush()

    async def _flush(self) -> None:
        if self._waiting:
            await self._connection.chunk(bytes(self._waiting))
            self._waiting.clear()

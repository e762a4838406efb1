"""The stand-in as tests use it.

    with StandIn() as claude:
        claude.will_say("Your refund is on its way.", cites=[(0, 0, 1)])
        claude.will_fail(Fault.DROP_MID_STREAM, after=3)

It answers by itself where nothing is arranged. What is arranged serves the first requests that
fit, in the order of arrangement; a request that the API would refuse is refused before that.
"""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Iterable
from typing import Any, Self

from .answers import Cite
from .batches import Batches
from .batches import Trouble as BatchTrouble
from .faults import Fault
from .http_server import serve
from .log import Request
from .meter import Meter
from .replies import Cited, Said
from .script import MESSAGES, Limits, Only, Pace, Script, Trouble
from .servers import Server
from .service import Service

__all__ = ["Cited", "Fault", "Limits", "Only", "Pace", "Request", "StandIn"]

KEY = "sk-ant-api03-stand-in-0123456789abcdef-4711"
_SECONDS = {Fault.RATE_LIMITED: 2.0}
_AS_LONG_AS_IT_TAKES = 3600.0
_PARAGRAPH = 60


class StandIn:
    """A server on 127.0.0.1 in a thread of its own; leaving it ends all connections."""

    def __init__(
        self, *, key: str = KEY, port: int = 0, pace: Pace | None = None,
        server: Server | None = None,
    ) -> None:  # fmt: skip
        """`server`: one of those in servers.py, in place of Anthropic's."""
        self.key, self._server = key, server
        self.url = ""
        self._port = port
        self._script = Script(pace or Pace())
        self._requests: list[Request] = []
        self._changed = threading.Condition()
        self._opened = threading.Event()
        self._thread = threading.Thread(target=self._run, name="claude-stand-in", daemon=True)
        self._service: Service
        self._loop: asyncio.AbstractEventLoop
        self._serving: asyncio.Task[None]

    def __enter__(self) -> Self:
        self._thread.start()
        if not self._opened.wait(60):
            raise RuntimeError("the stand-in did not start")
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
        if self._service.broken is not None:
            raise self._service.broken

    def close(self) -> None:
        """Ends all connections and the thread."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._serving.cancel)
            self._thread.join(10)

    # What it will do

    def will_say(
        self,
        *texts: str | Cited,
        cites: Iterable[Cite] = (),
        thinking: str | None = None,
        stop_reason: str = "end_turn",
        hold_after: int | None = None,
        times: int | None = 1,
        model: str | None = None,
        contains: str | None = None,
        stream: bool | None = None,
    ) -> None:
        """Free text for the next `times` requests without schema (None: for all).

        Each of `texts` becomes a text block; `cites` belong to the last one, further ones come
        as `Cited`. `hold_after` pieces it waits for `release()`. `thinking=""`: no thinking.
        """
        blocks = [(one.text, one.cites) if isinstance(one, Cited) else (one, ()) for one in texts]
        if cites:
            blocks[-1] = (blocks[-1][0], (*blocks[-1][1], *cites))
        said = Said(tuple(blocks), thinking, stop_reason, hold_after)
        self._script.plan_answer(said, Only(MESSAGES, stream, False, model, contains), times)

    def will_answer(
        self,
        value: Any,
        *,
        thinking: str | None = None,
        stop_reason: str = "end_turn",
        hold_after: int | None = None,
        times: int | None = 1,
        model: str | None = None,
        contains: str | None = None,
        stream: bool | None = None,
    ) -> None:
        """JSON for the next `times` requests with a schema; a `str` goes out as it is."""
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        said = Said(((text, ()),), thinking, stop_reason, hold_after)
        self._script.plan_answer(said, Only(MESSAGES, stream, True, model, contains), times)

    def will_pour(
        self, pieces: int = 20_000, *, cite_every: int = 100, times: int | None = None
    ) -> None:
        """Exactly so many pieces of text, whatever `max_tokens` says, for benchmarks.

        Every `cite_every` pieces a block ends and cites the first block of the first passage,
        if the request has passages with citations on; 0: one block without citations. A paragraph
        ends every 60 pieces: a reply is not one line.
        """
        size = cite_every or pieces
        blocks = []
        for start in range(0, pieces, size):
            count = min(size, pieces - start)
            words = tuple(_poured(start + number) for number in range(count))
            blocks.append((words, ((0, 0, 1),) if cite_every else ()))
        said = Said(tuple(blocks), bounded=False)
        self._script.plan_answer(said, Only(MESSAGES, schema=False), times)

    def will_fail(
        self,
        fault: Fault,
        *,
        after: int = 3,
        seconds: float | None = None,
        times: int | None = 1,
        path: str = MESSAGES,
        stream: bool | None = None,
        schema: bool | None = None,
        model: str | None = None,
        contains: str | None = None,
    ) -> None:
        """`fault` for the next `times` requests that fit (None: for all).

        `after` counts pieces of text; `seconds` is `retry-after` of RATE_LIMITED (2 if not
        said) and the wait of SLOW_FIRST_BYTE (until `release()` if not said). `path` may hold
        `*`, as "/v1/models*" or "*".
        """
        wait = _SECONDS.get(fault, _AS_LONG_AS_IT_TAKES) if seconds is None else seconds
        only = Only(path, stream, schema, model, contains)
        self._script.plan_trouble(Trouble(fault, after, wait), only, times)

    def will_fail_items(
        self, outcome: str, *, contains: str = "", error: str = "overloaded_error", times: int = 1
    ) -> None:
        """The next `times` items of batches that hold `contains` end as errored, canceled or
        expired."""
        self._service.batches.troubles.append(BatchTrouble(outcome, contains, error, times))

    @property
    def batches(self) -> Batches:
        """The batches that were made; `seconds` of it is how long they take."""
        return self._service.batches

    def forget(self) -> None:
        """Nothing is arranged any more."""
        self._script.forget()

    def release(self) -> None:
        """Answers that are held go on."""
        self._loop.call_soon_threadsafe(self._service.gate.release)

    def advance(self, seconds: float) -> None:
        """The clock by which cached prefixes die goes ahead."""
        self._script.advance(seconds)

    @property
    def pace(self) -> Pace:
        """How fast answers come; assign another one at any time."""
        return self._script.pace

    @pace.setter
    def pace(self, pace: Pace) -> None:
        self._script.pace = pace

    @property
    def limits(self) -> Limits:
        """The rate headers of every answer; assign others at any time."""
        return self._script.limits

    @limits.setter
    def limits(self, limits: Limits) -> None:
        self._script.limits = limits

    def will_keep_limits(self) -> None:
        """The limits hold from now on, full; before that they only stand in the headers."""
        self._script.meter = Meter(self._script.limits)

    @property
    def refused(self) -> int:
        """How many requests the limits have refused since they hold."""
        return self._script.meter.refused if self._script.meter is not None else 0

    # What came

    @property
    def requests(self) -> list[Request]:
        """Every request so far, in the order in which they came."""
        with self._changed:
            return list(self._requests)

    @property
    def messages(self) -> list[Request]:
        """Those that asked for a message."""
        return [one for one in self.requests if one.path == MESSAGES]

    @property
    def most_at_once(self) -> int:
        """The largest number of messages that were under way at the same time."""
        steps = [(one.came, 1) for one in self.messages]
        steps += [(one.ended, -1) for one in self.messages if one.ended is not None]
        now = most = 0
        for _, step in sorted(steps):
            now += step
            most = max(most, now)
        return most

    def wait_until(self, condition: Callable[[], object], seconds: float = 60.0) -> None:
        """Blocks until `condition()` holds; asked again whenever something happens here."""
        with self._changed:
            if not self._changed.wait_for(condition, seconds):
                raise AssertionError(f"not reached within {seconds:g} s")

    def _log(self, request: Request) -> None:
        with self._changed:
            self._requests.append(request)
            self._changed.notify_all()

    def _notify(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def _run(self) -> None:
        # Not the policy's loop: tests may have put Qt's there.
        with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
            self._loop = runner.get_loop()
            try:
                runner.run(self._serve())
            except asyncio.CancelledError:
                return

    async def _serve(self) -> None:
        current = asyncio.current_task()
        assert current is not None
        self._serving = current
        self._service = Service(
            self.key, self._script, self._log, self._notify, self._server
        )  # fmt: skip
        await serve(self._port, self._service.answer, self._service.left_early, self._opened_at)

    def _opened_at(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self._opened.set()


def _poured(number: int) -> str:
    return f"word{number}" + (" " if (number + 1) % _PARAGRAPH else "\n\n")

"""Processes beside the window: the stand-in that answers, and the bare SDK that asks the same."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

ROOT = Path(__file__).resolve().parents[2]


class Beside:
    """A Python module as a process that answers each line of JSON with one."""

    def __init__(self, module: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", module], cwd=ROOT, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, encoding="utf-8",
        )  # fmt: skip

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(60)

    def tell(self, order: object) -> None:
        """Send an order that is not answered."""
        assert self._process.stdin is not None
        print(json.dumps(order), file=self._process.stdin, flush=True)

    def line(self) -> str:
        """The next line that it says."""
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def ask(self, order: object) -> Any:
        """Send an order and read the answer."""
        self.tell(order)
        return json.loads(self.line())


class Server(Beside):
    """The stand-in."""

    def __init__(self) -> None:
        super().__init__("tests.claude")
        self.url, self.key = self.line(), self.line()

    def pace(self, **pace: float) -> None:
        """How fast answers come from now on; see `Pace`."""
        self.ask({"pace": pace})

    def pour(self, pieces: int, cite_every: int = 100) -> None:
        """So many pieces of text in every free answer; 0: its own words."""
        self.ask({"pour": pieces, "cite_every": cite_every})

    def write(self, parts: Sequence[str]) -> None:
        """These words in every free answer, each part with a citation."""
        self.ask({"write": list(parts)})

    def answer(self, value: object) -> None:
        """JSON for every request with a schema."""
        self.ask({"answer": value})

    def body(self) -> dict[str, Any]:
        """The newest message's body, for another to send; the SDK adds `stream` itself."""
        body: dict[str, Any] = self.ask({"say": "body"})
        body.pop("stream", None)
        return body

    def bodies(self, count: int) -> list[dict[str, Any]]:
        """Those of the newest messages that were answered, for another to send."""
        bodies: list[dict[str, Any]] = self.ask({"bodies": count})
        for body in bodies:
            body.pop("stream", None)
        return bodies

    def keep_limits(self) -> None:
        """The limits of the lowest tier hold from now on, full."""
        self.ask({"keep_limits": True})

    def refused(self) -> int:
        """How many requests the limits have refused since."""
        return int(self.ask({"refused": True}))

    def first_text(self) -> float:
        """When the newest answer's first text was written to its socket, `time.monotonic()`."""
        return float(self.ask({"say": "first_text"}))


class BareSdk(Beside):
    """The bare SDK, asking one server."""

    def __init__(self, server: Server) -> None:
        super().__init__("tests.benchmarks.bare_sdk")
        self.tell({"url": server.url, "key": server.key})

    async def send(self, body: dict[str, Any]) -> dict[str, float]:
        """Seconds to the `first` text, `total` seconds, and processor seconds (`cpu`)."""
        found: dict[str, float] = await asyncio.to_thread(self.ask, body)
        return found

    async def send_all(self, bodies: list[dict[str, Any]], at_once: int) -> dict[str, float]:
        """The same of many, so many together; `first` is the longest wait for a first text."""
        order = {"bodies": bodies, "at_once": at_once}
        found: dict[str, float] = await asyncio.to_thread(self.ask, order)
        return found

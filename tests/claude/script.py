"""What was arranged for requests to come; used by tests and by the server's thread."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from fnmatch import fnmatch
from typing import TYPE_CHECKING, Generic, TypeVar

from .faults import Fault
from .log import Request
from .replies import Said

if TYPE_CHECKING:
    from .meter import Meter

MESSAGES = "/v1/messages"
T = TypeVar("T")


@dataclass(frozen=True)
class Pace:
    """How fast answers come; all zero is as fast as the line takes it."""

    first_byte: float = 0.0
    """Seconds before the headers."""
    thinking: float = 0.0
    """Seconds between the start of a thinking block and its signature."""
    per_second: float = 0.0
    """Pieces of text a second, each written by itself; 0: no waiting, in writes of 64 KiB."""
    characters: int = 12
    """Size of a piece."""


@dataclass(frozen=True)
class Limits:
    """The rate headers: (limit, remaining) of each counter, and seconds until they are full."""

    requests: tuple[int, int] = (1_000, 999)
    input_tokens: tuple[int, int] = (2_000_000, 1_999_000)
    output_tokens: tuple[int, int] = (400_000, 399_000)
    reset_after: float = 60.0

    def headers(self) -> dict[str, str]:
        """As they stand on every answer."""
        reset = datetime.now(UTC) + timedelta(seconds=self.reset_after)
        total = tuple(map(sum, zip(self.input_tokens, self.output_tokens, strict=True)))
        found = {}
        for name, (limit, remaining) in {
            "requests": self.requests,
            "tokens": total,
            "input-tokens": self.input_tokens,
            "output-tokens": self.output_tokens,
        }.items():
            found[f"anthropic-ratelimit-{name}-limit"] = str(limit)
            found[f"anthropic-ratelimit-{name}-remaining"] = str(remaining)
            found[f"anthropic-ratelimit-{name}-reset"] = reset.strftime("%Y-%m-%dT%H:%M:%SZ")
        return found


@dataclass(frozen=True)
class Only:
    """Which requests are meant; None means any. `path` may hold `*`."""

    path: str = MESSAGES
    stream: bool | None = None
    schema: bool | None = None
    model: str | None = None
    contains: str | None = None

    def fits(self, request: Request) -> bool:
        """Whether `request` is one of them."""
        return (
            fnmatch(request.path, self.path)
            and self.stream in (None, request.streams)
            and self.schema in (None, request.schema is not None)
            and self.model in (None, request.model)
            and (self.contains is None or _holds(request, self.contains))
        )


def _holds(request: Request, words: str) -> bool:
    """As it came, or as it reads once the JSON is undone."""
    escaped = json.dumps(words, ensure_ascii=False)[1:-1]
    return (
        words in request.text or escaped in request.text or json.dumps(words)[1:-1] in request.text
    )


@dataclass(frozen=True)
class Trouble:
    """A fault with its measures."""

    fault: Fault
    after: int
    seconds: float


@dataclass
class _Planned(Generic[T]):
    what: T
    only: Only
    left: int | None


@dataclass
class Script:
    """Answers, faults, pace and clock; every method may be called from any thread."""

    pace: Pace = field(default_factory=Pace)
    limits: Limits = field(default_factory=Limits)
    meter: Meter | None = None
    """What makes the limits hold; without one they only stand in the headers."""
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _answers: list[_Planned[Said]] = field(default_factory=list)
    _troubles: list[_Planned[Trouble]] = field(default_factory=list)
    _ahead: float = 0.0

    def plan_answer(self, said: Said, only: Only, times: int | None) -> None:
        """`said` answers the next `times` requests that fit; None: all of them."""
        with self._lock:
            self._answers.append(_Planned(said, only, times))

    def plan_trouble(self, trouble: Trouble, only: Only, times: int | None) -> None:
        """The same for a fault."""
        with self._lock:
            self._troubles.append(_Planned(trouble, only, times))

    def next_answer(self, request: Request) -> Said | None:
        """The answer planned for `request`."""
        with self._lock:
            return _take(self._answers, request)

    def next_trouble(self, request: Request) -> Trouble | None:
        """The fault planned for `request`."""
        with self._lock:
            fitting = [
                one for one in self._troubles if request.streams or not one.what.fault.streams_only
            ]
            return _take(fitting, request)

    def forget(self) -> None:
        """Nothing is planned any more."""
        with self._lock:
            self._answers.clear()
            self._troubles.clear()

    def advance(self, seconds: float) -> None:
        """The cache's clock goes ahead."""
        with self._lock:
            self._ahead += seconds

    def now(self) -> float:
        """The cache's clock."""
        with self._lock:
            return time.monotonic() + self._ahead


def _take(planned: list[_Planned[T]], request: Request) -> T | None:
    for one in planned:
        if one.left != 0 and one.only.fits(request):
            if one.left is not None:
                one.left -= 1
            return one.what
    return None

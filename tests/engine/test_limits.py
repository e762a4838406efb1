"""One limiter for all: it waits its turn, learns from headers, and loses nobody."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from supportdesk_gui.engine.limits import Limiter


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Requests:
    """Requests that each hold a place until they are let go."""

    def __init__(self, limiter: Limiter, *, ahead: bool = False) -> None:
        self.limiter, self.ahead = limiter, ahead
        self.under_way: list[int] = []
        self.most = 0
        self.tasks: list[asyncio.Task[None]] = []
        self._gates: dict[int, asyncio.Event] = {}

    def start(self, count: int) -> None:
        for _ in range(count):
            name = len(self.tasks)
            self._gates[name] = asyncio.Event()
            self.tasks.append(asyncio.get_running_loop().create_task(self._one(name)))

    async def _one(self, name: int) -> None:
        async with self.limiter.place(ahead=self.ahead):
            self.under_way.append(name)
            self.most = max(self.most, len(self.under_way))
            try:
                await self._gates[name].wait()
            finally:
                self.under_way.remove(name)

    def end(self, name: int) -> None:
        self._gates[name].set()

    async def end_all(self) -> None:
        for gate in self._gates.values():
            gate.set()
        await asyncio.gather(*self.tasks, return_exceptions=True)


async def turns(count: int = 5) -> None:
    for _ in range(count):
        await asyncio.sleep(0)


async def test_no_more_than_allowed_are_under_way_and_the_first_comes_first() -> None:
    requests = Requests(Limiter(2))
    requests.start(5)
    await turns()
    assert requests.under_way == [0, 1]
    requests.end(1)
    await turns()
    assert requests.under_way == [0, 2]
    await requests.end_all()
    assert requests.most == 2


async def test_what_is_asked_ahead_leaves_a_place_and_comes_behind_all_else() -> None:
    limiter = Limiter(3)
    ahead, asked = Requests(limiter, ahead=True), Requests(limiter)
    ahead.start(4)
    await turns()
    assert ahead.under_way == [0, 1], "one place is kept for the agent"
    asked.start(2)
    await turns()
    assert asked.under_way == [0]
    ahead.end(0)
    await turns()
    assert (ahead.under_way, asked.under_way) == ([1], [0, 1]), "the agent's own goes first"
    await asked.end_all()
    await ahead.end_all()
    assert ahead.most == 2
    alone = Requests(Limiter(1), ahead=True)
    alone.start(1)
    await alone.end_all()


async def test_one_that_is_cancelled_while_it_waits_takes_no_place() -> None:
    requests = Requests(Limiter(1))
    requests.start(3)
    await turns()
    requests.tasks[1].cancel()
    await turns()
    requests.end(0)
    await turns()
    assert requests.under_way == [2]
    await requests.end_all()


async def test_one_that_is_cancelled_in_the_moment_of_its_turn_passes_it_on() -> None:
    requests = Requests(Limiter(1))
    requests.start(3)
    await turns()
    requests.end(0)
    await turns(1)  # the first has let go: the second's turn is given, and not taken yet
    requests.tasks[1].cancel()
    await turns()
    assert requests.under_way == [2]
    await requests.end_all()


async def test_a_refusal_halves_and_twenty_good_answers_let_one_more_go() -> None:
    limiter = Limiter(4)
    limiter.refused(None)
    assert limiter.at_once == 2
    limiter.refused(None)
    limiter.refused(None)
    assert limiter.at_once == 1
    requests = Requests(limiter)
    requests.start(2)
    await turns()
    assert requests.under_way == [0]
    for _ in range(20):
        limiter.answered()
    await turns()
    assert limiter.at_once == 2
    assert requests.under_way == [0, 1]
    for _ in range(100):
        limiter.answered()
    assert limiter.at_once == 4
    await requests.end_all()


async def test_another_number_applies_at_once() -> None:
    limiter = Limiter(1)
    requests = Requests(limiter)
    requests.start(4)
    await turns()
    limiter.allow(3)
    await turns()
    assert requests.under_way == [0, 1, 2]
    limiter.allow(1)
    requests.end(0)
    await turns()
    assert requests.under_way == [1, 2]
    await requests.end_all()


def test_a_pause_that_is_named_holds_and_the_longest_counts() -> None:
    clock = Clock()
    limiter = Limiter(4, clock)
    limiter.refused(8.0)
    limiter.refused(3.0)
    assert limiter.seconds_to_wait() == pytest.approx(8.0)
    clock.now += 7.5
    assert limiter.seconds_to_wait() == pytest.approx(0.5)
    clock.now += 1
    assert limiter.seconds_to_wait() == 0


def test_a_pause_without_sense_is_not_obeyed() -> None:
    limiter = Limiter(4, Clock())
    limiter.refused(4_294_967.0)
    assert limiter.seconds_to_wait() == 300


def _headers(kind: str, remaining: str, reset: str, date: str = "") -> dict[str, str]:
    start = f"anthropic-ratelimit-{kind}-"
    found = {start + "remaining": remaining, start + "reset": reset}
    return {**found, "date": date} if date else found


@pytest.mark.parametrize("kind", ["requests", "tokens", "input-tokens", "output-tokens"])
def test_a_limit_that_is_used_up_holds_until_its_reset(kind: str) -> None:
    limiter = Limiter(4, Clock())
    reset = datetime.now(UTC) + timedelta(seconds=30)
    limiter.learn(_headers(kind, "12", reset.isoformat()))
    assert limiter.seconds_to_wait() == 0
    limiter.learn(_headers(kind, "0", reset.strftime("%Y-%m-%dT%H:%M:%SZ")))
    assert limiter.seconds_to_wait() == pytest.approx(30, abs=2)


def test_a_clock_that_is_wrong_here_does_not_matter() -> None:
    limiter = Limiter(4, Clock())
    there = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=2)
    reset = (there + timedelta(seconds=20)).isoformat()
    limiter.learn(_headers("requests", "0", reset, format_datetime(there)))
    assert limiter.seconds_to_wait() == pytest.approx(20)


@pytest.mark.parametrize("reset", ["", "soon", "2020-01-01T00:00:00Z", "2020-01-01T00:00:00"])
def test_headers_without_sense_hold_nobody(reset: str) -> None:
    limiter = Limiter(4, Clock())
    limiter.learn(_headers("requests", "0", reset))
    limiter.learn(_headers("requests", "0", reset, date="yesterday"))
    assert limiter.seconds_to_wait() == 0

"""The loop gives the window its turn between callbacks, and keeps their order."""

from __future__ import annotations

import asyncio
import threading
import time

from PySide6.QtCore import QEventLoop, QTimer


async def test_the_window_has_its_turn_between_callbacks_that_take_long() -> None:
    """Each of these fills a turn: what was due in Qt meanwhile comes before the next."""
    seen: list[str] = []
    timer = QTimer()
    timer.timeout.connect(lambda: seen.append("window"))
    timer.start(1)
    loop, done = asyncio.get_running_loop(), asyncio.Event()

    def reckon(place: int) -> None:
        until = time.perf_counter() + 0.01
        while time.perf_counter() < until:
            pass
        seen.append(f"callback {place}")

    for place in range(5):
        loop.call_soon(reckon, place)
    loop.call_soon(done.set)
    await done.wait()
    timer.stop()
    assert [one for one in seen if one != "window"] == [f"callback {place}" for place in range(5)]
    # Due for the first time while the first one reckons; a busy machine may keep it late once.
    assert seen[: seen.index("callback 4")].count("window") >= 2, seen


async def test_callbacks_keep_their_order_and_none_is_called_that_was_taken_back() -> None:
    loop, called, done = asyncio.get_running_loop(), list[str](), asyncio.Event()
    loop.call_soon(called.append, "first")
    loop.call_soon(called.append, "never").cancel()
    loop.call_soon(lambda: loop.call_soon(called.append, "third"))
    loop.call_soon(called.append, "second")
    loop.call_later(0.02, done.set)
    await done.wait()
    assert called == ["first", "second", "third"]


async def test_a_thread_may_call_and_what_fails_is_told() -> None:
    loop, done, told = asyncio.get_running_loop(), asyncio.Event(), list[object]()
    loop.set_exception_handler(lambda _, context: told.append(context["exception"]))
    wrong = ValueError("wrong")

    def fail() -> None:
        raise wrong

    loop.call_soon(fail)
    threading.Thread(target=lambda: loop.call_soon_threadsafe(done.set)).start()
    await done.wait()
    assert told == [wrong]


async def test_what_opens_a_loop_within_does_not_stop_the_others() -> None:
    loop, within, called = asyncio.get_running_loop(), QEventLoop(), list[str]()

    def menu() -> None:
        loop.call_soon(called.append, "while it is open")
        loop.call_soon(within.quit)
        QTimer.singleShot(2000, within.quit)  # else it would wait for ever
        within.exec()
        called.append("closed")

    loop.call_soon(menu)
    done = asyncio.Event()
    loop.call_later(0.05, done.set)
    await done.wait()
    assert called == ["while it is open", "closed"]

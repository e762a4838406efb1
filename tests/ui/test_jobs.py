"""Tasks are held, named, cancelled, and never lose their failure."""

from __future__ import annotations

import asyncio
import gc
import inspect
from concurrent.futures import Future

from supportdesk_gui.ui.jobs import Job, Jobs


async def test_what_started_before_the_loop_runs_once_it_is_there(jobs: Jobs) -> None:
    done = asyncio.Event()

    async def work() -> None:
        done.set()

    jobs.start(work(), name="early")
    await asyncio.sleep(0)
    assert not done.is_set()
    jobs.attach(asyncio.get_running_loop())
    await done.wait()


async def test_a_running_task_is_held_and_says_how_far_it_is(jobs: Jobs) -> None:
    jobs.attach(asyncio.get_running_loop())
    seen: list[tuple[str, int, int]] = []
    jobs.job_progressed.connect(lambda job: seen.append((job.title, job.done, job.total)))
    go_on = asyncio.Event()

    async def work() -> None:
        jobs.progress("reading", 3, 10)
        await go_on.wait()

    jobs.start(work(), name="reading", title="Reading")
    await asyncio.sleep(0)
    gc.collect()
    assert [job.name for job in jobs.running("reading")] == ["reading"]
    assert seen == [("Reading", 3, 10)]
    go_on.set()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert jobs.running() == []


async def test_a_failure_reaches_its_starter_or_else_the_bug_report(jobs: Jobs) -> None:
    jobs.attach(asyncio.get_running_loop())
    failed: list[str] = []
    jobs.job_failed.connect(lambda job, error: failed.append(f"{job.name}: {error}"))
    dealt_with: list[str] = []

    async def break_down() -> None:
        raise ValueError("no")

    def deal(error: Exception) -> bool:
        dealt_with.append(str(error))
        return True

    jobs.start(break_down(), name="expected", on_failure=deal)
    jobs.start(break_down(), name="unexpected")
    jobs.start(break_down(), name="declined", on_failure=lambda _: False)
    for _ in range(3):
        await asyncio.sleep(0)
    assert dealt_with == ["no"]
    assert failed == ["unexpected: no", "declined: no"]


async def test_cancelling_is_no_failure(jobs: Jobs) -> None:
    jobs.attach(asyncio.get_running_loop())
    ended: list[Job] = []
    jobs.job_finished.connect(ended.append)
    jobs.job_failed.connect(lambda job, error: ended.clear())
    job = jobs.start(asyncio.sleep(60), name="long")
    await asyncio.sleep(0)
    job.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert ended == [job]
    assert job.cancelled


async def test_closing_ends_everything_and_starts_nothing_more(jobs: Jobs) -> None:
    jobs.attach(asyncio.get_running_loop())
    let_go: list[str] = []

    async def work() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            let_go.append("let go")

    jobs.start(work(), name="long")
    await asyncio.sleep(0)
    await jobs.aclose()
    assert let_go == ["let go"]
    assert jobs.start(work(), name="late").cancelled
    assert jobs.running() == []


def test_what_waits_for_a_loop_that_never_comes_is_let_go(jobs: Jobs) -> None:
    coroutine = asyncio.sleep(60)
    job = jobs.start(coroutine, name="early")
    jobs.close()
    assert job.cancelled and inspect.getcoroutinestate(coroutine) == inspect.CORO_CLOSED
    assert jobs.start(asyncio.sleep(60), name="late").cancelled


async def test_a_result_of_a_thread_can_be_awaited(jobs: Jobs) -> None:
    future: Future[int] = Future()
    asyncio.get_running_loop().call_soon(future.set_result, 7)
    assert await jobs.wrapped(future) == 7

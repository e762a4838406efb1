"""Every task that runs beside the window: held, named, cancellable, and its failure surfaced.

qasync keeps no strong reference to a task, and a task that nobody owns loses its error; so all
of them are started here. Nothing of asyncio is imported before the first paint: coroutines
that are started earlier wait for `attach`.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    import asyncio
    from concurrent.futures import Future

T = TypeVar("T")


class Job:
    """One task; its title is shown in the status bar, empty for what is over in a moment."""

    def __init__(
        self,
        name: str,
        title: str | Callable[[], str],
        on_failure: Callable[[Exception], bool] | None = None,
        *,
        goes_through: bool = False,
    ) -> None:
        self.name, self._title, self.on_failure = name, title, on_failure
        self.goes_through = goes_through
        self.done = self.total = 0
        self.task: asyncio.Task[None] | None = None
        self.cancelled = False
        self.fills_page = False
        self.waits = False
        """For those of the same name that were started before it, see `Jobs.in_turn`."""

    @property
    def title(self) -> str:
        """In the language that is spoken now, where its starter gave a way to say it."""
        return self._title if isinstance(self._title, str) else self._title()

    def cancel(self) -> None:
        """Ask it to stop; what it has kept stays. What `goes_through` does not hear of it."""
        if self.goes_through:
            return
        self.cancelled = True
        if self.task is not None:
            self.task.cancel()


class Jobs(QObject):
    """Owns the tasks; signals carry the Job."""

    job_started = Signal(object)
    job_progressed = Signal(object)
    job_finished = Signal(object)
    job_failed = Signal(object, object)
    """Job and exception, for what its starter did not expect."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._waiting: list[tuple[Coroutine[Any, Any, None], Job]] = []
        self._running: list[Job] = []
        self._closing = False

    def attach(self, loop: asyncio.AbstractEventLoop) -> None:
        """The loop runs from now on; what was started before begins."""
        self._loop = loop
        waiting, self._waiting = self._waiting, []
        for coroutine, job in waiting:
            self._begin(coroutine, job)

    def start(
        self,
        coroutine: Coroutine[Any, Any, None],
        name: str,
        title: str | Callable[[], str] = "",
        on_failure: Callable[[Exception], bool] | None = None,
        fills_page: bool = False,
        *,
        goes_through: bool = False,
    ) -> Job:
        """Run a coroutine as a job. `on_failure` returns True for what it has dealt with. What
        only `fills_page` ends with it (`let_pages_go`). What `goes_through` would leave a half
        where it stopped: only the end of the program ends it."""
        job = Job(name, title, on_failure=on_failure, goes_through=goes_through)
        job.fills_page = fills_page
        if self._closing:
            coroutine.close()
            job.cancelled = True
        elif self._loop is None:
            self._waiting.append((coroutine, job))
        else:
            self._begin(coroutine, job)
        return job

    def progress(self, name: str, done: int, total: int) -> None:
        """Say how far the running job of that name is."""
        for job in self._running:
            if job.name == name and not job.waits:
                job.done, job.total = done, total
                self.job_progressed.emit(job)

    def running(self, name: str = "") -> list[Job]:
        """The jobs that run, all or those of one name."""
        return [job for job in self._running if not name or job.name == name]

    def let_pages_go(self) -> None:
        """The pages are built again: what would have filled those that stood is not wanted."""
        for job in self._running:
            if job.fills_page:
                job.cancel()

    async def in_turn(self, after: str = "") -> None:
        """Have the job that asks wait until those of the same name that were started before it
        have ended, and then all that are named `after`, if any."""
        import asyncio

        task = asyncio.current_task()
        place, mine = next(
            (place, job) for place, job in enumerate(self._running) if job.task is task
        )
        before = [job.task for job in self._running[:place] if job.task and job.name == mine.name]

        def others() -> list[asyncio.Task[None] | None]:
            return [job.task for job in self.running(after)] if after else []

        for waits_for in (lambda: before, others):
            tasks = [task for task in waits_for() if task is not None]
            if tasks:
                mine.waits = True
                self.job_progressed.emit(mine)
                await asyncio.wait(tasks)
        mine.waits = False

    async def wrapped(self, future: Future[T]) -> T:
        """Await what a store's thread is doing."""
        import asyncio

        return await asyncio.wrap_future(future)

    def close(self) -> None:
        """Nothing begins any more, nor what waits for a loop."""
        self._closing = True
        for coroutine, job in self._waiting:
            coroutine.close()
            job.cancelled = True
        self._waiting.clear()

    async def aclose(self) -> None:
        """Cancel everything and wait until it has let go."""
        import asyncio

        self.close()
        tasks = [job.task for job in self._running if job.task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _begin(self, coroutine: Coroutine[Any, Any, None], job: Job) -> None:
        if job.cancelled or self._loop is None:
            coroutine.close()
            return
        job.task = self._loop.create_task(coroutine, name=job.name)
        self._running.append(job)
        job.task.add_done_callback(lambda task: self._end(job, task))
        self.job_started.emit(job)

    def _end(self, job: Job, task: asyncio.Task[None]) -> None:
        self._running.remove(job)
        error = None if task.cancelled() else task.exception()
        job.cancelled = job.cancelled or task.cancelled()
        self.job_finished.emit(job)
        if not isinstance(error, Exception):
            return
        if job.on_failure is None or not job.on_failure(error):
            self.job_failed.emit(job, error)

"""Runs of tagging while the window is open: begun, gone on with after a restart, stopped, repeated."""

from __future__ import annotations

import importlib
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supportdesk_gui.assist.tag_store import TagStore
from supportdesk_gui.assist.tags import ItemState, Scope, TagRun, Way, own_tags, way_for
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.ui.engine_failures import told_by

if TYPE_CHECKING:
    import asyncio

    from supportdesk_gui.assist.tagging import Tagging, TagProgress
    from supportdesk_gui.engine.ledger import Ledger
    from supportdesk_gui.storage.database import Database
    from supportdesk_gui.tickets.store import TicketStore
    from supportdesk_gui.ui.engine_in_use import EngineInUse
    from supportdesk_gui.ui.jobs import Job, Jobs
    from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper

_JOB = "tagging"


class TagRuns(QObject):
    """One run at a time; what stands in the database is the truth."""

    poll_seconds = 60.0
    """Between looks at a batch."""
    pause_seconds = 5.0
    """Until the first attempt where the connection was lost; each further pause is twice as long."""

    changed = Signal()
    """A run went on, began or ended."""
    priced_anew = Signal(object)
    """The engine of this TagRun has no batches: what is left costs more, and waits for a yes."""
    failed = Signal(object)
    """The EngineError that holds a run up; it can be gone on with."""

    def __init__(
        self, database: Database, tickets: TicketStore, ledger: Ledger,
        find_engine: Callable[[], EngineInUse], jobs: Jobs, settings: SettingsKeeper,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.store = TagStore(database)
        self._tickets, self._ledger = tickets, ledger
        self._find_engine, self._jobs, self._settings = find_engine, jobs, settings
        self._held: tuple[int, Fault] | None = None
        self._now: asyncio.Event | None = None
        self._goes_on = False
        jobs.job_finished.connect(self._job_finished)

    @property
    def is_running(self) -> bool:
        """Whether a run goes on now."""
        return bool(self._jobs.running(_JOB))

    def held(self, run: TagRun) -> Fault | None:
        """What holds a run up until it passes, None where nothing does."""
        return self._held[1] if self._held is not None and self._held[0] == run.id else None

    def way(self) -> Way:
        """How a run that begins now would ask."""
        engine = self._find_engine().claude
        door = engine.asking.batches if engine is not None else None
        return way_for(door, self._settings.value.profile.triage_model)

    def to_tag(self, scope: Scope) -> list[int]:
        """The conversations of a scope; without a model none that rules would tag no better."""
        if self.way() is Way.RULES and scope in {Scope.RULES, Scope.OWN}:
            return []
        return self.store.to_tag(scope, own_tags(self._settings.value.own_tags))

    def host(self) -> str:
        """Where the text would go; empty where no model is asked."""
        engine = self._find_engine().claude
        return engine.host if engine is not None else ""

    async def estimate(self, ids: Sequence[int]) -> int | None:
        """Micro-dollars for these tickets, None without a known price; in a thread where long."""
        if self.way() is Way.RULES or not ids:
            return 0
        tagging = await self._tagging()
        value = self._settings.value
        return tagging.estimate(
            ids, value.profile.triage_model, own_tags(value.own_tags),
            in_batch=self.way() is Way.BATCH,
        )  # fmt: skip

    def begin(self, ids: Sequence[int], estimate: int | None) -> None:
        """Tag these; the agent has seen what it costs and where the text goes."""
        way, host, model, profile = self._now_in_use()
        own = own_tags(self._settings.value.own_tags)

        async def begin() -> None:
            begun = self.store.begin(ids, way, host, model, own, estimate, profile)
            await self._jobs.wrapped(begun)
            self.changed.emit()
            self.go_on()

        self._jobs.start(begin(), name="tagging begins")

    def go_on(self) -> None:
        """Go on with the oldest run that is not done, where its engine is in use; now, where it
        waits for the connection."""
        if self._now is not None:
            self._now.set()
        waiting = [run for run in self.store.runs() if run.state == "running" and self._can(run)]
        if waiting and not self.is_running:
            work = self._work(waiting[-1])
            self._jobs.start(
                work, name=_JOB, title=self._title, on_failure=told_by(self.failed.emit)
            )

    def can_go_on(self, run: TagRun) -> bool:
        """Whether a word of the agent's would bring a run on now."""
        return self._can(run) and (not self.is_running or self.held(run) is not None)

    def can_move(self, run: TagRun) -> bool:
        """Whether what a run has left can be asked of the engine in use instead of its own."""
        return not (self._can(run) or self.is_running or self.store.parts(run.id))

    async def left(self, run: TagRun) -> tuple[int, int | None]:
        """How many conversations a run has left, and what the engine in use takes for them."""
        items = self.store.items(run.id, ItemState.WAITING, 1_000_000)
        return len(items), await self.estimate([one.ticket_id for one in items])

    def move(self, run: TagRun, estimate: int | None) -> None:
        """Ask the engine in use for what a run has left."""
        moved = self.store.move(run.id, *self._now_in_use(), estimate)

        async def move() -> None:
            await self._jobs.wrapped(moved)
            self.changed.emit()
            self.go_on()

        self._jobs.start(move(), name="tagging moves")

    async def to_send_again(self, run: TagRun) -> tuple[int, int | None]:
        """How many conversations of a run can be sent again, and what that takes as it asks."""
        ids = self.store.to_send_again(run.id)
        if run.way is Way.RULES or not ids:
            return len(ids), 0
        is_batch = run.way is Way.BATCH and self._takes_batches(run)
        tagging = await self._tagging()
        return len(ids), tagging.estimate(ids, run.model, run.own, in_batch=is_batch)

    def again(self, run: TagRun) -> None:
        """Send again what failed."""

        async def again() -> None:
            await self._jobs.wrapped(self.store.again(run.id))
            self.changed.emit()
            self.go_on()

        self._jobs.start(again(), name="tagging again")

    def stop(self, run: TagRun) -> None:
        """Ask for no more; what was answered is still read."""
        stopped = self._jobs.running(_JOB)
        for job in stopped:
            job.cancel()

        async def stop() -> None:
            import asyncio

            # Before it has let go nothing else goes on, and what waits behind it would be left.
            tasks = [job.task for job in stopped if job.task is not None]
            await asyncio.gather(*tasks, return_exceptions=True)
            engine = self._find_engine().claude
            door = engine.asking.batches if engine is not None and self._can(run) else None
            try:
                await (await self._tagging()).stop(run, door)
            except EngineError as error:
                self.failed.emit(error)
            self.changed.emit()
            self.go_on()

        self._jobs.start(stop(), name="tagging stops")

    def _can(self, run: TagRun) -> bool:
        if run.way is Way.RULES:
            return True
        if run.way is Way.BATCH and not self._takes_batches(run) and not self.store.parts(run.id):
            return False
        profile = self._settings.value.profile.id
        return run.host == self.host() and run.profile in {"", profile}

    def _takes_batches(self, run: TagRun) -> bool:
        """Whether the engine in use takes a run's batches; one of another may."""
        engine = self._find_engine().claude
        if engine is None or run.host != engine.host:
            return True
        return engine.asking.batches.is_there(run.model)

    async def _moved_for_nothing(self, run: TagRun) -> bool:
        """The engine has no batches: what is left is asked one by one, at once where that has no
        price, else after a yes to it."""
        _, estimate = await self.left(run)
        if estimate:
            self.priced_anew.emit(run)
            return False
        await self._jobs.wrapped(self.store.move(run.id, *self._now_in_use(), estimate))
        return True

    def _now_in_use(self) -> tuple[Way, str, str, str]:
        """How, where, which model and whose account: what a run is told that begins now."""
        way, profile = self.way(), self._settings.value.profile
        return way, self.host(), "" if way is Way.RULES else profile.triage_model, profile.id

    async def _work(self, run: TagRun) -> None:
        import asyncio

        self._goes_on = False
        tagging, self._now = await self._tagging(), asyncio.Event()
        steps = tagging.patiently(run, lambda: self._steps(tagging, run), self._now)
        try:
            async with aclosing(steps) as found:
                async for step in found:
                    self._held = None if step.held is None else (run.id, step.held)
                    self._jobs.progress(_JOB, step.done, step.total)
                    self.changed.emit()
        except EngineError as error:
            if error.fault is Fault.NO_BATCHES:
                self._goes_on = await self._moved_for_nothing(run)
                return
            if error.fault is not Fault.SWITCHED:
                raise
        finally:
            self._held = self._now = None
        self._goes_on = True

    def _job_finished(self, job: Job) -> None:
        """Only now nothing runs, and the page may say what is left to tag."""
        if job.name == _JOB:
            self.changed.emit()
            if self._goes_on and not job.cancelled:
                self.go_on()

    def _title(self) -> str:
        if self._held is not None:
            return self.tr("Tagging waits for the connection")
        return self.tr("Tagging")

    def _steps(self, tagging: Tagging, run: TagRun) -> AsyncGenerator[TagProgress]:
        if run.way is Way.RULES:
            return tagging.by_rules(run)
        engine = self._find_engine().claude
        if engine is None or not self._can(run):  # another one is in use since
            return _nothing()
        asking = engine.asking
        if run.way is Way.BATCH:
            return tagging.in_batches(run, asking.batches, asking)
        return tagging.one_by_one(run, asking, self._settings.value.requests_at_once)

    async def _tagging(self) -> Tagging:
        """Made anew for each use; what it imports is slow, and comes in a thread."""
        import asyncio

        module = await asyncio.to_thread(importlib.import_module, "supportdesk_gui.assist.tagging")
        made: Tagging = module.Tagging(
            self._tickets, self.store, self._ledger,
            lambda: self._settings.value.agent_language, self.poll_seconds, self.pause_seconds,
        )  # fmt: skip
        return made


async def _nothing() -> AsyncGenerator[TagProgress]:
    for step in tuple[TagProgress]():
        yield step

"""Makes comparisons: drafts the same tickets by two sides, and keeps what came."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from supportdesk_gui.assist.comparison_store import ComparisonStore, Side
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.storage.profiles import OFFLINE, Profile

if TYPE_CHECKING:
    from supportdesk_gui.assist.asking import Asking
    from supportdesk_gui.assist.engines import Engine
    from supportdesk_gui.storage.database import Database
    from supportdesk_gui.tickets.store import TicketStore
    from supportdesk_gui.ui.inbox.desk import Desk
    from supportdesk_gui.ui.jobs import Job, Jobs

_JOB = "comparing"


@dataclass(frozen=True, slots=True)
class Choice:
    """Who is to draft on a side: a profile's model with an effort, or without one the rules."""

    profile: Profile | None = None
    model: str = ""
    effort: str = "low"


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a side would take: where its text goes (empty: nowhere), micro-dollars (None without a
    known price), and what it lacks."""

    host: str = ""
    micro_usd: int | None = 0
    lack: EngineError | None = None


class ComparingWork(QObject):
    """One comparison at a time."""

    changed = Signal()
    """A draft came, or a comparison began or ended."""
    side_ended = Signal(int, object)
    """A side's EngineError: nothing more comes from it; the other side goes on."""

    def __init__(
        self, database: Database, tickets: TicketStore, find_desk: Callable[[], Desk], jobs: Jobs,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.store = ComparisonStore(database)
        self._tickets, self._find_desk, self._jobs = tickets, find_desk, jobs
        self._doors: list[Asking] = []
        jobs.job_finished.connect(self._job_ended)

    @property
    def is_running(self) -> bool:
        """Whether one is being made."""
        return bool(self._jobs.running(_JOB))

    async def outlook(self, choice: Choice, tickets: int) -> Outlook:
        """What so many tickets would take; nothing is sent."""
        if choice.profile is None:
            return Outlook()
        module, engine = await _module(), self._find_desk().find_engine()
        try:
            address = await engine.ready_address(choice.profile)
        except EngineError as error:
            return Outlook(lack=error)
        from supportdesk_gui.engine.kinds import is_free

        if is_free(choice.profile, address, choice.model):
            return Outlook(address.host)
        kept = await engine.kept_tokens(choice.profile, address, choice.model)
        return Outlook(address.host, module.about_micro_usd(choice.model, tickets, kept))

    def start(self, ids: Sequence[int], choices: Sequence[Choice]) -> None:
        """Draft these tickets by both sides; the agent has seen where they go and what it costs."""
        if not self.is_running:
            title, settings = self._title, self._find_desk().settings
            settings.changed.connect(self._stop_offline, Qt.ConnectionType.UniqueConnection)
            self._jobs.start(self._compare(list(ids), list(choices)), name=_JOB, title=title)

    def _title(self) -> str:
        return self.tr("Comparing drafts")

    async def _compare(self, ids: list[int], choices: list[Choice]) -> None:
        module = await _module()
        sides = [await self._side(choice) for choice in choices]
        number = await self._jobs.wrapped(self.store.begin(sides))
        self.changed.emit()
        try:
            async with AsyncExitStack() as doors:
                engines = {
                    place: await self._engine(doors, choice) for place, choice in enumerate(choices)
                }
                for done, ticket_id in enumerate(ids):
                    case = await self._case(module, ticket_id) if engines else None
                    if case is not None:
                        await self._draft(module, number, case, engines)
                    self._jobs.progress(_JOB, done + 1, len(ids))
                    self.changed.emit()
        finally:
            self._doors.clear()

    def _job_ended(self, job: Job) -> None:
        """Only now nothing runs, and the page may let another one begin."""
        if job.name == _JOB:
            self.changed.emit()

    async def _draft(
        self, module: Any, number: int, case: Any, engines: dict[int, Engine | EngineError]
    ) -> None:
        """Draft a case by each side; one that has come to its end is taken out of `engines`."""
        for one in await module.compare(case, engines):
            if one.error is not None and one.error.fault is Fault.SWITCHED:
                engines.pop(one.attempt.side)  # the agent's own doing: no outcome of the side
                continue
            await self._jobs.wrapped(self.store.keep(number, one.attempt))
            if one.ends_side:
                ended = engines.pop(one.attempt.side)
                if not isinstance(ended, EngineError):  # what it lacks is in its outlook
                    self.side_ended.emit(one.attempt.side, one.error)

    def _stop_offline(self, names: set[str]) -> None:
        """The agent goes offline: what is under way stops, and no more goes to an engine."""
        if "engine" in names and self._find_desk().settings.value.engine == OFFLINE:
            for door in self._doors:
                door.close()

    async def _side(self, choice: Choice) -> Side:
        """What is kept of a choice; it is read when its profile is long gone."""
        if choice.profile is None:
            return Side("")
        host = (await self.outlook(choice, 1)).host
        profile = choice.profile
        return Side(choice.model, choice.effort, profile.name, profile.kind, host)

    async def _engine(self, doors: AsyncExitStack, choice: Choice) -> Engine | EngineError:
        engine = self._find_desk().find_engine()
        if choice.profile is None:
            return engine.rules
        try:
            opened = await doors.enter_async_context(engine.opened(choice.profile))
        except EngineError as error:
            return error
        self._doors.append(opened.asking)
        return opened.drafting_with(choice.model, choice.effort)

    async def _case(self, module: Any, ticket_id: int) -> Any:
        """A ticket with what it is drafted from; None where it is gone."""
        from supportdesk_gui.assist.drafting import DraftRequest

        desk = self._find_desk()
        try:
            ticket = self._tickets.ticket(ticket_id)
        except KeyError:
            return None
        triage = self._tickets.triage(ticket_id)
        triage = triage or await desk.find_engine().rules.triage(ticket)
        style, style_hash = desk.style(triage, triage.language)
        request = DraftRequest(
            ticket, triage, triage.language, desk.frame(triage.language),
            rules_day=desk.rules_day(ticket, triage.language), style=style, style_hash=style_hash,
            is_trial=True,
        )  # fmt: skip
        return module.Case(request, self.store.copied(ticket_id))


async def _module() -> Any:
    """What drafts and proves is slow to import, and comes in a thread."""
    import asyncio

    return await asyncio.to_thread(importlib.import_module, "supportdesk_gui.assist.comparing")

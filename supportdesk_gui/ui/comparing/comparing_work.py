"""Makes comparisons: drafts the same tickets by two sides, and keeps what came."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from supportdesk_gui.assist.comparison_store import ComparisonStore, Side
from supportdesk_gui.engine.errors import EngineError

if TYPE_CHECKING:
    from supportdesk_gui.assist.engines import Engine
    from supportdesk_gui.storage.database import Database
    from supportdesk_gui.tickets.store import TicketStore
    from supportdesk_gui.ui.inbox.desk import Desk
    from supportdesk_gui.ui.jobs import Jobs

_JOB = "comparing"


class ComparingWork(QObject):
    """One comparison at a time."""

    changed = Signal()
    """A draft came, or a comparison began or ended."""
    failed = Signal(object)
    """The EngineError that ended a comparison; the drafts before it are kept."""

    def __init__(
        self, database: Database, tickets: TicketStore, find_desk: Callable[[], Desk], jobs: Jobs,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.store = ComparisonStore(database)
        self._tickets, self._find_desk, self._jobs = tickets, find_desk, jobs

    @property
    def is_running(self) -> bool:
        """Whether one is being made."""
        return bool(self._jobs.running(_JOB))

    def host(self) -> str:
        """Where the text goes; empty without a model."""
        engine = self._find_desk().find_engine().claude
        return engine.host if engine is not None else ""

    async def about(self, sides: Sequence[Side], tickets: int) -> int | None:
        """What it may cost, in micro-dollars; None without a known price."""
        found: int | None = (await _module()).about_micro_usd(sides, tickets)
        return found

    def start(self, ids: Sequence[int], sides: Sequence[Side]) -> None:
        """Draft these tickets by both sides; the agent has seen what it costs."""
        if not self.is_running:
            title = self._title
            self._jobs.start(self._compare(list(ids), sides), name=_JOB, title=title)

    def _title(self) -> str:
        return self.tr("Comparing drafts")

    async def _compare(self, ids: list[int], sides: Sequence[Side]) -> None:
        module = await _module()
        number = await self._jobs.wrapped(self.store.begin(sides))
        self.changed.emit()
        engines = [self._engine(side) for side in sides]
        try:
            for done, ticket_id in enumerate(ids):
                case = await self._case(module, ticket_id)
                if case is None or None in engines:
                    continue
                async with aclosing(module.compare([case], engines)) as attempts:
                    async for attempt in attempts:
                        await self._jobs.wrapped(self.store.keep(number, attempt))
                self._jobs.progress(_JOB, done + 1, len(ids))
                self.changed.emit()
        except EngineError as error:
            self.failed.emit(error)
        finally:
            self.changed.emit()

    def _engine(self, side: Side) -> Engine | None:
        engine = self._find_desk().find_engine()
        if not side.model:
            return engine.rules
        return engine.claude.drafting_with(side.model, side.effort) if engine.claude else None

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

"""Making knowledge, when the agent asks for it and has seen what it costs; what there is of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from supportdesk_gui.assist.knowledge.document import NotValid, demand_valid, knowledge_of
from supportdesk_gui.assist.knowledge.entries import Knowledge, TicketWords
from supportdesk_gui.assist.knowledge.merging import Compared, Fate, compared, identity, merged
from supportdesk_gui.assist.knowledge.store import KnowledgeStore, Run
from supportdesk_gui.ui.engine_failures import told_by

if TYPE_CHECKING:
    from supportdesk_gui.assist.knowledge.making import Writer
    from supportdesk_gui.policies.client import PolicyIndex
    from supportdesk_gui.tickets.store import TicketStore
    from supportdesk_gui.ui.engine_in_use import EngineInUse
    from supportdesk_gui.ui.jobs import Jobs
    from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper

T = TypeVar("T")
_JOB = "knowledge"
_ALSO = ("es", "fr", "de")


@dataclass(frozen=True, slots=True)
class Shown:
    """The newest run, what it made, and what became of each entry since the finished run before."""

    run: Run
    knowledge: Knowledge
    fates: Mapping[str, Compared]
    gone: tuple[Compared, ...]
    before: Run | None

    def fate(self, entry_id: str) -> Fate:
        """New and changed only where there is a run to compare with."""
        found = self.fates.get(entry_id)
        return found.fate if found is not None and self.before is not None else Fate.SAME


class KnowledgeWork(QObject):
    """Outlives the page; nothing is sent by itself."""

    changed = Signal()
    """Entries came, or a run began or ended."""
    checked = Signal(str)
    """Where the document on view does not fit its schema; empty where it does."""
    failed = Signal(object)
    """The EngineError that ended a run; what was written before is kept."""

    def __init__(
        self, store: KnowledgeStore, tickets: TicketStore, index: PolicyIndex,
        find_engine: Callable[[], EngineInUse], jobs: Jobs, settings: SettingsKeeper,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._store, self._tickets, self._index = store, tickets, index
        self._find_engine, self._jobs, self._settings = find_engine, jobs, settings
        jobs.job_finished.connect(self._job_ended)

    @property
    def is_running(self) -> bool:
        """Whether a run is being written."""
        return any(not job.cancelled for job in self._jobs.running(_JOB))

    def languages(self) -> tuple[str, ...]:
        """The agent's own, and those that were chosen."""
        value = self._settings.value
        return tuple(dict.fromkeys((value.agent_language, *(value.knowledge_languages or _ALSO))))

    def ticket_count(self) -> int:
        """How many tickets the next run is made from."""
        return min(self._settings.value.knowledge_tickets, self._store.count_tickets())

    def offer(self) -> tuple[int | None, str, str]:
        """The cost of the next run in micro-dollars (None without a known price), the model and
        where the text goes; both empty where no model writes."""
        from supportdesk_gui.assist.knowledge.making import group_count

        return self._estimate(group_count(self.ticket_count()), self.ticket_count())

    def offer_rest(self, run: Run) -> tuple[int | None, str, str]:
        """The same for what a run has left."""
        return self._estimate(run.left, run.tickets * run.left // max(1, run.groups))

    def make(self) -> None:
        """Make it anew from the newest tickets."""
        self._start(self._make(self._writer(self.languages())))

    def go_on(self, run: Run) -> None:
        """Write what a run has left, in its own languages."""
        self._start(self._write(self._writer(run.languages), run.id))

    def stop(self) -> None:
        """Write no more; what is done stays."""
        for job in self._jobs.running(_JOB):
            job.cancel()

    def unfinished(self) -> Run | None:
        """The newest run, where a stop or a crash left some of it unwritten."""
        runs = self._store.runs()
        found = runs[0] if runs and not self.is_running else None
        return found if found is not None and found.state != "done" and found.left else None

    def shown(self) -> Shown | None:
        """What there is; None before the first run."""
        runs = self._store.runs()
        if not runs:
            return None
        run = runs[0]
        finished = [one for one in runs[1:] if one.state == "done"]
        before = finished[0] if finished else None
        first = run.languages[0]
        earlier = merged(self._store.entries(before.id), first, ids=before.ids) if before else []
        entries = merged(self._store.entries(run.id), first, earlier, run.ids)
        found = compared(entries, earlier)
        gone = tuple(one for one in found if one.fate is Fate.GONE and run.state == "done")
        fates = {one.entry.id: one for one in found if one.fate is not Fate.GONE}
        knowledge = knowledge_of(run, entries, self._store.numbers())
        return Shown(run, knowledge, fates, gone, before)

    def check(self, document: Mapping[str, object]) -> None:
        """Hold a document against its schema, in a thread; `checked` says how it went."""

        def wrong() -> str:
            try:
                demand_valid(document)
            except NotValid as error:
                return error.where
            return ""

        self.in_thread(wrong, self.checked.emit)

    def in_thread(
        self, work: Callable[[], T], then: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:  # fmt: skip
        """Do what may take long beside the window; `failed` gets an OSError or NotValid."""

        async def run() -> None:
            import asyncio

            try:
                found = await asyncio.to_thread(work)
            except (OSError, NotValid) as error:
                if failed is None:
                    raise
                failed(error)
            else:
                then(found)

        self._jobs.start(run(), name="knowledge file")

    def _estimate(self, groups: int, tickets: int) -> tuple[int | None, str, str]:
        engine = self._find_engine().claude
        if engine is None:
            return 0, "", ""
        cost = engine.knowledge_estimate(self.languages(), groups, tickets)
        return cost, engine.name, engine.host

    def _writer(self, languages: tuple[str, ...]) -> Writer:
        from supportdesk_gui.assist.knowledge.by_policy import PolicyWriter

        engine = self._find_engine().claude
        if engine is None:
            return PolicyWriter(self._index, languages)
        return engine.knowledge_writer(languages, self._settings.value.requests_at_once)

    def _start(self, work) -> None:  # type: ignore[no-untyped-def]
        if self.is_running:
            work.close()
            return
        self._jobs.start(
            work,
            name=_JOB,
            title=lambda: self.tr("Writing the knowledge"),
            on_failure=told_by(self.failed.emit),
        )
        self.changed.emit()

    async def _make(self, writer: Writer) -> None:
        from supportdesk_gui.assist.knowledge.making import begin

        wanted = self._store.newest_words(self._settings.value.knowledge_tickets)
        words = [await self._judged(one) for one in await self._jobs.wrapped(wanted)]
        if words:
            await self._write(writer, await begin(self._store, self._index, writer, words))

    async def _judged(self, words: TicketWords) -> TicketWords:
        """What nobody has triaged, since it was closed before it came, is judged by the rules."""
        if words.intent:
            return words
        try:
            ticket = self._tickets.ticket(words.id)
        except KeyError:  # removed meanwhile
            return words
        triage = await self._find_engine().rules.triage(ticket)
        return replace(
            words, intent=triage.intent.value, language=triage.language, summary=triage.summary
        )

    async def _write(self, writer: Writer, run_id: int) -> None:
        from supportdesk_gui.assist.knowledge.making import write

        async with aclosing(write(self._store, writer, run_id)) as steps:
            async for step in steps:
                self._jobs.progress(_JOB, step.done, step.total)
                self.changed.emit()
        if (shown := self.shown()) is not None:  # whole: from now on they are called so
            ids = {identity(one): one.id for one in shown.knowledge.entries}
            await self._jobs.wrapped(self._store.keep_ids(run_id, ids))

    def _job_ended(self, job: object) -> None:
        if getattr(job, "name", "") == _JOB:
            self.changed.emit()

"""Writes a draft: takes an engine's events, keeps every word on disk, and tells the pane.

A draft belongs to its ticket and its version: pieces are routed by the version's id, never by
what happens to be on the screen, so late text cannot land in another ticket.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supportdesk_gui.assist.draft_basis import Basis, DraftBasis
from supportdesk_gui.assist.drafting import (
    Citation,
    DraftCitation,
    DraftEnd,
    DraftPassages,
    DraftRequest,
    DraftText,
    DraftWaiting,
)
from supportdesk_gui.assist.drafts import DraftStore
from supportdesk_gui.assist.kept_proofs import match_citations
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.policies.document import Hit
from supportdesk_gui.ui.jobs import Job, Jobs
from supportdesk_gui.ui.reply.keeping import Keeping

if TYPE_CHECKING:
    import asyncio

    from supportdesk_gui.assist.engines import Engine

_SAVE_EVERY = 0.4
_JOB = "draft "


@dataclass(slots=True)
class Writing:
    """A draft that is being written: what has come so far.

    `said` is what the engine wrote, `text` the same with what the agent typed over it before
    another ticket came on view.
    """

    version_id: int
    ticket_id: int
    language: str
    said: str = ""
    text: str = ""
    hits: tuple[Hit, ...] = ()
    citations: list[Citation] = field(default_factory=list)
    saved_at: float = 0.0
    saving: asyncio.TimerHandle | None = None
    is_discarded: bool = False
    rules_day: str = ""
    is_carried: bool = False

    def proofs_in(self, text: str) -> tuple[Citation, ...]:
        """The proofs that came and still hold in `text`."""
        return tuple(match_citations(self.said, text, self.citations))


class DraftWriter(QObject):
    """One draft per ticket at a time; several tickets may be written at once."""

    draft_started = Signal(int, int)
    """Ticket id, version id."""
    passages_found = Signal(int, object)
    """Version id, DraftPassages."""
    text_came = Signal(int, str)
    """Version id, a piece of text."""
    citation_came = Signal(int, object)
    """Version id, Citation."""
    engine_waiting = Signal(int, object)
    """Version id, DraftWaiting: the engine is asked again in a while."""
    draft_ended = Signal(int, object)
    """Version id, DraftEnd, or None when it was stopped."""
    draft_failed = Signal(int, int, object, object)
    """Ticket id, version id (0 when none had begun), the EngineError, and whether the text that
    came stays; None where none came."""

    def __init__(
        self,
        drafts: DraftStore,
        basis: DraftBasis,
        keeping: Keeping,
        find_engine: Callable[[], Engine],
        jobs: Jobs,
        typed_over: Callable[[int], str | None],
        parent: QObject | None = None,
    ) -> None:
        """`typed_over(version_id)` gives the text in the editor when that version is shown there,
        so that what the agent types while it streams is what is kept."""
        super().__init__(parent)
        self._drafts, self._basis, self._keeping = drafts, basis, keeping
        self._find_engine = find_engine
        self._jobs = jobs
        self._typed_over = typed_over
        self._running: dict[int, tuple[Writing, Job]] = {}
        self._unclosed: list[Writing] = []  # also those that were stopped and still let go

    def is_writing(self, ticket_id: int) -> bool:
        """Whether a draft for this ticket is on its way."""
        return ticket_id in self._running

    def writing(self, ticket_id: int) -> Writing | None:
        """What has come so far for this ticket, None when nothing is being written."""
        running = self._running.get(ticket_id)
        return running[0] if running and running[0].version_id else None

    def start(self, ticket_id: int, prepare: Callable[[], Awaitable[DraftRequest]]) -> None:
        """Write a new version for a ticket; an earlier writing of it is stopped first.

        `prepare` gives the request, after triage where the ticket has none yet.
        """
        self.stop(ticket_id)
        writing = Writing(0, ticket_id, "")
        job = self._jobs.start(self._write(prepare, writing), name=f"{_JOB}{ticket_id}")
        self._running[ticket_id] = (writing, job)

    def hold(self, version_id: int) -> None:
        """The editor is about to show something else: keep what was typed over this version."""
        for writing in self._unclosed:
            if writing.version_id == version_id:
                writing.text = self._text(writing)

    def stop(self, ticket_id: int) -> None:
        """Stop; what came is kept."""
        running = self._running.pop(ticket_id, None)
        if running:
            running[1].cancel()

    def stop_all(self) -> None:
        """Stop every draft; what came is kept."""
        for _, job in self._running.values():
            job.cancel()

    def is_busy(self) -> bool:
        """Whether a draft is being written, or what came of it is being kept."""
        return any(job.name.startswith(_JOB) for job in self._jobs.running())

    async def _write(
        self, prepare: Callable[[], Awaitable[DraftRequest]], writing: Writing
    ) -> None:
        import asyncio

        end: DraftEnd | None = None
        failure: EngineError | None = None
        self._unclosed.append(writing)
        try:
            request = await prepare()
            engine = self._find_engine()
            writing.language, writing.rules_day = request.language, request.rules_day
            writing.is_carried = request.is_carried
            ticket_id = request.ticket.id
            writing.version_id, on_disk = self._drafts.start(
                ticket_id, request.language, engine.name, request.rules_day
            )
            basis = Basis(
                request.style_hash, request.saved_title, stance=request.stance.value,
                wish=request.wish,
            )  # fmt: skip
            self._basis.begin(writing.version_id, basis)
            # Said and painted while the engine seeks its passages, which it begins at once.
            asyncio.get_running_loop().call_soon(
                self.draft_started.emit, ticket_id, writing.version_id
            )
            request = replace(request, version_id=writing.version_id)
            async with aclosing(engine.draft(request)) as events:
                async for event in events:
                    if isinstance(event, DraftPassages):  # no request without its version
                        await self._jobs.wrapped(on_disk)
                    if isinstance(event, DraftEnd):
                        end = event
                    else:
                        self._take(writing, event)
        except EngineError as error:
            failure = error
            if error.fault is Fault.REFUSAL:
                self._discard(writing)
        finally:
            await self._close(writing, end)
        if failure is not None:
            stays = not writing.is_discarded if writing.said else None
            self.draft_failed.emit(writing.ticket_id, writing.version_id, failure, stays)

    def _discard(self, writing: Writing) -> None:
        """What a model wrote before it refused is no draft; what the agent typed into it stays."""
        if self._text(writing) == writing.said:
            writing.text = ""
            writing.citations.clear()
            writing.is_discarded = True

    def _take(
        self, writing: Writing, event: DraftPassages | DraftText | DraftCitation | DraftWaiting
    ) -> None:
        if isinstance(event, DraftWaiting):
            self.engine_waiting.emit(writing.version_id, event)
        elif isinstance(event, DraftText):
            writing.said += event.text
            writing.text += event.text
            self.text_came.emit(writing.version_id, event.text)
            self._save_soon(writing)
        elif isinstance(event, DraftCitation):
            writing.citations.append(event.citation)
            self.citation_came.emit(writing.version_id, event.citation)
        else:
            writing.hits = event.hits
            self._drafts.save_passages(writing.version_id, [hit.passage for hit in event.hits])
            self.passages_found.emit(writing.version_id, event)

    def _save_soon(self, writing: Writing) -> None:
        """Also what came last before a pause, which may be a long one."""
        import asyncio

        if writing.saving is None:
            left = writing.saved_at + _SAVE_EVERY - time.monotonic()
            loop = asyncio.get_running_loop()
            writing.saving = loop.call_later(max(0.0, left), self._save, writing)

    def _save(self, writing: Writing) -> None:
        writing.saving, writing.saved_at = None, time.monotonic()
        self._keeping.save(writing.version_id, self._text(writing))

    async def _close(self, writing: Writing, end: DraftEnd | None) -> None:
        """Keep everything, then say that the draft ended: who hears it reads the store."""
        import asyncio

        text = ""
        if writing.saving is not None:
            writing.saving.cancel()
        try:
            if writing.version_id:
                text = self._keep(writing)
                self._finish(writing)
                await asyncio.wrap_future(self._drafts.finish(writing.version_id, end))
        finally:
            running = self._running.get(writing.ticket_id)
            if running and running[0] is writing:
                del self._running[writing.ticket_id]
            if writing.version_id:
                if self._text(writing) != text:  # somebody typed while that went to the disk
                    self._keep(writing)
                self.draft_ended.emit(writing.version_id, end)
            self._unclosed.remove(writing)

    def _finish(self, writing: Writing) -> None:
        """Note what the engine wrote, and whether it is what another customer was told."""
        said = "" if writing.is_discarded else writing.said
        self._basis.finish(writing.version_id, said)
        if writing.is_carried and said:
            from supportdesk_gui.assist.reply_frames import without_frame

            self._basis.carry(writing.version_id, without_frame(said))

    def _keep(self, writing: Writing) -> str:
        """Keep the text as it stands now, with the proofs that hold in it; the text."""
        text = self._text(writing)
        self._keeping.save(writing.version_id, text, writing.proofs_in(text))
        return text

    def _text(self, writing: Writing) -> str:
        typed = None if writing.is_discarded else self._typed_over(writing.version_id)
        return writing.text if typed is None else typed

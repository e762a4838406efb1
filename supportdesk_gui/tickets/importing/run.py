"""An import from the first byte to the last batch: read beside, stored between keystrokes.

Batches are read ahead, by a thread or for a large file by a process, and written on the store's
own thread, each short enough (<= 100 ms) that what the agent types meanwhile goes between.
Those that nothing goes between share a transaction, and their words go into the index as one part.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections import deque
from collections.abc import AsyncGenerator, Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from supportdesk_gui.storage.errors import StorageError
from supportdesk_gui.tickets.import_changes import ImportChanges
from supportdesk_gui.tickets.import_undo import Undone
from supportdesk_gui.tickets.importing.batches import MOST_ROWS, Batch, Batches, BatchesHere
from supportdesk_gui.tickets.importing.choices import view_of
from supportdesk_gui.tickets.importing.feed import Feed
from supportdesk_gui.tickets.importing.kept_rejects import KeptRejects
from supportdesk_gui.tickets.importing.report import (
    HIDES_NO_TICKET,
    Diagnosis,
    ImportFailure,
    Notice,
    RejectedRow,
)
from supportdesk_gui.tickets.incoming import Upserted
from supportdesk_gui.tickets.store import TicketStore

if TYPE_CHECKING:
    from supportdesk_gui.tickets.importing.reading_process import ReadingProcess

_BATCH_SECONDS = 0.05
"""Of writing without its commit."""
_FEWEST_ROWS = 128
"""Of a batch; up to MOST_ROWS in powers of two, which are written in one statement (incoming.py).
The first is small, so that its rows are listed soon."""
_LARGE_BYTES = 8_000_000
"""From here on a file is worth a process, which takes a quarter of a second to start."""
_TURN_SECONDS = 0.0005
"""After which the thread that reads gives Python's turn to one that waits for it, else 5 ms: the
writer and the window let go of it at each call into SQLite or Qt. For an import only, since a window
that paints has to give it away as soon."""
_REJECTS_KEPT = 10_000
_Late = asyncio.CancelledError | StorageError | None


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far a file is, in bytes, and the tickets stored by this step."""

    name: str
    done: int
    total: int
    stored: int


@dataclass(slots=True)
class ImportReport:
    """What became of one file, or of those dropped together: counts of tickets, and every row and
    file that could not be read.

    `name` is what people call the file, `newest` the newest time in it; `import_id` is 0 where
    nothing of it was kept. `files` counts those that were read.
    """

    name: str
    import_id: int = 0
    diagnosis: Diagnosis | None = None
    failure: ImportFailure | None = None
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    rejects: list[RejectedRow] = field(default_factory=list)
    """The first of them, with their first words."""
    whole: KeptRejects | None = None
    """All of them as they stood; None where `rejects` are all and whole."""
    rejected: int = 0
    repeated: int = 0
    """Tickets whose number an earlier one of the same file has; the last one stays."""
    alike: int = 0
    """Tickets without a number that are the same as an earlier one, and taken for it."""
    shared: int = 0
    """Tickets with the number of somebody else's in the file, kept without it."""
    joined: int = 0
    """Lines that were put to the row before, whose text has line breaks without quotes."""
    forgotten: list[str] = field(default_factory=list)
    """A hash for each ticket that was left out: its requester asked to be forgotten."""
    newest: int = 0
    changes: ImportChanges | None = None
    """What all files of the same drop changed up to now."""
    files: int = 1
    """A workbook is one, whichever of its sheets were read."""
    several: tuple[Diagnosis, ...] = ()
    """How each was understood, where they are several."""

    @property
    def diagnoses(self) -> tuple[Diagnosis, ...]:
        """How its files were understood."""
        return (self.diagnosis,) if self.diagnosis else self.several

    def with_next(self, report: ImportReport) -> ImportReport:
        """This and the report of the next file of the same drop as one, which takes over what this
        one keeps."""
        whole = self.whole or report.whole
        if self.whole and report.whole:
            self.whole.take_over(report.whole)
        paths = {one.path for one in self.diagnoses}
        is_same = report.diagnosis is not None and report.diagnosis.path in paths
        steps = [one.name.split(" › ") for one in (self, report)]
        name = " › ".join(os.path.commonprefix(steps)) if is_same else self.name
        return ImportReport(
            name, self.import_id or report.import_id, None, None,
            self.added + report.added, self.changed + report.changed,
            self.unchanged + report.unchanged, [*self.rejects, *report.rejects], whole,
            self.rejected + report.rejected, self.repeated + report.repeated,
            self.alike + report.alike, self.shared + report.shared, self.joined + report.joined,
            [*self.forgotten, *report.forgotten], max(self.newest, report.newest),
            report.changes or self.changes, self.files if is_same else self.files + report.files,
            (*self.diagnoses, *report.diagnoses),
        )  # fmt: skip

    def reject(self, row: RejectedRow) -> None:
        """Count and keep one more row."""
        self.whole = self.whole or KeptRejects()
        self.whole.add(row)
        self.rejected += 1
        if len(self.rejects) < _REJECTS_KEPT:
            self.rejects.append(replace(row, whole="") if row.whole else row)

    def add(self, stored: Upserted) -> None:
        """Count one more batch."""
        self.added += stored.added
        self.changed += stored.changed
        self.unchanged += stored.unchanged
        self.forgotten += stored.forgotten

    def note(self, batch: Batch) -> None:
        """What was read of it, stored or not."""
        self.newest = max(self.newest, batch.newest)
        self.alike += batch.alike
        self.repeated += batch.repeated
        self.shared += batch.shared
        self.joined += batch.joined
        for row in batch.rejects:
            self.reject(row)
        self.failure = batch.failure or self.failure
        known = self.diagnosis
        if known and batch.is_spoilt and Notice.UNDECODABLE_BYTES not in known.notices:
            self.diagnosis = replace(known, notices=(*known.notices, Notice.UNDECODABLE_BYTES))

    @property
    def is_whole(self) -> bool:
        """Whether every row was read; those that can hold no ticket aside."""
        return (
            self.failure is None
            and self.rejected <= len(self.rejects)
            and not any(one.line and one.reason not in HIDES_NO_TICKET for one in self.rejects)
        )


async def import_export(
    diagnosis: Diagnosis,
    store: TicketStore,
    own_address: str = "",
    refused: Sequence[RejectedRow] = (),
    *,
    run: int = 0,
    instead_of: int = 0,
    has_more: bool = False,
    reading: ReadingProcess | None = None,
    taken_back: Callable[[Future[Undone]], object] = lambda _: None,
) -> AsyncGenerator[ImportProgress | ImportReport, None]:
    """Read a diagnosed file into the store; progress after each batch, one report at the end.

    `refused` are files of the same folder or archive that hold no tickets, `run` is the first import
    of the drop. `instead_of` is that of the same file in another reading: it stays until this one is
    whole. `has_more`: files of the same source are to come. `reading` is on its way for this file,
    should it be large. Never raises for what the file holds: that is the report's `failure`. What was
    cancelled, or the store could not keep (StorageError), is taken back: at once, which `taken_back`
    is told of (undo_import), or by the next start where the disk is full. What is cancelled when
    the store has begun to finish it is whole: its report comes, and then the CancelledError.
    """
    report = _begun_report(diagnosis, refused)
    report.import_id = await begun(store, _start(store, diagnosis, run, instead_of))
    feed = Feed(store, report.import_id)
    try:
        sent, finished, waits = deque[_Sent](), False, True  # first rows are shown at once
        with _short_turns(), closing(_batches(diagnosis, own_address, reading)) as batches:
            steps = _Steps(batches, feed, report)
            while not finished:
                sent.append(await asyncio.to_thread(steps.next_batch))
                finished = sent[-1].finished
                while sent and (finished or waits or sent[0].is_stored):
                    yield await steps.written(sent.popleft())
                waits = False
        late = await _finish(store, report, instead_of, has_more)
    except BaseException:
        feed.stop()
        if report.import_id:
            taken_back(store.undo_import(report.import_id))
        raise
    yield report
    if late is not None:
        raise late


def _start(store: TicketStore, diagnosis: Diagnosis, run: int, instead_of: int) -> Future[int]:
    name, when, view = diagnosis.shown_name, _file_time(diagnosis), view_of(diagnosis)
    return store.start_import(diagnosis.source, name, when, view, run, instead_of)


def _begun_report(diagnosis: Diagnosis, refused: Sequence[RejectedRow]) -> ImportReport:
    report = ImportReport(diagnosis.shown_name, diagnosis=diagnosis)
    for row in refused:
        report.reject(row)
    return report


@contextmanager
def _short_turns() -> Iterator[None]:
    before = sys.getswitchinterval()
    sys.setswitchinterval(_TURN_SECONDS)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


async def begun(store: TicketStore, start: Future[int]) -> int:
    """The id of an import that begins; who is cancelled meanwhile leaves none behind."""
    cancelled = await whole(start)
    if cancelled is not None:
        store.undo_import(start.result())
        raise cancelled
    return start.result()


async def _finish(
    store: TicketStore, report: ImportReport, instead_of: int, has_more: bool
) -> _Late:
    """Bring it to its end; what came when it could not be taken back any more."""
    wait = asyncio.wrap_future
    if report.failure is not None and instead_of:  # what was read before is better than a part
        undone, report.import_id = store.undo_import(report.import_id), 0
        await wait(undone)
        return None
    finished = store.finish_import(
        report.import_id, report.rejects, newest=report.newest, is_whole=report.is_whole,
        has_more=has_more,
    )  # fmt: skip
    late: _Late = await whole(finished)
    try:
        if instead_of:
            with suppress(KeyError):  # the agent has taken it back already
                await wait(store.undo_import(instead_of))
        changes = await wait(store.last_changes())
        if changes and has_more:  # what is left may be in a file to come
            changes = replace(changes, left=0)
        report.changes = changes
    except (asyncio.CancelledError, StorageError) as error:
        late = error
    return late


async def whole(work: Future[Any]) -> asyncio.CancelledError | None:
    """Wait for work of the store that has its end or never begins; who is cancelled once it has
    begun waits for it all the same, and is given that. Raises CancelledError and what it raises."""
    cancelled = None
    while True:
        try:
            await asyncio.wrap_future(work)
        except asyncio.CancelledError as error:
            if work.cancel():
                raise
            cancelled = error
        else:
            return cancelled


def is_large(paths: Iterable[Path]) -> bool:
    """Whether files are worth a process that reads them."""
    return sum(_sizes(paths)) >= _LARGE_BYTES


def _batches(diagnosis: Diagnosis, own_address: str, reading: ReadingProcess | None) -> Batches:
    if is_large(_files_of(diagnosis)):
        from supportdesk_gui.tickets.importing.reading_process import BatchesElsewhere

        with suppress(OSError):  # where no process can be started, it only takes longer
            return BatchesElsewhere(diagnosis, own_address, reading)
    return BatchesHere(diagnosis, own_address)


def _files_of(diagnosis: Diagnosis) -> Iterator[Path]:
    tables = (diagnosis, *diagnosis.slices, *diagnosis.messages_in)
    yield from (one.path for one in tables)
    yield from (one.path for one in diagnosis.mails)


def _sizes(paths: Iterable[Path]) -> Iterator[int]:
    for path in paths:
        with suppress(OSError):
            yield path.stat().st_size


def _file_time(diagnosis: Diagnosis) -> int:
    """When its files were written, at most now: as old as its data is, or younger."""
    now = int(time.time())
    files = (diagnosis, *diagnosis.slices, *diagnosis.messages_in)
    try:
        return min(now, max(int(one.path.stat().st_mtime) for one in files))
    except OSError:
        return now


@dataclass(frozen=True, slots=True)
class _Sent:
    """A batch on its way into the store."""

    count: int
    done: int
    total: int
    finished: bool
    stored: Future[Upserted] | None

    @property
    def is_stored(self) -> bool:
        """Whether it is on disk, or nothing was in it."""
        return self.stored is None or self.stored.done()


class _Steps:
    """Hands each batch of a file on as soon as it is read."""

    def __init__(self, batches: Batches, feed: Feed, report: ImportReport) -> None:
        self._batches, self._feed, self._report = batches, feed, report
        self._rows = _FEWEST_ROWS

    def next_batch(self) -> _Sent:
        """The next one, on its way into the store; waits while enough are on their way."""
        batch, stored = self._batches.next(self._rows), None
        self._report.note(batch)
        if batch.tickets or batch.finished:
            stored = self._feed.put(batch.tickets, is_last=batch.finished)
        return _Sent(len(batch.tickets), batch.done, batch.total, batch.finished, stored)

    async def written(self, sent: _Sent) -> ImportProgress:
        """Wait for the writer. Raises StorageError."""
        if sent.stored is not None:
            stored = await asyncio.wrap_future(sent.stored)
            self._report.add(stored)
            if sent.count:
                fitting = int(sent.count * _BATCH_SECONDS / max(stored.seconds, 1e-6))
                self._rows = _FEWEST_ROWS
                while self._rows < MOST_ROWS and self._rows * 2 <= fitting:
                    self._rows *= 2
        return ImportProgress(self._report.name, sent.done, sent.total, sent.count)

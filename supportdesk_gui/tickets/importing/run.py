"""An import from the first byte to the last batch: read in a thread, stored between keystrokes.

The rows of a batch are read in a worker thread while the batch before is written on the store's
own thread, in batches short enough (<= 100 ms) that what the agent types meanwhile goes between.
Those that nothing goes between share a transaction, and their words go into the index as one part.
"""

from __future__ import annotations

import asyncio
import sys
import threading
import time
from collections import deque
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from supportdesk_gui.storage.errors import StorageError
from supportdesk_gui.tickets.import_changes import ImportChanges
from supportdesk_gui.tickets.importing.choices import view_of
from supportdesk_gui.tickets.importing.doctor import read_tickets
from supportdesk_gui.tickets.importing.report import (
    Diagnosis,
    ImportFailure,
    Notice,
    ReadingProgress,
    RejectedRow,
    RejectReason,
)
from supportdesk_gui.tickets.incoming import Incoming, Upserted, incoming
from supportdesk_gui.tickets.same_ticket import FirstOfEach
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.store_rows import is_stand_in
from supportdesk_gui.tickets.ticket import Ticket

_BATCH_SECONDS = 0.05
"""Of reading, and of writing without its commit."""
_FEWEST_ROWS, _MOST_ROWS = 128, 1024
"""Of a batch; powers of two, which are written in one statement (incoming.py). The first is small,
so that its rows are listed soon."""
_AHEAD = 2
"""Batches that the writer has or that wait for it; more would only lie in memory."""
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
    nothing of it was kept. `files` counts those that gave tickets.
    """

    name: str
    import_id: int = 0
    diagnosis: Diagnosis | None = None
    failure: ImportFailure | None = None
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    rejects: list[RejectedRow] = field(default_factory=list)
    rejected: int = 0
    repeated: int = 0
    """Tickets whose number an earlier one of the same file has; the last one stays."""
    alike: int = 0
    """Tickets without a number that are the same as an earlier one, and taken for it."""
    shared: int = 0
    """Tickets with the number of somebody else's in the file, kept without it."""
    forgotten: list[str] = field(default_factory=list)
    """A hash for each ticket that was left out: its requester asked to be forgotten."""
    newest: int = 0
    changes: ImportChanges | None = None
    """What all files of the same drop changed up to now."""
    files: int = 1
    notices: tuple[Notice, ...] = ()
    """What the agent should know of its files, the first file's first."""

    def with_next(self, report: ImportReport) -> ImportReport:
        """This and the report of the next file of the same drop as one."""
        return ImportReport(
            self.name, self.import_id or report.import_id, None, None,
            self.added + report.added, self.changed + report.changed,
            self.unchanged + report.unchanged, [*self.rejects, *report.rejects],
            self.rejected + report.rejected, self.repeated + report.repeated,
            self.alike + report.alike, self.shared + report.shared,
            [*self.forgotten, *report.forgotten], max(self.newest, report.newest),
            report.changes or self.changes, self.files + report.files,
            tuple(dict.fromkeys((*self.notices, *report.notices))),
        )  # fmt: skip

    def add(self, stored: Upserted) -> None:
        """Count one more batch."""
        self.added += stored.added
        self.changed += stored.changed
        self.unchanged += stored.unchanged
        self.forgotten += stored.forgotten

    @property
    def is_whole(self) -> bool:
        """Whether every row was read; those that are empty aside."""
        return (
            self.failure is None
            and self.rejected <= len(self.rejects)
            and not any(one.line and one.reason is not RejectReason.EMPTY for one in self.rejects)
        )


def _begun_report(diagnosis: Diagnosis, refused: Sequence[RejectedRow]) -> ImportReport:
    return ImportReport(
        diagnosis.shown_name, diagnosis=diagnosis, rejects=[*refused], rejected=len(refused),
        notices=diagnosis.notices,
    )  # fmt: skip


async def import_export(
    diagnosis: Diagnosis,
    store: TicketStore,
    own_address: str = "",
    refused: Sequence[RejectedRow] = (),
    *,
    run: int = 0,
    instead_of: int = 0,
    has_more: bool = False,
    taken_back: Callable[[Future[int]], object] = lambda _: None,
) -> AsyncGenerator[ImportProgress | ImportReport, None]:
    """Read a diagnosed file into the store; progress after each batch, one report at the end.

    `refused` are files of the same folder or archive that hold no tickets. `run` is the first
    import of the same drop. `instead_of` is the import of the same file in another reading: it
    stays until this one is whole. `has_more`: the drop has files of the same source to come. Never
    raises for what the file holds: that is the report's `failure`. An import that was cancelled, or that the store could not keep (StorageError),
    is taken back: at once, which `taken_back` is told of (undo_import), or by the next start where
    the disk has no room even for that. One that is cancelled when the store has begun to finish it
    is whole: its report comes, and then the CancelledError.
    """
    name = diagnosis.shown_name
    report = _begun_report(diagnosis, refused)
    when, view = _file_time(diagnosis), view_of(diagnosis)
    start = store.start_import(diagnosis.source, name, when, view, run, instead_of)
    report.import_id = await begun(store, start)
    try:
        reading = _Reading(read_tickets(diagnosis, own_address), store, report)
        batches = deque[_Batch]()
        finished, waits = False, True  # the window shows the first rows while nothing else runs
        with _short_turns():
            while not finished:
                batches.append(await asyncio.to_thread(reading.next_batch))
                finished = batches[-1].finished
                while batches and (finished or waits or batches[0].is_stored):
                    yield await reading.written(batches.popleft())
                waits = False
        late = await _finish(store, report, instead_of, has_more)
    except BaseException:
        if report.import_id:
            taken_back(store.undo_import(report.import_id))
        raise
    yield report
    if late is not None:
        raise late


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
        report.changes = await wait(store.last_changes())
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


def _file_time(diagnosis: Diagnosis) -> int:
    """When its files were written, at most now: as old as its data is, or younger."""
    now = int(time.time())
    files = (diagnosis, *diagnosis.slices, *diagnosis.messages_in)
    try:
        return min(now, max(int(one.path.stat().st_mtime) for one in files))
    except OSError:
        return now


@dataclass(slots=True)
class _Batch:
    tickets: list[Incoming] = field(default_factory=list)
    done: int = 0
    total: int = 0
    finished: bool = False
    stored: Future[Upserted] | None = None

    @property
    def is_stored(self) -> bool:
        """Whether it is on disk, or nothing was in it."""
        return self.stored is None or self.stored.done()


class _Reading:
    """Reads a file into batches, each handed to the writer as soon as it is read."""

    def __init__(
        self,
        tickets: Iterator[Ticket | RejectedRow | ReadingProgress],
        store: TicketStore,
        report: ImportReport,
    ) -> None:
        self._tickets, self._store, self._report = tickets, store, report
        self._names, self._numbers = set[str](), FirstOfEach()
        self._rows = _FEWEST_ROWS
        self._on_way = deque[threading.Event]()

    def next_batch(self) -> _Batch:
        """The next one, on its way into the store; waits while enough are on their way."""
        batch = self._read()
        at_once = batch.finished or not self._on_way
        if batch.tickets or batch.finished:
            if len(self._on_way) == _AHEAD:
                self._on_way.popleft().wait()
            taken = threading.Event()
            self._on_way.append(taken)
            batch.stored = self._store.take(
                self._report.import_id, batch.tickets, taken.set, at_once=at_once
            )
            batch.stored.add_done_callback(lambda _: taken.set())
        return batch

    async def written(self, batch: _Batch) -> ImportProgress:
        """Wait for the writer. Raises StorageError."""
        if batch.stored is not None:
            stored = await asyncio.wrap_future(batch.stored)
            self._report.add(stored)
            if batch.tickets:
                fitting = int(len(batch.tickets) * _BATCH_SECONDS / max(stored.seconds, 1e-6))
                self._rows = _FEWEST_ROWS
                while self._rows < _MOST_ROWS and self._rows * 2 <= fitting:
                    self._rows *= 2
        return ImportProgress(self._report.name, batch.done, batch.total, len(batch.tickets))

    def _read(self) -> _Batch:
        batch = _Batch()
        until = time.perf_counter() + _BATCH_SECONDS
        try:
            for item in self._tickets:
                if isinstance(item, Ticket):
                    one = incoming(self._numbers.own(item))
                    batch.tickets.append(one)
                    told = item.updated_at or item.created_at or 0
                    self._report.newest = max(self._report.newest, told)
                    if one.name in self._names:
                        self._report.alike += is_stand_in(one.name)
                        self._report.repeated += not is_stand_in(one.name)
                    self._names.add(one.name)
                    if len(batch.tickets) >= self._rows or time.perf_counter() > until:
                        return batch
                elif isinstance(item, RejectedRow):
                    self._report.rejected += 1
                    if len(self._report.rejects) < _REJECTS_KEPT:
                        self._report.rejects.append(item)
                else:
                    batch.done, batch.total = item.done, item.total
        except ImportFailure as failure:  # what was read before it is stored all the same
            self._report.failure = failure
        batch.finished = True
        self._report.shared = self._numbers.shared
        return batch

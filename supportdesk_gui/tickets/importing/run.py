"""An import from the first byte to the last batch: read in a thread, stored between keystrokes.

The rows of a batch are read in a worker thread and written on the store's own thread, in
batches short enough (<= 100 ms) that what the agent types meanwhile goes between them.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Iterator, Sequence
from dataclasses import dataclass, field

from supportdesk_gui.tickets.importing.doctor import read_tickets
from supportdesk_gui.tickets.importing.report import (
    Diagnosis,
    ImportFailure,
    ReadingProgress,
    RejectedRow,
)
from supportdesk_gui.tickets.importing.table_diagnosis import is_damaged
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Ticket

_BATCH_SECONDS = 0.06
_BATCH_ROWS = 400
_REJECTS_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far a file is, in bytes, and the tickets stored by this step."""

    name: str
    done: int
    total: int
    stored: int


@dataclass(slots=True)
class ImportReport:
    """What became of one file: counts of tickets, and every row that could not be read.

    `name` is what people call the file.
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
    forgotten: list[str] = field(default_factory=list)
    """A hash for each ticket that was left out: its requester asked to be forgotten."""


async def import_export(
    diagnosis: Diagnosis,
    store: TicketStore,
    own_address: str = "",
    refused: Sequence[RejectedRow] = (),
) -> AsyncGenerator[ImportProgress | ImportReport, None]:
    """Read a diagnosed file into the store; progress after each batch, one report at the end.

    `refused` are files of the same folder or archive that hold no tickets. Never raises for what
    the file holds: that is the report's `failure`. A cancelled import leaves nothing behind.
    """
    name = diagnosis.shown_name
    report = ImportReport(name, diagnosis=diagnosis)
    report.rejects.extend(refused)
    report.rejected = len(refused)
    try:
        report.import_id = await asyncio.wrap_future(
            store.start_import(diagnosis.source, str(diagnosis.path), int(time.time()))
        )
        tickets = read_tickets(diagnosis, own_address)
        numbers: set[str] = set()
        finished = False
        while not finished:
            batch = await asyncio.to_thread(_next_batch, tickets, report, numbers)
            finished = batch.finished
            if batch.tickets:
                stored = await asyncio.wrap_future(store.upsert(report.import_id, batch.tickets))
                report.added += stored.added
                report.changed += stored.changed
                report.unchanged += stored.unchanged
                report.forgotten += stored.forgotten
            yield ImportProgress(name, batch.done, batch.total, len(batch.tickets))
    except ImportFailure as failure:
        report.failure = failure
    except (asyncio.CancelledError, GeneratorExit):
        if report.import_id:
            store.undo_import(report.import_id)
        raise
    if report.import_id:
        await asyncio.wrap_future(store.finish_import(report.import_id, report.rejects))
    yield report


@dataclass(slots=True)
class _Batch:
    tickets: list[Ticket] = field(default_factory=list)
    done: int = 0
    total: int = 0
    finished: bool = False


def _next_batch(
    tickets: Iterator[Ticket | RejectedRow | ReadingProgress],
    report: ImportReport,
    numbers: set[str],
) -> _Batch:
    batch = _Batch()
    until = time.perf_counter() + _BATCH_SECONDS
    try:
        for item in tickets:
            if isinstance(item, Ticket):
                batch.tickets.append(item)
                if item.external_id and not is_damaged(item.external_id):
                    report.repeated += item.external_id in numbers
                    numbers.add(item.external_id)
                if len(batch.tickets) >= _BATCH_ROWS or time.perf_counter() > until:
                    return batch
            elif isinstance(item, RejectedRow):
                report.rejected += 1
                if len(report.rejects) < _REJECTS_KEPT:
                    report.rejects.append(item)
            else:
                batch.done, batch.total = item.done, item.total
    except ImportFailure as failure:  # what was read before it is stored all the same
        report.failure = failure
    batch.finished = True
    return batch

"""A file as batches of rows that can be written: all that Python does for them is done here."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Protocol

from supportdesk_gui.tickets.importing.doctor import read_tickets
from supportdesk_gui.tickets.importing.report import (
    Diagnosis,
    ImportFailure,
    ReadingProgress,
    RejectedRow,
)
from supportdesk_gui.tickets.incoming_rows import IncomingRows
from supportdesk_gui.tickets.same_ticket import FirstOfEach
from supportdesk_gui.tickets.store_rows import identity, is_stand_in, sound
from supportdesk_gui.tickets.ticket import Ticket

MOST_ROWS = 1024
_BATCH_SECONDS = 0.05


@dataclass(slots=True)
class Batch:
    """What was read in one go, and what else came to light meanwhile; the counts are of this
    batch alone. `done` of `total` bytes are read; `newest` is the newest time in it, 0 for none."""

    tickets: IncomingRows = field(default_factory=IncomingRows)
    done: int = 0
    total: int = 0
    finished: bool = False
    newest: int = 0
    alike: int = 0
    repeated: int = 0
    shared: int = 0
    joined: int = 0
    is_spoilt: bool = False
    """Whether something could not be decoded."""
    rejects: list[RejectedRow] = field(default_factory=list)
    failure: ImportFailure | None = None


class Batches(Protocol):
    """Where the batches of a file come from."""

    def next(self, rows: int) -> Batch:
        """The next one, of at most so many rows; waits for it. The last one is `finished`."""
        ...

    def close(self) -> None:
        """Read no more; whoever waits for a batch waits no longer."""
        ...


class BatchesHere:
    """Read by the thread that asks for them, each within `seconds`."""

    def __init__(
        self, diagnosis: Diagnosis, own_address: str, seconds: float = _BATCH_SECONDS
    ) -> None:
        self._items: Iterator[Ticket | RejectedRow | ReadingProgress] = read_tickets(
            diagnosis, own_address
        )
        self._seconds = seconds
        self._names, self._numbers = set[tuple[str, str]](), FirstOfEach()
        self._done = self._total = self._shared = self._passed = 0

    def next(self, rows: int) -> Batch:
        """The next one, as full as the time for it allows."""
        batch = Batch()
        try:
            batch.finished = self._fill(batch, rows)
        except ImportFailure as failure:  # what was read before it is stored all the same
            batch.failure, batch.finished = failure, True
        batch.done, batch.total = self._done, self._total
        batch.shared, self._shared = self._numbers.shared - self._shared, self._numbers.shared
        return batch

    def close(self) -> None:
        """Nothing: nobody reads but who asks."""

    @property
    def passed(self) -> int:
        """How many tickets, rejected rows and reports of progress came so far."""
        return self._passed

    def pass_over(self, passed: int) -> None:
        """Go on behind what `passed` counted for another who reads the same file."""
        for item in islice(self._items, passed):
            if isinstance(item, Ticket):  # known, and not made ready once more
                ticket, _ = sound(self._numbers.own(item))
                self._names.add((item.source, identity(ticket)))
            else:
                self._take(item, Batch())
        self._shared = self._numbers.shared

    def _fill(self, batch: Batch, rows: int) -> bool:
        """Read so many tickets at the most; whether there are no more."""
        until, made = time.perf_counter() + self._seconds, batch.tickets.names
        for item in self._items:
            self._passed += 1
            self._take(item, batch)
            if len(made) >= rows or time.perf_counter() > until:
                return False
        return True

    def _take(self, item: Ticket | RejectedRow | ReadingProgress, batch: Batch) -> None:
        if isinstance(item, Ticket):
            name = batch.tickets.make(self._numbers.own(item))
            batch.newest = max(batch.newest, item.updated_at or item.created_at or 0)
            told = item.source, name
            if told in self._names:
                batch.alike += is_stand_in(name)
                batch.repeated += not is_stand_in(name)
            else:
                self._names.add(told)
        elif isinstance(item, RejectedRow):
            batch.rejects.append(item)
        else:
            self._done, self._total = item.done, item.total
            batch.joined += item.joined
            batch.is_spoilt = batch.is_spoilt or item.is_spoilt

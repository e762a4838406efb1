"""How many tickets each of several queries finds, and which, on a thread beside the window.

A count walks over an index, up to 100 ms among 100,000 tickets. What was counted holds until
something is written; what is asked later takes the place of what was asked before. The same asked
again, as after each step of a long job, lets what is under way come to its end first.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

from supportdesk_gui.storage.database import Database
from supportdesk_gui.tickets.query import TicketQuery
from supportdesk_gui.tickets.searching import Read, count, every_id

_LONGEST_REST = 0.05
Told = Callable[[TicketQuery, int], object]


class _Asked(NamedTuple):
    """Queries to be counted, or with `found` one whose ids are all wanted."""

    queries: tuple[TicketQuery, ...]
    told: Told | None = None
    found: Callable[[list[int]], object] | None = None

    def is_done_by(self, other: _Asked | None) -> bool:
        """Whether the other one, under way, is as good: the list shows the same search."""
        if other is None or other.queries[:1] != self.queries[:1]:
            return False
        return other.found is not None or self.found is None


class TicketCounts:
    """Its thread starts with the first question and ends with the database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._asked: _Asked | None = None
        self._sought: _Asked | None = None  # comes before what is to be counted
        self._answered: _Asked | None = None
        self._changed = threading.Condition()
        self._telling = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._thread: threading.Thread | None = None
        self._ends = False
        database.at_close(self.close)

    def ask(self, queries: Sequence[TicketQuery], told: Told) -> None:
        """Count these in their order; `told(query, count)` comes on the counting thread."""
        self._ask(_Asked(tuple(queries), told))

    def find(self, query: TicketQuery, found: Callable[[list[int]], object]) -> None:
        """Find all ids; `found(ids)` comes on the counting thread, unless another search is counted
        before."""
        self._ask(_Asked((query,), found=found))

    def _ask(self, asked: _Asked) -> None:
        with self._changed:
            if self._ends:
                return
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="desk-counts", daemon=True)
                self._thread.start()
            self._place(asked)
            self._changed.notify()

    def _place(self, asked: _Asked) -> None:
        before = self._answered
        if asked.found is not None:
            self._sought = asked
            if before is not None and before.found is None:
                self._asked = self._asked or before
        else:
            self._asked = asked
            if not asked.is_done_by(self._sought):
                self._sought = None
        if not asked.is_done_by(before):
            self._interrupt()

    def forget(self) -> None:
        """Nothing of what was asked is told any more, from when this returns: a list that is taken
        out may be destroyed."""
        with self._telling, self._changed:
            self._asked = self._sought = None
            self._interrupt()

    def close(self) -> None:
        """End the thread; what is being counted is given up."""
        with self._changed:
            self._ends, self._asked, self._sought = True, None, None
            self._interrupt()
            self._changed.notify()
            thread = self._thread
        if thread is not None:
            thread.join()

    def _interrupt(self) -> None:
        self._answered = None
        if self._connection is not None:
            self._connection.interrupt()

    def _work(self) -> None:
        with contextlib.suppress(sqlite3.Error), self._database.beside() as connection:
            self._open(connection)
            try:
                self._answer(connection)
            finally:
                self._open(None)
        with self._changed:  # after an error the next question tries again
            self._thread = None

    def _open(self, connection: sqlite3.Connection | None) -> None:
        with self._changed:
            self._connection = connection

    def _answer(self, connection: sqlite3.Connection) -> None:
        counted: dict[TicketQuery, int] = {}
        seen = -1
        while asked := self._next():
            with contextlib.suppress(sqlite3.Error):  # interrupted, or locked for a moment
                version = int(connection.execute("PRAGMA data_version").fetchone()[0])
                if version != seen:
                    counted.clear()
                    seen = version
                self._count(asked, connection, counted)
            # Who asked may be gone before the next question: a thread that waits holds no list.
            del asked

    def _next(self) -> _Asked | None:
        with self._changed:
            self._answered = None
            while self._asked is None and self._sought is None and not self._ends:
                self._changed.wait()
            if self._sought is not None:
                self._answered, self._sought = self._sought, None
            else:
                self._answered, self._asked = self._asked, None
            return self._answered

    def _tell(self, asked: _Asked, tell: Callable[[], object]) -> None:
        with self._telling:
            if self._answered is asked:
                tell()

    def _count(
        self,
        asked: _Asked,
        connection: sqlite3.Connection,
        counted: dict[TicketQuery, int],
    ) -> None:
        worked = time.thread_time()

        def read(sql: str, parameters: Sequence[object]) -> list[tuple[Any, ...]]:
            nonlocal worked
            # Phrases are looked for in Python: rest as long, so that the window has its turn.
            time.sleep(min(time.thread_time() - worked, _LONGEST_REST))
            if self._answered is not asked:
                raise sqlite3.OperationalError("interrupted")
            rows = connection.execute(sql, parameters).fetchall()
            worked = time.thread_time()
            return rows

        reading: Read = read
        for query in asked.queries:
            if asked.found is not None:
                self._tell(asked, partial(asked.found, every_id(reading, query)))
                continue
            if query not in counted:
                counted[query] = count(reading, query)
            if asked.told is not None:
                self._tell(asked, partial(asked.told, query, counted[query]))

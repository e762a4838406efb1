"""Works on the writer's thread: each in a transaction of its own, or several in one."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from supportdesk_gui.storage.errors import typed

if TYPE_CHECKING:
    from concurrent.futures import Future

_SHARED_SECONDS = 0.25
"""How long a transaction takes works in, unless other work waits, which ends it: each page that they
change is written to the log once, not once a work."""


Act = Callable[[sqlite3.Connection], Any]


class Work(NamedTuple):
    """What is to be done. With `at_end` it shares a transaction with those beside it of the same
    `group`, where that is done once for all of them; one that `ends` it is its last."""

    act: Act
    future: Future[Any]
    in_transaction: bool
    at_end: Act | None
    group: int
    ends: bool


class SharedTransaction:
    """The transaction that several works share, and their results until it is on disk."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._done: list[tuple[Future[Any], Any]] = []
        self._shared_by: tuple[Act | None, int] = (None, 0)
        self._until = 0.0

    def seconds_left(self) -> float | None:
        """How long it may stay open, None where none is."""
        return max(self._until - time.monotonic(), 0.0) if self._done else None

    def has_room(self, item: Work) -> bool:
        """Whether this belongs into the one that is open, where one is."""
        if not self._done:
            return True
        return (item.at_end, item.group) == self._shared_by and self.seconds_left() != 0

    def take(self, item: Work) -> None:
        """Do this within it."""
        try:
            if not self._done:
                self._connection.execute("BEGIN IMMEDIATE")
                self._shared_by = (item.at_end, item.group)
                self._until = time.monotonic() + _SHARED_SECONDS
            self._done.append((item.future, item.act(self._connection)))
        except Exception as error:
            self._done.append((item.future, None))
            self._fail(error)

    def commit(self) -> None:
        """End it, where one is open."""
        if not self._done:
            return
        try:
            at_end, _ = self._shared_by
            if at_end is not None:
                at_end(self._connection)
            self._connection.execute("COMMIT")
        except Exception as error:
            self._fail(error)
            return
        done, self._done = self._done, []
        for future, result in done:
            future.set_result(result)

    def _fail(self, error: Exception) -> None:
        _roll_back(self._connection)
        done, self._done = self._done, []
        for future, _ in done:
            future.set_exception(typed(error))


def do_alone(connection: sqlite3.Connection, item: Work) -> None:
    """Do this, in a transaction of its own where it wants one."""
    try:
        if item.in_transaction:
            connection.execute("BEGIN IMMEDIATE")
        result = item.act(connection)
        if item.in_transaction:
            connection.execute("COMMIT")
    except Exception as error:
        _roll_back(connection)
        item.future.set_exception(typed(error))
    else:
        item.future.set_result(result)


def _roll_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        with contextlib.suppress(sqlite3.Error):
            connection.rollback()

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

_OPEN_SECONDS, _WORK_SECONDS = 0.5, 0.25
"""How long a transaction waits for more works, and how long they may take in all, without its end,
unless other work waits, which ends it: each page that they change is written to the log once, not
once a work."""
_ENOUGH = 8
"""Works that are worth their end where nothing waits."""


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
        self._until = self._left = 0.0

    def seconds_left(self) -> float | None:
        """How long it waits for another one, None where none is open."""
        if not self._done:
            return None
        return 0.0 if len(self._done) >= _ENOUGH else max(self._until - time.monotonic(), 0.0)

    def has_room(self, item: Work) -> bool:
        """Whether this belongs into the one that is open, where one is."""
        if not self._done:
            return True
        has_time = self._left > 0.0 and time.monotonic() < self._until
        return has_time and (item.at_end, item.group) == self._shared_by

    def take(self, item: Work) -> None:
        """Do this within it."""
        try:
            if not self._done:
                self._connection.execute("BEGIN IMMEDIATE")
                self._shared_by = (item.at_end, item.group)
                self._until, self._left = time.monotonic() + _OPEN_SECONDS, _WORK_SECONDS
            begun = time.monotonic()
            self._done.append((item.future, item.act(self._connection)))
            self._left -= time.monotonic() - begun
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

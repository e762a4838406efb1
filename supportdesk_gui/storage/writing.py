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
"""How long a transaction of several works stays open at most; each page that they change is written
to the log once, not once a work."""


class Work(NamedTuple):
    """What is to be done; `shares` a transaction with those beside it that do."""

    act: Callable[[sqlite3.Connection], Any]
    future: Future[Any]
    in_transaction: bool
    shares: bool


class SharedTransaction:
    """The transaction that several works share, and their results until it is on disk."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._done: list[tuple[Future[Any], Any]] = []
        self._until = 0.0

    def seconds_left(self) -> float | None:
        """How long it may stay open, None where none is."""
        return max(self._until - time.monotonic(), 0.0) if self._done else None

    def take(self, item: Work) -> None:
        """Do this within it."""
        try:
            if not self._done:
                self._connection.execute("BEGIN IMMEDIATE")
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

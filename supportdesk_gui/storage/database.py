"""One SQLite file: one writer thread, one read-only connection, layouts with backups.

Reads happen on the thread that opened the database (milliseconds); every write is one
transaction on the writer's thread, first come, first served, so that what the agent types goes
between the batches of an import, of which several are one transaction. SQLite 3.40 (Debian 12) is the oldest that is used.
"""

from __future__ import annotations

import contextlib
import os
import queue
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from supportdesk_gui.storage.backup import back_up, copy_is_due, write_anew
from supportdesk_gui.storage.errors import (
    DatabaseDamaged,
    DatabaseLocked,
    DatabaseMoved,
    DatabaseTooNew,
    StorageError,
    typed,
)
from supportdesk_gui.storage.log_copying import LONG_BYTES, LogCopying, most_bytes
from supportdesk_gui.storage.writing import Act, SharedTransaction, Work, do_alone

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")

_ROWS_AT_ONCE = 1024
"""Of up to 31 values each: SQLite takes 32,766."""

_PAGE_BYTES = 8192
_PATIENCE_SECONDS = 5.0
_READING_PATIENCE_SECONDS = 0.04
"""Reads happen on the window's thread, which never waits for longer than 50 ms."""


class Database:
    """An open database. Raises StorageError's kinds from the constructor and from futures.

    `reader` sees all that is committed and can change nothing. `was_updated` says that the file
    had an older layout, of which `backups` now has a copy. `patience` in seconds is how long a
    write waits for another program that holds the file.
    """

    def __init__(
        self,
        path: Path,
        layouts: Sequence[str],
        backups: Path,
        patience: float = _PATIENCE_SECONDS,
    ) -> None:
        self._path, self._backups = path, backups
        self._patience = patience
        with contextlib.ExitStack() as opened:
            try:
                fresh = not path.exists() or path.stat().st_size == 0
                self._is_fresh = fresh
                cut_off = not fresh and _was_cut_off(path)
                if fresh:
                    path.touch(mode=0o600)
                writer = opened.enter_context(contextlib.closing(_connect(path, patience)))
                self._opened = path.stat()
                self.was_updated = _bring_up_to_date(writer, layouts, path, backups, cut_off)
                self.reader = opened.enter_context(contextlib.closing(_connect(path, patience)))
                self.reader.execute("PRAGMA query_only = ON")
                self.reader.execute(f"PRAGMA busy_timeout = {_READING_PATIENCE_SECONDS * 1000:.0f}")
            except (sqlite3.Error, OSError) as error:
                raise typed(error) from error
            opened.pop_all()  # open from here on; close() ends them
        self._log = LogCopying(path, lambda: _connect(path, patience))
        self._ending: list[Callable[[], object]] = []
        self._verifying: threading.Thread | None = None
        self._rewriting = False
        self._work: queue.SimpleQueue[Work | None] = queue.SimpleQueue()
        self._thread = threading.Thread(
            target=self._write, args=(writer,), name="desk-writer", daemon=True
        )
        self._thread.start()

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    def read(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows that a SELECT finds, on the thread that opened. Raises StorageError's kinds."""
        try:
            return self.reader.execute(sql, parameters).fetchall()
        except sqlite3.Error as error:
            raise typed(error) from error

    @contextlib.contextmanager
    def beside(self) -> Iterator[sqlite3.Connection]:
        """A connection of its own that reads, for a thread that asks what takes longer than a
        frame; whoever opens it closes it before the database is closed (`at_close`)."""
        with contextlib.closing(_connect(self._path, self._patience)) as connection:
            connection.execute("PRAGMA query_only = ON")
            connection.execute("PRAGMA cache_size = -8000")
            yield connection

    def at_close(self, end: Callable[[], object]) -> None:
        """Have something ended before the file is closed."""
        self._ending.append(end)

    def submit(
        self,
        work: Callable[[sqlite3.Connection], T],
        *,
        at_end: Act | None = None,
        group: int = 0,
        ends: bool = False,
    ) -> Future[T]:
        """Run `work` in one transaction on the writer's thread, after all that came before.

        The future raises StorageError's kinds; whatever `work` raised, nothing of it is kept, and
        nothing at all while the file is not in its place.
        With `at_end` the transaction is shared with the works beside it of the same `group`, for
        half a second or until one that `ends` it, and `at_end` is done once for all of them.
        They are on disk when their futures are done; when one fails, all of the group do.
        """
        return self._submit(work, at_end=at_end, group=group, ends=ends)

    def rewrite(self) -> Future[None]:
        """Write the file anew, after all that came before, so that neither it nor its log nor an
        index of words holds anything that was deleted (about two seconds per 100 MB; reading goes
        on meanwhile, writing waits).

        The future raises DatabaseLocked while another program reads the file.
        """
        return self._submit(self._rewrite, in_transaction=False)

    @property
    def is_rewriting(self) -> bool:
        """Whether writes wait because the file is written anew."""
        return self._rewriting

    def await_verified(self) -> None:
        """Wait until no thread reads all pages or copies them, so that no older copy comes."""
        if self._verifying is not None:
            self._verifying.join()

    def _submit(
        self,
        work: Callable[[sqlite3.Connection], T],
        *,
        in_transaction: bool = True,
        at_end: Act | None = None,
        group: int = 0,
        ends: bool = False,
    ) -> Future[T]:
        from concurrent.futures import Future  # nothing is written before the first picture

        future: Future[T] = Future()
        if self._thread.is_alive():
            self._work.put(Work(work, future, in_transaction, at_end, group, ends))
        else:
            future.set_exception(StorageError("closed"))
        return future

    def flush(self, timeout: float | None = None) -> None:
        """Wait until everything submitted so far is on disk."""
        self.submit(lambda _: None).result(timeout)

    def verify(self) -> Future[None]:
        """Read every page on a thread of its own (about a second per 500 MB).

        The future raises DatabaseDamaged when they do not fit together. What is sound is copied
        into `backups` once a day. Meant for after the first paint; opening checks by itself only
        after a run that was cut off.
        """
        from concurrent.futures import Future

        future: Future[None] = Future()
        future.set_running_or_notify_cancel()  # nobody can call it off from here on but close()
        self._verifying = threading.Thread(
            target=self._verify, args=(future,), name="desk-verify", daemon=True
        )
        self._verifying.start()
        return future

    def _verify(self, future: Future[None]) -> None:
        try:
            with contextlib.closing(_connect(self._path, self._patience)) as connection:
                # Looked at every 100,000 steps of SQLite's, some milliseconds.
                connection.set_progress_handler(lambda: not self._thread.is_alive(), 100_000)
                _check(connection)
                if not self._is_fresh and copy_is_due(self._path.stem, self._backups):
                    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
                    back_up(connection, self._path.stem, version, self._backups)
        except (sqlite3.Error, OSError, DatabaseDamaged) as error:
            future.set_exception(typed(error))
        else:
            future.set_result(None)

    def close(self, *, finish: bool = True) -> None:
        """Close both connections, after all that was submitted unless `finish` is False.

        Then only what is being written comes to its end. A second time does nothing.
        """
        if self._thread.is_alive():
            for end in self._ending:
                end()
            if not finish:
                self._refuse_waiting()
            self._work.put(None)
            self._thread.join()
            self._log.close()
            if self._verifying is not None:
                self._verifying.join()
            self.reader.close()
            self._refuse_waiting()  # what came too late

    def _refuse_waiting(self) -> None:
        """Nobody is left waiting for work that will not be done."""
        with contextlib.suppress(queue.Empty):
            while True:
                item = self._work.get_nowait()
                if item is not None and item.future.set_running_or_notify_cancel():
                    item.future.set_exception(StorageError("closed"))

    def _write(self, connection: sqlite3.Connection) -> None:
        shared = SharedTransaction(connection)
        while True:
            self._log.written()
            try:
                item = self._work.get(timeout=shared.seconds_left())
            except queue.Empty:
                shared.commit()
                continue
            if item is None or not shared.has_room(item):
                shared.commit()
            if item is None:
                break
            if item.future.set_running_or_notify_cancel():
                if self._was_moved():
                    item.future.set_exception(DatabaseMoved(str(self._path)))
                elif item.at_end is None:
                    do_alone(connection, item)
                else:
                    shared.take(item)
                    if item.ends:
                        shared.commit()
            # Kept until the next one, it would be this thread that destroys what its callbacks hold.
            del item
        with contextlib.suppress(sqlite3.Error):
            connection.close()

    def _was_moved(self) -> bool:
        """Through what is open SQLite goes on writing into a file that has another place, where
        nobody looks for it, and a start that finds none makes another one."""
        try:
            return not os.path.samestat(self._opened, self._path.stat())
        except (FileNotFoundError, NotADirectoryError):
            return True
        except OSError:  # SQLite meets it as well
            return False

    def _rewrite(self, connection: sqlite3.Connection) -> None:
        self._rewriting = True
        try:
            with self._log.stopped:
                write_anew(connection)
                # (1, …) where somebody still reads what is in the log.
                if connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                    raise DatabaseLocked("the log is being read")
        finally:
            self._rewriting = False


def insert_rows(
    connection: sqlite3.Connection,
    statement: str,
    rows: Sequence[tuple[object, ...]],
    after: str = "",
) -> None:
    """Run `INSERT INTO … (…)` with all rows, hundreds a statement; `after` follows the values.

    Each statement lets go of Python's turn and waits for it again, which `executemany` does at each
    row. Each number of rows is a statement that stays prepared, so only powers of two are used.
    """
    if rows:
        insert_values(connection, statement, list(chain.from_iterable(rows)), len(rows[0]), after)


def insert_values(
    connection: sqlite3.Connection, statement: str, values: list[Any], width: int, after: str = ""
) -> None:
    """The same with rows of `width` values that stand one behind the other."""
    size, at, count = _ROWS_AT_ONCE, 0, len(values) // width
    while at < count:
        while size > count - at:
            size //= 2
        marks = ",".join([f"({','.join('?' * width)})"] * size)
        part = values if size == count else values[at * width : (at + size) * width]
        connection.execute(f"{statement} VALUES {marks} {after}", part)
        at += size


def _connect(path: Path, patience: float) -> sqlite3.Connection:
    connection = sqlite3.connect(
        path, timeout=patience, isolation_level=None, check_same_thread=False
    )
    try:
        # Of a new file: an import changes fewer of them than of the usual 4,096 bytes.
        connection.execute(f"PRAGMA page_size = {_PAGE_BYTES}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA cache_size = -64000")
        pages = max(1, most_bytes(path) // connection.execute("PRAGMA page_size").fetchone()[0])
        connection.execute(f"PRAGMA wal_autocheckpoint = {pages}")
        connection.execute(f"PRAGMA journal_size_limit = {LONG_BYTES}")
        connection.create_function("as_searched", 1, _as_searched, deterministic=True)
    except (sqlite3.Error, OSError):
        connection.close()
        raise
    return connection


def _as_searched(text: str) -> str:
    """For questions: a text as the search compares it, without accents and the case of letters."""
    from supportdesk_gui.text.tokens import spaced, ticket_text  # not for the first picture

    return spaced(ticket_text(text))


def _was_cut_off(path: Path) -> bool:
    """Whether the last run ended without close(), which empties and removes the log."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _check(connection: sqlite3.Connection) -> None:
    answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if answer != "ok":
        raise DatabaseDamaged(answer)


def _bring_up_to_date(
    connection: sqlite3.Connection,
    layouts: Sequence[str],
    path: Path,
    backups: Path,
    cut_off: bool,
) -> bool:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > len(layouts):
        raise DatabaseTooNew(version)
    if cut_off or 0 < version < len(layouts):
        _check(connection)
    if 0 < version < len(layouts):  # a fresh file has nothing to lose
        # Once, as the agent left it: copies between the steps would hold nothing more, and the
        # oldest, which an older program can open, would be the first to be dropped for them.
        back_up(connection, path.stem, version, backups)
    for number in range(version, len(layouts)):
        # executescript commits first, so the transaction stands inside the script.
        script = f"BEGIN;\n{layouts[number]}\nPRAGMA user_version = {number + 1};\nCOMMIT;"
        try:
            connection.executescript(script)
        except sqlite3.Error:
            if connection.in_transaction:
                connection.rollback()
            raise
    return 0 < version < len(layouts)

"""One SQLite file: one writer thread, one read-only connection, layouts with backups.

Reads happen on the thread that opened the database (milliseconds); every write is one
transaction on the writer's thread, first come, first served, so that what the agent types goes
between the batches of an import. SQLite 3.40 (Debian 12) is the oldest that is used.
"""

from __future__ import annotations

import queue
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

from supportdesk_gui.storage.errors import (
    DatabaseDamaged,
    DatabaseLocked,
    DatabaseTooNew,
    DiskFull,
    FolderReadOnly,
    StorageError,
)

T = TypeVar("T")

_BACKUPS_KEPT = 5
_PATIENCE_SECONDS = 5.0
_Work = tuple[Callable[[sqlite3.Connection], object], "Future[object]"]


class Database:
    """An open database. Raises StorageError's kinds from the constructor and from futures."""

    def __init__(self, path: Path, layouts: Sequence[str], backups: Path) -> None:
        self._path = path
        try:
            fresh = not path.exists()
            if fresh:
                path.touch(mode=0o600)
            writer = _connect(path)
            self.was_updated = _bring_up_to_date(writer, layouts, path, backups, fresh)
            self.reader = _connect(path)
            self.reader.execute("PRAGMA query_only = ON")
        except (sqlite3.Error, OSError) as error:
            raise typed(error) from error
        self._work: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._write, args=(writer,), name="desk-writer")
        self._thread.daemon = True
        self._thread.start()

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    def submit(self, work: Callable[[sqlite3.Connection], T]) -> Future[T]:
        """Run `work` in one transaction on the writer's thread, after all that came before.

        The future raises StorageError's kinds; whatever `work` raised, nothing of it is kept.
        """
        future: Future[T] = Future()
        self._work.put((work, future))  # type: ignore[arg-type]
        return future

    def flush(self, timeout: float | None = None) -> None:
        """Wait until everything submitted so far is on disk."""
        self.submit(lambda _: None).result(timeout)

    def close(self) -> None:
        """Finish what was submitted and close both connections."""
        self._work.put(None)
        self._thread.join()
        self.reader.close()

    def _write(self, connection: sqlite3.Connection) -> None:
        while (item := self._work.get()) is not None:
            work, future = item
            if not future.set_running_or_notify_cancel():
                continue
            try:
                connection.execute("BEGIN IMMEDIATE")
                result = work(connection)
                connection.execute("COMMIT")
            except BaseException as error:
                if connection.in_transaction:
                    connection.rollback()
                future.set_exception(typed(error) if isinstance(error, sqlite3.Error) else error)
            else:
                future.set_result(result)
        connection.close()


def typed(error: Exception) -> StorageError:
    """The StorageError for what SQLite or the file system said."""
    text = str(error).lower()
    if "full" in text or "no space" in text:
        return DiskFull(text)
    if "locked" in text or "busy" in text:
        return DatabaseLocked(text)
    if "readonly" in text or "read-only" in text or isinstance(error, PermissionError):
        return FolderReadOnly(text)
    if "unable to open" in text:
        return FolderReadOnly(text)
    if isinstance(error, sqlite3.DatabaseError):
        return DatabaseDamaged(text)
    return StorageError(text)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        path, timeout=_PATIENCE_SECONDS, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA cache_size = -32000")
    return connection


def _bring_up_to_date(
    connection: sqlite3.Connection, layouts: Sequence[str], path: Path, backups: Path, fresh: bool
) -> bool:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(layouts):
        raise DatabaseTooNew(version)
    if not fresh and connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise DatabaseDamaged("quick_check")
    for number in range(version, len(layouts)):
        if number:
            _back_up(connection, path, backups, number)
        # executescript commits first, so the transaction stands inside the script.
        script = f"BEGIN;\n{layouts[number]}\nPRAGMA user_version = {number + 1};\nCOMMIT;"
        try:
            connection.executescript(script)
        except sqlite3.Error:
            if connection.in_transaction:
                connection.rollback()
            raise
    return bool(version) and version < len(layouts)


def _back_up(connection: sqlite3.Connection, path: Path, backups: Path, version: int) -> None:
    backups.mkdir(mode=0o700, exist_ok=True)
    stamp = time.strftime("%Y%m%d-%H%M%S")
    target = backups / f"{path.stem}-layout{version}-{stamp}.sqlite3"
    copy = sqlite3.connect(target)
    with copy:
        connection.backup(copy)
    copy.close()
    target.chmod(0o600)
    for old in sorted(backups.glob(f"{path.stem}-layout*.sqlite3"))[:-_BACKUPS_KEPT]:
        old.unlink()

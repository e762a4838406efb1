"""The log of a database is copied into its file when nobody writes, or beside a writer that never
pauses, who would wait for the disk.

An import of 100,000 tickets writes a quarter of a gigabyte: its writer stood still for a fifth of a
second in all, and what is copied in the middle of it is copied again.
"""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

LONG_BYTES = 64_000_000
"""A log that is worth it: copying waits for the disk twice. A whole one is cut back to this."""
_MOST_BYTES, _SHARE = 320_000_000, 8
"""From here on, or from an eighth of what is free on the disk, the writer copies the log into the file
itself, so that it begins anew: beside a writer that never pauses it does not."""
_TOO_LONG = 0.8
"""The share of that from which on it is not left until nobody writes."""
_QUIET_SECONDS, _PAUSE_SECONDS = 1.0, 3.0
"""Without a write until it is copied, and between two copies."""


def most_bytes(path: Path) -> int:
    """How long the log of this database may be before whoever writes copies it."""
    return min(_MOST_BYTES, shutil.disk_usage(path.parent).free // _SHARE)


class LogCopying:
    """A thread that copies when the log is long, begun when it is for the first time. What fails is
    left to SQLite, which copies a far longer log itself and says what is wrong to whoever writes."""

    def __init__(self, path: Path, connect: Callable[[], sqlite3.Connection]) -> None:
        """`path` is the database's, `connect` gives a connection of its own to it."""
        self._log, self._connect = path.with_name(f"{path.name}-wal"), connect
        self._too_long = _TOO_LONG * most_bytes(path)
        self._thread: threading.Thread | None = None
        self._due, self._ended = threading.Event(), threading.Event()
        self.stopped = threading.Lock()
        """Held while it copies; and by who cannot have that beside."""

    def written(self) -> None:
        """Something may have been written, on the writer's thread."""
        if self._bytes() > LONG_BYTES:
            if self._thread is None:
                self._thread = threading.Thread(target=self._copy, name="desk-log", daemon=True)
                self._thread.start()
            self._due.set()

    def close(self) -> None:
        """Copy no more; waits for the copy that goes on."""
        self._ended.set()
        self._due.set()
        if self._thread is not None:
            self._thread.join()

    def _copy(self) -> None:
        with suppress(sqlite3.Error), closing(self._connect()) as connection:
            while not self._ended.is_set():
                self._due.wait()
                self._due.clear()
                may_wait = self._bytes() < self._too_long and not self._ended.is_set()
                if may_wait and self._due.wait(_QUIET_SECONDS):
                    continue  # more is written
                with self.stopped, suppress(sqlite3.Error):
                    if not self._ended.is_set():
                        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
                self._ended.wait(_PAUSE_SECONDS)

    def _bytes(self) -> int:
        try:
            return self._log.stat().st_size
        except OSError:
            return 0

"""What can go wrong with what is kept; the window has a sentence for each."""

from __future__ import annotations

import errno


class StorageError(Exception):
    """Something could not be read or kept."""


class DatabaseDamaged(StorageError):
    """The database file is not one, or its pages do not fit together."""


class DatabaseLocked(StorageError):
    """Another program holds the database for longer than patience lasts."""


class DiskFull(StorageError):
    """There is no room left for what was to be kept."""


class FolderReadOnly(StorageError):
    """The data folder cannot be written."""


class DatabaseMoved(StorageError):
    """The database is not where it was opened: its folder has another name or place, or is gone."""


class DatabaseTooNew(StorageError):
    """A later version of the program made this database."""

    def __init__(self, version: int) -> None:
        super().__init__(f"layout {version}")
        self.version = version


_BY_ERRNO: dict[int, type[StorageError]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EROFS: FolderReadOnly,
    errno.EACCES: FolderReadOnly,
    errno.EPERM: FolderReadOnly,
}


def typed(error: Exception) -> Exception:
    """The StorageError for what SQLite or the file system said.

    Anything that is our own fault (a constraint, wrong SQL) comes back as it is: a bug.
    """
    import sqlite3

    if isinstance(error, sqlite3.Error):
        # The low byte is the kind, the rest says where in SQLite it came up.
        kind = _by_code().get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    elif isinstance(error, OSError):
        kind = _BY_ERRNO.get(error.errno or 0, StorageError)
    else:
        kind = None
    return kind(str(error)) if kind else error


def _by_code() -> dict[int, type[StorageError]]:
    import sqlite3

    return {
        sqlite3.SQLITE_FULL: DiskFull,
        sqlite3.SQLITE_BUSY: DatabaseLocked,
        sqlite3.SQLITE_LOCKED: DatabaseLocked,
        sqlite3.SQLITE_READONLY: FolderReadOnly,
        sqlite3.SQLITE_CANTOPEN: FolderReadOnly,
        sqlite3.SQLITE_PERM: FolderReadOnly,
        sqlite3.SQLITE_CORRUPT: DatabaseDamaged,
        sqlite3.SQLITE_NOTADB: DatabaseDamaged,
        sqlite3.SQLITE_IOERR: StorageError,
    }

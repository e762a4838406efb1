"""What can go wrong with what is kept; the window has a sentence for each."""

from __future__ import annotations


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


class DatabaseTooNew(StorageError):
    """A later version of the program made this database."""

    def __init__(self, version: int) -> None:
        super().__init__(f"layout {version}")
        self.version = version

"""What to say when something cannot be kept, and what the agent can do about it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from supportdesk_gui.storage.errors import (
    DatabaseDamaged,
    DatabaseLocked,
    DatabaseTooNew,
    DiskFull,
    FolderReadOnly,
)


def not_kept_words(error: Exception | None, folder: Path) -> str:
    """What to say while typed text cannot be put on disk; `error` is None while it waits."""
    if error is None or isinstance(error, DatabaseLocked):
        text = QCoreApplication.translate(
            "Storage",
            "What you typed is not on disk yet: another program may hold the database in {place}. "
            "It stays in the window and is saved as soon as that is possible.",
        )
        return text.format(place=folder)
    return storage_words(error, folder)


def storage_words(error: Exception, folder: Path) -> str:
    """One sentence on what is so, one on what to do."""
    if isinstance(error, DiskFull):
        text = QCoreApplication.translate(
            "Storage",
            "The disk is full, so nothing more can be kept. Make room; your text stays in the window.",
        )
    elif isinstance(error, FolderReadOnly):
        text = QCoreApplication.translate(
            "Storage", "The data folder cannot be written: {place}. Check its permissions."
        )
    elif isinstance(error, DatabaseLocked):
        text = QCoreApplication.translate(
            "Storage", "Another program holds the database in {place}. Close it, then try again."
        )
    elif isinstance(error, DatabaseTooNew):
        text = QCoreApplication.translate(
            "Storage",
            "A later version of the program made the data in {place}. Update the program to open it.",
        )
    elif isinstance(error, DatabaseDamaged):
        text = QCoreApplication.translate(
            "Storage",
            "The database in {place} is damaged. Copies from before stand in its folder “backups”.",
        )
    else:
        text = QCoreApplication.translate("Storage", "Nothing could be kept in {place}.")
    return text.format(place=folder)

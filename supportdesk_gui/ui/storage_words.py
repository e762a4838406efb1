"""What to say when something cannot be kept, and what the agent can do about it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from supportdesk_gui.storage.backup import backups
from supportdesk_gui.storage.data_folder import DataFolder
from supportdesk_gui.storage.errors import (
    DatabaseDamaged,
    DatabaseLocked,
    DatabaseMoved,
    DatabaseTooNew,
    DiskFull,
    FolderReadOnly,
)


def not_kept_words(error: Exception | None, folder: DataFolder) -> str:
    """What to say while typed text cannot be put on disk; `error` is None while it waits."""
    if error is None or isinstance(error, DatabaseLocked):
        text = QCoreApplication.translate(
            "Storage",
            "What you typed is not on disk yet: another program may hold the database in {place}. "
            "It stays in the window and is saved as soon as that is possible.",
        )
        return text.format(place=folder.root)
    return storage_words(error, folder)


def leaving_words(error: Exception | None, folder: DataFolder) -> str:
    """What to say when the window is closed while typed text is not on disk."""
    if isinstance(error, DiskFull):
        text = QCoreApplication.translate(
            "Storage",
            "The disk is full: what you typed last is not saved. The window closes as soon as it is.",
        )
    elif isinstance(error, FolderReadOnly):
        text = QCoreApplication.translate(
            "Storage",
            "{place} cannot be written: what you typed last is not saved. The window closes as soon as it is.",
        )
    elif isinstance(error, DatabaseMoved):
        text = QCoreApplication.translate(
            "Storage",
            "The data folder is no longer at {place}: what you typed last is not saved. The window closes as soon as it is back there.",
        )
    elif error is None or isinstance(error, DatabaseLocked):
        text = QCoreApplication.translate(
            "Storage",
            "Another program may hold the database: what you typed last is not saved. The window closes as soon as it is.",
        )
    else:
        text = QCoreApplication.translate(
            "Storage",
            "What you typed last cannot be saved in {place}. The window closes as soon as it is.",
        )
    return text.format(place=folder.root)


def newest_copy(folder: DataFolder) -> Path | None:
    """The copy of the database that a damaged one can be replaced by."""
    found = backups(folder.desk_database.stem, folder.backups)
    return found[-1] if found else None


def storage_words(error: Exception, folder: DataFolder) -> str:
    """One sentence on what is so, one on what to do."""
    if isinstance(error, DatabaseDamaged):
        return _damage_words(folder)
    if isinstance(error, DiskFull):
        text = QCoreApplication.translate(
            "Storage",
            "The disk is full, so nothing more can be kept. Make room; your text stays in the window.",
        )
    elif isinstance(error, FolderReadOnly):
        text = QCoreApplication.translate(
            "Storage", "The data folder cannot be written: {place}. Check its permissions."
        )
    elif isinstance(error, DatabaseMoved):
        text = QCoreApplication.translate(
            "Storage",
            "The data folder is no longer at {place}: it was moved or renamed, or its drive is gone. Bring it back there; what you typed stays in the window until then.",
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
    else:
        text = QCoreApplication.translate("Storage", "Nothing could be kept in {place}.")
    return text.format(place=folder.root)


def _damage_words(folder: DataFolder) -> str:
    copy = newest_copy(folder)
    if copy is None:
        text = QCoreApplication.translate(
            "Storage",
            "The database in {place} is damaged, and there is no copy yet. Move desk.sqlite3 to another folder, start again, and import your exports.",
        )
        return text.format(place=folder.root)
    text = QCoreApplication.translate(
        "Storage",
        "The database in {place} is damaged. There is a copy of {time}; the damaged file is kept as well.",
    )
    made = QDateTime.fromSecsSinceEpoch(int(copy.stat().st_mtime))
    time = QLocale().toString(made, QLocale.FormatType.ShortFormat)
    return text.format(place=folder.root, time=time)

"""A start that fails: the sentence, in a box where somebody can see it, and the way out."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QMessageBox

from supportdesk_gui.storage.backup import put_back
from supportdesk_gui.storage.data_folder import DataFolder
from supportdesk_gui.storage.errors import DatabaseDamaged, StorageError
from supportdesk_gui.ui.storage_words import newest_copy, storage_words


def say_folder(error: OSError) -> int:
    """The data folder cannot be made or written; the exit code."""
    text = QApplication.translate(
        "Start",
        "The data folder cannot be written: {place}. Check its permissions, or start with --home DIR.",
    )
    return _say_and_leave(text.format(place=error.filename or ""))


def say_storage(error: Exception, folder: DataFolder) -> int:
    """The database cannot be opened; offers the copy where there is one. The exit code."""
    text = storage_words(error, folder)
    if not isinstance(error, DatabaseDamaged) or newest_copy(folder) is None:
        return _say_and_leave(text)
    way_out = QApplication.translate("Start", "Start with --use-copy to take it.")
    print(f"{text} {way_out}", file=sys.stderr)
    if not _is_seen() or not chooses_copy(text):
        return 1
    try:
        use_copy(folder)
    except StorageError as another:
        return say_storage(another, folder)
    words = QApplication.translate("Start", "The copy is in its place. Start SupportDesk again.")
    return _say_and_leave(words)


def chooses_copy(text: str) -> bool:
    """Ask the agent whether the copy shall serve."""
    box = QMessageBox(QMessageBox.Icon.Warning, "SupportDesk", text)
    box.addButton(QMessageBox.StandardButton.Close)
    words = QApplication.translate("Start", "Use the copy")
    use = box.addButton(words, QMessageBox.ButtonRole.AcceptRole)
    box.exec()
    return box.clickedButton() is use


def use_copy(folder: DataFolder) -> None:
    """Put the newest copy in the database's place; nothing happens where there is none.

    Raises StorageError's kinds.
    """
    if copy := newest_copy(folder):
        put_back(copy, folder.desk_database)


def _say_and_leave(text: str) -> int:
    """Before there is a window: a box where somebody can see it, and the terminal."""
    print(text, file=sys.stderr)
    if _is_seen():
        box = QMessageBox(QMessageBox.Icon.Warning, "SupportDesk", text)
        box.exec()
    return 1


def _is_seen() -> bool:
    return QApplication.platformName() not in {"offscreen", "minimal"}

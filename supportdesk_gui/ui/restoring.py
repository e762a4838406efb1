"""*Restore a backup*: checked and asked about while the window works, put in place once it closed.

The window opens again by itself (app.py) with the copy's data. The data of today becomes a copy.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QObject, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from supportdesk_gui.storage.errors import (
    DatabaseDamaged,
    DatabaseLocked,
    DatabaseTooNew,
    DiskFull,
    FolderReadOnly,
    StorageError,
    typed,
)
from supportdesk_gui.ui.components.buttons import button_row, default_button, primary_button
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.inbox.wording import in_a_row
from supportdesk_gui.ui.storage_words import storage_words

if TYPE_CHECKING:
    from supportdesk_gui.ui.program_parts import ProgramParts

_CHECK = "check a backup"
_WIDTH = 480
_log = logging.getLogger("supportdesk")


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of it: when the copy had been made, as the agent writes it, what failed, and
    whether an import was stopped for it."""

    time: str
    error: Exception | None
    stopped_import: bool


class Restoring(QObject):
    """`wanted` is the copy that takes the database's place when the window has closed."""

    def __init__(self, parts: ProgramParts) -> None:
        super().__init__(parts)
        self._parts = parts
        self.wanted: Path | None = None
        self.restored: Restored | None = None
        """Once the window has closed for it."""
        self._stopped_import = False

    def ask(self, copy: Path) -> None:
        """Look whether a copy is sound, and ask."""
        if not self._parts.jobs.running(_CHECK):
            self._parts.jobs.start(
                self._ask(copy), _CHECK, lambda: self.tr("Checking the backup"),
                partial(self._say, copy),
            )  # fmt: skip

    def give_up(self) -> None:
        """The window stays after all."""
        self.wanted = None

    def put_back(self) -> bool:
        """The database is closed: bring the wanted copy to its place; whether the window is to open
        again, which it does with today's data where that failed."""
        if self.wanted is None:
            return False
        from supportdesk_gui.storage.backup import go_back_to

        folder, time, failed = self._parts.folder, time_of(self.wanted), None
        try:
            go_back_to(self.wanted, folder.desk_database, folder.backups)
        except StorageError as error:  # today's data is still there
            _log.error("the backup could not be restored: %s", error)
            failed = error
        self.restored = Restored(time, failed, self._stopped_import)
        return True

    def say(self, restored: Restored) -> None:
        """Tell, when the window is open again, what is there."""
        if restored.error is not None:
            words = partial(self._not_restored_words, restored.time, restored.error)
            self._parts.window.notice.show_notice("broken", words)
        else:
            # No news, which the next takes the place of.
            self._parts.window.notice.show_notice("look", partial(self._restored_words, restored))

    def _restored_words(self, restored: Restored) -> str:
        text = self.tr(
            "This is the data of {time}. What was here before is kept as the newest backup."
        )
        if restored.stopped_import:
            more = self.tr("Reading was stopped for it: drop those files again.")
            text = in_a_row([text, more])
        return text.format(time=restored.time)

    def _not_restored_words(self, time: str, error: Exception) -> str:
        text = self.tr("The backup of {time} could not be restored: the data is as it was.")
        return in_a_row([text.format(time=time), storage_words(error, self._parts.folder)])

    async def _ask(self, copy: Path) -> None:
        import asyncio

        await asyncio.to_thread(self._check, copy)
        dialog = RestoreDialog(copy, self._parts.window)
        dialog.accepted.connect(lambda: self._start(copy))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _check(self, copy: Path) -> None:
        from supportdesk_gui.storage.backup import check_copy
        from supportdesk_gui.storage.migrations import DESK_LAYOUTS

        check_copy(copy, len(DESK_LAYOUTS))
        self._parts.forgetting.clean_copy(copy)

    def _start(self, copy: Path) -> None:
        self.wanted = copy
        self._stopped_import = bool(self._parts.jobs.running("import"))
        self._parts.window.close()  # what is typed is kept first, or the agent is asked

    def _say(self, copy: Path, error: Exception) -> bool:
        found = typed(error)
        if not isinstance(found, StorageError):
            return False
        if not copy.exists():
            text = self.tr("This backup is not there any more. Choose another one.")
            self._parts.window.notice.show_notice("broken", text)
            return True
        if isinstance(found, DiskFull | FolderReadOnly | DatabaseLocked):
            text = self._not_restored_words(time_of(copy), found)
            self._parts.window.notice.show_notice("broken", text)
            return True
        text = self.tr("The backup of {time} cannot be read. Choose another one.")
        if isinstance(found, DatabaseTooNew):
            text = self.tr("The backup of {time} was made by a later version of the program.")
        elif isinstance(found, DatabaseDamaged):
            text = self.tr("The backup of {time} is damaged. Choose another one.")
        self._parts.window.notice.show_notice("broken", text.format(time=time_of(copy)))
        return True


class RestoreDialog(QDialog):
    """Window-modal; `accepted` means that the agent said yes."""

    def __init__(self, copy: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("restoreDialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Restore a backup"))
        self.setFixedWidth(_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        head = self.tr("Go back to the data of {time}?").format(time=time_of(copy))
        layout.addWidget(Paragraph(head, "title", "text", 600))
        text = self.tr(
            "Tickets, drafts and changes since then are not in it, also what you have typed. The data of now is kept as a backup, so that you can come back."
        )
        layout.addWidget(Paragraph(text, "body", "text"))
        text = self.tr(
            "The window closes its data and opens again. Whoever asked to be forgotten stays left out. Settings, policies and the key stay as they are."
        )
        layout.addWidget(Paragraph(text, "second"))
        cancel = default_button(self.tr("Cancel"), None)
        cancel.setObjectName("restoreCancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        accept = primary_button(self.tr("Restore it"), "", None)
        accept.setObjectName("restoreAccept")
        accept.clicked.connect(self.accept)
        layout.addLayout(button_row(cancel, accept))
        self.setFixedHeight(layout.totalHeightForWidth(_WIDTH))


def time_of(copy: Path) -> str:
    """When a copy was made, as the agent writes times."""
    made = QDateTime.fromSecsSinceEpoch(int(copy.stat().st_mtime))
    return QLocale().toString(made, QLocale.FormatType.ShortFormat)

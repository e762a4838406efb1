"""What goes wrong while the window is open: sentences about the disk, and one report for the rest."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from supportdesk_gui.storage.errors import (
    DatabaseDamaged,
    DatabaseLocked,
    DatabaseMoved,
    DiskFull,
    FolderReadOnly,
    StorageError,
    typed,
)
from supportdesk_gui.text.redaction import redacted
from supportdesk_gui.ui.secrets_in_use import secrets_in_use
from supportdesk_gui.ui.storage_words import (
    leaving_words,
    newest_copy,
    not_kept_words,
    storage_words,
)

if TYPE_CHECKING:
    import asyncio

    from supportdesk_gui.ui.program_parts import ProgramParts

_log = logging.getLogger("supportdesk")


class Faults(QObject):
    """Made once; what it says stands in the window's notice."""

    def __init__(self, parts: ProgramParts) -> None:
        super().__init__(parts)
        self._parts = parts
        self._folder, self._window, self._jobs = parts.folder, parts.window, parts.jobs
        self._sentences: dict[type[Exception], Callable[[], str]] = {}
        self._not_kept: Callable[[], str] = str
        self._not_saved: Callable[[], str] = str
        self._question: Callable[[], str] = str
        self._copy_wanted: Path | None = None

    def report(self, loop: asyncio.AbstractEventLoop) -> None:
        """All ways in which an unforeseen fault can surface lead to the same report."""
        sys.excepthook = lambda kind, error, trace: self._fault(error)
        loop.set_exception_handler(lambda _loop, context: self._loop_fault(context))
        self._jobs.job_failed.connect(lambda _job, error: self._job_fault(error))

    def show_bug(self, error: BaseException) -> None:
        """A fault of the program's own: into the log, and one dialog."""
        from supportdesk_gui.ui.bug_dialog import BugDialog

        found = "".join(traceback.format_exception(error))
        details = redacted(found, secrets_in_use(self._parts))
        _log.error("%s", details)
        if isinstance(error, KeyboardInterrupt):
            self._window.close()
            return
        dialog = BugDialog(details, str(self._folder.log), self._window)
        dialog.open()

    def say_storage(self, error: Exception) -> bool:
        """Say what could not be kept, with the copy where there is one; False for other faults."""
        if not isinstance(error, StorageError):
            return False
        text = self._sentence(error)
        copy = newest_copy(self._folder) if isinstance(error, DatabaseDamaged) else None
        way_out = (lambda: self.tr("Close and use the copy")) if copy else ""
        self._window.notice.show_notice("broken", text, way_out, lambda: self._use(copy))
        return True

    def look_at_place(self) -> None:
        """Somebody opens the program once more: where the data folder is gone from its place, that
        is why the window stands there and not an empty desk."""
        if not self._folder.root.exists():
            self.say_storage(DatabaseMoved(str(self._folder.root)))

    def say_not_kept(self, error: Exception | None) -> None:
        """Typed text does not come to the disk; None while nobody knows why."""
        if error is None and self._keeps_busy():
            return  # some seconds that we know of; it lies beside the database meanwhile
        self._window.notice.withdraw(self._not_kept)  # it may have another reason now
        if error is None or isinstance(error, DatabaseLocked):
            self._not_kept = partial(not_kept_words, error, self._folder)
        else:
            self._not_kept = self._sentence(error)
        self._window.notice.show_notice("broken", self._not_kept)

    def _keeps_busy(self) -> bool:
        """Whether text waits for a work of the program's own, a change of many tickets for one."""
        changes = self._jobs.running("change")
        return self._parts.database.is_rewriting or any(job.title for job in changes)

    def ask_to_leave(
        self, error: Exception | None, go: Callable[[], object], stay: Callable[[], object]
    ) -> None:
        """The window was closed while typed text is not on disk: what is so, and the way out."""
        self._question = partial(leaving_words, error, self._folder)
        self._window.notice.ask(
            self._question,
            [(lambda: self.tr("Close without saving"), go), (lambda: self.tr("Stay"), stay)],
            kind="closing",
        )

    def say_kept(self) -> None:
        """It is on the disk now."""
        for words in (self._not_kept, self._question):
            self._window.notice.withdraw(words)
        self._not_kept = self._question = str

    def say_not_saved(self, error: OSError) -> None:
        """The settings do not come to the disk; what everything else says of it is said once."""
        found = typed(error)
        self._not_saved = self._settings_words
        if isinstance(found, DiskFull | FolderReadOnly):
            self._not_saved = self._sentence(found)
        self._window.notice.show_notice("broken", self._not_saved)

    def say_saved(self) -> None:
        """The settings are on the disk now."""
        if self._not_saved is not self._not_kept:
            self._window.notice.withdraw(self._not_saved)

    def _settings_words(self) -> str:
        return self.tr("The settings could not be saved. Check the data folder and the disk.")

    def _sentence(self, error: Exception) -> Callable[[], str]:
        """One for each kind of fault, whoever meets it, so that it can be withdrawn."""
        words = partial(storage_words, error, self._folder)
        return self._sentences.setdefault(type(error), words)

    def put_back_copy(self) -> None:
        """Where the agent asked for it: the copy in the place of the database, which is closed."""
        if self._copy_wanted is None:
            return
        from supportdesk_gui.storage.backup import put_back

        try:
            put_back(self._copy_wanted, self._folder.desk_database)
        except StorageError as error:  # the damage is said again at the next start
            _log.error("the copy could not be used: %s", error)

    def _use(self, copy: Path | None) -> None:
        """Put the copy in the database's place as soon as that is closed."""
        self._copy_wanted = copy
        self._window.close()

    def _fault(self, error: BaseException) -> None:
        """What went wrong in the window itself."""
        if isinstance(error, Exception):
            self._job_fault(error)
        else:
            self.show_bug(error)

    def _job_fault(self, error: Exception) -> None:
        if not self.say_storage(error):
            self.show_bug(error)

    def _loop_fault(self, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, BaseException):
            self._fault(error)
        else:
            _log.error("loop: %s", context.get("message"))

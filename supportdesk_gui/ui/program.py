"""The running program: the window with its pages, the stores, the engine, and their end."""

from __future__ import annotations

import logging
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from supportdesk_gui.storage.errors import DatabaseDamaged, StorageError
from supportdesk_gui.ui.garbage import GarbageOnThisThread
from supportdesk_gui.ui.program_parts import ProgramParts

if TYPE_CHECKING:
    import asyncio

    from supportdesk_gui.policies.document import Passage
    from supportdesk_gui.storage.data_folder import DataFolder
    from supportdesk_gui.ui.main_window import MainWindow
    from supportdesk_gui.ui.on_view import OnView
    from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
    from supportdesk_gui.ui.theme import Theme

_log = logging.getLogger("supportdesk")
_QUEUE_EVERY_MS = 400


class Program(ProgramParts):
    """Built once by app.py; `live` runs it until the window is closed."""

    def __init__(
        self, folder: DataFolder, settings: SettingsKeeper, theme: Theme, window: MainWindow
    ) -> None:
        super().__init__(folder, settings, theme, window)
        GarbageOnThisThread(self)
        self._closed: asyncio.Event | None = None
        self._is_complete = False
        self._not_kept = ""
        self.carried: OnView | None = None
        """What was on view before the pages were built again."""
        self._copy_wanted: Path | None = None
        self._show_first_page()

    # -- life --------------------------------------------------------------------------------

    async def live(
        self, files: Sequence[str], guest: Callable[[], Awaitable[int]] | None = None
    ) -> int:
        """Start the policy worker, read the files given at the start, and wait for the end.

        `guest` drives the window by itself (the tour) and closes it; its exit code is ours.
        """
        import asyncio

        self.complete()
        self._closed = asyncio.Event()
        loop = asyncio.get_running_loop()
        _use_threads(loop)
        self.jobs.attach(loop)
        self._warm_up(loop)
        self.engine.choose()
        code = 0
        try:
            self.keys.look()
            await self.index.start()
            if await self.jobs.wrapped(self.tickets.drop_unfinished_imports()):
                self._show_what_is_left()
            self.jobs.start(self._follow_policies(), name="policy changes")
            self.policies.refresh()
            self.intake.take([Path(name) for name in files])
            self.intake.triage()
            self.jobs.start(self._check_database(), "database check", on_failure=self._say_storage)
            if guest is not None:
                code = await guest()
                self.window.close()
            if self.window.was_closed:  # before anybody listened
                self._closed.set()
            await self._closed.wait()
        finally:
            await self._shut_down()
        return code

    def report_bugs(self, loop: asyncio.AbstractEventLoop) -> None:
        """Both ways in which an unforeseen fault can surface lead to the same report."""
        sys.excepthook = lambda kind, error, trace: self._fault(error)
        loop.set_exception_handler(lambda _loop, context: self._loop_fault(context))
        self.jobs.job_failed.connect(lambda _job, error: self._job_fault(error))

    def show_bug(self, error: BaseException) -> None:
        """A fault of the program's own: into the log, and one dialog."""
        import traceback

        from supportdesk_gui.ui.bug_dialog import BugDialog

        details = "".join(traceback.format_exception(error))
        _log.error("%s", details)
        if isinstance(error, KeyboardInterrupt):
            self.window.close()
            return
        dialog = BugDialog(details, str(self.folder.log), self.window)
        dialog.open()

    def take_over(self, files: list[str]) -> None:
        """Another start hands its files to this window."""
        self.window.bring_to_front()
        self.intake.take([Path(name) for name in files])

    # -- building ----------------------------------------------------------------------------

    def _show_first_page(self) -> None:
        """Only what the first picture needs: imports and pages cost more than the picture."""
        if self.has_tickets():
            self.window.add_page("inbox", self.inbox)
            self.inbox.load()
            self.window.show_page("inbox")
        else:
            self.window.add_page("welcome", self.welcome)
            self.window.show_page("welcome")

    def complete(self) -> None:
        """Make the rest, behind the first picture. Raises StorageError's kinds."""
        if self._is_complete:
            return
        self._is_complete = True
        from supportdesk_gui.ui.engine_wiring import EngineWiring

        self._queue_timer = QTimer(self)
        self._queue_timer.setSingleShot(True)
        self._queue_timer.setInterval(_QUEUE_EVERY_MS)
        self._queue_timer.timeout.connect(self._show_queue)
        self._rebuild_timer = QTimer(self)
        self._rebuild_timer.setSingleShot(True)
        self._rebuild_timer.timeout.connect(self._rebuild)
        self._wiring = EngineWiring(self)
        self.complete_pages()
        self._connect_work()
        if self.settings.was_damaged:
            text = self.tr("The settings file was damaged and put aside; the defaults serve.")
            self.window.notice.show_notice("look", text)

    def complete_pages(self) -> None:
        """Make the pages that are not there yet, and connect all of them."""
        for name, page in (
            ("inbox", self.inbox),
            ("policies", self.policies),
            ("settings", self.settings_page),
            ("welcome", self.welcome),
        ):
            if not self.window.has_page(name):
                self.window.add_page(name, page)
        self._connect_pages()
        self._wiring.connect_pages()
        self._connect_actions()
        if not self.tickets.is_empty():
            self._show_queue()

    def _connect_work(self) -> None:
        """What goes on whatever the pages are."""
        self.window.closing.connect(self._close)
        self.window.files_dropped.connect(self._dropped)
        self.window.virtual_files_dropped.connect(self._explain_virtual_files)
        self.settings.not_saved.connect(lambda _: self._say_not_saved())
        self.settings.changed.connect(self._follow_settings)
        self.intake.stored.connect(self._tickets_came)
        self.intake.said.connect(self._say)
        self.keeping.delayed.connect(self._say_not_kept)
        self.keeping.caught_up.connect(self._say_kept)
        self.jobs.job_finished.connect(lambda _: self._queue_timer.start())
        self.theme.changed.connect(self._repaint)

    def _connect_pages(self) -> None:
        self.welcome.files_wanted.connect(self._choose_tickets)
        self.welcome.paste_wanted.connect(self._paste)
        self.welcome.sample_shop_wanted.connect(self._open_sample_shop)
        self.welcome.key_wanted.connect(self._add_key)
        self.welcome.language_chosen.connect(self._choose_language)
        self.settings_page.theme_chosen.connect(self._choose_theme)
        self.policies.files_wanted.connect(self._choose_policies)
        self.policies.folder_wanted.connect(self._choose_policy_folder)
        self.policies.passage_chosen.connect(self._open_passage)
        self.inbox.passage_opened.connect(self._open_passage)
        self.inbox.ticket.swap_wanted.connect(self.intake.swap_roles)

    def _connect_actions(self) -> None:
        act = self.window.actions_table.action
        act("open").triggered.connect(self._choose_files)
        act("paste").triggered.connect(self._paste)
        act("sample_shop").triggered.connect(self._open_sample_shop)
        act("triage").triggered.connect(self.intake.triage)
        act("undo_import").triggered.connect(self.intake.undo_last)
        act("toggle_theme").triggered.connect(
            lambda: self._choose_theme("light" if self.theme.is_dark else "dark")
        )
        act("keep_on_top").triggered.connect(
            lambda: self.settings.update(keep_on_top=not self.settings.value.keep_on_top)
        )

    # -- what happens ------------------------------------------------------------------------

    def _tickets_came(self, first: bool) -> None:
        if first:
            self.inbox.load()
            self.window.show_page("inbox")
        else:
            self.inbox.refresh()
        self._queue_timer.start()

    def _open_sample_shop(self) -> None:
        from supportdesk_gui.tickets.sample_shop import sample_policies

        self.intake.take_sample_shop()
        self.policies.add_files(sample_policies())

    def _dropped(self, paths: list[Path]) -> None:
        if self.window.page == "policies":
            self.policies.add_files(paths)
        else:
            self.intake.take(paths)

    def _explain_virtual_files(self) -> None:
        text = self.tr(
            "Mails dragged out of Outlook are not files. Save them as .eml first, then drop those."
        )
        self.window.notice.show_notice("look", text)

    def _choose_files(self) -> None:
        if self.window.page == "policies":
            self._choose_policies()
        else:
            self._choose_tickets()

    def _choose_tickets(self) -> None:
        title = self.tr("Open a ticket export")
        self._ask_for_files(title, "(*.csv *.tsv *.txt *.json *.jsonl *.ndjson)", self.intake.take)

    def _choose_policies(self) -> None:
        title = self.tr("Add policies")
        self._ask_for_files(
            title,
            "(*.md *.markdown *.txt *.html *.htm *.pdf *.docx *.xlsx *.xlsm *.csv *.tsv *.json *.jsonl)",
            self.policies.add_files,
        )

    def _choose_policy_folder(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self.window, self.tr("Add a folder of policies"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.policies.add_files([Path(name)]))
        dialog.open()

    def _ask_for_files(self, title: str, kinds: str, then: Callable[[list[Path]], object]) -> None:
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self.window, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        files = self.tr("Files")
        dialog.setNameFilters([f"{files} {kinds}", self.tr("All files") + " (*)"])
        dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
        dialog.open()

    def _paste(self) -> None:
        data = QGuiApplication.clipboard().mimeData()
        if data.hasUrls() and any(url.isLocalFile() for url in data.urls()):
            self._dropped([Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()])
        else:
            self.intake.paste(data.html() if data.hasHtml() else "", data.text())

    def _add_key(self) -> None:
        self.window.show_page("settings")
        self.settings_page.show_engine()

    def _choose_language(self, code: str) -> None:
        self.settings.update(ui_language=code)

    def _follow_settings(self, changed: set[str]) -> None:
        if {"ui_language", "scale"} & changed:
            # Later: whoever was asked for it (a drop-down) is one of those that are rebuilt.
            self._rebuild_timer.start(0)

    def _rebuild(self) -> None:
        """Build everything on view again, in the language and the size that are set now."""
        from supportdesk_gui.ui.rebuilding import rebuild

        rebuild(self)

    async def _follow_policies(self) -> None:
        """Show changes of the index as they come, for as long as the window lives."""
        from contextlib import aclosing

        async with aclosing(self.index.changes()) as changes:
            async for change in changes:
                self.policies.show_change(change)

    def _choose_theme(self, name: str) -> None:
        self.settings.update(theme=name)
        self.theme.set_theme(name)

    def _open_passage(self, passage: Passage) -> None:
        from supportdesk_gui.ui.policies.passage_dialog import PassageDialog

        named = [file for file in self.index.files() if passage.file in {file.name, file.path}]
        texts = [self.index.document_text(file.id) for file in named]
        fitting = [text for text in texts if text[passage.start : passage.end] == passage.text]
        dialog = PassageDialog(passage, fitting[0] if fitting else "", self.theme, self.window)
        dialog.open()

    def _show_what_is_left(self) -> None:
        """An import that a crash cut off was taken back."""
        if self.tickets.is_empty():
            self.window.show_page("welcome")
        else:
            self.inbox.refresh()

    def _show_queue(self) -> None:
        from supportdesk_gui.tickets.query import Chip, TicketQuery

        self.window.status.show_queue(self.tickets.count(TicketQuery("", Chip.OPEN)))

    def _repaint(self) -> None:
        for widget in self.window.findChildren(QObject):
            if hasattr(widget, "viewport"):
                widget.viewport().update()
        self.window.update()

    def _say(self, kind: str, text: str, action: str, then: Callable[[], object] | None) -> None:
        self.window.notice.show_notice(kind, text, action, then)

    def _say_not_kept(self, error: Exception | None) -> None:
        from supportdesk_gui.ui.storage_words import not_kept_words

        self._not_kept = not_kept_words(error, self.folder)
        self.window.notice.show_notice("broken", self._not_kept)

    def _say_kept(self) -> None:
        if self.window.notice.text() == self._not_kept:
            self.window.notice.clear()

    def _say_not_saved(self) -> None:
        text = self.tr("The settings could not be saved. Check the data folder and the disk.")
        self.window.notice.show_notice("broken", text)

    def _fault(self, error: BaseException) -> None:
        """What went wrong in the window itself."""
        if isinstance(error, Exception):
            self._job_fault(error)
        else:
            self.show_bug(error)

    async def _check_database(self) -> None:
        """Damage that no reader has met yet is better known today than in a month."""
        await self.jobs.wrapped(self.database.verify())

    def _job_fault(self, error: Exception) -> None:
        if not self._say_storage(error):
            self.show_bug(error)

    def _say_storage(self, error: Exception) -> bool:
        """Say what could not be kept, with the copy where there is one; False for other faults."""
        if not isinstance(error, StorageError):
            return False
        from supportdesk_gui.ui.storage_words import newest_copy, storage_words

        text = storage_words(error, self.folder)
        copy = newest_copy(self.folder) if isinstance(error, DatabaseDamaged) else None
        way_out = self.tr("Close and use the copy") if copy else ""
        self.window.notice.show_notice("broken", text, way_out, lambda: self._use(copy))
        return True

    def _use(self, copy: Path | None) -> None:
        """Put the copy in the database's place as soon as that is closed."""
        self._copy_wanted = copy
        self.window.close()

    def _loop_fault(self, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, BaseException):
            self._fault(error)
        else:
            _log.error("loop: %s", context.get("message"))

    # -- the end -----------------------------------------------------------------------------

    def _close(self) -> None:
        self.inbox.save_now()
        if self._closed is not None:
            self._closed.set()

    async def _shut_down(self) -> None:
        self.jobs.job_finished.disconnect()
        self._queue_timer.stop()
        self._rebuild_timer.stop()
        self.keeping.stop()
        self.inbox.list.stop()
        await self.jobs.aclose()
        await self.engine.aclose()
        self.keys.close()
        await self.index.aclose()
        self.close_stores()
        if self._copy_wanted is not None:
            self._put_back(self._copy_wanted)
        self.window.let_close()

    def _put_back(self, copy: Path) -> None:
        from supportdesk_gui.storage.backup import put_back

        try:
            put_back(copy, self.folder.desk_database)
        except StorageError as error:  # the damage is said again at the next start
            _log.error("the copy could not be used: %s", error)

    def _warm_up(self, loop: asyncio.AbstractEventLoop) -> None:
        """Load the language model in a thread, so that the first draft does not wait for it."""
        from supportdesk_gui.text.languages import detect_language

        loop.run_in_executor(None, detect_language, "warm up")


def _use_threads(loop: asyncio.AbstractEventLoop) -> None:
    """qasync leaves the default executor to us."""
    from concurrent.futures import ThreadPoolExecutor

    loop.set_default_executor(ThreadPoolExecutor(4, thread_name_prefix="desk"))

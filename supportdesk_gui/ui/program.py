"""The running program: the window with its pages, the stores, the engine, and their end."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from supportdesk_gui.storage.data_folder import DataFolder
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.errors import StorageError
from supportdesk_gui.storage.migrations import DESK_LAYOUTS
from supportdesk_gui.ui.components.buttons import show_keys
from supportdesk_gui.ui.garbage import GarbageOnThisThread
from supportdesk_gui.ui.jobs import Jobs
from supportdesk_gui.ui.main_window import MainWindow
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme

if TYPE_CHECKING:
    import asyncio

    from supportdesk_gui.assist.drafts import DraftStore
    from supportdesk_gui.assist.offline import OfflineEngine
    from supportdesk_gui.policies.client import PolicyIndex
    from supportdesk_gui.policies.document import Passage
    from supportdesk_gui.tickets.store import TicketStore
    from supportdesk_gui.ui.inbox.inbox_page import InboxPage
    from supportdesk_gui.ui.inbox.intake import Intake
    from supportdesk_gui.ui.policies.policies_page import PoliciesPage
    from supportdesk_gui.ui.settings.settings_page import SettingsPage
    from supportdesk_gui.ui.welcome.welcome_page import WelcomePage

_log = logging.getLogger("supportdesk")
_QUEUE_EVERY_MS = 400


class Program(QObject):
    """Built once by app.py; `live` runs it until the window is closed.

    The page that is seen first is built at once, everything else by `complete` after the first
    picture: what is not seen must not delay what is.
    """

    tickets: TicketStore
    drafts: DraftStore
    engine: OfflineEngine
    index: PolicyIndex
    inbox: InboxPage
    intake: Intake
    policies: PoliciesPage
    settings_page: SettingsPage
    welcome: WelcomePage

    def __init__(self, folder: DataFolder, settings: SettingsKeeper, theme: Theme) -> None:
        super().__init__()
        GarbageOnThisThread(self)
        self.folder, self.settings, self.theme = folder, settings, theme
        self.database = Database(folder.desk_database, DESK_LAYOUTS, folder.backups)
        self.jobs = Jobs()
        show_keys(settings.value.show_keys)
        self.window = MainWindow(self.jobs, settings, theme)
        self._closed: asyncio.Event | None = None
        self._is_complete = False
        if not self.database.reader.execute("SELECT 1 FROM tickets LIMIT 1").fetchone():
            self._add_welcome()
            self.window.show_page("welcome")
        else:
            self._add_inbox()
            self.inbox.load()
            self.window.show_page("inbox")

    def complete(self) -> None:
        """Build the other pages and connect them all; once."""
        if self._is_complete:
            return
        self._is_complete = True
        if hasattr(self, "inbox"):
            self._add_welcome()
        else:
            self._add_inbox()
        self._add_other_pages()
        self._connect_pages()
        self._connect_actions()
        self._show_queue()

    # -- life --------------------------------------------------------------------------------

    async def live(
        self, files: Sequence[str], guest: Callable[[], Awaitable[int]] | None = None
    ) -> int:
        """Start the policy worker, read the files given at the start, and wait for the end.

        `guest` drives the window by itself (the tour) and closes it; its exit code is ours.
        """
        import asyncio

        self._closed = asyncio.Event()
        self.complete()
        loop = asyncio.get_running_loop()
        _use_threads(loop)
        self.jobs.attach(loop)
        self._warm_up(loop)
        code = 0
        try:
            await self.index.start()
            if await self.jobs.wrapped(self.tickets.drop_unfinished_imports()):
                self._show_what_is_left()
            self.jobs.start(self.policies.follow(), name="policy changes")
            self.policies.refresh()
            self.intake.take([Path(name) for name in files])
            self.intake.triage()
            if guest is not None:
                code = await guest()
                self.window.close()
            await self._closed.wait()
        finally:
            await self._shut_down()
        return code

    def report_bugs(self, loop: asyncio.AbstractEventLoop) -> None:
        """Both ways in which an unforeseen fault can surface lead to the same report."""
        sys.excepthook = lambda kind, error, trace: self.show_bug(error)
        loop.set_exception_handler(lambda _loop, context: self._loop_fault(context))
        self.jobs.job_failed.connect(lambda _job, error: self._job_fault(error))

    def show_bug(self, error: BaseException) -> None:
        """A fault of the program's own: into the log, and one dialog."""
        details = "".join(traceback.format_exception(error))
        _log.error("%s", details)
        if isinstance(error, KeyboardInterrupt):
            self.window.close()
            return
        from supportdesk_gui.ui.bug_dialog import BugDialog

        dialog = BugDialog(details, str(self.folder.log), self.window)
        dialog.open()

    def take_over(self, files: list[str]) -> None:
        """Another start hands its files to this window."""
        self.window.bring_to_front()
        self.intake.take([Path(name) for name in files])

    def close_stores(self) -> None:
        """Finish what was submitted and close the database."""
        self.settings.save_now()
        self.database.close()

    # -- building ----------------------------------------------------------------------------

    def _add_welcome(self) -> None:
        from supportdesk_gui.ui.welcome.welcome_page import WelcomePage

        self.welcome = WelcomePage(self.theme)
        self.window.add_page("welcome", self.welcome)

    def _add_inbox(self) -> None:
        from supportdesk_gui.assist.drafts import DraftStore
        from supportdesk_gui.assist.offline import OfflineEngine
        from supportdesk_gui.policies.client import PolicyIndex
        from supportdesk_gui.tickets.store import TicketStore
        from supportdesk_gui.ui.inbox.desk import Desk
        from supportdesk_gui.ui.inbox.inbox_page import InboxPage

        self.tickets = TicketStore(self.database)
        self.drafts = DraftStore(self.database)
        self.drafts.stop_unfinished().result()
        self.index = PolicyIndex(self.folder)
        self.engine = OfflineEngine(self.index)
        actions = self.window.actions_table
        desk = Desk(
            self.tickets, self.drafts, self.engine, self.jobs, actions, self.theme, self.settings
        )
        self.inbox = InboxPage(desk)
        self.window.add_page("inbox", self.inbox)

    def _add_other_pages(self) -> None:
        from supportdesk_gui.ui.inbox.intake import Intake
        from supportdesk_gui.ui.policies.policies_page import PoliciesPage
        from supportdesk_gui.ui.settings.settings_page import SettingsPage

        self.policies = PoliciesPage(self.index, self.jobs, self.settings, self.theme)
        self.settings_page = SettingsPage(self.settings, self.folder, self.theme)
        self.intake = Intake(self.tickets, self.engine, self.jobs, self.inbox, self)
        self.window.add_page("policies", self.policies)
        self.window.add_page("settings", self.settings_page)
        self.window.status.show_engine(self.tr("Offline: no key yet"))
        self._queue_timer = QTimer(self)
        self._queue_timer.setSingleShot(True)
        self._queue_timer.setInterval(_QUEUE_EVERY_MS)
        self._queue_timer.timeout.connect(self._show_queue)

    def _connect_pages(self) -> None:
        self.window.closing.connect(self._close)
        self.window.files_dropped.connect(self._dropped)
        self.window.virtual_files_dropped.connect(self._explain_virtual_files)
        self.welcome.files_wanted.connect(self._choose_tickets)
        self.welcome.paste_wanted.connect(self._paste)
        self.welcome.sample_shop_wanted.connect(self._open_sample_shop)
        self.welcome.key_wanted.connect(self._add_key)
        self.welcome.language_chosen.connect(self._choose_language)
        self.settings_page.language_chosen.connect(self._choose_language)
        self.settings_page.theme_chosen.connect(self._choose_theme)
        self.settings.not_saved.connect(lambda _: self._say_not_saved())
        self.policies.files_wanted.connect(self._choose_policies)
        self.policies.folder_wanted.connect(self._choose_policy_folder)
        self.policies.passage_chosen.connect(self._open_passage)
        self.inbox.passage_opened.connect(self._open_passage)
        self.inbox.reply.not_kept.connect(self._job_fault)
        self.intake.stored.connect(self._tickets_came)
        self.intake.said.connect(self.window.notice.show_notice)
        self.jobs.job_finished.connect(lambda _: self._queue_timer.start())
        self.theme.changed.connect(self._repaint)

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
        if self.settings.was_damaged:
            text = self.tr("The settings file was damaged and put aside; the defaults serve.")
            self.window.notice.show_notice("look", text)

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
            title, "(*.md *.markdown *.txt *.html *.htm *.pdf)", self.policies.add_files
        )

    def _choose_policy_folder(self) -> None:
        dialog = QFileDialog(self.window, self.tr("Add a folder of policies"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.policies.add_files([Path(name)]))
        dialog.open()

    def _ask_for_files(self, title: str, kinds: str, then: Callable[[list[Path]], object]) -> None:
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
        from PySide6.QtWidgets import QApplication

        from supportdesk_gui.app import install_translators

        self.settings.update(ui_language=code)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            install_translators(app, code)
        text = self.tr("The window speaks this language when the program starts next.")
        self.window.notice.show_notice("note", text)

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

    def _say_not_saved(self) -> None:
        text = self.tr("The settings could not be saved. Check the data folder and the disk.")
        self.window.notice.show_notice("broken", text)

    def _job_fault(self, error: Exception) -> None:
        if isinstance(error, StorageError):
            from supportdesk_gui.ui.storage_words import storage_words

            text = storage_words(error, self.folder.root)
            self.window.notice.show_notice("broken", text)
        else:
            self.show_bug(error)

    def _loop_fault(self, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, BaseException):
            self.show_bug(error)
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
        self.inbox.list.stop()
        await self.jobs.aclose()
        await self.index.aclose()
        self.close_stores()
        self.window.let_close()

    def _warm_up(self, loop: asyncio.AbstractEventLoop) -> None:
        """Load the language model in a thread, so that the first draft does not wait for it."""
        from supportdesk_gui.text.languages import detect_language

        loop.run_in_executor(None, detect_language, "warm up")


def _use_threads(loop: asyncio.AbstractEventLoop) -> None:
    """qasync leaves the default executor to us."""
    from concurrent.futures import ThreadPoolExecutor

    loop.set_default_executor(ThreadPoolExecutor(4, thread_name_prefix="desk"))

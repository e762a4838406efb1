"""The running program: the window with its pages, the stores, the engine, and their end."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from supportdesk_gui.ui.garbage import GarbageOnThisThread
from supportdesk_gui.ui.page_names import PAGES, WHEN_SHOWN
from supportdesk_gui.ui.program_parts import ProgramParts

if TYPE_CHECKING:
    import asyncio

    from supportdesk_gui.policies.document import Passage
    from supportdesk_gui.storage.data_folder import DataFolder
    from supportdesk_gui.tickets.imports import CutOff
    from supportdesk_gui.ui.inbox.importing import Drop
    from supportdesk_gui.ui.on_view import OnView
    from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
    from supportdesk_gui.ui.theme import Theme

_SWITCH_SECONDS = 0.0005
_LASTING = "policy changes"
"""The job that goes on as long as the program."""


class Program(ProgramParts):
    """Built once by app.py; `live` runs it until the window is closed."""

    def __init__(self, folder: DataFolder, settings: SettingsKeeper, theme: Theme) -> None:
        super().__init__(folder, settings, theme)
        jobs = self.jobs
        GarbageOnThisThread(lambda: any(job.name != _LASTING for job in jobs.running()), self)
        self._closed: asyncio.Event | None = None
        self._is_complete = False
        self._loses_text = self._is_over = self.opens_again = False
        self.late_files: tuple[str, ...] = ()
        """What came while the window closed, which `opens_again` for it."""
        self.window.closing.connect(self._close)
        self.carried: OnView | None = None
        """What was on view before the pages were built again."""
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
            self.index_in_use.look()
            # Before the worker is there: what it says of its start is not said again.
            self.jobs.start(self._follow_policies(), name=_LASTING)
            await self.index.start()
            self.policies.refresh()
            self.policies.add_waiting()
            self._look_after_imports()
            self.intake.take([Path(name) for name in files])
            self.tag_runs.go_on()
            self.jobs.start(
                self._check_database(), "database check", on_failure=self.faults.say_storage
            )
            self._look_after_data()
            if guest is not None:
                code = await guest()
                self.window.close()
            if self.window.was_closed:  # before anybody listened
                self._close()
            await self._closed.wait()
        finally:
            await self._shut_down()
        return code

    def hide_key(self) -> None:
        """Take the key out of the environment, before any process is started."""
        self.keys  # noqa: B018 (making it is what does it)

    def take_over(self, files: list[str]) -> None:
        """Another start hands its files to this window; while it closes, to the next one."""
        if self._is_over:
            self.late_files, self.opens_again = (*self.late_files, *files), True
            return
        self.window.bring_to_front()
        self.faults.look_at_place()
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

    def furnish_inbox(self) -> None:
        """The reply beside ticket and list. Raises StorageError's kinds."""
        if not self.inbox.is_furnished:
            self.inbox.furnish(self.desk)

    def complete(self) -> None:
        """Make the rest, behind the first picture. Raises StorageError's kinds."""
        if self._is_complete:
            return
        self._is_complete = True
        from supportdesk_gui.ui.engine_wiring import EngineWiring
        from supportdesk_gui.ui.privacy_wiring import PrivacyWiring

        self._rebuild_timer = QTimer(self)
        self._rebuild_timer.setSingleShot(True)
        self._rebuild_timer.timeout.connect(self._rebuild)
        self._wiring = EngineWiring(self)
        self._privacy = PrivacyWiring(self)
        self.complete_pages()
        self._connect_work()
        if self.settings.was_damaged:
            self.window.notice.show_notice(
                "look",
                lambda: self.tr("The settings file was damaged and put aside; the defaults serve."),
            )

    def complete_pages(self) -> None:
        """Make the pages that are not there yet, and connect all of them."""
        from supportdesk_gui.ui.action_wiring import connect_actions

        self.furnish_inbox()
        for name, part in PAGES.items():
            if name in WHEN_SHOWN:
                self.window.add_page_when_shown(name, partial(getattr, self, part))
            elif not self.window.has_page(name):
                self.window.add_page(name, getattr(self, part))
        self._connect_pages()
        self._wiring.connect_pages()
        self._privacy.connect_pages()
        self.reviewing.connect_page()
        connect_actions(self)

    def _connect_work(self) -> None:
        """What goes on whatever the pages are."""
        self.window.files_dropped.connect(self.files.take_dropped)
        self.window.virtual_files_dropped.connect(self.files.explain_virtual_files)
        self.window.page_made.connect(self._connect_made)
        self.settings.not_saved.connect(self.faults.say_not_saved)
        self.settings.saved.connect(self.faults.say_saved)
        self.settings.changed.connect(self._follow_settings)
        self.intake.stored.connect(self._tickets_came)
        self.intake.importing.asked.connect(self._take_to_doctor)
        self.intake.undo_wanted.connect(lambda: self.window.actions_table.action("undo").trigger())
        self.intake.said.connect(lambda *said: self.window.notice.show_notice(*said))
        self.intake.withdrawn.connect(lambda words: self.window.notice.withdraw(words))
        self.keeping.delayed.connect(self.faults.say_not_kept)
        self.keeping.caught_up.connect(self.faults.say_kept)
        self.leaving.delayed.connect(self._ask_to_leave)
        self.leaving.left.connect(self._leave)
        # What was said of the place before is no longer so.
        self.index_in_use.chosen.connect(lambda: self.policies.notice.clear())

    def _connect_pages(self) -> None:
        self.welcome.files_wanted.connect(self.files.choose_tickets)
        self.welcome.paste_wanted.connect(self.files.paste)
        self.welcome.sample_shop_wanted.connect(self.open_sample_shop)
        self.welcome.key_wanted.connect(self._add_key)
        self.welcome.language_chosen.connect(lambda code: self.settings.update(ui_language=code))
        self.policies.files_wanted.connect(self.files.choose_policies)
        self.policies.folder_wanted.connect(self.files.choose_policy_folder)
        self.policies.passage_chosen.connect(self._open_passage)
        self.inbox.passage_opened.connect(self._open_passage)
        self.knowledge.passage_chosen.connect(self._open_passage)
        self.inbox.ticket.swap_wanted.connect(self.intake.swap_roles)

    def _connect_made(self, name: str) -> None:
        if name == "settings":
            self.settings_page.theme_chosen.connect(self.choose_theme)
            self.settings_page.restore_wanted.connect(self.restoring.ask)

    # -- what happens ------------------------------------------------------------------------

    def next_pane(self) -> None:
        """From pane to pane of the page on view."""
        page = self.window.pages.currentWidget()
        if page is not None and hasattr(page, "focus_next_pane"):
            page.focus_next_pane()
        else:
            self.window.focusNextPrevChild(True)

    def _tickets_came(self, first: bool) -> None:
        if self.inbox.current_ticket() is None:
            self.inbox.load()
        else:
            self.inbox.refresh(stay=True)
        if first:
            self.window.bring_page("inbox", self.inbox.columns)

    def _take_to_doctor(self, drop: Drop) -> None:
        if "doctor" not in vars(self):
            self.doctor.shown.connect(lambda: self.window.show_page("doctor"))
            self.doctor.emptied.connect(self._leave_doctor)
            self.doctor.import_wanted.connect(self.intake.read)
            self.doctor.remedy_wanted.connect(self._wiring.show_remedy)
        self.furnish_doctor()
        self.doctor.take(drop)

    def furnish_doctor(self) -> None:
        """The doctor's page, where it is not there yet."""
        if not self.window.has_page("doctor"):
            self.window.add_page("doctor", self.doctor_page)
            self.doctor_page.file_wanted.connect(self.files.choose_tickets)
            self.doctor.connect_page()

    def show_doctor(self) -> None:
        """The export that waits for an answer."""
        if "doctor" in vars(self) and self.doctor.current is not None:
            self.window.show_page("doctor")
        else:
            self.window.notice.show_notice("note", lambda: self.tr("No export waits for you."))

    def _leave_doctor(self) -> None:
        self.window.show_page("welcome" if self.tickets.is_empty() else "inbox")

    def open_sample_shop(self) -> None:
        """Bring the bundled tickets and policies."""
        from supportdesk_gui.tickets.sample_shop import sample_policies

        self.intake.take_sample_shop()
        self.policies.add_files(sample_policies())

    def _add_key(self) -> None:
        self.window.show_page("settings")
        self.settings_page.show_engine()

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

        from supportdesk_gui.policies.vector_choice import VectorState

        async with aclosing(self.index.changes()) as changes:
            async for change in changes:
                if isinstance(change, VectorState):
                    self.index_in_use.show_state()
                else:
                    self.policies.show_change(change)

    def choose_theme(self, name: str) -> None:
        """Light, dark or as the system, from now on."""
        self.settings.update(theme=name)
        self.theme.set_theme(name)

    def _open_passage(self, passage: Passage) -> None:
        from supportdesk_gui.ui.policies.passage_dialog import PassageDialog

        dialog = PassageDialog(*self.index.where_now(passage), self.theme, self.window)
        dialog.open()

    def _look_after_imports(self) -> None:
        if self.cut_off is not None:
            self.jobs.start(
                self._take_back(self.cut_off),
                "undo import",
                lambda: self.tr("Taking back an import that was cut off"),
                goes_through=True,
            )
        else:
            self.intake.triage()

    async def _take_back(self, cut_off: CutOff) -> None:
        """Imports that a crash cut off go; what is left is judged."""
        from supportdesk_gui.ui.inbox.taken_back_words import cut_off_words

        if await self.intake.importing.take_back_unfinished(self.faults.say_storage):
            kind = "look" if cut_off.was_read else "note"
            self.window.notice.show_notice(kind, partial(cut_off_words, cut_off))
            if self.tickets.is_empty():
                self.window.show_page("welcome")
            else:
                self.inbox.refresh()
        self.intake.triage()

    async def _check_database(self) -> None:
        """Damage that no reader has met yet is better known today than in a month."""
        await self.jobs.wrapped(self.database.verify())

    def _look_after_data(self) -> None:
        """Nobody else reads it, nobody who asked to be forgotten is in it, nothing is too old."""
        self.jobs.start(self.intake.importing.make_ready(), "unpacked")
        self.jobs.start(self._close_to_others(), "permissions")
        self.jobs.start(
            self.requesters.apply(), "forgotten", on_failure=self.requesters.say_unfinished
        )
        self.retaining.start()

    async def _close_to_others(self) -> None:
        """The data folder is the agent's alone, whatever it was before."""
        import asyncio

        from supportdesk_gui.storage.data_folder import close_to_others

        if still_open := await asyncio.to_thread(close_to_others, self.folder):
            place = still_open[0]
            self.window.notice.show_notice(
                "look",
                lambda: self.tr(
                    "Others on this computer can read {place}: its permissions could not be changed. Ask who looks after it."
                ).format(place=place),
            )

    # -- the end -----------------------------------------------------------------------------

    def _close(self) -> None:
        if self._closed is None:
            self.window.hide()  # `live` hears of it
            return
        self.leaving.begin()

    def _ask_to_leave(self, error: Exception | None) -> None:
        self.window.was_closed = False
        if self.window.isMinimized() or not self.window.isVisible():
            self.window.show()
            self.window.bring_to_front()
        self.faults.ask_to_leave(error, self.leaving.go, self._stay)

    def _stay(self) -> None:
        self.restoring.give_up()
        self.leaving.stay()

    def _leave(self, everything_kept: bool) -> None:
        self._loses_text, self._is_over = not everything_kept, True
        self.window.hide()
        if self._closed is not None:
            self._closed.set()

    async def _shut_down(self) -> None:
        self.jobs.job_finished.disconnect()
        self._rebuild_timer.stop()
        self.keeping.stop()
        await self.jobs.aclose()
        await self.engine.aclose()
        self.keys.close()
        if "doctor" in vars(self):
            self.doctor.close()
        self.index_in_use.close()
        await self.index.aclose()
        self.close_stores(finish=not self._loses_text)
        if self._loses_text or not self.drafts.has_unsaved_text():
            self.aside.clear()
        self.faults.put_back_copy()
        self.opens_again |= self.restoring.put_back()
        self.window.let_close()

    def _warm_up(self, loop: asyncio.AbstractEventLoop) -> None:
        """Load the language model and the signs of Chinese in a thread, so that nobody waits for them."""
        from supportdesk_gui.text import languages, tokens

        loop.run_in_executor(None, languages.detect_language, "warm up")
        loop.run_in_executor(None, tokens.to_simplified, "們")


def _use_threads(loop: asyncio.AbstractEventLoop) -> None:
    """qasync leaves the default executor to us. A thread that reckons gives Python's turn back
    after a fifth of a millisecond: the window lets go of it at each call into Qt or SQLite, and
    would wait 5 ms for it each time.
    """
    sys.setswitchinterval(_SWITCH_SECONDS)
    from concurrent.futures import ThreadPoolExecutor

    loop.set_default_executor(ThreadPoolExecutor(4, thread_name_prefix="desk"))

"""`python -m tests.ui.key_guide HOME`: the whole program, led through everything a key is for.

The key comes by the environment, from the keyring, or as the first line of standard input. When
all is done it says READY, and leaves with the next line.
"""

from __future__ import annotations

import asyncio
import sqlite3
import sys
from contextlib import aclosing, closing
from typing import TYPE_CHECKING

from supportdesk_gui.quick_qt import prepare_qt

prepare_qt()  # as the program does before it imports Qt
# ruff: noqa: E402
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton

from supportdesk_gui.storage.backup import back_up
from supportdesk_gui.ui import tour
from supportdesk_gui.ui.bug_dialog import BugDialog
from supportdesk_gui.ui.tour import Guide

if TYPE_CHECKING:
    from supportdesk_gui.ui.program import Program


class KeyGuide(Guide):
    """Types or finds the key, triages, drafts, translates, tests, exports, and waits."""

    async def run(self) -> int:
        program = self.program
        await self.until(lambda: program.keys.looked, "the keyring")
        if not program.keys.key:
            program.keys.keep(await asyncio.to_thread(sys.stdin.readline))
        await self.until(lambda: program.engine.claude, "Claude")
        if program.keys.vault:
            await self.until(lambda: not program.keys.locked, "the keyring to take it")
        if program.tickets.is_empty():
            await self.open_sample_shop()
            await self.until(lambda: "tickets?" in self.window.notice.text(), "the question")
            buttons = self.window.notice.findChildren(QAbstractButton, "noticeAnswer2")
            next(one for one in buttons if one.isVisible()).click()
        await self.show_question()
        await self.draft()
        self.trigger("all_languages")
        await self.until(lambda: not self._filling(), "the languages")
        async with aclosing(program.engine.test()) as steps:
            async for _ in steps:
                pass
        program.window.show_page("settings")
        program.settings_page.show_engine()
        program.ledger.export(program.folder.root / "export.csv").result()
        program.settings.save_now()
        with closing(sqlite3.connect(program.folder.desk_database)) as connection:
            back_up(connection, "desk", 0, program.folder.backups)
        await self.until(lambda: program.keys.key, "the key, asked for anew")
        self._meet_a_fault()
        print("READY", program.keys.source, flush=True)
        await asyncio.to_thread(sys.stdin.readline)
        return 0

    def _meet_a_fault(self) -> None:
        """A fault whose text holds the key: neither log nor report may."""
        key = self.program.keys.key
        self.program.faults.show_bug(RuntimeError(f"refused {key}"))
        dialog = self.window.findChild(BugDialog)
        assert isinstance(dialog, BugDialog)
        dialog.findChild(QAbstractButton, "copyDetailsButton").click()  # type: ignore[union-attr]
        copied = QGuiApplication.clipboard().text()
        print("COPIED", copied)  # where this fails, nobody else says what came
        assert "RuntimeError: refused [secret]" in copied
        assert key not in copied
        dialog.accept()


def lead(program: Program, _options: object) -> object:
    """In place of the tour."""
    return KeyGuide(program, program.folder.root).lead


if __name__ == "__main__":
    from supportdesk_gui.app import run

    tour.guide = lead  # type: ignore[assignment]
    sys.exit(run(["--home", sys.argv[1], "--tour"]))

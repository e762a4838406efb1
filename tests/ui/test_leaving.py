"""The window is closed while what was typed cannot be saved: it says so, and loses nothing."""

from __future__ import annotations

import time
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from supportdesk_gui.storage.data_folder import open_data_folder
from supportdesk_gui.storage.errors import DatabaseLocked, DiskFull
from supportdesk_gui.ui.program import Program
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme
from tests.ui.holding import held, let_go, limit_pages, on_disk, type_slowly
from tests.ui.running import draft, running, trigger, until

pytestmark = pytest.mark.alone
_WORDS = "The last words."
_MOST_SECONDS = 0.05
_ASKED_WITHIN = 1.0
_KEPT_WITHIN = 1.0


async def test_the_window_closes_by_itself_once_the_database_is_let_go(
    sample_shop: Path, theme: Theme
) -> None:
    async with running(sample_shop, theme) as program:
        ticket = await _begin(program)
        async with held(program) as holder:
            await type_slowly(program, _WORDS)
            await _close(program, "Another program may hold the database")
            assert await type_slowly(program, " More.") < _MOST_SECONDS
            typed, kept = time.monotonic(), program.folder.unsaved  # should it be killed now
            await until(lambda: kept.exists() and "More." in kept.read_text("utf-8"), "the file")
            assert time.monotonic() - typed < _KEPT_WITHIN
            assert program.window.isVisible()
            assert on_disk(program, ticket) == []
            await let_go(holder)
            await until(lambda: not program.window.isVisible(), "the window to close by itself")
            assert on_disk(program, ticket) == [f"{_WORDS} More."]


async def test_closing_without_saving_loses_only_what_was_not_on_disk(
    sample_shop: Path, theme: Theme
) -> None:
    async with AsyncExitStack() as holding, running(sample_shop, theme) as program:
        ticket = await _begin(program)
        await type_slowly(program, "Kept.")
        await until(lambda: on_disk(program, ticket) == ["Kept."], "the first words on disk")
        # Held until the program has ended: let go before, the last words would be saved after all.
        await holding.enter_async_context(held(program))
        await type_slowly(program, _WORDS)
        await _close(program, "Another program may hold the database")
        _press(program, "Close without saving")
        assert not program.window.isVisible()
    assert on_disk(program, ticket) == ["Kept."]


async def test_a_window_that_stays_is_not_closed_when_all_is_saved(
    sample_shop: Path, theme: Theme
) -> None:
    async with running(sample_shop, theme) as program:
        ticket = await _begin(program)
        async with held(program) as holder:
            await type_slowly(program, _WORDS)
            await _close(program, "Another program may hold the database")
            _press(program, "Stay")
            await let_go(holder)
            await until(lambda: on_disk(program, ticket) == [_WORDS], "the words on disk")
            await until(lambda: program.window.notice.text() == "", "the notice to go")
            assert program.window.isVisible()


async def test_a_full_disk(sample_shop: Path, theme: Theme) -> None:
    async with running(sample_shop, theme, expected=DiskFull) as program:
        ticket = await _begin(program)
        await type_slowly(program, "Kept.")
        await until(lambda: on_disk(program, ticket) == ["Kept."], "the first words on disk")
        limit_pages(program.database, 1)
        program.inbox.reply.editor.insertPlainText("more words " * 4_000)
        text = program.inbox.reply.text()
        await _close(program, "The disk is full")
        limit_pages(program.database, 1_000_000)
        await until(lambda: not program.window.isVisible(), "the window to close by itself")
        assert on_disk(program, ticket) == [text]


async def test_a_draft_that_streams_in_is_kept_as_it_stood(sample_shop: Path, theme: Theme) -> None:
    async with running(sample_shop, theme, expected=DatabaseLocked) as program:
        ticket = await _begin(program)
        await draft(program)
        trigger(program, "draft_again")
        await until(lambda: program.inbox.writer.writing(ticket), "the second draft")
        await until(program.inbox.reply.text, "its first words")
        async with held(program) as holder:
            await _close(program, "Another program may hold the database")
            text = program.inbox.reply.text()
            await let_go(holder)
            await until(lambda: not program.window.isVisible(), "the window to close by itself")
        assert on_disk(program, ticket)[-1] == text


def test_no_timer_asks_stores_that_are_closed(
    tmp_path: Path, theme: Theme, settings: SettingsKeeper, qtbot: QtBot
) -> None:
    program = Program(open_data_folder(str(tmp_path)), settings, theme)
    program.complete()
    program.window.show()
    program.inbox.load()
    program.settings_page.spend.show()
    program.settings_page.spend.refresh()
    program.policies.search.field.setText("a question")
    timers = program.window.findChildren(QTimer) + program.findChildren(QTimer)
    assert sum(timer.isActive() for timer in timers) > 2
    program.close_stores()
    assert not [timer for timer in timers if timer.isActive()]
    qtbot.wait(300)  # longer than any of them; what fires into a closed store fails the test
    shiboken6.delete(program.window)


# -- how ---------------------------------------------------------------------------------------


async def _begin(program: Program) -> int:
    ticket = program.inbox.current_ticket()
    assert ticket is not None
    program.window.notice.clear()
    return ticket.id


async def _close(program: Program, said: str) -> None:
    """Close as the agent does; the window stays, and says why within a second."""
    started = time.monotonic()
    program.window.close()
    assert time.monotonic() - started < _MOST_SECONDS
    await until(lambda: _choice(program, "Close without saving"), "the question")
    assert time.monotonic() - started < _ASKED_WITHIN
    assert program.window.notice.text().startswith(said)
    assert program.window.isVisible()


def _choice(program: Program, words: str) -> list[QAbstractButton]:
    buttons = program.window.findChildren(QAbstractButton)
    return [one for one in buttons if one.text() == words and one.isVisible()]


def _press(program: Program, words: str) -> None:
    (button,) = _choice(program, words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

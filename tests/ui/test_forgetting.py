"""An agent forgets a requester in the window: asked once, and then no byte of them is kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from supportdesk_gui.storage.backup import back_up
from supportdesk_gui.storage.data_folder import DataFolder
from supportdesk_gui.ui.forget_dialog import ForgetDialog
from supportdesk_gui.ui.program import Program
from supportdesk_gui.ui.theme import Theme
from supportdesk_gui.ui.ticket.answered_rows import Answered
from supportdesk_gui.ui.tour import QUESTION
from tests.tickets.test_forgetting import places
from tests.ui.running import draft, running, trigger, until


# The offscreen platform says so of every menu.
@pytest.mark.qt_log_ignore("grabbing the keyboard|raise\\(\\)|propagateSizeHints")
async def test_a_requester_is_forgotten_from_the_menu_of_their_ticket(
    sample_shop: Path, theme: Theme
) -> None:
    folder = DataFolder(sample_shop)
    async with running(sample_shop, theme) as program:
        await until(lambda: not program.jobs.running("database check"), "the check")
        program.inbox.list.show_search(QUESTION)
        await until(program.inbox.current_ticket, "the ticket")
        ticket = program.inbox.current_ticket()
        assert ticket is not None
        await draft(program)
        editor = program.inbox.reply.editor
        editor.setPlainText(editor.toPlainText() + " Vorgangsnotizwort")
        trigger(program, "copy")
        with closing(sqlite3.connect(folder.desk_database)) as connection:
            back_up(connection, "desk", 9, folder.backups)
        words = (ticket.email, ticket.requester, "necesito dinero", "Vorgangsnotizwort")
        await until(lambda: all(places(folder, word) for word in words), "all of it on disk")
        dialog = await _asked(program)

        assert "Tickets: 1" in dialog.said.words
        assert "All of this in the backups, too: 2" in dialog.said.words
        _button(dialog, "forgetCancel").click()
        await until(lambda: not dialog.isVisible(), "the dialog to go")
        assert places(folder, ticket.email), "nothing goes without a yes"
        beside = program.inbox.work.answered.section
        dialog = await _asked(program)
        beside.show_found([Answered(ticket.id, "1", "necesito dinero", "es")])
        _button(dialog, "forgetAccept").click()
        await until(lambda: "Removed for good: 1 ticket" in program.window.notice.text(), "the end")
        assert {word: found for word in words if (found := places(folder, word))} == {}
        assert program.inbox.current_ticket() is None
        assert program.inbox.strip.isHidden()
        assert ticket.id not in [one.ticket_id for one in beside.found()], "nor beside another one"
        trigger(program, "sample_shop")
        await until(lambda: "left out" in program.window.notice.text(), "what was left out")
        assert not places(folder, ticket.email)
        await _take_in(program)
        await until(lambda: places(folder, ticket.email), "the customer")


async def _asked(program: Program) -> ForgetDialog:
    # Who asks again within the same turn of the loop is still being answered.
    await until(lambda: not program.jobs.running("look for a requester"), "the answer before")
    _button(program.inbox.ticket, "ticketMenuButton").click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    next(one for one in menu.actions() if one.text() == "Forget this requester").trigger()
    await until(lambda: _dialogs(program), "the dialog")
    return _dialogs(program)[0]


def _dialogs(program: Program) -> list[ForgetDialog]:
    return [one for one in program.window.findChildren(ForgetDialog) if one.isVisible()]


async def _take_in(program: Program) -> None:
    notice = program.window.notice
    _button(notice, "noticeAction").click()


def _button(parent: object, name: str) -> QAbstractButton:
    found = parent.findChildren(QAbstractButton, name)  # type: ignore[attr-defined]
    return next(one for one in found if one.isVisible())

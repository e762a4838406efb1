"""The keys of list, ticket and reply in the real window: open, mark, go, and act on what is marked."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from supportdesk_gui.tickets.ticket import Status
from supportdesk_gui.ui.keys_dialog import KeysDialog
from supportdesk_gui.ui.program import Program
from supportdesk_gui.ui.theme import Theme
from tests.ui.running import running, until

_KEY = Qt.Key
_HEADER = "Ticket ID,Subject,Description,Full name,Email,Status\n"


async def test_keys_go_from_the_list_to_the_ticket_to_the_reply(
    tmp_path: Path, theme: Theme
) -> None:
    async with running(tmp_path / "home", theme) as program:
        await _four_tickets(program, tmp_path)
        inbox = program.inbox
        _press(_KEY.Key_Return)
        assert _focus() is inbox.ticket.conversation
        panes = [inbox.reply.editor, inbox.list.view, inbox.ticket.conversation]
        for pane in panes:
            _press(_KEY.Key_F6)
            assert _focus() is pane
        QTest.keyClicks(_focus(), "/")
        QTest.keyClicks(inbox.list.search, "nothing has this word")
        _press(_KEY.Key_Escape)
        assert _focus() is inbox.list, "Esc leaves the field, the list stays"
        inbox.list.search.clear()
        inbox.list.search.setFocus()
        _press(_KEY.Key_F6)
        assert _focus() is inbox.ticket.conversation, "the search stands in the list's pane"
        QTest.keyClicks(_focus(), "y")
        assert _focus() is inbox.reply.editor
        QTest.keyClicks(inbox.reply.editor, "t is typed here")
        assert inbox.reply.text() == "t is typed here"
        offered = [inbox.reply.findChild(QWidget, name) for name in ("draftButton", "againButton")]
        assert [button.isVisible() for button in offered] == [False, True]
        _press(_KEY.Key_Escape)
        QTest.keyClicks(_focus(), "r")
        assert _focus() is inbox.reply.editor, "there is a draft: R goes to it"
        assert inbox.reply.text() == "t is typed here"
        _press(_KEY.Key_Escape)
        QTest.keyClicks(_focus(), "t")
        assert _focus() is inbox.ticket.conversation
        program.window.resize(600, 700)  # ticket and reply are tabs
        assert _focus() is inbox.ticket.conversation and inbox.ticket.isVisible()
        for key, pane in (("y", inbox.reply.editor), ("t", inbox.ticket.conversation)):
            _press(_KEY.Key_Escape)
            QTest.keyClicks(_focus(), key)
            assert _focus() is pane and pane.isVisible()
        QTest.keyClicks(_focus(), "/")
        assert _focus() is inbox.list.search and not inbox.ticket.isVisible()
        _press(_KEY.Key_Escape)
        _press(_KEY.Key_Return)
        assert _focus() is inbox.ticket.conversation and not inbox.list.isVisible()
        _press(_KEY.Key_Escape)
        assert _focus() is inbox.list.view and not inbox.ticket.isVisible()
        program.window.resize(1280, 720)
        QTest.keyClicks(_focus(), "?")
        (dialog,) = program.window.findChildren(KeysDialog)
        QTest.keyClick(dialog, _KEY.Key_Escape)
        for key, page in ((_KEY.Key_3, "policies"), (_KEY.Key_6, "settings")):
            _press(key, Qt.KeyboardModifier.ControlModifier)
            assert program.window.page == page
            before = _focus()
            _press(_KEY.Key_F6)
            assert _focus() is not before
        _press(_KEY.Key_3, Qt.KeyboardModifier.ControlModifier)
        _press(_KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert _focus() is program.policies.search.field


async def test_space_marks_and_the_next_key_acts_on_all_marked(
    tmp_path: Path, theme: Theme
) -> None:
    async with running(tmp_path / "home", theme) as program:
        await _four_tickets(program, tmp_path)
        listed = program.inbox.list
        ids = [listed.model.id_at(row) for row in range(4)]
        _press(_KEY.Key_Space)
        assert (listed.current_id, listed.selected_ids()) == (ids[1], ids[:1])
        said = listed.findChild(QLabel, "markedCount")
        assert said is not None and (said.text(), said.isHidden()) == ("1 marked", False)
        program.inbox.work.views.export_to(tmp_path / "marked.json")
        await until((tmp_path / "marked.json").exists, "the one that is marked")
        assert len(json.loads((tmp_path / "marked.json").read_text("utf-8"))) == 1
        QTest.keyClicks(listed.view, "j")
        _press(_KEY.Key_Space)
        assert (listed.current_id, listed.selected_ids()) == (ids[3], [ids[0], ids[2]])
        listed.refresh()  # as after every change of the store
        assert (listed.current_id, listed.selected_ids()) == (ids[3], [ids[0], ids[2]])
        QTest.keyClicks(listed.view, "k")
        _press(_KEY.Key_Space)
        assert listed.selected_ids() == [ids[0]], "a second time takes the mark away"
        _press(_KEY.Key_Escape)
        assert listed.selected_ids() == [listed.current_id], "Esc takes all of them away"
        assert said.isHidden()
        QTest.keyClicks(listed.view, "kkk")
        _press(_KEY.Key_Space)
        assert (listed.current_id, listed.selected_ids()) == (ids[1], ids[:1])
        _press(_KEY.Key_Space)
        QTest.keyClicks(listed.view, "s")
        await until(lambda: _statuses(program, ids)[:2] == [Status.SKIPPED] * 2, "both skipped")
        assert _statuses(program, ids)[2:] == [Status.NEW] * 2
        await until(lambda: listed.model.rowCount() == 2, "the list without them")
        assert listed.selected_ids() == [listed.current_id]
        QTest.keyClicks(listed.view, "z")
        await until(lambda: _statuses(program, ids) == [Status.NEW] * 4, "both back")


async def test_a_ticket_that_is_jumped_to_is_the_only_one_meant(
    tmp_path: Path, theme: Theme
) -> None:
    async with running(tmp_path / "home", theme) as program:
        await _four_tickets(program, tmp_path)
        listed = program.inbox.list
        ids = [listed.model.id_at(row) for row in range(4)]
        QTest.keyPress(listed.view, _KEY.Key_Control, Qt.KeyboardModifier.ControlModifier)
        for chosen in (ids[2], ids[2], ids[1]):  # as where Ctrl+V brings its number
            listed.choose(chosen)
            assert (listed.current_id, listed.selected_ids()) == (chosen, [chosen])
        QTest.keyRelease(listed.view, _KEY.Key_Control)


# -- how ---------------------------------------------------------------------------------------


async def _four_tickets(program: Program, place: Path) -> None:
    rows = [f"{n},Lamp {n},My lamp {n} is broken.,Ana,a@b.example,Open\n" for n in range(1, 5)]
    (place / "four.csv").write_text(_HEADER + "".join(rows))
    program.intake.take([place / "four.csv"])
    await until(lambda: program.inbox.list.model.rowCount() == 4, "the tickets")
    busy = {"import", "triage"}
    await until(lambda: not [j for j in program.jobs.running() if j.name in busy], "the reading")
    # The first that was read may be on view already, and stays there while others come above it.
    program.inbox.list.choose(program.inbox.list.model.id_at(0))
    program.window.activateWindow()
    program.inbox.list.view.setFocus()


def _focus() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def _press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(_focus(), key, modifier)


def _statuses(program: Program, ids: list[int]) -> list[Status]:
    return [program.tickets.ticket(ticket_id).status for ticket_id in ids]

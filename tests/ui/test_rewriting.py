"""A selection rewritten: shown in place, accepted in one step of undo, or left as it was."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from supportdesk_gui.ui.program import Program
from supportdesk_gui.ui.reply.own_tool_dialog import OwnToolDialog
from supportdesk_gui.ui.theme import Theme
from tests.claude.standin import Fault, StandIn
from tests.ui.claude_shop import SPANISH, Shop, show
from tests.ui.running import draft, running, trigger, until

_OLD = "Su pedido 😀 llegará pronto, se lo prometemos."
_NEW = "Su pedido 😀 llegará muy pronto."


def _select(program: Program, words: str) -> None:
    editor = program.inbox.reply.editor
    editor.moveCursor(editor.textCursor().MoveOperation.Start)
    assert editor.find(words)


def _button(program: Program, name: str) -> QAbstractButton:
    found = program.inbox.reply.findChild(QAbstractButton, name)
    assert found is not None
    return found


async def _drafted(program: Program) -> None:
    await draft(program)
    editor = program.inbox.reply.editor
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    editor.insertPlainText("\n" + _OLD)
    program.window.activateWindow()
    await until(program.window.isActiveWindow, "the window in front")


async def test_a_change_is_shown_in_place_and_is_one_step_of_undo(
    claude: StandIn, shop: Shop
) -> None:
    claude.will_answer({"text": _NEW}, contains="You rewrite", times=2)
    async with shop.open(ticket=SPANISH) as program:
        await _drafted(program)
        reply, view = program.inbox.reply, program.inbox.work.rewriting.view
        before = reply.text()
        assert not _button(program, "rewrite_shorter").isVisible()
        _select(program, _OLD)
        assert _button(program, "rewrite_shorter").isVisible()
        _button(program, "rewrite_shorter").click()
        await until(view.isVisible, "the change")
        shown = view.toPlainText()
        assert "se lo prometemos" in shown and "muy" in shown
        assert reply.text() == before, "nothing of it is in the draft yet"
        QTest.keyClick(view, Qt.Key.Key_E)  # a letter is no shortcut here
        ticket = program.inbox.current_ticket()
        assert ticket is not None and ticket.status.value != "replied" and view.isVisible()
        QTest.keyClick(view, Qt.Key.Key_Escape)
        assert not view.isVisible() and reply.text() == before
        _select(program, _OLD)
        _button(program, "rewrite_warmer").click()
        await until(view.isVisible, "the change again")
        accept = _button(program, "acceptChangeButton")
        assert accept.isVisible()
        reply.tabs.choose("en")
        assert not accept.isVisible(), "what is said of the draft stands beside a translation"
        trigger(program, "back")
        reply.tabs.choose("es")
        assert accept.isVisible() and view.isVisible(), "the change waits with its text"
        QTest.keyClick(view, Qt.Key.Key_Return)
        assert reply.text() == before.replace(_OLD, _NEW)
        assert QApplication.focusWidget() is reply.editor
        QTest.keyClicks(reply.editor, " Gracias.")
        reply.editor.undo()
        assert reply.text() == before.replace(_OLD, _NEW), "undone with what was typed behind it"
        reply.editor.undo()
        assert reply.text() == before
        reply.editor.redo()
        reply.save_now()
        await until(lambda: not program.drafts.has_unsaved_text(), "the text on disk")
        kept = program.drafts.version(reply.version_id)
        assert kept is not None and _NEW in kept.text
        assert {one.kind for one in program.ledger.entries()} >= {"rewriting"}


async def test_what_comes_late_lands_nowhere_else_and_failures_say_so(
    claude: StandIn, shop: Shop
) -> None:
    claude.will_answer({"text": _NEW}, contains="You rewrite", hold_after=1)
    async with shop.open(ticket=SPANISH) as program:
        await _drafted(program)
        reply, view = program.inbox.reply, program.inbox.work.rewriting.view
        _select(program, _OLD)
        _button(program, "rewrite_shorter").click()
        await until(lambda: any(one.held for one in claude.messages), "the request")
        first = program.inbox.current_ticket()
        await show(program, "send back one Linden chair from order MP-47812")
        claude.release()
        await until(lambda: not program.jobs.running("rewriting"), "it to be let go")
        assert not view.isVisible() and _NEW not in reply.text()
        program.inbox.list.show_search("")
        assert first is not None
        program.inbox.show_ticket(first.id)
        claude.will_fail(Fault.REFUSED_KEY, contains="You rewrite")
        _select(program, _OLD)
        _button(program, "rewrite_formal").click()
        await until(lambda: "key" in reply.notice.text(), "the failure")
        assert _OLD in reply.text()


async def test_own_words_are_kept_as_a_tool(claude: StandIn, shop: Shop) -> None:
    claude.will_answer({"text": _NEW}, contains="You rewrite", times=None)
    async with shop.open(ticket=SPANISH) as program:
        await _drafted(program)
        tools = program.inbox.work.rewriting
        trigger(program, "rewrite")  # nothing is selected: the sentence at the caret
        assert program.inbox.reply.editor.textCursor().selectedText() == _OLD
        tools._tools.own_wanted.emit()
        dialog = program.window.findChild(OwnToolDialog)
        assert dialog is not None
        QTest.keyClicks(dialog.words, "for a regular customer")
        QTest.keyClicks(dialog.name, "Regular")
        dialog.accept()
        await until(tools.view.isVisible, "the change")
        assert "for a regular customer" in str(claude.messages[-1].body)
        tools.accept()
        assert program.settings.value.rewriting_tools == {"Regular": "for a regular customer"}
        _select(program, _NEW)
        assert "Regular" in [one.text() for one in tools._tools.menu().actions()]


async def test_a_word_that_is_composed_over_a_selection_is_only_typed(
    claude: StandIn, shop: Shop
) -> None:
    async with shop.open(ticket=SPANISH) as program:
        await _drafted(program)
        editor = program.inbox.reply.editor
        _select(program, _OLD)
        editor.setFocus()
        QApplication.sendEvent(editor, QInputMethodEvent("hao", []))
        QTest.keyClick(editor, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        assert not _button(program, "rewrite_shorter").hasFocus()
        end = QInputMethodEvent("", [])
        end.setCommitString("好")
        QApplication.sendEvent(editor, end)
        assert program.inbox.reply.text().endswith("\n好")


async def test_without_a_model_there_are_no_tools(sample_shop: Path, theme: Theme) -> None:
    async with running(sample_shop, theme) as program:
        program.inbox.list.show_search(SPANISH)
        await _drafted(program)
        _select(program, _OLD)
        assert not _button(program, "rewrite_shorter").isVisible()
        trigger(program, "rewrite")
        assert program.inbox.reply.notice.text() == "Rewriting needs an engine."

"""What the agent wants to say, where the doubts are, and input methods that are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from supportdesk_gui.ui.program import Program
from supportdesk_gui.ui.theme import Theme
from tests.claude.standin import StandIn
from tests.ui.claude_shop import SPANISH, Shop, of_kind, show
from tests.ui.running import draft, running, trigger, until

_PROMISE = "Le regalamos 25 €."


def _press(
    field: QWidget, key: Qt.Key, control: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """As the system does it: shortcuts first."""
    QTest.keyClick(field, key, control)


def _compose(field: QWidget, letters: str, chosen: str = "") -> None:
    event = QInputMethodEvent(letters, [])
    event.setCommitString(chosen)
    QApplication.sendEvent(field, event)


async def test_what_to_say_goes_with_the_next_draft_and_waits_with_its_ticket(
    claude: StandIn, shop: Shop
) -> None:
    claude.will_say("Hola.", times=None)
    async with shop.open(ticket=SPANISH) as program:
        row = program.inbox.reply.steering
        first = program.inbox.current_ticket()
        assert first is not None
        program.window.activateWindow()
        await until(program.window.isActiveWindow, "the window in front")
        trigger(program, "what_to_say")
        assert QApplication.focusWidget() is row.wish
        QTest.keyClicks(row.wish, "offer a voucher")
        await show(program, "send back one Linden chair from order MP-47812")
        assert row.wish.text() == "", "another ticket, another line"
        program.inbox.list.show_search("")
        program.inbox.show_ticket(first.id)
        await until(lambda: row.wish.text() == "offer a voucher", "its line")
    async with shop.open(ticket=SPANISH) as program:
        row = program.inbox.reply.steering
        assert row.wish.text() == "offer a voucher", "kept over the night"
        asked = len(of_kind(claude, "draft"))
        _press(row.wish, Qt.Key.Key_Return)
        await until(lambda: len(of_kind(claude, "draft")) > asked, "the draft")
        body = str((of_kind(claude, "draft")[-1].body or {})["messages"])
        assert 'name="agent"' in body and "offer a voucher" in body
        await until(lambda: row.wish.text() == "", "the line to be used up")
        await draft(program)
        assert "voucher" not in str((of_kind(claude, "draft")[-1].body or {})["messages"])


async def test_f8_goes_from_doubt_to_doubt(sample_shop: Path, theme: Theme) -> None:
    async with running(sample_shop, theme) as program:
        program.inbox.list.show_search("No llegó mi pedido y necesito dinero.")
        await draft(program)
        editor = program.inbox.reply.editor
        trigger(program, "next_unproven")
        assert program.inbox.reply.notice.text() == "Nothing in this draft is unproven."
        editor.moveCursor(editor.textCursor().MoveOperation.End)
        editor.insertPlainText(f"\n{_PROMISE} Su pedido llegará antes del 3 de marzo.")
        found = []
        for _ in range(3):
            trigger(program, "next_unproven")
            found.append(editor.textCursor().selectedText())
        assert found == [
            "Le regalamos 25 €", "Su pedido llegará antes del 3 de marzo", "Le regalamos 25 €"
        ]  # fmt: skip


@pytest.mark.parametrize("name", ["editor", "wish", "fact"])
async def test_no_key_acts_or_types_while_an_input_method_composes(
    sample_shop: Path, theme: Theme, name: str
) -> None:
    async with running(sample_shop, theme) as program:
        await until(lambda: program.inbox.current_ticket(), "a ticket")
        program.window.activateWindow()
        await until(program.window.isActiveWindow, "the window in front")
        await _composed(program, name)


async def _composed(program: Program, name: str) -> None:
    reply = program.inbox.reply
    reply.facts.show_facts(["tracking status"], {})
    fact = reply.facts.findChild(QLineEdit)
    assert fact is not None
    field = {"editor": reply.editor, "wish": reply.steering.wish, "fact": fact}[name]
    ticket = program.inbox.current_ticket()
    field.setFocus()
    done: list[str] = []
    for action in program.window.actions_table.all():
        name_of = action.objectName()
        action.triggered.connect(lambda _=False, name=name_of: done.append(name))
    _compose(field, "ni")
    control = Qt.KeyboardModifier.ControlModifier
    keys = (Qt.Key.Key_Return, Qt.Key.Key_L, Qt.Key.Key_R, Qt.Key.Key_PageUp, Qt.Key.Key_K)
    for key in keys:
        _press(field, key, control)
    plain = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_F8, Qt.Key.Key_F6, Qt.Key.Key_J)
    for key in (*plain, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        _press(field, key)
    assert done == [] and QApplication.focusWidget() is field
    _compose(field, "", "你好")
    text = reply.text() if name == "editor" else field.property("text")
    assert text == "你好"
    assert ticket == program.inbox.current_ticket()
    _press(field, Qt.Key.Key_F8)
    assert done == ["action_next_unproven"], "once it is done, keys act again"


async def test_what_is_composed_in_a_translation_is_no_text_yet(qtbot: QtBot, theme: Theme) -> None:
    from supportdesk_gui.assist.drafting import Origin, SentenceIn
    from supportdesk_gui.ui.reply.language_view import LanguageView

    view = LanguageView(theme)
    qtbot.addWidget(view)
    made = Origin.TRANSLATED
    sentences = (
        SentenceIn(0, "Hello.", "你好\u00a0!", made), SentenceIn(1, "Thanks.", "谢谢。", made)
    )  # fmt: skip
    typed: list[str] = []
    view.sentence_typed.connect(lambda _language, _number, text: typed.append(text))
    view.show_sentences("zh-Hans", sentences)
    first, second = view.findChildren(QTextEdit)
    view.show()
    first.setFocus()
    _compose(first, "ni")
    for key in (
        Qt.Key.Key_Down,
        Qt.Key.Key_Escape,
        Qt.Key.Key_Return,
        Qt.Key.Key_1,
        Qt.Key.Key_Tab,
    ):
        _press(first, key)
    _compose(first, "")
    assert typed == [], "a translation that nobody changed counts as typed"
    assert view.focusWidget() is first
    _compose(second, "ni")
    _compose(second, "", "您")
    assert typed == ["您谢谢。"]


async def test_a_composition_ends_with_the_focus(qtbot: QtBot, theme: Theme) -> None:
    from supportdesk_gui.ui.reply.draft_editor import DraftEditor

    editor = DraftEditor(theme)
    qtbot.addWidget(editor)
    editor.show_text("It comes on [day].")
    editor.set_blanks(["day"])
    _compose(editor, "ni")
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        _press(editor, key)
    assert not editor.textCursor().hasSelection(), "Tab belongs to who composes"
    _compose(editor, "", "你")
    _press(editor, Qt.Key.Key_Tab)
    assert editor.textCursor().selectedText() == "[day]"
    _compose(editor, "ni")
    assert editor.composes
    QApplication.sendEvent(editor, QFocusEvent(QEvent.Type.FocusOut))
    assert not editor.composes

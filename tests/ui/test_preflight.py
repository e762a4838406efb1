"""The pre-flight in the window: what it says, where it leads, and what is asked before a copy."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from supportdesk_gui.ui.program import Program
from supportdesk_gui.ui.theme import Theme
from tests.ui.running import draft, running, trigger, until

_FOREIGN_NUMBER = "Su pedido MP-47990 ya está en camino."
_ATTACHED = "Le adjuntamos la etiqueta."


def _type(program: Program, text: str) -> None:
    editor = program.inbox.reply.editor
    cursor = editor.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    editor.setTextCursor(cursor)
    editor.insertPlainText(text)


def _said(program: Program) -> list[str]:
    return list(program.inbox.checks.popover.words())


def _selected(program: Program) -> str:
    return program.inbox.reply.editor.textCursor().selectedText()


def _button(program: Program, name: str) -> QAbstractButton:
    found = program.window.findChild(QAbstractButton, name)
    assert found is not None, name
    return found


def _answer(program: Program, place: int) -> None:
    button = program.inbox.reply.notice.findChild(QAbstractButton, f"noticeAnswer{place}")
    assert button is not None
    button.click()


def _copied() -> str:
    return QGuiApplication.clipboard().text()


async def _checked(program: Program, words: str) -> None:
    """Wait until the list says this."""
    await until(lambda: any(words in one for one in _said(program)), f"“{words}” in the list")


async def test_a_draft_is_checked_and_a_mistake_is_asked_about_once(
    sample_shop: Path, theme: Theme
) -> None:
    async with running(sample_shop, theme) as program:
        program.inbox.list.show_search("No llegó mi pedido y necesito dinero.")
        assert _button(program, "preflightButton").isHidden(), "no draft, nothing to check"
        await draft(program)
        QGuiApplication.clipboard().setText("before")
        button = _button(program, "preflightButton")
        await until(lambda: not button.isHidden(), "the pre-flight")
        passed = button.text()
        await _checked(program, "No number of another ticket.")
        trigger(program, "copy")
        assert "Si su paquete" in _copied(), "a good draft is copied without a question"
        _type(program, f"\n{_FOREIGN_NUMBER} {_ATTACHED}")
        await _checked(program, "MP-47990 stands neither in this ticket")
        assert button.text() != passed
        button.click()
        popover = program.inbox.checks.popover
        assert popover.isVisible()
        assert "attachment" in " ".join(_said(program)[:3]), "what failed stands first"
        for number, words in enumerate(_said(program), 1):
            if "MP-47990 stands" in words:
                _button(program, f"preflightRow{number}").click()
        assert _selected(program) == "MP-47990"
        assert not popover.isVisible()
        button.click()
        QTest.keyClick(popover, Qt.Key.Key_Escape)
        assert not popover.isVisible()
        QGuiApplication.clipboard().setText("before")
        trigger(program, "copy")
        assert "MP-47990" in program.inbox.reply.notice.text()
        assert _copied() == "before", "copied before the agent was asked"
        _answer(program, 2)
        assert _selected(program) == "MP-47990", "*Go to it* leads there"
        trigger(program, "copy")
        _answer(program, 1)
        assert "MP-47990" in _copied()
        QGuiApplication.clipboard().setText("before")
        trigger(program, "copy")
        assert "MP-47990" in _copied(), "asked a second time for the same mistake"


async def test_the_questions_of_the_customer_stand_below_the_conversation(
    sample_shop: Path, theme: Theme
) -> None:
    async with running(sample_shop, theme) as program:
        program.inbox.list.show_search("Lámpara con la pantalla rota, la necesito antes del 28")
        questions = program.inbox.ticket.questions
        assert questions.isHidden()
        _type(program, "Gracias por su paciencia, [nombre]. ")
        QGuiApplication.clipboard().setText("before")
        trigger(program, "copy")  # at once: nothing is checked yet
        assert "[nombre]" in program.inbox.reply.notice.text()
        assert _copied() == "before"
        answer = "No tiene que devolver la pantalla rota."
        _type(program, f"Gracias por su paciencia. {answer}")
        await until(lambda: not questions.isHidden(), "the questions")
        before, back = (_button(program, f"questionRow{number}") for number in (1, 2))
        assert before.text() == "¿Podéis enviarme otra pantalla antes de esa fecha?"
        await until(lambda: back.accessibleName().endswith("(answered)"), "the answer")
        assert back.text() == "¿Y tengo que devolver la rota?"
        assert "not answered" in before.accessibleName()
        before.click()
        assert _selected(program) == "", "nothing answers it"
        back.click()
        assert _selected(program) == answer


def test_the_list_of_a_pane_that_has_no_width_yet_is_placed(qtbot: QtBot, theme: Theme) -> None:
    from supportdesk_gui.assist.preflight import Check, Preflight, Rule, State
    from supportdesk_gui.ui.reply.preflight_popover import PreflightButton, PreflightPopover

    pane = QWidget()
    qtbot.addWidget(pane)
    pane.resize(0, 300)
    popover = PreflightPopover(PreflightButton(theme, pane), theme, pane)
    popover.show_preflight(Preflight("Hello.", (Check(Rule.NAME, State.PASSED),)))
    assert popover.words() == ["No wrong name."]
    assert popover.width() > 0

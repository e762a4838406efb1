"""Marks in a draft: what is proven, what is not, and what an agent does about it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from supportdesk_gui.policies.document import Passage
from supportdesk_gui.ui.components.proof_marks import Proof
from supportdesk_gui.ui.program import Program
from supportdesk_gui.ui.reply.draft_editor import DraftEditor
from supportdesk_gui.ui.reply.mark_painting import Mark, worst_in_lines
from supportdesk_gui.ui.reply.proof_row import ProofRow
from supportdesk_gui.ui.theme import Theme
from tests.ui.running import draft, running, trigger, until

_INSIDE = "Revise antes las notas, porque cada pedido solo puede tener un vale."
_PROMISE = "Le regalamos 25 €."
_DATED = "Su pedido llegará antes del 3 de marzo."


def _type(program: Program, text: str) -> None:
    editor = program.inbox.reply.editor
    cursor = editor.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    editor.setTextCursor(cursor)
    editor.insertPlainText(text)


def _marked(program: Program, words: str) -> Proof | None:
    """The mark in the gutter of the sentence with those words."""
    text = program.inbox.reply.text()
    place = text.find(words)
    for mark in program.inbox.reply.editor.marks():
        if mark.start <= place < mark.end:
            return mark.proof
    return None


def _row(program: Program, words: str) -> object:
    """The row on view whose sentence has those words, None where there is none."""
    for row in program.inbox.reply.rows._rows:
        if row.proof is not None and words in row._words.words:
            return row
    return None


def _press(program: Program, words: str, name: str) -> None:
    row = _row(program, words)
    buttons = row.findChildren(QAbstractButton)  # type: ignore[attr-defined]
    next(one for one in buttons if one.objectName().startswith(name)).click()


def _answer(program: Program, place: int) -> None:
    button = program.inbox.reply.notice.findChild(QAbstractButton, f"noticeAnswer{place}")
    assert button is not None
    button.click()


def _copied() -> str:
    return QGuiApplication.clipboard().text()


async def _drafted(program: Program) -> None:
    program.inbox.list.show_search("No llegó mi pedido y necesito dinero.")
    await draft(program)
    QGuiApplication.clipboard().setText("before")
    await until(lambda: _marked(program, "Si su paquete") is Proof.SUPPORTED, "the policy's mark")


async def test_a_draft_is_marked_and_a_doubt_is_asked_about_once(
    sample_shop: Path, theme: Theme
) -> None:
    async with running(sample_shop, theme) as program:
        await _drafted(program)
        assert _row(program, "Si su paquete") is not None
        assert _marked(program, "Hola") is None, "a greeting claims nothing"
        _type(program, f"\n{_PROMISE}")
        await until(lambda: _marked(program, _PROMISE) is Proof.UNSUPPORTED, "the doubt")
        await until(lambda: _row(program, _PROMISE), "its row")
        await _go_by_keys(program)
        assert _marked(program, "Si su paquete") is Proof.SUPPORTED
        trigger(program, "copy")
        assert "“Le regalamos 25 €”" in program.inbox.reply.notice.text()
        assert _copied() == "before", "copied before the agent was asked"
        _answer(program, 1)
        assert _PROMISE in _copied()
        QGuiApplication.clipboard().setText("before")
        trigger(program, "copy")
        assert _PROMISE in _copied(), "asked a second time for the same sentence"
        _type(program, f"\n{_DATED}")
        QGuiApplication.clipboard().setText("before")
        trigger(program, "copy")  # at once: marks of what was typed last are not there yet
        assert "3 de marzo" in program.inbox.reply.notice.text()
        assert _copied() == "before"


async def _go_by_keys(program: Program) -> None:
    """From the editor to the rows, through them, to a passage, and back."""
    reply = program.inbox.reply
    opened: list[Passage] = []
    program.inbox.passage_opened.disconnect()
    program.inbox.passage_opened.connect(opened.append)
    rows = [one for one in reply.rows.findChildren(ProofRow) if one.proof is not None]
    program.window.activateWindow()
    await until(QApplication.activeWindow, "the window to have the keyboard")
    reply.editor.setFocus()
    reached = []
    for _ in range(8):
        QTest.keyClick(_focus(), Qt.Key.Key_Tab)
        reached.append(_focus())
    assert [one for one in reached if isinstance(one, ProofRow)] == rows[:1], "one stop for all"
    assert "supported by" in rows[0].accessibleName()
    rows[0].setFocus()
    QTest.keyClick(rows[0], Qt.Key.Key_Return)
    first = rows[0].proof
    assert first is not None and opened[0].hash == first.sources[0].passage_hash
    QTest.keyClick(rows[0], Qt.Key.Key_End)
    assert _focus() is rows[-1] and _PROMISE in rows[-1].accessibleName()
    QTest.keyClick(rows[-1], Qt.Key.Key_Return)
    assert _focus() is reply.editor, "what no passage says is shown where it stands"
    assert reply.editor.textCursor().selectedText() == _PROMISE
    rows[-1].setFocus()
    QTest.keyClick(rows[-1], Qt.Key.Key_Up)
    assert _focus() is rows[-2]
    trigger(program, "back")
    assert _focus() is reply.editor
    before = len(opened)
    _click_beside(reply.editor, _mark_of(program, "Si su paquete"))
    assert reply.editor.textCursor().selectedText().startswith("Si su paquete")
    assert len(opened) == before + 1 and opened[-1].hash == opened[0].hash
    reply.editor.moveCursor(QTextCursor.MoveOperation.End)


def _mark_of(program: Program, words: str) -> Mark:
    editor, place = program.inbox.reply.editor, program.inbox.reply.text().index(words)
    return next(one for one in editor._marks if one.start <= place < one.end)


def _click_beside(editor: DraftEditor, mark: Mark) -> None:
    (top,) = [top for one, top in editor.marks_with_tops() if one is mark]
    gutter = editor.findChild(QWidget, "proofGutter")
    QTest.mousePress(gutter, Qt.MouseButton.LeftButton, pos=QPoint(16, int(top) + 8))


def test_the_worst_mark_of_a_line_is_the_one_that_shows(qtbot: QtBot, theme: Theme) -> None:
    editor = DraftEditor(theme)
    qtbot.addWidget(editor)
    editor.resize(600, 300)
    editor.show()
    editor.show_text("Yes. We give. Note.\nLine. Ticket.")
    kinds = (Proof.SUPPORTED, Proof.UNSUPPORTED, Proof.INTERNAL, Proof.FACT, Proof.SUPPORTED)
    spans = ((0, 4), (5, 13), (14, 19), (20, 25), (26, 33))
    editor.set_marks([Mark(*span, kind) for span, kind in zip(spans, kinds, strict=True)])
    shown = [mark.proof for mark, _ in worst_in_lines(editor.marks_with_tops())]
    assert shown == [Proof.INTERNAL, Proof.SUPPORTED]
    clicked: list[tuple[int, int]] = []
    editor.mark_clicked.connect(lambda start, end: clicked.append((start, end)))
    for mark in (editor._marks[0], editor._marks[3]):
        _click_beside(editor, mark)
    assert clicked == [(14, 19), (26, 33)]


def _focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


async def test_a_doubt_is_removed_or_vouched_for(sample_shop: Path, theme: Theme) -> None:
    async with running(sample_shop, theme) as program:
        await _drafted(program)
        before = program.inbox.reply.text()
        _type(program, f"\n{_PROMISE} {_DATED}")
        await until(lambda: _row(program, _DATED), "both rows")
        _press(program, _PROMISE, "removeSentence")
        assert _PROMISE not in program.inbox.reply.text()
        program.inbox.reply.editor.undo()
        assert _PROMISE in program.inbox.reply.text(), "undo brings it back"
        await until(lambda: _marked(program, _PROMISE) is Proof.UNSUPPORTED, "its mark again")
        trigger(program, "copy")
        said = program.inbox.reply.notice.text()
        assert "25 €" in said and "3 de marzo" in said, "all that an answer holds for is named"
        typed = program.inbox.reply.text()
        _answer(program, 2)
        assert program.inbox.reply.text() == before.rstrip()
        program.inbox.reply.editor.undo()
        assert program.inbox.reply.text() == typed, "one step of undo"
        program.inbox.reply.editor.redo()
        await _asked_of_many(program)
        _type(program, f"\n{_DATED}")
        await until(lambda: _row(program, _DATED), "its row")
        _press(program, _DATED, "vouchSentence")
        await until(lambda: _marked(program, _DATED) is not Proof.UNSUPPORTED, "the agent's word")
        trigger(program, "copy")
        assert _DATED in _copied()
        version = program.inbox.reply.version_id
        await until(lambda: not program.drafts.has_unsaved_text(), "the text on disk")
    async with running(sample_shop, theme) as program:
        program.inbox.show_ticket(program.drafts.version(version).ticket_id)
        assert program.inbox.reply.version_id == version
        await until(lambda: _marked(program, "Si su paquete"), "its marks")
        assert _marked(program, _DATED) is not Proof.UNSUPPORTED, "what was vouched for is kept"


async def _asked_of_many(program: Program) -> None:
    """A blank and eight promises: no answer is missing, and none holds for what it does not name."""
    reply = program.inbox.reply
    before = reply.text()
    amounts = [f"{number}1 €" for number in range(1, 9)]
    _type(program, "\n[nombre] " + " ".join(f"Le regalamos {one}." for one in amounts))
    trigger(program, "copy")
    await until(lambda: "[nombre]" in reply.notice.text(), "the question")
    answers = [
        one for one in reply.notice.findChildren(QAbstractButton)
        if one.objectName().startswith("noticeAnswer") and not one.isHidden()
    ]  # fmt: skip
    ways = ["Copy anyway", "Go to it", "Remove the sentences", "Ask the customer"]
    assert [one.text() for one in answers] == ways
    bar = reply.notice
    await until(lambda: all(bar.rect().contains(one.geometry()) for one in answers), "all of them")
    first = [one for one in amounts if one in reply.notice.text()]
    assert 0 < len(first) < len(amounts)
    _answer(program, 1)
    assert _copied() == "before", "copied with what was not named"
    assert not [one for one in first if one in reply.notice.text()]
    assert [one for one in amounts if one in reply.notice.text()] == amounts[len(first) :]
    _answer(program, 2)
    assert reply.text() == before + "\n[nombre] " + " ".join(
        f"Le regalamos {one}." for one in first
    )
    reply.editor.undo()
    reply.editor.undo()
    assert reply.text().rstrip() == before.rstrip()


async def test_asking_the_customer_writes_a_draft_that_asks(
    sample_shop: Path, theme: Theme
) -> None:
    async with running(sample_shop, theme) as program:
        await _drafted(program)
        before = program.inbox.reply.version_id
        _type(program, f"\n{_PROMISE}")
        trigger(program, "copy")
        _answer(program, 3)
        await until(lambda: program.inbox.reply.version_id != before, "another version")
        await until(lambda: not program.writer.is_busy(), "its end")
        assert program.inbox.reply.stance.value == "ask"
        assert _PROMISE not in program.inbox.reply.text()
        assert [one for one in program.inbox.reply.proof.doubts() if not one.is_internal] == []


async def test_the_answer_to_the_question_is_for_the_draft_as_it_then_is(
    sample_shop: Path, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    async with running(sample_shop, theme) as program:
        await _drafted(program)
        _type(program, f"\n{_PROMISE}")
        trigger(program, "copy")
        _type(program, " Gracias.")
        _answer(program, 1)
        assert _copied().endswith("Gracias."), "what was typed after the question is lost"
        _type(program, f"\n{_DATED}")
        trigger(program, "copy")
        editor = program.inbox.reply.editor
        editor.moveCursor(QTextCursor.MoveOperation.Start)
        editor.insertPlainText("Buenas tardes. ")
        await until(lambda: editor._marks and editor._marks[-1].end > 300, "the marks anew")
        whole = program.inbox.reply.text()
        _answer(program, 2)
        left = whole.replace(_DATED, "")  # the promise was accepted before
        assert program.inbox.reply.text().split() == left.split(), "other words were removed"
        await _composed(program)
        await _copied_when_checked(program)
        await _asked_anew_elsewhere(program, opened)


async def _composed(program: Program) -> None:
    """What an input method composes is no text: nothing is saved, and no mark goes."""
    reply = program.inbox.reply
    await until(lambda: not reply._unsaved, "the text saved")
    await until(lambda: reply.editor._marks, "the marks")
    before = list(reply.editor._marks)
    reply.editor.moveCursor(QTextCursor.MoveOperation.Start)
    QApplication.sendEvent(reply.editor, QInputMethodEvent("ni hao", []))
    assert reply.editor._marks == before
    assert not reply._unsaved
    QApplication.sendEvent(reply.editor, QInputMethodEvent("", []))


async def _copied_when_checked(program: Program) -> None:
    """A long reply is checked beside the window, and then asked about or copied."""
    reply, whole = program.inbox.reply, program.inbox.reply.text()
    QGuiApplication.clipboard().setText("before")
    _type(program, "".join(f"\nLe regalamos {place} €." for place in range(100, 400)))
    trigger(program, "copy")
    assert _copied() == "before", "the window waited for the check"
    await until(lambda: "100 €" in reply.notice.text(), "the question")
    _answer(program, 2)
    assert "105 €" not in reply.text() and "106 €" in reply.text(), "what was not named stays"
    for _ in range(2):
        reply.editor.undo()
    assert reply.text().split() == whole.split()
    trigger(program, "copy")
    assert _copied().split() == whole.split()


async def _asked_anew_elsewhere(program: Program, opened: list[str]) -> None:
    """What was accepted in one ticket is asked about in the next; only a copy opens the helpdesk."""
    first = program.inbox.current_ticket()
    program.inbox.list.show_search("intent:refund lang:es")
    await until(lambda: program.inbox.list.step(1), "a second ticket")
    assert program.inbox.current_ticket() != first
    await draft(program)
    _type(program, f"\n{_PROMISE}")
    QGuiApplication.clipboard().setText("before")
    trigger(program, "copy_open")
    assert "25 €" in program.inbox.reply.notice.text(), "what holds for another ticket was assumed"
    assert (_copied(), opened) == ("before", []), "the helpdesk was opened without a copy"
    _answer(program, 1)
    ticket = program.inbox.current_ticket()
    assert _PROMISE in _copied()
    assert ticket is not None
    assert opened == [ticket.url]


async def test_an_emoji_before_a_doubt_moves_no_mark(sample_shop: Path, theme: Theme) -> None:
    async with running(sample_shop, theme) as program:
        await _drafted(program)
        editor = program.inbox.reply.editor
        before = program.inbox.reply.text()
        _type(program, f"\n😀😀🎁 Gracias.\n{_PROMISE} Un saludo.")
        await until(lambda: _marked(program, _PROMISE) is Proof.UNSUPPORTED, "the doubt")
        trigger(program, "next_unproven")
        assert editor.textCursor().selectedText() == _PROMISE.rstrip(".")
        _press(program, _PROMISE, "removeSentence")
        assert program.inbox.reply.text() == f"{before}\n😀😀🎁 Gracias.\nUn saludo."
        await _asked_about_an_internal_policy(program)


async def _asked_about_an_internal_policy(program: Program) -> None:
    """It stands in a file of the index that is internal, and in no passage of this draft."""
    QGuiApplication.clipboard().setText("before")
    _type(program, f" {_INSIDE}")
    await until(lambda: _marked(program, _INSIDE) is Proof.INTERNAL, "its mark")
    trigger(program, "copy")
    assert _INSIDE[:40] in program.inbox.reply.notice.text()
    assert _copied() == "before", "what is for the team alone was copied"

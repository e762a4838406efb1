"""Text that streams into the draft editor while the agent types in it."""

from __future__ import annotations

import statistics
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supportdesk_gui.ui.reply.draft_editor import DraftEditor
from supportdesk_gui.ui.theme import Theme

_PIECE = "words of a reply, "


def test_what_is_typed_while_text_streams_stands_where_it_was_typed(
    qtbot: QtBot, theme: Theme
) -> None:
    editor = _streaming(qtbot, theme)
    pieces = [f"piece {number} " for number in range(200)]
    editor.append_piece(pieces[0])
    editor.flush()
    cursor = editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    editor.setTextCursor(cursor)
    said: list[int] = []
    editor.typed.connect(lambda: said.append(1))
    typed = "Typed by hand. "
    for place, piece in enumerate(pieces[1:]):
        editor.append_piece(piece)
        if place < len(typed):
            QTest.keyClick(editor, typed[place])
    editor.end_stream()
    assert editor.toPlainText() == typed + "".join(pieces)
    assert len(said) == len(typed)


def test_the_cursor_in_the_middle_is_not_moved_by_what_comes(qtbot: QtBot, theme: Theme) -> None:
    editor = _streaming(qtbot, theme)
    editor.append_piece("One. Two.")
    editor.flush()
    cursor = editor.textCursor()
    cursor.setPosition(4)
    editor.setTextCursor(cursor)
    editor.append_piece(" Three.")
    editor.flush()
    assert editor.textCursor().position() == 4
    QTest.keyClicks(editor, "!")
    editor.append_piece(" Four.")
    editor.end_stream()
    assert editor.toPlainText() == "One.! Two. Three. Four."


def test_pieces_of_one_frame_are_inserted_at_once(qtbot: QtBot, theme: Theme) -> None:
    editor = _streaming(qtbot, theme)
    changes: list[int] = []
    editor.document().contentsChange.connect(lambda *_: changes.append(1))
    for _ in range(100):
        editor.append_piece(_PIECE)
    qtbot.waitUntil(lambda: editor.toPlainText() == _PIECE * 100)
    assert len(changes) == 1


@pytest.mark.alone
def test_a_flush_costs_the_same_at_any_length(qtbot: QtBot, theme: Theme) -> None:
    """Whatever the machine does: the end of a text forty times as long costs no more than thrice."""
    short, long = _flush_cost(qtbot, theme, 2_000), _flush_cost(qtbot, theme, 80_000)
    assert long < 3 * short


def _flush_cost(qtbot: QtBot, theme: Theme, length: int) -> float:
    """Seconds of a flush at the end of a text in paragraphs, median of sixty."""
    editor = _streaming(qtbot, theme)
    editor.append_piece((_PIECE * 20 + "\n\n") * (length // (20 * len(_PIECE))))
    editor.flush()
    costs = []
    for number in range(60):
        editor.append_piece("\n\n" if number % 20 == 0 else _PIECE)
        began = time.perf_counter()
        editor.flush()
        costs.append(time.perf_counter() - began)
    return statistics.median(costs)


def _streaming(qtbot: QtBot, theme: Theme) -> DraftEditor:
    editor = DraftEditor(theme)
    qtbot.addWidget(editor)
    editor.resize(700, 600)
    editor.show()
    editor.begin_stream()
    return editor


def test_words_typed_at_the_end_stay_together(qtbot: QtBot, theme: Theme) -> None:
    editor = _streaming(qtbot, theme)
    editor.append_piece("One. ")
    editor.flush()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    for letter in "And I.":
        QTest.keyClick(editor, letter)
        editor.append_piece(" More.")
        editor.flush()
    assert editor.toPlainText().startswith("One. And I. More."), editor.toPlainText()


def test_what_is_composed_at_the_end_stays_together(qtbot: QtBot, theme: Theme) -> None:
    editor = _streaming(qtbot, theme)
    editor.append_piece("One. ")
    editor.flush()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    for letters, chosen in (("n", ""), ("ni", ""), ("", "你"), ("h", ""), ("", "好")):
        event = QInputMethodEvent(letters, [])
        event.setCommitString(chosen)
        QApplication.sendEvent(editor, event)
        editor.append_piece("More. ")
        editor.flush()
    assert editor.toPlainText().replace("More. ", "") == "One. 你好"
    assert "你好" in editor.toPlainText(), editor.toPlainText()


def test_undo_takes_what_the_agent_typed_and_never_what_came(qtbot: QtBot, theme: Theme) -> None:
    editor = _streaming(qtbot, theme)
    editor.append_piece("One. Two.\n\n")
    editor.flush()
    cursor = editor.textCursor()
    cursor.setPosition(4)
    editor.setTextCursor(cursor)
    QTest.keyClicks(editor, " Gone")
    QTest.keyClick(editor, "z", Qt.KeyboardModifier.ControlModifier)  # while it streams
    assert editor.toPlainText() == "One. Two.\n\n"
    cursor.setPosition(4)
    editor.setTextCursor(cursor)
    QTest.keyClicks(editor, " Mine.")
    editor.append_piece("Three.\n")
    editor.flush()
    cursor.setPosition(0)
    editor.setTextCursor(cursor)
    QTest.keyClicks(editor, "First. ")
    editor.append_piece("Four.")
    editor.end_stream()
    whole = "First. One. Mine. Two.\n\nThree.\nFour."
    assert editor.toPlainText() == whole and editor.textCursor().position() == 7
    QTest.keyClicks(editor, "Later. ")
    assert editor.toPlainText() == whole.replace("First. ", "First. Later. ")
    editor.undo()
    assert editor.toPlainText() == whole
    for _ in range(5):
        QTest.keyClick(editor, "z", Qt.KeyboardModifier.ControlModifier)
    assert editor.toPlainText() == "One. Two.\n\nThree.\nFour."
    editor.redo()
    assert editor.toPlainText() == whole


def test_undo_after_a_word_was_composed_while_the_draft_ended(qtbot: QtBot, theme: Theme) -> None:
    editor = _streaming(qtbot, theme)
    editor.append_piece("One.")
    editor.flush()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QApplication.sendEvent(editor, QInputMethodEvent("ni", []))
    editor.append_piece(" Two.")
    editor.end_stream()
    event = QInputMethodEvent("", [])
    event.setCommitString("你")
    QApplication.sendEvent(editor, event)
    assert editor.toPlainText() == "One. Two.你"
    editor.undo()
    editor.undo()
    assert editor.toPlainText() == "One. Two."


def test_a_word_composed_in_another_ticket_brings_nothing_of_the_draft_that_streamed(
    qtbot: QtBot, theme: Theme
) -> None:
    editor = _streaming(qtbot, theme)
    editor.append_piece("Hola, Lucía")
    editor.flush()
    editor.show_text("Hello, Ana")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QApplication.sendEvent(editor, QInputMethodEvent("ni", []))
    event = QInputMethodEvent("", [])
    event.setCommitString("你")
    QApplication.sendEvent(editor, event)
    assert editor.toPlainText() == "Hello, Ana你"
    editor.undo()
    editor.undo()
    assert editor.toPlainText() == "Hello, Ana"

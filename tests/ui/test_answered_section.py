"""Answered before: rows where there is room, one open, by mouse and by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QVBoxLayout, QWidget

from supportdesk_gui.ui.ticket.answered_rows import Answered
from supportdesk_gui.ui.ticket.answered_section import AnsweredSection

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from supportdesk_gui.ui.theme import Theme

_FOUND = [Answered(n, f"2013{n}", f"Where is parcel {n}?", "en", n) for n in range(1, 6)]
_KEY = Qt.Key


class _Pane(QWidget):
    """A ticket's column: head, conversation, and the section."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head, self.conversation = QLabel("Head"), QScrollArea()
        self.head.setFixedHeight(120)
        self.section = AnsweredSection(theme, "B")
        for part in (self.head, self.conversation, self.section):
            column.addWidget(part)
        column.setStretch(1, 1)
        self.section.follow(column)
        self.asked: list[int] = []
        self.inserted: list[str] = []
        self.section.answer_wanted.connect(self._answer)
        self.section.insert_wanted.connect(self.inserted.append)
        self.section.left.connect(self.conversation.setFocus)

    def _answer(self, ticket_id: int) -> None:
        self.asked.append(ticket_id)
        self.section.show_answer(ticket_id, f"Answer {ticket_id}. " * 30)

    def button(self, name: str) -> QAbstractButton:
        found = self.section.findChild(QAbstractButton, name)
        assert isinstance(found, QAbstractButton)
        return found

    def row(self, number: int) -> QAbstractButton:
        return self.button(f"answeredRow{number}")


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme) -> _Pane:
    made = _Pane(theme)
    qtbot.addWidget(made)
    made.resize(400, 700)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_rows_are_on_view_where_there_is_room_and_behind_their_heading_elsewhere(
    pane: _Pane, qtbot: QtBot
) -> None:
    assert pane.section.isHidden()
    pane.section.show_found(_FOUND)
    assert pane.row(5).isVisible() and "Rated 5" in pane.row(5).accessibleName()
    pane.resize(400, 500)
    qtbot.waitUntil(lambda: not pane.row(1).isVisible())
    assert pane.button("answeredHead").isVisible()
    pane.button("answeredHead").click()
    assert pane.row(1).isVisible(), "the agent wants them all the same"
    pane.row(1).click()
    pane.resize(400, 320)
    qtbot.waitUntil(lambda: pane.conversation.height() > 60)
    assert pane.head.height() == 120, "nothing is squeezed for an answer"
    pane.resize(400, 700)
    pane.button("answeredHead").click()
    assert not pane.row(1).isVisible()
    pane.section.show_found([])
    assert pane.section.isHidden()


def test_arrows_go_from_answer_to_answer_and_return_inserts(pane: _Pane) -> None:
    pane.section.show_found(_FOUND)
    pane.section.go_to()
    assert pane.row(1).hasFocus() and pane.asked == [1]
    QTest.keyClick(pane.row(1), _KEY.Key_Up)
    QTest.keyClick(pane.row(1), _KEY.Key_Down)
    assert pane.row(2).hasFocus() and pane.asked == [1, 2]
    QTest.keyClick(pane.row(2), _KEY.Key_Return)
    pane.button("insertAnswerButton").click()
    assert pane.inserted == ["Answer 2. " * 30] * 2
    pane.row(2).click()
    assert not pane.button("insertAnswerButton").isVisible()
    pane.section.show_answer(2, "It came too late.")
    assert not pane.button("insertAnswerButton").isVisible()
    QTest.keyClick(pane.row(2), _KEY.Key_Space)
    assert pane.asked == [1, 2, 2]
    pane.section.show_found(_FOUND[1:])  # looked for again: the row that is open stays so
    assert pane.button("insertAnswerButton").isVisible()
    assert pane.section.found()[0].ticket_id == 2


def test_what_belongs_to_another_ticket_is_gone_at_once_and_the_focus_with_it(pane: _Pane) -> None:
    pane.section.show_found(_FOUND)
    pane.section.go_to()
    height = pane.section.height()
    pane.section.show_looking()
    assert not pane.section.found() and pane.conversation.hasFocus()
    assert not pane.button("insertAnswerButton").isVisible()
    assert pane.row(5).isVisible() and pane.section.height() <= height, "it keeps the rows' room"
    pane.row(3).click()
    assert pane.asked == [1], "an empty row is no answer"
    pane.section.show_found(_FOUND[:2])
    assert not pane.row(3).isVisible()

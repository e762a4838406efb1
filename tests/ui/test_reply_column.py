"""Whatever there is to say beside it, the text of a reply keeps its room."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from supportdesk_gui.assist.proof import Mark, SentenceProof
from supportdesk_gui.ui.actions import Actions
from supportdesk_gui.ui.reply.reply_column import LEAST_TEXT, ReplyColumn

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from supportdesk_gui.ui.theme import Theme

_QUESTION = "A blank is left: [delivery date]. In no policy: “25 €”, “tomorrow”. Copy the reply?"
_TEXT = "We give you 25 €. "
_FACTS = ("delivery date", "tracking number", "stock", "warehouse")


@pytest.mark.parametrize(
    ("width", "height"), [(480, 690), (432, 660), (432, 620), (640, 440), (432, 420)]
)
def test_nothing_squeezes_the_text(qtbot: QtBot, theme: Theme, width: int, height: int) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = ReplyColumn(Actions(window), theme, window)
    window.resize(width, height)
    window.show()
    column.resize(width, height)
    QApplication.processEvents()
    proofs = [
        SentenceProof(n * len(_TEXT), (n + 1) * len(_TEXT), Mark.UNSUPPORTED) for n in range(12)
    ]
    column.editor.show_text(_TEXT * 12)
    column.rows.show_proofs(_TEXT * 12, proofs, ())
    column.facts.show_facts(_FACTS, {})
    column.notice.ask(_QUESTION, [("Copy anyway", print), ("Remove the sentence", print)], "look")
    QApplication.processEvents()
    assert column.stack.height() >= LEAST_TEXT
    rows = [one.height_for(width) for one in column.rows._rows if one.proof is not None]
    whole = {column.rows.head_height, *(column.rows.head_height + 1 + h for h in accumulate(rows))}
    assert column.rows.height() in whole | {0}, "a row is cut through"
    assert column.notice.height() >= column.notice.wanted_height(width), "the question is cut"
    _stands_one_above_another(column)

    text = column.stack.height()
    column.stack.setCurrentWidget(column.other)
    QApplication.processEvents()
    assert column.stack.height() >= text, "another language has the room of the proof as well"
    assert not column.rows.isVisible()
    column.stack.setCurrentWidget(column.editor)
    column.notice.clear()
    QApplication.processEvents()
    assert column.rows.isVisible() and column.stack.height() >= LEAST_TEXT
    _stands_one_above_another(column)


def _stands_one_above_another(column: ReplyColumn) -> None:
    parts = [
        column.head, column.passages, column.tabs, column.notice, column.facts, column.stack,
        column.rows, column.steering, column.copy_row,
    ]  # fmt: skip
    shown = [part for part in parts if part.isVisible() and part.height()]
    for above, below in pairwise(shown):
        assert above.geometry().bottom() < below.geometry().top()
    assert shown[-1].geometry().bottom() < column.height()

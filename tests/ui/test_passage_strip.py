"""Every passage that a draft was written from can be reached, and nothing moves for it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget

from supportdesk_gui.policies.document import Passage
from supportdesk_gui.ui.reply.passage_strip import PassageStrip
from supportdesk_gui.ui.theme import Theme

_FIRST = Passage(1, "h1", "You may return any lamp.", "returns.md", "Returns", 0, 24, "en")
_FIVE = [replace(_FIRST, hash=f"h{n}", heading=f"Part {n}") for n in range(1, 6)]


@pytest.mark.parametrize("height", [144, 78, 26])
def test_five_passages_are_reached_by_tab_and_opened_by_key(theme: Theme, height: int) -> None:
    window, before, strip = QWidget(), QLineEdit(), PassageStrip(theme)
    column = QVBoxLayout(window)
    column.addWidget(before)
    column.addWidget(strip)
    opened: list[Passage] = []
    strip.passage_chosen.connect(opened.append)
    strip.setFixedHeight(strip.fitting(height + 1))
    window.resize(500, 300)
    window.show()
    before.setFocus()
    assert strip.height() == height
    strip.show_passages(_FIVE, {one.hash: (one.text, 0) for one in _FIVE})
    QApplication.processEvents()
    assert strip.height() == height, "the pane moved"
    for passage in _FIVE:
        QTest.keyClick(_focused(), Qt.Key.Key_Tab)
        row = _focused()
        assert isinstance(row, QFrame) and passage.heading in row.accessibleName()
        top = row.mapTo(strip.viewport(), row.rect().topLeft()).y()
        shown = strip.viewport().height()
        assert top >= -1 and top + row.height() <= shown + 1, "out of view"
        QTest.keyClick(row, Qt.Key.Key_Return)
    assert opened == _FIVE
    strip.show_passages(_FIVE[:1], {})
    QApplication.processEvents()
    assert strip.height() == height
    assert strip.verticalScrollBar().maximum() == 0, "it scrolls over nothing"


def _focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found

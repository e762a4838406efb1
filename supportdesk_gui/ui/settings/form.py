"""The parts that every section of the settings is made of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLabel, QVBoxLayout, QWidget

from supportdesk_gui.ui.components.drop_down import DropDown
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.components.tick import Tick
from supportdesk_gui.ui.fonts import font

_WIDTH, _LABEL = 600, 148


class Form(QWidget):
    """A column of heads, words and rows, at most 600 wide; on half a screen labels go above."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[QBoxLayout] = []
        self._names: dict[QWidget, QLabel] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(28, 20, 28, 28)
        self._column.setSpacing(12)
        self._column.addStretch(1)
        self.setMaximumWidth(_WIDTH + 56)

    def add_head(self, text: str) -> None:
        """A title over the rows that follow."""
        if self._column.count() > 1:
            self._insert_space(8)
        self.add(Paragraph(text, "body", "text", 600))

    def add_words(self, text: str, ink: str = "text2") -> None:
        """A sentence or two of explanation."""
        self.add(Paragraph(text, "second", ink))

    def add(self, widget: QWidget) -> None:
        """A widget over the whole width."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def add_row(self, label: str, widget: QWidget) -> None:
        """A label and what it names."""
        name = QLabel(label)
        name.setFont(font("body", text=label))
        name.setProperty("role", "text2")
        name.setMinimumWidth(_LABEL)
        name.setBuddy(widget)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(8)
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(widget, 1)
        name.setMinimumHeight(32)
        self._rows.append(row)
        self._names[widget] = name
        self._column.insertLayout(self._column.count() - 1, row)

    def show_row(self, widget: QWidget, shown: bool) -> None:
        """Show or hide a row that was added, by what it names."""
        self._names[widget].setVisible(shown)
        widget.setVisible(shown)

    def set_narrow(self, narrow: bool) -> None:
        """Labels above what they name."""
        direction = QBoxLayout.Direction
        for row in self._rows:
            row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
            row.setSpacing(0 if narrow else 8)
        side = 16 if narrow else 28
        self._column.setContentsMargins(side, 20, side, 28)

    def _insert_space(self, height: int) -> None:
        self._column.insertSpacing(self._column.count() - 1, height)


def choice(name: str, spoken: str, chosen: str, items: Sequence[tuple[str, str]]) -> QComboBox:
    """A drop-down of (value, words); `name` is the object's name."""
    box = DropDown()
    box.setObjectName(name)
    box.setAccessibleName(spoken)
    for value, text in items:
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


def check(name: str, text: str, on: bool) -> Tick:
    """A box to tick; `name` is the object's name."""
    box = Tick(text)
    box.setObjectName(name)
    box.setAccessibleName(text)
    box.setFont(font("body", text=text))
    box.setChecked(on)
    return box

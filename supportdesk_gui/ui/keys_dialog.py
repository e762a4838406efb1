"""All keys at a glance, below where they act."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.ui.actions import Actions
from supportdesk_gui.ui.components.buttons import default_button
from supportdesk_gui.ui.components.labels import KeyLabel
from supportdesk_gui.ui.fonts import font, scaled
from supportdesk_gui.ui.theme import Theme

_WIDTH, _HEIGHT, _TWO_COLUMNS_FROM = 760, 600, 700


class KeysDialog(QDialog):
    """Two columns where there is room; opened with `open()`."""

    def __init__(self, actions: Actions, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("keysDialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("All keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions, self._theme = actions, theme
        width = min(scaled(_WIDTH), window.width() - 32)
        self.resize(width, min(scaled(_HEIGHT), window.height() - 64))
        area = QScrollArea()
        area.setObjectName("allKeys")
        area.setAccessibleName(self.tr("All keys"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._columns(beside=width >= scaled(_TWO_COLUMNS_FROM)))
        close = default_button(self.tr("Close"), theme, key="Esc")
        close.setObjectName("keysCloseButton")
        close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 12, 16)
        layout.setSpacing(16)
        layout.addWidget(area, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 12, 0)
        foot.addStretch()
        foot.addWidget(close)
        layout.addLayout(foot)

    def _columns(self, *, beside: bool) -> QWidget:
        page = QWidget()
        direction = QBoxLayout.Direction
        columns = QBoxLayout(direction.LeftToRight if beside else direction.TopToBottom, page)
        columns.setContentsMargins(0, 0, 12, 0)
        columns.setSpacing(40 if beside else 20)
        shown = [
            (title, [action for action in group if action.shortcuts()])
            for title, group in self._actions.groups()
        ]
        half = sum(len(group) for _, group in shown) / 2
        first, second, count = QVBoxLayout(), QVBoxLayout(), 0
        for title, group in shown:
            column = first if count + len(group) / 2 < half else second
            column.addLayout(self._group(title, group))
            count += len(group)
        for column in (first, second):
            column.setSpacing(20)
            if beside:
                column.addStretch()
            columns.addLayout(column, 1)
        return page

    def _group(self, title: str, group: Sequence[QAction]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        head = QLabel(title)
        head.setFont(font("label", weight=600, text=title))
        head.setProperty("role", "text3")
        grid.addWidget(head, 0, 0, 1, 2)
        for row, action in enumerate(group, start=1):
            words = QLabel(action.text())
            words.setFont(font("body", text=action.text()))
            words.setWordWrap(True)
            grid.addWidget(words, row, 0)
            keys = QHBoxLayout()
            keys.setSpacing(4)
            keys.addStretch()
            for key in self._actions.key_texts(action):
                keys.addWidget(KeyLabel(key, self._theme))
            grid.addLayout(keys, row, 1)
        return grid

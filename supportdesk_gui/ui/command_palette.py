"""Ctrl+K: every action by its name, with its key beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from supportdesk_gui.ui.actions import Actions
from supportdesk_gui.ui.components.field import Field
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.icons import icon
from supportdesk_gui.ui.theme import Theme

_WIDTH, _TOP, _ROW, _ROWS = 640, 112, 36, 9


class CommandPalette(QWidget):
    """A child of the window that covers it; Esc or a click beside it closes."""

    def __init__(self, actions: Actions, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("commandPalette")
        self._actions, self._theme = actions, theme
        self._before: QWidget | None = None
        self._box = QFrame(self)
        self._box.setProperty("card", "palette")
        self._field = Field(self.tr("What do you want to do?"), "search", theme)
        self._field.setObjectName("paletteField")
        self._field.textChanged.connect(self._fill)
        self._field.installEventFilter(self)
        self._list = QListWidget()
        self._list.setObjectName("paletteList")
        self._list.setAccessibleName(self.tr("Actions"))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFont(font("body"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setUniformItemSizes(True)
        self._list.itemClicked.connect(self._take)
        layout = QVBoxLayout(self._box)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._field)
        layout.addWidget(self._list)
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show all actions."""
        window = self.parentWidget()
        self._before = window.focusWidget()
        self.setGeometry(window.rect())
        width = min(_WIDTH, window.width() - 32)
        top = min(_TOP, window.height() // 6)
        self._box.setGeometry((window.width() - width) // 2, top, width, _ROWS * _ROW + 60)
        self._field.clear()
        self._fill("")
        self.show()
        self.raise_()
        self._field.setFocus()

    def close_palette(self) -> None:
        """Go back to where the focus was."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.parentWidget()
            and event.type() == QEvent.Type.Resize
            and self.isVisible()
        ):
            self.close_palette()
        if (
            watched is self._field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            return self._key(event)
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._box.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(self._theme.colours.scrim))

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            step = 1 if key == Qt.Key.Key_Down else -1
            row = self._list.currentRow() + step
            self._list.setCurrentRow(max(0, min(row, self._list.count() - 1)))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            item = self._list.currentItem()
            if item is not None:
                self._take(item)
        else:
            return False
        return True

    def _fill(self, text: str) -> None:
        self._list.clear()
        scored = []
        for place, action in enumerate(self._actions.all()):
            score = _score(text.casefold(), action.text().casefold())
            if score is not None and action.isEnabled() and action.objectName() != "action_palette":
                scored.append((score, place, action))
        for _, _, action in sorted(scored, key=lambda entry: entry[:2]):
            self._add(action)
        self._list.setCurrentRow(0)

    def _add(self, action: QAction) -> None:
        item = QListWidgetItem(action.text())
        item.setData(Qt.ItemDataRole.UserRole, action)
        colours = self._theme.colours
        name = str(action.property("iconName") or "chevron-right")
        item.setIcon(icon(name, 16, colours.text_2))
        self._list.addItem(item)
        row = QLabel(self._actions.key_text(action))
        row.setFont(font("label"))
        row.setProperty("role", "text3")
        row.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.setContentsMargins(0, 0, 12, 0)
        size = item.sizeHint()
        size.setHeight(_ROW)
        item.setSizeHint(size)
        self._list.setItemWidget(item, row)

    def _take(self, item: QListWidgetItem) -> None:
        action = item.data(Qt.ItemDataRole.UserRole)
        self.close_palette()
        action.trigger()


def _score(wanted: str, text: str) -> int | None:
    """Smaller is better: a word's beginning, then anywhere, then letters in order; else None."""
    if not wanted:
        return 0
    if any(word.startswith(wanted) for word in text.split()) or text.startswith(wanted):
        return 0
    if wanted in text:
        return 1
    letters = iter(text)
    return 2 if all(letter in letters for letter in wanted if letter != " ") else None

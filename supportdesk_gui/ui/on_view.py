"""What is on view and kept nowhere else, carried over while the window's contents are rebuilt.

Another language or another size of text is taken on by building every page again. Tickets,
drafts, settings and running work live outside the pages; what only the pages know is here, by
the names of their widgets.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QTableView,
    QTextEdit,
    QWidget,
)

W = TypeVar("W", bound=QWidget)


@dataclass(frozen=True, slots=True)
class OnView:
    """Texts of fields, places of cursors, current rows, scroll bars and the focus, by name."""

    focus: str
    fields: dict[str, tuple[str, int]]
    cursors: dict[str, tuple[int, int]]
    rows: dict[str, int]
    scrolled: dict[str, tuple[int, int]]

    @classmethod
    def of(cls, window: QWidget, before: OnView | None) -> OnView:
        """What `window` holds now; `before` was carried over last, and may not be settled yet."""
        waiting = before.scrolled if before is not None else {}
        focus = QApplication.focusWidget()
        cursors = {edit.objectName(): edit.textCursor() for edit in _named(window, QTextEdit)}
        return cls(
            focus.objectName() if focus is not None and window.isAncestorOf(focus) else "",
            {field.objectName(): (field.text(), field.cursorPosition())
             for field in _named(window, QLineEdit)},
            {name: (cursor.anchor(), cursor.position()) for name, cursor in cursors.items()},
            {table.objectName(): table.currentIndex().row()
             for table in _named(window, QTableView)},
            {area.objectName():
             (area.horizontalScrollBar().value(), area.verticalScrollBar().value())
             for area in _named(window, QAbstractScrollArea)} | waiting,
        )  # fmt: skip

    def fill(self, window: QWidget) -> None:
        """Bring texts, cursors and rows back; fields that have their text already keep it."""
        for field in _named(window, QLineEdit):
            text, place = self.fields.get(field.objectName(), ("", 0))
            if text and field.text() != text:
                field.setText(text)
            field.setCursorPosition(place)
        for edit in _named(window, QTextEdit):
            anchor, position = self.cursors.get(edit.objectName(), (0, 0))
            last = edit.document().characterCount() - 1
            cursor = edit.textCursor()
            cursor.setPosition(min(anchor, last))
            cursor.setPosition(min(position, last), QTextCursor.MoveMode.KeepAnchor)
            edit.setTextCursor(cursor)
        for table in _named(window, QTableView):
            row = self.rows.get(table.objectName(), -1)
            model = table.model()
            if 0 <= row < model.rowCount() and not table.currentIndex().isValid():
                table.setCurrentIndex(model.index(row, 0))

    def settle(self, window: QWidget) -> None:
        """Once a page has its place on the screen: its scroll bars, and the focus."""
        for area in _named(window, QAbstractScrollArea):
            if area.isVisible():
                across, down = self.scrolled.pop(area.objectName(), (0, 0))
                area.horizontalScrollBar().setValue(across or area.horizontalScrollBar().value())
                area.verticalScrollBar().setValue(down or area.verticalScrollBar().value())

    def focus_again(self, window: QWidget) -> None:
        """Give the focus to the widget that had it."""
        focus = window.findChild(QWidget, self.focus) if self.focus else None
        if isinstance(focus, QWidget):
            focus.setFocus()


def _named(window: QWidget, kind: type[W]) -> list[W]:
    return [widget for widget in window.findChildren(kind) if widget.objectName()]

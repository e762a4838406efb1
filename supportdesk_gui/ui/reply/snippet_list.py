"""`::name` in the editor: a small list of saved replies, one of which goes in at the caret."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.reply.draft_editor import DraftEditor

if TYPE_CHECKING:
    from supportdesk_gui.assist.saved_replies import SavedReply

_TYPED = re.compile(r"(?<!:)::([^\s:]{0,40})$")
_MOST, _WIDTH = 6, 300
_KEYS = frozenset({
    Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down,
})  # fmt: skip


class SnippetList(QListWidget):
    """Hangs at the caret while `::` and the beginning of a title stand before it.

    Only those signs give way to the reply; whatever else stands in the draft stays.
    """

    def __init__(
        self, editor: DraftEditor, find: Callable[[str, int], Sequence[SavedReply]],
        fill: Callable[[SavedReply], str],
    ) -> None:  # fmt: skip
        """`find(name, most)` gives the replies for what was typed, `fill` one's text."""
        super().__init__(editor)
        self._editor, self._find, self._fill = editor, find, fill
        self._found: list[SavedReply] = []
        self.setObjectName("snippetList")
        self.setAccessibleName(self.tr("Saved replies"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setFont(font("body"))
        self.itemClicked.connect(lambda _: self.insert())
        editor.typed.connect(self.look)
        editor.cursorPositionChanged.connect(self._left)
        editor.shown.connect(self.hide)
        editor.snippets = self
        self.hide()

    def look(self) -> None:
        """Something was typed: open, follow or close."""
        name = self._name()
        if name is None or self._editor.composes:
            self.hide()
            return
        self._found = list(self._find(name, _MOST))
        self.clear()
        for reply in self._found:
            item = QListWidgetItem(reply.title)
            item.setToolTip(reply.text)
            item.setFont(font("body", text=reply.title))
            self.addItem(item)
        self.setVisible(bool(self._found))
        if self._found:
            self.setCurrentRow(0)
            self._place()

    def insert(self) -> None:
        """Put the chosen reply in the place of `::name`; undo brings that back in one step."""
        name, place = self._name(), self.currentRow()
        self.hide()
        if name is None or not 0 <= place < len(self._found):
            return
        cursor = self._editor.textCursor()
        cursor.beginEditBlock()
        for _ in range(len(name) + 2):
            cursor.deletePreviousChar()
        cursor.insertText(self._fill(self._found[place]))
        cursor.endEditBlock()
        self._editor.close_step()
        self._editor.setTextCursor(cursor)

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key that was pressed in the editor is the list's."""
        return self.isVisible() and event.key() in _KEYS and not event.modifiers()

    def act(self, event: QKeyEvent) -> None:
        """Do what such a key says."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            by = 1 if event.key() == Qt.Key.Key_Down else -1
            self.setCurrentRow((self.currentRow() + by) % self.count())
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            self.insert()

    def _name(self) -> str | None:
        """What stands between `::` and the caret, None where that is not so."""
        cursor = self._editor.textCursor()
        if cursor.hasSelection():
            return None
        before = QTextCursor(cursor)
        before.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        found = _TYPED.search(before.selectedText())
        return found[1] if found else None

    def _left(self) -> None:
        if self.isVisible() and self._name() is None:
            self.hide()

    def _place(self) -> None:
        """Below the caret's line, or above it where there is no room."""
        height = self.sizeHintForRow(0) * len(self._found) + 10
        width = min(_WIDTH, self._editor.width() - 16)
        caret = self._editor.cursorRect()
        origin = self._editor.viewport().mapTo(self._editor, QPoint(0, 0))
        top = origin.y() + caret.bottom() + 4
        if top + height > self._editor.height():
            top = max(0, origin.y() + caret.top() - height - 4)
        left = min(origin.x() + caret.left(), self._editor.width() - width - 8)
        self.setGeometry(left, top, width, min(height, self._editor.height()))
        self.raise_()

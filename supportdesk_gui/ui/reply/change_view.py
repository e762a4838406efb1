"""A proposed change where its text stands: what goes is struck through, what comes underlined.

It lies over the editor and looks like it; nothing of it is in the draft until it is accepted.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from supportdesk_gui.text.changes import Change, Piece, changes
from supportdesk_gui.ui.fonts import line_height
from supportdesk_gui.ui.reply.draft_editor import GUTTER, DraftEditor
from supportdesk_gui.ui.theme import Colours, Theme

_ACCEPT = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Proposal(NamedTuple):
    """`after` is to stand for `before`, between the texts around it."""

    head: str
    before: str
    after: str
    tail: str


class ChangeView(QTextEdit):
    """Return or a click on the change accepts, Esc rejects; other letters do nothing here."""

    accepted = Signal()
    rejected = Signal()

    def __init__(self, editor: DraftEditor, theme: Theme) -> None:
        super().__init__(editor)
        self._editor, self._theme = editor, theme
        self._proposal: Proposal | None = None
        self._span = (0, 0)
        self.setObjectName("proposedChange")
        self.setAccessibleName(self.tr("Proposed change"))
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)  # the shapes beside the draft are not those of this text
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setViewportMargins(GUTTER, 0, 0, 0)
        self.document().setDocumentMargin(12)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self._write)
        editor.installEventFilter(self)
        self.hide()

    def propose(self, proposal: Proposal) -> None:
        """Show a change over the editor, with the focus."""
        self._proposal = proposal
        self.setFont(self._editor.font())
        self.document().setDefaultFont(self._editor.font())
        self.setGeometry(self._editor.rect())
        self._write()
        self.verticalScrollBar().setValue(self._editor.verticalScrollBar().value())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureCursorVisible()

    def put_away(self) -> None:
        """Show the draft again."""
        had_focus = self.hasFocus()
        self._proposal = None
        self.hide()
        if had_focus:
            self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._editor.rect())
        return False

    def event(self, event: Any) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._is_own(event):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._is_own(event):
            super().keyPressEvent(event)
        elif event.key() in _ACCEPT:
            self.accepted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.rejected.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.cursorForPosition(event.position().toPoint()).position()
        if self._span[0] <= place <= self._span[1]:
            self.accepted.emit()

    def _is_own(self, event: QKeyEvent) -> bool:
        """Return, Esc, and whatever else would be typed."""
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }  # fmt: skip
        typed = bool(event.text()) and event.text().isprintable()
        return plain and (typed or event.key() in {*_ACCEPT, Qt.Key.Key_Escape})

    def _write(self) -> None:
        if self._proposal is None:
            return
        self.clear()
        cursor = self.textCursor()
        block = QTextBlockFormat()
        block.setLineHeight(
            line_height("reply"), QTextBlockFormat.LineHeightTypes.FixedHeight.value
        )
        cursor.setBlockFormat(block)
        formats = change_formats(self._theme.colours)
        plain = formats[Change.SAME]
        cursor.insertText(self._proposal.head, plain)
        start = cursor.position()
        for piece in shown_pieces(self._proposal):
            cursor.insertText(piece.text, formats[piece.change])
        self._span = (start, cursor.position())
        cursor.insertText(self._proposal.tail, plain)
        cursor.setPosition(start)
        self.setTextCursor(cursor)


def shown_pieces(proposal: Proposal) -> list[Piece]:
    """The change in pieces; where nearly nothing stays, the old text whole and then the new one."""
    found = changes(proposal.before, proposal.after)
    kept = sum(len(piece.text) for piece in found if piece.change is Change.SAME)
    if kept * 4 < len(proposal.before):
        gap = "" if proposal.before.endswith((" ", "\n")) else " "
        return [
            Piece(Change.REMOVED, proposal.before), Piece(Change.SAME, gap),
            Piece(Change.ADDED, proposal.after),
        ]  # fmt: skip
    return found


def change_formats(colours: Colours) -> dict[Change, QTextCharFormat]:
    """How each piece of a comparison looks: by line and by colour."""
    plain, removed, added = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
    plain.setForeground(QColor(colours.text))
    removed.setForeground(QColor(colours.text_3))
    removed.setFontStrikeOut(True)
    added.setForeground(QColor(colours.accent))
    added.setBackground(QColor(colours.wash))
    added.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    return {Change.SAME: plain, Change.REMOVED: removed, Change.ADDED: added}

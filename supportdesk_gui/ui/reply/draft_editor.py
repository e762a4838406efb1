"""The editor of a draft: plain text, proof lines under cited words, shapes in the gutter.

The marks are painted after the text and never enter the document: nothing of them is undone,
copied or saved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextLine,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from supportdesk_gui.assist.drafting import Citation
from supportdesk_gui.ui.fonts import font, line_height
from supportdesk_gui.ui.reply.stream_buffer import StreamBuffer
from supportdesk_gui.ui.theme import Theme

_GUTTER = 48


@dataclass(frozen=True, slots=True)
class Mark:
    """A proven stretch of the text and the numbers of the passages it rests on."""

    start: int
    end: int
    numbers: tuple[int, ...]


class DraftEditor(QTextEdit):
    """Shows and edits the text of a draft; `typed` only for what the agent does."""

    typed = Signal()
    mark_clicked = Signal(int, int)
    """A mark's start and end was clicked in the gutter."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marks: list[Mark] = []
        self._by_program = False
        self._typed_meanwhile = False
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewportMargins(_GUTTER, 0, 0, 0)
        self.document().setDocumentMargin(12)
        self.setTabChangesFocus(True)
        self.stream = StreamBuffer(self.document(), self)
        self._gutter = _Gutter(self)
        self.set_language("")
        self.document().contentsChange.connect(self._noticed)
        self.verticalScrollBar().valueChanged.connect(self._gutter.update)
        theme.changed.connect(self._repaint)

    def set_language(self, language: str) -> None:
        """Use the fonts of the text's language."""
        face: QFont = font("reply", language=language)
        self._by_program = True
        self.document().setDefaultFont(face)
        self.setFont(face)
        self._by_program = False

    def show_text(self, text: str) -> None:
        """Show another text; the way back from it is the version, not undo."""
        self.stream.drop()
        self._by_program = True
        self.setPlainText(text)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        block = QTextBlockFormat()
        block.setLineHeight(
            line_height("reply"), QTextBlockFormat.LineHeightTypes.FixedHeight.value
        )
        cursor.mergeBlockFormat(block)
        self.document().clearUndoRedoStacks()
        self._by_program = False
        self.set_marks(())

    def begin_stream(self) -> None:
        """Start an empty text that pieces are appended to."""
        self.show_text("")
        self._typed_meanwhile = False
        self.stream.begin()

    def append_piece(self, piece: str) -> None:
        """A piece of the draft, shown with the next frame."""
        self.stream.append(piece)

    def end_stream(self) -> None:
        """Everything has come; undo starts from here, unless the agent typed meanwhile."""
        self.stream.finish()
        if not self._typed_meanwhile:
            self.document().clearUndoRedoStacks()

    def flush(self) -> None:
        """Show what has come without waiting for the frame."""
        self.stream.flush()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show these proofs."""
        self._marks = list(marks)
        self._repaint()

    def citations_as_marks(
        self, citations: Sequence[Citation], numbers: dict[str, int]
    ) -> list[Mark]:
        """Marks for citations; `numbers` gives each passage hash its number in the list."""
        spans: dict[tuple[int, int], list[int]] = {}
        for citation in citations:
            number = numbers.get(citation.passage_hash)
            if number is not None:
                spans.setdefault((citation.start, citation.end), []).append(number)
        return [Mark(start, end, tuple(found)) for (start, end), found in spans.items()]

    def marks_with_tops(self) -> list[tuple[Mark, float]]:
        """Each mark on view with the y of its first line in the viewport."""
        placed = []
        for mark in self._visible_marks():
            cursor = QTextCursor(self.document())
            cursor.setPosition(min(mark.start, max(0, self.document().characterCount() - 1)))
            placed.append((mark, float(self.cursorRect(cursor).top())))
        return placed

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        marks = self._visible_marks()
        if not marks:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.colours.supported), 1.25))
        offset = QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        for mark in marks:
            self._underline(painter, mark, offset)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        area = self.contentsRect()
        self._gutter.setGeometry(area.left(), area.top(), _GUTTER, area.height())

    def _visible_marks(self) -> list[Mark]:
        """Those of which something stands in the viewport: a long draft has hundreds."""
        if not self._marks:
            return []
        area = self.viewport().rect()
        first = self.cursorForPosition(area.topLeft()).position()
        last = self.cursorForPosition(area.bottomRight()).position()
        return [mark for mark in self._marks if mark.end >= first and mark.start <= last]

    def _underline(self, painter: QPainter, mark: Mark, offset: QPointF) -> None:
        block = self.document().findBlock(mark.start)
        while block.isValid() and block.position() < mark.end:
            for number in range(block.layout().lineCount()):
                self._underline_line(painter, mark, block, block.layout().lineAt(number), offset)
            block = block.next()

    def _underline_line(
        self, painter: QPainter, mark: Mark, block: QTextBlock, line: QTextLine, offset: QPointF
    ) -> None:
        first = max(mark.start - block.position(), line.textStart())
        last = min(mark.end - block.position(), line.textStart() + line.textLength())
        if first >= last:
            return
        origin = self.document().documentLayout().blockBoundingRect(block).topLeft() + offset
        left = _cursor_x(line, first)
        right = _cursor_x(line, last)
        y = origin.y() + line.y() + line.ascent() + 3.5
        if y < 0 or y > self.viewport().height():
            return
        painter.drawLine(QPointF(origin.x() + left, y), QPointF(origin.x() + right, y))

    def _noticed(self, position: int, removed: int, added: int) -> None:
        if self.stream.is_inserting:
            return  # at the end: no mark moves
        self._gutter.update()
        if not self._by_program and (removed or added):
            self._typed_meanwhile = True
            self.typed.emit()

    def _repaint(self) -> None:
        self.viewport().update()
        self._gutter.update()


class _Gutter(QWidget):
    """A filled circle and the passages' numbers beside each proven sentence."""

    def __init__(self, editor: DraftEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._editor._theme.colours
        painter.fillRect(self.rect(), QColor(colours.paper))
        painter.setFont(font("label", weight=600))
        for mark, top in self._editor.marks_with_tops():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.supported))
            painter.drawEllipse(QRectF(12, top + 7, 9, 9))
            painter.setPen(QColor(colours.supported))
            numbers = " ".join(str(number) for number in mark.numbers)
            painter.drawText(QPointF(25, top + 15.5), numbers)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for mark, top in self._editor.marks_with_tops():
            if top <= event.position().y() <= top + line_height("reply"):
                self._editor.mark_clicked.emit(mark.start, mark.end)
                return


def _cursor_x(line: QTextLine, position: int) -> float:
    """PySide gives the place together with the position it was asked for."""
    x: Any = line.cursorToX(position)
    return float(x[0] if isinstance(x, tuple) else x)

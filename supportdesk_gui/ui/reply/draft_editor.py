"""The editor of a draft: plain text, proof lines under cited words, shapes in the gutter.

Places in the text are counted as Python does by all who ask; inside as Qt does.

The marks are painted after the text and never enter the document: nothing of them is undone,
copied or saved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from os.path import commonprefix
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from supportdesk_gui.assist.blanks import Blank, blanks_in
from supportdesk_gui.text.places import Places
from supportdesk_gui.text.sentences import split_sentences
from supportdesk_gui.ui.components.composing import Composing
from supportdesk_gui.ui.fonts import font, line_height
from supportdesk_gui.ui.reply.mark_painting import (
    Gutter,
    Mark,
    after_edit,
    paint_blanks,
    paint_lines,
    paint_tints,
    placed,
)
from supportdesk_gui.ui.reply.stream_buffer import StreamBuffer
from supportdesk_gui.ui.theme import Theme

if TYPE_CHECKING:
    from supportdesk_gui.ui.reply.snippet_list import SnippetList

GUTTER = 48
"""Width of the shapes beside the text."""


class DraftEditor(Composing, QTextEdit):
    """Shows and edits the text of a draft; `typed` only for what the agent does."""

    typed = Signal()
    shown = Signal()
    """Another text has taken the place of the one before."""
    mark_clicked = Signal(int, int)
    """A mark's start and end was clicked in the gutter."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("draftEditor")
        self.setAccessibleName(self.tr("Draft reply"))
        self.setPlaceholderText(self.tr("Press R for a draft, or write the reply here."))
        self._marks: list[Mark] = []
        self._known_places: Places | None = None
        self._blank_names: tuple[str, ...] = ()
        self._by_program = False
        self._typed_meanwhile, self._parted = False, True
        self.snippets: SnippetList | None = None
        """What completes `::name`, where somebody has set it."""
        self._composing_in: str | None = None
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewportMargins(GUTTER, 0, 0, 0)
        self.document().setDocumentMargin(12)
        self.setTabChangesFocus(True)
        self.stream = StreamBuffer(self.document(), self)
        self.stream.flushed.connect(self._stay)
        self._gutter = Gutter(self, theme)
        self._gutter.mark_clicked.connect(self._tell_click)
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
        self._typed_meanwhile, self._parted = False, True  # what streamed before is another text
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
        self.shown.emit()

    def begin_stream(self) -> None:
        """Start an empty text that pieces are appended to."""
        self.show_text("")
        self._typed_meanwhile = self._parted = False
        self.stream.begin()

    def append_piece(self, piece: str) -> None:
        """A piece of the draft, shown with the next frame."""
        self.stream.append(piece)

    def end_stream(self) -> None:
        """Everything has come; undo starts from here, or takes what the agent typed meanwhile."""
        self.stream.finish()
        if not self.composes:  # else with the end of that
            self._part_from_stream()
            self._parted = True

    def _part_from_stream(self) -> None:
        """Make what the agent typed while text came one step of undo, and what came none."""
        if self._parted or not self._typed_meanwhile:
            if not self._parted:
                self.document().clearUndoRedoStacks()
            return
        came, now = self.stream.shown(), self.toPlainText()
        first = len(commonprefix([came, now]))
        last = len(commonprefix([came[first:][::-1], now[first:][::-1]]))
        own = self.textCursor()
        at, anchor = own.position(), own.anchor()
        self._by_program = True
        self._over(first, len(now) - last).insertText(came[first : len(came) - last])
        self.document().clearUndoRedoStacks()
        if came != now:
            self._over(first, len(came) - last).insertText(now[first : len(now) - last])
        self._by_program = False
        own.setPosition(anchor)
        own.setPosition(at, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(own)
        self.close_step()

    def undo(self) -> None:
        """Take back what the agent did last, never what streams in."""
        if self.stream.is_streaming:
            self._part_from_stream()
        super().undo()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.stream.is_streaming:  # it offers undo as well
            self._part_from_stream()
        super().contextMenuEvent(event)

    def flush(self) -> None:
        """Show what has come without waiting for the frame."""
        self.stream.flush()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show these proofs."""
        self._marks = []
        self.add_marks(marks)

    def add_marks(self, marks: Sequence[Mark]) -> None:
        """Show these proofs as well; they stand behind those that are there."""
        self._marks += placed(marks, self._places().units)
        self._repaint()

    def marks(self) -> tuple[Mark, ...]:
        """The marks of all sentences."""
        return tuple(placed(self._marks, self._places().characters))

    def _places(self) -> Places:
        """Those of the text as it is; made once for each state of it."""
        if self._known_places is None:
            self._known_places = Places(self.toPlainText())
        return self._known_places

    def caret(self) -> int:
        """Where the selection begins, or the caret stands."""
        return self._places().characters(self.textCursor().selectionStart())

    def set_blanks(self, names: Sequence[str]) -> None:
        """These facts may stand as blanks: they are tinted, and Tab goes from one to the next."""
        self._blank_names = tuple(names)
        self._repaint()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """To the next blank; from the last one, or without any, to the next control."""
        found = self._blanks()
        at, count = self.textCursor(), self._places().characters
        selected = (count(at.selectionStart()), count(at.selectionEnd()))
        ahead = found if forward else found[::-1]
        on_last = bool(ahead) and selected == (ahead[-1].start, ahead[-1].end)
        if not ahead or on_last or self.isReadOnly():
            return super().focusNextPrevChild(forward)
        beyond = [
            one for one in ahead
            if (one.start >= selected[1] if forward else one.end <= selected[0])
        ]  # fmt: skip
        chosen = beyond[0] if beyond else ahead[0]
        self.go_to(chosen.start, chosen.end)
        return True

    def _blanks(self) -> list[Blank]:
        if not self._blank_names:
            return []
        return blanks_in(self.toPlainText(), self._blank_names)

    def marks_with_tops(self) -> list[tuple[Mark, float]]:
        """Each mark on view with the y of its first line in the viewport."""
        placed = []
        for mark in self._visible_marks():
            cursor = QTextCursor(self.document())
            cursor.setPosition(min(mark.start, max(0, self.document().characterCount() - 1)))
            placed.append((mark, float(self.cursorRect(cursor).top())))
        return placed

    def go_to(self, start: int, end: int) -> None:
        """Select characters and bring them on view."""
        self.setTextCursor(self._over(start, end))
        self.ensureCursorVisible()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def select_sentence(self) -> None:
        """Select the sentence that the caret stands in or behind."""
        cursor = self.textCursor()
        line = cursor.block()
        at = Places(line.text()).characters(cursor.positionInBlock())
        before = self._places().characters(line.position())
        for start, end in split_sentences(line.text()):
            if start <= at <= end:
                self.go_to(before + start, before + end)
                return

    def put(self, start: int, end: int, words: str) -> None:
        """Replace characters as the agent would: undo brings them back."""
        self._over(start, end).insertText(words)
        self.close_step()

    def cut_out(self, spans: Sequence[tuple[int, int]]) -> None:
        """Take these characters out as the agent would: one step of undo brings them back."""
        cursors = [self._over(start, end) for start, end in spans]
        if cursors:
            cursors[0].beginEditBlock()
            for cursor in cursors:
                cursor.removeSelectedText()
            cursors[0].endEditBlock()
            self.close_step()

    def close_step(self) -> None:
        """What is typed next is undone apart from what stands here now."""
        self.document().setModified(False)  # Qt joins insertions of a changed document only

    def _over(self, start: int, end: int) -> QTextCursor:
        """A cursor over those characters, as far as there are as many."""
        places = self._places()
        most = max(0, self.document().characterCount() - 1)
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(places.units(start), most))
        cursor.setPosition(min(places.units(end), most), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def event(self, event: Any) -> bool:
        # Esc and Return are the window's keys as well: the list comes before it.
        if event.type() == QEvent.Type.ShortcutOverride and self._is_for_list(event):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.snippets is not None and self._is_for_list(event):
            self.snippets.act(event)
        elif (
            self.stream.is_streaming and not self.composes
            and event.matches(QKeySequence.StandardKey.Undo)
        ):  # fmt: skip
            self.undo()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        marks, blanks = self._visible_marks(), self._blanks()
        if blanks:
            units = self._places().units
            blanks = [replace(one, start=units(one.start), end=units(one.end)) for one in blanks]
        if marks or blanks:
            painter = QPainter(self.viewport())
            paint_tints(painter, self, marks, self._theme.colours.unsupported_tint)
            paint_blanks(painter, self, blanks, self._theme.colours)
            painter.end()
        super().paintEvent(event)
        if marks:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_lines(painter, self, marks, self._theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        area = self.contentsRect()
        self._gutter.setGeometry(area.left(), area.top(), GUTTER, area.height())

    def _is_for_list(self, event: QKeyEvent) -> bool:
        return self.snippets is not None and not self.composes and self.snippets.wants(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing_in = self.toPlainText()
        super().inputMethodEvent(event)
        self._composing_in = None
        if not (self._parted or self.composes or self.stream.is_streaming):
            self._part_from_stream()
            self._parted = True

    def _visible_marks(self) -> list[Mark]:
        """Those of which something stands in the viewport: a long draft has hundreds."""
        if not self._marks:
            return []
        area = self.viewport().rect()
        first, last = self._hit(area.topLeft()), self._hit(area.bottomRight())
        return [mark for mark in self._marks if mark.end >= first and mark.start <= last]

    def _hit(self, point: QPoint) -> int:
        """The character there; a cursor could not be set to one that is being composed."""
        corner = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        layout = self.document().documentLayout()
        return layout.hitTest((point + corner).toPointF(), Qt.HitTestAccuracy.FuzzyHit)

    def _noticed(self, position: int, removed: int, added: int) -> None:
        self._known_places = None
        if self.stream.is_inserting:
            return  # at the end: no mark moves
        self._gutter.update()
        if self._composing_in is not None and self.toPlainText() == self._composing_in:
            return  # what an input method composes is no text yet
        if not self._by_program and (removed or added):
            self._marks = after_edit(self._marks, position, removed, added)
            self._typed_meanwhile = True
            self.typed.emit()

    def _stay(self, start: int) -> None:
        """Who types at the end writes on there: what came in between stands behind their words."""
        cursor = self.textCursor()
        if self._typed_meanwhile and not cursor.hasSelection() and cursor.atEnd():
            cursor.setPosition(start)
            self.setTextCursor(cursor)

    def _tell_click(self, start: int, end: int) -> None:
        count = self._places().characters
        self.mark_clicked.emit(count(start), count(end))

    def _repaint(self) -> None:
        self.viewport().update()
        self._gutter.update()


def text_of(cursor: QTextCursor) -> str:
    """What a cursor has selected, with ordinary line ends."""
    return str(cursor.selectedText()).replace("\u2029", "\n").replace("\u2028", "\n")

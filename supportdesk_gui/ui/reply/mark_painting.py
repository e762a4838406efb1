"""Paints what a draft rests on: tints behind its words, lines under them, shapes beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlock,
    QTextLine,
)
from PySide6.QtWidgets import QToolTip, QWidget

from supportdesk_gui.ui.components.proof_marks import Proof, paint_line, paint_shape
from supportdesk_gui.ui.fonts import font, line_height
from supportdesk_gui.ui.theme import Colours, Theme

if TYPE_CHECKING:
    from supportdesk_gui.assist.blanks import Blank
    from supportdesk_gui.ui.reply.draft_editor import DraftEditor

_BELOW_BASELINE = 3.5
_WORST_FIRST = (Proof.INTERNAL, Proof.UNSUPPORTED, Proof.SUPPORTED, Proof.FACT)


@dataclass(frozen=True, slots=True)
class Line:
    """A claim from character `start` to `end` of the draft, and what it rests on."""

    start: int
    end: int
    proof: Proof


@dataclass(frozen=True, slots=True)
class Mark:
    """One sentence: its shape, the numbers of the passages beside it, its claims.

    `says` is the whole in words, for who does not see the shape.
    """

    start: int
    end: int
    proof: Proof
    numbers: tuple[int, ...] = ()
    lines: tuple[Line, ...] = ()
    says: str = ""


def placed(marks: Sequence[Mark], where: Callable[[int], int]) -> list[Mark]:
    """The marks with each of their places as `where` gives it."""
    return [
        replace(
            mark, start=where(mark.start), end=where(mark.end),
            lines=tuple(
                replace(line, start=where(line.start), end=where(line.end)) for line in mark.lines
            ),
        )
        for mark in marks
    ]  # fmt: skip


def after_edit(marks: Sequence[Mark], position: int, removed: int, added: int) -> list[Mark]:
    """The marks after so many characters were replaced; the sentence edited loses its own."""
    by = added - removed
    kept = []
    for mark in marks:
        if mark.end < position:
            kept.append(mark)
        elif mark.start >= position + removed and mark.start > position:
            lines = tuple(
                replace(line, start=line.start + by, end=line.end + by) for line in mark.lines
            )
            kept.append(replace(mark, start=mark.start + by, end=mark.end + by, lines=lines))
    return kept


def paint_tints(painter: QPainter, editor: DraftEditor, marks: Sequence[Mark], tint: str) -> None:
    """The ground of what nothing supports; painted before the words."""
    for line in (line for mark in marks for line in mark.lines):
        if line.proof is Proof.UNSUPPORTED:
            for left, baseline, width, row in _stretches(editor, line):
                top = baseline - row.ascent() - 1
                painter.fillRect(QRectF(left, top, width, row.height() + 2), QColor(tint))


def paint_blanks(
    painter: QPainter, editor: DraftEditor, blanks: Sequence[Blank], colours: Colours
) -> None:
    """The ground of a blank with an outline, so that it is seen without colour too."""
    painter.setPen(QPen(QColor(colours.fact), 1, Qt.PenStyle.DashLine))
    painter.setBrush(QColor(colours.fact_tint))
    for one in blanks:
        line = Line(one.start, one.end, Proof.FACT)
        for left, baseline, width, row in _stretches(editor, line):
            box = QRectF(left - 1, baseline - row.ascent() - 1, width + 2, row.height() + 2)
            painter.drawRoundedRect(box, 4, 4)


def paint_lines(
    painter: QPainter, editor: DraftEditor, marks: Sequence[Mark], theme: Theme
) -> None:
    """A line under each claim, in the fashion of what it rests on."""
    for line in (line for mark in marks for line in mark.lines):
        for left, baseline, width, _ in _stretches(editor, line):
            place = QPointF(left, baseline + _BELOW_BASELINE)
            paint_line(painter, line.proof, place, width, theme.colours)


def _stretches(editor: DraftEditor, claim: Line) -> Iterator[tuple[float, float, float, QTextLine]]:
    """Left, baseline and width in the viewport of each row that a claim runs over."""
    document = editor.document()
    offset = QPointF(-editor.horizontalScrollBar().value(), -editor.verticalScrollBar().value())
    block = document.findBlock(claim.start)
    while block.isValid() and block.position() < claim.end:
        origin = document.documentLayout().blockBoundingRect(block).topLeft() + offset
        for number in range(block.layout().lineCount()):
            row = block.layout().lineAt(number)
            first = max(_laid_out(block, claim.start), row.textStart())
            last = min(_laid_out(block, claim.end), row.textStart() + row.textLength())
            baseline = origin.y() + row.y() + row.ascent()
            if first < last and 0 <= baseline <= editor.viewport().height() + row.height():
                left = _cursor_x(row, first)
                yield origin.x() + left, baseline, _cursor_x(row, last) - left, row
        block = block.next()


def _laid_out(block: QTextBlock, position: int) -> int:
    """The place in a block's layout, where what an input method composes stands as well."""
    place, layout = position - block.position(), block.layout()
    return place + len(layout.preeditAreaText()) if place > layout.preeditAreaPosition() else place


def _cursor_x(line: QTextLine, position: int) -> float:
    """PySide gives the place together with the position it was asked for."""
    x: Any = line.cursorToX(position)
    return float(x[0] if isinstance(x, tuple) else x)


def worst_in_lines(marks: Sequence[tuple[Mark, float]]) -> list[tuple[Mark, float]]:
    """Of the marks whose sentences begin on one line, with the y of that line, the one that the
    agent must see; the first of several that are as bad."""
    worst: dict[int, tuple[Mark, float]] = {}
    for one in marks:
        line = round(one[1])
        if line not in worst or _badness(one) < _badness(worst[line]):
            worst[line] = one
    return list(worst.values())


def _badness(one: tuple[Mark, float]) -> int:
    return _WORST_FIRST.index(one[0].proof)


class Gutter(QWidget):
    """A shape and the passages' numbers beside each line on which a sentence begins that claims
    something: those of the worst one."""

    mark_clicked = Signal(int, int)
    """A mark's start and end."""

    def __init__(self, editor: DraftEditor, theme: Theme) -> None:
        super().__init__(editor)
        self.setObjectName("proofGutter")
        self._editor, self._theme = editor, theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        painter.fillRect(self.rect(), QColor(colours.paper))
        painter.setFont(font("label", weight=600))
        for mark, top in worst_in_lines(self._editor.marks_with_tops()):
            middle = top + line_height("reply") / 2
            paint_shape(painter, mark.proof, QPointF(16.5, middle), colours)
            painter.setPen(QColor(getattr(colours, mark.proof.colour)))
            numbers = " ".join(str(number) for number in mark.numbers[:2])
            painter.drawText(QPointF(25, middle + 4), numbers)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        y = event.position().y()
        for mark, _ in worst_in_lines(self._marks_at(y)):
            self.mark_clicked.emit(mark.start, mark.end)
            return

    def event(self, event: Any) -> bool:
        if isinstance(event, QHelpEvent):
            said = [mark.says for mark, _ in sorted(self._marks_at(event.pos().y()), key=_badness)]
            QToolTip.showText(event.globalPos(), "\n".join(said), self)
            return True
        return bool(super().event(event))

    def _marks_at(self, y: float) -> list[tuple[Mark, float]]:
        """Those of the sentences that begin on that line."""
        high = line_height("reply")
        return [one for one in self._editor.marks_with_tops() if one[1] <= y < one[1] + high]

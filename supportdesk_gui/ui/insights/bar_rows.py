"""Bars that lie: a name, a bar, a number; for intents and languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from supportdesk_gui.ui.insights.chart import (
    Chart,
    Table,
    paint_words,
    series_colour,
    words_width,
)
from supportdesk_gui.ui.theme import Colours

_ROW, _BAR = 24, 10
_MOST_NAME = 132.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One row. `colour` is an intent whose colour it takes; empty for that of its series.

    `second` is drawn below it, thinner; None for none.
    """

    name: str
    value: float
    words: str
    colour: str = ""
    second: float | None = None


class BarRows(Chart):
    """The bars in the order given."""

    def __init__(self, bars: Sequence[Bar], table: Table) -> None:
        self.bars, self.table = tuple(bars), table

    def height(self) -> int:
        return max(1, len(self.bars)) * _ROW

    def paint(self, painter: QPainter, room: QRectF, colours: Colours) -> None:
        names = min(_MOST_NAME, max((words_width(bar.name) for bar in self.bars), default=0) + 1)
        figures = max((words_width(bar.words, bold=True) for bar in self.bars), default=0) + 1
        left, wide = room.left() + names + 12, room.width() - names - figures - 24
        values = [value for bar in self.bars for value in (bar.value, bar.second or 0)]
        most = max(values, default=0) or 1
        for place, bar in enumerate(self.bars):
            top = room.top() + place * _ROW
            box = QRectF(room.left(), top, names, _ROW)
            paint_words(painter, box, Qt.AlignmentFlag.AlignLeft, bar.name, colours.text_2)
            own = QColor(colours.intent(bar.colour)) if bar.colour else series_colour(0, colours)
            thin = bar.second is not None
            self._bar(painter, left, top + (_ROW - _BAR) / 2 - thin, wide * bar.value / most, own)
            if bar.second is not None:
                foot = top + (_ROW + _BAR) / 2 + 1
                ink = series_colour(1, colours)
                self._bar(painter, left, foot, wide * bar.second / most, ink, 3)
            box = QRectF(room.right() - figures, top, figures, _ROW)
            paint_words(
                painter, box, Qt.AlignmentFlag.AlignRight, bar.words, colours.text, bold=True
            )

    @staticmethod
    def _bar(
        painter: QPainter, x: float, y: float, width: float, ink: QColor, high: int = _BAR
    ) -> None:
        if width > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            corner = min(2.0, high / 2)
            painter.drawRoundedRect(QRectF(x, y, max(2.0, width), high), corner, corner)

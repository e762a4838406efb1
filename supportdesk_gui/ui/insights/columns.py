"""Columns that stand, in parts where there are several series: spend by day, shares, times."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from supportdesk_gui.ui.insights.chart import (
    Chart,
    Table,
    paint_grid,
    paint_words,
    series_colour,
    steps_to,
    words_width,
)
from supportdesk_gui.ui.theme import Colours

_LEGEND, _FOOT, _HIGH = 22, 20, 150
_WIDEST = 40.0


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its parts from the foot up, and what stands over it."""

    name: str
    parts: tuple[float, ...]
    words: str = ""


class Columns(Chart):
    """`words` writes a value on a scale that ends at the second one; `series` name the parts, none for a single one. `most` is the top of
    the scale where it is known, as 1 is for shares.
    """

    def __init__(
        self, columns: Sequence[Column], series: Sequence[str], words: Callable[[float, float], str],
        table: Table, most: float | None = None, whole: bool = False,
    ) -> None:  # fmt: skip
        self.columns, self.series = tuple(columns), tuple(series)
        self.table, self._words, self._most, self._whole = table, words, most, whole

    def height(self) -> int:
        return _HIGH + _FOOT + (_LEGEND if self.series else 0)

    def paint(self, painter: QPainter, room: QRectF, colours: Colours) -> None:
        if self.series:
            self._paint_legend(painter, room, colours)
            room = room.adjusted(0, _LEGEND, 0, 0)
        tallest = max((sum(column.parts) for column in self.columns), default=0)
        steps = steps_to(self._most or tallest, self._whole)
        scale = [self._words(step, steps[-1]) for step in steps]
        edge = max(words_width(text) for text in scale) + 8
        head = 20 if any(column.words for column in self.columns) else 8
        field = room.adjusted(edge, head, 0, -_FOOT)
        paint_grid(painter, field, colours, len(steps))
        for step, text in zip(steps, scale, strict=True):
            y = field.bottom() - field.height() * step / steps[-1]
            box = QRectF(room.left(), y - 8, edge - 8, 16)
            paint_words(painter, box, Qt.AlignmentFlag.AlignRight, text, colours.text_3)
        pitch = field.width() / max(1, len(self.columns))
        width = min(_WIDEST, max(2.0, pitch * 0.68))
        for place, column in enumerate(self.columns):
            x = field.left() + pitch * (place + 0.5) - width / 2
            self._paint_column(painter, x, width, column, field, steps[-1], colours)
        self._paint_names(painter, field, pitch, colours)

    def _paint_column(
        self, painter: QPainter, x: float, width: float, column: Column, field: QRectF, top: float,
        colours: Colours,
    ) -> None:  # fmt: skip
        foot = field.bottom()
        painter.setPen(Qt.PenStyle.NoPen)
        for place, part in enumerate(column.parts):
            high = field.height() * part / top
            if high <= 0:
                continue
            painter.setBrush(series_colour(place, colours))
            painter.drawRoundedRect(QRectF(x, foot - high, width, max(1.0, high - 1)), 1.5, 1.5)
            foot -= high
        if column.words:
            box = QRectF(x - 20, foot - 17, width + 40, 16)
            side = Qt.AlignmentFlag.AlignHCenter
            paint_words(painter, box, side, column.words, colours.text, bold=True)

    def _paint_names(
        self, painter: QPainter, field: QRectF, pitch: float, colours: Colours
    ) -> None:
        """As many as there is room for, the last among them."""
        wide = max((words_width(column.name) for column in self.columns), default=0) + 10
        aside = max(0.0, (wide - pitch) / 2 - 6)  # the last one is not to leave the field
        every = max(1, -int(-(wide + aside) // pitch)) if pitch else 1
        last = len(self.columns) - 1
        for place, column in enumerate(self.columns):
            if (last - place) % every == 0:
                middle = field.left() + pitch * (place + 0.5)
                left = min(max(middle - wide / 2, field.left() - 8), field.right() - wide + 6)
                box = QRectF(left, field.bottom() + 4, wide, 16)
                paint_words(
                    painter, box, Qt.AlignmentFlag.AlignHCenter, column.name, colours.text_3
                )

    def _paint_legend(self, painter: QPainter, room: QRectF, colours: Colours) -> None:
        x = room.left()
        for place, name in enumerate(self.series):
            wide = words_width(name) + 1
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(series_colour(place, colours))
            painter.drawRoundedRect(QRectF(x, room.top() + 4, 8, 8), 2, 2)
            box = QRectF(x + 12, room.top(), wide, 16)
            paint_words(painter, box, Qt.AlignmentFlag.AlignLeft, name, colours.text_2)
            x += wide + 26

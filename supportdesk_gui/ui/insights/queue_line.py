"""The queue over time: a line of steps, the highest and the last named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from supportdesk_gui.assist.queue_history import QueuePoint
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

_HIGH, _FOOT, _HEAD = 170, 20, 18
_NAMED_APART = 110


class QueueLine(Chart):
    """`time_words` writes a moment on the axis, `named` a count at a moment beside the line."""

    def __init__(
        self, points: Sequence[QueuePoint], table: Table, time_words: Callable[[int], str],
        named: Callable[[QueuePoint], str],
    ) -> None:  # fmt: skip
        self.points, self.table = tuple(points), table
        self._time_words, self._named = time_words, named

    def height(self) -> int:
        return _HIGH + _FOOT

    def paint(self, painter: QPainter, room: QRectF, colours: Colours) -> None:
        steps = steps_to(max((point.open for point in self.points), default=0))
        edge = max(words_width(f"{step:,.0f}") for step in steps) + 8
        field = room.adjusted(edge, _HEAD, -6, -_FOOT)
        paint_grid(painter, field, colours, len(steps))
        for step in steps:
            y = field.bottom() - field.height() * step / steps[-1]
            box = QRectF(room.left(), y - 8, edge - 8, 16)
            paint_words(painter, box, Qt.AlignmentFlag.AlignRight, f"{step:,.0f}", colours.text_3)
        places = [self._place(point, field, steps[-1]) for point in self.points]
        self._paint_line(painter, places, field, colours)
        self._paint_times(painter, field, colours)
        high = max(range(len(places)), key=lambda place: self.points[place].open)
        last = len(places) - 1
        apart = places[last].x() - places[high].x() > _NAMED_APART
        same = self.points[high].open == self.points[last].open
        for place in {last} if same and not apart else {high, last}:
            self._paint_name(painter, places[place], self.points[place], field, colours)

    def _place(self, point: QueuePoint, field: QRectF, top: float) -> QPointF:
        first, last = self.points[0].at, self.points[-1].at
        x = field.left() + field.width() * (point.at - first) / max(1, last - first)
        return QPointF(x, field.bottom() - field.height() * point.open / top)

    @staticmethod
    def _paint_line(
        painter: QPainter, places: Sequence[QPointF], field: QRectF, colours: Colours
    ) -> None:
        line = QPainterPath(places[0])
        for before, after in pairwise(places):
            line.lineTo(after.x(), before.y())
            line.lineTo(after)
        ground = QPainterPath(line)
        ground.lineTo(places[-1].x(), field.bottom())
        ground.lineTo(places[0].x(), field.bottom())
        painter.fillPath(ground, QColor(colours.wash))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(series_colour(0, colours), 2))
        painter.drawPath(line)

    def _paint_times(self, painter: QPainter, field: QRectF, colours: Colours) -> None:
        first, last = self.points[0].at, self.points[-1].at
        wide = words_width(self._time_words(last)) + 24
        count = max(2, min(6, int(field.width() // wide)))
        for number in range(count):
            share = number / (count - 1)
            text = self._time_words(round(first + (last - first) * share))
            x = field.left() + field.width() * share
            left = min(max(x - wide / 2, field.left() - 8), field.right() - wide + 8)
            side = Qt.AlignmentFlag.AlignHCenter
            if number in {0, count - 1}:
                side = Qt.AlignmentFlag.AlignLeft if number == 0 else Qt.AlignmentFlag.AlignRight
                left = field.left() if number == 0 else field.right() - wide
            box = QRectF(left, field.bottom() + 4, wide, 16)
            paint_words(painter, box, side, text, colours.text_3)

    def _paint_name(
        self, painter: QPainter, place: QPointF, point: QueuePoint, field: QRectF, colours: Colours
    ) -> None:
        painter.setBrush(QColor(colours.paper))
        painter.setPen(QPen(series_colour(0, colours), 2))
        painter.drawEllipse(place, 4, 4)
        text = self._named(point)
        wide = words_width(text, bold=True) + 2
        left = min(max(place.x() - wide / 2, field.left()), field.right() - wide + 6)
        box = QRectF(left, place.y() - 22, wide, 16)
        paint_words(painter, box, Qt.AlignmentFlag.AlignLeft, text, colours.text, bold=True)

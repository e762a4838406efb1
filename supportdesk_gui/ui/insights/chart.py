"""What a chart is: it paints itself, in any size, into a window or a file, and has a table."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.theme import DARK, Colours

SERIES = ("#3A5BD0", "#D9822B", "#1B9E77", "#A14C9B", "#7FB2E5", "#4F4A44")
SERIES_DARK = ("#7C95FF", "#F0A552", "#3FBF95", "#C770BE", "#A9CCF0", "#6E685F")
"""The colours of series in their order, apart under each kind of colour blindness."""
_GRID, _GRID_DARK = "#E8E3DA", "#33302C"
Table = Sequence[Sequence[str]]


class Chart(ABC):
    """`table` is what it shows: its first row names the columns. Words are in the window's
    language already.
    """

    table: Table = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return len(self.table) < 2

    @abstractmethod
    def height(self) -> int:
        """How much room it wants, in pixels."""

    @abstractmethod
    def paint(self, painter: QPainter, room: QRectF, colours: Colours) -> None:
        """Draw it into `room`."""


def series_colour(place: int, colours: Colours) -> QColor:
    """The colour of the series at that place."""
    chosen = SERIES_DARK if colours is DARK else SERIES
    return QColor(chosen[place % len(chosen)])


def paint_words(
    painter: QPainter,
    box: QRectF,
    side: Qt.AlignmentFlag,
    text: str,
    ink: str,
    *,
    bold: bool = False,
) -> None:
    """Words in a box, cut to an ellipsis where they do not fit."""
    face = font("label", weight=600 if bold else 0, text=text)
    painter.setFont(face)
    painter.setPen(QColor(ink))
    shown = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)


def words_width(text: str, *, bold: bool = False) -> float:
    """How wide `paint_words` draws them."""
    return QFontMetricsF(font("label", weight=600 if bold else 0, text=text)).horizontalAdvance(
        text
    )


def paint_grid(painter: QPainter, room: QRectF, colours: Colours, lines: int) -> None:
    """`lines` lines at even distances, the lowest at the foot."""
    dark = colours is DARK
    painter.setPen(QPen(QColor(_GRID_DARK if dark else _GRID), 1))
    for number in range(lines):
        y = room.bottom() - room.height() * number / max(1, lines - 1)
        painter.drawLine(
            QPointF(room.left(), round(y) + 0.5), QPointF(room.right(), round(y) + 0.5)
        )


def steps_to(most: float, whole: bool = True) -> tuple[float, ...]:
    """Even steps from 0 to a round number that is not below `most`: at most four above 0."""
    if most <= 0:
        return (0.0, 1.0)
    for size in (10.0**power * digit for power in range(-6, 12) for digit in (1, 2, 2.5, 5)):
        if (not whole or (size >= 1 and size == int(size))) and size * 4 >= most:
            count = 1
            while size * count < most:
                count += 1
            return tuple(size * number for number in range(count + 1))
    return (0.0, most)

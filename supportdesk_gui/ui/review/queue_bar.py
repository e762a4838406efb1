"""What became of the queue so far, as one bar with a legend; the words carry the figures."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.theme import Theme

_BAR, _LEGEND, _SQUARE, _GAP = 8, 24, 8, 16
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Part:
    """So many tickets, in the words of the legend; `ink` is a role of the theme's colours."""

    count: int
    words: str
    ink: str


class QueueBar(QWidget):
    """8 px of bar over 24 px of legend; without room the last words of the legend are left out."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("queueBar")
        self._theme = theme
        self._parts: tuple[Part, ...] = ()
        self._has_legend = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_BAR + _LEGEND)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(320, self.height())

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        """Draw these, in their order."""
        self._parts = parts
        self.setAccessibleName(", ".join(part.words for part in parts if part.count))
        self.setToolTip(self.accessibleName())
        self.update()

    def show_legend(self, shown: bool) -> None:
        """Without it the bar alone is left."""
        self._has_legend = shown
        self.setFixedHeight(_BAR + _LEGEND if shown else _BAR)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colours = self._theme.colours
        shown = [part for part in self._parts if part.count]
        painter.setBrush(QColor(colours.line))
        painter.drawRoundedRect(QRectF(0, 0, self.width(), _BAR), _BAR / 2, _BAR / 2)
        total = sum(part.count for part in shown)
        left = 0.0
        room = self.width() - (len(shown) - 1)
        for part in shown:
            width = max(_LEAST, room * part.count / total)
            painter.setBrush(QColor(getattr(colours, part.ink)))
            painter.drawRoundedRect(QRectF(left, 0, width, _BAR), 2, 2)
            left += width + 1
        if self._has_legend:
            self._paint_legend(painter, shown)

    def _paint_legend(self, painter: QPainter, shown: list[Part]) -> None:
        colours, x = self._theme.colours, 0.0
        for part in shown:
            face = font("second", text=part.words)
            width = QFontMetrics(face).horizontalAdvance(part.words)
            if x + _SQUARE + 6 + width > self.width():
                return
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(getattr(colours, part.ink)))
            middle = _BAR + _LEGEND / 2 + 2
            painter.drawRoundedRect(QRectF(x, middle - _SQUARE / 2, _SQUARE, _SQUARE), 2, 2)
            painter.setPen(QColor(colours.text_2))
            painter.setFont(face)
            box = QRectF(x + _SQUARE + 6, _BAR + 2, width + 2, _LEGEND)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, part.words)
            x += _SQUARE + 6 + width + _GAP

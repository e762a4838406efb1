"""A focus ring is for those who move by keyboard: a click leaves none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPen

from supportdesk_gui.ui.theme import Colours

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Widget
else:
    # A second Qt base beside QPushButton and its like is not possible.
    _Widget = object

_BY_KEY = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}


class KeyboardFocus(_Widget):
    """A widget that knows whether its focus came by a key; stands before the Qt class."""

    _came_by_key = False

    @property
    def shows_focus(self) -> bool:
        """Whether to paint the ring."""
        return self._came_by_key and self.hasFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Coming back to the window leaves the ring as it was.
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._came_by_key = event.reason() in _BY_KEY
        super().focusInEvent(event)


def paint_ring(painter: QPainter, area: QRect, colours: Colours) -> None:
    """The ring within the edge of a row, which has nothing outside it to paint on."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colours.accent), 2))
    painter.drawRoundedRect(QRectF(area).adjusted(2, 2, -2, -2), 4, 4)

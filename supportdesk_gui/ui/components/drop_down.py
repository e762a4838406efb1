"""A drop-down in the design's outline, with a chevron at its right."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from supportdesk_gui.ui.icons import pixmap


class DropDown(QComboBox):
    """The style sheet takes the arrow away; this paints ours in the palette's colour."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        ink = self.palette().placeholderText().color().name()
        image = pixmap("chevron-down", 16, ink, self.devicePixelRatioF())
        QPainter(self).drawPixmap(self.width() - 26, (self.height() - 16) // 2, image)

"""A box to tick, with the outline of a field; Fusion's own is too faint on dark."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from supportdesk_gui.ui.components.keyboard_focus import KeyboardFocus
from supportdesk_gui.ui.icons import pixmap

_SIZE = 16


class Tick(KeyboardFocus, QCheckBox):
    """16 px; filled with the accent when on."""

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0.5, (self.height() - _SIZE) // 2 + 0.5, _SIZE - 1, _SIZE - 1)
        on = self.isChecked()
        painter.setPen(QPen(colours.accent() if on else colours.dark(), 1))
        painter.setBrush(colours.accent() if on else colours.base())
        painter.drawRoundedRect(box, 4, 4)
        if on:
            image = pixmap("check", 12, "#FFFFFF", self.devicePixelRatioF())
            painter.drawPixmap(2, int(box.y()) + 2, image)
        if self.shows_focus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.link().color()), 2))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self)
        painter.setPen(colours.windowText().color())
        painter.setFont(self.font())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())

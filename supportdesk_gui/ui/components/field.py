"""A line to type in, with an icon before it and its key behind."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from supportdesk_gui.ui.components.composing import Composing
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.icons import pixmap
from supportdesk_gui.ui.keys import key_label
from supportdesk_gui.ui.theme import Theme


class Field(Composing, QLineEdit):
    """32 high; Esc empties it and leaves."""

    def __init__(
        self, hint: str, icon: str, theme: Theme, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._theme, self._key = icon, theme, key_label(key)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setFont(font("body"))
        self.setFixedHeight(32)
        wide = QFontMetrics(font("label")).horizontalAdvance(self._key) + 10
        self._key_width = max(18, wide) if key else 0
        self.setTextMargins(24 if icon else 0, 0, self._key_width + 4 if key else 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        if self._icon:
            image = pixmap(self._icon, 15, colours.text_3, self.devicePixelRatioF())
            painter.drawPixmap(11, 8, image)
        if self._key and not self.text():
            box = QRectF(self.width() - self._key_width - 10, 7, self._key_width, 18)
            painter.setPen(QPen(QColor(colours.line_2), 1))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(QColor(colours.text_3))
            painter.setFont(font("label"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)

"""A filter that is on or off."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from supportdesk_gui.ui.components.keyboard_focus import KeyboardFocus
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.theme import Theme

_MARGINS = 22


class Chip(KeyboardFocus, QPushButton):
    """24 high, half-round; on = selection ground and an accent outline."""

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)  # with a text Qt's icons would come along, a millisecond
        self.setText(text)
        self._theme = theme
        self._whole = self._short = text
        self.setCheckable(True)
        self.setFixedHeight(24)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_words(self, text: str, pattern: str) -> None:
        """Say `text`, which is `pattern` with its count; without room the pattern without it."""
        self._whole, self._short = text, pattern.replace("{count}", "").strip()
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.show_whole(True)

    def show_whole(self, whole: bool) -> None:
        """With its count or without."""
        text = self._whole if whole else self._short
        if text != self.text():
            self.setText(text)
            self.updateGeometry()

    def short_width(self) -> int:
        """How wide it is without its count."""
        return _width(self._short)

    def fitting(self, width: int) -> str:
        """What it says in that width; a name without room ends in an ellipsis before its count."""
        text, metrics = self.text(), QFontMetrics(font("second", text=self.text()))
        room = width - _MARGINS
        if width >= self.sizeHint().width() or metrics.horizontalAdvance(text) <= room:
            return text
        count = text[len(self._short) :] if text.startswith(self._short) else ""
        left = room - metrics.horizontalAdvance(count)
        name = text.removesuffix(count)
        return metrics.elidedText(name, Qt.TextElideMode.ElideRight, left) + count

    def sizeHint(self) -> QSize:
        return QSize(_width(self.text()), 24)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        painter.setBrush(QColor(colours.selection if on else colours.panel))
        width = 2 if self.shows_focus else 1
        outline = colours.accent if on or self.shows_focus else colours.line_2
        painter.setPen(QPen(QColor(outline), width))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 11, 11)
        painter.setPen(QColor(colours.accent if on else colours.text_2))
        painter.setFont(font("second", text=self.text()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.fitting(self.width()))


def _width(text: str) -> int:
    return QFontMetrics(font("second")).horizontalAdvance(text) + _MARGINS

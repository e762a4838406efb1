"""How far something is: a line of 4 px, always beside words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from supportdesk_gui.ui.theme import Theme


class ProgressLine(QWidget):
    """`role` names the colour of the done part."""

    def __init__(self, theme: Theme, role: str = "accent_fill", width: int = 88) -> None:
        super().__init__()
        self._theme, self._role, self._share = theme, role, 0.0
        self._width = width
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_share(self, share: float) -> None:
        """0 to 1."""
        self._share = min(1.0, max(0.0, share))
        self.setAccessibleName(f"{round(self._share * 100)} %")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._width, 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colours.line_2))
        painter.drawRoundedRect(QRectF(self.rect()), 2, 2)
        painter.setBrush(QColor(getattr(self._theme.colours, self._role)))
        painter.drawRoundedRect(QRectF(0, 0, self.width() * self._share, self.height()), 2, 2)

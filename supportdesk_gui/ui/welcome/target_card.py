"""A way to begin: an icon, what it is, and its buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from supportdesk_gui.ui.components.buttons import Button
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.icons import pixmap
from supportdesk_gui.ui.theme import Theme


class TargetCard(QFrame):
    """A card with its button at the right, or the drop target with its buttons below."""

    def __init__(
        self, icon: str, title: str, text: str, buttons: Sequence[Button], theme: Theme,
        *, drop: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        self._theme, self._drop = theme, drop
        self.setAccessibleName(title)
        self._image = _IconBox(icon, filled=drop, theme=theme)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        words.addWidget(Paragraph(title, "title", "text"))
        words.addWidget(Paragraph(text, "body"))
        if drop:
            words.addSpacing(10)
            self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            self._buttons.setSpacing(8)
            for button in buttons:
                # With an alignment a fixed button does not bound the width of the words.
                self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self._buttons.addStretch()
            words.addLayout(self._buttons)
        words.addStretch()
        inside = QHBoxLayout()
        inside.setSpacing(24)
        inside.addWidget(self._image)
        inside.addLayout(words, 1)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.addLayout(inside, 1)
        if not drop:
            for button in buttons:
                self._layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        theme.changed.connect(self.update)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool, *, tight: bool = False, low: bool = False) -> None:
        """Half a screen: less air, buttons below the words, no icon; `tight` has them below each
        other. A `low` window has less air above and below."""
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._layout.setSpacing(12 if narrow else 24)
        if self._drop:
            self._buttons.setDirection(direction.TopToBottom if tight else direction.LeftToRight)
        side, above = (16, 14) if narrow else (28, 40 if self._drop else 28)
        if low and not narrow:
            side, above = 20, 20 if self._drop else 12
        self._layout.setContentsMargins(side, above, side, above)
        self._image.setVisible(not narrow)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(colours.line_2), 1)
        inset = 0.5
        if self._drop:
            pen = QPen(QColor(colours.accent), 2, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([3, 2])
            inset = 1
        painter.setPen(pen)
        painter.setBrush(QColor(colours.wash if self._drop else colours.paper))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 10, 10)


class _IconBox(QWidget):
    def __init__(self, icon: str, *, filled: bool, theme: Theme) -> None:
        super().__init__()
        self._icon, self._filled, self._theme = icon, filled, theme
        self.setFixedSize(64, 64)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent_fill if self._filled else colours.sunk))
        painter.drawRoundedRect(self.rect(), 10, 10)
        ink = colours.on_accent if self._filled else colours.text_2
        painter.drawPixmap(18, 18, pixmap(self._icon, 28, ink, self.devicePixelRatioF()))

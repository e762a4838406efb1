"""A choice of one among a few that need a sentence each: rows with a radio, in one outline."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QVBoxLayout, QWidget

from supportdesk_gui.ui.components.keyboard_focus import KeyboardFocus
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.theme import Theme


class RadioBox(QFrame):
    """Items are (value, words, sentence); `chosen` with the value, by the agent only."""

    chosen = Signal(str)

    def __init__(
        self, items: Sequence[tuple[str, str, str]], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._values = [value for value, _, _ in items]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        for place, (value, words, sentence) in enumerate(items):
            row = _Row(words, sentence, place, len(items), theme)
            row.setObjectName(f"radio_{value}")
            self._group.addButton(row, place)
            layout.addWidget(row)
        self._group.idClicked.connect(lambda place: self.chosen.emit(self._values[place]))
        theme.changed.connect(self.update)

    def choose(self, value: str) -> None:
        """Choose without a signal."""
        self._group.button(self._values.index(value)).setChecked(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.colours.line_2), 1))
        painter.setBrush(QColor(self._theme.colours.paper))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


class _Row(KeyboardFocus, QAbstractButton):
    def __init__(self, words: str, sentence: str, place: int, count: int, theme: Theme) -> None:
        super().__init__()
        self._place, self._count, self._theme = place, count, theme
        self.setText(words)
        self.setAccessibleName(f"{words}. {sentence}")
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(42, 9, 16, 10)
        layout.setSpacing(2)
        layout.addWidget(Paragraph(words, "body", "text", 500))
        layout.addWidget(Paragraph(sentence, "second"))
        for part in self.findChildren(Paragraph):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.update)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else 0

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else QSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, on = self._theme.colours, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selection if on else colours.hover))
            # Round only where the outline of the whole box is.
            above = 0 if self._place == 0 else -10
            below = 0 if self._place == self._count - 1 else 10
            painter.setClipRect(self.rect())
            painter.drawRoundedRect(box.adjusted(0, above, 0, below), 7, 7)
        if self._place:
            painter.fillRect(QRectF(0, 0, box.width(), 1), QColor(colours.line))
        painter.setBrush(QColor(colours.on_accent if on else colours.paper))
        painter.setPen(
            QPen(QColor(colours.accent_fill), 5) if on else QPen(QColor(colours.control), 1)
        )
        circle = QRectF(17.5, 13.5, 11, 11) if on else QRectF(15.5, 11.5, 15, 15)
        painter.drawEllipse(circle)
        if self.shows_focus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 6, 6)

"""The intent of a ticket: a square whose filling says how sure, the word, and the number."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from supportdesk_gui.tickets.ticket import Intent
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.theme import Theme


class IntentMark(QWidget):
    """Filled from 80 per cent, half from 60, hollow with a question mark below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intentMark")
        self._theme = theme
        self._intent = Intent.OTHER
        self._word = ""
        self._percent = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_intent(
        self, intent: Intent, word: str, confidence: float, *, by_model: bool = False
    ) -> None:
        """Show an intent with a confidence of 0 to 1, the own estimate of who judged."""
        self._intent, self._percent = intent, round(confidence * 100)
        self._word = word + ("?" if self._percent < 60 else "")
        self.setAccessibleName(f"{word} {self._percent} %")
        text = self.tr("{percent} %: the rules’ own estimate")
        if by_model:
            text = self.tr("{percent} %: the model’s own estimate")
        said = text.format(percent=self._percent)
        self.setToolTip(said)
        self.setAccessibleDescription(said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font("second"))
        return QSize(14 + metrics.horizontalAdvance(f"{self._word}  {self._percent} %") + 4, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        colour = QColor(colours.intent(self._intent.value))
        square = QRectF(0.5, 6.5, 8, 8)
        painter.setPen(QPen(colour, 1.2))
        painter.setBrush(colour if self._percent >= 80 else QColor(0, 0, 0, 0))
        painter.drawRoundedRect(square, 1.5, 1.5)
        if 60 <= self._percent < 80:
            painter.fillRect(QRectF(0.5, 6.5, 4, 8), colour)
        painter.setFont(font("second"))
        painter.setPen(QColor(colours.text))
        painter.drawText(14, 15, self._word)
        width = QFontMetrics(painter.font()).horizontalAdvance(self._word)
        painter.setPen(QColor(colours.text_3))
        painter.drawText(14 + width + 6, 15, f"{self._percent} %")

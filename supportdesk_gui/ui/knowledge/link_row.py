"""A line, or two, that leads somewhere; reached by the pointer and by Tab."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from supportdesk_gui.ui.components.keyboard_focus import KeyboardFocus
from supportdesk_gui.ui.fonts import font, scaled
from supportdesk_gui.ui.theme import Theme

_LINE = 28
_MOST_LINES = 3


class LinkRow(KeyboardFocus, QAbstractButton):
    """`text` on one line, `more` below it, wrapped; `ink` is the role of a mark before it."""

    def __init__(
        self, text: str, more: str, ink: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._more, self._ink, self._theme = more, ink, theme
        self.setText(text)
        self.setToolTip(text)
        self.setAccessibleName(f"{text} {more}".strip())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 4, 0)
        self._row.addStretch()
        theme.changed.connect(self.update)

    def add_end(self, widget: QWidget) -> None:
        """Something small at the right end."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self) -> QSize:
        return QSize(200, scaled(_LINE) + self._more_height(max(200, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(scaled(_LINE) + self._more_height(event.size().width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), QColor(colours.hover))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(colours.line))
        if self.shows_focus:
            painter.setPen(QColor(colours.accent))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -2), 4, 4)
        left = 0
        if self._ink:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(getattr(colours, self._ink)))
            painter.drawEllipse(QRectF(2, scaled(_LINE) / 2 - 3.5, 7, 7))
            left = 18
        room = self.width() - left - self._end_width()
        face = font("second", weight=600 if self._more else 400, text=self.text())
        painter.setFont(face)
        painter.setPen(QColor(colours.text))
        text = QFontMetrics(face).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        line = QRectF(left, 0, room, scaled(_LINE))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)
        if self._more:
            painter.setFont(font("second", text=self._more))
            painter.setPen(QColor(colours.text_2))
            below = QRectF(
                left, scaled(_LINE) - 4, self.width() - left, self._more_height(self.width())
            )
            painter.drawText(below, Qt.TextFlag.TextWordWrap, self._more)

    def _end_width(self) -> int:
        return 62 if self._row.count() > 1 else 0

    def _more_height(self, width: int) -> int:
        if not self._more:
            return 0
        metrics = QFontMetrics(font("second", text=self._more))
        room = metrics.boundingRect(
            0, 0, max(80, width - 18), 1000, int(Qt.TextFlag.TextWordWrap), self._more
        )
        return min(room.height(), _MOST_LINES * metrics.lineSpacing()) + 4

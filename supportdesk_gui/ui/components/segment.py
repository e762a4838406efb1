"""A choice of one among a few, side by side in a trough."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from supportdesk_gui.ui.components.keyboard_focus import KeyboardFocus
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.theme import Theme


class Segment(KeyboardFocus, QWidget):
    """Items are (value, text, key hint); the first is chosen."""

    chosen = Signal(str)

    def __init__(
        self, items: Sequence[tuple[str, str, str]], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._items, self._theme, self._place = list(items), theme, 0
        self.setFixedHeight(32)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def chosen_key(self) -> str:
        """The value that is chosen."""
        return self._items[self._place][0]

    def choose(self, value: str) -> None:
        """Choose a value without a signal."""
        self._place = [item[0] for item in self._items].index(value)
        self.setAccessibleDescription(self._items[self._place][1])
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(sum(self._widths())) + 4, 32)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = 2.0
        for place, width in enumerate(self._widths()):
            if x <= event.position().x() < x + width:
                self._choose_place(place)
            x += width

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self._choose_place((self._place + step) % len(self._items))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent if self.shows_focus else colours.line_2), 1))
        painter.setBrush(QColor(colours.hover))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        x = 2.0
        for place, ((_, text, key), width) in enumerate(
            zip(self._items, self._widths(), strict=True)
        ):
            box = QRectF(x, 2, width, 28)
            if place == self._place:
                painter.setPen(QPen(QColor(colours.line), 1))
                painter.setBrush(QColor(colours.paper))
                painter.drawRoundedRect(box.adjusted(1, 0.5, -1, -0.5), 5, 5)
            self._paint_item(painter, box, text, key, on=place == self._place)
            x += width

    def _paint_item(self, painter: QPainter, box: QRectF, text: str, key: str, *, on: bool) -> None:
        colours = self._theme.colours
        left = 10
        if key:
            painter.setFont(font("label"))
            width = QFontMetrics(painter.font()).horizontalAdvance(key) + 10
            frame = QRectF(box.x() + left, box.y() + 5, width, 18)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.line_2), 1))
            painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(QColor(colours.text_3))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, key)
            left += width + 6
        painter.setFont(font("second", weight=600 if on else 400, text=text))
        painter.setPen(QColor(colours.text if on else colours.text_2))
        painter.drawText(box.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)

    def _widths(self) -> list[float]:
        words = QFontMetrics(font("second", weight=600))
        keys = QFontMetrics(font("label"))
        return [
            words.horizontalAdvance(text) + keys.horizontalAdvance(key) + (36 if key else 22)
            for _, text, key in self._items
        ]

    def _choose_place(self, place: int) -> None:
        if place != self._place:
            self.choose(self._items[place][0])
            self.chosen.emit(self.chosen_key())

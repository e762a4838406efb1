"""Tabs with a 2-px underline; what is not filled yet is grey."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.theme import Theme

_START, _BETWEEN = 16, 24.0
_FADE = 40


class TabBar(QWidget):
    """36 high. Tabs are (value, text, tag); a tag is a small word after the text."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, name: str = "", ground: str = "panel"
    ) -> None:
        """`name` for screen readers, the languages of the reply where none is given; `ground` is
        the role of the colour below it."""
        super().__init__(parent)
        self._theme, self._ground = theme, ground
        self._tabs: list[tuple[str, str, str]] = []
        self._filled: set[str] = set()
        self._place = 0
        self._offset = 0.0
        self.setFixedHeight(36)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name or self.tr("Languages of the reply"))
        theme.changed.connect(self.update)

    def set_tabs(self, tabs: Sequence[tuple[str, str, str]]) -> None:
        """Show other tabs; the first is current and filled."""
        self._tabs = list(tabs)
        self._filled = {self._tabs[0][0]} if self._tabs else set()
        self._place, self._offset = 0, 0.0
        self.update()

    def values(self) -> list[str]:
        """The values of the tabs, left to right."""
        return [tab[0] for tab in self._tabs]

    def current(self) -> str:
        """The value of the tab on view, empty when there is none."""
        return self._tabs[self._place][0] if self._tabs else ""

    def set_current(self, value: str) -> None:
        """Show a tab without a signal."""
        values = self.values()
        self._place = values.index(value) if value in values else 0
        self._bring_into_view()
        self.update()

    def choose(self, value: str) -> None:
        """Show a tab as if it had been clicked."""
        if value in self.values():
            self.set_current(value)
            self.chosen.emit(value)

    def step(self, by: int) -> None:
        """Go to the next or previous tab, round and round."""
        if self._tabs:
            self.choose(self.values()[(self._place + by) % len(self._tabs)])

    def set_filled(self, value: str, filled: bool) -> None:
        """Whether a tab has its text."""
        (self._filled.add if filled else self._filled.discard)(value)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 36)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = _START - self._offset
        for place, width in enumerate(self._widths()):
            if x <= event.position().x() < x + width:
                self.choose(self._tabs[place][0])
                return
            x += width

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self.step(step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(getattr(colours, self._ground)))
        painter.fillRect(0, 35, self.width(), 1, QColor(colours.line))
        x = _START - self._offset
        for place, ((value, text, tag), width) in enumerate(
            zip(self._tabs, self._widths(), strict=True)
        ):
            on = place == self._place
            ink = colours.text if on or value in self._filled else colours.text_3
            painter.setPen(QColor(ink))
            face = font("body", weight=600 if on else 400, language=value)
            painter.setFont(face)
            painter.drawText(QRectF(x, 0, width, 35), Qt.AlignmentFlag.AlignVCenter, text)
            if tag:
                left = x + QFontMetrics(face).horizontalAdvance(text) + 8
                self._paint_tag(painter, left, tag, tinted=place == 0)
            if on:
                line = colours.accent
                painter.fillRect(QRectF(x - 8, 34, width - 8, 2), QColor(line))
            x += width
        self._fade(painter, x - _BETWEEN)

    def _fade(self, painter: QPainter, end: float) -> None:
        """Tabs that go on beyond an edge fade there instead of ending in half a letter."""
        ground = QColor(getattr(self._theme.colours, self._ground))
        clear = QColor(ground)
        clear.setAlpha(0)
        width = self.width()
        for edge, inner, goes_on in (
            (0, _FADE, self._offset > 0), (width, width - _FADE, end > width),
        ):  # fmt: skip
            if goes_on:
                fading = QLinearGradient(edge, 0, inner, 0)
                fading.setColorAt(0.1, ground)
                fading.setColorAt(1, clear)
                painter.fillRect(QRectF(min(edge, inner), 0, _FADE, 34), fading)

    def _paint_tag(self, painter: QPainter, x: float, tag: str, *, tinted: bool) -> None:
        colours = self._theme.colours
        face = font("label", text=tag)
        box = QRectF(x, 9, QFontMetrics(face).horizontalAdvance(tag) + 12, 18)
        if tinted:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selection))
            painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(colours.accent if tinted else colours.text_3))
        painter.setFont(face)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tag)

    def _widths(self) -> list[float]:
        widths = []
        for value, text, tag in self._tabs:
            width = QFontMetrics(font("body", weight=600, language=value)).horizontalAdvance(text)
            if tag:
                width += QFontMetrics(font("label")).horizontalAdvance(tag) + 20
            widths.append(width + _BETWEEN)
        return widths

    def _bring_into_view(self) -> None:
        widths = self._widths()
        left = sum(widths[: self._place])
        right = left + (widths[self._place] if widths else 0) + 32
        if right - self._offset > self.width():
            self._offset = max(0.0, right - self.width())
        self._offset = min(self._offset, left)

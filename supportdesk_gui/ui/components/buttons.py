"""Buttons: one primary a page, outlined ones, quiet ones; the key is written on them."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from supportdesk_gui.ui.components.keyboard_focus import KeyboardFocus
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.icons import pixmap
from supportdesk_gui.ui.keys import key_label
from supportdesk_gui.ui.theme import DARK, LIGHT, Colours, Theme


class Kind(StrEnum):
    """How a button looks."""

    PRIMARY = "primary"
    DEFAULT = "default"
    QUIET = "quiet"
    DANGER = "danger"


class _Shown:
    """Whether keys are written on buttons; the setting *show keys*."""

    keys = True


def show_keys(shown: bool) -> None:
    """Write the keys on the buttons, or leave them out."""
    _Shown.keys = shown


class Button(KeyboardFocus, QPushButton):
    """32 px high (26 small), painted; hover, focus ring and disabled as the design has them."""

    def __init__(
        self, text: str, kind: Kind, theme: Theme | None, icon: str = "", key: str = "",
        small: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)  # with a text Qt's icons would come along, a millisecond
        self._kind, self._theme, self._icon, self._small = kind, theme, icon, small
        self._key, self._has_room, self._has_icon = key_label(key), True, True
        self.setText(text)
        self.setFixedHeight(26 if small else 32)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_key(self, shown: bool) -> None:
        """Write the key on it, or not for want of room."""
        self._has_room = shown
        self.updateGeometry()
        self.update()

    def show_icon(self, shown: bool) -> None:
        """Show its icon, or not for want of room."""
        self._has_icon = shown
        self.updateGeometry()
        self.update()

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self._face()).horizontalAdvance(self.text()) if self.text() else 0
        side = 8 if not self.text() else (10 if self._small else 14)
        width += 2 * side
        if self._icon and self._has_icon:
            width += 16 + (8 if self.text() else 0)
        if self._key and self._has_room and _Shown.keys:
            width += self._key_width() + 10
        return QSize(width, self.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        colour = self._text_colour()
        x = 8 if not self.text() else (10 if self._small else 14)
        if self._icon and self._has_icon:
            ratio = self.devicePixelRatioF()
            top = (self.height() - 16) // 2
            painter.drawPixmap(x, top, pixmap(self._icon, 16, colour, ratio))
            x += 24
        painter.setPen(QColor(colour))
        painter.setFont(self._face())
        width = QFontMetrics(self._face()).horizontalAdvance(self.text())
        box = QRectF(x, 0, width + 4, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._key and self._has_room and _Shown.keys:
            self._paint_key(painter, x + width + 10, colour)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def _colours(self) -> Colours:
        return self._theme.colours if self._theme else _window_colours(self)

    def _face(self) -> QFont:
        return font("second" if self._small else "body", weight=500, text=self.text())

    def _key_width(self) -> int:
        return QFontMetrics(font("label")).horizontalAdvance(self._key) + 10

    def _text_colour(self) -> str:
        colours = self._colours()
        if not self.isEnabled():
            return colours.disabled
        if self._kind is Kind.PRIMARY:
            return colours.on_accent
        if self._kind is Kind.DANGER:
            return colours.danger
        if self._kind is Kind.QUIET:
            return colours.accent if self.text() and self._small else colours.text_2
        return colours.text

    def _paint_ground(self, painter: QPainter) -> None:
        colours = self._colours()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._kind is Kind.PRIMARY and self.isEnabled():
            ground = QColor(colours.accent_fill)
            painter.setBrush(ground.darker(112) if self.isDown() or self.underMouse() else ground)
        elif self.underMouse() and self.isEnabled():
            painter.setBrush(QColor(colours.hover))
        elif self._kind in {Kind.DEFAULT, Kind.DANGER, Kind.PRIMARY}:
            painter.setBrush(QColor(colours.paper if self.isEnabled() else colours.sunk))
        if self._kind in {Kind.DEFAULT, Kind.DANGER} or (
            self._kind is Kind.PRIMARY and not self.isEnabled()
        ):
            painter.setPen(QPen(QColor(colours.line_2), 1))
        painter.drawRoundedRect(box, 6, 6)
        if self.shows_focus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inner = QColor(colours.on_accent if self._kind is Kind.PRIMARY else colours.accent)
            painter.setPen(QPen(inner, 2))
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), 5, 5)

    def _paint_key(self, painter: QPainter, x: float, colour: str) -> None:
        box = QRectF(x, (self.height() - 18) / 2, self._key_width(), 18)
        outline = QColor(colour)
        outline.setAlphaF(0.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(outline, 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(QColor(colour))
        painter.setFont(font("label"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)


def button_row(*buttons: QWidget) -> QHBoxLayout:
    """The buttons of a dialog, at the right, the one that goes on last."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch()
    for button in buttons:
        row.addWidget(button)
    return row


def primary_button(
    text: str, icon: str, theme: Theme | None, key: str = "", small: bool = False
) -> Button:
    """The one button of a page that acts."""
    return Button(text, Kind.PRIMARY, theme, icon, key, small)


def default_button(
    text: str, theme: Theme | None, icon: str = "", key: str = "", small: bool = False
) -> Button:
    """An outlined button."""
    return Button(text, Kind.DEFAULT, theme, icon, key, small)


def quiet_button(
    text: str, small: bool = False, icon: str = "", theme: Theme | None = None
) -> Button:
    """A button without an outline."""
    return Button(text, Kind.QUIET, theme, icon, "", small)


def icon_button(icon: str, name: str, theme: Theme) -> Button:
    """A quiet button that is an icon; `name` for the tooltip and screen readers."""
    button = Button("", Kind.QUIET, theme, icon)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button


def _window_colours(widget: QWidget) -> Colours:
    """The colours of the theme that the palette came from, for buttons made without one."""
    base = widget.palette().base().color().name().upper()
    return DARK if base == DARK.paper else LIGHT

"""Small words with a ground or an outline: tags, language codes, keys; and icons beside words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.icons import pixmap
from supportdesk_gui.ui.theme import Colours, Theme


class Tag(QWidget):
    """18 high: a tint and a word. `role` is a role with a tint, or `neutral`, or `selection`."""

    def __init__(self, text: str, role: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role, self._theme, self._text = role, theme, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Change the word; an empty one takes no room."""
        self._text = text
        self.setAccessibleName(text)
        if not text:
            self.hide()
        elif self.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            self.show()  # not before it has a parent: it would be a window of its own
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tag_width(self._text), 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        paint_tag(painter, 0, middle, self._text, self._role, self._theme.colours, self.width())


class LanguageCode(QWidget):
    """16 high, outlined, two letters; the full name for screen readers and as tooltip."""

    def __init__(self, code: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code, self._theme = code, theme
        self.setObjectName("languageCode")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_code(self, code: str, name: str) -> None:
        """Show a language."""
        self._code = code
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(font("code")).horizontalAdvance(self._code) + 10, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.colours.line_2), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(QColor(self._theme.colours.text_2))
        painter.setFont(font("code"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._code)


class KeyLabel(QWidget):
    """18 high, outlined: a key beside what it does."""

    def __init__(self, key: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._theme = key, theme
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(key_width(self._key), 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_key(painter, self.width(), self.height() / 2, self._key, self._theme.colours)


class Icon(QWidget):
    """An icon in the colour of a role; it follows the theme."""

    def __init__(
        self, name: str, size: int, role: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._size, self._role, self._theme = name, size, role, theme
        self.setFixedSize(size, size)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = getattr(self._theme.colours, self._role)
        image = pixmap(self._name, self._size, colour, self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, image)


def key_width(key: str) -> int:
    """The width of a key's outline in pixels."""
    return max(18, QFontMetrics(font("label")).horizontalAdvance(key) + 10)


def paint_key(painter: QPainter, right: float, middle: float, key: str, colours: Colours) -> float:
    """Draw a key that ends at `right`, centred on `middle`; where it begins."""
    width = key_width(key)
    box = QRectF(right - width, middle - 9, width, 18)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colours.line_2), 1))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(QColor(colours.text_2))
    painter.setFont(font("label"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
    return box.x()


def tag_width(text: str) -> int:
    """The width of a tag in pixels."""
    return QFontMetrics(font("label", weight=500, text=text)).horizontalAdvance(text) + 14


def paint_tag(
    painter: QPainter, x: float, middle: float, text: str, role: str, colours: Colours,
    widest: int = 0,
) -> None:  # fmt: skip
    """Draw a tag centred on `middle`; with `widest`, too long a text ends in an ellipsis."""
    width = min(tag_width(text), widest or tag_width(text))
    box = QRectF(x, middle - 9, width, 18)
    if role == "neutral":
        ground, ink = colours.hover, colours.text_2
    elif role == "selection":
        ground, ink = colours.selection, colours.accent
    else:
        ground, ink = getattr(colours, f"{role}_tint"), getattr(colours, role)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor(ink))
    painter.setFont(font("label", weight=500, text=text))
    room = QFontMetrics(painter.font())
    words = room.elidedText(text, Qt.TextElideMode.ElideRight, width - 12)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def paint_code(painter: QPainter, room: QRectF, code: str, colours: Colours) -> None:
    """Draw a language code at the left of `room`."""
    width = QFontMetrics(font("code")).horizontalAdvance(code) + 10
    box = QRectF(room.x(), room.center().y() - 8, width, 16)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colours.line_2), 1))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(QColor(colours.text_2))
    painter.setFont(font("code"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, code)

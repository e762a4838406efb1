"""The first page: four ways to begin, and how to read a draft."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.ui.components.buttons import (
    Button,
    default_button,
    primary_button,
    quiet_button,
)
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.icons import pixmap
from supportdesk_gui.ui.inbox.wording import own_language_name
from supportdesk_gui.ui.theme import Theme

_STACKED_BELOW = 1040
_UI_LANGUAGES = ("en", "zh-Hant", "zh-Hans")


class WelcomePage(QFrame):
    """Text at the left, targets at the right; below each other on half a screen."""

    files_wanted = Signal()
    paste_wanted = Signal()
    sample_shop_wanted = Signal()
    key_wanted = Signal()
    language_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcomePage")
        self.setProperty("card", "desk")
        self._theme = theme
        page = QWidget()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        self._layout.addStretch(1)
        self._layout.addWidget(self._words(), 0, Qt.AlignmentFlag.AlignVCenter)
        self._layout.addSpacing(40)
        self._layout.addWidget(self._targets(), 2, Qt.AlignmentFlag.AlignVCenter)
        self._layout.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self._set_margins(1280)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins(event.size().width())

    def _set_margins(self, width: int) -> None:
        stacked = width < _STACKED_BELOW
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        side = 20 if width < 700 else 48 if stacked else 72
        self._layout.setContentsMargins(side, 24, side, 24)
        self._left.setMaximumWidth(16777215 if stacked else 424)
        self._left.setMinimumWidth(0 if stacked else 360)
        self._right.setMaximumWidth(720)
        for target in self._folding:
            target.set_narrow(width < 700)

    def _words(self) -> QWidget:
        self._left = QWidget()
        layout = QVBoxLayout(self._left)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(_AppMark(self._theme))
        layout.addSpacing(12)
        title = QLabel(self.tr("Drop the night’s tickets.\nStart with a draft for each."))
        title.setFont(font("display", text=title.text()))
        title.setWordWrap(True)
        layout.addWidget(title)
        text = QLabel(
            self.tr(
                "Each ticket gets its intent, its language, and a reply from your own policies. "
                "You read, correct, copy."
            )
        )
        text.setFont(font("reply", text=text.text()))
        text.setProperty("role", "text2")
        text.setWordWrap(True)
        layout.addWidget(text)
        layout.addSpacing(12)
        how = QLabel(self.tr("How to read a draft"))
        how.setFont(font("label", weight=600))
        how.setProperty("role", "text3")
        layout.addWidget(how)
        proof = _ProofLine(
            self.tr("We replace it free of charge."),
            self.tr("stands in your policies"),
            self._theme,
        )
        layout.addWidget(proof)
        layout.addSpacing(8)
        stay = QLabel(
            self.tr("Tickets and policies stay on this computer. Without a key nothing leaves it.")
        )
        stay.setFont(font("second", text=stay.text()))
        stay.setProperty("role", "text2")
        stay.setWordWrap(True)
        layout.addWidget(stay)
        return self._left

    def _targets(self) -> QWidget:
        self._right = QWidget()
        self._right.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout = QVBoxLayout(self._right)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        choose = primary_button(self.tr("Choose files"), "", self._theme, key="Ctrl+O")
        choose.setObjectName("chooseFilesButton")
        choose.clicked.connect(self.files_wanted)
        paste = default_button(self.tr("Paste a ticket"), self._theme, key="Ctrl+V")
        paste.setObjectName("pasteButton")
        paste.clicked.connect(self.paste_wanted)
        shop = default_button(self.tr("Open the shop"), self._theme, key="Ctrl+T")
        shop.setObjectName("sampleShopButton")
        shop.clicked.connect(self.sample_shop_wanted)
        key = default_button(self.tr("Add a key"), self._theme)
        key.setObjectName("addKeyButton")
        key.clicked.connect(self.key_wanted)
        make = self._target
        self._folding = [
            make("drop", "file-down", self.tr("Drop your ticket export here"),
                 self.tr("CSV, JSON or JSON Lines from Zendesk, Freshdesk, Intercom and others."), [choose]),
            make("target", "clipboard-paste", self.tr("Paste a ticket you copied"),
                 self.tr("A conversation copied from any helpdesk page becomes a ticket at once."), [paste]),
            make("target", "store", self.tr("Try it with the sample shop"),
                 self.tr("300 tickets in six languages and the policies of a small lamp shop. No key needed."), [shop]),
            make("target", "key-round", self.tr("Add your API key"),
                 self.tr("It is kept in this computer’s keyring. Until Claude is connected, drafts are put together from your policy sentences."), [key]),
        ]  # fmt: skip
        for target in self._folding:
            layout.addWidget(target)
        row = QHBoxLayout()
        for code in _UI_LANGUAGES:
            button = quiet_button(own_language_name(code), small=True, theme=self._theme)
            button.setObjectName(f"language_{code}_button")
            button.clicked.connect(lambda _=False, chosen=code: self.language_chosen.emit(chosen))
            row.addWidget(button)
        row.addStretch()
        layout.addLayout(row)
        return self._right

    def _target(
        self, card: str, icon: str, title: str, text: str, buttons: list[Button]
    ) -> _Target:
        return _Target(card, icon, title, text, buttons, self._theme)


class _Target(QFrame):
    """An icon, what it is, and its button."""

    def __init__(
        self, card: str, icon: str, title: str, text: str, buttons: list[Button], theme: Theme
    ) -> None:
        super().__init__()
        self.setProperty("card", card)
        self._image = _IconBox(icon, filled=card == "drop", theme=theme)
        head, words = QLabel(title), QLabel(text)
        head.setFont(font("title", text=title))
        head.setWordWrap(True)
        words.setFont(font("body", text=text))
        words.setProperty("role", "text2")
        words.setWordWrap(True)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addStretch()
        column.addWidget(head)
        column.addWidget(words)
        column.addStretch()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(24, 18, 24, 18)
        self._layout.setSpacing(20)
        self._layout.addWidget(self._image)
        self._layout.addLayout(column, 1)
        for button in buttons:
            self._layout.addWidget(button)

    def set_narrow(self, narrow: bool) -> None:
        """Button below the words, no icon."""
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._layout.setSpacing(10 if narrow else 20)
        self._image.setVisible(not narrow)


class _IconBox(QWidget):
    def __init__(self, icon: str, *, filled: bool, theme: Theme) -> None:
        super().__init__()
        self._icon, self._filled, self._theme = icon, filled, theme
        self.setFixedSize(56, 56)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent_fill if self._filled else colours.sunk))
        painter.drawRoundedRect(self.rect(), 10, 10)
        ink = colours.on_accent if self._filled else colours.text_2
        painter.drawPixmap(14, 14, pixmap(self._icon, 28, ink, self.devicePixelRatioF()))


class _AppMark(QWidget):
    """The three proof shapes, each with a line, white on accent."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(52, 52)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_app_mark(QPainter(self), QRectF(self.rect()), self._theme.colours.accent_fill)


def paint_app_mark(painter: QPainter, box: QRectF, ground: str) -> None:
    """Draw the app's mark into a square."""
    unit = box.width() / 52
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(box, 10 * unit, 10 * unit)
    white = QColor("#FFFFFF")
    painter.setBrush(white)
    painter.drawEllipse(QRectF(11 * unit, 12 * unit, 8 * unit, 8 * unit))
    middle = [QPointF(15 * unit, 22 * unit), QPointF(19 * unit, 26 * unit),
              QPointF(15 * unit, 30 * unit), QPointF(11 * unit, 26 * unit)]  # fmt: skip
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(white, 1.6 * unit))
    painter.drawPolygon(middle)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(white)
    painter.drawPolygon(
        [
            QPointF(15 * unit, 32 * unit),
            QPointF(19.5 * unit, 40 * unit),
            QPointF(10.5 * unit, 40 * unit),
        ]
    )
    for y, width in ((16, 18), (26, 18), (37, 12)):
        painter.drawRoundedRect(
            QRectF(23 * unit, (y - 1.5) * unit, width * unit, 3 * unit), 1.5, 1.5
        )


class _ProofLine(QWidget):
    """A sentence with the mark that it will carry in a draft, and what the mark says."""

    def __init__(self, text: str, meaning: str, theme: Theme) -> None:
        super().__init__()
        self._text, self._meaning, self._theme = text, meaning, theme
        self.setAccessibleName(f"{text} {meaning}")
        self.setFixedHeight(26)

    def sizeHint(self) -> QSize:
        return QSize(360, 26)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.supported))
        painter.drawEllipse(QRectF(1, 8, 9, 9))
        face = font("reply", text=self._text)
        painter.setFont(face)
        painter.setPen(QColor(colours.text))
        painter.drawText(QPointF(26, 18), self._text)
        width = QFontMetrics(face).horizontalAdvance(self._text)
        painter.setPen(QPen(QColor(colours.supported), 1.25))
        painter.drawLine(QPointF(26, 22), QPointF(26 + width, 22))
        painter.setFont(font("second", text=self._meaning))
        painter.setPen(QColor(colours.text_2))
        painter.drawText(QPointF(26 + width + 12, 18), self._meaning)

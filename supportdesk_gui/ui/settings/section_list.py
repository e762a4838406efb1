"""The sections of the settings: a list at the left, a drop-down on half a screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.ui.components.drop_down import DropDown
from supportdesk_gui.ui.components.keyboard_focus import KeyboardFocus
from supportdesk_gui.ui.fonts import font, scaled
from supportdesk_gui.ui.icons import pixmap
from supportdesk_gui.ui.theme import Theme

_WIDTH = 208


class SectionList(QFrame):
    """Items are (name, icon, words); `chosen` with the place."""

    chosen = Signal(int)

    def __init__(self, items: Sequence[tuple[str, str, str]], theme: Theme) -> None:
        super().__init__()
        self.setObjectName("settingsSections")
        self.setAccessibleName(self.tr("Sections"))
        self.setProperty("card", "side")
        self._group = QButtonGroup(self)
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(0)
        self._choice = DropDown()
        self._choice.setObjectName("settingsSectionChoice")
        self._choice.setAccessibleName(self.tr("Sections"))
        for place, (name, icon, words) in enumerate(items):
            entry = _Entry(icon, words, theme)
            entry.setObjectName(f"{name}Section")
            self._group.addButton(entry, place)
            column.addWidget(entry)
            self._choice.addItem(words)
        column.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._list)
        layout.addWidget(self._choice)
        self._group.idClicked.connect(self.choose)
        self._choice.activated.connect(self.choose)
        self._group.button(0).setChecked(True)
        self.set_narrow(False)

    def choose(self, place: int) -> None:
        """Show a section."""
        self._group.button(place).setChecked(True)
        self._choice.setCurrentIndex(place)
        self.chosen.emit(place)

    def set_narrow(self, narrow: bool) -> None:
        """A drop-down in place of the list."""
        self._list.setVisible(not narrow)
        self._choice.setVisible(narrow)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(*((16, 8, 16, 8) if narrow else (0, 0, 0, 0)))
        self.setMinimumWidth(0 if narrow else scaled(_WIDTH))
        self.setMaximumWidth(16777215 if narrow else scaled(_WIDTH))


class _Entry(KeyboardFocus, QAbstractButton):
    def __init__(self, icon: str, words: str, theme: Theme) -> None:
        super().__init__()
        self._icon, self._theme = icon, theme
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(scaled(_WIDTH) - 16, scaled(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, on = self._theme.colours, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent), 2) if self.shows_focus else Qt.PenStyle.NoPen)
        if on or self.underMouse():
            painter.setBrush(QColor(colours.selection if on else colours.hover))
        box = QRectF(self.rect())
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1) if self.shows_focus else box, 6, 6)
        ink = colours.accent if on else colours.text_2
        painter.drawPixmap(
            12, (self.height() - 16) // 2, pixmap(self._icon, 16, ink, self.devicePixelRatioF())
        )
        painter.setPen(QColor(ink))
        painter.setFont(font("body", weight=500 if on else 400, text=self.text()))
        words = box.adjusted(38, 0, -8, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())

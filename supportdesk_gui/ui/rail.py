"""The navigation rail: 76 px with words, 48 px with icons only."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget

from supportdesk_gui.ui.components.keyboard_focus import KeyboardFocus
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.icons import pixmap
from supportdesk_gui.ui.theme import Theme

_PAGES = ("inbox", "review", "policies", "knowledge", "insights")
"""Those at the top, in their order."""
_BADGE = 15
_MOST_COUNTED = 999


class RailEntry(KeyboardFocus, QAbstractButton):
    """One page; checked while it is on view."""

    def __init__(self, icon: str, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._theme = icon, theme
        self.narrow = False
        self._count = 0
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setCheckable(True)
        # A click on a page's name leaves the focus to the page.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def show_count(self, count: int) -> None:
        """A badge with how many wait there; none for 0."""
        if count != self._count:
            self._count = count
            self.setAccessibleDescription(f"{count:,}" if count else "")
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(40, 40) if self.narrow else QSize(64, 54)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(QColor(colours.paper if self.isChecked() else colours.hover))
            painter.drawRoundedRect(self.rect(), 6, 6)
        if self.shows_focus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(colours.accent))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        ink = colours.accent if self.isChecked() else colours.text_2
        top = 10 if self.narrow else 8
        x = (self.width() - 20) // 2
        painter.drawPixmap(x, top, pixmap(self._icon, 20, ink, self.devicePixelRatioF()))
        if not self.narrow:
            painter.setPen(QColor(ink))
            painter.setFont(font("label", text=self.text()))
            box = QRectF(0, 32, self.width(), 16)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        if self._count:
            self._paint_badge(painter)

    def _paint_badge(self, painter: QPainter) -> None:
        colours = self._theme.colours
        text = "999+" if self._count > _MOST_COUNTED else f"{self._count}"
        face = font("label", weight=600)
        width = max(_BADGE, QFontMetrics(face).horizontalAdvance(text) + 9)
        box = QRectF(min(self.width() / 2 + 3, self.width() - width - 1), 3, width, _BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent_fill))
        painter.drawRoundedRect(box, _BADGE / 2, _BADGE / 2)
        painter.setPen(QColor(colours.on_accent))
        painter.setFont(face)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class Rail(QFrame):
    """Pages at the top; the palette and the settings at the foot."""

    page_chosen = Signal(str)
    palette_chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setProperty("card", "rail")
        self._entries = {
            "inbox": RailEntry("inbox", self.tr("Inbox"), theme),
            "review": RailEntry("layers", self.tr("Review"), theme),
            "policies": RailEntry("book-open-text", self.tr("Policies"), theme),
            "knowledge": RailEntry("lightbulb", self.tr("Knowledge"), theme),
            "insights": RailEntry("chart-column", self.tr("Insights"), theme),
            "settings": RailEntry("settings-2", self.tr("Settings"), theme),
        }
        self._search = RailEntry("search", self.tr("Ctrl K"), theme)
        self._search.setObjectName("paletteEntry")
        self._search.setCheckable(False)
        self._search.setAccessibleName(self.tr("All actions"))
        self._search.clicked.connect(self.palette_chosen)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(6, 8, 6, 8)
        self._layout.setSpacing(2)
        for name, entry in self._entries.items():
            entry.setObjectName(f"{name}Entry")
            entry.clicked.connect(lambda _=False, page=name: self.page_chosen.emit(page))
        for widget in [self._entries[name] for name in _PAGES]:
            self._layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        self._layout.addStretch()
        for widget in (self._search, self._entries["settings"]):
            self._layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        self.set_narrow(False)

    def show_page(self, page: str) -> None:
        """Mark the page that is on view; an export that waits is on its way to the inbox,
        tags are seen in the insights."""
        page = {"doctor": "inbox", "tagging": "insights", "comparing": "insights"}.get(page, page)
        for name, entry in self._entries.items():
            entry.setChecked(name == page)

    def show_queue(self, count: int) -> None:
        """How many tickets wait in Review."""
        self._entries["review"].show_count(count)

    def set_narrow(self, narrow: bool) -> None:
        """Icons only."""
        self.setFixedWidth(48 if narrow else 76)
        self._layout.setContentsMargins(4 if narrow else 6, 8, 4 if narrow else 6, 8)
        for entry in (*self._entries.values(), self._search):
            entry.narrow = narrow
            entry.setFixedSize(entry.sizeHint())
            entry.update()

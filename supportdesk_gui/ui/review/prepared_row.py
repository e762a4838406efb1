"""The drafts of the next cards: written, being written, or not yet."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from supportdesk_gui.ui.components.buttons import quiet_button
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.icons import pixmap
from supportdesk_gui.ui.theme import Theme

_WIDTH, _HEIGHT, _GAP = 18, 24, 5


class Place(StrEnum):
    """How a card among the next ones stands."""

    READY = "ready"
    WRITING = "writing"
    EMPTY = "empty"


class PreparedRow(QWidget):
    """A title over one small card for each; what waits for the agent's word is a button."""

    chosen = Signal()
    """Prepare drafts ahead, or stop it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head, self._cards = QLabel(self.tr("Prepared ahead")), _Cards(theme)
        self._head.setFont(font("label", text=self._head.text()))
        self._head.setProperty("role", "text2")
        self._waste = QLabel()
        self._waste.setObjectName("preparedWaste")
        self._waste.setFont(font("second"))
        self._waste.setProperty("role", "text2")
        self._button = quiet_button(self.tr("Prepare ahead"), small=True)
        self._button.setObjectName("prepareAheadButton")
        self._button.clicked.connect(self.chosen)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._cards)
        row.addWidget(self._waste)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._head)
        column.addLayout(row)
        column.addWidget(self._button)
        self.show_places((), "", "")

    def show_places(self, places: tuple[Place, ...], action: str, waste: str) -> None:
        """Show the next cards; `action` is what the button does, none where it is empty, and
        `waste` says how much was prepared that nobody ever looked at."""
        self._cards.show_places(places)
        self._cards.setVisible(bool(places))
        self._button.setVisible(bool(action))
        if action:
            self._button.setText(action)
        self._waste.setText(waste)
        self._waste.setVisible(bool(waste))


class _Cards(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("preparedCards")
        self._theme, self._places = theme, tuple[Place, ...]()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_places(self, places: tuple[Place, ...]) -> None:
        self._places = places
        ready = sum(one is Place.READY for one in places)
        self.setAccessibleName(self.tr("{n} of {total} ready").format(n=ready, total=len(places)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(len(self._places) * (_WIDTH + _GAP), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), self._theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, place in enumerate(self._places):
            left = number * (_WIDTH + _GAP)
            empty = place is Place.EMPTY
            style = Qt.PenStyle.DashLine if empty else Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor(colours.line_2), 1, style))
            painter.setBrush(Qt.BrushStyle.NoBrush if empty else QColor(colours.paper))
            painter.drawRoundedRect(QRectF(left + 0.5, 0.5, _WIDTH - 1, _HEIGHT - 1), 3, 3)
            if not empty:
                ready = place is Place.READY
                ink = colours.supported if ready else colours.accent
                icon = "check" if ready else "pencil"
                image = pixmap(icon, 12, ink, self.devicePixelRatioF())
                painter.drawPixmap(left + (_WIDTH - 12) // 2, (_HEIGHT - 12) // 2, image)

"""The facts of the ticket on view: a click puts one on the clipboard and shows where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from supportdesk_gui.tickets.found_facts import FactKind, FoundFact
from supportdesk_gui.ui.components.buttons import quiet_button
from supportdesk_gui.ui.components.keyboard_focus import KeyboardFocus
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.icons import pixmap
from supportdesk_gui.ui.theme import Theme

_ICONS = {
    FactKind.ORDER: "package", FactKind.TRACKING: "truck", FactKind.NUMBER: "file-text",
    FactKind.AMOUNT: "banknote", FactKind.DATE: "calendar", FactKind.EMAIL: "mail",
}  # fmt: skip
_GAP, _ROW = 6, 24
_TALL = 720
_LONGEST = 40
_SAID_MS = 1500


class FactStrip(QWidget):
    """Two rows, one in a low window; the rest behind a button."""

    copied = Signal(object)
    """A FoundFact is on the clipboard."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("factStrip")
        self._theme = theme
        self._facts: tuple[FoundFact, ...] = ()
        self._chips: list[FactChip] = []
        self._is_whole = False
        self._more = quiet_button("", small=True)
        self._more.setParent(self)
        self._more.setObjectName("moreFactsButton")
        self._more.clicked.connect(self._show_whole)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()
        self._place()

    def show_facts(self, facts: Sequence[FoundFact]) -> None:
        """Show these; none take no room."""
        if tuple(facts) == self._facts:
            return
        self._facts, self._is_whole = tuple(facts), False
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(place, fact) for place, fact in enumerate(facts)]
        self.setVisible(bool(facts))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._place()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def _chip(self, place: int, fact: FoundFact) -> FactChip:
        kind = self._kind(fact.kind)
        chip = FactChip(fact, self.tr("Copy: {kind} {text}").format(kind=kind, text=fact.text),
                        self._theme, self)  # fmt: skip
        chip.setObjectName(f"fact{place}")
        chip.clicked.connect(lambda: self._copy(chip))
        return chip

    def _kind(self, kind: FactKind) -> str:
        words = {
            FactKind.ORDER: self.tr("order"),
            FactKind.TRACKING: self.tr("parcel"),
            FactKind.NUMBER: self.tr("number"),
            FactKind.AMOUNT: self.tr("amount"),
            FactKind.DATE: self.tr("date"),
            FactKind.EMAIL: self.tr("e-mail"),
        }
        return words[kind]

    def _copy(self, chip: FactChip) -> None:
        QGuiApplication.clipboard().setText(chip.fact.text)
        chip.say_copied()
        self.copied.emit(chip.fact)

    def _show_whole(self) -> None:
        self._is_whole = True
        self._place()

    def _place(self) -> None:
        """Row after row; what has no room is counted on the button."""
        most = len(self._chips) if self._is_whole else 2 if self.window().height() >= _TALL else 1
        places, rows = self._rows(self.width())
        shown = sum(row < most for _, row in places)
        left = len(places) - shown
        self._more.setText(f"+{left}")
        room = self.width() - self._more.sizeHint().width() - _GAP
        while left and shown and self._end(places, shown - 1, most) > room:
            shown, left = shown - 1, left + 1
            self._more.setText(f"+{left}")
        self._more.setAccessibleName(self.tr("{count} more facts").format(count=left))
        for chip, (x, row) in zip(self._chips, places, strict=True):
            chip.move(x, row * (_ROW + _GAP))
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < shown)
        self._more.setVisible(left > 0)
        end = self._end(places, shown - 1, most) if shown else 0
        top = (min(rows, most) - 1) * (_ROW + _GAP) - 1
        self._more.setGeometry(end + _GAP, top, self._more.sizeHint().width(), 26)
        self.setFixedHeight(max(min(rows, most), 1) * (_ROW + _GAP) - _GAP)

    def _rows(self, width: int) -> tuple[list[tuple[int, int]], int]:
        """The place and the row of each chip, and how many rows there are."""
        places, x, row = [], 0, 0
        for chip in self._chips:
            wide = min(chip.sizeHint().width(), max(width, 40))
            chip.resize(wide, _ROW)
            if x and x + wide > width:
                x, row = 0, row + 1
            places.append((x, row))
            x += wide + _GAP
        return places, row + 1

    def _end(self, places: list[tuple[int, int]], place: int, most: int) -> int:
        """Where a chip of the last row ends, 0 for one above it."""
        x, row = places[place]
        return x + self._chips[place].width() if row == most - 1 else 0


class FactChip(KeyboardFocus, QPushButton):
    """24 high: an icon for its kind, and its words."""

    def __init__(self, fact: FoundFact, words: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.fact, self._theme = fact, theme
        cut = fact.text if len(fact.text) <= _LONGEST else f"{fact.text[: _LONGEST - 1]}…"
        self._words = " ".join(cut.split())
        self._said = QTimer(self)
        self._said.setSingleShot(True)
        self._said.setInterval(_SAID_MS)
        self._said.timeout.connect(self.update)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def say_copied(self) -> None:
        """Show for a moment that it is on the clipboard."""
        self._said.start()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(self._face()).horizontalAdvance(self._words) + 36, _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colours.hover if self.underMouse() else colours.paper))
        focus = self.shows_focus
        painter.setPen(QPen(QColor(colours.accent if focus else colours.line_2), 2 if focus else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        said = self._said.isActive()
        icon = "check" if said else _ICONS[self.fact.kind]
        ink = colours.supported if said else colours.fact
        painter.drawPixmap(8, 5, pixmap(icon, 14, ink, self.devicePixelRatioF()))
        painter.setPen(QColor(colours.text))
        painter.setFont(self._face())
        room = self.rect().adjusted(28, 0, -6, 0)
        metrics = QFontMetrics(self._face())
        words = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def _face(self) -> QFont:
        return font("second", text=self._words)

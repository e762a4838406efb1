"""The heading and the rows of *Answered before*."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from supportdesk_gui.ui.components.keyboard_focus import KeyboardFocus, paint_ring
from supportdesk_gui.ui.components.labels import paint_code, paint_key
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.icons import pixmap
from supportdesk_gui.ui.language_names import language_code, language_name
from supportdesk_gui.ui.theme import Theme

ROW, HEAD, SIDE = 30, 34, 20
"""Heights, and the margin at the sides, in pixels."""
_OPENS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


@dataclass(frozen=True, slots=True)
class Answered:
    """A ticket that was answered; `satisfaction` 1 to 5, 0 where it is not tagged."""

    ticket_id: int
    number: str
    summary: str
    language: str
    satisfaction: int = 0


class AnsweredHead(KeyboardFocus, QPushButton):
    """The heading, which folds and unfolds what is below it."""

    def __init__(self, theme: Theme, text: str, key: str) -> None:
        super().__init__(text)
        self.setObjectName("answeredHead")
        self._theme, self._key = theme, key
        self._count, self._is_folded = 0, False
        self.setFixedHeight(HEAD)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(text)

    def show_count(self, count: int) -> None:
        """How many there are."""
        self._count = count
        self.setAccessibleName(f"{self.text()} ({count})" if count else self.text())
        self.update()

    def show_folded(self, folded: bool) -> None:
        """Whether the rows are out of view."""
        self._is_folded = folded
        self.setAccessibleDescription(self.tr("folded") if folded else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        middle = self.height() / 2
        icon = "chevron-right" if self._is_folded else "chevron-down"
        image = pixmap(icon, 14, colours.text_2, self.devicePixelRatioF())
        painter.drawPixmap(SIDE - 2, round(middle) - 7, image)
        right = paint_key(painter, self.width() - SIDE, middle, self._key, colours)
        face = font("label", weight=600, text=self.text())
        painter.setFont(face)
        painter.setPen(QColor(colours.text if self.underMouse() else colours.text_2))
        room = QRectF(SIDE + 20, 0, right - SIDE - 60, self.height())
        words = QFontMetrics(face).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        if self._count:
            painter.setPen(QColor(colours.text_3))
            left = room.left() + QFontMetrics(face).horizontalAdvance(words) + 8
            painter.drawText(
                QRectF(left, 0, 40, self.height()), Qt.AlignmentFlag.AlignVCenter, str(self._count)
            )
        if self.shows_focus:
            paint_ring(painter, self.rect(), colours)


class AnsweredRow(KeyboardFocus, QPushButton):
    """Number, language and summary of a ticket, and how content its customer was."""

    stepped = Signal(int)
    """To the row behind (1) or before (-1)."""
    entered = Signal()
    """Return or the space bar."""

    def __init__(self, number: int, theme: Theme) -> None:
        super().__init__()
        self.setObjectName(f"answeredRow{number}")
        self._theme = theme
        self.answered: Answered | None = None
        self._is_open = False
        self.setFixedHeight(ROW)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(200, ROW)

    def show_answered(self, one: Answered | None) -> None:
        """Show a ticket, or an empty row that cannot be chosen."""
        self.answered = one
        self.setCursor(Qt.CursorShape.PointingHandCursor if one else Qt.CursorShape.ArrowCursor)
        self.setToolTip(one.summary if one else "")
        name = [one.number, language_name(one.language), one.summary, self._rated()] if one else []
        self.setAccessibleName(", ".join(part for part in name if part))
        self.update()

    def show_open(self, is_open: bool) -> None:
        """Whether its answer is below it."""
        self._is_open = is_open
        self.setAccessibleDescription(self.tr("open") if is_open else "")
        self.update()

    def _rated(self) -> str:
        level = self.answered.satisfaction if self.answered else 0
        return self.tr("Rated {level}").format(level=level) if level else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENS:
            self.entered.emit()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.answered is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, one = self._theme.colours, self.answered
        if self.underMouse() or self._is_open:
            painter.fillRect(self.rect(), QColor(colours.hover))
        inner = QRectF(self.rect()).adjusted(SIDE, 0, -SIDE, 0)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(inner.topLeft(), inner.topRight())
        middle = Qt.AlignmentFlag.AlignVCenter
        x, right = inner.left(), inner.right()
        painter.setFont(font("label"))
        painter.setPen(QColor(colours.text_3))
        metrics = QFontMetrics(painter.font())
        if rated := self._rated():
            painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, rated)
            right -= metrics.horizontalAdvance(rated) + 12
        if one.number:
            number = metrics.elidedText(f"#{one.number}", Qt.TextElideMode.ElideRight, 96)
            painter.drawText(QRectF(x, 0, 100, ROW), middle, number)
            x += metrics.horizontalAdvance(number) + 10
        if one.language:
            code = language_code(one.language)
            paint_code(painter, QRectF(x, 0, 60, ROW), code, colours)
            x += QFontMetrics(font("code")).horizontalAdvance(code) + 20
        face = font("body", text=one.summary)
        painter.setFont(face)
        painter.setPen(QColor(colours.text))
        words = QFontMetrics(face).elidedText(
            one.summary, Qt.TextElideMode.ElideRight, int(right - x)
        )
        painter.drawText(QRectF(x, 0, right - x, ROW), middle, words)
        if self.shows_focus:
            paint_ring(painter, self.rect(), colours)

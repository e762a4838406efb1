"""The pre-flight in the copy row: how many checks passed, and their list above it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget

from supportdesk_gui.ui.components.buttons import Button, Kind
from supportdesk_gui.ui.components.keyboard_focus import KeyboardFocus
from supportdesk_gui.ui.components.proof_marks import Proof, paint_shape
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.icons import pixmap
from supportdesk_gui.ui.reply.preflight_wording import Line, lines_of
from supportdesk_gui.ui.theme import Theme

if TYPE_CHECKING:
    from supportdesk_gui.assist.preflight import Preflight

_WIDTH, _LEAST = 360, 120
_TEXT_LEFT, _TEXT_RIGHT, _PAD = 36, 12, 7


class PreflightButton(Button):
    """*Pre-flight 7 of 8*, with the triangle where something failed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", Kind.QUIET, theme, "check", small=True, parent=parent)
        self.setObjectName("preflightButton")
        self._look = theme
        self._failed = False
        self.hide()

    def show_preflight(self, found: Preflight | None) -> None:
        """Show how many checks passed, nothing where there is no draft."""
        self.setVisible(found is not None)
        if found is None:
            return
        self._failed = found.passed < found.decided
        words = self.tr("Pre-flight {passed} of {all}")
        self.setText(words.format(passed=found.passed, all=found.decided))
        self.setToolTip(self.tr("What was looked at before you copy"))
        self.update()

    def _text_colour(self) -> str:
        colours = self._look.colours
        return colours.unsupported if self._failed else colours.text_2

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._failed:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        paint_shape(painter, Proof.UNSUPPORTED, QPointF(18, self.height() / 2), self._look.colours)
        painter.setPen(QColor(self._text_colour()))
        painter.setFont(self._face())
        box = QRectF(34, 0, self.width() - 34, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())


class PreflightPopover(QFrame):
    """360 wide, over the pane, above the copy row; Esc or going elsewhere closes it."""

    place_chosen = Signal(int, int)
    """Show these characters of the draft."""

    def __init__(self, button: PreflightButton, theme: Theme, pane: QWidget) -> None:
        super().__init__(pane)
        self.setObjectName("preflightPopover")
        self.setAccessibleName(self.tr("Pre-flight"))
        self._button, self._theme, self._pane = button, theme, pane
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 5, 1, 5)
        self._column.setSpacing(0)
        button.clicked.connect(self.toggle)
        pane.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)
        theme.changed.connect(self.update)
        self.hide()

    def show_preflight(self, found: Preflight | None) -> None:
        """The list of these checks; closes where there is no draft."""
        if found is None:
            self.hide()
            return
        lines = lines_of(found)
        for _ in range(len(self._rows), len(lines)):
            row = _Row(len(self._rows) + 1, self._theme)
            row.chosen.connect(self._choose)
            self._column.addWidget(row)
            self._rows.append(row)
        for place, row in enumerate(self._rows):
            row.show_line(lines[place] if place < len(lines) else None)
        self._place()

    def words(self) -> Sequence[str]:
        """The sentences of the list."""
        return [row.text() for row in self._rows if not row.isHidden()]

    def toggle(self) -> None:
        """Open the list, or close it."""
        if self.isVisible():
            self._close()
            return
        self._place()
        self.show()
        self.raise_()
        first = next((row for row in self._rows if not row.isHidden()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._pane and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        # Esc is this list's own, not the window's.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(self._theme.colours.paper))
        painter.setPen(QPen(QColor(self._theme.colours.line_2), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _place(self) -> None:
        width = min(_WIDTH, max(_LEAST, self._pane.width() - 16))  # a pane behind a tab has none
        shown = [row for row in self._rows if not row.isHidden()]
        for row in shown:
            row.setFixedSize(width - 2, row.height_for(width - 2))
        height = sum(row.height() for row in shown) + 10
        corner = self._button.mapTo(self._pane, self._button.rect().topRight())
        left = max(8, min(corner.x() - width, self._pane.width() - width - 8))
        self.setGeometry(left, max(8, corner.y() - height - 8), width, height)

    def _choose(self, line: Line) -> None:
        if line.end > line.start:
            self.hide()
            self.place_chosen.emit(line.start, line.end)

    def _close(self) -> None:
        self.hide()
        self._button.setFocus(Qt.FocusReason.PopupFocusReason)

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or now is self._button or self.isAncestorOf(now):
            return
        self.hide()


class _Row(KeyboardFocus, QPushButton):
    """One sentence with its mark; leads to its place where it has one."""

    chosen = Signal(object)

    def __init__(self, number: int, theme: Theme) -> None:
        super().__init__()
        self.setObjectName(f"preflightRow{number}")
        self._theme = theme
        self._line = Line("", "passed")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(lambda: self.chosen.emit(self._line))

    def show_line(self, line: Line | None) -> None:
        self.setVisible(line is not None)
        if line is None:
            return
        self._line = line
        self.setText(line.words)
        state = {
            "passed": self.tr("passed"), "failed": self.tr("look before you copy"),
        }.get(line.state, self.tr("not known"))  # fmt: skip
        self.setAccessibleName(f"{line.words} ({state})")
        leads = line.end > line.start
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        self.update()

    def height_for(self, width: int) -> int:
        metrics = QFontMetrics(self._face())
        room = QRect(0, 0, width - _TEXT_LEFT - _TEXT_RIGHT, 1000)
        return metrics.boundingRect(room, _WRAP, self.text()).height() + 2 * _PAD

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, self.height_for(_WIDTH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, failed = self._theme.colours, self._line.state == "failed"
        if self.underMouse() and self._line.end > self._line.start:
            painter.fillRect(self.rect(), QColor(colours.hover))
        if self.shows_focus:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 1, -2, -1), 5, 5)
        if failed:
            paint_shape(painter, Proof.UNSUPPORTED, QPointF(18.5, _PAD + 8.5), colours)
        else:
            passed = self._line.state == "passed"
            name, ink = (
                ("check", colours.supported) if passed else ("circle-dashed", colours.text_3)
            )
            painter.drawPixmap(11, _PAD + 1, pixmap(name, 15, ink, self.devicePixelRatioF()))
        painter.setFont(self._face())
        painter.setPen(QColor(colours.text if failed else colours.text_2))
        box = self.rect().adjusted(_TEXT_LEFT, _PAD, -_TEXT_RIGHT, -_PAD)
        painter.drawText(box, _WRAP, self.text())

    def _face(self) -> QFont:
        return font("second", text=self.text())


_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)

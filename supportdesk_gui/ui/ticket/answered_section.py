"""Below the conversation: the nearest tickets that were answered, a row each. A row opens to its
answer, which can go into the reply.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.ui.components.buttons import default_button
from supportdesk_gui.ui.components.keyboard_focus import KeyboardFocus, paint_ring
from supportdesk_gui.ui.components.labels import paint_code, paint_key
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.icons import pixmap
from supportdesk_gui.ui.language_names import language_code, language_name
from supportdesk_gui.ui.theme import Theme

_ROW, _HEAD, _SIDE = 30, 34, 20
_ROOM_FROM = 560
"""In a pane lower than this the conversation needs the room: the rows are behind their heading."""
_SHARE, _LEAST = 0.4, 120
_OPENS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


@dataclass(frozen=True, slots=True)
class Answered:
    """A ticket that was answered; `satisfaction` 1 to 5, 0 where it is not tagged."""

    ticket_id: int
    number: str
    summary: str
    language: str
    satisfaction: int = 0


class AnsweredSection(QFrame):
    """Hidden while nothing is found. Rows keep their room while the next ticket's are looked for."""

    answer_wanted = Signal(int)
    """Show what was said in the ticket of this id, by `show_answer`."""
    insert_wanted = Signal(str)
    """Put this text into the reply."""
    left = Signal()
    """What had the focus in here is gone."""

    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__()
        self.setObjectName("answeredSection")
        self._theme = theme
        self._rows: list[_Row] = []
        self._open = -1
        self._chosen: bool | None = None
        """Whether the agent wants the rows; None while they show where there is room."""
        self._head = _Head(theme, self.tr("Answered before, much alike"), key)
        self._head.clicked.connect(self._fold)
        self.setAccessibleName(self._head.text())
        self._answer = _Answer()
        self._answer.insert.clicked.connect(self._insert)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._column.setSpacing(0)
        self._column.addWidget(self._answer)
        self._column.addStretch()
        self._answer.hide()
        self._area = QScrollArea()
        self._area.setObjectName("answeredRows")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its rows have it
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._area)
        theme.changed.connect(self.update)
        self.hide()

    # -- what is shown -----------------------------------------------------------------------

    def show_looking(self) -> None:
        """Another ticket is on view: what belongs to the one before goes."""
        self._leave(0)
        self._show_open(-1)
        self._head.show_count(0)
        for row in self._rows:
            row.show_answered(None)

    def show_found(self, found: Sequence[Answered]) -> None:
        """The nearest first; none take no room."""
        self._leave(len(found))
        kept = self._rows[self._open].answered if self._open >= 0 else None
        for _ in range(len(self._rows), len(found)):
            self._rows.append(self._row(len(self._rows)))
        for place, row in enumerate(self._rows):
            row.show_answered(found[place] if place < len(found) else None)
            row.setVisible(place < len(found))
        self._head.show_count(len(found))
        if kept is not None:
            self._show_open(found.index(kept) if kept in found else -1)
        self.setVisible(bool(found))
        self._fit()

    def found(self) -> list[Answered]:
        """What is shown, the nearest first."""
        return [row.answered for row in self._rows if row.answered is not None]

    def show_answer(self, ticket_id: int, text: str) -> None:
        """What was said in a ticket, where its row is open."""
        one = self._rows[self._open].answered if self._open >= 0 else None
        if one is not None and one.ticket_id == ticket_id:
            name = self.tr("Answer to {number}").format(number=one.number)
            self._answer.show_text(text, name)
            self._answer.show()
            self._fit()
            self._area.ensureWidgetVisible(self._answer, 0, 0)
            self._area.ensureWidgetVisible(self._rows[self._open], 0, 0)

    def go_to(self) -> None:
        """Unfold the rows, the nearest one open, with the focus on it."""
        self._chosen = True
        self._fit()
        self._go_to(max(self._open, 0))

    def _leave(self, rows: int) -> None:
        """Only so many rows stay: by itself the focus would go to whatever is next."""
        focus = self.focusWidget()
        gone = self._rows[rows:]
        if focus is not None and focus.hasFocus() and (not rows or focus in gone):
            self.left.emit()

    # -- what the agent does -----------------------------------------------------------------

    def _row(self, place: int) -> _Row:
        row = _Row(place + 1, self._theme)
        row.clicked.connect(lambda: self._show_open(-1 if self._open == place else place))
        row.stepped.connect(lambda by: self._go_to(place + by))
        row.entered.connect(lambda: self._enter(place))
        self._column.insertWidget(place, row)
        return row

    def _enter(self, place: int) -> None:
        """Return opens a row, and puts an answer that is open into the reply."""
        if self._open == place and not self._answer.isHidden():
            self._insert()
        else:
            self._show_open(place)

    def _go_to(self, place: int) -> None:
        if 0 <= place < len(self._rows) and self._rows[place].answered:
            self._rows[place].setFocus(Qt.FocusReason.ShortcutFocusReason)
            if self._open != place:
                self._show_open(place)

    def _show_open(self, place: int) -> None:
        self._open = place
        self._answer.hide()
        for number, row in enumerate(self._rows):
            row.show_open(number == place)
        one = self._rows[place].answered if place >= 0 else None
        if one is not None:
            self._column.removeWidget(self._answer)
            self._column.insertWidget(place + 1, self._answer)
            self.answer_wanted.emit(one.ticket_id)
        self._fit()

    def _insert(self) -> None:
        self.insert_wanted.emit(self._answer.text())

    def _fold(self) -> None:
        self._chosen = self._area.isHidden()
        self._fit()

    # -- room --------------------------------------------------------------------------------

    def follow(self, pane: QWidget) -> None:
        """Take no more room than this pane, which it stands in, can give."""
        pane.installEventFilter(self)
        self._fit()

    def eventFilter(self, pane: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _fit(self) -> None:
        pane = self.parentWidget()
        room = pane.height() if pane else 0
        shown = room >= _ROOM_FROM if self._chosen is None else self._chosen
        self._head.show_folded(not shown)
        self._area.setVisible(shown)
        wanted = sum(_ROW for row in self._rows if not row.isHidden()) + 8
        if not self._answer.isHidden():
            wanted += self._answer.heightForWidth(self.width())
        self._area.setFixedHeight(min(wanted, max(_LEAST, round(room * _SHARE))))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(QColor(self._theme.colours.line), 1))
        painter.drawLine(self.rect().topLeft(), self.rect().topRight())


class _Answer(QWidget):
    """An answer with the button that puts it into the reply."""

    def __init__(self) -> None:
        super().__init__()
        self._text = Paragraph(ink="text")
        self._text.setObjectName("answeredText")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.insert = default_button(self.tr("Insert"), None, key="Return", small=True)
        self.insert.setObjectName("insertAnswerButton")
        self.insert.setToolTip(self.tr("Into the reply, at the cursor"))
        row = QHBoxLayout()
        row.addWidget(self.insert)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE + 20, 2, _SIDE, 8)
        column.setSpacing(6)
        column.addWidget(self._text)
        column.addLayout(row)

    def show_text(self, text: str, name: str) -> None:
        """Show an answer; `name` is for screen readers."""
        self._text.set_words(text)
        self.setAccessibleName(name)

    def text(self) -> str:
        """The answer."""
        return self._text.words


class _Head(KeyboardFocus, QPushButton):
    """The heading, which folds and unfolds what is below it."""

    def __init__(self, theme: Theme, text: str, key: str) -> None:
        super().__init__(text)
        self.setObjectName("answeredHead")
        self._theme, self._key = theme, key
        self._count, self._is_folded = 0, False
        self.setFixedHeight(_HEAD)
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
        painter.drawPixmap(_SIDE - 2, round(middle) - 7, image)
        right = paint_key(painter, self.width() - _SIDE, middle, self._key, colours)
        face = font("label", weight=600, text=self.text())
        painter.setFont(face)
        painter.setPen(QColor(colours.text if self.underMouse() else colours.text_2))
        room = QRectF(_SIDE + 20, 0, right - _SIDE - 60, self.height())
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


class _Row(KeyboardFocus, QPushButton):
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
        self.setFixedHeight(_ROW)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(200, _ROW)

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
        inner = QRectF(self.rect()).adjusted(_SIDE, 0, -_SIDE, 0)
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
            painter.drawText(QRectF(x, 0, 100, _ROW), middle, number)
            x += metrics.horizontalAdvance(number) + 10
        if one.language:
            code = language_code(one.language)
            paint_code(painter, QRectF(x, 0, 60, _ROW), code, colours)
            x += QFontMetrics(font("code")).horizontalAdvance(code) + 20
        face = font("body", text=one.summary)
        painter.setFont(face)
        painter.setPen(QColor(colours.text))
        words = QFontMetrics(face).elidedText(
            one.summary, Qt.TextElideMode.ElideRight, int(right - x)
        )
        painter.drawText(QRectF(x, 0, right - x, _ROW), middle, words)
        if self.shows_focus:
            paint_ring(painter, self.rect(), colours)

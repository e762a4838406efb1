"""Below the conversation: the nearest tickets that were answered, a row each. A row opens to its
answer, which can go into the reply.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.ui.components.buttons import default_button
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.theme import Theme
from supportdesk_gui.ui.ticket.answered_rows import (
    HEAD,
    ROW,
    SIDE,
    Answered,
    AnsweredHead,
    AnsweredRow,
)

_ROOM_FROM = 560
"""In a pane lower than this the conversation needs the room: the rows are behind their heading."""
_SHARE, _LEAST = 0.4, 2 * ROW
_CONVERSATION = 90


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
        self._rows: list[AnsweredRow] = []
        self._open = -1
        self._neighbours = QVBoxLayout()
        self._chosen: bool | None = None
        """Whether the agent wants the rows; None while they show where there is room."""
        self._head = AnsweredHead(theme, self.tr("Answered before, much alike"), key)
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

    def _row(self, place: int) -> AnsweredRow:
        row = AnsweredRow(place + 1, self._theme)
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
        self._answer.show_text("", "")  # whose it was may be gone
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

    def follow(self, column: QVBoxLayout) -> None:
        """Take no more room than its neighbours in this column leave."""
        self._neighbours = column
        if pane := self.parentWidget():
            pane.installEventFilter(self)
        self._fit()

    def eventFilter(self, pane: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._fit()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _fit(self) -> None:
        pane = self.parentWidget()
        height = pane.height() if pane else 0
        shown = height >= _ROOM_FROM if self._chosen is None else self._chosen
        self._head.show_folded(not shown)
        self._area.setVisible(shown)
        wanted = sum(ROW for row in self._rows if not row.isHidden()) + 8
        if not self._answer.isHidden():
            wanted += self._answer.heightForWidth(self.width())
        room = min(round(height * _SHARE), height - self._taken() - HEAD - _CONVERSATION)
        fitting = min(wanted, max(_LEAST, room))
        if fitting != self._area.height():
            self._area.setFixedHeight(fitting)

    def _taken(self) -> int:
        """What head and questions take, which give way to nothing."""
        taken = 0
        for place in range(self._neighbours.count()):
            item = self._neighbours.itemAt(place)
            part = item.widget() if item else None
            if part is not None and part is not self and not part.isHidden():
                taken += 0 if isinstance(part, QScrollArea) else _height(part)
        return taken

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(QColor(self._theme.colours.line), 1))
        painter.drawLine(self.rect().topLeft(), self.rect().topRight())


def _height(part: QWidget) -> int:
    wraps = part.hasHeightForWidth()
    return part.heightForWidth(part.width()) if wraps else part.sizeHint().height()


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
        column.setContentsMargins(SIDE + 20, 2, SIDE, 8)
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

"""What the customer asks, a row a question, and whether the draft beside it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from supportdesk_gui.ui.components.keyboard_focus import KeyboardFocus
from supportdesk_gui.ui.components.proof_marks import Proof, paint_shape
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.icons import pixmap
from supportdesk_gui.ui.theme import Theme

if TYPE_CHECKING:
    from supportdesk_gui.assist.preflight import Preflight, Question

_ROW = 30
_SIDE = 20
_MOST = 5


class QuestionList(QFrame):
    """Below the conversation; hidden while there is no draft or no question."""

    answer_chosen = Signal(int, int)
    """Show these characters of the draft."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("questionList")
        self._theme = theme
        self._rows: list[_Row] = []
        self._head = QLabel(self.tr("What the customer asks, and whether the draft answers it"))
        self._head.setFont(font("label", weight=600, text=self._head.text()))
        self._head.setProperty("role", "text2")
        self._head.setContentsMargins(_SIDE, 10, _SIDE, 6)
        self._more = QLabel()
        self._more.setFont(font("second"))
        self._more.setProperty("role", "text3")
        self._more.setContentsMargins(_SIDE + 20, 4, _SIDE, 4)
        self.setAccessibleName(self._head.text())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        self._column.addWidget(self._more)
        theme.changed.connect(self.update)
        self.hide()

    def show_preflight(self, found: Preflight | None) -> None:
        """The questions of a checked draft; what is not answered comes first where many are."""
        questions = list(found.questions) if found is not None else []
        left = questions[_MOST:]
        if left:
            order = {"no": 0, "unsure": 1}
            questions.sort(key=lambda one: order.get(one.answered.value, 2))
            questions, left = questions[:_MOST], questions[_MOST:]
        for _ in range(len(self._rows), len(questions)):
            row = _Row(len(self._rows) + 1, self._theme)
            row.chosen.connect(self.answer_chosen)
            self._column.insertWidget(self._column.count() - 1, row)
            self._rows.append(row)
        for place, row in enumerate(self._rows):
            row.show_question(questions[place] if place < len(questions) else None)
        self._more.setVisible(bool(left))
        self._more.setText(self.tr("and {count} more").format(count=len(left)))
        self.setVisible(bool(questions))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(QColor(self._theme.colours.line), 1))
        painter.drawLine(self.rect().topLeft(), self.rect().topRight())


class _Row(KeyboardFocus, QPushButton):
    chosen = Signal(int, int)

    def __init__(self, number: int, theme: Theme) -> None:
        super().__init__()
        self.setObjectName(f"questionRow{number}")
        self._theme = theme
        self._question: Question | None = None
        self.setFixedHeight(_ROW)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._choose)

    def sizeHint(self) -> QSize:
        return QSize(200, _ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _ROW)

    def show_question(self, one: Question | None) -> None:
        self._question = one
        self.setVisible(one is not None)
        if one is None:
            return
        self.setText(one.text)
        self.setToolTip(one.text)
        self.setAccessibleName(f"{one.text} ({self._state()})")
        self.setCursor(Qt.CursorShape.PointingHandCursor if one.end else Qt.CursorShape.ArrowCursor)
        self.update()

    def _state(self) -> str:
        answered = self._question.answered.value if self._question else "no"
        return {
            "answered": self.tr("answered"),
            "unproven": self.tr("answered without proof"),
            "unsure": self.tr("not found in the reply"),
        }.get(answered, self.tr("not answered"))

    def _choose(self) -> None:
        if self._question is not None and self._question.end:
            self.chosen.emit(self._question.start, self._question.end)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._question is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, answered = self._theme.colours, self._question.answered.value
        inner = self.rect().adjusted(_SIDE, 0, -_SIDE, 0)
        if self.underMouse() and self._question.end:
            painter.fillRect(self.rect(), QColor(colours.hover))
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(inner.topLeft(), inner.topRight())
        if answered == "unproven":
            paint_shape(painter, Proof.UNSUPPORTED, QPointF(_SIDE + 6, _ROW / 2), colours)
        else:
            icon = {
                "answered": ("check", colours.supported), "unsure": ("circle-help", colours.text_3)
            }.get(answered, ("circle-help", colours.warning))  # fmt: skip
            image = pixmap(icon[0], 15, icon[1], self.devicePixelRatioF())
            painter.drawPixmap(_SIDE - 1, (_ROW - 15) // 2, image)
        state = self._state()
        painter.setFont(font("second", text=state))
        painter.setPen(QColor(colours.text_2))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, state)
        width = inner.width() - 20 - QFontMetrics(painter.font()).horizontalAdvance(state) - 16
        face = font("body", text=self.text())
        words = QFontMetrics(face).elidedText(self.text(), Qt.TextElideMode.ElideRight, width)
        painter.setFont(face)
        painter.setPen(QColor(colours.text))
        painter.drawText(QRectF(_SIDE + 20, 0, width, _ROW), Qt.AlignmentFlag.AlignVCenter, words)
        if self.shows_focus:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(QRectF(inner).adjusted(-4, 2, 4, -2), 5, 5)

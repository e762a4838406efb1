"""The passages a draft rests on: numbered, three on view, there before the first word."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from supportdesk_gui.policies.document import Passage
from supportdesk_gui.ui.components.keyboard_focus import KeyboardFocus, paint_ring
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.policies.wording import passage_place
from supportdesk_gui.ui.theme import Theme

_ROW, _LOW_ROW = 48, 26
_SHOWN = 3
_OPENS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class PassageStrip(QScrollArea):
    """As many rows high as there is room for, up to three, whatever it holds: nothing moves while
    the draft streams in. What is beyond them is reached by scrolling, or by Tab.
    """

    passage_chosen = Signal(object)
    """The Passage to open at its place."""
    least = _LOW_ROW
    """The height of one passage in one line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("passages")
        self.setAccessibleName(self.tr("Policy passages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its rows have it
        self.setWidgetResizable(True)
        self._theme, self._height, self._shown = theme, _ROW, _SHOWN
        self._rows: list[_PassageRow] = []
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setWidget(inner)
        self._make_rows(_SHOWN)
        self.resize(self.width(), _SHOWN * _ROW)

    def show_passages(
        self, passages: Sequence[Passage], quoted: dict[str, tuple[str, int]]
    ) -> None:
        """Show passages; `quoted` gives for a hash the sentence to show and how often it is used."""
        self._make_rows(len(passages))
        for place, row in enumerate(self._rows):
            passage = passages[place] if place < len(passages) else None
            text, used = quoted.get(passage.hash, ("", 0)) if passage else ("", 0)
            row.show_passage(passage, text, used)
            row.setVisible(passage is not None or place < self._shown)
        for before, after in pairwise(self._rows[: len(passages)]):
            QWidget.setTabOrder(before, after)  # by itself Tab would come to a later row last

    def fitting(self, room: int) -> int:
        """The height to give it where there is so much room: whole rows, the lower ones if need be."""
        if room >= _SHOWN * _ROW:
            return _SHOWN * _ROW
        return _LOW_ROW * max(1, min(_SHOWN, room // _LOW_ROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._height = _ROW if self.height() >= _SHOWN * _ROW else _LOW_ROW
        self._shown = max(1, self.height() // self._height)
        for place, row in enumerate(self._rows):
            row.setFixedHeight(self._height)
            row.setVisible(row.has_passage or place < self._shown)

    def _make_rows(self, count: int) -> None:
        for number in range(len(self._rows) + 1, count + 1):
            row = _PassageRow(number, self._theme)
            row.setFixedHeight(self._height)
            row.chosen.connect(self.passage_chosen)
            self._column.addWidget(row)
            self._rows.append(row)


class _PassageRow(KeyboardFocus, QFrame):
    chosen = Signal(object)

    def __init__(self, number: int, theme: Theme) -> None:
        super().__init__()
        self.setObjectName(f"passage{number}")
        self._number = number
        self._theme = theme
        self._passage: Passage | None = None
        self._text = ""
        self._used = 0
        theme.changed.connect(self.update)

    @property
    def has_passage(self) -> bool:
        return self._passage is not None

    def show_passage(self, passage: Passage | None, text: str, used: int) -> None:
        self._passage, self._text, self._used = passage, text, used
        self.setCursor(Qt.CursorShape.PointingHandCursor if passage else Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if passage else Qt.FocusPolicy.NoFocus)
        name = f"{passage_place(passage)}: {text}" if passage else ""
        self.setAccessibleName(name)
        self.setToolTip(passage.text if passage else "")
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._passage:
            self.chosen.emit(self._passage)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._passage and event.key() in _OPENS:
            self.chosen.emit(self._passage)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        painter.fillRect(self.rect(), QColor(colours.panel))
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        if self._passage is None:
            return
        middle = 17 if self.height() > 30 else self.height() // 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.supported_tint))
        painter.drawRoundedRect(16, middle - 8, 16, 16, 8, 8)
        painter.setPen(QColor(colours.supported))
        painter.setFont(font("label", weight=600))
        box = self.rect().adjusted(16, middle - 8, 0, 0)
        box.setSize(box.size().scaled(16, 16, Qt.AspectRatioMode.IgnoreAspectRatio))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))
        self._paint_words(painter, middle)
        if self.shows_focus:
            paint_ring(painter, self.rect(), colours)

    def _paint_words(self, painter: QPainter, middle: int) -> None:
        assert self._passage is not None
        colours = self._theme.colours
        used = self._used_words()
        painter.setFont(font("label"))
        width = QFontMetrics(painter.font()).horizontalAdvance(used)
        painter.setPen(QColor(colours.text_3))
        painter.drawText(self.width() - 16 - width, middle + 4, used)
        place = passage_place(self._passage)
        painter.setFont(font("second", weight=600, text=place))
        painter.setPen(QColor(colours.text))
        metrics = QFontMetrics(painter.font())
        room = self.width() - 42 - 28 - width
        painter.drawText(
            42, middle + 4, metrics.elidedText(place, Qt.TextElideMode.ElideRight, room)
        )
        if self.height() > 30:
            painter.setFont(font("second", text=self._text))
            painter.setPen(QColor(colours.text_2))
            metrics = QFontMetrics(painter.font())
            line = metrics.elidedText(
                f"“{self._text}”", Qt.TextElideMode.ElideRight, self.width() - 58
            )
            painter.drawText(42, middle + 22, line)

    def _used_words(self) -> str:
        if self._used == 0:
            return self.tr("not used")
        if self._used == 1:
            return self.tr("used once")
        return self.tr("used {count} times").format(count=self._used)

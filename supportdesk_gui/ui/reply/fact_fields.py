"""Small fields above the draft for what neither ticket nor policies say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from supportdesk_gui.ui.components.composing import Composing
from supportdesk_gui.ui.components.elided import ElidedLabel
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.theme import Theme

_ROW, _GAP, _MARGIN = 32, 6, 8
_MOST_ROWS = 2
_TWO_COLUMNS_FROM = 520
_LABEL_SHARE = 0.5


class _Field(Composing, QLineEdit):
    """While an input method composes, the window's keys are not its own."""


class FactFields(QFrame):
    """One field a fact; hidden where nothing is missing. `filled` while the agent types."""

    filled = Signal(str, str)
    """The name of a fact and what stands in its field now."""
    least = _ROW + 2 * _MARGIN
    """The height of one row of fields."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("factFields")
        self.setAccessibleName(self.tr("Missing facts"))
        self._theme = theme
        self._cells: list[tuple[ElidedLabel, QLineEdit]] = []
        self._names: tuple[str, ...] = ()
        self._columns = 1
        self._area = QScrollArea()
        self._area.setObjectName("factScroll")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(_GAP)
        self._area.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, _MARGIN, 16, _MARGIN)
        layout.addWidget(self._area)
        theme.changed.connect(self.update)
        self.hide()

    def wanted_height(self) -> int:
        """With up to two rows of fields on view."""
        rows = min(_MOST_ROWS, -(-len(self._names) // self._columns))
        return max(self.least, rows * _ROW + (rows - 1) * _GAP + 2 * _MARGIN)

    @property
    def names(self) -> tuple[str, ...]:
        """The facts on view."""
        return self._names

    def values(self) -> dict[str, str]:
        """What stands in the fields, by the name of the fact; empty ones are left out."""
        found = {
            name: " ".join(field.text().split())
            for name, (_, field) in zip(self._names, self._cells, strict=False)
        }
        return {name: value for name, value in found.items() if value}

    def show_facts(self, names: Sequence[str], values: Mapping[str, str]) -> None:
        """Show a field for each of these facts, with what is known of it."""
        self._names = tuple(dict.fromkeys(names))
        for _ in range(len(self._cells), len(self._names)):
            self._add_cell()
        for place, (label, field) in enumerate(self._cells):
            shown = place < len(self._names)
            label.setVisible(shown)
            field.setVisible(shown)
            name = self._names[place] if shown else ""
            label.setText(name)
            label.setFont(font("second", text=name))
            field.setAccessibleName(name)
            value = values.get(name, "")
            if field.text() != value:
                field.setText(value)
        self.setVisible(bool(self._names))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.colours.panel))
        painter.setPen(QPen(QColor(self._theme.colours.line), 1))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())

    def _add_cell(self) -> None:
        place = len(self._cells)
        label, field = ElidedLabel(), _Field()
        label.setProperty("role", "text2")
        field.setObjectName(f"factField{place + 1}")
        field.setFont(font("second"))
        field.setFixedHeight(_ROW)
        field.setPlaceholderText(self.tr("not known yet"))
        field.textEdited.connect(lambda text: self._edited(place, text))
        self._cells.append((label, field))

    def _edited(self, place: int, text: str) -> None:
        self.filled.emit(self._names[place], " ".join(text.split()))

    def _arrange(self) -> None:
        """Two facts beside each other where there is room."""
        columns = 2 if self.width() >= _TWO_COLUMNS_FROM and len(self._names) > 1 else 1
        self._columns = columns
        room = (self.width() - 32 - 8 * (2 * columns - 1)) // columns
        for place, (label, field) in enumerate(self._cells):
            row, column = divmod(place, columns)
            self._grid.addWidget(label, row, 2 * column)
            self._grid.addWidget(field, row, 2 * column + 1)
            label.setFixedWidth(max(60, int(room * _LABEL_SHARE)))
        self.updateGeometry()

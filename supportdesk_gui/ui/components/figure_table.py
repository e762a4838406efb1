"""A small table of words and figures: a head, rows with hairlines between, a sum in bold."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from supportdesk_gui.ui.fonts import font

Cell = str | QWidget
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

_AROUND = 4


class FigureTable(QFrame):
    """`head` names the columns; those from `figures_from` on stand at the right.

    `spare` are the columns that leave when there is little room.
    """

    def __init__(
        self, name: str, head: Sequence[str], figures_from: int = 1, spare: Sequence[int] = ()
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._head, self._figures_from, self._spare = list(head), figures_from, set(spare)
        self._narrow = False
        self._rows: list[Sequence[Cell]] = []
        self._sum: Sequence[Cell] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)

    def show_rows(self, rows: Sequence[Sequence[Cell]], total: Sequence[Cell] = ()) -> None:
        """Show these, and a sum below them where one is given."""
        self._rows, self._sum = list(rows), total
        self._build()

    def show_table(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show rows under another head."""
        self._head = list(head)
        self.show_rows(rows)

    def set_narrow(self, narrow: bool) -> None:
        """Leave the spare columns out."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._grid.setHorizontalSpacing(12 if narrow else 20)
            self._build()

    def texts(self) -> list[list[str]]:
        """What stands in the rows, the sum last; empty for cells that are widgets."""
        rows = [*self._rows, self._sum] if self._sum else self._rows
        return [[cell if isinstance(cell, str) else "" for cell in row] for row in rows]

    def _build(self) -> None:
        own = {id(cell) for row in self._rows for cell in row if isinstance(cell, QWidget)}
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and id(widget) not in own:
                widget.hide()
                widget.deleteLater()
        line = 0
        self._add(line, self._head, "label", 600, "text3", 28)
        for row in self._rows:
            self._rule(line + 1)
            line += 2
            self._add(line, row, "second", 0, "text", 36)
        if self._sum:
            self._rule(line + 1)
            self._add(line + 2, self._sum, "second", 600, "text", 36)

    def _add(
        self, line: int, cells: Sequence[Cell], role: str, weight: int, ink: str, height: int
    ) -> None:
        place = 0
        for column, cell in enumerate(cells):
            if self._narrow and column in self._spare:
                if isinstance(cell, QWidget):
                    cell.hide()
                continue
            side = _RIGHT if column >= self._figures_from else _LEFT
            widget = cell if isinstance(cell, QWidget) else _label(cell, role, weight, ink, side)
            widget.setMinimumHeight(height)
            # What wraps has the whole width: at its own the row would be too low for it.
            fills = isinstance(widget, QLabel) and widget.wordWrap()
            whole = Qt.AlignmentFlag(0) if fills or isinstance(cell, QWidget) else side
            self._grid.addWidget(widget, line, place, whole)
            widget.show()  # only now: without a parent it would be a window
            place += 1

    def _rule(self, line: int) -> None:
        rule = QFrame()
        rule.setProperty("card", "hairline")
        rule.setFixedHeight(1)
        left_out = len(self._spare) if self._narrow else 0
        self._grid.addWidget(rule, line, 0, 1, len(self._head) - left_out)


def _label(text: str, role: str, weight: int, ink: str, side: Qt.AlignmentFlag) -> QLabel:
    label = QLabel(text)
    label.setFont(font(role, weight=weight, text=text))
    label.setAlignment(side)
    label.setProperty("role", ink)
    if not side & Qt.AlignmentFlag.AlignRight:
        label.setWordWrap(True)
        label.setContentsMargins(0, _AROUND, 0, _AROUND)
    return label

"""The figures of a period in a row: a number, and what it counts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from supportdesk_gui.ui.components.paragraph import Paragraph

_NARROWEST = 148


class FigureStrip(QFrame):
    """As many beside each other as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("figureStrip")
        self.setProperty("card", "head")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(24, 12, 24, 12)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(10)
        self._figures: list[tuple[str, str]] = []
        self._columns = 0

    def texts(self) -> list[tuple[str, str]]:
        """Each figure and its words."""
        return list(self._figures)

    def show_figures(self, figures: Sequence[tuple[str, str]]) -> None:
        """Show (figure, words)."""
        self._figures = list(figures)
        self._columns = 0
        self.set_width(self.width())

    def set_width(self, width: int) -> None:
        """Break the row where it does not fit."""
        room = max(1, (width - 48) // _NARROWEST)
        columns = max(1, min(room, len(self._figures)))
        if columns != self._columns:
            self._columns = columns
            self._build()

    def _build(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for column in range(12):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
        for place, (figure, words) in enumerate(self._figures):
            row, column = divmod(place, self._columns)
            self._grid.addWidget(_figure(figure, words), row, column, Qt.AlignmentFlag.AlignTop)


def _figure(figure: str, words: str) -> QWidget:
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    layout.addWidget(Paragraph(figure, "figure", "text"))
    layout.addWidget(Paragraph(words, "second", "text2"))
    return box

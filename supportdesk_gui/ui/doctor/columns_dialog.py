"""What a model would see of a table's columns, before it is sent: exactly that, and to whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialog, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from supportdesk_gui.ui.components.buttons import button_row, default_button, primary_button
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.engine_words import dollars, model_words
from supportdesk_gui.ui.fonts import font, scaled
from supportdesk_gui.ui.theme import Theme

if TYPE_CHECKING:
    from supportdesk_gui.assist.claude_columns import ColumnsQuestion


class ColumnsDialog(QDialog):
    """Accepted with *Send*."""

    def __init__(
        self, question: ColumnsQuestion, host: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("columnsDialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        title = self.tr("Let {model} look at the columns")
        self.setWindowTitle(title.format(model=model_words(question.ask.model)))
        room = parent.window().size() if parent else self.size()
        self.resize(min(760, room.width() - 32), min(520, room.height() - 32))
        self._theme = theme
        send = primary_button(self.tr("Send"), "", theme)
        send.setObjectName("columnsSend")
        send.setDefault(True)
        send.clicked.connect(self.accept)
        cancel = default_button(self.tr("Cancel"), theme, key="Esc")
        cancel.setObjectName("columnsCancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(Paragraph(self._head(question, host), "body", "text"))
        layout.addWidget(self._table(question), 1)
        said = self.tr(
            "Letters and figures of the rows are replaced: only what each cell looks like leaves this computer. What comes back only fills in the mapping; nothing is imported before you say so."
        )
        layout.addWidget(Paragraph(said, "second", "text2"))
        layout.addLayout(button_row(cancel, send))
        self.finished.connect(self.deleteLater)

    def _head(self, question: ColumnsQuestion, host: str) -> str:
        if question.micro_usd is None:
            text = self.tr("This goes to {host}, and nothing else of the file. No known price.")
            return text.format(host=host)
        text = self.tr("This goes to {host}, and nothing else of the file. About {cost}.")
        return text.format(host=host, cost=dollars(question.micro_usd))

    def _table(self, question: ColumnsQuestion) -> QTableWidget:
        """A line for each column: its number, its header and its cells as they leave."""
        columns = question.shown
        rows = max((len(_cells(one)) for one in columns), default=0)
        table = QTableWidget(len(columns), rows + 1)
        table.setObjectName("columnsSent")
        table.setAccessibleName(self.tr("What is sent"))
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        table.setShowGrid(False)
        table.setWordWrap(True)
        heads = [self.tr("Row {number}").format(number=row + 1) for row in range(rows)]
        table.setHorizontalHeaderLabels([self.tr("Column in the file"), *heads])
        table.horizontalHeader().setFont(font("label", weight=600))
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        table.horizontalHeader().setStretchLastSection(True)
        table.verticalHeader().hide()
        table.setHorizontalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        table.setVerticalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        for at, column in enumerate(columns):
            name = f"{column['column']}  {column['header']}"
            self._put(table, at, 0, name)
            for place, cell in enumerate(_cells(column), 1):
                self._put(table, at, place, cell)
        for place in range(rows):
            table.setColumnWidth(place, scaled(170 if place == 0 else 180))
        table.resizeRowsToContents()
        for row in range(len(columns)):
            table.setRowHeight(row, table.rowHeight(row) + scaled(12))
        return table

    def _put(self, table: QTableWidget, row: int, column: int, words: str) -> None:
        item = QTableWidgetItem(words)
        item.setFont(font("second", weight=500 if column == 0 else 0, text=words))
        role = "text" if column == 0 else "text_2"
        item.setForeground(QColor(getattr(self._theme.colours, role)))
        item.setTextAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        table.setItem(row, column, item)


def _cells(column: object) -> Sequence[str]:
    assert isinstance(column, dict)
    return [str(cell) for cell in column["rows"]]

"""The rows that could not be read: file, line, why, and a file of them to save."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.ui.inbox.import_words import reject_words

if TYPE_CHECKING:
    from supportdesk_gui.tickets.importing.run import ImportReport

_SHOWN = 1000
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class RejectsDialog(QDialog):
    """Window-modal; opened from the notice of an import."""

    def __init__(self, report: ImportReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rejectsDialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Rows that could not be read"))
        self.resize(640, 420)
        self._report = report
        text = self.tr("{count} rows of {file} could not be read.")
        head = QLabel(text.format(count=f"{report.rejected:,}", file=report.path.name))
        rows = report.rejects[:_SHOWN]
        table = QTableWidget(len(rows), 3)
        table.setObjectName("rejectedRows")
        table.setAccessibleName(self.windowTitle())
        table.setHorizontalHeaderLabels([self.tr("Line"), self.tr("Why"), self.tr("Begins with")])
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        for place, row in enumerate(rows):
            for column, words in enumerate((str(row.line), reject_words(row.reason), row.excerpt)):
                table.setItem(place, column, QTableWidgetItem(words))
        table.setColumnWidth(1, 220)
        table.horizontalHeader().setStretchLastSection(True)
        table.verticalHeader().hide()
        buttons = QDialogButtonBox()
        save = buttons.addButton(self.tr("Save the list"), QDialogButtonBox.ButtonRole.ActionRole)
        save.setObjectName("saveRejectsButton")
        save.clicked.connect(self._ask_where)
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.AcceptRole)
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        for part in (head, table, buttons):
            layout.addWidget(part)

    def save(self, path: Path) -> None:
        """Write the rows as CSV; cells that a spreadsheet would run get a quote before them."""
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["file", "line", "reason", "excerpt"])
            for row in self._report.rejects:
                cell = f"'{row.excerpt}" if row.excerpt.startswith(_FORMULA) else row.excerpt
                writer.writerow([row.file, row.line, row.reason.value, cell])

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the list"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.open()

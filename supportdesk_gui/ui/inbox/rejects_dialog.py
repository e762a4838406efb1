"""The rows that could not be read: file, line, why, and a file of them to save."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.storage.whole_file import whole_table
from supportdesk_gui.text.spreadsheet import safe_cell
from supportdesk_gui.ui.components.buttons import button_row, default_button, primary_button
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.fonts import font, scaled
from supportdesk_gui.ui.inbox.import_words import rejected_words
from supportdesk_gui.ui.inbox.reject_words import reject_words
from supportdesk_gui.ui.inbox.wording import in_a_row

if TYPE_CHECKING:
    from supportdesk_gui.tickets.importing.report import RejectedRow
    from supportdesk_gui.tickets.importing.run import ImportReport

_SHOWN = 1000


class RejectsDialog(QDialog):
    """Window-modal; opened from the notice of an import."""

    def __init__(self, report: ImportReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rejectsDialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("What was not read"))
        self.resize(760, 420)
        self._report = report
        head = Paragraph(self._head_words(), "body", "text", 600)
        self._said = Paragraph("", "second", "danger")
        self._said.setObjectName("rejectsSaved")
        self._said.hide()
        save = default_button(self.tr("Save the list"), None)
        save.setObjectName("saveRejectsButton")
        save.clicked.connect(self._ask_where)
        close = primary_button(self.tr("Close"), "", None)
        close.setObjectName("closeRejectsButton")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(head)
        layout.addWidget(self._table(report.rejects[:_SHOWN]), 1)
        layout.addWidget(self._said)
        layout.addLayout(button_row(save, close))

    def _head_words(self) -> str:
        report = self._report
        has_others = any(row.is_file or row.is_mail for row in report.rejects)
        if report.files > 1 or (report.files and has_others):
            return in_a_row(rejected_words(report))
        text = self.tr("{rows} rows of {file} could not be read.")
        if report.rejected == 1:
            text = self.tr("1 row of {file} could not be read.")
        if not report.files:
            text = self.tr("{files} files of {file} were not read.")
            if report.rejected == 1:
                text = self.tr("1 file of {file} was not read.")
        count = f"{report.rejected:,}"
        return text.format(rows=count, files=count, file=report.name)

    def _table(self, rows: Sequence[RejectedRow]) -> QTableWidget:
        has_names = bool({row.file for row in rows} - {self._report.name, ""})
        table = QTableWidget(len(rows), 4)
        table.setObjectName("rejectedRows")
        table.setAccessibleName(self.windowTitle())
        table.setHorizontalHeaderLabels(
            [self.tr("File"), self.tr("Line"), self.tr("Why"), self.tr("Begins with")]
        )
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setAlternatingRowColors(True)
        for place, row in enumerate(rows):
            line = str(row.line) if row.line else ""
            cells = (row.file, line, reject_words(row.reason), row.excerpt)
            for column, words in enumerate(cells):
                cell = QTableWidgetItem(words)
                cell.setToolTip(words)
                table.setItem(place, column, cell)
        table.setColumnHidden(0, not has_names)
        table.setColumnHidden(1, not any(row.line and not row.is_mail for row in rows))
        table.setColumnHidden(3, not any(row.excerpt for row in rows))
        for column, width in enumerate((180, 72)):
            table.setColumnWidth(column, scaled(width))
        table.resizeColumnToContents(2)  # no reason is cut, as long as the rows beside it show
        table.setColumnWidth(2, min(max(table.columnWidth(2), scaled(220)), scaled(460)))
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setFont(font("label", weight=600))
        header.setStretchLastSection(True)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(scaled(32))
        return table

    def save(self, path: Path) -> None:
        """Write the rows as CSV, whole; cells that a spreadsheet would run get a quote before them."""
        report = self._report
        rows = report.whole if report.whole and report.whole.is_whole else report.rejects
        with whole_table(path) as file:
            writer = csv.writer(file, quoting=csv.QUOTE_ALL)
            writer.writerow(["file", "line", "reason", "row"])
            for row in rows:
                text = safe_cell(row.whole or row.excerpt)
                writer.writerow([safe_cell(row.file), row.line, row.reason.value, text])

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the list"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(lambda name: self._save_or_say(Path(name)))
        dialog.open()

    def _save_or_say(self, path: Path) -> None:
        try:
            self.save(path)
        except OSError:
            text = self.tr("{file} could not be written. Choose another folder, or make room.")
            self._said.set_words(text.format(file=path))
            self._said.show()
        else:
            self._said.hide()

"""Something went wrong that nobody foresaw: what is safe, and what to send; no stack trace."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from supportdesk_gui.ui.components.buttons import button_row, default_button, primary_button
from supportdesk_gui.ui.components.paragraph import Paragraph


class BugDialog(QDialog):
    """Window-modal, opened with `open()`; the details go to the log and to the clipboard."""

    def __init__(self, details: str, log_place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bugDialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Something did not work"))
        self.setMinimumWidth(400)
        self._details = details
        text = self.tr(
            "The program met a fault of its own. Your tickets and drafts are safe. "
            "The details stand in {log}, without ticket text."
        )
        label = Paragraph(text.format(log=log_place), "body", "text")
        copy = default_button(self.tr("Copy the details"), None)
        copy.setObjectName("copyDetailsButton")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details))
        close = primary_button(self.tr("Go on"), "", None)
        close.setObjectName("bugCloseButton")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(16)
        layout.addWidget(label)
        layout.addLayout(button_row(copy, close))

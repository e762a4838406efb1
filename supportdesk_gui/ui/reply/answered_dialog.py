"""The nearest tickets that were answered, each with the answer, which can go into the reply."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from supportdesk_gui.ui.components.buttons import button_row, default_button, primary_button
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.language_names import language_name


@dataclass(frozen=True, slots=True)
class Answered:
    """A ticket and its answer, with the facts of the ticket on view where they could be told."""

    number: str
    summary: str
    language: str
    answer: str


class AnsweredDialog(QDialog):
    """Window-modal; nothing changes before *Insert*."""

    insert_wanted = Signal(str)
    """Put this text into the reply."""

    def __init__(self, found: Sequence[Answered], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("answeredDialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Answered before"))
        self.resize(min(640, parent.width() - 20) if parent else 640, 500)
        self._found = list(found)
        head = self.tr("The nearest tickets that were answered")
        if not found:
            head = self.tr("No ticket like this one was answered yet.")
        self._list = QListWidget()
        self._list.setObjectName("answeredRows")
        self._list.setAccessibleName(head)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        for one in self._found:
            number = f"#{one.number}" if one.number else ""
            parts = (number, language_name(one.language) if one.language else "", one.summary)
            self._list.addItem("   ".join(part for part in parts if part))
        self._text = QPlainTextEdit()
        self._text.setObjectName("answeredText")
        self._text.setAccessibleName(self.tr("The answer"))
        self._text.setReadOnly(True)
        self._list.currentRowChanged.connect(self._show)
        insert = primary_button(self.tr("Insert"), "", None)
        insert.setObjectName("insertAnswerButton")
        insert.setEnabled(bool(found))
        insert.setDefault(True)
        insert.clicked.connect(self._insert)
        close = default_button(self.tr("Close"), None)
        close.setObjectName("answeredCloseButton")
        close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(Paragraph(head, "body", "text", 600))
        layout.addWidget(self._list, 2)
        layout.addWidget(self._text, 3)
        layout.addLayout(button_row(close, insert))
        self._list.setCurrentRow(0)

    def _show(self, row: int) -> None:
        self._text.setPlainText(self._found[row].answer if 0 <= row < len(self._found) else "")

    def _insert(self) -> None:
        self.accept()
        self.insert_wanted.emit(self._text.toPlainText())

"""Asks once per source how its ticket pages are addressed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from supportdesk_gui.ui.components.buttons import button_row, default_button, primary_button
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.inbox.wording import source_word

NUMBER = "{number}"


class LinkPatternDialog(QDialog):
    """The agent pastes the address of any ticket; its number becomes the place holder."""

    pattern_given = Signal(str)
    """An address that holds `{number}`."""

    def __init__(self, source: str, external_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("linkPatternDialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Open in helpdesk"))
        self.setMinimumWidth(400)
        self._external_id = external_id
        text = self.tr(
            "Paste the address of ticket {number} in {source}. It is remembered for the others."
        )
        words = text.format(number=external_id or "", source=source_word(source))
        question = Paragraph(words, "body", "text")
        self._field = QLineEdit()
        self._field.setObjectName("linkPatternField")
        self._field.setAccessibleName(self.tr("Address of the ticket"))
        self._field.setPlaceholderText("https://…")
        self._field.textChanged.connect(self._check)
        self._hint = Paragraph("", "second")
        self._accept = primary_button(self.tr("Open"), "", None)
        self._accept.setObjectName("linkPatternAccept")
        self._accept.setDefault(True)
        self._accept.clicked.connect(self.accept)
        cancel = default_button(self.tr("Cancel"), None)
        cancel.setObjectName("linkPatternCancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        for part in (question, self._field, self._hint):
            layout.addWidget(part)
        layout.addLayout(button_row(cancel, self._accept))
        self.accepted.connect(lambda: self.pattern_given.emit(self.pattern()))
        self._check()

    def pattern(self) -> str:
        """The address with `{number}` in it, empty while it is not one."""
        text = self._field.text().strip()
        if not text.startswith(("https://", "http://")):
            return ""
        if NUMBER in text:
            return text
        number = self._external_id
        head, found, tail = text.rpartition(number) if number else ("", "", "")
        return f"{head}{NUMBER}{tail}" if found else ""

    def _check(self) -> None:
        pattern = self.pattern()
        self._accept.setEnabled(bool(pattern))
        hint = self.tr("The address has to hold the ticket's number.")
        self._hint.set_words("" if pattern or not self._field.text() else hint)

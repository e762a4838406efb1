"""Asks once per source how its ticket pages are addressed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

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
        question = QLabel(text.format(number=external_id or "", source=source))
        question.setWordWrap(True)
        self._field = QLineEdit()
        self._field.setObjectName("linkPatternField")
        self._field.setAccessibleName(self.tr("Address of the ticket"))
        self._field.setPlaceholderText("https://…")
        self._field.textChanged.connect(self._check)
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        self._hint.setProperty("role", "text2")
        buttons = QDialogButtonBox()
        self._accept = buttons.addButton(self.tr("Open"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setObjectName("linkPatternAccept")
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (question, self._field, self._hint, buttons):
            layout.addWidget(part)
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
        self._hint.setText("" if pattern or not self._field.text() else hint)

"""Asks what a view of the inbox shall be called."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from supportdesk_gui.ui.components.buttons import button_row, default_button, primary_button
from supportdesk_gui.ui.components.paragraph import Paragraph

_LONGEST = 40


class SaveViewDialog(QDialog):
    """A name for the search, the filter and the order on show."""

    name_given = Signal(str)

    def __init__(self, name: str, taken: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("saveViewDialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Save this view"))
        self.setMinimumWidth(400)
        self._taken = frozenset(taken)
        words = self.tr(
            "A button with this name is added above the list. It brings back the search, filter and order that you see now."
        )
        self._field = QLineEdit(name[:_LONGEST])
        self._field.setObjectName("viewNameField")
        self._field.setAccessibleName(self.tr("Name of the view"))
        self._field.setMaxLength(_LONGEST)
        self._field.selectAll()
        self._field.textChanged.connect(self._check)
        self._hint = Paragraph("", "second")
        self._accept = primary_button(self.tr("Save"), "", None)
        self._accept.setObjectName("saveViewAccept")
        self._accept.setDefault(True)
        self._accept.clicked.connect(self.accept)
        cancel = default_button(self.tr("Cancel"), None)
        cancel.setObjectName("saveViewCancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        for part in (Paragraph(words, "body", "text"), self._field, self._hint):
            layout.addWidget(part)
        layout.addLayout(button_row(cancel, self._accept))
        self.accepted.connect(lambda: self.name_given.emit(self._name()))
        self._check()

    def _name(self) -> str:
        return " ".join(self._field.text().split())

    def _check(self) -> None:
        name = self._name()
        self._accept.setEnabled(bool(name))
        taken = self.tr("You have a view with this name already. Saving replaces it.")
        self._hint.set_words(taken if name in self._taken else "")

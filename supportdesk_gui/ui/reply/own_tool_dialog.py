"""How a selection shall read, in the agent's own words, kept as a tool where it gets a name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from supportdesk_gui.ui.components.buttons import button_row, default_button, primary_button
from supportdesk_gui.ui.components.field import Field
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.theme import Theme


class OwnToolDialog(QDialog):
    """Two lines; the second may stay empty."""

    given = Signal(str, str)
    """The words, and the name to keep them under, empty for none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ownToolDialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Rewrite in my own words"))
        self.setMinimumWidth(400)
        self.words = Field(self.tr("How shall the selected text read?"), "", theme)
        self.words.setObjectName("ownToolWords")
        self.words.textChanged.connect(self._check)
        self.name = Field(self.tr("Name, to keep it as a tool"), "", theme)
        self.name.setObjectName("ownToolName")
        self._accept = primary_button(self.tr("Rewrite"), "", theme)
        self._accept.setObjectName("ownToolAccept")
        self._accept.setDefault(True)
        self._accept.clicked.connect(self.accept)
        cancel = default_button(self.tr("Cancel"), theme)
        cancel.setObjectName("ownToolCancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        text = self.tr("For example: as a list of steps; for a regular customer; with less blame.")
        layout.addWidget(Paragraph(text, "second"))
        layout.addWidget(self.words)
        layout.addWidget(self.name)
        layout.addLayout(button_row(cancel, self._accept))
        self.accepted.connect(self._give)
        self._check()

    def _check(self) -> None:
        self._accept.setEnabled(bool(self.words.text().strip()))

    def _give(self) -> None:
        name = " ".join(self.name.text().split())
        self.given.emit(" ".join(self.words.text().split()), name)

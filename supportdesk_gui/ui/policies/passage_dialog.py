"""A passage at its place: the text of its file, with the passage marked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from supportdesk_gui.policies.document import Passage
from supportdesk_gui.text.places import Places
from supportdesk_gui.ui.components.buttons import default_button
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.policies.wording import passage_place
from supportdesk_gui.ui.theme import Theme


class PassageDialog(QDialog):
    """Shows the file's text, or the passage alone when the file is gone or has changed."""

    def __init__(
        self, passage: Passage, document: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("passageDialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(Path(passage.file).name)
        self.resize(640, 520)
        title = QLabel(passage_place(passage))
        title.setFont(font("body", weight=600, text=title.text()))
        title.setWordWrap(True)
        view = QPlainTextEdit()
        view.setObjectName("passageText")
        view.setAccessibleName(self.tr("Text of the policy"))
        view.setReadOnly(True)
        view.setFont(font("body", language=passage.language))
        at_place = document[passage.start : passage.end].strip() == passage.text.strip()
        view.setPlainText(document if at_place else passage.text)
        if at_place:
            self._mark(view, passage, theme)
        close = default_button(self.tr("Close"), theme, key="Esc")
        close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(view, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def _mark(self, view: QPlainTextEdit, passage: Passage, theme: Theme) -> None:
        cursor = QTextCursor(view.document())
        text = view.toPlainText()
        start, end = map(Places(text).units, (passage.start, passage.end))
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        tint = QTextCharFormat()
        tint.setBackground(QColor(theme.colours.warning_tint))
        cursor.mergeCharFormat(tint)
        cursor.setPosition(start)
        view.setTextCursor(cursor)
        view.centerCursor()

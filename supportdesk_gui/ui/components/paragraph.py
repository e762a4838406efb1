"""Running text with the line height of the design, which a plain QLabel does not have."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from supportdesk_gui.ui.fonts import font, line_height


class Paragraph(QLabel):
    """Wraps; `ink` is text, text2, text3 or danger. `words` gives the text back as it was."""

    def __init__(
        self, text: str = "", role: str = "body", ink: str = "text2", weight: int = 0,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._role, self._weight = role, weight
        self.words = ""
        self.setProperty("role", ink)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.set_words(text)

    def set_words(self, text: str) -> None:
        """Say something else."""
        self.words = text
        self.setFont(font(self._role, weight=self._weight, text=text))
        self.setAccessibleName(text)
        height = line_height(self._role)
        # The module html would bring all names of characters with it.
        body = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
        self.setText(f'<p style="margin:0; line-height:{height}px">{body}</p>')

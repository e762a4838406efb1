"""A reply in another language, sentence by sentence; what is not translated says so."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QTextBrowser, QVBoxLayout, QWidget

from supportdesk_gui.assist.drafting import Origin, SentenceIn
from supportdesk_gui.ui.fonts import font, line_height
from supportdesk_gui.ui.language_names import own_language_name
from supportdesk_gui.ui.theme import Theme


class LanguageView(QFrame):
    """Read only: it follows the draft in the customer's language."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = ""
        self._sentences: tuple[SentenceIn, ...] = ()
        self._view = QTextBrowser()
        self._view.setObjectName("languageText")
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setOpenLinks(False)
        self._view.setAccessibleName(self.tr("The reply in another language"))
        self._view.document().setDocumentMargin(16)
        self._note = QLabel()
        self._note.setObjectName("untranslatedNote")
        self._note.setWordWrap(True)
        self._note.setFont(font("second"))
        self._note.setProperty("card", "warning")
        self._note.setContentsMargins(16, 6, 16, 6)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._note)
        layout.addWidget(self._view, 1)
        theme.changed.connect(self._paint)

    def show_sentences(
        self, language: str, sentences: tuple[SentenceIn, ...], *, coming: bool = False
    ) -> None:
        """Show a filled language, or nothing yet; `coming` while an engine still translates."""
        self._language, self._sentences = language, tuple(sentences)
        self._view.setAccessibleName(own_language_name(language))
        self._view.setFont(font("reply", language=language))
        left = sum(item.origin is Origin.UNTRANSLATED for item in self._sentences)
        self._note.setVisible(left > 0)
        text = self.tr("{count} not translated: needs an engine")
        if coming:
            text = self.tr("{count} still to be translated")
        self._note.setText(text.format(count=left))
        self._paint()

    def text(self) -> str:
        """What a copy takes: the sentences with the white space of the draft between them."""
        return "".join(item.text + item.gap for item in self._sentences).strip()

    def _paint(self) -> None:
        tint = self._theme.colours.warning_tint
        pieces = []
        for item in self._sentences:
            words = html.escape(item.text)
            if item.origin is Origin.UNTRANSLATED:
                words = f'<span style="background:{tint}">{words}</span>'
            pieces.append(words + html.escape(item.gap).replace("\n", "<br>"))
        self._view.setHtml(_as_html(pieces) if pieces else "")


def _as_html(pieces: list[str]) -> str:
    """Lines as high as those of the draft, so that nothing jumps from tab to tab."""
    height = line_height("reply")
    return f'<p style="line-height:{height}px; -qt-line-height-type:fixed">{"".join(pieces)}</p>'

"""A reply in another language, a row a sentence; what disagrees with the draft says so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from supportdesk_gui.assist.drafting import Origin, SentenceIn
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.language_names import own_language_name
from supportdesk_gui.ui.reply.mirror_wording import mismatch_words
from supportdesk_gui.ui.reply.sentence_row import Lead, SentenceRow
from supportdesk_gui.ui.theme import Theme

if TYPE_CHECKING:
    from supportdesk_gui.assist.mirror_check import Mismatch


class LanguageView(QFrame):
    """Follows the draft in the customer's language; the agent may put a sentence otherwise."""

    sentences_shown = Signal(str, object)
    """The language and its sentences: they are to be checked."""
    sentence_typed = Signal(str, int, str)
    """Language, number of the sentence, what the agent made of it."""
    sentence_wanted = Signal(str, int)
    """Language and number of a sentence to be translated anew."""
    lead_wanted = Signal(str, int)
    """Language and number of a sentence that the draft is to follow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = ""
        self._sentences: tuple[SentenceIn, ...] = ()
        self._rows: list[SentenceRow] = []
        self._found: Mapping[tuple[str, str], tuple[Mismatch, ...]] = {}
        self._note = QLabel()
        self._note.setObjectName("untranslatedNote")
        self._note.setWordWrap(True)
        self._note.setFont(font("second"))
        self._note.setProperty("card", "warning")
        self._note.setContentsMargins(16, 6, 16, 6)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._inner = QFrame()
        self._inner.setProperty("card", "paper")
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 9, 0, 9)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setObjectName("languageText")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setAccessibleName(self.tr("The reply in another language"))
        self._area.setWidget(self._inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._note)
        layout.addWidget(self._area, 1)

    def show_sentences(
        self, language: str, sentences: tuple[SentenceIn, ...], *, coming: bool = False
    ) -> None:
        """Show a filled language, or nothing yet; `coming` while an engine still translates."""
        self._language, self._sentences = language, tuple(sentences)
        self._area.setAccessibleName(own_language_name(language))
        left = sum(item.origin is Origin.UNTRANSLATED for item in self._sentences)
        self._note.setVisible(left > 0)
        text = self.tr("{count} not translated: needs an engine")
        if coming:
            text = self.tr("{count} still to be translated")
        self._note.setText(text.format(count=left))
        for _ in range(len(self._rows), len(self._sentences)):
            self._add_row()
        for place, row in enumerate(self._rows):
            one = self._sentences[place] if place < len(self._sentences) else None
            row.show_sentence(
                one, language,
                pending=coming and one is not None and one.origin is Origin.UNTRANSLATED,
                ends_paragraph=one is not None and "\n" in one.gap,
            )  # fmt: skip
        self._mark()
        self.sentences_shown.emit(language, self._sentences)

    def show_mismatches(
        self, language: str, found: Mapping[tuple[str, str], tuple[Mismatch, ...]]
    ) -> None:
        """Mark the pairs of source and target that disagree; all others agree."""
        if language == self._language:
            self._found = found
            self._mark()

    @property
    def language(self) -> str:
        """The language on view."""
        return self._language

    @property
    def sentences(self) -> tuple[SentenceIn, ...]:
        """The sentences on view."""
        return self._sentences

    def show_leads(self, leads: Mapping[int, Lead]) -> None:
        """How far typed sentences have come into the draft, by their number."""
        for row in self._rows:
            if row.sentence is not None:
                row.show_lead(leads.get(row.sentence.id))

    def go_to(self, number: int) -> None:
        """The keyboard to a sentence, and that on view."""
        for row in self._rows:
            if row.sentence is not None and row.sentence.id == number:
                row.take_focus()
                self._area.ensureWidgetVisible(row, 0, 16)

    def go_to_next_mismatch(self) -> bool:
        """The keyboard to the first sentence that disagrees with the draft behind the one that has
        it; False where there is none."""
        at = next((place for place, row in enumerate(self._rows) if row.has_focus()), -1)
        for row in self._rows[at + 1 :]:
            if row.sentence is not None and row.words:
                self.go_to(row.sentence.id)
                return True
        return False

    def doubts(self) -> tuple[str, ...]:
        """What the sentences on view disagree about with the draft, in words, a line each."""
        return tuple(row.words for row in self._rows if row.sentence is not None and row.words)

    def text(self) -> str:
        """What a copy takes: the sentences with the white space of the draft between them."""
        return "".join(item.text + item.gap for item in self._sentences).strip()

    def _mark(self) -> None:
        for row in self._rows:
            if row.sentence is not None:
                one = row.sentence
                found = self._found.get((one.source, one.text), ())
                row.show_mismatch(mismatch_words(found, one.source, one.text))

    def _add_row(self) -> None:
        row = SentenceRow(len(self._rows) + 1, self._theme)
        row.typed.connect(self._typed)
        row.again_wanted.connect(lambda number: self.sentence_wanted.emit(self._language, number))
        row.lead_wanted.connect(lambda number: self.lead_wanted.emit(self._language, number))
        row.stepped.connect(lambda number, by: self.go_to(number + by))
        self._column.insertWidget(self._column.count() - 1, row)
        self._rows.append(row)

    def _typed(self, number: int, text: str) -> None:
        self._sentences = tuple(
            one.typed(text) if one.id == number else one for one in self._sentences
        )
        for row, one in zip(self._rows, self._sentences, strict=False):
            if one.id == number:
                row.sentence = one
        self.sentence_typed.emit(self._language, number, text)
        self.sentences_shown.emit(self._language, self._sentences)

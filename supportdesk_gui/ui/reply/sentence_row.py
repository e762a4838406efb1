"""One sentence of a reply in another language, which the agent can edit."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextEdit, QVBoxLayout

from supportdesk_gui.assist.drafting import Origin, SentenceIn
from supportdesk_gui.ui.components.buttons import quiet_button
from supportdesk_gui.ui.components.composing import Composing
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.fonts import font, line_height
from supportdesk_gui.ui.icons import pixmap
from supportdesk_gui.ui.theme import Theme

_GUTTER = 48
_ICON = 16


class Lead(Enum):
    """How far a typed sentence has come into the draft, where the draft follows it."""

    COMING = auto()
    BEHIND = auto()
    OWN = auto()
    """The agent changed the draft's sentence before that."""
    OVERTAKEN = auto()
    """The draft's sentence was changed after this one was typed."""
    EMPTY = auto()
    NO_ENGINE = auto()


class SentenceRow(QFrame):
    """Tinted where it disagrees with the draft's sentence or is not translated."""

    typed = Signal(int, str)
    """The sentence's number and what the agent made of it."""
    again_wanted = Signal(int)
    """Translate this sentence again in the place of what was typed."""
    lead_wanted = Signal(int)
    """Have the draft's sentence follow this one."""
    stepped = Signal(int, int)
    """From this sentence's number so many rows down."""

    def __init__(self, number: int, theme: Theme) -> None:
        super().__init__()
        self.setObjectName(f"sentenceRow{number}")
        self._theme = theme
        self.sentence: SentenceIn | None = None
        self._mismatch = ""
        self._pending = False
        self._lead: Lead | None = None
        self._field = _Field()
        self._field.setObjectName(f"sentence{number}")
        self._field.edited.connect(self._edited)
        self._field.grown.connect(self._fit)
        self._field.left.connect(self._step)
        self._source = Paragraph(role="second", ink="text3")
        self._detail = Paragraph(role="second", ink="text2")
        self._detail.setObjectName(f"mismatch{number}")
        self._again = quiet_button(self.tr("Translate again"), small=True, theme=theme)
        self._again.setObjectName(f"translateAgain{number}")
        self._again.clicked.connect(self._ask_again)
        self._bring = quiet_button(self.tr("Translate into the draft"), small=True, theme=theme)
        self._bring.setObjectName(f"bringIntoDraft{number}")
        self._bring.clicked.connect(self._ask_to_lead)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self._bring)
        buttons.addWidget(self._again)
        buttons.addStretch()
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._field)
        column.addWidget(self._source)
        column.addWidget(self._detail)
        column.addLayout(buttons)
        self._layout = QHBoxLayout(self)
        self._layout.addLayout(column)
        theme.changed.connect(self._ink)
        theme.changed.connect(self.update)

    def show_sentence(
        self, sentence: SentenceIn | None, language: str, *, pending: bool, ends_paragraph: bool
    ) -> None:
        """Show a sentence; `pending` while an engine still translates it. None hides the row."""
        self.sentence, self._pending = sentence, pending
        self.setVisible(sentence is not None)
        if sentence is None:
            return
        self._layout.setContentsMargins(_GUTTER, 3, 16, 12 if ends_paragraph else 3)
        self._field.setFont(font("reply", language=language))
        self._field.show_words(sentence.text)
        self._field.setReadOnly(pending)
        self._ink()
        self._lead = None
        self.show_mismatch("")

    def _ink(self) -> None:
        """What is not translated yet is paler."""
        colours = self._theme.colours
        palette = self._field.palette()
        palette.setColor(QPalette.ColorRole.Text, colours.text_3 if self._pending else colours.text)
        self._field.setPalette(palette)

    def show_mismatch(self, words: str) -> None:
        """Say what disagrees; empty where nothing does."""
        self._mismatch = words
        self._say()

    @property
    def words(self) -> str:
        """What disagrees; nothing while the draft's sentence is about to be another one."""
        return "" if self._lead is Lead.COMING else self._mismatch

    def show_lead(self, lead: Lead | None) -> None:
        """Say how far the sentence has come into the draft; None where it has nothing to do there."""
        if lead is not self._lead:
            self._lead = lead
            self._say()

    def take_focus(self) -> None:
        """The keyboard to the sentence."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def has_focus(self) -> bool:
        """Whether the keyboard is at the sentence."""
        return self._field is self.window().focusWidget()

    def _say(self) -> None:
        sentence = self.sentence
        if sentence is None:
            return
        note = "\n".join(words for words in (self._lead_words(), self.words) if words)
        if sentence.origin is Origin.UNTRANSLATED:
            note = self.tr("Being translated") if self._pending else self.tr("Not translated")
        disagrees = bool(self.words) or self._lead is not None
        self._source.set_words(sentence.source if disagrees else "")
        self._source.setVisible(disagrees)
        self._detail.set_words(note)
        self._detail.setVisible(bool(note))
        self._again.setVisible(self._is_behind or (bool(self.words) and self._is_typed))
        self._bring.setVisible(self._is_behind)
        empty = self._lead is Lead.EMPTY
        self._bring.setText(
            self.tr("Remove it there") if empty else self.tr("Translate into the draft")
        )
        self._field.setAccessibleName(
            self.tr("Translation of: {source}").format(source=sentence.source)
        )
        self._field.setAccessibleDescription(note)
        self.setAccessibleName(f"{note}: {sentence.text}" if note else sentence.text)
        self._fit()
        self.update()

    @property
    def _is_typed(self) -> bool:
        return self.sentence is not None and self.sentence.is_typed

    @property
    def _is_behind(self) -> bool:
        """Whether the agent can have the draft follow."""
        return self._lead in {Lead.BEHIND, Lead.OWN, Lead.OVERTAKEN, Lead.EMPTY}

    def _lead_words(self) -> str:
        return {
            None: "",
            Lead.COMING: self.tr("Being translated into the draft"),
            Lead.BEHIND: self.tr("Not translated into the draft"),
            Lead.OWN: self.tr("You changed the draft's sentence: it stays"),
            Lead.OVERTAKEN: self.tr("The draft's sentence has changed since you wrote this"),
            Lead.EMPTY: self.tr("Empty here: the draft keeps its sentence"),
            Lead.NO_ENGINE: self.tr("Not translated into the draft: needs an engine"),
        }[self._lead]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as what stands in it: the field's height follows its text."""
        self.setFixedHeight(self._height(max(200, self.width())))

    def _height(self, width: int) -> int:
        margins = self._layout.contentsMargins()
        room = width - margins.left() - margins.right()
        height = margins.top() + margins.bottom() + self._field.height_for(room)
        for one in (self._source, self._detail):
            if not one.isHidden():
                height += one.heightForWidth(room) + 2
        if not (self._again.isHidden() and self._bring.isHidden()):
            height += self._again.sizeHint().height() + 2
        return height

    def _edited(self, text: str) -> None:
        if self.sentence is not None:
            self.typed.emit(self.sentence.id, text)

    def _ask_again(self) -> None:
        if self.sentence is not None:
            self.again_wanted.emit(self.sentence.id)

    def _ask_to_lead(self) -> None:
        if self.sentence is not None:
            self.lead_wanted.emit(self.sentence.id)

    def _step(self, by: int) -> None:
        if self.sentence is not None:
            self.stepped.emit(self.sentence.id, by)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        sentence = self.sentence
        untranslated = sentence is not None and sentence.origin is Origin.UNTRANSLATED
        coming = self._lead is Lead.COMING or (untranslated and self._pending)
        behind = untranslated or self._lead is not None
        doubt = bool(self.words) or (behind and not coming)
        painter.fillRect(self.rect(), QColor(colours.warning_tint if doubt else colours.paper))
        if doubt:
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        if doubt or coming:
            name = "triangle-alert" if doubt else "languages"
            ink = colours.warning if doubt else colours.text_3
            top = self._layout.contentsMargins().top() + (line_height("reply") - _ICON) // 2
            painter.drawPixmap(16, top, pixmap(name, _ICON, ink, self.devicePixelRatioF()))


class _Field(Composing, QTextEdit):
    """As high as its text; plain."""

    edited = Signal(str)
    grown = Signal()
    left = Signal(int)
    """An arrow key went beyond the first or the last line: -1 or 1."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        for bar in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shows = False
        self._words = ""
        self.textChanged.connect(self._changed)

    def show_words(self, text: str) -> None:
        """Other words than those that stand here; the same ones keep cursor and undo."""
        if text == self.toPlainText():
            self._fit()
            return
        self._shows = True
        self.setPlainText(text)
        self._words = self.toPlainText()
        block = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight
        block.setLineHeight(line_height("reply"), fixed.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(block)
        self.document().clearUndoRedoStacks()
        self._shows = False
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        before = self.textCursor()
        super().keyPressEvent(event)
        stays = not self.composes and self.textCursor() == before
        if by and not event.modifiers() and stays:
            self.left.emit(by)

    def height_for(self, width: int) -> int:
        """At this width, in pixels."""
        document = self.document()
        if abs(document.textWidth() - width) > 1:
            copy = document.clone()
            copy.setTextWidth(width)
            return max(line_height("reply"), int(copy.size().height()))
        return max(line_height("reply"), int(document.size().height()))

    def _changed(self) -> None:
        self._fit()
        words = self.toPlainText()
        if not self._shows and words != self._words:  # what an input method composes is no text yet
            self._words = words
            self.edited.emit(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        height = self.height_for(self.viewport().width())
        if height != self.height():
            self.setFixedHeight(height)
            self.grown.emit()

"""One sentence of a draft with its mark, its words, what it rests on and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from supportdesk_gui.text.shortening import shortened
from supportdesk_gui.ui.components.buttons import quiet_button
from supportdesk_gui.ui.components.keyboard_focus import KeyboardFocus, paint_ring
from supportdesk_gui.ui.components.labels import Tag
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.components.proof_marks import Proof, paint_shape
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.reply.proof_wording import (
    accessible_words,
    detail_words,
    proof_of,
    tag_words,
)
from supportdesk_gui.ui.theme import Theme

if TYPE_CHECKING:
    from supportdesk_gui.assist.proof import SentenceProof
    from supportdesk_gui.policies.document import Passage

_LONGEST_TAG = 22
_ROLES = {
    Proof.SUPPORTED: "supported", Proof.FACT: "fact",
    Proof.UNSUPPORTED: "unsupported", Proof.INTERNAL: "fact",
}  # fmt: skip
OPENING_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
"""What acts like a click on a row that has the focus."""
_STEPS = {
    Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -10_000, Qt.Key.Key_End: 10_000,
}  # fmt: skip


class ProofRow(KeyboardFocus, QFrame):
    """Return opens what the sentence rests on; the arrow keys go from row to row."""

    chosen = Signal(object)
    """Open what this SentenceProof rests on."""
    removal_wanted = Signal(object)
    """Take this SentenceProof's sentence out of the draft."""
    vouched = Signal(object)
    """The agent answers for this SentenceProof's sentence."""
    stepped = Signal(int)
    """Go so many rows down."""
    entered = Signal()
    """The focus came."""

    def __init__(self, number: int, theme: Theme) -> None:
        super().__init__()
        self.setObjectName(f"proofRow{number}")
        self._theme = theme
        self.proof: SentenceProof | None = None
        self._kind = Proof.SUPPORTED
        self._numbers = ""
        self._heights: dict[int, int] = {}  # by width; a long draft has many rows to be laid out
        self._words = Paragraph(role="second", ink="text")
        self._detail = Paragraph(role="second", ink="text2")
        self._tags = {role: Tag("", role, theme) for role in ("supported", "fact", "unsupported")}
        self._remove = quiet_button(self.tr("Remove"), small=True, theme=theme)
        self._remove.setObjectName(f"removeSentence{number}")
        self._remove.clicked.connect(lambda: self.removal_wanted.emit(self.proof))
        self._vouch = quiet_button(self.tr("I vouch for it"), small=True, theme=theme)
        self._vouch.setObjectName(f"vouchSentence{number}")
        self._vouch.clicked.connect(lambda: self.vouched.emit(self.proof))
        self._buttons = QWidget()
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(4)
        buttons.addWidget(self._remove)
        buttons.addWidget(self._vouch)
        buttons.addStretch()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._words)
        words.addWidget(self._detail)
        words.addWidget(self._buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(52, 7, 16, 7)
        layout.setSpacing(12)
        layout.addLayout(words, 1)
        for tag in self._tags.values():
            layout.addWidget(tag, 0, Qt.AlignmentFlag.AlignTop)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def show_proof(
        self, one: SentenceProof | None, text: str, passages: Sequence[Passage],
        numbers: dict[str, int],
    ) -> None:  # fmt: skip
        """Show a sentence of `text`, None for none; `numbers` are those of the passages by hash."""
        self.proof = one
        self._heights.clear()
        self.setVisible(one is not None)
        if one is None:
            return
        self._kind = proof_of(one) or Proof.SUPPORTED
        found = [numbers[source.passage_hash] for source in one.sources
                 if source.passage_hash in numbers]  # fmt: skip
        is_policy = self._kind is Proof.SUPPORTED
        self._numbers = " ".join(map(str, sorted(set(found))[:2])) if is_policy else ""
        self._words.set_words(text[one.start : one.end].strip())
        detail = detail_words(one, text)
        self._detail.set_words(detail)
        self._detail.setVisible(bool(detail))
        self._buttons.setVisible(self._kind in {Proof.UNSUPPORTED, Proof.INTERNAL})
        tag = tag_words(one, passages)
        for role, widget in self._tags.items():
            widget.set_text(shortened(tag, _LONGEST_TAG) if role == _ROLES[self._kind] else "")
        self.setAccessibleName(
            f"{accessible_words(one, passages)}: {text[one.start : one.end].strip()}"
        )
        self.update()

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Where Tab goes, in its order."""
        return self, self._remove, self._vouch

    def set_reached(self, reached: bool) -> None:
        """Whether Tab comes here, and to what can be done with the sentence."""
        policy = Qt.FocusPolicy.TabFocus if reached else Qt.FocusPolicy.NoFocus
        for part in self.tab_stops():
            part.setFocusPolicy(policy)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.proof is not None and event.key() in OPENING_KEYS:
            self.chosen.emit(self.proof)
        elif by := _STEPS.get(Qt.Key(event.key()), 0):
            self.stepped.emit(by)
        else:
            super().keyPressEvent(event)

    def height_for(self, width: int) -> int:
        """At this width, in pixels."""
        layout = self.layout()
        if width not in self._heights and layout is not None:
            self._heights[width] = layout.heightForWidth(width)
        return self._heights.get(width, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._heights.clear()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.proof is not None:
            self.chosen.emit(self.proof)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        doubt = self._kind is Proof.UNSUPPORTED
        painter.fillRect(self.rect(), QColor(colours.unsupported_tint if doubt else colours.panel))
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        paint_shape(painter, self._kind, QPointF(20.5, 16), colours)
        painter.setPen(QColor(getattr(colours, self._kind.colour)))
        painter.setFont(font("label", weight=600))
        painter.drawText(QPointF(29, 20), self._numbers)
        if self.shows_focus:
            paint_ring(painter, self.rect(), colours)

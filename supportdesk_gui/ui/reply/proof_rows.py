"""The proof of a draft, a row a sentence: its mark, its words, what it rests on, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from supportdesk_gui.text.shortening import shortened
from supportdesk_gui.ui.components.buttons import quiet_button
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

_HEAD = 28
_MOST_SHARE = 0.4
_LONGEST_TAG = 22
_LEAST_EDITOR = 140
_MOST_ROWS = 60
_ROWS_A_TURN = 8
_ROLES = {
    Proof.SUPPORTED: "supported", Proof.FACT: "fact",
    Proof.UNSUPPORTED: "unsupported", Proof.INTERNAL: "fact",
}  # fmt: skip


class ProofRows(QFrame):
    """Below the editor, at most 40 % of the pane; sentences that claim nothing have no row."""

    sentence_chosen = Signal(object)
    """Open what this SentenceProof rests on."""
    removal_wanted = Signal(object)
    """Take this SentenceProof's sentence out of the draft."""
    vouched = Signal(object)
    """The agent answers for this SentenceProof's sentence."""

    def __init__(self, editor: QWidget, theme: Theme, parent: QWidget | None = None) -> None:
        """`editor` shares the height with the rows."""
        super().__init__(parent)
        self._editor = editor
        self.setObjectName("proofRows")
        self.setAccessibleName(self.tr("Proof, by sentence"))
        self._theme = theme
        self._folded = False
        self._rows: list[_Row] = []
        self._shown: object = None
        self._claims: list[SentenceProof] = []
        self._text = ""
        self._passages: tuple[Passage, ...] = ()
        self._filled = 0
        self._more = QTimer(self, interval=0, singleShot=True)
        self._more.timeout.connect(self._fill)
        self._head = _Head(theme)
        self._head.setObjectName("proofHead")
        self._head.clicked.connect(self._fold)
        self._area = QScrollArea()
        self._area.setObjectName("proofScroll")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch()
        self._area.setWidget(self._inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._area)
        self.hide()

    def show_proofs(
        self, text: str, proofs: Sequence[SentenceProof], passages: Sequence[Passage]
    ) -> None:
        """Show the sentences that claim something, with the passages by number."""
        claims = [one for one in proofs if proof_of(one) is not None]
        shown = ([(one, text[one.start : one.end]) for one in claims], tuple(passages))
        if shown == self._shown:
            return
        self._shown = shown
        self._claims, self._text, self._passages = claims, text, tuple(passages)
        self._head.show_counts([proof_of(one) for one in claims])
        self.setVisible(bool(claims))
        self._filled = 0
        self._fill()

    def _fill(self) -> None:
        """Some rows a turn: as many at once as a long draft has would hold the window."""
        numbers = {passage.hash: place + 1 for place, passage in enumerate(self._passages)}
        wanted = max(min(_MOST_ROWS, len(self._claims)), len(self._rows))
        until = min(wanted, self._filled + _ROWS_A_TURN)
        for place in range(self._filled, until):
            if place == len(self._rows):
                self._add_row()
            one = self._claims[place] if place < len(self._claims) else None
            self._rows[place].show_proof(one, self._text, self._passages, numbers)
        self._filled = until
        if until < wanted:
            self._more.start()
        self.fit()

    def count(self) -> int:
        """How many sentences have a row."""
        return sum(row.proof is not None for row in self._rows)

    def set_folded(self, folded: bool) -> None:
        """Only the head, with its counts; a doubt unfolds nothing."""
        self._folded = folded
        self.fit()

    def fit(self) -> None:
        """As high as the rows, and no more than its share of the pane."""
        self._area.setVisible(not self._folded)
        pane = self.parentWidget()
        most = int((pane.height() if pane else 600) * _MOST_SHARE) - _HEAD
        shared = self._editor.height() + self._area.height() * self._area.isVisible()
        most = min(most, shared - _LEAST_EDITOR)
        width = max(240, self.width())
        wanted = sum(row.height_for(width) for row in self._rows if row.proof is not None)
        self._area.setFixedHeight(max(0, min(most, wanted + 1)))

    def _add_row(self) -> None:
        row = _Row(len(self._rows) + 1, self._theme)
        row.chosen.connect(self.sentence_chosen)
        row.removal_wanted.connect(self.removal_wanted)
        row.vouched.connect(self.vouched)
        self._column.insertWidget(self._column.count() - 1, row)
        self._rows.append(row)

    def _fold(self) -> None:
        self.set_folded(not self._folded)


class _Head(QFrame):
    """The title and how many claims have which mark; a click folds the rows."""

    clicked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._counts: list[tuple[Proof, int]] = []
        self.setFixedHeight(_HEAD)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def show_counts(self, proofs: Sequence[Proof | None]) -> None:
        order = (Proof.SUPPORTED, Proof.FACT, Proof.INTERNAL, Proof.UNSUPPORTED)
        self._counts = [(one, proofs.count(one)) for one in order if one in proofs]
        words = self.tr(
            "{supported} supported, {facts} from the ticket, {unsupported} in no policy"
        )
        self.setAccessibleName(
            words.format(
                supported=proofs.count(Proof.SUPPORTED),
                facts=proofs.count(Proof.FACT),
                unsupported=proofs.count(Proof.UNSUPPORTED),
            )
        )
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        painter.fillRect(self.rect(), QColor(colours.panel))
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(self.rect().topLeft(), self.rect().topRight())
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        painter.setFont(font("label", weight=600))
        painter.setPen(QColor(colours.text_2))
        painter.drawText(
            self.rect().adjusted(16, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter,
            self.tr("Proof, by sentence"),
        )  # fmt: skip
        x = self.width() - 16
        for proof, count in reversed(self._counts):
            text = str(count)
            x -= QFontMetrics(painter.font()).horizontalAdvance(text)
            painter.setPen(QColor(getattr(colours, proof.colour)))
            painter.drawText(QPointF(x, 18), text)
            paint_shape(painter, proof, QPointF(x - 9, 14), colours)
            x -= 26


class _Row(QFrame):
    chosen = Signal(object)
    removal_wanted = Signal(object)
    vouched = Signal(object)

    def __init__(self, number: int, theme: Theme) -> None:
        super().__init__()
        self.setObjectName(f"proofRow{number}")
        self._theme = theme
        self.proof: SentenceProof | None = None
        self._kind = Proof.SUPPORTED
        self._numbers = ""
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
        theme.changed.connect(self.update)

    def show_proof(
        self, one: SentenceProof | None, text: str, passages: Sequence[Passage],
        numbers: dict[str, int],
    ) -> None:  # fmt: skip
        self.proof = one
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
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if one.sources else Qt.CursorShape.ArrowCursor
        )
        self.update()

    def height_for(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else 0

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.height_for(max(200, self.width())))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.proof is not None and self.proof.sources:
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

"""The proof of a draft, a row a sentence: its mark, its words, what it rests on, what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from supportdesk_gui.ui.components.keyboard_focus import KeyboardFocus, paint_ring
from supportdesk_gui.ui.components.proof_marks import Proof, paint_shape
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.reply.proof_row import OPENING_KEYS, ProofRow
from supportdesk_gui.ui.reply.proof_wording import proof_of
from supportdesk_gui.ui.theme import Theme

if TYPE_CHECKING:
    from supportdesk_gui.assist.proof import SentenceProof
    from supportdesk_gui.policies.document import Passage

_HEAD = 28
_MOST_ROWS = 60
_ROWS_A_TURN = 2


class ProofRows(QFrame):
    """Sentences that claim nothing have no row. One row at a time is reached by Tab."""

    sentence_chosen = Signal(object)
    """Open what this SentenceProof rests on."""
    removal_wanted = Signal(object)
    """Take this SentenceProof's sentence out of the draft."""
    vouched = Signal(object)
    """The agent answers for this SentenceProof's sentence."""
    head_height = _HEAD
    """The height where no row has room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("proofRows")
        self.setAccessibleName(self.tr("Proof, by sentence"))
        self._theme = theme
        self._folded = False
        self._rows: list[ProofRow] = []
        self._current = 0
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
        self._sheet = _Sheet()
        self._area.setWidget(self._sheet)
        for part in (self._head, self._area):
            part.setParent(self)
        self.hide()

    @property
    def has_claims(self) -> bool:
        """Whether there is anything to show."""
        return bool(self._claims)

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
        self._filled = 0
        self._fill()

    def fitting_height(self, width: int, most: int) -> int:
        """The height up to `most` that shows whole rows from the first one on, or the head alone:
        a row that is cut through says nothing."""
        if self._folded:
            return _HEAD
        height = _HEAD + 1
        for row in self._sheet.heights(width):
            if height + row > most:
                break
            height += row
        return height if height > _HEAD + 1 else _HEAD

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.setGeometry(0, 0, self.width(), _HEAD)
        self._area.setGeometry(0, _HEAD, self.width(), max(0, self.height() - _HEAD))

    def has_focus(self) -> bool:
        """Whether the keyboard acts on a row."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def count(self) -> int:
        """How many sentences have a row."""
        return sum(row.proof is not None for row in self._rows)

    def set_folded(self, folded: bool) -> None:
        """Only the head, with its counts; a doubt unfolds nothing."""
        self._folded = folded
        self._area.setVisible(not folded)
        self._tell_size()

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
        self._sheet.place()
        self._make_current(min(self._current, max(0, self.count() - 1)))
        self._tell_size()

    def _tell_size(self) -> None:
        """Who places the rows looks at how high they want to be, shown or not."""
        parent = self.parentWidget()
        if parent is not None:
            QApplication.postEvent(parent, QEvent(QEvent.Type.LayoutRequest))

    def _add_row(self) -> None:
        place = len(self._rows)
        row = ProofRow(place + 1, self._theme)
        row.chosen.connect(self.sentence_chosen)
        row.removal_wanted.connect(self.removal_wanted)
        row.vouched.connect(self.vouched)
        row.stepped.connect(lambda by: self._go_to(place + by))
        row.entered.connect(lambda: self._make_current(place))
        self._sheet.add(row)
        self._rows.append(row)

    def _go_to(self, place: int) -> None:
        row = self._rows[max(0, min(place, self.count() - 1))]
        row.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._area.ensureWidgetVisible(row, 0, 0)

    def _make_current(self, place: int) -> None:
        """Tab comes back to the row where it left."""
        self._current = place
        for at, row in enumerate(self._rows):
            row.set_reached(at == place)
        if place < len(self._rows):  # by itself Tab would come to a later row last of all
            for before, after in pairwise((self._head, *self._rows[place].tab_stops())):
                QWidget.setTabOrder(before, after)

    def _fold(self) -> None:
        self.set_folded(not self._folded)


class _Sheet(QWidget):
    """Rows one below another. A layout would ask all of them again for each that is added."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[ProofRow] = []

    def add(self, row: ProofRow) -> None:
        row.setParent(self)
        row.setVisible(row.proof is not None)
        self._rows.append(row)

    def heights(self, width: int) -> Iterator[int]:
        return (row.height_for(width) for row in self._rows if row.proof is not None)

    def place(self) -> None:
        top = 0
        for row in self._rows:
            if row.proof is not None:
                height = row.height_for(self.width())
                row.setGeometry(0, top, self.width(), height)
                top += height
        self.setMinimumHeight(top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()


class _Head(KeyboardFocus, QFrame):
    """The title and how many claims have which mark; a click or Space folds the rows."""

    clicked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._counts: list[tuple[Proof, int]] = []
        self.setFixedHeight(_HEAD)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OPENING_KEYS:
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

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
        if self.shows_focus:
            paint_ring(painter, self.rect(), colours)

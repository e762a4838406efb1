"""One contradiction at a time: two sentences side by side, and what the agent says of them."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.assist.policy_use import PolicyUse
from supportdesk_gui.policies.document import Conflict, ConflictSide, Opinion, Verdict
from supportdesk_gui.text.quantities import quantities
from supportdesk_gui.ui.components.buttons import default_button, icon_button, quiet_button
from supportdesk_gui.ui.components.elided import ElidedLabel
from supportdesk_gui.ui.components.labels import Icon, Tag
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.policies.wording import passage_place, used_words
from supportdesk_gui.ui.theme import Theme

_SIDE_BY_SIDE_FROM = 520


class ConflictCards(QFrame):
    """The open contradictions, stepped through; settled ones can be taken up again."""

    settled = Signal(object, object)
    """A Conflict and the Verdict on it."""
    passage_chosen = Signal(object)
    opinion_wanted = Signal()
    """A model is to say what it thinks of those it was not asked about."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conflictCards")
        self._use, self._compared = PolicyUse(), False
        self._theme = theme
        self._shown: list[Conflict] = []
        self._open: list[Conflict] = []
        self._closed: list[Conflict] = []
        self._place = 0
        self._count = Tag("", "unsupported", theme)
        self._which = QLabel()
        self._which.setObjectName("conflictNumber")
        self._which.setFont(font("second"))
        self._which.setProperty("role", "text2")
        self._back = icon_button("chevron-left", self.tr("Previous contradiction"), theme)
        self._on = icon_button("chevron-right", self.tr("Next contradiction"), theme)
        self._back.setObjectName("previousConflict")
        self._on.setObjectName("nextConflict")
        self._back.clicked.connect(lambda: self._step(-1))
        self._on.clicked.connect(lambda: self._step(1))
        self._again = quiet_button("", small=True, theme=theme)
        self._again.setObjectName("conflictsAgain")
        self._again.clicked.connect(self._take_up_again)
        self._ask = quiet_button("", small=True, theme=theme)
        self._ask.setObjectName("conflictsOpinion")
        self._ask.clicked.connect(self.opinion_wanted)
        self._body = QWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 8, 20, 8)
        layout.setSpacing(8)
        layout.addLayout(self._head())
        layout.addWidget(self._body)
        layout.addWidget(self._ask, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_offer("", "")
        theme.changed.connect(self._show)
        self._show()

    def _head(self) -> QHBoxLayout:
        title = QLabel(self.tr("Contradictions"))
        title.setFont(font("body", weight=600))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Icon("git-compare", 16, "unsupported", self._theme))
        head.addWidget(title)
        head.addWidget(self._count)
        head.addStretch()
        for part in (self._again, self._which, self._back, self._on):
            head.addWidget(part)
        return head

    def show_conflicts(
        self, conflicts: Sequence[Conflict], use: PolicyUse, *, compared: bool
    ) -> None:
        """Show the open ones of these, the first where the one on view is gone.

        What a model confirms comes first, what it denies last. `use` says what drafts rest on,
        `compared` whether contradictions were looked for at all.
        """
        if (list(conflicts), use, compared) == (self._shown, self._use, self._compared):
            return  # nothing moves under the pointer for a change elsewhere
        self._shown, self._use, self._compared = list(conflicts), use, compared
        self._open = [one for one in conflicts if one.verdict is Verdict.OPEN]
        self._open.sort(key=_doubt)
        self._closed = [one for one in conflicts if one.verdict is not Verdict.OPEN]
        self._place = min(self._place, max(0, len(self._open) - 1))
        self._show()

    def show_offer(self, words: str, sends: str) -> None:
        """Offer to ask a model: what the button says and what it sends; empty for no button."""
        self._ask.setText(words)
        self._ask.setToolTip(sends)
        self._ask.setAccessibleName(f"{words}. {sends}")
        self._ask.setVisible(bool(words))

    def open_count(self) -> int:
        """How many wait for a word of the agent."""
        return len(self._open)

    def _step(self, by: int) -> None:
        self._place = (self._place + by) % max(1, len(self._open))
        self._show()

    def _take_up_again(self) -> None:
        for conflict in self._closed:
            self.settled.emit(conflict, Verdict.OPEN)

    def _show(self) -> None:
        many = len(self._open) > 1
        words = self.tr("{count} to settle").format(count=len(self._open))
        self._count.set_text(words if self._open else "")
        which = self.tr("{place} of {count}")
        which = which.format(place=self._place + 1, count=len(self._open))
        self._which.setText(which if many else "")
        self._back.setVisible(many)
        self._on.setVisible(many)
        self._again.setText(self.tr("{count} settled, ask again").format(count=len(self._closed)))
        self._again.setVisible(bool(self._closed))
        fresh = self._conflict(self._open[self._place]) if self._open else self._nothing()
        self.layout().replaceWidget(self._body, fresh)  # type: ignore[union-attr]
        self._body.deleteLater()
        self._body = fresh

    def _nothing(self) -> QWidget:
        none = self.tr("No two passages give different figures for the same matter.")
        later = self.tr("Policies are compared when all files are read.")
        text = QLabel(none if self._compared else later)
        text.setObjectName("noConflicts")
        text.setFont(font("second", text=text.text()))
        text.setProperty("role", "text2")
        text.setWordWrap(True)
        return text

    def _conflict(self, conflict: Conflict) -> QWidget:
        body = _Pair(self._theme)
        body.add_head(conflict.first.passage.heading, self._use.of_passages(conflict.hashes))
        if conflict.opinion is not None:
            body.add_opinion(conflict.opinion)
        for place, side in enumerate((conflict.first, conflict.second)):
            card = _SideCard(side, self._theme)
            card.setObjectName(f"conflictSide{place + 1}")
            card.chosen.connect(self.passage_chosen)
            verdict = (Verdict.FIRST_HOLDS, Verdict.SECOND_HOLDS)[place]
            card.holds.clicked.connect(
                lambda _=False, verdict=verdict: self.settled.emit(conflict, verdict)
            )
            card.holds.setObjectName(f"conflictHolds{place + 1}")
            body.cards.addWidget(card, 1)
        for side in conflict.also:
            text = self.tr("Also {place}: {sentence}")
            words = text.format(place=passage_place(side.passage), sentence=side.text)
            body.add_line(words)
        both = quiet_button(self.tr("Both hold, for different cases"), small=True)
        both.setObjectName("conflictBoth")
        both.clicked.connect(lambda: self.settled.emit(conflict, Verdict.BOTH_HOLD))
        none = quiet_button(self.tr("No contradiction"), small=True)
        none.setObjectName("conflictNone")
        none.clicked.connect(lambda: self.settled.emit(conflict, Verdict.NO_CONFLICT))
        body.add_answers(both, none)
        return body


def _doubt(conflict: Conflict) -> int:
    """0 for what a model confirms, 1 for what none was asked about, 2 for what it denies."""
    if conflict.opinion is None:
        return 1
    return 0 if conflict.opinion.contradicts else 2


class _Pair(QWidget):
    """Two cards side by side, or below each other where there is little room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.cards.setSpacing(12)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._above = QVBoxLayout()
        self._above.setSpacing(8)
        self._layout.addLayout(self._above)
        self._layout.addLayout(self.cards)

    def add_head(self, heading: str, drafts: int) -> None:
        """What it is about, and how many drafts rest on it."""
        matter, used = ElidedLabel(heading.rpartition(" › ")[2]), QLabel(used_words(drafts))
        matter.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        matter.setFont(font("body", weight=600, text=heading))
        used.setObjectName("conflictUse")
        used.setFont(font("second"))
        used.setProperty("role", "text2")
        row = QHBoxLayout()
        row.addWidget(matter, 1)
        row.addWidget(used)
        self._above.addLayout(row)

    def add_opinion(self, opinion: Opinion) -> None:
        """What a model said of the two."""
        from supportdesk_gui.ui.engine_words import model_words

        says = (
            self.tr("{model} confirms it") if opinion.contradicts else self.tr("{model} sees none")
        )
        tint = "unsupported" if opinion.contradicts else "supported"
        tag = Tag(says.format(model=model_words(opinion.engine)), tint, self._theme)
        reason = QLabel(opinion.reason)
        reason.setObjectName("conflictOpinion")
        reason.setFont(font("second", text=opinion.reason))
        reason.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(tag, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(reason, 1)
        self._above.addLayout(row)

    def add_line(self, words: str) -> None:
        """One more sentence that joins in."""
        line = QLabel(words)
        line.setFont(font("second", text=words))
        line.setProperty("role", "text2")
        line.setWordWrap(True)
        self._layout.addWidget(line)

    def add_answers(self, *answers: QWidget) -> None:
        """What else can be said of the two."""
        row = QHBoxLayout()
        for answer in answers:
            row.addWidget(answer)
        row.addStretch()
        self._layout.addLayout(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= _SIDE_BY_SIDE_FROM
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self.cards.setDirection(across if wide else down)


class _SideCard(QFrame):
    """A sentence with its figures marked; a click opens it at its place."""

    chosen = Signal(object)

    def __init__(self, side: ConflictSide, theme: Theme) -> None:
        super().__init__()
        self.setProperty("card", "message")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._side = side
        place = QLabel(passage_place(side.passage))
        place.setFont(font("second", text=place.text()))
        place.setProperty("role", "text2")
        place.setWordWrap(True)
        text = QLabel(_marked(side.text, theme.colours.unsupported))
        text.setTextFormat(Qt.TextFormat.RichText)
        text.setFont(font("body", language=side.passage.language))
        text.setWordWrap(True)
        self.holds = default_button(self.tr("This one holds"), theme, small=True)
        self.setAccessibleName(f"{place.text()}: {side.text}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(8)
        layout.addWidget(place)
        layout.addWidget(text)
        layout.addStretch()
        layout.addWidget(self.holds)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit(self._side.passage)


def _marked(text: str, colour: str) -> str:
    """The sentence as HTML, its figures heavier and in colour."""
    parts: list[str] = []
    last = 0
    for one in quantities(text):
        figure = html.escape(text[one.start : one.end])
        parts += [
            html.escape(text[last : one.start]),
            f'<span style="color:{colour}; font-weight:600">{figure}</span>',
        ]
        last = one.end
    return "".join([*parts, html.escape(text[last:])])

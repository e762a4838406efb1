"""One sentence and its ways out, at the top of the pane it speaks of; the worst one first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from supportdesk_gui.ui.components.buttons import Button, icon_button, quiet_button
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.icons import pixmap
from supportdesk_gui.ui.theme import Theme

_KINDS = {
    "note": ("selection", "accent", "info", 0),
    "look": ("warning_tint", "warning", "triangle-alert", 1),
    "broken": ("danger_tint", "danger", "circle-x", 2),
    # What the agent's own key has called forth is never hidden behind what failed before.
    "asked": ("warning_tint", "warning", "triangle-alert", 3),
    "closing": ("danger_tint", "danger", "circle-x", 4),
}
_MOST_SHARE = 0.45
"""How much of the width answers may take before they go below the sentence."""
_MOST_LINES = 2
"""Lines of the sentence that answers may stand beside."""
_LEFT, _RIGHT, _APART, _LEAST_WIDTH = 44, 8, 8, 320
_MOST = 8
"""Nobody reads more; the mildest and latest of them go."""
Words = str | Callable[[], str]
"""A sentence, or what says it in the language that is spoken now."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence of a kind with what it offers: words, and what they do."""

    kind: str
    words: Words
    answers: tuple[tuple[Words, Callable[[], object] | None], ...] = ()
    is_question: bool = False

    @property
    def text(self) -> str:
        """The sentence."""
        return _spoken(self.words)

    @property
    def is_news(self) -> bool:
        """Good news: the next takes its place, and once seen it does not come back."""
        return self.kind == "note" and not self.is_question

    def replaces(self, other: Notice) -> bool:
        """Later news, or a question asked anew, stands for the one before."""
        if self.is_question:
            return other.is_question and other.kind == self.kind
        return self.is_news and other.is_news

    @property
    def rank(self) -> tuple[int, bool]:
        """The higher one stands before the lower one."""
        return _KINDS[self.kind][3], self.is_question


class NoticeBar(QFrame):
    """40 high, more when the sentence needs two lines; hidden while there is nothing to say.

    What comes while something stands here waits: the worse first, then the older. Closing or
    answering the one on view brings the next.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._standing: list[Notice] = []  # the first is on view
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setFont(font("body"))
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = quiet_button("", small=True, theme=theme)
        self._action.setObjectName("noticeAction")
        self._action.setEnabled(False)
        self._action.clicked.connect(lambda: self._answer(0))
        self._close = icon_button("x", self.tr("Close this notice"), theme)
        self._close.setObjectName("noticeClose")
        self._close.clicked.connect(self._next)
        self._answers: list[Button] = []
        self._row, self._below = QHBoxLayout(), (QHBoxLayout(), QHBoxLayout())
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._action)
        self._row.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_LEFT, 4, _RIGHT, 4)
        layout.setSpacing(0)
        layout.addLayout(self._row)
        for line in self._below:
            line.addStretch()
            layout.addLayout(line)
        self.setMinimumHeight(40)
        theme.changed.connect(self.update)
        self.hide()

    def text(self) -> str:
        """The sentence on view, empty when there is none."""
        return self._standing[0].text if self._standing else ""

    def said(self) -> tuple[Notice, ...]:
        """What is on view, and behind it what waits."""
        return tuple(self._standing)

    def show_notice(
        self, kind: str, text: Words, action: Words = "", then: Callable[[], object] | None = None
    ) -> None:
        """Say `text`; kinds are note, look, broken, asked and closing. A worse notice stays on view."""
        self.say(Notice(kind, text, ((action, then),) if action else ()))

    def ask(
        self, text: Words, answers: Sequence[tuple[Words, Callable[[], object]]],
        kind: str = "note",
    ) -> None:  # fmt: skip
        """Ask a question that has several answers; closing the notice gives none of them."""
        self.say(Notice(kind, text, tuple(answers), is_question=True))

    def say(self, notice: Notice) -> None:
        """Show a notice, or let it wait; the same sentence stands here once."""
        texts = [one.text for one in self._standing]
        if notice.text in texts:
            self._standing[texts.index(notice.text)] = notice
        else:
            if self._standing and self._standing[0].is_news:
                del self._standing[0]
            self._standing = [one for one in self._standing if not notice.replaces(one)]
            self._standing.append(notice)
        self._standing.sort(key=lambda one: one.rank, reverse=True)
        del self._standing[_MOST:]
        self._show_first()

    def update_text(self, before: str, text: str) -> None:
        """Say a sentence anew where it stands, as a countdown does."""
        self._standing = [
            replace(one, words=text) if one.text == before else one for one in self._standing
        ]
        self._name(self.text())

    def withdraw(self, words: Words) -> None:
        """This sentence is true no longer, whether it is on view or waits."""
        self._standing = [one for one in self._standing if one.words != words]
        self._show_first()

    def clear(self) -> None:
        """Nothing to say, and nothing waits."""
        self._standing.clear()
        self._show_first()

    def _next(self) -> None:
        del self._standing[:1]
        self._show_first()

    def _answer(self, place: int) -> None:
        then = self._standing[0].answers[place][1]
        self._next()
        if then:
            then()

    def _show_first(self) -> None:
        for button in self._answers:
            button.hide()  # it is deleted with the next turn only
            button.deleteLater()
        self._answers.clear()
        first = self._standing[0] if self._standing else Notice("note", "")
        single = bool(first.answers) and not first.is_question
        action = _spoken(first.answers[0][0]) if single else ""
        self._action.setText(action)
        self._action.setEnabled(bool(action))
        self._action.setVisible(bool(action))
        self._name(first.text)
        if first.is_question:
            self._offer([_spoken(words) for words, _ in first.answers])
        self.setVisible(bool(self._standing))
        self.update()

    def _offer(self, answers: Sequence[str]) -> None:
        for place, words in enumerate(answers):
            button = quiet_button(words, small=True, theme=self._theme)
            button.setObjectName(f"noticeAnswer{place + 1}")
            button.clicked.connect(lambda _=False, place=place: self._answer(place))
            self._answers.append(button)
        self._place_answers()
        for button in self._answers:
            button.show()

    def minimumSizeHint(self) -> QSize:
        # Answers go below one another rather than widen the window.
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), _LEAST_WIDTH), hint.height())

    def _place_answers(self) -> None:
        """Beside the sentence, or below it where they would leave it too little room."""
        wanted = sum(button.sizeHint().width() + _APART for button in self._answers)
        if wanted <= _MOST_SHARE * self.width() and self._lines_beside(wanted) <= _MOST_LINES:
            for place, button in enumerate(self._answers):
                self._row.insertWidget(2 + place, button)
            return
        lines, room = list(self._below), self._text_width()
        for button in self._answers:
            room -= button.sizeHint().width() + _APART
            if room < 0 and len(lines) > 1:
                del lines[0]
            lines[0].addWidget(button)

    def _text_width(self) -> int:
        return self.width() - _LEFT - _RIGHT

    def _lines_beside(self, wanted: int) -> int:
        width = max(1, self._text_width() - wanted - self._close.sizeHint().width())
        box = QRect(0, 0, width, 10_000)
        metrics = self._text.fontMetrics()
        flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        return metrics.boundingRect(box, int(flags), self._text.text()).height() // metrics.height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place_answers()

    def _name(self, text: str) -> None:
        self._text.setText(text)
        self.setAccessibleName(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._standing:
            return
        ground, ink, name, _ = _KINDS[self._standing[0].kind]
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(getattr(self._theme.colours, ground)))
        colour = getattr(self._theme.colours, ink)
        top = (self.height() - 16) // 2
        painter.drawPixmap(16, top, pixmap(name, 16, colour, self.devicePixelRatioF()))


def _spoken(words: Words) -> str:
    return words if isinstance(words, str) else words()

"""What a draft would be given for a question, and why: words and meaning beside each passage."""

from __future__ import annotations

import html
import math

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.policies.client import PolicyIndex
from supportdesk_gui.policies.document import Hit, SearchResult
from supportdesk_gui.ui.components.empty_state import EmptyState
from supportdesk_gui.ui.components.field import Field
from supportdesk_gui.ui.components.labels import Icon, Tag
from supportdesk_gui.ui.components.progress_line import ProgressLine
from supportdesk_gui.ui.components.tick import Tick
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.jobs import Jobs
from supportdesk_gui.ui.policies.wording import internal_word, passage_place
from supportdesk_gui.ui.theme import Theme

_AFTER_MS = 150
_FITS = 0.2


class TrialSearch(QFrame):
    """Searches as you type; a click on a result opens the passage."""

    passage_chosen = Signal(object)
    passage_marked = Signal(object)
    """A Passage that is to be internal, or not any more."""

    def __init__(
        self, index: PolicyIndex, jobs: Jobs, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("trialSearch")
        self._index, self._jobs, self._theme = index, jobs, theme
        theme.changed.connect(self._search)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self._search)
        head = self._head()
        self.field = Field(self.tr("Ask as a customer would"), "search", theme)
        self.field.setObjectName("trialSearchField")
        self.field.textChanged.connect(lambda: self._timer.start())
        box = QVBoxLayout()
        box.setContentsMargins(20, 4, 20, 8)
        box.addWidget(self.field)
        self.internal = Tick(self.tr("Internal passages too"))
        self.internal.setObjectName("trialSearchInternal")
        self.internal.setFont(font("second"))
        self.internal.toggled.connect(self._search)
        box.addWidget(self.internal)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(box)
        layout.addWidget(self._area, 1)
        self._show_nothing()

    def _head(self) -> QHBoxLayout:
        title = QLabel(self.tr("Trial search"))
        title.setFont(font("body", weight=600))
        hint = QLabel(self.tr("what a draft would be given, and why"))
        hint.setFont(font("second"))
        hint.setProperty("role", "text2")
        self._time = QLabel()
        self._time.setObjectName("trialSearchTime")
        self._time.setFont(font("label"))
        self._time.setProperty("role", "text3")
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 20, 4)
        head.setSpacing(8)
        for part in (title, hint):
            head.addWidget(part)
        head.addStretch()
        head.addWidget(self._time)
        return head

    def has_results(self) -> bool:
        """Whether passages are on view."""
        shown = self._area.widget()
        return shown is not None and bool(shown.findChildren(_HitRow))

    def search_again(self) -> None:
        """A passage was marked: what is found may be something else."""
        self._search()

    def _search(self) -> None:
        text = self.field.text().strip()
        if not text:
            self._show_nothing()
            return
        for job in self._jobs.running("trial search"):
            job.cancel()

        async def search() -> None:
            import asyncio

            from supportdesk_gui.text.languages import detect_language

            internal = self.internal.isChecked()
            # A translation of the passage that answers is no use to who asks in another language.
            language = (await asyncio.to_thread(detect_language, text)).code
            found = await self._index.search(text, language, include_internal=internal)
            self._show(found)

        self._jobs.start(search(), name="trial search", fills_page=True)

    def _show(self, result: SearchResult) -> None:
        words = self.tr("{ms} ms").format(ms=round(result.milliseconds))
        self._time.setText(words + (self.tr(", words only") if result.lexical_only else ""))
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        if result.hits:
            layout.addWidget(_Judgement(result, self._theme))
        for place, hit in enumerate(result.hits):
            row = _HitRow(place + 1, hit, self._theme)
            row.chosen.connect(self.passage_chosen)
            row.marked.connect(self.passage_marked)
            layout.addWidget(row)
        if not result.hits:
            text = self.tr("Nothing in the policies matches these words.")
            layout.addWidget(EmptyState("search", self.tr("No passage found"), text, self._theme))
        layout.addStretch()
        self._area.setWidget(page)

    def _show_nothing(self) -> None:
        self._time.setText("")
        text = self.tr("Type a question to see which passages it finds.")
        self._area.setWidget(EmptyState("search", self.tr("Try a question"), text, self._theme))


class _Judgement(QFrame):
    """Whether the best passage answers, and by which figure that was told."""

    def __init__(self, result: SearchResult, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("trialJudgement")
        self.setProperty("card", "underlined")
        said = QLabel(self._said(result))
        said.setObjectName("trialAnswers")
        said.setFont(font("body", text=said.text()))
        said.setWordWrap(True)
        needed = self.tr("{share} % of what an answer needs")
        share = math.floor(100 * result.worth)
        figure = QLabel(needed.format(share=share))
        figure.setFont(font("label", text=figure.text()))
        figure.setProperty("role", "text2")
        signals = self.tr(
            "The best two sentences hold {words} % of the question's words, {unknown} % stand in "
            "no policy. The passages' words come {near} % near them, the meaning is {meaning} % "
            "alike."
        )
        self.setToolTip(
            signals.format(
                words=round(100 * result.signals.stretch),
                unknown=round(100 * result.signals.unknown),
                near=round(100 * result.signals.near),
                meaning=round(100 * result.signals.meaning),
            )
        )
        self.setAccessibleName(f"{said.text()} {figure.text()}")
        shape, ink = (
            ("check", "supported") if result.answers else ("message-circle-question", "warning")
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 8, 20, 8)
        layout.setSpacing(12)
        layout.addWidget(Icon(shape, 16, ink, theme))
        layout.addWidget(said, 1)
        layout.addWidget(figure)

    def _said(self, result: SearchResult) -> str:
        if result.answers:
            return self.tr("The first passage is likely to answer this.")
        return self.tr(
            "None of these seems to answer this. A draft claims nothing and asks the customer."
        )


class _HitRow(QFrame):
    chosen = Signal(object)
    marked = Signal(object)

    def __init__(self, number: int, hit: Hit, theme: Theme) -> None:
        super().__init__()
        self.setObjectName(f"trialHit{number}")
        self.setProperty("card", "head")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._hit = hit
        place = QLabel(str(number))
        place.setFont(font("body", weight=600))
        place.setProperty("role", "text3")
        place.setFixedWidth(20)
        passage = hit.passage
        where = QLabel(passage_place(passage))
        where.setFont(font("second", weight=600, text=where.text()))
        where.setWordWrap(True)
        text = QLabel(_best_first(hit, theme.colours.warning_tint))
        text.setTextFormat(Qt.TextFormat.RichText)
        text.setFont(font("body", language=passage.language))
        text.setWordWrap(True)
        layout = QGridLayout(self)
        layout.setContentsMargins(20, 10, 20, 12)
        layout.setHorizontalSpacing(12)
        layout.addWidget(place, 0, 0, Qt.AlignmentFlag.AlignTop)
        title = QHBoxLayout()
        title.addWidget(where, 1)
        if passage.internal:
            title.addWidget(Tag(internal_word(), "fact", theme))
        layout.addLayout(title, 0, 1)
        layout.addWidget(text, 1, 1)
        layout.addLayout(self._legs(hit, theme), 0, 2, 2, 1, Qt.AlignmentFlag.AlignTop)
        layout.setColumnStretch(1, 1)
        self.setAccessibleName(f"{number}: {where.text()}, {self._why(hit)}")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self._hit.passage)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        internal = self._hit.passage.internal
        menu = QMenu(self)
        words = self.tr("Customers may read it") if internal else self.tr("Mark as internal")
        menu.addAction(words).triggered.connect(lambda: self.marked.emit(self._hit.passage))
        menu.popup(event.globalPos())

    def _why(self, hit: Hit) -> str:
        """What of the passage fits: the lesser of the two counts from half of the other."""
        least, most = sorted((hit.words, hit.meaning))
        if most < _FITS:
            return self.tr("hardly fits")
        if least >= most / 2:
            return self.tr("by words and meaning")
        return self.tr("by its words") if hit.words == most else self.tr("by its meaning")

    def _legs(self, hit: Hit, theme: Theme) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        legs = (
            (self.tr("Words"), hit.words, "supported"),
            (self.tr("Meaning"), hit.meaning, "accent_fill"),
        )
        for row, (name, value, role) in enumerate(legs):
            label, figure = QLabel(name), QLabel(f"{value:.2f}")
            for part in (label, figure):
                part.setFont(font("label"))
                part.setProperty("role", "text2")
            line = ProgressLine(theme, role, 60)
            line.set_share(value)
            grid.addWidget(label, row + 1, 0)
            grid.addWidget(line, row + 1, 1)
            grid.addWidget(figure, row + 1, 2)
        why, score = QLabel(self._why(hit)), QLabel(f"{hit.score:.2f}")
        for part in (why, score):
            part.setFont(font("label", weight=600, text=part.text()))
        score.setToolTip(self.tr("Its place among the passages found, 1 is the best there can be"))
        grid.addWidget(why, 0, 0, 1, 2)
        grid.addWidget(score, 0, 2)
        return grid


def _best_first(hit: Hit, tint: str) -> str:
    """The best sentence marked, with its neighbours around it."""
    text = hit.passage.text
    if not hit.sentences:
        return html.escape(text[:300])
    best = max(range(len(hit.sentences)), key=lambda place: hit.sentences[place].score)
    pieces = []
    for place in range(max(0, best - 1), min(len(hit.sentences), best + 2)):
        sentence = hit.sentences[place]
        words = html.escape(text[sentence.start : sentence.end])
        pieces.append(f'<span style="background:{tint}">{words}</span>' if place == best else words)
    return " ".join(pieces)

"""Tagging: which conversations, how and for how much; and the runs there were."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from supportdesk_gui.assist.tags import Scope, TagItem, TagRun, Way
from supportdesk_gui.engine.errors import EngineError
from supportdesk_gui.ui.components.buttons import default_button, primary_button
from supportdesk_gui.ui.components.notice_bar import NoticeBar, Words
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.engine_words import in_a_row
from supportdesk_gui.ui.jobs import Jobs
from supportdesk_gui.ui.settings.form import Form, choice
from supportdesk_gui.ui.settings.form_page import fill_form_page
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.tagging.own_tags_form import OwnTagsForm
from supportdesk_gui.ui.tagging.tag_runs import TagRuns
from supportdesk_gui.ui.tagging.tag_words import (
    begin_words,
    failure_words,
    run_words,
    state_words,
    way_words,
)
from supportdesk_gui.ui.theme import Theme

_MOST_FAILURES = 20
_NARROW_BELOW = 640


class TaggingPage(QFrame):
    """Asks what it costs whenever it comes on view; nothing is sent before the button."""

    remedy_wanted = Signal(object)
    ticket_wanted = Signal(int)
    """Show the ticket with this id."""

    def __init__(
        self, runs: TagRuns, settings: SettingsKeeper, jobs: Jobs, theme: Theme,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName("taggingPage")
        self._runs, self._jobs, self._theme = runs, jobs, theme
        self._ids: list[int] = []
        self._estimate: int | None = 0
        self.notice = NoticeBar(theme)
        self.scope = choice(
            "tagScope", self.tr("Which conversations"), Scope.ANSWERED,
            [
                (Scope.ANSWERED, self.tr("Those with a reply")),
                (Scope.ALL, self.tr("All without tags")),
                (Scope.RULES, self.tr("Those tagged by rules")),
                (Scope.OWN, self.tr("Those without one of your own tags")),
                (Scope.OLD, self.tr("Those whose customer wrote again")),
            ],
        )  # fmt: skip
        self._scopes = [self.scope.itemText(at) for at in range(self.scope.count())]
        self.scope.currentIndexChanged.connect(lambda _: self.refresh())
        self._way = Paragraph("", "second")
        self._way.setObjectName("tagWay")
        self.begin = primary_button(begin_words(0, 0, Way.RULES), "", theme)
        self.begin.setEnabled(False)
        self.begin.setObjectName("beginTagging")
        self.begin.clicked.connect(self._begin)
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self._form = self._made_form(settings)
        fill_form_page(self, self.tr("Tagging"), self.notice, self._form)
        runs.changed.connect(self._follow)
        runs.failed.connect(self._say_failure)
        runs.priced_anew.connect(self._ask_to_move)
        settings.changed.connect(self._follow_settings)

    def _made_form(self, settings: SettingsKeeper) -> Form:
        form = Form()
        form.add_head(self.tr("What to tag"))
        form.add_words(
            self.tr(
                "Each conversation gets satisfaction from 1 to 5, how the customer sounds, whether "
                "a person should look at it, and why."
            )
        )
        form.add_row(self.tr("Conversations"), self.scope)
        form.add_head(self.tr("Your own tags"))
        form.add(OwnTagsForm(settings, self._theme))
        form.add_head(self.tr("How"))
        form.add(self._way)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.begin)
        row.addStretch(1)
        form.add(line)
        form.add_head(self.tr("Runs"))
        box = QWidget()
        box.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 0, 0)
        form.add(box)
        return form

    def refresh(self) -> None:
        """Look at what is there to tag, and what it would cost."""
        for job in self._jobs.running("tag estimate"):
            job.cancel()
        for at, words in enumerate(self._scopes):
            ids = self._runs.to_tag(Scope(self.scope.itemData(at)))
            self.scope.setItemText(at, f"{words}: {QLocale().toString(len(ids))}")
            if at == self.scope.currentIndex():
                self._ids = ids
        self._way.set_words(way_words(self._runs.way(), self._runs.host()))
        self._show_runs()
        self._jobs.start(self._reckon(list(self._ids)), name="tag estimate", fills_page=True)

    async def _reckon(self, ids: list[int]) -> None:
        self.begin.setEnabled(False)
        self._estimate = await self._runs.estimate(ids)
        self.begin.setText(begin_words(len(ids), self._estimate, self._runs.way()))
        self.begin.setEnabled(bool(ids))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._form.set_narrow(event.size().width() < _NARROW_BELOW)

    def _begin(self) -> None:
        self.begin.setEnabled(False)
        self.notice.clear()
        self._runs.begin(self._ids, self._estimate)

    def _follow(self) -> None:
        if self.isVisible():
            self._show_runs()
            if not self._runs.is_running:
                self.refresh()

    def _follow_settings(self, names: set[str]) -> None:
        if self.isVisible() and names & {"own_tags", "engine", "profiles", "agent_language"}:
            self.refresh()

    def _say_failure(self, error: EngineError) -> None:
        from supportdesk_gui.ui.engine_words import engine_remedy, fault_words, remedy_of
        from supportdesk_gui.ui.fault_sentences import Remedy

        again = remedy_of(error) is Remedy.AGAIN
        then = self._runs.go_on if again else lambda: self.remedy_wanted.emit(error)
        self.notice.show_notice("broken", fault_words(error), engine_remedy(error), then)

    # -- the runs ----------------------------------------------------------------------------

    def _show_runs(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        runs = self._runs.store.runs()
        for run in runs:
            self._list.addWidget(self._run_box(run))
        if not runs:
            self._list.addWidget(Paragraph(self.tr("None yet."), "second", "text3"))

    def _run_box(self, run: TagRun) -> QWidget:
        box = QFrame()
        box.setObjectName("tagRun")
        box.setProperty("card", "message")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Paragraph(run_words(run), "body", "text", 500))
        state = Paragraph(state_words(run, self._runs.host(), self._runs.held(run)), "second")
        state.setObjectName("tagRunState")
        words.addWidget(state)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(words, 1)
        for name, text, act in self._acts(run):
            button = default_button(text, self._theme, small=True)
            button.setObjectName(name)
            button.clicked.connect(act)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(14, 10, 12, 10)
        layout.setSpacing(6)
        layout.addLayout(row)
        for failed in self._runs.store.failed(run.id, _MOST_FAILURES):
            layout.addWidget(self._failure(failed))
        return box

    def _acts(self, run: TagRun) -> list[tuple[str, str, partial[None]]]:
        acts = []
        if run.state == "running":
            acts.append(("stopTagging", self.tr("Stop"), partial(self._runs.stop, run)))
            if self._runs.can_move(run):
                acts.append(("moveTagging", self.tr("Go on"), partial(self._ask_to_move, run)))
            elif self._runs.can_go_on(run):
                acts.append(("goOnTagging", self.tr("Go on"), partial(self._go_on)))
        elif run.failed:
            again = partial(self._ask_again, run)
            acts.append(("tagAgain", self.tr("Send again what failed"), again))
        return acts

    def _ask_to_move(self, run: TagRun) -> None:
        """Another engine than the one that the run began with: what it costs there, and where the
        text goes, comes before the yes."""

        async def ask() -> None:
            count, estimate = await self._runs.left(run)
            way, host = self._runs.way(), self._runs.host()

            def move() -> None:
                if (way, host) == (self._runs.way(), self._runs.host()):
                    self._runs.move(run, estimate)

            cost = partial(begin_words, count, estimate, way)
            self._ask(partial(self._move_words, run.host, host, way), cost, move)

        self._jobs.start(ask(), name="tagging moves")

    def _ask_again(self, run: TagRun) -> None:
        """What sending again costs, and where the text goes, comes before the yes."""

        async def ask() -> None:
            count, estimate = await self._runs.to_send_again(run)
            again = partial(self._runs.again, run)
            if not count or run.way is Way.RULES:
                again()
                return
            self._ask(
                lambda: self.tr("What failed would go to {host} once more.").format(host=run.host),
                partial(begin_words, count, estimate, run.way), again,
            )  # fmt: skip

        self._jobs.start(ask(), name="tagging again")

    def _ask(self, words: Words, cost: Words, act: Callable[[], object]) -> None:
        answers: list[tuple[Words, Callable[[], object]]] = [
            (cost, act),
            (lambda: self.tr("Not now"), lambda: None),
        ]
        self.notice.ask(words, answers)

    def _move_words(self, before: str, host: str, way: Way) -> str:
        if before == host:
            return way_words(way, host)
        text = self.tr("This run began at {before}.").format(before=before)
        if not host:
            return text
        return in_a_row(text, self.tr("What is left would go to {host}.").format(host=host))

    def _go_on(self) -> None:
        self.notice.clear()
        self._runs.go_on()

    def _failure(self, item: TagItem) -> QWidget:
        line = default_button(
            self.tr("Show the ticket"), self._theme, small=True
        )  # fmt: skip
        line.setObjectName("showTagged")
        line.clicked.connect(lambda: self.ticket_wanted.emit(item.ticket_id))
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Paragraph(failure_words(item.state), "second"), 1)
        row.addWidget(line)
        return box

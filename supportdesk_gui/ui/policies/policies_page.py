"""The policies: which files are known and in what state, and what a search would find."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.assist.gaps import Gap
from supportdesk_gui.assist.policy_use import PolicyUse
from supportdesk_gui.engine.errors import EngineError
from supportdesk_gui.policies.client import PolicyIndex
from supportdesk_gui.policies.document import (
    Conflict,
    FileState,
    IndexNotice,
    Passage,
    PolicyFile,
    Verdict,
)
from supportdesk_gui.policies.errors import WorkerUnavailable
from supportdesk_gui.ui.components.buttons import primary_button, quiet_button
from supportdesk_gui.ui.components.labels import Icon
from supportdesk_gui.ui.components.notice_bar import NoticeBar
from supportdesk_gui.ui.fonts import font, scaled
from supportdesk_gui.ui.jobs import Job, Jobs
from supportdesk_gui.ui.panes import Pane, first_field, pane_after
from supportdesk_gui.ui.policies.care_view import CareView
from supportdesk_gui.ui.policies.file_table_model import LANGUAGE, PASSAGES, FileTableModel
from supportdesk_gui.ui.policies.marks_dialog import MarksDialog, translations_of
from supportdesk_gui.ui.policies.policy_row_delegate import PolicyRowDelegate
from supportdesk_gui.ui.policies.right_pane import RightPane
from supportdesk_gui.ui.policies.second_opinion import SecondOpinion
from supportdesk_gui.ui.policies.trial_search import TrialSearch
from supportdesk_gui.ui.policies.wording import marked_words, notice_words
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme

_STACKED_BELOW, _PASSAGES_FROM, _LANGUAGE_FROM = 860, 560, 420


class _FileTable(QTableView):
    """The name of a file needs room before its language and how many passages it has."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        self.setColumnHidden(LANGUAGE, width < scaled(_LANGUAGE_FROM))
        self.setColumnHidden(PASSAGES, width < scaled(_PASSAGES_FROM))


class PoliciesPage(QFrame):
    """Files at the left, trial search at the right; below each other on half a screen."""

    files_wanted = Signal()
    folder_wanted = Signal()
    passage_chosen = Signal(object)
    remedy_wanted = Signal(object)
    """Do something about this EngineError."""

    def __init__(
        self, index: PolicyIndex, gaps: Callable[[], list[Gap]], use: Callable[[], PolicyUse],
        opinion: SecondOpinion, jobs: Jobs, settings: SettingsKeeper, theme: Theme,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._use, self._opinion = use, opinion
        opinion.given.connect(self.refresh_care)
        opinion.failed.connect(self._say_failure)
        self.setObjectName("policiesPage")
        self._index, self._gaps, self._jobs = index, gaps, jobs
        self._settings, self._theme = settings, theme
        self._in_conflict: set[str] = set()
        self.model = FileTableModel(self)
        self.notice = NoticeBar(theme)
        self.notice.setObjectName("policiesNotice")
        self.search = TrialSearch(index, jobs, theme)
        self.search.passage_chosen.connect(self.passage_chosen)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._files(theme))
        self.care = CareView(theme)
        self.care.conflicts.passage_chosen.connect(self.passage_chosen)
        self.care.conflicts.settled.connect(self._settle)
        self.care.conflicts.opinion_wanted.connect(self._ask_opinion)
        self.care.dates_wanted.connect(self._ask_marks)
        self.search.passage_marked.connect(self._mark_passage)
        self.right = RightPane(self.search, self.care, theme)
        self._splitter.addWidget(self.right)
        self._splitter.setSizes([640, 640])
        settings.remember_splitter("policies", self._splitter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head(theme))
        layout.addWidget(self.notice)
        layout.addWidget(self._splitter, 1)
        self._reload = QTimer(self)
        self._reload.setSingleShot(True)
        self._reload.setInterval(80)
        self._reload.timeout.connect(self.refresh)
        jobs.job_finished.connect(self._job_ended)

    def refresh(self) -> None:
        """Show what the index knows of the files."""
        files = self._index.files()
        self.model.show_files(files, self._in_conflict)
        passages = sum(file.passages for file in files)
        text = self.tr("{files} files, {passages} passages, kept on this computer")
        self._figures.setText(text.format(files=len(files), passages=passages))
        reading = sum(file.state in {FileState.WAITING, FileState.READING} for file in files)
        self._jobs.progress("policies", len(files) - reading, len(files))

    def refresh_care(self) -> None:
        """Show contradictions, dates and gaps as they are now; not before the page is on view."""
        if not self.isVisible():
            self.refresh()
            return
        conflicts = self._index.conflicts(self._settings.value.agent_language)
        self._in_conflict = _in_conflict(conflicts)
        self.care.show_care(
            conflicts, self._index.files(), self._gaps(), self._use(),
            compared=self._index.were_compared(),
        )  # fmt: skip
        self.care.conflicts.show_offer(*self._opinion.offer(conflicts))
        self.refresh()

    def add_files(self, paths: Sequence[Path], internal: bool = False) -> None:
        """Read these files and folders into the index; noted on disk before the page says so."""
        wanted = list(paths)
        self._index.note(wanted, internal)

        async def add() -> None:
            await self._index.add(wanted, internal)
            await self._index.settled()

        def title() -> str:  # the job outlives the page that another language builds again
            return QCoreApplication.translate("PoliciesPage", "Reading policies")

        self._jobs.start(add(), name="policies", title=title, on_failure=self._say_unavailable)

    def add_waiting(self) -> None:
        """Read what was dropped on a program that was killed before its index knew of it."""
        for paths, internal in self._index.waiting.all():
            self.add_files([Path(path) for path in paths], internal)

    def show_change(self, change: PolicyFile | IndexNotice) -> None:
        """The index changed a file, or has something to say."""
        if isinstance(change, PolicyFile):
            if not self._reload.isActive():
                self._reload.start()
        elif change is IndexNotice.CONFLICTS_SOUGHT:
            self.refresh_care()
        elif notice_words(change):
            self._say(change)

    def search_field(self) -> QWidget:
        """Where a question is tried, brought on view."""
        self.right.show_search()
        return self.search.field

    def focus_next_pane(self) -> None:
        """From the files to the trial search, to what needs care, and back."""
        files = Pane(self.table.parentWidget() or self.table, self.table)
        care = Pane(self.care, first_field(self.care))
        search = Pane(self.search, self.search.field)
        shown = [one for one in (files, search, care) if one.part.isVisible()]
        pane_after(shown).field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < _STACKED_BELOW
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self._splitter.orientation() != wanted:
            self._splitter.setOrientation(wanted)
        self._folder_button.setVisible(not narrow)
        self._figures.setVisible(not narrow)

    def _head(self, theme: Theme) -> QFrame:
        head = QFrame()
        head.setProperty("card", "head")
        head.setFixedHeight(56)
        title = QLabel(self.tr("Policies"))
        title.setFont(font("title"))
        self._figures = QLabel()
        self._figures.setObjectName("policyFigures")
        self._figures.setFont(font("body"))
        self._figures.setProperty("role", "text2")
        self._folder_button = quiet_button(self.tr("Add folder"), icon="folder", theme=theme)
        self._folder_button.setObjectName("addPolicyFolderButton")
        self._folder_button.clicked.connect(self.folder_wanted)
        add = primary_button(self.tr("Add files"), "plus", theme, key="Ctrl+O")
        add.setObjectName("addPolicyFilesButton")
        add.clicked.connect(self.files_wanted)
        layout = QHBoxLayout(head)
        layout.setContentsMargins(24, 8, 24, 8)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(self._figures)
        layout.addStretch()
        layout.addWidget(self._folder_button)
        layout.addWidget(add)
        return head

    def _files(self, theme: Theme) -> QWidget:
        self.table = _FileTable()
        self.table.setObjectName("policyFiles")
        self.table.setAccessibleName(self.tr("Policy files"))
        self.table.setModel(self.model)
        self.table.setItemDelegate(PolicyRowDelegate(theme, self.table))
        self.table.setShowGrid(False)
        self.table.setFont(font("body"))
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(40)
        self.table.setWordWrap(False)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setFont(font("label", weight=600))
        for column, mode in enumerate(("Stretch", "Fixed", "Interactive", "Fixed")):
            header.setSectionResizeMode(column, getattr(QHeaderView.ResizeMode, mode))
        for column, width in ((1, 60), (2, 184), (3, 96)):
            self.table.setColumnWidth(column, scaled(width))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._menu)
        return self._over_drop_zone(self.table, theme)

    def _over_drop_zone(self, table: QTableView, theme: Theme) -> QWidget:
        drop = QFrame()
        drop.setProperty("card", "dropzone")
        text = self.tr("Drop policies here: Markdown, text, HTML, PDF, Word, Excel, CSV, JSON")
        hint = QLabel(text)
        hint.setFont(font("body", text=text))
        hint.setProperty("role", "text2")
        hint.setWordWrap(True)
        inside = QHBoxLayout(drop)
        inside.setContentsMargins(16, 22, 16, 22)
        inside.addStretch(1)
        inside.addWidget(Icon("file-down", 18, "text_2", theme))
        inside.addSpacing(8)
        # Wider than any stretch, so that its words break only where there is no room.
        inside.addWidget(hint, 100)
        inside.addStretch(1)
        box = QFrame()
        box.setProperty("card", "paper")
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(table, 1)
        margin = QVBoxLayout()
        margin.setContentsMargins(24, 8, 24, 16)
        margin.addWidget(drop)
        layout.addLayout(margin)
        return box

    def _menu(self, place: QPoint) -> None:
        file = self.model.file_at(self.table.indexAt(place).row())
        if file is None:
            return
        menu = QMenu(self)
        if file.state in {FileState.WAITING, FileState.READING}:
            stop = menu.addAction(self.tr("Stop reading it"))
            stop.triggered.connect(lambda: self._run(self._index.stop(file.id), "stop"))
        again = menu.addAction(self.tr("Read it again"))
        again.triggered.connect(lambda: self._run(self._index.reindex(file.id), "reindex"))
        marks = menu.addAction(self.tr("Internal and dates…"))
        marks.triggered.connect(lambda: self._ask_marks([file]))
        gone = menu.addAction(self.tr("Remove from the index"))
        gone.triggered.connect(lambda: self._run(self._index.remove(file.id), "remove"))
        menu.popup(self.table.viewport().mapToGlobal(place))

    def _ask_marks(self, files: Sequence[PolicyFile]) -> None:
        """Ask for the marks of a file, or of several that are translations of each other."""
        others = [] if len(files) > 1 else translations_of(files[0], self._index.files())
        dialog = MarksDialog(files[0], others, self._theme, self)

        async def mark(internal: bool, begins: str, ends: str, everywhere: bool) -> None:
            for file in (*files, *(others if everywhere else ())):
                await self._index.mark(file.id, internal, begins, ends)

        dialog.marked.connect(lambda *said: self._run(mark(*said), "mark"))
        dialog.open()

    def _ask_opinion(self) -> None:
        self.notice.clear()
        self._opinion.ask(self._index.conflicts(self._settings.value.agent_language))
        self.care.conflicts.show_offer("", "")

    def _say_failure(self, error: EngineError) -> None:
        from supportdesk_gui.ui.engine_words import engine_remedy, fault_words, remedy_of
        from supportdesk_gui.ui.fault_sentences import Remedy

        again = remedy_of(error) is Remedy.AGAIN
        then = self._ask_opinion if again else lambda: self.remedy_wanted.emit(error)
        self.notice.show_notice("broken", fault_words(error), engine_remedy(error), then)

    def _settle(self, conflict: Conflict, verdict: Verdict) -> None:
        self._run(self._index.settle(conflict, verdict), "settle")

    def _mark_passage(self, passage: Passage) -> None:
        """Mark it and what says the same in other languages, or take that back."""
        wanted = not passage.internal
        alike = self._index.alike(passage)
        changed = [number for number, internal in alike.internal.items() if internal != wanted]

        async def mark() -> None:
            await self._index.mark_passages(changed, wanted)
            if alike.languages or alike.untold:
                words = marked_words(alike.languages, alike.untold, internal=wanted)
                kind = "look" if alike.untold else "note"
                self.notice.show_notice(kind, words, self.tr("Undo"), undo)

        def undo() -> None:
            self._run(self._index.mark_passages(changed, not wanted), "mark passage")

        self._run(mark(), "mark passage")

    def showEvent(self, event: QShowEvent) -> None:
        """Drafts written meanwhile may have left gaps."""
        super().showEvent(event)
        self.refresh_care()

    def _run(self, coroutine, name: str) -> None:  # type: ignore[no-untyped-def]
        async def run() -> None:
            await coroutine

        self._jobs.start(run(), name=f"policies {name}", on_failure=self._say_unavailable)

    def _say_unavailable(self, error: Exception) -> bool:
        """Without its worker the index can be searched but not changed."""
        if isinstance(error, WorkerUnavailable):
            self._say(IndexNotice.LEXICAL_ONLY)
        return isinstance(error, WorkerUnavailable)

    def _say(self, notice: IndexNotice) -> None:
        """How it is now stands for how it was."""
        self.notice.clear()
        self.notice.show_notice("look", notice_words(notice))

    async def _stop_all(self) -> None:
        """Stop what waits or is being read, those that wait first, or they would be next."""
        files = self._index.files()
        for state in (FileState.WAITING, FileState.READING):
            for file in files:
                if file.state is state:
                    await self._index.stop(file.id)

    def _job_ended(self, job: Job) -> None:
        if job.name.startswith("policies"):
            self.refresh_care()
        if job.name == "policies" and job.cancelled:
            self._index.waiting.forget_all()
            self._run(self._stop_all(), "stop")
        if job.name == "policies mark passage":
            self.search.search_again()

    def open_passage(self, passage: Passage) -> None:
        """Bring the file of a passage into view."""
        row = self.model.row_of(passage.file)
        if row >= 0:
            self.table.selectRow(row)


def _in_conflict(conflicts: Sequence[Conflict]) -> set[str]:
    """The paths of files that wait for the agent's word on a contradiction that no model denies."""
    return {
        side.passage.file
        for one in conflicts
        if one.verdict is Verdict.OPEN and (one.opinion is None or one.opinion.contradicts)
        for side in (one.first, one.second, *one.also)
    }

"""The inbox: list, ticket and reply side by side, and what happens between them.

Under 1120 px ticket and reply become two tabs, under 900 px the list becomes a drawer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QSplitter,
    QTabWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.assist.drafting import DraftRequest, Stance
from supportdesk_gui.engine.errors import EngineError
from supportdesk_gui.policies.document import Passage
from supportdesk_gui.tickets.ticket import Status, Ticket, Triage
from supportdesk_gui.ui.components.buttons import icon_button
from supportdesk_gui.ui.components.notice_bar import NoticeBar
from supportdesk_gui.ui.inbox.desk import Desk
from supportdesk_gui.ui.inbox.link_pattern_dialog import LinkPatternDialog
from supportdesk_gui.ui.inbox.ticket_list_pane import ListView, TicketListPane
from supportdesk_gui.ui.inbox.ticket_row_delegate import TicketRowDelegate
from supportdesk_gui.ui.jobs import Job
from supportdesk_gui.ui.reply.clipboard import copy_reply
from supportdesk_gui.ui.reply.clipboard_strip import ClipboardStrip, Copied
from supportdesk_gui.ui.reply.reply_pane import ReplyPane
from supportdesk_gui.ui.ticket.ticket_pane import TicketPane

_TABS_BELOW = 1060
_DRAWER_BELOW = 840
_COMPACT_BELOW = 1140
_CHANGE = "change"


@dataclass(frozen=True, slots=True)
class InboxView:
    """What the page shows: the ticket, the list around it, the version and its language."""

    ticket_id: int
    listed: ListView
    version_id: int
    language: str
    stance: str
    tab: int
    copied: Copied | None


class InboxPage(QFrame):
    """Places the three panes; the Desk gives it the program's services."""

    passage_opened = Signal(object)
    """Show this Passage at its place."""
    remedy_wanted = Signal(object)
    """Do something about this EngineError that is not the inbox's affair."""
    ticket_opened = Signal(object, object)
    """A Ticket came on view, with its Triage or None."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inboxPage")
        self._desk = desk
        self._triage: Triage | None = None
        self.writer = desk.writer
        self.list = TicketListPane(
            desk.tickets, TicketRowDelegate(desk.theme, self.writer.is_writing), desk.theme
        )
        self.ticket = TicketPane(desk.theme)
        self.reply = ReplyPane(desk.drafts, desk.keeping, desk.actions, desk.theme, desk.request_of)
        self.strip = ClipboardStrip()
        self.notice = NoticeBar(desk.theme)
        self.notice.setObjectName("inboxNotice")
        self._place()
        self._connect()

    # -- for the window ----------------------------------------------------------------------

    def load(self) -> None:
        """Show what the store holds."""
        self.list.load()

    def refresh(self) -> None:
        """The store changed: ask it again, keep the place."""
        self.list.refresh()

    def current_ticket(self) -> Ticket | None:
        """The ticket on view."""
        return self.ticket.ticket

    def show_ticket(self, ticket_id: int) -> None:
        """Bring a ticket on view."""
        self.list.choose(ticket_id)

    def show_again(self, ticket_id: int) -> None:
        """The messages of a ticket are others now; shown again where it is on view."""
        if self.ticket.ticket and self.ticket.ticket.id == ticket_id:
            self._show(ticket_id)

    def triaged(self, ids: Sequence[int]) -> None:
        """These tickets were judged meanwhile."""
        self.list.touch(list(ids))
        ticket = self.ticket.ticket
        if ticket and ticket.id in ids:
            self._triage = self._desk.tickets.triage(ticket.id)
            self.ticket.show_triage(self._triage)
            if not self.reply.version_id:
                self.reply.show_ticket(ticket, self._triage, self._desk.reply_languages())

    def translate(self, ticket_id: int, texts: dict[int, str], whole: bool) -> None:
        """The conversation came in the agent's language, as far as it goes."""
        if self.ticket.ticket and self.ticket.ticket.id == ticket_id:
            self.ticket.show_translation(texts, whole=whole)

    def say_failure(self, error: EngineError) -> None:
        """An engine's failure that belongs to no draft."""
        from supportdesk_gui.ui.engine_words import engine_remedy, engine_words

        self.notice.show_notice(
            "broken", engine_words(error), engine_remedy(error), lambda: self._remedy(error)
        )

    def save_now(self) -> None:
        """Put what is being typed on disk."""
        self.reply.save_now()
        self.writer.hold(self.reply.version_id)

    def view(self) -> InboxView:
        """What is on view now, for a page that takes this one's place."""
        ticket = self.ticket.ticket
        return InboxView(
            ticket.id if ticket else 0, self.list.as_shown(), self.reply.version_id,
            self.reply.tabs.current(), self.reply.stance.value, self._tabs.currentIndex(),
            self.strip.copied,
        )  # fmt: skip

    def show_view(self, view: InboxView) -> None:
        """Show what another page of the inbox showed."""
        self.list.show_as(view.listed, view.ticket_id)
        self.reply.head.stances.choose(view.stance)
        self.reply.show_version(view.version_id)
        if view.language != self.reply.tabs.current():
            self.reply.tabs.choose(view.language)
        self._tabs.setCurrentIndex(view.tab)
        if view.copied is not None:
            self.strip.show_copied(view.copied)

    # -- placing -----------------------------------------------------------------------------

    def _place(self) -> None:
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setObjectName("inboxSplitter")
        self._splitter.setChildrenCollapsible(False)
        self._tabs = QTabWidget()
        self._tabs.setObjectName("ticketReplyTabs")
        self._tabs.setDocumentMode(True)
        back = icon_button("menu", self.tr("Show the list"), self._desk.theme)
        back.setObjectName("showListButton")
        back.clicked.connect(self.toggle_list)
        self._tabs.setCornerWidget(back, Qt.Corner.TopRightCorner)
        self._tabs.hide()
        self.list.setMinimumWidth(280)
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self.ticket)
        self._splitter.addWidget(self.reply)
        self._splitter.addWidget(self._tabs)
        for place, stretch in enumerate((0, 1, 1, 1)):
            self._splitter.setStretchFactor(place, stretch)
        self._splitter.setSizes([372, 472, 520, 0])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notice)
        layout.addWidget(self._splitter, 1)
        row = QHBoxLayout()
        row.addWidget(self.strip)
        layout.addLayout(row)
        self._desk.remember_splitter("inbox", self._splitter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        self.list.set_compact(width < _COMPACT_BELOW)
        self._set_tabbed(width < _TABS_BELOW)
        drawer = width < _DRAWER_BELOW
        self.list.setVisible(not drawer or self.ticket.ticket is None)
        self._tabs.setVisible(self._tabs.count() > 0 and (not drawer or not self.list.isVisible()))

    def toggle_list(self) -> None:
        """Half-screen: show the list in place of the ticket, or the reverse."""
        show = not self.list.isVisible()
        self.list.setVisible(show)
        if self.width() < _DRAWER_BELOW:
            self._tabs.setVisible(not show)

    def _set_tabbed(self, tabbed: bool) -> None:
        if tabbed == (self._tabs.count() > 0):
            return
        if tabbed:
            self._tabs.addTab(self.ticket, self.tr("Ticket"))
            self._tabs.addTab(self.reply, self.tr("Reply"))
        else:
            self._tabs.clear()
            self._splitter.insertWidget(1, self.ticket)
            self._splitter.insertWidget(2, self.reply)
            self.ticket.show()
            self.reply.show()
        self._tabs.setVisible(tabbed)

    def _show_tab(self, pane: QWidget) -> None:
        if self._tabs.count():
            self._tabs.setCurrentWidget(pane)
            if self.width() < _DRAWER_BELOW:
                self.list.hide()
                self._tabs.show()

    # -- what happens ------------------------------------------------------------------------

    def _connect(self) -> None:
        self.list.ticket_chosen.connect(self._show)
        self.list.ticket_opened.connect(lambda _: self._show_tab(self.ticket))
        self.ticket.email_chosen.connect(lambda email: self.list.show_search(f"from:{email}"))
        self.reply.draft_wanted.connect(self._draft)
        self.reply.stop_wanted.connect(self._stop)
        self.reply.copy_wanted.connect(self._copy)
        self.reply.language_wanted.connect(self._desk.languages.fill)
        self._desk.languages.came.connect(self.reply.show_sentences)
        self._desk.languages.failed.connect(self.reply.show_failure)
        self.reply.passage_chosen.connect(self.passage_opened)
        self.strip.open_chosen.connect(self._open_in_helpdesk)
        self.strip.back_chosen.connect(self.show_ticket)
        self.writer.draft_started.connect(self._draft_started)
        self.writer.passages_found.connect(self.reply.show_passages)
        self.writer.text_came.connect(self.reply.append_text)
        self.writer.citation_came.connect(self.reply.add_citation)
        self.writer.draft_ended.connect(self._draft_ended)
        self.writer.engine_waiting.connect(self.reply.show_waiting)
        self.writer.draft_failed.connect(self._draft_failed)
        self.reply.remedy_wanted.connect(self._remedy)
        self._desk.jobs.job_finished.connect(self._job_ended)
        self._connect_actions()

    def _connect_actions(self) -> None:
        act = self._desk.actions.action
        act("next_ticket").triggered.connect(lambda: self.list.step(1))
        act("previous_ticket").triggered.connect(lambda: self.list.step(-1))
        act("draft").triggered.connect(lambda: self._draft(self.reply.stance))
        act("draft_again").triggered.connect(lambda: self._draft(self.reply.stance))
        act("stop").triggered.connect(self._stop)
        act("copy").triggered.connect(lambda: self.reply.copy(rich=True, go_on=False))
        act("copy_next").triggered.connect(lambda: self.reply.copy(rich=True, go_on=True))
        act("copy_plain").triggered.connect(lambda: self.reply.copy(rich=False, go_on=False))
        act("search").triggered.connect(self._search)
        act("undo").triggered.connect(lambda: self._change(self._desk.tickets.undo()))
        act("redo").triggered.connect(lambda: self._change(self._desk.tickets.redo()))
        act("original").triggered.connect(self.ticket.toggle_original)
        act("shorter").triggered.connect(self._shorten)
        act("all_languages").triggered.connect(self.reply.fill_languages)
        act("version_before").triggered.connect(lambda: self.reply.step_version(-1))
        act("version_after").triggered.connect(lambda: self.reply.step_version(1))
        act("next_language").triggered.connect(lambda: self.reply.tabs.step(1))
        act("copy_open").triggered.connect(self._copy_and_open)
        act("back").triggered.connect(self._back)
        act("same_intent").triggered.connect(self._same_intent)
        act("toggle_list").triggered.connect(self.toggle_list)
        for name, stance in (
            ("stance_grant", Stance.GRANT),
            ("stance_decline", Stance.DECLINE),
            ("stance_ask", Stance.ASK),
        ):
            act(name).triggered.connect(lambda _=False, chosen=stance: self._take_stance(chosen))
        for name, status in (
            ("done", Status.REPLIED),
            ("skip", Status.SKIPPED),
            ("escalate", Status.ESCALATED),
        ):
            act(name).triggered.connect(lambda _=False, chosen=status: self._set_status(chosen))

    def _show(self, ticket_id: int) -> None:
        self.writer.hold(self.reply.version_id)
        ticket = self._desk.tickets.ticket(ticket_id) if ticket_id else None
        self._triage = self._desk.tickets.triage(ticket_id) if ticket else None
        more = (
            self._desk.tickets.open_from(ticket.email, ticket.id) if ticket and ticket.email else 0
        )
        self.ticket.show_ticket(ticket, self._triage, more)
        self.reply.show_ticket(ticket, self._triage, self._desk.reply_languages())
        writing = self.writer.writing(ticket_id) if ticket else None
        if writing is not None:
            self.reply.follow(writing)
        if ticket is not None:
            self.ticket_opened.emit(ticket, self._triage)

    def _draft(self, stance: Stance, shorten: str = "") -> None:
        ticket = self.ticket.ticket
        if ticket is None:
            return
        self.reply.save_now()
        self._show_tab(self.reply)

        async def prepare() -> DraftRequest:
            triage = await self._triage_for_draft(ticket)
            frame = self._desk.frame(triage.language)
            return DraftRequest(ticket, triage, triage.language, frame, stance, shorten=shorten)

        self.writer.start(ticket.id, prepare)

    async def _triage_for_draft(self, ticket: Ticket) -> Triage:
        """What is known, or the engine's word where a draft cannot go without."""
        chosen = self._desk.find_engine()
        engine = chosen.current()
        known = self._desk.tickets.triage(ticket.id)
        if known is None:
            known = await chosen.rules.triage(ticket)
            await self._desk.jobs.wrapped(self._desk.tickets.save_triage(ticket.id, known))
            self.triaged([ticket.id])
        if engine.wants_triage(known):
            if self.ticket.ticket and self.ticket.ticket.id == ticket.id:
                text = self.tr("The model reads the ticket first: no policy is in its language.")
                self.reply.notice.show_notice("note", text)
            known = await self._desk.find_triage().first_word(ticket)
        return known

    def _shorten(self) -> None:
        text = self.reply.own_text()
        if text:
            self._draft(self.reply.stance, shorten=text)

    def _take_stance(self, stance: Stance) -> None:
        self.reply.head.stances.choose(stance.value)
        self._draft(stance)

    def _stop(self) -> None:
        if self.ticket.ticket:
            self.writer.stop(self.ticket.ticket.id)

    def _draft_started(self, ticket_id: int, _version_id: int) -> None:
        self.triaged([ticket_id])
        writing = self.writer.writing(ticket_id)
        if writing and self.ticket.ticket and self.ticket.ticket.id == ticket_id:
            self.reply.follow(writing)

    def _draft_failed(self, ticket_id: int, version_id: int, error: EngineError) -> None:
        if version_id:
            self.reply.show_failure(version_id, error)
        elif self.ticket.ticket and self.ticket.ticket.id == ticket_id:
            self.reply.show_failure(self.reply.version_id, error)
        self.list.touch([ticket_id])

    def _remedy(self, error: EngineError) -> None:
        from supportdesk_gui.ui.engine_words import Remedy, remedy_of

        if remedy_of(error) is Remedy.AGAIN:
            self._draft(self.reply.stance)
        else:
            self.remedy_wanted.emit(error)

    def _draft_ended(self, version_id: int, end: object) -> None:
        self.reply.end_draft(version_id, end)  # type: ignore[arg-type]
        version = self._desk.drafts.version(version_id)
        if version is None or not version.text:
            return
        if end is not None:
            mine = self._desk.settings.value.agent_language
            self._desk.languages.fill_after_draft(version, self._desk.reply_languages(), mine)
        if self._desk.tickets.ticket(version.ticket_id).status is Status.NEW:
            self._change(self._desk.tickets.set_status([version.ticket_id], Status.DRAFTED))
        self.list.touch([version.ticket_id])

    def _copy_and_open(self) -> None:
        self.reply.copy(rich=True, go_on=False)
        if self.strip.copied is not None:
            self._open_in_helpdesk(self.strip.copied)

    def _copy(self, language: str, text: str, rich: bool, go_on: bool) -> None:
        ticket = self.ticket.ticket
        if ticket is None:
            return
        copy_reply(text, rich=rich)
        self._desk.tickets.record_copy(ticket.id, language, text, self.reply.version_id)
        if ticket.status in {Status.NEW, Status.DRAFTED}:
            self._change(self._desk.tickets.set_status([ticket.id], Status.COPIED))
        self.strip.show_copied(
            Copied(
                ticket.id, ticket.external_id, ticket.requester, language, ticket.source, ticket.url
            )
        )
        if go_on:
            self.list.step(1)

    def _set_status(self, status: Status) -> None:
        ids = self.list.selected_ids()
        if ids:
            self._change(self._desk.tickets.set_status(ids, status))

    def _change(self, future: object) -> None:
        """Wait for a change of the store; the page on view then shows it."""

        async def wait() -> None:
            await self._desk.jobs.wrapped(future)  # type: ignore[arg-type]

        self._desk.jobs.start(wait(), name=_CHANGE)

    def _job_ended(self, job: Job) -> None:
        if job.name != _CHANGE or job.cancelled:
            return
        self.list.refresh()
        ticket = self.ticket.ticket
        if ticket is not None:
            fresh = self._desk.tickets.ticket(ticket.id)
            if fresh.status is not ticket.status:
                self.ticket.show_status(replace(ticket, status=fresh.status))

    def _back(self) -> None:
        """Stop what is written; else leave the field; else, on half a screen, to the list."""
        if not self.isVisible():
            return
        ticket = self.ticket.ticket
        if ticket is not None and self.writer.is_writing(ticket.id):
            self._stop()
        elif self.list.view.isVisible():
            self.list.view.setFocus()
        elif isinstance(QApplication.focusWidget(), QTextEdit):
            self._tabs.setFocus()
        else:
            self.toggle_list()

    def _same_intent(self) -> None:
        if self._triage is not None:
            self.list.show_search(f"intent:{self._triage.intent.value}")

    def _search(self) -> None:
        self.list.show()
        self.list.search.setFocus()
        self.list.search.selectAll()

    def _open_in_helpdesk(self, copied: Copied) -> None:
        url = copied.url or self._desk.helpdesk_link(copied.source, copied.external_id)
        if url:
            QDesktopServices.openUrl(QUrl(url))
            return
        dialog = LinkPatternDialog(copied.source, copied.external_id, self)
        dialog.pattern_given.connect(
            lambda pattern: self._desk.open_with_pattern(copied.source, copied.external_id, pattern)
        )
        dialog.open()

    def open_passage(self, passage: Passage) -> None:
        """Ask the window to show a passage at its place."""
        self.passage_opened.emit(passage)

"""What an agent does with the ticket on view: drafts, copies, changes of status, and their keys."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from supportdesk_gui.assist.drafting import Stance
from supportdesk_gui.engine.errors import EngineError
from supportdesk_gui.tickets.ticket import Status
from supportdesk_gui.ui.inbox.answered_work import AnsweredWork
from supportdesk_gui.ui.inbox.copying_work import CopyingWork
from supportdesk_gui.ui.inbox.desk import Desk
from supportdesk_gui.ui.inbox.drafting_work import DraftingWork
from supportdesk_gui.ui.inbox.tags_work import TagsWork
from supportdesk_gui.ui.inbox.views_work import ViewsWork
from supportdesk_gui.ui.reply.clipboard import AfterCopy
from supportdesk_gui.ui.reply.rewriting import Rewriting
from supportdesk_gui.ui.reply.snippet_list import SnippetList

if TYPE_CHECKING:
    from supportdesk_gui.assist.saved_replies import SavedReply
    from supportdesk_gui.ui.inbox.inbox_page import InboxPage

_STANCES = (
    ("stance_grant", Stance.GRANT), ("stance_decline", Stance.DECLINE), ("stance_ask", Stance.ASK),
)  # fmt: skip
_STATUSES = (
    ("done", Status.REPLIED), ("skip", Status.SKIPPED), ("escalate", Status.ESCALATED),
    ("reopen", Status.NEW),
)  # fmt: skip


class DeskWork(QObject):
    """Made with the reply; goes with its page."""

    def __init__(self, page: InboxPage, desk: Desk) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self._list, self._ticket = page.list, page.ticket
        self._reply, self._writer = page.reply, desk.writer
        self.copying = CopyingWork(page, desk)
        self.drafting = DraftingWork(page, desk, self.copying)
        self.answered = AnsweredWork(page, desk, self._go_to_draft)
        self.tags = TagsWork(page, desk)
        self.wishing = self.drafting.wishing
        self.views = ViewsWork(page, desk)
        self.rewriting = Rewriting(
            page.reply, lambda: page.ticket.ticket, desk.find_engine, desk.jobs, desk.settings,
            desk.theme,
        )  # fmt: skip
        self._snippets = SnippetList(page.reply.editor, self._found_replies, self._filled)
        self._connect_panes()
        self._connect_ticket_keys()
        self._connect_reply_keys()
        desk.jobs.start(self._list_facts(), name="facts", fills_page=True)

    async def _list_facts(self) -> None:
        """What reads facts takes longer to load than the picture of the reply may wait."""
        import asyncio

        await asyncio.to_thread(import_module, "supportdesk_gui.tickets.found_facts")
        self._ticket.list_facts()

    # -- connections -------------------------------------------------------------------------

    def _connect_panes(self) -> None:
        self._desk.keeping.filled.connect(self._list.recount)
        self._list.ticket_opened.connect(lambda _: self._page.open_ticket())
        self._ticket.requester_chosen.connect(self._list.show_open)
        self._reply.draft_wanted.connect(self.drafting.draft)
        self._reply.draft_by_todays_wanted.connect(
            lambda stance: self.drafting.draft(stance, by_todays=True)
        )
        self._reply.head.comparison_wanted.connect(self._compare)
        self._reply.stop_wanted.connect(self.drafting.stop)
        self._reply.steering.draft_wanted.connect(lambda: self.drafting.draft(self._reply.stance))
        self._reply.remedy_wanted.connect(lambda error: self.remedy(error))
        self._reply.passage_chosen.connect(self._page.passage_opened)
        self._reply.language_wanted.connect(self._desk.languages.fill)
        self._desk.languages.came.connect(self._reply.show_sentences)
        self._desk.languages.failed.connect(self._language_failed)
        self._reply.editor.shown.connect(self._say_saved_reply)
        self.rewriting.failed.connect(self._rewriting_failed)

    def _connect_ticket_keys(self) -> None:
        act = self._desk.actions.action
        act("open_ticket").triggered.connect(self._page.open_ticket)
        act("show_ticket").triggered.connect(self._page.open_ticket)
        act("show_reply").triggered.connect(self._page.open_reply)
        act("mark_ticket").triggered.connect(self._list.mark)
        for name in ("open_ticket", "mark_ticket"):
            self._list.view.addAction(act(name))
        act("next_ticket").triggered.connect(lambda: self._list.step(1))
        act("previous_ticket").triggered.connect(lambda: self._list.step(-1))
        act("search").triggered.connect(self._page.search)
        act("undo").triggered.connect(lambda: self.copying.travel(self._desk.tickets.undo))
        act("redo").triggered.connect(lambda: self.copying.travel(self._desk.tickets.redo))
        act("original").triggered.connect(self._ticket.toggle_original)
        act("back").triggered.connect(self._back)
        act("same_intent").triggered.connect(self._page.search_same_intent)
        act("toggle_list").triggered.connect(self._page.toggle_list)
        for name, status in _STATUSES:
            act(name).triggered.connect(
                lambda _=False, chosen=status: self.copying.set_status(chosen)
            )

    def _connect_reply_keys(self) -> None:
        act = self._desk.actions.action
        act("draft").triggered.connect(self._draft_or_go)
        act("draft_again").triggered.connect(lambda: self.drafting.draft(self._reply.stance))
        act("stop").triggered.connect(self.drafting.stop)
        act("copy").triggered.connect(lambda: self._reply.copy())
        act("copy_next").triggered.connect(lambda: self._reply.copy(AfterCopy.NEXT))
        act("copy_plain").triggered.connect(lambda: self._reply.copy(rich=False))
        act("copy_open").triggered.connect(lambda: self._reply.copy(AfterCopy.OPEN))
        act("what_to_say").triggered.connect(self._say)
        act("rewrite").triggered.connect(self._rewrite)
        act("next_unproven").triggered.connect(self._go_to_doubt)
        act("shorter").triggered.connect(self.drafting.shorten)
        act("all_languages").triggered.connect(self._reply.languages.fill_all)
        act("answered_before").triggered.connect(self.answered.show)
        act("compare_versions").triggered.connect(self._compare)
        act("version_before").triggered.connect(lambda: self._reply.step_version(-1))
        act("version_after").triggered.connect(lambda: self._reply.step_version(1))
        act("next_language").triggered.connect(lambda: self._reply.tabs.step(1))
        for name, stance in _STANCES:
            act(name).triggered.connect(
                lambda _=False, chosen=stance: self.drafting.take_stance(chosen)
            )

    # -- the draft on view ------------------------------------------------------------------------------

    def _say(self) -> None:
        self._page.show_tab(self._reply)
        self._reply.steering.go_to_wish()

    def _rewrite(self) -> None:
        self._go_to_draft()
        self.rewriting.offer()

    def _go_to_draft(self) -> None:
        """The reply in the language that its draft is in."""
        self._page.show_tab(self._reply)
        tabs = self._reply.tabs
        if tabs.values() and tabs.values()[0] != tabs.current():
            tabs.choose(tabs.values()[0])

    def _go_to_doubt(self) -> None:
        """To the next sentence of the translation on view that disagrees with the draft; past the
        last, and in the language of the draft, to the next that nothing supports."""
        self._page.show_tab(self._reply)
        other = self._reply.other
        if not other.isHidden() and other.go_to_next_mismatch():
            return
        self._go_to_draft()
        if not self._reply.proof.go_to_next_doubt():
            self._reply.notice.show_notice("note", self.tr("Nothing in this draft is unproven."))

    def _draft_or_go(self) -> None:
        """A draft where there is none yet; else to the one that is there."""
        ticket = self._ticket.ticket
        if ticket is not None and (
            self._reply.text().strip() or self._writer.is_writing(ticket.id)
        ):
            self._page.open_reply()
        else:
            self.drafting.draft(self._reply.stance)

    def _language_failed(self, version_id: int, language: str, error: EngineError) -> None:
        def fill_again() -> None:
            self._reply.mirror.fill_again(version_id, language)

        self._reply.show_failure(version_id, error, lambda: self.remedy(error, fill_again))

    def _compare(self) -> None:
        """Show the texts of this ticket's reply side by side, where there are two."""
        from supportdesk_gui.ui.reply.version_dialog import VersionDialog, reply_texts

        ticket = self._ticket.ticket
        self._reply.save_now()
        versions = self._desk.drafts.versions(ticket.id) if ticket else []
        texts = reply_texts(versions, self._desk.basis)
        if len(texts) < 2:
            self._reply.notice.show_notice("note", self.tr("There is nothing to compare yet."))
            return
        shown = self._reply.version_id
        dialog = VersionDialog(texts, shown, versions[-1].language, self._desk.theme, self._page)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _say_saved_reply(self) -> None:
        basis = self._desk.basis.of(self._reply.version_id) if self._reply.version_id else None
        self._reply.steering.show_saved_reply(basis.saved_reply if basis else "")

    def _found_replies(self, name: str, most: int) -> list[SavedReply]:
        from supportdesk_gui.assist.saved_replies import matching

        languages = self._reply.tabs.values()
        replies = self._desk.find_saved_replies().all()
        return matching(replies, name, languages[0] if languages else "", most)

    def _filled(self, reply: SavedReply) -> str:
        from supportdesk_gui.assist.placeholders import filled, with_blanks

        ticket, name = self._ticket.ticket, self._desk.settings.value.agent_name
        return with_blanks(filled(reply.text, ticket, name) if ticket else reply.text)

    def _rewriting_failed(
        self, version_id: int, error: EngineError, again: Callable[[], object]
    ) -> None:
        self._reply.show_failure(version_id, error, lambda: self.remedy(error, again))

    def remedy(self, error: EngineError, again: Callable[[], object] | None = None) -> None:
        """Do what an error's button promises; `again` where it was no draft that failed."""
        from supportdesk_gui.ui.engine_words import remedy_of
        from supportdesk_gui.ui.fault_sentences import Remedy

        again = again or (lambda: self.drafting.draft(self._reply.stance))
        if remedy_of(error) is Remedy.AGAIN:
            again()
        elif remedy_of(error) is Remedy.LOOK:
            self._page.withheld.emit(error, again)
        else:
            self._page.remedy_wanted.emit(error)

    def _back(self) -> None:
        """Stop what is written; else take marks away; else leave the field; else to the list."""
        if not self._page.isVisible():
            return
        ticket = self._ticket.ticket
        if ticket is not None and self._writer.is_writing(ticket.id):
            self.drafting.stop()
        elif self.rewriting.is_busy and self._reply.editor.isVisible():
            self.rewriting.stop()
        elif self._reply.rows.has_focus():
            self._reply.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif not self._list.view.unmark():
            self._page.go_back()

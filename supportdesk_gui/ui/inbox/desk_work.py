"""What an agent does with the ticket on view: drafts, copies, changes of status, and their keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from supportdesk_gui.assist.drafting import DraftEnd, DraftRequest, Fact, Stance
from supportdesk_gui.engine.errors import EngineError
from supportdesk_gui.tickets.ticket import Status, Ticket, Triage
from supportdesk_gui.ui.inbox.desk import Desk
from supportdesk_gui.ui.inbox.link_pattern_dialog import LinkPatternDialog
from supportdesk_gui.ui.jobs import Job
from supportdesk_gui.ui.reply.clipboard import AfterCopy, copy_reply
from supportdesk_gui.ui.reply.clipboard_strip import Copied
from supportdesk_gui.ui.reply.rewriting import Rewriting
from supportdesk_gui.ui.reply.snippet_list import SnippetList
from supportdesk_gui.ui.reply.wishing import Wishing

if TYPE_CHECKING:
    from supportdesk_gui.assist.saved_replies import SavedReply
    from supportdesk_gui.ui.inbox.inbox_page import InboxPage

_CHANGE = "change"
_STANCES = (
    ("stance_grant", Stance.GRANT), ("stance_decline", Stance.DECLINE), ("stance_ask", Stance.ASK),
)  # fmt: skip
_STATUSES = (
    ("done", Status.REPLIED), ("skip", Status.SKIPPED), ("escalate", Status.ESCALATED),
)  # fmt: skip


class DeskWork(QObject):
    """Made with the reply; goes with its page."""

    def __init__(self, page: InboxPage, desk: Desk) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self._list, self._ticket = page.list, page.ticket
        self._reply, self._strip = page.reply, page.strip
        self._writer = desk.writer
        self.wishing = Wishing(page.reply.steering, desk.wishes)
        self.rewriting = Rewriting(
            page.reply, lambda: page.ticket.ticket, desk.find_engine, desk.jobs, desk.settings,
            desk.theme,
        )  # fmt: skip
        self._snippets = SnippetList(page.reply.editor, self._found_replies, self._filled)
        self._facts: dict[int, tuple[Fact, ...]] = {}  # of the drafts on their way
        self._connect_panes()
        self._connect_writer()
        self._connect_ticket_keys()
        self._connect_reply_keys()

    # -- connections -------------------------------------------------------------------------

    def _connect_panes(self) -> None:
        self._list.ticket_opened.connect(lambda _: self._page.open_ticket())
        self._ticket.email_chosen.connect(lambda email: self._list.show_search(f"from:{email}"))
        self._reply.draft_wanted.connect(self._draft)
        self._reply.draft_by_todays_wanted.connect(
            lambda stance: self._draft(stance, by_todays=True)
        )
        self._reply.head.comparison_wanted.connect(self._compare)
        self._reply.stop_wanted.connect(self._stop)
        self._reply.steering.draft_wanted.connect(lambda: self._draft(self._reply.stance))
        self._reply.copy_wanted.connect(self._copy)
        self._reply.remedy_wanted.connect(lambda error: self.remedy(error))
        self._reply.passage_chosen.connect(self._page.passage_opened)
        self._reply.language_wanted.connect(self._desk.languages.fill)
        self._desk.languages.came.connect(self._reply.show_sentences)
        self._desk.languages.failed.connect(self._language_failed)
        self._reply.editor.shown.connect(self._say_saved_reply)
        self.rewriting.failed.connect(self._rewriting_failed)
        self._connect_mirror()
        self._strip.open_chosen.connect(self._open_in_helpdesk)
        self._strip.back_chosen.connect(self._page.show_ticket)
        self._desk.jobs.job_finished.connect(self._job_ended)

    def _connect_mirror(self) -> None:
        view, mirror, languages = self._reply.other, self._desk.mirror, self._desk.languages

        def check(language: str, sentences: object) -> None:
            version = self._desk.drafts.version(self._reply.version_id)
            if version is not None:
                mirror.check(version.language, language, sentences)  # type: ignore[arg-type]

        def translate_again(language: str, number: int) -> None:
            version = self._desk.drafts.version(self._reply.version_id)
            if version is not None:
                languages.drop_typed(version, language, number)

        view.sentences_shown.connect(check)
        mirror.checked.connect(view.show_mismatches)
        view.sentence_typed.connect(
            lambda language, number, text: languages.keep_typed(
                self._reply.version_id, language, number, text
            )
        )
        view.sentence_wanted.connect(translate_again)

    def _connect_writer(self) -> None:
        self._writer.draft_started.connect(self._draft_started)
        self._writer.passages_found.connect(self._reply.show_passages)
        self._writer.text_came.connect(self._reply.append_text)
        self._writer.citation_came.connect(self._reply.add_citation)
        self._writer.draft_ended.connect(self._draft_ended)
        self._writer.engine_waiting.connect(self._reply.show_waiting)
        self._writer.draft_failed.connect(self._draft_failed)

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
        act("undo").triggered.connect(lambda: self._change(self._desk.tickets.undo()))
        act("redo").triggered.connect(lambda: self._change(self._desk.tickets.redo()))
        act("original").triggered.connect(self._ticket.toggle_original)
        act("back").triggered.connect(self._back)
        act("same_intent").triggered.connect(self._page.search_same_intent)
        act("toggle_list").triggered.connect(self._page.toggle_list)
        for name, status in _STATUSES:
            act(name).triggered.connect(lambda _=False, chosen=status: self._set_status(chosen))

    def _connect_reply_keys(self) -> None:
        act = self._desk.actions.action
        act("draft").triggered.connect(self._draft_or_go)
        act("draft_again").triggered.connect(lambda: self._draft(self._reply.stance))
        act("stop").triggered.connect(self._stop)
        act("copy").triggered.connect(lambda: self._reply.copy())
        act("copy_next").triggered.connect(lambda: self._reply.copy(AfterCopy.NEXT))
        act("copy_plain").triggered.connect(lambda: self._reply.copy(rich=False))
        act("copy_open").triggered.connect(lambda: self._reply.copy(AfterCopy.OPEN))
        act("what_to_say").triggered.connect(self._say)
        act("rewrite").triggered.connect(self._rewrite)
        act("next_unproven").triggered.connect(self._go_to_doubt)
        act("shorter").triggered.connect(self._shorten)
        act("all_languages").triggered.connect(self._reply.fill_languages)
        act("compare_versions").triggered.connect(self._compare)
        act("version_before").triggered.connect(lambda: self._reply.step_version(-1))
        act("version_after").triggered.connect(lambda: self._reply.step_version(1))
        act("next_language").triggered.connect(lambda: self._reply.tabs.step(1))
        for name, stance in _STANCES:
            act(name).triggered.connect(lambda _=False, chosen=stance: self._take_stance(chosen))

    # -- drafts ------------------------------------------------------------------------------

    def _draft(self, stance: Stance, shorten: str = "", *, by_todays: bool = False) -> None:
        """Write a draft, by the policies of the order date where those were others."""
        ticket = self._ticket.ticket
        if ticket is None:
            return
        self._page.save_now()
        self._page.show_tab(self._reply)
        wish = self.wishing.take(ticket.id)
        facts = self._facts[ticket.id] = self._page.facts.facts()

        async def prepare() -> DraftRequest:
            triage = await self._triage_for_draft(ticket)
            language = triage.language
            day = "" if by_todays else self._desk.rules_day(ticket, language)
            frame = self._desk.frame(language)
            style, style_hash = self._desk.style(triage, language)
            saved = None if shorten else await self._desk.saved_reply(ticket, triage, stance)
            return DraftRequest(
                ticket, triage, language, frame, stance, wish, shorten, rules_day=day, facts=facts,
                saved=saved.text if saved else "", saved_title=saved.title if saved else "",
                style=style, style_hash=style_hash,
            )  # fmt: skip

        self._writer.start(ticket.id, prepare)

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
        """To the next sentence that nothing supports, in the language that the draft is in."""
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
            self._draft(self._reply.stance)

    async def _triage_for_draft(self, ticket: Ticket) -> Triage:
        """What is known, or the engine's word where a draft cannot go without."""
        chosen = self._desk.find_engine()
        engine = chosen.current()
        known = self._desk.tickets.triage(ticket.id)
        if known is None:
            known = await chosen.rules.triage(ticket)
            await self._desk.jobs.wrapped(
                self._desk.tickets.save_triage(ticket.id, known, only_first=True)
            )
            self._page.triaged([ticket.id])
        if engine.wants_triage(known):
            if self._ticket.ticket and self._ticket.ticket.id == ticket.id:
                text = self.tr("The model reads the ticket first: no policy is in its language.")
                self._reply.notice.show_notice("note", text)
            known = await self._desk.find_triage().first_word(ticket)
        return known

    def _shorten(self) -> None:
        text = self._reply.own_text()
        version = self._desk.drafts.version(self._reply.version_id)
        if text:
            by_todays = version is not None and not version.rules_day
            self._draft(self._reply.stance, shorten=text, by_todays=by_todays)

    def _take_stance(self, stance: Stance) -> None:
        self._reply.head.stances.choose(stance.value)
        self._draft(stance)

    def _stop(self) -> None:
        ticket = self._ticket.ticket
        if ticket is None:
            return
        if self._writer.is_writing(ticket.id) and self._writer.writing(ticket.id) is None:
            self._reply.notice.silence()  # no draft had begun that would end what is said
        self._writer.stop(ticket.id)

    def _draft_started(self, ticket_id: int, version_id: int) -> None:
        self._page.facts.keep_for(version_id, self._facts.pop(ticket_id, ()))
        self._page.triaged([ticket_id])
        writing = self._writer.writing(ticket_id)
        if writing and self._ticket.ticket and self._ticket.ticket.id == ticket_id:
            self._writer.hold(self._reply.version_id)  # a version that was stopped for this one
            self._reply.follow(writing)

    def _draft_failed(
        self, ticket_id: int, version_id: int, error: EngineError, text_stays: bool | None
    ) -> None:
        if version_id:
            self._reply.show_failure(version_id, error, text_stays=text_stays)
        elif self._ticket.ticket and self._ticket.ticket.id == ticket_id:
            self._reply.show_failure(self._reply.version_id, error)
        self._list.touch([ticket_id])

    def _language_failed(self, version_id: int, language: str, error: EngineError) -> None:
        def fill_again() -> None:
            version = self._desk.drafts.version(version_id)
            if version is not None:
                self._desk.languages.fill(version, language)

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
        from supportdesk_gui.assist.saved_replies import filled

        ticket, name = self._ticket.ticket, self._desk.settings.value.agent_name
        return filled(reply.text, ticket, name) if ticket else reply.text

    def _rewriting_failed(
        self, version_id: int, error: EngineError, again: Callable[[], object]
    ) -> None:
        self._reply.show_failure(version_id, error, lambda: self.remedy(error, again))

    def _draft_ended(self, version_id: int, end: DraftEnd | None) -> None:
        if end is not None and end.engine != "offline":
            self._desk.preflighting.ask_about(version_id)
        self._reply.end_draft(version_id, end)
        if version_id == self._reply.version_id:
            self._page.facts.fill_blanks()
        version = self._desk.drafts.version(version_id)
        if version is not None:
            self.wishing.draft_ended(version.ticket_id, whole=end is not None)
        if version is None or not version.text:
            return
        if end is not None:
            mine = self._desk.settings.value.agent_language
            self._desk.languages.fill_after_draft(version, self._desk.reply_languages(), mine)
        if self._desk.tickets.ticket(version.ticket_id).status is Status.NEW:
            self._change(self._desk.tickets.set_status([version.ticket_id], Status.DRAFTED))
        self._list.touch([version.ticket_id])

    def remedy(self, error: EngineError, again: Callable[[], object] | None = None) -> None:
        """Do what an error's button promises; `again` where it was no draft that failed."""
        from supportdesk_gui.ui.engine_words import Remedy, remedy_of

        if remedy_of(error) is not Remedy.AGAIN:
            self._page.remedy_wanted.emit(error)
        elif again is not None:
            again()
        else:
            self._draft(self._reply.stance)

    # -- copies and changes ------------------------------------------------------------------

    def _copy(self, language: str, text: str, rich: bool, after: AfterCopy) -> None:
        ticket = self._ticket.ticket
        if ticket is None:
            return
        copy_reply(text, rich=rich)
        self._desk.tickets.record_copy(ticket.id, language, text, self._reply.version_id)
        if ticket.status in {Status.NEW, Status.DRAFTED}:
            self._change(self._desk.tickets.set_status([ticket.id], Status.COPIED))
        copied = Copied(
            ticket.id, ticket.external_id, ticket.requester, language, ticket.source, ticket.url
        )
        self._strip.show_copied(copied)
        if after is AfterCopy.NEXT:
            self._list.step(1)
        elif after is AfterCopy.OPEN:
            self._open_in_helpdesk(copied)

    def _open_in_helpdesk(self, copied: Copied) -> None:
        url = copied.url or self._desk.helpdesk_link(copied.source, copied.external_id)
        if url:
            QDesktopServices.openUrl(QUrl(url))
            return
        dialog = LinkPatternDialog(copied.source, copied.external_id, self._page)
        dialog.pattern_given.connect(
            lambda pattern: self._desk.open_with_pattern(copied.source, copied.external_id, pattern)
        )
        dialog.open()

    def _set_status(self, status: Status) -> None:
        ids = self._list.selected_ids()
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
        self._page.show_changes()

    def _back(self) -> None:
        """Stop what is written; else leave the field; else, on half a screen, to the list."""
        if not self._page.isVisible():
            return
        ticket = self._ticket.ticket
        if ticket is not None and self._writer.is_writing(ticket.id):
            self._stop()
        elif self.rewriting.is_busy:
            self.rewriting.stop()
        else:
            self._page.go_back()

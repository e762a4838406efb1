"""Writes the drafts of the ticket on view: how one begins, what comes of it, how it is stopped."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from supportdesk_gui.assist.drafting import DraftEnd, DraftRequest, Fact, Stance
from supportdesk_gui.engine.errors import EngineError
from supportdesk_gui.tickets.ticket import Status, Ticket, Triage
from supportdesk_gui.ui.inbox.desk import Desk
from supportdesk_gui.ui.reply.wishing import Wishing

if TYPE_CHECKING:
    import asyncio

    from supportdesk_gui.assist.answer_once import Approved
    from supportdesk_gui.ui.inbox.copying_work import CopyingWork
    from supportdesk_gui.ui.inbox.inbox_page import InboxPage


class DraftingWork(QObject):
    """Made with the reply; goes with its page."""

    def __init__(self, page: InboxPage, desk: Desk, copying: CopyingWork) -> None:
        super().__init__(page)
        self._page, self._desk, self._copying = page, desk, copying
        self._list, self._ticket, self._reply = page.list, page.ticket, page.reply
        self._writer = desk.writer
        self.wishing = Wishing(page.reply.steering, desk.wishes)
        self._facts: dict[int, tuple[Fact, ...]] = {}  # of the drafts on their way
        self._connect_writer()

    @cached_property
    def _fitting(self) -> asyncio.Lock:
        """One after the other: the window shares Python's turn with all threads that reckon."""
        import asyncio

        return asyncio.Lock()

    def draft(self, stance: Stance, shorten: str = "", *, by_todays: bool = False) -> None:
        """Write a draft, by the policies of the order date where those were others."""
        ticket = self._ticket.ticket
        if ticket is None:
            return
        self._page.save_now()
        self._page.show_tab(self._reply)
        wish = self.wishing.take(ticket.id)
        facts = self._facts[ticket.id] = self._page.facts.facts()
        self._writer.start(
            ticket.id,
            lambda: self._request(ticket, stance, wish, shorten, facts, by_todays=by_todays),
        )

    def draft_ahead(self, ticket: Ticket, like: Approved | None = None) -> None:
        """Write a draft for a ticket that is not on view; `like` is the answer that it is to be."""
        stance = like.stance if like is not None else Stance.GRANT

        async def prepare() -> DraftRequest:
            return replace(await self._request(ticket, stance, like=like), is_ahead=True)

        self._writer.start(ticket.id, prepare)

    async def _request(
        self, ticket: Ticket, stance: Stance, wish: str = "", shorten: str = "",
        facts: tuple[Fact, ...] = (), *, by_todays: bool = False, like: Approved | None = None,
    ) -> DraftRequest:  # fmt: skip
        import asyncio

        triage = await self._triage_for_draft(ticket)
        language = triage.language
        day = ""
        if not by_todays:  # in a thread, as what comes below: many drafts may begin together
            day = await asyncio.to_thread(self._desk.rules_day, ticket, language)
        frame = self._desk.frame(language)
        style, style_hash = self._desk.style(triage, language)
        saved = None
        if not shorten and like is None:
            saved = await self._desk.saved_reply(ticket, triage, stance)
        request = DraftRequest(
            ticket, triage, language, frame, stance, wish, shorten, rules_day=day, facts=facts,
            saved=saved.text if saved else "", saved_title=saved.title if saved else "",
            style=style, style_hash=style_hash,
        )  # fmt: skip
        if like is None:
            return request
        from supportdesk_gui.assist.answer_once import as_answered  # most drafts need none

        translates = self._desk.find_engine().claude is not None
        async with self._fitting:
            return await asyncio.to_thread(as_answered, request, like, translates=translates)

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

    def shorten(self) -> None:
        text = self._reply.own_text()
        version = self._desk.drafts.version(self._reply.version_id)
        if text:
            by_todays = version is not None and not version.rules_day
            self.draft(self._reply.stance, shorten=text, by_todays=by_todays)

    def take_stance(self, stance: Stance) -> None:
        self._reply.head.stances.choose(stance.value)
        self.draft(stance)

    def stop(self) -> None:
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
            self._copying.change(self._desk.tickets.mark_drafted(version.ticket_id))
        self._list.touch([version.ticket_id])

    def _connect_writer(self) -> None:
        self._writer.draft_started.connect(self._draft_started)
        self._writer.passages_found.connect(self._reply.show_passages)
        self._writer.text_came.connect(self._reply.append_text)
        self._writer.citation_came.connect(self._reply.add_citation)
        self._writer.draft_ended.connect(self._draft_ended)
        self._writer.engine_waiting.connect(self._reply.show_waiting)
        self._writer.draft_failed.connect(self._draft_failed)

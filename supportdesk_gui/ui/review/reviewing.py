"""Leads through the queue: which card is on view, what comes next, and what the head says.

It outlives the page, which is built again in another language. Ticket, reply and everything that
is done with them are the inbox's, on loan while the review is on view.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from supportdesk_gui.assist.similar import alike_first
from supportdesk_gui.storage.errors import DatabaseLocked
from supportdesk_gui.tickets.review_queue import QueueLook, QueueOrder
from supportdesk_gui.tickets.ticket import Intent
from supportdesk_gui.ui.inbox.answered_work import ANSWER, ANSWERED
from supportdesk_gui.ui.pauses import after_pause
from supportdesk_gui.ui.reply.clipboard import AfterCopy
from supportdesk_gui.ui.review.pace import pace_of

if TYPE_CHECKING:
    from supportdesk_gui.engine.errors import EngineError
    from supportdesk_gui.ui.jobs import Job
    from supportdesk_gui.ui.program_parts import ProgramParts
    from supportdesk_gui.ui.review.answering_once import AnsweringOnce
    from supportdesk_gui.ui.review.matters import Matters
    from supportdesk_gui.ui.review.outbox_work import OutboxWork
    from supportdesk_gui.ui.review.preparing import Preparing
    from supportdesk_gui.ui.review.review_page import ReviewPage

_DAY = 86_400
_JOB = "review queue"
_LOOKS = frozenset({_JOB, ANSWERED, ANSWER})
"""Jobs that change nothing."""
_EVERY_MS = 400
_FRAME_MS = 16
_REST, _LONGEST_REST_SECONDS = 20, 2.0
"""A look walks over the whole queue on the writer's thread, 40 ms among 60,000: while nobody sees it,
it takes no more than a twentieth of the time, and none while an import brings tickets."""


class Reviewing(QObject):
    """The host of ticket and reply while the page is on view (`PaneHost`)."""

    def __init__(self, parts: ProgramParts) -> None:
        super().__init__(parts)
        self._parts = parts
        self._order = QueueOrder.URGENT
        self._intent: Intent | None = None
        self.look = QueueLook()
        self._ids: list[int] = []
        self._first: tuple[int, ...] = ()
        self._gone: set[int] = set()
        self._current = self._wanted = 0
        self._is_looking = self._looks_again = self._is_here = self._is_changed = False
        self._rests_until = 0.0
        self._later = after_pause(self, _EVERY_MS, self.refresh)
        self._prepared_later = after_pause(self, _FRAME_MS, self._show_prepared)
        parts.jobs.job_finished.connect(self._job_finished)

    @cached_property
    def page(self) -> ReviewPage:
        """The page, made when it is first asked for."""
        from supportdesk_gui.ui.review.review_page import ReviewPage

        parts = self._parts
        window = parts.window
        page = ReviewPage(window.actions_table, parts.settings, parts.theme, window.pages)
        page.head.show_choice(self._order, self._intent)
        page.head.order_chosen.connect(self._choose_order)
        page.head.intent_chosen.connect(self._choose_intent)
        page.card.alike.answer_wanted.connect(lambda: self.once.ask(self._parts.inbox))
        page.head.outbox_wanted.connect(lambda: self.outbox.open())
        page.head.prepared.chosen.connect(lambda: self.preparing.act(self.look.left))
        return page

    @cached_property
    def preparing(self) -> Preparing:
        """What writes the drafts of the next cards."""
        from supportdesk_gui.ui.review.preparing import Preparing

        preparing = Preparing(self._parts.desk, self)
        preparing.changed.connect(self._show_prepared_soon)
        preparing.asked.connect(lambda text, answers: self.page.notice.ask(text, answers))
        preparing.failed.connect(self._say_failure)
        return preparing

    @cached_property
    def matters(self) -> Matters:
        """What the tickets of the queue are about."""
        from supportdesk_gui.ui.review.matters import Matters

        matters = Matters(self._parts.tickets, self._parts.index, self._parts.jobs, self)
        matters.learnt.connect(self._show_alike)
        return matters

    @cached_property
    def once(self) -> AnsweringOnce:
        """What makes one answer that of many."""
        from supportdesk_gui.ui.review.answering_once import AnsweringOnce

        once = AnsweringOnce(self._parts.desk, self)
        once.began.connect(self._put_first)
        once.ended.connect(lambda words: self.page.notice.show_notice("note", words))
        return once

    @cached_property
    def outbox(self) -> OutboxWork:
        """What shows the approved replies."""
        from supportdesk_gui.ui.review.outbox_work import OutboxWork

        return OutboxWork(self._parts, self)

    @property
    def is_on_view(self) -> bool:
        """Whether the review is the page on view."""
        return self._parts.window.page == "review"

    @property
    def current(self) -> int:
        """The id of the ticket whose card is on view, 0 for none."""
        return self._current

    def let_page_go(self) -> None:
        """The window is built again: so is the page, when it is asked for next."""
        vars(self).pop("page", None)

    def connect_page(self) -> None:
        """The pages were built, or built again."""
        window, inbox = self._parts.window, self._parts.inbox
        self._is_here = False
        window.pages.currentChanged.connect(self._page_changed)
        inbox.changed.connect(self._changed)
        inbox.ticket_opened.connect(lambda *_: self._show_state())
        act = window.actions_table.action
        act("approve").triggered.connect(self._approve)
        act("edit_reply").triggered.connect(self._edit)
        act("outbox").triggered.connect(lambda: self.outbox.open())
        act("answer_once").triggered.connect(lambda: self.once.ask(self._parts.inbox))
        act("next_card").triggered.connect(lambda: self._go(1))
        act("card_before").triggered.connect(lambda: self._go(-1))
        self._parts.writer.draft_ended.connect(lambda version_id, _: self._draft_ended(version_id))
        inbox.reply.editor.textChanged.connect(self._show_state)
        inbox.ticket.requester_chosen.connect(lambda *_: self._leave_for_inbox())
        self.refresh()

    # -- as the host of ticket and reply -----------------------------------------------------

    def show_tab(self, pane: QWidget) -> None:
        """Bring ticket or reply to the front where they are tabs."""
        self.page.card.show_tab(pane)

    def show_ticket(self, ticket_id: int) -> None:
        """Bring a card on view, also one that has left the queue."""
        self._show(ticket_id)

    def chosen_ids(self) -> list[int]:
        """The card on view."""
        return [self._current] if self._current else []

    def step(self, by: int) -> None:
        """The card is done: the next one."""
        self.left(self.chosen_ids())

    def left(self, ids: Sequence[int]) -> None:
        """These cards are done; the next one where the card on view is among them."""
        following = self._beside(1, without=frozenset(ids))
        self._gone |= set(ids)
        self._ids = [one for one in self._ids if one not in self._gone]
        if self._current in ids:
            self._show(following)

    def bring_back(self, ids: Sequence[int]) -> None:
        """What was done is undone: its card comes back on view."""
        self._gone -= set(ids)
        self._wanted = ids[0] if ids else 0

    # -- the queue ---------------------------------------------------------------------------

    def _changed(self) -> None:
        self._is_changed = True  # a ticket may have outrun the draft that was prepared for it
        self.refresh()

    def refresh(self) -> None:
        """Ask the store how the queue stands; of several wishes in a row the last one counts."""
        rests = self._parts.jobs.running("import") or time.monotonic() < self._rests_until
        if rests and not self.is_on_view:
            self._later.start()
            return
        self._looks_again = True
        if not self._is_looking:
            self._is_looking = True
            self._parts.jobs.start(self._look_until_done(), name=_JOB, on_failure=self._look_later)

    def _look_later(self, error: Exception) -> bool:
        """Another program holds the database for a while: what is on view stands meanwhile."""
        held = isinstance(error, DatabaseLocked)
        if held:
            self._later.start()
        return held

    def _job_finished(self, job: Job) -> None:
        if job.name not in _LOOKS:
            self._later.start()

    async def _look_until_done(self) -> None:
        try:
            while self._looks_again:
                self._looks_again = False
                # Both were written before this look, and so are seen by it.
                gone, wanted = frozenset(self._gone), self._wanted
                since, begun = int(time.time()) - _DAY, time.monotonic()
                future = self._parts.desk.review.look(self._order, since, self._intent)
                look = await self._parts.jobs.wrapped(future)
                rest = min(_REST * (time.monotonic() - begun), _LONGEST_REST_SECONDS)
                self._rests_until = time.monotonic() + rest
                self._gone -= gone
                if self._wanted == wanted:
                    self._wanted = 0
                self._take(look, wanted)
        finally:
            self._is_looking = False

    def _take(self, look: QueueLook, wanted: int) -> None:
        self.look = look
        self._ids = self._ordered([one for one in look.ids if one not in self._gone])
        self._parts.window.rail.show_queue(look.left)
        if look.left or not self._parts.tickets.is_empty():
            self._parts.window.status.show_queue(look.left)
        shows_pace = self._parts.settings.value.show_pace
        self.page.head.show_look(look, pace_of(look.day.times) if shows_pace else None)
        if not self.is_on_view:
            return
        self.matters.learn(self._ids)
        if wanted in self._ids:
            self._show(wanted)
        elif self._current not in self._ids:
            self._show(self._ids[0] if self._ids else 0)
        else:
            self._show_state()
            if self._is_changed:
                self._prepare()
        self._is_changed = False

    def _ordered(self, ids: list[int]) -> list[int]:
        """What was asked for by one answer first, then as the agent wants it."""
        if self._order is QueueOrder.ALIKE:
            ids = alike_first(ids, self.matters.known)
        waiting = set(ids)
        first = [one for one in self._first if one in waiting]
        return [*first, *(one for one in ids if one not in set(first))] if first else ids

    def _put_first(self, ids: list[int]) -> None:
        """The card on view, then those that get its answer."""
        self._first = (self._current, *ids)
        self._ids = self._ordered(self._ids)
        self._prepare()

    def _choose_order(self, value: str) -> None:
        self._order = QueueOrder(value)
        self._start_anew()

    def _choose_intent(self, value: str) -> None:
        self._intent = Intent(value) if value else None
        self._start_anew()

    def _start_anew(self) -> None:
        self._current = 0
        self._first = ()
        self.refresh()
        self.page.card.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- the card ----------------------------------------------------------------------------

    def _beside(self, by: int, without: frozenset[int] = frozenset()) -> int:
        """The card behind or before that on view, the first one behind the last; 0 for none."""
        if self._current not in self._ids:
            left = [one for one in self._ids if one not in without]
            return left[0] if left else 0
        at = self._ids.index(self._current)
        following = self._ids[at + by :: by] if at + by >= 0 else []
        rest = [one for one in following if one not in without]
        if not rest and by > 0:
            rest = [one for one in self._ids if one not in without]
        return rest[0] if rest else 0

    def _go(self, by: int) -> None:
        if following := self._beside(by):
            self._show(following)

    def _show(self, ticket_id: int) -> None:
        self._current = ticket_id
        self._parts.inbox.show_card(ticket_id)
        self.page.card.show_tab(self._parts.inbox.reply)
        self._show_state()
        if ticket_id and self.is_on_view:
            self._prepare()
            self._show_alike()
            self._parts.inbox.ticket.conversation.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_state(self) -> None:
        if not self.is_on_view:
            return
        ticket = self._parts.inbox.current_ticket()
        has_card = ticket is not None and ticket.id == self._current
        reply, writer = self._parts.inbox.reply, self._parts.writer
        has_draft = has_card and bool(reply.text().strip()) and not writer.is_writing(self._current)
        self.page.keys.set_enabled(has_card, has_draft)
        if has_card:
            self.page.show_card(True)
            self._show_prepared()
        elif not self._is_looking:
            self.page.show_card(False, *self._nothing_left(), outbox=self.look.outbox)

    def _prepare(self) -> None:
        """Have the drafts of this card and the next ones written, and note that this one is seen."""
        inbox = self._parts.inbox
        at = self._ids.index(self._current) if self._current in self._ids else len(self._ids)
        many = self.preparing.how_many(pace_of(self.look.day.times)) + 1
        self.preparing.follow(self._ids[at : at + many], self._ids, inbox.work.drafting)
        if inbox.reply.version_id:
            self._parts.desk.review.seen(inbox.reply.version_id)

    def _show_alike(self) -> None:
        if self.is_on_view:
            self.once.show(self.matters.group(self._current, self._ids), self.page.card.alike)

    def _draft_ended(self, version_id: int) -> None:
        if version_id == self._parts.inbox.reply.version_id:
            self._show_state()
        self._show_prepared_soon()

    def _show_prepared_soon(self) -> None:
        """Once for all drafts that begin or end together."""
        if not self._prepared_later.isActive():
            self._prepared_later.start()

    def _show_prepared(self) -> None:
        if self.is_on_view:
            preparing = self.preparing
            waste = ""
            if self.look.unseen:
                share = round(100 * self.look.unseen / self.look.prepared)
                waste = self.tr("{percent} % never read").format(percent=share)
            self.page.head.prepared.show_places(preparing.places(), preparing.action_words(), waste)

    def _say_failure(self, error: EngineError) -> None:
        from supportdesk_gui.ui.engine_words import fault_words

        self.page.notice.show_notice(
            "broken", fault_words(error), self.tr("Go on"), self.preparing.start_again
        )

    def _nothing_left(self) -> tuple[str, str]:
        if self.look.left:
            return self.tr("No card of this kind waits."), self.tr("Choose all intents above.")
        text = self.tr("{count} replies wait in the outbox.").format(count=self.look.outbox)
        return self.tr("Nothing left that needs you."), text if self.look.outbox else ""

    def _approve(self) -> None:
        """Copy the reply in the customer's language, ask what a copy asks, and go on."""
        reply = self._parts.inbox.reply
        tabs = reply.tabs
        if tabs.values() and tabs.values()[0] != tabs.current():
            tabs.choose(tabs.values()[0])
        reply.copy(AfterCopy.APPROVE)

    def _edit(self) -> None:
        self._parts.inbox.open_reply()

    # -- coming and going --------------------------------------------------------------------

    def _page_changed(self) -> None:
        if self.is_on_view and not self._is_here:
            self._come()
        elif self._is_here and not self.is_on_view:
            self._is_here = False
            self.page.card.let_go()
            self._parts.inbox.reply.copy_row.show_buttons(True)
            self._parts.inbox.take_back()

    def _come(self) -> None:
        inbox = self._parts.inbox
        self._is_here = True
        inbox.lend(self)
        self.page.card.take(inbox.ticket, inbox.reply)
        inbox.reply.copy_row.show_buttons(False)
        self.page.borrow(inbox.strip, inbox.notice)
        self.refresh()
        known = self._current if self._current in self._ids else (self._ids or [0])[0]
        self._show(known)

    def _leave_for_inbox(self) -> None:
        if self.is_on_view:
            self._parts.window.show_page("inbox")

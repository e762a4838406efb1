"""`desk demo queue`: the sample shop's morning through the real window, from 300 tickets to 52.

Every card is opened, drafted, proof-checked and approved as an agent's key would do it; nobody reads
them. What has a doubt, an open question to the customer or a word of alarm is left for a person.
"""

from __future__ import annotations

import time
from statistics import median
from typing import TYPE_CHECKING

from supportdesk_gui.tickets.sample_shop import STRIKE_TAG
from supportdesk_gui.tickets.ticket import Status
from supportdesk_gui.ui.tour import Guide

if TYPE_CHECKING:
    from pathlib import Path

    from supportdesk_gui.ui.program import Program

_LEFT = 52


class QueueDemo(Guide):
    """Prints what was done, how long each part took, and what it did not do."""

    def __init__(self, program: Program, pictures: Path) -> None:
        super().__init__(program, pictures)
        self._opened: list[float] = []
        self._for_a_person: set[int] = set()

    async def run(self) -> int:
        """0 when the queue is down to 52, or to what needs a person."""
        await self.open_sample_shop()
        self.trigger("page_review")
        reviewing = self.program.reviewing
        await self.until(lambda: reviewing.current, "the first card")
        total, waiting = 300, reviewing.look.left
        print(f"{total} tickets, {waiting} of them wait for us. Engine: {self._engine()}.")
        print("Approvals are simulated: a card is approved as soon as its draft holds no doubt.")
        started = time.monotonic()
        answered = await self._answer_once()
        approved = await self._go_through()
        seconds = time.monotonic() - started
        left = reviewing.look.left
        print(f"\n{waiting} → {left} in {seconds:.0f} s: {answered + approved} approved.")
        if left > _LEFT:
            print(f"{left - _LEFT} more than {_LEFT} need a person with this engine.")
        print(f"A card, from the key to the next one with its draft: {self._times()}")
        print("The program's times alone: an agent reads, and takes as long as reading takes.")
        return 0

    async def _answer_once(self) -> int:
        """One answer for the strike; how many were approved."""
        reviewing = self.program.reviewing
        begun = time.monotonic()
        matters = reviewing.matters
        await self.until(lambda: matters.known and matters.is_done(), "who asks the same")
        print(f"\nWho asks the same was found in {time.monotonic() - begun:.1f} s.")
        store = self.program.tickets
        groups = {
            one: reviewing.matters.group(one, reviewing.look.ids).ids for one in reviewing.look.ids
        }
        first = max(groups, key=lambda one: len(groups[one]))
        reviewing.show_ticket(first)
        await self._card_stands()
        begun = time.monotonic()
        self.trigger("answer_once")
        dialog = reviewing.once.dialog.now
        if dialog is None:
            return 0
        dialog.accept_ticked()
        await self.until(lambda: self.program.jobs.running("answer once"), "the drafts to begin")
        await self.until(lambda: not self.program.jobs.running("answer once"), "the drafts")
        print(f"{reviewing.page.notice.text()} ({time.monotonic() - begun:.1f} s)")
        members = [first, *groups[first]]
        strike = sum(STRIKE_TAG in store.ticket(one).tags for one in members)
        print(f"{len(members)} tickets, {strike} of the shop's 37 on the strike among them.")
        return sum([await self._decide(one) for one in members])

    async def _go_through(self) -> int:
        """All other cards, until 52 are left; how many were approved."""
        reviewing, approved = self.program.reviewing, 0
        while reviewing.look.left > _LEFT:
            rest = [one for one in reviewing.look.ids if one not in self._for_a_person]
            if not rest:
                break
            for one in rest:
                if reviewing.look.left <= _LEFT:
                    break
                approved += await self._decide(one)
        return approved

    async def _decide(self, ticket_id: int) -> bool:
        """Approve a card, or leave it for a person."""
        reviewing, store = self.program.reviewing, self.program.tickets
        if store.ticket(ticket_id).status not in {Status.NEW, Status.DRAFTED}:
            return False
        if reviewing.current != ticket_id:
            reviewing.show_ticket(ticket_id)
        await self._card_stands()
        left = reviewing.look.left
        if self._needs_a_person(ticket_id):
            self._for_a_person.add(ticket_id)
            return False
        begun = time.perf_counter()
        self.trigger("approve")
        if reviewing.current == ticket_id and reviewing.look.left > 1:  # it asks before it copies
            self._for_a_person.add(ticket_id)
            return False
        if reviewing.current:
            await self._card_stands()
            self._opened.append(time.perf_counter() - begun)
        await self.until(lambda: reviewing.look.left < left, "the approval")
        return True

    def _needs_a_person(self, ticket_id: int) -> bool:
        version = self.program.drafts.latest(ticket_id)
        triage = self.program.tickets.triage(ticket_id)
        answered = version is not None and version.end is not None and version.end.answered
        alarmed = triage is not None and triage.escalate
        return alarmed or not answered or bool(self.inbox.reply.proof.doubts())

    async def _card_stands(self) -> None:
        """The card with its whole draft, checked."""
        reply, reviewing = self.inbox.reply, self.program.reviewing

        def stands() -> bool:
            here = reviewing.current
            text = reply.text().strip()
            return bool(
                text and not self.inbox.writer.is_writing(here) and reply.proof.is_settled()
            )

        await self.until(stands, "a card with its draft")

    def _engine(self) -> str:
        engine = self.program.engine.current()
        return engine.name if engine.host else "offline, no model"

    def _times(self) -> str:
        if not self._opened:
            return "none"
        worst = sorted(self._opened)[int(0.95 * (len(self._opened) - 1))]
        return f"median {1000 * median(self._opened):.0f} ms, 95 % within {1000 * worst:.0f} ms."

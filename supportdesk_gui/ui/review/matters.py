"""Learns in the background what each ticket of the queue is about; known until the program ends.

What tickets were about that are answered is kept for those that were asked for last.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supportdesk_gui.assist.similar import Group, Matter, PolicyPlaces, group_of, matter_of
from supportdesk_gui.policies.errors import PolicyIndexClosed
from supportdesk_gui.ui.pauses import after_pause

if TYPE_CHECKING:
    from supportdesk_gui.assist.drafting import CitedSentence
    from supportdesk_gui.policies.client import PolicyIndex
    from supportdesk_gui.tickets.store import TicketStore
    from supportdesk_gui.ui.jobs import Jobs

JOB = "matters"
_MOST = 1500
_TELL_EVERY = 10
_ANSWERED_KEPT = 1000
_PASSAGES = 5
_AFTER_MS = 800  # the first card and its draft come first


class Matters(QObject):
    """Told the queue by `learn`; says by `learnt` when more is known."""

    learnt = Signal()

    def __init__(
        self, tickets: TicketStore, index: PolicyIndex, jobs: Jobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tickets, self._index, self._jobs = tickets, index, jobs
        self._places = PolicyPlaces(index)
        self.known: dict[int, Matter] = {}
        self._answered: dict[int, Matter] = {}
        self._wanted: list[int] = []
        self._files = [(one.path, one.read_at) for one in index.files()]
        self._later = after_pause(self, _AFTER_MS, self._begin)

    def learn(self, ids: Sequence[int]) -> None:
        """Learn what these tickets are about, in their order; what is known is not asked again."""
        self._forget_where_policies_changed()
        self._wanted = [one for one in ids[:_MOST] if one not in self.known]
        self._later.start()

    def _begin(self) -> None:
        if self._wanted and not self._jobs.running(JOB):
            self._jobs.start(
                self._learn(), name=JOB,
                title=lambda: self.tr("Looking for tickets that ask the same"),
            )  # fmt: skip

    def group(self, ticket_id: int, among: Sequence[int]) -> Group:
        """The others that ask the same, of those that are known; empty until the ticket is."""
        seed = self.known.get(ticket_id)
        if seed is None:
            return Group()
        return group_of(seed, [self.known[one] for one in among if one in self.known])

    async def of_answered(self, ids: Sequence[int]) -> list[Matter]:
        """What these tickets, which were answered, were about. Raises PolicyIndexClosed."""
        self._forget_where_policies_changed()
        if len(self._answered) > _ANSWERED_KEPT:
            self._answered.clear()
        for one in ids:
            if one not in self._answered and (matter := await self.now(one, by_rules=True)):
                self._answered[one] = matter
        return [self._answered[one] for one in ids if one in self._answered]

    async def now(self, ticket_id: int, *, by_rules: bool = False) -> Matter | None:
        """What a ticket is about as it stands now; None where it is gone, or nobody judged it and
        it is not to be judged `by_rules`, as those are that came with their answers.

        Raises PolicyIndexClosed.
        """
        import asyncio

        try:
            ticket, triage = self._tickets.ticket(ticket_id), self._tickets.triage(ticket_id)
        except KeyError:  # removed meanwhile
            return None
        if triage is None and by_rules:
            from supportdesk_gui.assist.offline import triaged

            triage = await asyncio.to_thread(triaged, ticket)
        return await matter_of(self._index, self._places, ticket, triage) if triage else None

    async def policies_in(self, said: str, language: str) -> tuple[CitedSentence, ...]:
        """The passages that an answer may rest on, whole; none where they cannot be asked."""
        from supportdesk_gui.assist.drafting import CitedSentence

        try:
            found = await self._index.search(said, language, _PASSAGES, sentences=False)
        except PolicyIndexClosed:
            return ()
        return tuple(CitedSentence(hit.passage, 0, len(hit.passage.text)) for hit in found.hits)

    def forget(self, ids: Iterable[int]) -> None:
        """These tickets are gone."""
        for one in ids:
            self.known.pop(one, None)
            self._answered.pop(one, None)

    def is_done(self) -> bool:
        """Whether all that was asked for is known."""
        return not (self._wanted or self._later.isActive() or self._jobs.running(JOB))

    def _forget_where_policies_changed(self) -> None:
        """What a ticket finds in the policies is no longer so once they are others."""
        files = [(one.path, one.read_at) for one in self._index.files()]
        if files != self._files:
            self._files = files
            self.known.clear()
            self._answered.clear()
            self._places = PolicyPlaces(self._index)

    async def _learn(self) -> None:
        done = 0
        try:
            while self._wanted:
                ticket_id = self._wanted.pop(0)
                if matter := await self.now(ticket_id):
                    self.known[ticket_id] = matter
                done += 1
                self._jobs.progress(JOB, done, done + len(self._wanted))
                if done % _TELL_EVERY == 0:
                    self.learnt.emit()
        except PolicyIndexClosed:
            return
        self.learnt.emit()

"""Drafts of the next cards, written before they are asked for, where the agent chose so.

Without a model it costs nothing and goes nowhere, and needs no word of the agent. With one it is off
until they said yes to the estimate, per engine; the day's cap and the limits of the engine hold as
for every other request. How many cards ahead follows the pace.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supportdesk_gui.assist.consent import Allowed, Consent, ahead_key, consent_for, with_consent
from supportdesk_gui.assist.drafting import Stance
from supportdesk_gui.assist.drafts import DraftState
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.ui.giving_way import GivingWay
from supportdesk_gui.ui.review.pace import Pace
from supportdesk_gui.ui.review.prepared_row import Place

if TYPE_CHECKING:
    from supportdesk_gui.assist.drafting import DraftEnd
    from supportdesk_gui.assist.drafts import DraftVersion
    from supportdesk_gui.assist.proof_internal import InternalPolicies
    from supportdesk_gui.tickets.ticket import Ticket
    from supportdesk_gui.ui.components.notice_bar import Words
    from supportdesk_gui.ui.inbox.desk import Desk
    from supportdesk_gui.ui.inbox.drafting_work import DraftingWork

_FEWEST, _MOST, _USUAL = 2, 8, 3
_AT_ONCE = 2
_TRIAGE_JOB = "model triage"
_FIRST_GUESS = 6.0
"""Seconds that a draft takes, before one was measured."""


class Preparing(QObject):
    """Told which cards come next by `follow`; says by `changed` how they stand."""

    changed = Signal()
    asked = Signal(object, object)
    """A question's Words and its answers."""
    failed = Signal(object)
    """The EngineError that ended it; the agent has to start it again."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._next: tuple[int, ...] = ()
        self._work: DraftingWork | None = None
        self._started: set[int] = set()
        self._outrun_at_once: set[int] = set()
        self._stopped_for = ""
        self._seconds: list[float] = []
        desk.writer.draft_started.connect(lambda *_: self.changed.emit())
        desk.find_triage().judged.connect(lambda _: self._go_on())
        desk.writer.draft_ended.connect(self._draft_ended)
        desk.writer.draft_failed.connect(self._draft_failed)
        desk.find_engine().changed.connect(self._engine_changed)

    def is_allowed(self) -> bool:
        """Whether drafts may be written ahead by the engine in use."""
        if self._desk.find_engine().claude is None:
            return True
        consent = consent_for(self._desk.settings.value.consents, self._key())
        return consent is not None and consent.allowed is Allowed.ALL

    def how_many(self, pace: Pace) -> int:
        """How many cards ahead, by the pace and by how long drafts take."""
        return cards_ahead(pace, self._seconds)

    def follow(self, ids: Sequence[int], queue: Collection[int], work: DraftingWork) -> None:
        """The card on view and those behind it; what is written for others than the `queue`, which
        another choice of cards made another one, is stopped."""
        self._next = tuple(ids)
        for ticket_id in self._started.difference(queue):
            self._started.discard(ticket_id)
            self._desk.writer.stop(ticket_id)
        self._work = work
        self._go_on()

    def places(self) -> tuple[Place, ...]:
        """How the cards behind that on view stand."""
        return tuple(self._place_of(one) for one in self._next[1:])

    def action_words(self) -> str:
        """What the agent can do about it now; empty where there is nothing to decide."""
        if self._desk.find_engine().claude is None:
            return ""
        if not self.is_allowed():
            return self.tr("Prepare ahead")
        return self.tr("Go on") if self._is_stopped() else self.tr("Stop")

    def act(self, count: int) -> None:
        """Do what `action_words` says, for a queue of so many."""
        if not self.is_allowed():
            self.ask(count)
        elif self._is_stopped():
            self.start_again()
        else:
            self.stop()

    def ask(self, count: int) -> None:
        """Ask whether drafts may be prepared for a queue of so many."""
        self.asked.emit(self._question(count), self._answers(count))

    def stop(self) -> None:
        """Prepare nothing more with this engine until the agent says so."""
        self._allow(self._key(), Allowed.NEVER, 0)
        for ticket_id in self._next[1:]:
            self._desk.writer.stop(ticket_id)

    # -- one after the other -----------------------------------------------------------------

    def _go_on(self) -> None:
        if self._work is None or not self.is_allowed() or self._is_stopped():
            return
        writer = self._desk.writer
        for ticket_id in self._next:
            if sum(writer.is_writing(one) for one in self._next) >= _AT_ONCE:
                return
            if not writer.is_writing(ticket_id) and (ticket := self._needs_draft(ticket_id)):
                self._started.add(ticket_id)
                self._work.draft_ahead(ticket)

    def _needs_draft(self, ticket_id: int) -> Ticket | None:
        """The ticket, where it has no draft, a part of one, or one from before ticket, policies or
        house style changed."""
        try:
            ticket = self._desk.tickets.ticket(ticket_id)
        except KeyError:
            return None
        if self._waits_for_triage(ticket_id):
            return None
        newest = self._desk.drafts.latest(ticket_id)
        if newest is not None and newest.engine == "agent":
            return None
        if newest is not None and self._is_outrun(newest, ticket):
            return ticket
        is_whole = newest is not None and newest.state is not DraftState.STOPPED
        return None if is_whole or ticket_id in self._started else ticket

    def _is_outrun(self, draft: DraftVersion, ticket: Ticket) -> bool:
        """Whether a draft is to be written anew: one that the agent changed, or had decided on,
        is theirs, and one that was outrun as soon as it was written would be so again."""
        changed = self._desk.staleness(draft, ticket)
        if changed in {"", "ticket"}:
            return bool(changed)
        basis = self._desk.basis.of(draft.id)
        is_plain = basis is not None and not basis.wish and basis.stance == Stance.GRANT.value
        is_own = basis is None or basis.drafted is None or basis.drafted != draft.text
        return is_plain and not is_own and draft.id not in self._outrun_at_once

    def _waits_for_triage(self, ticket_id: int) -> bool:
        """The queue is being judged by the model: that comes first."""
        if self._desk.find_engine().claude is None or not self._desk.jobs.running(_TRIAGE_JOB):
            return False
        known = self._desk.tickets.triage(ticket_id)
        return known is None or known.engine == "offline"

    def _is_stopped(self) -> bool:
        """Whether it failed with the engine in use."""
        return self._stopped_for == self._key()

    def _place_of(self, ticket_id: int) -> Place:
        if self._desk.writer.is_writing(ticket_id):
            return Place.WRITING
        return Place.READY if self._desk.drafts.latest(ticket_id) else Place.EMPTY

    def _draft_ended(self, version_id: int, end: DraftEnd | None) -> None:
        version = self._desk.drafts.version(version_id)
        if version is None or version.ticket_id not in self._started:
            return
        with suppress(KeyError):  # removed meanwhile
            if self._desk.staleness(version, self._desk.tickets.ticket(version.ticket_id)):
                self._outrun_at_once.add(version_id)
        if end is not None:
            self._seconds.append(end.seconds)
            self._desk.jobs.start(self._check(version), name="doubts of a draft")
        if version.ticket_id in self._next:
            self._go_on()
        self.changed.emit()

    async def _check(self, version: DraftVersion) -> None:
        """Count the doubts in a draft that nobody looked at yet."""
        await noted_doubts(self._desk, version)
        if self._next[:1] == (version.ticket_id,):  # it is on view
            await self._desk.jobs.wrapped(self._desk.review.seen(version.id))

    def _draft_failed(
        self, ticket_id: int, _version_id: int, error: EngineError, _stays: bool | None
    ) -> None:
        """The next one would most likely meet the same: the agent says when it goes on."""
        if error.fault is Fault.SWITCHED:
            self._started.discard(ticket_id)
            self._go_on()
        elif ticket_id in self._started and ticket_id in self._next:
            self._stopped_for = self._key()
            self.failed.emit(error)
            self.changed.emit()

    def _engine_changed(self) -> None:
        """What the engine before did not write, this one may."""
        self._started = {one for one in self._started if self._desk.writer.is_writing(one)}
        self._go_on()
        self.changed.emit()

    def start_again(self) -> None:
        """The agent wants to go on after a failure."""
        self._stopped_for = ""
        self._started.clear()
        self._go_on()

    # -- the question ------------------------------------------------------------------------

    def _key(self) -> str:
        engine = self._desk.find_engine().current()
        return ahead_key(engine.host, engine.name)

    def _question(self, count: int) -> Words:
        from supportdesk_gui.assist.consent import draft_estimate

        engine = self._desk.find_engine().current()
        return partial(
            self._question_words, f"{count:,}", draft_estimate(engine.name, 1),
            draft_estimate(engine.name, count), engine.host,
        )  # fmt: skip

    def _question_words(self, count: str, each: int | None, all_: int | None, host: str) -> str:
        from supportdesk_gui.ui.engine_words import dollars

        if each is None or all_ is None:
            text = self.tr(
                "Prepare drafts for the next cards? No known price; their text goes to {host}."
            )
            return text.format(host=host)
        text = self.tr(
            "Prepare drafts for the next cards? About {each} each, {all} for all {count}; their text goes to {host}."
        )
        return text.format(each=dollars(each), all=dollars(all_), count=count, host=host)

    def _answers(self, count: int) -> list[tuple[Words, Callable[[], object]]]:
        key = self._key()
        return [
            (lambda: self.tr("Prepare"), lambda: self._allow(key, Allowed.ALL, count)),
            (lambda: self.tr("Not now"), lambda: self._allow(key, Allowed.NEVER, count)),
        ]

    def _allow(self, key: str, allowed: Allowed, count: int) -> None:
        settings = self._desk.settings
        consents = with_consent(settings.value.consents, key, Consent(allowed, count))
        settings.update(consents=consents)
        if allowed is Allowed.ALL:
            self.start_again()
        self.changed.emit()


def cards_ahead(pace: Pace, drafts: Sequence[float]) -> int:
    """Those that the agent gets through while one is written, and two; `drafts` are the seconds
    that drafts took, of which the last five count."""
    if not pace.seconds:
        return _USUAL
    lately = drafts[-5:] or [_FIRST_GUESS]
    return min(_MOST, max(_FEWEST, round(sum(lately) / len(lately) / pace.seconds) + 2))


async def noted_doubts(desk: Desk, version: DraftVersion) -> int:
    """Count the doubts in a draft that was written ahead, and keep how many; 0 where its ticket
    was forgotten meanwhile."""
    import asyncio

    try:
        ticket = desk.tickets.ticket(version.ticket_id)
    except KeyError:
        return 0
    carried, internal = desk.basis.carried(version.id), desk.proving.internal
    found = await asyncio.to_thread(doubts_in, version, ticket, carried, internal)
    await desk.jobs.wrapped(desk.review.prepared(version.id, found))
    return found


def doubts_in(
    version: DraftVersion, ticket: Ticket, carried: Sequence[str], internal: InternalPolicies
) -> int:
    """How many sentences of a draft nothing supports, or only what is internal, or come from
    another customer's reply, as what is `carried` does. For threads."""
    from supportdesk_gui.assist.proof import Mark, Proof

    passages, inside = version.passages, internal.now()
    proof = Proof(passages, ticket, version.language, carried=carried, internal=inside)
    rest = GivingWay(lambda: True)
    found = 0
    for one in proof.marks(version.text, version.citations):
        found += one.mark in {Mark.UNSUPPORTED, Mark.INTERNAL, Mark.CARRIED}
        rest()
    return found

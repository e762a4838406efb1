"""Triage by a model: asked for once, then the queue, and each ticket that is opened.

The rules have judged everything before; a model's word takes the place of theirs. Nothing is
sent by itself before the agent has said what may be.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import aclosing
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.tickets.ticket import Ticket, Triage
from supportdesk_gui.ui.engine_failures import told_by
from supportdesk_gui.ui.engine_words import dollars

if TYPE_CHECKING:
    import asyncio

    from supportdesk_gui.assist.consent import Allowed, Consent
    from supportdesk_gui.tickets.store import TicketStore
    from supportdesk_gui.ui.engine_in_use import EngineInUse
    from supportdesk_gui.ui.jobs import Jobs
    from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper

_JOB = "model triage"
_ASKED_ABOUT = frozenset({"triage_model", "consents"})


class ModelTriage(QObject):
    """Works only while an engine with a model is in use."""

    judged = Signal(object)
    """Ids of tickets that have a new word."""
    asked = Signal(object, object)
    """A question's Words and its answers, each (Words, what it does)."""
    allowed = Signal()
    """The agent has answered: the ticket on view counts as opened anew."""
    began = Signal()
    """The queue is being judged: what was said of an earlier try is over."""
    failed = Signal(object)
    """The EngineError that ended the queue; what was judged is kept."""

    def __init__(
        self, store: TicketStore, engine: EngineInUse, jobs: Jobs, settings: SettingsKeeper,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._store, self._engine, self._jobs, self._settings = store, engine, jobs, settings
        self._under_way: dict[int, asyncio.Future[Triage]] = {}
        self._awaited: set[int] = set()
        self._look_wanted = self._is_looking = False
        self._waits_for_cap = False
        self.patience: float | None = None
        """Seconds until the rules' word stands in for the model's; None for the usual 15."""
        engine.changed.connect(self._stop)
        settings.changed.connect(self._settings_changed)

    def look(self) -> None:
        """Judge what only the rules have judged, or ask whether that may be sent."""
        if self._engine.claude is None:
            return
        self._look_wanted = True  # an answer may come while the look that asked still ends
        if not self._is_looking:
            self._is_looking = True
            self._jobs.start(self._look_until_done(), name="look for a model")

    def may_send(self, *, opened: bool) -> bool:
        """Whether tickets may be sent by themselves: those that are opened, or all."""
        from supportdesk_gui.assist.consent import Allowed

        consent = self._consent()
        if consent is None or consent.allowed is Allowed.NEVER:
            return False
        return opened or consent.allowed is Allowed.ALL

    def opened(self, ticket: Ticket, known: Triage | None) -> None:
        """A ticket came on view: a model looks at it first, where that is allowed."""
        if self._engine.claude is None or not ticket.messages:
            return
        if (known is None or known.engine == "offline") and self.may_send(opened=True):
            self._start_one(ticket)

    async def first_word(self, ticket: Ticket) -> Triage:
        """The model's triage of a ticket, or the rules' where it takes its time; the request
        goes on. Raises EngineError."""
        import asyncio

        self._awaited.add(ticket.id)
        return await asyncio.shield(self._start_one(ticket))

    def _start_one(self, ticket: Ticket) -> asyncio.Future[Triage]:
        import asyncio

        waiting = self._under_way.get(ticket.id)
        if waiting is None:
            waiting = asyncio.get_running_loop().create_future()
            waiting.add_done_callback(_look_at_failure)
            self._under_way[ticket.id] = waiting
            self._jobs.start(self._judge_one(ticket, waiting), name=f"triage {ticket.id}")
        return waiting

    async def _judge_one(self, ticket: Ticket, waiting: asyncio.Future[Triage]) -> None:
        from supportdesk_gui.assist.triaging import PATIENCE_SECONDS, judged

        model, rules = self._engine.current(), self._engine.rules
        patience = PATIENCE_SECONDS if self.patience is None else self.patience
        try:
            async with aclosing(judged(model, rules, ticket, patience)) as triages:
                async for triage in triages:
                    await self._jobs.wrapped(self._store.save_triage(ticket.id, triage))
                    if not waiting.done():
                        waiting.set_result(triage)
                    self.judged.emit([ticket.id])
        except EngineError as error:
            if not waiting.done():
                waiting.set_exception(error)
            if ticket.id not in self._awaited:  # a draft that waits says it itself
                self.failed.emit(error)
        finally:
            self._awaited.discard(ticket.id)
            del self._under_way[ticket.id]
            waiting.cancel()

    # -- the queue ---------------------------------------------------------------------------

    async def _look_until_done(self) -> None:
        try:
            while self._look_wanted:
                self._look_wanted = False
                await self._look()
        finally:
            self._is_looking = False

    async def _look(self) -> None:
        from supportdesk_gui.assist.consent import Allowed, must_ask

        ids = await self._jobs.wrapped(self._store.judged_by_rules())
        consent = self._consent()
        if must_ask(consent, len(ids)):
            self.asked.emit(self._question(len(ids)), self._answers(len(ids)))
        elif consent is not None and consent.allowed is Allowed.ALL and ids:
            self._run(ids)

    def _run(self, ids: Sequence[int]) -> None:
        if all(job.cancelled for job in self._jobs.running(_JOB)):
            self._waits_for_cap = False
            self.began.emit()
            self._jobs.start(
                self._judge(ids),
                name=_JOB,
                title=lambda: self.tr("Triage by the model"),
                on_failure=told_by(self._say),
            )

    def _say(self, error: EngineError) -> None:
        self._waits_for_cap = error.fault is Fault.CAP_REACHED
        self.failed.emit(error)

    def _stop(self) -> None:
        """Send no more of the queue: what it was allowed to do is over."""
        for job in self._jobs.running(_JOB):
            job.cancel()

    def _settings_changed(self, names: frozenset[str]) -> None:
        """Another model, or a word taken back: what runs was not allowed for it. Another cap:
        the queue that the one before held goes on."""
        if names & _ASKED_ABOUT and not self.may_send(opened=False):
            self._stop()
        raised = "daily_cap_cents" in names and self._waits_for_cap
        if "triage_model" in names or raised:
            self.look()

    async def _judge(self, ids: Sequence[int]) -> None:
        from supportdesk_gui.assist.triaging import PATIENCE_SECONDS, triage_by_model

        model = self._engine.claude
        if model is None:
            return
        at_once = self._settings.value.requests_at_once
        ids = [ticket_id for ticket_id in ids if ticket_id not in self._under_way]
        patience = PATIENCE_SECONDS if self.patience is None else self.patience
        steps = triage_by_model(self._store, model, self._engine.rules, ids, at_once, patience)
        async with aclosing(steps) as found:
            async for step in found:
                self._jobs.progress(_JOB, step.done, step.total)
                self.judged.emit(list(step.ids))

    # -- the question ------------------------------------------------------------------------

    def _key(self) -> str:
        from supportdesk_gui.assist.consent import engine_key

        return engine_key(self._engine.current().host, self._settings.value.profile.triage_model)

    def _consent(self) -> Consent | None:
        from supportdesk_gui.assist.consent import consent_for

        return consent_for(self._settings.value.consents, self._key())

    def _question(self, count: int) -> Callable[[], str]:
        """It names the engine in use now, in whatever language it is said."""
        from supportdesk_gui.assist.consent import triage_estimate

        cost = triage_estimate(self._settings.value.profile.triage_model, count)
        return partial(self._question_words, f"{count:,}", cost, self._engine.current().host)

    def _question_words(self, number: str, cost: int | None, host: str) -> str:
        if cost is None:
            text = self.tr("Triage {count} tickets? no known price; their text goes to {host}")
            return text.format(count=number, host=host)
        text = self.tr("Triage {count} tickets? about {cost}; their text goes to {host}")
        return text.format(count=number, cost=dollars(cost), host=host)

    def _answers(self, count: int) -> list[tuple[Callable[[], str], object]]:
        """They hold for the engine that the question names, whatever was set meanwhile."""
        from supportdesk_gui.assist.consent import Allowed

        key = self._key()
        return [
            (lambda: self.tr("Run"), lambda: self._answer(key, Allowed.ALL, count)),
            (
                lambda: self.tr("Only those I open"),
                lambda: self._answer(key, Allowed.OPENED, count),
            ),
            (lambda: self.tr("Never"), lambda: self._answer(key, Allowed.NEVER, count)),
        ]

    def _answer(self, key: str, allowed: Allowed, count: int) -> None:
        from supportdesk_gui.assist.consent import Consent, with_consent

        consents = with_consent(self._settings.value.consents, key, Consent(allowed, count))
        self._settings.update(consents=consents)
        self.allowed.emit()
        self.look()


def _look_at_failure(future: asyncio.Future[Triage]) -> None:
    """A failure that nobody waits for is no loss: the rules' word stands."""
    if not future.cancelled():
        future.exception()

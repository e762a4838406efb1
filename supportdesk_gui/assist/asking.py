"""The one door to an engine: fence, mask, cap, ask, restore, validate, and the ledger.

No task calls an engine itself. A task says what is an instruction, what is data and what may be
cited; here the data is fenced and masked, the day's cap is kept, passing faults are tried again
with a countdown, and every attempt ends in the ledger, a stopped one too.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from supportdesk_gui.assist.airlock import Airlock
from supportdesk_gui.assist.ask import (
    Ask,
    Instruction,
    demand_maskable,
    prepared,
    restorer_for,
)
from supportdesk_gui.assist.in_use import InUse
from supportdesk_gui.assist.privacy import PrivacyChoice, Restorer
from supportdesk_gui.assist.repair import repair_words
from supportdesk_gui.engine.allowance import Allowance
from supportdesk_gui.engine.capabilities import NONE, Feature, Features
from supportdesk_gui.engine.ceiling import about_usage, most_micro_usd
from supportdesk_gui.engine.claude import Claude
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.engine.ledger import DONE, STOPPED, Kind, LedgerEntry
from supportdesk_gui.engine.limits import Limiter
from supportdesk_gui.engine.models import plain_name, retirement_of
from supportdesk_gui.engine.outgoing import Sent
from supportdesk_gui.engine.prefixes import ColdPrefixes, shared_prefix
from supportdesk_gui.engine.prices import cost_micro_usd
from supportdesk_gui.engine.request import (
    AnswerBegan,
    AnswerEnded,
    BlockEnded,
    CitationCame,
    EngineEvent,
    EngineRequest,
    TextCame,
    ThinkingBegan,
    Usage,
)
from supportdesk_gui.engine.trial import Trial
from supportdesk_gui.text.token_count import about_tokens

if TYPE_CHECKING:
    from supportdesk_gui.assist.batch_door import BatchDoor

M = TypeVar("M", bound=BaseModel)

_ATTEMPTS = 4
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 120.0


@dataclass(frozen=True, slots=True)
class Waiting:
    """The next attempt comes in `seconds`, because of `fault`."""

    seconds: float
    fault: Fault


@dataclass(frozen=True, slots=True)
class Receipt:
    """The answer is whole; what it took."""

    entry: LedgerEntry


AskEvent = (
    Waiting | AnswerBegan | ThinkingBegan | TextCame | CitationCame | BlockEnded | Receipt
)  # fmt: skip


class Asking:
    """The door. All doors have the same `allowance`, which keeps the day's cap and the ledger."""

    def __init__(
        self, claude: Claude, limiter: Limiter, allowance: Allowance,
        first_pause: float = _FIRST_PAUSE, airlock: Airlock | None = None,
    ) -> None:  # fmt: skip
        """`first_pause` in seconds before the second attempt where the engine names none; what
        leaves passes the `airlock`."""
        self._airlock = airlock or Airlock()
        self._claude, self._limiter, self._allowance = claude, limiter, allowance
        self._first_pause = first_pause
        self._prefixes = ColdPrefixes()
        self._in_use = InUse()
        self._preparing = asyncio.Lock()

    @property
    def host(self) -> str:
        """Where the text goes."""
        return self._claude.address.host

    @property
    def privacy(self) -> PrivacyChoice:
        """What the agent set to be masked."""
        return self._airlock.choice

    def another(self) -> Asking:
        """A door to the same engine that stays open when another one is put to use."""
        return Asking(
            self._claude, self._limiter, self._allowance, self._first_pause, self._airlock
        )

    def close(self) -> None:
        """Another engine is in use: what is under way here stops, and nothing more is sent."""
        self._in_use.end()

    async def sleep(self, seconds: float) -> None:
        """Wait before the engine is asked again. Raises SWITCHED where it is not in use by then."""
        self._in_use.demand()
        await self._in_use.still(asyncio.sleep(seconds))

    async def stream(self, ask: Ask) -> AsyncGenerator[AskEvent]:
        """Ask, and yield the answer as it comes, real values restored; the Receipt comes last.

        Iterate it with `contextlib.aclosing`. Raises EngineError, after what came.
        """
        if self._claude.address.is_anthropic:  # elsewhere the name may stand for another model
            _demand_present(ask.model)
        await self._claude.warm_up()  # the schema below needs the SDK, which is slow to load
        # In a thread: of many that begin together, each would hold the window for a while. One
        # after the other, for the window shares Python's turn with all threads that reckon.
        async with self._preparing:
            request, mask = await asyncio.to_thread(prepared, ask, self._airlock)
        demand_maskable(ask, mask)
        says_what = self._claude.address.is_anthropic
        trial, attempt = Trial(self._claude.knowledge, request, says_what=says_what), 1
        while True:
            run = _Run(ask, request, self.host, restorer_for(ask, mask), trial.features)
            try:
                async with aclosing(self._attempt(run, waits=True)) as events:
                    async for event in events:
                        if isinstance(event, AnswerBegan):
                            trial.taken()
                        yield event
                return
            except EngineError as error:
                if trial.refused(error) and not run.text:
                    continue
                pause = self._pause(error, attempt)
                if run.text or pause is None:
                    raise
                fault = error.fault
            yield Waiting(pause, fault)
            await self.sleep(pause)
            attempt += 1

    async def answer(self, ask: Ask, shape: type[M]) -> tuple[M, LedgerEntry]:
        """A whole answer of that shape. Raises EngineError; what does not fit is asked once more,
        with what was wrong with it."""
        for last in (False, True):
            text, entry = await self._whole(ask)
            try:
                # A tab that stands as it is in a text is no reason to ask again.
                return shape.model_validate(json.loads(text, strict=False)), entry
            except (ValidationError, ValueError) as error:
                if last:
                    detail = type(error).__name__
                    raise EngineError(Fault.GARBLED, detail, model=ask.model) from None
                ask = replace(ask, parts=(*ask.parts, Instruction(repair_words(error))))
        raise AssertionError("unreachable")

    @cached_property
    def batches(self) -> BatchDoor:
        """The door for many questions at once, whose answers may wait."""
        from supportdesk_gui.assist.batch_door import BatchDoor

        return BatchDoor(self._claude, self._allowance, self._airlock, self._in_use)

    def caches(self, model: str) -> bool:
        """Whether what a prompt shares with others is cheaper the second time."""
        return Feature.CACHING in self._claude.knowledge.features(model)

    async def send(
        self, request: EngineRequest, only: Features = NONE
    ) -> AsyncGenerator[EngineEvent]:
        """Send a request as it is, once, for *Test connection*: no ticket's data is in it.

        `only` are the features to use. Raises EngineError; cap and ledger hold for it as for others.
        """
        ask = Ask(Kind.TEST, request.model, (), (), request.answer_tokens)
        run = _Run(ask, request, self.host, Restorer({}), only)
        async with aclosing(self._attempt(run, waits=False)) as events:
            async for event in events:
                if not isinstance(event, (Receipt, Waiting)):
                    yield event
        if run.ended is not None:
            yield run.ended

    async def _whole(self, ask: Ask) -> tuple[str, LedgerEntry]:
        text, entry = "", None
        async with aclosing(self.stream(ask)) as events:
            async for event in events:
                if isinstance(event, TextCame):
                    text += event.text
                elif isinstance(event, Receipt):
                    entry = event.entry
        assert entry is not None
        return text, entry

    async def _attempt(self, run: _Run, *, waits: bool) -> AsyncGenerator[AskEvent]:
        key, lifetime = shared_prefix(run.request)
        warms = await self._prefixes.enter(key)
        try:
            async with self._limiter.place(ahead=run.ask.is_ahead):
                # Looked at here: whoever came before in the row may have been refused meanwhile.
                while waits and (wait := self._limiter.seconds_to_wait()) > 0:
                    yield Waiting(wait, Fault.RATE_LIMITED)
                    await self.sleep(wait)
                self._in_use.demand()
                is_warm = self._prefixes.is_warm(key)
                most = most_micro_usd(run.request, is_warm=is_warm, features=run.only)
                run.is_free = self._claude.is_free(run.request.model)
                async with self._allowance.reserved(0 if run.is_free else most):
                    run.begin(is_warm=is_warm)
                    try:
                        async with aclosing(
                            self._claude.stream(run.request, run.only, run.left)
                        ) as events:
                            while event := await self._in_use.still(anext(events, None)):
                                if isinstance(event, AnswerBegan):
                                    self._prefixes.began(key, lifetime)
                                for shown in run.shown(event):
                                    yield shown
                        run.demand_whole()
                        self._limiter.answered()
                        run.outcome = DONE
                    except EngineError as error:
                        if error.fault is not Fault.SWITCHED:  # stopped, by the agent's word
                            run.failed(error)
                        if error.fault is Fault.RATE_LIMITED:
                            self._limiter.refused(error.retry_after)
                        raise
                    finally:
                        entry = run.entry()
                        self._allowance.ledger.record(entry, run.sent())
        finally:
            if warms:
                self._prefixes.left(key)
        yield Receipt(entry)

    def _pause(self, error: EngineError, attempt: int) -> float | None:
        """Seconds until it is worth trying again, None when it is not."""
        if not error.is_passing or attempt == _ATTEMPTS:
            return None
        pause = error.retry_after
        if pause is None:
            pause = self._first_pause * 2 ** (attempt - 1)
        return pause if pause <= _LONGEST_PAUSE else None


class _Run:
    """One attempt: what has come, for the agent and for the ledger."""

    def __init__(
        self, ask: Ask, request: EngineRequest, host: str, restorer: Restorer,
        only: Features,
    ) -> None:  # fmt: skip
        self.ask, self.request, self.only = ask, request, only
        self.text = ""
        self.is_free = False
        self.request_id = ""
        self.outcome: str = STOPPED
        self._host = host
        self._restorer = restorer
        self._model = request.model
        self._usage: Usage | None = None
        self._began = self._has_output = False
        self._may_be_billed = True
        self.ended: AnswerEnded | None = None
        self._first_text = 0.0
        self._block = 0
        self._body = b""
        self.begin(is_warm=False)

    def begin(self, *, is_warm: bool) -> None:
        """The request is sent now: what it waited for before is not the engine's time. `is_warm`
        says that the part which requests share is in the engine's cache."""
        self._is_warm = is_warm
        self._started_at = time.time()
        self._started = time.perf_counter()

    def shown(self, event: Any) -> list[AskEvent]:
        """The events for the task that one event of the engine becomes."""
        self._has_output = self._has_output or not isinstance(event, (AnswerBegan, AnswerEnded))
        if isinstance(event, TextCame):
            if not self._first_text:
                self._first_text = time.perf_counter() - self._started
            self._block = event.block
            return self._text(self._restorer.feed(event.text))
        if isinstance(event, AnswerBegan):
            self._began = True
            self.request_id, self._usage = event.request_id, event.usage
            self._model = event.model or self._model
            return [event]
        if isinstance(event, AnswerEnded):
            self.ended, self._usage = event, event.usage
            return self._text(self._restorer.rest())
        if isinstance(event, BlockEnded):  # a citation may come in the midst of a placeholder
            return [*self._text(self._restorer.rest()), event]
        return [event]

    def left(self, body: bytes) -> None:
        """The bytes of the request leave."""
        self._body = body

    def failed(self, error: EngineError) -> None:
        """The attempt ended in an error."""
        self.outcome = error.fault
        self.request_id = self.request_id or error.request_id
        self._may_be_billed = error.may_be_billed

    def sent(self) -> Sent:
        """The bytes that left, and what was masked in them."""
        return Sent(self._body, self._restorer.table)

    def demand_whole(self) -> None:
        """Raise REFUSAL or ANSWER_CUT where the engine stopped for such a reason."""
        reason = self.ended.stop_reason if self.ended else ""
        if reason == "refusal":
            detail = self.ended.refusal if self.ended else ""
            raise EngineError(Fault.REFUSAL, detail, model=self._model, request_id=self.request_id)
        if reason in {"max_tokens", "model_context_window_exceeded"}:
            raise EngineError(
                Fault.ANSWER_CUT, reason, model=self._model, request_id=self.request_id
            )

    def entry(self) -> LedgerEntry:
        """The attempt as the ledger keeps it."""
        usage, partial = self._counted()
        reason = self.ended.stop_reason if self.ended else ""
        cost: int | None = 0
        if (self._began or partial) and not self.is_free:
            same = plain_name(self._model) == plain_name(self.request.model)
            # As it was asked for: the answer names no region.
            cost = cost_micro_usd(self.request.model if same else self._model, usage, reason)
            if cost is None:  # a gateway's own name for it: by the one asked for, as the cap
                cost = cost_micro_usd(self.request.model, usage, reason)
        seen = usage or Usage()
        return LedgerEntry(
            at=int(self._started_at * 1000), kind=self.ask.kind, ticket_id=self.ask.ticket_id,
            version_id=self.ask.version_id, model=self._model, host=self._host,
            input=seen.input, cache_write_5m=seen.cache_write_5m,
            cache_write_1h=seen.cache_write_1h, cache_read=seen.cache_read, output=seen.output,
            thinking=seen.thinking, micro_usd=cost, is_partial=partial,
            first_text_ms=round(self._first_text * 1000),
            total_ms=round((time.perf_counter() - self._started) * 1000),
            request_id=self.request_id, stop_reason=reason, outcome=str(self.outcome),
        )  # fmt: skip

    def _counted(self) -> tuple[Usage | None, bool]:
        """What the attempt took, and whether that is an estimate: of an answer cut off, of a
        server that counts nothing, or of a prompt that was sent and not heard of again.
        """
        counted = self._usage
        if self._began:
            if self.ended is not None and counted is not None:
                refused = self.ended.stop_reason == "refusal" and not self._has_output
                # Not billed, although tokens are shown.
                return (replace(counted, output=0) if refused else counted), False
        elif not self._may_be_billed:  # refused before an answer began: nothing is billed
            return counted, False
        if counted is None:
            counted = about_usage(self.request, is_warm=self._is_warm)
        return replace(counted, output=max(counted.output, about_tokens(self.text))), True

    def _text(self, text: str) -> list[AskEvent]:
        self.text += text
        return [TextCame(text, self._block)] if text else []


def _demand_present(model: str) -> None:
    """Raise RETIRED_MODEL for one that is known to be gone: it need not be asked."""
    if retired := retirement_of(model):
        raise EngineError(
            Fault.RETIRED_MODEL, model=model, successor=retired.successor, retired_on=retired.on
        )

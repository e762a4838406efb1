"""*Test connection*: small requests that show, rung by rung, what an engine at an address does.

The first request tells the address, its certificate, the key, the model and streaming apart by
the way it fails; the later ones ask for what drafts and triage need. All of them go through the
caller's door, so that the ledger and the cap hold for them; counting tokens costs nothing.
"""

from __future__ import annotations

import json
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from supportdesk_gui.engine.addresses import Address
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.engine.models import ThinkingKind, facts_of
from supportdesk_gui.engine.request import (
    AnswerBegan,
    AnswerEnded,
    CitationCame,
    EngineEvent,
    EngineRequest,
    SourceBlock,
    TextBlock,
    TextCame,
    Usage,
)

Send = Callable[[EngineRequest], AsyncGenerator[EngineEvent]]
Count = Callable[[EngineRequest], Awaitable[int]]


class Rung(StrEnum):
    """What is tried, in this order; MODEL once for each model that is set."""

    ADDRESS = "address"
    CERTIFICATE = "certificate"
    KEY = "key"
    MODEL = "model"
    STREAMING = "streaming"
    THINKING = "thinking"
    SCHEMA = "schema"
    CITATIONS = "citations"
    CACHING = "caching"
    COUNTING = "counting"


class State(StrEnum):
    """What came of it."""

    WORKS = "works"
    FAILS = "fails"
    NOT_TRIED = "not_tried"


@dataclass(frozen=True, slots=True)
class Step:
    """A rung and what came of it. `milliseconds` 0 where no request was its own.

    `error` is why it fails, None where the engine answered and just did not do it; `figure` is
    what the rung counts: MODEL the milliseconds to the first text, CACHING the tokens read from
    the cache, COUNTING the tokens of the prompt.
    """

    rung: Rung
    state: State
    milliseconds: int = 0
    error: EngineError | None = None
    model: str = ""
    figure: int = 0


NEEDED = frozenset({Rung.ADDRESS, Rung.CERTIFICATE, Rung.KEY, Rung.MODEL, Rung.STREAMING})
"""Without these nothing else is tried."""
_ON_THE_WAY = {
    Fault.NO_NETWORK: Rung.ADDRESS, Fault.PROXY: Rung.ADDRESS, Fault.TIMEOUT: Rung.ADDRESS,
    Fault.NOT_AN_ENGINE: Rung.ADDRESS, Fault.CUT_OFF: Rung.ADDRESS,
    Fault.CERTIFICATE: Rung.CERTIFICATE,
    Fault.NO_KEY: Rung.KEY, Fault.KEY_REFUSED: Rung.KEY, Fault.BILLING: Rung.KEY,
    Fault.NOT_PERMITTED: Rung.KEY, Fault.PROVIDER_CAP: Rung.KEY, Fault.CAP_REACHED: Rung.KEY,
    Fault.STALLED: Rung.STREAMING, Fault.GARBLED: Rung.STREAMING,
}  # fmt: skip
_ENDING = frozenset({Fault.CAP_REACHED, Fault.NO_KEY})
_TEXT = "A lamp may be sent back within 30 days. The customer pays for the way back."
_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"intent": {"type": "string", "enum": ["return", "other"]}},
    "required": ["intent"],
    "additionalProperties": False,
}
_ROOM = 1_024


async def test_connection(
    address: Address, models: Sequence[str], send: Send, count: Count
) -> AsyncGenerator[Step]:
    """The steps as they are known. `models`: for triage first, for drafts second, then others."""
    distinct = list(dict.fromkeys(model for model in models if model))
    triage, draft = models[0], models[min(1, len(models) - 1)]
    steps, found = await _first(address, draft, send)
    for step in steps:
        yield step
    goes_on = found.error is None
    dead: set[str] = set()  # models that do not answer: what they could do is not asked
    for model in distinct:
        if model != draft:
            step = await _model(model, send) if goes_on else _untried(Rung.MODEL, model)
            dead |= {model} if step.state is State.FAILS else set()
            yield step
    tries: list[tuple[Rung, str, Callable[[], Awaitable[Step]]]] = [
        (Rung.THINKING, triage, lambda: _thinking(triage, send)),
        (Rung.SCHEMA, triage, lambda: _schema(triage, send)),
        (Rung.CITATIONS, draft, lambda: _citations(draft, send)),
        (Rung.CACHING, triage, lambda: _caching(triage, send)),
        (Rung.COUNTING, draft, lambda: _counting(draft, count)),
    ]
    for rung, model, attempt in tries:
        step = await attempt() if goes_on and model not in dead else _untried(rung, model)
        yield step
        if step.error is not None and step.error.fault in _ENDING:
            goes_on = False


@dataclass(frozen=True, slots=True)
class _Answer:
    """What came back for one request; `error` where it failed, after it `began` or before."""

    began: bool = False
    text: str = ""
    cited: bool = False
    usage: Usage | None = None
    first_text_ms: int = 0
    milliseconds: int = 0
    error: EngineError | None = None


async def _ask(send: Send, request: EngineRequest) -> _Answer:
    begun = time.perf_counter()
    answer = _Answer()
    try:
        async with aclosing(send(request)) as events:
            async for event in events:
                answer = _with(answer, event, _since(begun))
    except EngineError as error:
        return replace(answer, error=error, milliseconds=_since(begun))
    return replace(answer, milliseconds=_since(begun))


def _with(answer: _Answer, event: EngineEvent, milliseconds: int) -> _Answer:
    if isinstance(event, TextCame):
        first = answer.first_text_ms or milliseconds
        return replace(answer, text=answer.text + event.text, first_text_ms=first)
    if isinstance(event, AnswerBegan):
        return replace(answer, began=True)
    if isinstance(event, CitationCame):
        return replace(answer, cited=True)
    if isinstance(event, AnswerEnded):
        return replace(answer, usage=event.usage)
    return answer


async def _first(address: Address, model: str, send: Send) -> tuple[list[Step], _Answer]:
    """The rungs that one request tells apart, each works up to the one where it failed."""
    answer = await _ask(send, _request(model))
    rungs = [Rung.ADDRESS, Rung.CERTIFICATE, Rung.KEY, Rung.MODEL, Rung.STREAMING]
    if not address.url.startswith("https:"):
        rungs.remove(Rung.CERTIFICATE)
    broken = None if answer.error is None else _rung_of(answer.error, answer.began)
    reached = len(rungs) if broken is None else rungs.index(broken)
    steps = [Step(rung, State.WORKS) for rung in rungs[:reached]]
    if broken is not None:
        steps.append(Step(broken, State.FAILS, answer.milliseconds, answer.error))
        steps += [Step(rung, State.NOT_TRIED) for rung in rungs[reached + 1 :]]
    return [_told(step, model, answer) for step in steps], answer


def _told(step: Step, model: str, answer: _Answer) -> Step:
    if step.rung is not Rung.MODEL:
        return step
    if step.state is not State.WORKS:
        return replace(step, model=model)
    return replace(step, model=model, milliseconds=answer.milliseconds, figure=answer.first_text_ms)


def _rung_of(error: EngineError, began: bool) -> Rung:
    """Where a request stopped; what is not told here is the model's."""
    if began:
        return Rung.STREAMING
    if error.fault is Fault.NOT_AN_ENGINE and error.detail == "application/json":
        return Rung.STREAMING  # an engine, but one that answers in one piece
    return _ON_THE_WAY.get(error.fault, Rung.MODEL)


async def _model(model: str, send: Send) -> Step:
    answer = await _ask(send, _request(model))
    step = _judged(Rung.MODEL, answer, bool(answer.text))
    return replace(step, model=model, figure=answer.first_text_ms)


async def _thinking(model: str, send: Send) -> Step:
    if facts_of(model).thinking is ThinkingKind.UNKNOWN:
        return Step(Rung.THINKING, State.NOT_TRIED, model=model)
    request = replace(_request(model), thinking=True, budget=_ROOM)
    answer = await _ask(send, request)
    # A thought that is not needed is not had: what counts is that the request was taken.
    return replace(_judged(Rung.THINKING, answer, answer.error is None), model=model)


async def _schema(model: str, send: Send) -> Step:
    request = replace(_request(model), user=(TextBlock("Can I return my lamp?"),), schema=_SCHEMA)
    answer = await _ask(send, request)
    return replace(_judged(Rung.SCHEMA, answer, _fits(answer.text)), model=model)


async def _citations(model: str, send: Send) -> Step:
    sentences = tuple(f"{sentence}." for sentence in _TEXT.rstrip(".").split(". "))
    source = SourceBlock("kb://returns#0", "Returns", sentences)
    question = TextBlock("How long can a lamp be sent back? Answer from the policy, and cite it.")
    answer = await _ask(send, replace(_request(model), user=(source, question)))
    return replace(_judged(Rung.CITATIONS, answer, answer.cited), model=model)


async def _caching(model: str, send: Send) -> Step:
    """The same beginning twice: the second request reads it from the cache."""
    copies = facts_of(model).cacheable // 12 + 20  # a copy has 17 tokens or more
    rules = TextBlock(" ".join([_TEXT] * copies), keep="5m")
    request = replace(_request(model), system=(rules,))
    first = await _ask(send, request)
    if first.error is not None:
        return replace(_judged(Rung.CACHING, first, False), model=model)
    second = await _ask(send, request)
    read = second.usage.cache_read if second.usage is not None else 0
    return replace(_judged(Rung.CACHING, second, read > 0), model=model, figure=read)


async def _counting(model: str, count: Count) -> Step:
    begun = time.perf_counter()
    try:
        tokens = await count(_request(model))
    except EngineError as error:
        return Step(Rung.COUNTING, State.FAILS, _since(begun), error, model)
    return Step(Rung.COUNTING, State.WORKS, _since(begun), None, model, tokens)


def _request(model: str) -> EngineRequest:
    rules = (TextBlock("You test a connection. Answer in one short sentence."),)
    return EngineRequest(model, rules, (TextBlock("Say that you are ready."),), _ROOM)


def _judged(rung: Rung, answer: _Answer, works: bool) -> Step:
    state = State.WORKS if works and answer.error is None else State.FAILS
    return Step(rung, state, answer.milliseconds, answer.error)


def _untried(rung: Rung, model: str = "") -> Step:
    return Step(rung, State.NOT_TRIED, model=model)


def _fits(text: str) -> bool:
    try:
        found = json.loads(text)
    except ValueError:
        return False
    intent = found.get("intent") if isinstance(found, dict) else None
    return isinstance(intent, str) and intent.casefold() in {"return", "other"}


def _since(begun: float) -> int:
    return round((time.perf_counter() - begun) * 1000)

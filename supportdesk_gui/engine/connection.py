"""*Test connection*: small requests that show, rung by rung, what an engine at an address does.

The first request tells the address, its certificate, the key, the model and streaming apart by
the way it fails; the later ones each use one feature, so that what fails is that feature. All of
them go through the caller's door, so that the ledger and the cap hold for them; counting tokens
and looking at batches cost nothing. `found_in` makes of the steps what is known from then on.
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
from supportdesk_gui.engine.capabilities import NONE, Feature, Features
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

Send = Callable[[EngineRequest, Features], AsyncGenerator[EngineEvent]]
Count = Callable[[EngineRequest], Awaitable[int]]
Look = Callable[[], Awaitable[None]]


class Rung(StrEnum):
    """What is tried, in this order; some of it for each model that is set."""

    ADDRESS = "address"
    CERTIFICATE = "certificate"
    KEY = "key"
    MODEL = "model"
    STREAMING = "streaming"
    THINKING = "thinking"
    SCHEMA = "schema"
    TOOL = "tool"
    """Only where SCHEMA fails: what takes its place."""
    CITATIONS = "citations"
    CACHING = "caching"
    COUNTING = "counting"
    BATCHES = "batches"


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
    the cache, COUNTING the tokens of the prompt. `features` are what it used.
    """

    rung: Rung
    state: State
    milliseconds: int = 0
    error: EngineError | None = None
    model: str = ""
    figure: int = 0
    features: Features = NONE


NEEDED = frozenset({Rung.ADDRESS, Rung.CERTIFICATE, Rung.KEY, Rung.MODEL})
"""Without these nothing is written."""
_ON_THE_WAY = {
    Fault.NO_NETWORK: Rung.ADDRESS, Fault.PROXY: Rung.ADDRESS,
    Fault.PROXY_LOGIN: Rung.ADDRESS, Fault.NO_REGION: Rung.ADDRESS, Fault.SDK_MISSING: Rung.ADDRESS,
    Fault.TIMEOUT: Rung.ADDRESS,
    Fault.NOT_AN_ENGINE: Rung.ADDRESS, Fault.CUT_OFF: Rung.ADDRESS,
    Fault.CERTIFICATE: Rung.CERTIFICATE, Fault.CA_FILE: Rung.ADDRESS,
    Fault.NO_KEY: Rung.KEY, Fault.NO_AWS_KEYS: Rung.KEY,
    Fault.KEY_REFUSED: Rung.KEY, Fault.KEY_EXPIRED: Rung.KEY, Fault.CLOCK: Rung.KEY,
    Fault.WRONG_REGION: Rung.KEY, Fault.BILLING: Rung.KEY,
    Fault.NOT_PERMITTED: Rung.KEY, Fault.PROVIDER_CAP: Rung.KEY, Fault.CAP_REACHED: Rung.KEY,
    Fault.STALLED: Rung.STREAMING, Fault.GARBLED: Rung.STREAMING,
}  # fmt: skip
_ENDING = frozenset({Fault.CAP_REACHED, Fault.NO_KEY})
MISSING = frozenset(
    {
        Fault.REQUEST_REFUSED, Fault.NOT_AN_ENGINE, Fault.UNKNOWN_MODEL, Fault.NEEDS_PROFILE,
        Fault.NO_MODEL_ACCESS,
    }
)  # fmt: skip
"""What an engine says of something that it does not have; anything else may pass."""
_TEXT = "A lamp may be sent back within 30 days. The customer pays for the way back."
_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"intent": {"type": "string", "enum": ["return", "other"]}},
    "required": ["intent"],
    "additionalProperties": False,
}
_ROOM, _BUDGET = 4_096, 1_024  # room for thoughts too: the first request forbids none


@dataclass(frozen=True, slots=True)
class Doors:
    """How a test reaches the engine: questions, the count of tokens, the newest batch."""

    send: Send
    count: Count
    look_at_batches: Look


async def test_connection(
    address: Address, models: Sequence[str], doors: Doors
) -> AsyncGenerator[Step]:
    """The steps as they are known. `models`: for triage first, for drafts second, then others."""
    distinct = list(dict.fromkeys(model for model in models if model))
    triage, draft = models[0], models[min(1, len(models) - 1)]
    steps, found = await _first(address, draft, doors.send)
    for step in steps:
        yield step
    goes_on = found.error is None
    dead: set[str] = set()  # models that do not answer: what they could do is not asked
    for model in distinct:
        if model != draft:
            step = await _model(model, doors.send) if goes_on else _untried(Rung.MODEL, model)
            dead |= {model} if step.state is State.FAILS else set()
            yield step
    has_schema = True
    for rung, model, attempt in _attempts(distinct, triage, draft, doors):
        if rung is Rung.TOOL and has_schema:
            continue
        step = await attempt() if goes_on and model not in dead else _untried(rung, model)
        yield step
        has_schema = step.state is not State.FAILS if rung is Rung.SCHEMA else has_schema
        if step.error is not None and step.error.fault in _ENDING:
            goes_on = False


def found_in(steps: Sequence[Step]) -> dict[str, dict[str, bool]]:
    """What the steps say of each model, by the name of a feature; what may pass is left out.

    What was tried with one model and is the address's counts for all.
    """
    found: dict[str, dict[str, bool]] = {step.model: {} for step in steps if step.model}
    for step in steps:
        missing = step.error is None or step.error.fault in MISSING
        if step.state is State.NOT_TRIED or (step.state is State.FAILS and not missing):
            continue
        told = dict.fromkeys(map(str, step.features), step.state is State.WORKS)
        for model in found:
            if step.rung in _OF_THE_ADDRESS or model == step.model:
                found[model] |= told
    return {model: row for model, row in found.items() if row}


_OF_THE_ADDRESS = {Rung.STREAMING, Rung.CACHING, Rung.COUNTING, Rung.BATCHES}
_Attempt = tuple[Rung, str, Callable[[], Awaitable[Step]]]


def _attempts(models: Sequence[str], triage: str, draft: str, doors: Doors) -> list[_Attempt]:
    """What is tried once models answer: shapes of each, the rest of the one that needs it."""
    send = doors.send
    shapes: list[_Attempt] = []
    for model in models:
        shapes.append((Rung.SCHEMA, model, lambda model=model: _schema(model, send)))  # type: ignore[misc]
        shapes.append((Rung.TOOL, model, lambda model=model: _tool(model, send)))  # type: ignore[misc]
    return [
        (Rung.THINKING, triage, lambda: _thinking(triage, send)),
        *shapes,
        (Rung.CITATIONS, draft, lambda: _citations(draft, send)),
        (Rung.CACHING, triage, lambda: _caching(triage, send)),
        (Rung.COUNTING, draft, lambda: _counting(draft, doors.count)),
        (Rung.BATCHES, "", lambda: _batches(doors.look_at_batches)),
    ]


@dataclass(frozen=True, slots=True)
class _Answer:
    """What came back for one request; `error` where it failed, after it `began` or before."""

    began: bool = False
    in_pieces: bool = True
    text: str = ""
    cited: bool = False
    usage: Usage | None = None
    first_text_ms: int = 0
    milliseconds: int = 0
    error: EngineError | None = None


async def _ask(send: Send, request: EngineRequest, features: Features = NONE) -> _Answer:
    begun = time.perf_counter()
    answer = _Answer()
    try:
        async with aclosing(send(request, features)) as events:
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
        return replace(answer, began=True, in_pieces=event.in_pieces)
    if isinstance(event, CitationCame):
        return replace(answer, cited=True)
    if isinstance(event, AnswerEnded):
        return replace(answer, usage=event.usage)
    return answer


async def _first(address: Address, model: str, send: Send) -> tuple[list[Step], _Answer]:
    """The rungs that one request tells apart, each works up to the one where it failed."""
    answer = await _ask(send, _request(model))
    rungs = [Rung.ADDRESS, Rung.CERTIFICATE, Rung.KEY, Rung.MODEL, Rung.STREAMING]
    broken = None if answer.error is None else _rung_of(answer.error, answer.began)
    if not address.url.startswith("https:") and broken is not Rung.CERTIFICATE:
        rungs.remove(Rung.CERTIFICATE)  # a proxy may have one all the same
    reached = len(rungs) if broken is None else rungs.index(broken)
    steps = [Step(rung, State.WORKS) for rung in rungs[:reached]]
    if broken is not None:
        steps.append(Step(broken, State.FAILS, answer.milliseconds, answer.error))
        steps += [Step(rung, State.NOT_TRIED) for rung in rungs[reached + 1 :]]
    return [_told(step, model, answer) for step in steps], answer


def _told(step: Step, model: str, answer: _Answer) -> Step:
    if step.rung is Rung.STREAMING:
        in_pieces = step.state is State.WORKS and not answer.in_pieces
        state = State.FAILS if in_pieces else step.state
        return replace(step, state=state, features=frozenset({Feature.STREAMING}))
    if step.rung is not Rung.MODEL:
        return step
    if step.state is not State.WORKS:
        return replace(step, model=model)
    return replace(step, model=model, milliseconds=answer.milliseconds, figure=answer.first_text_ms)


def _rung_of(error: EngineError, began: bool) -> Rung:
    """Where a request stopped; what is not told here is the model's."""
    if began:
        return Rung.STREAMING
    return _ON_THE_WAY.get(error.fault, Rung.MODEL)


async def _model(model: str, send: Send) -> Step:
    answer = await _ask(send, _request(model))
    step = _judged(Rung.MODEL, model, answer, bool(answer.text))
    return replace(step, figure=answer.first_text_ms)


async def _thinking(model: str, send: Send) -> Step:
    facts = facts_of(model)
    if facts.thinking is ThinkingKind.UNKNOWN:
        return Step(Rung.THINKING, State.NOT_TRIED, model=model)
    request = replace(_request(model), thinking=True, budget=_BUDGET)
    features = frozenset({Feature.THINKING})
    both = features | ({Feature.EFFORT} if facts.takes_effort else NONE)
    answer = await _ask(send, request, both)
    if answer.error is not None and answer.error.fault is Fault.REQUEST_REFUSED and both > features:
        alone = await _ask(send, request, features)
        if alone.error is None:
            both, answer = features, alone
    # A thought that is not needed is not had: what counts is that the request was taken.
    return _judged(Rung.THINKING, model, answer, answer.error is None, both)


async def _schema(model: str, send: Send) -> Step:
    features = frozenset({Feature.SCHEMA})
    answer = await _ask(send, _shaped(model), features)
    return _judged(Rung.SCHEMA, model, answer, _fits(answer.text), features)


async def _tool(model: str, send: Send) -> Step:
    """By a tool that the request names, else by one that words name."""
    features = frozenset({Feature.TOOL, Feature.FORCING})
    if not facts_of(model).takes_forced_tool:
        features -= {Feature.FORCING}
    answer = await _ask(send, _shaped(model), features)
    if not _fits(answer.text) and Feature.FORCING in features:
        features -= {Feature.FORCING}
        answer = await _ask(send, _shaped(model), features)
    return _judged(Rung.TOOL, model, answer, _fits(answer.text), features)


async def _citations(model: str, send: Send) -> Step:
    sentences = tuple(f"{sentence}." for sentence in _TEXT.rstrip(".").split(". "))
    source = SourceBlock("kb://returns#0", "Returns", sentences)
    question = TextBlock("How long can a lamp be sent back? Answer from the policy, and cite it.")
    features = frozenset({Feature.CITATIONS})
    answer = await _ask(send, replace(_request(model), user=(source, question)), features)
    return _judged(Rung.CITATIONS, model, answer, answer.cited, features)


async def _caching(model: str, send: Send) -> Step:
    """The same beginning twice: the second request reads it from the cache."""
    copies = facts_of(model).cacheable // 12 + 20  # a copy has 17 tokens or more
    rules = TextBlock(" ".join([_TEXT] * copies), keep="5m")
    request = replace(_request(model), system=(rules,))
    features = frozenset({Feature.CACHING})
    first = await _ask(send, request, features)
    if first.error is not None:
        return _judged(Rung.CACHING, model, first, False, features)
    second = await _ask(send, request, features)
    read = second.usage.cache_read if second.usage is not None else 0
    return replace(_judged(Rung.CACHING, model, second, read > 0, features), figure=read)


async def _counting(model: str, count: Count) -> Step:
    begun = time.perf_counter()
    features = frozenset({Feature.COUNTING})
    try:
        tokens = await count(_request(model))
    except EngineError as error:
        return Step(Rung.COUNTING, State.FAILS, _since(begun), error, model, 0, features)
    return Step(Rung.COUNTING, State.WORKS, _since(begun), None, model, tokens, features)


async def _batches(look: Look) -> Step:
    begun = time.perf_counter()
    features = frozenset({Feature.BATCHES})
    try:
        await look()
    except EngineError as error:
        return Step(Rung.BATCHES, State.FAILS, _since(begun), error, features=features)
    return Step(Rung.BATCHES, State.WORKS, _since(begun), features=features)


def _request(model: str) -> EngineRequest:
    rules = (TextBlock("You test a connection. Answer in one short sentence."),)
    return EngineRequest(model, rules, (TextBlock("Say that you are ready."),), _ROOM)


def _shaped(model: str) -> EngineRequest:
    return replace(_request(model), user=(TextBlock("Can I return my lamp?"),), schema=_SCHEMA)


def _judged(
    rung: Rung, model: str, answer: _Answer, works: bool, features: Features = NONE
) -> Step:
    state = State.WORKS if works and answer.error is None else State.FAILS
    return Step(rung, state, answer.milliseconds, answer.error, model, 0, features)


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

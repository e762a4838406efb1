"""*Test connection* names what works and the step that fails, through the caller's door."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing

import pytest

from supportdesk_gui.engine.addresses import Address
from supportdesk_gui.engine.capabilities import Features
from supportdesk_gui.engine.claude import Claude
from supportdesk_gui.engine.connection import (
    Doors,
    Rung,
    State,
    Step,
    found_in,
    test_connection,
)
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.engine.request import EngineEvent, EngineRequest, TextBlock
from tests.claude.servers import LLAMA_CPP, OLLAMA, PICKY, VLLM, Server
from tests.claude.standin import Fault as Trouble
from tests.claude.standin import StandIn

MODELS = ("claude-haiku-5-5", "claude-sonnet-5-5", "claude-sonnet-5-5", "claude-haiku-5-5")
test_connection.__test__ = False  # type: ignore[attr-defined]  # the name is the engine's


class Door:
    """What the program's door does: sends, and may say no."""

    def __init__(self, engine: Claude) -> None:
        self.engine = engine
        self.requests: list[EngineRequest] = []
        self.most = 1_000

    async def send(self, request: EngineRequest, features: Features) -> AsyncGenerator[EngineEvent]:
        if len(self.requests) >= self.most:
            raise EngineError(Fault.CAP_REACHED, cap_cents=200)
        self.requests.append(request)
        async with aclosing(self.engine.stream(request, features)) as events:
            async for event in events:
                yield event


async def _climbed(
    claude: StandIn, key: str = "", models: tuple[str, ...] = MODELS, most: int = 1_000
) -> tuple[list[Step], Door]:
    engine = Claude(Address(claude.url), key or claude.key, stall_seconds=0.5)
    door = Door(engine)
    door.most = most
    try:
        async with aclosing(
            test_connection(
                engine.address,
                models,
                Doors(door.send, engine.count_tokens, engine.look_at_batches),
            )
        ) as steps:
            return [step async for step in steps], door
    finally:
        await engine.aclose()


def _states(steps: list[Step]) -> list[tuple[Rung, State]]:
    return [(step.rung, step.state) for step in steps]


async def test_everything_works_against_an_engine_that_does_everything(claude: StandIn) -> None:
    steps, door = await _climbed(claude)
    assert _states(steps) == [
        (rung, State.WORKS)
        for rung in (
            Rung.ADDRESS, Rung.KEY, Rung.MODEL, Rung.STREAMING, Rung.MODEL, Rung.THINKING,
            Rung.SCHEMA, Rung.SCHEMA, Rung.CITATIONS, Rung.CACHING, Rung.COUNTING, Rung.BATCHES,
        )
    ]  # fmt: skip
    assert [step.model for step in steps if step.rung is Rung.MODEL] == [MODELS[1], MODELS[0]]
    by_rung = {step.rung: step for step in steps}
    assert by_rung[Rung.CACHING].figure >= 512, "nothing was read from the cache"
    assert by_rung[Rung.COUNTING].figure > 0
    assert by_rung[Rung.MODEL].figure > 0 and by_rung[Rung.MODEL].milliseconds > 0
    assert len(door.requests) == len(claude.messages)
    assert all(request.status == 200 for request in claude.requests)


async def test_a_refused_key_is_named_and_nothing_else_is_tried(claude: StandIn) -> None:
    steps, door = await _climbed(claude, key="sk-ant-wrong")
    assert _states(steps)[:2] == [(Rung.ADDRESS, State.WORKS), (Rung.KEY, State.FAILS)]
    assert {state for _, state in _states(steps)[2:]} == {State.NOT_TRIED}
    assert steps[1].error is not None and steps[1].error.fault is Fault.KEY_REFUSED
    assert len(door.requests) == 1


@pytest.mark.parametrize(
    ("trouble", "rung"),
    [
        (Trouble.DROP_BEFORE_HEADERS, Rung.ADDRESS), (Trouble.HTML_PAGE, Rung.ADDRESS),
        (Trouble.SLOW_FIRST_BYTE, Rung.ADDRESS), (Trouble.NO_CREDIT, Rung.KEY),
        (Trouble.NO_PERMISSION, Rung.KEY), (Trouble.UNKNOWN_MODEL, Rung.MODEL),
        (Trouble.OVERLOADED, Rung.MODEL), (Trouble.STALL, Rung.STREAMING),
        (Trouble.GARBAGE, Rung.STREAMING), (Trouble.END_WITHOUT_STOP, Rung.STREAMING),
        (Trouble.DROP_MID_STREAM, Rung.STREAMING),
    ],
)  # fmt: skip
async def test_the_step_that_fails_is_the_one_that_is_named(
    claude: StandIn, trouble: Trouble, rung: Rung
) -> None:
    claude.will_fail(trouble)
    steps, _ = await _climbed(claude)
    failed = [step for step in steps if step.state is State.FAILS]
    assert [step.rung for step in failed] == [rung]
    order = [Rung.ADDRESS, Rung.KEY, Rung.MODEL, Rung.STREAMING]
    before = {step.rung for step in steps if step.state is State.WORKS}
    assert before == set(order[: order.index(rung)])


async def test_a_later_step_fails_alone(claude: StandIn) -> None:
    claude.will_fail(Trouble.SERVER_ERROR, schema=True, times=None, model=MODELS[0])
    claude.will_fail(Trouble.UNKNOWN_MODEL, path="/v1/messages/count_tokens")
    steps, _ = await _climbed(claude)
    failed = {step.rung: step.error for step in steps if step.state is State.FAILS}
    assert set(failed) == {Rung.SCHEMA, Rung.TOOL, Rung.COUNTING}
    assert failed[Rung.SCHEMA] is not None and failed[Rung.SCHEMA].fault is Fault.ENGINE_FAULT
    found = found_in(steps)
    assert set(found) == set(MODELS)
    assert "schema" not in found[MODELS[0]], "it may work in a moment"
    assert found[MODELS[1]]["schema"] is True
    assert [row["counting"] for row in found.values()] == [False, False]
    assert [row["batches"] for row in found.values()] == [True, True]
    assert found[MODELS[0]]["thinking"] and found[MODELS[1]]["citations"]


async def test_what_is_answered_and_not_done_fails_without_an_error(claude: StandIn) -> None:
    claude.will_answer("I would say: return.")
    claude.will_say("Within 30 days.", contains="cite it")
    steps, _ = await _climbed(claude)
    failed = {step.rung: step.error for step in steps if step.state is State.FAILS}
    assert failed == {Rung.SCHEMA: None, Rung.CITATIONS: None}
    by_model = found_in(steps)
    assert by_model[MODELS[0]]["schema"] is False and by_model[MODELS[0]]["tool"] is True
    assert by_model[MODELS[1]]["citations"] is False


@pytest.mark.parametrize(
    ("server", "missing"),
    [
        (OLLAMA, {Rung.SCHEMA, Rung.CITATIONS, Rung.CACHING, Rung.COUNTING, Rung.BATCHES}),
        (VLLM, {Rung.CITATIONS, Rung.CACHING, Rung.BATCHES}),
        (LLAMA_CPP, {Rung.SCHEMA, Rung.TOOL, Rung.CITATIONS, Rung.CACHING, Rung.BATCHES}),
        (PICKY, set(Rung) - {Rung.ADDRESS, Rung.CERTIFICATE, Rung.KEY, Rung.MODEL}),
    ],
    ids=["ollama", "vllm", "llama.cpp", "picky"],
)  # fmt: skip
async def test_a_server_that_does_less_is_ready_and_what_it_lacks_is_known(
    server: Server, missing: set[Rung]
) -> None:
    with StandIn(server=server) as claude:
        steps, _ = await _climbed(claude, models=("claude-haiku-5-5", "qwen3:8b"))
    assert {step.rung for step in steps if step.state is State.FAILS} == missing
    found = found_in(steps)["qwen3:8b"]
    assert found["citations"] is False and found["batches"] is False
    assert found["schema"] is (Rung.SCHEMA not in missing)
    assert found["streaming"] is (Rung.STREAMING not in missing)


async def test_a_second_model_that_is_unknown_is_named(claude: StandIn) -> None:
    steps, _ = await _climbed(claude, models=("claude-haiku-5-5", MODELS[1], "claude-opus-9", ""))
    failed = [step for step in steps if step.state is State.FAILS]
    assert [(step.rung, step.model) for step in failed] == [(Rung.MODEL, "claude-opus-9")]


async def test_what_a_model_could_do_is_not_asked_of_one_that_does_not_answer(
    claude: StandIn,
) -> None:
    steps, _ = await _climbed(claude, models=("claude-haiku-9", MODELS[1]))
    states = {(step.rung, step.model): step.state for step in steps}
    away, there = "claude-haiku-9", MODELS[1]
    assert states[Rung.MODEL, away] is State.FAILS
    for rung in (Rung.THINKING, Rung.SCHEMA, Rung.CACHING):
        assert states[rung, away] is State.NOT_TRIED
    for rung in (Rung.SCHEMA, Rung.CITATIONS, Rung.COUNTING):
        assert states[rung, there] is State.WORKS


async def test_a_retired_model_is_told_with_its_successor(claude: StandIn) -> None:
    steps, _ = await _climbed(claude, models=(MODELS[0], "claude-opus-4-1-20250805"))
    failed = [step for step in steps if step.state is State.FAILS]
    assert failed[0].error is not None
    assert failed[0].error.successor == "claude-opus-5-5"


async def test_at_the_cap_nothing_more_is_tried(claude: StandIn) -> None:
    steps, door = await _climbed(claude, most=2)
    states = {step.rung: step.state for step in steps}
    assert states[Rung.THINKING] is State.FAILS
    assert states[Rung.SCHEMA] is states[Rung.COUNTING] is State.NOT_TRIED
    assert len(door.requests) == 2


async def test_a_model_that_is_not_known_is_not_asked_to_think(claude: StandIn) -> None:
    steps, _ = await _climbed(claude, models=("local-model", MODELS[1]))
    states = {(step.rung, step.model): step.state for step in steps}
    assert states[Rung.THINKING, "local-model"] is State.NOT_TRIED


async def test_a_budget_stays_below_what_the_model_may_write(claude: StandIn) -> None:
    engine = Claude(Address(claude.url), claude.key)
    text = (TextBlock("Hi."),)
    request = EngineRequest("claude-haiku-4-5", (), text, 1_000, thinking=True, budget=64_000)
    try:
        async with aclosing(engine.stream(request)) as events:
            assert [event async for event in events]
    finally:
        await engine.aclose()
    body = claude.messages[0].body
    assert body["max_tokens"] == 64_000
    assert body["thinking"] == {"type": "enabled", "budget_tokens": 63_000}

"""What an engine does not take is replaced, and is not sent a second time."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest

from supportdesk_gui.engine.addresses import Address
from supportdesk_gui.engine.capabilities import ALL, NONE, Feature, Features, Knowledge, named
from supportdesk_gui.engine.claude import Claude
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.engine.request import (
    AnswerBegan,
    AnswerEnded,
    CitationCame,
    EngineEvent,
    EngineRequest,
    SourceBlock,
    TextBlock,
    TextCame,
)
from supportdesk_gui.engine.trial import Trial
from tests.claude.servers import (
    LITELLM,
    LLAMA_CPP,
    LM_STUDIO,
    OLLAMA,
    PICKY,
    VLLM,
    Server,
)
from tests.claude.standin import StandIn

SHAPE = {
    "type": "object", "properties": {"intent": {"type": "string"}}, "required": ["intent"],
    "additionalProperties": False,
}  # fmt: skip
RULES = (TextBlock("Answer briefly. " * 300, keep="5m"),)
SOURCE = SourceBlock("kb://1", "Returns", ("Within 30 days.", "The customer pays."))
SERVERS = {
    "ollama": OLLAMA, "lm studio": LM_STUDIO, "llama.cpp": LLAMA_CPP, "vllm": VLLM,
    "litellm": LITELLM, "picky": PICKY,
}  # fmt: skip


class _Refusing(Server):
    """A gateway whose filter takes no text."""

    def taken(self, body: dict[str, Any]) -> dict[str, Any]:
        raise self.refusal("")


EVERY = pytest.mark.parametrize("server", SERVERS.values(), ids=list(SERVERS))


@asynccontextmanager
async def engine(
    claude: StandIn, knowledge: Knowledge | None = None, key: str | None = None
) -> AsyncIterator[Claude]:
    client = Claude(Address(claude.url), claude.key if key is None else key, knowledge=knowledge)
    try:
        yield client
    finally:
        await client.aclose()


async def heard(client: Claude, request: EngineRequest) -> list[EngineEvent]:
    """The answer, asked for as the door asks: with less in it after each refusal."""
    trial = Trial(client.knowledge, request)
    while True:
        try:
            async with aclosing(client.stream(request, trial.features)) as events:
                found = [one async for one in events]
        except EngineError as error:
            if not trial.refused(error):
                raise
        else:
            trial.taken()
            return found


def said(events: list[EngineEvent]) -> str:
    return "".join(event.text for event in events if isinstance(event, TextCame))


def drafting(model: str = "claude-sonnet-5-5") -> EngineRequest:
    return EngineRequest(model, RULES, (SOURCE, TextBlock("How long?")), 900)


def sorting(model: str = "claude-haiku-5-5") -> EngineRequest:
    return EngineRequest(model, RULES, (TextBlock("A lamp."),), 900, schema=SHAPE, thinking=True)


@EVERY
async def test_a_draft_comes_with_its_citations_from_every_server(server: Server) -> None:
    with StandIn(server=server) as claude:
        learnt: list[Features] = []
        knowledge = Knowledge(on_learnt=lambda _, features: learnt.append(features))
        claude.will_say("You pay. [P1.2] Sorry.", times=None)
        async with engine(claude, knowledge) as client:
            for _ in range(3):
                events = await heard(client, drafting())
                assert said(events) == "You pay. Sorry."
                (cited,) = [one for one in events if isinstance(one, CitationCame)]
                assert (cited.place, cited.first, cited.cited) == (0, 1, "The customer pays.")
                assert isinstance(events[-1], AnswerEnded)
        refused = [one for one in claude.requests if one.refused]
        first = next(n for n, one in enumerate(claude.requests) if not one.refused)
        assert all(one.refused for one in claude.requests[:first])
        assert len(refused) == first, "what was refused was sent again"
        assert len(learnt) == 1 and Feature.CITATIONS in learnt[0]
        assert (events[-1].usage is None) == (not server.tells_usage)


@EVERY
async def test_an_answer_of_a_shape_comes_from_every_server(server: Server) -> None:
    with StandIn(server=server) as claude:
        # One that passes over the format without a word is known by its kind, or by a test.
        usual = ALL - {Feature.SCHEMA} if "output_config" in server.drops else ALL
        async with engine(claude, Knowledge(usual)) as client:
            for _ in range(2):
                assert json.loads(said(await heard(client, sorting())))["intent"]
        assert not claude.messages[-1].refused
        assert sum(bool(one.refused) for one in claude.messages[-2:]) <= 1


@pytest.mark.parametrize(
    ("features", "way"),
    [
        (ALL, "output_config"), (ALL - {Feature.SCHEMA}, "tool_choice"),
        (ALL - {Feature.SCHEMA, Feature.FORCING}, "tools"), (NONE, "JSON Schema below"),
    ],
)  # fmt: skip
async def test_a_shape_is_asked_for_in_the_best_way_there_is(
    claude: StandIn, features: Features, way: str
) -> None:
    async with engine(claude, Knowledge(features)) as client:
        assert json.loads(said(await heard(client, sorting())))["intent"]
    assert way in claude.messages[0].text and not claude.messages[0].refused
    only = {"output_config", "tool_choice", "tools", "JSON Schema below"} - {way, "tools"}
    if Feature.EFFORT in features:
        only -= {"output_config"}
    assert not [other for other in only if other in claude.messages[0].text]


async def test_models_that_refuse_a_forced_tool_are_asked_in_words_for_it(claude: StandIn) -> None:
    async with engine(claude, Knowledge(ALL - {Feature.SCHEMA})) as client:
        assert json.loads(said(await heard(client, sorting("claude-sonnet-5-5"))))["intent"]
    (sent,) = claude.messages
    assert "tool_choice" not in sent.text and "by calling the tool" in sent.text


async def test_thoughts_with_a_budget_and_a_forced_tool_are_not_sent_together(
    claude: StandIn,
) -> None:
    async with engine(claude, Knowledge(ALL - {Feature.SCHEMA})) as client:
        assert json.loads(said(await heard(client, sorting("claude-haiku-4-5"))))["intent"]
    (sent,) = claude.messages
    assert "budget_tokens" in sent.text and "tool_choice" not in sent.text


async def test_what_stands_in_the_way_of_nothing_goes_on_being_sent(claude: StandIn) -> None:
    knowledge = Knowledge(found={"claude-haiku-5-5": {"thinking": False}})
    async with engine(claude, knowledge) as client:
        await heard(client, sorting())
        await heard(client, sorting("claude-opus-5-5"))
    first, second = (one.body or {} for one in claude.messages)
    assert "thinking" not in first and "output_config" in first and "cache_control" in str(first)
    assert first["max_tokens"] > 900, "it thinks by itself: thoughts need room"
    assert "thinking" in second, "another model's"


async def test_a_refusal_that_has_nothing_to_do_with_features_is_told(claude: StandIn) -> None:
    learnt: list[str] = []
    knowledge = Knowledge(on_learnt=lambda model, _: learnt.append(model))
    async with engine(claude, knowledge) as client:
        request = EngineRequest("claude-haiku-5-5", (), (TextBlock(" "),), 900)
        with pytest.raises(EngineError) as caught:
            await heard(client, request)
    assert caught.value.fault is Fault.REQUEST_REFUSED and not learnt


async def test_an_answer_in_one_piece_is_an_answer() -> None:
    with StandIn(server=PICKY) as claude:
        claude.will_say("Within 30 days.")
        async with engine(claude, Knowledge(NONE)) as client:
            events = await heard(client, drafting())
        assert isinstance(events[0], AnswerBegan) and not events[0].in_pieces
        assert said(events) == "Within 30 days." and not claude.messages[0].refused


async def test_an_engine_without_a_key_needs_none() -> None:
    with StandIn(server=OLLAMA) as claude:
        async with engine(claude, Knowledge(NONE), key="") as client:
            assert said(await heard(client, drafting("qwen3:8b")))


@pytest.mark.parametrize(
    ("refusal", "features"),
    [
        ("output_config.effort: not supported on this model", {Feature.EFFORT}),
        ("output_config.format: not available here", {Feature.SCHEMA}),
        ("output_config: Extra inputs are not permitted", {Feature.EFFORT, Feature.SCHEMA}),
        ("system.0.cache_control: Extra inputs are not permitted", {Feature.CACHING}),
        ("adaptive thinking is not supported on this model", {Feature.THINKING}),
        ("Input tag 'search_result' is none of 'text', 'thinking'", {Feature.CITATIONS}),
        ('"qwen3" does not support thinking', {Feature.THINKING}),
        ("Bad request", set()),
    ],
)  # fmt: skip
def test_a_refusal_is_about_what_it_names_first(refusal: str, features: set[Feature]) -> None:
    assert named(refusal, ALL) == features


async def test_of_a_refusal_without_a_word_only_what_made_the_difference_is_learnt() -> None:
    server = replace(LITELLM, refuses=frozenset({"thinking"}), says_what=False, drops=frozenset())
    with StandIn(server=server) as claude:
        learnt: list[Features] = []
        knowledge = Knowledge(on_learnt=lambda _, features: learnt.append(features))
        async with engine(claude, knowledge) as client:
            counts = []
            for _ in range(6):
                before = len(claude.messages)
                assert json.loads(said(await heard(client, sorting())))["intent"]
                counts.append(len(claude.messages) - before)
        assert learnt == [{Feature.THINKING}], "the rest is taken there"
        assert knowledge.features("claude-haiku-5-5") == ALL - {Feature.THINKING}
        assert max(counts) <= 3 and counts[-1] == 1, "a bounded ladder, and then none"
        last = claude.messages[-1].body or {}
        assert "output_config" in last and "cache_control" in str(last)


async def test_a_text_that_a_gateway_refuses_without_a_word_takes_nothing_away() -> None:
    learnt: list[str] = []
    knowledge = Knowledge(on_learnt=lambda model, _: learnt.append(model))
    with StandIn(server=_Refusing(shape="gateway", says_what=False)) as claude:
        async with engine(claude, knowledge) as client:
            with pytest.raises(EngineError):
                await heard(client, sorting())
            assert len(claude.messages) <= 3
    assert not learnt and knowledge.features("claude-haiku-5-5") == ALL


def test_a_refusal_of_anthropic_s_that_names_nothing_takes_nothing_away() -> None:
    knowledge = Knowledge()
    trial = Trial(knowledge, drafting("claude-sonnet-5-5"), says_what=True)
    words = "Output blocked by content filtering policy"
    assert not trial.refused(EngineError(Fault.REQUEST_REFUSED, words, status=400))
    trial.taken()
    assert knowledge.features("claude-sonnet-5-5") == ALL
    assert Trial(knowledge, drafting("claude-sonnet-5-5")).refused(
        EngineError(Fault.REQUEST_REFUSED, words, status=400)
    )

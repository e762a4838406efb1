"""Triage by Claude: the request's body, local checks of the answer, and the stronger model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from supportdesk_gui.assist.claude_triage import TriageAnswer, TriageWay, triage
from supportdesk_gui.engine.errors import EngineError
from supportdesk_gui.engine.errors import Fault as Problem
from supportdesk_gui.tickets.ticket import Intent, SearchQuery
from tests.assist.door import door, ticket
from tests.claude.standin import StandIn

ANSWER: dict[str, Any] = {
    "intent": "refund", "confidence": 0.97, "language": "es", "summary": "Parcel lost, wants money",
    "search_queries": [{"lang": "en", "text": "parcel lost"}, {"lang": "zh-TW", "text": "退款"}],
    "questions": ["¿Dónde está?"], "missing_facts": ["tracking"], "escalate": True,
    "reason": "The parcel is lost.",
}  # fmt: skip


def way(**more: Any) -> TriageWay:
    values: dict[str, Any] = {
        "model": "claude-haiku-5-5", "stronger_model": "claude-sonnet-5-5", "effort": "low",
        "thinking": True, "budget": 8000, "sure_above": 0.6, **more,
    }  # fmt: skip
    return TriageWay(**values)


async def asked(claude: StandIn, home: Path, **more: Any) -> Any:
    async with door(claude, home) as found:
        return await triage(found.asking, ticket("No llegó"), way(**more), "en", ["en", "es"])


@pytest.mark.parametrize(
    ("settings", "thinking", "effort", "tokens"),
    [
        ({}, {"type": "adaptive"}, "low", 9500),
        ({"budget": 2000, "effort": "medium"}, {"type": "adaptive"}, "medium", 3500),
        ({"thinking": False}, {"type": "disabled"}, "low", 1500),
        ({"model": "claude-sonnet-5-5", "thinking": False}, {"type": "between_tools"}, "low", 1500),
        ({"model": "claude-opus-5-5", "thinking": False}, {"type": "adaptive"}, "low", 9500),
        ({"model": "claude-haiku-4-5"}, {"type": "enabled", "budget_tokens": 8000}, None, 9500),
        ({"model": "claude-haiku-4-5", "thinking": False}, None, None, 1500),
        (
            {"model": "claude-haiku-4-5", "budget": 90_000},
            {"type": "enabled", "budget_tokens": 62_500}, None, 64_000,
        ),
        ({"budget": 10}, {"type": "adaptive"}, "low", 2524),
    ],
)  # fmt: skip
async def test_the_body_is_what_the_model_takes(
    claude: StandIn,
    tmp_path: Path,
    settings: dict[str, Any],
    thinking: Any,
    effort: Any,
    tokens: int,
) -> None:
    claude.will_answer(ANSWER)
    await asked(claude, tmp_path, **settings)
    (request,) = claude.messages
    body = request.body or {}
    assert request.refused is None
    assert body.get("thinking") == thinking and body["max_tokens"] == tokens
    assert body["output_config"].get("effort") == effort
    schema = request.schema or {}
    assert set(schema["required"]) == set(ANSWER) == set(schema["properties"])
    assert schema["additionalProperties"] is False
    assert "search_result" not in request.text and "tools" not in body


async def test_a_sure_answer_is_taken_whole(claude: StandIn, tmp_path: Path) -> None:
    claude.will_answer(ANSWER, thinking="It was lost, so it is a refund. " * 8)
    found = await asked(claude, tmp_path)
    assert (found.intent, found.confidence, found.language) == (Intent.REFUND, 0.97, "es")
    assert found.search_queries == (
        SearchQuery("en", "parcel lost"),
        SearchQuery("zh-Hant", "退款"),
    )
    assert found.escalate and found.questions == ("¿Dónde está?",)
    assert found.engine == "claude-haiku-5-5" and found.milliseconds > 0
    assert found.thinking_tokens == claude.messages[0].usage["output_tokens_details"]["thinking_tokens"]  # fmt: skip
    assert found.thinking_tokens > 0 and not found.is_provisional


async def test_an_unsure_answer_goes_up_with_more_effort_and_both_thoughts_count(
    claude: StandIn, tmp_path: Path
) -> None:
    claude.will_answer({**ANSWER, "confidence": 0.59}, model="claude-haiku-5-5")
    claude.will_answer({**ANSWER, "intent": "logistics", "confidence": 0.4}, model="claude-sonnet-5-5")  # fmt: skip
    found = await asked(claude, tmp_path)
    first, second = claude.messages
    assert (first.model, second.model) == ("claude-haiku-5-5", "claude-sonnet-5-5")
    assert (second.body or {})["output_config"]["effort"] == "medium"
    assert (found.intent, found.engine) == (Intent.LOGISTICS, "claude-sonnet-5-5")
    thoughts = [one.usage["output_tokens_details"]["thinking_tokens"] for one in claude.messages]
    assert found.thinking_tokens == sum(thoughts)


async def test_without_a_stronger_model_the_first_word_stands(
    claude: StandIn, tmp_path: Path
) -> None:
    claude.will_answer({**ANSWER, "confidence": 0.1})
    assert (await asked(claude, tmp_path, stronger_model="")).confidence == 0.1
    assert len(claude.messages) == 1


@pytest.mark.parametrize(
    ("given", "taken"), [(97, 0.97), (1.0, 1.0), (0, 0.0), (100, 1.0), (250, 1.0), (-0.5, 0.0)]
)
def test_a_confidence_outside_of_its_bounds_is_put_right(given: float, taken: float) -> None:
    assert TriageAnswer.model_validate({**ANSWER, "confidence": given}).confidence == taken


@pytest.mark.parametrize("word", ["REFUND", "Refund", " refund "])
async def test_capitals_of_an_enum_are_no_fault(claude: StandIn, tmp_path: Path, word: str) -> None:
    claude.will_answer({**ANSWER, "intent": word})
    assert (await asked(claude, tmp_path)).intent is Intent.REFUND
    assert len(claude.messages) == 1


@pytest.mark.parametrize(
    "bad", [{**ANSWER, "intent": "complaint"}, {**ANSWER, "confidence": "sure"}, {"intent": "refund"}]
)  # fmt: skip
async def test_what_does_not_fit_is_asked_once_more_and_then_is_garbled(
    claude: StandIn, tmp_path: Path, bad: dict[str, Any]
) -> None:
    claude.will_answer(bad, times=2)
    with pytest.raises(EngineError) as caught:
        await asked(claude, tmp_path)
    assert caught.value.fault is Problem.GARBLED and len(claude.messages) == 2


async def test_endless_answers_are_cut_to_what_is_shown(claude: StandIn, tmp_path: Path) -> None:
    long = {
        "summary": "so\nlong " * 90, "reason": "because " * 90, "questions": ["Why?"] * 40,
        "search_queries": [{"lang": "en", "text": "q"}] * 40,
    }  # fmt: skip
    claude.will_answer({**ANSWER, **long}, thinking="")
    found = await asked(claude, tmp_path)
    assert len(found.summary) <= 120 and "\n" not in found.summary
    assert len(found.reason) <= 240
    assert len(found.questions) == len(found.search_queries) == 12

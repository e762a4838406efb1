"""The table of engine facts: every figure has its source and its day, or says that it has none."""

from __future__ import annotations

from datetime import date

import pytest

from supportdesk_gui.engine.facts import compared_models, facts_about
from supportdesk_gui.engine.models import known_models
from supportdesk_gui.engine.prices import price_of


@pytest.mark.parametrize("model", [*known_models(), *compared_models()])
def test_every_figure_has_a_source_and_a_day(model: str) -> None:
    facts = facts_about(model)
    assert facts.source and date.fromisoformat(facts.as_of) and facts.context
    others = {"gpt-4o", "gemini-1.5-flash", "claude-opus-4-1", "claude-fable-5-2"}
    assert facts.is_verified == (model not in others)


def test_claude_s_figures_are_those_that_requests_are_reckoned_by() -> None:
    facts, price = facts_about("us.anthropic.claude-haiku-5-5"), price_of("claude-haiku-5-5")
    assert price is not None and price.long is not None
    assert (facts.input, facts.cache_read) == (price.band.input, price.band.cache_read)
    assert (facts.long_above, facts.long_output) == (price.long_above, price.long.output)


def test_the_article_s_three_are_there_and_the_retired_one_says_so() -> None:
    assert [facts_about(name).name or name for name in compared_models()] == [
        "claude-opus-4-1", "GPT-4o", "Gemini 1.5 Flash",
    ]  # fmt: skip
    assert facts_about("claude-opus-4-1").retired_on == "2026-08-05"


def test_of_a_model_of_one_s_own_nothing_is_claimed() -> None:
    facts = facts_about("qwen3:8b")
    assert facts.context is facts.input is facts.thinks is None and not facts.source

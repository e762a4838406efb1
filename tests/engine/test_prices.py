"""A request is priced by the band of its own length, kind by kind; the unknown is never free."""

from __future__ import annotations

import pytest

from supportdesk_gui.engine.models import known_models
from supportdesk_gui.engine.prices import cost_micro_usd, price_of
from supportdesk_gui.engine.request import Usage

MILLION = 1_000_000


@pytest.mark.parametrize(
    ("model", "usage", "dollars"),
    [
        ("claude-sonnet-5-5", Usage(input=MILLION), 2.0),
        ("claude-sonnet-5-5", Usage(output=MILLION), 10.0),
        ("claude-sonnet-5-5", Usage(cache_write_5m=MILLION), 2.5),
        ("claude-sonnet-5-5", Usage(cache_write_1h=MILLION), 4.0),
        # Not a tenth of the input: a twentieth.
        ("claude-sonnet-5-5", Usage(cache_read=MILLION), 0.10),
        ("claude-opus-5-5", Usage(cache_read=MILLION), 0.20),
        ("claude-fable-5-2", Usage(cache_read=MILLION), 0.20),
        ("claude-haiku-4-5", Usage(input=MILLION, output=MILLION), 6.0),
    ],
)
def test_each_kind_of_token_has_its_price(model: str, usage: Usage, dollars: float) -> None:
    assert cost_micro_usd(model, usage) == round(dollars * MILLION)


def test_thinking_is_a_part_of_the_output_and_not_billed_twice() -> None:
    assert cost_micro_usd("claude-sonnet-5-5", Usage(output=500, thinking=400)) == 5_000


def test_haiku_s_short_band_ends_at_100_000_tokens_of_prompt() -> None:
    # 100,000 at 0.10 and 1,000 out at 0.50
    assert cost_micro_usd("claude-haiku-5-5", Usage(input=100_000, output=1_000)) == 10_500
    # one token more, and all of the request is dearer, its output too
    assert cost_micro_usd("claude-haiku-5-5", Usage(input=100_001, output=1_000)) == 52_500


def test_what_is_read_from_the_cache_counts_towards_the_band() -> None:
    long = Usage(input=1_000, cache_write_1h=9_001, cache_read=90_000, output=100)
    expected = 1_000 * 0.5 + 9_001 * 1.0 + 90_000 * 0.05 + 100 * 2.5
    assert cost_micro_usd("claude-haiku-5-5", long) == round(expected)
    short = Usage(input=1_000, cache_write_1h=9_000, cache_read=90_000, output=100)
    expected = 1_000 * 0.1 + 9_000 * 0.2 + 90_000 * 0.01 + 100 * 0.5
    assert cost_micro_usd("claude-haiku-5-5", short) == round(expected)


def test_batches_are_half_and_a_pinned_geography_a_tenth_more() -> None:
    usage = Usage(input=10_000, cache_read=10_000, output=1_000)
    whole = 20_000 + 1_000 + 10_000
    assert cost_micro_usd("claude-sonnet-5-5", usage) == whole
    batch = Usage(input=10_000, cache_read=10_000, output=1_000, service_tier="batch")
    assert cost_micro_usd("claude-sonnet-5-5", batch) == round(whole * 0.5)
    both = Usage(10_000, 0, 0, 10_000, 1_000, 0, "batch", "us")
    assert cost_micro_usd("claude-sonnet-5-5", both) == round(whole * 0.55)


@pytest.mark.parametrize(
    "name",
    [
        "claude-haiku-4-5-20251001", "anthropic.claude-haiku-4-5-20251001-v1:0",
        "us.anthropic.claude-haiku-4-5-20251001-v1:0", "global.anthropic.claude-haiku-4-5",
        "us-gov.anthropic.claude-haiku-4-5", "claude-haiku-4-5@20251001", "Claude-Haiku-4-5 ",
    ],
)  # fmt: skip
def test_a_cloud_s_name_has_the_model_s_price(name: str) -> None:
    assert price_of(name) == price_of("claude-haiku-4-5") is not None


def test_what_is_not_known_is_unpriced_and_never_free() -> None:
    assert cost_micro_usd("qwen3:8b", Usage(input=1)) is None
    assert cost_micro_usd("claude-haiku-5-5", None) is None
    assert cost_micro_usd("claude-haiku-5-5x", Usage(input=1)) is None


def test_a_refusal_is_billed_once_text_had_come() -> None:
    assert cost_micro_usd("claude-sonnet-5-5", Usage(input=900), "refusal") == 0
    assert cost_micro_usd("claude-sonnet-5-5", Usage(input=900, output=9), "refusal") == 1_890


def test_every_model_to_choose_has_a_price_with_its_source_and_date() -> None:
    for model in known_models():
        price = price_of(model)
        assert price is not None and price.source and price.as_of, model


def test_a_region_of_bedrock_costs_a_tenth_more_than_its_global_endpoint() -> None:
    usage = Usage(input=1_000_000, output=100_000)
    globally = cost_micro_usd("global.anthropic.claude-sonnet-4-6", usage)
    assert globally == cost_micro_usd("claude-sonnet-4-6", usage)
    for region in ("us", "eu", "us-gov"):
        name = f"{region}.anthropic.claude-sonnet-4-6"
        assert cost_micro_usd(name, usage) == round((globally or 0) * 1.1)

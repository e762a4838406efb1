"""The month of the brief: the article's figures, its own list price, today's."""

from __future__ import annotations

import pytest

from supportdesk_gui.engine.forecast import (
    ASSUMPTIONS,
    DEFAULT_MODELS,
    ENOUGH_REQUESTS,
    Task,
    forecast,
)
from supportdesk_gui.engine.ledger import KindUsage


def test_the_workload_is_the_brief_s() -> None:
    said = {item.task: (item.volume, item.prompt, item.output) for item in ASSUMPTIONS}
    assert said == {
        Task.INTENT: (100_000, 1_200, 300),
        Task.REPLIES: (30_000, 600, 200),
        Task.SATISFACTION: (100_000, 300, 100),
    }
    found = forecast()
    assert [row.article_usd for row in found.rows] == [180.0, 45.0, 75.0]
    assert found.article_usd == 300.0


def test_the_article_s_sums_are_not_those_of_its_list_price() -> None:
    intent, replies, satisfaction = forecast().rows
    # 120M input tokens at $15 per million, 30M output tokens at $75
    assert intent.listed_input_usd == pytest.approx(1_800)
    assert intent.listed_usd == pytest.approx(1_800 + 2_250)
    # 16.2M read from the cache at $1.50, 1.8M at $15, 6M output at $75
    assert replies.listed_usd == pytest.approx(24.3 + 27 + 450)
    # in batches: 30M at $7.50, 10M at $37.50
    assert satisfaction.listed_usd == pytest.approx(225 + 375)
    assert all(row.listed_input_usd > row.article_usd for row in forecast().rows)


def test_today_keeps_its_bars() -> None:
    intent, replies, satisfaction = forecast().rows
    assert intent.today_usd == pytest.approx(12 + 15)
    assert replies.today_usd == pytest.approx(1.62 + 3.6 + 60)
    assert satisfaction.today_usd == pytest.approx(1.5 + 2.5)
    assert (intent.today_usd or 0) + (satisfaction.today_usd or 0) <= 40
    assert forecast().today_usd <= 130


def test_volumes_and_models_are_the_agent_s() -> None:
    found = forecast({Task.INTENT: 1_000}, {**DEFAULT_MODELS, Task.INTENT: "claude-opus-5-5"})
    row = found.rows[0]
    assert row.today_usd == pytest.approx((1_200 * 4 + 300 * 20) * 1_000 / 1e6)
    assert row.article_usd == pytest.approx(1.8)
    assert found.rows[1].volume == 30_000


def _usage(requests: int, unpriced: int = 0) -> KindUsage:
    return KindUsage(
        "triage", requests, 900 * requests, 450 * requests, 120 * requests,
        200 * (requests - unpriced), unpriced,
    )  # fmt: skip


def test_a_row_is_assumed_until_enough_of_its_kind_are_measured() -> None:
    before = forecast(usages=[_usage(ENOUGH_REQUESTS - 1)]).rows[0]
    assert (before.measured, before.prompt) == (0, 1_200)
    after = forecast(usages=[_usage(ENOUGH_REQUESTS)]).rows[0]
    assert (after.measured, after.prompt, after.output) == (ENOUGH_REQUESTS, 900, 120)
    assert after.cached == pytest.approx(0.5)
    assert after.today_usd == pytest.approx(20.0)  # 100,000 times 200 millionths
    assert forecast(usages=[_usage(ENOUGH_REQUESTS)]).rows[1].measured == 0


def test_requests_without_a_price_measure_no_cost() -> None:
    row = forecast(usages=[_usage(ENOUGH_REQUESTS + 9, unpriced=10)]).rows[0]
    assert row.measured == 0
    row = forecast(usages=[_usage(2 * ENOUGH_REQUESTS, unpriced=ENOUGH_REQUESTS)]).rows[0]
    assert row.measured == ENOUGH_REQUESTS
    assert row.today_usd == pytest.approx(20.0)


def test_a_model_without_a_price_leaves_its_row_unpriced() -> None:
    found = forecast(models={**DEFAULT_MODELS, Task.REPLIES: "qwen3:8b"})
    assert found.rows[1].today_usd is None
    assert found.unpriced == 1
    assert found.today_usd == pytest.approx(31.0)

"""What is known of models agrees with the installed SDK and with the price list."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from typing import Any, get_args

import pytest
from anthropic.resources.messages.messages import DEPRECATED_MODELS
from anthropic.types import Model

from supportdesk_gui.engine.models import (
    DRAFT_MODEL,
    TRIAGE_MODEL,
    ThinkingKind,
    announced_retirement,
    facts_of,
    known_models,
    plain_name,
    retirement_of,
)
from supportdesk_gui.resources import resource
from supportdesk_gui.storage.settings import Settings

TODAY = date(2026, 11, 25)


def _sdk_models() -> set[str]:
    return {name for part in get_args(Model) for name in get_args(part) if isinstance(name, str)}


def _price_list() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads(
        resource("model_prices.json").read_text(encoding="utf-8")
    )
    return found


def test_every_default_is_a_model_of_the_installed_sdk() -> None:
    value = Settings()
    defaults = {
        TRIAGE_MODEL, DRAFT_MODEL, value.profile.triage_model,
        value.profile.stronger_model, value.profile.draft_model, value.profile.translation_model,
    }  # fmt: skip
    assert defaults <= _sdk_models()


def test_everything_to_choose_is_a_model_of_the_sdk_that_stays() -> None:
    assert set(known_models()) <= _sdk_models()
    for model in known_models():
        assert announced_retirement(model) is None, model
        assert facts_of(model).thinking is not ThinkingKind.UNKNOWN, model


@pytest.mark.parametrize(
    ("typed", "on", "successor"),
    [
        ("claude-opus-4-1-20250805", "2026-08-05", "claude-opus-5-5"),
        ("claude-opus-4-1", "2026-08-05", "claude-opus-5-5"),
        ("us.anthropic.claude-opus-4-1-20250805-v1:0", "2026-08-05", "claude-opus-5-5"),
        ("claude-sonnet-4-20250514", "2026-06-15", "claude-sonnet-5-5"),
        ("claude-opus-4-20250514", "2026-06-15", "claude-opus-5-5"),
        ("claude-3-7-sonnet-latest", "2026-02-19", "claude-sonnet-5-5"),
        ("claude-3-5-haiku-20241022", "2026-02-19", "claude-haiku-5-5"),
    ],
)
def test_a_retired_id_is_answered_with_its_date_and_successor(
    typed: str, on: str, successor: str
) -> None:
    found = retirement_of(typed, TODAY)
    assert found is not None
    assert (found.on, found.successor) == (on, successor)
    assert found.successor in _sdk_models()


def test_what_is_only_announced_answers_until_its_day() -> None:
    assert retirement_of("claude-sonnet-4-5", date(2026, 11, 29)) is None
    assert announced_retirement("claude-sonnet-4-5") is not None
    assert retirement_of("claude-sonnet-4-5", date(2026, 11, 30)) is not None


def test_no_model_of_today_is_taken_for_a_retired_one() -> None:
    for model in ("claude-opus-4-8", "claude-opus-5", "claude-sonnet-5", "claude-opus-4-7"):
        assert announced_retirement(model) is None, model


def test_the_dates_are_those_that_the_sdk_warns_by() -> None:
    for model, written in DEPRECATED_MODELS.items():
        day = datetime.strptime(re.sub(r"(\d)(st|nd|rd|th)", r"\1", written), "%B %d, %Y").date()
        found = announced_retirement(model)
        assert found is not None and found.on == day.isoformat(), model


def test_the_dates_are_those_of_the_price_list() -> None:
    dated = {name: row for name, row in _price_list().items() if {"retired", "retires"} & set(row)}
    assert dated
    for name, row in dated.items():
        found = announced_retirement(name)
        assert found is not None and found.on == row.get("retired", row.get("retires")), name
        assert found.successor == row["replacement"], name


def test_what_a_model_takes_agrees_with_the_price_list() -> None:
    for name, row in _price_list().items():
        facts = facts_of(name)
        if facts.thinking is ThinkingKind.UNKNOWN:
            assert row["status"] == "retired", name
            continue
        assert facts.longest == row["max_output"], name
        if "min_cacheable_tokens" in row:
            assert facts.cacheable == row["min_cacheable_tokens"], name


def test_a_name_without_a_mark_stays_as_it_is() -> None:
    assert plain_name("qwen3:8b") == "qwen3:8b"
    assert facts_of("qwen3:8b").thinking is ThinkingKind.UNKNOWN

"""What was allowed for which engine, when that has to be asked, and about what cost."""

from __future__ import annotations

import pytest

from supportdesk_gui.assist.consent import (
    Allowed,
    Consent,
    consent_for,
    engine_key,
    must_ask,
    triage_estimate,
    with_consent,
)


def test_nothing_is_asked_where_nothing_waits_and_all_is_asked_the_first_time() -> None:
    assert not must_ask(None, 0)
    assert must_ask(None, 1) and must_ask(None, 300)


@pytest.mark.parametrize("allowed", [Allowed.OPENED, Allowed.NEVER])
def test_a_word_against_the_queue_is_not_asked_again(allowed: Allowed) -> None:
    assert not must_ask(Consent(allowed, 3), 100_000)


def test_a_queue_that_is_far_longer_than_the_one_allowed_is_another_scope() -> None:
    consent = Consent(Allowed.ALL, 300)
    assert not must_ask(consent, 600) and must_ask(consent, 601)
    assert not must_ask(Consent(Allowed.ALL, 1), 50), "a handful more is none"


def test_a_consent_is_for_one_host_and_one_model() -> None:
    key = engine_key("api.anthropic.com", "claude-haiku-5-5")
    given = with_consent({}, key, Consent(Allowed.ALL, 300))
    assert consent_for(given, key) == Consent(Allowed.ALL, 300)
    assert consent_for(given, engine_key("localhost:4000", "claude-haiku-5-5")) is None
    assert consent_for(given, engine_key("api.anthropic.com", "claude-opus-5-5")) is None
    more = with_consent(given, "other m", Consent(Allowed.NEVER))
    assert consent_for(more, key) == Consent(Allowed.ALL, 300)


@pytest.mark.parametrize("damaged", [{"allowed": "maybe"}, {}, {"allowed": "all", "tickets": "x"}])
def test_a_consent_that_cannot_be_read_is_none(damaged: dict[str, object]) -> None:
    assert consent_for({"k m": damaged}, "k m") is None


def test_the_cost_is_the_forecasts() -> None:
    """1,200 tokens at 0.10 and 300 at 0.50 dollars a million, for each of 300 tickets."""
    assert triage_estimate("claude-haiku-5-5", 300) == 300 * (120 + 150)
    assert triage_estimate("somebodys-model", 300) is None

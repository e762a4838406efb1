"""What the agent allowed to be sent where; asked once, and again when scope or engine changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from supportdesk_gui.engine.prices import cost_micro_usd
from supportdesk_gui.engine.request import Usage

# Of one ticket, as in the forecast: prompt and answer of a triage and of a draft, in tokens.
_PROMPT_TOKENS, _ANSWER_TOKENS = 1200, 300
_DRAFT_PROMPT, _DRAFT_ANSWER = 4500, 500
# A queue more than this many times as long as the one that was allowed is another scope.
_GROWTH = 2
_SMALL = 50


class Allowed(StrEnum):
    """Which tickets may be sent by themselves."""

    ALL = "all"
    OPENED = "opened"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Consent:
    """The agent's word for one engine; `tickets` is the number they were asked about."""

    allowed: Allowed
    tickets: int = 0


def engine_key(host: str, model: str) -> str:
    """What a consent is given to."""
    return f"{host} {model}"


def ahead_key(host: str, model: str) -> str:
    """What a consent to prepare drafts ahead is given to."""
    return f"ahead {engine_key(host, model)}"


def consent_for(consents: Mapping[str, Mapping[str, Any]], key: str) -> Consent | None:
    """What was allowed for an engine, None when nothing was said."""
    given = consents.get(key)
    if given is None:
        return None
    try:
        return Consent(Allowed(str(given.get("allowed"))), int(given.get("tickets", 0)))
    except (ValueError, TypeError):
        return None


def must_ask(consent: Consent | None, waiting: int) -> bool:
    """Whether the agent has to be asked before `waiting` tickets are sent."""
    if consent is None:
        return waiting > 0
    return consent.allowed is Allowed.ALL and waiting > max(_SMALL, _GROWTH * consent.tickets)


def with_consent(
    consents: Mapping[str, dict[str, Any]], key: str, consent: Consent
) -> dict[str, dict[str, Any]]:
    """The consents with one more."""
    given = {"allowed": consent.allowed.value, "tickets": consent.tickets}
    return {**consents, key: given}


def triage_estimate(model: str, tickets: int) -> int | None:
    """Micro-dollars for the triage of so many tickets, None where the model has no price."""
    one = cost_micro_usd(model, Usage(input=_PROMPT_TOKENS, output=_ANSWER_TOKENS))
    return None if one is None else one * tickets


def draft_estimate(model: str, drafts: int) -> int | None:
    """Micro-dollars for so many drafts, None where the model has no price."""
    one = cost_micro_usd(model, Usage(input=_DRAFT_PROMPT, output=_DRAFT_ANSWER))
    return None if one is None else one * drafts

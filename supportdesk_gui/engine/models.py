"""What each Claude model accepts, and what became of the retired ones.

Source: platform.claude.com, models and thinking pages, October 2026, and the installed SDK's
types. A model that is not listed here is sent neither thinking nor effort, which every engine
with the Messages API takes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

TRIAGE_MODEL = "claude-haiku-5-5"
DRAFT_MODEL = "claude-sonnet-5-5"
TRANSLATION_MODEL = "claude-haiku-5-5"
STRONGER_MODEL = "claude-sonnet-5-5"


class ThinkingKind(StrEnum):
    """How a model can be asked to think, or not to."""

    BUDGET = "budget"
    """`enabled` with budget_tokens; off by default."""
    SWITCHED = "switched"
    """`adaptive` or `disabled`."""
    BETWEEN_TOOLS = "between_tools"
    """`adaptive` or `between_tools`, which without tools is off."""
    ALWAYS = "always"
    """`adaptive` only."""
    UNKNOWN = "unknown"
    """Nothing is sent."""


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """What a model takes. `cacheable` is the shortest prefix in tokens that is cached."""

    thinking: ThinkingKind
    takes_effort: bool
    cacheable: int = 512


@dataclass(frozen=True, slots=True)
class Retirement:
    """When a model went (ISO date) and what takes its place."""

    on: str
    successor: str


_KINDS: tuple[tuple[str, ModelFacts], ...] = (
    ("claude-haiku-5-5", ModelFacts(ThinkingKind.SWITCHED, True)),
    ("claude-sonnet-5-5", ModelFacts(ThinkingKind.BETWEEN_TOOLS, True)),
    ("claude-opus-5-5", ModelFacts(ThinkingKind.ALWAYS, True)),
    ("claude-fable-5", ModelFacts(ThinkingKind.ALWAYS, True)),
    ("claude-opus-5", ModelFacts(ThinkingKind.SWITCHED, True)),
    ("claude-sonnet-5", ModelFacts(ThinkingKind.SWITCHED, True, 1024)),
    ("claude-opus-4-8", ModelFacts(ThinkingKind.SWITCHED, True, 1024)),
    ("claude-opus-4-7", ModelFacts(ThinkingKind.SWITCHED, True, 2048)),
    ("claude-opus-4-6", ModelFacts(ThinkingKind.SWITCHED, True, 4096)),
    ("claude-sonnet-4-6", ModelFacts(ThinkingKind.SWITCHED, True, 1024)),
    ("claude-opus-4-5", ModelFacts(ThinkingKind.BUDGET, False, 4096)),
    ("claude-haiku-4-5", ModelFacts(ThinkingKind.BUDGET, False, 4096)),
    ("claude-sonnet-4-5", ModelFacts(ThinkingKind.BUDGET, False, 1024)),
)
_NO_FACTS = ModelFacts(ThinkingKind.UNKNOWN, False)
_RETIRED = {"claude-opus-4-1": Retirement("2026-08-05", "claude-opus-5-5")}
# us. / global. / anthropic. in front, @date, -YYYYMMDD and -v1:0 behind, as clouds write them.
_BEFORE = re.compile(r"^(?:[a-z]{2,6}\.)?(?:anthropic\.)?")
_BEHIND = re.compile(r"(?:@\d{8}|-\d{8})?(?:-v\d+(?::\d+)?)?$")


def plain_name(model: str) -> str:
    """A model's name without the marks of a cloud or a date: the key of prices and facts."""
    return _BEHIND.sub("", _BEFORE.sub("", model.strip().lower()))


def facts_of(model: str) -> ModelFacts:
    """What a model takes."""
    name = plain_name(model)
    return next((facts for start, facts in _KINDS if name.startswith(start)), _NO_FACTS)


def retirement_of(model: str) -> Retirement | None:
    """When a model was retired on the Claude API, None while it answers."""
    return _RETIRED.get(plain_name(model))


def known_models() -> tuple[str, ...]:
    """The ids to choose from, the present family first."""
    return (
        "claude-haiku-5-5", "claude-sonnet-5-5", "claude-opus-5-5", "claude-fable-5-2",
        "claude-opus-5", "claude-sonnet-5", "claude-haiku-4-5",
    )  # fmt: skip

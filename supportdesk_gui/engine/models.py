"""What each Claude model accepts, and what became of the retired ones.

Source: platform.claude.com, models and thinking pages, October 2026, and the installed SDK's
types. Dates of retirement: the same pages, and the tables that the SDK's versions warn by. A
model that is not listed here is sent neither thinking nor effort, which every engine with the
Messages API takes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

TRIAGE_MODEL = "claude-haiku-5-5"
DRAFT_MODEL = "claude-sonnet-5-5"


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
    """What a model takes, in tokens: `cacheable` is the shortest prefix that is cached, `longest`
    the most that an answer and its thoughts may take together. `takes_forced_tool`: whether a
    request may say which tool the answer has to use.
    """

    thinking: ThinkingKind
    takes_effort: bool
    cacheable: int = 512
    longest: int = 128_000
    takes_forced_tool: bool = True


@dataclass(frozen=True, slots=True)
class Retirement:
    """When a model goes or went (ISO date) on the Claude API, and what takes its place."""

    on: str
    successor: str

    def is_past(self, today: date | None = None) -> bool:
        """Whether it is gone, on `today` or on this computer's date."""
        return date.fromisoformat(self.on) <= (today or date.today())


_KINDS: tuple[tuple[str, ModelFacts], ...] = (
    ("claude-haiku-5-5", ModelFacts(ThinkingKind.SWITCHED, True)),
    ("claude-sonnet-5-5", ModelFacts(ThinkingKind.BETWEEN_TOOLS, True, takes_forced_tool=False)),
    ("claude-opus-5-5", ModelFacts(ThinkingKind.ALWAYS, True, takes_forced_tool=False)),
    ("claude-fable-5", ModelFacts(ThinkingKind.ALWAYS, True, takes_forced_tool=False)),
    ("claude-opus-5", ModelFacts(ThinkingKind.SWITCHED, True)),
    ("claude-sonnet-5", ModelFacts(ThinkingKind.SWITCHED, True, 1024)),
    ("claude-opus-4-8", ModelFacts(ThinkingKind.SWITCHED, True, 1024)),
    ("claude-opus-4-7", ModelFacts(ThinkingKind.SWITCHED, True, 2048)),
    ("claude-opus-4-6", ModelFacts(ThinkingKind.SWITCHED, True, 4096)),
    ("claude-sonnet-4-6", ModelFacts(ThinkingKind.SWITCHED, True, 1024)),
    ("claude-opus-4-5", ModelFacts(ThinkingKind.BUDGET, False, 4096, 64_000)),
    ("claude-haiku-4-5", ModelFacts(ThinkingKind.BUDGET, False, 4096, 64_000)),
    ("claude-sonnet-4-5", ModelFacts(ThinkingKind.BUDGET, False, 1024, 64_000)),
)
_NO_FACTS = ModelFacts(ThinkingKind.UNKNOWN, False)
_OPUS, _SONNET, _HAIKU = "claude-opus-5-5", "claude-sonnet-5-5", "claude-haiku-5-5"
_RETIREMENTS: dict[str, Retirement] = {
    "claude-opus-4-5": Retirement("2027-01-22", _OPUS),
    "claude-sonnet-4-5": Retirement("2026-11-30", _SONNET),
    "claude-opus-4-1": Retirement("2026-08-05", _OPUS),
    "claude-mythos-preview": Retirement("2026-06-30", _OPUS),
    "claude-opus-4": Retirement("2026-06-15", _OPUS),
    "claude-opus-4-0": Retirement("2026-06-15", _OPUS),
    "claude-sonnet-4": Retirement("2026-06-15", _SONNET),
    "claude-sonnet-4-0": Retirement("2026-06-15", _SONNET),
    "claude-3-7-sonnet": Retirement("2026-02-19", _SONNET),
    "claude-3-5-haiku": Retirement("2026-02-19", _HAIKU),
    "claude-3-opus": Retirement("2026-01-05", _OPUS),
    "claude-3-5-sonnet": Retirement("2025-10-28", _SONNET),
    "claude-3-sonnet": Retirement("2025-07-21", _SONNET),
    "claude-2.1": Retirement("2025-07-21", _SONNET),
    "claude-2.0": Retirement("2025-07-21", _SONNET),
    "claude-instant-1.2": Retirement("2024-11-06", _HAIKU),
}
# us. / global. / anthropic. in front, @date, -YYYYMMDD and -v1:0 behind, as clouds write them.
_BEFORE = re.compile(r"^(?:[a-z]{2,6}(?:-[a-z]{2,4})?\.)?(?:anthropic\.)?")
_BEHIND = re.compile(r"(?:@\d{8}|-\d{8}|-latest)?(?:-v\d+(?::\d+)?)?$")


def plain_name(model: str) -> str:
    """A model's name without the marks of a cloud or a date: the key of prices and facts."""
    return _BEHIND.sub("", _BEFORE.sub("", model.strip().lower()))


def facts_of(model: str) -> ModelFacts:
    """What a model takes."""
    name = plain_name(model)
    return next((facts for start, facts in _KINDS if name.startswith(start)), _NO_FACTS)


def retirement_of(model: str, today: date | None = None) -> Retirement | None:
    """When a model was retired on the Claude API, None while it answers."""
    found = announced_retirement(model)
    return found if found is not None and found.is_past(today) else None


def announced_retirement(model: str) -> Retirement | None:
    """When a model was or will be retired on the Claude API, None while that is not known."""
    return _RETIREMENTS.get(plain_name(model))


def known_models() -> tuple[str, ...]:
    """The ids to choose from, the present family first."""
    return (
        "claude-haiku-5-5", "claude-sonnet-5-5", "claude-opus-5-5", "claude-fable-5-2",
        "claude-opus-5", "claude-sonnet-5", "claude-haiku-4-5",
    )  # fmt: skip

"""What is known of a model before anybody has asked it: sizes, prices, abilities, and from where.

Claude's figures stand in resources/model_prices.json, those of the two other models that the
article compares in resources/engine_facts.json. What nobody has looked up is None.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from supportdesk_gui.engine.models import (
    ThinkingKind,
    announced_retirement,
    facts_of,
    plain_name,
)
from supportdesk_gui.engine.prices import Price, known_row, price_of
from supportdesk_gui.resources import resource


@dataclass(frozen=True, slots=True)
class EngineFacts:
    """Sizes in tokens, prices in US dollars per million tokens.

    `long_above` is where the dearer band `long_input`, `long_output` begins. `retired_on` (ISO
    date) is when it goes or went. `is_verified`: the figures stand so on the vendor's own pages.
    """

    model: str
    name: str = ""
    context: int | None = None
    longest: int | None = None
    thinks: bool | None = None
    input: float | None = None
    output: float | None = None
    long_above: int = 0
    long_input: float | None = None
    long_output: float | None = None
    cache_write: float | None = None
    cache_read: float | None = None
    has_batches: bool | None = None
    source: str = ""
    as_of: str = ""
    is_verified: bool = False
    retired_on: str = ""
    has_cache: bool | None = None


def facts_about(model: str) -> EngineFacts:
    """What is known of a model, next to nothing for a name that stands in neither file."""
    price, row = price_of(model), known_row(model)
    if price is not None and row is not None:
        return _claude_facts(model, price, row)
    found = _file()["models"].get(plain_name(model))
    return EngineFacts(model, **_taken(found)) if found else EngineFacts(model)


def compared_models() -> tuple[str, ...]:
    """The models that the article compares."""
    return tuple(_file()["compared"])


def _claude_facts(model: str, price: Price, row: dict[str, Any]) -> EngineFacts:
    thinking = facts_of(model).thinking
    retirement = announced_retirement(model)
    band, long = price.band, price.long
    return EngineFacts(
        model, "", row.get("context"), row.get("max_output"),
        None if thinking is ThinkingKind.UNKNOWN else True, band.input, band.output,
        price.long_above, long.input if long else None, long.output if long else None,
        band.cache_write_5m, band.cache_read, True, price.source, price.as_of,
        plain_name(model) not in _file()["partly_from_others"],
        retirement.on if retirement is not None else "",
    )  # fmt: skip


def _taken(row: dict[str, Any]) -> dict[str, Any]:
    renamed = {"max_output": "longest"}
    return {renamed.get(name, name): value for name, value in row.items()}


@cache
def _file() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(resource("engine_facts.json").read_text(encoding="utf-8"))
    return found

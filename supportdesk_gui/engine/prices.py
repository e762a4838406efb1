"""What a request costs, by the price band of its own length.

Prices stand in resources/model_prices.json, each with its source and date. Formula: tokens of
each kind times their price per million, one band for the whole request (a prompt over the
threshold is billed in the dearer one), times 0.5 in a batch, times 1.1 where the geography is
pinned to the US, or to the region that a Bedrock model's name begins with. A model that is not listed is unpriced, which is None and never 0.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from supportdesk_gui.engine.models import plain_name
from supportdesk_gui.engine.request import Usage
from supportdesk_gui.resources import resource

_PINNED_FACTOR, _BATCH_FACTOR = 1.1, 0.5
_REGIONAL = re.compile(r"(?!global\.)[a-z]{2,6}(?:-[a-z]{2,4})?\.anthropic\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Band:
    """US dollars per million tokens."""

    input: float
    output: float
    cache_write_5m: float
    cache_write_1h: float
    cache_read: float


@dataclass(frozen=True, slots=True)
class Price:
    """A model's prices: `long` applies to a whole request above `long_above` prompt tokens."""

    band: Band
    long: Band | None = None
    long_above: int = 0
    source: str = ""
    as_of: str = ""

    def of(self, prompt_tokens: int) -> Band:
        """The band for a request of that length."""
        if self.long is not None and prompt_tokens > self.long_above:
            return self.long
        return self.band


def price_of(model: str) -> Price | None:
    """A model's price, None when it is not known."""
    return _prices().get(plain_name(model))


def cost_micro_usd(model: str, usage: Usage | None, stop_reason: str = "") -> int | None:
    """Millionths of a US dollar that a request cost, None when it is unpriced.

    A refusal before any text is not billed, although its usage shows tokens.
    """
    price = price_of(model)
    if price is None or usage is None:
        return None
    if stop_reason == "refusal" and not usage.output:
        return 0
    band = price.of(usage.prompt)
    cost = (
        usage.input * band.input
        + usage.cache_write_5m * band.cache_write_5m
        + usage.cache_write_1h * band.cache_write_1h
        + usage.cache_read * band.cache_read
        + usage.output * band.output
    )
    if usage.service_tier == "batch":
        cost *= _BATCH_FACTOR
    if usage.geo == "us" or _REGIONAL.match(model):
        cost *= _PINNED_FACTOR
    return round(cost)  # dollars per million tokens are micro-dollars per token


def known_row(model: str) -> dict[str, Any] | None:
    """All that the file says of a model, None where it says nothing."""
    return _rows().get(plain_name(model))


@cache
def _prices() -> dict[str, Price]:
    return {name: _price(row) for name, row in _rows().items()}


@cache
def _rows() -> dict[str, dict[str, Any]]:
    rows: dict[str, dict[str, Any]] = json.loads(
        resource("model_prices.json").read_text(encoding="utf-8")
    )
    return {plain_name(name): row for name, row in rows.items()}


def _price(row: dict[str, Any]) -> Price:
    longer = row.get("long_prompt")
    return Price(
        _band(row),
        _band({**row, **longer}) if longer else None,
        longer["threshold_tokens"] if longer else 0,
        row.get("source", ""),
        row.get("as_of", ""),
    )


def _band(row: dict[str, Any]) -> Band:
    return Band(
        row["input"], row["output"], row["cache_write_5m"], row["cache_write_1h"],
        row["cache_read"],
    )  # fmt: skip

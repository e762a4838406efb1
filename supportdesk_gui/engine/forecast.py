"""What a month of a support desk costs: the article's figures, its own list prices, today's.

The article (the brief of this program) puts three workloads at 180, 45 and 75 US dollars. The
second column bills the same workloads at the list price that it names, 15 and 75 US dollars per
million tokens (Claude Opus 4.1); the third bills them at today's prices with the models in use.
The article names no answer's length: 300, 200 and 100 tokens are assumed, thoughts included,
until this computer's ledger has seen enough requests of that kind.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from supportdesk_gui.engine.ledger import Kind, KindUsage
from supportdesk_gui.engine.models import DRAFT_MODEL, TRIAGE_MODEL
from supportdesk_gui.engine.prices import cost_micro_usd
from supportdesk_gui.engine.request import Usage

ENOUGH_REQUESTS = 50
"""From so many finished requests of a kind on, their averages take the place of assumptions."""
ARTICLE_MODEL = "claude-opus-4-1"


class Task(StrEnum):
    """The article's three workloads."""

    INTENT = "intent"
    REPLIES = "replies"
    SATISFACTION = "satisfaction"


@dataclass(frozen=True, slots=True)
class Assumption:
    """A task as the article has it: requests a month, tokens each, shares, its sum in dollars.

    `kind` is the ledger's that measures it.
    """

    task: Task
    volume: int
    prompt: int
    output: int
    cached: float
    is_batch: bool
    article_usd: float
    kind: str


ASSUMPTIONS = (
    Assumption(Task.INTENT, 100_000, 1_200, 300, 0.0, False, 180.0, Kind.TRIAGE),
    Assumption(Task.REPLIES, 30_000, 600, 200, 0.9, False, 45.0, Kind.DRAFT),
    Assumption(Task.SATISFACTION, 100_000, 300, 100, 0.0, True, 75.0, Kind.TAGS),
)
DEFAULT_MODELS: dict[Task, str] = {
    Task.INTENT: TRIAGE_MODEL,
    Task.REPLIES: DRAFT_MODEL,
    Task.SATISFACTION: TRIAGE_MODEL,
}


@dataclass(frozen=True, slots=True)
class Row:
    """One task for a month, sums in US dollars. `prompt` and `output` are tokens a request.

    `listed_usd` is at the article's list price, `listed_input_usd` its prompts alone;
    `today_usd` is None where today's model has no known price. `measured` of requests here,
    0 while it is assumed.
    """

    task: Task
    model: str
    volume: int
    prompt: int
    output: int
    cached: float
    is_batch: bool
    article_usd: float
    listed_usd: float
    listed_input_usd: float
    today_usd: float | None
    measured: int = 0


@dataclass(frozen=True, slots=True)
class Forecast:
    """The rows and their sums in US dollars; `today_usd` leaves unpriced rows out."""

    rows: tuple[Row, ...]

    @property
    def article_usd(self) -> float:
        """What the article says."""
        return sum(row.article_usd for row in self.rows)

    @property
    def listed_usd(self) -> float:
        """The article's workload at its own list price."""
        return sum(row.listed_usd for row in self.rows)

    @property
    def today_usd(self) -> float:
        """The workload today."""
        return sum(row.today_usd or 0.0 for row in self.rows)

    @property
    def unpriced(self) -> int:
        """Rows whose model has no known price."""
        return sum(row.today_usd is None for row in self.rows)


def forecast(
    volumes: Mapping[Task, int] | None = None,
    models: Mapping[Task, str] | None = None,
    usages: Sequence[KindUsage] = (),
) -> Forecast:
    """The month for these volumes, models and what was measured; the article's by default."""
    measured = {usage.kind: usage for usage in usages}
    rows = [
        _row(
            item,
            (volumes or {}).get(item.task, item.volume),
            (models or DEFAULT_MODELS)[item.task],
            measured.get(item.kind),
        )
        for item in ASSUMPTIONS
    ]
    return Forecast(tuple(rows))


def _row(item: Assumption, volume: int, model: str, usage: KindUsage | None) -> Row:
    listed = _dollars(ARTICLE_MODEL, item, item.output) or 0.0
    asked = _dollars(ARTICLE_MODEL, item, 0) or 0.0
    each = _dollars(model, item, item.output)
    prompt, output, cached, count = item.prompt, item.output, item.cached, 0
    if usage is not None and usage.requests - usage.unpriced >= ENOUGH_REQUESTS:
        # The mean of what each request cost: bands and written caches are in it already.
        count = usage.requests - usage.unpriced
        each = usage.micro_usd / count / 1e6
        prompt, output = usage.prompt // usage.requests, usage.output // usage.requests
        cached = usage.cache_read / usage.prompt if usage.prompt else 0.0
    article = item.article_usd * volume / item.volume
    return Row(
        item.task, model, volume, prompt, output, cached, item.is_batch, article,
        listed * volume, asked * volume, None if each is None else each * volume, count,
    )  # fmt: skip


def _dollars(model: str, item: Assumption, output: int) -> float | None:
    """What one request costs as assumed; what is not read from the cache is sent fresh."""
    read = round(item.prompt * item.cached)
    usage = Usage(
        input=item.prompt - read, cache_read=read, output=output,
        service_tier="batch" if item.is_batch else "",
    )  # fmt: skip
    cost = cost_micro_usd(model, usage)
    return None if cost is None else cost / 1e6

"""The forecast for the brief's month: what the third column must keep, and what stands beside it.

No engine is asked: the figures are today's prices times stated tokens (300, 200 and 100 of output
a request, thoughts included; 90 % of a reply's prompt read from the cache; tags in batches).
"""

from __future__ import annotations

from supportdesk_gui.engine.forecast import Row, Task, forecast
from tests.benchmarks.figures import Figure

_TRIAGE_AND_TAGS, _ALL = 40.0, 130.0
_NAMES = {
    Task.INTENT: "triage", Task.REPLIES: "replies and FAQ", Task.SATISFACTION: "tags, in batches",
}  # fmt: skip


def figures(quick: bool = False) -> list[Figure]:
    """A row for each task and two sums, in US dollars a month; the same when quick."""
    found = forecast()
    sums = {row.task: row.today_usd or 0.0 for row in found.rows}
    small = sums[Task.INTENT] + sums[Task.SATISFACTION]
    beside = f"the article ${found.article_usd:,.0f}; at its list price ${found.listed_usd:,.0f}"
    return [
        *(
            Figure(_name(row), "USD", row.today_usd or 0.0, None, told=_told(row))
            for row in found.rows
        ),
        Figure("Forecast: triage and tags", "USD", small, _TRIAGE_AND_TAGS),
        Figure("Forecast: the month", "USD", found.today_usd, _ALL, told=beside),
    ]


def _name(row: Row) -> str:
    tokens = f"{row.prompt:,} in, {row.output} out"
    basis = "measured" if row.measured else "assumed"
    return f"Forecast: {row.volume:,} x {_NAMES[row.task]}, {row.model}, {tokens}, {basis}"


def _told(row: Row) -> str:
    return (
        f"the article ${row.article_usd:,.0f}; at its list price ${row.listed_usd:,.0f}, "
        f"its input alone ${row.listed_input_usd:,.0f}"
    )

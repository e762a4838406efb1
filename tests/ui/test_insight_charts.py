"""Charts by day: a column for each day of the calendar, gaps among them."""

from __future__ import annotations

from dataclasses import replace

from supportdesk_gui.assist.insights import DaySpend, Insights, Period
from supportdesk_gui.ui.insights.columns import Columns
from supportdesk_gui.ui.insights.insight_charts import batch_chart, cache_chart, waste_chart
from supportdesk_gui.ui.theme import Theme

_SPENT = DaySpend(
    "2026-11-25", {"draft": 300}, 4, 0, 100, 50, None, drafts_micro_usd=300, waste_micro_usd=75,
    in_batches=1,
)  # fmt: skip
_FOUND = Insights(
    Period.EVER, (), 0, (), (), (), (), (), (), (), 0,
    (replace(_SPENT, day="2026-09-01"), replace(_SPENT, day="2026-11-22"), _SPENT), (), None,
)  # fmt: skip


def test_days_without_figures_are_gaps_and_the_table_has_those_with_some(theme: Theme) -> None:
    chart, _ = cache_chart(_FOUND)
    assert isinstance(chart, Columns)
    assert len(chart.columns) == 31
    assert [column.parts for column in chart.columns[-4:]] == [(0.5,), (), (), (0.5,)]
    assert [row[0] for row in chart.table[1:]] == ["2026-09-01", "2026-11-22", "2026-11-25"]


def test_waste_and_batches_are_charts_with_their_tables(theme: Theme) -> None:
    chart, about = waste_chart(_FOUND)
    assert isinstance(chart, Columns) and about == "25 %"
    assert chart.columns[-1].parts == (75.0, 225.0)
    assert chart.table[-1] == ["2026-11-25", "0.000075", "0.000225"]
    shares, _ = batch_chart(_FOUND)
    assert shares.table[-1] == ["2026-11-25", "0.2500"]
    nothing, _ = batch_chart(replace(_FOUND, days=(replace(_SPENT, in_batches=0),)))
    assert nothing.is_empty

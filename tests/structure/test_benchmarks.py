"""The benchmarks' own arithmetic: what counts as reached."""

from __future__ import annotations

from tests.benchmarks.figures import Figure, table


def test_a_ratio_is_judged_where_there_is_another_side() -> None:
    assert Figure("start", "ms", 120, 1.3, 100, "bare").verdict == "reached"
    assert Figure("start", "ms", 140, 1.3, 100, "bare").verdict == "**missed**"


def test_a_value_is_judged_alone_and_without_a_bar_not_at_all() -> None:
    assert Figure("stall", "ms", 49, 50).verdict == "reached"
    assert Figure("stall", "ms", 51, 50).verdict == "**missed**"
    assert Figure("stall", "ms", 51, None).verdict == ""


def test_the_table_says_both_sides() -> None:
    line = table([Figure("start", "ms", 140, 1.3, 100, "bare")]).splitlines()[-1]
    assert line == "| start | 140 ms | bare 100 ms | 1.40 | 1.3x | **missed** |"

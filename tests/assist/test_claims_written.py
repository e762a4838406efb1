"""The bars of the proof check on our own labelled drafts in six languages.

Each round was written, and measured, before the rules were changed for it.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from tests.benchmarks.json_lines import json_lines

LANGUAGES = ("en", "es", "fr", "de", "zh-Hans", "zh-Hant")


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    path = Path(__file__).parents[1] / "benchmarks" / "evaluate_claims.py"
    spec = importlib.util.spec_from_file_location("evaluate_claims", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_the_drafts_are_whole_and_of_every_kind(benchmark: ModuleType) -> None:
    rows = json_lines(benchmark.WRITTEN)
    assert len({row["id"] for row in rows}) == len(rows) >= 120
    assert min(Counter(row["lang"] for row in rows)[code] for code in LANGUAGES) >= 20
    for row in rows:
        gap = "" if row["lang"].startswith("zh") else " "
        assert row["draft"] == gap.join(one["text"] for one in row["sentences"])
        assert all(one["span"] in one["text"] for one in row["sentences"] if one["span"])
    kinds = Counter(one["kind"] for row in rows for one in row["sentences"])
    assert all(kinds[kind] >= 8 for kind in (*benchmark.EXACT, *benchmark.SOFT))


def test_most_claims_are_found_and_most_flags_are_right(benchmark: ModuleType) -> None:
    judged = benchmark.judge(json_lines(benchmark.WRITTEN))
    bad = [one for one in judged if one.label == "unsupported"]
    flagged = [one for one in judged if one.flagged]
    exact = [one.flagged for one in bad if one.kind in benchmark.EXACT]
    soft = [one.flagged for one in bad if one.kind in benchmark.SOFT]
    assert sum(exact) / len(exact) >= 0.95
    assert sum(soft) / len(soft) >= 0.70
    assert sum(one.label == "unsupported" for one in flagged) / len(flagged) >= 0.95


def test_the_report_says_rates_with_counts(
    benchmark: ModuleType,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of some drafts of each kind: all of them are judged above."""
    lines = benchmark.WRITTEN.read_text(encoding="utf-8").splitlines()
    last = [line for line in lines if benchmark.is_last(json.loads(line))]
    (tmp_path / "claims.jsonl").write_text("\n".join(lines[:4]), encoding="utf-8")
    (tmp_path / "own.jsonl").write_text("\n".join([*lines[:3], *last[:3]]), encoding="utf-8")
    monkeypatch.setattr(benchmark, "WRITTEN", tmp_path / "own.jsonl")
    assert benchmark.main(["--data", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "drafts of the data folder: 4 drafts" in said
    assert "our own drafts, the last round: 3 drafts" in said
    assert "all our own, among 20 passages of another shop: 6 drafts" in said
    assert "baseline, digits that stand nowhere: recall" in said
    benchmark.report_given(tmp_path / "nothing")
    assert "skipped: claims.jsonl" in capsys.readouterr().out

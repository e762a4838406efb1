"""What the documents say stands somewhere: figures of README, and pictures that it shows."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_FIGURE = re.compile(r"(?<![\w.\-/])\d+(?:[.,]\d+)*\s*(?:%|ms|s|x|MB|GB)(?![\w])")


def test_every_measured_figure_of_readme_stands_in_the_results() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    results = (ROOT / "tests" / "benchmarks" / "RESULTS.md").read_text(encoding="utf-8")
    brief = (ROOT / "docs" / "brief.md").read_text(encoding="utf-8")
    for figure in _FIGURE.findall(readme):
        assert figure in results or figure in brief, figure


def test_pictures_of_readme_are_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"\]\((docs/pictures/[^)]+)\)", readme)
    assert named
    for name in named:
        assert (ROOT / name).stat().st_size > 10_000, name


def test_the_brief_says_works_only_with_a_command() -> None:
    rows = (ROOT / "docs" / "brief.md").read_text(encoding="utf-8").splitlines()
    for row in rows:
        if row.startswith("|") and "works" in row:
            assert "`" in row.split("works", 1)[1], row

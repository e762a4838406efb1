"""What the documents say stands somewhere: figures of README, and pictures that it shows."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# A number with a unit of measurement, a share below one, or one that counts thousands.
_FIGURE = re.compile(
    r"(?<![\w.,\-/$])(?:"
    r"\d+(?:[.,]\d+)*(?:\s*(?:%|percent|ms|s|x|[kMG]B|milliseconds?|seconds?|minutes?|times)\b"
    r"|\s*%)|0\.\d+|\d{1,3}(?:,\d{3})+)(?![\w.]\d|\w)"
)
_BESIDE = "../" + "shared"  # not spelled out: this file is read as well
_MADE_HERE = {".git", ".venv", "build", "__pycache__"}


def unproven(readme: str, *proofs: str) -> list[str]:
    """The figures of README that stand in none of the other texts, as a whole figure."""
    known = {_plain(figure) for text in proofs for figure in _FIGURE.findall(text)}
    return [figure for figure in _FIGURE.findall(readme) if _plain(figure) not in known]


def _plain(figure: str) -> str:
    return re.sub(r"\s", "", figure)


def test_every_figure_of_readme_stands_in_the_results_or_the_brief() -> None:
    texts = [ROOT / "README.md", ROOT / "tests/benchmarks/RESULTS.md", ROOT / "docs/brief.md"]
    assert unproven(*(path.read_text(encoding="utf-8") for path in texts)) == []


@pytest.mark.parametrize(
    ("readme", "results", "left"),
    [
        ("Starts in 121 ms.", "| start | 121 ms |", []),
        ("Starts in 120 ms.", "| start | 121 ms |", ["120 ms"]),
        ("Starts in 21 ms.", "| start | 121 ms |", ["21 ms"]),
        ("Right in 98 % of 2,301 rows, F1 0.987", "98% of 2,301; 0.987", []),
        ("Right in 98 % of 2,301 rows, F1 0.987", "9.8%, 301, 0.98", ["98 %", "2,301", "0.987"]),
        ("Tests take 3 minutes, 1.2x a bare window.", "", ["3 minutes", "1.2x"]),
        ("Python 3.11 to 3.14, Debian 12, 512-token passages, $0.00, Apache-2.0", "", []),
    ],
)
def test_a_figure_without_proof_is_found(readme: str, results: str, left: list[str]) -> None:
    assert unproven(readme, results, "") == left


def test_nothing_mentions_what_lies_beside_the_repository() -> None:
    assert list(mentioning(ROOT)) == []


def test_a_mention_is_found_in_any_file(tmp_path: Path) -> None:
    for name in ("docs/a.md", "b.py", "c.png", ".ci/run", ".git/config", "d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        text = "nothing" if name == "d.txt" else f"see {_BESIDE}/x"
        (tmp_path / name).write_bytes(b"\xff\x00" + text.encode())
    found = {path.relative_to(tmp_path).as_posix() for path in mentioning(tmp_path)}
    assert found == {"docs/a.md", "b.py", "c.png", ".ci/run"}


def mentioning(folder: Path) -> Iterator[Path]:
    """The files that name the folder beside the repository; what is made here is not read."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in _MADE_HERE]
        for path in (Path(place, name) for name in names if name not in _MADE_HERE):
            if _BESIDE.encode() in path.read_bytes():
                yield path


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

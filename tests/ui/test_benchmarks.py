"""The benchmarks still measure: a small run of each, as `desk bench` starts them.

How fast it is here is not judged, for the tests share the machine with each other.
"""

from __future__ import annotations

import math
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BENCHMARKS = ROOT / "tests" / "benchmarks"
_PATIENCE = 500  # seconds, where others use the machine
pytestmark = pytest.mark.usefixtures("qapp")  # where Qt cannot load, its figures cannot be had


def _run(script: str, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(BENCHMARKS / script), *arguments],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1", **more},
        capture_output=True, encoding="utf-8", timeout=_PATIENCE, check=False,
    )  # fmt: skip


def _rows(text: str) -> dict[str, list[str]]:
    """The table's rows by name; 100,000 rows and 3,000 rows are the same name."""
    lines = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    return {re.sub(r"\d[\d,]*", "N", name): rest for name, *rest in lines[1:] if rest[0] != "---"}


@pytest.mark.timeout(_PATIENCE + 40)
def test_a_quick_run_fills_every_row_of_the_results(sample_shop: Path) -> None:
    done = _run("bench.py", "--quick", SUPPORTDESK_BENCH_SHOP=str(sample_shop))
    assert done.returncode == 0, done.stderr
    measured = _rows(done.stdout)
    written = (BENCHMARKS / "RESULTS.md").read_text(encoding="utf-8")
    speed = written.partition("<!-- desk bench: from here -->")[2].partition("<!--")[0]
    assert set(_rows(speed)) == set(measured)
    for name, (here, *_) in measured.items():
        # What is a difference may be below 0 where others use the machine.
        assert math.isfinite(float(here.split()[0].replace(",", ""))), name
    assert "slowest p95:" in done.stdout


def test_figures_of_a_quick_run_are_not_written_down() -> None:
    before = (BENCHMARKS / "RESULTS.md").read_bytes()
    done = _run("bench.py", "--quick", "--write")
    assert done.returncode == 2
    assert "not for RESULTS.md" in done.stderr
    assert (BENCHMARKS / "RESULTS.md").read_bytes() == before


def test_the_import_alone_is_measured() -> None:
    done = _run("bench_import.py", "--rows", "2000")
    assert done.returncode in (0, 1), done.stderr  # 1: a bar is missed
    assert done.stderr == ""
    for line in ("ratio: ", "first 500 rows listed after ", "longest batch: "):
        assert re.search(rf"^{line}[\d.]+", done.stdout, re.MULTILINE), done.stdout

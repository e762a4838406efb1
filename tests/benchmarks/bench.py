"""`desk bench`: every figure with the other side of its ratio from the same run.

`--quick` makes small runs; `--write` puts a full run into RESULTS.md, below its heading *Speed*.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks import (
    bench_claude,
    bench_drafts,
    bench_forecast,
    bench_inbox,
    bench_knowledge,
    bench_policies,
    bench_proof,
    bench_retrieval,
    bench_review,
    bench_start,
    bench_streaming,
    bench_tagging,
    bench_window,
)
from tests.benchmarks.figures import Figure, table

_RESULTS = Path(__file__).with_name("RESULTS.md")
_BEGIN, _END = "<!-- desk bench: from here -->", "<!-- desk bench: to here -->"


def main(arguments: list[str] | None = None) -> int:
    """Print the table; 0 also when a bar is missed, which the table says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--write", action="store_true", help="also into RESULTS.md")
    options = parser.parse_args(arguments)
    if options.write and options.quick:
        parser.error("figures of quick runs are not for RESULTS.md")
    figures: list[Figure] = []
    parts = (
        bench_start, bench_streaming, bench_window, bench_review, bench_claude, bench_policies, bench_retrieval,
        bench_proof, bench_drafts, bench_knowledge, bench_tagging, bench_forecast,
    )  # fmt: skip
    for part in parts:
        figures += part.figures(options.quick)
    figures += bench_retrieval.large_figures(options.quick)
    text = f"{_machine()}\n\n{table(figures)}"
    print(text)
    if options.write:
        _write(text)
    print("\nThe inbox's questions to the store alone:")
    bench_inbox.main(["--tickets", "2000"] if options.quick else [])
    return 0


def _machine() -> str:
    load = f", load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
    return (
        f"{time.strftime('%Y-%m-%d')}, {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores, Python {platform.python_version()}, offscreen platform{load}."
    )


def _write(text: str) -> None:
    before, _, rest = _RESULTS.read_text(encoding="utf-8").partition(_BEGIN)
    after = rest.partition(_END)[2]
    _RESULTS.write_text(f"{before}{_BEGIN}\n{text}\n{_END}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())

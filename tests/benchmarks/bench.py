"""`desk bench`: every figure with the other side of its ratio from the same run.

`--quick` makes small runs; figures of quick runs are not for RESULTS.md.
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

from tests.benchmarks import bench_import, bench_inbox, bench_start, bench_streaming
from tests.benchmarks.figures import table


def main(arguments: list[str] | None = None) -> int:
    """Print all tables; 0 also when a bar is missed, which the table says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args(arguments)
    print(f"{time.strftime('%Y-%m-%d')}, {platform.machine()}, {os.cpu_count()} cores, "
          f"Python {platform.python_version()}\n")  # fmt: skip
    print(table(bench_start.figures(options.quick)))
    lengths = (5_000,) if options.quick else (5_000, 20_000, 100_000)
    for name, value, bar in bench_streaming.figures(lengths):
        print(f"{name}: {value:.2f} ms, {_bar(value, bar)}")
    few = "5000"
    print()
    bench_import.main(["--rows", few] if options.quick else [])
    print()
    bench_inbox.main(["--tickets", few] if options.quick else [])
    return 0


def _bar(value: float, bar: float) -> str:
    return f"bar {bar:g}: " + ("reached" if value <= bar else "missed")


if __name__ == "__main__":
    sys.exit(main())

"""The real program killed ten times at random moments: `python -m tests.crashes 200` in small."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="forks its programs, reads /proc"),
    pytest.mark.usefixtures("qapp"),  # where Qt cannot load, there is no window to kill
]
_ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.alone
def test_nothing_that_was_shown_is_lost_by_ten_kills() -> None:
    halves = [_started(seed) for seed in (0, 100)]  # side by side: each waits half of its time
    for process in halves:
        said, faults = process.communicate(timeout=280)
        assert process.returncode == 0, said + faults
        wrote = re.search(r"^5 kills in .*writing (\d+)$", said, re.MULTILINE)
        assert wrote and int(wrote[1]) > 1, said  # a journey that does nothing loses nothing


def _started(seed: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.crashes", "5", str(seed)],
        cwd=_ROOT, env=os.environ | {"PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip

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
@pytest.mark.timeout(300)
def test_nothing_that_was_shown_is_lost_by_ten_kills() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.crashes", "10"],
        cwd=_ROOT, env=os.environ | {"PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1"},
        capture_output=True, encoding="utf-8", timeout=280, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    said = re.search(r"^10 kills in .*writing (\d+)$", done.stdout, re.MULTILINE)
    assert said and int(said[1]) > 3, done.stdout  # a journey that does nothing loses nothing

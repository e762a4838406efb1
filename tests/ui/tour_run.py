"""The first command without a display, once for all tests: what it says, shows, and connects to.

Run through `packaging/desk.py` where that has set the checkout up (as `desk test` does), else the
program itself.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

from tests.once import once, shared_folder
from tests.storage.keyring_session import ROOT, environment
from tests.ui.watching import Watched, watch

SECONDS = 60.0
_PATIENCE = 240.0  # seconds, where others use the machine
_DESK = ROOT / "packaging" / "desk.py"


@dataclass(frozen=True)
class Tour:
    """One run: what was seen of it from outside, the seconds it took, and its pictures."""

    seen: Watched
    seconds: float
    pictures: list[Path]

    @property
    def text(self) -> str:
        """What it printed."""
        return self.seen.said

    def part(self, title: str) -> str:
        """The indented lines below a title."""
        found = re.search(rf"^{re.escape(title)}:\n((?:  .*\n|\n(?=  ))+)", self.text, re.MULTILINE)
        assert found, f"{title} is not there:\n{self.text}"
        return found[1]


@pytest.fixture(scope="session")
def tour(tmp_path_factory: pytest.TempPathFactory) -> Tour:
    return tour_in(shared_folder(tmp_path_factory) / "tour")


def tour_in(place: Path) -> Tour:
    """The tour that was run in the folder `place`, by the first who asks for it."""
    place.mkdir(exist_ok=True)
    kept = once(place / "run.json", lambda: _make(place))
    made = json.loads(kept.read_text("utf-8"))
    seen = Watched.of(made["seen"])
    named = re.findall(r"^  (/.+\.png)$", seen.said, re.MULTILINE)
    return Tour(seen, made["seconds"], [Path(name) for name in named])


def _make(place: Path) -> None:
    """Run the tour in the folder `place` and write down there how it went."""
    variables = environment(place) | {"LC_ALL": "C.UTF-8"}
    command = [sys.executable, str(_DESK), "--no-system", "--"]
    if not (ROOT / ".venv" / "synced").exists():
        command = [sys.executable, "-m", "supportdesk_gui"]
        variables["QT_QPA_PLATFORM"] = "offscreen"
    command += ["--tour", str(place / "pictures"), "--home", str(place / "home")]
    shutil.rmtree(place / "seen", ignore_errors=True)  # of a run that failed
    began = time.monotonic()
    seen = watch(command, variables, place / "seen", _PATIENCE)
    made: Mapping[str, object] = {"seconds": time.monotonic() - began, "seen": asdict(seen)}
    whole = place / "run.part"
    whole.write_text(json.dumps(made, default=sorted), encoding="utf-8")
    whole.rename(place / "run.json")

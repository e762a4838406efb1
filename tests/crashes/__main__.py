"""`python -m tests.crashes KILLS [SEED]`: kill the real program so often, and say what was lost.

Each life begins with what the last one left, does what its seed says (typing, a stream from the
stand-in, approvals in Review, statuses and copies, an import and its undoing, policies, exports)
and is killed by SIGKILL at a random moment, sometimes while it still starts. What it had shown
until then is compared with what the next one shows. Programs are forked from this process, which has read the
libraries and made no window, and so are their policy workers (tests/worker_nursery.py).
"""

from __future__ import annotations

import csv
import importlib
import json
import os
import random
import select
import signal
import subprocess
import sys
import time
import traceback
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.crashes.expected import Expected, Line, database_faults
from tests.crashes.journey import VIEWS, live
from tests.worker_nursery import Nursery

_READ = (
    "asyncio", "PySide6.QtTest", "PySide6.QtWidgets", "anthropic", "keyring", "numpy", "qasync",
    "supportdesk_gui.assist.drafting", "supportdesk_gui.tickets.importing.run",
    "supportdesk_gui.ui.bug_dialog", "supportdesk_gui.ui.engine_wiring",
    "supportdesk_gui.ui.privacy_wiring", "supportdesk_gui.ui.program",
    "supportdesk_gui.ui.reply.reply_column", "supportdesk_gui.ui.review.reviewing",
    "supportdesk_gui.ui.single_instance",
)  # fmt: skip
_LIVES_IN_A_FOLDER = 20
_PATIENCE = 90.0
_SHORTEST = 0.05
_LONGEST, _LONGEST_OF_FEW = 2.0, 1.0


class Life:
    """One program; `lines` is what it said."""

    def __init__(self, home: Path, seed: int, claude: tuple[str, str]) -> None:
        told, telling = os.pipe()
        self._told, self.lines = told, list[Line]()
        self._left = b""
        self._pid = os.fork()
        if self._pid == 0:
            os.close(told)
            try:
                live(home, seed, telling, *claude)
            except BaseException:
                traceback.print_exc()
            os._exit(1)
        os.close(telling)

    def listen(self, seconds: float, until: str = "") -> bool:
        """Hear what it says for so long; False when it ended by itself."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if not select.select([self._told], [], [], left)[0]:
                break
            read = os.read(self._told, 1_000_000)
            if not read:
                return False
            *whole, self._left = (self._left + read).split(b"\n")
            self.lines += [json.loads(line) for line in whole]
            if until and any(line["kind"] == until for line in self.lines):
                break
        return True

    def kill(self) -> float:
        """Kill it; the moment. What it said until then is heard."""
        killed_at = time.monotonic()
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        self.listen(_PATIENCE)
        os.close(self._told)
        return killed_at


def main(kills: int, seed: int) -> int:
    """1 when something was lost."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    nursery = _forked_workers()
    claude = subprocess.Popen(
        [sys.executable, "-m", "tests.claude", "--per-second", "80", "--first-byte", "0.05"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    assert claude.stdout is not None
    for name in _READ:
        importlib.import_module(name)
    address = (claude.stdout.readline().strip(), claude.stdout.readline().strip())
    faults, text_lost, name_lost, begun = 0, 0.0, 0.0, time.monotonic()
    doing: dict[str, int] = {}
    for first in range(0, kills, _LIVES_IN_A_FOLDER):
        with TemporaryDirectory() as folder:
            expected = Expected()
            count = min(_LIVES_IN_A_FOLDER, kills - first)
            _journey(Path(folder) / "home", range(seed + first, seed + first + count), address,
                     expected, doing)  # fmt: skip
        faults += len(expected.faults)
        if kills > _LIVES_IN_A_FOLDER:
            print(f"{first + count} kills, {faults} faults", flush=True)
        text_lost = max(text_lost, expected.text_lost)
        name_lost = max(name_lost, expected.name_lost)
    claude.communicate()
    nursery.close()
    lives = ", ".join(f"{name} {count}" for name, count in sorted(doing.items()))
    print(f"{kills} kills in {time.monotonic() - begun:.0f} s; killed while: {lives}")
    print(f"typed or streamed text lost, at most: {text_lost:.2f} s; a setting: {name_lost:.2f} s")
    print(f"{faults} faults")
    return min(faults, 1)


def _forked_workers() -> Nursery:
    from supportdesk_gui.policies.worker_process import WorkerProcess

    nursery = Nursery()
    WorkerProcess._started = staticmethod(nursery.start)  # type: ignore[method-assign, assignment]
    nursery.begin()
    return nursery


def _journey(
    home: Path, seeds: range, claude: tuple[str, str], expected: Expected, doing: dict[str, int]
) -> None:
    killed_at, told = 0.0, 0
    for seed in [*seeds, -1]:  # after the last kill it is opened once more
        chance = random.Random(seed)
        life = Life(home, seed, claude)
        if killed_at and seed >= 0 and chance.random() < 0.1:  # killed while it starts
            life.listen(chance.uniform(0.0, 0.6), until="opened")
        elif not life.listen(_PATIENCE, until="opened"):
            expected.faults.append(f"life {seed} did not open")
        opened = [line for line in life.lines if line["kind"] == "opened"]
        if opened:
            expected.compare(opened[0], killed_at)
            few = len(seeds) < _LIVES_IN_A_FOLDER
            longest = _LONGEST_OF_FEW if few else _LONGEST
            life.listen(chance.uniform(_SHORTEST, longest) if seed >= 0 else 0)
        killed_at = life.kill() if opened or not killed_at else (life.kill(), killed_at)[1]
        for line in life.lines:
            expected.hear(line)
        _count(life.lines, doing)
        if opened:
            _gone(opened[0]["worker"])
        expected.faults += database_faults(home)
        for said in expected.faults[told:]:
            print(f"life {seed}: {said}", flush=True)
        told = len(expected.faults)
        for name in ("requests.csv", *VIEWS):
            _check_export(home.parent / name, expected)


def _count(lines: list[Line], doing: dict[str, int]) -> None:
    kinds = [line["kind"] for line in lines]
    running = "importing" in kinds and "imported" not in kinds
    undoing = "undoing" in kinds and "undone" not in kinds
    for name, true in (
        ("starting", "opened" not in kinds), ("writing", "text" in kinds),
        ("importing", running), ("undoing an import", undoing), ("indexing", "policy" in kinds),
        ("exporting", "exported" in kinds), ("exporting a view", "exported view" in kinds),
        ("approving", "approving" in kinds), ("approved", "approved" in kinds), ("changing", "status" in kinds),
    ):  # fmt: skip
        doing[name] = doing.get(name, 0) + true


def _check_export(path: Path, expected: Expected) -> None:
    """A saved file is whole, or the one before."""
    if not path.exists():
        return
    with path.open(encoding="utf-8-sig", newline="") as file:
        try:
            rows = json.load(file) if path.suffix == ".json" else list(csv.reader(file))
        except ValueError:
            rows = []
    if not rows or len({len(row) for row in rows}) != 1:
        expected.faults.append(f"the saved file {path.name} is not whole")


def _gone(pid: int | None) -> None:
    """The policy worker notices that nobody listens any more, and ends."""
    end = time.monotonic() + _PATIENCE
    while pid and Path(f"/proc/{pid}").exists() and _state(pid) != "Z":
        if time.monotonic() > end:
            os.kill(pid, signal.SIGKILL)
            raise TimeoutError("the policy worker outlived the program")
        time.sleep(0.02)


def _state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "Z"


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0))

"""Cold start: from the start of the process to the first painted window, beside a bare one.

Starts are interleaved, so that whatever else the machine does falls on both sides. The bare side
is a QMainWindow of the same size with a paintEvent and nothing in it. Ours starts as an agent
starts it, without arguments. Timed is what an agent can read and act on: the whole welcome page;
for the inbox first rail, status bar, search, filters without their counts, the rows, and the first
ticket with its conversation, all in their final place, then the same with the reply beside them.
"""

from __future__ import annotations

import compileall
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.figures import Figure

ROOT = Path(__file__).resolve().parents[2]
BAR_EMPTY, BAR_FULL = 1.3, 2.0

_BARE = """
import time
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QMainWindow
class Bare(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        loop.quit()
app = QApplication(["bare"])
loop = QEventLoop()
window = Bare()
window.resize(1280, 800)
window.show()
loop.exec()
print(time.time_ns())
"""
_BESIDE = "bare QMainWindow"


def figures(quick: bool) -> list[Figure]:
    """The welcome page, then the inbox with many tickets, against a bare window."""
    compileall.compile_dir(str(ROOT / "supportdesk_gui"), quiet=2)
    starts, count = (1, 500) if quick else (15, 10_000)
    with tempfile.TemporaryDirectory() as folder:
        empty, full = Path(folder, "empty"), Path(folder, "full")
        _fill(full, count)
        times: dict[str, list[float]] = {"bare": [], "welcome": [], "ticket": [], "whole": []}
        for turn in range(starts + 1):
            shutil.rmtree(empty, ignore_errors=True)
            taken = _milliseconds([sys.executable, "-c", _BARE], full)
            taken += _milliseconds([sys.executable, "-m", "supportdesk_gui"], empty)
            taken += _milliseconds([sys.executable, "-m", "supportdesk_gui"], full)
            for name, value in zip(times, taken, strict=True):
                if turn:  # the first turn reads the disk
                    times[name].append(value)
    bare, welcome, ticket, whole = (statistics.median(found) for found in times.values())
    name = f"cold start, median of {starts}: "
    inbox = f"{name}the inbox of {count:,} tickets, "
    return [
        Figure(name + "the welcome page", "ms", welcome, BAR_EMPTY, bare, _BESIDE),
        Figure(inbox + "list and ticket", "ms", ticket, BAR_FULL, bare, _BESIDE),
        Figure(inbox + "the reply too", "ms", whole, None, bare, _BESIDE),
    ]


def _milliseconds(command: list[str], home: Path) -> list[float]:
    """From the start of the process to each picture that it tells of."""
    environment = {
        **os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "",
        "SUPPORTDESK_HOME": str(home), "SUPPORTDESK_UNTIL": "painted",
    }  # fmt: skip
    began = time.time_ns()
    said = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    return [(int(line.split()[0]) - began) / 1e6 for line in said.stdout.splitlines()]


def _fill(home: Path, count: int) -> None:
    from supportdesk_gui.storage.data_folder import open_data_folder
    from supportdesk_gui.storage.database import Database
    from supportdesk_gui.storage.migrations import DESK_LAYOUTS
    from supportdesk_gui.tickets.sample_shop import grown_tickets
    from supportdesk_gui.tickets.store import TicketStore

    folder = open_data_folder(str(home))
    database = Database(folder.desk_database, DESK_LAYOUTS, folder.backups)
    store = TicketStore(database)
    number = store.start_import("Sample shop", "", int(time.time())).result()
    tickets = grown_tickets(int(time.time()), count)
    for at in range(0, len(tickets), 400):
        store.upsert(number, tickets[at : at + 400]).result()
    store.finish_import(number).result()
    database.close()

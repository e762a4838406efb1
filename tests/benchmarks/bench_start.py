"""Cold start: from the start of the process to the first painted window, beside a bare one.

Starts are interleaved, so that whatever else the machine does falls on both sides. The bare side
is a QMainWindow of the same size with a paintEvent and nothing in it. Our window shows its grounds
first (rail, page, status bar in their colours) and its page when that is built: both are timed.
The bar is for the page: grounds alone are nothing an agent could use.
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
    """The window, then its first page without tickets and with many, against a bare window."""
    compileall.compile_dir(str(ROOT / "supportdesk_gui"), quiet=2)
    starts, count = (3, 500) if quick else (15, 10_000)
    with tempfile.TemporaryDirectory() as folder:
        empty, full = Path(folder, "empty"), Path(folder, "full")
        _fill(full, count)
        times: dict[str, list[float]] = {"bare": [], "window": [], "page": [], "inbox": []}
        for turn in range(starts + 1):
            taken = {"bare": _milliseconds([sys.executable, "-c", _BARE])}
            shutil.rmtree(empty, ignore_errors=True)
            taken["window"] = _ours(empty, "window")
            shutil.rmtree(empty, ignore_errors=True)
            taken["page"] = _ours(empty, "painted")
            taken["inbox"] = _ours(full, "painted")
            for name, value in taken.items():
                if turn:  # the first turn reads the disk
                    times[name].append(value)
    bare, window, page, inbox = (statistics.median(found) for found in times.values())
    name = f"cold start, median of {starts}: "
    return [
        Figure(name + "the window in its colours, empty", "ms", window, None, bare, _BESIDE),
        Figure(name + "the welcome page on it", "ms", page, BAR_EMPTY, bare, _BESIDE),
        Figure(f"{name}the inbox of {count:,} tickets", "ms", inbox, BAR_FULL, bare, _BESIDE),
    ]


def _ours(home: Path, until: str) -> float:
    command = [sys.executable, "-m", "supportdesk_gui", "--home", str(home), "--until", until]
    return _milliseconds(command)


def _milliseconds(command: list[str]) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": ""}
    began = time.time_ns()
    said = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    return (int(said.stdout.split()[0]) - began) / 1e6


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

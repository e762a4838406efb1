"""Cold start: from the start of the process to the first painted window, beside a bare one.

Starts are interleaved, so that whatever else the machine does falls on both sides. The bare side
is a QMainWindow of the same size with a paintEvent and nothing in it.
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

ROOT = Path(__file__).resolve().parents[2]
BAR_EMPTY, BAR_FULL = 1.3, 2.0
_TICKETS = 10_000

_BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
class Bare(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.time_ns(), flush=True)
        app.quit()
app = QApplication(sys.argv)
window = Bare()
window.resize(1280, 800)
window.show()
app.exec()
"""


def figures(starts: int = 15) -> list[tuple[str, float, float, float]]:
    """Rows of (name, our seconds, the bare window's seconds, bar as a ratio)."""
    compileall.compile_dir(str(ROOT / "supportdesk_gui"), quiet=2)
    with tempfile.TemporaryDirectory() as folder:
        empty, full = Path(folder, "empty"), Path(folder, "full")
        _fill(full)
        _seconds([sys.executable, "-c", _BARE])  # the first start reads the disk
        _ours(empty)
        _ours(full)
        times: dict[str, list[float]] = {"bare": [], "empty": [], "full": []}
        for _ in range(starts):
            times["bare"].append(_seconds([sys.executable, "-c", _BARE]))
            shutil.rmtree(empty, ignore_errors=True)
            times["empty"].append(_ours(empty))
            times["full"].append(_ours(full))
    bare, first, stored = (statistics.median(times[name]) for name in ("bare", "empty", "full"))
    return [
        ("cold start to the first painted window", first, bare, BAR_EMPTY),
        (f"cold start with {_TICKETS:,} stored tickets", stored, bare, BAR_FULL),
    ]


def _ours(home: Path) -> float:
    command = [sys.executable, "-m", "supportdesk_gui", "--home", str(home), "--until", "painted"]
    return _seconds(command)


def _seconds(command: list[str]) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": ""}
    began = time.time_ns()
    said = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    return (int(said.stdout.split()[0]) - began) / 1e9


def _fill(home: Path) -> None:
    from supportdesk_gui.storage.data_folder import open_data_folder
    from supportdesk_gui.storage.database import Database
    from supportdesk_gui.storage.migrations import DESK_LAYOUTS
    from supportdesk_gui.tickets.sample_shop import grown_tickets
    from supportdesk_gui.tickets.store import TicketStore

    folder = open_data_folder(str(home))
    database = Database(folder.desk_database, DESK_LAYOUTS, folder.backups)
    store = TicketStore(database)
    number = store.start_import("Sample shop", "", int(time.time())).result()
    tickets = grown_tickets(int(time.time()), _TICKETS)
    for at in range(0, len(tickets), 400):
        store.upsert(number, tickets[at : at + 400]).result()
    store.finish_import(number).result()
    database.close()

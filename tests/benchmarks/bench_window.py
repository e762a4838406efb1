"""A large export through the real window, and the window with all of it stored.

Import: from the file's drop to the last batch, beside the plain script and pandas over the same
file (import_beside.py). The rows are read by the doctor as an agent's file would be. A timer of
5 ms says how long the window's loop stood still, another how much memory the process takes.

Afterwards: a ticket is selected, a letter is typed, until everything is painted. And in a process
of its own, what the window holds once it was used, and what it burns while nothing is done.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.driving import (
    Memory,
    Stalls,
    application,
    program_on,
    share,
    until,
    until_idle,
)
from tests.benchmarks.figures import Figure
from tests.benchmarks.import_beside import (
    NO_PANDAS,
    pandas_seconds,
    pandas_tables_seconds,
    plain_seconds,
    settle_disk,
)
from tests.benchmarks.tickets_csv import write_csv

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_TYPED = (
    "order lamp", "refund", "user4321", "80444", "reembolso", "is:drafted", "zzzz", "退款",
    "order -lamp", '"order lamp"', 'lang:es "mi pedido" -refund',
)  # fmt: skip
_SELECTED = 60


def figures(quick: bool) -> list[Figure]:
    """All rows of this bench; 100,000 tickets, 1,000 when quick."""
    app = application()
    count = 1_000 if quick else 100_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "tickets.csv"
        write_csv(path, count)
        found = _imported(app, folder / "home", path, count)
        found += _used(app, folder / "home", count)
        return found + _settled(folder / "home", count, quick)


def _imported(app: QApplication, home: Path, path: Path, count: int) -> list[Figure]:
    from supportdesk_gui.ui.window_loop import run_in_window

    plain, pandas = plain_seconds(path, home.parent), pandas_seconds(path, home.parent)
    tables = pandas_tables_seconds(path, home.parent)
    stalls, memory = Stalls(), Memory()
    seconds = first = 0.0

    async def watch() -> None:
        nonlocal seconds, first
        program = program_on(app, home)
        program.window.show()
        life = asyncio.get_running_loop().create_task(program.live([]))
        await until(lambda: not program.jobs.running("undo import"))
        await until_idle()
        stalls.start()
        memory.start()
        settle_disk()
        begun = time.perf_counter()
        program.intake.take([path])
        await until(lambda: program.inbox.list.model.rowCount() > 0)
        await until(lambda: program.window.page == "inbox")
        first = time.perf_counter() - begun
        await until(lambda: not program.jobs.running("import"))
        seconds = time.perf_counter() - begun
        stalls.stop()
        memory.stop()
        for job in program.jobs.running("triage"):
            job.cancel()
        program.window.close()
        await life

    run_in_window(watch())
    rows = f"{count:,} CSV rows"
    return [
        Figure(f"{rows} through the window", "s", seconds, 1.5, plain, "plain script"),
        *_beside_pandas(rows, seconds, pandas, tables),
        Figure(f"{rows}: first rows listed", "s", first, 1.0),
        Figure(f"{rows}: most memory above idle", "MB", memory.above_idle, 300.0),
        Figure(f"{rows}: longest stall of the window", "ms", max(stalls.found), 50.0),
        Figure(f"{rows}: stalls, p99", "ms", share(stalls.found, 0.99), None),
    ]  # fmt: skip


def _beside_pandas(
    rows: str, seconds: float, pandas: float | None, tables: float | None
) -> list[Figure]:
    return [
        Figure(
            f"{rows}: beside pandas", "s", seconds, 1.0 if pandas else None, pandas,
            "read_csv, to_sql, the same full-text index", "" if pandas else NO_PANDAS,
        ),
        Figure(
            f"{rows}: beside pandas into the inbox's tables", "s", seconds, None, tables,
            "read_csv, to_sql, the tables and indexes of the inbox", "" if tables else NO_PANDAS,
        ),
    ]  # fmt: skip


def _used(app: QApplication, home: Path, count: int) -> list[Figure]:
    program = program_on(app, home)
    program.complete()
    program.inbox.ticket.list_facts()
    program.window.show()
    app.processEvents()
    pane = program.inbox.list
    selected = [_painted(app, lambda: pane.step(1)) for _ in range(_SELECTED)]
    typed = []
    for text in _TYPED:
        for end in range(1, len(text) + 1):
            shown = text[:end]
            typed.append(_painted(app, lambda shown=shown: pane.search.setText(shown)))  # type: ignore[misc]
        pane.search.clear()
        app.processEvents()
    program.close_stores()
    program.window.let_close()
    return [
        Figure(f"{count:,} tickets: select to painted, p95", "ms", share(selected, 0.95), 50.0),
        Figure(f"{count:,} tickets: select, median", "ms", share(selected, 0.5), None),
        Figure(f"{count:,} tickets: letter to painted list, p95", "ms", share(typed, 0.95), 50.0),
        Figure(f"{count:,} tickets: letter, median", "ms", share(typed, 0.5), None),
    ]


def _settled(home: Path, count: int, quick: bool) -> list[Figure]:
    script = Path(__file__).with_name("settled_inbox.py")
    command = [sys.executable, str(script), str(home), "0.5" if quick else "20"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    held, share_of_core, stall, worked = map(float, done.stdout.split()[-4:])
    of_it = f"processor time {worked:.3g} ms"
    tickets = f"{count:,} tickets"
    return [
        Figure(f"{tickets}: the window's process in memory, after use", "MB", held, 400.0),
        Figure(f"{tickets}: share of one core while idle", "%", share_of_core, 0.5),
        Figure(
            f"{tickets}: longest stall of the window while it is used",
            "ms",
            stall,
            50.0,
            told=of_it,
        ),
    ]


def _painted(app: QApplication, act: Callable[[], object]) -> float:
    """Milliseconds until what `act` changes is painted."""
    begun = time.perf_counter()
    act()
    app.processEvents()
    return (time.perf_counter() - begun) * 1000

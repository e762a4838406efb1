"""The real window driven by a benchmark: opened on a folder, watched, waited for."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from supportdesk_gui.ui.program import Program


def application() -> QApplication:
    """The one QApplication, with the program's fonts."""
    from PySide6.QtWidgets import QApplication

    from supportdesk_gui.ui.fonts import load_fonts

    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    load_fonts()
    return app


def program_on(app: QApplication, home: Path) -> Program:
    """The program with its data in `home`, not yet shown."""
    from supportdesk_gui.storage.data_folder import open_data_folder
    from supportdesk_gui.ui.program import Program
    from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
    from supportdesk_gui.ui.theme import Theme

    folder = open_data_folder(str(home))
    settings, theme = SettingsKeeper(folder.settings), Theme(app, "light")
    return Program(folder, settings, theme)


_IDLE_SECONDS = 0.03
"""Of processor time within a second."""


class Stalls:
    """Milliseconds by which a 5-ms timer came late, and what the thread worked meanwhile."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.found: list[float] = []
        self.worked: list[float] = []
        """Processor time of the window's thread: what it waited for others is not in it."""
        self._last = self._last_worked = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Watch from now on."""
        self._last, self._last_worked = time.perf_counter(), time.thread_time()
        self._timer.start()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()

    def _tick(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.found.append((now - self._last) * 1000 - 5)
        self.worked.append((worked - self._last_worked) * 1000)
        self._last, self._last_worked = now, worked


class Memory:
    """What the process and those it started take of the computer's memory, looked at ten times a second:
    each look takes a millisecond of the window's thread.

    Read from /proc; where there is none, the most that it ever took itself stands for both.
    """

    def __init__(self) -> None:
        from PySide6.QtCore import QTimer

        self._idle = self._most = 0.0
        self._timer = QTimer()
        self._timer.setInterval(100)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """What it takes now is idle."""
        self._idle = self._most = _resident()
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    @property
    def above_idle(self) -> float:
        """The most it took meanwhile, less what it took at the start, in MB."""
        return self._most - self._idle

    def _look(self) -> None:
        self._most = max(self._most, _resident())


def _processes() -> list[str]:
    """This process and those it started, as /proc calls them."""
    try:
        started = Path("/proc/self/task").glob("*/children")
        return ["self", *" ".join(one.read_text() for one in started).split()]
    except OSError:
        return ["self"]


def _worked() -> float:
    """Seconds of processor time that this process and those it started took."""
    ticks = 0
    for process in _processes():
        try:
            told = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        except OSError:  # ended meanwhile, or no such system
            continue
        ticks += int(told[11]) + int(told[12])
    return ticks / os.sysconf("SC_CLK_TCK") if ticks else time.process_time()


def _resident() -> float:
    import resource

    pages = 0
    for process in _processes():
        try:
            pages += int(Path(f"/proc/{process}/statm").read_text().split()[1])
        except OSError:  # ended meanwhile
            continue
    if not pages:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6  # bytes, on macOS
    return pages * resource.getpagesize() / 1e6


async def until_idle(most: float = 60.0) -> None:
    """Wait until the program and what it started do nothing: what a start still loads behind its first
    picture, the policy worker above all, is no part of what is measured next."""
    worked, end = _worked(), time.monotonic() + most
    while time.monotonic() < end:
        await asyncio.sleep(1)
        before, worked = worked, _worked()
        if worked - before < _IDLE_SECONDS:
            return


async def until(true: Callable[[], object]) -> None:
    """Wait for a state of the window."""
    while not true():  # noqa: ASYNC110 - what is waited for is a state of widgets, not an event
        await asyncio.sleep(0.01)


def share(values: Sequence[float], part: float) -> float:
    """The value that `part` of all values do not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]

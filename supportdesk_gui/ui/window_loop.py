"""asyncio in Qt's loop, in short turns: the window has its own between two of them.

qasync makes a Qt timer of each callback, and Qt runs all that are due before it looks at the
window again: 25 drafts that begin and end together were 30 ms in one go. Here callbacks wait in a
row, and no more of them are run at once than fit into a turn.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Coroutine
from typing import Any, TypeVar

import qasync
from PySide6.QtCore import QObject, QTimerEvent
from PySide6.QtWidgets import QApplication

T = TypeVar("T")

_TURN_SECONDS = 0.005
_LEAST_DELAY = 0.001
"""Qt counts milliseconds."""


class WindowLoop(qasync.QEventLoop):  # type: ignore[misc]
    """The program's loop; what is called soon is called in its order."""

    def __init__(self, app: QApplication) -> None:
        self._turns = _Turns()
        super().__init__(app)

    def close(self) -> None:
        """Let go of everything; what still waits is not called."""
        super().close()
        self._turns.stop()

    def _add_callback(self, handle: asyncio.Handle, delay: float = 0) -> asyncio.Handle:
        if delay < _LEAST_DELAY:
            self._turns.add(handle)
        else:
            super()._add_callback(handle, delay)
        return handle


class _Turns(QObject):
    """Callbacks that are due, in a row."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[asyncio.Handle] = deque()
        self._timer = 0

    def add(self, handle: asyncio.Handle) -> None:
        """Call it in one of the next turns."""
        self._waiting.append(handle)
        if not self._timer:
            self._timer = self.startTimer(0)

    def stop(self) -> None:
        """Call nothing more."""
        self._waiting.clear()
        self._rest()

    def timerEvent(self, event: QTimerEvent) -> None:
        """Call what waited when the turn began, as far as the turn goes."""
        # Qt does not fire a timer again in a loop within its own event: a callback that opens a
        # menu would stop all others until that is closed.
        self._rest()
        self._timer = self.startTimer(0)
        until = time.perf_counter() + _TURN_SECONDS
        for _ in range(len(self._waiting)):
            if not self._waiting:  # closed by one of them, or called in a loop within it
                break
            handle = self._waiting.popleft()
            if not handle.cancelled():
                handle._run()  # as qasync does
            if time.perf_counter() > until:
                break
        if not self._waiting:
            self._rest()

    def _rest(self) -> None:
        if self._timer:
            self.killTimer(self._timer)
            self._timer = 0


def run_in_window(main: Coroutine[Any, Any, T]) -> T:
    """What a coroutine gives, run to its end in the loop of the one QApplication."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with asyncio.Runner(loop_factory=lambda: WindowLoop(app)) as runner:
        return runner.run(main)

"""Python's garbage collection, kept on the window's thread.

Reference cycles may hold Qt objects. The collector runs on whichever thread happens to allocate,
and a Qt object that is destroyed on a worker's thread takes the program down (seen: a crash in
the event loop after "Timers cannot be stopped from another thread").
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 250
"""Many drafts that begin together make 100,000 objects in a second: 35 ms for one look."""
_THRESHOLDS = (700, 3, 30)
"""New objects, looks at the young, looks at the middle: often, so that none takes long."""
_LONGEST_WAIT = 900.0
"""Seconds."""


class GarbageOnThisThread(QObject):
    """From now on garbage is collected by a timer of this thread, for the rest of the process."""

    def __init__(self, is_busy: Callable[[], bool], parent: QObject) -> None:
        """`is_busy` says whether work goes on that must not be held up."""
        super().__init__(parent)
        self._is_busy = is_busy
        self._wholly_at = time.monotonic()
        gc.disable()
        timer = QTimer(self)
        timer.setInterval(_EVERY_MS)
        timer.timeout.connect(self._collect)
        timer.start()

    def _collect(self) -> None:
        """Each generation when its threshold is passed, as the collector would do by itself.

        The oldest one holds all that is kept in memory. A look through it took 126 ms while 300
        drafts were written, so it waits until nothing goes on, or for some minutes.
        """
        young, middle, old = (
            count > most for count, most in zip(gc.get_count(), _THRESHOLDS, strict=True)
        )
        if old and (not self._is_busy() or time.monotonic() - self._wholly_at > _LONGEST_WAIT):
            gc.collect()
            self._wholly_at = time.monotonic()
        elif young:
            gc.collect(1 if middle else 0)


@cache
def keep_what_is_loaded() -> None:
    """What is here now is not looked through again: it stays until the program ends.

    A large library is hundreds of thousands of objects, and one look at them stops the window
    for a sixth of a second (measured, while a draft streamed in). Once is enough: what is garbage
    at that moment stays too. Whether it was done is kept, for counting what is frozen is a look.
    """
    gc.freeze()

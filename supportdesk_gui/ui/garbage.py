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
_LONGEST_WAITS = (60.0, 900.0)
"""Seconds that a look at the middle and at all waits while something goes on."""


class GarbageOnThisThread(QObject):
    """From now on garbage is collected by a timer of this thread, for the rest of the process."""

    def __init__(self, is_busy: Callable[[], bool], parent: QObject) -> None:
        """`is_busy` says whether work goes on that must not be held up."""
        super().__init__(parent)
        self._is_busy = is_busy
        self._wholly_at = self._middle_at = time.monotonic()
        self._has_started = False
        gc.disable()
        timer = QTimer(self)
        timer.setInterval(_EVERY_MS)
        timer.timeout.connect(self._collect)
        timer.start()

    def _collect(self) -> None:
        """Each generation when its threshold is passed, as the collector would do by itself.

        The oldest one holds all that is kept in memory: a look through it took 126 ms while 300
        drafts were written. The middle one holds what the start has made, until it is looked at for
        the first time: 49 ms during an import. So both wait until nothing goes on, or for minutes.
        """
        young, middle, old = (
            count > most for count, most in zip(gc.get_count(), _THRESHOLDS, strict=True)
        )
        now, is_idle = time.monotonic(), not self._is_busy()
        middle_wait, wait = _LONGEST_WAITS
        if old and (is_idle or now - self._wholly_at > wait):
            gc.collect()
            self._wholly_at = self._middle_at = now
        elif (middle or not self._has_started) and (is_idle or now - self._middle_at > middle_wait):
            gc.collect(1)
            self._middle_at, self._has_started = now, True
        elif young:
            gc.collect(0)


@cache
def keep_what_is_loaded() -> None:
    """What is here now is not looked through again: it stays until the program ends.

    A large library is hundreds of thousands of objects, and one look at them stops the window
    for a sixth of a second (measured, while a draft streamed in). Once is enough: what is garbage
    at that moment stays too. Whether it was done is kept, for counting what is frozen is a look.
    """
    gc.freeze()

"""Python's garbage collection, kept on the window's thread.

Reference cycles may hold Qt objects. The collector runs on whichever thread happens to allocate,
and a Qt object that is destroyed on a worker's thread takes the program down (seen: a crash in
the event loop after "Timers cannot be stopped from another thread").
"""

from __future__ import annotations

import gc
from functools import cache

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000


class GarbageOnThisThread(QObject):
    """From now on garbage is collected by a timer of this thread, for the rest of the process."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.setInterval(_EVERY_MS)
        timer.timeout.connect(collect_what_is_due)
        timer.start()


@cache
def keep_what_is_loaded() -> None:
    """What is here now is not looked through again: it stays until the program ends.

    A large library is hundreds of thousands of objects, and one look at them stops the window
    for a sixth of a second (measured, while a draft streamed in). Once is enough: what is garbage
    at that moment stays too. Whether it was done is kept, for counting what is frozen is a look.
    """
    gc.freeze()


def collect_what_is_due() -> None:
    """What the collector would do by itself: each generation when its threshold is passed."""
    for generation, threshold in enumerate(gc.get_threshold()):
        if gc.get_count()[generation] <= threshold:
            return
        gc.collect(generation)

"""Qt objects in reference cycles are destroyed on the window's thread, wherever others work."""

from __future__ import annotations

import gc
import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from supportdesk_gui.ui.garbage import GarbageOnThisThread, keep_what_is_loaded


class _Cycle:
    ended_on: list[int] = []

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        self.ended_on.append(threading.get_ident())


def test_a_thread_that_allocates_collects_nothing(qtbot: QtBot) -> None:
    owner = QObject()
    keeper = GarbageOnThisThread(owner)
    gc.collect()
    _Cycle.ended_on.clear()
    _Cycle()
    kept: list[list[int]] = []
    worker = threading.Thread(target=lambda: kept.extend([place] for place in range(50_000)))
    worker.start()
    worker.join()
    assert _Cycle.ended_on == []
    qtbot.waitUntil(lambda: len(_Cycle.ended_on) == 1)
    assert _Cycle.ended_on == [threading.get_ident()]
    assert keeper.parent() is owner


def test_what_is_loaded_is_looked_through_once_and_new_garbage_still_goes(qtbot: QtBot) -> None:
    keep_what_is_loaded()
    kept = gc.get_freeze_count()
    assert kept > 10_000
    _Cycle.ended_on.clear()
    _Cycle()
    keep_what_is_loaded()
    gc.collect()
    assert _Cycle.ended_on == [threading.get_ident()]

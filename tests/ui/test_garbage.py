"""Qt objects in reference cycles are destroyed on the window's thread, wherever others work."""

from __future__ import annotations

import gc
import threading
import weakref
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from supportdesk_gui.assist.drafts import DraftStore
from supportdesk_gui.ui.garbage import GarbageOnThisThread, keep_what_is_loaded
from supportdesk_gui.ui.jobs import Jobs
from supportdesk_gui.ui.reply.language_filler import LanguageFiller
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from tests.tickets.desk import open_desk


class _Cycle:
    ended_on: list[int] = []

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        self.ended_on.append(threading.get_ident())


def test_a_thread_that_allocates_collects_nothing(qtbot: QtBot) -> None:
    owner = QObject()
    keeper = GarbageOnThisThread(lambda: False, owner)
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


def test_all_that_is_kept_is_looked_through_once_nothing_goes_on(qtbot: QtBot) -> None:
    owner, busy = QObject(), [True]
    gc.collect()
    _Cycle.ended_on.clear()
    cycle: list[_Cycle] = [_Cycle()]
    for _ in range(2):  # into the oldest generation
        gc.collect(1)
    cycle.clear()
    GarbageOnThisThread(lambda: busy[0], owner)
    for _ in range(40):  # more than are waited for
        gc.collect(1)
    kept = [[place] for place in range(5_000)]
    qtbot.waitUntil(lambda: gc.get_count()[0] < len(kept) // 2)
    assert _Cycle.ended_on == [], "work goes on"
    busy[0] = False
    qtbot.waitUntil(lambda: _Cycle.ended_on == [threading.get_ident()])


def test_what_is_loaded_is_looked_through_once_and_new_garbage_still_goes(qtbot: QtBot) -> None:
    keep_what_is_loaded()
    kept = gc.get_freeze_count()
    assert kept > 10_000
    _Cycle.ended_on.clear()
    _Cycle()
    keep_what_is_loaded()
    gc.collect()
    assert _Cycle.ended_on == [threading.get_ident()]


def test_what_is_on_its_way_to_the_disk_holds_no_part_of_the_window(
    tmp_path: Path, jobs: Jobs, settings: SettingsKeeper
) -> None:
    def no_engine() -> NoReturn:
        raise AssertionError("it translates nothing")

    with open_desk(tmp_path) as desk:
        go_on, gone = threading.Event(), threading.Event()
        held = desk.submit(lambda _: go_on.wait(60))
        filler = LanguageFiller(DraftStore(desk), no_engine, settings, jobs)
        weakref.finalize(filler, gone.set)
        saved = filler._save((1, "de"), ())
        assert filler.sentences(1, "de") == () and not saved.done()
        del filler
        assert gone.is_set(), "the writer's thread would destroy it"
        go_on.set()
        assert held.result()

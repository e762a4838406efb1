"""What is loaded when the first picture stands, and that one program serves one data folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supportdesk_gui.ui.application import Application

ROOT = Path(__file__).resolve().parents[2]


def _start(home: Path) -> list[list[str]]:
    """What each picture of the start said: when it stood, and what was loaded that must not be."""
    said = subprocess.run(
        [sys.executable, "-m", "supportdesk_gui", "--home", str(home)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "SUPPORTDESK_UNTIL": "painted"},
        check=True,
        capture_output=True,
        text=True,
        timeout=50,
    )
    assert "never awaited" not in said.stderr, "it closes although the loop never ran"
    return [line.split() for line in said.stdout.splitlines()]


def test_nothing_slow_is_loaded_before_the_welcome_page(tmp_path: Path) -> None:
    ((stamp, *loaded),) = _start(tmp_path)
    assert int(stamp) > 0
    assert loaded == []


def test_nothing_slow_is_loaded_before_the_inbox(tmp_path: Path) -> None:
    _fill(tmp_path, 20)
    (listed, *loaded), (whole, *loaded_later) = _start(tmp_path)
    assert 0 < int(listed) < int(whole), "ticket and reply follow the list"
    assert loaded == loaded_later == []


def test_a_wrong_call_of_qt_is_explained_as_ever() -> None:
    quick = (
        "from supportdesk_gui.quick_qt import prepare_qt; prepare_qt();"
        "import sys; from PySide6 import QtWidgets;"
        "slow = {'argparse', 'inspect', 'logging', 'tempfile', 'traceback', 'zipfile'};"
        "assert not slow & set(sys.modules), slow & set(sys.modules);"
        "import tempfile, traceback, zipfile;"
        "assert tempfile.mkdtemp and traceback.print_exc and zipfile.is_zipfile;"
    )
    wrong = "from PySide6.QtCore import QRect; print(QRect.adjusted.__doc__); QRect('a')"
    said, usual = (
        subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
        )
        for script in (quick + wrong, wrong)
    )
    assert said.stdout == usual.stdout
    assert said.stderr == usual.stderr
    assert "called with wrong argument types" in said.stderr
    assert "topleft: PySide6.QtCore.QPoint" in said.stderr


def test_the_mark_of_a_running_program_goes_with_it(tmp_path: Path) -> None:
    (tmp_path / ".in-use").touch()  # left behind by one that was killed
    _start(tmp_path)
    assert not (tmp_path / ".in-use").exists()


def test_files_that_the_desktop_opens_reach_the_window_that_is_open(
    qapp: Application, tmp_path: Path
) -> None:
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtGui import QFileOpenEvent

    from supportdesk_gui.ui.single_instance import SingleInstance

    taken: list[str] = []
    # macOS sends an event, also while nobody listens yet.
    QCoreApplication.sendEvent(qapp, QFileOpenEvent("early.csv"))
    qapp.hand_files_to(taken.extend)
    QCoreApplication.sendEvent(qapp, QFileOpenEvent("late.csv"))
    assert taken == ["early.csv", "late.csv"] and qapp.waiting_files() == []
    # Elsewhere it starts the program once more, as *Open with* does, with the files.
    first = SingleInstance(tmp_path)
    first.files_handed_over.connect(taken.extend)
    assert first.claim([])
    second = subprocess.Popen(
        [sys.executable, "-m", "supportdesk_gui", "--home", tmp_path, "a b.csv", "c.csv"],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    while second.poll() is None:
        QCoreApplication.processEvents()
    first.close()
    qapp.hand_files_to(lambda _: None)
    assert second.returncode == 0
    assert taken[2:] == [str(tmp_path / "a b.csv"), str(tmp_path / "c.csv")]


def _fill(home: Path, count: int) -> None:
    from supportdesk_gui.storage.data_folder import open_data_folder
    from supportdesk_gui.storage.database import Database
    from supportdesk_gui.storage.migrations import DESK_LAYOUTS
    from supportdesk_gui.tickets.sample_shop import grown_tickets
    from supportdesk_gui.tickets.store import TicketStore

    folder = open_data_folder(str(home))
    database = Database(folder.desk_database, DESK_LAYOUTS, folder.backups)
    store = TicketStore(database)
    number = store.start_import("Sample shop", "", 1).result()
    store.upsert(number, grown_tickets(1_795_000_000, count)).result()
    store.finish_import(number).result()
    database.close()

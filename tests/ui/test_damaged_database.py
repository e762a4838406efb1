"""Damage that nobody has met yet is found behind the first picture, and the newest copy offered."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox

from supportdesk_gui.storage.backup import backups
from supportdesk_gui.storage.data_folder import DataFolder, open_data_folder
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.migrations import DESK_LAYOUTS
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.sample_shop import grown_tickets
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.ui.failed_start import chooses_copy
from supportdesk_gui.ui.theme import Theme
from tests.ui.running import running, until

_ROOT = Path(__file__).resolve().parents[2]
_TICKETS = 200
_DAMAGE = b"\x55" * 4096


async def test_a_sound_database_is_copied_once_a_day(tmp_path: Path, theme: Theme) -> None:
    folder = open_data_folder(str(tmp_path))
    async with running(tmp_path, theme) as program:
        await until(lambda: program.jobs.running("database check") == [], "the check")
    assert _copies(folder) == [], "there was nothing yet to copy"
    _fill(folder)
    for _ in range(2):
        async with running(tmp_path, theme) as program:
            await until(lambda: len(_copies(folder)) == 1, "the copy")
            await until(lambda: not program.jobs.running("database check"), "the check")
            assert program.window.notice.text() == ""
    (copy,) = _copies(folder)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert _tickets_in(copy) == _TICKETS
    yesterday = time.time() - 90_000
    old = copy.rename(copy.with_name("desk-20200101-000000-layout1.sqlite3"))
    os.utime(old, (yesterday, yesterday))
    async with running(tmp_path, theme):
        await until(lambda: len(_copies(folder)) == 2, "the next day's copy")


async def test_the_window_offers_the_copy_and_the_next_start_has_it(
    tmp_path: Path, theme: Theme
) -> None:
    folder = open_data_folder(str(tmp_path))
    _fill(folder)
    _copied(folder)
    _damage(folder)
    async with running(tmp_path, theme) as program:
        notice = program.window.notice
        await until(notice.text, "the sentence")
        assert f"The database in {folder.root} is damaged. There is a copy of " in notice.text()
        assert len(_copies(folder)) == 1, "a damaged file was copied"
        _button(notice, "Close and use the copy").click()
        await until(lambda: not program.window.isVisible(), "the end")
    assert _tickets_in(folder.desk_database) == _TICKETS
    (aside,) = folder.root.glob("desk-*.damaged.sqlite3")
    assert _DAMAGE in aside.read_bytes(), "the damaged file was not kept"
    async with running(tmp_path, theme) as program:
        await until(lambda: not program.jobs.running("database check"), "the check")
        assert program.window.notice.text() == ""
        assert program.tickets.count(TicketQuery("", Chip.ALL)) == _TICKETS


async def test_without_a_copy_the_way_out_is_another(tmp_path: Path, theme: Theme) -> None:
    folder = open_data_folder(str(tmp_path))
    _fill(folder)
    _damage(folder)
    async with running(tmp_path, theme) as program:
        notice = program.window.notice
        await until(notice.text, "the sentence")
        assert "is damaged, and there is no copy yet. Move desk.sqlite3" in notice.text()
        assert not [one for one in notice.findChildren(QAbstractButton) if "copy" in one.text()]


def test_a_start_that_fails_names_the_copy_and_takes_it_when_told(tmp_path: Path) -> None:
    folder = open_data_folder(str(tmp_path))
    _fill(folder)
    _copied(folder)
    folder.desk_database.write_bytes(b"no database at all " * 500)
    refused = _start(tmp_path)
    assert refused.returncode == 1
    assert "is damaged. There is a copy of" in refused.stderr
    assert refused.stderr.endswith("Start with --use-copy to take it.\n")
    assert _start(tmp_path, "--use-copy").returncode == 0
    assert _tickets_in(folder.desk_database) == _TICKETS
    (aside,) = folder.root.glob("desk-*.damaged.sqlite3")
    assert aside.read_bytes().startswith(b"no database at all")
    assert _start(tmp_path).returncode == 0


@pytest.mark.parametrize(("chosen", "taken"), [("Use the copy", True), ("Close", False)])
def test_where_somebody_sees_it_a_box_offers_the_copy(
    qapp: QApplication, chosen: str, taken: bool
) -> None:
    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        _button(box, chosen).click()

    QTimer.singleShot(0, press)
    assert chooses_copy("The database is damaged.") is taken


# -- how ---------------------------------------------------------------------------------------


def _button(parent: object, text: str) -> QAbstractButton:
    buttons = parent.findChildren(QAbstractButton)  # type: ignore[attr-defined]
    return next(one for one in buttons if one.text().replace("&", "") == text)


def _fill(folder: DataFolder) -> None:
    database = Database(folder.desk_database, DESK_LAYOUTS, folder.backups)
    store = TicketStore(database)
    number = store.start_import("Sample shop", "", 1).result()
    store.upsert(number, grown_tickets(1_795_000_000, _TICKETS)).result()
    store.finish_import(number).result()
    database.close()


def _copied(folder: DataFolder) -> None:
    database = Database(folder.desk_database, DESK_LAYOUTS, folder.backups)
    database.verify().result(timeout=60)
    database.close()
    assert len(_copies(folder)) == 1


def _copies(folder: DataFolder) -> list[Path]:
    return backups("desk", folder.backups)


def _damage(folder: DataFolder) -> None:
    """The page of a table that no page of the window asks for before there is a draft."""
    with closing(sqlite3.connect(folder.desk_database)) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'sentence_translations'"
        ).fetchone()
    with folder.desk_database.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(_DAMAGE)


def _tickets_in(file: Path) -> int:
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return int(connection.execute("SELECT count(*) FROM tickets").fetchone()[0])


def _start(home: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "supportdesk_gui", "--home", str(home), *more],
        env=os.environ | {
            "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen",
            "SUPPORTDESK_UNTIL": "painted",
        },
        cwd=_ROOT, capture_output=True, encoding="utf-8", timeout=50, check=False,
    )  # fmt: skip

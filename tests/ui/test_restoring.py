"""A backup takes the place of the data of now, which becomes one itself, and nobody comes back."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from supportdesk_gui.storage.backup import back_up, backups, check_copy, go_back_to
from supportdesk_gui.storage.data_folder import DataFolder, open_data_folder
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.errors import DatabaseDamaged, DatabaseLocked, DatabaseTooNew
from supportdesk_gui.storage.forgotten import Forgotten
from supportdesk_gui.storage.migrations import DESK_LAYOUTS
from supportdesk_gui.tickets.forgetting import Forgetting
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.ui.theme import Theme
from tests.storage.keyring_session import ROOT
from tests.tickets.desk import bring, ticket
from tests.tickets.test_forgetting import places
from tests.ui.running import running, until


def _bring(folder: DataFolder, *names: str) -> None:
    with closing(Database(folder.desk_database, DESK_LAYOUTS, folder.backups)) as database:
        mail = "{}@mail.example"
        bring(
            TicketStore(database),
            [ticket(one, f"asks{one}", email=mail.format(one), created_at=1) for one in names],
        )


def _copy(folder: DataFolder) -> Path:
    with closing(sqlite3.connect(folder.desk_database)) as connection:
        return back_up(connection, "desk", len(DESK_LAYOUTS), folder.backups)


def _names(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return [row[0] for row in connection.execute("SELECT external_id FROM tickets ORDER BY 1")]


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return open_data_folder(str(tmp_path / "data"))


def test_the_window_opens_again_with_the_data_of_the_backup(folder: DataFolder) -> None:
    _bring(folder, "kept", "forgotten")
    outside = shutil.copy(_copy(folder), folder.root.parent / "elsewhere.sqlite3")
    _bring(folder, "later")
    with closing(Database(folder.desk_database, DESK_LAYOUTS, folder.backups)) as database:
        number = TicketStore(database).find(ticket("forgotten"))
        Forgetting(database, Forgotten(folder.forgotten), folder).forget(number)
    (copy,) = backups("desk", folder.backups)
    shutil.copy(outside, copy)  # a backup that was kept elsewhere, with everybody in it
    said = _run(folder.root, ANTHROPIC_API_KEY="sk-ant-of-this-run")
    typed = "typed-0 typed-1 typed-2"  # no keyring keeps what was typed for other engines
    assert said == [f"1 kept later environment {typed}", f"2 kept environment {typed}"]
    assert not places(folder, "forgotten@mail.example")
    texts = [_drafts(one) for one in backups("desk", folder.backups)]
    assert ["typed just now"] in texts, "what was typed is in the copy of then"
    assert not list(folder.root.glob("*.damaged*"))


async def test_a_backup_that_cannot_be_put_in_place_is_told_and_the_window_opens_again(
    tmp_path: Path, theme: Theme, caplog: pytest.LogCaptureFixture
) -> None:
    async with running(tmp_path / "data", theme) as program:
        restoring, folder = program.restoring, program.folder
        copy = folder.backups / "desk-20200101-000000-layout1.sqlite3"
        copy.mkdir(parents=True)  # whoever copies it fails as with a full disk
        restoring.wanted = copy
    restored = restoring.restored
    assert program.opens_again and restored is not None and restored.error is not None
    assert folder.desk_database.exists()
    assert "could not be restored" in caplog.text
    caplog.clear()
    async with running(tmp_path / "data", theme) as program:
        program.restoring.say(replace(restored, error=DatabaseLocked("")))
        text = program.window.notice.text()
        assert "the data is as it was. Another program holds the database" in text
        copy.rmdir()
        program.restoring.ask(copy)  # the page shows what is gone meanwhile
        gone = "This backup is not there any more. Choose another one."
        await until(lambda: gone in [one.text for one in program.window.notice.said()], "why not")
        assert not copy.exists()


def test_the_oldest_copy_is_not_dropped_while_it_is_put_back(folder: DataFolder) -> None:
    _bring(folder, "first")
    oldest = _copy(folder)
    oldest = oldest.rename(oldest.with_name("desk-20200101-000000-layout1.sqlite3"))
    for day in range(2, 6):
        name = f"desk-2020010{day}-000000-layout1.sqlite3"
        shutil.copy(oldest, folder.backups / name)
    _bring(folder, "second")
    go_back_to(oldest, folder.desk_database, folder.backups)
    assert _names(folder.desk_database) == ["first"]
    assert len(backups("desk", folder.backups)) == 5
    assert _names(backups("desk", folder.backups)[-1]) == ["first", "second"]


def test_what_cannot_serve_is_refused(folder: DataFolder) -> None:
    _bring(folder, "1")
    copy = _copy(folder)
    check_copy(copy, len(DESK_LAYOUTS))
    with pytest.raises(DatabaseTooNew):
        check_copy(copy, len(DESK_LAYOUTS) - 1)
    for damaged in (b"no database" * 1000, b""):
        copy.write_bytes(damaged)
        with pytest.raises(DatabaseDamaged):
            check_copy(copy, len(DESK_LAYOUTS))


def test_trying_one_after_the_other_keeps_what_was_there_before(folder: DataFolder) -> None:
    _bring(folder, "first")
    copy = _copy(folder)
    _bring(folder, "of today")
    for _ in range(7):
        go_back_to(copy, folder.desk_database, folder.backups)
    assert ["first", "of today"] in [_names(one) for one in backups("desk", folder.backups)]


def test_what_the_power_broke_off_is_finished_and_a_damaged_database_no_hindrance(
    folder: DataFolder,
) -> None:
    _bring(folder, "first")
    copy = _copy(folder)
    folder.desk_database.write_bytes(b"no database" * 1000)
    go_back_to(copy, folder.desk_database, folder.backups)
    assert _names(folder.desk_database) == ["first"]
    assert len(list(folder.root.glob("*.damaged.sqlite3"))) == 1
    folder.desk_database.rename(folder.root / "desk.sqlite3.part")  # the old one was moved already
    folder.root.joinpath("desk.sqlite3-wal").write_bytes(b"log")  # and not yet its log
    folder.finish_put_back()
    assert _names(folder.desk_database) == ["first"]
    assert [path.read_bytes() for path in folder.root.glob("*.damaged.sqlite3-wal")] == [b"log"]
    part = folder.root / "desk.sqlite3.part"
    part.write_bytes(b"half a copy")
    folder.finish_put_back()
    assert not part.exists() and _names(folder.desk_database) == ["first"]


def _drafts(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return [row[0] for row in connection.execute("SELECT text FROM draft_versions")]


def _run(home: Path, **variables: str) -> Sequence[str]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.restore_guide", str(home)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "ANTHROPIC_BASE_URL": "http://127.0.0.1:9", **variables},
        cwd=ROOT, capture_output=True, encoding="utf-8", timeout=100, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return re.findall("^SEES (.+)$", done.stdout, re.MULTILINE)

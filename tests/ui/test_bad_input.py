"""What cannot be used ends in a sentence that an agent can act on, and takes nothing along."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from supportdesk_gui.storage.data_folder import open_data_folder
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.migrations import DESK_LAYOUTS
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.ui.bug_dialog import BugDialog
from supportdesk_gui.ui.program import Program
from supportdesk_gui.ui.theme import Theme
from tests.ui.running import running, until

_ROOT = Path(__file__).resolve().parents[2]
_HEADER = "Ticket ID,Subject,Description,Full name,Email,Status\n"
_TYPED = "Typed before anything went wrong."


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _binary(path: Path) -> None:
    path.write_bytes(b"\x7fELF" + bytes(range(256)) * 64)


def _folder(path: Path) -> None:
    path.mkdir()


def _half_json(path: Path) -> None:
    path.write_text('{"tickets": [{"id": 7, "subject": "Lamp", "description": "It is br')


def _nothing_there(path: Path) -> None:
    path.unlink(missing_ok=True)


def _no_tickets(path: Path) -> None:
    path.write_text("{}")


def _unreadable(path: Path) -> None:
    path.write_text(f"{_HEADER}7,Lamp,Broken,Ana,a@b.example,Open\n")
    path.chmod(0)


@pytest.mark.parametrize(
    ("name", "make", "said"),
    [
        ("empty.csv", _empty, "empty.csv is empty. Make the export again."),
        ("program.csv", _binary, "program.csv is not a text file. Export as CSV or JSON."),
        ("exports", _folder, "exports is a folder. Drop the export files themselves."),
        ("half.json", _half_json, "half.json is not whole JSON. Make the export again."),
        ("gone.csv", _nothing_there, "gone.csv is not there any more."),
        ("none.json", _no_tickets, "No tickets in none.json."),
        pytest.param(
            "locked.csv", _unreadable, "locked.csv cannot be read. Check its permissions",
            marks=pytest.mark.skipif(os.name != "posix", reason="permissions as on POSIX"),
        ),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("bound_by_permissions")
async def test_what_cannot_be_read_is_said_and_takes_nothing_along(
    name: str, make: Callable[[Path], None], said: str, tmp_path: Path, theme: Theme
) -> None:
    async with running(tmp_path / "home", theme) as program:
        ticket = await _work_begun(program, tmp_path)
        make(tmp_path / name)
        _drop(program.window, tmp_path / name)
        await until(lambda: said in program.window.notice.text(), said)
        await _all_read(program)
        await _nothing_lost(program, ticket, tickets=1)


async def test_what_can_be_read_beside_it_is_read(tmp_path: Path, theme: Theme) -> None:
    (tmp_path / "good.csv").write_text(f"{_HEADER}8,Chair,Where is it?,Bo,b@b.example,Open\n")
    _empty(tmp_path / "empty.csv")
    async with running(tmp_path / "home", theme) as program:
        ticket = await _work_begun(program, tmp_path)
        _drop(program.window, tmp_path / "empty.csv", tmp_path / "good.csv")
        await until(lambda: "empty.csv is empty" in program.window.notice.text(), "the sentence")
        await _all_read(program)
        assert "empty.csv is empty" in program.window.notice.text(), "good news hid bad news"
        await _nothing_lost(program, ticket, tickets=2)


async def test_an_export_without_message_text_names_the_way_out(
    tmp_path: Path, theme: Theme
) -> None:
    export = tmp_path / "list.csv"
    export.write_text("Ticket ID,Subject,Full name,Status\n8,Chair,Bo,Open\n9,Desk,Cy,Open\n")
    async with running(tmp_path / "home", theme) as program:
        ticket = await _work_begun(program, tmp_path)
        _drop(program.window, export)
        await until(lambda: "No message text" in program.window.notice.text(), "the sentence")
        assert "Ctrl+V" in program.window.notice.text()
        await _all_read(program)
        await _nothing_lost(program, ticket, tickets=3)


@pytest.mark.parametrize("content", [b"{ this is not JSON", b"[]", b"\xff\xfe\x00", b""])
async def test_damaged_settings_are_put_aside(content: bytes, tmp_path: Path, theme: Theme) -> None:
    folder = open_data_folder(str(tmp_path))
    folder.settings.write_bytes(content)
    async with running(tmp_path, theme) as program:
        assert "settings file was damaged and put aside" in program.window.notice.text()
        assert folder.settings.with_name("settings.damaged.json").read_bytes() == content
        assert not program.window.findChildren(BugDialog)
    async with running(tmp_path, theme) as program:
        assert program.window.notice.text() == ""


def test_a_file_in_place_of_the_data_folder(tmp_path: Path) -> None:
    place = tmp_path / "home"
    place.write_text("mine")
    said = _refused(place)
    assert "The data folder cannot be written" in said
    assert str(place) in said and "--home DIR" in said
    assert place.read_text() == "mine"


def test_a_data_folder_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    assert "The data folder cannot be written" in _refused(tmp_path / "file" / "home")


def test_a_folder_in_place_of_the_database(tmp_path: Path) -> None:
    open_data_folder(str(tmp_path)).desk_database.mkdir()
    assert str(tmp_path) in _refused(tmp_path)


def test_a_newer_layout(tmp_path: Path) -> None:
    database = _stored(tmp_path)
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA user_version = 9999")
    before = database.read_bytes()
    said = _refused(tmp_path)
    assert f"A later version of the program made the data in {tmp_path}" in said
    assert database.read_bytes() == before


def test_a_database_that_is_none(tmp_path: Path) -> None:
    database = open_data_folder(str(tmp_path)).desk_database
    database.write_bytes(b"no database at all " * 500)
    before = database.read_bytes()
    said = _refused(tmp_path)
    assert f"The database in {tmp_path} is damaged" in said
    assert database.read_bytes() == before


def test_a_database_that_another_program_holds(tmp_path: Path) -> None:
    with _held(_stored(tmp_path)):
        said = _refused(tmp_path)
    assert f"Another program holds the database in {tmp_path}" in said
    assert _start(tmp_path).returncode == 0, "it opens again once it is let go"


# -- how ---------------------------------------------------------------------------------------


async def _work_begun(program: Program, place: Path) -> int:
    """One ticket in the inbox with a reply that was typed for it."""
    export = place / "first.csv"
    export.write_text(f"{_HEADER}1,Lamp,My lamp is broken.,Ana,a@b.example,Open\n")
    _drop(program.window, export)
    await until(program.inbox.current_ticket, "the first ticket")
    await _all_read(program)
    program.window.notice.clear()
    ticket = program.inbox.current_ticket()
    assert ticket is not None
    QTest.keyClicks(program.inbox.reply.editor, _TYPED)
    return ticket.id


async def _all_read(program: Program) -> None:
    busy = {"import", "triage"}
    await until(lambda: not [j for j in program.jobs.running() if j.name in busy], "the reading")


async def _nothing_lost(program: Program, ticket_id: int, tickets: int) -> None:
    assert not program.window.findChildren(BugDialog)
    assert program.tickets.count(TicketQuery("", Chip.ALL)) == tickets
    on_view = program.inbox.current_ticket()
    assert on_view is not None and on_view.id == ticket_id
    assert program.inbox.reply.text() == _TYPED
    program.inbox.save_now()
    await until(lambda: program.drafts.versions(ticket_id), "the typed text on disk")
    assert program.drafts.versions(ticket_id)[-1].text == _TYPED


def _drop(window: QWidget, *paths: Path) -> None:
    """What a file manager sends: the drag comes in, moves, and lets go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place, copy = QPoint(300, 300), Qt.DropAction.CopyAction
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for event in (
        QDragEnterEvent(place, copy, data, button, keys),
        QDragMoveEvent(place, copy, data, button, keys),
        QDropEvent(QPointF(place), copy, data, button, keys),
    ):
        QApplication.sendEvent(window, event)


def _stored(home: Path) -> Path:
    folder = open_data_folder(str(home))
    Database(folder.desk_database, DESK_LAYOUTS, folder.backups).close()
    return folder.desk_database


@contextmanager
def _held(database: Path) -> Iterator[None]:
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


def _start(home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "supportdesk_gui", "--home", str(home), "--until", "painted"],
        env=os.environ | {"PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"},
        cwd=home.parent if home.parent.is_dir() else _ROOT,
        capture_output=True, encoding="utf-8", timeout=50, check=False,
    )  # fmt: skip


def _refused(home: Path) -> str:
    """The sentence with which the program leaves; exit code 1 and nothing but the sentence."""
    done = _start(home)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr

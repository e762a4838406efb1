"""What cannot be used ends in a sentence that an agent can act on, and takes nothing along."""

from __future__ import annotations

import asyncio
import csv
import ctypes
import errno
import os
import signal
import sqlite3
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableWidget, QWidget

from supportdesk_gui.policies.client import PolicyIndex
from supportdesk_gui.storage.data_folder import open_data_folder
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.errors import DiskFull
from supportdesk_gui.storage.migrations import DESK_LAYOUTS
from supportdesk_gui.storage.settings import load_settings
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.ui.bug_dialog import BugDialog
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.inbox.rejects_dialog import RejectsDialog
from supportdesk_gui.ui.program import Program
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme
from tests.ui.holding import limit_pages, on_disk
from tests.ui.running import running, trigger, until

_ROOT = Path(__file__).resolve().parents[2]
_HEADER = "Ticket ID,Subject,Description,Full name,Email,Status\n"
_READERS = 4  # threads of the program's pool
_TYPED = "Typed before anything went wrong."


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _binary(path: Path) -> None:
    path.write_bytes(b"\x7fELF" + bytes(range(256)) * 64)


def _folder(path: Path) -> None:
    path.mkdir()


def _half_json(path: Path) -> None:
    path.write_text('{"tickets": [{"id": 7, "subject": "Lamp", "description": "It is br')


def _half_csv(path: Path) -> None:
    path.write_text(f'{_HEADER}7,Lamp,"The lamp is br')


def _huge(path: Path) -> None:
    path.write_text("x" * 40_000_000)


def _nothing_there(path: Path) -> None:
    path.unlink(missing_ok=True)


def _no_tickets(path: Path) -> None:
    path.write_text("{}")


def _unreadable(path: Path) -> None:
    path.write_text(f"{_HEADER}7,Lamp,Broken,Ana,a@b.example,Open\n")
    path.chmod(0)


def _three(path: Path) -> None:
    path.mkdir()
    for place, make in enumerate((_empty, _half_json, _no_tickets)):
        make(path / f"{place}.json")


_UNREADABLE = (
    ("empty.csv", _empty, "empty.csv is empty. Make the export again."),
    ("program.csv", _binary, "program.csv is not a text file. Export as CSV or JSON."),
    ("exports", _folder, "exports is empty. Make the export again."),
    ("half.json", _half_json, "half.json breaks off in the middle. Make the export again."),
    ("huge.csv", _huge, "No tickets in huge.csv."),
    ("gone.csv", _nothing_there, "gone.csv is not there any more."),
    ("none.json", _no_tickets, "No tickets in none.json."),
    ("three", _three, "None of 3 files in three holds tickets."),
)  # fmt: skip


async def test_what_cannot_be_read_is_said_and_takes_nothing_along(
    tmp_path: Path, theme: Theme
) -> None:
    async with running(tmp_path / "home", theme) as program:
        ticket = await _work_begun(program, tmp_path)
        for name, make, said in _UNREADABLE:
            program.window.notice.clear()
            make(tmp_path / name)
            _drop(program.window, tmp_path / name)
            await until(lambda said=said: said in program.window.notice.text(), said)
            await _all_read(program)
            await _nothing_lost(program, ticket, tickets=1)


@pytest.mark.skipif(os.name != "posix", reason="permissions as on POSIX")
async def test_a_file_that_may_not_be_read_is_said_and_takes_nothing_along(
    tmp_path: Path, theme: Theme
) -> None:
    async with running(tmp_path / "home", theme) as program:
        ticket = await _work_begun(program, tmp_path)
        _unreadable(tmp_path / "locked.csv")
        await _bind_readers_by_permissions()
        _drop(program.window, tmp_path / "locked.csv")
        said = "locked.csv cannot be read. Check its permissions"
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
        program.window.notice.clear()
        files = _many(tmp_path / "many")
        _drop(program.window, *files)
        await _all_read(program)
        total = (
            "12 tickets read from 12 files. 12 rows could not be read. 5 other files were not read."
        )
        assert [one.text for one in program.window.notice.said()] == [total]
        told = _rejected(program, tmp_path / "rejected.csv")
        assert ["good00.csv", "3", "too many cells"] in told
        assert sorted({row[0] for row in told}) == [file.name for file in files]
        assert [row[2] for row in told if not int(row[1])] == ["damaged"] * 5
        program.window.notice.clear()
        _drop(program.window, *files[:5])
        await until(
            lambda: "None of 5 files holds tickets." in program.window.notice.text(), "one for five"
        )
        await _nothing_lost(program, ticket, tickets=14)


def _many(folder: Path) -> list[Path]:
    """Five broken workbooks and twelve tables with a bad row each, by name."""
    folder.mkdir()
    for number in range(5):
        (folder / f"broken{number}.xlsx").write_bytes(b"PK\x03\x04nonsense")
    for number in range(12):
        row = f"{number + 100},Chair,Where is it?,Bo,b@b.example,Open\n"
        (folder / f"good{number:02}.csv").write_text(f"{_HEADER}{row}9,a,b,c,d,e,f,g,h\n")
    return sorted(folder.iterdir())


def _rejected(program: Program, path: Path) -> list[list[str]]:
    """What *See why* lists and saves: file, line and reason, in its order."""
    QTest.mouseClick(program.window.notice._action, Qt.MouseButton.LeftButton)
    (dialog,) = program.window.findChildren(RejectsDialog)
    table = dialog.findChild(QTableWidget, "rejectedRows")
    assert isinstance(table, QTableWidget)
    dialog.save(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))[1:]
    assert table.rowCount() == len(rows)
    dialog.close()
    return [row[:3] for row in rows]


async def test_a_half_written_table_keeps_what_is_whole_and_names_the_rest(
    tmp_path: Path, theme: Theme
) -> None:
    async with running(tmp_path / "home", theme) as program:
        ticket = await _work_begun(program, tmp_path)
        _half_csv(tmp_path / "half.csv")
        _drop(program.window, tmp_path / "half.csv")
        await until(lambda: "could not be" in program.window.notice.text(), "the sentence")
        await _all_read(program)
        await _nothing_lost(program, ticket, tickets=1)


async def test_a_full_disk_is_said_and_what_is_typed_waits_for_room(
    tmp_path: Path, theme: Theme
) -> None:
    async with running(tmp_path / "home", theme, expected=DiskFull) as program:
        ticket = await _work_begun(program, tmp_path)
        await until(lambda: not program.drafts.has_unsaved_text(), "the first words on disk")
        limit_pages(program.database, 1)
        editor = program.inbox.reply.editor
        editor.insertPlainText("More words. " * 20_000)
        await until(lambda: "disk is full" in program.window.notice.text(), "the sentence")
        rows = "".join(f"{n},Lamp,{'Broken ' * 400},Ana,a@b.example,Open\n" for n in range(90))
        (tmp_path / "more.csv").write_text(_HEADER + rows)
        _drop(program.window, tmp_path / "more.csv")
        await _all_read(program)
        assert program.tickets.count(TicketQuery("", Chip.ALL)) == 1, "half an import stayed"
        assert not program.window.findChildren(BugDialog)
        program.settings.not_saved.emit(OSError(errno.ENOSPC, "no room for the settings"))
        sentences = [one.text for one in program.window.notice.said() if one.kind == "broken"]
        assert len(sentences) == 1 and "disk is full" in sentences[0]
        limit_pages(program.database, 1_000_000)
        await until(lambda: not program.drafts.has_unsaved_text(), "all words on disk")
        assert program.drafts.versions(ticket)[-1].text == program.inbox.reply.text()
        notices = program.window.notice
        await until(lambda: {one.kind for one in notices.said()} == {"note"}, "the notice to go")
        assert "No ticket was taken in" in notices.text()


def test_settings_that_were_refused_are_tried_again(tmp_path: Path, theme: Theme) -> None:
    place = tmp_path / "home"
    place.write_text("a file where the folder should be")
    settings = SettingsKeeper(place / "settings.json")
    refused, saved = [], []
    settings.not_saved.connect(refused.append)
    settings.saved.connect(lambda: saved.append(1))
    settings.update(agent_name="Sam")
    settings.save_now()
    settings.save_now()
    assert (len(refused), saved) == (1, [])  # said once
    place.unlink()
    place.mkdir()
    settings.save_now()
    assert (len(refused), saved) == (1, [1])
    assert load_settings(place / "settings.json").settings.agent_name == "Sam"


async def test_a_data_folder_that_becomes_read_only_is_said_and_loses_nothing(
    tmp_path: Path, theme: Theme
) -> None:
    async with running(tmp_path / "home", theme) as program:
        ticket = await _work_begun(program, tmp_path)
        await until(lambda: not program.drafts.has_unsaved_text(), "the first words on disk")
        # As SQLite meets a file system that was remounted: it refuses every write.
        writer = program.database.submit(lambda connection: connection).result()
        writer.execute("PRAGMA query_only = ON")
        QTest.keyClicks(program.inbox.reply.editor, " More.")
        said = f"The data folder cannot be written: {program.folder.root}"
        await until(lambda: said in program.window.notice.text(), said)
        QTest.keyClicks(program.inbox.reply.editor, " And more.")
        assert not program.window.findChildren(BugDialog)
        writer.execute("PRAGMA query_only = OFF")
        words = [f"{_TYPED} More. And more."]
        await until(lambda: on_disk(program, ticket) == words, "all words on disk")
        await until(lambda: program.window.notice.text() == "", "the notice to go")


async def test_a_policy_worker_that_dies_comes_back_and_loses_nothing(
    tmp_path: Path, theme: Theme, caplog: pytest.LogCaptureFixture
) -> None:
    policy = tmp_path / "returns.md"
    policy.write_text("# Returns\n\nYou can return a lamp within 30 days of delivery.\n")
    async with running(tmp_path / "home", theme) as program:
        ticket = await _work_begun(program, tmp_path)
        trigger(program, "page_policies")
        program.policies.add_files([policy])
        await until(lambda: not program.jobs.running("policies"), "the policy to be read")
        _kill_worker(program)
        await until(lambda: "restarted" in program.policies.notice.text(), "the sentence")
        program.policies.search.field.setText("return a lamp")
        await until(program.policies.search.has_results, "an answer")
        await _nothing_lost(program, ticket, tickets=1)
        assert "worker ended" in caplog.text
    caplog.clear()  # that the worker died is what the log is for


async def test_a_policy_worker_that_stays_dead_is_said_and_words_still_answer(
    tmp_path: Path,
    theme: Theme,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(PolicyIndex, "restarts", (0.1, 0.2))
    policy = tmp_path / "returns.md"
    policy.write_text("# Returns\n\nYou can return a lamp within 30 days of delivery.\n")
    async with running(tmp_path / "home", theme) as program:
        program.policies.add_files([policy])
        await until(lambda: not program.jobs.running("policies"), "the policy to be read")
        trigger(program, "page_policies")

        def given_up() -> bool:
            _kill_worker(program)  # each as soon as it is there: one that was whole counts anew
            return "words only" in program.policies.notice.text()

        await until(given_up, "the sentence")
        assert caplog.text.count("worker ended") >= 3
        program.policies.search.field.setText("return a lamp")
        await until(program.policies.search.has_results, "an answer by words")
        program.policies.notice.clear()
        program.policies.add_files([policy])
        await until(lambda: "words only" in program.policies.notice.text(), "the sentence again")
        assert not program.window.findChildren(BugDialog)
    caplog.clear()


async def test_damaged_vectors_are_made_again_and_that_is_said(
    tmp_path: Path, theme: Theme
) -> None:
    policy = tmp_path / "returns.md"
    policy.write_text("# Returns\n\nYou can return a lamp within 30 days of delivery.\n")
    async with running(tmp_path / "home", theme) as program:
        program.policies.add_files([policy])
        await until(lambda: not program.jobs.running("policies"), "the policy to be read")
        vectors = program.folder.vectors
    (vectors / "chroma.sqlite3").write_bytes(b"no database at all " * 500)
    async with running(tmp_path / "home", theme) as program:
        trigger(program, "page_policies")
        said: list[str] = []
        program.policies.search.field.setText("return a lamp")

        def made_again() -> bool:
            said.append(program.policies.notice.text())
            return any("whole again" in text or "made again" in text for text in said)

        await until(made_again, "the sentence")
        await until(program.policies.search.has_results, "an answer")
        assert not program.window.findChildren(BugDialog)


async def test_policies_that_cannot_be_read_say_so_beside_their_names(
    tmp_path: Path, theme: Theme
) -> None:
    """Each in its row; what can be read beside them is read, and the reply is not touched."""
    drop = tmp_path / "policies"
    (drop / "below").mkdir(parents=True)
    (drop / "good.md").write_text("# Returns\n\nYou can return a lamp within 30 days.\n")
    (drop / "empty.md").touch()
    (drop / "blank.txt").write_text(" \n\n")
    (drop / "program.txt").write_bytes(b"\x7fELF" + bytes(range(256)) * 64)
    (drop / "half.pdf").write_bytes(b"%PDF-1.4\n1 0 obj\n<< /Type /Cat")
    (drop / "half.json").write_text('{"question": "May I return a la')
    (drop / "below" / "pictures.html").write_text("<img src='terms.png'>")
    with (drop / "huge.md").open("wb") as huge:
        huge.truncate(3_000_000_000)
    async with running(tmp_path / "home", theme) as program:
        ticket = await _work_begun(program, tmp_path)
        trigger(program, "page_policies")
        _drop(program.window, drop, tmp_path / "gone.md", tmp_path / "first.csv")
        await until(lambda: not program.jobs.running("policies"), "the reading")
        program.policies.refresh()
        said = _said_of_policies(program)
        assert said.pop("good.md").startswith("Read ")
        assert said.pop("first.csv").startswith("Read "), "a table of questions may be a policy"
        empty, damaged = "The file is empty.", "The file is damaged."
        assert said == {
            "empty.md": empty, "blank.txt": empty, "program.txt": damaged, "half.pdf": damaged,
            "half.json": damaged, "huge.md": "The file is too large.",
            "pictures.html": "It holds no text.", "gone.md": "The file is gone.",
        }  # fmt: skip
        assert not program.window.findChildren(BugDialog)
        trigger(program, "page_inbox")
        await _nothing_lost(program, ticket, tickets=1)


async def test_an_export_without_message_text_names_the_way_out(
    tmp_path: Path, theme: Theme
) -> None:
    export = tmp_path / "list.csv"
    export.write_text("Ticket ID,Subject,Full name,Status\n8,Chair,Bo,Open\n9,Desk,Cy,Open\n")
    async with running(tmp_path / "home", theme) as program:
        ticket = await _work_begun(program, tmp_path)
        _drop(program.window, export)
        await until(lambda: program.window.page == "doctor", "the export doctor")
        said = [one.words for one in program.doctor_page.remedy.findChildren(Paragraph)]
        assert any("No message text" in words for words in said)
        assert any("Ctrl+V" in words for words in said)
        program.doctor.import_current()
        await _all_read(program)
        trigger(program, "page_inbox")
        await _nothing_lost(program, ticket, tickets=3)


async def test_damaged_settings_are_put_aside(tmp_path: Path, theme: Theme) -> None:
    """Other kinds of damage: tests/storage/test_settings.py."""
    folder, content = open_data_folder(str(tmp_path)), b"{ this is not JSON"
    folder.settings.write_bytes(content)
    async with running(tmp_path, theme) as program:
        assert "settings file was damaged and put aside" in program.window.notice.text()
        assert folder.settings.with_name("settings.damaged.json").read_bytes() == content
        assert not program.window.findChildren(BugDialog)
    assert not load_settings(folder.settings).was_damaged
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


def test_a_data_folder_at_which_nobody_may_look(tmp_path: Path) -> None:
    assert "The data folder cannot be written" in _refused(tmp_path / ("home" * 100))


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


def _kill_worker(program: Program) -> None:
    """End the policy worker, where there is one."""
    if (pid := program.index.worker_pid) is not None:
        with suppress(ProcessLookupError):
            os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))


# -- how ---------------------------------------------------------------------------------------


def _said_of_policies(program: Program) -> dict[str, str]:
    """The first sentence of what stands in each file's row; more of it says what to do."""
    model, said = program.policies.model, {}
    for row in range(model.rowCount()):
        name, state = (str(model.index(row, column).data()) for column in (0, 2))
        first, end, what_to_do = state.partition(". ")
        assert what_to_do or state.startswith("Read "), state
        said[name] = first + end.strip()
    return said


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
    await until(lambda: program.inbox.reply.text() == _TYPED, "what was typed")
    program.inbox.save_now()
    await until(lambda: program.drafts.versions(ticket_id), "the typed text on disk")
    assert program.drafts.versions(ticket_id)[-1].text == _TYPED


async def _bind_readers_by_permissions() -> None:
    """Root reads every file; the threads that read for this program do so no longer.

    Only they, until the program ends: the checkout itself may lie where only those rights lead.
    """
    if sys.platform != "linux" or os.geteuid() != 0:
        return
    together = threading.Barrier(_READERS, timeout=60)  # each thread takes one, none takes two
    loop = asyncio.get_running_loop()
    await asyncio.gather(
        *(loop.run_in_executor(None, _give_up_rights, together) for _ in range(_READERS))
    )


def _give_up_rights(together: threading.Barrier) -> None:
    """capabilities(7): capset, version 3, of this thread, without CAP_DAC_OVERRIDE (bit 1) and
    CAP_DAC_READ_SEARCH (bit 2)."""
    together.wait()
    libc = ctypes.CDLL(None, use_errno=True)
    header = struct.pack("Ii", 0x20080522, 0)
    rights = ctypes.create_string_buffer(24)
    assert libc.capget(header, rights) == 0
    effective, *others = struct.unpack("6I", rights.raw)
    assert libc.capset(header, struct.pack("6I", effective & ~0b110, *others)) == 0


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
        [sys.executable, "-m", "supportdesk_gui", "--home", str(home)],
        env=os.environ | {
            "PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8",
            "SUPPORTDESK_UNTIL": "painted",
        },
        cwd=home.parent if home.parent.is_dir() else _ROOT,
        capture_output=True, encoding="utf-8", timeout=50, check=False,
    )  # fmt: skip


def _refused(home: Path) -> str:
    """The sentence with which the program leaves; exit code 1 and nothing but the sentence."""
    done = _start(home)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr

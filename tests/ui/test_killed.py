"""The program is killed in the middle of its work; what the agent saw is there when it reopens."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from supportdesk_gui.assist.drafts import DraftState, DraftStore
from supportdesk_gui.storage.data_folder import open_data_folder
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.migrations import DESK_LAYOUTS
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.store import TicketStore

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")

_ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 50.0
# Run in a process of its own: the real program, told what to do by the guest it lets in. Each
# line it prints is one JSON value; times are those of the monotonic clock, which all share.
_BEGIN = """
import asyncio, json, sys, time
from pathlib import Path
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from supportdesk_gui.ui.window_loop import WindowLoop
from supportdesk_gui.assist import offline
from supportdesk_gui.storage.data_folder import open_data_folder
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.ui import program as building
from supportdesk_gui.ui.fonts import load_fonts
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme

def say(**values):
    print(json.dumps(values), flush=True)

async def until(true):
    while not true():
        await asyncio.sleep(0.01)

class SlowEngine(offline.OfflineEngine):
    def __init__(self, index):
        super().__init__(index, pause=0.2)

offline.OfflineEngine = SlowEngine
app = QApplication([])
app.setQuitOnLastWindowClosed(False)
load_fonts()
folder = open_data_folder(sys.argv[1])
settings, theme = SettingsKeeper(folder.settings), Theme(app, "light")
program = building.Program(folder, settings, theme)
program.window.show()
act = program.window.actions_table.action
"""
_END = """
loop = WindowLoop(app)
with loop:
    loop.run_until_complete(program.live([], guest))
"""
_DRAFTING = f"""{_BEGIN}
async def guest():
    await until(lambda: not program.jobs.running("triage"))
    ticket = program.inbox.current_ticket()
    tickets = program.tickets.count(TicketQuery("", Chip.ALL))
    say(ticket=ticket.id, tickets=tickets, worker=program.index.worker_pid)
    reply = program.inbox.reply
    act("draft_again").trigger()
    await until(lambda: reply.text())
    place = QTextCursor(reply.editor.document())
    reply.editor.setTextCursor(place)
    reply.editor.textChanged.connect(lambda: say(
        at=time.monotonic(), text=reply.text(),
        writing=program.inbox.writer.is_writing(ticket.id),
    ))
    for number in range(10_000):
        QTest.keyClicks(reply.editor, "abcdefghij"[number % 10])
        await asyncio.sleep(0.05)
    return 0
{_END}"""
_IMPORTING = f"""{_BEGIN}
async def guest():
    say(worker=program.index.worker_pid)
    program.intake.take([Path(sys.argv[2])])
    while True:
        stored = program.tickets.count(TicketQuery("", Chip.ALL))
        say(stored=stored, running=bool(program.jobs.running("import")))
        await asyncio.sleep(0.005)
{_END}"""
_LEAVING = f"""{_BEGIN}
import sqlite3
async def guest():
    program.intake.take([Path(sys.argv[2])])
    await until(program.inbox.current_ticket)
    busy = {{"import", "triage"}}
    await until(lambda: not [job for job in program.jobs.running() if job.name in busy])
    editor = program.inbox.reply.editor
    QTest.keyClicks(editor, "Kept.")
    program.inbox.save_now()
    await until(lambda: not program.drafts.has_unsaved_text())
    holder = sqlite3.connect(folder.desk_database, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    QTest.keyClicks(editor, " Not on disk.")
    program.window.close()
    await until(lambda: any(
        one.text() == "Close without saving" and one.isVisible()
        for one in program.window.findChildren(QAbstractButton)
    ))
    QTest.keyClicks(editor, " Typed under the question.")
    say(text=editor.toPlainText(), worker=program.index.worker_pid)
    await asyncio.sleep(3600)
{_END}"""
_OPENING = f"""{_BEGIN}
async def guest():
    reply = program.inbox.reply.text()
    notice = program.inbox.reply.notice.text()
    say(stored=program.tickets.count(TicketQuery("", Chip.ALL)), reply=reply, notice=notice)
    return 0
{_END}"""
_DROPPING = f"""{_BEGIN}
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton
async def guest():
    act("page_policies").trigger()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(sys.argv[2])])
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    app.sendEvent(program.window, QDragEnterEvent(QPoint(300, 300), *how))
    app.sendEvent(program.window, QDropEvent(QPointF(300, 300), *how))
    cancel = program.window.findChild(QPushButton, "cancelJobButton")
    say(worker=program.index.worker_pid, shown=cancel.isVisible(), files=len(program.index.files()))
    time.sleep(3600)
{_END}"""
_TAKEN_AGAIN = f"""{_BEGIN}
async def guest():
    await until(lambda: program.index.files() and not program.jobs.running("policies"))
    say(files=[[file.name, file.state, file.passages] for file in program.index.files()])
    return 0
{_END}"""
_AT_LEAST = 40
_LATEST_SECONDS = 1.0


@pytest.mark.alone
def test_a_draft_that_was_being_written_and_typed_in(sample_shop: Path) -> None:
    seen: list[tuple[float, str]] = []
    with _program(_DRAFTING, sample_shop) as running:
        begun = _heard(running)
        while len(seen) < _AT_LEAST:
            shown = _heard(running)
            assert shown["writing"], "the draft ended before the kill"
            seen.append((shown["at"], shown["text"]))
        killed_at = time.monotonic()
        running.kill()
        seen += [(shown["at"], shown["text"]) for shown in _rest(running)]
    _gone(begun["worker"])
    assert len({text for _, text in seen}) > _AT_LEAST / 2, "the editor hardly changed"
    text = _kept_text(sample_shop, begun["ticket"], begun["tickets"])
    assert text in _between(seen, killed_at - _LATEST_SECONDS)
    opened = _opened(sample_shop)
    assert opened["stored"] == begun["tickets"]
    assert opened["reply"] == text and "It may be cut off" in opened["notice"]


def test_an_import_that_was_cut_off_leaves_no_half(tmp_path: Path) -> None:
    export = tmp_path / "tickets.csv"
    rows = [f"{n},Order {n},Where is parcel {n}?,Ana,a@b.example,Open" for n in range(60_000)]
    header = "Ticket ID,Subject,Description,Full name,Email,Status"
    export.write_text("\n".join([header, *rows]))
    home = tmp_path / "home"
    with _program(_IMPORTING, home, str(export)) as running:
        begun = _heard(running)
        while not (shown := _heard(running))["stored"]:
            pass
        running.kill()
    assert shown["running"] and shown["stored"] < len(rows)
    _gone(begun["worker"])
    folder = open_data_folder(str(home))
    database = Database(folder.desk_database, DESK_LAYOUTS, folder.backups)
    half = TicketStore(database).count(TicketQuery("", Chip.ALL))
    database.close()
    assert 0 < half < len(rows), "the kill came too early or too late to prove anything"
    assert _opened(home)["stored"] == 0


def test_policies_that_were_dropped_a_moment_ago(tmp_path: Path) -> None:
    rules, home = tmp_path / "rules", tmp_path / "home"
    rules.mkdir()
    for name in ("returns.md", "r\u00fcckgabe.md"):
        (rules / name).write_text("# Returns\n\nA lamp may come back within 30 days.")
    with _program(_DROPPING, home, str(rules)) as running:
        shown = _heard(running)
        running.kill()
    _gone(shown["worker"])
    assert shown["shown"] and not shown["files"], "the page said yes, the index knew nothing yet"
    waiting = open_data_folder(str(home)).waiting_policies
    assert waiting.exists()
    for _ in range(2):
        with _program(_TAKEN_AGAIN, home) as running:
            files = _heard(running)["files"]
            assert running.wait(_PATIENCE) == 0
        assert files == [["returns.md", "indexed", 1], ["r\u00fcckgabe.md", "indexed", 1]]
        assert not waiting.exists()


def test_the_question_whether_to_leave_without_saving(tmp_path: Path) -> None:
    """Nothing of it is in the database, which another program holds; all of it is found again."""
    export, home = tmp_path / "tickets.csv", tmp_path / "home"
    header = "Ticket ID,Subject,Description,Full name,Email,Status"
    export.write_text(f"{header}\n1,Lamp,My lamp is broken.,Ana,a@b.example,Open\n")
    with _program(_LEAVING, home, str(export)) as running:
        shown = _heard(running)
        folder = open_data_folder(str(home))
        _within(_PATIENCE, lambda: shown["text"] in _read(folder.unsaved))
        running.kill()
    _gone(shown["worker"])
    assert shown["text"] == "Kept. Not on disk. Typed under the question."
    assert _opened(home) == {"stored": 1, "reply": shown["text"], "notice": ""}
    assert not folder.unsaved.exists()
    assert _opened(home) == {"stored": 1, "reply": shown["text"], "notice": ""}


# -- how ---------------------------------------------------------------------------------------


def _read(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""


def _within(seconds: float, true: Callable[[], object]) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


@contextmanager
def _program(script: str, home: Path, *more: str) -> Iterator[subprocess.Popen[str]]:
    """The script with the program in it; killed at the end, however that comes."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1",
    }  # fmt: skip
    command = [sys.executable, "-c", script, str(home), *more]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, encoding="utf-8"
    ) as running:
        try:
            yield running
        finally:
            running.kill()


def _heard(running: subprocess.Popen[str]) -> dict[str, Any]:
    assert running.stdout is not None
    line = running.stdout.readline()
    assert line, f"the program ended with {running.wait()}"
    said: dict[str, Any] = json.loads(line)
    return said


def _rest(running: subprocess.Popen[str]) -> list[dict[str, Any]]:
    """What it still said before the kill reached it; a line may be cut off."""
    assert running.stdout is not None
    return [json.loads(line) for line in running.stdout if line.endswith("\n")]


def _between(seen: list[tuple[float, str]], since: float) -> set[str]:
    """All texts shown since then, and the one that stood there at that moment."""
    before = [words for at, words in seen if at < since]
    return {words for at, words in seen if at >= since} | set(before[-1:])


def _kept_text(home: Path, ticket_id: int, tickets: int) -> str:
    folder = open_data_folder(str(home))
    database = Database(folder.desk_database, DESK_LAYOUTS, folder.backups)
    try:
        drafts = DraftStore(database)
        assert drafts.versions(ticket_id)[-1].state is DraftState.WRITING
        drafts.stop_unfinished().result()
        version = drafts.versions(ticket_id)[-1]
        assert version.state is DraftState.STOPPED
        assert TicketStore(database).count(TicketQuery("", Chip.ALL)) == tickets
        return version.text
    finally:
        database.close()


def _opened(home: Path) -> dict[str, Any]:
    """What the program shows when it is started again."""
    with _program(_OPENING, home) as running:
        shown = _heard(running)
        assert running.wait(_PATIENCE) == 0
    return shown


def _gone(pid: int) -> None:
    """The policy worker notices that nobody listens any more, and ends."""
    end = time.monotonic() + _PATIENCE
    try:
        while _is_alive(pid):
            assert time.monotonic() < end, "the policy worker outlived the program"
            time.sleep(0.02)
    except AssertionError:
        os.kill(pid, signal.SIGKILL)
        raise


def _is_alive(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"

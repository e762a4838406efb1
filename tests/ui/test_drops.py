"""Drops of files that overlap are read one after the other, and each has a way back of its own."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
import zipfile
from contextlib import closing
from pathlib import Path

from openpyxl import Workbook
from PySide6.QtWidgets import QPushButton, QTableWidget

from supportdesk_gui.storage.errors import DatabaseLocked
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.inbox.rejects_dialog import RejectsDialog
from supportdesk_gui.ui.jobs import Job
from supportdesk_gui.ui.program import Program
from supportdesk_gui.ui.theme import Theme
from tests.ui.running import running, trigger, until

_ROWS = 600
ORDERS = '{"orders": [{"id": 1, "total": "3.00", "currency": "EUR", "line_items": []}]}'


async def test_drops_that_overlap(tmp_path: Path, theme: Theme) -> None:
    older = _export(tmp_path / "open 2026-11-02.csv", "pending", _ROWS, age=3600)
    newer = _export(tmp_path / "open 2026-11-03.csv", "solved", 5)
    async with running(tmp_path / "home", theme, expected=DatabaseLocked) as program:
        said: list[str] = []
        program.intake.said.connect(lambda _kind, text, *_: said.append(text()))
        reading, held = await _read_together(program, older, newer)
        reading.cancel()
        await until(lambda: program.jobs.running("undo import"), "the way back")
        stop = program.window.findChild(QPushButton, "cancelJobButton")
        assert stop is not None and not stop.isVisible(), "half an import would stay"
        program.jobs.running("undo import")[0].cancel()
        held.set()
        await _ended(program)
        assert _imports(program) == [(newer.name, "done", 5)]
        assert sorted(text[:10] for text in said) == ["5 tickets ", "The import"], said
        await program.jobs.wrapped(
            program.database.submit(lambda one: one.execute("PRAGMA busy_timeout = 50").fetchall())
        )
        with closing(sqlite3.connect(program.database.path)) as another:
            another.execute("BEGIN IMMEDIATE")
            await _take_back(program)
        assert _imports(program) == [(newer.name, "done", 5)], "nothing could be written"
        await _take_back(program)
        assert _imports(program) == []

        _, held = await _read_together(program, older, newer)
        trigger(program, "undo_import")  # what came last is not read yet
        assert said[-1] == "The files that waited will not be read."
        await until(lambda: len(program.jobs.running("import")) == 1, "one to be left")
        trigger(program, "undo_import")
        held.set()
        await _ended(program)
        assert _imports(program) == []
        assert program.tickets.is_empty()
        await until(lambda: not program.inbox.list.model.rowCount(), "the list to say so")

        _, held = await _read_together(program, older, newer)
        held.set()
        await _ended(program)
        assert _imports(program) == [(older.name, "done", _ROWS), (newer.name, "done", 0)]
        assert _statuses(program) == {"pending": _ROWS - 5, "solved": 5}
        await until(lambda: program.reviewing.look.left == _ROWS - 5, "the queue to be counted")
        await _take_back(program)  # the last drop, not both
        assert _statuses(program) == {"pending": _ROWS}
        assert said[-1] == "The import was taken back: 5 tickets."

        program.jobs.job_progressed.connect(
            lambda job: job.cancel() if job.name == "sample shop" else None
        )
        trigger(program, "sample_shop")
        await until(lambda: program.jobs.running("sample shop"), "the sample shop")
        await until(lambda: not program.jobs.running("sample shop"), "its end")
        await _ended(program)
        assert _imports(program) == [(older.name, "done", _ROWS)]

        said.clear()
        program.intake.importing.stored.connect(lambda _: _stop(program, again.name))
        again, other = _export(tmp_path / "all.csv", "open", _ROWS), tmp_path / "one.eml"
        other.write_text("From: a@mail.example\nSubject: Lamp\n\nWhere is it?\n")
        program.intake.take([_export(tmp_path / "vip.csv", "new", 5), again, other])
        await until(lambda: said, "the first file")
        await _ended(program)
        assert [name for name, *_ in _imports(program)] == [older.name, "vip.csv"]
        assert said[-1].startswith("The import was taken back: "), said
        assert said[-1].endswith("1 file that was read before stays. 1 file was not read."), said


def _stop(program: Program, name: str) -> None:
    if (name, "running") in [(path, state) for path, state, _ in _imports(program)]:
        program.jobs.running("import")[0].cancel()


async def _read_together(program: Program, older: Path, newer: Path) -> tuple[Job, threading.Event]:
    """Both are dropped; the writer stops in the middle of the older one until it may go on."""
    held, stopped = threading.Event(), threading.Event()

    def stop(first: bool) -> None:
        if first:
            stopped.set()
            program.tickets._database.submit(lambda _: held.wait())

    program.intake.importing.stored.connect(stop)
    program.intake.take([older])
    program.intake.take([newer])
    await until(stopped.is_set, "the first rows")
    program.intake.importing.stored.disconnect(stop)
    await until(lambda: "1 more waits" in program.window.status.work_text(), "what waits")
    reading, waiting = program.jobs.running("import")
    assert waiting.waits and not reading.waits
    program.reviewing._rests_until = 0.0  # after its last look
    program.reviewing.refresh()
    assert not program.jobs.running("review queue"), "the writer writes while nobody sees the queue"
    assert _imports(program) == [(older.name, "running", _imports(program)[0][2])]
    return reading, held


async def _take_back(program: Program) -> None:
    trigger(program, "undo_import")
    await _ended(program)


async def _ended(program: Program) -> None:
    busy = {"import", "undo import"}
    await until(lambda: not [job for job in program.jobs.running() if job.name in busy], "the end")


def _imports(program: Program) -> list[tuple[str, str, int]]:
    sql = "SELECT path, state, added FROM imports ORDER BY id"
    return [(path, state, added) for path, state, added in program.tickets._database.read(sql)]


def _statuses(program: Program) -> dict[str, int]:
    sql = "SELECT external_status, count(*) FROM tickets GROUP BY 1"
    return dict(program.tickets._database.read(sql))


def _export(path: Path, status: str, count: int, age: float = 0) -> Path:
    rows = "".join(f"{n},Lamp {n},Where is my lamp {n}?,{status}\n" for n in range(count))
    path.write_text(f"Ticket ID,Subject,Description,Status\n{rows}")
    os.utime(path, (time.time() - age,) * 2)
    return path


async def test_what_is_not_read_is_told_as_what_it_is(tmp_path: Path, theme: Theme) -> None:
    mails, night = tmp_path / "mails", tmp_path / "night.zip"
    mails.mkdir()
    head = "From: Ana <ana@x.example>\nTo: help@shop.example\nSubject: Lamp\n"
    (mails / "asks.eml").write_text(f"{head}Message-ID: <1@x>\n\nWhere is it?\n")
    (mails / "draft.eml").write_text(f"{head}X-Unsent: 1\n\nDear Ana\n")
    with zipfile.ZipFile(night, "w") as archive:
        archive.writestr("a.csv", "id,subject,description\n1,Lamp,My lamp broke\n")
        archive.writestr("half.json", '[{"id": 1')
    book = Workbook()
    for place, name in enumerate(("Lamp", "Shade")):
        sheet = book.create_sheet(name)
        sheet.append(["Ticket ID", "Subject", "Description"])
        sheet.append([place + 1, name, f"My {name} is broken"])
    book.remove(book.worksheets[0])
    book.save(tmp_path / "book.xlsx")
    said, listed = [], []
    async with running(tmp_path / "home", theme) as program:
        for path in (mails, night, tmp_path / "book.xlsx"):
            program.intake.take([path])
            await _ended(program)
            said.append(program.window.notice.text())
            if path != tmp_path / "book.xlsx":
                listed += _listed(program)
            program.window.notice.clear()
    assert said == [
        "1 ticket read from mails. 1 mail was not read.",
        "1 ticket read from night.zip › a.csv. night.zip › half.json was not read: it breaks off in the "
        "middle; make this export again.",
        "2 tickets read from book.xlsx.",
    ]
    assert listed == [
        "1 mail was not read.", "File", "Why", "Begins with",
        "night.zip › half.json was not read: it breaks off in the middle; make this export again.", "File", "Why",
    ]  # fmt: skip


def _listed(program: Program) -> list[str]:
    """The head of what *See why* shows, and its columns."""
    program.window.notice._action.click()
    dialog = program.window.findChildren(RejectsDialog)[-1]
    table = dialog.findChild(QTableWidget, "rejectedRows")
    assert table is not None
    names = [
        table.horizontalHeaderItem(at).text()
        for at in range(table.columnCount())
        if not table.isColumnHidden(at)
    ]
    dialog.close()
    return [dialog.findChildren(Paragraph)[0].words, *names]


async def test_members_of_a_folder_are_told_as_what_they_are(tmp_path: Path, theme: Theme) -> None:
    tickets = "id,subject,description\n1,Lamp,My lamp broke\n"
    others = {
        "orders.csv": ("id,customer,total,status\n1,Cy,39.90,paid\n", "lists orders, no tickets"),
        "half.json": ('{"tickets": [{"id": 7, "subj', "breaks off in the middle; make this export again"),
        "half.xml": ("<tickets><ticket><id>1</id><subj", "breaks off in the middle; make this export again"),
        "empty.json": ("", "is empty; make this export again"),
        "odd.json": ("{tickets: 1}", "is neither valid JSON nor XML; make this export again"),
        "none.json": ('{"tickets": []}', "holds no tickets"),
    }  # fmt: skip
    async with running(tmp_path / "home", theme) as program:
        for name, (text, why) in others.items():
            folder = tmp_path / name.replace(".", " ")
            folder.mkdir()
            (folder / "tickets.csv").write_text(tickets)
            (folder / name).write_text(text)
            program.window.notice.clear()
            program.intake.take([folder])
            await _ended(program)
            said = program.window.notice.text()
            assert f"{folder.name}/{name} was not read: it {why}." in said
        program.window.notice.clear()
        both = tmp_path / "both"
        both.mkdir()
        for name in ("orders.json", "half.json"):
            (both / name).write_text(others.get(name, (ORDERS, ""))[0])
        program.intake.take([both])
        await _ended(program)
        assert program.window.notice.text() == "None of 2 files in both holds tickets."
        program.window.notice._action.click()
        table = program.window.findChildren(RejectsDialog)[-1].findChild(QTableWidget)
        assert table is not None
        told = {table.item(row, 2).text() for row in range(table.rowCount())}
        assert told == {others["orders.csv"][1], others["half.json"][1]}


async def test_what_is_no_ticket_or_another_shops_is_told(tmp_path: Path, theme: Theme) -> None:
    head = "id,subject,description,email\n"
    rows = "".join(f"{n},Lamp {n},My lamp {n} broke,a{n}@mail.example\n" for n in (1, 2, 3))
    for shop, text in (("a", rows), ("b", rows.replace("amp", "id").replace(",a", ",z"))):
        (tmp_path / shop).mkdir()
        (tmp_path / shop / "tickets.csv").write_text(head + text)
    (tmp_path / "orders.csv").write_text("id,customer,total,status\n1,Cy,39.90,paid\n")
    async with running(tmp_path / "home", theme) as program:
        said: list[tuple[str, str]] = []
        program.intake.said.connect(lambda kind, text, *_: said.append((kind, text())))
        program.intake.take([tmp_path / "a" / "tickets.csv", tmp_path / "orders.csv"])
        await _ended(program)
        program.intake.take([tmp_path / "b" / "tickets.csv"])
        await _ended(program)
    assert said == [
        ("look", "orders.csv lists orders, no tickets, and was left out."),
        ("note", "3 tickets read from tickets.csv."),
        ("look", "3 tickets read from tickets.csv. Its ticket numbers are other tickets in “tickets”, "
         "so it is kept apart as “tickets 2”."),
    ]  # fmt: skip

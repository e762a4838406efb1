"""A large file is read by a process of its own: the same tickets, and nothing of it stays."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from concurrent.futures import Future
from contextlib import aclosing, closing
from pathlib import Path

import pytest

from supportdesk_gui.own_process import command, environment
from supportdesk_gui.tickets.import_undo import Undone
from supportdesk_gui.tickets.importing import reading_process, run
from supportdesk_gui.tickets.importing.batches import Batches, BatchesHere
from supportdesk_gui.tickets.importing.doctor import examine
from supportdesk_gui.tickets.importing.reading_process import BatchesElsewhere, ReadingBroke
from supportdesk_gui.tickets.importing.report import FailureReason
from supportdesk_gui.tickets.importing.run import import_export
from supportdesk_gui.tickets.incoming_rows import Incoming
from supportdesk_gui.tickets.store import TicketStore
from tests.tickets.desk import everything, open_desk, read_in

_ROWS = 3000
_LONG_ENOUGH = 60
_BREAKS = """
import sys
from supportdesk_gui.tickets.importing import batches, reading_process

def break_down(*_):
    yield from ()
    raise ZeroDivisionError("of no known kind")

batches.read_tickets = break_down
sys.exit(reading_process.read_for_another())
"""


def _export(folder: Path) -> Path:
    rows = [
        f'{n % 2900},Lämp {n},"Where is it,\n「第{n}號」?",ana{n % 2900}@mail.example\n'
        for n in range(_ROWS)
    ]
    rows[7] = "7,too,many,cells,here,,,\n"
    path = folder / "export.csv"
    path.write_text("Ticket ID,Subject,Description,Email\n" + "".join(rows), encoding="utf-8")
    return path


def _rest(batches: Batches) -> list[Incoming]:
    found: list[Incoming] = []
    while True:
        batch = batches.next(400)
        found += batch.tickets
        if batch.finished:
            return found


def test_a_process_reads_the_same_as_a_thread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, found = _export(tmp_path), []
    for size in (10**9, 0):
        monkeypatch.setattr(run, "_LARGE_BYTES", size)
        (folder := tmp_path / f"home{size}").mkdir()
        with open_desk(folder) as database:
            report = read_in(TicketStore(database), path)
            told = (report.added, report.rejected, report.repeated, report.shared, report.newest)
            found.append((told, report.rejects, everything(database)))
    assert found[0] == found[1]
    assert found[0][0][:3] == (2901, 1, 98), "0 is no number, and 7 is rejected once"


def test_what_is_wanted_before_the_process_is_ready_is_read_here(tmp_path: Path) -> None:
    diagnosis = examine(_export(tmp_path))
    whole = _rest(BatchesHere(diagnosis, ""))
    with closing(BatchesElsewhere(diagnosis, "")) as elsewhere:
        first = [*elsewhere.next(100).tickets]
        here = elsewhere._here
        assert elsewhere._answered.wait(_LONG_ENOUGH)
        assert first + _rest(elsewhere) == whole
        assert here is not None, "no process is up before a hundred rows are read"
        assert elsewhere._here is None, "the process read the rest"


def test_where_no_process_comes_up_all_is_read_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    diagnosis = examine(_export(tmp_path))
    nothing = [sys.executable, "-c", "pass"]
    monkeypatch.setattr(reading_process, "command", lambda *_: nothing)
    with closing(BatchesElsewhere(diagnosis, "")) as elsewhere:
        assert elsewhere._answered.wait(_LONG_ENOUGH)
        assert _rest(elsewhere) == _rest(BatchesHere(diagnosis, ""))


def test_a_process_that_is_killed_leaves_what_it_has_read(tmp_path: Path) -> None:
    diagnosis = examine(_export(tmp_path))
    with closing(BatchesElsewhere(diagnosis, "")) as elsewhere:
        assert elsewhere._answered.wait(_LONG_ENOUGH)
        first = elsewhere.next(100)
        assert first.tickets
        elsewhere._process.kill()
        while not (batch := elsewhere.next(100)).finished:
            pass
        assert batch.failure is not None
        assert batch.failure.reason is FailureReason.UNREADABLE


def test_what_nobody_foresaw_comes_with_its_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    breaks = [sys.executable, "-c", _BREAKS]
    monkeypatch.setattr(reading_process, "command", lambda *_: breaks)
    with closing(BatchesElsewhere(examine(_export(tmp_path)), "")) as elsewhere:
        assert elsewhere._answered.wait(_LONG_ENOUGH)
        with pytest.raises(ReadingBroke, match="of no known kind"):
            elsewhere.next(100)


def test_who_calls_it_off_leaves_no_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = []

    class Noted(BatchesElsewhere):
        def __init__(self, *told: object) -> None:
            super().__init__(*told)  # type: ignore[arg-type]
            started.append(self._process)

    monkeypatch.setattr(reading_process, "BatchesElsewhere", Noted)
    monkeypatch.setattr(run, "_LARGE_BYTES", 0)

    async def cancel() -> None:
        reading = import_export(examine(path), store, taken_back=undone.append)
        async with aclosing(reading) as steps:
            await anext(steps)

    path, undone = _export(tmp_path), list[Future[Undone]]()
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        before = everything(database)
        asyncio.run(cancel())
        assert started[0].returncode is not None
        undone[0].result()
        assert everything(database) == before


def test_it_ends_with_who_started_it() -> None:
    theirs, ours = os.pipe()
    process = subprocess.Popen(
        command("--read-export"), stdin=theirs, stdout=subprocess.PIPE, env=environment()
    )
    os.close(theirs)
    os.close(ours)
    assert process.communicate(timeout=_LONG_ENOUGH) == (b"", None)

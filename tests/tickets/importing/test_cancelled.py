"""An import that is called off, or that the disk has no room for, leaves nothing behind."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import aclosing, contextmanager
from pathlib import Path

import pytest

from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.errors import DiskFull
from supportdesk_gui.tickets.import_undo import Undone
from supportdesk_gui.tickets.importing.doctor import examine
from supportdesk_gui.tickets.importing.run import ImportProgress, ImportReport, import_export
from supportdesk_gui.tickets.store import TicketStore
from tests.tickets.desk import bring, check_index, everything, open_desk, ticket

_ROWS = 4000


def _export(folder: Path, count: int = _ROWS) -> Path:
    rows = "".join(f"{n},Lamp {n},{'Where is my lamp? ' * 20}\n" for n in range(count))
    path = folder / "export.csv"
    path.write_text(f"Ticket ID,Subject,Description\n{rows}")
    return path


@pytest.mark.parametrize("batches", [1, 3])
def test_a_cancelled_import_leaves_nothing_after_reopening(tmp_path: Path, batches: int) -> None:
    path = _export(tmp_path)

    async def cancel() -> int:
        stored = 0
        async with aclosing(import_export(examine(path), store)) as steps:
            for _ in range(batches):
                step = await anext(steps)
                assert isinstance(step, ImportProgress)
                stored += step.stored
        return stored

    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        bring(store, [ticket("kept", "kept words"), ticket("7", "is in the export too")])
        before = everything(database)
        assert 0 < asyncio.run(cancel()) < _ROWS
    with open_desk(tmp_path) as database:
        TicketStore(database).drop_unfinished_imports().result()
        assert everything(database) == before
        check_index(database)


def test_cancelled_before_the_store_begins_to_finish_it_is_taken_back(tmp_path: Path) -> None:
    export, undone = examine(_export(tmp_path, 40)), list[Future[Undone]]()

    async def cancel() -> None:
        async with aclosing(import_export(export, store, taken_back=undone.append)) as steps:
            assert isinstance(await anext(steps), ImportProgress)  # all that is in the file
            held = threading.Event()
            database.submit(lambda _: held.wait())
            finishing = asyncio.ensure_future(anext(steps))
            await asyncio.sleep(0)
            finishing.cancel()
            with pytest.raises(asyncio.CancelledError):
                await finishing
            held.set()

    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        bring(store, [ticket("7", "is in the export too")])
        before = everything(database)
        asyncio.run(cancel())
        (one,) = undone
        assert one.result().touched == 40
        assert everything(database) == before


def test_cancelled_when_the_store_has_begun_to_finish_it_is_whole(tmp_path: Path) -> None:
    export, undone = examine(_export(tmp_path, 40)), list[Future[Undone]]()
    begun, held = threading.Event(), threading.Event()

    async def cancel() -> ImportReport:
        async with aclosing(import_export(export, store, taken_back=undone.append)) as steps:
            await anext(steps)
            finishing = asyncio.ensure_future(anext(steps))
            await asyncio.to_thread(begun.wait)
            finishing.cancel()
            await asyncio.sleep(0)
            held.set()
            report = await finishing
            with pytest.raises(asyncio.CancelledError):
                await anext(steps)
        assert isinstance(report, ImportReport)
        return report

    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        with _stopping(database, "UPDATE imports SET as_of", begun, held):
            report = asyncio.run(cancel())
        assert (report.added, undone) == (40, [])
        assert report.changes is not None and report.changes.is_first
        assert database.read("SELECT id, state FROM imports") == [(report.import_id, "done")]
        assert store.undo_import(report.import_id).result().touched == 40


@pytest.mark.parametrize("has_begun", [False, True])
def test_cancelled_before_its_first_row_it_leaves_nothing(tmp_path: Path, has_begun: bool) -> None:
    export = examine(_export(tmp_path, 40))
    begun, held = threading.Event(), threading.Event()

    async def cancel() -> None:
        async with aclosing(import_export(export, store)) as steps:
            if not has_begun:
                database.submit(lambda _: held.wait())
            first = asyncio.ensure_future(anext(steps))
            await (asyncio.to_thread(begun.wait) if has_begun else asyncio.sleep(0))
            first.cancel()
            await asyncio.sleep(0)
            held.set()
            with pytest.raises(asyncio.CancelledError):
                await first

    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        with _stopping(database, "INSERT INTO imports", begun, held):
            asyncio.run(cancel())
        assert database.read("SELECT count(*) FROM imports") == [(0,)]


@contextmanager
def _stopping(
    database: Database, before: str, begun: threading.Event, held: threading.Event
) -> Iterator[None]:
    """The writer says when it has `begun` with such a statement, and stops while it is `held`."""

    def stop(sql: str) -> None:
        if sql.startswith(before):
            begun.set()
            held.wait()

    database.submit(lambda connection: connection.set_trace_callback(stop)).result()
    yield
    database.submit(lambda connection: connection.set_trace_callback(None)).result()


def test_an_import_that_fills_the_disk_is_taken_back_when_there_is_room(tmp_path: Path) -> None:
    path = _export(tmp_path)

    async def read() -> None:
        async for _ in import_export(examine(path), store):
            pass

    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        bring(store, [ticket("kept", "kept words")])
        before = everything(database)
        database.submit(_limit).result()
        with pytest.raises(DiskFull):
            asyncio.run(read())
    with open_desk(tmp_path) as database:
        TicketStore(database).drop_unfinished_imports().result()
        assert everything(database) == before
        check_index(database)


def _limit(connection: sqlite3.Connection) -> None:
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + 350}")

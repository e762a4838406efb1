"""An import that is called off, or that the disk has no room for, leaves nothing behind."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import aclosing
from pathlib import Path

import pytest

from supportdesk_gui.storage.errors import DiskFull
from supportdesk_gui.tickets.importing.doctor import examine
from supportdesk_gui.tickets.importing.run import ImportProgress, import_export
from supportdesk_gui.tickets.store import TicketStore
from tests.tickets.desk import bring, check_index, everything, open_desk, ticket

_ROWS = 4000


def _export(folder: Path) -> Path:
    rows = "".join(f"{n},Lamp {n},{'Where is my lamp? ' * 20}\n" for n in range(_ROWS))
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
    connection.execute(f"PRAGMA max_page_count = {pages + 700}")

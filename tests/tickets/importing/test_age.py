"""How old an export's data is, and which view it shows."""

from __future__ import annotations

import os
import time
import unicodedata
import zipfile
from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.choices import view_of
from supportdesk_gui.tickets.importing.doctor import examine
from supportdesk_gui.tickets.importing.lasting_names import lasting_name
from supportdesk_gui.tickets.importing.parts import gather
from supportdesk_gui.tickets.store import TicketStore
from tests.tickets.desk import open_desk, read_in

NEWEST = int(time.mktime((2026, 11, 2, 8, 2, 0, 0, 0, -1)))


def _table(path: Path, head: str = "Ticket ID,Subject,Description,Updated at") -> Path:
    path.write_text(f"{head}\n1,Lamp,It is broken,2026-11-02 08:02:00\n2,Lamp,It too,\n")
    return path


def test_data_is_as_old_as_its_file_or_its_newest_time(tmp_path: Path) -> None:
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        for written, as_of in ((NEWEST + 60, NEWEST + 60), (NEWEST - 86_400, NEWEST)):
            export = _table(tmp_path / "open.csv")
            os.utime(export, (written, written))
            changes = read_in(store, export).changes
            assert changes is not None and changes.as_of == as_of
        os.utime(export, (time.time() + 86_400,) * 2)  # a clock that is ahead
        changes = read_in(store, export).changes
        assert changes is not None and abs(changes.as_of - time.time()) < 600
        assert [row[1:] for row in store.views()] == [("open.csv", changes.as_of)]


def test_a_member_of_an_archive_is_as_old_as_it_was_packed(tmp_path: Path) -> None:
    archive = tmp_path / "export.zip"
    with zipfile.ZipFile(archive, "w") as file:
        info = zipfile.ZipInfo("tickets.csv", (2026, 11, 3, 9, 30, 0))
        file.writestr(info, "Ticket ID,Subject\n1,Lamp\n")
    room = tmp_path / "room"
    room.mkdir()
    (part,) = gather([archive], room).parts
    packed = time.mktime((2026, 11, 3, 9, 30, 0, 0, 0, -1))
    assert part.path.stat().st_mtime == packed


def test_a_view_is_known_by_its_name_and_its_columns(tmp_path: Path) -> None:
    today = view_of(examine(_table(tmp_path / "Open 2026-11-02.csv")))
    for name in (
        "open 2026-11-03 (2)", "open-20261103T080200Z", "open_03-11-2026", "open-1764144120",
        "open November-03-2026 08_02", "open",
    ):  # fmt: skip
        assert today == view_of(examine(_table(tmp_path / f"{name}.csv"))), name
    assert today != view_of(examine(_table(tmp_path / "Refunds 2026-11-02.csv")))
    other = _table(tmp_path / "open.csv", "Ticket ID,Subject,Description,Solved at")
    assert today != view_of(examine(other))
    lines = tmp_path / "open.json"
    lines.write_text('[{"id": 1, "subject": "Lamp", "description": "It is broken"}]')
    assert view_of(examine(lines)) == "", "JSON is no view"


@pytest.mark.parametrize("day", [
    "tickets monday", "Tickets-Dienstag", "tickets miércoles", "tickets jeudi", "tickets 周一",
    "Monday tickets", "tickets 2026-W48", "tickets KW 48", "tickets semaine 48", "tickets 第48週",
    "tickets Nov26", "tickets 26-Nov-2026", "tickets november", "tickets März 2026",
    "tickets 3 de diciembre de 2026", "tickets août", "tickets 2026-11", "tickets 26.11.26",
    "tickets 2026年11月26日", "tickets-2", "tickets(2)", "tickets copy", "tickets copy 2",
    "tickets - Kopie", "tickets - Kopie (2)", "Kopie von tickets", "tickets - copia", "Copie de tickets",
    "tickets - 副本", "tickets 拷貝 2", "tickets - Copy 2026-11-26 (3)",
    unicodedata.normalize("NFD", "tickets août"),
])  # fmt: skip
def test_a_file_is_called_the_same_tomorrow(day: str) -> None:
    assert lasting_name(f"{day}.csv").casefold() == "tickets"


@pytest.mark.parametrize("name", [
    "team-2", "Level 3", "monday", "2026-11-26", "mar del plata", "copyright",
    "Marsh Lane", "sunset", "week", "客服单", "v2 queue", "maybe",
])  # fmt: skip
def test_what_tells_views_apart_stays(name: str) -> None:
    assert lasting_name(f"{name}.csv") == name


def test_rows_that_were_not_read_may_be_those_that_seem_gone(tmp_path: Path) -> None:
    export = tmp_path / "open.csv"
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        assert read_in(store, _table(export)).is_whole
        export.write_text(
            f"{export.read_text().splitlines()[0]}\n1,Lamp,It is broken,\n,,,x,y,z,z\n"
        )
        report = read_in(store, export)
        assert report.rejected == 1 and not report.is_whole
        assert {row.status.value for row in store.rows([1, 2])} == {"new"}

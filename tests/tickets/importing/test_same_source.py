"""An export that has lost a column, or is called otherwise, brings the same tickets again."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.choices import with_choice
from supportdesk_gui.tickets.importing.doctor import Choice, Diagnosis, examine
from supportdesk_gui.tickets.importing.run import ImportReport, import_export
from supportdesk_gui.tickets.importing.same_source import Told, continued
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.ui.doctor.verdicts import Change, verdicts
from supportdesk_gui.ui.inbox.import_words import report_words
from tests.tickets.desk import open_desk

HEAD = ["Ticket ID", "Subject", "Description", "Agent interactions", "Customer interactions"]
ROWS = [[f"{n}", f"About parcel {n}", f"Where is parcel {n}?", "0", "1"] for n in range(1, 11)]


def _file(path: Path, columns: int, rows: list[list[str]]) -> Path:
    lines = [",".join(row[:columns]) for row in [HEAD, *rows]]
    path.write_text("\n".join(lines) + "\n")
    return path


def _seen(path: Path, store: TicketStore) -> Diagnosis:
    def told(numbers: list[str]) -> list[Told]:
        return store.known_numbers(numbers).result()

    return continued(examine(path), [name for name, _ in store.newest_sources()], told)  # type: ignore[arg-type]


def _read(diagnosis: Diagnosis, store: TicketStore, instead_of: int = 0) -> ImportReport:
    async def read() -> ImportReport:
        last = None
        async with aclosing(import_export(diagnosis, store, instead_of=instead_of)) as steps:
            async for step in steps:
                last = step
        assert isinstance(last, ImportReport)
        return last

    return asyncio.run(read())


def _count(store: TicketStore) -> int:
    return store.count(TicketQuery("", Chip.ALL))


def test_a_column_less_makes_no_other_source_and_the_agent_may_say_no(tmp_path: Path) -> None:
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        whole = _seen(_file(tmp_path / "tickets.csv", 5, ROWS), store)
        assert (whole.source, whole.continues) == ("Freshdesk", "")
        _read(whole, store)
        newer = [*ROWS[1:], ["11", "About parcel 11", "Where is parcel 11?", "0", "1"]]
        less = _seen(_file(tmp_path / "other name.csv", 3, newer), store)
        assert (less.vendor, less.source, less.continues) == ("", "Freshdesk", "Freshdesk")
        assert with_choice(less, Choice(delimiter=",")).source == "Freshdesk"
        report = _read(less, store)
        assert (report.added, report.unchanged, _count(store)) == (1, 9, 11)
        assert "counts as a newer export of that" in report_words(report)
        found = {one.change: one.title for one in verdicts(less, None)}
        assert found[Change.SOURCE] == "Taken for a newer export of Freshdesk"
        alone = with_choice(less, Choice(stands_alone=True))
        assert (alone.source, alone.continues) == ("other name", "Freshdesk")
        found = {one.change: one.title for one in verdicts(alone, None)}
        assert found[Change.SOURCE] == "Kept apart from Freshdesk"
        _read(alone, store, report.import_id)
        assert _count(store) == 20
        again = _seen(less.path, store)  # what is known by its own name is that
        assert (again.source, again.continues) == ("other name", "")


@pytest.mark.parametrize("reason", ["other words", "another helpdesk", "a few", "no tickets there"])
def test_numbers_alone_make_no_source_the_same(tmp_path: Path, reason: str) -> None:
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        there = _seen(_file(tmp_path / "tickets.csv", 5, ROWS), store)
        if reason == "another helpdesk":
            there = replace(there, source="Zendesk")
        if reason != "no tickets there":
            _read(there, store)
        rows = [[row[0], f"Invoice of row {row[0]}", f"Please send {row[0]}"] for row in ROWS]
        if reason == "a few":
            rows[:4] = [row[:3] for row in ROWS[:4]]
        elif reason != "other words":
            rows = ROWS
        columns = 5 if reason == "another helpdesk" else 3
        other = _seen(_file(tmp_path / "list.csv", columns, rows), store)
        assert (other.source, other.continues) == ("Freshdesk" if columns == 5 else "list", "")

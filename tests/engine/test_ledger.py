"""Every request stands in the ledger, is summed by day and kind, and can be taken along."""

from __future__ import annotations

import csv
import threading
import time
from dataclasses import astuple, fields
from datetime import datetime
from pathlib import Path

import pytest

from supportdesk_gui.engine.errors import Fault
from supportdesk_gui.engine.ledger import (
    DONE,
    STOPPED,
    Kind,
    KindUsage,
    Ledger,
    LedgerEntry,
    Spend,
    midnight,
)
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.errors import FolderReadOnly, StorageError
from supportdesk_gui.storage.migrations import _SUMS, DESK_LAYOUTS

DAY = 24 * 3600 * 1000


def _entry(**changes: object) -> LedgerEntry:
    values: dict[str, object] = {
        "at": int(time.time() * 1000), "kind": Kind.DRAFT, "ticket_id": 7, "version_id": 3,
        "model": "claude-sonnet-5-5", "host": "api.anthropic.com", "input": 100,
        "cache_write_5m": 20, "cache_write_1h": 30, "cache_read": 850, "output": 90,
        "thinking": 40, "micro_usd": 1_500, "first_text_ms": 600, "total_ms": 2_000,
        "request_id": "req_1", "stop_reason": "end_turn",
    }  # fmt: skip
    return LedgerEntry(**{**values, **changes})  # type: ignore[arg-type]


def test_what_is_recorded_is_there_with_all_of_it(ledger: Ledger) -> None:
    ledger.record(_entry(is_partial=True, outcome=STOPPED)).result()
    [found] = ledger.entries()
    assert found == _entry(is_partial=True, outcome=STOPPED, at=found.at, id=found.id)
    assert found.id and found.is_partial is True and found.prompt == 1_000


def test_today_knows_a_request_before_it_is_on_disk(ledger: Ledger, database: Database) -> None:
    hold = threading.Event()
    waiting = database.submit(lambda _: hold.wait(60))
    told = []
    ledger.changed = lambda: told.append(ledger.today())
    ledger.record(_entry())
    ledger.record(_entry(micro_usd=None))
    assert told[-1] == ledger.today() == Spend(1_500, 2, 1)
    hold.set()
    waiting.result()


def test_what_others_kept_is_added_and_what_waits_for_the_disk_is_not_forgotten(
    ledger: Ledger, database: Database
) -> None:
    hold = threading.Event()
    waiting = database.submit(lambda _: hold.wait(60))
    ledger.record(_entry())
    ledger.add([_entry(micro_usd=500), _entry(at=midnight() - 1)])
    assert ledger.today() == Spend(2_000, 2, 0)
    hold.set()
    waiting.result()


def test_a_new_start_and_a_new_day_ask_the_disk(
    ledger: Ledger, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.record(_entry(at=midnight() - 1)).result()
    ledger.record(_entry()).result()
    assert ledger.today() == Ledger(database).today() == Spend(1_500, 1, 0)
    tomorrow = time.time() + 24 * 3600
    monkeypatch.setattr("supportdesk_gui.engine.ledger.time.time", lambda: tomorrow)
    assert ledger.today() == Spend(0, 0, 0)


def test_days_are_summed_newest_first(ledger: Ledger) -> None:
    noon = midnight() - DAY // 2
    for entry in (_entry(at=noon), _entry(at=noon, micro_usd=None), _entry(micro_usd=500)):
        ledger.record(entry).result()
    days = ledger.days()
    assert [spend for _, spend in days] == [Spend(500, 1, 0), Spend(1_500, 2, 1)]
    assert days[1][0] == datetime.fromtimestamp(noon / 1000).date().isoformat()
    assert len(ledger.days(1)) == 1


def test_kinds_count_finished_requests_or_all_of_them(ledger: Ledger) -> None:
    ledger.record(_entry())
    ledger.record(_entry(micro_usd=None))
    ledger.record(_entry(outcome=Fault.CUT_OFF, micro_usd=700))
    ledger.record(_entry(kind=Kind.TRIAGE, at=midnight() - 1)).result()
    draft = KindUsage("draft", 2, 2_000, 1_700, 180, 1_500, 1)
    triage = KindUsage("triage", 1, 1_000, 850, 90, 1_500, 0)
    assert ledger.usage_by_kind() == [draft, triage]
    assert ledger.usage_by_kind(today=True) == [draft]
    everything = ledger.usage_by_kind(today=True, finished=False)
    assert everything == [KindUsage("draft", 3, 3_000, 2_550, 270, 2_200, 1)]


@pytest.mark.alone
def test_a_hundred_thousand_requests_hold_no_page_of_figures_up(
    ledger: Ledger, database: Database
) -> None:
    """These are read on the window's thread, which has 33 ms for a frame."""
    began = midnight() - 200 * DAY
    entries = [_entry(at=began + place * 172_000) for place in range(100_000)]
    names = [item.name for item in fields(LedgerEntry)][:-1]
    sql = f"INSERT INTO requests ({','.join(names)}) VALUES ({','.join('?' * len(names))})"
    rows = [astuple(entry)[:-1] for entry in entries]
    database.submit(lambda connection: connection.executemany(sql, rows)).result()

    def seconds() -> float:
        begun = time.perf_counter()
        fresh = Ledger(database)
        fresh.today()
        days, used = fresh.days(14), fresh.usage_by_kind(finished=False)
        fresh.usage_by_kind(today=True)
        fresh.cost_since(Kind.TEST, midnight() - DAY)
        taken = time.perf_counter() - begun
        assert len(days) == 14 and used[0].requests == 100_000
        return taken

    assert min(seconds() for _ in range(5)) < 0.02


def test_sums_of_an_older_layout_are_made_from_its_requests(tmp_path: Path) -> None:
    before = DESK_LAYOUTS[: DESK_LAYOUTS.index(_SUMS)]
    path, backups = tmp_path / "desk.sqlite3", tmp_path / "backups"
    names = [item.name for item in fields(LedgerEntry)][:-1]
    sql = f"INSERT INTO requests ({','.join(names)}) VALUES ({','.join('?' * len(names))})"
    entries = [_entry(), _entry(micro_usd=None, outcome=STOPPED), _entry(at=midnight() - 1)]
    rows = [astuple(entry)[:-1] for entry in entries]
    older = Database(path, before, backups)
    older.submit(lambda connection: connection.executemany(sql, rows)).result()
    older.close()
    newer = Database(path, DESK_LAYOUTS, backups)
    ledger = Ledger(newer)
    ledger.record(_entry()).result()
    assert [spend for _, spend in ledger.days()] == [Spend(3_000, 3, 1), Spend(1_500, 1, 0)]
    assert [usage.requests for usage in ledger.usage_by_kind()] == [3]
    newer.close()


def test_pages_neither_repeat_nor_lose_an_entry(ledger: Ledger) -> None:
    for number in range(25):
        ledger.record(_entry(ticket_id=number)).result()
    first = ledger.entries(10)
    second = ledger.entries(10, before_id=first[-1].id)
    third = ledger.entries(10, before_id=second[-1].id)
    assert [entry.ticket_id for entry in first + second + third] == list(range(24, -1, -1))
    assert ledger.entries(10, before_id=third[-1].id) == []
    assert ledger.entries(10, after_id=first[2].id) == first[:2]
    assert ledger.count() == 25


def test_what_was_asked_for_a_version_and_how_often_lately(ledger: Ledger) -> None:
    ledger.record(_entry(version_id=5))
    ledger.record(_entry(version_id=5, kind=Kind.TRANSLATION))
    ledger.record(_entry(at=int(time.time() * 1000) - 5_000)).result()
    assert [entry.version_id for entry in ledger.of_version(5)] == [5]
    assert ledger.count_since(Kind.DRAFT, 2.0) == 1
    assert ledger.count_since(Kind.DRAFT, 60.0) == 2


def test_the_export_has_dollars_times_and_no_formula(ledger: Ledger, tmp_path: Path) -> None:
    ledger.record(_entry(model="=HYPERLINK(1)", micro_usd=None, outcome=Fault.REFUSAL))
    for _ in range(1_200):
        ledger.record(_entry())
    path = tmp_path / "requests.csv"
    assert ledger.export(path).result() == 1_201
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 1_201
    assert rows[0]["usd"] == "0.001500" and rows[0]["cache_read"] == "850"
    assert datetime.fromisoformat(rows[0]["time"]).date() == datetime.now().date()
    assert rows[-1]["model"] == "'=HYPERLINK(1)"
    assert (rows[-1]["usd"], rows[-1]["outcome"]) == ("unpriced", "refusal")


def test_an_export_that_cannot_be_written_says_so(ledger: Ledger, tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        ledger.export(tmp_path / "nowhere" / "requests.csv").result()
    assert issubclass(FolderReadOnly, StorageError)
    ledger.record(_entry()).result()
    assert [entry.outcome for entry in ledger.entries()] == [DONE]

"""Every request and what it cost: written in the same breath, listed, exported, summed by day.

Cancelled and refused requests stand in it too. Sums are in millionths of a US dollar; a request
without a known price is counted as unpriced and never as 0.
"""

from __future__ import annotations

import csv
import sqlite3
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import asdict, astuple, dataclass, fields
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from supportdesk_gui.storage.database import Database
from supportdesk_gui.text.spreadsheet import safe_cell

if TYPE_CHECKING:
    from supportdesk_gui.engine.outgoing import Sent

DONE, STOPPED = "done", "stopped"
_PAGE = 500
# So long can a batch's answers be read; after that nothing of it is booked any more.
_READABLE_SECONDS = 29 * 86_400


class Kind(StrEnum):
    """What a request was for."""

    TRIAGE = "triage"
    DRAFT = "draft"
    COMPARISON = "comparison"
    TRANSLATION = "translation"
    INBOUND = "inbound"
    CONFLICTS = "conflicts"
    PREFLIGHT = "pre-flight"
    REWRITING = "rewriting"
    TAGS = "tags"
    KNOWLEDGE = "knowledge"
    COLUMNS = "columns"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One request. Times in milliseconds, `at` since the epoch; `outcome` is done, stopped or a
    Fault; `is_partial` says that tokens and cost are an estimate of what was cut off or not counted.
    `ticket_id` and `version_id` are 0 where there is none.
    """

    at: int
    kind: str
    ticket_id: int
    version_id: int
    model: str
    host: str
    input: int = 0
    cache_write_5m: int = 0
    cache_write_1h: int = 0
    cache_read: int = 0
    output: int = 0
    thinking: int = 0
    micro_usd: int | None = None
    is_partial: bool = False
    first_text_ms: int = 0
    total_ms: int = 0
    request_id: str = ""
    stop_reason: str = ""
    outcome: str = DONE
    id: int = 0

    @property
    def prompt(self) -> int:
        """All tokens of the prompt."""
        return self.input + self.cache_write_5m + self.cache_write_1h + self.cache_read


@dataclass(frozen=True, slots=True)
class Spend:
    """A day's requests. `unpriced` of `requests` have no known price."""

    micro_usd: int = 0
    requests: int = 0
    unpriced: int = 0


@dataclass(frozen=True, slots=True)
class KindUsage:
    """What the requests of one kind took together; tokens and cost of `unpriced` ones are in
    the tokens alone.
    """

    kind: str
    requests: int
    prompt: int
    cache_read: int
    output: int
    micro_usd: int
    unpriced: int


_COLUMNS = ", ".join(item.name for item in fields(LedgerEntry))


class Ledger:
    """The requests of all days. `changed` is called on the window's thread after each entry."""

    def __init__(self, database: Database, changed: Callable[[], None] = lambda: None) -> None:
        self.changed = changed
        self._database = database
        self._day = ""
        self._spend = Spend()

    def record(self, entry: LedgerEntry, sent: Sent | None = None) -> Future[None]:
        """Keep an entry and what was sent; its day's sum has it at once, before it is on disk."""
        self.today()
        self._count(entry)

        def work(connection: sqlite3.Connection) -> None:
            request_id = insert_entry(connection, entry)
            if sent is not None and sent.body and request_id:
                from supportdesk_gui.engine.outgoing import keep_sent

                keep_sent(connection, request_id, entry.ticket_id, sent)

        future = self._database.submit(work)
        self.changed()
        return future

    def add(self, entries: Iterable[LedgerEntry]) -> None:
        """Others kept these, by `insert_entry`, after `today` was asked: its sum has them too.

        To sum the day anew would miss what waits for the disk.
        """
        for entry in entries:
            self._count(entry)
        self.changed()

    def today(self) -> Spend:
        """What was spent since midnight, local time."""
        day = _day_of(time.time())
        if day != self._day:
            self._day, self._spend = day, self._spend_of(day)
        return self._spend

    def away(self) -> Spend:
        """What batches may cost that were sent, on whatever day, and are not read yet."""
        row = self._database.read(
            "SELECT coalesce(sum(cost * unread / size), 0), coalesce(sum(unread), 0), "
            "coalesce(sum(CASE WHEN cost IS NULL THEN unread END), 0) FROM tag_parts "
            "WHERE state IN ('sending', 'sent') AND at > ?",
            [int(time.time()) - _READABLE_SECONDS],
        )[0]
        return Spend(*row)

    def days(self, most: int = 31) -> list[tuple[str, Spend]]:
        """The newest days with requests (ISO date, local time) and their sums, newest first."""
        rows = self._database.read(
            "SELECT day, sum(micro_usd), sum(requests), sum(unpriced) FROM request_sums "
            "GROUP BY day ORDER BY day DESC LIMIT ?",
            [most],
        )
        return [(str(row[0]), Spend(*row[1:])) for row in rows]

    def entries(
        self, most: int = _PAGE, before_id: int | None = None, after_id: int = 0
    ) -> list[LedgerEntry]:
        """The newest entries, those before one, or those after one; newest first."""
        below = " AND id < ?" if before_id is not None else ""
        values = [after_id] if before_id is None else [after_id, before_id]
        rows = self._database.read(
            f"SELECT {_COLUMNS} FROM requests WHERE id > ?{below} ORDER BY id DESC LIMIT ?",
            [*values, most],
        )
        return [_entry(row) for row in rows]

    def of_version(self, version_id: int) -> list[LedgerEntry]:
        """The requests that wrote a draft version, oldest first."""
        sql = f"SELECT {_COLUMNS} FROM requests WHERE version_id = ? AND kind = ? ORDER BY id"
        return [_entry(row) for row in self._database.read(sql, [version_id, Kind.DRAFT])]

    def count_since(self, kind: Kind, seconds: float) -> int:
        """How many requests of a kind were made in the last `seconds`."""
        since = int((time.time() - seconds) * 1000)
        sql = "SELECT count(*) FROM requests WHERE kind = ? AND at >= ?"
        return int(self._database.read(sql, [kind, since])[0][0])

    def usage_by_kind(self, *, today: bool = False, finished: bool = True) -> list[KindUsage]:
        """What each kind took on all days or today; cut off and refused requests too unless
        `finished`."""
        only = " AND is_done" if finished else ""
        rows = self._database.read(
            "SELECT kind, sum(requests), sum(prompt), sum(cache_read), sum(output), "
            f"sum(micro_usd), sum(unpriced) FROM request_sums WHERE day >= ?{only} "
            "GROUP BY kind ORDER BY kind",
            [_day_of(time.time()) if today else ""],
        )
        return [KindUsage(*row) for row in rows]

    def cost_since(self, kind: Kind, since_ms: int) -> Spend:
        """What the requests of a kind have cost since a time, milliseconds since the epoch."""
        row = self._database.read(
            "SELECT coalesce(sum(micro_usd), 0), count(*), coalesce(sum(micro_usd IS NULL), 0) "
            "FROM requests WHERE at >= ? AND kind = ?",
            [since_ms, kind],
        )[0]
        return Spend(*row)

    def count(self) -> int:
        """How many requests there are."""
        return int(self._database.read("SELECT count(*) FROM requests")[0][0])

    def export(self, path: Path) -> Future[int]:
        """Write all entries as CSV, on the writer's thread; how many. Its error may be
        StorageError's kinds."""
        from supportdesk_gui.storage.whole_file import whole_table  # not for the first picture

        sql = f"SELECT {_COLUMNS} FROM requests ORDER BY id DESC"

        def work(connection: sqlite3.Connection) -> int:
            count = 0
            with whole_table(path) as file:
                table = csv.writer(file)
                table.writerow(_head())
                for row in connection.execute(sql):
                    table.writerow(_cells(_entry(row)))
                    count += 1
            return count

        return self._database.submit(work)

    def _count(self, entry: LedgerEntry) -> None:
        if entry.at >= midnight():
            self._spend = Spend(
                self._spend.micro_usd + (entry.micro_usd or 0),
                self._spend.requests + 1,
                self._spend.unpriced + (entry.micro_usd is None),
            )

    def _spend_of(self, day: str) -> Spend:
        row = self._database.read(
            "SELECT coalesce(sum(micro_usd), 0), coalesce(sum(requests), 0), "
            "coalesce(sum(unpriced), 0) FROM request_sums WHERE day = ?",
            [day],
        )[0]
        return Spend(*row)


def insert_entry(connection: sqlite3.Connection, entry: LedgerEntry) -> int:
    """Keep an entry within a transaction of the caller's; its id."""
    values = astuple(entry)[:-1]
    names, marks = _COLUMNS.removesuffix(", id"), ", ".join("?" * len(values))
    row = connection.execute(f"INSERT INTO requests ({names}) VALUES ({marks})", values)
    return int(row.lastrowid or 0)


def entry_columns(table: str) -> str:
    """The columns of an entry, for a query that joins `table` with others."""
    return ", ".join(f"{table}.{item.name}" for item in fields(LedgerEntry))


def entry_of(row: tuple[object, ...]) -> LedgerEntry:
    """The entry of a row of `entry_columns`."""
    return _entry(row)


def _entry(row: tuple[object, ...]) -> LedgerEntry:
    values = list(row)
    values[13] = bool(values[13])
    return LedgerEntry(*values)  # type: ignore[arg-type]


def _head() -> list[str]:
    names = {"at": "time", "micro_usd": "usd"}
    return [names.get(item.name, item.name) for item in fields(LedgerEntry)]


def _cells(entry: LedgerEntry) -> list[object]:
    """A row for a spreadsheet: local time, dollars, and nothing that it would take for a formula."""
    values: dict[str, object] = asdict(entry)
    values["at"] = datetime.fromtimestamp(entry.at / 1000).isoformat(timespec="seconds")
    priced = entry.micro_usd is not None
    values["micro_usd"] = f"{(entry.micro_usd or 0) / 1e6:.6f}" if priced else "unpriced"
    return [safe_cell(value) for value in values.values()]


def _day_of(seconds: float) -> str:
    return time.strftime("%Y-%m-%d", time.localtime(seconds))


def midnight() -> int:
    """When today began, local time, in milliseconds since the epoch."""
    now = datetime.now()
    return int(now.replace(hour=0, minute=0, second=0, microsecond=0).timestamp() * 1000)

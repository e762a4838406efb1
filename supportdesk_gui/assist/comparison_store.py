"""Comparisons that were made, in the window's database; their drafts go with their tickets."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import astuple, dataclass

from supportdesk_gui.storage.database import Database

_MOST = 50


@dataclass(frozen=True, slots=True)
class Side:
    """What drafted on one side: a model (empty: the rules) with an effort, of the engine with that
    name (empty: as its kind is called), kind and host, as they were then. `kind` is empty where
    that was not kept.
    """

    model: str
    effort: str = "low"
    name: str = ""
    kind: str = ""
    host: str = ""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A draft of one side. Times in milliseconds, 0 where it failed; `micro_usd` None without a
    known price; `distance` to what the agent copied, None where nothing was.
    """

    ticket_id: int
    side: int
    text: str
    fault: str
    micro_usd: int | None
    first_text_ms: int
    total_ms: int
    unsupported: int
    distance: float | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was compared when (seconds), and what came of it."""

    id: int
    at: int
    sides: tuple[Side, ...]
    attempts: tuple[Attempt, ...]

    def of(self, side: int) -> list[Attempt]:
        """The whole drafts of one side."""
        return [one for one in self.attempts if one.side == side and not one.fault]


class ComparisonStore:
    """Reads on the thread that opened the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Comparison]:
        """The latest ones, newest first."""
        rows = self._database.read(
            "SELECT id, at, sides FROM comparisons ORDER BY id DESC LIMIT ?", [_MOST]
        )
        return [
            Comparison(
                row[0], row[1], tuple(Side(*one) for one in json.loads(row[2])),
                tuple(Attempt(*one) for one in self._database.read(
                    "SELECT ticket_id, side, text, fault, micro_usd, first_text_ms, total_ms, "
                    "unsupported, distance FROM comparison_drafts WHERE comparison_id = ? "
                    "ORDER BY id", [row[0]],
                )),
            )
            for row in rows
        ]  # fmt: skip

    def begin(self, sides: Sequence[Side]) -> Future[int]:
        """A new comparison; its id."""
        said = json.dumps([astuple(side) for side in sides])

        def work(connection: sqlite3.Connection) -> int:
            sql = "INSERT INTO comparisons (at, sides) VALUES (?, ?)"
            return int(connection.execute(sql, [int(time.time()), said]).lastrowid or 0)

        return self._database.submit(work)

    def keep(self, comparison_id: int, one: Attempt) -> Future[None]:
        """A draft came."""
        values = (
            comparison_id, one.ticket_id, one.side, one.text, one.fault, one.micro_usd,
            one.first_text_ms, one.total_ms, one.unsupported, one.distance,
        )  # fmt: skip

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT INTO comparison_drafts (comparison_id, ticket_id, side, text, fault, "
                "micro_usd, first_text_ms, total_ms, unsupported, distance) "
                "SELECT ?1, id, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10 FROM tickets WHERE id = ?2",
                values,
            )

        return self._database.submit(work)

    def copied(self, ticket_id: int) -> str:
        """What was copied last for a ticket, empty where nothing."""
        sql = "SELECT text FROM copies WHERE ticket_id = ? ORDER BY id DESC LIMIT 1"
        rows = self._database.read(sql, [ticket_id])
        return str(rows[0][0]) if rows else ""

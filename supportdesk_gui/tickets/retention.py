"""How long tickets stay: after so many days without any movement they go, by their source.

A ticket moves with each message, change, draft and copy. One that waits for the agent stays until
it is replied to, skipped or escalated, however old it is.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from supportdesk_gui.storage.database import Database
from supportdesk_gui.tickets.removal import remove

_DAY = 86_400
_AT_ONCE = 50
# A ticket without any time counts from the import that brought it.
_OLD = """
SELECT id, waits_for_us = 1 AND is_open = 1 FROM (
    SELECT t.id, t.waits_for_us, t.is_open, max(
        coalesce(t.updated_at, 0), coalesce(t.created_at, 0), t.age_from,
        coalesce((SELECT max(sent_at) FROM messages m WHERE m.ticket_id = t.id), 0),
        coalesce((SELECT max(created_at) FROM draft_versions d WHERE d.ticket_id = t.id), 0),
        coalesce((SELECT max(at) FROM copies c WHERE c.ticket_id = t.id), 0)
    ) AS moved_at, t.import_id
    FROM tickets t WHERE t.source = ? AND t.age_from < ?
) WHERE CASE WHEN moved_at > 0 THEN moved_at
    ELSE (SELECT as_of FROM imports i WHERE i.id = import_id) END < ?
"""


@dataclass(frozen=True, slots=True)
class Retained:
    """What became of the tickets that are older than their source's days."""

    removed: Mapping[str, int] = field(default_factory=dict)
    """How many went, by source."""
    waiting: Mapping[str, int] = field(default_factory=dict)
    """How many stay although they are as old, since they wait for the agent."""


def old_tickets(
    connection: sqlite3.Connection, source: str, days: int, now: int
) -> tuple[list[int], list[int]]:
    """The tickets of a source without movement for `days`: those that go, those that wait."""
    before = now - days * _DAY
    rows = connection.execute(_OLD, [source, before, before]).fetchall()
    return [row[0] for row in rows if not row[1]], [row[0] for row in rows if row[1]]


def apply_retention(database: Database, days: Mapping[str, int], now: int) -> Retained:
    """Remove what has stayed for long enough; `days` by source, 0 keeps all. Blocks.

    Raises StorageError's kinds.
    """
    removed, waiting = {}, {}
    for source, limit in days.items():
        if limit <= 0:
            continue
        look = partial(old_tickets, source=source, days=limit, now=now)
        going, staying = database.submit(look).result()
        for at in range(0, len(going), _AT_ONCE):
            database.submit(partial(remove, ids=going[at : at + _AT_ONCE])).result()
        if going:
            removed[source] = len(going)
        if staying:
            waiting[source] = len(staying)
    if removed:
        database.submit(_drop_old_rejects).result()
        database.rewrite().result()
    return Retained(removed, waiting)


def _drop_old_rejects(connection: sqlite3.Connection) -> None:
    """Rows that could not be read go with the last ticket of their import."""
    still = [row[0] for row in connection.execute("SELECT DISTINCT import_id FROM tickets")]
    connection.execute(
        "DELETE FROM import_rejects WHERE import_id NOT IN (SELECT value FROM json_each(?)) "
        "AND import_id < (SELECT max(id) FROM imports)",
        [json.dumps(still)],
    )

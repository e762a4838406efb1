"""What was sent, byte for byte: kept beside the ledger's entries, the newest ones, for looking at.

A request belongs to its ticket and goes with it. Bounded in number, for each ticket and in all,
and in bytes.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from supportdesk_gui.engine.ledger import LedgerEntry, entry_columns, entry_of
from supportdesk_gui.storage.database import Database

MOST_OF_A_TICKET, MOST = 12, 400
MOST_BYTES = 32_000_000
"""Of all bodies together, compressed."""


@dataclass(frozen=True, slots=True)
class Sent:
    """The body of a request, and what each placeholder in it stands for."""

    body: bytes
    masked: Mapping[str, str]


class OutgoingRequests:
    """Reads what was sent."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_ticket(self, ticket_id: int) -> list[LedgerEntry]:
        """The requests about a ticket whose bytes are kept, newest first."""
        return self._entries("outgoing.ticket_id = ?", ticket_id)

    def of_request(self, request_id: int) -> list[LedgerEntry]:
        """The request of a ledger's entry, where its bytes are kept."""
        return self._entries("outgoing.request_id = ?", request_id)

    def sent(self, request_id: int) -> Sent | None:
        """The bytes of a request; None where they are not kept."""
        rows = self._database.read(
            "SELECT body, masked FROM outgoing WHERE request_id = ?", [request_id]
        )
        if not rows:
            return None
        return Sent(zlib.decompress(rows[0][0]), json.loads(rows[0][1]))

    def _entries(self, where: str, value: int) -> list[LedgerEntry]:
        rows = self._database.read(
            f"SELECT {entry_columns('requests')} FROM outgoing JOIN requests "
            f"ON requests.id = outgoing.request_id WHERE {where} ORDER BY requests.id DESC",
            [value],
        )
        return [entry_of(row) for row in rows]


def keep_sent(connection: sqlite3.Connection, request_id: int, ticket_id: int, sent: Sent) -> None:
    """Keep what a request sent, within the bounds; nothing of a ticket that is gone."""
    body = zlib.compress(sent.body, 6)
    marks = {shown: real for shown, real in sent.masked.items() if shown.encode() in sent.body}
    values = (request_id, len(body), body, json.dumps(marks, ensure_ascii=False))
    if ticket_id:
        connection.execute(
            "INSERT INTO outgoing (request_id, ticket_id, size, body, masked) "
            "SELECT ?1, id, ?2, ?3, ?4 FROM tickets WHERE id = ?5",
            (*values, ticket_id),
        )
        connection.execute(
            "DELETE FROM outgoing WHERE ticket_id = ?1 AND request_id NOT IN (SELECT request_id "
            "FROM outgoing WHERE ticket_id = ?1 ORDER BY request_id DESC LIMIT ?2)",
            (ticket_id, MOST_OF_A_TICKET),
        )
    else:
        connection.execute(
            "INSERT INTO outgoing (request_id, size, body, masked) VALUES (?, ?, ?, ?)", values
        )
    connection.execute(
        "DELETE FROM outgoing WHERE request_id IN (SELECT request_id FROM (SELECT request_id, "
        "row_number() OVER newest AS place, sum(size) OVER newest AS bytes FROM outgoing "
        "WINDOW newest AS (ORDER BY request_id DESC)) WHERE place > ? OR bytes > ?)",
        (MOST, MOST_BYTES),
    )

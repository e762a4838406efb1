"""The words by which tickets are found, in the full-text index."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from supportdesk_gui.tickets.ticket import Ticket

_AMONG = "IN (SELECT value FROM json_each(?))"


def replace_words(
    connection: sqlite3.Connection, ticket_id: int, ticket: Ticket, name: str
) -> None:
    """Let a ticket be found by the words that it has now."""
    from supportdesk_gui.tickets.incoming_rows import (
        search_texts,  # nothing is written at the start
    )

    forget_words(connection, [ticket_id])
    values = (ticket_id, *search_texts(ticket, name))
    connection.execute("INSERT INTO ticket_search VALUES (?, ?, ?)", values)
    connection.execute("INSERT INTO ticket_index (rowid, who, words) VALUES (?, ?, ?)", values)


def index_words(connection: sqlite3.Connection) -> None:
    """Let the tickets be found whose rows came in last.

    Many at once: each time makes a part of the index, which are merged later. Ids are never given
    twice, so those that are not in it yet are the highest.
    """
    connection.execute(
        "INSERT INTO ticket_index (rowid, who, words) SELECT ticket_id, who, words "
        "FROM ticket_search "
        "WHERE ticket_id > (SELECT coalesce(max(id), 0) FROM ticket_index_docsize)"
    )


def forget_words(connection: sqlite3.Connection, ticket_ids: Sequence[int]) -> None:
    """Let tickets be found by no words."""
    meant = [json.dumps([*ticket_ids])]
    connection.execute(
        "INSERT INTO ticket_index (ticket_index, rowid, who, words) SELECT 'delete', ticket_id, "
        f"who, words FROM ticket_search WHERE ticket_id {_AMONG}",
        meant,
    )
    connection.execute(f"DELETE FROM ticket_search WHERE ticket_id {_AMONG}", meant)

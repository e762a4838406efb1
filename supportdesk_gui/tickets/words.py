"""The words by which tickets are found, in the full-text index."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from supportdesk_gui.tickets.ticket import Ticket

_AT_ONCE = 100
_AMONG = "IN (SELECT value FROM json_each(?))"


def replace_words(
    connection: sqlite3.Connection, ticket_id: int, ticket: Ticket, name: str
) -> None:
    """Let a ticket be found by the words that it has now."""
    from supportdesk_gui.tickets.incoming_rows import (
        search_texts,  # nothing is written at the start
    )

    _write(connection, (ticket_id, *search_texts(ticket, name)))


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


def fold_some_words(connection: sqlite3.Connection) -> bool:
    """Write the words of the newest tickets that a former version indexed as this one does; whether
    there may be more of them."""
    from supportdesk_gui.text.tokens import with_plain_letters

    top = connection.execute("SELECT ticket_id FROM words_to_fold").fetchone()
    if top is None:
        return False
    found = connection.execute(
        "SELECT ticket_id, who, words FROM ticket_search WHERE ticket_id <= ? "
        "ORDER BY ticket_id DESC LIMIT ?",
        [*top, _AT_ONCE],
    ).fetchall()
    for row in found:
        folded = (row[0], *map(with_plain_letters, row[1:]))
        if folded != row:
            _write(connection, folded)
    connection.execute("DELETE FROM words_to_fold")
    if found:
        connection.execute("INSERT INTO words_to_fold VALUES (?)", [found[-1][0] - 1])
    return bool(found)


def _write(connection: sqlite3.Connection, values: tuple[int, str, str]) -> None:
    forget_words(connection, [values[0]])
    connection.execute("INSERT INTO ticket_search VALUES (?, ?, ?)", values)
    connection.execute("INSERT INTO ticket_index (rowid, who, words) VALUES (?, ?, ?)", values)

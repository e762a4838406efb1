"""Takes tickets out of a database with everything that hangs on them.

Works on the window's database and on its copies, which may have an older layout. Costs stay in
the ledger, without the ticket that they were for.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from supportdesk_gui.tickets.naming import Naming
from supportdesk_gui.tickets.query import named
from supportdesk_gui.tickets.query_text import Term, parse
from supportdesk_gui.tickets.requester import requester_key
from supportdesk_gui.tickets.statuses import forget_empty_steps
from supportdesk_gui.tickets.words import forget_words

IsMeant = Callable[[str, int | None], bool]
"""Whether a requester's key and the time a ticket was made mean a ticket that goes."""
_BEFORE = ", ".join(f"json_extract(before, '$.ticket[{place}]')" for place in (0, 1, 3, 4, 11))


@dataclass(frozen=True, slots=True)
class Held:
    """How much is kept of some tickets; `waiting` of them wait for the agent."""

    tickets: int = 0
    waiting: int = 0
    messages: int = 0
    versions: int = 0
    copies: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """The tickets that go, by which words their requester is known elsewhere, and the id of the
    last ticket that was looked at, 0 where there was none.
    """

    ids: tuple[int, ...] = ()
    words: frozenset[str] = frozenset()
    last: int = 0


def find(
    connection: sqlite3.Connection, is_meant: IsMeant, after: int = 0, most: int = -1
) -> Found:
    """The tickets of the requesters that are meant, among `most` tickets with an id above `after`."""
    ids, words, last = [], set(), 0
    sql = (
        "SELECT id, source, external_id, requester, email, created_at FROM tickets "
        "WHERE id > ? ORDER BY id LIMIT ?"
    )
    rows = connection.execute(sql, [after, most])
    for last, source, external_id, name, email, created in rows:
        if is_meant(requester_key(source, external_id, name, email), created):
            ids.append(int(last))
            words |= {name, email}
    return Found(tuple(ids), frozenset(words - {""}), int(last))


def held(connection: sqlite3.Connection, ids: Sequence[int]) -> Held:
    """What is kept of tickets, counted."""

    def count(table: str, column: str, more: str = "") -> int:
        sql = f"SELECT count(*) FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))"
        return int(connection.execute(sql + more, [json.dumps(list(ids))]).fetchone()[0])

    return Held(
        count("tickets", "id"), count("tickets", "id", " AND waits_for_us = 1 AND is_open = 1"),
        count("messages", "ticket_id"), count("draft_versions", "ticket_id", " AND text <> ''"),
        count("copies", "ticket_id"),
    )  # fmt: skip


def remove(connection: sqlite3.Connection, ids: Sequence[int]) -> None:
    """Take tickets out: messages, triage, drafts, translations, copies, words, the way back."""
    marks = json.dumps(list(ids))
    meant = "(SELECT value FROM json_each(?))"
    versions = json.dumps(
        [
            row[0]
            for row in connection.execute(
                f"SELECT id FROM draft_versions WHERE ticket_id IN {meant}", [marks]
            )
        ]
    )
    tables = _tables(connection)
    passages = _passages_of(connection, tables, versions)
    forget_words(connection, ids)
    connection.execute(f"DELETE FROM import_journal WHERE ticket_id IN {meant}", [marks])
    if "requests" in tables:
        connection.execute(
            "UPDATE requests SET ticket_id = 0, version_id = 0, request_id = '' "
            f"WHERE ticket_id IN {meant} OR version_id IN {meant}", [marks, versions],
        )  # fmt: skip
    if "import_tickets" in tables:
        connection.execute(
            "DELETE FROM import_tickets WHERE import_id IN (SELECT id FROM imports) "
            f"AND ticket_id IN {meant}", [marks],
        )  # fmt: skip
    connection.execute(f"DELETE FROM tickets WHERE id IN {meant}", [marks])
    if "status_history" in tables:
        forget_empty_steps(connection)
    _drop_unused(connection, tables, passages)


def remove_traces(connection: sqlite3.Connection, is_meant: IsMeant, words: Collection[str]) -> int:
    """Take out what is kept of these requesters beside their tickets; how many rows.

    That is the way back to a ticket that was theirs once, rows that could not be read, views that
    the agent saved with their name or address or for nobody but them, and the bytes of requests
    that were about no one ticket and named them.
    """
    rows = connection.execute(f"SELECT id, {_BEFORE} FROM import_journal").fetchall()
    journal = [(row[0],) for row in rows if is_meant(requester_key(*map(_text, row[1:5])), row[5])]
    connection.executemany("DELETE FROM import_journal WHERE id = ?", journal)
    naming = Naming(words)
    rejects = [
        (row[0],)
        for row in connection.execute("SELECT rowid, excerpt FROM import_rejects")
        if naming.stands_in(row[1])
    ]
    connection.executemany("DELETE FROM import_rejects WHERE rowid = ?", rejects)
    addresses = [(word.casefold(),) for word in words if "@" in word]
    if "addressees" in _tables(connection):
        connection.executemany("DELETE FROM addressees WHERE address = ?", addresses)
    if "mail_heads" in _tables(connection):
        sql = "DELETE FROM mail_heads WHERE instr(head, ?)"
        connection.executemany(sql, addresses)
    gone = _remove_views(connection, naming) + _remove_requests(connection, naming)
    return len(journal) + len(rejects) + gone


def _remove_views(connection: sqlite3.Connection, naming: Naming) -> int:
    if "saved_views" not in _tables(connection):
        return 0
    views = [
        (number,)
        for number, name, search in connection.execute("SELECT id, name, search FROM saved_views")
        if naming.stands_in(f"{name}\n{search}")
        or any(_is_for_them(connection, naming, term) for term in parse(search).terms)
    ]
    connection.executemany("DELETE FROM saved_views WHERE id = ?", views)
    return len(views)


def _is_for_them(connection: sqlite3.Connection, naming: Naming, term: Term) -> bool:
    """Whether `from:` asks for a part of their name, and for nobody else who is still here."""
    if term.name != "from" or not naming.is_meant(term.value, is_exact=term.is_exact):
        return False
    sql = "SELECT 1 FROM ticket_index WHERE ticket_index MATCH ? LIMIT 1"
    match = named(term.value, is_whole=term.is_exact)
    return not match or connection.execute(sql, [match]).fetchone() is None


def _remove_requests(connection: sqlite3.Connection, naming: Naming) -> int:
    if "outgoing" not in _tables(connection):
        return 0
    sql = "SELECT request_id, masked, body FROM outgoing WHERE ticket_id IS NULL"
    sent = [
        (number,)
        for number, masked, body in connection.execute(sql)
        if naming.stands_in_json(masked)
        or naming.stands_in_json(zlib.decompress(body).decode("utf-8", "replace"))
    ]
    connection.executemany("DELETE FROM outgoing WHERE request_id = ?", sent)
    return len(sent)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _tables(connection: sqlite3.Connection) -> set[str]:
    return {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}


def _passages_of(connection: sqlite3.Connection, tables: set[str], versions: str) -> str:
    """The hashes of the passages that these versions rest on, as JSON."""
    found: set[str] = set()
    for table in {"citations", "version_passages"} & tables:
        sql = (
            f"SELECT DISTINCT passage_hash FROM {table} "
            "WHERE version_id IN (SELECT value FROM json_each(?))"
        )
        found |= {row[0] for row in connection.execute(sql, [versions])}
    return json.dumps(sorted(found))


def _drop_unused(connection: sqlite3.Connection, tables: set[str], passages: str) -> None:
    """Passages that no draft rests on any more."""
    if passages == "[]":
        return
    used = "".join(
        f" AND hash NOT IN (SELECT passage_hash FROM {table})"
        for table in sorted({"citations", "version_passages"} & tables)
    )
    sql = f"DELETE FROM snapshots WHERE hash IN (SELECT value FROM json_each(?)){used}"
    connection.execute(sql, [passages])

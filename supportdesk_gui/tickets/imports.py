"""Tickets on their way into the store: batches under an import that can be undone.

An import is *running* until its last batch. What a batch adds carries the import's id; what it
changes is kept as it was. So cancelling, a crash and *undo import* all lead back the same way.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, Protocol

from supportdesk_gui.storage.database import Database
from supportdesk_gui.tickets.store_rows import (
    DERIVED_COLUMNS,
    MESSAGE_COLUMNS,
    TICKET_COLUMNS,
    closed_elsewhere,
    content_hash,
    derived_values,
    identity,
    message_from,
    message_values,
    search_text,
    ticket_from,
    ticket_from_json,
    ticket_to_json,
    ticket_values,
)
from supportdesk_gui.tickets.ticket import Role, Status, Ticket

_IN_ONE_QUESTION = 500
_INSERT_TICKET = (
    f"INSERT INTO tickets (id, import_id, {TICKET_COLUMNS}, {DERIVED_COLUMNS}) "
    f"VALUES ({','.join('?' * 23)})"
)
_INSERT_MESSAGE = (
    f"INSERT INTO messages (ticket_id, {MESSAGE_COLUMNS}) VALUES ({','.join('?' * 11)})"
)
_UPDATE_TICKET = (
    "UPDATE tickets SET "
    + ", ".join(f"{name} = ?" for name in f"{TICKET_COLUMNS}, {DERIVED_COLUMNS}".split(", "))
    + " WHERE id = ?"
)


class Reject(Protocol):
    """A row that could not be read; importing/report.py has the value."""

    @property
    def line(self) -> int:
        """The line it begins at."""
        ...

    @property
    def reason(self) -> Any:
        """A StrEnum that says why."""
        ...

    @property
    def excerpt(self) -> str:
        """Its first characters."""
        ...


@dataclass(frozen=True, slots=True)
class Upserted:
    """What a batch did."""

    added: int
    changed: int
    unchanged: int


class ImportedRows:
    """The importing half of the store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def start_import(self, source: str, path: str, as_of: int) -> Future[int]:
        """Begin an import; its id. `as_of` in seconds since the epoch."""

        def work(connection: sqlite3.Connection) -> int:
            row = connection.execute(
                "INSERT INTO imports (source, path, as_of, state) VALUES (?, ?, ?, 'running')",
                [source, path, as_of],
            )
            return int(row.lastrowid or 0)

        return self._database.submit(work)

    def upsert(self, import_id: int, tickets: Sequence[Ticket]) -> Future[Upserted]:
        """Add or update tickets by (source, external id); at most 100 ms worth of them.

        A replied ticket with a new message of the requester is new again; else our status
        stays. A ticket closed elsewhere counts as replied.
        """
        batch = list(tickets)
        return self._database.submit(lambda connection: _upsert(connection, import_id, batch))

    def finish_import(self, import_id: int, rejects: Iterable[Reject] = ()) -> Future[None]:
        """The last batch is in."""
        rows = [(import_id, item.line, str(item.reason), item.excerpt) for item in rejects]

        def work(connection: sqlite3.Connection) -> None:
            connection.executemany("INSERT INTO import_rejects VALUES (?, ?, ?, ?)", rows)
            connection.execute("UPDATE imports SET state = 'done' WHERE id = ?", [import_id])

        return self._database.submit(work)

    def undo_import(self, import_id: int) -> Future[int]:
        """Make everything as it was before an import; how many tickets that touched."""
        return self._database.submit(lambda connection: _undo(connection, import_id))

    def drop_unfinished_imports(self) -> Future[int]:
        """At the start: take back imports that a crash cut off; how many there were."""

        def work(connection: sqlite3.Connection) -> int:
            found = connection.execute("SELECT id FROM imports WHERE state = 'running'").fetchall()
            for (import_id,) in found:
                _undo(connection, import_id)
            return len(found)

        return self._database.submit(work)


def _upsert(connection: sqlite3.Connection, import_id: int, tickets: list[Ticket]) -> Upserted:
    known = _known(connection, tickets)
    next_id = connection.execute("SELECT coalesce(max(id), 0) FROM tickets").fetchone()[0] + 1
    fresh: dict[tuple[str, str], Ticket] = {}
    changed = unchanged = 0
    for ticket in tickets:
        key = (ticket.source, identity(ticket))
        if key in known:
            ticket_id, digest = known[key]
            if content_hash(ticket) == digest:
                unchanged += 1
            else:
                _change(connection, import_id, ticket_id, ticket, key[1])
                changed += 1
        else:
            fresh[key] = ticket  # a later row of the same batch wins
    _add(connection, import_id, next_id, fresh)
    connection.execute(
        "UPDATE imports SET added = added + ?, changed = changed + ?, unchanged = unchanged + ? "
        "WHERE id = ?",
        [len(fresh), changed, unchanged, import_id],
    )
    return Upserted(len(fresh), changed, unchanged)


def _known(
    connection: sqlite3.Connection, tickets: list[Ticket]
) -> dict[tuple[str, str], tuple[int, bytes]]:
    by_source: dict[str, list[str]] = {}
    for ticket in tickets:
        by_source.setdefault(ticket.source, []).append(identity(ticket))
    known = {}
    for source, names in by_source.items():
        for at in range(0, len(names), _IN_ONE_QUESTION):
            part = names[at : at + _IN_ONE_QUESTION]
            sql = (
                "SELECT external_id, id, content_hash FROM tickets "
                f"WHERE source = ? AND external_id IN ({','.join('?' * len(part))})"
            )
            for name, ticket_id, digest in connection.execute(sql, [source, *part]):
                known[(source, name)] = (ticket_id, digest)
    return known


def _add(
    connection: sqlite3.Connection,
    import_id: int,
    first_id: int,
    fresh: dict[tuple[str, str], Ticket],
) -> None:
    rows, messages, texts = [], [], []
    for ticket_id, ((_, name), ticket) in enumerate(fresh.items(), first_id):
        status = Status.REPLIED if closed_elsewhere(ticket.external_status) else ticket.status
        values = ticket_values(ticket, name, status.value)
        rows.append((ticket_id, import_id, *values, *derived_values(ticket, content_hash(ticket))))
        messages += [(ticket_id, *message_values(message)) for message in ticket.messages]
        texts.append((ticket_id, search_text(ticket, name)))
    connection.executemany(_INSERT_TICKET, rows)
    connection.executemany(_INSERT_MESSAGE, messages)
    connection.executemany("INSERT INTO ticket_search VALUES (?, ?)", texts)
    connection.executemany("INSERT INTO ticket_index (rowid, text) VALUES (?, ?)", texts)


def _change(
    connection: sqlite3.Connection, import_id: int, ticket_id: int, ticket: Ticket, name: str
) -> None:
    before = _read(connection, ticket_id)
    connection.execute(
        "INSERT INTO import_journal VALUES (?, ?, ?)",
        [import_id, ticket_id, ticket_to_json(before)],
    )
    _write(connection, ticket_id, ticket, name, _status_after(before, ticket))
    if _requester_words(ticket) > _requester_words(before):
        connection.execute("DELETE FROM triages WHERE ticket_id = ?", [ticket_id])


def _status_after(before: Ticket, ticket: Ticket) -> Status:
    if closed_elsewhere(ticket.external_status):
        return Status.REPLIED
    if before.status is Status.REPLIED and (
        _requester_words(ticket) > _requester_words(before)
        or closed_elsewhere(before.external_status)
    ):
        return Status.NEW
    return before.status


def _requester_words(ticket: Ticket) -> int:
    return sum(message.role is Role.REQUESTER for message in ticket.messages)


def _write(
    connection: sqlite3.Connection, ticket_id: int, ticket: Ticket, name: str, status: Status
) -> None:
    values = (
        *ticket_values(ticket, name, status.value),
        *derived_values(ticket, content_hash(ticket)),
    )
    connection.execute(_UPDATE_TICKET, (*values, ticket_id))
    connection.execute("DELETE FROM messages WHERE ticket_id = ?", [ticket_id])
    connection.executemany(
        _INSERT_MESSAGE, [(ticket_id, *message_values(message)) for message in ticket.messages]
    )
    _forget_words(connection, ticket_id)
    text = search_text(ticket, name)
    connection.execute("INSERT INTO ticket_search VALUES (?, ?)", [ticket_id, text])
    connection.execute("INSERT INTO ticket_index (rowid, text) VALUES (?, ?)", [ticket_id, text])


def _forget_words(connection: sqlite3.Connection, ticket_id: int) -> None:
    connection.execute(
        "INSERT INTO ticket_index (ticket_index, rowid, text) "
        "SELECT 'delete', ticket_id, text FROM ticket_search WHERE ticket_id = ?",
        [ticket_id],
    )
    connection.execute("DELETE FROM ticket_search WHERE ticket_id = ?", [ticket_id])


def _read(connection: sqlite3.Connection, ticket_id: int) -> Ticket:
    row = connection.execute(
        f"SELECT id, {TICKET_COLUMNS} FROM tickets WHERE id = ?", [ticket_id]
    ).fetchone()
    found = connection.execute(
        f"SELECT {MESSAGE_COLUMNS} FROM messages WHERE ticket_id = ? ORDER BY position",
        [ticket_id],
    )
    return ticket_from(row, tuple(message_from(item) for item in found))


def _undo(connection: sqlite3.Connection, import_id: int) -> int:
    added = connection.execute("SELECT id FROM tickets WHERE import_id = ?", [import_id]).fetchall()
    for (ticket_id,) in added:
        _forget_words(connection, ticket_id)
    connection.execute("DELETE FROM tickets WHERE import_id = ?", [import_id])
    journal = connection.execute(
        "SELECT ticket_id, before FROM import_journal WHERE import_id = ? ORDER BY rowid DESC",
        [import_id],
    ).fetchall()
    for ticket_id, before in journal:
        ticket = ticket_from_json(before)
        _write(connection, ticket_id, ticket, identity(ticket), ticket.status)
    connection.execute("DELETE FROM imports WHERE id = ?", [import_id])
    return len(added) + len(journal)

"""Tickets on their way into the store: batches under an import that can be undone.

An import is *running* until its last batch. What a batch adds carries the import's id; what it
changes is kept as it was (import_undo.py). So cancelling, a crash and *undo import* all lead
back the same way.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.forgotten import Forgotten
from supportdesk_gui.tickets.import_changes import (
    Became,
    ImportChanges,
    became,
    last_changes,
    note_changed,
    note_seen,
    settle,
    wrote_more,
)
from supportdesk_gui.tickets.import_undo import (
    read_ticket,
    remember,
    replace_words,
    settle_old,
    undo_all,
    undo_in_slices,
)
from supportdesk_gui.tickets.requester import requester_key
from supportdesk_gui.tickets.store_rows import (
    DERIVED_COLUMNS,
    MESSAGE_COLUMNS,
    TICKET_COLUMNS,
    closed_elsewhere,
    conversation_hash,
    derived_values,
    identity,
    message_rows,
    search_texts,
    sound,
    ticket_values,
)
from supportdesk_gui.tickets.ticket import Role, Status, Ticket

if TYPE_CHECKING:
    from concurrent.futures import Future

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
    """What a batch did. `ids` are our ids of the tickets taken, in their order.

    `forgotten` has a hash for each ticket that was left out, since its requester asked to be
    forgotten (storage/forgotten.py).
    """

    added: int
    changed: int
    unchanged: int
    ids: tuple[int, ...] = ()
    forgotten: tuple[str, ...] = ()


class ImportedRows:
    """The importing half of the store."""

    def __init__(self, database: Database, forgotten: Forgotten | None = None) -> None:
        self._database, self._forgotten = database, forgotten

    def start_import(
        self, source: str, path: str, as_of: int, view: str = "", run: int = 0
    ) -> Future[int]:
        """Begin an import; its id.

        `path` is what people call the file, empty where it came from none. `as_of` is the age of
        the data, seconds since the epoch. `view` is a name for what the
        export shows of its source, the same tomorrow; empty where tickets that it lacks say
        nothing. `run` is the first import of the same drop, 0 for that one itself.
        """

        def work(connection: sqlite3.Connection) -> int:
            row = connection.execute(
                "INSERT INTO imports (source, path, as_of, state, at, view, run) "
                "VALUES (?, ?, ?, 'running', ?, ?, ?)",
                [source, path, as_of, int(time.time()), view, run],
            )
            import_id = int(row.lastrowid or 0)
            if not run:
                connection.execute("UPDATE imports SET run = id WHERE id = ?", [import_id])
            return import_id

        return self._database.submit(work)

    def upsert(self, import_id: int, tickets: Sequence[Ticket]) -> Future[Upserted]:
        """Add or update tickets by (source, external id); at most 100 ms worth of them.

        Statuses follow in `finish_import`; what is added as closed elsewhere counts as replied.
        A list without conversations never empties one. Raises KeyError when the import is no
        longer running. Tickets of those who asked to be forgotten are left out.
        """
        batch = list(tickets)

        def work(connection: sqlite3.Connection) -> Upserted:
            left_out = self._left_out(batch)
            taken = [ticket for ticket in batch if id(ticket) not in left_out]
            done = _upsert(connection, import_id, taken)
            return replace(done, forgotten=tuple(left_out.values()))

        return self._database.submit(work)

    def welcome_back(self, forgotten: frozenset[str]) -> None:
        """Take these again who asked to be forgotten once. Raises OSError."""
        if self._forgotten is not None:
            self._forgotten.drop(forgotten)

    def _left_out(self, tickets: Sequence[Ticket]) -> dict[int, str]:
        """The hashes of forgotten requesters, by the `id()` of their tickets here."""
        if self._forgotten is None or self._forgotten.is_empty:
            return {}
        found = {}
        for one in tickets:
            key = requester_key(one.source, identity(one), one.requester, one.email)
            if self._forgotten.holds(key, one.created_at):
                found[id(one)] = self._forgotten.digest(key)
        return found

    def finish_import(
        self, import_id: int, rejects: Iterable[Reject] = (), *, newest: int = 0,
        is_whole: bool = True, instead_of: int = 0,
    ) -> Future[None]:  # fmt: skip
        """The last batch is in: statuses follow what the export says, in one step of undo.

        Closed and answered elsewhere is replied; a replied ticket with a new public message of the
        requester is new again; what is no more in the view is gone from it, unless `is_whole` is
        False (rows could not be read). Else our status stays. `newest` is the newest time in the
        data. `instead_of` is the import of the same file in another reading; it is to be undone
        now, which a crash in between brings about too.
        """
        rows = [(import_id, item.line, str(item.reason), item.excerpt) for item in rejects]

        def work(connection: sqlite3.Connection) -> None:
            connection.executemany("INSERT INTO import_rejects VALUES (?, ?, ?, ?)", rows)
            connection.execute(
                "UPDATE imports SET as_of = max(as_of, min(?, at)) WHERE id = ?",
                [newest, import_id],
            )
            settle(connection, import_id, is_whole=is_whole, instead_of=instead_of)
            connection.execute("UPDATE imports SET state = 'done' WHERE id = ?", [import_id])
            settle_old(connection, import_id)

        return self._database.submit(work)

    def last_changes(self) -> Future[ImportChanges | None]:
        """What the newest drop of files changed, None where there is none."""
        return self._database.submit(last_changes)

    def views(self) -> list[tuple[str, str, int]]:
        """The newest import of each view (source, file, age of its data), newest data first."""
        return self._database.read(
            "SELECT source, path, as_of FROM imports WHERE id IN (SELECT max(id) FROM imports "
            "WHERE path <> '' AND state IN ('done', 'settled') GROUP BY source, view) "
            "ORDER BY as_of DESC, id DESC"
        )

    def undo_import(self, import_id: int) -> Future[int]:
        """Make everything as it was before an import; how many tickets that touched.

        Tickets with a draft or a copy stay. Raises KeyError for an import that is not there or
        lies more than ten imports back.
        """
        return undo_in_slices(self._database, import_id)

    def swap_roles(self, ticket_id: int) -> Future[None]:
        """The customer's messages become the agent's and the reverse; twice is as before."""
        return self._database.submit(lambda connection: _swap_roles(connection, ticket_id))

    def drop_unfinished_imports(self) -> Future[int]:
        """At the start: take back imports that a crash cut off; how many there were."""

        def unfinished(connection: sqlite3.Connection) -> list[int]:
            sql = "SELECT id FROM imports WHERE state IN ('running', 'undoing')"
            return [row[0] for row in connection.execute(sql)]

        return undo_all(self._database, unfinished)


def _upsert(connection: sqlite3.Connection, import_id: int, tickets: list[Ticket]) -> Upserted:
    pairs = [sound(ticket) for ticket in tickets]
    tickets, hashes = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    names = [identity(ticket) for ticket in tickets]
    known = _known(connection, tickets, names)
    next_id = _last_id(connection) + 1
    fresh: dict[int, tuple[Ticket, str, bytes]] = {}
    changed: dict[int, tuple[int, Became, bool]] = {}
    unchanged = 0
    ids = []
    for ticket, name, digest in zip(tickets, names, hashes, strict=True):
        found = known.get((ticket.source, name))
        if found is None or found[0] in fresh:
            ticket_id = found[0] if found else next_id + len(fresh)
            fresh[ticket_id] = (ticket, name, digest)  # a later row of the same batch wins
        else:
            ticket_id, before = found
            if before == digest:
                unchanged += ticket_id not in changed
            else:
                what = _change(connection, import_id, ticket_id, ticket, name, digest)
                changed[ticket_id] = (ticket_id, *what)
        known[(ticket.source, name)] = (ticket_id, digest)
        ids.append(ticket_id)
    _add(connection, import_id, fresh)
    counted = connection.execute(
        "UPDATE imports SET added = added + ?, changed = changed + ?, unchanged = unchanged + ?, "
        "closed = closed + ? WHERE id = ? AND state = 'running'",
        [
            len(fresh),
            len(changed),
            unchanged,
            sum(closed_elsewhere(ticket.external_status) for ticket in tickets),
            import_id,
        ],
    )
    if not counted.rowcount:
        raise KeyError(import_id)
    note_seen(connection, import_id, ids, fresh)
    note_changed(connection, import_id, changed.values())
    return Upserted(len(fresh), len(changed), unchanged, tuple(ids))


def _last_id(connection: sqlite3.Connection) -> int:
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'tickets'").fetchone()
    return int(row[0]) if row else 0


def _known(
    connection: sqlite3.Connection, tickets: list[Ticket], names: list[str]
) -> dict[tuple[str, str], tuple[int, bytes]]:
    by_source: dict[str, list[str]] = {}
    for ticket, name in zip(tickets, names, strict=True):
        by_source.setdefault(ticket.source, []).append(name)
    known = {}
    for source, wanted in by_source.items():
        for at in range(0, len(wanted), _IN_ONE_QUESTION):
            part = wanted[at : at + _IN_ONE_QUESTION]
            sql = (
                "SELECT external_id, id, content_hash FROM tickets "
                f"WHERE source = ? AND external_id IN ({','.join('?' * len(part))})"
            )
            for name, ticket_id, digest in connection.execute(sql, [source, *part]):
                known[(source, name)] = (ticket_id, digest)
    return known


def _add(
    connection: sqlite3.Connection, import_id: int, fresh: dict[int, tuple[Ticket, str, bytes]]
) -> None:
    rows, messages, texts = [], [], []
    for ticket_id, (ticket, name, digest) in fresh.items():
        status = Status.REPLIED if closed_elsewhere(ticket.external_status) else ticket.status
        values = ticket_values(ticket, name, status.value)
        rows.append((ticket_id, import_id, *values, *derived_values(ticket, digest)))
        messages += message_rows(ticket_id, ticket)
        texts.append((ticket_id, *search_texts(ticket, name)))
    connection.executemany(_INSERT_TICKET, rows)
    connection.executemany(_INSERT_MESSAGE, messages)
    connection.executemany("INSERT INTO ticket_search VALUES (?, ?, ?)", texts)
    connection.executemany("INSERT INTO ticket_index (rowid, who, words) VALUES (?, ?, ?)", texts)


def _change(
    connection: sqlite3.Connection,
    import_id: int,
    ticket_id: int,
    ticket: Ticket,
    name: str,
    digest: bytes,
) -> tuple[Became, bool]:
    """Write a ticket anew; what became of it, and whether its conversation is another one."""
    before = read_ticket(connection, ticket_id)
    ticket = _filled(ticket, before)
    owner = connection.execute("SELECT import_id FROM tickets WHERE id = ?", [ticket_id])
    first = None
    if owner.fetchone()[0] != import_id:  # what this import added itself simply goes again
        first = remember(connection, import_id, ticket_id)
    values = (*ticket_values(ticket, name, before.status.value), *derived_values(ticket, digest))
    connection.execute(_UPDATE_TICKET, (*values, ticket_id))
    connection.execute("DELETE FROM messages WHERE ticket_id = ?", [ticket_id])
    connection.executemany(_INSERT_MESSAGE, message_rows(ticket_id, ticket))
    replace_words(connection, ticket_id, ticket, name)
    if wrote_more(before, ticket):
        connection.execute("DELETE FROM triages WHERE ticket_id = ?", [ticket_id])
        connection.execute(
            "UPDATE tickets SET intent = '', triage_language = '' WHERE id = ?", [ticket_id]
        )
    if first is None:
        return became(before, ticket), conversation_hash(before) != conversation_hash(ticket)
    # An earlier row of this import has changed it: what was before both is what counts.
    what = Became.SAME if first.digest == digest else became(first.ticket, ticket)
    return what, conversation_hash(first.ticket) != conversation_hash(ticket)


def _swap_roles(connection: sqlite3.Connection, ticket_id: int) -> None:
    from supportdesk_gui.tickets.importing.clipboard_roles import swapped  # not at the start

    row = connection.execute(
        "SELECT external_id, content_hash FROM tickets WHERE id = ?", [ticket_id]
    ).fetchone()
    if row is None:
        return
    name, digest = str(row[0]), bytes(row[1])
    ticket = swapped(read_ticket(connection, ticket_id))
    values = ticket_values(ticket, name, ticket.status.value)
    connection.execute(_UPDATE_TICKET, (*values, *derived_values(ticket, digest), ticket_id))
    connection.execute("DELETE FROM messages WHERE ticket_id = ?", [ticket_id])
    connection.executemany(_INSERT_MESSAGE, message_rows(ticket_id, ticket))
    replace_words(connection, ticket_id, ticket, name)
    connection.execute("DELETE FROM triages WHERE ticket_id = ?", [ticket_id])
    connection.execute(
        "UPDATE tickets SET intent = '', triage_language = '' WHERE id = ?", [ticket_id]
    )


def _filled(ticket: Ticket, before: Ticket) -> Ticket:
    """The new ticket, with what it does not say (a list has no conversation) as it was."""
    says = any(message.role is not Role.SYSTEM for message in ticket.messages)
    return replace(
        ticket,
        messages=ticket.messages if says or not before.messages else before.messages,
        requester=ticket.requester or before.requester,
        email=ticket.email or before.email,
        url=ticket.url or before.url,
        channel=ticket.channel or before.channel,
        language=ticket.language or before.language,
        created_at=before.created_at if ticket.created_at is None else ticket.created_at,
    )

"""Tickets that are ready (incoming_rows.py) written: many rows at a time.

A statement takes hundreds of them, since each lets go of Python's turn and waits for it again, of
which only one thread has it (ui/giving_way.py).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace

from supportdesk_gui.storage.database import insert_rows, insert_values
from supportdesk_gui.tickets.import_changes import (
    Became,
    became,
    is_newer_known,
    note_added,
    note_changed,
    note_seen,
    wrote_more,
)
from supportdesk_gui.tickets.import_undo import (
    index_words,
    read_ticket,
    remember,
    remembered,
    replace_words,
)
from supportdesk_gui.tickets.importing.clipboard_roles import swapped
from supportdesk_gui.tickets.incoming_rows import (
    MESSAGE_WIDTH,
    TICKET_WIDTH,
    WORDS_WIDTH,
    Incoming,
    IncomingRows,
    incoming,
)
from supportdesk_gui.tickets.kept_beside import note_beside, with_addressed
from supportdesk_gui.tickets.merging import says_the_same, updated
from supportdesk_gui.tickets.same_ticket import (
    goes_on_in,
    is_mailing,
    is_same_conversation,
    may_be_one,
    other_host,
)
from supportdesk_gui.tickets.store_rows import (
    DERIVED_COLUMNS,
    MESSAGE_COLUMNS,
    TICKET_COLUMNS,
    conversation_hash,
    derived_values,
    is_stand_in,
    message_values,
    ticket_values,
)
from supportdesk_gui.tickets.ticket import Ticket

_IN_ONE_QUESTION = 1024
_KNOWN = (
    "SELECT json_group_array(json_array(external_id, id, hex(content_hash))) FROM tickets "
    "WHERE source = ? AND external_id IN ({marks})"
)
"""All as one row, since each that is fetched lets go of Python's turn and waits for it again."""
_THREAD = (
    "WITH named AS (SELECT m.ticket_id AS id FROM json_each(?2) w JOIN messages m "
    "ON m.external_id = w.value AND instr(m.external_id, '@') > 0) "
    "SELECT t.id, t.content_hash, t.external_id, t.email, t.requester, "
    "EXISTS (SELECT 1 FROM named n WHERE n.id = t.id), EXISTS (SELECT 1 FROM messages r "
    "WHERE r.ticket_id = t.id AND r.external_id = t.external_id), EXISTS (SELECT 1 FROM messages o "
    "WHERE o.ticket_id = t.id AND o.role = 'agent' AND o.author <> ?3) FROM tickets t WHERE t.id IN ("
    "SELECT id FROM named UNION SELECT n.id FROM json_each(?2) w "
    "JOIN tickets n ON n.external_id = w.value AND n.source = ?1) AND t.source = ?1 ORDER BY t.id"
)
_WHO = "SELECT email, requester, url FROM tickets WHERE id = ?"
_Known = dict[tuple[str, str], tuple[int, bytes]]
"""The id and content hash of tickets, by source and name."""
_INTO_TICKETS = (
    f"INSERT OR ROLLBACK INTO tickets (id, import_id, {TICKET_COLUMNS}, {DERIVED_COLUMNS})"
)
"""What fails takes the transaction with it in any case, so SQLite need not keep a copy of each page
of each index for the way back from this one statement."""
_INTO_MESSAGES = f"INSERT INTO messages (ticket_id, {MESSAGE_COLUMNS})"
_INTO_SEARCH = "INSERT INTO ticket_search (ticket_id, who, words)"
_UPDATE_TICKET = (
    "UPDATE tickets SET "
    + ", ".join(f"{name} = ?" for name in f"{TICKET_COLUMNS}, {DERIVED_COLUMNS}".split(", "))
    + " WHERE id = ?"
)


@dataclass(frozen=True, slots=True)
class Upserted:
    """What a batch did. `ids` are our ids of the tickets taken, in their order.

    `forgotten` has a hash for each ticket that was left out, since its requester asked to be
    forgotten (storage/forgotten.py). `seconds` is what the work took, its commit not counted.
    """

    added: int
    changed: int
    unchanged: int
    ids: tuple[int, ...] = ()
    forgotten: tuple[str, ...] = ()
    seconds: float = 0.0


def upsert(connection: sqlite3.Connection, import_id: int, batch: IncomingRows) -> Upserted:
    """Write tickets that are ready. Raises KeyError when the import is no longer running.

    New ones are found by their words after the next `index_words`.
    """
    known = _known(connection, batch.sources, batch.names)
    first_id = _last_id(connection) + 1
    if batch and not known and batch.are_apart:
        return _add_all(connection, import_id, first_id, batch)
    fresh: dict[int, Incoming] = {}
    changed: dict[int, tuple[int, Became, bool]] = {}
    unchanged = 0
    ids = []
    for told in batch:
        one = _by_its_name(connection, told, known, fresh)
        key = (one.source, one.name)
        found = known.get(key)
        if found is None or found[0] in fresh:
            ticket_id = found[0] if found else first_id + len(fresh)
            fresh[ticket_id] = one  # a later row of the same batch wins
        else:
            ticket_id, before = found
            if before == one.digest:
                unchanged += ticket_id not in changed
            else:
                if not changed:  # it may have come in a moment ago
                    index_words(connection)
                what = _change(connection, import_id, ticket_id, one)
                if what is None:
                    unchanged += ticket_id not in changed
                else:
                    changed[ticket_id] = (ticket_id, *what)
        known[key] = (ticket_id, one.digest)
        ids.append(ticket_id)
    _add(connection, import_id, fresh)
    note_beside(connection, zip(ids, batch, strict=True))
    done = Upserted(len(fresh), len(changed), unchanged, tuple(ids))
    _count(connection, import_id, done, batch.closed)
    note_seen(connection, import_id, ids, fresh)
    if changed:
        note_changed(connection, import_id, changed.values())
    return done


def _by_its_name(
    connection: sqlite3.Connection, one: Incoming, known: _Known, fresh: dict[int, Incoming]
) -> Incoming:
    """A ticket under the name by which it is stored: its own, unless another ticket has that."""
    there = known.get((one.source, one.name))
    if one.told.thread:
        return _in_its_conversation(connection, one, known)
    if there is None or there[1] == one.digest or is_stand_in(one.name):
        return one
    asks = one.email, one.requester, one.url
    row = connection.execute(_WHO, [there[0]]).fetchone()
    if row == asks and any(asks):  # nearly always, and sooner asked than the whole ticket
        return one
    added, ticket = fresh.get(there[0]), one.ticket()
    stored = added.ticket() if added else read_ticket(connection, there[0])
    if may_be_one(ticket, stored):
        return one
    if host := other_host(ticket, stored):  # another account's numbers are its own
        account = replace(ticket, source=f"{one.source} {host}")
        apart = _called(connection, account, account.external_id, known)
        return _by_its_name(connection, apart, known, fresh)
    return _called(connection, ticket, "", known)


def _in_its_conversation(connection: sqlite3.Connection, one: Incoming, known: _Known) -> Incoming:
    """The same for mails: of the stored conversation that has one of them or names it."""
    ticket, key = one.ticket(), (one.source, one.name)
    own = {message.external_id for message in ticket.messages}
    taken = {one.name} if key in known else set[str]()
    writer = ticket.requester or ticket.email
    told = [ticket.source, json.dumps(ticket.thread), writer]
    near: list[int] = []
    for row in connection.execute(_THREAD, told).fetchall():
        ticket_id, digest, name, email, requester, has_one, has_root, has_others = row
        is_root, begins = has_root and name not in own, name in own
        if is_same_conversation(
            ticket, email, requester, is_near=has_one or begins, begins=begins, is_root=is_root,
            is_taken=is_root and has_others and own.issuperset({*ticket.thread} - {name}),
        ):  # fmt: skip
            known[key] = int(ticket_id), bytes(digest)
            return one
        is_apart = not begins and is_mailing(email, ticket.email)
        near += [int(ticket_id)] if has_one and not is_apart else []
        taken.add(name)
    for ticket_id in near:
        stored = with_addressed(connection, read_ticket(connection, ticket_id))
        if goes_on_in(ticket, stored):
            known[key] = ticket_id, b""
            return one
    if one.name not in taken:
        return one
    free = next((name for name in ticket.thread if name not in taken), "")
    return _called(connection, ticket, free, known)


def _called(connection: sqlite3.Connection, ticket: Ticket, name: str, known: _Known) -> Incoming:
    """A ticket under another name than its own; without a number where that is empty."""
    apart = incoming(replace(ticket, external_id=name))
    if (apart.source, apart.name) not in known:
        known.update(_known(connection, [apart.source], [apart.name]))
    return apart


def _count(connection: sqlite3.Connection, import_id: int, done: Upserted, closed: int) -> None:
    counted = connection.execute(
        "UPDATE imports SET added = added + ?, changed = changed + ?, unchanged = unchanged + ?, "
        "closed = closed + ? WHERE id = ? AND state = 'running'",
        [
            done.added,
            done.changed,
            done.unchanged,
            closed,
            import_id,
        ],
    )
    if not counted.rowcount:
        raise KeyError(import_id)


def _last_id(connection: sqlite3.Connection) -> int:
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'tickets'").fetchone()
    return int(row[0]) if row else 0


def _known(connection: sqlite3.Connection, sources: Sequence[str], names: Sequence[str]) -> _Known:
    by_source: dict[str, list[str]] = {}
    for source, name in zip(sources, names, strict=True):
        by_source.setdefault(source, []).append(name)
    known: _Known = {}
    for source, wanted in by_source.items():
        for at in range(0, len(wanted), _IN_ONE_QUESTION):
            part = wanted[at : at + _IN_ONE_QUESTION]
            sql = _KNOWN.format(marks=",".join("?" * len(part)))
            found = connection.execute(sql, [source, *part]).fetchone()[0]
            for name, ticket_id, digest in json.loads(found):
                known[(source, name)] = (ticket_id, bytes.fromhex(digest))
    return known


def _add_all(
    connection: sqlite3.Connection, import_id: int, first_id: int, batch: IncomingRows
) -> Upserted:
    """Write tickets of which none is there, as nearly all are of a first import."""
    ids = batch.number(first_id, import_id)
    insert_values(connection, _INTO_TICKETS, batch.tickets, TICKET_WIDTH)
    insert_values(connection, _INTO_MESSAGES, batch.messages, MESSAGE_WIDTH)
    insert_values(connection, _INTO_SEARCH, batch.words, WORDS_WIDTH)
    if batch.has_more_beside:
        note_beside(connection, zip(ids, batch, strict=True))
    done = Upserted(len(batch), 0, 0, tuple(ids))
    _count(connection, import_id, done, batch.closed)
    note_added(connection, import_id, ids)
    return done


def _add(connection: sqlite3.Connection, import_id: int, fresh: dict[int, Incoming]) -> None:
    insert_rows(
        connection,
        _INTO_TICKETS,
        [(ticket_id, import_id, *one.columns) for ticket_id, one in fresh.items()],
    )
    insert_rows(
        connection,
        _INTO_MESSAGES,
        [(ticket_id, *row) for ticket_id, one in fresh.items() for row in one.messages],
    )
    insert_rows(
        connection, _INTO_SEARCH, [(ticket_id, *one.words) for ticket_id, one in fresh.items()]
    )


def _change(
    connection: sqlite3.Connection, import_id: int, ticket_id: int, one: Incoming
) -> tuple[Became, bool] | None:
    """Write a ticket anew; what became of it, and whether its conversation is another one.

    None where the import says nothing new.
    """
    stored, told = read_ticket(connection, ticket_id), one.ticket()
    if told.thread:
        stored = with_addressed(connection, stored)
    base = _base(connection, import_id, stored, told)
    is_older = is_newer_known(connection, import_id, told, ticket_id)
    ticket = updated(told, base, is_older=is_older) if base else told
    same = base is not None and says_the_same(ticket, base)
    if same and base is stored:
        return None
    owner, name = connection.execute(
        "SELECT import_id, external_id FROM tickets WHERE id = ?", [ticket_id]
    ).fetchone()
    if owner != import_id:
        remember(connection, import_id, ticket_id)
    values = ticket_values(ticket, name, stored.status.value)
    _rewrite(connection, ticket_id, ticket, values + derived_values(ticket, one.digest))
    replace_words(connection, ticket_id, ticket, name)
    if wrote_more(stored, ticket):
        _forget_triage(connection, ticket_id)
    before = base or stored
    what = Became.SAME if same else Became.CHANGED if is_older else became(before, ticket)
    return what, conversation_hash(before) != conversation_hash(ticket)


def _base(
    connection: sqlite3.Connection, import_id: int, stored: Ticket, told: Ticket
) -> Ticket | None:
    """What a ticket is told beside: as it was before this import and the one that it stands in for.

    The last row of a number counts in a file of several tables, and a better reading leaves
    nothing of the first. None where one of both has brought the ticket. Mails of one thread may
    be apart in a file, when those between them came before.
    """
    if told.thread:
        return stored
    instead_of, owner = connection.execute(
        "SELECT i.instead_of, t.import_id FROM imports i, tickets t WHERE i.id = ? AND t.id = ?",
        [import_id, stored.id],
    ).fetchone()
    for one in (instead_of, import_id):
        if one and owner == one:
            return None
        before = remembered(connection, one, stored.id) if one else None
        if before is not None:
            return before
    return stored


def _rewrite(
    connection: sqlite3.Connection, ticket_id: int, ticket: Ticket, values: tuple[object, ...]
) -> None:
    connection.execute(_UPDATE_TICKET, (*values, ticket_id))
    connection.execute("DELETE FROM messages WHERE ticket_id = ?", [ticket_id])
    rows = [(ticket_id, *row) for row in message_values(ticket)]
    insert_rows(connection, _INTO_MESSAGES, rows)


def _forget_triage(connection: sqlite3.Connection, ticket_id: int) -> None:
    connection.execute("DELETE FROM triages WHERE ticket_id = ?", [ticket_id])
    connection.execute(
        "UPDATE tickets SET intent = '', triage_language = '' WHERE id = ?", [ticket_id]
    )


def swap_roles(connection: sqlite3.Connection, ticket_id: int) -> None:
    """The customer's messages become the agent's and the reverse."""
    row = connection.execute(
        "SELECT external_id, content_hash FROM tickets WHERE id = ?", [ticket_id]
    ).fetchone()
    if row is None:
        return
    name, digest = str(row[0]), bytes(row[1])
    ticket = swapped(read_ticket(connection, ticket_id))
    values = ticket_values(ticket, name, ticket.status.value) + derived_values(ticket, digest)
    _rewrite(connection, ticket_id, ticket, values)
    replace_words(connection, ticket_id, ticket, name)
    _forget_triage(connection, ticket_id)

"""Under which name a ticket that an import tells is stored: its own, that of the conversation which
its mails belong to, or another one where its number is somebody else's."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace

from supportdesk_gui.tickets.import_undo import read_ticket
from supportdesk_gui.tickets.incoming_rows import Incoming, incoming
from supportdesk_gui.tickets.kept_beside import with_addressed
from supportdesk_gui.tickets.same_ticket import (
    goes_on_in,
    is_mailing,
    is_same_conversation,
    may_be_one,
    other_host,
)
from supportdesk_gui.tickets.store_rows import is_stand_in
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
Known = dict[tuple[str, str], tuple[int, bytes]]
"""The id and content hash of tickets, by source and name."""


def by_its_name(
    connection: sqlite3.Connection, one: Incoming, known: Known, fresh: Mapping[int, Incoming]
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
        return by_its_name(connection, apart, known, fresh)
    return _called(connection, ticket, "", known)


def _in_its_conversation(connection: sqlite3.Connection, one: Incoming, known: Known) -> Incoming:
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


def _called(connection: sqlite3.Connection, ticket: Ticket, name: str, known: Known) -> Incoming:
    """A ticket under another name than its own; without a number where that is empty."""
    apart = incoming(replace(ticket, external_id=name))
    if (apart.source, apart.name) not in known:
        known.update(known_names(connection, [apart.source], [apart.name]))
    return apart


def known_names(
    connection: sqlite3.Connection, sources: Sequence[str], names: Sequence[str]
) -> Known:
    """The stored tickets that have these names, each in its source."""
    by_source: dict[str, list[str]] = {}
    for source, name in zip(sources, names, strict=True):
        by_source.setdefault(source, []).append(name)
    known: Known = {}
    for source, wanted in by_source.items():
        for at in range(0, len(wanted), _IN_ONE_QUESTION):
            part = wanted[at : at + _IN_ONE_QUESTION]
            sql = _KNOWN.format(marks=",".join("?" * len(part)))
            found = connection.execute(sql, [source, *part]).fetchone()[0]
            for name, ticket_id, digest in json.loads(found):
                known[(source, name)] = (ticket_id, bytes.fromhex(digest))
    return known

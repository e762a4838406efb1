"""What an export says of a ticket that is kept beside it: the helpdesk's own id and its number of
who asks, and whom its mails went to."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from supportdesk_gui.tickets.importing.clipboard_roles import is_service
from supportdesk_gui.tickets.incoming_rows import Incoming
from supportdesk_gui.tickets.mail_order import add_heads
from supportdesk_gui.tickets.store_rows import MESSAGE_COLUMNS
from supportdesk_gui.tickets.ticket import Role, Ticket

_ROLE = MESSAGE_COLUMNS.split(", ").index("role")


def note_beside(connection: sqlite3.Connection, batch: Iterable[tuple[int, Incoming]]) -> None:
    """Of tickets by our ids; also of those that are the same otherwise, since an export before may
    have had only their numbers."""
    own_ids: list[tuple[int, str]] = []
    requester_ids: list[tuple[int, str]] = []
    mails: list[tuple[int, tuple[str, ...], str, tuple[str, ...]]] = []
    addressed: list[tuple[int, str, bool]] = []
    for number, one in batch:
        told = one.told
        if told.helpdesk_id:
            own_ids.append((number, told.helpdesk_id))
        if told.requester_id:
            requester_ids.append((number, told.requester_id))
        if told.mails:
            mails.append((number, told.mails, told.own_address, told.thread))
        if told.addressed:
            asks = any(message[_ROLE] == Role.REQUESTER for message in one.messages)
            own = told.written_to if asks and not is_service(one.email) else ()
            addressed += [(number, address, address in own) for address in told.addressed]
    if own_ids:
        connection.executemany(
            "INSERT OR REPLACE INTO helpdesk_ids (ticket_id, id) VALUES (?, ?)", own_ids
        )
    if mails:
        add_heads(connection, mails)
    if requester_ids:
        connection.executemany(
            "INSERT OR REPLACE INTO requester_ids (ticket_id, id) VALUES (?, ?)", requester_ids
        )
    if addressed:
        connection.executemany(
            "INSERT INTO addressees VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET "
            "by_requester = max(by_requester, excluded.by_requester)", addressed,
        )  # fmt: skip


def with_addressed(connection: sqlite3.Connection, ticket: Ticket) -> Ticket:
    """The ticket with those whom its mails went to, and those of the requester."""
    found = connection.execute(
        "SELECT address, by_requester FROM addressees WHERE ticket_id = ?", [ticket.id]
    ).fetchall()
    own = tuple(address for address, by_requester in found if by_requester)
    return replace(ticket, addressed=tuple(row[0] for row in found), written_to=own)

"""Who wrote, where an export names people by numbers and the list that explains these came in
another drop, or not at all.

The number of who asks tells most: another writer answers. So does what is known of a number from
other conversations, and that a customer writes no internal notes. Where nothing tells, the first
writer asks, and the others' words are nobody's: neither the customer's nor an answer.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from supportdesk_gui.tickets.ticket import Message, Role, Ticket, Visibility


@dataclass(frozen=True, slots=True)
class Account:
    """What is known of somebody's number: the name that messages have, and the role."""

    name: str = ""
    role: Role | None = None


def by_account(ticket: Ticket, known: Mapping[str, Account], asks: str = "") -> Ticket:
    """The ticket with each message by who wrote it, as far as numbers tell. `asks` is the number of
    who asks, where the ticket does not tell it."""
    asks = ticket.requester_id or asks
    if not any(one.author_id for one in ticket.messages):
        return ticket
    here = {one.author_id: Account(one.author, one.role) for one in ticket.messages if one.author}
    known = {**staff_in(ticket.messages), **known, **here}
    first = asks or next((one.author_id for one in ticket.messages if one.author_id
                          and _role(one, known, "", "") is not Role.AGENT), "")  # fmt: skip
    messages = tuple(
        one if one.author or not one.author_id
        else replace(one, author=known.get(one.author_id, Account()).name,
                     role=_role(one, known, asks, first))
        for one in ticket.messages
    )  # fmt: skip
    return replace(ticket, messages=messages)


def _role(message: Message, known: Mapping[str, Account], asks: str, first: str) -> Role:
    number = message.author_id
    account = known.get(number, Account())
    if asks == number != "":
        return Role.REQUESTER
    if account.name and account.role:
        return account.role
    if asks or account.role is Role.AGENT or message.visibility is Visibility.INTERNAL:
        return Role.AGENT
    return Role.REQUESTER if number == first else Role.SYSTEM


def staff_in(messages: Iterable[Message]) -> dict[str, Account]:
    """The numbers of those who wrote internal notes: they are on our side."""
    return {
        one.author_id: Account(role=Role.AGENT) for one in messages
        if one.author_id and not one.author and one.visibility is Visibility.INTERNAL
    }  # fmt: skip


def known_accounts(connection: sqlite3.Connection, ticket: Ticket) -> dict[str, Account]:
    """What conversations of this source that are stored say of its numbers without a name."""
    numbers = {one.author_id for one in ticket.messages if not one.author} - {""}
    if not numbers:
        return {}
    found = connection.execute(_KNOWN, [json.dumps(sorted(numbers)), ticket.source])
    known: dict[str, Account] = {}
    for number, name, role in found:
        if name or number not in known:
            known[number] = Account(name, Role(role))
    return known


_KNOWN = """
SELECT n.value, m.author, m.role FROM json_each(?1) n
CROSS JOIN messages m ON m.author_id = n.value AND m.author_id <> ''
JOIN tickets t ON t.id = m.ticket_id AND t.source = ?2
WHERE m.author <> '' OR m.role = 'agent' GROUP BY n.value, m.author <> ''
UNION ALL
SELECT n.value, t.requester, 'requester' FROM json_each(?1) n
CROSS JOIN requester_ids r ON r.id = n.value
JOIN tickets t ON t.id = r.ticket_id AND t.source = ?2 AND t.requester <> '' GROUP BY n.value
"""


def asking_in(connection: sqlite3.Connection, ticket_id: int) -> str:
    """The number of who asks in a stored ticket; "" where none is known."""
    row = connection.execute(
        "SELECT id FROM requester_ids WHERE ticket_id = ?", [ticket_id]
    ).fetchone()
    return str(row[0]) if row else ""

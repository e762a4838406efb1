"""Tickets that may stand twice: in an export of the helpdesk, and as the mails that made it.

They are counted and told, never put together: a number in a subject is that of any helpdesk, and two
orders of one customer may be written about in the same words. A ticket too many costs a look, one
with somebody else's words costs a customer.
"""

from __future__ import annotations

import json
import sqlite3

from supportdesk_gui.tickets.quoting import own_words
from supportdesk_gui.tickets.ticket import PASTED, SAMPLE_SHOP, Message, Role

_MOST_NEW, _MOST_PAIRS = 20_000, 500
"""Tickets and pairs of them that are looked at, in some 50 ms: the writer does it."""
_TELLING = 20
"""Letters from which on two texts are hardly the same by chance."""
_MAIL = "mail"
_PAIRS = """
WITH new AS (
    SELECT ticket_id AS id FROM import_tickets
    WHERE import_id IN (SELECT value FROM json_each(:imports)) AND became = 'added' LIMIT :most)
SELECT t.id, o.id FROM new CROSS JOIN tickets t ON t.id = new.id
CROSS JOIN tickets o ON o.email = t.email COLLATE NOCASE AND o.email <> ''
WHERE t.email <> '' AND (t.source = :mail) <> (o.source = :mail)
    AND o.source NOT IN (:sample, :pasted) LIMIT :pairs
"""
_BOTH = (
    "SELECT count(DISTINCT source = ?) FROM imports WHERE state IN ('done', 'settled', 'running')"
)
_FIRST = (
    "SELECT text, folded FROM messages WHERE ticket_id = ? AND role = 'requester' "
    "ORDER BY position LIMIT 1"
)


def count_twice(connection: sqlite3.Connection, imports: list[int]) -> int:
    """How many tickets that these imports added have the address and the first words of one that
    came another way, as a mail or in an export; of many, those that are soon found."""
    if connection.execute(_BOTH, [_MAIL]).fetchone()[0] < 2:
        return 0
    asked = {"imports": json.dumps(imports), "most": _MOST_NEW, "pairs": _MOST_PAIRS,
             "mail": _MAIL, "sample": SAMPLE_SHOP, "pasted": PASTED}  # fmt: skip
    found = set()
    for new, known in connection.execute(_PAIRS, asked).fetchall():
        if new not in found and _are_alike(_words(connection, new), _words(connection, known)):
            found.add(new)
    return len(found)


def _words(connection: sqlite3.Connection, ticket_id: int) -> str:
    row = connection.execute(_FIRST, [ticket_id]).fetchone()
    if row is None:
        return ""
    spans = tuple((begin, end) for begin, end in json.loads(row[1] or "[]"))
    return " ".join(own_words(Message(0, Role.REQUESTER, row[0], folded=spans)).split()).casefold()


def _are_alike(words: str, others: str) -> bool:
    short, long = sorted((words, others), key=len)
    return len(short) >= _TELLING and long.startswith(short)

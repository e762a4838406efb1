"""What is gone from a view: open tickets of the export before that a newer one of the view lacks.

A view is known by the name of its file, its header and its source. That says little: an export of
other days, of another filter or of another shop has the same. So an export that has nothing in
common with the one before, and whose numbers do not go on from there, takes nothing away.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

_FARTHEST = 10
"""Of how many times the numbers of both exports together those of the newer may begin behind."""


def find_gone(connection: sqlite3.Connection, import_id: int) -> None:
    """For each view of this source in the drop: it has come in one file or in slices."""
    for told, goes_on in _views(connection, import_id):
        if goes_on:
            connection.execute(f"INSERT INTO import_tickets (import_id, ticket_id, became) {_GONE} "
                               "ON CONFLICT DO NOTHING", told)  # fmt: skip


def count_left(connection: sqlite3.Connection, import_id: int) -> int:
    """How many tickets an import of which it is not sure that it is of the same view has not."""
    found = (connection.execute(f"SELECT count(*) FROM ({_GONE})", told).fetchone()[0]
             for told, goes_on in _views(connection, import_id) if not goes_on)  # fmt: skip
    return int(sum(found))


def _views(connection: sqlite3.Connection, import_id: int) -> Iterator[tuple[dict[str, Any], bool]]:
    """The views of a drop that came before too, and whether they go on from there; one that has closed
    tickets is no longer a view of what waits, and takes nothing away."""
    dropped = connection.execute(
        "SELECT o.source, o.dropped_with, o.view, min(o.is_whole), sum(o.closed), max(o.as_of), "
        "min(o.at) FROM imports n JOIN imports o ON o.source = n.source AND o.id <> n.instead_of "
        "AND o.dropped_with = n.dropped_with AND (o.state IN ('done', 'settled') OR o.id = n.id) "
        "WHERE n.id = ? GROUP BY o.view",
        [import_id],
    ).fetchall()
    if not all(row[3] for row in dropped):
        return
    for source, drop, view, _, closed, as_of, at in dropped:
        told = {"now": import_id, "source": source, "drop": drop, "view": view, "as_of": as_of}
        before, then = _drop_before(connection, told, at) if view else (0, 0)
        if before:
            told["before"] = before
            yield told, not closed and _goes_on(connection, {**told, "then": then})


# Open tickets of the view since the last whole drop that this one lacks, and no view that is as new.
_GONE = """
SELECT DISTINCT :now, m.ticket_id, 'gone'
FROM imports b JOIN import_tickets m ON m.import_id = b.id
JOIN tickets t ON t.id = m.ticket_id AND t.is_open
WHERE b.dropped_with >= :before AND b.dropped_with < :drop AND b.source = :source
    AND b.view = :view AND b.state IN ('done', 'settled') AND m.became <> 'gone'
    AND m.ticket_id NOT IN (
        SELECT o.ticket_id FROM imports i JOIN import_tickets o ON o.import_id = i.id
        WHERE o.became <> 'gone' AND (i.id = :now OR i.state IN ('done', 'settled') AND (
            i.dropped_with = :drop OR i.dropped_with > :before AND i.as_of >= :as_of)))
"""
# Whether any ticket is in both, and whether some here are from before then.
_IN_COMMON = """
SELECT EXISTS (
    SELECT 1 FROM imports b JOIN import_tickets m ON m.import_id = b.id
    WHERE b.dropped_with >= :before AND b.dropped_with < :drop
        AND b.source = :source AND b.view = :view AND m.became <> 'gone' AND m.ticket_id IN (
        SELECT o.ticket_id FROM imports n JOIN import_tickets o ON o.import_id = n.id
        WHERE n.dropped_with = :drop AND o.became <> 'gone')),
EXISTS (
    SELECT 1 FROM imports n JOIN import_tickets o ON o.import_id = n.id
    JOIN tickets t ON t.id = o.ticket_id
    WHERE n.dropped_with = :drop AND n.source = :source AND n.view = :view
        AND t.created_at < :then)
"""
# What stands before the figures of their numbers, and the first and the last of these.
_NUMBERS = """
SELECT min(word), max(word), min(figures) = '', min(CAST(figures AS INTEGER)),
    max(CAST(figures AS INTEGER))
FROM (
    SELECT rtrim(t.external_id, '0123456789') AS word,
        substr(t.external_id, length(rtrim(t.external_id, '0123456789')) + 1) AS figures
    FROM imports n JOIN import_tickets o ON o.import_id = n.id
    JOIN tickets t ON t.id = o.ticket_id
    WHERE n.dropped_with >= :first AND n.dropped_with <= :last AND n.source = :source
        AND n.view = :view AND o.became <> 'gone')
"""


def _goes_on(connection: sqlite3.Connection, asked: dict[str, Any]) -> bool:
    """Whether some tickets are in both exports, or all are newer and their numbers go on."""
    in_common, has_older = connection.execute(_IN_COMMON, asked).fetchone()
    if in_common or has_older:
        return bool(in_common)
    first = {**asked, "first": asked["before"], "last": asked["drop"] - 1}
    word, other, is_odd, begin, end = connection.execute(_NUMBERS, first).fetchone()
    now = {**asked, "first": asked["drop"], "last": asked["drop"]}
    new_word, new_other, new_is_odd, new_begin, new_end = connection.execute(
        _NUMBERS, now
    ).fetchone()
    if is_odd or new_is_odd or len({word, other, new_word, new_other}) > 1:
        return False
    many = end - begin + new_end - new_begin + 2
    return bool(end < new_begin <= end + _FARTHEST * many)


def _drop_before(connection: sqlite3.Connection, told: dict[str, Any], at: int) -> tuple[int, int]:
    """The drop that brought the view before, and whole if there is one, with the age of the newest;
    0 where there is none, or the last is newer or no queue's export.

    What was imported at a later time of day than this one, and before it, had another clock: its
    age says nothing.
    """
    rows = connection.execute(
        "SELECT dropped_with, max(as_of * (at <= :at)), sum(closed), max(as_of), min(is_whole) "
        "FROM imports WHERE source = :source AND view = :view AND dropped_with < :drop "
        "AND state IN ('done', 'settled') GROUP BY dropped_with ORDER BY dropped_with DESC LIMIT 9",
        {**told, "at": at},
    ).fetchall()
    if not rows or rows[0][1] > told["as_of"] or rows[0][2]:
        return 0, 0
    return int(next((row[0] for row in rows if row[4]), rows[0][0])), int(rows[0][3])

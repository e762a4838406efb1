"""Statuses change in steps that undo takes back; each change stays in its ticket's history.

A step is a row of status_changes, its changes are those of status_history with its id. Undo, redo
and the undoing of an import write history of their own, which belongs to no step. A step of many
tickets takes seconds; it is one transaction all the same, so that it holds whole or not at all.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator, Sequence
from enum import StrEnum

from supportdesk_gui.tickets.ticket import Status

_AT_ONCE = 2_000


class Cause(StrEnum):
    """Who changed a status."""

    AGENT = "agent"
    IMPORT = "import"
    UNDO = "undo"
    REDO = "redo"
    IMPORT_UNDONE = "import undone"


class ChangeStopped(Exception):
    """The change was called off before its end, and nothing of it holds."""


class Course:
    """How far a change of many tickets is: the writer's thread says it, and asks whether it is
    still wanted."""

    def __init__(self) -> None:
        self.done = self.total = 0
        self.is_wanted = True

    def slices(self, ids: Sequence[object]) -> Iterator[str]:
        """Some after the other, as JSON. Raises ChangeStopped."""
        self.total = len(ids)
        for at in range(0, len(ids), _AT_ONCE):
            if not self.is_wanted:
                raise ChangeStopped
            yield json.dumps(ids[at : at + _AT_ONCE])
            self.done = min(at + _AT_ONCE, self.total)


def set_statuses(
    connection: sqlite3.Connection, ids: Sequence[int], status: Status, course: Course
) -> int:
    """Give tickets a status, as one step; how many had another one. Raises ChangeStopped."""
    step_id, done = begin_step(connection), 0
    for some in course.slices(ids):
        connection.execute(
            "INSERT INTO status_history (at, ticket_id, before, after, cause, step_id) "
            "SELECT ?, t.id, t.status, ?, ?, ? FROM json_each(?) wanted "
            "JOIN tickets t ON t.id = wanted.value WHERE t.status <> ? ORDER BY wanted.key",
            [int(time.time()), status, Cause.AGENT, step_id, some, status],
        )
        done += connection.execute(
            "UPDATE tickets SET status = ? WHERE status <> ? "
            "AND id IN (SELECT value FROM json_each(?))",
            [status, status, some],
        ).rowcount
    return _settle(connection, step_id, done)


def mark_drafted(connection: sqlite3.Connection, ticket_id: int) -> None:
    """A new ticket has a draft now. No step: with drafts written ahead, undo would take back those."""
    found = connection.execute(
        "UPDATE tickets SET status = 'drafted' WHERE id = ? AND status = 'new'", [ticket_id]
    )
    if found.rowcount:
        connection.execute(
            "INSERT INTO status_history (at, ticket_id, before, after, cause) "
            "VALUES (?, ?, 'new', 'drafted', ?)", [int(time.time()), ticket_id, Cause.AGENT],
        )  # fmt: skip
        # Done again and undone, they would make it new with its draft.
        undone = "SELECT step_id FROM status_history WHERE ticket_id = ?"
        _forget_undone(connection, f"AND id IN ({undone})", [ticket_id])


def begin_step(connection: sqlite3.Connection) -> int:
    """A step without changes yet."""
    made = connection.execute("INSERT INTO status_changes (at) VALUES (?)", [int(time.time())])
    return int(made.lastrowid or 0)


def take_step(connection: sqlite3.Connection, step_id: int, import_id: int | None = None) -> int:
    """Set the statuses that were noted for a step (by an import); how many.

    A step without any goes; with some, what was undone before it cannot be done again.
    """
    done = connection.execute(
        "UPDATE tickets SET status = h.after FROM status_history h "
        "WHERE h.step_id = ? AND h.import_id IS ? AND tickets.id = h.ticket_id",
        [step_id, import_id],
    ).rowcount
    return _settle(connection, step_id, done)


def _settle(connection: sqlite3.Connection, step_id: int, done: int) -> int:
    if done:
        _forget_undone(connection)
    else:
        _drop_empty(connection, step_id)
    return done


def travel(connection: sqlite3.Connection, course: Course, *, back: bool) -> tuple[int, ...]:
    """Undo the newest step, or redo what was undone last; the tickets it was about.

    Raises ChangeStopped.
    """
    order = "undone = 0 ORDER BY id DESC" if back else "undone = 1 ORDER BY id ASC"
    row = connection.execute(f"SELECT id FROM status_changes WHERE {order} LIMIT 1").fetchone()
    if row is None:
        return ()
    # A ticket may stand in a step twice, where two exports of one drop have it.
    chosen = "before AS wanted, min(id)" if back else "after AS wanted, max(id)"
    sql = f"SELECT ticket_id, {chosen} FROM status_history WHERE step_id = ? GROUP BY ticket_id"
    found = [one[:2] for one in connection.execute(sql, [row[0]])]
    step = "(SELECT value ->> 0 AS ticket_id, value ->> 1 AS wanted FROM json_each(?))"
    for some in course.slices(found):
        connection.execute(
            "INSERT INTO status_history (at, ticket_id, before, after, cause) "
            f"SELECT ?, t.id, t.status, s.wanted, ? FROM {step} s "
            "JOIN tickets t ON t.id = s.ticket_id WHERE t.status <> s.wanted",
            [int(time.time()), Cause.UNDO if back else Cause.REDO, some],
        )
        connection.execute(
            f"UPDATE tickets SET status = s.wanted FROM {step} s WHERE s.ticket_id = tickets.id",
            [some],
        )
    connection.execute("UPDATE status_changes SET undone = ? WHERE id = ?", [back, row[0]])
    return tuple(ticket_id for ticket_id, _ in found)


def take_back_import(connection: sqlite3.Connection, import_id: int) -> None:
    """Statuses that an import set are as they were, where nobody has set another one since.

    The history stays; no step can bring them again.
    """
    rows = connection.execute(
        "SELECT h.id, h.ticket_id, h.before, h.after, h.step_id, c.undone FROM status_history h "
        "LEFT JOIN status_changes c ON c.id = h.step_id WHERE h.import_id = ? ORDER BY h.id DESC",
        [import_id],
    ).fetchall()
    for history_id, ticket_id, before, after, _, undone in rows:
        later = connection.execute(
            "SELECT h.id, h.before, c.undone FROM status_history h "
            "JOIN status_changes c ON c.id = h.step_id "
            "WHERE h.ticket_id = ? AND h.id > ? AND h.import_id IS NOT ? ORDER BY h.id",
            [ticket_id, history_id, import_id],
        ).fetchall()
        if later and later[0][1] == after:  # undoing that one shall not lead back to this
            connection.execute(
                "UPDATE status_history SET before = ? WHERE id = ?", [before, later[0][0]]
            )
        if not undone and all(one[2] for one in later):
            _put_back(connection, ticket_id, before)
    connection.execute(
        "UPDATE status_history SET step_id = NULL, import_id = NULL WHERE import_id = ?",
        [import_id],
    )
    for step_id in {row[4] for row in rows}:
        _drop_empty(connection, step_id)


def forget_empty_steps(connection: sqlite3.Connection) -> None:
    """Steps whose tickets are all gone would be undone without anything to see."""
    connection.execute(
        "DELETE FROM status_changes WHERE NOT EXISTS "
        "(SELECT 1 FROM status_history h WHERE h.step_id = status_changes.id)"
    )


def _put_back(connection: sqlite3.Connection, ticket_id: int, status: str) -> None:
    connection.execute(
        "INSERT INTO status_history (at, ticket_id, before, after, cause) "
        "SELECT ?, id, status, ?, ? FROM tickets WHERE id = ? AND status <> ?",
        [int(time.time()), status, Cause.IMPORT_UNDONE, ticket_id, status],
    )
    connection.execute("UPDATE tickets SET status = ? WHERE id = ?", [status, ticket_id])


def _drop_empty(connection: sqlite3.Connection, step_id: int) -> None:
    connection.execute(
        "DELETE FROM status_changes WHERE id = ? AND NOT EXISTS "
        "(SELECT 1 FROM status_history WHERE step_id = ?)",
        [step_id, step_id],
    )


def _forget_undone(
    connection: sqlite3.Connection, which: str = "", values: Sequence[object] = ()
) -> None:
    steps = f"SELECT id FROM status_changes WHERE undone = 1 {which}"
    found = [row[:1] for row in connection.execute(steps, values).fetchall()]
    connection.executemany(
        "UPDATE status_history SET step_id = NULL, import_id = NULL WHERE step_id = ?", found
    )
    connection.executemany("DELETE FROM status_changes WHERE id = ?", found)

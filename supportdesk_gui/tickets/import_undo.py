"""The way back from an import: what was added goes, what was changed is as it was.

Cancelling, a crash and *undo import* take the same way, in slices of some 40 ms, so that what
the agent types meanwhile is not kept waiting. A ticket that the agent has worked on (a draft, a
copy, a line to say) stays even when the import that brought it goes: text is never lost.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from supportdesk_gui.storage.database import Database
from supportdesk_gui.tickets.statuses import forget_empty_steps, take_back_import
from supportdesk_gui.tickets.store_rows import (
    DERIVED_COLUMNS,
    MESSAGE_COLUMNS,
    TICKET_COLUMNS,
    message_from,
    ticket_from,
)
from supportdesk_gui.tickets.ticket import Ticket
from supportdesk_gui.tickets.words import forget_words, replace_words

if TYPE_CHECKING:
    from concurrent.futures import Future

_SLICE_SECONDS = 0.04
_AT_ONCE, _MANY_AT_ONCE = 25, 250
_AMONG = "IN (SELECT value FROM json_each(?))"
_UNDOABLE = 10
_KEPT_COLUMNS = f"{TICKET_COLUMNS}, {DERIVED_COLUMNS}, intent, triage_language"
_TRIAGE_COLUMNS = "intent, confidence, language, summary, escalate, engine, milliseconds, rest"
_HASH_PLACE = _KEPT_COLUMNS.split(", ").index("content_hash")
_STATUS_PLACE = _KEPT_COLUMNS.split(", ").index("status")
_PRUNED_AT_ONCE = 20_000
WORKED_ON = (
    "EXISTS (SELECT 1 FROM draft_versions d WHERE d.ticket_id = t.id) "
    "OR EXISTS (SELECT 1 FROM copies c WHERE c.ticket_id = t.id) "
    "OR EXISTS (SELECT 1 FROM wishes w WHERE w.ticket_id = t.id)"
)


def remember(connection: sqlite3.Connection, import_id: int, ticket_id: int) -> None:
    """Keep a ticket's rows as they are, before an import changes them for the first time."""
    known = connection.execute(
        "SELECT 1 FROM import_journal WHERE import_id = ? AND ticket_id = ?",
        [import_id, ticket_id],
    ).fetchone()
    if known is None:
        connection.execute(
            "INSERT INTO import_journal (import_id, ticket_id, before) VALUES (?, ?, ?)",
            [import_id, ticket_id, _rows_as_json(connection, ticket_id)],
        )


def remembered(connection: sqlite3.Connection, import_id: int, ticket_id: int) -> Ticket | None:
    """A ticket as it was before an import; None where that has not changed it."""
    known = connection.execute(
        "SELECT before FROM import_journal WHERE import_id = ? AND ticket_id = ?",
        [import_id, ticket_id],
    ).fetchone()
    if known is None:
        return None
    rows = json.loads(known[0])
    messages = tuple(message_from(item) for item in rows["messages"])
    return ticket_from((ticket_id, *rows["ticket"]), messages)


def settle_old(connection: sqlite3.Connection, import_id: int) -> None:
    """Forget the way back from imports that lie more than ten imports behind.

    Those of the same drop stay: it may be a folder of many, which is taken back as a whole.
    """
    connection.execute(
        "UPDATE imports SET state = 'settled' WHERE id <= ? AND state = 'done' "
        "AND run <> (SELECT run FROM imports WHERE id = ?)",
        [import_id - _UNDOABLE, import_id],
    )
    connection.execute(
        "DELETE FROM import_journal WHERE import_id <= ? AND import_id NOT IN "
        "(SELECT id FROM imports WHERE state <> 'settled')",
        [import_id - _UNDOABLE],
    )
    # What they changed stays for the tickets' history; who was in them tells of the newest only.
    connection.execute(
        "DELETE FROM import_tickets WHERE (import_id, ticket_id) IN (SELECT import_id, ticket_id "
        "FROM imports i JOIN import_tickets m ON m.import_id = i.id WHERE i.state = 'settled' "
        "AND became IN ('same', 'added') AND (i.view = '' OR (i.source, i.view, i.dropped_with) NOT IN "
        "(SELECT source, view, max(dropped_with) FROM imports WHERE state IN ('done', 'settled') "
        "GROUP BY source, view)) LIMIT ?)",
        [_PRUNED_AT_ONCE],
    )


class Undone(NamedTuple):
    """How many tickets the way back touched, and how many of them stay since the agent has worked
    on them, though it was this import that brought them."""

    touched: int
    kept: int


def undo_in_slices(database: Database, import_id: int) -> Future[Undone]:
    """Undo an import.

    Raises KeyError when there is no such import, or it lies too far back.
    """
    from concurrent.futures import Future

    whole: Future[Undone] = Future()
    whole.set_running_or_notify_cancel()
    touched = kept = 0

    def go_on() -> None:
        database.submit(lambda connection: _slice(connection, import_id)).add_done_callback(after)

    def after(slice_done: Future[tuple[Undone, bool]]) -> None:
        nonlocal touched, kept
        error = slice_done.exception()
        if error is not None:
            whole.set_exception(error)
            return
        done, finished = slice_done.result()
        touched, kept = touched + done.touched, kept + done.kept
        if finished:
            whole.set_result(Undone(touched, kept))
        else:
            go_on()

    go_on()
    return whole


def read_ticket(connection: sqlite3.Connection, ticket_id: int) -> Ticket:
    """A ticket with its messages, on the writer's thread."""
    row = connection.execute(
        f"SELECT id, {TICKET_COLUMNS} FROM tickets WHERE id = ?", [ticket_id]
    ).fetchone()
    found = connection.execute(
        f"SELECT {MESSAGE_COLUMNS} FROM messages WHERE ticket_id = ? ORDER BY position",
        [ticket_id],
    )
    return ticket_from(row, tuple(message_from(item) for item in found))


def _slice(connection: sqlite3.Connection, import_id: int) -> tuple[Undone, bool]:
    claimed = connection.execute(
        "UPDATE imports SET state = 'undoing' WHERE id = ? AND state <> 'settled'", [import_id]
    )
    if not claimed.rowcount:
        raise KeyError(import_id)
    take_back_import(connection, import_id)
    until = time.perf_counter() + _SLICE_SECONDS
    touched = kept = 0
    while time.perf_counter() < until:
        count = _restore_some(connection, import_id) or _remove_untouched(connection, import_id)
        if not count:
            count, of_nobody = _let_stay(connection, import_id)
            kept += of_nobody
        if not count and not _forget_some(connection, import_id):
            connection.execute("DELETE FROM imports WHERE id = ?", [import_id])
            forget_empty_steps(connection)
            return Undone(touched, kept), True
        touched += count
    return Undone(touched, kept), False


def _forget_some(connection: sqlite3.Connection, import_id: int) -> int:
    return connection.execute(
        "DELETE FROM import_tickets WHERE import_id = ? AND ticket_id IN "
        "(SELECT ticket_id FROM import_tickets WHERE import_id = ? LIMIT 1000)",
        [import_id, import_id],
    ).rowcount


def _restore_some(connection: sqlite3.Connection, import_id: int) -> int:
    rows = connection.execute(
        "SELECT id, ticket_id, before FROM import_journal WHERE import_id = ? LIMIT ?",
        [import_id, _AT_ONCE],
    ).fetchall()
    for journal_id, ticket_id, before in rows:
        later = _later_import(connection, ticket_id, import_id)
        if later and not later.journal_id:  # a newer import says the same: the change is its own
            connection.execute(
                "UPDATE import_journal SET import_id = ? WHERE id = ?", [later.id, journal_id]
            )
            _inherit(connection, ticket_id, import_id, later.id)
            continue
        if later:  # a newer import stands on this one: its own way back leads here
            connection.execute(
                "UPDATE import_journal SET before = ? WHERE id = ?", [before, later.journal_id]
            )
        else:
            _restore(connection, ticket_id, json.loads(before))
        connection.execute("DELETE FROM import_journal WHERE id = ?", [journal_id])
    return len(rows)


def _inherit(connection: sqlite3.Connection, ticket_id: int, import_id: int, later_id: int) -> None:
    connection.execute(
        "UPDATE import_tickets SET became = o.became, grew = o.grew FROM import_tickets o "
        "WHERE import_tickets.import_id = ? AND import_tickets.ticket_id = ? AND "
        "import_tickets.became = 'same' AND o.import_id = ? AND o.ticket_id = ?",
        [later_id, ticket_id, import_id, ticket_id],
    )


def _remove_untouched(connection: sqlite3.Connection, import_id: int) -> int:
    """Of its next hundreds of tickets those that nobody has worked on and no later import has.

    The imports come first in the question: tickets have no index into what later ones had.
    """
    found = connection.execute(
        "SELECT json_group_array(t.id) FROM (SELECT id FROM tickets WHERE import_id = ? ORDER BY id "
        f"LIMIT ?) t WHERE NOT ({WORKED_ON}) AND NOT EXISTS (SELECT 1 FROM imports i CROSS JOIN import_tickets m "
        "ON m.import_id = i.id AND m.ticket_id = t.id AND m.became <> 'gone' WHERE i.id > ?)",
        [import_id, _MANY_AT_ONCE, import_id],
    ).fetchone()[0]
    forget_words(connection, json.loads(found))
    connection.execute(  # a later export may have found them gone
        f"DELETE FROM import_tickets WHERE ticket_id {_AMONG} AND import_id IN "
        "(SELECT id FROM imports WHERE id >= ?)",
        [found, import_id],
    )
    return connection.execute(f"DELETE FROM tickets WHERE id {_AMONG}", [found]).rowcount


def _let_stay(connection: sqlite3.Connection, import_id: int) -> tuple[int, int]:
    """The first of the others: they are a later import's from now on, or nobody's; how many are which."""
    rows = connection.execute(
        "SELECT id FROM tickets WHERE import_id = ? ORDER BY id LIMIT ?", [import_id, _AT_ONCE]
    ).fetchall()
    of_nobody = 0
    for (ticket_id,) in rows:
        later = _later_import(connection, ticket_id, import_id)
        owner = later.id if later else 0
        of_nobody += not later
        connection.execute("UPDATE tickets SET import_id = ? WHERE id = ?", [owner, ticket_id])
        if later:  # that import would have added the ticket
            connection.execute("DELETE FROM import_journal WHERE id = ?", [later.journal_id])
            connection.execute(
                "UPDATE import_tickets SET became = 'added' WHERE import_id = ? AND ticket_id = ?",
                [later.id, ticket_id],
            )
    return len(rows), of_nobody


class _Later(NamedTuple):
    """An import that has the ticket too; `journal_id` is 0 where it did not change it."""

    id: int
    journal_id: int


def _later_import(connection: sqlite3.Connection, ticket_id: int, import_id: int) -> _Later | None:
    row = connection.execute(
        "SELECT i.id, coalesce(j.id, 0) FROM imports i "
        "JOIN import_tickets m ON m.import_id = i.id AND m.ticket_id = ? AND m.became <> 'gone' "
        "LEFT JOIN import_journal j ON j.import_id = i.id AND j.ticket_id = m.ticket_id "
        "WHERE i.id > ? ORDER BY i.id LIMIT 1",
        [ticket_id, import_id],
    ).fetchone()
    return _Later(*row) if row else None


def _rows_as_json(connection: sqlite3.Connection, ticket_id: int) -> str:
    ticket = list(
        connection.execute(
            f"SELECT {_KEPT_COLUMNS} FROM tickets WHERE id = ?", [ticket_id]
        ).fetchone()
    )
    ticket[_HASH_PLACE] = ticket[_HASH_PLACE].hex()
    messages = connection.execute(
        f"SELECT {MESSAGE_COLUMNS} FROM messages WHERE ticket_id = ? ORDER BY position",
        [ticket_id],
    ).fetchall()
    triage = connection.execute(
        f"SELECT {_TRIAGE_COLUMNS} FROM triages WHERE ticket_id = ?", [ticket_id]
    ).fetchone()
    (owner,) = connection.execute(
        "SELECT import_id FROM tickets WHERE id = ?", [ticket_id]
    ).fetchone()
    rows = {"ticket": ticket, "messages": messages, "triage": triage, "owner": owner}
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _restore(connection: sqlite3.Connection, ticket_id: int, rows: dict[str, list[object]]) -> None:
    """All but the status, which has a way back of its own (statuses.py)."""
    values = list(rows["ticket"])
    values[_HASH_PLACE] = bytes.fromhex(str(values[_HASH_PLACE]))
    found = connection.execute("SELECT status FROM tickets WHERE id = ?", [ticket_id]).fetchone()
    if found is None:  # its mails became a part of another ticket
        marks = ",".join("?" * (len(values) + 2))
        sql = f"INSERT INTO tickets (id, import_id, {_KEPT_COLUMNS}) VALUES ({marks})"
        connection.execute(sql, [ticket_id, rows["owner"], *values])
    else:
        values[_STATUS_PLACE] = found[0]
        names = ", ".join(f"{name} = ?" for name in _KEPT_COLUMNS.split(", "))
        connection.execute(f"UPDATE tickets SET {names} WHERE id = ?", [*values, ticket_id])
    for table in ("messages", "mail_heads", "mail_names"):  # heads may be those of more mails
        connection.execute(f"DELETE FROM {table} WHERE ticket_id = ?", [ticket_id])
    _insert_all(connection, "messages", MESSAGE_COLUMNS, ticket_id, rows["messages"])
    connection.execute("DELETE FROM triages WHERE ticket_id = ?", [ticket_id])
    triages = [rows["triage"]] if rows["triage"] else []
    _insert_all(connection, "triages", _TRIAGE_COLUMNS, ticket_id, triages)
    name = str(values[TICKET_COLUMNS.split(", ").index("external_id")])
    replace_words(connection, ticket_id, read_ticket(connection, ticket_id), name)


def _insert_all(
    connection: sqlite3.Connection,
    table: str,
    columns: str,
    ticket_id: int,
    rows: Sequence[object],
) -> None:
    many = columns.count(",") + 1
    connection.executemany(
        f"INSERT INTO {table} (ticket_id, {columns}) VALUES ({','.join('?' * (many + 1))})",
        [(ticket_id, *row, *[""] * (many - len(row))) for row in rows if isinstance(row, list)],
    )  # a row that was kept by an older layout may be shorter


def undo_all(database: Database, find: Callable[[sqlite3.Connection], list[int]]) -> Future[int]:
    """Undo every import that `find` names, one after the other; how many there were."""
    from concurrent.futures import Future

    whole: Future[int] = Future()
    whole.set_running_or_notify_cancel()
    left: list[int] = []
    undone = 0

    def go_on() -> None:
        if left:
            undo_in_slices(database, left.pop()).add_done_callback(after)
        else:
            whole.set_result(undone)

    def after(one: Future[Undone]) -> None:
        nonlocal undone
        error = one.exception()
        if error is not None:
            whole.set_exception(error)
            return
        undone += 1
        go_on()

    def found(names: Future[list[int]]) -> None:
        error = names.exception()
        if error is not None:
            whole.set_exception(error)
            return
        left.extend(sorted(names.result()))
        go_on()

    database.submit(find).add_done_callback(found)
    return whole

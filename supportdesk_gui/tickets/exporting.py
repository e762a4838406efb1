"""Tickets of a view as CSV or JSON: written beside the window, a few hundred at a time.

The file appears under its name only when it is whole. CSV has a ticket a row with the public
conversation in one cell, and no cell that a spreadsheet would run; JSON has every message. Both are
read back (importing/own_exports.py).
"""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Generator, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.errors import typed
from supportdesk_gui.storage.whole_file import whole_text
from supportdesk_gui.text.spreadsheet import safe_cell
from supportdesk_gui.tickets.query import TicketQuery
from supportdesk_gui.tickets.searching import every_id
from supportdesk_gui.tickets.store_rows import is_stand_in

_AT_ONCE = 200
_COLUMNS = (
    "number", "subject", "requester", "email", "status", "helpdesk_status", "waits_for", "intent",
    "confidence", "escalate", "language", "summary", "priority", "channel", "tags", "created",
    "updated", "source", "url",
)  # fmt: skip
_TICKETS = """
SELECT t.id, t.external_id, t.subject, t.requester, t.email, t.status, t.external_status,
       t.waits_for_us, t.intent, g.confidence, coalesce(g.escalate, 0), t.spoken,
       coalesce(nullif(g.summary, ''), t.summary), t.priority, t.channel, t.tags, t.created_at,
       t.updated_at, t.source, t.url
FROM tickets t LEFT JOIN triages g ON g.ticket_id = t.id WHERE t.id IN ({marks})
"""
_MESSAGES = """
SELECT ticket_id, role, visibility, author, sent_at, text, attachments
FROM messages WHERE ticket_id IN ({marks}) ORDER BY ticket_id, position
"""


class ExportStep(NamedTuple):
    """How many tickets are written, and how many it will be."""

    done: int
    total: int


def export_tickets(
    database: Database, wanted: TicketQuery | Sequence[int], path: Path
) -> Generator[ExportStep, None, None]:
    """Write what a query finds, or the tickets of these ids, to `path`: JSON where it ends in
    `.json`, else CSV. A step each few hundred tickets, on the thread that asks for it.

    Nothing is left of an export that is closed before its end. Raises OSError, StorageError.
    """
    with whole_text(path) as file:
        try:
            with database.beside() as connection:

                def read(sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
                    return connection.execute(sql, values).fetchall()

                ids = every_id(read, wanted) if isinstance(wanted, TicketQuery) else list(wanted)
                write = _json if path.suffix.lower() == ".json" else _csv
                yield from write(file, connection, ids)
        except sqlite3.Error as error:
            raise typed(error) from error


def _csv(file: TextIO, connection: sqlite3.Connection, ids: list[int]) -> Iterator[ExportStep]:
    file.write("\ufeff")  # Excel takes it for UTF-8 by this
    rows = csv.writer(file, quoting=csv.QUOTE_ALL)
    rows.writerow([*_COLUMNS, "messages", "conversation", "stand_in"])
    for step, tickets in _tickets(connection, ids):
        for ticket in tickets:
            messages = ticket.pop("messages")
            ticket["tags"] = ", ".join(ticket["tags"])
            told = [ticket[name] for name in _COLUMNS]
            told += [len(messages), _conversation(messages), ticket.get("stand_in")]
            rows.writerow(["" if one is None else safe_cell(one) for one in told])
        yield step


def _json(file: TextIO, connection: sqlite3.Connection, ids: list[int]) -> Iterator[ExportStep]:
    between = "\n"
    file.write("[")
    for step, tickets in _tickets(connection, ids):
        for ticket in tickets:
            file.write(between + json.dumps(ticket, ensure_ascii=False))
            between = ",\n"
        yield step
    file.write("\n]\n")


def _tickets(
    connection: sqlite3.Connection, ids: list[int]
) -> Iterator[tuple[ExportStep, list[dict[str, Any]]]]:
    """How far it is, and the next ones, in the order of the ids; those that are gone not counted."""
    gone = 0
    for at in range(0, len(ids), _AT_ONCE):
        some = ids[at : at + _AT_ONCE]
        marks = ",".join("?" * len(some))
        found = {
            row[0]: _ticket(row[1:])
            for row in connection.execute(_TICKETS.format(marks=marks), some)
        }
        for ticket_id, *message in connection.execute(_MESSAGES.format(marks=marks), some):
            if ticket_id in found:
                found[ticket_id]["messages"].append(_message(*message))
        gone += len(some) - len(found)
        yield (
            ExportStep(at + len(some) - gone, len(ids) - gone),
            [found[one] for one in some if one in found],
        )


def _ticket(row: tuple[Any, ...]) -> dict[str, Any]:
    values = dict(zip(_COLUMNS, row, strict=True))
    if is_stand_in(values["number"]):  # by which it is known again when it is read back
        values |= {"number": "", "stand_in": values["number"]}
    values["waits_for"] = "us" if values["waits_for"] else "customer"
    values["escalate"] = bool(values["escalate"])
    values["tags"] = values["tags"].split("\n") if values["tags"] else []
    for name in ("created", "updated"):
        values[name] = _time(values[name])
    return values | {"messages": []}


def _message(
    role: str, visibility: str, author: str, sent_at: int | None, text: str, files: str
) -> dict[str, Any]:
    attachments = [
        {"name": name, "kind": kind, "size": size} for name, kind, size in json.loads(files or "[]")
    ]
    return {
        "role": role, "visibility": visibility, "author": author, "sent": _time(sent_at),
        "text": text, "attachments": attachments,
    }  # fmt: skip


def _conversation(messages: Sequence[dict[str, Any]]) -> str:
    """What the customer can see, oldest first."""
    parts = []
    for one in messages:
        if one["visibility"] == "public":
            who = f"{one['author']} ({one['role']})" if one["author"] else one["role"]
            head = ", ".join(part for part in (who, one["sent"]) if part)
            parts.append(f"{head}:\n{one['text']}")
    return "\n\n".join(parts)


def _time(moment: int | None) -> str | None:
    """Local time with its offset, as ISO 8601 has it."""
    try:
        return None if moment is None else datetime.fromtimestamp(moment).astimezone().isoformat()
    except (OverflowError, OSError, ValueError):
        return None

"""Tickets that are stored under their number as a spreadsheet had dressed it, and come by the bare one.

`1001.0` and `10,480` were names once; exports are read without that now (importing/cell_repairs.py).
The same ticket of a newer export takes its number over.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from supportdesk_gui.tickets.import_undo import read_ticket, remember
from supportdesk_gui.tickets.incoming_names import Known
from supportdesk_gui.tickets.incoming_rows import IncomingRows
from supportdesk_gui.tickets.same_ticket import may_be_one

_SEPARATORS = ",\u00a0\u202f "
_LONGEST = 15
_ANY = (
    "SELECT 1 FROM tickets WHERE source = ? AND (external_id GLOB '[1-9]*.0' "
    f"OR external_id GLOB '[1-9]*[{_SEPARATORS}][0-9][0-9][0-9]') LIMIT 1"
)
"""Answered from the index of names alone."""
_DRESSED = (
    "SELECT t.id, t.external_id, t.content_hash FROM json_each(?2) n "
    "CROSS JOIN tickets t ON t.external_id = n.value AND t.source = ?1 WHERE t.import_id <> ?3"
)


def has_dressed(connection: sqlite3.Connection, source: str) -> bool:
    """Whether a source may have such tickets; asked once for each import, since most have none."""
    return connection.execute(_ANY, [source]).fetchone() is not None


def known_dressed(
    connection: sqlite3.Connection, import_id: int, batch: IncomingRows, known: Known
) -> Known:
    """The stored tickets that those of the batch are which are not known by their own number, by that:
    each has it from now on. Taking the import back gives them the former one."""
    found = {
        (source, number): row for source in {*batch.sources}
        for number, row in _dressed_in(connection, import_id, source, batch, known)
    }  # fmt: skip
    taken: Known = {}
    for one in batch if found else ():
        key = (one.source, one.name)
        row = found.get(key)
        if row and may_be_one(one.ticket(), read_ticket(connection, row[0])):
            remember(connection, import_id, row[0])
            sql = "UPDATE tickets SET external_id = ? WHERE id = ?"
            connection.execute(sql, [one.name, row[0]])
            taken[key] = found.pop(key)
    return taken


def _dressed_in(
    connection: sqlite3.Connection, import_id: int, source: str, batch: IncomingRows, known: Known
) -> Iterator[tuple[str, tuple[int, bytes]]]:
    own = {name for of, name in zip(batch.sources, batch.names, strict=True) if of == source}
    bare = {
        form: name for name in own
        if (source, name) not in known and name.isdecimal() and name.isascii()
        and name[0] != "0" and len(name) <= _LONGEST
        for form in _forms(name)
    }  # fmt: skip
    if bare.keys() - own:
        wanted = json.dumps([*(bare.keys() - own)])
        rows = connection.execute(_DRESSED, [source, wanted, import_id])
        yield from ((bare[name], (int(at), bytes(digest))) for at, name, digest in rows.fetchall())


def _forms(number: str) -> Iterator[str]:
    yield f"{number}.0"
    if len(number) > 3:
        grouped = f"{int(number):,}"
        yield from (grouped.replace(",", sign) for sign in _SEPARATORS)

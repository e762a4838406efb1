"""The ids that a helpdesk itself has for its tickets, in tables that list them beside the numbers that
people see: messages in another file may name the former."""

from __future__ import annotations

from collections.abc import Container, Sequence

from supportdesk_gui.tickets.importing.report import TABLES, Diagnosis
from supportdesk_gui.tickets.importing.table_sections import rows_of
from supportdesk_gui.tickets.importing.vendors import normalised
from supportdesk_gui.tickets.ticket_numbers import as_told, names_one

_OWN_IDS = frozenset(
    {"id", "case id", "issue id", "ticket id", "request id", "record id", "sys id", "uuid"}
)


def own_ids(tables: Sequence[Diagnosis], named: Container[str]) -> dict[str, str]:
    """The own id of each ticket by its number, where more of them are `named` than of the numbers."""
    found: dict[str, str] = {}
    for table in tables:
        if _at(table) >= 0:
            _read(table, found)
    ids, numbers = (sum(one in named for one in told) for told in (found.values(), found))
    return found if ids > numbers else {}


def _at(diagnosis: Diagnosis) -> int:
    """The column of own ids beside that of the numbers, -1 for none."""
    columns = diagnosis.columns
    if diagnosis.kind not in TABLES or "id" not in columns:
        return -1
    taken = {place for places in columns.values() for place in places}
    names = enumerate(map(normalised, diagnosis.header))
    return next((at for at, name in names if name in _OWN_IDS and at not in taken), -1)


def _read(diagnosis: Diagnosis, found: dict[str, str]) -> None:
    at = _at(diagnosis)
    for item in rows_of(diagnosis):
        if isinstance(item, Diagnosis):
            diagnosis, at = item, _at(item)
        elif isinstance(item, tuple) and 0 <= at < len(item[1]):
            number_at = diagnosis.columns["id"][0]
            number = item[1][number_at] if number_at < len(item[1]) else ""
            told = as_told(number, rounded=diagnosis.rounded)
            if names_one(told) and names_one(own := item[1][at].strip()):
                found[told] = own

"""Tables that are saved as JSON by columns, or by a tool for databases with its remarks around."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from supportdesk_gui.tickets.importing.json_stream import Broken, Found
from supportdesk_gui.tickets.importing.vendors import known_names, normalised

_FEWEST = 2


def as_rows(values: Iterable[Found | Broken]) -> Iterator[Found | Broken]:
    """The values; columns whose cells have the same keys are rows, a table of a database is the list
    that it is called, and remarks about a database are left out."""
    columns: list[Found] = []
    for one in values:
        if isinstance(one, Found) and _is_column(one) and _fits(one, columns):
            columns.append(one)
            continue
        yield from _rows(columns)
        columns = []
        yield from _of_database(one) if isinstance(one, Found) else (one,)
    yield from _rows(columns)


def _is_column(found: Found) -> bool:
    value = found.value
    return (
        bool(found.key) and not found.is_item and isinstance(value, dict)
        and bool(value) and all(map(str.isdigit, value))
        and not any(isinstance(cell, (dict, list)) for cell in value.values())
    )  # fmt: skip


def _fits(found: Found, columns: list[Found]) -> bool:
    return not columns or found.value.keys() == columns[0].value.keys()


def _rows(columns: list[Found]) -> Iterator[Found]:
    if known_names([normalised(one.key) for one in columns]) < _FEWEST:
        yield from columns
        return
    for place in columns[0].value:
        yield Found("", {one.key: one.value[place] for one in columns}, True)


def _of_database(found: Found) -> Iterator[Found]:
    value: Any = found.value
    if isinstance(value, dict) and not found.key:
        kind = value.get("type")
        if kind == "header" and {"version", "comment"} <= value.keys():
            return
        if kind == "database" and value.keys() == {"type", "name"}:
            return
        rows = value.get("data")
        if kind == "table" and isinstance(value.get("name"), str) and isinstance(rows, list):
            yield from (Found(value["name"], row, True) for row in rows)
            return
    yield found

"""Columns of a table of tickets from which nothing is read although they may matter: texts, and
numbers where none is known to be the tickets'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from supportdesk_gui.tickets.importing.column_evidence import are_prose
from supportdesk_gui.tickets.importing.number_columns import different_numbers
from supportdesk_gui.tickets.importing.report import Content, Diagnosis


def with_unused(diagnosis: Diagnosis, rows: Sequence[Sequence[str]]) -> Diagnosis:
    """The diagnosis with the places of such columns, by the first rows."""
    if diagnosis.content is not Content.TICKETS:
        return diagnosis
    taken = {place for places in diagnosis.columns.values() for place in places}
    taken |= {place for _, place in diagnosis.privacy}
    texts = tuple(
        place for place, name in enumerate(diagnosis.header)
        if name and place not in taken
        and are_prose([row[place].strip() for row in rows if place < len(row)])
    )  # fmt: skip
    numbers = different_numbers(diagnosis.header, diagnosis.columns, rows)
    return replace(
        diagnosis,
        unused_texts=texts,
        likely_numbers=() if "id" in diagnosis.columns else tuple(numbers),
    )

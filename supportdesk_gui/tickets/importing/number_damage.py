"""What a spreadsheet has done to the numbers of tickets, as far as the first rows of a table show it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from supportdesk_gui.tickets.importing.report import Notice
from supportdesk_gui.tickets.ticket_numbers import are_rounded, is_damaged

_ENOUGH = 1000  # letters of a text that are searched for a number


def number_damage(columns: dict[str, tuple[int, ...]], data: list[list[str]]) -> list[Notice]:
    """What a spreadsheet has done to the numbers, as far as these rows show it."""
    found = []
    places = [place for name in ("id", "requester_id") for place in columns.get(name, ())]
    if any(map(is_damaged, map(str.strip, _cells(data, places)))) or any(
        are_rounded(_cells(data, [place])) for place in places
    ):
        found.append(Notice.DAMAGED_ID)
    told = [columns[name][0] for name in ("subject", "body") if name in columns]
    if "id" in columns and any(_lost_zeros(row, columns["id"][0], told) for row in data):
        found.append(Notice.LOST_ZEROS)
    return found


def _lost_zeros(row: list[str], id_at: int, told: list[int]) -> bool:
    """Whether the ticket's own words call it 0010482 where its number is 10482."""
    number = row[id_at].strip() if id_at < len(row) else ""
    if not (number.isascii() and number.isdigit() and number[0] != "0" and len(number) > 2):
        return False
    zeros = re.compile(rf"(?<![\d.,/:-])0+{number}(?![\d.,/:-])")
    return any(place < len(row) and zeros.search(row[place][:_ENOUGH]) for place in told)


def _cells(data: list[list[str]], places: list[int]) -> Iterator[str]:
    return (row[place] for row in data for place in places if place < len(row))

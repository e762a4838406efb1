"""The rows of the lists in a JSON file: which are tickets, which are told to be none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from supportdesk_gui.tickets.importing.json_lists import TICKET_KEYS, is_listed
from supportdesk_gui.tickets.importing.json_stream import Found
from supportdesk_gui.tickets.importing.report import RejectedRow, RejectReason, rejected
from supportdesk_gui.tickets.ticket import Ticket

_MOST_WAITING = 10_000


def rejected_value(value: Any, name: str, number: int) -> RejectedRow:
    """A row that is no ticket: what of `name`, at which place."""
    text = json.dumps(value, ensure_ascii=False) if not isinstance(value, str) else value
    reason = RejectReason.NOT_A_TICKET if value else RejectReason.EMPTY
    return rejected(name, number, reason, text)


class ListRows:
    """Which lists hold tickets: what else stands in one is a row that is none."""

    def __init__(self, wanted: str, name: str) -> None:
        self._wanted = wanted
        self._known = {*TICKET_KEYS, self._wanted}
        self._waiting: dict[str, list[RejectedRow]] = {}
        self._numbers: dict[str, list[tuple[str, int]]] = {}
        self._met: set[str] = set()
        self._of_objects: set[str] = set()
        self._name = name

    def has_ticket(self, found: Found) -> bool:
        """Whether it is to be read as one; in a list without a name everything is."""
        is_ticket = found.key in ("", self._wanted) or is_listed(found.key, found.value)
        if is_ticket:
            self._known.add(found.key)
        return is_ticket

    def holds(self, found: Found, number: int) -> bool:
        """Whether it is the number of what may stand elsewhere in the file, in a list of numbers that
        the file has; those are held."""
        if found.is_item and isinstance(found.value, dict):
            self._of_objects.add(found.key)
        value = found.value
        is_number = found.is_item and bool(found.key) and isinstance(value, str) and value.isdigit()
        if is_number and len(self._numbers.get(found.key, ())) < _MOST_WAITING:
            self._numbers.setdefault(found.key, []).append((value, number))
            return True
        return False

    def met(self, ticket: Ticket) -> Ticket:
        """The ticket, which one of the numbers may be."""
        if self._numbers:
            self._met |= {ticket.external_id, ticket.helpdesk_id}
        return ticket

    def referred(self) -> Iterator[RejectedRow]:
        """The rows that are numbers, but for lists of those of the tickets that have come."""
        for key, told in self._numbers.items():
            if key in self._of_objects or not all(value in self._met for value, _ in told):
                for value, number in told:
                    yield from self.without(key, rejected_value(value, self._name, number))

    def rejected(self, key: str) -> list[RejectedRow]:
        """What has waited for a ticket in its list."""
        return self._waiting.pop(key, [])

    def without(self, key: str, row: RejectedRow) -> list[RejectedRow]:
        """A row is told where a ticket stands in its list, now or when one comes."""
        if key in self._known:
            return [row]
        waiting = self._waiting.setdefault(key, [])
        waiting[_MOST_WAITING:] = []
        waiting.append(row)
        return []

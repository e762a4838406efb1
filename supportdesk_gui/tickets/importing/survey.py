"""A whole file read once without storing anything: what would come of it, exactly."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from supportdesk_gui.tickets.importing.doctor import read_tickets
from supportdesk_gui.tickets.importing.report import Diagnosis, ImportFailure, RejectedRow
from supportdesk_gui.tickets.importing.table_diagnosis import is_damaged
from supportdesk_gui.tickets.store_rows import closed_elsewhere
from supportdesk_gui.tickets.ticket import Ticket

_REJECTS_KEPT = 10_000
_SHOWN = 5


@dataclass(slots=True)
class Survey:
    """Counts over a whole file and its first tickets; `failure` where its end was not reached."""

    tickets: int = 0
    messages: int = 0
    closed: int = 0
    damaged: int = 0
    attachments: int = 0
    rejected: int = 0
    first: list[Ticket] = field(default_factory=list)
    rejects: list[RejectedRow] = field(default_factory=list)
    seconds: float = 0.0
    failure: ImportFailure | None = None


def survey(
    diagnosis: Diagnosis, own_address: str = "", is_over: Callable[[], bool] = lambda: False
) -> Survey:
    """Read everything and count; for a thread, which ends soon after `is_over` says so."""
    found = Survey()
    begun = time.perf_counter()
    try:
        for item in read_tickets(diagnosis, own_address):
            if isinstance(item, Ticket):
                found.tickets += 1
                if len(found.first) < _SHOWN:
                    found.first.append(item)
                found.messages += len(item.messages)
                found.closed += closed_elsewhere(item.external_status)
                found.damaged += is_damaged(item.external_id)
                found.attachments += sum(len(one.attachments) for one in item.messages)
            elif isinstance(item, RejectedRow):
                found.rejected += 1
                if len(found.rejects) < _REJECTS_KEPT:
                    found.rejects.append(item)
            elif is_over():
                break
    except ImportFailure as failure:
        found.failure = failure
    found.seconds = time.perf_counter() - begun
    return found

"""A whole file read once without storing anything: what would come of it, exactly."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from supportdesk_gui.tickets.importing.doctor import read_tickets
from supportdesk_gui.tickets.importing.kept_rejects import KeptRejects
from supportdesk_gui.tickets.importing.report import Diagnosis, ImportFailure, RejectedRow
from supportdesk_gui.tickets.same_ticket import FirstOfEach
from supportdesk_gui.tickets.status_words import Standing, standing
from supportdesk_gui.tickets.store_rows import identity, is_stand_in
from supportdesk_gui.tickets.ticket import Ticket
from supportdesk_gui.tickets.ticket_numbers import is_damaged

_REJECTS_KEPT = 10_000
_SHOWN = 5


@dataclass(slots=True)
class Survey:
    """Counts over a whole file and its first tickets; `failure` where its end was not reached.
    What is counted of tickets is counted once for each.

    `repeated` tickets have the number of an earlier one, and would take its place; `alike` ones
    have none, and are the same as an earlier one in all that tells tickets apart. `shared` ones
    have the number of somebody else's, and would be kept without it. `joined` lines were put to the
    row before. `rejects` are the first rows that could not be read, `whole` all of them as they stood.
    """

    tickets: int = 0
    messages: int = 0
    closed: int = 0
    damaged: int = 0
    attachments: int = 0
    rejected: int = 0
    repeated: int = 0
    alike: int = 0
    shared: int = 0
    joined: int = 0
    first: list[Ticket] = field(default_factory=list)
    rejects: list[RejectedRow] = field(default_factory=list)
    whole: KeptRejects | None = None
    seconds: float = 0.0
    failure: ImportFailure | None = None

    @property
    def kept(self) -> int:
        """How many tickets would be there afterwards."""
        return self.tickets - self.repeated - self.alike

    def reject(self, row: RejectedRow) -> None:
        """Count and keep one more row that could not be read."""
        self.whole = self.whole or KeptRejects()
        self.whole.add(row)
        self.rejected += 1
        if len(self.rejects) < _REJECTS_KEPT:
            self.rejects.append(replace(row, whole="") if row.whole else row)


def survey(
    diagnosis: Diagnosis, own_address: str = "", rest: Callable[[], None] = lambda: None
) -> Survey:
    """Read everything and count; for a thread, which calls `rest` often and passes on what that
    raises. `seconds` are those of the work."""
    found = Survey()
    begun = time.thread_time()
    names, numbers = set[tuple[str, str]](), FirstOfEach()
    try:
        for item in read_tickets(diagnosis, own_address):
            if isinstance(item, Ticket):
                found.tickets += 1
                if len(found.first) < _SHOWN:
                    found.first.append(item)
                found.damaged += is_damaged(item.external_id)
                name = identity(numbers.own(item))
                if (item.source, name) in names:
                    found.alike += is_stand_in(name)
                    found.repeated += not is_stand_in(name)
                    continue
                names.add((item.source, name))
                found.messages += len(item.messages)
                found.closed += standing(item.external_status) is Standing.CLOSED
                found.attachments += sum(len(one.attachments) for one in item.messages)
            elif isinstance(item, RejectedRow):
                found.reject(item)
            else:
                found.joined += item.joined
                rest()
    except ImportFailure as failure:
        found.failure = failure
    found.shared = numbers.shared
    found.seconds = time.thread_time() - begun
    return found

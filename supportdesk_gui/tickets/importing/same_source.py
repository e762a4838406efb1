"""Whether an export brings the tickets of a source that is there under another name: a file called
otherwise, or one that has lost the columns by which its helpdesk is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import islice

from supportdesk_gui.tickets.importing.doctor import read_tickets
from supportdesk_gui.tickets.importing.report import Diagnosis, ImportFailure, Kind
from supportdesk_gui.tickets.importing.vendors import VENDORS
from supportdesk_gui.tickets.store_rows import identity, is_stand_in
from supportdesk_gui.tickets.ticket import PASTED, SAMPLE_SHOP, Ticket

_LOOKED_AT = 200
_FEWEST = 2
_TELLING = 8
"""Letters from which on a subject is that of one ticket."""
_VENDORS = frozenset(vendor.name for vendor in VENDORS)

Told = tuple[str, str, str, str, str]
"""Source, number, subject, e-mail and first text of a ticket that is there."""


def continued(
    diagnosis: Diagnosis, sources: Collection[str], told: Callable[[Sequence[str]], Sequence[Told]]
) -> Diagnosis:
    """The diagnosis as one of the source whose tickets these are, else as it came.

    `sources` are those that are there, `told` gives what is known of numbers. Numbers alone say
    nothing, every helpdesk counts from 1: most have to be there with the same words.
    """
    others = _others(diagnosis, sources)
    if not others:
        return diagnosis
    tickets = _first_tickets(diagnosis)
    here = {identity(one): one for one in tickets if not is_stand_in(identity(one))}
    known, same = Counter[str](), Counter[str]()
    for source, number, subject, email, text in told(list(here)):
        if source in others:
            known[source] += 1
            same[source] += _is_same(here[number], subject, email, text)
    for source, count in same.most_common(1):
        if count >= _FEWEST and 2 * count >= len(here) and 5 * count >= 4 * known[source]:
            return replace(diagnosis, source=source, continues=source)
    return diagnosis


def _others(diagnosis: Diagnosis, sources: Collection[str]) -> set[str]:
    if diagnosis.kind is Kind.MAILS or diagnosis.source in sources:
        return set()
    strange = _VENDORS if diagnosis.vendor else frozenset()
    return set(sources) - {PASTED, SAMPLE_SHOP, "mail"} - strange


def _first_tickets(diagnosis: Diagnosis) -> list[Ticket]:
    try:
        with closing(read_tickets(diagnosis)) as items:  # type: ignore[type-var]
            return list(islice((one for one in items if isinstance(one, Ticket)), _LOOKED_AT))
    except ImportFailure:
        return []  # whoever reads it says so


def _is_same(ticket: Ticket, subject: str, email: str, text: str) -> bool:
    first = ticket.messages[0].text if ticket.messages else ""
    pairs = ((ticket.subject, subject), (first, text), (ticket.email, email))
    return any(len(_plain(one)) >= _TELLING and _plain(one) == _plain(two) for one, two in pairs)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()

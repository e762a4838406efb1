"""Whose tickets an export brings: those of a source that is there under another name, or those of
another shop under a name that is there.

Names say little: files are called otherwise, lose the columns by which their helpdesk is known, and
every shop's is called tickets.csv. Numbers alone say nothing, every helpdesk counts from 1.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain, count, islice

from supportdesk_gui.tickets.importing.doctor import read_tickets
from supportdesk_gui.tickets.importing.other_lists import NOTICE_OF
from supportdesk_gui.tickets.importing.own_exports import OWN
from supportdesk_gui.tickets.importing.report import (
    Content,
    Diagnosis,
    ImportFailure,
    Kind,
    Notice,
    Shape,
)
from supportdesk_gui.tickets.importing.table_content import names_ticket
from supportdesk_gui.tickets.importing.vendors import VENDORS
from supportdesk_gui.tickets.number_forms import (
    NumberForm,
    bare_number,
    form_of,
    is_same_in_other_form,
)
from supportdesk_gui.tickets.same_ticket import host_of, may_be_one
from supportdesk_gui.tickets.store_rows import identity, is_stand_in
from supportdesk_gui.tickets.ticket import PASTED, SAMPLE_SHOP, Ticket

_LOOKED_AT = 200
_FEWEST = 2
_TELLING = 8
"""Letters from which on a subject is that of one ticket."""
_LARGE = 16_777_216
"""Bytes from which on conversations, whose rows stand all over a file, are not put together here."""
_DAY = 86_400
_MOST_IN_OTHER_FORM = 50
"""Files of a drop for which all tickets are looked through."""
_VENDORS = frozenset(vendor.name for vendor in VENDORS)

Told = Callable[[Sequence[str], bool], Iterable[Ticket]]
"""What is known of the tickets with these numbers in all sources: their heads and first texts.
True asks for those with the same figures, whatever stands before them."""
_Numbered = dict[str, Ticket]


def with_sources(
    found: Sequence[Diagnosis], sources: Collection[str], told: Told
) -> list[Diagnosis]:
    """The exports of a drop, each as one of the source whose tickets it brings, else as it came.

    `sources` are those that are there. What is decided against the name of a file is in `continues`
    and `apart`.
    """
    is_one_of_many = len(found) > 1
    known = set(sources)
    dropped: dict[str, list[Ticket]] = {}
    headers: dict[str, set[tuple[str, ...]]] = {}
    result = []
    for one in found:
        if _is_clear(one) or not (known or is_one_of_many):
            result.append(one)
            continue
        in_any_form = len(found) <= _MOST_IN_OTHER_FORM
        diagnosis, here = _in_known_form(one, _first_tickets(one), told if in_any_form else None)
        there = [*told(list(here), False), *chain(*(dropped.get(number, ()) for number in here))]
        diagnosis, here = _in_known_days(diagnosis, here, there)
        is_other_table = not diagnosis.vendor and not headers.get(
            diagnosis.source, {diagnosis.header}
        ).issuperset({diagnosis.header})
        placed = _Placing(diagnosis, here, known, is_other_table).placed(there)
        result.append(placed)
        if is_one_of_many:
            headers.setdefault(placed.source, set()).add(diagnosis.header)
            known.add(placed.source)
            for number, ticket in here.items():
                dropped.setdefault(number, []).append(replace(ticket, source=placed.source))
    return result


def _in_known_form(
    diagnosis: Diagnosis, here: _Numbered, told: Told | None
) -> tuple[Diagnosis, _Numbered]:
    """The same with the numbers as they are written where the tickets are, if few are known so."""
    if told is None or 2 * len(list(told(list(here), False))) >= len(here):
        return diagnosis, here
    form = _other_form(here, told)
    if form is None:
        return diagnosis, here
    notices = (Notice.OTHER_NUMBERS, *diagnosis.notices)
    numbered = {form.of(number): ticket for number, ticket in here.items()}
    found = {number: replace(one, external_id=number) for number, one in numbered.items()}
    return replace(diagnosis, number_form=form, notices=notices), found


def _other_form(here: _Numbered, told: Told) -> NumberForm | None:
    """The form in which most of these numbers are there, with the same words."""
    by_figures = {bare: number for number in here if (bare := bare_number(number))}
    there: dict[str, list[Ticket]] = {}
    for one in told(list(by_figures), True) if by_figures else ():
        if is_same_in_other_form(one.external_id, by_figures[bare_number(one.external_id)]):
            there.setdefault(one.source, []).append(one)
    for known in sorted(there.values(), key=len, reverse=True):
        pairs = [(one, here[by_figures[bare_number(one.external_id)]]) for one in known]
        same = [one.external_id for one, ticket in pairs if _is_same(ticket, one)]
        form = form_of(same)
        if form and len(same) >= _FEWEST and 5 * len(same) >= 4 * len(known):
            return form
    return None


def _in_known_days(
    diagnosis: Diagnosis, here: _Numbered, there: Sequence[Ticket]
) -> tuple[Diagnosis, _Numbered]:
    """The same with days and months in the order that the times of the tickets that are there show,
    where the file itself leaves that open."""
    if Notice.UNSURE_DATE_ORDER not in diagnosis.notices or diagnosis.slices:
        return diagnosis, here
    other = replace(diagnosis, day_first=not diagnosis.day_first)
    numbered = _first_tickets(other) if there else {}
    fits, others = (
        sum(_is_same(one[known.external_id], known) and _is_near(one[known.external_id], known)
            for known in there if known.external_id in one)
        for one in (here, numbered)
    )  # fmt: skip
    if max(fits, others) < _FEWEST or fits == others:
        return diagnosis, here
    if others > fits:
        diagnosis, here = other, numbered
    notices = (one for one in diagnosis.notices if one is not Notice.UNSURE_DATE_ORDER)
    return replace(diagnosis, notices=tuple(notices)), here


def _is_near(ticket: Ticket, known: Ticket) -> bool:
    """Whether two were made at a time, on whatever clock."""
    at, other = ticket.created_at, known.created_at
    return at is not None and other is not None and abs(at - other) < _DAY


def _is_clear(diagnosis: Diagnosis) -> bool:
    if diagnosis.vendor == OWN:  # each ticket says whose it is
        return True
    return diagnosis.kind is Kind.MAILS or not set(diagnosis.notices).isdisjoint(NOTICE_OF.values())


def _first_tickets(diagnosis: Diagnosis) -> _Numbered:
    """Some of its tickets by their numbers, in a moment."""
    parts = (diagnosis, *diagnosis.slices, *diagnosis.messages_in)
    is_scattered = bool(diagnosis.messages_in) or diagnosis.shape is Shape.MESSAGE
    try:
        if is_scattered and sum(one.path.stat().st_size for one in parts) > _LARGE:
            return {}
        with closing(read_tickets(diagnosis)) as items:  # type: ignore[type-var]
            tickets = islice((one for one in items if isinstance(one, Ticket)), _LOOKED_AT)
            return {name: one for one in tickets if not is_stand_in(name := identity(one))}
    except (ImportFailure, OSError):
        return {}  # whoever reads it says so


@dataclass(slots=True)
class _Evidence:
    """What tickets with the numbers of a file say of a source: so many are there, are the same, are
    others'."""

    known: int = 0
    same: int = 0
    others: int = 0
    may_be_messages: int = 0
    """Those that lack just what the file has: a subject, or messages."""
    met: int = 0
    """Those whose messages are by the number of who asks; `strange` are by others only."""
    strange: int = 0
    host: str = ""

    def add(self, told: Ticket, known: Ticket, *, is_whole: bool) -> None:
        """Compare one more; `is_whole` where a row of the file is all of a ticket."""
        self.known += 1
        is_same = _is_same(told, known)
        is_other = not is_same and not _is_guess(known) and _are_two(told, known)
        is_other = is_other or (is_whole and not is_same and _have_nothing_in_common(told, known))
        self.same += is_same
        self.others += is_other
        self.may_be_messages += bool(told.subject) is not bool(known.subject) and _fits(told, known)
        self.host = self.host or host_of(known.url)
        meets = _writes_who_asks(told, known)
        self.met += meets is True
        self.strange += meets is False

    @property
    def is_of_others(self) -> bool:
        """Whether most are other customers' tickets."""
        return self.others > self.same and (self.others >= _FEWEST or self.others == self.known)


class _Placing:
    """Where the tickets of one export belong, among the sources that are `known`.

    `is_other_table`: what was dropped with it under this name has other columns, and so may count
    something else.
    """

    def __init__(
        self, diagnosis: Diagnosis, here: _Numbered, known: Collection[str], is_other_table: bool
    ) -> None:
        self._diagnosis, self._here, self._known = diagnosis, here, known
        self._is_other_table = is_other_table
        self._found: dict[str, _Evidence] = {}

    def placed(self, there: Iterable[Ticket]) -> Diagnosis:
        """The diagnosis under its source; `there` are tickets with the numbers of those here."""
        is_whole = self._diagnosis.shape is Shape.TICKET and not self._diagnosis.is_joined
        for one in there:
            evidence = self._found.setdefault(one.source, _Evidence())
            evidence.add(self._here[one.external_id], one, is_whole=is_whole)
        placed = self._placed()
        if self._found.get(placed.source, _Evidence()).met:  # its tickets tell who asks
            notices = (one for one in placed.notices if one is not Notice.UNKNOWN_WRITERS)
            placed = replace(placed, notices=tuple(notices))
        return placed

    def _placed(self) -> Diagnosis:
        own = self._diagnosis.source
        if own not in self._known:
            source = self._continued(self._others()) or self._completed()
            return replace(self._diagnosis, source=source or own, continues=source)
        evidence = self._found.get(own, _Evidence())
        family = self._of_family()
        is_unknown = self._is_other_table and evidence.known > 0 == evidence.same
        if not (is_unknown or evidence.is_of_others or self._has_other_host(evidence)):
            source = "" if evidence.same else family or self._by_name()
            return replace(self._diagnosis, source=source or own, continues=source)
        if source := family or self._continued(self._others()):
            return replace(self._diagnosis, source=source, continues=source)
        apart = next(one for one in self._names() if self._is_free(one))
        return replace(self._diagnosis, source=apart, continues=own, apart=apart)

    def _others(self) -> set[str]:
        strange = _VENDORS if self._diagnosis.vendor else frozenset()
        own = {self._diagnosis.source, PASTED, SAMPLE_SHOP, "mail"}
        return set(self._known) - own - strange

    def _continued(self, sources: Collection[str]) -> str:
        """The source that has most of them with the same words; "" where none has."""
        for source, one in sorted(self._found.items(), key=lambda item: -item[1].same):
            if source in sources and one.same >= _FEWEST and 5 * one.same >= 4 * one.known:
                return source if 2 * one.same >= len(self._here) else ""
        return ""

    def _of_family(self) -> str:
        """The source that was kept apart from its name before and has some of these tickets."""
        own = f"{self._diagnosis.source} "
        same = {source: one.same for source, one in self._found.items()
                if source.startswith(own) and one.same > one.others}  # fmt: skip
        return max(same, key=lambda source: same[source], default="")

    def _completed(self) -> str:
        """The only source whose tickets lack what this one has: the messages of tickets without, or
        the tickets to messages that came first."""
        found = [
            source for source, one in self._found.items()
            if source in self._others() and one.known >= _FEWEST and not one.others
            and one.may_be_messages == one.known and self._is_enough(one)
        ]  # fmt: skip
        return found[0] if len(found) == 1 else ""

    def _is_enough(self, evidence: _Evidence) -> bool:
        """Messages name the tickets they belong to, and nearly all are there; not all tickets that
        come later have messages."""
        if evidence.strange > evidence.met:
            return False
        if any(one.subject for one in self._here.values()):
            return evidence.same > 0 or 2 * evidence.met > evidence.known
        names = names_ticket(self._diagnosis.header, self._diagnosis.columns)
        is_named = names or self._diagnosis.content is Content.MESSAGES
        return is_named and 5 * evidence.known >= 4 * len(self._here)

    def _has_other_host(self, evidence: _Evidence) -> bool:
        host = self._host()
        return bool(host and evidence.host and host != evidence.host)

    def _host(self) -> str:
        return next((host for one in self._here.values() if (host := host_of(one.url))), "")

    def _by_name(self) -> str:
        """A source that was kept apart before, under the name of the folder that this comes from."""
        names = [one for one in self._told_names() if one in self._known]
        return next((one for one in names if not self._is_others(one)), "")

    def _is_others(self, source: str) -> bool:
        return source in self._found and self._found[source].is_of_others

    def _is_free(self, name: str) -> bool:
        return name not in self._known or (name in self._told_names() and not self._is_others(name))

    def _names(self) -> Iterator[str]:
        yield from self._told_names()
        yield from (f"{self._diagnosis.source} {number}" for number in count(2))

    def _told_names(self) -> list[str]:
        """By the helpdesk's address, else by the folder or the sheet."""
        steps = re.split("/| › ", self._diagnosis.shown_name)
        beside = [self._host(), self._diagnosis.sheet, *steps[-2:-1]]
        if self._diagnosis.sheet:
            beside.pop()  # the workbook, by whose name it goes
        return [f"{self._diagnosis.source} {one}" for one in beside if one]


def _is_same(ticket: Ticket, known: Ticket) -> bool:
    if ticket.url and ticket.url == known.url:
        return True
    by_one = ticket.requester_id and ticket.requester_id == known.requester_id
    if by_one and ticket.subject == known.subject != "":
        return True
    pairs = (
        (ticket.subject, known.subject), (_first_text(ticket), _first_text(known)),
        (ticket.email, known.email),
    )  # fmt: skip
    return any(len(_plain(one)) >= _TELLING and _plain(one) == _plain(two) for one, two in pairs)


def _are_two(ticket: Ticket, known: Ticket) -> bool:
    """Whether tickets with one number are others': by who asks, else by what they are about."""
    if not may_be_one(replace(ticket, guesses_requester=False), known):
        return True
    is_told = any((ticket.email, ticket.requester)) and any((known.email, known.requester))
    subjects = _plain(ticket.subject), _plain(known.subject)
    texts = _first_text(ticket), _first_text(known)
    is_alike = all(texts) and (texts[0].startswith(texts[1]) or texts[1].startswith(texts[0]))
    return not is_told and all(subjects) and subjects[0] != subjects[1] and not is_alike


def _have_nothing_in_common(ticket: Ticket, known: Ticket) -> bool:
    """Whether two tickets that name nobody and no subject share no words and no time."""
    if any((ticket.email, ticket.requester, ticket.subject, ticket.url)):
        return False
    if any((known.email, known.requester, known.subject, known.url)):
        return False
    texts = _first_text(ticket), _first_text(known)
    is_timed = ticket.created_at is not None and ticket.created_at == known.created_at
    is_alike = texts[0].startswith(texts[1]) or texts[1].startswith(texts[0])
    return all(texts) and not is_timed and not is_alike


def _writes_who_asks(ticket: Ticket, known: Ticket) -> bool | None:
    """Whether the number of who asks in one of both is that of a writer in the other; None where
    they are not told by numbers."""
    for one, other in ((ticket, known), (known, ticket)):
        writers = {other.requester_id or said.author_id for said in other.messages} - {""}
        if one.requester_id and writers:
            return one.requester_id in writers
    return None


def _is_guess(known: Ticket) -> bool:
    """Whether a ticket may be by somebody else than the first who wrote: only messages are known."""
    return bool(known.messages) and not known.subject


def _fits(ticket: Ticket, known: Ticket) -> bool:
    """Whether the times of a ticket and of its first message do not say that they are two."""
    times = [
        one.messages[0].sent_at if one.messages and not one.subject else one.created_at
        for one in (ticket, known)
    ]
    if None in times:
        return True
    listed, said = times if ticket.subject else times[::-1]
    return (said or 0) >= (listed or 0) - _DAY


def _first_text(ticket: Ticket) -> str:
    return _plain(ticket.messages[0].text) if ticket.messages else ""


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()

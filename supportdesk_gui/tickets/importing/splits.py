"""Exports that come in several lists: tickets, comments and people, dropped together.

Each list says by its columns or keys what it holds. Messages find their ticket by its number,
people are named by theirs (split_reading.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from supportdesk_gui.tickets.importing.other_lists import NOTICE_OF
from supportdesk_gui.tickets.importing.report import (
    TABLES,
    Content,
    Diagnosis,
    Notice,
)
from supportdesk_gui.tickets.importing.table_content import names_ticket
from supportdesk_gui.tickets.importing.vendors import trimmed

_WRITERS = frozenset({"author", "author_email", "author_id", "author_type"})
_SAYS_WHO = frozenset(
    "author author_email author_type direction customer email requester_id subject".split()
)
_BESIDE = (Content.MESSAGES, Content.PEOPLE)


def joined(diagnoses: Sequence[Diagnosis]) -> tuple[list[Diagnosis], list[Diagnosis]]:
    """The diagnoses with messages and people put to the tickets that were dropped with them, and
    those that are no tickets beside the others.

    Each list belongs to the tickets of its file, else of its folder. Where those are no slices of
    one export, it is left open to which of them it belongs: then nothing is joined. Orders and the
    like are no tickets beside some; by themselves they are what the agent wants to read.
    """
    tickets = [one for one in diagnoses if one.content is Content.TICKETS]
    others = [one for one in diagnoses if one.content in _BESIDE]
    listed = [one for one in diagnoses if one.content in NOTICE_OF]
    unknown = [one for one in diagnoses if one.content is Content.OTHERS]
    if not tickets and not any(one.content is Content.MESSAGES for one in others):
        tickets, listed = [replace(one, content=Content.TICKETS) for one in listed], []
    added = _messages_beside(tickets, bool(others))
    others += [replace(one, content=Content.MESSAGES) for one in added]
    tickets, left = [one for one in tickets if one not in added], []
    if any(not _is_doubtful(one, False) for one in tickets):
        left = [one for one in tickets if _is_doubtful(one, bool(others))]
        tickets = [one for one in tickets if one not in left]
    messages = [one for one in others if one.content is Content.MESSAGES]
    bases = tickets or messages
    found: list[Diagnosis] = []
    for base, beside in _belonging(bases, [one for one in others if one not in bases]):
        if len(base) > 1 and not (beside and _are_slices(base)) and tickets:
            found += base
            found += [_alone(one) for one in beside if one.content is Content.MESSAGES]
            left += [one for one in beside if one.content is Content.PEOPLE]
        else:
            found.append(_together(base, beside))
    return found, left + listed + unknown + ([] if bases else others)


def _belonging(
    bases: Sequence[Diagnosis], others: Iterable[Diagnosis]
) -> list[tuple[list[Diagnosis], list[Diagnosis]]]:
    """Which lists belong together: the nearest tickets of each of the others."""
    groups: list[tuple[list[Diagnosis], list[Diagnosis]]] = [([one], []) for one in bases]
    for other in others if bases else ():
        nearest = max(_nearness(other, one) for one in bases)
        near = [one for one in bases if _nearness(other, one) == nearest]
        met = [group for group in groups if any(one in near for one in group[0])]
        met[0][1].append(other)
        for group in met[1:]:
            met[0][0].extend(group[0])
            met[0][1].extend(group[1])
            groups.remove(group)
    return groups


def _nearness(one: Diagnosis, other: Diagnosis) -> int:
    if one.path == other.path and not one.sheet:
        return 1_000_000
    steps, others = (re.split("/| › ", name.shown_name)[:-1] for name in (one, other))
    return sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(steps, others, strict=False))
    )


def _are_slices(tickets: Sequence[Diagnosis]) -> bool:
    """Whether several lists are slices of one export: of one helpdesk, with the same columns."""
    kinds = {
        (one.kind in TABLES, one.vendor, tuple(map(trimmed, one.header)) if one.columns else ())
        for one in tickets
    }
    return len(kinds) == 1


def _together(bases: Sequence[Diagnosis], beside: Sequence[Diagnosis]) -> Diagnosis:
    first = bases[0]
    if not beside and len(bases) == 1:
        return _alone(first)
    messages = tuple(as_messages(one) for one in beside if one.content is Content.MESSAGES)
    people = tuple(one for one in beside if one.content is Content.PEOPLE)
    parts = [replace(as_messages(one) if one.content is Content.MESSAGES else one,
                     messages_in=messages, people_in=people) for one in bases]  # fmt: skip
    has_text = any(one.has_message_text for one in (*bases, *messages))
    unclear = [Notice.UNSURE_VISIBILITY for one in (*parts, *messages)
               if Notice.UNSURE_VISIBILITY in one.notices]  # fmt: skip
    told = (one for one in parts[0].notices if not people or one is not Notice.UNKNOWN_WRITERS)
    return replace(
        parts[0], notices=tuple(dict.fromkeys((*told, *unclear))), slices=tuple(parts[1:]), has_message_text=has_text,
        advice=None if has_text else first.advice,
    )  # fmt: skip


def _messages_beside(tickets: list[Diagnosis], is_split: bool) -> list[Diagnosis]:
    """Those of one list of tickets that has no texts, or came with other parts of its export: they
    have text and the number of a ticket, and nothing by which a ticket is called."""
    named = [one for one in tickets if one.vendor or "subject" in one.columns]
    has_text = any(one.has_message_text for one in named)
    if not named or not _are_slices(named) or (has_text and not is_split):
        return []
    return [
        one
        for one in tickets
        if one not in named and one.kind in TABLES and "body" in one.columns
        and names_ticket(one.header, one.columns)
    ]  # fmt: skip


def as_messages(diagnosis: Diagnosis) -> Diagnosis:
    """A table of messages beside one of tickets: who is named in a row wrote it."""
    if diagnosis.kind not in TABLES:
        return diagnosis
    columns = dict(diagnosis.columns)
    if not columns.keys() & _WRITERS:
        for of_ticket, of_message in (("customer", "author"), ("email", "author_email")):
            if of_ticket in columns:
                columns[of_message] = columns.pop(of_ticket)
    return replace(diagnosis.by_message(), columns=columns)


def _is_doubtful(diagnosis: Diagnosis, is_split: bool) -> bool:
    """Whether it is one of the other tables of an export that came in several."""
    if Notice.UNKNOWN_COLUMNS in diagnosis.notices:
        return True
    is_named = diagnosis.vendor or "subject" in diagnosis.columns
    if diagnosis.kind in TABLES and not is_named and "body" not in diagnosis.columns:
        return True  # answers to tickets that the others may tell
    return is_split and diagnosis.kind in TABLES and not is_named


def _alone(diagnosis: Diagnosis) -> Diagnosis:
    """Messages whose tickets were not dropped with them are all that is known of those."""
    if diagnosis.content is not Content.MESSAGES or diagnosis.kind not in TABLES:
        return diagnosis
    alone = replace(diagnosis.by_message(), content=Content.TICKETS)
    if "author_id" in alone.columns and alone.columns.keys().isdisjoint(_SAYS_WHO):
        return replace(alone, notices=(*alone.notices, Notice.UNKNOWN_WRITERS))
    return alone

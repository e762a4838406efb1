"""Entries of all groups as one set: those that say the same become one, ids stay from run to run.

What is merged depends on the entries alone, never on the order in which they came.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import count

from supportdesk_gui.assist.knowledge.document import new_id
from supportdesk_gui.assist.knowledge.entries import Entry, Receipt
from supportdesk_gui.text.tokens import grams

# Share of the rarer heading's grams that two entries have in common to be one; less is enough where
# both rest on the same policy sentence.
_SAME, _SAME_GROUND = 0.7, 0.45
_SHARED_TICKETS = 0.5
_INTENTS = ("refund", "return", "exchange", "logistics", "invoice", "other")


class Fate(StrEnum):
    """What became of an entry since the run before."""

    SAME = "same"
    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Compared:
    """An entry, what became of it, and how it was; a gone one is `entry` as it was."""

    entry: Entry
    fate: Fate
    before: Entry | None = None


def merged(
    entries: Sequence[Entry], language: str, earlier: Sequence[Entry] = (),
    ids: Mapping[str, str] | None = None,
) -> list[Entry]:  # fmt: skip
    """The entries without doubles, by intent and by how many tickets they cover.

    `language` is the one they are compared in; one that `earlier` had keeps its id, as one of which
    `ids` knows the `identity`.
    """
    found: list[Entry] = []
    for entry in entries:
        place = next((n for n, one in enumerate(found) if _is_same(one, entry, language)), None)
        if place is None:
            found.append(entry)
        else:
            found[place] = _joined(found[place], entry)
    found.sort(key=lambda one: (_rank(one.intent), -len(one.receipts), one.heading(language)))
    return _with_ids(
        [replace(one, id=(ids or {}).get(identity(one), "")) for one in found], language, earlier
    )


def identity(entry: Entry) -> str:
    """What tells an entry from all others of its run."""
    return new_id(entry.kind, f"{entry.intent} {sorted(entry.texts.items())!r}")


def compared(now: Sequence[Entry], before: Sequence[Entry]) -> list[Compared]:
    """Every entry of now with its fate, then those that are gone. Ids tell which is which."""
    was = {entry.id: entry for entry in before}
    found = [_fate(entry, was.get(entry.id)) for entry in now]
    known = {entry.id for entry in now}
    return found + [Compared(one, Fate.GONE) for one in before if one.id not in known]


def _fate(entry: Entry, before: Entry | None) -> Compared:
    if before is None:
        return Compared(entry, Fate.NEW)
    same = (before.texts, before.outcome) == (entry.texts, entry.outcome)
    return Compared(entry, Fate.SAME if same else Fate.CHANGED, before)


def _is_same(one: Entry, other: Entry, language: str) -> bool:
    if (one.kind, one.outcome) != (other.kind, other.outcome):
        return False
    ours, theirs = {r.quote for r in one.rests}, {r.quote for r in other.rests}
    if one.texts == other.texts:
        return True
    if one.intent != other.intent:
        return False
    least = _SAME_GROUND if ours & theirs else _SAME
    return _likeness(one.heading(language), other.heading(language)) >= least


def _likeness(one: str, other: str) -> float:
    ours, theirs = _grams(one), _grams(other)
    smaller = min(len(ours), len(theirs))
    return len(ours & theirs) / smaller if smaller else float(one == other)


@lru_cache(maxsize=4096)
def _grams(text: str) -> frozenset[str]:
    return frozenset(grams(text))


def _joined(one: Entry, other: Entry) -> Entry:
    """The words of the one with more tickets, the receipts of both."""
    best = one if len(one.receipts) >= len(other.receipts) else other
    receipts: dict[int, Receipt] = {}
    for receipt in (*one.receipts, *other.receipts):
        known = receipts.get(receipt.ticket_id)
        receipts[receipt.ticket_id] = known if known is not None and known.why else receipt
    rests = dict.fromkeys((*best.rests, *one.rests, *other.rests))
    ordered = tuple(receipts[ticket] for ticket in sorted(receipts))
    return replace(best, receipts=ordered, rests=tuple(rests))


def _rank(intent: str) -> int:
    return _INTENTS.index(intent) if intent in _INTENTS else len(_INTENTS)


def _with_ids(entries: Sequence[Entry], language: str, earlier: Sequence[Entry]) -> list[Entry]:
    left = list(earlier)
    taken = {entry.id for entry in entries} - {""}
    found = []
    for entry in entries:
        if entry.id:
            found.append(entry)
            continue
        known = next((one for one in left if _continues(one, entry, language)), None)
        if known is not None:
            left.remove(known)
            taken.add(known.id)
            found.append(replace(entry, id=known.id))
        else:
            found.append(entry)
    return [entry if entry.id else _with_new_id(entry, language, taken) for entry in found]


def _with_new_id(entry: Entry, language: str, taken: set[str]) -> Entry:
    seed = f"{entry.intent} {entry.heading(language)}"
    numbers = count()
    fresh = new_id(entry.kind, seed)
    while fresh in taken:
        fresh = new_id(entry.kind, f"{seed} {next(numbers)}")
    taken.add(fresh)
    return replace(entry, id=fresh)


def _continues(before: Entry, now: Entry, language: str) -> bool:
    """Whether an entry of the run before lives on in this one."""
    if _is_same(before, now, language):
        return True
    if (before.kind, before.intent) != (now.kind, now.intent):
        return False
    ours = {one.ticket_id for one in before.receipts}
    theirs = {one.ticket_id for one in now.receipts}
    shared = len(ours & theirs) / max(1, min(len(ours), len(theirs)))
    same_ground = {r.quote for r in before.rests} & {r.quote for r in now.rests}
    return shared >= _SHARED_TICKETS and bool(same_ground)

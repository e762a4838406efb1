"""What a sentence insists on against the passages: "also engraved ones", "even if it was washed".

Who says *also*, *even* or *regardless* speaks of a case that somebody might doubt. A passage that
leaves this case out, or asks for its opposite, refuses it, whatever else the sentence grants.
"""

from __future__ import annotations

from collections.abc import Sequence

from supportdesk_gui.assist.proof_clauses import Clause, shared
from supportdesk_gui.assist.proof_granted import Granted
from supportdesk_gui.assist.proof_words import REQUIREMENTS, STATES

INSISTING = frozenset({"ALSO", "EVEN_IF", "REGARDLESS"})
"""Matters of a case that is added: "also on holidays", "even when it is worn"."""
_STATES = {"OPENED": {"UNOPENED"}, "USED": {"UNUSED", "UNWASHED", "UNOPENED"}}
_GOODS = frozenset({"OPENED", "USED"})
_LEAST = 0.8
_STATE = 0.8
_KIN = 0.6
_SAME = 0.9
_TELLING = 0.8
_FREELY = frozenset({"REGARDLESS", "ALL", "NOT_NEEDED", "EVEN_IF", "ALSO"})
_BOUND = frozenset({"IF", "ONLY_IF", "UNLESS", "ONLY"}) | REQUIREMENTS


def insists(
    clause: Clause, around: Sequence[Clause], known: Granted, near: Sequence[Clause],
    asked: frozenset[str],
) -> bool:  # fmt: skip
    """Whether it adds a case that the passages leave out, whatever it is put with.

    `near` are the clauses with a word in common; `asked` are the keys of the customer's words.
    """
    beyond = "BEYOND" in clause.matters and bool(clause.matters & INSISTING)
    if "ONLY" in clause.matters:
        return False  # "free, although only once"
    if "COMPARE" in clause.matters and clause.keys_of_figures and not beyond:
        return False
    return (
        _insists_on_refused(clause, around, known)
        or _regardless(clause, around, known)
        or _at_any_time(clause, known, near)
        or _beyond_limit(clause, known)
        or _insists_on_unspoken(clause, around, known, asked)
    )


def _insists_on_refused(clause: Clause, around: Sequence[Clause], known: Granted) -> bool:
    """Whether it insists on a case that a passage leaves out, more than on any it grants."""
    if not clause.matters & (INSISTING | {"INCLUDES"}) or clause.negative or clause.stingy:
        return False
    if any(one.negative and one.stingy for one in around):
        return False  # "not this one, and that one neither"
    against = in_favour = 0.0
    for other in known.near([clause]) + known.of_state(_states(clause)):
        if other.language != clause.language or any(
            wanted in clause.matters and state in other.matters for state, wanted in STATES
        ):
            continue
        score = shared(clause, other)
        if _leaves_out(clause, other):
            score += _STATE * bool(_state(clause, other))
            score += _KIN * bool(clause.generous & other.stingy)
            against = max(against, score)
        elif not other.matters & {"IF", "ONLY_IF", "UNLESS"}:
            in_favour = max(in_favour, score + _KIN * bool(other.matters & INSISTING))
    return against >= _LEAST and against > in_favour


def _regardless(clause: Clause, around: Sequence[Clause], known: Granted) -> bool:
    """Whether its sentence grants "whatever the …" what a passage binds to something."""
    if "REGARDLESS" not in clause.matters or clause.negative or clause.stingy:
        return False
    if any(kind != "number" for kind, _, _ in clause.keys_of_figures):
        return False  # "so four months is fine": it compares
    for one in around:
        near = [other for other in known.near([one]) if other.language == clause.language]
        best = max(near, key=lambda other: shared(one, other), default=None)
        if best is None or shared(one, best) < _SAME:
            continue
        mates = known.with_same_sentence(best)
        if clause.matters & _GOODS & best.matters:
            return False  # the passage speaks of the opened ones itself
        if any(each.matters & _FREELY for each in mates):
            return False
        if any(each.matters & _BOUND for each in mates) or _is_measured(best):
            return True
    return False


def _is_measured(clause: Clause) -> bool:
    """Whether a clause has a number or a length of time: "up to four", "within 25 km"."""
    return any(kind in {"number", "span"} for kind, _, _ in clause.keys_of_figures)


def _beyond_limit(clause: Clause, known: Granted) -> bool:
    """Whether it grants beyond a length of time what a passage grants within it."""
    if "BEYOND" not in clause.matters or clause.negative or clause.stingy:
        return False
    if not clause.generous and not clause.matters & INSISTING:
        return False
    limits = {key for key in clause.keys_of_figures if key[0] == "span"}
    return any(
        "WITHIN" in other.matters and "BEYOND" not in other.matters and not other.negative
        for other in known.holding(limits)
    )


def _at_any_time(clause: Clause, known: Granted, near: Sequence[Clause]) -> bool:
    """Whether it grants "at any time" what a passage grants until some day or within some days."""
    if "ANYTIME" not in clause.matters or clause.negative or clause.stingy or not clause.generous:
        return False
    if "ANYTIME" in known.named:
        return False
    return any(
        clause.generous & other.generous
        and any(
            kind in {"span", "date"} or one.matters & {"UNTIL", "IF", "ONLY_IF"}
            for one in known.with_same_sentence(other)
            for kind, _, _ in (one.keys_of_figures or {("", "", 0)})
        )
        for other in near
    )


def _insists_on_unspoken(
    clause: Clause, around: Sequence[Clause], known: Granted, asked: frozenset[str]
) -> bool:
    """Whether it grants also what the customer asks for and no passage names, in spite of a condition.

    "You can exchange it repotted as well", where a plant has to be in its first pot.
    """
    if not clause.matters & INSISTING or clause.negative or clause.stingy:
        return False
    if known.holding(key for key in clause.keys_of_figures if key[0] == "weekday within"):
        return False  # "on Saturday too", where it is open from Monday to Saturday
    if any(one.matters & _BOUND or one.negative or "COURTEOUS" in one.matters for one in around):
        return False
    strange = any(
        not any(known.speaks_of(name) for name, _ in term)
        and any(name in asked for name, _ in term)
        for term in clause.terms
        if max(weight for _, weight in term) >= _TELLING
    )
    if strange and any(shared(clause, other, 0.0) >= _LEAST for other in known.near([clause])):
        return True  # "we also take cards for the deposit"
    generous = frozenset().union(*(one.generous for one in around)) - {"ALLOW", "SHIP"}
    return strange and any(
        one.matters & {"IF", "ONLY_IF"}
        for grant in known.granting(generous)
        for one in known.with_same_sentence(grant)
    )


def _states(clause: Clause) -> set[str]:
    return {*(_STATES.keys() & clause.matters), *_asked_of(clause)}


def _asked_of(clause: Clause) -> set[str]:
    return set().union(*(_STATES[state] for state in _STATES.keys() & clause.matters))


def _state(clause: Clause, other: Clause) -> bool:
    """Whether both speak of the same state of the goods, the other one of its lack as well."""
    return bool(_states(clause) & other.matters)


def _leaves_out(clause: Clause, other: Clause) -> bool:
    """Whether a passage excludes what it speaks of, or grants it where that is not so."""
    if other.matters & {"NOT_NEEDED", "REGARDLESS", "EVEN_IF"}:
        return False
    if _asked_of(clause) & other.matters:
        return True
    denied = "NEG" in other.matters or "EXCL" in other.matters
    return denied and not other.generous

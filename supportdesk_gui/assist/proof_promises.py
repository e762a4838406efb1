"""Promises and conditions of a sentence that the passages do not hold, by rules and without a model.

A clause that is more generous than the passages is found in four ways: a passage refuses what it
grants (`not refunded`, `you pay`, `excluded`) and speaks more of the same matter than any that
grants it; a benefit stands in no passage at all (`voucher`); a passage grants it only under a
condition that neither the draft nor the ticket speaks of; or it lets go what a passage requires
(`no receipt needed`).
"""

from __future__ import annotations

from collections.abc import Sequence

from supportdesk_gui.assist.proof_benefits import (
    has_its_price,
    heard_elsewhere,
    out_of_grace,
    unheard,
)
from supportdesk_gui.assist.proof_clauses import Clause, shared
from supportdesk_gui.assist.proof_exceptions import (
    for_another_reason,
    for_some,
    grants_excepted,
    only_another,
    outside,
)
from supportdesk_gui.assist.proof_figures import ClaimKind, Unsupported
from supportdesk_gui.assist.proof_granted import Granted
from supportdesk_gui.assist.proof_insistence import INSISTING, insists
from supportdesk_gui.assist.proof_waivers import WEAK, concedes, lets_go
from supportdesk_gui.assist.proof_words import REQUIREMENTS, STATES

_FAMILIES = (
    frozenset({"REFUND", "FULL", "CASH", "RETURN", "CANCEL"}),
    frozenset({"FREE", "WE_PAY", "YOU_PAY", "FEE", "FULL", "REFUND"}),
    frozenset({"REFUND", "FULL", "EXTEND", "LIFETIME", "LOSE"}),
    frozenset({"COVER", "GUARANTEE_DATE"}),
    frozenset({"EXCHANGE", "REPLACE", "RETURN", "CHANGE"}),
    frozenset({"COVER", "REPLACE", "REPAIR"}),
)
_GIVEN = frozenset("FREE WE_PAY REFUND DISCOUNT VOUCHER GIFT COMPENSATE".split())
_LEAST = 1.2
_LEAST_ASKED = 0.9
_HALF = 0.5
_MOSTLY = 0.5
_AHEAD = 0.2
_BESIDE = 0.4
_KIN = 0.6
_LEAST_IF_WEAK = 1.6
_AHEAD_IF_WEAK = 0.7
_FOREIGN = 0.8
_TOPIC = 0.7
_TOLD = 1.8
_NEARLY_ALL = 0.85
_SAME = 0.75
# What is refused and nowhere granted is refused whatever it is about.
_PLAIN = frozenset(
    "REFUND EXCHANGE REPLACE VOUCHER DISCOUNT CANCEL RETURN COMBINE EXTEND REPAIR PICKUP PAUSE DISPOSE INSTALL LOAN RESERVE".split()
)


def unsupported_promises(
    found: Sequence[Clause], known: Granted, asked: frozenset[str]
) -> list[Unsupported]:
    """What the clauses of a sentence grant beyond the passages.

    `asked` are the keys of the customer's words: a condition that they meet is not dropped.
    """
    flags: list[tuple[ClaimKind, Clause]] = []
    restated = any("RESTATE" in clause.matters for clause in found)
    for clause in found:
        if ("RESTATE" in clause.matters and not _pays(clause)) or (
            restated and "FUTURE" not in clause.matters
        ):
            continue
        kind = _beyond(clause, found, known, asked)
        if kind is not None:
            flags.append((kind, clause))
    return [
        Unsupported(kind, clause.start, clause.end)
        for kind, clause in flags
        if not _said_before(clause, [one for _, one in flags], found)
    ]


def _pays(clause: Clause) -> bool:
    """ "We'll refund what you paid" says what we do, and not what the customer did."""
    return "FUTURE" in clause.matters and bool(clause.generous & {"REFUND", "REPLACE", "EXCHANGE"})


def _said_before(clause: Clause, flagged: Sequence[Clause], found: Sequence[Clause]) -> bool:
    """Whether another clause of the sentence grants the same and is supported."""
    return any(bool(clause.generous & one.generous - WEAK) and one not in flagged for one in found)


def _beyond(
    clause: Clause, around: Sequence[Clause], known: Granted, asked: frozenset[str]
) -> ClaimKind | None:
    near = known.near([clause])
    if only_another(clause, around, known, asked):
        return ClaimKind.PROMISE
    if out_of_grace(clause, around, known) or for_another_reason(clause, around, known, asked):
        return ClaimKind.CONDITION
    if _asks(clause, around) or _word_for_word(clause, near):
        return None
    instead = any(one is not clause and one.matters & REQUIREMENTS for one in around)
    if not instead and lets_go(clause, around, known, near, asked):
        return ClaimKind.CONDITION
    if "CONCEDE" in clause.matters and concedes(clause, around, known, near):
        return ClaimKind.CONDITION
    if "COURTEOUS" in clause.matters and "FUTURE" not in clause.matters:
        return None
    if (
        insists(clause, around, known, near, asked)
        or grants_excepted(clause, around, near)
        or for_some(clause, around, known)
    ):
        return ClaimKind.CONDITION
    if _turns_round(clause, near) and not any(one.negative for one in around):
        return ClaimKind.PROMISE
    return _grants_more(clause, around, known, asked, near)


def _grants_more(
    clause: Clause, around: Sequence[Clause], known: Granted, asked: frozenset[str],
    near: Sequence[Clause],
) -> ClaimKind | None:  # fmt: skip
    """What it is where it grants what no passage does, or only in another case."""
    added = bool(clause.matters & INSISTING)
    bound = {"ONLY", "IF"} <= clause.matters  # "we can only take it back if it is faulty"
    grants = clause.generous or (added and not clause.negative)
    if bound or clause.stingy or not grants or _names_its_price(clause, [clause]):
        return None
    if (
        _refused(clause, around, known)
        or unheard(clause, known)
        or heard_elsewhere(clause, known)
        or has_its_price(clause, near, known)
        or _is_other_case(clause, around, known, asked)
    ):
        return ClaimKind.PROMISE
    if (added or "ALL" in clause.matters) and outside(clause, known):
        return ClaimKind.CONDITION
    if not _names_its_price(clause, around) and _conditional(clause, around, known, asked):
        return ClaimKind.PROMISE
    return None


def _names_its_price(clause: Clause, around: Sequence[Clause]) -> bool:
    """Whether it says what a thing costs: no more is granted than that it can be had for it."""
    amounts = {key for one in around for key in one.keys_of_figures if key[0] == "amount"}
    return bool(amounts) and not clause.matters & _GIVEN


def _asks(clause: Clause, around: Sequence[Clause]) -> bool:
    """Whether it asks something of the customer, or says when: "if it needs correcting, please …"."""
    if "PLEASE" in clause.matters:
        return True
    gives = clause.matters & {"FUTURE", "FREE", "WE_PAY", "REFUND", "GIFT", "VOUCHER", "DISCOUNT"}
    return not gives and any("PLEASE" in one.matters for one in around)


def _word_for_word(clause: Clause, near: Sequence[Clause]) -> bool:
    """Whether a passage says the same in nearly the same words, granting as much."""
    weight = sum(max(weight for _, weight in term) for term in clause.terms)
    return any(
        clause.generous <= other.generous
        and clause.negative == other.negative
        and ("NOT_NEEDED" in clause.matters) == ("NOT_NEEDED" in other.matters)
        and shared(clause, other, 0.0) >= _SAME * weight > 0
        for other in near
    )


def _turns_round(clause: Clause, near: Sequence[Clause]) -> bool:
    """Whether it says what a passage denies, in the passage's words but for the "not"."""
    if clause.negative or clause.stingy:
        return False
    denied = affirmed = 0.0
    for other in near:
        if other.language != clause.language:
            continue
        weight = sum(max(weight for _, weight in term) for term in other.terms)
        if other.negative and "NOT_NEEDED" not in other.matters:
            if weight >= _TOLD and shared(other, clause, 0.0) >= _NEARLY_ALL * weight:
                denied = max(denied, shared(clause, other))
        else:
            affirmed = max(affirmed, shared(clause, other))
    return denied > affirmed


def _refused(clause: Clause, around: Sequence[Clause], known: Granted) -> bool:
    """Whether a passage refuses this, and speaks of it more than any that does not."""
    weighed = _weighed(around, known)
    plain = clause.generous & _PLAIN
    if plain & known.only_refused(weighed) and not plain & known.granted:
        return True
    aside = {id(one) for one in weighed}
    owned = frozenset().union(*(one.stingy for one in around))
    beside = [other for other in around if other is not clause and not other.negative]
    against, in_favour = 0.0, _KIN if _is_kin(clause.generous, known.granted) else 0.0
    for other in known.near([clause, *beside]):
        if id(other) in aside or other.stingy & owned or "ELSE" in other.matters:
            continue  # the sentence says so itself
        if any(wanted in clause.matters and state in other.matters for state, wanted in STATES):
            continue  # what holds for the opened says nothing of the sealed
        kin = _is_kin(clause.generous, other.generous | other.stingy)
        score = shared(clause, other) + _BESIDE * sum(shared(one, other) for one in beside)
        if kin or (other.negative and not other.stingy):
            score += _KIN
        if _opposes(clause, other) and "NOT_NEEDED" not in other.matters:
            score -= _FOREIGN if other.language != clause.language else 0.0
            if score > against and not (
                _is_excepted(around, other, known) or _grants_beside(clause, other, known)
            ):
                against = score
        elif kin or not other.generous:
            # What a grant is about may stand in the clause before it.
            score += shared(clause, other, _TOPIC) - shared(clause, other)
            in_favour = max(in_favour, score)
    weak = not clause.generous - WEAK and not clause.matters & INSISTING
    least, ahead = (_LEAST_IF_WEAK, _AHEAD_IF_WEAK) if weak else (_LEAST, _AHEAD)
    return against >= least and against > in_favour + ahead


def _is_excepted(around: Sequence[Clause], other: Clause, known: Granted) -> bool:
    """Whether the refusal has an exception ("unless it was our mistake") that the sentence names."""
    return any(
        "UNLESS" in one.matters
        and one.end >= other.start
        and any(shared(said, one, 0.0) >= 1.0 for said in around)
        and (one is not other or "NEG" in one.matters)
        for one in known.with_same_sentence(other)
    )


def _grants_beside(clause: Clause, other: Clause, known: Granted) -> bool:
    """Whether the refusal goes on to grant the very case: "a visit is 30, free under warranty"."""
    return any(
        _is_kin(clause.generous, one.generous)
        and (len(clause.matters & one.generous) > 1 or shared(clause, one, 0.0) >= _LEAST)
        for one in known.with_same_sentence(other)
        if one is not other
    )


def _weighed(around: Sequence[Clause], known: Granted) -> list[Clause]:
    """The clauses whose limit the sentence holds, beside something to compare with it.

    "With 30 % off it can be returned, since the limit is 50 %" is for the agent to judge.
    """
    said = frozenset().union(*(one.keys_of_figures for one in around))
    found = []
    for other in known.holding(said):
        kinds = {(kind, unit) for kind, unit, _ in said & other.keys_of_figures}
        if kinds & {(kind, unit) for kind, unit, _ in said - other.keys_of_figures}:
            found.append(other)
    return found


def _opposes(clause: Clause, other: Clause) -> bool:
    """Whether a passage refuses what the clause grants; a price refuses only what is for free."""
    if not other.stingy:
        return other.negative and not other.generous
    if "EXCL" in other.matters or not clause.generous:
        return True
    return _is_kin(clause.generous, other.stingy)


def _is_kin(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two sets of benefits and burdens are about the same kind of thing."""
    return bool(mine & theirs) or any(mine & family and theirs & family for family in _FAMILIES)


def _conditional(
    clause: Clause, around: Sequence[Clause], known: Granted, asked: frozenset[str]
) -> bool:
    """Whether a passage grants this only under a condition that nobody has spoken of."""
    if any(one.matters & {"ONLY_IF", "IF", "ONLY"} for one in around):
        return False
    best = max(
        known.granting(clause.generous), key=lambda other: shared(clause, other), default=None
    )
    if best is None:
        return False
    said = asked.union(*(one.keys for one in around))
    partners = [one for one in known.with_same_sentence(best) if "ONLY_IF" in one.matters]
    return bool(partners) and not any(_spoken_of(one, clause, said) for one in partners)


def _spoken_of(condition: Clause, clause: Clause, said: frozenset[str]) -> bool:
    """Whether a third of the condition's own words are in the draft or the ticket."""
    own = [
        term for term in condition.terms if not any(name in clause.keys for name, _ in term)
    ]  # what both say is no condition
    met = sum(any(name in said and weight >= 0.5 for name, weight in term) for term in own)
    return not own or met * 3 >= len(own)


def _is_other_case(
    clause: Clause, around: Sequence[Clause], known: Granted, asked: frozenset[str]
) -> bool:
    """Whether a passage grants it in one case and refuses it in another, and the first is not named."""
    said = asked.union(*(one.keys for one in around))
    granting = known.granting(clause.generous & _PLAIN)
    cases = []
    for grant in granting:
        mates = known.with_same_sentence(grant)
        refused = any(clause.generous & one.stingy & _PLAIN for one in mates)
        terms = [term for one in mates if not one.stingy for term in one.terms]
        met = any(name in said and weight >= _HALF for term in terms for name, weight in term)
        cases.append(refused and not met)
    return bool(cases) and all(cases)

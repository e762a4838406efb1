"""Promises and conditions of a sentence that the passages do not hold, by rules and without a model.

A clause that is more generous than the passages is found in four ways: a passage refuses what it
grants (`not refunded`, `you pay`, `excluded`) and speaks more of the same matter than any that
grants it; a benefit stands in no passage at all (`voucher`); a passage grants it only under a
condition that neither the draft nor the ticket speaks of; or it lets go what a passage requires
(`no receipt needed`).
"""

from __future__ import annotations

from collections.abc import Sequence

from supportdesk_gui.assist.proof_clauses import Clause, shared
from supportdesk_gui.assist.proof_evidence import Evidence
from supportdesk_gui.assist.proof_figures import ClaimKind, Unsupported
from supportdesk_gui.assist.proof_words import ACTS, REQUIREMENTS
from supportdesk_gui.text.figures import FigureKind

# Benefits that are no everyday wording: a passage has to speak of them, or of one that means them.
_MEANT_BY = {
    "REFUND": "REFUND FULL CASH CANCEL RETURN",
    "VOUCHER": "VOUCHER GIFT DISCOUNT",
    "DISCOUNT": "DISCOUNT VOUCHER FREE",
    "GIFT": "GIFT",
    "COMPENSATE": "COMPENSATE VOUCHER REFUND DISCOUNT REPLACE",
    "EXPRESS": "EXPRESS IMMEDIATE",
    "DOUBLE": "DOUBLE",
    "PICKUP": "PICKUP HOME",
    "HOME": "HOME PICKUP INSTALL",
    "LIFETIME": "LIFETIME",
    "LOAN": "LOAN",
    "CALLBACK": "CALLBACK",
    "REPLACE": "REPLACE EXCHANGE",
    "EXTEND": "EXTEND",
    "FREE": "FREE WE_PAY GIFT",
    "WE_PAY": "FREE WE_PAY GIFT",
    "FULL": "FULL REFUND",
    "RESERVE": "RESERVE",
}
_FAMILIES = (
    frozenset({"REFUND", "FULL", "CASH", "RETURN", "CANCEL"}),
    frozenset({"FREE", "WE_PAY", "YOU_PAY", "FEE", "FULL", "REFUND"}),
    frozenset({"REFUND", "FULL", "EXTEND", "LIFETIME", "LOSE"}),
    frozenset({"COVER", "GUARANTEE_DATE"}),
    frozenset({"EXCHANGE", "REPLACE", "RETURN", "CHANGE"}),
    frozenset({"COVER", "REPLACE", "REPAIR"}),
)
_LEAST = 1.2
_AHEAD = 0.2
_BESIDE = 0.4
_KIN = 0.6
_SAME = 0.75
# Said of so much that it takes more than one word in common to be about the same.
_WEAK = frozenset({"ALLOW", "SHIP", "IMMEDIATE", "GUARANTEE_DATE", "LIFETIME", "FULL", "CASH"})
# What is refused and nowhere granted is refused whatever it is about.
_PLAIN = frozenset(
    "REFUND EXCHANGE REPLACE VOUCHER DISCOUNT CANCEL RETURN COMBINE EXTEND REPAIR PICKUP".split()
)
_GRANTING = frozenset({"ALSO", "EVEN_IF", "REGARDLESS", "ALL"})


def unsupported_promises(
    found: Sequence[Clause], evidence: Evidence, ticket: Evidence, bare: str
) -> list[Unsupported]:
    """What the clauses of a sentence grant beyond the passages; `ticket` is what the customer said."""
    if bare.rstrip(" \"'”»)").endswith(("?", "？")):
        return []
    known = [clause for text in evidence.texts for clause in text.clauses]
    flags: list[tuple[ClaimKind, Clause]] = []
    restated = any("RESTATE" in clause.matters for clause in found)
    for clause in found:
        if "RESTATE" in clause.matters or (restated and "FUTURE" not in clause.matters):
            continue
        kind = _beyond(clause, found, known, evidence, ticket)
        if kind is not None:
            flags.append((kind, clause))
    return [
        Unsupported(kind, clause.start, clause.end)
        for kind, clause in flags
        if not _said_before(clause, [one for _, one in flags], found)
    ]


def _said_before(clause: Clause, flagged: Sequence[Clause], found: Sequence[Clause]) -> bool:
    """Whether another clause of the sentence grants the same and is supported."""
    return any(bool(clause.generous & one.generous - _WEAK) and one not in flagged for one in found)


def _beyond(
    clause: Clause, around: Sequence[Clause], known: Sequence[Clause], evidence: Evidence,
    ticket: Evidence,
) -> ClaimKind | None:  # fmt: skip
    if "PLEASE" in clause.matters or _word_for_word(clause, known):
        return None
    if _lets_go(clause, known):
        return ClaimKind.CONDITION
    generous = clause.generous
    if "COURTEOUS" in clause.matters and "FUTURE" not in clause.matters:
        return None
    if not generous and not (clause.matters & {"ALSO", "EVEN_IF", "REGARDLESS"}):
        return None
    if (clause.negative and not generous) or clause.stingy:
        return None
    if _refused(clause, around, known):
        return ClaimKind.CONDITION if clause.matters & _GRANTING else ClaimKind.PROMISE
    if _unheard(generous, known) and not clause.matters & {"ONLY", "ONLY_IF", "COURTEOUS"}:
        return ClaimKind.PROMISE
    if clause.matters & {"ALSO", "EVEN_IF", "REGARDLESS"} and _outside(clause, known):
        return ClaimKind.CONDITION
    if _conditional(clause, around, known, ticket):
        return ClaimKind.PROMISE
    return None


def _word_for_word(clause: Clause, known: Sequence[Clause]) -> bool:
    """Whether a passage says the same in nearly the same words, granting as much."""
    weight = sum(max(weight for _, weight in term) for term in clause.terms)
    return any(
        clause.generous <= other.generous
        and clause.negative == other.negative
        and shared(clause, other, 0.0) >= _SAME * weight > 0
        for other in known
    )


def _refused(clause: Clause, around: Sequence[Clause], known: Sequence[Clause]) -> bool:
    """Whether a passage refuses this, and speaks of it more than any that does not."""
    against = in_favour = 0.0
    granted = frozenset().union(*(other.generous for other in known))
    refusing = [other.stingy for other in known if not _weighs(around, other)]
    refused = frozenset().union(*refusing) - granted
    if clause.generous & refused & _PLAIN and not clause.generous & granted & _PLAIN:
        return True
    beside = [other for other in around if other is not clause and not other.negative]
    least, ahead = _LEAST, _AHEAD
    if not clause.generous - _WEAK and not clause.matters & {"ALSO", "EVEN_IF", "REGARDLESS"}:
        least, ahead = least + 0.4, ahead + 0.5
    if known and known[0].language != clause.language:
        least, ahead = least + 0.8, ahead + 0.5
    for other in known:
        if _weighs(around, other) or any(one.stingy & other.stingy for one in around):
            continue  # the sentence says so itself
        if "ELSE" in other.matters or _is_excepted(around, other, known):
            continue
        refuses = _opposes(clause, other)
        kin = _kin(clause, other)
        score = shared(clause, other) + _BESIDE * sum(shared(one, other) for one in beside)
        if kin or (other.negative and not other.stingy):
            score += _KIN
        if refuses and not other.matters & {"NOT_NEEDED"}:
            against = max(against, score)
        elif kin or not other.generous:
            in_favour = max(in_favour, score)
    return against >= least and against > in_favour + ahead


def _is_excepted(around: Sequence[Clause], other: Clause, known: Sequence[Clause]) -> bool:
    """Whether the refusal has an exception ("unless it was our mistake") that the sentence names."""
    return any(
        "UNLESS" in one.matters
        and one.sentence == other.sentence
        and one.end >= other.start
        and any(shared(said, one, 0.0) >= 1.0 for said in around)
        and (one is not other or one.matters & {"NEG"})
        for one in known
    )


def _weighs(around: Sequence[Clause], other: Clause) -> bool:
    """Whether the sentence holds the passage's limit and something to compare with it.

    "With 30 % off it can be returned, since the limit is 50 %" is for the agent to judge.
    """
    said = frozenset().union(*(one.keys_of_figures for one in around))
    kinds = {(kind, unit) for kind, unit, _ in said & other.keys_of_figures}
    beyond = {(kind, unit) for kind, unit, _ in said - other.keys_of_figures}
    return bool(kinds & beyond)


def _opposes(clause: Clause, other: Clause) -> bool:
    """Whether a passage refuses what the clause grants; a price refuses only what is for free."""
    if not other.stingy:
        return other.negative and not other.generous
    if "EXCL" in other.matters or not clause.generous:
        return True
    return bool(clause.generous & other.stingy) or any(
        clause.generous & family and other.stingy & family for family in _FAMILIES
    )


def _kin(clause: Clause, other: Clause) -> bool:
    """Whether both speak of the same kind of benefit or burden."""
    mine, theirs = clause.generous, other.generous | other.stingy
    if mine & theirs:
        return True
    return any(mine & family and theirs & family for family in _FAMILIES)


def _unheard(generous: frozenset[str], known: Sequence[Clause]) -> bool:
    """Whether a benefit stands in no passage, nor anything that means it."""
    said = frozenset().union(
        *(one.generous if one.negative else one.matters for one in known),
        *(one.matters - ACTS for one in known),
    )
    if any("ELSE" in one.matters and one.stingy & {"FEE"} for one in known):
        said |= {"FREE"}  # what costs otherwise is free in this case
    wanted = [matter for matter in generous if matter in _MEANT_BY]
    return any(said.isdisjoint(_MEANT_BY[matter].split()) for matter in wanted)


def _lets_go(clause: Clause, known: Sequence[Clause]) -> bool:
    """Whether it does without something that a passage asks for."""
    asked = frozenset(
        matter
        for other in known
        if not other.matters & {"NOT_NEEDED"}
        for matter in other.matters & REQUIREMENTS
    )
    if clause.matters & asked and _waives(clause) and not _without_in_passage(clause, known):
        return True
    if "OPENED" in clause.matters and "UNOPENED" in asked and clause.generous:
        return not any("OPENED" in other.matters for other in known)
    if "USED" in clause.matters and "UNUSED" in asked and clause.generous:
        return not any("USED" in other.matters for other in known) and not clause.negative
    if "NOT_NEEDED" not in clause.matters:
        return False
    nearest = max(known, key=lambda other: shared(clause, other), default=None)
    return (
        nearest is not None
        and shared(clause, nearest) >= _LEAST
        and "REQUIRE" in nearest.matters
        and not nearest.matters & {"NOT_NEEDED", "NEG"}
    )


def _waives(clause: Clause) -> bool:
    """Whether the clause does without what it names: "no receipt needed", "whatever its state"."""
    if clause.matters & {"NOT_NEEDED", "REGARDLESS"}:
        return True
    if clause.matters & {"IF", "ONLY_IF"} or not (clause.generous or clause.matters & _GRANTING):
        return False
    return bool(clause.matters & {"WITHOUT"}) or (
        clause.negative and bool(clause.matters & {"EVEN_IF"})
    )


def _without_in_passage(clause: Clause, known: Sequence[Clause]) -> bool:
    return any(
        other.matters & {"WITHOUT", "NOT_NEEDED", "EVEN_IF"}
        and other.matters & clause.matters & REQUIREMENTS
        for other in known
    )


def _conditional(
    clause: Clause, around: Sequence[Clause], known: Sequence[Clause], ticket: Evidence
) -> bool:
    """Whether a passage grants this only under a condition that nobody has spoken of."""
    best, weighed = None, 0.0
    for other in known:
        if clause.generous & other.generous and (score := shared(clause, other) + 0.1) > weighed:
            best, weighed = other, score
    if best is None:
        return False
    partners = [
        other for other in known if other.sentence == best.sentence and "ONLY_IF" in other.matters
    ]
    if not partners or any(one.matters & {"ONLY_IF", "IF", "ONLY"} for one in around):
        return False
    said = frozenset().union(*(one.keys for one in around)) | frozenset(
        key for text in ticket.texts for one in text.clauses for key in one.keys
    )
    return not any(_spoken_of(other, clause, said) for other in partners)


def _outside(clause: Clause, known: Sequence[Clause]) -> bool:
    """Whether a passage keeps this for some ("only in Leeds") of whom the clause says nothing."""
    for other in known:
        if "ONLY" not in other.matters or other.language != clause.language:
            continue
        if clause.generous & other.generous:
            # "we only repair our own pens", "we also repair other brands"
            if any(all(name not in other.keys for name, _ in term) for term in clause.terms):
                return True
            continue
        if other.generous or shared(clause, other, 0.0) >= 1.0:
            continue
        same = [one for one in known if one.sentence == other.sentence and one is not other]
        if any(clause.generous & (one.generous | one.stingy) for one in same):
            return True
    return False


def _spoken_of(condition: Clause, clause: Clause, said: frozenset[str]) -> bool:
    """Whether a third of the condition's own words are in the draft or the ticket."""
    own = [
        term for term in condition.terms if not any(name in clause.keys for name, _ in term)
    ]  # what both say is no condition
    met = sum(any(name in said and weight >= 0.5 for name, weight in term) for term in own)
    return not own or met * 3 >= len(own)


def has_amount(kinds: Sequence[FigureKind]) -> bool:
    """Whether there is a sum of money among them."""
    return FigureKind.AMOUNT in kinds

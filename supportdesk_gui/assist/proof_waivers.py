"""What a sentence lets go although a passage asks for it: `no receipt needed`, `even if it is worn`."""

from __future__ import annotations

from collections.abc import Sequence

from supportdesk_gui.assist.proof_clauses import Clause, shared
from supportdesk_gui.assist.proof_exceptions import GRANTING
from supportdesk_gui.assist.proof_granted import Granted
from supportdesk_gui.assist.proof_words import REQUIREMENTS, STATES

# Said of so much that it takes more than one word in common to be about the same.
WEAK = frozenset({"ALLOW", "SHIP", "IMMEDIATE", "GUARANTEE_DATE", "LIFETIME", "FULL", "CASH"})
_DONE_WITHOUT = frozenset("NOT_NEEDED INCLUDES FREE ALSO REGARDLESS EVEN_IF".split())
_ASKED = frozenset({"REQUIRE", "IF", "ONLY_IF", "ONLY"}) | REQUIREMENTS
_LEAST_ASKED = 0.9
_HALF = 0.5
_MOSTLY = 0.5


def lets_go(
    clause: Clause, around: Sequence[Clause], known: Granted, near: Sequence[Clause],
    asked: frozenset[str],
) -> bool:  # fmt: skip
    """Whether it does without something that a passage asks for."""
    if _has_another(clause, near, asked.union(*(one.keys for one in around))):
        return False
    required = clause.matters & known.asked
    if required and _waives(clause) and not known.does_without(required):
        return True
    if clause.generous and not clause.negative:
        for state, wanted in STATES:
            if state in clause.matters and wanted in known.asked and state not in known.named:
                return True
    if _not_as_asked(clause, around, known):
        return True
    without = "WITHOUT" in clause.matters and not clause.negative and not clause.stingy
    if not without and "NOT_NEEDED" not in clause.matters:
        return False
    if any(
        "NOT_NEEDED" in other.matters
        and clause.generous & other.generous
        and shared(clause, other, 0.0) >= _HALF
        for other in near
    ):
        return False  # the passage does without it itself
    nearest = max((shared(clause, other) for other in near), default=0.0)
    whole = sum(max(weight for _, weight in term) for term in clause.terms)
    # "Do I have to leave a deposit?" "No deposit is needed."
    strange = not any(known.speaks_of(name) and name in asked for name in clause.keys)
    if "NOT_NEEDED" in clause.matters and any(
        not other.matters & (_DONE_WITHOUT | {"NEG", "EXCL"})
        and not other.stingy
        and ("ALLOW" not in other.generous or bool(other.matters & _ASKED))
        and shared(clause, other, 0.0) >= max(_LEAST_ASKED, _MOSTLY * whole if strange else 0.0)
        for other in near
    ):
        return True
    return any(
        bool(other.matters & {"REQUIRE", "IF", "ONLY_IF"})
        and not other.matters & {"NOT_NEEDED", "NEG"}
        and (score := shared(clause, other)) >= _LEAST_ASKED
        and (score == nearest or _told_whole(other, clause))
        for other in near
    )


def _not_as_asked(clause: Clause, around: Sequence[Clause], known: Granted) -> bool:
    """Whether it grants for the opened or used what every passage does for the unopened or unused."""
    granting = known.granting(clause.generous - WEAK)
    mates = [known.with_same_sentence(one) for one in granting]
    matters = [frozenset().union(*(one.matters for one in sentence)) for sentence in mates]
    said = frozenset().union(*(one.matters for one in around))
    return (
        bool(granting)
        and not any(one.negative for one in around)
        and any(
            state in said and all(wanted in one and state not in one for one in matters)
            for state, wanted in STATES
        )
    )


def _has_another(clause: Clause, near: Sequence[Clause], said: frozenset[str]) -> bool:
    """Whether a passage asks for this or another thing, and the other one is spoken of.

    "You need your receipt or order number": with the number the receipt need not be.
    """
    return any(
        "EITHER" in other.matters
        and shared(clause, other, 0.0) >= _HALF
        and any(
            weight >= _HALF and name in said and name not in clause.keys
            for term in other.terms
            for name, weight in term
        )
        for other in near
    )


def _told_whole(other: Clause, clause: Clause) -> bool:
    """Whether the clause has half of what the other says and more."""
    weight = sum(max(weight for _, weight in term) for term in other.terms)
    return shared(other, clause, 0.0) >= _HALF * weight > 0


def concedes(
    clause: Clause, around: Sequence[Clause], known: Granted, near: Sequence[Clause]
) -> bool:
    """Whether it grants "even if …" what a passage grants under a condition."""
    if clause.matters & {"ONLY", "ONLY_IF"}:
        return False  # "free, although only once"
    if any(one.matters & {"EVEN_IF", "REGARDLESS"} and shared(clause, one) >= 0.6 for one in near):
        return False
    generous = frozenset().union(*(one.generous for one in around)) - WEAK
    if any(
        one.matters & (REQUIREMENTS | {"REQUIRE", "IF", "ONLY_IF"})
        and not one.matters & {"NOT_NEEDED", "NEG"}
        and any(shared(each, one) >= _LEAST_ASKED for each in around)
        for one in known.near(around)
    ) and any(one.generous for one in around):
        return True
    return any(
        mate.matters & (REQUIREMENTS | {"IF", "ONLY_IF", "ONLY"})
        for grant in known.granting(generous)
        for mate in known.with_same_sentence(grant)
    )


def _waives(clause: Clause) -> bool:
    """Whether the clause does without what it names: "no receipt needed", "whatever its state"."""
    if clause.matters & {"NOT_NEEDED", "REGARDLESS"}:
        return True
    if clause.matters & {"IF", "ONLY_IF"} or not (clause.generous or clause.matters & GRANTING):
        return False
    return "WITHOUT" in clause.matters or (clause.negative and "EVEN_IF" in clause.matters)

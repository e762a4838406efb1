"""What a sentence grants although a passage keeps it for some, or leaves the very thing out."""

from __future__ import annotations

from collections.abc import Sequence

from supportdesk_gui.assist.proof_clauses import Clause, shared
from supportdesk_gui.assist.proof_figures import ClaimKind, Unsupported
from supportdesk_gui.assist.proof_granted import Granted
from supportdesk_gui.assist.proof_insistence import INSISTING

GRANTING = INSISTING | {"ALL"}
"""Matters of who or what else it is granted to."""
_EVERYDAY = frozenset({"ALLOW", "SHIP", "RETURN", "REFUND", "EXCHANGE", "FULL", "HOME"})
_INSTEAD = frozenset({"REFUND", "EXCHANGE", "VOUCHER", "REPLACE", "REPAIR", "CASH"})
_BOUNDS = frozenset({"ONLY", "ONLY_IF", "IF", "UNLESS"})
_SURE = frozenset({"GUARANTEE_DATE", "SURE"})
_LEAST_ASKED = 0.9
_HALF = 0.5
_MOST_OF = 0.6
_ABOUT_ONE = 1.0
_TOPIC = 0.7
_NEARLY_ALL = 0.85


def kept_from(found: Sequence[Clause], known: Granted, asked: frozenset[str]) -> list[Unsupported]:
    """What a sentence grants that a passage keeps to others, or leaves open.

    These read the condition in the passage itself, so nothing weighs against them.
    """
    if any("RESTATE" in clause.matters for clause in found):
        return []
    flags = []
    for clause in found:
        if _assures(clause, known.near([clause]), known):
            flags.append(Unsupported(ClaimKind.PROMISE, clause.start, clause.end))
        elif _for_others(clause, found, known, asked):
            flags.append(Unsupported(ClaimKind.CONDITION, clause.start, clause.end))
    return flags


def grants_excepted(clause: Clause, around: Sequence[Clause], near: Sequence[Clause]) -> bool:
    """Whether it grants the very thing that a passage excepts, or all where it excepts some.

    "Dogs are welcome in the suites too" against "dogs are welcome, except in suites"; and a second
    time what there is once.
    """
    if clause.negative or clause.stingy or not (clause.generous or clause.matters & GRANTING):
        return False
    if any(one.matters & {"UNLESS", "EXCL", "IF", "ONLY_IF"} or one.negative for one in around):
        return False
    for other in near:
        if other.language != clause.language:
            continue
        if (
            "AGAIN" in clause.matters
            and "ONCE" in other.matters
            and shared(clause, other) >= _TOPIC
        ):
            return True
        every = "ALL" in clause.matters - other.matters
        if every and "ONCE" in other.matters - clause.matters and shared(clause, other, 0.0) >= 1:
            return True  # "every bag", "one bag per recipe"
        late = "AFTER" in clause.matters - other.matters
        early = "UNTIL" in other.matters - clause.matters
        if late and early and shared(clause, other) >= _ABOUT_ONE:
            return True
        if not other.matters & {"UNLESS", "EXCL"} or other.generous:
            continue
        weight = sum(max(weight for _, weight in term) for term in other.terms)
        if weight and shared(other, clause, 0.0) >= _NEARLY_ALL * weight:
            return True
    return False


def for_some(clause: Clause, around: Sequence[Clause], known: Granted) -> bool:
    """Whether it is for all what a passage keeps for some: "visits are open to everybody"."""
    if "ALL" not in clause.matters or any(
        one.matters & {"ONLY", "ONLY_IF", "IF", "UNLESS"} or one.negative for one in around
    ):
        return False
    return any(
        other.language == clause.language
        and not other.negative
        and shared(clause, other, 0.0) >= _LEAST_ASKED
        for other in known.limited
    )


def outside(clause: Clause, known: Granted) -> bool:
    """Whether a passage keeps this for some ("only in Leeds") of whom the clause says nothing."""
    for other in known.limited:
        if other.language != clause.language:
            continue
        more = any(all(name not in other.keys for name, _ in term) for term in clause.terms)
        also = bool(clause.matters & {"ALSO", "EVEN_IF"})
        if also and more and shared(clause, other, 0.0) >= _HALF:
            return True  # "you can also pay in cash", "payment by card only"
        if clause.generous & other.generous:
            if more:  # "we only repair our own pens", "we also repair other brands"
                return True
        elif not other.generous and shared(clause, other, 0.0) < 1.0:
            same = [one for one in known.with_same_sentence(other) if one is not other]
            if any(clause.generous & (one.generous | one.stingy) for one in same):
                return True
    return False


def _for_others(
    clause: Clause, around: Sequence[Clause], known: Granted, asked: frozenset[str]
) -> bool:
    """Whether it grants what a passage keeps for a group that neither draft nor ticket names.

    "We lend you a phone", "loan phones are for Premium members only".
    """
    granted = clause.generous - _EVERYDAY
    bound = any(one.matters & _BOUNDS or one.negative or one.keys_of_figures for one in around)
    if not granted or bound:
        return False
    said = asked.union(*(one.keys for one in around))
    for other in known.limited:
        if "FOR_SOME" not in other.matters or other.negative or not granted & other.generous:
            continue
        group = [
            term
            for term in other.terms
            if max(weight for _, weight in term) >= _HALF
            and not any(name in clause.keys for name, _ in term)
        ]
        met = [any(name in said for name, _ in term) for term in group]
        if group and not any(met) and other.language == clause.language:
            return True
    return False


def for_another_reason(
    clause: Clause, around: Sequence[Clause], known: Granted, asked: frozenset[str]
) -> bool:
    """Whether it grants for used goods, "also", what a passage does for a reason that nobody names.

    "It can go back opened as well if you dislike it", "opened ones only if they are faulty".
    """
    state = clause.matters & {"OPENED", "USED"}
    if not state or not clause.matters & INSISTING or clause.negative or clause.stingy:
        return False
    said = asked.union(*(one.keys for one in around))
    for other in known.of_state(state):
        if not other.matters & {"ONLY", "ONLY_IF"} or not clause.generous & other.generous:
            continue
        reason = [
            term
            for one in known.with_same_sentence(other)
            if one is other or one.matters & {"IF", "ONLY_IF"}
            for term in one.terms
            if max(weight for _, weight in term) >= _HALF
            and not any(name in clause.keys for name, _ in term)
        ]
        met = any(name in said for term in reason for name, _ in term)
        if reason and not met and other.language == clause.language:
            return True
    return False


def only_another(
    clause: Clause, around: Sequence[Clause], known: Granted, asked: frozenset[str]
) -> bool:
    """Whether it grants for a thing what a passage keeps to something else: "exchange only"."""
    granted = clause.generous & _INSTEAD
    if not granted or any(one.matters & _BOUNDS or one.negative for one in around):
        return False
    said = asked.union(*(one.keys for one in around))
    for other in known.limited:
        kept = other.generous & _INSTEAD
        if not kept or kept & granted or other.negative or other.language != clause.language:
            continue
        sentence = known.with_same_sentence(other)
        if any(granted & one.generous for one in sentence) or "FOR_SOME" in other.matters:
            continue
        topic = [term for term in other.terms if max(weight for _, weight in term) >= _HALF]
        met = sum(any(name in said for name, _ in term) for term in topic)
        if topic and met >= _MOST_OF * len(topic) and shared(clause, other) >= _HALF:
            return True
    return False


def _assures(clause: Clause, near: Sequence[Clause], known: Granted) -> bool:
    """Whether it guarantees what a passage says depends on something: "if a room is free"."""
    if not clause.matters & _SURE or clause.negative or clause.stingy:
        return False
    return any(
        shared(clause, other) >= _ABOUT_ONE
        and any("SUBJECT" in one.matters for one in known.with_same_sentence(other))
        for other in near
    )

"""Benefits that a sentence grants and the passages know nothing of, or only for another thing."""

from __future__ import annotations

from collections.abc import Sequence

from supportdesk_gui.assist.proof_clauses import Clause, shared
from supportdesk_gui.assist.proof_granted import Granted

# Benefits that are no everyday wording: a passage has to speak of them, or of one that means them.
_MEANT_BY = {
    "REFUND": "REFUND FULL CASH CANCEL RETURN",
    "VOUCHER": "VOUCHER GIFT DISCOUNT",
    "DISCOUNT": "DISCOUNT FREE",
    "GIFT": "GIFT",
    "COMPENSATE": "COMPENSATE VOUCHER REFUND GIFT",
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
    "UPGRADE": "UPGRADE EXPRESS",
    "MAKEUP": "MAKEUP",
    "MATCH": "MATCH",
    "DISPOSE": "DISPOSE PICKUP",
}
_MONEY = frozenset({"REFUND", "CASH"})
_PAID_OUT = _MONEY | {"FULL", "ORIGINAL_WAY"}
# Granted for one thing they are not granted for another.
_SCOPED = frozenset("REFUND FREE WE_PAY VOUCHER DISCOUNT REPLACE".split())
_ABOUT = 1.6
_BARELY = 0.4
_PRICED = 0.9
_FOR_NOTHING = frozenset({"FREE", "WE_PAY"})
_BOUND = frozenset("IF ONLY_IF ONLY ELSE UNTIL AFTER".split())
_OTHERWISE = _BOUND - {"ONLY"}


def unheard(clause: Clause, known: Granted) -> bool:
    """Whether a benefit stands in no passage, nor anything that means it."""
    if clause.matters & {"ONLY", "ONLY_IF", "COURTEOUS"}:
        return False
    if clause.generous & _MONEY and "VOUCHER" in known.heard and known.heard.isdisjoint(_PAID_OUT):
        return True  # who gives store credit pays nothing out
    at_hand = clause.generous == {"HOME"} and bool(known.holding(clause.keys_of_figures))
    return not at_hand and any(
        known.heard.isdisjoint(_MEANT_BY[matter].split())
        for matter in clause.generous
        if matter in _MEANT_BY
    )  # "four frames at home for five days": where one is, beside what a passage grants


def heard_elsewhere(clause: Clause, known: Granted) -> bool:
    """Whether a benefit stands only in passages that speak of nothing the clause does."""
    if clause.matters & {"ONLY", "ONLY_IF", "COURTEOUS"}:
        return False
    for matter in clause.generous & _SCOPED:
        here, elsewhere = known.spoken_of_where(clause, _MEANT_BY[matter].split())
        if elsewhere >= _ABOUT and here < _BARELY:
            return True
    return False


def has_its_price(clause: Clause, near: Sequence[Clause], known: Granted) -> bool:
    """Whether it gives away what a passage names a price for, and nothing of the kind is free."""
    if not clause.generous & _FOR_NOTHING or clause.keys_of_figures or clause.matters & _BOUND:
        return False
    priced = free = 0.0
    for other in near:
        score = shared(clause, other, 0.0)
        costs = any(kind == "amount" for kind, _, _ in other.keys_of_figures)
        sentence = known.with_same_sentence(other)
        if any(one.generous & _FOR_NOTHING or one.matters & _OTHERWISE for one in sentence):
            free = max(free, score)
        elif costs:
            priced = max(priced, score)
    return priced >= _PRICED and priced > free


def out_of_grace(clause: Clause, around: Sequence[Clause], known: Granted) -> bool:
    """Whether it grants as an exception what no passage calls one."""
    graced = any("GRACE" in one.matters for one in around)
    return graced and "GRACE" not in known.named and bool(clause.generous - {"ALLOW"})

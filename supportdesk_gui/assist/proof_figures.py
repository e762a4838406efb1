"""Exact things of a sentence that nothing supports: figures, dates, numbers, addresses, names.

A figure is supported where it stands in a passage or in the ticket, and where it follows plainly
from what stands there (assist/proof_reckoning.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from supportdesk_gui.assist.proof_clauses import Clause
from supportdesk_gui.assist.proof_evidence import Evidence
from supportdesk_gui.assist.proof_reckoning import reckoned, since_last
from supportdesk_gui.text.figures import Figure, FigureKind
from supportdesk_gui.text.person_names import Named


class ClaimKind(StrEnum):
    """What kind of claim is not supported."""

    AMOUNT = "amount"
    DATE = "date"
    DURATION = "duration"
    PERCENTAGE = "percentage"
    NUMBER = "number"
    ORDER_NUMBER = "order_number"
    URL = "url"
    NAME = "name"
    PROMISE = "promise"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class Unsupported:
    """Characters `start` to `end` claim something that nothing supports."""

    kind: ClaimKind
    start: int
    end: int


_KINDS = {
    FigureKind.AMOUNT: ClaimKind.AMOUNT,
    FigureKind.DATE: ClaimKind.DATE,
    FigureKind.DURATION: ClaimKind.DURATION,
    FigureKind.PERCENTAGE: ClaimKind.PERCENTAGE,
    FigureKind.NUMBER: ClaimKind.NUMBER,
    FigureKind.CODE: ClaimKind.ORDER_NUMBER,
    FigureKind.URL: ClaimKind.URL,
}
_MOST_READ = 60
_BEFORE = 24
_STILL = re.compile(
    r"\b(?:still|noch|immer noch|weiterhin|encore|toujours|aun|todavia|sigue\w*)\b|仍|还在|依然"
)
_LIMIT = re.compile(
    r"\b(?:from|within|up to|at least|starting at|a partir de(?: los| las)?|dentro de(?: los| las)?|en un plazo de|desde los|"
    r"a partir de|des|dans les|sous|au bout de|innerhalb von|binnen|ab|mindestens|bis zu|hochstens) $|(?:至少|最多|最长|长达|满) ?$"
)


def unsupported_figures(
    found: Sequence[Figure], evidence: Evidence, asked: Evidence, bare: str,
    around: Sequence[Figure] = (),
) -> list[Unsupported]:  # fmt: skip
    """The figures of a sentence that neither stand in the evidence nor follow from it.

    `asked` is the customer's part of the evidence; `around` are the figures of the draft's other
    sentences: a share may be of a sum that they name.
    """
    held: list[Figure] = []
    missing: list[Figure] = []
    for one in found:
        (held if evidence.holds(one) else missing).append(one)
    if not missing:
        return []
    ticket = asked.figures[:_MOST_READ]
    places = {id(one) for one in ticket}
    policy = [one for one in evidence.figures[: 2 * _MOST_READ] if id(one) not in places]
    policy = policy[:_MOST_READ]
    if any(one.kind is FigureKind.AMOUNT for one in missing):
        sums = [one for one in around if one.kind is FigureKind.AMOUNT and not evidence.holds(one)]
        before = reckoned(sums, around, around, policy, ticket, "")
        policy = [*policy, *(one for one in sums if not before.isdisjoint(one.keys))]
    derived = reckoned(missing, held, found, policy, ticket, bare)
    derived |= {key for text in asked.texts for key in since_last(text.bare)}
    steps = [one for one in missing if one.kind is FigureKind.AMOUNT]
    steps = [one for one in steps if not derived.isdisjoint(one.keys)]
    if steps and len(steps) < len(missing):
        # "That is 152, half of it 76": one step leads to the next.
        rest = [one for one in missing if derived.isdisjoint(one.keys)]
        derived |= reckoned(rest, [*held, *steps], found, [*policy, *steps], ticket, bare)
    has_limit = any(one.kind is FigureKind.NUMBER for one in held)
    return [
        Unsupported(_KINDS[one.kind], one.start, one.end)
        for one in missing
        if derived.isdisjoint(one.keys) and not _says_little(one, has_limit, bare)
    ]


def _says_little(one: Figure, has_limit: bool, bare: str) -> bool:
    """ "You have two options" is no fact that a passage would hold, nor is what is compared.

    "Eighteen letters are within the 20": the agent counted, and the limit is right.
    """
    if one.kind is FigureKind.DURATION:
        return bare[max(0, one.start - 1) : one.start] == "第"
    if one.kind is not FigureKind.NUMBER or any(
        sign.isdecimal() for sign in bare[one.start : one.end]
    ):
        return False
    return one.value <= 3 or has_limit


def unsupported_names(
    found: Sequence[Named], evidence: Evidence, requester: str
) -> list[Unsupported]:
    """The names of a sentence with a part that stands neither in the ticket nor in a passage."""
    return [
        Unsupported(ClaimKind.NAME, name.start, name.end)
        for name in found
        if not _is_known(name, evidence, requester)
    ]


def unsupported_days(
    found: Sequence[Figure], cut: Sequence[Clause], ours: Evidence
) -> list[Unsupported]:
    """Days on which we are to do something that only the customer named ("I need it by Friday")."""
    flags = []
    for figure in found:
        if figure.kind is not FigureKind.DATE or ours.holds(figure):
            continue
        clause = next((one for one in cut if one.start <= figure.start < one.end), None)
        if clause is None or "RESTATE" in clause.matters or clause.negative:
            continue
        acts = clause.matters & {"SHIP", "REFUND", "REPLACE", "CALLBACK", "PICKUP"}
        insists = clause.matters & {"ALSO", "EVEN_IF"}
        if insists or (acts and clause.matters & {"FUTURE", "GUARANTEE_DATE"}):
            flags.append(Unsupported(ClaimKind.DATE, figure.start, figure.end))
    return flags


def unsupported_limits(
    found: Sequence[Figure], cut: Sequence[Clause], ours: Evidence, bare: str
) -> list[Unsupported]:
    """A limit of ours ("from two months on") that is the customer's number and not the policy's."""
    kinds = (FigureKind.DURATION, FigureKind.PERCENTAGE)
    if any(ours.holds(one) for one in found if one.kind in kinds) or _STILL.search(bare):
        return []  # it compares the two, or says what holds in the customer's case
    flags = []
    for figure in found:
        known = {one.unit for one in ours.figures if one.kind is figure.kind}
        if figure.kind not in kinds or figure.unit not in known:
            continue
        clause = next((one for one in cut if one.start <= figure.start < one.end), None)
        limited = _LIMIT.search(bare[max(0, figure.start - _BEFORE) : figure.start])
        if clause is not None and limited and "RESTATE" not in clause.matters:
            flags.append(Unsupported(_KINDS[figure.kind], figure.start, figure.end))
    return flags


def _is_known(name: Named, evidence: Evidence, requester: str) -> bool:
    """Whether a name is that of the requester or stands as one in the evidence."""
    first = name.words[0]
    if "\u3400" <= first[0] <= "\u9fff":
        # One character stands in many words; a requester in other letters cannot be compared.
        if len(first) == 1:
            return first in requester or not any("\u3400" <= sign <= "\u9fff" for sign in requester)
        return first in requester or any(first in text.bare for text in evidence.texts)
    parts = [part for word in name.words for part in re.findall(r"[^\W_]+", word)]
    known = evidence.tokens if name.is_brand else evidence.proper
    return all(part in known or len(part) < 2 for part in parts)

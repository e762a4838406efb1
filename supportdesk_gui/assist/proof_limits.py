"""What the customer's own figure does not reach: "1.5 cm is covered too", where it has to be 2.5.

A passage grants something from, or up to, a figure. A sentence that grants it at a figure of the
ticket beyond that limit says more, and so does one that names the rate of another step.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from supportdesk_gui.assist.proof_clauses import Clause, shared
from supportdesk_gui.assist.proof_evidence import Evidence, ReadText
from supportdesk_gui.assist.proof_figures import KINDS, ClaimKind, Unsupported
from supportdesk_gui.text.figures import Figure, FigureKind

_AT_LEAST = re.compile(
    r"(?:\b(?:over|above|more than|from|at least|minimum(?: of)?|exceed\w*|starting at|ab|uber|mindestens|mehr als|"
    r"desde|a partir de|mas de|superior(?:es)? a|minimo(?: de)?|como minimo|al menos|des|a partir de|plus de|au moins|"
    r"superieure?s? a)(?: an?| the| los| las| les)? |(?:超过|满|至少|逾|不少于|达到?|高于) ?)$"
)
_AT_MOST = re.compile(
    r"(?:\b(?:up to|within|under|below|less than|at most|no more than|maximum(?: of)?|bis(?: zu)?|hochstens|unter|weniger als|"
    r"maximal|innerhalb von|binnen|hasta|menos de|maximo(?: de)?|inferior(?:es)? a|jusqu'a|moins de|maximum|dans les|sous|"
    r"inferieure?s? a)(?: an?| the| los| las| les)? |(?:不超过|未满|不满|不足|低于|最多|最长|至多|限) ?)$"
)
_LEAST_BEHIND = re.compile(r"\s?(?:以上|起|and (?:over|above|more)|or more|und mehr|y mas|et plus)")
_MOST_BEHIND = re.compile(r"\s?(?:以内|以下|之内|内|or less|or under)")
_BEFORE = 24
_ABOUT = 1.0
_MEASURE = 3
_LIMITED = (FigureKind.AMOUNT, FigureKind.DURATION, FigureKind.NUMBER, FigureKind.PERCENTAGE)
_RATES = (FigureKind.AMOUNT, FigureKind.PERCENTAGE)
_SAYS_NO = frozenset({"SADLY", "RESTATE", "COURTEOUS"})
_EVERYDAY = frozenset({"ALLOW", "SHIP"})
_ADDS = frozenset({"ALSO", "EVEN_IF", "REGARDLESS", "CONCEDE"})


_Limit = tuple[tuple[ReadText, Clause], Figure, bool]


def out_of_reach(said: ReadText, ours: Evidence, asked: Evidence) -> list[Unsupported]:
    """The clauses and rates of a sentence that a figure of the ticket does not reach."""
    if any(one.negative or one.stingy or one.matters & _SAYS_NO for one in said.clauses):
        return []
    own = [one for one in said.figures if one.kind in _LIMITED and one.value]
    own = [one for one in own if asked.holds(one) and not _stands(one, ours)]
    flags: list[Unsupported] = []
    for figure in own:
        limits = list(_limits(figure, said, ours))
        if any(
            not one.keys.isdisjoint(limit.keys) for one in said.figures for _, limit, _ in limits
        ):
            continue  # it names the limit and compares
        short = {abs(limit.value - figure.value) for _, limit, _ in limits}
        if any(one.value in short and one is not figure for one in said.figures if one.value):
            continue  # "with 18 you need two more"
        reached = [one for one in limits if _reaches(figure, one[1], one[2])]
        flags += _rates(said, figure, [one for one in limits if one not in reached], reached)
        flags += [] if reached else _granted(said, figure, limits)
    return flags


def _limits(figure: Figure, said: ReadText, ours: Evidence) -> Iterator[_Limit]:
    """The limits of passages in the figure's measure; whether each is the least."""
    measure = said.bare[figure.end : figure.end + _MEASURE].strip(" -,.。")
    for text in ours.texts:
        for one in text.figures:
            if one.kind is not figure.kind or one.unit != figure.unit:
                continue
            before = text.bare[max(0, one.start - _BEFORE) : one.start]
            least = bool(_AT_LEAST.search(before) or _LEAST_BEHIND.match(text.bare, one.end))
            most = bool(_AT_MOST.search(before) or _MOST_BEHIND.match(text.bare, one.end))
            clause = next((c for c in text.clauses if c.start <= one.start < c.end), None)
            if least == most or clause is None:
                continue
            made = ((text, clause), one, least)
            behind = text.bare[one.end : one.end + _MEASURE].strip(" -,.。")
            if one.kind is not FigureKind.NUMBER or measure[:2] == behind[:2] or _beside(made):
                yield made


def _rates(
    said: ReadText, figure: Figure, missed: Sequence[_Limit], reached: Sequence[_Limit]
) -> Iterator[Unsupported]:
    """Rates of a step that is not reached: 30 % for four books, where it is so from ten on."""
    right = {key for one in reached for rate in _beside(one) for key in rate.keys}
    wrong = {key for one in missed for rate in _beside(one) for key in rate.keys} - right
    for one in said.figures:
        if one is not figure and one.kind in _RATES and not wrong.isdisjoint(one.keys):
            yield Unsupported(KINDS[one.kind], one.start, one.end)


def _beside(limit: _Limit) -> list[Figure]:
    """The rates that stand in the clause of a limit."""
    (text, clause), bound, _ = limit
    return [
        one
        for one in text.figures
        if one.kind in _RATES and one is not bound and clause.start <= one.start < clause.end
    ]


def _granted(said: ReadText, figure: Figure, limits: Sequence[_Limit]) -> Iterator[Unsupported]:
    """The clause that grants it in spite of the limit."""
    for clause in said.clauses:
        if not clause.start <= figure.start < clause.end or not clause.matters & _ADDS:
            continue
        for (_, other), _, _ in limits:
            kin = clause.generous & other.generous - _EVERYDAY
            if not (other.negative or other.stingy) and (kin or shared(clause, other) >= _ABOUT):
                yield Unsupported(ClaimKind.CONDITION, clause.start, clause.end)
                return


def _stands(figure: Figure, ours: Evidence) -> bool:
    return any(not figure.keys.isdisjoint(one.keys) for one in ours.figures)


def _reaches(figure: Figure, limit: Figure, least: bool) -> bool:
    return figure.value >= limit.value if least else figure.value <= limit.value

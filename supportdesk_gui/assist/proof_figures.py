"""Exact things of a sentence that nothing supports: figures, dates, numbers, addresses.

A figure is supported where it stands in a passage or in the ticket, and where it follows plainly
from what stands there (assist/proof_reckoning.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from supportdesk_gui.assist.proof_calendar import counts_days, since_last
from supportdesk_gui.assist.proof_clauses import Clause
from supportdesk_gui.assist.proof_evidence import Evidence
from supportdesk_gui.assist.proof_reckoning import reckoned
from supportdesk_gui.assist.proof_sums import is_multiplied, shares_beside
from supportdesk_gui.text.figures import Figure, FigureKind


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


KINDS = {
    FigureKind.AMOUNT: ClaimKind.AMOUNT,
    FigureKind.DATE: ClaimKind.DATE,
    FigureKind.DURATION: ClaimKind.DURATION,
    FigureKind.PERCENTAGE: ClaimKind.PERCENTAGE,
    FigureKind.NUMBER: ClaimKind.NUMBER,
    FigureKind.CODE: ClaimKind.ORDER_NUMBER,
    FigureKind.URL: ClaimKind.URL,
}
"""What kind of claim a figure is."""
_LEAST_ALONE = 10
_HOURS = 24
_HOUR_BEFORE = re.compile(
    r"\b(?:between|zwischen|entre|und|and|et|y|bis|to|until|till|von|from|um|at|ab|a) (?:las? |les )?$"
)
_MOST_BEFORE = re.compile(
    r"(?:\b(?:up to|at most|bis zu|hochstens|hasta|como maximo|jusqu'a|maximum)|最高|最多|满|超过)\W*\w*\s?$"
)
_LEAST_OR_MOST = re.compile(
    r"(?:\b(?:minim\w*|maxim\w*|at least|at most|up to|mindest\w*|hochst\w*|bis zu|au moins|au plus|jusqu'a|al menos|"
    r"como mucho|hasta)(?: (?:of|von|de|est de|es de|is|ist))? |(?:至少|最少|最多|最低|不少于|不超过) ?)$"
)
_WEIGHT = re.compile(r"\b(\d+(?:[.,]\d+)?)[ -]?(?:lbs?|pounds?|pfund|libras?|livres?)\b")
_WEIGHED = re.compile(r"\b(?:pounds?|pfund|libras?|livres?)$")
_MORE_BEFORE = re.compile(
    r"(?:\b(?:over|more than|a good|well over|beyond|past|uber|mehr als|gut|plus de|bien|mas de|algo mas de)|超过|逾)\s?$"
)
_MORE_BEHIND = re.compile(r"[多余]|(?:半|个)?多|\s(?:and a bit|und ein paar|et quelques|y pico)")
_LESS_BEFORE = re.compile(
    r"(?:\b(?:under|less than|almost|nearly|just under|not quite|fast|knapp|beinahe|weniger als|presque|moins de|"
    r"pres de|casi|menos de)|不到|将近|近|快)\s?$"
)
_ROUNDED = (FigureKind.DURATION, FigureKind.AMOUNT, FigureKind.NUMBER)
_ROUGHLY = Decimal("1.5")
_THESE = re.compile(r"(?:\b(?:these|those|both|diese[rn]?|est[oa]s|es[oa]s|ces) |[这那])$")
_NEVER_QUOTED = (FigureKind.NUMBER, FigureKind.URL)
_MOST_READ = 60
_BEFORE = 24
_STILL = re.compile(
    r"\b(?:still|noch|immer noch|weiterhin|encore|toujours|aun|todavia|sigue\w*)\b|仍|还在|依然"
)
_TOLD = re.compile(
    r"\byou (?:say|said|write|wrote|tell|told|mention\w*|report\w*|describe\w*|explain\w*|note|noted|state\w*)\b"
    r"|\b(?:schreib(?:en|st)|schrieb(?:en|st)|sag(?:en|st|ten|test)|erwahn(?:en|st|ten|test)|berichte(?:n|st|ten|test)) (?:sie|du)\b"
    r"|\b(?:sie|du) (?:schreib(?:en|st)|schrieb(?:en|st)|sag(?:en|st|ten|test)|erwahn(?:en|st|ten|test)|berichte(?:n|st|ten|test))\b"
    r"|\b(?:nos |me )(?:dic\w+|cuent\w+|coment\w+|indic\w+|escrib\w+|explic\w+)\b|\b(?:mencion|coment|indic|escrib)(?:as|a|es|e|aste|iste|o|io)\b"
    r"|\bvous (?:nous |m')?(?:dites|avez dit|ecrivez|avez ecrit|indiquez|mentionnez|expliquez|precisez|signalez)\b|\btu (?:nous )?(?:dis|ecris|indiques|mentionnes)\b"
    r"|[您你](?:说|提到|反映|告诉|写道|写的|表示|提及|来信)"
)
_COMES = re.compile(
    r"\b(?:(?:is|are) coming|will (?:be with you|be there|come|arrive)|kommt (?:am|um|punktlich|bei|zu)|wird am|trifft|llegara|"
    r"pasara\w*|vendra\w*|arrivera|viendra|passera|vous livrons|liefern wir am|wir liefern am)\b|会到|送到|就到|准时|抵达"
)
_RECURS = re.compile(r"(?:\b(?:every|each|jede[nrm]?|chaque|tous les|todos los|cada) |每个?)$")
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
        known = evidence.holds(one) or _is_left_out(one, asked, evidence, bare)
        (held if known else missing).append(one)
    if not missing:
        return []
    ticket = asked.figures[:_MOST_READ]
    places = {id(one) for one in ticket}
    ours = (one for one in evidence.figures[: 2 * _MOST_READ] if id(one) not in places)
    policy = list(ours)[:_MOST_READ]
    if any(one.kind is FigureKind.AMOUNT for one in missing):
        money = [one for one in around if one.kind is FigureKind.AMOUNT]
        money = [one for one in money if not evidence.holds(one)]
        before = reckoned(money, around, around, policy, ticket, "")
        policy = [*policy, *(one for one in money if not before.isdisjoint(one.keys))]
    derived = reckoned(missing, held, found, policy, ticket, bare)
    derived |= {key for text in asked.texts for key in since_last(text.bare)}
    if any(one.kind is FigureKind.AMOUNT for one in missing):
        derived |= set(shares_beside(evidence.texts))
    follows = [one for one in missing if not derived.isdisjoint(one.keys)]
    steps = [one for one in follows if one.kind is FigureKind.AMOUNT]
    if steps and len(steps) < len(missing):
        # "That is 152, half of it 76": one step leads to the next.
        rest = [one for one in missing if one not in follows]
        derived |= reckoned(rest, [*held, *steps], found, [*policy, *steps], ticket, bare)
    # "Three days before, and eight are left": a number, or so many days.
    right = {one.start for one in found if one in held or not derived.isdisjoint(one.keys)}
    return [
        Unsupported(KINDS[one.kind], one.start, one.end)
        for one in missing
        if one.start not in right
        and not _says_little(one, held, bare)
        and not counts_days(one, found)
        and not is_multiplied(one, found, evidence.figures)
    ]


def _is_left_out(one: Figure, asked: Evidence, evidence: Evidence, bare: str) -> bool:
    """Whether the customer wrote it without its currency, or it is an hour: "between 3 and 6".

    Also what is nearly the customer's figure: "over two years", of two years and two months.
    """
    if _is_rounded(one, asked, bare):
        return True
    if one.kind is FigureKind.AMOUNT:
        if _WEIGHED.search(bare[one.start : one.end]) and any(
            Decimal(match[1].replace(",", ".")) == one.value
            for text in evidence.texts
            for match in _WEIGHT.finditer(text.bare)
        ):
            return True  # "a 40-pound bag"
        most = _MOST_BEFORE.search(bare, max(0, one.start - _BEFORE), one.start)
        return (
            not most
            and one.value >= _LEAST_ALONE
            and any(
                other.kind is FigureKind.NUMBER and other.value == one.value
                for other in asked.figures
            )
        )
    if one.kind is not FigureKind.NUMBER or one.value > _HOURS:
        return False
    if not _HOUR_BEFORE.search(bare, max(0, one.start - 10), one.start):
        return False
    hours = {("time", "", one.value * 60), ("time", "", one.value * 60 + 720)}
    return not hours.isdisjoint(evidence.keys)


def _is_rounded(one: Figure, asked: Evidence, bare: str) -> bool:
    """Whether it is nearly the customer's figure, and the sentence says so."""
    if one.kind not in _ROUNDED or not one.value:
        return False
    start = max(0, one.start - _BEFORE)
    more = _MORE_BEFORE.search(bare, start, one.start) or _MORE_BEHIND.match(bare, one.end)
    if not more and not _LESS_BEFORE.search(bare, start, one.start):
        return False
    least, most = (1, _ROUGHLY) if more else (1 / _ROUGHLY, 1)
    return any(
        least * one.value <= other.value <= most * one.value
        for other in asked.figures
        if other.kind is one.kind and other.unit == one.unit
    )


def _says_little(one: Figure, held: Sequence[Figure], bare: str) -> bool:
    """ "You have two options" is no fact that a passage would hold, nor is what is compared.

    "Eighteen letters are within the 20": the agent counted, and the limit is right.
    """
    if one.kind is FigureKind.DURATION:
        return bare[max(0, one.start - 1) : one.start] == "第"
    if one.kind is not FigureKind.NUMBER or any(
        sign.isdecimal() for sign in bare[one.start : one.end]
    ):
        return False
    if _THESE.search(bare, max(0, one.start - _BEFORE), one.start):
        return True
    has_limit = any(other.kind is FigureKind.NUMBER for other in held)
    return has_limit or (one.value <= 3 and not _LEAST_OR_MOST.search(bare[: one.start]))


def unsupported_days(
    found: Sequence[Figure], cut: Sequence[Clause], ours: Evidence, bare: str
) -> list[Unsupported]:
    """Days on which we are to do something that only the customer named ("I need it by Friday")."""
    flags = []
    for figure in found:
        if figure.kind is not FigureKind.DATE or ours.holds(figure):
            continue
        weekly = any(key[0] == "weekday" for key in figure.keys)
        if (
            weekly
            and _RECURS.search(bare, max(0, figure.start - 12), figure.start)
            and any(key[0] == "weekday" for one in ours.figures for key in one.keys)
        ):
            # "Every Wednesday": a day of the policy's, whatever day it is for the customer
            flags.append(Unsupported(ClaimKind.DATE, figure.start, figure.end))
            continue
        clause = next((one for one in cut if one.start <= figure.start < one.end), None)
        if clause is None or "RESTATE" in clause.matters or clause.negative:
            continue
        if any(other.kind is FigureKind.DATE and ours.holds(other) for other in found):
            continue  # it weighs the customer's day or hour against ours
        acts = clause.matters & {"SHIP", "REFUND", "REPLACE", "CALLBACK", "PICKUP"}
        comes = _COMES.search(bare[clause.start : clause.end])
        insists = clause.matters & {"ALSO", "EVEN_IF"}
        if insists or comes or (acts and clause.matters & {"FUTURE", "GUARANTEE_DATE"}):
            flags.append(Unsupported(ClaimKind.DATE, figure.start, figure.end))
    return flags


def misquoted(
    found: Sequence[Figure], cut: Sequence[Clause], asked: Evidence, bare: str
) -> list[Unsupported]:
    """Figures that the customer is said to have written and has not, but others of the kind.

    That a passage holds them is no help: "you write that it broke after two years".
    """
    if not asked.figures or not _TOLD.search(bare):
        return []
    told = [one for one in cut if _TOLD.search(bare[one.start : one.end])]
    flags = []
    for figure in found:
        if figure.kind in _NEVER_QUOTED or asked.holds(figure):
            continue
        inside = any(one.start <= figure.start < one.end for one in told)
        others = any(one.kind is figure.kind and one.unit == figure.unit for one in asked.figures)
        if inside and others:
            derived = reckoned([figure], [], found, [], asked.figures[:_MOST_READ], bare)
            derived |= {key for text in asked.texts for key in since_last(text.bare)}
            if derived.isdisjoint(figure.keys):
                flags.append(Unsupported(KINDS[figure.kind], figure.start, figure.end))
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
            flags.append(Unsupported(KINDS[figure.kind], figure.start, figure.end))
    return flags

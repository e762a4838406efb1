"""Exact things of a sentence that nothing supports: figures, dates, numbers, addresses, names.

A figure is supported where it stands in a passage or in the ticket, and where it follows plainly
from what stands there: a sum, a difference, a multiple, a share, a date so many days later.
"""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from supportdesk_gui.assist.proof_evidence import Evidence
from supportdesk_gui.text.figures import Figure, FigureKind, Key, amount_keys, date_keys, span_keys
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
# More figures than a passage of prices has would make a sum of anything.
_MOST_COMBINED = 40
_TOGETHER = re.compile(
    r"\b(?:together|total|altogether|in all|both|sum|zusammen|insgesamt|gesamt|ensemble|total|"
    r"en tout|juntos|en total|suma\w*|combined|comes? to|macht|fait|soit|short|missing|below|fehlen|fehlt|manque\w*|faltan?)\b|合计|共|总|加起来|还差|差"
)
_UNTIL = re.compile(
    r"\b(?:until|till|by|before|latest|last day|deadline|up to|expires?|ends?|from|bis|spatestens|"
    r"ab|frist|endet|lauft|jusqu\w*|avant|au plus tard|expire|a partir|hasta|antes|a mas tardar|"
    r"vence|desde|a partir|limite|ultimo)\b|前|之前|截止|到|为止|最晚|最迟|起"
)
_LEFT = re.compile(
    r"\b(?:left|remain\w*|more|ago|since|verbleib\w*|noch|ubrig|rest\w*|reste\w*|quedan?|faltan?|"
    r"restan?|depuis|seit|vor|hace|il y a)\b|还剩|剩|余|早|晚|前|多"
)


def unsupported_figures(
    found: Sequence[Figure], evidence: Evidence, bare: str, around: Sequence[Figure] = ()
) -> list[Unsupported]:
    """The figures of a sentence that neither stand in the evidence nor follow from it.

    `around` are those of the draft's other sentences: a share may be of a sum that they name.
    """
    missing = [one for one in found if not evidence.holds(one)]
    if not missing:
        return []
    known = evidence.figures[:_MOST_COMBINED]
    if any(one.kind is FigureKind.AMOUNT for one in missing):
        known = [*known, *_reckoned(around, evidence, known)]
    derived = _derived(found, missing, known, bare)
    return [
        Unsupported(_KINDS[one.kind], one.start, one.end)
        for one in missing
        if derived.isdisjoint(one.keys) and not _says_little(one, found, missing, bare)
    ]


def _reckoned(
    around: Sequence[Figure], evidence: Evidence, known: Sequence[Figure]
) -> list[Figure]:
    """The amounts of the draft's other sentences that follow from the evidence."""
    open_ones = [one for one in around if one.kind is FigureKind.AMOUNT and not evidence.holds(one)]
    if not open_ones:
        return []
    derived = _derived(around, open_ones, known, "")
    return [one for one in open_ones if not derived.isdisjoint(one.keys)]


def _says_little(
    one: Figure, found: Sequence[Figure], missing: Sequence[Figure], bare: str
) -> bool:
    """ "You have two options" is no fact that a passage would hold, nor is what is compared.

    "Eighteen letters are within the 20": the agent counted, and the limit is right.
    """
    if one.kind is not FigureKind.NUMBER or any(
        sign.isdecimal() for sign in bare[one.start : one.end]
    ):
        return False
    limits = [other for other in found if other.kind is FigureKind.NUMBER and other not in missing]
    return one.value <= 3 or bool(limits)


def unsupported_names(
    found: Sequence[Named], evidence: Evidence, requester: str
) -> list[Unsupported]:
    """The names of a sentence with a part that stands neither in the ticket nor in a passage."""
    flags = []
    for name in found:
        if not _is_known(name, evidence, requester):
            flags.append(Unsupported(ClaimKind.NAME, name.start, name.end))
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


def _derived(
    found: Sequence[Figure], missing: Sequence[Figure], known: Sequence[Figure], bare: str
) -> set[Key]:
    """The keys that follow from figures of the evidence and of the sentence."""
    kinds = {one.kind for one in missing}
    keys: set[Key] = set()
    supported = [one for one in found if one not in missing]
    if FigureKind.AMOUNT in kinds:
        keys |= set(_amounts(supported, known, bool(_TOGETHER.search(bare))))
    if FigureKind.DATE in kinds and _UNTIL.search(bare):
        keys |= set(_later_dates(known))
    if FigureKind.DURATION in kinds:
        # "I am 27" is "27 años" in Spanish.
        years = [one.value * 12 for one in known if one.kind is FigureKind.NUMBER]
        keys |= {key for value in years for key in span_keys("month", value)}
        keys |= set(_spans_between(known)) if _LEFT.search(bare) else set()
    if FigureKind.NUMBER in kinds:
        numbers = {one.value for one in known if one.value}
        keys |= {("number", "", a - b) for a, b in itertools.permutations(numbers, 2) if a > b}
        keys |= {("number", "", a + b) for a, b in itertools.combinations(numbers, 2)}
    return keys


def _amounts(supported: Sequence[Figure], known: Sequence[Figure], is_sum: bool) -> Iterator[Key]:
    """Sums that follow from amounts: two of them, so many of one, a share of one, what is left.

    At least one figure of the reckoning stands in the sentence, or it says that it adds up.
    """
    said = {one.keys for one in supported}
    amounts = [one for one in known if one.kind is FigureKind.AMOUNT]
    shares = [one for one in known if one.kind is FigureKind.PERCENTAGE]
    counts = {one.value for one in known if one.kind is FigureKind.NUMBER and 1 < one.value < 1000}
    spoken = {one.value for one in supported if one.kind is FigureKind.NUMBER}
    counted = [
        *supported, *(one for one in known if one.kind is FigureKind.DURATION and one.keys in said),
    ]  # fmt: skip
    spoken |= {_plain_count(one) for one in counted if one.kind is FigureKind.DURATION}
    results: list[tuple[str, Decimal]] = []
    for one, other in itertools.permutations(amounts, 2):
        if one.unit == other.unit and (is_sum or not {one.keys, other.keys}.isdisjoint(said)):
            results += [(one.unit, one.value + other.value), (one.unit, one.value - other.value)]
    for amount in amounts:
        uses = amount.keys in said
        for count in counts | spoken:
            if uses or count in spoken:
                results.append((amount.unit, amount.value * count))
                results += [
                    (amount.unit, amount.value * count / base)
                    for base in counts
                    if base > 1 and (count in spoken or uses)
                ]
        for share in shares:
            if uses or share.keys in said or _only(amounts, amount):
                part = amount.value * share.value / 100
                results += [(amount.unit, part), (amount.unit, amount.value - part)]
    for unit, value in results:
        if value > 0:
            yield from amount_keys(unit, round(value, 2).normalize())


def _only(amounts: Sequence[Figure], amount: Figure) -> bool:
    return len({one.keys for one in amounts}) == 1 and amount in amounts


def _plain_count(one: Figure) -> Decimal:
    return one.value


def _later_dates(known: Sequence[Figure]) -> Iterator[Key]:
    """Dates so long before or after one of the ticket as a passage says, give or take a day."""
    spans = [one for one in known if one.kind is FigureKind.DURATION]
    dates = {key for one in known for key in one.keys if key[0] == "date"}
    for _, year, rest in dates:
        month, day = divmod(int(rest), 100)
        try:
            base = datetime.date(int(year or 2025), month, day)
        except ValueError:
            continue
        for span in spans:
            days = _days(span)
            for shift in {days, days - 1, days + 1, -days} if days else ():
                if abs(shift) < 3700:
                    there = base + datetime.timedelta(days=int(shift))
                    yield from date_keys(0, there.month, there.day)
                    yield from date_keys(there.year if year else 0, there.month, there.day)
            if span.unit == "month" and span.value == span.value.to_integral():
                months = month - 1 + int(span.value)
                yield from date_keys(0, months % 12 + 1, day)


def _days(span: Figure) -> int:
    if span.unit == "day":
        return int(span.value)
    return int(span.value) // 1440 if span.unit == "minute" else 0


def _spans_between(known: Sequence[Figure]) -> Iterator[Key]:
    spans = {(one.unit, one.value) for one in known if one.kind is FigureKind.DURATION}
    for (unit, value), (other_unit, other) in itertools.permutations(spans, 2):
        if unit == other_unit and value > other:
            yield from span_keys(unit, value - other)

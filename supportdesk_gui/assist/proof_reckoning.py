"""What follows plainly from figures: so many times a price, a share, a sum.

The agent may reckon, and the check has to follow: `$4 a ticket, so $8 for your two`. A result
counts where its operands come from both sides (a price of the policy, a number of the ticket),
where one of them is said in the sentence, or where the sentence says that it adds up.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from supportdesk_gui.assist.proof_calendar import days_reckoned, spans_reckoned
from supportdesk_gui.assist.proof_evidence import ReadText
from supportdesk_gui.text.figures import Figure, FigureKind, Key, amount_keys

# More figures than a passage of prices has would make a sum of anything.
_MOST = 16
_MOST_BASES = 8
_LARGEST_COUNT = 1000
_PRICE = 10
_FEW_SUMS = 2
_TOGETHER = re.compile(
    r"\b(?:together|total|altogether|in all|both|sum|zusammen|insgesamt|gesamt|ensemble|"
    r"en tout|juntos|suma\w*|combined|comes? to|macht|fait|soit|short|missing|below|"
    r"fehlen|fehlt|manque\w*|faltan?|left|leav\w+|remain\w*|saves?|saving|minus|less|deduct\w*|"
    r"rest\w*|ubrig\w*|bleib\w*|spar\w*|abzuglich|abgezogen|quedan?|ahorr\w*|menos|descont\w*|"
    r"moins|dedui\w*|economis\w*)\b|合计|共|总|加起来|差|剩|余|省|抵|扣|减"
)
_TWO = re.compile(
    r"\b(?:pairs?|couple|both|paar|beide\w*|paire|les deux|pareja|par|ambos|ambas)\b|一对|一双|两"
)
_OFF = re.compile(
    r"\b(?:discount\w*|off|reduc\w*|rebate|remises?|rabais|rabatt\w*|nachlass|ermassig\w*|"
    r"descuento|rebaj\w*)\b|折|优惠"
)
_EACH = re.compile(
    r"\b(?:each|per|every|single|apiece|jeweils|einzeln\w*|je|pro|par|chaque|chacun\w*|por|cada|mensual\w*|monatlich\w*)\b|每|各"
)
_HALF = re.compile(r"\b(?:half|halfte|moitie|mitad)\b|一半|半价|对折")


@dataclass(frozen=True, slots=True)
class _Operand:
    figure: Figure
    said: bool
    asked: bool


def reckoned(
    missing: Sequence[Figure], held: Sequence[Figure], said: Sequence[Figure],
    policy: Sequence[Figure], asked: Sequence[Figure], bare: str,
) -> set[Key]:  # fmt: skip
    """The keys of what follows from figures of the policy, of the ticket and of the sentence.

    `said` are all figures of the sentence, `held` those that stand elsewhere, `missing` the others.
    """
    kinds = {one.kind for one in missing}
    known = [*policy, *asked]
    keys: set[Key] = set()
    if FigureKind.AMOUNT in kinds:
        keys |= set(_amounts(_Sum(missing, held, said, policy, asked, bare)))
    if FigureKind.DATE in kinds:
        keys |= set(days_reckoned(policy, asked, bare))
    if FigureKind.DURATION in kinds:
        keys |= set(spans_reckoned(said, policy, asked, bare))
    if FigureKind.PERCENTAGE in kinds:
        counted = {one.value for one in (*said, *asked) if one.kind is FigureKind.NUMBER}
        pairs = ((a, b) for a, b in itertools.permutations(counted, 2) if 0 < a < b)
        keys |= {("percent", "", round(100 * a / b, 0)) for a, b in pairs}
    if FigureKind.NUMBER in kinds:
        numbers = {one.value for one in known if one.value}
        keys |= {("number", "", a - b) for a, b in itertools.permutations(numbers, 2) if a > b}
        keys |= {("number", "", a + b) for a, b in itertools.combinations(numbers, 2)}
        sums = {one.value for one in known if one.kind is FigureKind.AMOUNT and one.value}
        keys |= {("number", "", a // b) for a, b in itertools.permutations(sums, 2) if a >= b}
    return keys


class _Sum:
    """The operands there are, sorted by kind."""

    def __init__(
        self, missing: Sequence[Figure], held: Sequence[Figure], said: Sequence[Figure],
        policy: Sequence[Figure], asked: Sequence[Figure], bare: str,
    ) -> None:  # fmt: skip
        spoken = {key for one in held for key in one.keys}
        operands = [
            _Operand(one, not spoken.isdisjoint(one.keys), asked_for)
            for known, asked_for in ((policy, False), (asked, True))
            for one in known
        ]
        operands.sort(key=lambda one: not one.said)
        self.adds_up = bool(_TOGETHER.search(bare))
        self.divides = bool(_EACH.search(bare))
        self.takes_off = bool(_OFF.search(bare))
        self.amounts = [one for one in operands if one.figure.kind is FigureKind.AMOUNT][:_MOST]
        units = {one.unit for one in missing if one.kind is FigureKind.AMOUNT}
        # The customer writes "I paid 4000" and leaves the currency out.
        self.amounts += [
            replace(one, figure=replace(one.figure, unit=unit))
            for one in operands
            if one.asked and one.figure.kind is FigureKind.NUMBER and one.figure.value >= _PRICE
            for unit in units
        ][:_MOST_BASES]
        self.shares = [
            (one.figure.value, one) for one in operands if one.figure.kind is FigureKind.PERCENTAGE
        ][:_MOST]
        if _HALF.search(bare) and self.amounts:
            self.shares.append((Decimal(50), _Operand(self.amounts[0].figure, True, False)))
        counted = [_Operand(one, True, True) for one in said if one.kind in _COUNTABLE] + [
            one for one in operands if one.figure.kind in _COUNTABLE
        ]
        if _TWO.search(bare):
            two = Figure(FigureKind.NUMBER, frozenset(), 0, 0, Decimal(2))
            counted.insert(0, _Operand(two, True, True))
        self.counts = [
            (count, one)
            for one in counted
            for count in _counts(one.figure)
            if 1 < count < _LARGEST_COUNT
        ][: _MOST * 2]

    def may(self, one: _Operand, other: _Operand) -> bool:
        """Whether two operands make a plain reckoning."""
        return one.said or other.said or self.adds_up or one.asked != other.asked


_COUNTABLE = (FigureKind.NUMBER, FigureKind.DURATION)


def _counts(one: Figure) -> set[Decimal]:
    """How many a figure may be: three hours are 3, and 180 minutes."""
    larger = {"minute": 60, "day": 7, "month": 12}.get(one.unit)
    return {one.value, one.value / larger} if larger else {one.value}


def _amounts(sums: _Sum) -> Iterator[Key]:
    results: list[tuple[str, Decimal]] = []
    for one, other in itertools.permutations(sums.amounts, 2):
        if one.figure.unit == other.figure.unit and sums.may(one, other):
            values = one.figure.value, other.figure.value
            results += [
                (one.figure.unit, values[0] + values[1]),
                (one.figure.unit, values[0] - values[1]),
            ]
    for amount in sums.amounts:
        value, unit = amount.figure.value, amount.figure.unit
        for count, operand in sums.counts:
            if sums.may(amount, operand):
                results.append((unit, value * count))
                results += [(unit, value * count / base) for base in _bases(sums, count, operand)]
        results += [(unit, value * more) for more in (*_beyond(sums), *_multiplied(sums))]
        if sums.divides:
            results += [
                (unit, value / count) for count, one in sums.counts if one.said or not one.asked
            ]
        if amount.asked:
            results += [(unit, value * rest / all_) for rest, all_ in _of_so_many(sums)]
        for share, operand in sums.shares:
            if sums.may(amount, operand) or sums.takes_off:
                results += _parts(amount.figure, share)
    results += _with_extras(sums)
    results += _shares_of_many(sums)
    for unit, value in dict.fromkeys(results):
        if value > 0:
            yield from amount_keys(unit, round(value, 2).normalize())


def _parts(amount: Figure, share: Decimal) -> list[tuple[str, Decimal]]:
    part = amount.value * share / 100
    return [(amount.unit, part), (amount.unit, amount.value - part)]


def shares_beside(texts: Iterable[ReadText]) -> Iterator[Key]:
    """What a share makes of an amount in the same sentence, or in a passage that has few of them.

    "The fee is 80, students pay 20 % less."
    """
    for text in texts:
        sums = sum(one.kind is FigureKind.AMOUNT for one in text.figures)
        whole = [(0, len(text.text))] if sums <= _FEW_SUMS else text.sentences
        for start, end in whole:
            inside = [one for one in text.figures if start <= one.start < end]
            shares = [one for one in inside if one.kind is FigureKind.PERCENTAGE]
            for one, share in itertools.product(inside if shares else (), shares):
                if one.kind is FigureKind.AMOUNT:
                    for unit, value in _parts(one, share.value):
                        yield from amount_keys(unit, round(value, 2).normalize())


def _shares_of_many(sums: _Sum) -> Iterator[tuple[str, Decimal]]:
    """ "Ten months at 18, half of it": a share of so many times an amount that is said."""
    counts = [count for count, one in sums.counts if one.said and not count % 1][:_MOST_BASES]
    for amount, count, (share, _) in itertools.product(sums.amounts, counts, sums.shares):
        if amount.said or (sums.adds_up and amount.asked):
            many = replace(amount.figure, value=amount.figure.value * count)
            yield from _parts(many, share)


def is_multiplied(one: Figure, said: Sequence[Figure], known: Sequence[Figure]) -> bool:
    """Whether the sentence reckons with it: "three days would be 24", at 8 a day."""
    if one.kind not in _COUNTABLE:
        return False
    counts = {count for count in _counts(one) if count > 1}
    prices = {(price.unit, price.value) for price in known if price.kind is FigureKind.AMOUNT}
    sums = [total for total in said if total.kind is FigureKind.AMOUNT and total.value]
    return any(
        unit == total.unit and value * count == total.value
        for total in sums
        for unit, value in prices
        for count in counts
    )


def _with_extras(sums: _Sum) -> Iterator[tuple[str, Decimal]]:
    """ "With ten pages more at 0.80 it comes to 57": a price and so many times another."""
    counts = [count for count, one in sums.counts if one.said][:_MOST_BASES]
    for one, other in itertools.permutations(sums.amounts, 2):
        if one.figure.unit == other.figure.unit and one is not other:
            # "two days are 180, each further one 60": for three
            for more in _beyond(sums, 1):
                yield one.figure.unit, one.figure.value + more * other.figure.value
        if other.said and one.figure.unit == other.figure.unit:
            for count in counts:
                yield one.figure.unit, one.figure.value + count * other.figure.value


def _bases(sums: _Sum, count: Decimal, operand: _Operand) -> list[Decimal]:
    """ "20 points are worth £5, so your 40 come to £10": what the price is for."""
    if not operand.said and not operand.asked:
        return []
    return [
        base
        for base, one in sums.counts
        if base != count and not one.asked and _same_measure(one, operand)
    ][:_MOST_BASES]


def _multiplied(sums: _Sum) -> set[Decimal]:
    """ "Two people for four hours": both numbers are in the sentence."""
    spoken = [count for count, one in sums.counts if one.said][:_MOST_BASES]
    if sums.adds_up:
        spoken += [count for count, one in sums.counts if one.asked][:_MOST_BASES]
    return {one * other for one, other in itertools.combinations(spoken, 2)}


def _of_so_many(sums: _Sum) -> Iterator[tuple[Decimal, Decimal]]:
    """ "Nine of the ten lessons that you paid for": both are numbers, one of the sentence."""
    numbers = [one for one in sums.counts if one[1].figure.kind is FigureKind.NUMBER]
    for rest, one in numbers[:_MOST_BASES]:
        for all_, other in numbers:
            if one.said and other.asked and rest < all_:
                yield rest, all_


def _beyond(sums: _Sum, least: int = 2) -> set[Decimal]:
    """ "3 km are free, each further one is 2": by how many the ticket goes beyond the policy."""
    asked = [one for one in sums.counts if one[1].asked][:_MOST_BASES]
    limits = [one for one in sums.counts if not one[1].asked][:_MOST_BASES]
    return {
        a - b
        for a, one in asked
        for b, other in limits
        if a - b >= least and _same_measure(one, other)
    }


def _same_measure(one: _Operand, other: _Operand) -> bool:
    return one.figure.unit == other.figure.unit

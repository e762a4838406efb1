"""Sums of money that follow from others in a few plain steps: `twelve at 20 less 15 % make 204`.

So many times a price, a share of it, what it is for one; and two such sums put together or taken
from each other. One of the parts is the customer's or the sentence's own: a passage's prices make
no sum by themselves, unless the sentence says that it adds up, divides or takes off.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from supportdesk_gui.assist.proof_evidence import ReadText
from supportdesk_gui.text.figures import Figure, FigureKind, Key, amount_keys

# More figures than a passage of prices has would make a sum of anything.
_MOST_PRICES = 8
_MOST_COUNTS = 8
_MOST_SHARES = 6
_LARGEST_COUNT = 10000
_PRICE = 10
_FEW_SUMS = 2
_COUNTABLE = (FigureKind.NUMBER, FigureKind.DURATION)
_TOGETHER = re.compile(
    r"\b(?:together|total|altogether|in all|both|sum|zusammen|insgesamt|gesamt|ensemble|"
    r"en tout|arriv\w+|juntos|suma\w*|combined|comes? to|macht|fait|soit|short|missing|below|"
    r"fehlen|fehlt|manque\w*|faltan?|left|leav\w+|remain\w*|saves?|saving|minus|less|deduct\w*|"
    r"rest\w*|ubrig\w*|bleib\w*|spar\w*|abzuglich|abgezogen|quedan?|ahorr\w*|menos|descont\w*|"
    r"moins|dedui\w*|economis\w*)\b|合计|共|总|加起来|差|剩|余|省|抵|扣|减"
)
_TOTAL = re.compile(
    r"\b(?:total|together|altogether|in all|zusammen|insgesamt|gesamt|en tout|ensemble|juntos)\b|合计|共|总|加起来"
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
_SO = re.compile(
    r"\b(?:so|therefore|thus|makes|would|donc|ainsi|soit|daher|damit|also|somit|asi|por tanto|entonces|"
    r"de modo que|quedaria\w*|serian?)\b|所以|因此|就是|等于|即"
)
_HALF = re.compile(r"\b(?:half|halfte|moitie|mitad)\b|一半|半价|对折")


@dataclass(frozen=True, slots=True)
class _Part:
    """A sum, a number or a share; whether it is the customer's `own`, or `said` in the sentence."""

    value: Decimal
    unit: str
    own: bool
    said: bool = False

    def by(self, factor: Decimal, *others: _Part) -> _Part:
        """So much of it, which `others` make its own as well."""
        parts = (self, *others)
        return _Part(
            round(self.value * factor, 2),
            self.unit,
            any(p.own for p in parts),
            any(p.said for p in parts),
        )


def sums(
    missing: Sequence[Figure], held: Sequence[Figure], said: Sequence[Figure],
    policy: Sequence[Figure], asked: Sequence[Figure], bare: str,
) -> Iterator[Key]:  # fmt: skip
    """The keys of those `missing` that follow; `said` are the sentence's figures, of which `held`
    stand elsewhere."""
    spoken = {key for one in held for key in one.keys}
    prices = _prices(missing, spoken, policy, asked)
    counts, limits = _counted(said, asked, policy, bare)
    shares = _shares(spoken, policy, asked, bare, prices)
    adds_up, divides, off = (one.search(bare) is not None for one in (_TOGETHER, _EACH, _OFF))
    concludes = adds_up or divides or off or _SO.search(bare) is not None
    total = _TOTAL.search(bare) is not None
    once = [one for price in prices for one in _once(price, counts, limits, shares, divides, off)]
    twice = [one for price in prices for one in _twice(price, counts, limits, shares)]
    twice = [one for one in twice if concludes or one.said]
    wanted = {round(one.value, 2) for one in missing if one.kind is FigureKind.AMOUNT}
    found = {(one.unit, one.value) for one in (*once, *twice) if one.value in wanted}
    found |= _put_together(
        wanted,
        prices,
        prices,
        lambda a, b: adds_up or a.said or b.said or (a.own != b.own and concludes),
    )
    found |= _put_together(
        wanted,
        [*prices, *once, *twice],
        [*prices, *once],
        lambda a, b: total or (a.said and b.said) or (adds_up and (a.said or b.said)),
    )
    for unit, value in found:
        yield from amount_keys(unit, value.normalize())


def _put_together(
    wanted: set[Decimal], ones: Sequence[_Part], others: Sequence[_Part],
    may: Callable[[_Part, _Part], bool],
) -> set[tuple[str, Decimal]]:  # fmt: skip
    """Of the sums wanted those that two parts make together, or one less the other."""
    by_value: dict[tuple[str, Decimal], list[_Part]] = defaultdict(list)
    for one in others:
        by_value[one.unit, one.value].append(one)
    return {
        (one.unit, value)
        for one in ones
        for value in wanted
        for rest in (value - one.value, one.value - value, one.value + value)
        for other in by_value.get((one.unit, rest), ())
        if other is not one and may(one, other)
    }


def _prices(
    missing: Sequence[Figure], spoken: set[Key], policy: Sequence[Figure], asked: Sequence[Figure]
) -> list[_Part]:
    found = [
        _Part(one.value, one.unit, own, not spoken.isdisjoint(one.keys))
        for known, own in ((asked, True), (policy, False))
        for one in known
        if one.kind is FigureKind.AMOUNT
    ]
    # The customer writes "I paid 4000" and leaves the currency out.
    units = {one.unit for one in missing if one.kind is FigureKind.AMOUNT}
    found += [
        _Part(one.value, unit, True)
        for one in asked
        for unit in units
        if one.kind is FigureKind.NUMBER and one.value >= _PRICE
    ]
    return sorted(dict.fromkeys(found), key=lambda one: not (one.said or one.own))[:_MOST_PRICES]


def _counted(
    said: Sequence[Figure], asked: Sequence[Figure], policy: Sequence[Figure], bare: str
) -> tuple[list[_Part], list[_Part]]:
    """The numbers of sentence and customer, and how far they go beyond the passages'; those."""
    own = [_Part(Decimal(2), "", True, True)] if _TWO.search(bare) else []
    own += [part for one in said for part in _numbers(one, said=True)]
    own += [part for one in asked for part in _numbers(one)]
    limits = [part for one in policy for part in _numbers(one)][:_MOST_COUNTS]
    beyond = [
        _Part(abs(one.value - limit.value), one.unit, True)
        for one, limit in itertools.product(own[:_MOST_COUNTS], limits)
        if one.unit == limit.unit
    ]
    own += [one for one in beyond if one.value > 1]
    return list(dict.fromkeys(own))[: 2 * _MOST_COUNTS], limits


def _numbers(one: Figure, *, said: bool = False) -> Iterator[_Part]:
    """How many a figure may be: three hours are 3, and 180 minutes."""
    if one.kind in _COUNTABLE:
        larger = {"minute": 60, "day": 7, "month": 12}.get(one.unit)
        for value in {one.value, one.value / larger} if larger else {one.value}:
            if 1 < value < _LARGEST_COUNT:
                yield _Part(value, one.unit, True, said)


def _shares(
    spoken: set[Key], policy: Sequence[Figure], asked: Sequence[Figure], bare: str,
    prices: Sequence[_Part],
) -> list[_Part]:  # fmt: skip
    found = [
        _Part(one.value / 100, "", own, not spoken.isdisjoint(one.keys))
        for known, own in ((asked, True), (policy, False))
        for one in known
        if one.kind is FigureKind.PERCENTAGE
    ]
    if _HALF.search(bare) and prices:
        found.append(_Part(Decimal("0.5"), "", True, True))
    return list(dict.fromkeys(found))[:_MOST_SHARES]


def _once(
    price: _Part, counts: Sequence[_Part], limits: Sequence[_Part], shares: Sequence[_Part],
    divides: bool, off: bool,
) -> Iterator[_Part]:  # fmt: skip
    """So many times a price, what it is for one, a share of it and the rest."""
    for one in counts:
        if one.said or price.said or not price.own:
            yield price.by(one.value, one)
        if divides:
            yield price.by(1 / one.value, one)
    for limit in limits:
        if price.own or price.said:
            yield price.by(limit.value)
        if price.own or divides:
            yield price.by(1 / limit.value)
    for share in shares:
        if price.said or share.said or price.own != share.own or off:
            yield price.by(share.value, share)
            yield price.by(1 - share.value, share)


def _twice(
    price: _Part, counts: Sequence[_Part], limits: Sequence[_Part], shares: Sequence[_Part]
) -> Iterator[_Part]:
    """What a price for many is for others, so many times for so many, a share of so many."""
    for one in counts:
        for limit in [*limits, *counts] if one.said else limits:
            if limit.unit == one.unit and limit.value != one.value:
                yield price.by(one.value / limit.value, one)
                yield price.by(one.value // limit.value, one)
        for share in shares:
            yield price.by(one.value * share.value, one, share)
            yield price.by(one.value * (1 - share.value), one, share)
    whole = [one for one in counts if not one.value % 1][:_MOST_COUNTS]
    for one, other in itertools.combinations(whole, 2):
        yield price.by(one.value * other.value, one, other)


def shares_beside(texts: Iterable[ReadText]) -> Iterator[Key]:
    """What a share makes of an amount in the same sentence, or in a passage that has few of them.

    "The fee is 80, students pay 20 % less."
    """
    for text in texts:
        many = sum(one.kind is FigureKind.AMOUNT for one in text.figures)
        whole = [(0, len(text.text))] if many <= _FEW_SUMS else text.sentences
        for start, end in whole:
            inside = [one for one in text.figures if start <= one.start < end]
            shares = [one for one in inside if one.kind is FigureKind.PERCENTAGE]
            for one, share in itertools.product(inside if shares else (), shares):
                if one.kind is FigureKind.AMOUNT:
                    part = one.value * share.value / 100
                    for value in (part, one.value - part):
                        yield from amount_keys(one.unit, round(value, 2).normalize())


def is_multiplied(one: Figure, said: Sequence[Figure], known: Sequence[Figure]) -> bool:
    """Whether the sentence reckons with it: "three days would be 24", at 8 a day."""
    counts = {part.value for part in _numbers(one)}
    totals = [total for total in said if total.kind is FigureKind.AMOUNT and total.value]
    if not counts or not totals:
        return False
    prices = {(price.unit, price.value) for price in known if price.kind is FigureKind.AMOUNT}
    return any(
        unit == total.unit and value * count == total.value
        for total in totals
        for unit, value in prices
        for count in counts
    )

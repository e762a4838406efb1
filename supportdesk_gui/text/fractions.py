"""Shares in words of a price or of anything: `half the fee`, `zwei Drittel`, `le tiers`, `一半`.

Only where the words speak of a share: `half an hour` is none. In plain spelling (text/plain.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

_EN_OF = (
    r"(?: of)? (?:the|your|its|their|that|this|what|our|all|it\b)(?! (?:hours?|days?|weeks?|months?|years?|time))"
    r"| (?:full|empty|eaten|used|left|is|will|gets|was|stays|off|back|less|discount|price|refund|fee|cost|as much)|[- ]price"
)
_PATTERNS = {
    "en": (
        (rf"\bhalf(?=(?:{_EN_OF})\b)|\b(?:refund|by|save|pay|keep|charge|get|credit)s? half\b(?! (?:an?|hour|day))", 1, 2),
        (rf"\b(?:a|one) third(?=(?:{_EN_OF})\b)|\b(?:save|by|pay|refund|keep)s? (?:a|one) third\b", 1, 3),
        (rf"\btwo[- ]thirds(?=(?:{_EN_OF})\b)|\b(?:save|by|pay|refund|keep)s? two[- ]thirds\b", 2, 3),
        (rf"\b(?:a|one) (?:quarter|fourth)(?=(?:{_EN_OF})\b)|\b(?:save|by|pay|refund|keep)s? (?:a|one) quarter\b(?! of an hour)", 1, 4),
        (rf"\bthree[- ]quarters(?=(?:{_EN_OF})\b)|\b(?:save|by|pay|refund|keep)s? three[- ]quarters\b(?! of an hour)", 3, 4),
        (r"\b(?:a|one) fifth\b", 1, 5), (r"\btwo[- ]fifths\b", 2, 5), (r"\bfour[- ]fifths\b", 4, 5),
        (r"\b(?:a|one) tenth\b", 1, 10),
    ),
    "es": (
        (r"\bla mitad\b|\bmitad de precio\b|\bmedi[oa] (?:llen|vaci)[oa]s?\b", 1, 2),
        (r"\b(?:un tercio|una tercera parte|la tercera parte)\b", 1, 3),
        (r"\b(?:dos tercios|las dos terceras partes|dos terceras partes)\b", 2, 3),
        (r"\b(?:un cuarto(?! de hora)|(?:una|la) cuarta parte)\b", 1, 4),
        (r"\b(?:tres cuartos(?! de hora)|(?:las )?tres cuartas partes)\b", 3, 4),
        (r"\b(?:un quinto|(?:una|la) quinta parte)\b", 1, 5), (r"\b(?:cuatro quintos|cuatro quintas partes)\b", 4, 5),
        (r"\b(?:un decimo|(?:una|la) decima parte)\b", 1, 10),
    ),
    "fr": (
        (r"\b(?:la|a) moitie\b|\bmoitie prix\b|\bdemi-tarif\b", 1, 2),
        (r"\b(?:un|le) tiers\b", 1, 3), (r"\b(?:les )?deux tiers\b", 2, 3),
        (r"\b(?:un|le) quart(?! d'heure)\b", 1, 4), (r"\b(?:les )?trois quarts(?! d'heure)\b", 3, 4),
        (r"\b(?:un|le) cinquieme\b", 1, 5), (r"\bquatre cinquiemes\b", 4, 5),
        (r"\b(?:un|le) dixieme\b", 1, 10),
    ),
    "de": (
        (r"\b(?:die|der|zur) halfte\b|\bhalb ?(?:voll|leer)\w*|\bhalfte des\b|\bhalbe[nmrs]? (?:preis|betrag|gebuhr|kosten|beitrag|summe|tarif|fahrpreis)\w*\b", 1, 2),
        (r"\b(?:ein|das|um ein) drittel\b", 1, 3), (r"\bzwei drittel\b", 2, 3),
        (r"\b(?:ein|das|um ein) viertel\b", 1, 4), (r"\b(?:drei ?viertel)\b(?! stunde)", 3, 4),
        (r"\b(?:ein|das) funftel\b", 1, 5), (r"\bvier funftel\b", 4, 5), (r"\b(?:ein|das) zehntel\b", 1, 10),
    ),
    "zh": ((r"一半|半价|对折|半数|半满|过半|半(?=[瓶袋包盒箱罐桶杯碗])", 1, 2),),
}  # fmt: skip
_CHINESE = re.compile("([一二两三四五六七八九]|[1-9])分之([一二两三四五六七八九]|[1-9])")
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2}
_COMPILED = {
    code: tuple((re.compile(words), Decimal(over), Decimal(under)) for words, over, under in rows)
    for code, rows in _PATTERNS.items()
}


def fractions(bare: str, language: str) -> Iterator[tuple[int, int, Decimal]]:
    """The place of each share in words and how many per cent it is."""
    code = language.partition("-")[0]
    for pattern, over, under in _COMPILED.get(code, ()):
        for match in pattern.finditer(bare):
            yield *match.span(), _per_cent(over, under)
    if code == "zh":
        for match in _CHINESE.finditer(bare):
            under, over = (Decimal(_DIGITS.get(sign, 0) or int(sign)) for sign in match.groups())
            yield *match.span(), _per_cent(over, under)


def _per_cent(over: Decimal, under: Decimal) -> Decimal:
    return round(100 * over / under, 2).normalize()

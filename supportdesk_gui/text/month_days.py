"""Days that come every month: `the 5th of each month`, `le dernier dimanche du mois`, `每月1日`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

# "the last Sunday of the month": its place among them
_NTH_DAY = re.compile(
    r"\b(first|second|third|fourth|last|primer|segundo|tercer|ultimo|premier|deuxieme|troisieme|dernier|ersten?|zweiten?|"
    r"dritten?|letzten?) ((?:mon|tues|wednes|thurs|fri|satur|sun)day|lunes|martes|miercoles|jueves|viernes|sabado|domingo|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)"
    r" (?:of|in|de|del|du|im|des|jede[ns])\b|(第[一二三四]|最后一)个?((?:周|星期)[一二三四五六日天])"
)
_PLACES = (
    "first primer premier erste ersten 第一", "second segundo deuxieme zweite zweiten 第二",
    "third tercer troisieme dritte dritten 第三", "fourth 第四", "last ultimo dernier letzte letzten 最后一",
)  # fmt: skip
# "Wednesday the 4th", without its month
_WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lunes|martes|miercoles|jueves|viernes|sabado|domingo|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)"
)
_BESIDE_WEEKDAY = re.compile(
    rf"\b{_WEEKDAY},? (?:the |el |dia |le |de[nmr] )?(\d{{1,2}})(?:st|nd|rd|th|er|\.)?(?![\d:/%€$]|[.,]\d| ?(?:[a-z]*h\b|uhr|heures?|am\b|pm\b|€))"
    rf"|\b(\d{{1,2}})(?:st|nd|rd|th), {_WEEKDAY}\b"
)
_EACH_MONTH = re.compile(
    r"(?<![\d.,])(\d{1,2})(?:\.|st|nd|rd|th|er)? (?:jede[sn] monats|eines monats|des monats|of (?:each|every|the) month|"
    r"de cada mes|del mes|de chaque mois|du mois)|每月(\d{1,2})[日号]|\b(?:el|del|al) dia (\d{1,2})\b(?! de)"
)


def month_days(bare: str) -> Iterator[tuple[tuple[int, int], frozenset[tuple[str, str, Decimal]]]]:
    """The place of each in a text in plain spelling, with the keys that text/figures.py compares."""
    for match in _NTH_DAY.finditer(bare):
        said = match[1] or match[3]
        place = next(number for number, words in enumerate(_PLACES) if said in words.split())
        yield match.span(1 if match[1] else 3), frozenset({("nth", "", Decimal(place))})
    for match in _BESIDE_WEEKDAY.finditer(bare):
        day = Decimal(match[1] or match[2])
        keys = frozenset({("day", "", day), ("day alone", "", day)})
        yield match.span(match.lastindex or 1), keys
    for match in _EACH_MONTH.finditer(bare):
        day = Decimal(match[match.lastindex or 1])
        keys = frozenset({("day", "", day), ("day alone", "", day)})
        yield match.span(match.lastindex or 1), keys

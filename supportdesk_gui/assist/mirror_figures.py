"""Figures that a sentence and its translation do not share: numbers, dates, amounts, codes.

text/figures.py reads both. What is left over on one side may still stand on the other in words
that it does not read (`both`, `twice`, `第二`), so it is sought there as a plain number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from supportdesk_gui.text.clock_words import clocks_in_figures
from supportdesk_gui.text.figures import Figure, FigureKind, Key, amount_keys, date_keys, figures
from supportdesk_gui.text.numerals import in_figures
from supportdesk_gui.text.plain import plain

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Apart:
    """A figure that the other side has not, or has otherwise."""

    kind: FigureKind
    source: Span | None
    target: Span | None


@dataclass(frozen=True, slots=True)
class _Side:
    """One text with its figures, and its plain spelling with numbers in figures."""

    text: str
    language: str
    figures: tuple[Figure, ...]
    bare: str
    numbers: tuple[tuple[Decimal, Span], ...]
    loose: tuple[tuple[Decimal, Span], ...]


# Numbers in words that stand for no figure in text/figures.py, and are often put otherwise.
_IN_WORDS = {
    2: "both|beide[nmrs]?|ambos|ambas|twice|double[sd]?|zweimal|doppelt\\w*|dos veces|doble\\w*|les deux|"
    "deux fois|couple|pair|paar|par de|paire|second\\w*|zweite\\w*|segund[oa]s?|deuxieme\\w*|zweit\\w+|"
    "两\\w*|双\\w*|二\\w*|either|neither|weder|duplicate\\w*|duplicad\\w*|doublon\\w*|zu zweit|俩|"
    "another|ein weiter\\w*|otr[oa]|un autre|一对|再|重复",
    3: "third|dritte\\w*|tercer\\w*|troisieme\\w*|triple|dreifach\\w*|三\\w*",
    4: "fourth|quarter\\w*|vierte\\w*|cuart[oa]\\w*|quatrieme\\w*|四\\w*|trimest\\w*",
    5: "fifth|funfte\\w*|quint[oa]|cinquieme|五\\w*",
    12: "dozens?|dutzend|docenas?|douzaines?|一打|year\\w*|jahr\\w*|ano|an|annee|annuel\\w*|anual\\w*|年",
    6: "half a year|half-year\\w*|halbjahr\\w*|halbes jahr|medio ano|semestr\\w*|半年",
    50: "half\\w*|halb\\w*|medi[oa]|mitad|moitie|demi\\w*|一半|半\\w*",
    100: "full\\w*|voll\\w*|complet\\w*|integral\\w*|total\\w*|全\\w*",
    7: "week\\w*|woche\\w*|wochent\\w*|seman\\w*|hebdo\\w*|semaine\\w*|周|星期|礼拜",
    24: "day|tag|dia|jour|天|日|clock|stunden|rund um die uhr|durchgehend|nonstop|全天候",
    3600: "stunde",
    1440: "day|tag|dia|jour|天|日",
    14: "fortnight\\w*|quince|quinz\\w*|半个?月",
    15: "fortnight\\w*|quincen\\w*|quinz\\w*|半个?月|vierzehn\\w*",
}  # fmt: skip
_WORDS = [
    (Decimal(value), re.compile(rf"(?<![a-z])(?:{words})(?![a-z])"))
    for value, words in _IN_WORDS.items()
]
_NUMBER = re.compile(r"\d+(?:[.,'’ \u00a0\u202f]\d{3})*(?:[.,]\d+)?")
_DAY_MONTH = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?(\d{4}|\d\d))?\.?")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?![\d%€])")
# A comma of no number: "118,24小时"; "9 h 30".
_CHINESE_PAUSE = re.compile(r"(?<=\d),(?=\d{1,2}(?!\d)|\d{4})")
# "les 4 premières semaines"
_BESIDE_UNIT = re.compile(
    r"(?<= )(?:premi[eè]res|premiers|prochaine?s|derni[eè]res|derniers|primer[ao]s|pr[oó]xim[ao]s|"
    r"[uú]ltim[ao]s|siguientes|ersten|nächsten|letzten|folgenden) (?=\w)"
)
# "samstagnachmittags"
_GERMAN_DAY = re.compile(
    r"(?i)\b((?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)s?((?:vor|nach)?mittags?|abends?|morgens?)\b"
)
_FRENCH_TIME = re.compile(r"(?<!\d)(\d{1,2})\s?h\s?(\d\d)(?!\d)")
_TENTH = re.compile(
    r"(?<=[块塊元])[一二三四五六七八九](?![零〇一二三四五六七八九十百千万天个個年月日块元件位次名])"
)
_SIGNS = "一二三四五六七八九十"
_ONE_SIGN = re.compile(rf"(?<![{_SIGNS}百千万])[{_SIGNS}](?![{_SIGNS}百千万])")
_ONE = re.compile(r"一|1个|(?:an?|one|une?|una|ein\w*) ")
_FORTNIGHT = frozenset({("span", "", Decimal(14 * 1440)), ("span", "", Decimal(15 * 1440))})
_HALF_MONTH = ("span", "month", Decimal("0.5"))
_WEEK_OF_EIGHT = frozenset({("span", "", Decimal(7 * 1440)), ("span", "", Decimal(8 * 1440))})
_MEASURED = frozenset(
    {FigureKind.AMOUNT, FigureKind.PERCENTAGE, FigureKind.DURATION, FigureKind.DATE}
)
_DOLLARS = (
    ("us", r"us-?\$|usd|us-dollar|美元|美金|estadounidense|americain|us dollar"),
    ("tw", r"nt-?\$|twd|ntd|台币|taiwan|taiwanes|台幣"),
    ("hk", r"hk-?\$|hkd|港币|港元|hong ?kong"),
    ("au", r"\ba\$|au\$|aud|澳元|australi"),
    ("ca", r"\bc\$|ca\$|cad\b|加元|canadi|kanadi"),
    ("mx", r"mx\$|mxn|mexic"),
)
_TODAY = {
    "en": {0: "today", 1: "tomorrow", -1: "yesterday"},
    "es": {0: "hoy", 1: "(?<!esta )(?<!la )manana", -1: "ayer"},
    "fr": {0: "aujourd'hui|ce jour", 1: "demain", -1: "hier"},
    "de": {0: "heute", 1: "morgen", -1: "gestern"},
    "zh": {0: "今天|今日|当天|今晚|今早", 1: "明天|明日|明早", -1: "昨天|昨日|昨晚"},
}
_NEAR_DOLLAR = 18
_FEW = 3
_NO_NUMBER = frozenset({"neuf", "neufs", "once", "sept"})
_DAY_OF = ("星期", "周", "週", "礼拜", "禮拜")
_WHICH = re.compile(r"其中|哪|任|which |each |jede|cada|chaque")


def figures_apart(
    source: str, source_language: str, target: str, target_language: str
) -> list[Apart]:
    """The figures that only one side has, those of a kind side by side."""
    ours, theirs = _side(source, source_language), _side(target, target_language)
    left, over = _paired(ours, theirs)
    left, over = (
        _told([one for one in left if not _is_loose(one, ours, theirs, over)], ours, theirs),
        _told([one for one in over if not _is_loose(one, theirs, ours, left)], theirs, ours),
    )
    apart = []
    for one in left:
        other = next((each for each in over if each.kind is one.kind), over[0] if over else None)
        if other is not None:
            over.remove(other)
        span = (other.start, other.end) if other else None
        apart.append(Apart(one.kind, (one.start, one.end), span))
    apart += [Apart(one.kind, None, (one.start, one.end)) for one in over]
    return apart or [*_days_apart(ours, theirs), *_years_apart(ours, theirs)]


def figure_spans(text: str, language: str) -> list[Span]:
    """Where the figures of a text stand."""
    return [(one.start, one.end) for one in _side(text, language).figures]


@lru_cache(maxsize=512)
def _side(text: str, language: str) -> _Side:
    text = _clear(text, language)
    figured = in_figures(text, language)
    bare = plain(figured.text)
    numbers = [
        (value, figured.span(*match.span()))
        for match in _NUMBER.finditer(bare)
        for value in _values(match[0])
    ]
    words = [
        (value, figured.span(*match.span()))
        for value, pattern in _WORDS
        for match in pattern.finditer(bare)
    ]
    found = tuple(_as_written(one, text, language) for one in figures(text, language))
    if language.startswith("zh"):
        words += [
            (Decimal(_SIGNS.index(match[0]) + 1), figured.span(*match.span()))
            for match in _ONE_SIGN.finditer(bare)
        ]
    return _Side(text, language, found, bare, tuple(numbers), tuple(numbers + words))


def _clear(text: str, language: str) -> str:
    """What text/figures.py would read as something else, written clearly; the same length."""
    text = clocks_in_figures(text, language)
    if language.startswith("zh"):
        return _CHINESE_PAUSE.sub("，", text)
    if language == "de":
        text = _GERMAN_DAY.sub(lambda m: m[1].ljust(len(m[0])), text)
    text = _BESIDE_UNIT.sub(lambda m: " " * len(m[0]), text)
    if language == "fr":
        return _FRENCH_TIME.sub(lambda m: f"{m[1]}:{m[2]}".ljust(len(m[0])), text)
    return text


def _values(written: str) -> Iterator[Decimal]:
    """What a number may mean: 1.200 is a thousand more or less."""
    bare = re.sub("['’ \u00a0\u202f]", "", written)
    for text in {
        bare.replace(",", "").replace(".", ""),
        bare.replace(",", "."),
        bare.replace(",", ""),
    }:
        try:
            yield Decimal(text).normalize()
        except InvalidOperation:
            continue


def _as_written(one: Figure, text: str, language: str) -> Figure:
    """`二十八块五` with its tenths, a date in figures with the day where its language has it; English may put it second."""
    if one.kind is FigureKind.AMOUNT and (tenth := _TENTH.match(text, one.end)):
        value = one.value + Decimal("一二三四五六七八九".index(tenth[0]) + 1) / 10
        return Figure(
            one.kind, amount_keys(one.unit, value), one.start, tenth.end(), value, one.unit
        )
    match = _DAY_MONTH.fullmatch(text[one.start : one.end])
    code = language.partition("-")[0]
    if one.kind is not FigureKind.DATE or match is None or code == "en":
        return one
    day, month = int(match[1]), int(match[2])
    if code == "zh":
        day, month = month, day
    year = int(match[3] or 0)
    year += 2000 if match[3] and len(match[3]) == 2 else 0
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return one
    return Figure(one.kind, date_keys(year, month, day), one.start, one.end)


def _paired(ours: _Side, theirs: _Side) -> tuple[list[Figure], list[Figure]]:
    """The figures that are left over on either side."""
    left: list[Figure] = []
    over = list(theirs.figures)
    for one in ours.figures:
        other = next((each for each in over if _agree(one, ours, each, theirs)), None)
        if other is None:
            left.append(one)
        else:
            over.remove(other)
    left = [one for one in left if not any(_agree(one, ours, e, theirs) for e in theirs.figures)]
    over = [one for one in over if not any(_agree(e, ours, one, theirs) for e in ours.figures)]
    return left, over


def _agree(one: Figure, ours: _Side, other: Figure, theirs: _Side) -> bool:
    if one.kind is FigureKind.AMOUNT and other.kind is FigureKind.AMOUNT:
        mine, yours = _dollars(one, ours), _dollars(other, theirs)
        if mine and yours:
            return one.value == other.value and not mine.isdisjoint(yours)
    shared = one.keys & other.keys
    if one.kind is FigureKind.DATE and other.kind is FigureKind.DATE:
        dated = [{key for key in each.keys if key[0] == "date" and key[1]} for each in (one, other)]
        if all(dated) and dated[0].isdisjoint(dated[1]):
            return False
    hours = [{key[2] % 720 for key in each.keys if key[0] == "time"} for each in (one, other)]
    if shared or not hours[0].isdisjoint(hours[1]):
        return True  # four o'clock may be 16:00
    both = one.keys | other.keys
    return any(
        one.keys & group and other.keys & group
        for group in (_FORTNIGHT | {_HALF_MONTH}, _WEEK_OF_EIGHT)
    ) and _is_idiom(one, ours, other, theirs, both)


def _is_idiom(one: Figure, ours: _Side, other: Figure, theirs: _Side, both: frozenset[Key]) -> bool:
    """`quinze jours` are two weeks, `acht Tage` one: in words, not in figures of both."""
    del both
    said = [
        plain(side.text[each.start : each.end]) for each, side in ((one, ours), (other, theirs))
    ]
    return any(re.match(r"quin[cz]|huit|acht|ocho|半", text) for text in said)


def _dollars(one: Figure, side: _Side) -> set[str]:
    around = plain(side.text[max(0, one.start - 4) : one.end + _NEAR_DOLLAR])
    return {name for name, pattern in _DOLLARS if re.search(pattern, around)}


def _is_loose(one: Figure, ours: _Side, theirs: _Side, over: Sequence[Figure]) -> bool:
    """Whether the other side says it in a way that is not read as the same figure."""
    if one.kind is FigureKind.CODE:
        key = next(iter(one.keys))[1]
        pattern = r"[-_/. ]?".join(map(re.escape, key))
        return bool(re.search(rf"(?<![A-Z0-9]){pattern}(?![A-Z0-9])", theirs.text.upper()))
    if one.kind is FigureKind.DATE:
        return _is_loose_date(one, ours, theirs)
    taken = [
        (each.start, each.end)
        for each in theirs.figures
        if (one.kind in _MEASURED and each.kind in _MEASURED) or each not in over
    ]
    wanted = {one.value.normalize(), *(key[2].normalize() for key in one.keys if key[2])}
    if one.unit == "month":
        wanted.add((one.value / 12).normalize())
    if one.unit == "minute":
        wanted.add((one.value / 60).normalize())
    wanted.discard(Decimal(0))
    return any(
        value in wanted and not any(a < end and start < b for a, b in taken)
        for value, (start, end) in theirs.loose
    )


def _is_loose_date(one: Figure, ours: _Side, theirs: _Side) -> bool:
    """Days and months in words that are everyday words as well: `may`, `morgen`, `mañana`."""
    kinds = {key[0] for key in one.keys}
    if kinds == {"relative"}:
        return True  # _days_apart compares them
    if kinds == {"month"}:
        months = {int(key[2]) for key in one.keys}
        names = {3: "march|mars|marz", 5: r"may\b|mai|mayo"}
        return any(
            number in months and re.search(rf"\b(?:mid-)?(?:mi-)?(?:{words})", theirs.bare)
            for number, words in names.items()
        ) or any(
            key[0] == "date" and int(key[2]) // 100 in months
            for each in theirs.figures for key in each.keys
        ) or any(rf"{number}月" in theirs.bare for number in months)  # fmt: skip
    if kinds == {"time"}:
        hours = {int(key[2]) // 60 for key in one.keys} | {
            int(key[2]) // 60 % 12 for key in one.keys
        }
        return any(value in hours and value == int(value) for value, _ in theirs.loose)
    if kinds == {"date"} and not any(sign.isdecimal() for sign in ours.text[one.start : one.end]):
        return True
    days = {int(key[2]) % 100 for key in one.keys}
    months = {int(key[2]) // 100 for key in one.keys}
    # "on 3 and 4 May": the first has no month of its own.
    near = {value for value, _ in theirs.loose}
    return kinds == {"date"} and bool(near & days) and any(
        key[0] == "date" and int(key[2]) // 100 in months
        for each in theirs.figures for key in each.keys
    )  # fmt: skip


def _told(found: list[Figure], side: _Side, other: _Side) -> list[Figure]:
    """Those that are plainly meant: in figures, or where the other side has another number."""
    kept = []
    for one in found:
        written = side.text[one.start : one.end]
        if any(sign.isdecimal() for sign in written):
            kept.append(one)
        elif plain(written) in _NO_NUMBER or side.text[max(0, one.start - 2) : one.start].endswith(
            _DAY_OF
        ):
            continue
        elif (
            (one.kind is not FigureKind.NUMBER and not _ONE.match(plain(written)))
            or one.value > _FEW
            or _has_another(one, other)
        ):
            kept.append(one)
    return kept


def _has_another(one: Figure, side: _Side) -> bool:
    """Whether a number stands on that side that is part of no figure, and not this one."""
    return any(
        value != one.value and not _WHICH.search(side.text[max(0, start - 3) : start])
        for value, (start, end) in side.numbers
        if not any(
            each.start < end and start < each.end and each.kind is not FigureKind.NUMBER
            for each in side.figures
        )
    )


def _days_apart(ours: _Side, theirs: _Side) -> Iterator[Apart]:
    """`today` against `tomorrow`: told where both sides name a day, and not the same."""
    named = [_days(side) for side in (ours, theirs)]
    if all(named) and named[0].keys().isdisjoint(named[1]):
        yield Apart(FigureKind.DATE, *(next(iter(one.values())) for one in named))


def _days(side: _Side) -> dict[int, Span]:
    bare = plain(side.text)
    words = _TODAY.get(side.language.partition("-")[0], {})
    found: dict[int, Span] = {}
    for number, pattern in words.items():
        match = re.search(rf"(?<![a-z]){pattern}(?![a-z])" if bare.isascii() else pattern, bare)
        if match:
            found[number] = match.span()
    return found


def _years_apart(ours: _Side, theirs: _Side) -> Iterator[Apart]:
    mine = {match[0]: match.span() for match in _YEAR.finditer(ours.text)}
    yours = {match[0]: match.span() for match in _YEAR.finditer(theirs.text)}
    first = [span for year, span in mine.items() if year not in yours]
    second = [span for year, span in yours.items() if year not in mine]
    if first and second:
        yield Apart(FigureKind.DATE, first[0], second[0])

"""The exact things a text states, so that two texts can be compared: figures, dates, numbers.

What text/quantities.py finds, in figures or in words, and beside it dates without a year, days
of the week, times of day, rates of discount in Chinese and bare numbers. A figure carries keys;
two figures agree when they share one: `11/03` is both 11 March and 3 November, `24 hours` is a
day, `$5` may be any dollar. A range is two figures at one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache

from supportdesk_gui.text.calendar_words import MONTHS, RELATIVE_DAYS, TIMES_OF_DAY, WEEKDAYS
from supportdesk_gui.text.month_days import month_days
from supportdesk_gui.text.numerals import Figured, in_figures
from supportdesk_gui.text.plain import plain
from supportdesk_gui.text.quantities import Quantity, QuantityKind, quantities
from supportdesk_gui.text.references import references

Key = tuple[str, str, Decimal]
"""What kind of thing, its unit or text, its value (0 where it has none)."""


class FigureKind(StrEnum):
    """What a figure is."""

    AMOUNT = "amount"
    PERCENTAGE = "percentage"
    DURATION = "duration"
    DATE = "date"
    NUMBER = "number"
    CODE = "code"
    URL = "url"


@dataclass(frozen=True, slots=True)
class Figure:
    """An exact thing at characters `start` to `end`; `value` in `unit` where it can be counted."""

    kind: FigureKind
    keys: frozenset[Key]
    start: int
    end: int
    value: Decimal = Decimal(0)
    unit: str = ""


_NONE = Decimal(0)
_DAY = 1440
# Dollars are not told apart where a text writes only their sign, nor are yuan.
_CURRENCY_CLASSES = {
    "USD": ("$",), "HKD": ("$", "元"), "CNY": ("元",), "TWD": ("元", "$"), "JPY": ("元", "JPY"),
    "MXN": ("$",),
}  # fmt: skip
_COUNTED = "节堂号晚夜桌组袋罐卷张张次件份台部双位本瓶盒包袋箱条支只套人名颗粒枚组层楼片楼副"
_BARE = re.compile(
    r"(?<![A-Za-z0-9_/:-])(?<!\d[.,])(\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d+)?)(?![A-Za-z0-9_/:%％年月]|[.,]\d)"
)
_COUNT = re.compile(
    rf"(?<!\d)(?<!\d[.,])(\d+)\s*(?:[{_COUNTED}]|个(?!月|小时|工作|星期|自然|季)|分(?!钟|之|期)|点(?!\d|击|半|前|后|钟))"
)
_WITH_UNIT = re.compile(
    r"(?<![A-Za-z0-9_.,/:-])(\d+(?:[.,]\d+)?)\s?-?(?:kg|km|cm|mm|gb|mb|tb|ml|kwh|watt|zoll|inch(?:es)?|"
    r"st|nd|rd|th|miles?|meter|metres?|litre?s?|gigas?|cl|lbs?|oz|mal|gramm?|stuck|公里|公斤|厘米|平米|平方)(?![a-z])"
)
_DISCOUNT = re.compile(r"(?<![\d.])(\d(?:\.\d)?|\d\d)\s*折(?!抵|扣券|叠|断|返|合|成)")
_TENTHS = re.compile(r"(?<![\d.])(\d)成(?!功|立|为|本|员|交|套)")
_HUNDREDTHS = re.compile(r"100分之(\d+(?:\.\d+)?)")
_CENTS = re.compile(
    r"(?:[ \xa0]|\s(?:con|y|and|und|et)\s)?(\d\d)(?:\s?(?:cent\w*|ct|pence|p|centimos)\b)?(?!\d|[.,:]\d|\s?[a-z%€])"
)
_SHORT_DATE = re.compile(r"(?<![\d/.,-])(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d\d))?(?![\d/])")
_DOTTED_DATE = re.compile(r"(?<![\d.,])(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}|\d\d)(?!\d))?")
_DASHED_DATE = re.compile(r"(?<![\d-])(\d{1,2})-(\d{1,2})-(\d{4})(?![\d-])")
_YEAR_FIRST = re.compile(r"(?<![\d/.])(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?![\d/.])")
_MONTH_ONLY = re.compile(r"(?<![\d.])(?<!\d年)(\d{1,2})月(?!\s*\d|内)(?:份|底|初|中|$|[^\d个])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_OCLOCK = re.compile(
    r"(上午|早上|凌晨|下午|晚上|中午|傍晚)?(\d{1,2})[点时](?:(\d{1,2})分?|(半))?(?!击|数|折|间|候|(?<![午晨上晚]\d点)(?<![午晨上晚]\d\d点)[可换])"
)
_AFTER_OCLOCK = re.compile(
    r"前|后|整|到|至|钟|之|以|起|关|开|止|的|打|才|就|下|送|有|入|退|先|来|去|走|接|见|出|回|左|再|还|也|仍|[,，。、.;；?？!！~-]|$"
)
_TIME = re.compile(
    r"(?<![\d.,:/])(\d{1,2})(?:[:.h](\d\d))?\s?(a\.?m\b|p\.?m\b|uhr\b|o'?clock\b|h(?:s|rs)?\b|"
    r"heures?\b|horas\b)(?:\s?(\d\d)(?!\d))?"
)
_WHOLE = {"month": 12, "day": 7, "minute": 1440}
_AND_SO_LONG = re.compile(r"\s*(?:and|und|et|y|零|又)?\s*")
_POINTS_BEFORE = re.compile(r"[积得获送用共满值抵兑累有元]\s?$|可以|能够")
_NAMED_DAY = re.compile(r"(?:black|good|cyber) $|黑色$")
# "on a day that suits you", 同一个工作日: no length of time.
_ANY_DAY = re.compile(r"(?:ein\w*|une?|una?|an?|one) \w+")
_WITHIN = re.compile(
    r"\b(?:in|within|innerhalb|binnen|von|dans|sous|en|dentro de|de|nur|only|after|nach|apres|tras|"
    r"hasta|bis|up to|jusqu'a|just|takes?|dauert|tarda)\s+(?:only |nur |solo )?$"
)
_AT_TIME = re.compile(
    r"\b(?:a|desde|hasta|antes de|despues de|entre|y|sobre) las? (\d{1,2})(?![\d:]|[.,]\d)(?! (?:h|horas)\b)"
    r"(?: y (media))?|(?<=\bum )(\d{1,2})(?![\d:]|\.\d)(?! uhr)"
    r"|\b(\d{1,2}) in the (?:morning|afternoon|evening)\b"
)
_CLOCK_BEFORE = re.compile(r"(?:\d|uhr|heures?|horas?|h|clock|[ap]m) (?:del? |du |at )?$")
_LATER = re.compile(
    r"\s*(?:h |uhr |heures? |horas? )?(?:mittags|del mediodia|nachmittags|abends|am nachmittag|am abend|de la tarde|"
    r"de la noche|de l'apres-midi|du soir|in the afternoon|in the evening|p\.?m)"
)


def figures(text: str, language: str) -> list[Figure]:
    """The exact things in a text of that language, in their order; none lies across another."""
    held = references(text)
    found = [
        Figure(FigureKind(one.kind), frozenset({(one.kind, one.key, _NONE)}), one.start, one.end)
        for one in held
    ]
    masked = list(text)
    for one in held:
        masked[one.start : one.end] = "\x00" * (one.end - one.start)
    figured = in_figures("".join(masked), language)
    bare = plain(figured.text)
    taken: set[int] = set()
    for figure in (
        *_dates(bare, language), *_rates(bare), *_measured(figured.text, language), *_times(bare),
        *_days(bare, language), *_numbers(bare, language),
    ):  # fmt: skip
        span = range(figure.start, figure.end)
        if taken.isdisjoint(span):
            found += _placed(figure, figured)
        else:
            # The other end of a range has the same place.
            last = found[-1] if found else None
            same = (
                last is not None
                and figure.kind is last.kind is not FigureKind.DATE
                and (last.start, last.end) == _span(figure, figured)
            )
            found += _placed(figure, figured) if same else []
        taken.update(span)
    return _joined(sorted(dict.fromkeys(found), key=lambda one: one.start), text)


def _placed(figure: Figure, figured: Figured) -> list[Figure]:
    start, end = _span(figure, figured)
    return [Figure(figure.kind, figure.keys, start, end, figure.value, figure.unit)]


def _span(figure: Figure, figured: Figured) -> tuple[int, int]:
    return figured.span(figure.start, figure.end)


def _joined(found: list[Figure], text: str) -> list[Figure]:
    """One length of time for two that make it up: `a year and two months`."""
    kept: list[Figure] = []
    for one in found:
        last = kept[-1] if kept else None
        if (
            last is not None
            and one.kind is last.kind is FigureKind.DURATION
            and one.unit == last.unit
            and last.value > one.value
            and one.value < _WHOLE.get(one.unit, 0)
            and last.end <= one.start
            and _AND_SO_LONG.fullmatch(text[last.end : one.start])
        ):
            value = last.value + one.value
            keys = span_keys(one.unit, value)
            kept[-1] = Figure(one.kind, keys, last.start, one.end, value, one.unit)
        else:
            kept.append(one)
    return kept


def key(kind: str, unit: str, value: Decimal | int) -> Key:
    """A key as figures carry it."""
    return kind, unit, Decimal(value)


def date_keys(year: int, month: int, day: int) -> frozenset[Key]:
    """The keys of a date; year 0 is any, and so is that of a text which names none."""
    plain_day = key("date", "", month * 100 + day)
    return frozenset(
        {plain_day, key("date", str(year), month * 100 + day)} if year else {plain_day}
    )


def span_keys(unit: str, value: Decimal) -> frozenset[Key]:
    """The keys of a length of time: days and minutes are one measure."""
    if unit in {"minute", "day"}:
        return frozenset({key("span", "", value * (_DAY if unit == "day" else 1))})
    return frozenset({key("span", unit, value)})


def amount_keys(unit: str, value: Decimal) -> frozenset[Key]:
    """The keys of a sum of money, one for each currency that its sign may mean."""
    return frozenset(key("amount", name, value) for name in _CURRENCY_CLASSES.get(unit, (unit,)))


def _measured(text: str, language: str) -> Iterator[Figure]:
    """Amounts, percentages, durations, full dates and clock times."""
    for one in quantities(text):
        if language != "fr" and text[one.start : one.end].endswith((" an", " An")):
            continue  # "unter 120 an" is no length of time
        if one.kind is QuantityKind.DATE:
            year, rest = divmod(int(one.values[0]), 10000)
            end = one.end - (text[one.end - 1] == ".")
            yield _figure(FigureKind.DATE, date_keys(year, *divmod(rest, 100)), one.start, end)
        elif one.kind is QuantityKind.TIME:
            minutes = one.values[0]
            yield _figure(FigureKind.DATE, {key("time", "", minutes)}, one.start, one.end)
        else:
            yield from _counted(text, one, language)


def _counted(text: str, one: Quantity, language: str) -> Iterator[Figure]:
    for value in dict.fromkeys(one.values):
        start, end = one.start, one.end
        if one.kind is QuantityKind.AMOUNT:
            cents = _CENTS.match(text, end) if value == value.to_integral() else None
            whole = value
            if cents and not text[end - 1].isdigit():
                whole, end = value + Decimal(cents[1]) / 100, cents.end()
            keys = amount_keys(one.unit, whole)
            if language.startswith("zh") and text[start] == "$":
                keys |= {key("amount", "元", whole)}  # of Hong Kong or Taiwan
            yield _figure(FigureKind.AMOUNT, keys, start, end, whole, one.unit)
        elif one.kind is QuantityKind.PERCENT:
            keys = frozenset({key("percent", "", value)})
            yield _figure(FigureKind.PERCENTAGE, keys, start, end, value, "%")
        else:
            yield from _duration(text, one, value)


def _duration(text: str, one: Quantity, value: Decimal) -> Iterator[Figure]:
    keys = span_keys(one.unit, value)
    said = plain(text[one.start : one.end])
    if value == 1 and one.unit in {"day", "workday"} and _ANY_DAY.fullmatch(said):
        before = plain(text[max(0, one.start - 20) : one.start])
        if not _WITHIN.search(before):
            return
    if text[max(0, one.start - 1) : one.start] in {*"这這下同上每某那另近"} and value != 0:
        return
    if said[-1] in "日号" and one.unit == "day" and value <= 31:
        # 15日 is a day of the month as well.
        keys |= {key("day", "", value), key("day alone", "", value)}
    if one.unit == "minute" and value % 60 == 0 and value <= _DAY and re.search("h|点", said):
        keys |= {key("time", "", value % _DAY)}  # 13 h is one o'clock as well
        if _LATER.match(plain(text[one.end : one.end + 24])):
            keys |= {key("time", "", (value + 720) % _DAY)}
    yield _figure(FigureKind.DURATION, keys, one.start, one.end, value, one.unit)


def _dates(bare: str, language: str) -> Iterator[Figure]:
    for match in _YEAR_FIRST.finditer(bare):
        yield from _date(match.span(), int(match[1]), (int(match[3]), int(match[2])))
    for pattern in (_SHORT_DATE, _DOTTED_DATE, _DASHED_DATE):
        for match in pattern.finditer(bare):
            first, second, year = match.groups()
            if match[0] != "24/7" and not (pattern is _DOTTED_DATE and language == "en"):
                full = int(year or 0) + (2000 if year and len(year) == 2 else 0)
                yield from _date(match.span(), full, (int(first), int(second)))


def _date(span: tuple[int, int], year: int, parts: tuple[int, int]) -> Iterator[Figure]:
    """Day and month in either order, where both make a date."""
    pairs = {parts, parts[::-1]}
    keys: set[Key] = set()
    for day, month in pairs:
        if 1 <= day <= 31 and 1 <= month <= 12:
            keys |= date_keys(year, month, day)
    if keys:
        yield _figure(FigureKind.DATE, keys, *span)


def _days(bare: str, language: str) -> Iterator[Figure]:
    """Days of the week, months alone, tomorrow."""
    code = language.partition("-")[0]
    for number, match in _named(WEEKDAYS, code, bare):
        if _NAMED_DAY.search(bare, max(0, match.start() - 6), match.start()):
            continue
        yield _figure(FigureKind.DATE, {key("weekday", "", number)}, *match.span())
    for number, match in _named(MONTHS, code, bare):
        yield _figure(FigureKind.DATE, {key("month", "", number)}, *match.span())
    for number, match in _named(RELATIVE_DAYS, code, bare):
        yield _figure(FigureKind.DATE, {key("relative", "", number)}, *match.span())
    if code == "zh":
        for match in _MONTH_ONLY.finditer(bare):
            if 1 <= int(match[1]) <= 12:
                keys = {key("month", "", int(match[1]))}
                yield _figure(FigureKind.DATE, keys, match.start(), match.end(1) + 1)


def _times(bare: str) -> Iterator[Figure]:
    for match in _TIME.finditer(bare):
        hour, minutes = int(match[1]) % 24, int(match[2] or match[4] or 0)
        mark = match[3].replace(".", "")
        if hour > 24 or minutes > 59 or (mark[0] not in "apuo" and not (match[2] or match[4])):
            continue
        if mark in {"am", "pm"}:
            hour = hour % 12 + (12 if mark == "pm" else 0)
        later = bool(_LATER.match(bare, match.end())) or mark.startswith("o")
        either = {hour, (hour + 12) % 24} if later else {hour}
        keys = {key("time", "", one * 60 + minutes) for one in either}
        yield _figure(FigureKind.DATE, keys, *match.span())
    for match in _OCLOCK.finditer(bare):
        hour, minutes = int(match[2]), 30 if match[4] else int(match[3] or 0)
        timed = match[1] or match[3] or match[4] or _AFTER_OCLOCK.match(bare, match.end())
        points = not match[1] and _POINTS_BEFORE.search(
            bare, max(0, match.start() - 2), match.start()
        )
        if hour > 24 or not timed or points:
            continue  # 一点 is "a little" as well
        later = match[1] in {"下午", "晚上", "傍晚"} and hour < 12
        hours = {hour + 12} if later else {hour} if match[1] else {hour, (hour + 12) % 24}
        keys = {key("time", "", one * 60 + minutes) for one in hours}
        yield _figure(FigureKind.DATE, keys, *match.span())
    for match in _AT_TIME.finditer(bare):
        hour = int(match[1] or match[3] or match[4])
        if hour > 24:
            continue
        minutes = 30 if match[2] else 0
        keys = {key("time", "", one * 60 + minutes) for one in (hour % 24, (hour + 12) % 24)}
        yield _figure(FigureKind.DATE, keys, *match.span())


def _rates(bare: str) -> Iterator[Figure]:
    """九折 takes ten per cent off, 一成 is ten per cent."""
    for match in _DISCOUNT.finditer(bare):
        kept = Decimal(match[1]) * (1 if len(match[1]) == 2 else 10)
        keys = {key("percent", "", 100 - kept)}
        yield _figure(FigureKind.PERCENTAGE, keys, *match.span(), 100 - kept, "%")
    for pattern, factor in ((_TENTHS, 10), (_HUNDREDTHS, 1)):
        for match in pattern.finditer(bare):
            value = Decimal(match[1]) * factor
            keys = {key("percent", "", value)}
            yield _figure(FigureKind.PERCENTAGE, keys, *match.span(), value, "%")


def _numbers(bare: str, language: str) -> Iterator[Figure]:
    """Numbers with a measure, counted things in Chinese, and what else stands alone."""
    for code, match in _named(TIMES_OF_DAY, language.partition("-")[0], bare):
        if _CLOCK_BEFORE.search(bare, max(0, match.start() - 14), match.start()):
            continue  # "one o'clock at noon"
        yield _figure(FigureKind.DATE, {key("time", "", code)}, *match.span())
    for span, dated in month_days(bare):
        yield _figure(FigureKind.DATE, dated, *span)
    for pattern in (_WITH_UNIT, _COUNT, _BARE):
        for match in pattern.finditer(bare):
            value = _value(match[1])
            if value <= 1 or (_YEAR.fullmatch(match[1]) and pattern is _BARE):
                continue
            keys = {key("number", "", value)}
            if match[0][-1] == "号" or match[0][-2:] in {"st", "nd", "rd", "th"}:
                keys |= {key("day alone", "", value)}
            yield _figure(FigureKind.NUMBER, keys, *match.span(1), value)


def _value(digits: str) -> Decimal:
    mark = max(digits.rfind("."), digits.rfind(","))
    if mark >= 0 and len(digits) - mark - 1 == 3:
        return Decimal(re.sub("[.,]", "", digits))
    return Decimal(digits.replace(",", ".")).normalize()


def _figure(
    kind: FigureKind, keys: set[Key] | frozenset[Key], start: int, end: int,
    value: Decimal = _NONE, unit: str = "",
) -> Figure:  # fmt: skip
    return Figure(kind, frozenset(keys), start, end, value, unit)


def _named(
    table: dict[str, dict[int, str]], language: str, bare: str
) -> Iterator[tuple[int, re.Match[str]]]:
    """The words of a table that stand in the text, each with its number."""
    pattern, numbers = _compiled(id(table), language)
    if pattern is not None:
        for match in pattern.finditer(bare):
            yield numbers[match[0]], match


_TABLES = {id(table): table for table in (WEEKDAYS, MONTHS, RELATIVE_DAYS, TIMES_OF_DAY)}


@cache
def _compiled(table: int, language: str) -> tuple[re.Pattern[str] | None, dict[str, int]]:
    rows = _TABLES[table].get(language, {})
    numbers = {
        word.replace("_", " "): number for number, words in rows.items() for word in words.split()
    }
    if not numbers:
        return None, {}
    words = "|".join(sorted(map(re.escape, numbers), key=lambda word: -len(word)))
    edge = "" if language == "zh" else r"\b"
    return re.compile(f"{edge}(?:{words}){edge}"), numbers

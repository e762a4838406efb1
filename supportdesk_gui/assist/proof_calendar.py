"""Dates and lengths of time that follow plainly from others: a day later, what is left of a month."""

from __future__ import annotations

import calendar
import datetime
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from supportdesk_gui.text.figures import Figure, FigureKind, Key, date_keys, span_keys

_TO_DAY = re.compile(
    r"s?\s?(?:\b(?:to|through|bis|a|al|au)\b|[-–—至到])\s?(?:(?:el|le|den|zum) )?(?=\w)"
)
_CHINESE_DAYS = "一二三四五六日"
_MOST = 16
_YOUNGEST = 3
_DAYS = frozenset({"date", "day", "day alone"})
_UNTIL = re.compile(
    r"\b(?:until|till|by|before|latest|last day|deadline|up to|expires?|ends?|from|bis|spatestens|"
    r"ab|frist|endet|lauft|jusqu\w*|avant|au plus tard|expire|a partir|hasta|antes|a mas tardar|"
    r"vence|desde|limite|ultimo|after|nach|apres|tras)\b|前|过了|之后|以后|截止|到|为止|最晚|最迟|起"
)
_LEFT = re.compile(
    r"\b(?:left|remain\w*|more|another|still|further|long|lasts?|each|ago|since|late|early|ahead|away|to go|from|later|took|distance|verbleib\w*|noch|ubrig\w*|rest\w*|spat|fruh|"
    r"quedan?|faltan?|tarde|antes|depuis|retard|avance|seit|vor|hace|il y a|dauert|jeweils|dura|dure|chaque|cada)\b|剩|余|早|晚|前|多|差|还有|迟|逾|离|每次|距"
)
_EVE = re.compile(
    r"\b(?:the day (?:before|after)|day (?:before|after)|next day|previous day|vortag|am tag (?:davor|danach|darauf)|"
    r"folgetag|tags (?:zuvor|darauf)|veille|lendemain|jour (?:suivant|precedent)|dia (?:anterior|siguiente|antes|despues)|"
    r"vispera)\b|前一[天日]|前[天日]|次日|翌日|隔[天日]|第二天|后一天"
)
_LAST = (
    (re.compile(r"\b(?:last week|(?:letzte|vorige)\w* woche|semana pasada|semaine derniere)\b|上个?(?:周|星期|礼拜)"), "day", 7),
    (re.compile(r"\b(?:last month|(?:letzte|vorige)\w* monat|mes pasado|mois dernier)\b|上个?月"), "month", 1),
    (re.compile(r"\b(?:last year|(?:letzte|vorige)\w* jahr|ano pasado|an(?:nee)? dernier\w*)\b|去年"), "month", 12),
)  # fmt: skip


def with_days_between(found: Sequence[Figure], bare: str, *, spread: bool) -> list[Figure]:
    """The figures, with what a range of weekdays holds: "Monday to Friday" has a Wednesday in it.

    Where not `spread`, days that stand alone get the key by which a range knows them.
    """
    made: list[Figure] = []
    behind = False
    for place, one in enumerate(found):
        day = next((int(key[2]) for key in one.keys if key[0] == "weekday"), 0)
        to = _TO_DAY.match(bare, one.end) if day else None
        last = 0
        if to:
            beside = found[place + 1] if place + 1 < len(found) else one
            named = [int(key[2]) for key in beside.keys if key[0] == "weekday"]
            chinese = bare[to.end() : to.end() + 1]
            last = (
                named[0] if beside.start == to.end() and named
                else _CHINESE_DAYS.index(chinese) + 1 if chinese and chinese in _CHINESE_DAYS
                else 0
            )  # fmt: skip
        days = {(day - 1 + by) % 7 + 1 for by in range((last - day) % 7 + 1)} if last else {day}
        if day and (spread or not (last or behind)):
            keys = {("weekday within", "", Decimal(each)) for each in days}
            made.append(replace(one, keys=one.keys | keys))
        else:
            made.append(one)
        behind = bool(last)
    return made


def counts_days(one: Figure, said: Sequence[Figure]) -> bool:
    """ "Two days a week: Tuesday and Thursday" counts what it names."""
    if one.kind is not FigureKind.DURATION or one.unit != "day":
        return False
    return one.value == len({key for each in said for key in each.keys if key[0] == "weekday"})


def days_reckoned(policy: Sequence[Figure], asked: Sequence[Figure], bare: str) -> Iterator[Key]:
    """The days and times of day that follow from figures of passages and ticket."""
    known = [*policy, *asked]
    if _UNTIL.search(bare):
        yield from _later_dates(known)
        yield from _later_weekdays(policy, asked)
        yield from _beside_dates(asked)
        yield from _other_times(known)
        if any(key[0] == "date" for one in asked for key in one.keys):
            yield "relative", "", Decimal(1)  # "as you write on the 12th, until tomorrow"
    if _EVE.search(bare):
        yield from _beside_dates(known)


def spans_reckoned(
    said: Sequence[Figure], policy: Sequence[Figure], asked: Sequence[Figure], bare: str
) -> Iterator[Key]:
    """The lengths of time that follow from figures of passages, ticket and sentence."""
    for one in asked:
        if one.kind is FigureKind.NUMBER and one.value > _YOUNGEST:
            yield from span_keys("month", one.value * 12)  # "I am 27" is "27 años" in Spanish
    if _UNTIL.search(bare):
        yield from _other_times([*policy, *asked])
    yield from _between_days(asked)
    if _LEFT.search(bare):
        yield from _spans_between(policy, asked)
    yield from _rounded_up(said)


def _later_dates(known: Sequence[Figure]) -> Iterator[Key]:
    """Dates so long before or after one of the ticket as a passage says, give or take a day."""
    spans = {
        (one.unit, one.value)
        for one in known
        if one.kind is FigureKind.DURATION and one.unit != "workday"
    }
    keys = {key for one in known for key in one.keys if key[0] in {"date", "month"}}
    for (kind, year, rest), (unit, value) in itertools.product(
        list(keys)[:_MOST], list(spans)[:_MOST]
    ):
        if kind == "month":
            if unit == "month":
                yield from (("month", "", (rest - 1 + by) % 12 + 1) for by in (value, -value))
            continue
        month, day = divmod(int(rest), 100)
        if unit == "month":
            for by in (int(value), -int(value)):
                yield from _months_away(month, day, by)
            continue
        days = int(value) // (1440 if unit == "minute" else 1)
        for shift in {days, days - 1, days + 1, -days} if 0 < days < 3700 else ():
            there = _shifted(int(year or 2025), month, day, shift)
            if there is not None:
                yield from date_keys(there.year if year else 0, there.month, there.day)


def _later_weekdays(policy: Sequence[Figure], asked: Sequence[Figure]) -> Iterator[Key]:
    """ "Ordered on Monday, three working days: by Thursday", and two days before Friday."""
    days = {key[2] for one in asked for key in one.keys if key[0] == "weekday"}
    for one in policy:
        whole = one.value / 1440 if one.unit == "minute" else one.value
        if one.kind is FigureKind.DURATION and one.unit != "month" and whole in range(1, 7):
            for day, by in itertools.product(days, (whole, -whole)):
                yield "weekday", "", (day - 1 + by) % 7 + 1


def _months_away(month: int, day: int, by: int) -> Iterator[Key]:
    """The same day of another month, or its last: three months before 31 December."""
    there = (month - 1 + by) % 12 + 1
    yield from date_keys(0, there, min(day, calendar.monthrange(2024, there)[1]))


def _beside_dates(known: Sequence[Figure]) -> Iterator[Key]:
    """ "The day before, so 3 August": a day before and after each date and day of the week."""
    for _, _, number in {key for one in known for key in one.keys if key[0] == "weekday"}:
        yield from (("weekday", "", (number - 1 + by) % 7 + 1) for by in (1, -1))
    for _, year, rest in {key for one in known for key in one.keys if key[0] == "date"}:
        for shift in (-1, 1):
            there = _shifted(int(year or 2025), *divmod(int(rest), 100), shift)
            if there is not None:
                yield from date_keys(there.year if year else 0, there.month, there.day)


def _other_times(known: Sequence[Figure]) -> Iterator[Key]:
    """ "Two hours before the show at 20:00, so until 18:00"."""
    times = {key[2] for one in known for key in one.keys if key[0] == "time"}
    spans = {one.value for one in known if one.kind is FigureKind.DURATION and one.unit == "minute"}
    for time, span in itertools.product(list(times)[:_MOST], list(spans)[:_MOST]):
        yield from (("time", "", (time + by) % 1440) for by in (span, -span))


def since_last(bare: str) -> Iterator[Key]:
    """ "It came last week" is a week ago."""
    for pattern, unit, value in _LAST:
        if pattern.search(bare):
            yield from span_keys(unit, Decimal(value))


def _rounded_up(said: Sequence[Figure]) -> Iterator[Key]:
    """ "Two and a half hours are charged as three"."""
    for one in said:
        whole = {"minute": 60, "month": 12}.get(one.unit, 1)
        if one.kind is FigureKind.DURATION and one.value % whole:
            yield from span_keys(one.unit, (one.value // whole + 1) * whole)


def _shifted(year: int, month: int, day: int, days: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day) + datetime.timedelta(days=days)
    except (ValueError, OverflowError):
        return None


def _spans_between(policy: Sequence[Figure], asked: Sequence[Figure]) -> Iterator[Key]:
    """What is left of one length of time after another, and the days between two dates.

    One of the two is the customer's: a passage's own limits are not taken from each other.
    """
    spans, own = _lengths(policy), _lengths(asked)
    for (unit, value), (other_unit, other) in itertools.product(
        own[:_MOST], [*own, *spans][: _MOST * 2]
    ):
        if unit == other_unit and value != other:
            yield from span_keys(unit, abs(value - other))
    dates = _days_of(asked)
    days = itertools.product(dates | _small(asked), dates | _days_of(policy))
    for one_day, other_day in days:
        if one_day != other_day:
            yield from span_keys("day", Decimal(abs(one_day - other_day)))
    known = [*policy, *asked]
    times = {key[2] for one in known for key in one.keys if key[0] == "time"}
    for early, late in itertools.permutations(list(times)[:_MOST], 2):
        if late > early:
            yield from span_keys("minute", late - early)
    weekdays = {key[2] for one in known for key in one.keys if key[0] == "weekday"}
    for one_weekday, other_weekday in itertools.permutations(weekdays, 2):
        yield from span_keys("day", (one_weekday - other_weekday) % 7)


def _between_days(asked: Sequence[Figure]) -> Iterator[Key]:
    """The days between two that the customer names, and until the day after tomorrow."""
    keys = {key for one in asked for key in one.keys}
    for kind, _, ahead in keys:
        if kind == "relative" and ahead > 1:
            yield from span_keys("day", ahead)
    whole = [divmod(int(key[2]), 100) for key in keys if key[0] == "date"][:_MOST]
    alone = [int(key[2]) for key in keys if key[0] == "day alone"]
    pairs = [*itertools.permutations(whole, 2)]
    pairs += [(one, (one[0], day)) for one in whole for day in alone if day > one[1]]
    for (month, day), (late_month, late_day) in pairs:
        first, last = _shifted(2025, month, day, 0), _shifted(2025, late_month, late_day, 0)
        if first and last and first < last:
            yield from span_keys("day", Decimal((last - first).days))


def _lengths(known: Sequence[Figure]) -> list[tuple[str, Decimal]]:
    lengths = ((one.unit, one.value) for one in known if one.kind is FigureKind.DURATION)
    return list(dict.fromkeys(lengths))


def _days_of(known: Sequence[Figure]) -> set[int]:
    return {int(key[2]) % 100 for one in known for key in one.keys if key[0] in _DAYS}


def _small(known: Sequence[Figure]) -> set[int]:
    """Numbers that may be days of the month."""
    return {int(one.value) for one in known if one.kind is FigureKind.NUMBER and one.value < 32}

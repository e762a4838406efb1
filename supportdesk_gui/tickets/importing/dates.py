"""Times as exports write them, as seconds since the epoch.

ISO 8601 is read first and fastest. What is ambiguous (03/04/2026) is decided once for a column,
by the values that are not.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta, tzinfo

from supportdesk_gui.tickets.importing import persian_dates
from supportdesk_gui.tickets.importing.clocks import CLOCK, clock_in, hours
from supportdesk_gui.tickets.importing.date_spelling import respelled
from supportdesk_gui.tickets.importing.month_names import month_named

_ISO = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?)?"
    r"\s*([AaPp]\.?[Mm]\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}|[A-Z]{3,4}\b)?"
)
_NUMBERS = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?=\D|$)")
_CHINESE = re.compile(
    r"(?:(令和|平成|民國|民国)?\s*(\d{1,4})\s*[年년]\s*)?(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号號일]?"
)
_ERAS = {"令和": 2018, "平成": 1988, "民國": 1911, "民国": 1911}
_VIETNAMESE = re.compile(r"(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})[, ]+(?:năm\s+)?(\d{4})", re.I)
_WORD_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|\.|º)?[\s/-]*(?:de\s+)?([^\W\d_]{3,12})\.?,?[\s/-]*(?:de[l]?\s+)?"
    r"(\d{4}|\d{2}(?![:\d]))?"
)
_WORD_MONTH_FIRST = re.compile(
    r"([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?![:\d])"
    r"(?:,?\s+(\d{4}))?"
)
_WORD_YEAR_FIRST = re.compile(
    r"(?<!\d)(\d{4})(?:\.|-|/|\s?m\.)?[\s/-]*([^\W\d_]{3,12})\.?[\s/-]*(\d{1,2})(?![\d:])"
)
_PLACE = re.compile(r"\s\(?([A-Z][A-Za-z]+/[A-Za-z_]+(?:/[A-Za-z_]+)?)\)?$")
ZONE_HOURS = {
    "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "CET": 1,
    "CEST": 2, "EET": 2, "EEST": 3, "BST": 1, "MSK": 3, "HKT": 8, "SGT": 8, "JST": 9, "KST": 9,
    "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
}  # fmt: skip
"""How many hours zones are ahead of UTC. CST and IST are left out: they are of several countries."""
_NAMED = "|".join(ZONE_HOURS)
_OFFSET = re.compile(rf"(?:UTC|GMT)?\s*([+-])(\d{{2}}):?(\d{{2}})\b|\b(?:UTC|GMT|{_NAMED})\b|Z$")
_ISO_DAY = re.compile(r"(?<![\d/.-])(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)\.?")
_RUN = re.compile(
    r"(\d{4})(\d\d)(\d\d)(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d))?)?(?:[.,]\d+)?\s*(Z|[+-]\d\d:?\d\d)?"
)
"""A day as one number, and a clock as another: 20260105T153020Z."""
_YEAR = re.compile(r"(?<![\d:+.-])(?:19|20)\d\d(?![\d:.])")
_BUDDHIST = 543  # years that Thai dates are ahead; none here is beyond 2400
_SERIAL = re.compile(r"[2-7]\d{4}(?:\.\d+)?")
_SERIAL_FROM = datetime(1899, 12, 30)
"""Day 0 of the days that a spreadsheet counts: 20,000 is in 1954, 79,999 in 2119."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EARLIEST = 0
_RUN_LENGTHS = (8, 14)
_EPOCH_DIGITS = 10
"""From 2001 to 2286."""
_LONGEST = 60


class ComputerZone(tzinfo):
    """The zone that this computer is set to, with its summer time."""

    def utcoffset(self, moment: datetime | None) -> timedelta:
        """How far its clocks are ahead at that moment."""
        if moment is None:
            return timedelta(0)
        stamp = time.mktime((*moment.timetuple()[:8], -1))
        return timedelta(seconds=time.localtime(stamp).tm_gmtoff)

    def dst(self, moment: datetime | None) -> timedelta:
        """Not told apart from the offset."""
        return timedelta(0)

    def tzname(self, moment: datetime | None) -> str:
        """What the system calls it."""
        return time.tzname[0]


def computer_zone() -> tzinfo:
    """UTC itself where the clocks show it, which is read faster."""
    return ComputerZone() if time.timezone or time.daylight else UTC


class TimeReader:
    """Reads the times of one column, or of one JSON file.

    `zone` holds for times without an offset. `day_first` decides 03/04/2026; `now` gives the
    year where none is written.
    """

    def __init__(
        self, zone: tzinfo = UTC, day_first: bool = True, now: datetime | None = None
    ) -> None:
        self._zone = zone
        self._day_first = day_first
        self._now = now or datetime.now(UTC)
        self._days: dict[str, int] = {}

    def seconds(self, text: str) -> int | None:
        """Seconds since the epoch, or None where the text is no time."""
        text = text.strip()
        if not text:
            return None
        if len(text) == _EPOCH_DIGITS and text.isdecimal():
            return int(text)
        if len(text) >= 19 and text[4] == "-" and text[13] == ":":
            quick = self._quick(text)
            if quick is not None:
                return quick
        if text.isdigit() or _is_float(text):
            if _SERIAL.fullmatch(text):
                return self._serial(text)
            if len(text) not in _RUN_LENGTHS or "." in text:
                return _epoch(text)
        if len(text) > _LONGEST:
            return None
        if (other := respelled(text)) != text:
            return self.seconds(other)
        if place := _PLACE.search(text):
            return self._there(text[: place.start()], place[1])
        try:
            if run := _RUN.fullmatch(text):
                year, month, day, *clock = (int(part or 0) for part in run.groups()[:6])
                return self._at(year, month, day, (clock[0], clock[1], clock[2]), run[7] or "")
            return self._iso(text) if _ISO.match(text) else self._written(text)
        except (ValueError, OverflowError):
            return None

    def _there(self, text: str, place: str) -> int | None:
        """A time in the zone that it names, `Europe/Moscow`."""
        from zoneinfo import ZoneInfo

        try:
            zone = ZoneInfo(place)
        except (KeyError, ValueError, OSError):
            return self.seconds(text)
        return TimeReader(zone, self._day_first, self._now).seconds(text)

    def _quick(self, text: str) -> int | None:
        rest = text[19:]
        if rest and (self._zone is not UTC or rest not in ("Z", ".000Z", " UTC", "+00:00")):
            return None
        try:
            hour, minute, second = int(text[11:13]), int(text[14:16]), int(text[17:19])
            if hour > 23 or minute > 59 or second > 60:
                return None
            if self._zone is not UTC:  # its offset is another in summer
                return self._since(text[:13], hour) + minute * 60 + second
            return self._since(text[:10], 0) + hour * 3600 + minute * 60 + second
        except ValueError:
            return None

    def _since(self, day: str, hour: int) -> int:
        """The seconds until this hour of a day, in the zone of the column."""
        known = self._days.get(day)
        if known is None:
            if int(day[:4]) in persian_dates.YEARS:
                raise ValueError("a day of another calendar, which is read with those")
            at = datetime(int(day[:4]), int(day[5:7]), int(day[8:10]), hour, tzinfo=self._zone)
            known = self._days[day] = int((at - _EPOCH).total_seconds())
        return known

    def _serial(self, text: str) -> int:
        """The days of a spreadsheet whose cell was no date when it was saved."""
        moment = _SERIAL_FROM + timedelta(seconds=round(float(text) * 86_400))
        return int((moment.replace(tzinfo=self._zone) - _EPOCH).total_seconds())

    def _iso(self, text: str) -> int | None:
        match = _ISO.match(text)
        if not match:
            return None
        year, month, day, hour, minute, second, half, offset = match.groups()
        if hour is None and text[match.end() :].strip():
            clock = clock_in(text[match.end() :]) or (0, 0, 0)
        else:
            clock = (hours(int(hour or 0), half), int(minute or 0), int(second or 0))
        return self._at(int(year), int(month), int(day), clock, offset or "")

    def _written(self, text: str) -> int | None:
        if chinese := _CHINESE.search(text):
            era, *parts = chinese.groups()
            year, month, day = (int(part or 0) for part in parts)
            return self._beside(text, chinese, year + _ERAS.get(era or "", 0), month, day)
        if iso := _ISO_DAY.search(text):
            return self._beside(text, iso, int(iso[1]), int(iso[3]), int(iso[4]))
        if numbers := _NUMBERS.search(text):
            first, second, year = int(numbers[1]), int(numbers[3]), int(numbers[4])
            day_first = numbers[2] == "." or first > 12 or (self._day_first and second <= 12)
            day, month = (first, second) if day_first else (second, first)
            return self._beside(text, numbers, year, month, day)
        if named := _VIETNAMESE.search(text):
            return self._beside(text, named, int(named[3]), int(named[2]), int(named[1]))
        year_first = _WORD_YEAR_FIRST.search(text)
        if year_first and (month := month_named(year_first[2], has_year=True)):
            return self._beside(text, year_first, int(year_first[1]), month, int(year_first[3]))
        for pattern, day_at, month_at in ((_WORD_DAY_FIRST, 1, 2), (_WORD_MONTH_FIRST, 2, 1)):
            for match in pattern.finditer(text):
                if month := month_named(match[month_at], has_year=bool(match[3])):
                    year, day = int(match[3] or 0), int(match[day_at])
                    return self._beside(text, match, year, month, day)
        return None

    def _beside(
        self, text: str, match: re.Match[str], year: int, month: int, day: int
    ) -> int | None:
        """A day with the clock and the offset that stand before or behind it."""
        rest = f"{text[: match.start()]} {text[match.end() :]}"
        offset = _OFFSET.search(rest)
        if offset:
            bare = f"{rest[: offset.start()]} {rest[offset.end() :]}"
            clock = clock_in(bare) or clock_in(rest)
        else:
            bare, clock = rest, clock_in(rest)
        if not year and (told := _YEAR.search(bare)):
            year = int(told[0])
        return self._at(year, month, day, clock or (0, 0, 0), offset[0] if offset else "")

    def _at(
        self, year: int, month: int, day: int, clock: tuple[int, int, int], offset: str
    ) -> int | None:
        zone = _zone_of(offset) or self._zone
        if 0 < year < 100:
            year += 2000 if year < 70 else 1900
        if year > 2400:
            year -= _BUDDHIST
        elif year in persian_dates.YEARS:
            return self._at(
                *persian_dates.gregorian(year, month, day).timetuple()[:3], clock, offset
            )
        if not year:
            year = self._now.year
            if datetime(year, month, day, tzinfo=UTC) > self._now + timedelta(days=2):
                year -= 1
        moment = datetime(year, month, day, *clock[:2], min(clock[2], 59), tzinfo=zone)
        seconds = int((moment - _EPOCH).total_seconds())
        return seconds if seconds >= _EARLIEST else None


def day_comes_first(values: Iterable[str]) -> bool | None:
    """Whether a column writes 24/11/2026 (True) or 11/24/2026 (False); None without evidence."""
    for value in values:
        match = _NUMBERS.search(value)
        if match and match[2] != ".":
            if int(match[1]) > 12:
                return True
            if int(match[3]) > 12:
                return False
    return None


def has_ambiguous_dates(values: Iterable[str]) -> bool:
    """Whether a column has numbers with slashes at all, so that their order matters."""
    matches = (_NUMBERS.search(value) for value in values)
    return any(match is not None and match[2] != "." for match in matches)


def are_swapped(cells: Sequence[str]) -> bool:
    """Whether a spreadsheet of another country has made dates of some cells, with the month for the
    day: none is beyond the twelfth, and all that it left as texts are."""
    real = [cell for cell in cells if cell[:4].isdecimal() and cell[4:5] == "-"]
    texts = [cell for cell in cells if has_ambiguous_dates([cell])]
    if not real or not texts or any(cell[8:10] > "12" for cell in real):
        return False
    return all(day_comes_first([cell]) is not None for cell in texts)


def find_time(text: str, reader: TimeReader) -> tuple[int, int, int] | None:
    """A written date in a line of text: its seconds, start and end; None where there is none."""
    for pattern in (_ISO, _CHINESE, _NUMBERS, _WORD_DAY_FIRST, _WORD_MONTH_FIRST):
        for match in pattern.finditer(text):
            seconds = reader.seconds(text[match.start() : match.start() + _LONGEST])
            if seconds is not None:
                clock = CLOCK.match(text, match.end()) or CLOCK.search(
                    text, match.end(), match.end() + 12
                )
                return seconds, match.start(), clock.end() if clock else match.end()
    return None


def _zone_of(offset: str) -> tzinfo | None:
    offset = offset.strip().upper().removeprefix("UTC").removeprefix("GMT").strip()
    if offset in ("Z", "") and not offset:
        return None
    if offset == "Z":
        return UTC
    if offset.isalpha():
        known = ZONE_HOURS.get(offset)
        return None if known is None else _fixed(timedelta(hours=known))
    digits = offset[1:].replace(":", "").ljust(4, "0")
    shift = timedelta(hours=int(digits[:2]), minutes=int(digits[2:4]))
    return _fixed(-shift if offset[0] == "-" else shift)


def _fixed(shift: timedelta) -> tzinfo:
    from datetime import timezone

    return timezone(shift)


def _is_float(text: str) -> bool:
    whole, point, part = text.partition(".")
    return bool(point) and whole.isdigit() and part.isdigit()


def _epoch(text: str) -> int | None:
    whole = text.partition(".")[0]
    if 9 <= len(whole) <= 10:
        return int(whole)
    if len(whole) in (12, 13):
        return int(whole) // 1000
    if len(whole) in (15, 16):
        return int(whole) // 1_000_000
    return None

"""When a mail was sent, by its header, with the zone however that is written.

The standard has `+0100` and the names of American zones; programs write `GMT+1`, `JST`, `(UTC+9)`,
ISO 8601 and months of their own language too.
"""

from __future__ import annotations

import re
from datetime import UTC
from email.utils import parsedate_to_datetime

from supportdesk_gui.tickets.importing.dates import (
    ZONE_HOURS,
    TimeReader,
    day_comes_first,
    has_ambiguous_dates,
)

_LONGEST = 100
_LATEST = 32_503_680_000  # in the year 3000
_STANDARD = re.compile(
    r"\s*(?:[A-Z][a-z]{2},\s*)?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? [+-]\d{4}(?:\s|$)"
)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?!\d)")
_FRACTION = re.compile(r"[.,]\d+")
_HALF_OF_DAY = re.compile(r"\s?[AaPp]\.?[Mm]\b")
_OFFSET = re.compile(r"(?:\b(?:UTC|GMT|UT))?(?<!\d)\s*([+-])(\d{1,2}?)(?::?(\d\d))?(?![\d:])")
_COMMENT = re.compile(r"\([^()]*\)|\"")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)(?:19|20)\d{6}T")
_HOURS = ZONE_HOURS | {
    "CST": -6, "AKST": -9, "AKDT": -8, "HST": -10, "AST": -4, "ADT": -3, "BRT": -3, "BRST": -2,
    "ART": -3, "CLT": -4, "CLST": -3, "COT": -5, "PET": -5, "WET": 0, "WEST": 1, "MET": 1,
    "MEST": 2, "MEZ": 1, "MESZ": 2, "SAST": 2, "TRT": 3, "MSD": 4, "PKT": 5, "WIB": 7, "ICT": 7,
    "MYT": 8, "PHT": 8, "AWST": 8,
}  # fmt: skip
"""Mails name more zones than other exports, and CST is America's there, as the standard has it."""
_NAMED = re.compile(rf"\b(?:{'|'.join(_HOURS)})\b")


def sent_at(header: str) -> int | None:
    """The seconds since the epoch that a header tells; UTC where it names no zone."""
    text = header[:_LONGEST]
    seconds = _mail_date(text) if _STANDARD.match(text) else _written(text)
    return seconds if seconds is not None and 0 <= seconds < _LATEST else None


def _written(text: str) -> int | None:
    """The same where the zone or the day is written in another way."""
    clock = _CLOCK.search(text)
    if not clock:
        return _mail_date(text) or _other_date(text)
    behind = text[clock.end() :]
    if part := _FRACTION.match(behind):
        behind = behind[part.end() :]
    if half := _HALF_OF_DAY.match(behind):
        behind = behind[half.end() :]
    zone, rest = _zone(behind)
    said = f"{text[: clock.end()]}{half[0] if half else ''} {rest}".strip() + f" {zone}"
    is_other = half is not None or "/" in rest  # a place, as in Europe/Berlin
    return (None if is_other else _mail_date(said)) or _other_date(said.strip())


def _zone(behind: str) -> tuple[str, str]:
    """The zone behind a clock as the standard has it, and what else stands there."""
    bare = _COMMENT.sub(" ", behind)
    for text in (bare, behind):
        if found := _OFFSET.search(text):
            return f"{found[1]}{int(found[2]):02}{found[3] or '00'}", bare.replace(found[0], " ")
        if named := _NAMED.search(text):
            hours = _HOURS[named[0]]
            return f"{'-' if hours < 0 else '+'}{abs(hours):02}00", bare.replace(named[0], " ")
    return "", bare


def _mail_date(text: str) -> int | None:
    try:
        moment = parsedate_to_datetime(text)
        return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
    except (ValueError, TypeError, OverflowError, IndexError, OSError):
        return None


def _other_date(text: str) -> int | None:
    """A day as other exports write it, where its year is told and its month is sure."""
    day_first = day_comes_first([text])
    if not _YEAR.search(text) or (has_ambiguous_dates([text]) and day_first is None):
        return None
    return TimeReader(day_first=day_first is not False).seconds(text)

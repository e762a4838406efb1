"""Days of the Persian calendar (1402/12/15), as its users' computers write them.

Its years are told by their number alone: of the Islamic ones, which others count, the same numbers
were before there were such exports. Leap years by the cycle of 33 years, which holds until 1502.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

YEARS = range(1348, 1416)
"""From 1969 to 2037; the Islamic year 1416 was 1995."""
_NAMES = (
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
)  # fmt: skip
_NAMED = re.compile(rf"(\d{{1,2}})\s+({'|'.join(_NAMES)})(?:\s*ماه)?[،,]?\s+(1[34]\d\d)(?!\d)")
_FIRST = date(1921, 3, 21)
_FIRST_YEAR = 1300
_LEAPS = (1, 5, 9, 13, 17, 22, 26, 30)
_CYCLE = 33


def gregorian(year: int, month: int, day: int) -> date:
    """The same day in the calendar of the others. Raises ValueError for what is none."""
    if not (1 <= month <= 12 and 1 <= day <= (31 if month < 7 else 30)):
        raise ValueError(f"no day of the Persian calendar: {year}/{month}/{day}")
    before = range(_FIRST_YEAR, year)
    leaps = sum(one % _CYCLE in _LEAPS for one in before)
    months = 31 * (month - 1) if month < 7 else 30 * (month - 7) + 186
    return _FIRST + timedelta(days=365 * len(before) + leaps + months + day - 1)


def in_figures(text: str) -> str:
    """The same with the number of the month in place of its name: ۱۵ اسفند ۱۴۰۲ is 1402-12-15."""
    named = _NAMED.search(text)
    if not named:
        return text
    month = _NAMES.index(named[2]) + 1
    return f"{text[: named.start()]}{int(named[3])}-{month}-{int(named[1])}{text[named.end() :]}"

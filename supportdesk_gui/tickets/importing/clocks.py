"""The clock in what stands beside a written date: `11:30 PM`, `10 Uhr`, `15h30`, `下午3点30分`."""

from __future__ import annotations

import re

CLOCK = re.compile(
    r"(上午|下午|午前|午後|오전|오후|凌晨|早上|清晨|中午|傍晚|晚上)?\s*(?<!\d)(\d{1,2})"
    r"(?:[:h](\d{2})(?::(\d{2}))?|\s?[时時点點시](?!间|間)\s?(?:(\d{1,2})\s?[分분])?(?:\s?(\d{1,2})\s?[秒초])?)"
    r"(?:[.,]\d+)?\s*([AaPp]\.?\s?[Mm]\b\.?)?"
)
_ALONE = re.compile(
    r"\W*(?:(?:um|at|klo|kl|ore|alle|om|a las|à)\b\W*)?(\d{1,2})(?:[.](\d{2})(?:[.](\d{2}))?)?\s*"
    r"(?:([ap])\.?\s?m\.?|(uhr|h|hrs?)|)\W*",
    re.IGNORECASE,
)
"""Where nothing else stands there: in a sentence 15.30 is a price and *3 pm* another day's."""
_AFTERNOON = frozenset({"下午", "午後", "오후", "傍晚", "晚上"})
_NOON = "中午"


def clock_in(text: str) -> tuple[int, int, int] | None:
    """Hour, minute and second; None where no clock is in the text."""
    if match := CLOCK.search(text):
        half = match[7]
        hour = int(match[2])
        if match[1]:
            is_late = match[1] in _AFTERNOON or (match[1] == _NOON and hour < 11)
            half = "pm" if is_late else None if match[1] == _NOON else "am"
        minute, second = match[3] or match[5], match[4] or match[6]
        return hours(hour, half), int(minute or 0), int(second or 0)
    alone = _ALONE.fullmatch(text)
    if alone and (alone[2] or alone[4] or alone[5]):
        return hours(int(alone[1]), alone[4]), int(alone[2] or 0), int(alone[3] or 0)
    return None


def hours(hour: int, half: str | None) -> int:
    """The hour of the day, from one that may be of its first or second half."""
    if not half:
        return hour
    return hour % 12 + (12 if half[0] in "pP" else 0)

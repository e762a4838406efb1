"""Which numbers name a ticket: what a spreadsheet has damaged, or a word for none, names many."""

from __future__ import annotations

import re
from collections.abc import Iterable

_DAMAGED = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d{1,3}$")
_LONG = re.compile(r"[1-9]\d{15,}$")
_KEPT_DIGITS, _ENOUGH_ZEROS = 15, 3
"""A spreadsheet keeps fifteen digits and makes the others zeros; by chance so many numbers end so
once in a thousand times."""
_NONE = re.compile(
    r"(?:n/?a|n\.a\.|none|null|nil|nan|undefined|unknown|unassigned|tbd|k\.a\.|无|無|なし|"
    r"0+(?:[.,]0+)?|[-–—_.?*/]+|#+|#(?:ref|value|name|num|div/0|null|n/a|spill|calc)[!?]?)$",
    re.IGNORECASE,
)


def is_damaged(number: str) -> bool:
    """Whether a number is in the E-notation that a spreadsheet leaves of a long one."""
    return _DAMAGED.match(number) is not None


def names_one(number: str) -> bool:
    """Whether a number can be that of a single ticket."""
    if number.isdecimal():  # nearly all, in a tenth of the time
        return bool(number.strip("0"))
    return bool(number) and not _DAMAGED.match(number) and not _NONE.match(number)


def are_rounded(cells: Iterable[str]) -> bool:
    """Whether the long numbers of a column are those that a spreadsheet has rounded, all of them."""
    long = {number for cell in cells if _LONG.match(number := cell.strip())}
    zeros = sum(len(number) - len(number.rstrip("0")) for number in long)
    return zeros >= _ENOUGH_ZEROS and all(map(_is_rounded, long))


def as_told(cell: str, *, rounded: bool) -> str:
    """A ticket's number from a cell of a table, in E-notation where its column `are_rounded`."""
    number = cell.strip()
    if not rounded or not _LONG.match(number) or not _is_rounded(number):
        return number
    return f"{number[0]}.{number[1:_KEPT_DIGITS]}E+{len(number) - 1}"


def _is_rounded(number: str) -> bool:
    return not number[_KEPT_DIGITS:].strip("0")

"""Which numbers name a ticket: what a spreadsheet has damaged, or a word for none, names many."""

from __future__ import annotations

import re

_DAMAGED = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d{1,3}$")
_ROUNDED = re.compile(r"[1-9]\d{12,14}0{3,}$")
"""Excel keeps fifteen digits and makes the others zeros; by chance a number ends in three of them
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
    if number.isdecimal() and number[0] != "0":  # nearly all, in a tenth of the time
        return True
    return bool(number) and not _DAMAGED.match(number) and not _NONE.match(number)


def as_told(cell: str) -> str:
    """A ticket's number from a cell of a table, in E-notation where it was rounded."""
    number = cell.strip()
    if len(number) < 16 or not _ROUNDED.match(number):
        return number
    return f"{number[0]}.{number[1:15]}E+{len(number) - 1}"

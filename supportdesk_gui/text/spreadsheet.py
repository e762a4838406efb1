"""Cells that a spreadsheet shows as they are: text that it would run gets an apostrophe before it.

OWASP, *CSV Injection*: cells that begin with one of the signs below are taken for formulas.
"""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def cell(value: object) -> object:
    """The value for a cell; numbers stay as they are."""
    if isinstance(value, str) and value.lstrip(" \u00a0").startswith(_FORMULA):
        return f"'{value}"
    return value

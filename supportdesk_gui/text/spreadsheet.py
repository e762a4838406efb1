"""Cells of a table that a spreadsheet may open: nothing in them is taken for a formula.

The signs are those of OWASP, *CSV Injection*, also full-width.
"""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe_cell(value: object) -> object:
    """The value; a text that a spreadsheet would take for a formula begins with an apostrophe."""
    if isinstance(value, str) and value.lstrip(" \u00a0").startswith(_FORMULA):
        return f"'{value}"
    return value

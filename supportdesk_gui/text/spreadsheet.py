"""Cells of a table that a spreadsheet may open: nothing in them is taken for a formula."""

from __future__ import annotations

# Source: OWASP, CSV Injection, https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe_cell(value: object) -> object:
    """The value; a text that a spreadsheet would take for a formula begins with an apostrophe."""
    is_formula = isinstance(value, str) and value.lstrip(" \ufeff").startswith(_FORMULA)
    return f"'{value}" if is_formula else value

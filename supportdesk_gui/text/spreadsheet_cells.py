"""Cells that a spreadsheet shows as they are written, and never runs."""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe_cell(text: str) -> str:
    """The text, with a quote before it where a spreadsheet would take it for a formula.

    Source: OWASP, CSV Injection, https://owasp.org/www-community/attacks/CSV_Injection.
    """
    return f"'{text}" if text.lstrip(" \ufeff").startswith(_FORMULA) else text

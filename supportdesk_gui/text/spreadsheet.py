"""Cells of a table that a spreadsheet may open: nothing in them is taken for a formula.

The signs are those of OWASP, *CSV Injection*, also full-width. A spreadsheet parts cells by the
list separator of its country; where that is no comma, quotation marks hold nothing together, and a
cell may begin in the middle of a text.
"""

from __future__ import annotations

import re

# What stands for nothing before a formula, quotation marks among it.
_BLANKS = r'[\s"\0\u200b-\u200f\u2060\ufeff]*+'
_FORMULA = re.compile(rf"((?:\A|[;\t\r\n]){_BLANKS})(?=[=+\-@＝＋－＠])")


_MADE_SAFE = re.compile(rf"((?:\A|[;\t\r\n]){_BLANKS})'(?=[=+\-@＝＋－＠])")


def bare_cell(value: str) -> str:
    """What `safe_cell` was given; who has written such an apostrophe loses it."""
    return _MADE_SAFE.sub(r"\1", value) if "'" in value else value


def safe_cell(value: object) -> object:
    """The value; in a text an apostrophe stands before each sign that would begin a formula, read
    with commas, semicolons or tabs."""
    return _FORMULA.sub(r"\1'", value) if isinstance(value, str) else value

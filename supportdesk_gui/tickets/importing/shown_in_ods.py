"""What a sheet of an OpenDocument file shows in front of numbers: each cell has its words beside its
value there (OpenDocument 1.3, part 3, 9.1.4)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from html import unescape

_TABLE = re.compile(r"<table:table\s[^<>]*?table:name=\"([^\"]*)\"[^<>]*>")
_CELL = re.compile(r"<table:(?:covered-)?table-cell\b([^<>]*)>(?:<text:p>([^<]*)</text:p>)?")
_ATTRIBUTE = re.compile(r"([\w:-]+)=\"([^\"]*)\"")
_NUMBER = re.compile(r"(.*?)(\d+)")
_MOST_REPEATED = 50


def numbers_in(content: str, sheet: str) -> dict[int, tuple[str, int]]:
    """The columns (from 0) of a sheet in this beginning of a content.xml, whose numbers are all shown
    with something in front: what, and at how many digits at least."""
    begin = next((one.end() for one in _TABLE.finditer(content) if unescape(one[1]) == sheet), -1)
    rows = content[begin:].partition("</table:table>")[0] if begin >= 0 else ""
    found: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for row in rows.split("<table:table-row")[1:]:
        at = 0
        for cell in _CELL.finditer(row):
            told = dict(_ATTRIBUTE.findall(cell[1]))
            repeated = int(told.get("table:number-columns-repeated", "1"))
            if told.get("office:value-type") == "float":
                pair = told.get("office:value", ""), unescape(cell[2] or "")
                for place in range(at, at + min(repeated, _MOST_REPEATED)):
                    found[place].add(pair)
            at += repeated
    shown = {at: _in_front(pairs) for at, pairs in found.items()}
    return {at: one for at, one in shown.items() if one is not None}


def _in_front(pairs: Collection[tuple[str, str]]) -> tuple[str, int] | None:
    matches = [(value, _NUMBER.fullmatch(text)) for value, text in pairs]
    told = [(value, found[1], found[2]) for value, found in matches if found]
    before = {one for _, one, _ in told}
    if len(told) < len(pairs) or len(before) != 1:
        return None
    digits = max((len(run) for _, _, run in told if run[0] == "0"), default=0)
    if any(value.zfill(digits) != run for value, _, run in told):
        return None
    return min(before), digits

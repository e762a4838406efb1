"""Headers, footers and page numbers of a PDF: what recurs at the edges of its pages."""

from __future__ import annotations

import re
from collections import Counter

_EDGE_LINES = 2
_LONGEST_NUMBERED_EDGE = 40
_LIST_MARK = re.compile(r"(?:[-*•·▪‣–]|\(?\d{1,3}[.)、]|\(?[a-z][.)])\s*\S")
_DIGITS = re.compile(r"\d+")
_RULE = r"[-–—·|.\s]*"
_PAGE_NUMBER = re.compile(
    rf"{_RULE}(?:(?:page|seite|página|pág|pagina|p|s|第)\.?\s*)?(\d{{1,4}})"
    rf"(?:\s*(?:/|of|von|de|sur|di|頁|页|，|,|共)+\s*\d{{0,4}}\s*[頁页]?)?{_RULE}",
    re.IGNORECASE,
)


def without_edges(pages: list[list[str]]) -> list[list[str]]:
    """The lines of the pages without those that recur among the first or last two of a page.

    On at least three pages and half of all, whatever number stands in them; of two pages the same
    on both. Page numbers alone recur where they count the pages.
    """
    edges = [_edges(lines) for lines in pages]
    shapes = [
        {place: _shape(lines[place], number, len(pages)) for place in places}
        for number, (lines, places) in enumerate(zip(pages, edges, strict=True))
    ]
    counts = Counter(shape for own in shapes for shape in set(own.values()))
    least = 2 if len(pages) == 2 else max(3, len(pages) / 2)
    repeated = {shape for shape, count in counts.items() if count >= least}
    return [
        [line for place, line in enumerate(lines) if own.get(place) not in repeated]
        for lines, own in zip(pages, shapes, strict=True)
    ]


def _edges(lines: list[str]) -> set[int]:
    """The places of the first and last lines that have something."""
    filled = [place for place, line in enumerate(lines) if line]
    return {*filled[:_EDGE_LINES], *filled[-_EDGE_LINES:]}


def _shape(line: str, number: int, pages: int) -> str:
    """The line as page edges are compared: the number in a short one does not matter."""
    counted = _PAGE_NUMBER.fullmatch(line)
    if counted:
        return f"#{int(counted[1]) - number}"
    if pages == 2 or len(line) > _LONGEST_NUMBERED_EDGE or _LIST_MARK.match(line):
        return line
    return _DIGITS.sub("0", line)

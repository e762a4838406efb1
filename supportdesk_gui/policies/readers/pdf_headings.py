"""Headings of a PDF: its outline, or where it has none the lines set larger than the rest."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

# A line this much larger than most of the text stands out as a heading does.
_LARGER = 1.15
_LONGEST = 120
_MOST_LINES = 3  # of one heading
# Were more of the text large, size would say nothing: a leaflet, a form, slides.
_MOST_LARGE = 0.25
_LEAST_LETTERS = 2
_STEP = 0.5  # points; two sizes nearer than that are one

SizedLine = tuple[str, float]
"""A line's text, white space aside, and its size in points; 0 where it has several."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading: the page it stands on, from 0, how deep it is, and its words."""

    page: int
    level: int
    title: str


def outline_of(document: PdfDocument) -> Iterator[Bookmark]:
    """The entries of the document's own outline."""
    for entry in document.get_toc():
        target = entry.get_dest()
        page = target.get_index() if target else None
        title = " ".join(entry.get_title().split())
        if page is not None and title:
            yield Bookmark(page, entry.level, title)


def sized_lines(words: PdfTextPage) -> list[SizedLine]:
    """The lines of a page with their sizes as they are seen: font size times its scale."""
    from pypdfium2 import raw

    found: list[SizedLine] = []
    line: list[tuple[int, str]] = []
    for index in range(raw.FPDFText_CountChars(words)):
        sign = chr(raw.FPDFText_GetUnicode(words, index))
        if sign in "\r\n":
            if line:
                found.append(_sized(words, line))
            line = []
        else:
            line.append((index, sign))
    return [*found, _sized(words, line)] if line else found


def _sized(words: PdfTextPage, line: list[tuple[int, str]]) -> SizedLine:
    """Three of its characters speak for a line: to ask for each takes longer than reading it."""
    seen = [index for index, sign in line if not sign.isspace()]
    text = _key("".join(sign for _, sign in line))
    if not seen:
        return text, 0.0
    sizes = {_size(words, index) for index in (seen[0], seen[len(seen) // 2], seen[-1])}
    return text, sizes.pop() if max(sizes) - min(sizes) <= _STEP else 0.0


def _size(words: PdfTextPage, index: int) -> float:
    from pypdfium2 import raw

    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(words, index, matrix)
    size = float(raw.FPDFText_GetFontSize(words, index)) * math.hypot(matrix.c, matrix.d)
    return _STEP * round(size / _STEP)


def headings_by_size(
    pages: Sequence[list[str]], sized: Sequence[Sequence[SizedLine]]
) -> tuple[list[list[str]], list[Bookmark]]:
    """The pages with each heading on one line, and the headings; larger ones stand above.

    Pages as they are and no headings where sizes tell nothing.
    """
    sizes = [_sizes_of(lines, known) for lines, known in zip(pages, sized, strict=True)]
    weights: Counter[float] = Counter()
    for lines, own in zip(pages, sizes, strict=True):
        for line, size in zip(lines, own, strict=True):
            weights[size] += len(line)
    weights.pop(0.0, None)
    if not weights:
        return list(pages), []
    body = max(weights, key=lambda size: (weights[size], -size))
    large = sorted((size for size in weights if size >= body * _LARGER), reverse=True)
    if sum(weights[size] for size in large) > _MOST_LARGE * weights.total():
        return list(pages), []
    joined: list[list[str]] = []
    found: list[Bookmark] = []
    for number, (lines, own) in enumerate(zip(pages, sizes, strict=True)):
        kept: list[str] = []
        for size, run in _runs(lines, own, set(large)):
            title = " ".join(run)
            if size and _is_title(title, len(run)):
                found.append(Bookmark(number, large.index(size), title))
                kept.append(title)
            else:
                kept += run
        joined.append(kept)
    return joined, found


def _sizes_of(lines: Sequence[str], known: Sequence[SizedLine]) -> list[float]:
    """The size of each line, 0 where it is not told; both are in the same order."""
    sizes: list[float] = []
    place = 0
    for line in lines:
        wanted = _key(line)
        at = next((at for at in range(place, len(known)) if known[at][0] == wanted), None)
        sizes.append(0.0 if at is None or not wanted else known[at][1])
        place = place if at is None else at + 1
    return sizes


def _runs(
    lines: Sequence[str], sizes: Sequence[float], large: set[float]
) -> Iterator[tuple[float, list[str]]]:
    """Lines of one large size in a row together, all others by themselves with size 0."""
    run: list[str] = []
    size = 0.0
    for line, own in zip(lines, sizes, strict=True):
        if run and own != size:
            yield size, run
            run = []
        if own in large:
            size = own
            run.append(line)
        else:
            yield 0.0, [line]
    if run:
        yield size, run


def _is_title(text: str, lines: int) -> bool:
    letters = sum(sign.isalpha() for sign in text)
    return lines <= _MOST_LINES and letters >= _LEAST_LETTERS and len(text) <= _LONGEST


def _key(line: str) -> str:
    return "".join(line.split())

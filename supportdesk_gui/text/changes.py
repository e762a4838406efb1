"""What changed from one text to another, word by word; Chinese character by character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

# A word keeps the blanks behind it, else every blank between two changed words would stay.
_TOKEN = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|(?:(?![\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])\w)+"
    r"[^\S\n]*|[^\w\s][^\S\n]*|\n|[^\S\n]+"
)
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_MOST_TOKENS = 3000  # the comparison takes time by the square


class Change(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


class Piece(NamedTuple):
    """A stretch of text and what became of it."""

    change: Change
    text: str


def changes(before: str, after: str) -> list[Piece]:
    """The pieces of both texts in reading order: what went stands before what came.

    All but the added ones joined give `before`, all but the removed ones `after`. Very long texts
    are compared line by line.
    """
    first, second = _TOKEN.findall(before), _TOKEN.findall(after)
    if len(first) + len(second) > _MOST_TOKENS:
        first, second = _LINE.findall(before), _LINE.findall(after)
    keys = [[token.strip() or token for token in tokens] for tokens in (first, second)]
    matcher = SequenceMatcher(None, keys[0], keys[1], autojunk=False)
    rows: list[tuple[bool, str, str]] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        old, new = "".join(first[a:b]), "".join(second[c:d])
        is_inside = a and c and b < len(first) and d < len(second)
        if kind != "equal" or (is_inside and _is_small(old)):
            rows.append((False, old, new))
        else:
            for one, other in zip(first[a:b], second[c:d], strict=True):
                rows += _same_word(one, other)
    return list(_joined(rows))


def _same_word(old: str, new: str) -> list[tuple[bool, str, str]]:
    """A word that stays, though the blanks behind it may be others."""
    if old == new:
        return [(True, old, new)]
    word = old.strip() or ""
    return [(True, word, word), (False, old[len(word) :], new[len(word) :])]


def _joined(rows: list[tuple[bool, str, str]]) -> Iterator[Piece]:
    """Neighbours of a kind as one piece."""
    for same, group in groupby(rows, key=lambda row: row[0]):
        found = list(group)
        old, new = "".join(row[1] for row in found), "".join(row[2] for row in found)
        if same:
            yield Piece(Change.SAME, old)
        else:
            pieces = [Piece(Change.REMOVED, old), Piece(Change.ADDED, new)]
            yield from (piece for piece in pieces if piece.text)


def _is_small(text: str) -> bool:
    """Whether an unchanged stretch is too little to hold on to."""
    letters = [sign for sign in text if sign.isalnum()]
    most = 1 if any("\u3400" <= sign <= "\u9fff" for sign in letters) else 3
    return len(letters) <= most and "\n" not in text

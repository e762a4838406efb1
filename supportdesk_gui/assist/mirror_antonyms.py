"""Words that say the opposite in one language or another (`resources/mirror/antonyms.txt`).

`It has not expired` may be `sigue siendo válido`: the denial is gone, the sense is the same. And
`impossible` for `possible` turns the sense round, though nothing is denied on either side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from supportdesk_gui.resources import resource

Span = tuple[int, int]
_PAUSE = re.compile(r"[,;:.!?，。；：！？]")


@dataclass(frozen=True, slots=True)
class _Pair:
    """One matter and its opposite, a pattern for each language."""

    exact: bool
    words: dict[str, tuple[re.Pattern[str], re.Pattern[str]]]


def said_otherwise(
    bare: str, code: str, denied: Sequence[Span], other: str, other_code: str
) -> int:
    """How many of the denials of one text the other may say with the opposite word instead.

    Both in the spelling of text/plain.py; `denied` are the places of the denials.
    """
    clauses = [_clause(bare, span) for span in denied]
    count = 0
    for pair in _pairs():
        ours, theirs = pair.words[code], pair.words[other_code]
        count += any(
            any(ours[side].search(clause) for clause in clauses)
            and theirs[1 - side].search(other)
            and not theirs[side].search(other)
            and not ours[1 - side].search(bare)
            for side in (0, 1)
        )
    return count


def turned_round(bare: str, code: str, other: str, other_code: str) -> tuple[Span, Span] | None:
    """The place of a word and of its opposite in the other text; None where there is none."""
    for pair in _pairs():
        if not pair.exact:
            continue
        for side in (0, 1):
            mine = pair.words[code][side].search(bare)
            yours = pair.words[other_code][1 - side].search(other)
            same = pair.words[code][1 - side].search(bare) or pair.words[other_code][side].search(
                other
            )
            if mine and yours and not same:
                return mine.span(), yours.span()
    return None


def _clause(bare: str, span: Span) -> str:
    start = max((match.end() for match in _PAUSE.finditer(bare, 0, span[0])), default=0)
    end = _PAUSE.search(bare, span[1])
    return bare[start : end.start() if end else len(bare)]


@cache
def _pairs() -> tuple[_Pair, ...]:
    pairs: list[_Pair] = []
    for line in resource("mirror", "antonyms.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            pairs.append(_Pair(line.startswith("[!"), {}))
        elif line and not line.startswith("#"):
            code, _, words = line.partition(" ")
            one, _, other = words.partition(" = ")
            pairs[-1].words[code] = _compiled(one, code), _compiled(other, code)
    return tuple(pairs)


def _compiled(words: str, code: str) -> re.Pattern[str]:
    return re.compile(words if code == "zh" else rf"\b(?:{words})\b")

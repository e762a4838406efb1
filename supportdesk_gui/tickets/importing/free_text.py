"""Whether the cells of a column are what people write to others: sentences, no names or words."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORDS = re.compile(r"[^\W\d_]+")
_SIGNS = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_FEWEST_WORDS = 3
_FEWEST_SIGNS = 4
_LOOKED_AT = 500


def is_sentence(text: str) -> bool:
    """Whether a text has at least three words, or four signs of a writing without spaces."""
    start = text[:_LOOKED_AT]
    words = len(_WORDS.findall(start))
    return words >= _FEWEST_WORDS or len(_SIGNS.findall(start)) >= _FEWEST_SIGNS


def are_sentences(cells: Iterable[str]) -> bool:
    """Whether at least half of these cells are sentences, where the empty ones count too."""
    told = [is_sentence(cell) for cell in cells]
    return 2 * sum(told) >= len(told)

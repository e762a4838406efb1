"""How much of a sentence one passage sentence says as well, by the beginnings of its words.

No lists and no glossary: `remboursement` and `rembourser` begin alike, Chinese words are pairs of
characters. Where the likest passage sentence denies something and the sentence does not, or the
other way round, the two may say the opposite.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from supportdesk_gui.assist.proof_clauses import Clause
from supportdesk_gui.text.tokens import STOP_WORDS

_WORD = re.compile(r"[^\W\d_\u3400-\u9fff]{3,}")
_CHINESE = re.compile(r"[\u3400-\u9fff]{2,}")
_BEGINNING = 5
_DENYING = frozenset({"NEG", "EXCL", "ONLY", "FOR_SOME", "SUBJECT"})

Likened = tuple[frozenset[str], bool]
"""A sentence as its words' beginnings, and whether it denies something."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How a sentence stands to those of several texts.

    `denies`: whether the likest one does. `told`: of those that deny, the share that it has of the
    words of the likest.
    """

    denies: bool
    told: float


def beginnings(bare: str) -> frozenset[str]:
    """The beginnings of the words of a text in plain spelling; of Chinese, its pairs of characters."""
    words = {word[:_BEGINNING] for word in _WORD.findall(bare) if word not in STOP_WORDS}
    for run in _CHINESE.findall(bare):
        words.update(run[at : at + 2] for at in range(len(run) - 1))
    return frozenset(words)


def denies(clauses: Iterable[Clause]) -> bool:
    """Whether a sentence negates, excludes, charges or keeps something to some."""
    return any(one.negative or one.stingy or one.matters & _DENYING for one in clauses)


def likeness(words: frozenset[str], sentences: Sequence[Likened]) -> Likeness:
    """How a sentence with these words stands to others."""
    common = [(words & others, len(others) or 1, refuses) for others, refuses in sentences]
    _, _, denied = max(common, key=lambda one: len(one[0]), default=(words, 0, False))
    told = max(((len(one), len(one) / size) for one, size, no in common if no), default=(0, 0.0))
    return Likeness(denied, told[1])

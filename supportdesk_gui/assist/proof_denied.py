"""The words of a text that it affirms, and those that it denies: `no cash`, `without tags`, `未拆封`.

Words are compared by how they begin, Chinese ones by pairs of characters; no list knows them. A
clause that negates or excludes denies all its words, what does without a thing denies that thing.
A sentence that affirms what passages only deny may say the opposite.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from supportdesk_gui.assist.proof_clauses import Clause
from supportdesk_gui.text.tokens import STOP_WORDS

_WORD = re.compile(r"[^\W\d_\u3400-\u9fff]{3,}")
_CHINESE = re.compile(r"[\u3400-\u9fff]{2,}")
_BEGINNING = 5
_BEHIND = r"((?: [\w'-]+){1,3})"
_WITHOUT = {
    "en": re.compile(rf"\b(?:without|no|not|never|free of)\b{_BEHIND}"),
    "es": re.compile(rf"\b(?:sin|no|ningun\w*|nunca)\b{_BEHIND}"),
    "fr": re.compile(r"\b(?:sans|aucun\w*|pas de|pas d'|jamais)((?: ?[\w'-]+){1,3})"),
    "de": re.compile(rf"\b(?:ohne|kein\w*|nicht|nie)\b{_BEHIND}"),
    "zh": re.compile("(?:未|没有?|不含?|非|勿|唔|冇|无|無)([\u3400-\u9fff]{1,3})"),
}

Words = frozenset[str]


def affirmed_and_denied(bare: str, clauses: Iterable[Clause]) -> tuple[Words, Words]:
    """The beginnings of the words that the clauses of a text in plain spelling affirm and deny."""
    affirmed: set[str] = set()
    denied: set[str] = set()
    for clause in clauses:
        if "NOT_NEEDED" in clause.matters:
            continue
        words = beginnings(bare[clause.start : clause.end])
        left = words
        if clause.negative:
            left = frozenset()
        elif pattern := _WITHOUT.get(clause.language):
            left = beginnings(pattern.sub(" ", bare[clause.start : clause.end]))
        affirmed |= left
        denied |= words - left
    return frozenset(affirmed), frozenset(denied)


def beginnings(bare: str) -> Words:
    """The beginnings of the words of a text in plain spelling; of Chinese, its pairs of characters."""
    words = {word[:_BEGINNING] for word in _WORD.findall(bare) if word not in STOP_WORDS}
    for run in _CHINESE.findall(bare):
        words.update(run[at : at + 2] for at in range(len(run) - 1))
    return frozenset(words)

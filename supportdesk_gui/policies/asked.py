"""A query made ready to be searched: its tokens, what each weighs, its words in other languages."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supportdesk_gui.policies.document import Query
from supportdesk_gui.policies.glossary import bridged
from supportdesk_gui.policies.texts_reading import TextsReading
from supportdesk_gui.text.tokens import grams

if TYPE_CHECKING:
    from supportdesk_gui.policies.embedding import Embedder, Vectors

_MOST_TOKENS = 96
# A word that the glossary gave may be the wrong one of several. The optimum is flat, 0.4 to 1.
_BRIDGED = 0.7
_MOST_BRIDGED = 160
# Reading where a token stands takes 0.2 ms for 1,000 passages, and common tokens tell least: in a
# large index only rare ones choose the candidates. All of them are then scored by all tokens.
_LARGE = 2_000
_RAREST = 32
_FEWEST = 8
_MATCHES_A_PASSAGE = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is searched: its tokens with their weights, its vector where there is one.

    `spoken` is its language, `left` the languages whose passages other questions search,
    `weights` are inverse document frequencies, `total` the sum of those of its own words.
    `known` are tokens that passages have, the rarest first, which choose the candidates.
    """

    spoken: str
    left: frozenset[str]
    weights: Mapping[str, float]
    total: float
    known: tuple[str, ...]
    vector: Vectors | None

    def share(self, weight: float) -> float:
        """How much of the question's own weight this is, 0 to 1."""
        return min(1.0, weight / (self.total or 1.0))


def root(language: str) -> str:
    """Both Chinese scripts are one language here: their tokens are folded together."""
    return language.partition("-")[0]


def queries_of(asked: str | Sequence[Query], language: str) -> Sequence[Query]:
    """The queries as they were given; a text alone is one query in `language`."""
    return (Query(asked, language),) if isinstance(asked, str) else asked


def ask(
    reading: TextsReading, embedder: Embedder | None, query: Query, queries: Sequence[Query]
) -> Asked:
    """One of the queries, ready. Passages of the languages of the others are left to those."""
    spoken = query.language or _detected(query.text)
    others = {root(other.language) for other in queries if other.language}
    left = frozenset(others - {root(query.language)})
    own = list(dict.fromkeys(grams(query.text)))[:_MOST_TOKENS]
    counts = reading.document_counts(own)
    total = reading.count()
    weights = {token: _weight(total, counts.get(token, 0)) for token in own}
    bridges = _other_words(reading, query.text, spoken, left)
    added = reading.document_counts([token for token in bridges if token not in weights])
    extra = {token: _BRIDGED * _weight(total, count) for token, count in added.items()}
    every = weights | extra
    known = sorted([*counts, *extra], key=lambda token: -every[token])
    if total > _LARGE:
        known = _rarest(known, counts | added, _MATCHES_A_PASSAGE * total)
    return Asked(
        spoken,
        left,
        every,
        sum(weights.values()),
        tuple(known),
        embedder.embed([query.text])[0] if embedder else None,
    )


def _rarest(tokens: Sequence[str], counts: Mapping[str, int], most: int) -> list[str]:
    """The first tokens, at most 32 and about `most` matches together, but no fewer than eight."""
    chosen = list(tokens[:_RAREST])
    while len(chosen) > _FEWEST and sum(counts[token] for token in chosen) > most:
        chosen.pop()
    return chosen


def _detected(text: str) -> str:
    from supportdesk_gui.text.languages import detect_language

    code: str = detect_language(text).code
    return code


def _weight(passages: int, holding: int) -> float:
    """The inverse document frequency, BM25's formula, never below zero."""
    return math.log(1 + (passages - holding + 0.5) / (holding + 0.5))


def _other_words(reading: TextsReading, text: str, spoken: str, left: frozenset[str]) -> list[str]:
    """Tokens of the question's words in the other languages that policies are written in."""
    targets = {root(language) for language in reading.languages()} - left - {root(spoken)}
    tokens: dict[str, None] = {}
    for target in sorted(targets):
        for word in bridged(text, root(spoken), target):
            tokens.update(dict.fromkeys(grams(word)))
    return list(tokens)[:_MOST_BRIDGED]

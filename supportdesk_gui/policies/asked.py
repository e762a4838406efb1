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
    `known` are tokens that passages have, the rarest first, which choose the candidates;
    `unknown` is the share of the question's own weight that none has, `length` how many
    different tokens it has.
    """

    text: str
    spoken: str
    left: frozenset[str]
    weights: Mapping[str, float]
    total: float
    known: tuple[str, ...]
    unknown: float
    length: int
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
    added = reading.document_counts(
        [token for tokens in bridges for token in tokens if token not in weights]
    )
    rarity = {token: _weight(total, count) for token, count in added.items()}
    extra = _capped(rarity, bridges, sum(weights.values()))
    every = weights | extra
    known = sorted([*counts, *extra], key=lambda token: -every[token])
    if total > _LARGE:
        known = _rarest(known, counts | added, _MATCHES_A_PASSAGE * total)
    own_weight = sum(weights.values())
    missed = sum(weight for token, weight in weights.items() if token not in counts)
    return Asked(
        query.text,
        spoken,
        left,
        every,
        own_weight,
        tuple(known),
        missed / (own_weight or 1.0),
        len(own),
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


def _other_words(
    reading: TextsReading, text: str, spoken: str, left: frozenset[str]
) -> list[list[str]]:
    """Tokens of the question's words in each other language that policies are written in."""
    targets = {root(language) for language in reading.languages()} - left - {root(spoken)}
    found: list[list[str]] = []
    for target in sorted(targets):
        tokens: dict[str, None] = {}
        for word in bridged(text, root(spoken), target):
            tokens.update(dict.fromkeys(grams(word)))
        found.append(list(tokens)[:_MOST_BRIDGED])
    return found


def _capped(
    weights: Mapping[str, float], bridges: Sequence[Sequence[str]], own: float
) -> dict[str, float]:
    """What each of these tokens weighs: those of one language together no more than the question.

    A Chinese word of two signs becomes several long ones: uncapped, the question would rather
    find German passages than the Chinese ones beside them.
    """
    capped: dict[str, float] = {}
    for tokens in bridges:
        known = [token for token in tokens if token in weights]
        whole = sum(weights[token] for token in known)
        factor = min(_BRIDGED, own / whole) if whole else 0.0
        for token in known:
            capped[token] = max(capped.get(token, 0.0), factor * weights[token])
    return capped

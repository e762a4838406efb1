"""Finds the passages for a question: words first, meaning as a helper, fused by score.

The lexical leg is BM25 over the program's own tokens, the other the cosine of the embedder's
vectors. Each gives its best hundred; a passage that only the words found gets its exact cosine.
The best of both are looked at again (`rescoring.py`), and each of the three is scaled to 0..1 over
the candidates: score = a * cosine + (1 - a) * (BM25 + best stretch) / 2, with a = 0.3 for an
English question and 0.2 for others, where the embedder is weak. Measured against each leg alone
by tests/benchmarks/evaluate_retrieval.py.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supportdesk_gui.policies.asked import Asked, ask, root
from supportdesk_gui.policies.document import Query, SearchResult, Signals
from supportdesk_gui.policies.embedding import BundledEmbedder
from supportdesk_gui.policies.errors import VectorsUnusable
from supportdesk_gui.policies.hits import Chosen, hits_of
from supportdesk_gui.policies.passages import search_text
from supportdesk_gui.policies.relevance import JUDGED_BY, signals_of, worth
from supportdesk_gui.policies.rescoring import Evidence, evidence
from supportdesk_gui.policies.texts_reading import Limits, Place, TextsReading

if TYPE_CHECKING:
    from supportdesk_gui.policies.embedding import Embedder, Vectors
    from supportdesk_gui.policies.vector_place import VectorPlace
    from supportdesk_gui.policies.vectors_in_memory import VectorsInMemory

_CANDIDATES = 100
_LOOKED_AT = 32
_MEANING_ENGLISH = 0.3
_MEANING_OTHER = 0.2
# A passage in another language than the one asked for, with no counterpart in it, counts less.
_FOREIGN = 0.7


@dataclass(frozen=True, slots=True)
class Meaning:
    """The second leg: where the vectors are and what makes them.

    `memory` is of a folder here; what a server holds is asked of the server.
    """

    embedder: Embedder
    vectors: VectorPlace
    memory: VectorsInMemory | None = None

    def near(self, vector: Vectors, also: Collection[int], most: int) -> dict[int, float]:
        """The cosines of the `most` nearest passages, and of the others asked for.

        Of those only that have a vector. Raises VectorsUnusable.
        """
        asked = self.memory if self.memory and self.memory.holds_all else self.vectors
        found = asked.nearest(vector, most)
        return found | asked.cosines(set(also) - set(found), vector)


@dataclass(frozen=True, slots=True)
class _Found:
    """A candidate: where it stands, its fused score, its evidence."""

    place: Place
    score: float
    seen: Evidence
    cosine: float
    asked: Asked

    @property
    def signals(self) -> Signals:
        """The evidence as shares of the question."""
        words, stretch = self.asked.share(self.seen.matched), self.asked.share(self.seen.stretch)
        return Signals(self.seen.bm25, words, stretch, min(1.0, max(0.0, self.cosine)))


def search(
    reading: TextsReading,
    meaning: Meaning | None,
    queries: Sequence[Query],
    language: str,
    k: int,
    limits: Limits,
    *,
    sentences: bool = True,
) -> SearchResult:
    """The k best passages for the queries, best first, each with its sentences scored.

    Without `sentences` none is scored, which is most of the time that many passages take.

    Of several queries each searches the passages of its own language. With a language given, a
    passage that exists in it is returned in it, and passages of other languages count less;
    translations of one passage fill one place. Without `meaning`, or when the vectors fail, the
    words decide alone and the result says so.
    """
    began = time.perf_counter()
    found, failed = _candidates(reading, meaning, queries, language, limits)
    chosen = _one_a_family(reading, found, language, max(k, JUDGED_BY), limits)
    # Another embedder takes fifty times as long for a sentence, and its cosines have other sizes:
    # sentences are scored, and an answer is told from none, by the words then.
    embedder = meaning.embedder if meaning else None
    bundled = embedder if isinstance(embedder, BundledEmbedder) else None
    hits = hits_of(reading, bundled, chosen[:k], sentences=sentences)
    by_words = failed or bundled is None
    signals = signals_of(reading, None if by_words else bundled, chosen)
    spoken = root(chosen[0].asked.spoken) if chosen else ""
    answers = worth(signals, spoken, by_words)
    milliseconds = (time.perf_counter() - began) * 1000
    return SearchResult(hits, milliseconds, failed, answers, signals)


def _candidates(
    reading: TextsReading,
    meaning: Meaning | None,
    queries: Sequence[Query],
    language: str,
    limits: Limits,
) -> tuple[dict[int, _Found], bool]:
    """The best of all queries by passage, and whether the words decided alone."""
    found: dict[int, _Found] = {}
    failed = meaning is None
    for query in queries:
        asked = ask(reading, meaning.embedder if meaning else None, query, queries)
        words = _lexical(reading, asked, query.language, limits)
        cosines: dict[int, float] = {}
        if meaning is not None and asked.vector is not None:
            try:
                cosines = _cosines(reading, meaning, asked.vector, words)
            except VectorsUnusable:
                failed = True
        places = reading.places({*words, *cosines}, limits)
        for number, one in _judged(reading, asked, words, cosines, places, language).items():
            if number not in found or one.score > found[number].score:
                found[number] = one
    return found, failed


def _lexical(
    reading: TextsReading, asked: Asked, language: str, limits: Limits
) -> dict[int, float]:
    languages = reading.languages()
    own = language if language in languages and len(languages) > 1 else ""
    return reading.lexical(asked.known, limits, _CANDIDATES, own)


def _cosines(
    reading: TextsReading, meaning: Meaning, vector: Vectors, words: Collection[int]
) -> dict[int, float]:
    """The nearest passages, and the exact cosine of those that the words found.

    A passage whose vector is still to be stored is embedded here, unless that takes too long.
    """
    found = meaning.near(vector, words, _CANDIDATES)
    missing = [number for number in words if number not in found]
    if missing and meaning.embedder.is_bundled:
        rows = reading.search_texts(missing)
        fresh = meaning.embedder.embed([search_text(heading, text) for _, heading, text in rows])
        found |= {row[0]: float(value) for row, value in zip(rows, fresh @ vector, strict=True)}
    return found


def _judged(
    reading: TextsReading,
    asked: Asked,
    words: Mapping[int, float],
    cosines: Mapping[int, float],
    places: Mapping[int, Place],
    language: str,
) -> dict[int, _Found]:
    """The candidates with their scores: the best of a first order looked at again, then the rest."""
    own = [number for number in places if root(places[number].language) not in asked.left]
    near = _scaled({number: cosines[number] for number in own if number in cosines})
    first = {number: words.get(number, 0.0) for number in own}
    first = _fused(_scaled(first, 0.0), near, asked)
    factor = {
        number: _FOREIGN if language and root(places[number].language) != root(language) else 1.0
        for number in own
    }
    order = sorted(own, key=lambda number: (-first[number] * factor[number], number))
    seen = evidence(reading.tokens(order[:_LOOKED_AT]), asked.weights)
    bm25 = _scaled({number: one.bm25 for number, one in seen.items()}, 0.0)
    stretch = _scaled({number: one.stretch for number, one in seen.items()}, 0.0)
    both = {number: (bm25[number] + stretch[number]) / 2 for number in seen}
    scores = {number: score * factor[number] for number, score in _fused(both, near, asked).items()}
    least = min(scores.values(), default=0.0)
    scores |= {number: min(least, first[number] * factor[number]) for number in order[_LOOKED_AT:]}
    # What another query matched better of itself comes before.
    most = max((one.matched for one in seen.values()), default=0.0)
    sure = asked.share(most) if asked.left else 1.0
    nothing = Evidence(0.0, 0.0, 0.0)
    return {
        number: _Found(
            places[number],
            scores[number] * sure,
            seen.get(number, nothing),
            cosines.get(number, 0.0),
            asked,
        )
        for number in order
        if number in scores
    }


def _scaled(values: Mapping[int, float], low: float | None = None) -> dict[int, float]:
    """The values between `low`, else the least of them, and the greatest, as 0 to 1."""
    least = min(values.values(), default=0.0) if low is None else low
    spread = (max(values.values(), default=0.0) - least) or 1.0
    return {number: (value - least) / spread for number, value in values.items()}


def _fused(words: Mapping[int, float], near: Mapping[int, float], asked: Asked) -> dict[int, float]:
    share = 0.0
    if near:
        share = _MEANING_ENGLISH if asked.spoken == "en" else _MEANING_OTHER
    return {
        number: share * near.get(number, 0.0) + (1 - share) * value
        for number, value in words.items()
    }


def _one_a_family(
    reading: TextsReading,
    found: Mapping[int, _Found],
    language: str,
    k: int,
    limits: Limits,
) -> list[Chosen]:
    """The k best; a passage's translations and copies fill one place."""
    chosen: list[Chosen] = []
    seen: set[object] = set()
    for number in sorted(found, key=lambda number: (-found[number].score, number)):
        one = found[number]
        groups: set[object] = {one.place.hash}
        if one.place.family:
            place = one.place
            groups.add((place.family, place.sections, place.section, place.part))
        if groups & seen:
            continue
        seen |= groups
        counterpart = None
        if language and one.place.language != language:
            counterpart = reading.counterpart(one.place, language, limits)
        shown = counterpart or number
        chosen.append(Chosen(shown, number, one.score, one.signals, one.asked))
        if len(chosen) == k:
            break
    return chosen

"""Finds the passages for a question: words first, meaning as a helper, fused by score.

The lexical leg is BM25 over the program's own tokens, the other the cosine of the embedder's
vectors. Each gives its best hundred; a passage that only the words found gets its exact cosine.
score = a * (cosine, scaled to 0..1 over the candidates) + (1 - a) * BM25 / best BM25, with
a = 0.5 for an English question and 0.3 for others, where the embedder is weak. Measured against
rank fusion and each leg alone by tests/benchmarks/evaluate_retrieval.py.
"""

from __future__ import annotations

import math
import time
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supportdesk_gui.policies.document import Hit, Passage, SearchResult, SentenceHit
from supportdesk_gui.policies.errors import VectorsUnusable
from supportdesk_gui.policies.passages import search_text
from supportdesk_gui.policies.policy_sentences import is_question, sentence_spans
from supportdesk_gui.policies.texts_reading import Limits, Place, TextsReading
from supportdesk_gui.text.tokens import grams, passage_query

if TYPE_CHECKING:
    from supportdesk_gui.policies.embedding import Embedder, Vectors
    from supportdesk_gui.policies.vectors import VectorFolder

_CANDIDATES = 100
_MEANING_ENGLISH = 0.5
_MEANING_OTHER = 0.3
# A passage in another language than the one asked for, with no counterpart in it, counts less.
_FOREIGN = 0.7
_SENTENCE_MEANING = 0.4
# Sentences longer than this many grams gain less from each gram that they share.
_SENTENCE_GRAMS = 60


@dataclass(frozen=True, slots=True)
class Meaning:
    """The second leg: where the vectors are and what makes them."""

    embedder: Embedder
    vectors: VectorFolder


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A passage to be shown, and the one that was found: itself or its translation."""

    shown: int
    found: int
    score: float


@dataclass(frozen=True, slots=True)
class _Query:
    text: str
    language: str
    grams: dict[str, float]
    vector: Vectors | None


def search(
    reading: TextsReading,
    meaning: Meaning | None,
    text: str,
    language: str,
    k: int,
    limits: Limits,
    *,
    sentences: bool = True,
) -> SearchResult:
    """The k best passages for the text, best first, each with its sentences scored.

    Without `sentences` none is scored, which is most of the time that many passages take.

    With a language given, a passage that exists in it is returned in it, and passages of other
    languages count less; translations of one passage fill one place. Without `meaning`, or when
    the vectors fail, the words decide alone and the result says so.
    """
    began = time.perf_counter()
    vector = meaning.embedder.embed([text])[0] if meaning else None
    query = _Query(text, language, reading.weights(dict.fromkeys(grams(text))), vector)
    words = _lexical(reading, query, limits)
    cosines: dict[int, float] = {}
    failed = meaning is None
    if meaning is not None and vector is not None:
        try:
            cosines = _cosines(reading, meaning, vector, words)
        except VectorsUnusable:
            failed = True
    places = reading.places({*words, *cosines}, limits)
    scores = _fused(words, cosines, places, query)
    chosen = _one_a_family(reading, scores, places, language, k, limits)
    hits = _hits(reading, meaning, query, chosen, cosines, sentences)
    return SearchResult(hits, (time.perf_counter() - began) * 1000, failed)


def _lexical(reading: TextsReading, query: _Query, limits: Limits) -> dict[int, float]:
    expression = passage_query(query.text)
    found = reading.lexical(expression, limits, _CANDIDATES)
    languages = reading.languages()
    if query.language in languages and len(languages) > 1:
        found |= reading.lexical(expression, limits, _CANDIDATES, query.language)
    return found


def _cosines(
    reading: TextsReading, meaning: Meaning, vector: Vectors, words: Collection[int]
) -> dict[int, float]:
    """The nearest passages, and the exact cosine of those that the words found.

    A passage whose vector is still to be stored is embedded here.
    """
    found = meaning.vectors.nearest(vector, _CANDIDATES)
    found |= meaning.vectors.cosines(set(words) - set(found), vector)
    missing = [number for number in words if number not in found]
    if missing:
        rows = reading.search_texts(missing)
        fresh = meaning.embedder.embed([search_text(heading, text) for _, heading, text in rows])
        found |= {row[0]: float(value) for row, value in zip(rows, fresh @ vector, strict=True)}
    return found


def _fused(
    words: dict[int, float],
    cosines: dict[int, float],
    places: dict[int, Place],
    query: _Query,
) -> dict[int, float]:
    share = 0.0
    if cosines:
        share = _MEANING_ENGLISH if _spoken(query) == "en" else _MEANING_OTHER
    best = max(words.values(), default=0.0) or 1.0
    low = min(cosines.values(), default=0.0)
    spread = (max(cosines.values(), default=0.0) - low) or 1.0
    scores: dict[int, float] = {}
    for number, place in places.items():
        near = (cosines.get(number, low) - low) / spread
        score = share * near + (1 - share) * words.get(number, 0.0) / best
        foreign = query.language and _root(place.language) != _root(query.language)
        scores[number] = score * (_FOREIGN if foreign else 1.0)
    return scores


def _spoken(query: _Query) -> str:
    if query.language:
        return query.language
    from supportdesk_gui.text.languages import detect_language

    code: str = detect_language(query.text).code
    return code


def _root(language: str) -> str:
    """Both Chinese scripts are one language here: their tokens are folded together."""
    return language.partition("-")[0]


def _one_a_family(
    reading: TextsReading,
    scores: dict[int, float],
    places: dict[int, Place],
    language: str,
    k: int,
    limits: Limits,
) -> list[_Chosen]:
    """The k best with their scores; a passage's translations and copies fill one place."""
    chosen: list[_Chosen] = []
    seen: set[object] = set()
    for number in sorted(scores, key=lambda number: (-scores[number], number)):
        place = places[number]
        groups: set[object] = {place.hash}
        if place.family:
            groups.add((place.family, place.sections, place.section, place.part))
        if groups & seen:
            continue
        seen |= groups
        counterpart = None
        if language and place.language != language:
            counterpart = reading.counterpart(place, language, limits)
        chosen.append(_Chosen(counterpart or number, number, scores[number]))
        if len(chosen) == k:
            break
    return chosen


def _hits(
    reading: TextsReading,
    meaning: Meaning | None,
    query: _Query,
    chosen: list[_Chosen],
    cosines: dict[int, float],
    sentences: bool,
) -> tuple[Hit, ...]:
    """The passages to show with the evidence of those that were found."""
    total = sum(query.grams.values()) or 1.0
    passages = reading.passages([number for one in chosen for number in (one.shown, one.found)])
    hits: list[Hit] = []
    for one in chosen:
        if one.shown not in passages or one.found not in passages:
            continue
        shared = reading.tokens(one.found) & query.grams.keys()
        found, shown = passages[one.found], passages[one.shown]
        scored = _scored(found, shown, meaning, query, total) if sentences else ()
        hits.append(
            Hit(
                shown,
                one.score,
                sum(query.grams[gram] for gram in shared) / total,
                min(1.0, max(0.0, cosines.get(one.found, 0.0))),
                scored,
            )
        )
    return tuple(hits)


def _scored(
    found: Passage, shown: Passage, meaning: Meaning | None, query: _Query, total: float
) -> tuple[SentenceHit, ...]:
    """The sentences of the passage on view, by those of the one that was found where they match."""
    carried = _carried_over(_sentences(found, meaning, query, total), found, shown)
    return _sentences(shown, meaning, query, total) if carried is None else carried


def _carried_over(
    scored: tuple[SentenceHit, ...], found: Passage, shown: Passage
) -> tuple[SentenceHit, ...] | None:
    """The scores of the sentences that were found, on the translations that are shown.

    None where the two passages do not match sentence by sentence.
    """
    if found is shown:
        return scored
    theirs = sentence_spans(found.text)
    ours = sentence_spans(shown.text)
    if len(ours) != len(theirs):
        return None
    at = dict(zip(theirs, ours, strict=True))
    return tuple(SentenceHit(*at[hit.start, hit.end], hit.score) for hit in scored)


def _sentences(
    passage: Passage, meaning: Meaning | None, query: _Query, total: float
) -> tuple[SentenceHit, ...]:
    """The statements of a passage: how much of the question's words and meaning each holds."""
    texts = [(start, end, passage.text[start:end]) for start, end in sentence_spans(passage.text)]
    texts = [entry for entry in texts if not is_question(entry[2])]
    near = [0.0] * len(texts)
    share = 0.0
    if meaning is not None and query.vector is not None and texts:
        share = _SENTENCE_MEANING
        near = (meaning.embedder.embed([text for *_, text in texts]) @ query.vector).tolist()
    return tuple(
        SentenceHit(
            start,
            end,
            share * max(0.0, cosine) + (1 - share) * _overlap(text, query.grams) / total,
        )
        for (start, end, text), cosine in zip(texts, near, strict=True)
    )


def _overlap(sentence: str, weights: dict[str, float]) -> float:
    """The weight of the question's grams in the sentence, less for a very long one."""
    own = set(grams(sentence))
    shared = sum(weights[gram] for gram in own & weights.keys())
    return shared * min(1.0, math.sqrt(_SENTENCE_GRAMS / max(1, len(own))))

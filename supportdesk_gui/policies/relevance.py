"""Whether the best passage found answers the question at all, told by raw signals.

The fused score puts the best hit near 1 for every question. Raw are: how much of the question's
weight stands in the passage's best stretch of two sentences, and in no passage at all; the cosine;
and how near the words of the best passages come to those of the question. BM25 was left out: it
grows with the number of passages, and a small shop would answer nothing. A logistic
regression over them, one for each group of languages, was fitted on the even rows of the sets that
`python tests/benchmarks/fit_relevance.py --data DIR` names; it prints the weights below. Which
signals are used was chosen by the even rows too. What they keep and refuse on the other rows is
printed by `evaluate_relevance.py` and stands in tests/benchmarks/RESULTS.md.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from supportdesk_gui.policies.document import Signals
from supportdesk_gui.policies.hits import Chosen
from supportdesk_gui.policies.passages import search_text
from supportdesk_gui.policies.texts_reading import TextsReading
from supportdesk_gui.text.tokens import content_words, grams

if TYPE_CHECKING:
    from supportdesk_gui.policies.embedding import BundledEmbedder

JUDGED_BY = 3
"""How many of the best passages are looked at."""
# By the question's language, what each counts; from a sum of 1 on it is answered. In English words
# and meaning must agree, the less the longer the question is; elsewhere the cosine tells little.
_ENGLISH = {"stretch_and_meaning": 2.46, "near_and_meaning": 0.37, "log_length": 0.1}
_CHINESE = {"stretch": 1.1, "unknown": -1.42, "near": 2.63}
_ELSEWHERE = {"stretch": 1.45, "unknown": -0.91, "near": 1.64}
# Without vectors: what the share that is unknown takes from the stretch, and what must be left.
_BY_WORDS = {"en": (0.59, 0.43), "zh": (1.82, -0.75)}
_BY_WORDS_ELSEWHERE = (0.69, 0.18)


def signals_of(
    reading: TextsReading, embedder: BundledEmbedder | None, chosen: Sequence[Chosen]
) -> Signals:
    """What the best of these passages have of the question, as they are shown.

    A question is compared with the translation in its own language: the cosine of two languages
    says little.
    """
    if not chosen:
        return Signals()
    best = chosen[0]
    signals = replace(best.signals, unknown=best.asked.unknown, length=best.asked.length)
    vector = best.asked.vector
    if embedder is None or vector is None:
        return signals
    shown = reading.passages([one.shown for one in chosen[:JUDGED_BY]])
    texts = [search_text(one.heading, one.text) for one in shown.values()]
    if best.shown != best.found and best.shown in shown:
        own = shown[best.shown]
        cosine = float(embedder.embed([search_text(own.heading, own.text)])[0] @ vector)
        signals = replace(signals, meaning=min(1.0, max(0.0, cosine)))
    near = max((_nearness(embedder, best, text) for text in texts), default=0.0)
    return replace(signals, near=near)


def _nearness(embedder: BundledEmbedder, asked: Chosen, text: str) -> float:
    """The cosine of each word of the question with the closest one of the text, weighted."""
    ours, theirs = content_words(asked.asked.text), content_words(text)
    if not ours or not theirs:
        return 0.0
    closest = (embedder.embed_words(ours) @ embedder.embed_words(theirs).T).max(axis=1)
    weights = [_weight(word, asked) for word in ours]
    sums = sum(weight * max(0.0, cosine) for weight, cosine in zip(weights, closest, strict=True))
    return min(1.0, float(sums) / (sum(weights) or 1.0))


def _weight(word: str, asked: Chosen) -> float:
    """The mean weight of a word's tokens."""
    tokens = grams(word)
    return sum(asked.asked.weights.get(token, 0.0) for token in tokens) / max(1, len(tokens))


def worth(signals: Signals, language: str, lexical_only: bool) -> float:
    """How much a passage has of what an answer needs: 1 and more where it is likely to answer.

    The language of the question by its first part, empty where it is not known.
    """
    spoken = language or "en"
    if lexical_only:
        less, needed = _BY_WORDS.get(spoken, _BY_WORDS_ELSEWHERE)
        return max(0.0, 1 + signals.stretch - less * signals.unknown - needed)
    weights = {"en": _ENGLISH, "zh": _CHINESE}.get(spoken, _ELSEWHERE)
    values = raw_values(signals)
    return max(0.0, sum(weight * values[name] for name, weight in weights.items()))


def raw_values(signals: Signals) -> dict[str, float]:
    """The signals by name, as they are weighed."""
    return {
        "stretch": signals.stretch,
        "unknown": signals.unknown,
        "near": signals.near,
        "log_length": math.log1p(signals.length),
        "stretch_and_meaning": signals.stretch * signals.meaning,
        "near_and_meaning": signals.near * signals.meaning,
    }

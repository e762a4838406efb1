"""What is shown of the passages that a search chose: their evidence and scored sentences."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supportdesk_gui.policies.asked import Asked
from supportdesk_gui.policies.document import Hit, Passage, SentenceHit, Signals
from supportdesk_gui.policies.policy_sentences import is_question, sentence_spans
from supportdesk_gui.policies.texts_reading import TextsReading
from supportdesk_gui.text.tokens import grams

if TYPE_CHECKING:
    from supportdesk_gui.policies.embedding import Embedder

_SENTENCE_MEANING = 0.4
# Sentences longer than this many grams gain less from each gram that they share.
_SENTENCE_GRAMS = 60


@dataclass(frozen=True, slots=True)
class Chosen:
    """A passage to be shown, and the one that was found: itself or its translation.

    `signals` are those of the passage that was found.
    """

    shown: int
    found: int
    score: float
    signals: Signals
    asked: Asked


def hits_of(
    reading: TextsReading, embedder: Embedder | None, chosen: Sequence[Chosen],
    *, sentences: bool = True,
) -> tuple[Hit, ...]:  # fmt: skip
    """The passages to show with the evidence of those that were found, in the same order."""
    passages = reading.passages([number for one in chosen for number in (one.shown, one.found)])
    there = [one for one in chosen if one.shown in passages and one.found in passages]
    if not sentences:
        return tuple(
            Hit(passages[one.shown], one.score, one.signals.words, one.signals.meaning)
            for one in there
        )
    parts = [_Part.of(one, passages[one.found], passages[one.shown]) for one in there]
    near = _nearness(parts, embedder)
    return tuple(
        Hit(
            passages[part.one.shown],
            part.one.score,
            part.one.signals.words,
            part.one.signals.meaning,
            part.hits(near),
        )
        for part in parts
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """A chosen passage's statements: those scored, and where they are shown.

    They are scored as they were found and shown in the translation, where the two match sentence
    by sentence; else those shown are scored themselves.
    """

    one: Chosen
    texts: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, one: Chosen, found: Passage, shown: Passage) -> _Part:
        theirs = sentence_spans(found.text)
        ours = theirs if found is shown else sentence_spans(shown.text)
        if len(ours) != len(theirs):
            found, theirs = shown, ours
        pairs = [
            (found.text[start:end], own)
            for (start, end), own in zip(theirs, ours, strict=True)
            if not is_question(found.text[start:end])
        ]
        return cls(one, tuple(text for text, _ in pairs), tuple(span for _, span in pairs))

    def hits(self, near: Mapping[tuple[int, str], float]) -> tuple[SentenceHit, ...]:
        """How much of the question's words and meaning each statement holds."""
        asked = self.one.asked
        meant = _SENTENCE_MEANING if near else 0.0
        return tuple(
            SentenceHit(
                *span,
                meant * max(0.0, near.get((self.one.found, text), 0.0))
                + (1 - meant) * asked.share(_overlap(text, asked.weights)),
            )
            for text, span in zip(self.texts, self.spans, strict=True)
        )


def _nearness(parts: Sequence[_Part], embedder: Embedder | None) -> dict[tuple[int, str], float]:
    """The cosine of each statement with its question, all embedded at once."""
    keys = [(part, text) for part in parts for text in part.texts]
    if embedder is None or not keys:
        return {}
    vectors = embedder.embed([text for _, text in keys])
    return {
        (part.one.found, text): float(vector @ part.one.asked.vector)
        for (part, text), vector in zip(keys, vectors, strict=True)
        if part.one.asked.vector is not None
    }


def _overlap(sentence: str, weights: Mapping[str, float]) -> float:
    """The weight of the question's grams in the sentence, less for a very long one."""
    own = set(grams(sentence))
    shared = sum(weights[gram] for gram in own & weights.keys())
    return shared * min(1.0, math.sqrt(_SENTENCE_GRAMS / max(1, len(own))))

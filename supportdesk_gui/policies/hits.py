"""What is shown of the passages that a search chose: their evidence and scored sentences."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supportdesk_gui.policies.asked import Asked
from supportdesk_gui.policies.document import Hit, Passage, SentenceHit
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

    `share` of the question's weight it holds and its cosine, each 0 to 1.
    """

    shown: int
    found: int
    score: float
    share: float
    cosine: float
    asked: Asked


def hits_of(
    reading: TextsReading, embedder: Embedder | None, chosen: Sequence[Chosen]
) -> tuple[Hit, ...]:
    """The passages to show with the evidence of those that were found, in the same order."""
    passages = reading.passages([number for one in chosen for number in (one.shown, one.found)])
    return tuple(
        Hit(
            passages[one.shown],
            one.score,
            one.share,
            one.cosine,
            _shown_sentences(passages[one.found], passages[one.shown], embedder, one.asked),
        )
        for one in chosen
        if one.shown in passages and one.found in passages
    )


def _shown_sentences(
    found: Passage, shown: Passage, embedder: Embedder | None, asked: Asked
) -> tuple[SentenceHit, ...]:
    """The scores of the sentences that were found, on the translations that are shown.

    Where the two passages do not match sentence by sentence, those shown are scored themselves.
    """
    if found is shown:
        return _sentences(shown, embedder, asked)
    theirs = sentence_spans(found.text)
    ours = sentence_spans(shown.text)
    if len(ours) != len(theirs):
        return _sentences(shown, embedder, asked)
    at = dict(zip(theirs, ours, strict=True))
    scored = _sentences(found, embedder, asked)
    return tuple(SentenceHit(*at[hit.start, hit.end], hit.score) for hit in scored)


def _sentences(
    passage: Passage, embedder: Embedder | None, asked: Asked
) -> tuple[SentenceHit, ...]:
    """The statements of a passage: how much of the question's words and meaning each holds."""
    texts = [(start, end, passage.text[start:end]) for start, end in sentence_spans(passage.text)]
    texts = [entry for entry in texts if not is_question(entry[2])]
    near = [0.0] * len(texts)
    share = 0.0
    if embedder is not None and asked.vector is not None and texts:
        share = _SENTENCE_MEANING
        near = (embedder.embed([text for *_, text in texts]) @ asked.vector).tolist()
    return tuple(
        SentenceHit(
            start,
            end,
            share * max(0.0, cosine) + (1 - share) * asked.share(_overlap(text, asked.weights)),
        )
        for (start, end, text), cosine in zip(texts, near, strict=True)
    )


def _overlap(sentence: str, weights: Mapping[str, float]) -> float:
    """The weight of the question's grams in the sentence, less for a very long one."""
    own = set(grams(sentence))
    shared = sum(weights[gram] for gram in own & weights.keys())
    return shared * min(1.0, math.sqrt(_SENTENCE_GRAMS / max(1, len(own))))

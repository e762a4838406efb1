"""A second, closer look at the best candidates of a search: what their words really say.

SQLite's BM25 counts with k1 = 1.2 and b = 0.75, takes single Chinese characters for words and does
not see where in a passage the words stand. Here a passage is scored again with k1 = 0.9 and
b = 0.5 over words and Chinese pairs, and by its best stretch of two sentences: the weight of the
question's tokens in it, less for a long one. The constants were chosen on XQuAD, where their
neighbours do about as well; what they bring on each half stands in tests/benchmarks/RESULTS.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

_K1 = 0.9
_B = 0.5
# A stretch of 60 tokens counts whole; a longer one less, by 0.15 of the excess.
_STRETCH_TOKENS = 60
_STRETCH_SLOPE = 0.15


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the words of one passage say: BM25, the best stretch, all that matched.

    All three are sums of the weights of tokens.
    """

    bm25: float
    stretch: float
    matched: float


def evidence(tokens: Mapping[int, str], weights: Mapping[str, float]) -> dict[int, Evidence]:
    """The evidence in each passage, given as its stored tokens: a heading line, then sentences.

    `weights` are the question's tokens and their inverse document frequencies. Lengths are
    compared with the mean of the passages given.
    """
    lengths = {number: text.count(" ") + 1 for number, text in tokens.items()}
    mean = sum(lengths.values()) / max(1, len(lengths)) or 1.0
    return {
        number: _looked_at(text, weights, lengths[number] / mean) for number, text in tokens.items()
    }


def _looked_at(text: str, weights: Mapping[str, float], length: float) -> Evidence:
    lines = [_Line.of(line.split(" "), weights) for line in text.split("\n")]
    counts = Counter(chain.from_iterable(line.shared for line in lines))
    saturation = _K1 * (1 - _B + _B * length)
    bm25 = sum(
        weights[token] * count * (_K1 + 1) / (count + saturation)
        for token, count in counts.items()
        if len(token) > 1
    )
    matched = sum(map(weights.__getitem__, counts))
    return Evidence(bm25, _best_stretch(lines, weights), matched)


@dataclass(frozen=True, slots=True)
class _Line:
    """The question's tokens in a sentence, repeats kept, and how many tokens it has."""

    shared: list[str]
    length: int

    @classmethod
    def of(cls, tokens: list[str], weights: Mapping[str, float]) -> _Line:
        return cls(list(filter(weights.__contains__, tokens)), len(tokens))


def _best_stretch(lines: list[_Line], weights: Mapping[str, float]) -> float:
    """The heaviest sentence, or two in a row, each read under the heading."""
    heading = dict.fromkeys(lines[0].shared)
    above = sum(map(weights.__getitem__, heading))
    best = 0.0
    before: Mapping[str, None] = {}
    weight_before = length_before = 0.0
    for line in lines[1:] or lines:
        own = dict.fromkeys(token for token in line.shared if token not in heading)
        weight = sum(map(weights.__getitem__, own))
        fresh = sum(weights[token] for token in own if token not in before)
        best = max(
            best,
            _discounted(above + weight, line.length),
            _discounted(above + weight_before + fresh, length_before + line.length),
        )
        before, weight_before, length_before = own, weight, line.length
    return best


def _discounted(weight: float, length: float) -> float:
    return weight / (1 - _STRETCH_SLOPE + _STRETCH_SLOPE * length / _STRETCH_TOKENS)

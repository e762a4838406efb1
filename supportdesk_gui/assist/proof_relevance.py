"""Which passages a draft is about: a figure of another matter supports nothing.

Two dozen passages hold so many figures that a wrong one stands somewhere by chance. What tells
passages apart is what they have in common with ticket and draft, rare words counting more.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from supportdesk_gui.assist.proof_evidence import ReadText

FEW = 5
"""So many passages are all about the matter."""
_CLOSE = 0.3
_LENGTH = 0.75
_KEPT = 512


class Relevance:
    """Passages by their hash, weighed against texts."""

    def __init__(self, passages: Mapping[str, ReadText]) -> None:
        self._names = list(passages)
        self._holding: dict[str, set[str]] = defaultdict(set)
        sizes: dict[str, int] = {}
        for name, text in passages.items():
            keys = _keys(text)
            sizes[name] = len(keys)
            for key in keys:
                self._holding[key].add(name)
        usual = sum(sizes.values()) / max(len(sizes), 1) or 1.0
        # A long passage has more of any text in it by chance (as in BM25).
        self._share = {name: 1 / (1 - _LENGTH + _LENGTH * n / usual) for name, n in sizes.items()}
        self._known: dict[str, dict[str, float]] = {}
        self._last: tuple[dict[str, tuple[float, dict[str, float]]], dict[str, float]] = {}, {}

    def most_relevant(
        self, texts: Sequence[tuple[ReadText, float]], cited: Iterable[str]
    ) -> frozenset[str]:
        """The passages that the texts, each with its weight, are about, and those cited."""
        if len(self._names) <= FEW:
            return frozenset(self._names)
        totals = self._totals(texts)
        best = sorted(totals, key=lambda name: -totals[name])[:FEW]
        least = _CLOSE * totals[best[0]] if best else 0.0
        close = {name for name in best if totals[name] >= least}
        return frozenset(close | {name for name in cited if name in self._names})

    def _totals(self, texts: Sequence[tuple[ReadText, float]]) -> dict[str, float]:
        """The scores of all texts: between two sentences of a draft the weights of few change."""
        weights: dict[str, float] = defaultdict(float)
        for text, weight in texts:
            weights[text.text] += weight
        before, known = self._last
        gone = [name for name in before if name not in weights]
        changed = {
            text.text: text
            for text, _ in texts
            if text.text not in before or before[text.text][0] != weights[text.text]
        }
        if 2 * (len(changed) + len(gone)) > len(weights):  # begun anew, so that no error grows
            before, known, gone = {}, {}, []
            changed = {text.text: text for text, _ in texts}
        totals = defaultdict(float, known)
        now = {name: one for name, one in before.items() if name in weights}
        for name in gone:
            weight, scores = before[name]
            _add(totals, scores, -weight)
        for name, text in changed.items():
            weight, scores = before.get(name, (0.0, self._scores(text)))
            _add(totals, scores, weights[name] - weight)
            now[name] = weights[name], scores
        self._last = now, totals
        return totals

    def _scores(self, text: ReadText) -> dict[str, float]:
        found = self._known.get(text.text)
        if found is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            found = self._known[text.text] = self._weigh(text)
        return found

    def _weigh(self, text: ReadText) -> dict[str, float]:
        scores: dict[str, float] = defaultdict(float)
        many = len(self._names)
        for key, weight in _keys(text).items():
            names = self._holding.get(key, ())
            if names:
                telling = weight * math.log((1 + many) / len(names))
                for name in names:
                    scores[name] += telling * self._share[name]
        return scores


def _add(totals: dict[str, float], scores: Mapping[str, float], weight: float) -> None:
    for name, score in scores.items():
        totals[name] += weight * score


def _keys(text: ReadText) -> dict[str, float]:
    """What a text is compared by: its words, and the matters it names."""
    found: dict[str, float] = {}
    for clause in text.clauses:
        for term in clause.terms:
            for name, weight in term:
                found[name] = max(found.get(name, 0.0), weight)
        for matter in clause.generous | clause.stingy:
            found[f"!{matter}"] = 1.0
    for figure in text.figures:
        for kind, unit, value in figure.keys:
            if unit and kind in {"code", "url"}:
                found[f"{kind} {unit} {value}"] = 1.0
    return found

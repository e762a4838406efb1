"""Which sentence of which passage a sentence of a draft rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from supportdesk_gui.assist.drafting import Citation
from supportdesk_gui.assist.proof_clauses import Clause, shared
from supportdesk_gui.assist.proof_evidence import ReadText
from supportdesk_gui.assist.proof_granted import Granted
from supportdesk_gui.text.figures import Figure, FigureKind, Key

# One word in common and one thing granted alike, or two words, or a figure and a word in part.
_RELEVANT = 1.4
_CLOSE = 0.6
_MOST = 3
_WEIGHED = 32
_NUMBER = 0.5
_CONTEXT = 0.6
_MATTER = 0.7

_Place = tuple[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Source:
    """Characters `start` to `end` of a passage, named by its hash, support a sentence."""

    passage_hash: str
    start: int
    end: int
    is_cited: bool = False


class Sources:
    """The sentences of passages (by their hash), found by what they have in common with a draft's."""

    def __init__(self, passages: Mapping[str, ReadText], language: str) -> None:
        self._passages = passages
        self._language = language.partition("-")[0]
        self._clauses = Granted(passages.values())
        self._places: dict[int, _Place] = {}
        self._last: tuple[ReadText, dict[_Place, float]] | None = None
        self._figures: dict[Key, set[_Place]] = defaultdict(set)
        for name, text in passages.items():
            for clause in text.clauses:
                self._places[id(clause)] = (name, clause.sentence)
                for key in clause.keys_of_figures:
                    self._figures[key].add((name, clause.sentence))

    def of(self, said: ReadText, citations: Sequence[Citation]) -> tuple[Source, ...]:
        """What supports a sentence, at most three places: what it cites, then the closest."""
        cited = [source for one in citations if (source := self._cited(one, said)) is not None]
        scores = self._weighed(said)
        best = max(scores.values(), default=0.0)
        close = sorted(
            (place for place, score in scores.items() if score >= max(_RELEVANT, _CLOSE * best)),
            key=lambda place: -scores[place],
        )
        taken = {(one.passage_hash, one.start) for one in cited}
        found = [Source(name, *span) for name, span in close if (name, span[0]) not in taken]
        return tuple([*cited, *found][:_MOST])

    def closest(self, said: ReadText, least: float) -> frozenset[str]:
        """The passages of the sentence that supports this one best, from so high a score on."""
        scores = self._weighed(said)
        best = max(scores.values(), default=0.0)
        return frozenset(name for (name, _), score in scores.items() if score >= max(best, least))

    def with_figures(self, said: ReadText, about: frozenset[str], least: float) -> frozenset[str]:
        """Passages that grant the same with the same figure, where none of those it is `about`
        has a figure for it: the one that supports the sentence best, from so high a score on."""
        scores = self._weighed(said)
        found = set()
        for clause in said.clauses:
            kinds = {key[:2] for key in clause.keys_of_figures}
            granting = self._clauses.granting(clause.generous) if kinds else []
            limits = [
                other for other in granting if kinds & {key[:2] for key in other.keys_of_figures}
            ]
            if any(self._places[id(other)][0] in about for other in limits):
                continue
            same = [other for other in limits if clause.keys_of_figures & other.keys_of_figures]
            places = {self._places[id(other)] for other in same}
            best = max(places, key=lambda place: scores.get(place, 0.0), default=None)
            if best is not None and scores.get(best, 0.0) >= least:
                found.add(best[0])
        return frozenset(found)

    def _weighed(self, said: ReadText) -> dict[_Place, float]:
        """The scores of a sentence, which is asked for twice in a row."""
        if self._last is None or self._last[0] is not said:
            self._last = said, self._scores(said)
        return self._last[1]

    def _scores(self, said: ReadText) -> dict[_Place, float]:
        scores: dict[_Place, float] = defaultdict(float)
        for clause in said.clauses:
            best: dict[_Place, float] = {}
            alike = self._clauses.about(clause.generous | clause.stingy, _WEIGHED)
            for other in [*self._clauses.closest([clause], _WEIGHED), *alike]:
                place = self._places[id(other)]
                best[place] = max(best.get(place, 0.0), _likeness(clause, other))
            for place, score in best.items():
                scores[place] += score
        for figure in said.figures:
            for place in {place for key in figure.keys for place in self._figures.get(key, ())}:
                scores[place] += _weight(figure)
        return scores

    def _cited(self, citation: Citation, said: ReadText) -> Source | None:
        """The citation's place, where it exists and has anything to do with the sentence."""
        text = self._passages.get(citation.passage_hash)
        start, end = citation.cited_start, citation.cited_end
        if text is None or not 0 <= start < end <= len(text.text):
            return None
        if not text.text[start:end].strip():
            return None
        inside = [one for one in text.clauses if start < one.end and one.start < end]
        same = all(one.language == self._language for one in inside)
        if same and support(said.clauses, said.figures, inside, text.figures) <= 0:
            return None
        return Source(citation.passage_hash, start, end, True)


def support(
    spoken: Sequence[Clause], found: Sequence[Figure], inside: Sequence[Clause],
    figures: Sequence[Figure],
) -> float:  # fmt: skip
    """How much of a sentence stands in some clauses of a text: words, matters and figures."""
    score = sum(max((_likeness(clause, one) for one in inside), default=0.0) for clause in spoken)
    keys = {key for one in figures for key in one.keys}
    return score + sum(_weight(one) for one in found if not keys.isdisjoint(one.keys))


def _weight(figure: Figure) -> float:
    """A bare number may be the same by chance."""
    return _NUMBER if figure.kind is FigureKind.NUMBER else _RELEVANT


def _likeness(clause: Clause, other: Clause) -> float:
    matters = (clause.generous | clause.stingy) & (other.generous | other.stingy)
    return shared(clause, other, _CONTEXT) + _MATTER * len(matters)

"""Finds passages that say different things about the same matter, without a model.

Two sentences of different files are compared where both hold a quantity of the same kind and unit
(a limit with a limit, a span with a span, how long something takes with the like). They are on the
same matter when each is the other's nearest in its file, and much nearer than chance: what counts
is the clause around the quantity, with figures taken out, by the heading above it and its words.
Clauses that are known to rule different acts are never one matter (`matters.py`).
A sentence that agrees with one of a third file that is nearly as near weakens the suspicion, the
odd one out strengthens it. Translations speak for one another: a pair is judged by its mean over
all languages in which both files exist, so that one weak embedder does not decide.

The weights, means and the bar were chosen on the sample shop, whose one planted contradiction
(returns within 30 days, and within 14) stands at 2.3 to 2.6 of the bar's measure, the next pair at
2.0, the bar at 2.1. `tests/policies/test_conflicts.py` counts both sides on other texts.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from supportdesk_gui.policies.matters import acts, dates_itself, leans
from supportdesk_gui.policies.readers.reading import Steps
from supportdesk_gui.text.quantities import Quantity, QuantityKind
from supportdesk_gui.text.tokens import STOP_WORDS, fold

if TYPE_CHECKING:
    from supportdesk_gui.policies.embedding import Vectors

Embed = Callable[[Sequence[str]], "Vectors"]
Place = tuple[str, int, int]
"""File or family of translations, section, and number of the sentence in it."""
_Key = tuple[QuantityKind, str, int, bool]

_BAR = 2.1
# With fewer languages than three there is less to lean on.
_BAR_ALONE = 2.4
_ENOUGH_LANGUAGES = 3
_HEADING, _CLAUSE, _WORDS = 0.35, 0.3, 0.35
_AGREED = 0.5
# Mean and spread of the measure over all pairs that could be compared in the sample shop.
_CHANCE = {
    "en": (0.187, 0.120),
    "es": (0.402, 0.095),
    "fr": (0.303, 0.104),
    "de": (0.303, 0.099),
    "zh": (0.515, 0.076),
}
_CHANCE_ELSEWHERE = (0.34, 0.10)
_NEAREST = 24
# Of more sentences with one kind of quantity in a language the last ones added are compared.
_MOST_COMPARED = 3000
_LEAST_WORDS = 4
_BLOCK = 64
_EMBEDDED_AT_ONCE = 64
_STEP = 50
# More than these nobody would read; the strongest are kept.
_MOST_FOUND = 100
_TAKES = re.compile(r"\btakes?\b|dauer[nt]|\btard[ae]n?\b|\bprend|需要|需", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:，；：、](?=\s|[^\d\s])")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_WORD = re.compile(
    "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+|[^\\W\\d_\u3040-\u30ff\u3400-\u9fff]+"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of a passage, where it stands, and the quantities in it."""

    file: str
    place: Place
    language: str
    heading: str
    text: str
    passage: int
    start: int
    quantities: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Two sentences that disagree, in every language in which they do, and how strongly."""

    places: tuple[Place, Place]
    strength: float
    pairs: dict[str, tuple[Statement, Statement]] = field(hash=False)


def find_conflicts(statements: Sequence[Statement], embed: Embed) -> Steps[list[Finding]]:
    """The contradictions among the statements, the strongest first; yields in small steps."""
    by_language: dict[str, list[Statement]] = defaultdict(list)
    for one in statements:
        by_language[one.language].append(one)
    margins: dict[tuple[Place, Place], dict[str, float]] = defaultdict(dict)
    pairs: dict[tuple[Place, Place], dict[str, tuple[Statement, Statement]]] = defaultdict(dict)
    for language, own in by_language.items():
        yield 0, 0
        for margin, left, right in (yield from _Matter(own, embed).disagreements()):
            first, second = sorted((left, right), key=lambda one: one.place)
            margins[first.place, second.place][language] = margin
            pairs[first.place, second.place][language] = (first, second)
    spoken = {language: {one.place[0] for one in own} for language, own in by_language.items()}
    findings: list[Finding] = []
    for places, found in margins.items():
        both = sum({places[0][0], places[1][0]} <= files for files in spoken.values())
        strength = sum(found.values()) / both
        if strength >= (_BAR if both >= _ENOUGH_LANGUAGES else _BAR_ALONE):
            findings.append(Finding(places, strength, pairs[places]))
    return sorted(findings, key=lambda one: -one.strength)[:_MOST_FOUND]


def grouped(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Findings that share a sentence belong together, the strongest first in each group."""
    groups: list[list[Finding]] = []
    for one in findings:
        near = [group for group in groups if any(set(one.places) & set(o.places) for o in group)]
        merged = [*(entry for group in near for entry in group), one]
        groups = [group for group in groups if group not in near] + [merged]
    return [sorted(group, key=lambda one: -one.strength) for group in groups]


class _Matter:
    """The statements of one language, and how near two of them are in what they are about."""

    def __init__(self, statements: Sequence[Statement], embed: Embed) -> None:
        self._embed = embed
        self._all = statements
        self._own: list[Statement] = []
        self._keys: list[dict[_Key, set[tuple[object, ...]]]] = []
        self._acts: list[frozenset[str]] = []
        self._weights: dict[str, float] = {}
        self._near: list[dict[int, float]] = []
        root = statements[0].language.partition("-")[0]
        self._mean, self._spread = _CHANCE.get(root, _CHANCE_ELSEWHERE)

    def disagreements(self) -> Steps[list[tuple[float, Statement, Statement]]]:
        """Pairs that disagree with the margin by which they are on the same matter."""
        yield from self._weigh()
        if not self._own:
            return []
        yield from self._measure()
        found: list[tuple[float, Statement, Statement]] = []
        for left, near in enumerate(self._near):
            if left % _STEP == 0:
                yield left, len(self._near)
            for right, score in near.items():
                if left < right and not self._agree(left, right):
                    margin = self._margin(left, right, score)
                    if margin is not None:
                        found.append((margin, self._own[left], self._own[right]))
        return found

    def _weigh(self) -> Steps[None]:
        """Choose what can be compared, and see how rare each word is."""
        counts: Counter[str] = Counter()
        for number, one in enumerate(self._all):
            words = _words(_bare(one))
            counts.update(set(words))
            if _says_something(one):
                self._own.append(one)
                self._keys.append(_keys(one))
                self._acts.append(acts(_ruled(one)) or acts(one.text))
                self._near.append({})
            if number % _STEP == 0:
                yield number, len(self._all)
        total = len(self._all)
        self._weights = {
            word: math.log(1 + (total - count + 0.5) / (count + 0.5))
            for word, count in counts.items()
        }

    def _margin(self, left: int, right: int, score: float) -> float | None:
        """None where either has a nearer sentence in the other's file, or both agree elsewhere."""
        for one, other in ((left, right), (right, left)):
            file = self._own[other].file
            if any(s > score and self._own[x].file == file for x, s in self._near[one].items()):
                return None
        agreed = min(
            max((s for x, s in self._near[one].items() if self._agree(one, x)), default=0.0)
            for one in (left, right)
        )
        return None if agreed > score else score - _AGREED * max(0.0, agreed)

    def _may_be_one(self, left: int, right: int) -> bool:
        """Whether both rule the same act, as far as it is known."""
        ours, theirs = self._acts[left], self._acts[right]
        return not ours or not theirs or bool(ours & theirs)

    def _agree(self, left: int, right: int) -> bool:
        ours, theirs = self._keys[left], self._keys[right]
        return all(ours[key] & theirs[key] for key in ours.keys() & theirs.keys())

    def _measure(self) -> Steps[None]:
        """Fill in how near each is to its nearest ones, in spreads above chance."""
        import numpy as np

        clauses = [_clause(one) for one in self._own]
        bare = yield from self._embedded(clauses)
        headed = yield from self._embedded(
            [f"{one.heading} {clause}" for one, clause in zip(self._own, clauses, strict=True)]
        )
        words = [list(dict.fromkeys(_words(clause))) for clause in clauses]
        known = {word: row for row, word in enumerate(dict.fromkeys(w for ws in words for w in ws))}
        vectors = yield from self._embedded(list(known))
        rows = [np.array([known[word] for word in ws], dtype=int) for ws in words]
        weights = [np.array([self._weights.get(word, 1.0) for word in ws]) for ws in words]
        candidates = yield from self._candidates(bare, headed)
        for done, (left, right) in enumerate(candidates):
            if not self._may_be_one(left, right):
                continue
            near = _HEADING * float(headed[left] @ headed[right])
            near += _CLAUSE * float(bare[left] @ bare[right])
            if len(rows[left]) and len(rows[right]):
                same = vectors[rows[left]] @ vectors[rows[right]].T
                ours = np.average(same.max(axis=1), weights=weights[left])
                theirs = np.average(same.max(axis=0), weights=weights[right])
                near += _WORDS * float(ours + theirs) / 2
            score = (near - self._mean) / self._spread
            self._near[left][right] = self._near[right][left] = score
            if done % _STEP == 0:
                yield done, 0

    def _embedded(self, texts: Sequence[str]) -> Steps[Vectors]:
        import numpy as np

        parts: list[Vectors] = []
        for first in range(0, max(1, len(texts)), _EMBEDDED_AT_ONCE):
            parts.append(self._embed(texts[first : first + _EMBEDDED_AT_ONCE]))
            yield 0, 0
        return np.concatenate(parts)

    def _candidates(self, bare: Vectors, headed: Vectors) -> Steps[set[tuple[int, int]]]:
        """Pairs of different files with a quantity of one kind, the nearest by their vectors."""
        import numpy as np

        members: dict[_Key, list[int]] = defaultdict(list)
        for number, keys in enumerate(self._keys):
            for key in keys:
                members[key].append(number)
        pairs: set[tuple[int, int]] = set()
        for group in (group[-_MOST_COMPARED:] for group in members.values()):
            files = np.array([hash(self._own[number].file) for number in group])
            for first in range(0, len(group), _BLOCK):
                block = group[first : first + _BLOCK]
                near = headed[block] @ headed[group].T + bare[block] @ bare[group].T
                near[files[first : first + _BLOCK, None] == files[None, :]] = -9
                most = min(_NEAREST, len(group))
                best = np.argpartition(-near, most - 1, axis=1)[:, :most]
                for row, others in enumerate(best):
                    for other in others:
                        if near[row, other] > -9:
                            pair = sorted((block[row], group[int(other)]))
                            pairs.add((pair[0], pair[1]))
                yield 0, 0
        return pairs


def _says_something(one: Statement) -> bool:
    """Whether the sentence is more than a figure: `Effective June 10, 2025` is about no matter."""
    dates_only = all(quantity.kind is QuantityKind.DATE for quantity in one.quantities)
    if (dates_only and dates_itself(one.text)) or leans(_ruled(one)):
        return False
    least = _LEAST_WORDS if dates_only else _LEAST_WORDS / 2
    return bool(one.quantities) and _weight(_bare(one)) >= least


def _bare(one: Statement, start: int = 0, end: int | None = None) -> str:
    """The sentence, or a part of it, with a blank in place of each quantity."""
    parts: list[str] = []
    last, stop = start, len(one.text) if end is None else end
    for quantity in one.quantities:
        if start <= quantity.start < stop:
            parts += [one.text[last : quantity.start], " "]
            last = quantity.end
    return "".join([*parts, one.text[last:stop]])


def _keys(one: Statement) -> dict[_Key, set[tuple[object, ...]]]:
    """What kinds of quantity a statement holds, and the values of each."""
    takes = bool(_TAKES.search(one.text))
    keys: dict[_Key, set[tuple[object, ...]]] = {}
    for quantity in one.quantities:
        length = takes and quantity.kind is QuantityKind.DURATION
        key = (quantity.kind, quantity.unit, len(quantity.values), length)
        keys.setdefault(key, set()).add(quantity.values)
    return keys


def _words(text: str) -> list[str]:
    """The words that carry meaning, folded; Chinese in pairs of characters."""
    found: list[str] = []
    for word in _WORD.findall(fold(text)):
        if _CJK.match(word):
            found += [word[place : place + 2] for place in range(max(1, len(word) - 1))]
        elif len(word) > 1 and word not in STOP_WORDS:
            found.append(word)
    return found


def _clause(one: Statement) -> str:
    """The clauses that hold the quantities, without them; short ones with their neighbours."""
    parts: list[str] = []
    start = 0
    ends = [match.start() for match in _CLAUSE_END.finditer(one.text)] + [len(one.text)]
    for end in ends:
        enough = _weight(_bare(one, start, end)) >= _LEAST_WORDS
        if not enough and end < len(one.text):
            continue
        if any(start <= quantity.start < end for quantity in one.quantities):
            if not enough:
                return _bare(one)
            parts.append(_bare(one, start, end))
        start = end + 1
    return " ".join(parts)


def _ruled(one: Statement) -> str:
    """The clauses that hold the quantities, however short."""
    ends = [match.start() for match in _CLAUSE_END.finditer(one.text)] + [len(one.text)]
    parts: list[str] = []
    start = 0
    for end in ends:
        if any(start <= quantity.start < end for quantity in one.quantities):
            parts.append(one.text[start:end])
        start = end + 1
    return " ".join(parts)


def _weight(text: str) -> float:
    """How many words that carry meaning; two Chinese characters are one."""
    return sum(
        len(word) / 2 if _CJK.match(word) else word not in STOP_WORDS
        for word in _WORD.findall(fold(text))
    )

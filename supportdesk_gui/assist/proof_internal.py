"""What stands only inside: sentences of internal policies and notes, found again in a draft.

No list of words. A sentence is from inside where it is one of theirs, holds a long stretch of one,
or has most of its words in one of them and in no public sentence nearly as well.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from threading import Lock

from supportdesk_gui.assist.proof_evidence import ReadText
from supportdesk_gui.policies.policy_sentences import sentence_spans
from supportdesk_gui.policies.policy_texts import PolicyTexts
from supportdesk_gui.text.plain import plain
from supportdesk_gui.text.tokens import STOP_WORDS

_WORD = re.compile(r"[^\W\d_\u3400-\u9fff]{3,}")
_RUN = re.compile(r"[\u3400-\u9fff]{2,}")
_BEGINNING = 5
_TOKEN = re.compile(r"[^\W_]+")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
# Stretches that are too long to be alike by chance: six words, twelve Chinese characters.
_SHINGLE = 6
_CJK_SHINGLE = 12
_FEWEST_WORDS = 2
_FEWEST_SIGNS = 4
_MOSTLY = 0.75
_HALF = 0.5
_AHEAD = 0.2
# How many words, or pairs of Chinese characters, tell: all there are, most of them, half of them,
# and of the last how many stand in no public text.
_TELLING = (3, 4, 3, 2)
_TELLING_CHINESE = (4, 6, 6, 4)
_MOST_HOLDING = 1_000
_MOST_PUBLIC = 5_000
"""Public passages that are looked through for what is not internal after all; it takes seconds."""


class InternalTexts:
    """The sentences of internal texts; what stands in `public` ones as well is not internal."""

    def __init__(self, texts: Iterable[str], public: Iterable[str] = ()) -> None:
        self.wholes: set[str] = set()
        self.shingles: set[str] = set()
        self.outside: set[str] = set()
        """Their words that public texts have as well."""
        cut = [spoken for text in texts for spoken in _sentences(text)]
        for spoken in cut:
            self.wholes.add(spoken)
            self.shingles |= _shingles(spoken)
        if cut:
            vocabulary = frozenset().union(*map(beginnings, cut))
            for text in public:
                self._take_out(text, vocabulary)
        self.sentences = _Sentences(map(beginnings, sorted(self.wholes)))

    def _take_out(self, public: str, vocabulary: frozenset[str]) -> None:
        for spoken in _sentences(public):
            self.wholes.discard(spoken)
            self.shingles -= _shingles(spoken)
            self.outside |= vocabulary & beginnings(spoken)


class _Sentences:
    """Sentences as their words, the likest of them found without looking at all."""

    def __init__(self, sentences: Iterable[frozenset[str]]) -> None:
        self._all = list(sentences)
        self._holding: dict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(self._all):
            for word in words:
                self._holding[word].append(number)

    def likest(self, words: frozenset[str]) -> frozenset[str]:
        """The words that the likest sentence has of these; those of too many tell no sentence."""
        counts: Counter[int] = Counter()
        for word in words:
            holding = self._holding.get(word, ())
            if len(holding) <= _MOST_HOLDING:
                counts.update(holding)
        if not counts:
            return frozenset()
        return words & self._all[max(counts, key=counts.__getitem__)]


class InternalPolicies:
    """The internal policies of an index as it is now, for any thread."""

    def __init__(self, find_index: Callable[[], PolicyTexts]) -> None:
        self._find_index = find_index
        self._version = -1
        self._read: tuple[tuple[str, ...], tuple[str, ...]] = (), ()
        self._known = NOTHING
        self._lock = Lock()

    def now(self) -> InternalTexts:
        """What they say now; the same object until they change."""
        with self._lock:
            index = self._find_index()
            if self._version != index.version:
                self._version = index.version
                read = index.kept_apart(_MOST_PUBLIC)
                if read != self._read:
                    self._read, self._known = read, InternalTexts(*read)
            return self._known


class Inside:
    """What a draft must not say: internal texts, but for what `public` texts say as well."""

    def __init__(self, internal: Sequence[InternalTexts], public: Sequence[ReadText]) -> None:
        self._internal = [one for one in internal if one.wholes]
        self._texts = public if self._internal else ()
        self._public = f" {' | '.join(_spoken(text.bare) for text in self._texts)} "

    @cached_property
    def _outside(self) -> tuple[_Sentences, frozenset[str]]:
        """The public sentences and all their words: not wanted before one of inside is likely."""
        cut = [words for one in self._texts for words in _words_of(one.bare, one.sentences)]
        return _Sentences(cut), frozenset().union(*cut)

    def holds(self, bare: str) -> bool:
        """Whether a sentence in plain spelling is from inside."""
        spoken = _spoken(bare)
        return any(self._is_from(one, spoken) for one in self._internal)

    def _is_from(self, texts: InternalTexts, spoken: str) -> bool:
        if spoken in texts.wholes and _is_long(spoken):
            return not self._is_public(spoken)
        if any(not self._is_public(one) for one in texts.shingles & _shingles(spoken)):
            return True
        words = beginnings(spoken)
        chinese = _CHINESE.search(spoken) is not None
        all_, most, half, own = _TELLING_CHINESE if chinese else _TELLING
        if len(words) < all_:
            return False
        need = min(len(words), max(half, math.ceil(len(words) * _HALF)))
        common = texts.sentences.likest(words)
        if len(common) < need:
            return False
        sentences, known = self._outside
        share, public = (len(one) / len(words) for one in (common, sentences.likest(words)))
        if share <= public:
            return False
        if share == 1 or (share >= _MOSTLY and len(common) >= most):
            return share >= min(1.0, public + _AHEAD)
        return len(common - texts.outside - known) >= own

    def _is_public(self, spoken: str) -> bool:
        if _CHINESE.search(spoken):
            return spoken in self._public
        return f" {spoken} " in self._public


def beginnings(spoken: str) -> frozenset[str]:
    """The beginnings of the words of a text in plain spelling; of Chinese, its pairs of characters."""
    words = {word[:_BEGINNING] for word in _WORD.findall(spoken) if word not in STOP_WORDS}
    for run in _RUN.findall(spoken):
        words.update(run[at : at + 2] for at in range(len(run) - 1))
    return frozenset(words)


@lru_cache(maxsize=1024)
def _words_of(bare: str, spans: tuple[tuple[int, int], ...]) -> tuple[frozenset[str], ...]:
    return tuple(beginnings(bare[start:end]) for start, end in spans)


def _is_long(spoken: str) -> bool:
    if _CHINESE.search(spoken):
        return len(spoken) >= _FEWEST_SIGNS
    return spoken.count(" ") + 1 >= _FEWEST_WORDS


def _sentences(text: str) -> list[str]:
    bare = plain(text)
    return [spoken for start, end in sentence_spans(text) if (spoken := _spoken(bare[start:end]))]


def _spoken(bare: str) -> str:
    return " ".join(_TOKEN.findall(bare))


def _shingles(spoken: str) -> set[str]:
    words = spoken.split(" ")
    pieces = {" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)}
    if _CHINESE.search(spoken):
        pieces |= {spoken[i : i + _CJK_SHINGLE] for i in range(len(spoken) - _CJK_SHINGLE + 1)}
    return pieces


NOTHING = InternalTexts(())

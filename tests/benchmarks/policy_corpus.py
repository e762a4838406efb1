"""A large shop's policies, made up: full passages of some 500 tokens, and questions about them.

Words follow Zipf's law, those of the sample shop's English policies first, made-up ones after
them, with the glue words of English between them: common and rare tokens are as unequal as in
real text, and a token has as many letters.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

from supportdesk_gui.resources import resource

_SYLLABLES = (
    "ba co de fi ga ho in ka le mi no pe qua ro sa ti ul ver wo xe ya zo chen dor fen".split()
)
_GLUE = "the of a to in and for is with on by from".split()
_VOCABULARY = 30_000
_SENTENCE = 14
_SENTENCES = 11  # with these words some 470 tokens: a full passage


class Corpus:
    """`passages()` in order; `question(n)` asks about the n-th with words of one sentence."""

    def __init__(self, seed: int = 20) -> None:
        self._random = random.Random(seed)
        shop = sorted(resource("sample_shop/policies/en").glob("*.md"))
        said = " ".join(file.read_text(encoding="utf-8").lower() for file in shop)
        counted = Counter(re.findall(r"[a-z]{3,}", said))
        words = dict.fromkeys(word for word, _ in counted.most_common())
        while len(words) < _VOCABULARY:
            parts = self._random.choices(_SYLLABLES, k=self._random.randint(2, 4))
            words["".join(parts)] = None
        self._words = list(words)
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(_VOCABULARY)))

    def passages(self, count: int) -> Iterator[str]:
        """`count` passages, each a paragraph of sentences."""
        for _ in range(count):
            yield " ".join(self._sentence() for _ in range(_SENTENCES))

    def _sentence(self) -> str:
        own = self._random.choices(self._words, cum_weights=self._weights, k=_SENTENCE)
        words = [word for one in own for word in (self._random.choice(_GLUE), one)]
        return " ".join(words).capitalize() + "."

    def question(self, passage: str) -> str:
        """Eight words of one of the passage's sentences, as a customer might recall them."""
        words = [word for word in self._random.choice(passage.split(". ")).split() if word]
        return "What about " + " ".join(self._random.sample(words, 16)) + "?"

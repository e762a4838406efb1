"""Whether a text names somebody: their address, or their name as words of their own.

"Li" is not in "Delivery", nor is bo@x.org in jumbo@x.org; accents and case do not matter, but
that a name which may be an everyday word has to be written as it is ("An" is not in "an order").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cached_property

from supportdesk_gui.text.everyday_names import name_key, words
from supportdesk_gui.text.tokens import fold

# Scripts that put no blank between words.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u9fff\uac00-\ud7a3]")
_WORD = re.compile(r"[^\W_]+")
_SHORT = 4
"""Letters of a name that may be a word of any language."""
_IN_JSON = re.compile(r"\\(?:u([0-9a-fA-F]{4})|.)")


class Naming:
    """The names and addresses of those who are looked for."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = [one for one in dict.fromkeys(map(str.strip, known)) if one]

    def stands_in(self, text: str) -> bool:
        """Whether one of them stands in a text."""
        low, written = fold(text), _without_accents(text)
        return any(
            word in (written if is_exact else low)
            and pattern.search(written if is_exact else low) is not None
            for word, is_exact, pattern in self._patterns
        )

    def stands_in_json(self, text: str) -> bool:
        """The same of a text whose line ends and other signs are written as JSON has them."""
        return self.stands_in(_IN_JSON.sub(lambda m: chr(int(m[1], 16)) if m[1] else " ", text))

    def is_meant(self, asked: str, *, is_exact: bool) -> bool:
        """Whether words of one name or address are asked for, and not the host alone; the last
        word may be a beginning."""
        words = _WORD.findall(fold(asked))
        return bool(words) and any(_are_of(words, theirs, is_exact) for theirs in self._words)

    @cached_property
    def _patterns(self) -> list[tuple[str, bool, re.Pattern[str]]]:
        return [_pattern(one) for one in self._known]

    @cached_property
    def _words(self) -> list[tuple[set[str], set[str]]]:
        """All words of each, and those of its host."""
        return [
            (set(_WORD.findall(fold(one))), set(_WORD.findall(fold(one.partition("@")[2]))))
            for one in self._known
        ]


def _are_of(asked: list[str], theirs: tuple[set[str], set[str]], is_exact: bool) -> bool:
    every, host = theirs
    if set(asked) <= host:
        return False
    begun = not is_exact and any(one.startswith(asked[-1]) for one in every - host)
    return set(asked[:-1]) <= every and (asked[-1] in every or begun)


def _pattern(known: str) -> tuple[str, bool, re.Pattern[str]]:
    if "@" in known:
        word = fold(known)
        return word, False, re.compile(rf"(?<![\w.+-]){re.escape(word)}(?![^\W_]|-|\.\w)")
    is_everyday = len(known) <= _SHORT or name_key(known) in words("everyday")
    is_exact = is_everyday and len(known.split()) == 1 and known != known.lower()
    word = _without_accents(known) if is_exact else fold(known)
    free = len(word) > 1
    before = "" if free and _UNSPACED.match(word[0]) else r"(?<![^\W_])"
    behind = "" if free and _UNSPACED.match(word[-1]) else r"(?![^\W_])"
    return word, is_exact, re.compile(before + re.escape(word) + behind)


def _without_accents(text: str) -> str:
    parted = unicodedata.normalize("NFKD", text)
    return "".join(one for one in parted if unicodedata.category(one) != "Mn")

"""Words that every text of a language has, to tell a text from the names that stand in it."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_COMMON = {
    code: frozenset(words.split())
    for code, words in {
        "en": "the a an of and is are was were we you your to for with in on not it this that have has "
        "will be our us please if as at from by",
        "es": "el la los las de del y es son un una que en por para con su sus no se le les lo nos hemos "
        "ha si al como está hoy",
        "fr": "le la les des de du et est sont un une que en pour par avec votre vos nous vous ne pas se "
        "il elle au aux à si ce cette",
        "de": "der die das und ist sind ein eine einen wir sie ihr ihre ihren ihnen zu für mit in im am "
        "auf nicht es den dem von wenn bitte heute hat haben wird",
    }.items()
}


def is_as_much(text: str, language: str, found: str) -> bool:
    """Whether a text has at least as many common words of `language` as of `found`, those of both
    aside."""
    if language not in _COMMON or found not in _COMMON:
        return False
    words = _WORD.findall(text.lower())
    own, other = _COMMON[language], _COMMON[found]
    ours = sum(word in own - other for word in words)
    theirs = sum(word in other - own for word in words)
    return ours > 0 and ours >= theirs

"""What in a text that was masked may be personal all the same: for an agent to look at.

Rather too much than too little: where only what can be masked may be sent, a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from supportdesk_gui.text.everyday_names import name_key, words
from supportdesk_gui.text.person_names import NO_NAMES
from supportdesk_gui.text.plain import plain

_ADDRESS = re.compile(r"[^\s<>()]+[@＠][^\s<>()]+")
_DIGITS = re.compile(r"(?<![\w.,])\+?\d(?:[ ().\u2010-\u2015/-]{0,2}\d){6,}(?![\w]|[.,]\d)")
_DATE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}")
_WORD = r"[A-ZÀ-ÖØ-ÞŠŽŁĆŃŞİÇĞ][a-zà-öø-ÿšžłćńşıçğß]{1,}(?:['’-][^\W\d_]+)*"
_CAPITALS = re.compile(rf"(?<![.!?:\n] )(?<![^\W_])(?:{_WORD})(?: (?:{_WORD})){{1,3}}")
_STREET = re.compile(
    r"\b\w+(?:straße|strasse|str\.|gasse) ?\d*|\b(?:calle|avenida|rue|via|ulica|rua) [A-ZÀ-Þ]\w+(?: \w+)?",
    re.IGNORECASE,
)


def doubts(text: str) -> Iterator[str]:
    """Words and numbers in the order of their kind; what is masked must be gone from the text."""
    for pattern in (_ADDRESS, _DIGITS, _STREET):
        for match in pattern.finditer(text):
            if not _DATE.match(match[0]):
                yield match[0].strip()
    for match in _CAPITALS.finditer(text):
        kept = [word for word in match[0].split() if _may_name(word)]
        if len(kept) > 1:
            yield " ".join(kept)


def _may_name(word: str) -> bool:
    key = plain(word)
    return key not in NO_NAMES and name_key(key) not in words("no people") | words("openers")

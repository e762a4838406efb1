"""A text that is written in small letters or in capitals only, as if it had its capitals."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# Words that stand around an address and are none of it, or stand small within one.
_SMALL = frozenset(
    """a al am an and at au aux aber auf aus be bei bin bis bitte but by call car casa chez como con cordialement danke das de dem den der des
    desde die du e el ella en er es est et for fur from gracias ganz here hier hola i ich ihr im in is ist it je jetzt kann la las le les los love
    mais mas me mein meine merci mi mit mobile mon my n nach nicht no not now nr o of on or ou para pas per pero please pls por pour que qui s
    sie sin soy su sur sus tel telefon telefono telephone thanks thank that the this thx to u und unter us vom von we wir with ya you your zu zum zur""".split()
)


def with_capitals(text: str) -> str:
    """The same length: words of one case get a capital and small letters; those with figures, such
    as postcodes, capitals only."""
    return _WORD.sub(_word, text)


def is_one_case(text: str) -> bool:
    """Whether a text has letters of one case only."""
    return text.islower() or text.isupper()


def _word(found: re.Match[str]) -> str:
    word = found[0]
    if any(sign.isdigit() for sign in word):
        changed = word.upper()
    elif word.lower() == "y":  # joins more often what follows than the words of a name
        changed = "&"
    elif word.lower() in _SMALL:
        changed = word.lower()
    elif word.islower() or (word.isupper() and len(word) > 3):
        changed = word[0].upper() + word[1:].lower()
    else:
        return word
    return changed if len(changed) == len(word) else word

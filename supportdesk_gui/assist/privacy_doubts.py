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
_CAPITAL = "[A-ZÀ-ÖØ-ÞČĆĐĞİŁŃŘŚŞŠŹŻŽ]"
_SMALL = "[^\\W\\d_A-ZÀ-ÖØ-Þ]"
_WORD = rf"(?:Mc|Mac|Fitz|[A-Zdl]['’])?{_CAPITAL}{_SMALL}+(?:['’-][^\W\d_]+)*(?![^\W_])"
_PARTICLE = (
    r"(?:de la|de los|del|della|de|di|da|dos|du|[Vv]an der|[Vv]an den|van|von der|von|bin|al|St\.)"
)
_CAPITALS = re.compile(rf"(?<![^\W_])(?:{_WORD})(?: (?:{_PARTICLE} )?(?:{_WORD})){{1,5}}")
_BEGINNING = re.compile(r"(?:^|[.!?:;\n\]>•*-]|[¡¿\"“„«(])\s*$")
_LONGEST = 14
# Endings of ordinary words, in words long enough: Connectivity, Bestellung, Actualización
_ENDING = re.compile(
    r"(?:tion|tions|cion|ciones|ment|ments|ness|ity|ities|ung|ungen|heit|keit|schaft|tat|mente|dad|problem|probleme|fehler|ausfall|leuchte|lampe|tisch|nummer|buro)s?$"
)
_STREET = re.compile(
    r"(?i:\b\w+(?:straße|strasse|str\.|gasse)) ?\d*|\b(?i:calle|avenida|rue|via|ulica|rua) (?:(?:de|del|des|du|la|las|los|les|l['’]) ?){0,2}[A-ZÀ-Þ]\w+(?: [A-ZÀ-Þ]\w+)?"
)


def doubts(text: str) -> Iterator[str]:
    """Words and numbers in the order of their kind; what is masked must be gone from the text."""
    for pattern in (_ADDRESS, _DIGITS, _STREET):
        for match in pattern.finditer(text):
            if not _DATE.match(match[0]):
                yield match[0].strip()
    for match in _CAPITALS.finditer(text):
        begins = bool(_BEGINNING.search(text, max(0, match.start() - 8), match.start()))
        kept = _names_in(match[0], begins=begins)
        if kept:
            yield kept


def _names_in(said: str, *, begins: bool) -> str:
    """From the first to the last word that may be somebody's, where there are two; a word that
    only begins a sentence is none."""
    words_said = said.split()
    may_be = [
        at
        for at, word in enumerate(words_said)
        if may_name(word) and not (begins and at == 0 and name_key(plain(word)) in words("openers"))
    ]
    named = [at for at in may_be if words_said[at][-1:] != "." and not words_said[at].islower()]
    return " ".join(words_said[named[0] : named[-1] + 1]) if len(named) > 1 else ""


def may_name(word: str) -> bool:
    """Whether a word is no ordinary one of a helpdesk, so that it may be somebody's name."""
    key = name_key(plain(word))
    if key in words("everyday"):
        return True
    if plain(word) in NO_NAMES or key in words("no people") or key in words("ordinary"):
        return False
    is_long = len(key) > _LONGEST and "-" not in word
    return not is_long and not (_ENDING.search(key) and len(key) > 7)

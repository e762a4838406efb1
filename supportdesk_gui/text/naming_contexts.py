"""What makes a word a name: a greeting, a title or a closing before it, or a line of its own.

Also finds the people whom a text introduces so: those whom the headers of a ticket do not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from supportdesk_gui.text.everyday_names import name_key, words
from supportdesk_gui.text.person_names import GREETING, NO_NAMES
from supportdesk_gui.text.plain import plain

_GREETINGS = "|".join(dict.fromkeys("|".join(GREETING.values()).split("|")))
_TITLES = (
    r"mr|mrs|ms|miss|mx|m|dr|prof|sr|sra|srta|mme|mlle|herrn?|frau|senora?|senorita|don|dona|monsieur|madame|mademoiselle|"
    r"frl|fraulein|lic|ing|rev|capt|sgt|lord|lady|hr|fr|messrs|maitre|me"
)
_TITLED = r"(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sr|Sra|Srta|Mme|Mlle|Lic|Ing|Hr|Fr|Rev)\.?|M\.|Miss|Herrn?|Frau|Fräulein|[Ss]eñor(?:a|ita)?|Don|Doña|Monsieur|Madame|Mademoiselle"
CLOSINGS = (
    r"(?:best|kind|warm|many|with|kindest|warmest)? ?(?:regards|wishes|thanks)|best|cheers|sincerely|yours (?:truly|sincerely|faithfully)|thanks(?: a lot| in advance| again)?|"
    r"thank you(?: very much| so much)?|thx|love|respectfully|take care|un saludo|saludos(?: cordiales)?|atentamente|(?:muchas )?gracias|cordialmente|un abrazo|"
    r"cordialement|bien (?:a vous|cordialement)|salutations(?: distinguees)?|(?:sinceres|meilleures) salutations|merci(?: d'avance| beaucoup)?|bonne (?:journee|soiree)|amities|"
    r"(?:mit )?(?:freundliche[nr]?|viele[n]?|beste[nr]?|liebe[nr]?|herzliche[nr]?|schone[nr]?) (?:grußen|gruße|gruß|grussen|grusse|gruss|gruessen|gruesse)|lg|mfg|vg|bg|gruß|gruss|danke|vielen dank|besten dank"
)
_BEFORE = re.compile(
    rf"(?:^|[^a-z])(?:(?:{_GREETINGS}|{_TITLES})\.?(?: (?:{_TITLES})\.?)?|(?:{CLOSINGS}|my name is|name is|this is|i am|i'm|call me|me llamo|soy|je m'appelle|je suis|"
    r"ich heiße|ich heisse|mein name ist|hier ist|ich bin|a nombre de|au nom de|auf den namen|in the name of))[ ,:!.–-]{0,3}\n?$"
)
_GERMAN = re.compile(r"\b(?:und|ich|nicht|das|ist|der|die|bitte|mein|meine|sie|auf|mit)\b")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n¡¿\"“”„«»(\[•>-]|(?:^|\n)[-*•])\s*$")
_NAME = r"[A-ZÀ-ÖØ-ÞŠŽŁĆŃŞİÇĞ][^\W\d_]*(?:['’-][^\W\d_]+)*\.?"
_NAMES = rf"{_NAME}(?: (?:(?:de|del|la|las|los|van|von|der|den|le|da|dos|al|el|y|di|du|zu|bin|ben) ){{0,3}}{_NAME}){{0,3}}"
_TITLES_BEFORE = rf"(?:(?:{_TITLED}) ){{0,2}}"
_BY_TITLE = re.compile(rf"(?<!\w)(?:{_TITLED}) (?:(?:{_TITLED}) )?({_NAMES})")
# Phrases of a text in plain spelling, and what of the text behind them is a name.
_PHRASES = (
    # "Hi Tom," and "Sehr geehrte Frau Dr. Oswald"
    (
        re.compile(rf"(?:^|\n)[ \t>]*[¡¿]?(?:{_GREETINGS}|good (?:morning|evening)),? "),
        re.compile(rf"{_TITLES_BEFORE}({_NAMES})(?= ?[,!.:;–—-]| ?(?:\n|$)| (?:und|and|y|et) )"),
    ),
    # one word will do
    (
        re.compile(
            r"\b(?:my name is|me llamo|mi nombre es|je m'appelle|mon nom est|ich hei(?:ß|ss)e|mein name ist|hier (?:schreibt|spricht)|"
            r"a nombre de|au nom de|auf den namen|in the name of|under the name(?: of)?|attn\.?:?|c/o|recipient:|empfanger(?:in)?:|destinatario:|"
            r"destinataire ?:|name:|nombre:|nom ?:|spoke (?:to|with)|talked to) "
        ),
        re.compile(rf"{_TITLES_BEFORE}({_NAMES})"),
    ),
    # only two are a name: "ich bin Kunde"
    (
        re.compile(r"\b(?:i am|i'm|this is|soy|je suis|ich bin|hier ist|on behalf of|im namen von) "),
        re.compile(rf"({_NAME}(?: (?:(?:de|del|la|van|von|der) ){{0,2}}{_NAME}){{1,3}})"),
    ),
)  # fmt: skip
_CLOSING = re.compile(
    rf"(?:^|\n|[.!?] )[ \t]*(?:{CLOSINGS})[ ,!.–-]{{0,3}}(?:\n{{1,2}}[ \t]*|(?<=[ ,]))",
    re.IGNORECASE,
)
_DEPARTMENT = re.compile(
    r"servic|support|team|kunden|dienst|abteil|soporte|atencion|departament|department|equip|customer|client|"
    r"\b(?:tech|technik|it|help|helpdesk|desk|online|shop|store|sales|billing|company|office|hotline|redaktion|verwaltung)\b"
)
_SIGNED = re.compile(rf"({_NAMES})[ \t.]*(?:\n|$)")


def names_somebody(text: str, bare: str, start: int, end: int, key: str, *, is_first: bool) -> bool:
    """Whether the text makes a name of an everyday word, `key` as names are compared."""
    if _BEFORE.search(bare, max(0, start - 40), start):
        return True
    line_start, line_end = bare.rfind("\n", 0, start) + 1, bare.find("\n", end)
    line = bare[line_start : line_end if line_end >= 0 else len(bare)]
    if line.strip(" \t.,!–—-") == bare[start:end]:
        return True
    if (
        not text[end - 1 : end].isalpha()
        or not text[start:end].rsplit(maxsplit=1)[-1][:1].isupper()
        or (text[start:end].isupper() and end - start < 3)
    ):
        return False
    is_noun = key in words("german nouns") and is_german(bare)
    if _SENTENCE_START.search(text, max(0, start - 6), start):
        return key not in words("openers") and (is_first or not is_noun)
    return not is_noun


@lru_cache(maxsize=64)
def is_german(bare: str) -> bool:
    """Whether a text in plain spelling has German's small words, whose nouns have capitals."""
    return len(_GERMAN.findall(bare[:4000])) > 1


def introduced(text: str) -> Iterator[str]:
    """The people whom a text greets, titles, introduces or is signed by, in Latin letters."""
    bare = plain(text)
    for match in _BY_TITLE.finditer(text):
        yield from _name(match[1])
    for phrase, named in _PHRASES:
        for match in phrase.finditer(bare):
            if found := named.match(text, match.end()):
                yield from _name(found[1])
    for match in _CLOSING.finditer(bare):
        signed = _SIGNED.match(text, match.end())
        if signed:
            yield from _name(signed[1])


def _name(said: str) -> Iterator[str]:
    """The words of a name, up to the first that is none; nothing of a department."""
    if _DEPARTMENT.search(plain(said)):
        return
    kept: list[str] = []
    for word in said.split():
        key = plain(word.strip(".,"))
        if key in NO_NAMES or name_key(key) in _NOBODY:
            if kept:
                break
            continue
        kept.append(word)
    while kept and kept[-1].islower():
        kept.pop()
    if kept and any(len(word.strip(".")) > 1 for word in kept):
        yield " ".join(kept)


_NOBODY = words("no people") - frozenset("de del la las los van von der den el le da du di".split())

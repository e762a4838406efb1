"""Encodings of single countries, told from those of half the world by the letters that stand together.

They use the same bytes: what Windows writes in Poland reads as Western text without an error. No line
of Western text has letters of Danish and Italian side by side; a Polish line has only those of Polish.
"""

from __future__ import annotations

import re
from functools import cache

_LATIN = {
    "cp1252": "äöüß;éèàçùâêîôûëïœæü;áéíóúñü;áàâãçéêíóôõúü;àèéìòùíóú;éëïóüöè;åäöéü;æøåéö;"
    "áéíóúýþæöð;õäöüšž;àçéèíïóòúü·;áéíóú",
    "cp1250": "ąćęłńóśźż;áčďéěíňóřšťúůýž;áäčďéíĺľňóôŕšťúýž;áéíóöőúüű;ăâîşţșț;čćđšž",
    "iso8859-2": "ąćęłńóśźż;áčďéěíňóřšťúůýž;áäčďéíĺľňóôŕšťúýž;áéíóöőúüű;ăâîşţșț;čćđšž",
    "cp1254": "çğıiöşüâîû̇",
}
_OTHERS = {
    "cp1253": (re.compile("[α-ωά-ώϊϋΐΰΆ-Ώ]{2,}", re.IGNORECASE), "αοιετσνηυρπκς", "ξψζφχ"),
    "cp1255": (re.compile("[א-ת]{2,}"), "יוהלאתרמשנב", "ךץףטזג"),
    "cp1256": (re.compile("[ء-ي]{2,}"), "اليمونرتبه", "ظضغذثؤئ"),
    "cp874": (re.compile("[ก-๛]{2,}"), "านรกอเงมยลวสีั่้", "ฌฎฏฐฑฒฬฮฤๆฯ"),
    "cp866": (re.compile("[а-яё]{2,}", re.IGNORECASE), "оеаинтсрвлкмд", "жхцчшщъэюф"),
    "iso8859-5": (re.compile("[а-яё]{2,}", re.IGNORECASE), "оеаинтсрвлкмд", "жхцчшщъэюф"),
}
_RIVALS = frozenset(("cp1252", "mac_roman", "cp1251", "koi8-u"))
_LOOKED_AT = 24_000
_LEAST, _MOST_WESTERN = 0.8, 0.5
_SURE = 0.9
_FEW, _MANY, _DOUBTFUL = 8, 40, 0.3
_NOTHING = frozenset(("\ufffd", *map(chr, range(0x80, 0xA0))))
_FINAL = re.compile("[םןךףץ](?=[א-ת])")
_MARK_FIRST = re.compile("(?<![ก-๛])[ัิ-ฺ็-๎]")
_ODD_CASE = re.compile(r"(?<=[α-ωά-ώа-яё])[Α-ΩΆ-ΏА-ЯЁ]|ς(?=[α-ω])")


def regional(sample: bytes, best: str, score: float) -> str:
    """The encoding of a country that these bytes are in for certain, where the `best` of the world's is
    a rival of it; else empty. `score` is what speaks for that one: where much does, more letters have to
    speak against it."""
    if best not in _RIVALS:
        return ""
    part = b"\n".join(line for line in sample.splitlines() if not line.isascii())[:_LOOKED_AT]
    fewest = _MANY if score > _DOUBTFUL else _FEW
    found = {name: _of_script(part, name, fewest) for name in _OTHERS}
    name = max(found, key=lambda one: found[one])
    if found[name] >= _SURE:
        return name
    if best not in ("cp1252", "mac_roman") or _of_latin(part, "cp1252") > _MOST_WESTERN:
        return ""
    latin = {name: _of_latin(part, name) for name in _LATIN if name != "cp1252"}
    name = max(latin, key=lambda one: latin[one])
    return name if latin[name] >= _LEAST else ""


def _of_latin(part: bytes, name: str) -> float:
    """The share of lines whose letters are all those of one language; 1 where no line tells."""
    told = alike = 0
    for line in part.decode(name, "replace").splitlines():
        letters = {
            char.lower() for place, char in enumerate(line)
            if char > "\x7f" and (char.isalpha() or (line[place - 1 : place].isalpha()
                                  and line[place + 1 : place + 2].isalpha()) or char in _NOTHING)
        }  # fmt: skip
        if len(letters) > 1:
            told += 1
            alike += any(letters <= one for one in _alphabets(name))
    return alike / told if told else 1.0 if name == "cp1252" else 0.0


@cache
def _alphabets(name: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset((*letters, "i̇")) for letters in _LATIN[name].split(";"))


def _of_script(part: bytes, name: str, fewest: int) -> float:
    """How much of the letters beyond ASCII are words of this script, in the usual mixture."""
    pattern, usual, rare = _OTHERS[name]
    text = part.decode(name, "replace")
    strange = sum(char > "\x7f" and not _is_sign(char) for char in text)
    words = pattern.findall(text)
    letters = "".join(words).lower()
    if strange < fewest or not letters:
        return 0.0
    odd = len(_FINAL.findall(text)) + len(_MARK_FIRST.findall(text)) + len(_ODD_CASE.findall(text))
    counted = sum((char in usual) - (char in rare) for char in letters) / len(letters)
    return len(letters) / strange * min(1.0, max(0.0, counted / 0.55)) - 3 * odd / len(letters)


def _is_sign(char: str) -> bool:
    return char in "«»‘’“”„–—…€№°·\xa0"


def is_western(line: bytes) -> bool:
    """Whether one line is Western text: letters of one language inside of words."""
    text = line.decode("cp1252", "replace")
    strange = [place for place, char in enumerate(text) if char > "\x7f" and not _is_sign(char)]
    beside = sum(
        text[place - 1 : place].isalpha() or text[place + 1 : place + 2].isalpha() for place in strange
    )  # fmt: skip
    letters = {text[place].lower() for place in strange}
    return beside == len(strange) and any(letters <= one for one in _alphabets("cp1252"))

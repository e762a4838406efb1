"""Letters as people type them in a hurry, where SQLite's tokenizer does not know it: it takes
accents from Latin letters alone, and has no other way to write a sign."""

from __future__ import annotations

import unicodedata

from supportdesk_gui.text.digits import DIGITS

MARKS = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670"
"""Vowel signs of Hebrew and Arabic and the stroke that lengthens a word, for a regex: few write them."""


def _latin() -> dict[str, str]:
    plain = {
        "ß": "ss", "ł": "l", "ø": "o", "ǿ": "o", "æ": "ae", "ǽ": "ae", "œ": "oe", "đ": "d", "ð": "d",
        "þ": "th", "ħ": "h", "ŧ": "t", "ŋ": "n", "ı": "i",
    }  # fmt: skip
    capitals = {one.upper(): to for one, to in plain.items() if one not in "ßı"}
    return plain | capitals | {"ẞ": "ss"}


def _greek() -> dict[str, str]:
    found = map(chr, (*range(0x370, 0x400), *range(0x1F00, 0x2000)))
    bases = {one: unicodedata.normalize("NFD", one)[0] for one in found if one.isalpha()}
    return {one: base for one, base in bases.items() if base != one and base.isalpha()}


def _arabic() -> dict[str, str]:
    marks = (0x640, *range(0x64B, 0x660), 0x670)
    alike = dict(zip("أإآٱىةیک", "اااايهيك", strict=True))  # the last two are Persian
    return alike | dict.fromkeys(map(chr, marks), "")


def _hebrew() -> dict[str, str]:
    marks = (*range(0x591, 0x5BE), 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7)
    return dict.fromkeys(map(chr, marks), "")


def _small_signs() -> dict[str, str]:
    """Raised and lowered figures, Roman numerals, what stands in a circle: nº, m², H₂O, ½, Ⅳ, ①, ㈱."""
    codes = (
        0xAA,
        0xBA,
        *range(0xBC, 0xBF),
        0xB2,
        0xB3,
        0xB9,
        *range(0x2070, 0x20A0),
        *range(0x2150, 0x2180),
        *range(0x2460, 0x2500),
    )
    found = map(chr, (*codes, *range(0x3200, 0x3297), *range(0x329A, 0x3400)))
    plain = {one: unicodedata.normalize("NFKC", one) for one in found}
    return {one: to for one, to in plain.items() if to != one and any(map(str.isalnum, to))}


LETTERS = {
    **_latin(), **_greek(), "ё": "е", "Ё": "Е", **_arabic(), **_hebrew(), **_small_signs(), **DIGITS,
}  # fmt: skip
"""Each with what stands for it in an index."""

"""Words of one language in another, for a question that no model put into the policies' language.

A hand-written glossary of what shops and their customers talk about
(`resources/glossary/shop.txt`), German compounds taken apart, and the spelling of words that
English shares with Spanish, French and German. What it brings stands in
tests/benchmarks/RESULTS.md: it is a crutch, the query that a triage writes is far better.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from supportdesk_gui.resources import resource
from supportdesk_gui.text.tokens import STOP_WORDS, fold

_LANGUAGES = ("en", "es", "fr", "de", "zh")
_WORD = re.compile(r"[^\W\d_]+")
_CHINESE = re.compile(r"[\u3400-\u9fff]+")
_NO_COMPOUND = re.compile(r"lich(?:e[mnrs]?|keit)?$")  # ends in no "Licht"
_LONGEST_FORM = 4
_LEAST_STEM = 3
# Endings of verbs, nouns and adjectives, the longest first; accents are folded away before.
_ENDINGS = {
    "en": "ings ing ies ied ed es s",
    "es": "aciones iendo ieron ando aron aban ados adas idos idas aba ado ada ido ida "
    "amos emos imos ian ias ar er ir es os as an en ia o a e s",
    "fr": "aient erons erez eront ees ait ent ons ant er ir re ez es ee e s x",
    "de": "ungen ern ten tet est em en er es et te e n s t",
}
_ENGLISH_SPELLING = {
    "es": (
        ("ciones$", "tions"), ("cion$", "tion"), ("siones$", "sions"), ("dades$", "ties"),
        ("dad$", "ty"), ("mente$", "ly"), ("^es([pct])", r"s\1"), ("encia$", "ence"),
        ("ancia$", "ance"), ("ic[oa]s?$", "ic"), ("ari[oa]s?$", "ary"), ("os[oa]s?$", "ous"),
        ("ist[ao]s?$", "ist"), ("ismo$", "ism"), ("[oa]s?$", ""), ("^cu", "qu"), ("f", "ph"),
    ),
    "fr": (
        ("tes$", "ties"), ("ite$", "ity"), ("ique$", "ic"), ("iques$", "ic"), ("eur$", "or"),
        ("aire$", "ary"), ("eux$", "ous"), ("ment$", "ly"), ("^e([stc])", r"s\1"), ("ie$", "y"),
    ),
    "de": (
        ("itaten$", "ities"), ("itat$", "ity"), ("ische?[nrsm]?$", "ic"), ("ieren$", "ate"),
        ("iert$", "ated"), ("ismus$", "ism"), ("ungen$", ""), ("ung$", ""), ("k", "c"),
        ("z", "c"), ("isten$", "ists"), ("ie$", "y"), ("sch", "sh"), ("enz$", "ence"),
        ("cent", "cent"), ("al[en]?$", "al"),
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Glossary:
    """Rows of the file, and for each language which rows a form of one or more stems names."""

    rows: tuple[dict[str, tuple[str, ...]], ...]
    forms: dict[str, dict[tuple[str, ...], tuple[int, ...]]]


def bridged(text: str, language: str, target: str) -> tuple[str, ...]:
    """The words of a text, as far as they are known, in the target language.

    Languages by their first part (`zh` for both kinds of Chinese); nothing for one unknown.
    """
    if language == target or language not in _LANGUAGES or target not in _LANGUAGES:
        return ()
    glossary = _glossary()
    rows = _chinese_rows(text, glossary) if language == "zh" else _rows(text, language, glossary)
    words = [word for row in rows for word in glossary.rows[row][target]]
    if target == "en":
        words += _cognates(text, language)
    return tuple(dict.fromkeys(words))


@lru_cache(maxsize=16384)
def matters_of(word: str, language: str) -> tuple[str, ...]:
    """What a word can be compared by: its stem, and the glossary's rows, alike in all languages.

    A German compound has those of both its parts; a Chinese run those of all words in it.
    """
    plain = fold(word)
    if language not in _LANGUAGES:
        return (plain,)
    glossary = _glossary()
    if language == "zh":
        return tuple(f"#{row}" for row in dict.fromkeys(_chinese_rows(plain, glossary)))
    stem = _stem(plain, language)
    rows = glossary.forms[language].get((stem,), ())
    if not rows and language == "de":
        rows = tuple(_compound(plain, glossary.forms[language]))
    return (stem, *(f"#{row}" for row in dict.fromkeys(rows)))


def named_row(key: str) -> str:
    """The first English form of a row that `matters_of` gave as `#number`."""
    return _glossary().rows[int(key[1:])]["en"][0]


def spelt_out(name: str, run: str) -> bool:
    """Whether a Chinese run has more than a single character of the row with this first form."""
    return any(len(form) > 1 and form in run for form in _chinese_forms().get(name, ()))


@cache
def _chinese_forms() -> dict[str, tuple[str, ...]]:
    forms: dict[str, tuple[str, ...]] = {}
    for row in _glossary().rows:
        forms[row["en"][0]] = (*forms.get(row["en"][0], ()), *row["zh"])
    return forms


@cache
def _glossary() -> _Glossary:
    rows: list[dict[str, tuple[str, ...]]] = []
    forms: dict[str, dict[tuple[str, ...], list[int]]] = {
        language: defaultdict(list) for language in _LANGUAGES
    }
    for line in resource("glossary/shop.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        cells = [tuple(fold(form).strip() for form in cell.split(",")) for cell in line.split("|")]
        rows.append(dict(zip(_LANGUAGES, cells, strict=True)))
        for language, cell in rows[-1].items():
            for form in dict.fromkeys(_key(form, language) for form in cell):
                forms[language][form].append(len(rows) - 1)
    kept = {code: {key: tuple(found) for key, found in own.items()} for code, own in forms.items()}
    return _Glossary(tuple(rows), kept)


def _key(form: str, language: str) -> tuple[str, ...]:
    if language == "zh":
        return (form,)
    return tuple(_stem(word, language) for word in _WORD.findall(form))


def _stem(word: str, language: str) -> str:
    for ending in _ENDINGS[language].split():
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            return word[: -len(ending)]
    return word


def _rows(text: str, language: str, glossary: _Glossary) -> Iterator[int]:
    """The rows that the words name, the longest form at each place."""
    known = glossary.forms[language]
    words = _WORD.findall(fold(text))
    stems = [_stem(word, language) for word in words]
    at = 0
    while at < len(words):
        for length in range(_LONGEST_FORM, 0, -1):
            found = known.get(tuple(stems[at : at + length]), ())
            if found and (length > 1 or words[at] not in STOP_WORDS):
                yield from found
                break
        else:
            length = 1
            if language == "de":
                yield from _compound(words[at], known)
        at += min(length, len(words) - at)


def _compound(word: str, known: dict[tuple[str, ...], tuple[int, ...]]) -> Iterator[int]:
    """Both parts of a German compound of which the second is known: Liefer|zeit."""
    if _NO_COMPOUND.search(word):
        return
    for cut in range(_LEAST_STEM + 1, len(word) - _LEAST_STEM):
        second = known.get((_stem(word[cut:], "de"),))
        if second:
            yield from second
            yield from known.get((_stem(word[:cut].removesuffix("s"), "de"),), ())
            return


def _chinese_rows(text: str, glossary: _Glossary) -> Iterator[int]:
    known = glossary.forms["zh"]
    for run in _CHINESE.findall(fold(text)):
        at = 0
        while at < len(run):
            for length in range(min(_LONGEST_FORM, len(run) - at), 0, -1):
                found = known.get((run[at : at + length],), ())
                if found:
                    yield from found
                    break
            at += length


def _cognates(text: str, language: str) -> Iterator[str]:
    """The text's words as English would spell them, where that differs."""
    for word in _WORD.findall(fold(text)):
        if len(word) <= _LEAST_STEM or word in STOP_WORDS:
            continue
        spelled = word
        for pattern, put in _ENGLISH_SPELLING.get(language, ()):
            spelled = re.sub(pattern, put, spelled)
        if spelled != word:
            yield spelled

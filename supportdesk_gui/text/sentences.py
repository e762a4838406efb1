"""Where sentences begin and end, in English, Spanish, French, German and Chinese.

Rules, no model: a line break ends a sentence; `。！？` always do; `.`, `!`, `?` and `…` do where
white space and no lower-case word follows, unless the dot belongs to an abbreviation, an initial,
an ordinal or a number. Closing quotes and brackets stay with their sentence.
"""

from __future__ import annotations

import re

_ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof st sr sra srta dra ud uds vd vds d dña lic ing m mm mme mlle mgr me
    hr fr nr no nos núm num pág págs pag p pp art arts abs bzw ca ggf inkl exkl evtl usw u z b s o
    d h i a e g ex cf vs etc approx ext tel tél fig vol vgl max min mind str co inc ltd corp cía
    cia ej aprox dept jan feb mar apr jun jul aug sep sept oct nov dec ene abr ago dic janv févr
    avr juil déc mrz okt dez jr av avda bd réf ref""".split()
)
_MONTHS_AFTER_ORDINAL = re.compile(
    r"\s+(?:jan|feb|m[äa]r|apr|mai|jun|jul|aug|sep|okt|oct|nov|dez|dec)", re.IGNORECASE
)
_CLOSERS = "\"'”’»)]}）」』】〉》］"
_END = re.compile(rf"(?:[。！？｡]+|[.!?…]+)[{re.escape(_CLOSERS)}]*|\n+")
_WORD_BEFORE = re.compile(r"(\w+)$")
_LIST_NUMBER = re.compile(r"^\s*\(?(?:\d{1,3}|[a-zA-Z])$")


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The (start, end) spans of the sentences of `text`, without surrounding white space."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if match.group()[0] != "\n" and not _ends_sentence(text, start, match):
            continue
        _add(spans, text, start, match.end())
        start = match.end()
    _add(spans, text, start, len(text))
    return spans


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    mark = match.group()
    if mark[0] in "。！？｡":
        return True
    after = match.end()
    if after >= len(text):
        return True
    following = text[after]
    if not following.isspace():
        # "1.5", "example.com", "z.B." go on; Chinese after a Latin mark begins anew.
        return following >= "\u2e80" and mark[0] != "."
    if mark[0] == "." and len(mark.rstrip(_CLOSERS)) == 1 and _dot_belongs(text, start, match):
        return False
    rest = text[after:].lstrip()
    return not rest or mark[0] in "!?" or not rest[0].islower()


def _dot_belongs(text: str, start: int, match: re.Match[str]) -> bool:
    before = text[start : match.start()]
    found = _WORD_BEFORE.search(before)
    if not found:
        return False
    word = found.group()
    if _LIST_NUMBER.match(before):
        return True
    if word.isdigit():
        # German ordinals: "am 3. Mai", "der 2. Versuch" are told by a month or lower case.
        return bool(_MONTHS_AFTER_ORDINAL.match(text, match.end()))
    if word.lower() in _ABBREVIATIONS:
        lone_upper = len(word) == 1 and word.isupper()
        ends = word.lower() in {"etc", "usw", "inc", "ltd", "co", "no", "min", "max", "ref", "a"}
        following = text[match.end() :].lstrip()[:1]
        return lone_upper or not (ends and following.isupper())
    return len(word) == 1 and word.isalpha() and word.isupper()


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        spans.append((start, end))

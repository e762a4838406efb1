"""What a sentence says that its translation leaves out.

By length, as long as the other language usually is, and by content: the matters of
assist/proof_words.py and the glossary's words that a clause names and the other side nowhere
does. Between the two Chinese scripts, by the characters themselves.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from supportdesk_gui.assist.proof_words import words_of
from supportdesk_gui.policies.glossary import matters_of
from supportdesk_gui.text.plain import plain

Span = tuple[int, int]

# Characters for the same text, and how they scatter (the logarithm's deviation), over the 646
# sentences that the sample shop has in all six languages.
_LENGTH = {"en": 1.0, "es": 1.09, "fr": 1.19, "de": 1.19, "zh": 0.31}
_SCATTER, _SCATTER_CHINESE = 0.15, 0.22
_SHORT = 1.2  # how much more a short text scatters: this by the root of its length
_LEAST_CHINESE_GAP = 4
_CUT = re.compile(
    r"[,;:()–—，；：。.!?！？、]+|\b(?:and|but|if|unless|except|provided|because|so that|as long as|once|after|before|"
    r"when|until|without|und|aber|wenn|sofern|solange|falls|sobald|nachdem|ausser|weil|damit|ohne|bis|"
    r"y|e|pero|si|siempre que|salvo|excepto|porque|cuando|hasta|sin|despues|"
    r"et|mais|lorsque|sauf|tant que|des que|apres|parce que|sans|jusqu'a|hors)\b"
)
_WORD = re.compile(r"[^\W\d_\u3400-\u9fff]{2,}|[\u3400-\u9fff]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_SAYS_LITTLE = frozenset(
    "NEG MASK ALSO ALL RESTATE FUTURE REQUIRE COURTEOUS PLEASE ALLOW CASE EXCL NOT_NEEDED COVER "
    "REGARDLESS EVEN_IF USED LATE WITHOUT ELSE CHANGE GUARANTEE_DATE".split()
)
_ALIKE = (
    frozenset("IF ONLY_IF UNLESS".split()),
    frozenset("REFUND CASH".split()), frozenset("REPLACE EXCHANGE".split()),
    frozenset("FREE WE_PAY FEE YOU_PAY".split()), frozenset("GIFT COMPENSATE VOUCHER DISCOUNT".split()),
    frozenset("UNUSED UNOPENED UNWASHED TAG".split()), frozenset("ONLY ONLY_IF".split()),
    frozenset("EXPRESS IMMEDIATE".split()), frozenset("PICKUP HOME SHIP".split()),
    frozenset("RETURN REFUND EXCHANGE".split()), frozenset("LIFETIME EXTEND".split()),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for an omission: how much too short, and what is named on one side only.

    `short` in deviations; `missing` the share of the matters that the other side has not;
    `clause` the size, in deviations too, of the largest clause of which it has none.
    """

    short: float
    missing: float
    clause: float
    conditions: int
    span: Span


def left_out(source: str, source_language: str, target: str, target_language: str) -> Span | None:
    """The clause that the target most likely lacks; None where it lacks none."""
    codes = [one.partition("-")[0] for one in (source_language, target_language)]
    if any(code not in _LENGTH for code in codes):
        return None
    if not target.strip() or not source.strip():
        return (0, len(source)) if source.strip() else None
    if codes == ["zh", "zh"]:
        return _chinese_gap(source, target)
    signs = signs_of(source, codes[0], target, codes[1])
    return signs.span if _says_omission(signs) else None


def _says_omission(signs: Signs) -> bool:
    return score(signs) > 0


def score(signs: Signs) -> float:
    """Above 0 where the signs say that something is left out."""
    return (
        1.2 * signs.short + 3.0 * signs.missing + 1.0 * signs.clause + 1.2 * signs.conditions - 5.0
    )


def signs_of(source: str, source_code: str, target: str, target_code: str) -> Signs:
    """The signs of one pair of texts in languages as proof_words names them."""
    length = _letters(source) / _LENGTH[source_code], _letters(target) / _LENGTH[target_code]
    scatter = _SCATTER_CHINESE if "zh" in (source_code, target_code) else _SCATTER
    scatter += _SHORT / max(length[0], 12)
    short = math.log(max(length[0], 1) / max(length[1], 1)) / scatter
    there = {key for one in _matters(plain(target), target_code) for key in one.keys}
    bare = plain(source)
    named = _matters(bare, source_code)
    lost = [one for one in named if there.isdisjoint(one.keys)]
    missing = len(lost) / len(named) if named else 0.0
    best, span = 0.0, (0, len(source))
    for start, end in _clauses(bare):
        inside = [one for one in named if start <= one.start < end]
        gone = [one for one in inside if one in lost]
        if not inside:
            continue
        share = (len(gone) / len(inside)) ** 2 * (end - start) / len(bare)
        weight = share * min(len(gone), 3)
        if weight > best:
            best, span = weight, (start, end)
    conditions = sum(bool(one.keys & {"IF", "ONLY_IF", "UNLESS"}) for one in lost)
    return Signs(short, missing, best, min(conditions, 1), span)


@dataclass(frozen=True, slots=True)
class _Matter:
    start: int
    keys: frozenset[str]


@lru_cache(maxsize=2048)
def _matters(bare: str, code: str) -> tuple[_Matter, ...]:
    """What a text names, by words that other languages have too."""
    found = []
    for word in words_of(bare, code):
        if word.matter not in _SAYS_LITTLE:
            alike = frozenset().union(*(group for group in _ALIKE if word.matter in group))
            found.append(_Matter(word.start, alike | {word.matter}))
    for match in _WORD.finditer(bare):
        rows = [key for key in matters_of(match[0], code) if key.startswith("#")]
        if code == "zh":
            found += [_Matter(match.start(), frozenset({row})) for row in rows]
        elif rows:
            found.append(_Matter(match.start(), frozenset(rows)))
    return tuple(dict.fromkeys(found))


def _clauses(bare: str) -> Iterator[Span]:
    first = 0
    for match in _CUT.finditer(bare):
        if bare[first : match.start()].strip():
            yield first, match.start()
            first = match.end() if not match[0].isalpha() else match.start()
    if bare[first:].strip():
        yield first, len(bare)


def _letters(text: str) -> float:
    """Letters and figures; in Chinese text, a Latin letter is a third of a character."""
    han = len(_HAN.findall(text))
    others = sum(sign.isalnum() for sign in text) - han
    spaces = text.count(" ")
    return han + others / 3 if han > others / 4 else others + spaces


def _chinese_gap(source: str, target: str) -> Span | None:
    """A stretch of characters that the other script's text has nothing for."""
    a, b = plain(source), plain(target)
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    best, span = 0, None
    for kind, first, last, begin, end in matcher.get_opcodes():
        over = len(re.findall(r"\w", a[first:last])) - len(re.findall(r"\w", b[begin:end]))
        if kind in {"delete", "replace"} and over > best:
            best, span = over, (first, last)
    return span if best >= _LEAST_CHINESE_GAP else None

"""Names of people, shops and brands that a sentence and its translation do not share."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache

from supportdesk_gui.policies.glossary import matters_of
from supportdesk_gui.resources import resource
from supportdesk_gui.text.person_names import Named, names
from supportdesk_gui.text.plain import plain
from supportdesk_gui.text.romanising import may_be_same_name

Span = tuple[int, int]
_Pair = tuple[Span | None, Span | None]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CAPITALISED = re.compile(r"(?<![\w@./-])[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LATIN = re.compile(r"(?<![A-Za-z0-9_@./-])[A-Z][a-zA-ZÀ-ž]+(?:[-’' ][A-Z][a-zA-ZÀ-ž]+)*")
_OPENS = re.compile(r"(?:^|[.!?:;…¡¿\"“«„(]|[。！？：；]|\n|- |– )\s*$")
_HAN = re.compile(r"[\u3400-\u9fff]")
_WHERE = re.compile(
    r"(?i)\b(?:in|under|on|at|en|sous|dans|sur|bajo) (?:the |la |le |el )?[\"«“']?$"
)
_CALLED = re.compile(
    r"(?i)\b(?:(?:write|speak|talk|spoke|talked|reply|email) (?:to|with)|contact|ask(?: for)?|colleagues?|called|signed by|"
    r"(?:escrib\w+|llam\w+|pregunt\w+|dirij\w+|habl\w+|contact\w+) (?:a|por|con)|compañer[oa]|firmado por|"
    r"(?:écri\w+|adress\w+|parl\w+) à|contact\w+|demand\w+|collègue|signé par|"
    r"(?:wenden|wende) \w+ (?:sich |dich )?an|fragen sie nach|schreiben sie(?: an)?|kolleg(?:e|in|en)|kontaktieren sie) $"
)
_HAN_RUN = re.compile(r"[\u3400-\u9fff]{2,}")
_ALIKE = 0.34
_SAME_PLACE = 0.6
_GERMAN_NOUN = re.compile(
    r"(?:ung|heit|keit|schaft|nis|tum|ion|tat|chen|lein|ling|mann|zeit|tag|woche|monat|jahr|karte|wert|platz|"
    r"preis|teil|stuck|weg|haus|raum|geld|zahl|nummer|buch|werk|zeug|ware|sache|fall|gast|satz|ende|rate|"
    r"filiale|kollege|kollegin|tisch|stuhl|regal|bett|sofa|lampe)(?:e?[nsr]?|en|es)?$|.{11}"
)


def names_apart(
    source: str, source_language: str, target: str, target_language: str
) -> list[_Pair]:
    """The names that stand on one side only, side by side where both have one too many."""
    chinese = [one.startswith("zh") for one in (source_language, target_language)]
    if all(chinese):
        found = list(_chinese_apart(source, source_language, target, target_language))
    elif any(chinese):
        found = list(_across(source, source_language, target, target_language, chinese[0]))
    else:
        found = list(_latin_apart(source, source_language, target, target_language))
    return found or list(_brands_apart(source, source_language, target, target_language))


def _chinese_apart(a: str, a_language: str, b: str, b_language: str) -> Iterator[_Pair]:
    bare = plain(a), plain(b)
    mine = [one for one in names(a, a_language) if not one.is_brand and one.words[0] not in bare[1]]
    yours = [
        one for one in names(b, b_language) if not one.is_brand and one.words[0] not in bare[0]
    ]
    yield from _side_by_side([_span(one) for one in mine], [_span(one) for one in yours])
    if not mine and not yours:
        yield from _latin_in_chinese(a, b)


def _latin_in_chinese(a: str, b: str) -> Iterator[_Pair]:
    sides = [[(plain(m[0]), m.span()) for m in _LATIN.finditer(text)] for text in (a, b)]
    mine = [span for word, span in sides[0] if word not in plain(b)]
    yours = [span for word, span in sides[1] if word not in plain(a)]
    if mine and yours:
        yield from _side_by_side(mine, yours)


def _across(
    a: str, a_language: str, b: str, b_language: str, chinese_first: bool
) -> Iterator[_Pair]:
    """Chinese on one side: names by their sound, and what stays in Latin letters."""
    for pair in _chinese_and_latin(*((a, a_language, b, b_language) if chinese_first else (b, b_language, a, a_language))):  # fmt: skip
        yield pair if chinese_first else pair[::-1]


def _chinese_and_latin(zh: str, zh_language: str, latin: str, language: str) -> Iterator[_Pair]:
    words = {plain(match[0]) for match in _WORD.finditer(latin)}
    joined = re.sub("[^a-z0-9]", "", plain(latin))
    spoken = [one for one in names(latin, language) if not one.is_brand]
    kept = list(_LATIN.finditer(zh))
    strange = [
        match for match in kept
        if not match[0].isupper()
        and not all(plain(part) in words for part in re.split("[-’' ]", match[0]))
        and re.sub("[^a-z0-9]", "", plain(match[0])) not in joined
        and plain(match[0]) not in _everyday()
    ]  # fmt: skip
    missing = [one for one in spoken if not any(word in plain(zh) for word in one.words)]
    if strange:
        yield strange[0].span(), _span(missing[0]) if missing else None
        return
    called = [
        one for one in names(zh, zh_language) if not one.is_brand and _HAN.search(one.words[0])
    ]
    if called and missing and len(called) == len(missing):
        for mine, yours in zip(called, missing, strict=True):
            if not may_be_same_name(mine.words[0], yours.words):
                yield _span(mine), _span(yours)
        return
    if called and not missing and not spoken:
        yield from _unspoken(called, latin)
    if not called and not kept and language != "de":
        # a German noun has a capital too
        for word, span in _proper(latin, language):
            # "under Settings", "in Ghent": what a screen or a place is called is often translated
            if not _WHERE.search(latin[: span[0]]) and not any(
                may_be_same_name("".join(signs), [word]) for signs in _windows(plain(zh))
            ):
                yield None, span
                return


def _windows(bare: str) -> Iterator[str]:
    """Every two to five Chinese characters in a row: what a foreign name may be written with."""
    for run in _HAN_RUN.findall(bare):
        for size in range(2, 6):
            yield from (run[start : start + size] for start in range(len(run) - size + 1))


def _unspoken(called: Sequence[Named], latin: str) -> Iterator[_Pair]:
    """A Chinese name that none of the capitalised words can be."""
    found = [match for match in _CAPITALISED.finditer(latin) if plain(match[0]) not in _everyday()]
    for one in called:
        said = [match[0] for match in found]
        pairs = [*said, *(f"{x} {y}" for x, y in itertools.pairwise(said))]
        if said and not any(may_be_same_name(one.words[0], pair.split()) for pair in pairs):
            yield _span(one), None


def _latin_apart(a: str, a_language: str, b: str, b_language: str) -> Iterator[_Pair]:
    sides = ((a, a_language), (b, b_language))
    words = [{plain(match[0]) for match in _WORD.finditer(text)} for text, _ in sides]
    called = [
        [one for one in names(text, language) if not one.is_brand] for text, language in sides
    ]
    over: list[list[Span]] = []
    spoken: list[list[Span]] = []
    for mine, there in ((0, 1), (1, 0)):
        text, language = sides[mine]
        spans = [
            _span(one) for one in called[mine]
            if not all(_stands(word, words[there]) for word in one.words)
        ]  # fmt: skip
        spoken.append(spans)
        proper = [
            span for word, span in _proper(text, language)
            if not _stands(word, words[there]) and not any(s <= span[0] < e for s, e in spans)
        ]  # fmt: skip
        over.append([*spans, *proper])
    if all(over):
        first, second = (plain(sides[place][0][slice(*over[place][0])]) for place in (0, 1))
        # a town that is spelt otherwise, where nobody is spoken to
        is_called = any(
            _CALLED.search(sides[place][0][: over[place][0][0]]) for place in (0, 1)
        )  # "write to Begoña"
        if any(spoken) or is_called or SequenceMatcher(None, first, second).ratio() < _SAME_PLACE:
            yield over[0][0], over[1][0]
        return
    for place, heard in enumerate(spoken):
        text, language = sides[place]
        for span in heard:
            # A German noun after a comma is no name that the other side lacks.
            if language != "de" or _has_like(plain(text[slice(*span)]), words[1 - place]):
                yield (span, None) if place == 0 else (None, span)


def _has_like(word: str, words: set[str]) -> bool:
    return any(SequenceMatcher(None, word, other).ratio() > _ALIKE for other in words)


def _proper(text: str, language: str) -> Iterator[tuple[str, Span]]:
    """Capitalised words inside a sentence that may be names: no everyday ones, no abbreviations."""
    for match in _CAPITALISED.finditer(text):
        word = plain(match[0])
        opens = _OPENS.search(text[: match.start()])
        if opens or match[0].isupper() or word in _everyday():
            continue
        if any(key.startswith("#") for key in matters_of(word, language)):
            continue
        if language != "de" or not _GERMAN_NOUN.search(word):
            yield word, match.span()


def _stands(word: str, words: set[str]) -> bool:
    parts = [part for part in re.split("['’-]", word) if len(part) > 1]
    known = words | {part for other in words for part in re.split("['’-]", other)}
    return (
        word in words
        or all(part in known for part in parts)
        or f"{word}s" in words
        or word.removesuffix("s") in words
        or word.removesuffix("'s") in words
        or any(len(word) > 3 and word in other for other in words)
        or any(other in words for other in _places().get(word, ()))
    )


def _brands_apart(a: str, a_language: str, b: str, b_language: str) -> Iterator[_Pair]:
    sides = [
        [
            # between Chinese characters no word begins or ends for a regular expression
            *(one for one in names(_HAN.sub(" ", text), "en") if one.is_brand),
            *(one for one in names(text, language) if one.is_brand and _HAN.search(one.words[0])),
        ]
        for text, language in ((a, a_language), (b, b_language))
    ]
    known = [{one.words[0] for one in side} for side in sides]
    bare = plain(a), plain(b)
    mine = [one for one in sides[0] if one.words[0] not in known[1] and one.words[0] not in bare[1]]
    yours = [
        one for one in sides[1] if one.words[0] not in known[0] and one.words[0] not in bare[0]
    ]
    pairs = [
        (x, y) for x, y in zip(mine, yours, strict=False)
        if bool(_HAN.search(x.words[0])) == bool(_HAN.search(y.words[0]))
    ]  # fmt: skip
    yield from ((_span(x), _span(y)) for x, y in pairs)


def _side_by_side(mine: Sequence[Span], yours: Sequence[Span]) -> Iterator[_Pair]:
    for place in range(max(len(mine), len(yours))):
        yield (
            mine[place] if place < len(mine) else None,
            yours[place] if place < len(yours) else None,
        )


def _span(one: Named) -> Span:
    return one.start, one.end


@cache
def _everyday() -> frozenset[str]:
    """Capitalised words that are no names."""
    return frozenset(_listed("everyday"))


@cache
def _places() -> dict[str, tuple[str, ...]]:
    """The other names of a town or a country."""
    found: dict[str, tuple[str, ...]] = {}
    for row in _listed("places", "\n"):
        spellings = tuple(row.split())
        for one in spellings:
            found[one] = (*found.get(one, ()), *spellings)
    return found


def _listed(part: str, mark: str = " ") -> list[str]:
    text = resource("mirror", "names.txt").read_text(encoding="utf-8")
    body = text.partition(f"[{part}]\n")[2].partition("[")[0]
    parts = body.split("\n") if mark == "\n" else body.split()
    return [plain(one) for one in parts if one.strip()]

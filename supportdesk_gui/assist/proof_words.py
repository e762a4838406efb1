"""What the words of a sentence promise, ask or exclude: `refund`, `free`, `only if`, `unused`.

The forms stand in `resources/proof/<language>.txt`, one matter a line, with the same names in
every language, so that a draft in German can be held against a policy in Spanish.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from supportdesk_gui.resources import resource
from supportdesk_gui.text.plain import plain

LANGUAGES = ("en", "es", "fr", "de", "zh")
BENEFITS = frozenset(
    """REFUND RETURN EXCHANGE REPLACE REPAIR COVER CANCEL CHANGE SHIP FREE WE_PAY VOUCHER DISCOUNT
    GIFT COMPENSATE EXPRESS IMMEDIATE PICKUP HOME CASH DOUBLE FULL EXTEND LIFETIME COMBINE PAUSE
    INSTALL ALLOW GUARANTEE_DATE RESERVE CALLBACK LOAN UPGRADE MAKEUP MATCH DISPOSE""".split()
)
"""What a customer is glad to hear."""
ACTS = BENEFITS - {"VOUCHER", "DISCOUNT", "HOME", "CASH", "INSTALL", "GIFT"} | {"YOU_PAY"}
"""What is done; the other benefits are things, which can be what a sentence is about."""
BURDENS = frozenset({"YOU_PAY", "FEE", "LOSE"})
"""What a customer would rather not hear."""
REQUIREMENTS = frozenset(
    "UNUSED UNOPENED UNWASHED TAG PACKAGING RECEIPT PHOTO ID CLEAN COMPLETE".split()
)
"""What is asked of the customer or of the goods."""

STATES = (("OPENED", "UNOPENED"), ("USED", "UNUSED"))
"""What the goods are and what they ought to be."""

# French leaves out a vowel and joins the words, `l'échange`, `n'est`; here each is `le`, `ne`.
_ELIDED = r"(?<!\w)(?:[cdjlmnst]|(?:jus|lors|puis)?qu)'(?=\w)"
_WORD = r"[^\W_]+(?:['-][^\W_]+)*'?"
_TOKEN = re.compile(rf"{_WORD}|[^\w\s]")
_FRENCH_TOKEN = re.compile(rf"{_ELIDED}|{_WORD}|[^\w\s]")
_PART = re.compile(rf"~?{_WORD}~?|[^\w\s]")
_FRENCH_PART = re.compile(rf"{_ELIDED}|~?{_WORD}~?|[^\w\s]")
_PAUSES = frozenset(",;:.!?()")
# German verbs stand apart: "nehmen wir binnen 30 Tagen nach Erhalt zurück".
_LONGEST_GAP = {"de": 9}
_LONGEST_GAP_ELSEWHERE = 3
_LEAST_BEGINNING = 1


@dataclass(frozen=True, slots=True)
class Word:
    """A matter that characters `start` to `end` of a text name."""

    matter: str
    start: int
    end: int


@dataclass(slots=True)
class _Lexicon:
    """Forms by how they begin, the longest first; each a tuple of tokens with its matters.

    A form with a gap is sought apart from those of one piece: what stands in it counts too.
    """

    exact: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = field(default_factory=dict)
    begun: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = field(default_factory=dict)
    ended: list[tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=list)
    longest: int = 0


def words_of(bare: str, language: str) -> list[Word]:
    """The matters that a text in plain spelling (text/plain.py) names, in their order."""
    code = language.partition("-")[0]
    if code not in LANGUAGES:
        return []
    found = list(_chinese(bare) if code == "zh" else _spaced(bare, code))
    return sorted(found, key=lambda word: (word.start, -word.end))


def _spaced(bare: str, language: str) -> Iterator[Word]:
    lexicon = _lexicon(language)
    token = _FRENCH_TOKEN if language == "fr" else _TOKEN
    places = [(match[0], match.start(), match.end()) for match in token.finditer(bare)]
    tokens = [_whole(token, language) for token, _, _ in places]
    gap = _LONGEST_GAP.get(language, _LONGEST_GAP_ELSEWHERE)
    found: list[tuple[int, int, tuple[str, ...]]] = []
    parts_of_others: set[int] = set()
    busy = 0
    for at in range(len(tokens)):
        best = 0
        matters: dict[str, None] = {}
        for form, named in _candidates(lexicon, tokens[at]):
            taken = _fits(form, tokens, at, gap)
            if not taken:
                continue
            if "…" in form:
                found.append((at, taken[-1] + 1, named))
                parts_of_others.update(taken)
            elif len(taken) >= best and at + len(taken) > busy:
                matters = {**(matters if len(taken) == best else {}), **dict.fromkeys(named)}
                best = len(taken)
        if best:
            busy = at + best
            found.append((at, busy, tuple(matters)))
    for first, last, named in found:
        # "costs … nothing" is no negation.
        if last - first > 1 or first not in parts_of_others or named != ("NEG",):
            yield from (Word(one, places[first][1], places[last - 1][2]) for one in named)


def _whole(token: str, language: str) -> str:
    return f"{token[:-1]}e" if language == "fr" and token.endswith("'") else token


def _candidates(lexicon: _Lexicon, token: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    yield from lexicon.exact.get(token, ())
    for length in range(_LEAST_BEGINNING, min(len(token), lexicon.longest) + 1):
        yield from lexicon.begun.get(token[:length], ())
    for form in lexicon.ended:
        if token.endswith(form[0][0][1:]):
            yield form


def _fits(form: tuple[str, ...], tokens: Sequence[str], at: int, gap: int) -> list[int]:
    """The tokens that the form takes here, without those in its gaps; none where it does not fit."""
    taken = [at]
    here = at + 1
    skipping = False
    for part in form[1:]:
        if part == "…":
            skipping = True
            continue
        last = min(here + gap, len(tokens) - 1) if skipping else here
        while here <= last and here < len(tokens) and not _same(part, tokens[here]):
            if tokens[here] in _PAUSES:
                return []
            here += 1
        if here > last or here >= len(tokens):
            return []
        taken.append(here)
        here += 1
        skipping = False
    return taken


def _same(part: str, token: str) -> bool:
    if part.endswith("~"):
        return token.startswith(part[:-1])
    return token == part or (part.startswith("~") and token.endswith(part[1:]))


def _chinese(bare: str) -> Iterator[Word]:
    lexicon = _lexicon("zh")
    busy = 0
    for at, sign in enumerate(bare):
        for (form,), matters in lexicon.exact.get(sign, ()):
            if at + len(form) > busy and bare.startswith(form, at):
                busy = at + len(form)
                yield from (Word(matter, at, busy) for matter in matters)
                break


@cache
def _lexicon(language: str) -> _Lexicon:
    forms: dict[str, list[str]] = defaultdict(list)
    for line in resource("proof", f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            matter, _, listed = line.partition(":")
            for form in plain(listed).split("|"):
                if form.strip():
                    forms[form.strip()].append(matter)
    lexicon = _Lexicon()
    for form in sorted(forms, key=lambda one: -len(one)):
        named = tuple(dict.fromkeys(forms[form]))
        if language == "zh":
            lexicon.exact.setdefault(form[0], []).append(((form,), named))
            continue
        found = (_FRENCH_PART if language == "fr" else _PART).findall(form)
        parts = tuple(_whole(part, language) for part in found)
        entry = (parts, named)
        if parts[0].startswith("~"):
            lexicon.ended.append(entry)
        elif parts[0].endswith("~"):
            lexicon.begun.setdefault(parts[0][:-1], []).append(entry)
            lexicon.longest = max(lexicon.longest, len(parts[0]) - 1)
        else:
            lexicon.exact.setdefault(parts[0], []).append(entry)
    return lexicon

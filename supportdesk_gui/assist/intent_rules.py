"""What a requester asks for, by rules: weighted cues in six languages, pure and without a model.

The intent is the wish, not the event: a lost parcel with a demand for money is a refund. The
cues stand in `resources/intents/<language>.json` as patterns over folded text (lower case, no
accents, simplified characters). A clause that asks counts more than one that tells, what
follows "I do not want" counts against its intent, and what is over ("after the exchange") or only
dates something ("since the delivery") does not count.
"""

from __future__ import annotations

import itertools
import json
import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from supportdesk_gui.resources import resource
from supportdesk_gui.tickets.ticket import Intent

_FILES = {"en": "en", "es": "es", "fr": "fr", "de": "de", "zh-Hant": "zh", "zh-Hans": "zh"}
_ALL = ("en", "es", "fr", "de", "zh", "more")

# Nothing recognised is OTHER; a single weak cue does not outweigh that.
_PRIOR = 1.5
# Telling counts less than asking, but only where somebody asks at all; who speaks of money
# that is owed asks for it, and who speaks of an invoice means it by "correct it, send it again".
_TELLING = 0.6
_TELLING_OF_MONEY = 0.9
_OF_MONEY = (Intent.REFUND, Intent.INVOICE)
# What a clause asks for by its noun takes "new", "send" and "correct" with it.
_OBJECT = 2.7
_BESIDE = 0.8
_SPEAK_OF = {
    Intent.INVOICE: (Intent.EXCHANGE, Intent.LOGISTICS),
    Intent.LOGISTICS: (Intent.EXCHANGE,),
}
# Further cues of one intent add less than the strongest one.
_FURTHER = 0.3
_REFUSED = 0.8
# Fitted on the even rows of a public set of labelled requests: confidence against margin.
_STEEPNESS = 0.95
_OFFSET = 0.25
_MOST_CHARACTERS = 4000
_WINDOW = {"zh": 7}
_LATIN_WINDOW = 34

_CLAUSES = re.compile(r"[.!?;:。！？；…\n,，、]+(?=\s|$|[^\d\s])")
_QUESTION = re.compile(r"[?？]")
_CJK = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[a-z]{5,}")


@dataclass(frozen=True, slots=True)
class Ruled:
    """The intent that the rules see, their confidence (0 to 1) and the words that decided."""

    intent: Intent
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class _Cue:
    intent: Intent
    weight: float
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Rules:
    code: str
    cues: tuple[_Cue, ...]
    whole: tuple[_Cue, ...]
    demands: re.Pattern[str]
    negations: re.Pattern[str]
    past: re.Pattern[str]
    pivots: re.Pattern[str]
    joins: re.Pattern[str]
    words: dict[str, str]
    known: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Clause:
    text: str
    asks: bool


@dataclass(frozen=True, slots=True)
class _Found:
    intent: Intent
    weight: float
    words: str


def classify(text: str, language: str = "") -> Ruled:
    """The intent of a text in `language` (a language code, "" = unknown); never raises."""
    return classify_parts([(text, 1.0)], language)


def classify_parts(parts: Sequence[tuple[str, float]], language: str = "") -> Ruled:
    """The intent of several texts together, each with its weight, such as 1 for the newest."""
    codes = (_FILES[language], "en") if language in _FILES else _ALL
    found: list[_Found] = []
    for text, weight in parts:
        cues = _find(folded(text[:_MOST_CHARACTERS]), tuple(dict.fromkeys(codes)))
        found.extend(_Found(cue.intent, cue.weight * weight, cue.words) for cue in cues)
    return _judge(_without_repeats(found))


def _judge(found: list[_Found]) -> Ruled:
    scores = dict.fromkeys(Intent, 0.0)
    strongest: dict[Intent, _Found] = {}
    for intent in Intent:
        cues = sorted((f for f in found if f.intent is intent), key=lambda f: -f.weight)
        if cues:
            strongest[intent] = cues[0]
            further = sum(max(-1.0, cue.weight) for cue in cues[1:4])
            scores[intent] = cues[0].weight + _FURTHER * further
    scores[Intent.OTHER] = max(scores[Intent.OTHER], _PRIOR)
    order = sorted(Intent, key=lambda intent: -scores[intent])
    margin = scores[order[0]] - max(scores[order[1]], 0.0)
    confidence = 1.0 / (1.0 + math.exp(-_STEEPNESS * margin - _OFFSET))
    reason = strongest[order[0]].words if order[0] in strongest else ""
    return Ruled(order[0], round(min(confidence, 0.98), 2), reason)


def _find(plain: str, codes: tuple[str, ...]) -> list[_Found]:
    """The cues of every clause, weighted by whether it asks and whether it refuses."""
    found: list[_Found] = []
    all_rules = [_rules(code) for code in codes]
    clauses = _clauses(plain, all_rules)
    for rules in all_rules:
        # A German word is no English slip: only the text's own language is mended.
        found.extend(_cues_of(plain, clauses, rules, mend=rules is all_rules[0]))
        if found and codes != _ALL:
            # English is for the text in which its own language says nothing.
            break
    return _without_repeats(found)


def _cues_of(plain: str, clauses: list[_Clause], rules: _Rules, *, mend: bool) -> list[_Found]:
    someone_asks = any(clause.asks for clause in clauses)
    found = _whole_cues(plain, rules)
    for clause in clauses:
        text = _mend(clause.text, rules) if mend else clause.text
        found.extend(_clause_cues(text, someone_asks and not clause.asks, rules))
    return found


def _whole_cues(plain: str, rules: _Rules) -> list[_Found]:
    """What only two clauses together say, such as "ordered blue, got green"."""
    matches = [(cue, cue.pattern.search(plain)) for cue in rules.whole]
    return [_Found(cue.intent, cue.weight, match.group()) for cue, match in matches if match]


def _clause_cues(clause: str, tells: bool, rules: _Rules) -> list[_Found]:
    refusals = [match.span() for match in rules.negations.finditer(clause)]
    past = [match.span() for match in rules.past.finditer(clause)]
    found = []
    for cue in rules.cues:
        match = cue.pattern.search(clause)
        if match is None or _is_past(match, past):
            continue
        refused = _is_refused(clause, match, refusals, rules)
        weight = -_REFUSED * cue.weight if refused else cue.weight
        if tells:
            weight *= _TELLING_OF_MONEY if cue.intent in _OF_MONEY else _TELLING
        found.append(_Found(cue.intent, weight, match.group()))
    return _of_the_object(found)


def _of_the_object(found: list[_Found]) -> list[_Found]:
    """Where a clause asks for an invoice or an address, "new", "send", "correct" speak of that."""
    wanted = {cue.intent for cue in found if cue.weight >= _OBJECT}
    weaker = {i for of, intents in _SPEAK_OF.items() if of in wanted for i in intents}
    return [
        replace(cue, weight=_BESIDE * cue.weight) if cue.intent in weaker else cue for cue in found
    ]


def _is_past(cue: re.Match[str], past: list[tuple[int, int]]) -> bool:
    """Whether a cue only names what is done, such as "after the exchange", "the refund is here"."""
    return any(a <= cue.start() < b or a < cue.end() <= b for a, b in past)


def _is_refused(
    clause: str, cue: re.Match[str], refusals: list[tuple[int, int]], rules: _Rules
) -> bool:
    """Whether a cue stands within reach of a refusal, with no new wish between."""
    window = _WINDOW.get(rules.code, _LATIN_WINDOW)
    for start, end in refusals:
        inside = start < cue.start() < end < cue.end()
        across = cue.start() < start and end < cue.end()
        within = start <= cue.start() and cue.end() <= end and cue.span() != (start, end)
        after = end <= cue.start() <= end + window
        if (
            inside
            or across
            or within
            or (after and rules.pivots.search(clause, end, cue.start()) is None)
        ):
            return True
    return False


def _without_repeats(found: list[_Found]) -> list[_Found]:
    """The same words count once for an intent, however many patterns or clauses hold them."""
    best: dict[tuple[Intent, str], _Found] = {}
    for cue in found:
        key = (cue.intent, cue.words)
        if key not in best or abs(cue.weight) > abs(best[key].weight):
            best[key] = cue
    return list(best.values())


def _clauses(plain: str, all_rules: list[_Rules]) -> list[_Clause]:
    """The clauses of a text; a question mark makes the one before it a question."""
    clauses = []
    start = 0
    for match in [*_CLAUSES.finditer(plain), None]:
        end = match.start() if match else len(plain)
        question = match is not None and _QUESTION.search(match.group()) is not None
        for text in _parts(plain[start:end], all_rules):
            asks = question or any(rules.demands.search(text) for rules in all_rules)
            clauses.append(_Clause(text, asks))
        start = match.end() if match else end
    return clauses


def _parts(clause: str, all_rules: list[_Rules]) -> list[str]:
    """A clause, cut where "and" leads to a wish."""
    cuts = sorted(m.start() for rules in all_rules for m in rules.joins.finditer(clause))
    edges = [0, *cuts, len(clause)]
    parts = [clause[a:b].strip() for a, b in itertools.pairwise(edges)]
    return [part for part in parts if part]


def folded(text: str) -> str:
    """Lower case, accents off, straight apostrophes, simplified characters."""
    if _CJK.search(text):
        text = _simplified(text)
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(mark for mark in decomposed if unicodedata.category(mark) != "Mn")


def _simplified(text: str) -> str:
    return str(_converter().convert(text))


@lru_cache(maxsize=1)
def _converter() -> Any:
    # Loading its tables takes a moment that only Chinese text should pay.
    from opencc import OpenCC

    return OpenCC("t2s")


def _mend(clause: str, rules: _Rules) -> str:
    """Put right the words that are one slip away from a word that decides."""
    if not rules.words:
        return clause
    return _WORD.sub(lambda match: _mended(match.group(), rules), clause)


def _mended(word: str, rules: _Rules) -> str:
    if word in rules.known:
        return word
    for shorter in _slips(word):
        if shorter in rules.words:
            meant = rules.words[shorter]
            if abs(len(meant) - len(word)) <= 1 and word[0] == meant[0]:
                return meant
    return word


def _slips(word: str) -> list[str]:
    """The word and what is left of it without one letter: equal ones are one slip apart."""
    return [word, *(word[:i] + word[i + 1 :] for i in range(1, len(word)))]


@lru_cache(maxsize=8)
def _rules(code: str) -> _Rules:
    """The compiled rules of one file below resources/intents."""
    raw = json.loads(resource("intents", f"{code}.json").read_text(encoding="utf-8"))
    bound = r"" if code in ("zh", "more") else r"\b"
    words = frozenset(folded(word) for word in raw["words"])
    return _Rules(
        code=code,
        cues=_cues(raw["cues"], bound, code),
        whole=_cues(raw.get("whole", {}), bound, code),
        demands=_pattern(raw["demands"], bound, code),
        negations=_pattern(raw["negations"], bound, code),
        past=_pattern(raw.get("past") or ["(?!)"], bound, code),
        pivots=_pattern(raw["pivots"], bound, code),
        joins=_joins(raw, code),
        words={slip: word for word in sorted(words) for slip in _slips(word)},
        known=words | frozenset(folded(word) for word in raw.get("lookalikes", [])),
    )


def _cues(raw: dict[str, dict[str, list[str]]], bound: str, code: str) -> tuple[_Cue, ...]:
    return tuple(
        _Cue(Intent(intent), float(weight), _pattern(alternatives, bound, code))
        for intent, weights in raw.items()
        for weight, alternatives in weights.items()
    )


def _joins(raw: dict[str, Any], code: str) -> re.Pattern[str]:
    """Where a clause that tells goes on as one that asks: "... and I need ..."."""
    if not raw["joins"]:
        return re.compile(r"(?!)")
    joins = "|".join(raw["joins"])
    return re.compile(rf" (?:{joins}) (?={_pattern(raw['demands'], '', code).pattern})")


def _pattern(alternatives: list[str], bound: str, code: str) -> re.Pattern[str]:
    joined = "|".join(f"(?:{alternative})" for alternative in alternatives)
    if code == "de":
        # Umlauts may be typed as two letters or lose their dots.
        for umlaut, spelt in (("ä", "ae?"), ("ö", "oe?"), ("ü", "ue?"), ("ß", "ss")):
            joined = joined.replace(umlaut, spelt)
    return re.compile(f"{bound}(?:{_unaccented(joined)})")


def _unaccented(pattern: str) -> str:
    decomposed = unicodedata.normalize("NFKD", pattern)
    return "".join(mark for mark in decomposed if unicodedata.category(mark) != "Mn")

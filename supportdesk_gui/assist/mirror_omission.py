"""What a sentence says that its translation leaves out.

By length, as long as the other language usually is, and by content: the matters of
assist/proof_words.py and the glossary's words that a clause names and the other side nowhere
does. Between the two Chinese scripts, by the characters themselves.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache, lru_cache

from supportdesk_gui.assist.mirror_figures import figure_spans
from supportdesk_gui.assist.proof_words import words_of
from supportdesk_gui.policies.glossary import matters_of, named_row, spelt_out
from supportdesk_gui.resources import resource
from supportdesk_gui.text.numerals import in_figures
from supportdesk_gui.text.plain import plain

Span = tuple[int, int]

# Characters for the same text, and how they scatter (the deviation of the logarithm, at length x
# a + b / x), over the 646 sentences that the sample shop has in six languages and our own pairs.
_LENGTH = {"en": 1.0, "es": 1.09, "fr": 1.19, "de": 1.19, "zh": 0.31}
_SCATTER, _SCATTER_CHINESE = (0.09, 2.8), (0.12, 4.5)
_LEAST_LENGTH = 15
_BRIEF = 45
_EXACT_WEIGHS = 0.5  # of a character that both sides have letter for letter
_LOST_WHERE_LEFT_OUT = 0.85
_LOST_OTHERWISE = 0.45
_MOST_LEFT_OUT = 0.8
_SURE_ENOUGH = 0.3
_LITTLE = 1.3
_LEAST_CHINESE_GAP = 4
_CUT = re.compile(
    r"[,;:()–—，；：。.!?！？、]+|\b(?:and|but|if|unless|except|provided|because|so that|as long as|once|after|before|"
    r"when|until|without|und|aber|wenn|sofern|solange|falls|sobald|nachdem|ausser|weil|damit|ohne|bis|"
    r"y|e|pero|si|siempre que|salvo|excepto|porque|cuando|hasta|sin|despues|"
    r"et|mais|lorsque|sauf|tant que|des que|apres|parce que|sans|jusqu'a|hors)\b"
)
_END = re.compile(
    r"(?<!\d)(?<!\bM)(?<!\b[MDS]r)(?<!\bMs)(?<!\bMrs)(?<!\bSra)(?<!\bNr)[.!?](?=\s+[A-ZÀ-Þ¿¡])"
)
_CHINESE_END = re.compile(r"[。！？!?]\s*(?=\S)")
_PAUSES = re.compile(r"[,;:.!?，。；：！？、–—]+(?=\D|$)| - ")
_AND = r"(?:and|or|nor|und|oder|noch|sowie|y|e|o|ni|et|ou) (?!media|cuarto|demi)"
_JOINT = re.compile(
    rf",? {_AND}|[,/;]| (?:as well as|asi como|ainsi que|&|plus|mas|mit|with|con|avec) "
)
_LIST = re.compile(
    rf"(?:[^\W\d_][\w'’-]*(?: [\w'’-]+){{0,2}}, ){{1,4}}[\w'’-]+(?: [\w'’-]+){{0,2}},? {_AND}[\w'’-]+"
)
_JOINT_CHINESE = re.compile(r"[、,，;；/]|(?<=\w)(?:和|及|与|或|以及|并)(?=\w)")
_LIST_CHINESE = re.compile(r"(?:\w{1,8}、)+\w{1,7}")
_WORD = re.compile(r"[^\W\d_\u3400-\u9fff]{2,}|[\u3400-\u9fff]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_SAYS_LITTLE = frozenset(
    "NEG MASK ALSO ALL RESTATE FUTURE REQUIRE COURTEOUS PLEASE ALLOW CASE EXCL NOT_NEEDED COVER "
    "IF ONLY_IF UNLESS REGARDLESS EVEN_IF USED LATE WITHOUT ELSE CHANGE GUARANTEE_DATE".split()
)
_ALIKE = (
    frozenset("IF ONLY_IF UNLESS".split()),
    frozenset("REFUND CASH".split()), frozenset("REPLACE EXCHANGE".split()),
    frozenset("FREE WE_PAY".split()), frozenset("GIFT COMPENSATE VOUCHER DISCOUNT".split()),
    frozenset("UNUSED UNOPENED UNWASHED TAG".split()), frozenset("ONLY ONLY_IF".split()),
    frozenset("EXPRESS IMMEDIATE".split()), frozenset("PICKUP HOME SHIP".split()),
    frozenset("RETURN REFUND EXCHANGE".split()), frozenset("LIFETIME EXTEND".split()),
    # and rows of the glossary, by their first English form
    frozenset("SHIP ship deliver send post arrive receive parcel".split()),
    frozenset("FREE price fee free".split()), frozenset("UNUSED used use unused".split()),
    frozenset("EXCHANGE REPLACE exchange replace".split()),
    frozenset("RETURN REFUND return refund".split()), frozenset("RECEIPT proof invoice receipt".split()),
    frozenset(("VOUCHER", "gift card", "gift")), frozenset("order ordered".split()),
    frozenset(("free of charge", "FREE")), frozenset("say write message answer reply".split()),
    frozenset("price amount pay".split()), frozenset("CASH pay card transfer".split()), frozenset("carrier ship post".split()),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for it that the clause at `span` is left out, in natural logarithms of odds.

    `content` by what it names and the other side does or does not, `length` by how much shorter
    that is; `short` in deviations is the length alone, `sentences` whether there is room for fewer;
    `surest` is of the matter that a translation loses least; `chinese` is `to` or `from` where one is;
    `word` where a word is lost and no clause, `fewer` where a list has fewer things, `excepts`
    where an exception is named on this side alone; `brief`, 0 to 1, how short the sentence is;
    `whole` where it is one clause that names hardly anything which the other side lacks.
    """

    content: float
    length: float
    short: float
    sentences: bool
    surest: float
    chinese: str
    span: Span
    word: bool = False
    fewer: bool = False
    excepts: bool = False
    brief: float = 0.0
    whole: bool = False


def left_out(source: str, source_language: str, target: str, target_language: str) -> Span | None:
    """The clause that the target most likely lacks; None where it lacks none."""
    codes = [one.partition("-")[0] for one in (source_language, target_language)]
    if any(code not in _LENGTH for code in codes):
        return None
    if not target.strip() or not source.strip():
        return (0, len(source)) if source.strip() else None
    if codes == ["zh", "zh"]:
        return _chinese_gap(source, target)
    signs = signs_of(source, codes[0], target, codes[1], figure_spans(source, source_language))
    return signs.span if score(signs) > _SURE_ENOUGH else None


def score(signs: Signs) -> float:
    """Above 0 where the signs say that something is left out.

    The weights are those of a logistic regression over the sample shop's sentences, whole and with
    a clause cut off, and our written rounds 1 to 5 (tests/assist); that of a list, which is rare
    there, is set by hand.
    """
    # Chinese is terse, by more than its length tells.
    chinese = {"to": -0.4, "from": 2.4, "": 0.0}[signs.chinese]
    return (
        0.35 * signs.content + 0.36 * signs.length
        + 1.96 * signs.short - 0.14 * max(signs.short, 0.0) ** 2
        + 0.95 * signs.surest - 0.16 * max(signs.surest - 1.8, 0.0)
        + 6.2 * signs.sentences + 3.0 * signs.fewer + 1.05 * signs.excepts
        - 1.35 * signs.word - 2.3 * signs.brief - 1.2 * signs.whole + chinese - 6.0
    )  # fmt: skip


def signs_of(
    source: str, source_code: str, target: str, target_code: str, figured: Sequence[Span] = ()
) -> Signs:
    """The signs for the clause for which most speaks, in languages as proof_words names them.

    Words of the figures, which are compared by themselves, are no matters.
    """
    length = [
        _letters(in_figures(text, code).text) / _LENGTH[code] + _EXACT_WEIGHS * text.count("\x00")
        for text, code in ((source, source_code), (target, target_code))
    ]
    least, by_length = _SCATTER_CHINESE if "zh" in (source_code, target_code) else _SCATTER
    scatter = least + by_length / max(length[0], _LEAST_LENGTH)
    short = math.log(max(length[0], 1) / max(length[1], 1)) / scatter
    there = {key for one in _matters(plain(target), target_code) for key in one.keys}
    bare = plain(source)
    named = _named(bare, source_code, figured)
    shorn = _sentences(source, source_code) > _places(target, source_code, target_code)
    fewer = _listed(bare, source_code) > _joints(plain(target), target_code)
    surest = max(
        (-math.log(_share_lost(one)) for one in named if there.isdisjoint(one.keys)), default=0.0
    )
    chinese = "to" if target_code == "zh" else "from" if source_code == "zh" else ""
    best = Signs(0.0, 0.0, short, shorn, surest, chinese, (0, len(source)), False, fewer)
    best = replace(
        best,
        excepts=_excepts(bare, source_code, plain(target), target_code),
        brief=max(0.0, 1 - _letters(bare) / _LENGTH[source_code] / _BRIEF),
        whole=surest < _LITTLE and len(list(_clauses(bare))) == 1,
    )
    total = _letters(bare)
    for start, end, word in _stretches(bare, named, there):
        share = min(_letters(bare[start:end]) / max(total, 1), 0.9)
        if share >= _MOST_LEFT_OUT:
            continue
        content = sum(_odds(one, there) for one in named if start <= one.start < end)
        gap = -math.log(1 - share) / scatter
        odds = gap * (short - gap / 2)
        if content + odds > best.content + best.length:
            best = replace(best, content=content, length=odds, span=(start, end), word=word)
    return best


def _named(bare: str, code: str, figured: Sequence[Span]) -> list[_Matter]:
    """What a source names beside its figures."""
    return [
        one
        for one in _matters(bare, code)
        if not any(start <= one.start < end for start, end in figured)
        and not _by_a_sign(one, bare, code)
    ]


def _by_a_sign(one: _Matter, bare: str, code: str) -> bool:
    """Whether one Chinese character names it, which may be part of any word."""
    named = one.name.islower() and code == "zh"
    return named and not spelt_out(one.name, bare[one.start : one.end])


def _odds(matter: _Matter, there: set[str]) -> float:
    """How much likelier it is that the clause is left out, by what became of one matter."""
    lost = _share_lost(matter)
    if there.isdisjoint(matter.keys):
        return math.log(_LOST_WHERE_LEFT_OUT / lost)
    return math.log((1 - _LOST_WHERE_LEFT_OUT) / (1 - lost))


def _share_lost(matter: _Matter) -> float:
    return _lost().get(matter.name, _LOST_OTHERWISE)


def _stretches(
    bare: str, named: Sequence[_Matter], there: set[str]
) -> Iterator[tuple[int, int, bool]]:
    """What may be left out: a clause or several in a row, and a word or two that are lost (True)."""
    cut = list(_clauses(bare))
    for first in range(len(cut)):
        for last in range(first, min(first + 3, len(cut))):
            if last - first + 1 < len(cut):
                yield cut[first][0], cut[last][1], False
    words = [(m.start(), m.end()) for m in _WORD.finditer(bare)]
    for one in named:
        if there.isdisjoint(one.keys) and one.name not in _hinges()["en"]:
            latin = (
                end for begin, end in words if begin <= one.start < end and bare[begin] < "\u3400"
            )
            yield one.start, max([one.end, *latin]), True


def _excepts(bare: str, code: str, other: str, other_code: str) -> bool:
    """Whether an exception is named, and on the other side neither that nor a condition."""
    there = _hinges()[other_code]
    return bool(_hinges()[code]["EXCEPTION"].search(bare)) and not (
        there["EXCEPTION"].search(other) or there["CONDITION"].search(other)
    )


def _sentences(text: str, code: str) -> int:
    return len((_CHINESE_END if code == "zh" else _END).findall(text))


def _places(text: str, source_code: str, target_code: str) -> int:
    """How many sentences of the source a text has room for: Chinese joins them by commas."""
    if "zh" not in (source_code, target_code):
        return len(_END.findall(text))
    return max(0, len([part for part in _PAUSES.split(text) if part.strip()]) - 1)


def _listed(bare: str, code: str) -> int:
    """How often a list of three or more is parted: two for `name, telephone and address`."""
    lists = (_LIST_CHINESE if code == "zh" else _LIST).findall(bare)
    return max((_joints(one, code) for one in lists), default=0)


def _joints(bare: str, code: str) -> int:
    return len((_JOINT_CHINESE if code == "zh" else _JOINT).findall(bare))


@dataclass(frozen=True, slots=True)
class _Matter:
    name: str
    start: int
    end: int
    keys: frozenset[str]


@lru_cache(maxsize=2048)
def _matters(bare: str, code: str) -> tuple[_Matter, ...]:
    """What a text names, by words that other languages have too."""
    found = [
        _Matter(word.matter, word.start, word.end, _alike(word.matter))
        for word in words_of(bare, code)
        if word.matter not in _SAYS_LITTLE
    ]
    for match in _WORD.finditer(bare):
        rows = [key for key in matters_of(match[0], code) if key.startswith("#")]
        if code == "zh":
            found += [_Matter(name, *match.span(), _alike(name)) for name in map(named_row, rows)]
        elif rows:
            named = [named_row(row) for row in rows]
            keys = frozenset().union(*map(_alike, named))
            found.append(_Matter(named[0], *match.span(), keys))
    for name, pattern in _hinges()[code].items():
        found += [
            _Matter(name, *match.span(), frozenset({name})) for match in pattern.finditer(bare)
        ]
    return tuple(dict.fromkeys(found))


@cache
def _alike(name: str) -> frozenset[str]:
    """A matter with those that another language may name in its place."""
    return frozenset({name}).union(*(group for group in _ALIKE if name in group))


@cache
def _hinges() -> dict[str, dict[str, re.Pattern[str]]]:
    hinges: dict[str, dict[str, re.Pattern[str]]] = {}
    language = ""
    for line in resource("mirror", "hinges.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            language = line.strip("[]")
            hinges[language] = {}
        elif line and not line.startswith("#"):
            name, _, pattern = line.partition(" ")
            hinges[language][name] = re.compile(pattern)
    return hinges


@cache
def _lost() -> dict[str, float]:
    """How often what a text names is not named in a faithful translation."""
    lost = {}
    for line in resource("mirror", "lost.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, _, share = line.rpartition(" ")
            lost[name] = float(share)
    return lost


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
    figured = in_figures(source, "zh"), in_figures(target, "zh")
    a, b = (plain(one.text) for one in figured)
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    best, span = 0, None
    for kind, first, last, begin, end in matcher.get_opcodes():
        over = len(re.findall(r"\w", a[first:last])) - len(re.findall(r"\w", b[begin:end]))
        if kind in {"delete", "replace"} and over > best:
            best, span = over, figured[0].span(first, last)
    shorter = len(re.findall(r"\w", a)) - len(re.findall(r"\w", b))  # else it only moved
    return span if best >= _LEAST_CHINESE_GAP and shorter >= _LEAST_CHINESE_GAP - 1 else None

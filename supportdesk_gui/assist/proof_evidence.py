"""What a draft may rest on: the figures, names and clauses of passages and of the ticket."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache

from supportdesk_gui.assist.proof_calendar import with_days_between
from supportdesk_gui.assist.proof_clauses import Clause, clauses
from supportdesk_gui.assist.proof_denied import Words, affirmed_and_denied
from supportdesk_gui.policies.policy_sentences import sentence_spans
from supportdesk_gui.text.clock_words import clocks_in_figures
from supportdesk_gui.text.figures import Figure, FigureKind, Key, amount_keys, figures, span_keys
from supportdesk_gui.text.fractions import fractions
from supportdesk_gui.text.numerals import in_figures
from supportdesk_gui.text.plain import plain

_TOKEN = re.compile(r"[^\W_]+")
_LONGEST_SENTENCE = 600
_ENDS = re.compile(r"\s*(?:[.,;!?)。，；！]|$)")
_ONE_ALONE = re.compile(r"[, ](uno|una|one|eins|eines|einer|un|une)(?=\s*[.;,!])")
_SENTENCE_END = re.compile(r"[.!?](?=\s)")
_SIZES = (
    (re.compile(r"year|jahr|ano\b|anos|ans?\b|annee|年"), 12),
    (re.compile(r"week|woche|seman|semaine|周|星期|礼拜"), 7),
    (re.compile(r"hour|stund|hora|heure|小时"), 60),
)
_CENTS_ALONE = re.compile(
    r"(?<![\d.,] )(?<![\d.,])\b(\d\d?)[ -]?(?:cents?|ct|pence|centimos|centimes|centavos|rappen)\b"
)
_SO_LONG = re.compile(r"\d{1,2} ?h ?\d\d\b")
_COIN = re.compile(r"\bcent|\bct\b|\bpence\b|\brappen\b")
_MONIES = ("EUR", "$", "GBP", "CHF")
_PRICE_BEFORE = re.compile(r"[价费]格?的$")
_PRICE_BEHIND = re.compile(
    r" (?:of|des|du|del) (?:the |your |our )?(?:(?:full|usual|original|regular|normal|ursprunglichen) )?(?:price|preises|prix|precio|normalpreises|listenpreises|kaufpreises)\b"
)
_FROM_DAY = re.compile(
    r"\b(?:from|as of) (?:day (\d+)|the (\d+)(?:st|nd|rd|th) day)|\bab (?:dem )?(\d+)\. tag\b"
    r"|\ba partir (?:del (?:dia (\d+)|(\d+)\.? ?[oº]? dia)|du (\d+)e (?:jour)?)|第(\d+)[天日]起"
)
_DAY = re.compile(r"\b(?:day|tag|dia|jour) $")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)?")
# What is paid or done once in so long names that length of time as well.
_EVERY = (
    (re.compile(r"\b(?:annual\w*|yearly|per year|(?:each|every|a) year|jahrlich\w*|(?:pro|im) jahr|jahres\w+|annuel\w*|par an|"
                r"chaque annee|anual\w*|(?:al|por|cada) ano)\b|年费|每年|包年|年租|一年"), "month", 12),
    (re.compile(r"\b(?:monthly|per month|(?:each|every|a) month|monatlich\w*|(?:pro|im) monat|monats\w+|mensuel\w*|par mois|"
                r"chaque mois|mensual\w*|(?:al|por|cada) mes)\b|月费|每月|包月|月租|一个月"), "month", 1),
    (re.compile(r"\b(?:weekly|per week|(?:each|every|a) week|wochentlich\w*|(?:pro|in der) woche|hebdomadaire\w*|par semaine|"
                r"semanal\w*|(?:a la|por|cada) semana)\b|每周|每星期|周租|一周"), "day", 7),
    (re.compile(r"\b(?:daily|per day|(?:each|every|a) day|taglich\w*|(?:pro|am) tag|par jour|diari\w*|(?:al|por|cada) dia)\b|每天|每日|日租|按天|一天"), "day", 1),
    (re.compile(r"\b(?:hourly|per hour|(?:each|every|an) hour|stundlich\w*|(?:pro|die) stunde|(?:par|de l')heure|(?:la|por|cada) hora)\b|每小时"), "minute", 60),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text with all that is looked for in it. `sentences` are (start, end) spans.

    `affirmed` and `denied` are its words by assist/proof_denied.py.
    """

    text: str
    bare: str
    sentences: tuple[tuple[int, int], ...]
    figures: tuple[Figure, ...]
    clauses: tuple[Clause, ...]
    tokens: frozenset[str]
    proper: frozenset[str]
    by_sentence: dict[tuple[int, int], list[Clause]]
    affirmed: Words
    denied: Words


def _with_left_out(bare: str, found: Sequence[Figure]) -> Iterator[Figure]:
    """The figures, and those whose unit is not said again: "two years, lenses one", "60 € make 54"."""
    last: Figure | None = None
    for one in found:
        yield one
        if one.kind in (FigureKind.DURATION, FigureKind.AMOUNT):
            last = one
        elif last is None or one.kind is not FigureKind.NUMBER or not _ENDS.match(bare, one.end):
            continue
        elif last.kind is FigureKind.DURATION:
            yield _like(last, one.value, one, bare)
        else:
            keys = amount_keys(last.unit, one.value)
            yield Figure(last.kind, keys, one.start, one.end, one.value, last.unit)
    for match in _ONE_ALONE.finditer(bare):
        before = [
            one for one in found if one.kind is FigureKind.DURATION and one.end <= match.start()
        ]
        if before and not _SENTENCE_END.search(bare, before[-1].end, match.start()):
            at = Figure(FigureKind.NUMBER, frozenset(), match.start(1), match.end(1), Decimal(1))
            yield _like(before[-1], Decimal(1), at, bare)


def _like(last: Figure, value: Decimal, at: Figure, bare: str) -> Figure:
    """A length of time in the unit of the last one."""
    said = bare[last.start : last.end]
    size = next((size for pattern, size in _SIZES if pattern.search(said)), 1)
    keys = span_keys(last.unit, value * size)
    return Figure(FigureKind.DURATION, keys, at.start, at.end, value * size, last.unit)


@lru_cache(maxsize=4096)
def read(text: str, language: str) -> ReadText:
    """What stands in a text; the same passages come with every draft."""
    return _read(text, language, _all_bounded(text, sentence_spans(text)), spread=True)


@lru_cache(maxsize=1024)
def read_sentence(text: str, language: str) -> ReadText:
    """What stands in one sentence; the unchanged ones of a draft are read once."""
    return _read(text, language, _all_bounded(text, [(0, len(text))]), spread=False)


def _all_bounded(text: str, spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    return tuple(part for span in spans for part in _bounded(text, *span))


def _bounded(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The sentence in one, or in parts in which no clause of ordinary length is lost."""
    while stop - start > _LONGEST_SENTENCE:
        pause = max(text.rfind(mark, start, start + _LONGEST_SENTENCE) for mark in ", ，;；、")
        end = pause + 1 if pause > start else start + _LONGEST_SENTENCE
        yield start, end
        start = end
    yield start, stop


def _read(
    text: str, language: str, spans: tuple[tuple[int, int], ...], *, spread: bool
) -> ReadText:
    bare = plain(text)
    stated = with_days_between(_stated(text, bare, language), bare, spread=spread)
    found = _with_shares(bare, language, list(_with_left_out(bare, stated)))
    cut = tuple(clauses(text, language, spans, found))
    by_sentence: dict[tuple[int, int], list[Clause]] = {}
    for clause in cut:
        by_sentence.setdefault(clause.sentence, []).append(clause)
    return ReadText(
        text, bare, spans, found, cut, frozenset(_TOKEN.findall(bare)),
        frozenset(plain(word) for word in _TOKEN.findall(text) if not word[0].islower()),
        by_sentence, *affirmed_and_denied(bare, cut),
    )  # fmt: skip


def _stated(text: str, bare: str, language: str) -> list[Figure]:
    """The figures of a text, with its times of day and small change in words."""
    coins = list(_small_change(bare, language))
    found = figures(clocks_in_figures(text, language), language)
    found = [one for one in found if not any(coin.start <= one.start < coin.end for coin in coins)]
    return sorted(
        [*coins, *(_of_either_half(one, bare) for one in found)], key=lambda one: one.start
    )


def _of_either_half(figure: Figure, bare: str) -> Figure:
    """A time of day in words, which may be of the morning or of the evening."""
    times = {key for key in figure.keys if key[0] == "time"}
    if _SO_LONG.match(bare, figure.start):  # "8 h 30" is so long as well
        return replace(figure, keys=figure.keys | {("span", "", one[2]) for one in times})
    if not times or bare[figure.start].isdecimal():
        return figure
    later = {("time", "", (minutes + 720) % 1440) for _, _, minutes in times}
    return replace(figure, keys=figure.keys | later)


def _small_change(bare: str, language: str) -> Iterator[Figure]:
    """ "Fifty cents" alone: half of whatever the money is."""
    if not _COIN.search(bare):
        return
    figured = in_figures(bare, language)
    for match in _CENTS_ALONE.finditer(figured.text):
        value = Decimal(match[1]) / 100
        keys = frozenset(("amount", unit, value) for unit in _MONIES)
        start, end = figured.span(*match.span())
        yield Figure(FigureKind.AMOUNT, keys, start, end, value, "cent")


def _with_shares(bare: str, language: str, found: list[Figure]) -> tuple[Figure, ...]:
    """The figures, and shares in words as per cent (a third is 33 as well).

    The numbers in `三分之一` are no figures of their own; half an hour is no share.
    """
    found = [_of_the_price(one, bare) for one in found]
    for start, end, value in fractions(bare, language):
        across = [one for one in found if one.start < end and start < one.end]
        if all(one.kind is FigureKind.NUMBER for one in across):
            keys = frozenset(("percent", "", round(value, places)) for places in (0, 1, 2))
            share = Figure(FigureKind.PERCENTAGE, keys, start, end, value, "%")
            found = [one for one in found if one not in across] + [share]
    return tuple(sorted(found, key=lambda one: one.start))


def _of_the_price(figure: Figure, bare: str) -> Figure:
    """ "95 % of the price" is 5 % off as well."""
    if figure.kind is not FigureKind.PERCENTAGE or not (
        _PRICE_BEFORE.search(bare, max(0, figure.start - 6), figure.start)
        or _PRICE_BEHIND.match(bare, figure.end)
    ):
        return figure
    return replace(figure, keys=figure.keys | {("percent", "", 100 - figure.value)})


def _counted(figure: Figure) -> Iterator[Decimal]:
    """The number of a length of time as it is written: "after four" may be the four years."""
    larger = {"minute": (60, 1440), "day": (7,), "month": (12,)}.get(figure.unit, ())
    yield from (figure.value / size for size in larger if figure.value % size == 0)


def _in_other_units(figure: Figure) -> Iterator[Key]:
    """60 days as two months, a year as 365 days."""
    days = figure.value / 1440 if figure.unit == "minute" else figure.value
    if figure.unit == "month":
        yield from span_keys("day", figure.value * 30)
        if figure.value == 12:
            yield from span_keys("day", Decimal(365))
    elif figure.unit in {"day", "minute"} and days >= 15:
        if days % 15 == 0:
            yield from span_keys("month", days / 30)
        elif days == 365:
            yield from span_keys("month", Decimal(12))


@dataclass(slots=True)
class Evidence:
    """Several texts taken together."""

    texts: list[ReadText] = field(default_factory=list)
    keys: set[Key] = field(default_factory=set)
    numbers: set[Decimal] = field(default_factory=set)
    tokens: set[str] = field(default_factory=set)
    proper: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, texts: Iterable[ReadText]) -> Evidence:
        """The evidence of these texts."""
        made = cls()
        for text in texts:
            made._add(text)
        return made

    def _add(self, text: ReadText) -> None:
        self.texts.append(text)
        self.tokens |= text.tokens
        self.proper |= text.proper
        for figure in text.figures:
            self.keys |= figure.keys
            if figure.value:
                self.numbers |= {figure.value, *_counted(figure)}
            for kind, _, value in figure.keys:
                if kind == "date":
                    self.keys.add(("day", "", value % 100))
            if figure.kind is FigureKind.NUMBER and _DAY.search(
                text.bare, max(0, figure.start - 6), figure.start
            ):
                self.keys |= span_keys("day", figure.value)  # "on day three"
            if figure.kind is FigureKind.DURATION:
                self.keys |= set(_in_other_units(figure))
        for pattern, unit, often in _EVERY:
            if pattern.search(text.bare):
                self.keys |= span_keys(unit, Decimal(often))
        for match in _FROM_DAY.finditer(text.bare):
            day = next(int(one) for one in match.groups() if one)
            self.keys |= span_keys("day", Decimal(day - 1))  # until then it is 14 days
        for match in _DIGITS.finditer(text.bare):
            self.numbers.add(Decimal(match[0].replace(",", ".")))

    @property
    def figures(self) -> Sequence[Figure]:
        """All figures of the texts."""
        return [figure for text in self.texts for figure in text.figures]

    def holds(self, figure: Figure) -> bool:
        """Whether the figure stands in one of the texts, however it is written."""
        if figure.kind is FigureKind.DATE:
            return self._holds_date(figure)
        if figure.kind is FigureKind.NUMBER:
            return figure.value in self.numbers
        if figure.kind is FigureKind.CODE:
            return self._holds_code(next(iter(figure.keys))[1])
        if figure.kind is FigureKind.URL:
            return self._holds_address(next(iter(figure.keys))[1])
        return not self.keys.isdisjoint(figure.keys)

    def _holds_date(self, figure: Figure) -> bool:
        """A year has to agree where both name one; a month alone is that of any date in it."""
        dated = {key for key in figure.keys if key[0] == "date" and key[1]}
        for key in figure.keys - dated:
            if key not in self.keys:
                continue
            years = {one for one in self.keys if one[0] == "date" and one[1] and one[2] == key[2]}
            if not dated or not years or dated & years:
                return True
        if self._holds_day_alone(figure):
            return True
        months = {int(key[2]) for key in figure.keys if key[0] == "month"}
        return any(key[0] == "date" and int(key[2]) // 100 in months for key in self.keys)

    def _holds_day_alone(self, figure: Figure) -> bool:
        """Whether one text names the day ("on the 20th") and some date has the month."""
        return any(
            key[0] == "date"
            and ("day alone", "", key[2] % 100) in self.keys
            and any(one[0] == "date" and one[2] // 100 == key[2] // 100 for one in self.keys)
            for key in figure.keys
        )

    def _holds_code(self, code: str) -> bool:
        """A number without its letters is still that number."""
        known = [key[1] for key in self.keys if key[0] == "code"]
        if any(one == code or (len(code) > 3 and one.endswith(code)) for one in known):
            return True
        return code.lower() in self.tokens

    def _holds_address(self, address: str) -> bool:
        """An address, or the site that a known one leads to."""
        known = [key[1] for key in self.keys if key[0] == "url"]
        return any(one == address or one.startswith(f"{address}/") for one in known)

"""A text cut into clauses, each with what it grants, what it refuses and what it is about.

A clause is generous where it grants a benefit or takes a burden away ("no fee"), stingy where
it refuses a benefit or lays a burden on. What it is about are its content words, as
policies/glossary.py compares them across languages.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from supportdesk_gui.assist.proof_words import ACTS, BENEFITS, BURDENS, Word, words_of
from supportdesk_gui.policies.glossary import matters_of
from supportdesk_gui.text.figures import Figure, Key
from supportdesk_gui.text.plain import plain
from supportdesk_gui.text.tokens import STOP_WORDS

Spans = Sequence[tuple[int, int]]

_CUT = re.compile(
    r"[;()–—，；：。]|:(?!\d)|,(?=\s|[^\d\s])|(?<=[\u3400-\u9fff]),|\s-\s|\b(?:but|however|because|since|unless|although|though|whereas|"
    r"while|rather than|instead of|plutot que|au lieu de|en lugar de|en vez de|anstatt|statt|aber|jedoch|weil|denn|sondern|mais|puisque|pero|porque|ya que|sino|and|und|et|y)\b"
)
_NOT_THAT = re.compile(
    r"\s*(?:but not|aber nicht|mais pas|pero no|not|nicht|pas|no) (?:the|on|for|die|der|das|den|les?|la|los|las|el|\w+)\b"
)
_SHORT_LIST = 7
_JOINING = frozenset({"and", "und", "et", "y"})
_WORD = re.compile(r"[\u3400-\u9fff]+|[^\W\d_\u3400-\u9fff]{3,}")
_CJK = re.compile(r"[\u3400-\u9fff]")
_SHORT_PIECE = 3
_NEAR = 12
_BEGINNING = 4
_LEAST_FOR_BEGINNING = 5
# Words of nearly every sentence about an order tell nothing of what it is about.
_COMMON = frozenset(
    """order orders item items article articles product products customer delivery purchase days day
    week month year within after before bestellung artikel ware produkt kauf erhalt lieferung tage
    tagen woche wochen monat monate jahr jahre innerhalb binnen nach vor commande achat produit
    produits jours jour semaine semaines mois reception livraison dans apres avant pedido compra
    producto productos articulos articulo dias dia semana semanas mes meses ano anos entrega dentro
    please thank thanks bitte danke merci gracias you your ihre ihren ihnen vous votre vos usted tu
    like would could just get got say see let know want here there case time kann konnen puede pouvez
    consequent par therefore hence thus hereby daher somit folglich deshalb consecuencia consiguiente
    que hace falta need needed required necessary notig erforderlich necessaire besoin necesario necesita
    las los una haben sind wird werden""".split()
)
_COMMON_WEIGHT = 0.25
_CJK_STOP = frozenset(
    "的了是在我您你们可以会将请与和或也都不有为于到就这那个后内前起及并即能需须还再又被把给很吗呢吧啊哦之其此等"
)
_CJK_UNITS = frozenset("元块天年月日号次件张个位分周时")
_CJK_COMMON = re.compile("订单|商品|收到|收货|签收|购买|付款后|以内|之内|天内|客服|谢谢|您好|抱歉")


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause at characters `start` to `end`, of the sentence at `sentence`.

    `matters` are the words it names (assist/proof_words.py), `generous` and `stingy` those that it
    grants and refuses; `negative` where it negates or excludes. `terms` are its content
    words, each with the keys it is compared by: `lone` those with one key, `joined` the others.
    `context` are the keys of its sentence's other clauses.
    """

    language: str
    start: int
    end: int
    sentence: tuple[int, int]
    matters: frozenset[str]
    generous: frozenset[str]
    stingy: frozenset[str]
    negative: bool
    terms: tuple[tuple[tuple[str, float], ...], ...]
    keys: frozenset[str]
    context: frozenset[str]
    lone: dict[str, float]
    joined: tuple[tuple[tuple[str, float], ...], ...]
    keys_of_figures: frozenset[Key] = frozenset()


def clauses(
    text: str, language: str, sentences: Spans, figures: Sequence[Figure] = ()
) -> list[Clause]:
    """The clauses of the sentences at `sentences`, in their order, with the keys of `figures`."""
    bare = plain(text)
    begins = [one.start for one in figures]
    found: list[Clause] = []
    for start, end in sentences:
        words = _denied_once(words_of(bare[start:end], language), bare[start:end])
        pieces = list(_pieces(bare, start, end, words, language))
        about = _without(bare, start, end, words)
        terms = [terms_of(about[first - start : last - start], language) for first, last in pieces]
        context = frozenset(name for piece in terms for term in piece for name, _ in term)
        for (first, last), own in zip(pieces, terms, strict=True):
            inside = [word for word in words if first <= word.start + start < last]
            held = [
                one.keys for one in figures[bisect_left(begins, first) : bisect_left(begins, last)]
            ]
            made = _clause(language, (first, last), (start, end), inside, own, context)
            made = replace(made, keys_of_figures=frozenset().union(*held))
            if found and found[-1].sentence == (start, end):
                made = _elided(made, found[-1], bare)
            found.append(made)
    return found


def _elided(clause: Clause, before: Clause, bare: str) -> Clause:
    """ "We refund the price, not the fee": what is granted of the one is refused of the other."""
    if not _NOT_THAT.match(bare, clause.start, clause.end) or clause.matters & BENEFITS:
        return clause
    refused = before.generous - {"ALLOW"}
    if before.negative or not refused or len(bare[clause.start : clause.end].split()) > _SHORT_LIST:
        return clause
    return replace(clause, stingy=refused, generous=frozenset(), negative=True)


def _denied_once(words: list[Word], sentence: str) -> list[Word]:
    """Without the second half of a denial: `no le cobraremos nada`, `ne vous facturons rien`."""
    denials = [
        one for one in words
        if one.matter in {"FREE", "NOT_NEEDED"} and sentence.startswith(("no ", "ne ", "n'"), one.start)
    ]  # fmt: skip
    return [
        one for one in words
        if one.matter != "NEG"
        or not any(0 <= one.start - denial.end <= _NEAR for denial in denials)
    ]  # fmt: skip


def _without(bare: str, start: int, end: int, words: list[Word]) -> str:
    """The sentence without what it grants or refuses, so that what it is about is left."""
    signs = list(bare[start:end])
    for word in words:
        if word.matter in ACTS or word.matter == "UNLESS":
            signs[word.start : word.end] = " " * (word.end - word.start)
    return "".join(signs)


def _clause(
    language: str, span: tuple[int, int], sentence: tuple[int, int], words: list[Word],
    terms: tuple[tuple[tuple[str, float], ...], ...], context: frozenset[str],
) -> Clause:  # fmt: skip
    code = language.partition("-")[0]
    matters = frozenset(word.matter for word in words)
    negative = "EXCL" in matters or any(
        word.matter == "NEG" and not _of_condition(word, words, code) for word in words
    )
    benefits, burdens = matters & BENEFITS, matters & BURDENS
    if benefits & {"FREE", "WE_PAY", "REFUND", "DISCOUNT"}:
        burdens = burdens - {"FEE"}  # it says what is free or paid back
    if burdens:
        benefits = benefits - {"FULL"}  # "charged in full"
    generous, stingy = (burdens, benefits) if negative else (benefits, burdens)
    if "SADLY" in matters:
        generous = frozenset()  # who is sorry grants nothing
    if negative and "NOT_NEEDED" in matters:
        stingy = stingy - {"ALLOW"}
    if _is_condition(words, span, sentence, code):
        generous = stingy = frozenset()
    keys = frozenset(name for term in terms for name, _ in term)
    return Clause(
        code,
        *span,
        sentence,
        matters,
        generous,
        stingy,
        negative,
        terms,
        keys,
        context - keys,
        {term[0][0]: term[0][1] for term in terms if len(term) == 1},
        tuple(term for term in terms if len(term) > 1),
    )


def _is_condition(
    words: list[Word], span: tuple[int, int], sentence: tuple[int, int], language: str
) -> bool:
    """Whether the clause only says when another of its sentence holds: "if you return it"."""
    if span[1] >= sentence[1] - 1 and span[0] == sentence[0]:
        return False
    reach = span[1] if language == "zh" else span[0] + _NEAR
    return any(word.matter == "IF" and word.start + sentence[0] <= reach for word in words)


def _of_condition(word: Word, words: list[Word], language: str) -> bool:
    """Whether a negation is of the case and not of the grant: right behind an "if", before 也可以."""
    if language == "zh":
        return any(other.matter == "EVEN_IF" and other.start >= word.end for other in words)
    return any(
        0 <= word.start - other.end <= (1 if other.matter == "WHO" else _NEAR)
        for other in words
        if other.matter in {"IF", "ONLY_IF", "EVEN_IF", "WHO"}
    )


def _pieces(
    bare: str, start: int, end: int, words: list[Word], language: str
) -> Iterator[tuple[int, int]]:
    """The sentence cut at its pauses; a short piece that names nothing goes with the next."""
    first = start
    acts = [word.start + start for word in words if word.matter in BENEFITS | BURDENS - {"ALLOW"}]
    for match in _CUT.finditer(bare, start, end):
        joins = match[0] in _JOINING
        if joins and not (
            any(first <= act < match.start() for act in acts)
            and any(match.end() <= act for act in acts)
        ):
            continue
        piece = bare[first : match.start()]
        size = len(_CJK.findall(piece)) / 2 if language.startswith("zh") else len(piece.split())
        named = any(
            first <= word.start + start < match.start() and word.matter != "ALL" for word in words
        )
        spans = any(
            word.start + start < match.start() and match.end() < word.end + start for word in words
        )
        if (size <= _SHORT_PIECE and not named) or spans:
            continue
        if piece.strip():
            yield first, match.start()
        first = match.end() if match[0].strip() in {*";:()–—，；：。,-"} else match.start()
    if bare[first:end].strip():
        yield first, end


@lru_cache(maxsize=4096)
def terms_of(bare: str, language: str) -> tuple[tuple[tuple[str, float], ...], ...]:
    """The content words of a text in plain spelling, each with its keys and how much they tell."""
    code = language.partition("-")[0]
    found: list[tuple[tuple[str, float], ...]] = []
    for match in _WORD.finditer(bare):
        word = match[0]
        if _CJK.match(word):
            found += _chinese_terms(word)
        elif word not in STOP_WORDS:
            weight = _COMMON_WEIGHT if word in _COMMON else 1.0
            keys = [(key, weight) for key in matters_of(word, "en" if code == "zh" else code)]
            if len(word) >= _LEAST_FOR_BEGINNING and weight == 1.0:
                keys.append((f"^{word[:_BEGINNING]}", 0.5))
            found.append(tuple(keys))
    return tuple(dict.fromkeys(found))


def _chinese_terms(run: str) -> Iterator[tuple[tuple[str, float], ...]]:
    """Words of the glossary, pairs of characters, and single ones for what is put otherwise."""
    for part in filter(None, _CJK_COMMON.sub(" ", run).split()):
        for key in matters_of(part, "zh"):
            yield ((key, 0.6),)
        for at in range(len(part) - 1):
            pair = part[at : at + 2]
            if not _CJK_STOP & set(pair):
                yield ((pair, 0.8),)
        for sign in dict.fromkeys(part):
            if sign not in _CJK_STOP and sign not in _CJK_UNITS:
                yield ((sign, 0.35),)


def shared(one: Clause, other: Clause, context: float = 0.3) -> float:
    """How much the first clause speaks of what the other one does; its context counts less."""
    lone = one.lone
    total = sum(map(lone.__getitem__, lone.keys() & other.keys))
    total += context * sum(map(lone.__getitem__, lone.keys() & other.context))
    for term in one.joined:
        best = 0.0
        for name, weight in term:
            if name in other.keys:
                best = max(best, weight)
            elif name in other.context:
                best = max(best, weight * context)
        total += best
    return total

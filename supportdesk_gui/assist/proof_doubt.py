"""How much speaks for it that a sentence promises what the passages do not: one score for all.

Each sign alone is weak: the sentence says yes, we do it, the customer asked for just that, and
the likest passage sentence denies what it affirms. Together they find promises that no list of
words has, and they judge the rules: what a rule marks stays marked where the signs do not speak
against it. The weights are those of a logistic regression over our own written drafts
(tests/benchmarks/fit_doubt.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from supportdesk_gui.assist.proof_clauses import Clause, shared
from supportdesk_gui.assist.proof_evidence import Evidence, ReadText
from supportdesk_gui.assist.proof_figures import ClaimKind, Unsupported
from supportdesk_gui.assist.proof_granted import Granted
from supportdesk_gui.assist.proof_words import REQUIREMENTS
from supportdesk_gui.text.figures import Figure, FigureKind

_YES = {
    "en": r"\b(?:of course|sure|certainly|absolutely|gladly|no problem|no worries|good news|happy to|glad to|delighted|by all means|yes|don't worry|not to worry|you bet|rest assured)\b",
    "es": r"\b(?:claro|por supuesto|desde luego|sin problema|ningun problema|no hay (?:problema|inconveniente)|si,|con (?:mucho )?gusto|encantad\w+|buenas noticias|faltaria mas|no se preocupe|no te preocupes|tranquil\w+)\b",
    "fr": r"\b(?:bien sur|bien entendu|evidemment|naturellement|certainement|sans (?:probleme|souci)|pas de (?:souci|probleme)|aucun (?:souci|probleme)|oui|volontiers|avec plaisir|bonne nouvelle|rassurez-vous|soyez rassure\w*|tout a fait|comme convenu)\b",
    "de": r"\b(?:naturlich|selbstverstandlich|gern\w*|klar|sicher|kein problem|ja|keine sorge|gute nachricht\w*|aber ja|gar kein problem|wie gewunscht)\b",
    "zh": r"当然|没问题|冇问题|没关系|可以的|放心|不用担心|好消息|好的|没事|行的|唔紧要|不要紧",
}
_WE = {
    "en": r"\b(?:we|i|we'll|i'll|we've|i've|we're|i'm|we'd|i'd|our \w+)\b",
    "es": r"\b\w{3,}(?:amos|emos|imos)\b|\b(?:le|te|les|os|se)(?: l[oae]s?)? \w{3,}(?:re|ra|ran|o)\b|\bnuestr[oa]s?\b|\bvoy a\b",
    "fr": r"\b(?:nous|on|je)\b|\bj'|\bnos\b|\bnotre\b",
    "de": r"\b(?:wir|ich|unser\w*)\b",
    "zh": r"我(?!们?收到)|师傅|专员|(?:为|(?<![退寄发还])给|帮|替)[您你]|本店|客服",
}
_REASON = {
    "en": r"\b(?:because|since|as|so|given that|therefore|which means)\b",
    "es": r"\b(?:porque|como|ya que|puesto que|dado que|al (?:ser|estar|tratarse)|asi que|por lo tanto|de modo que)\b",
    "fr": r"\b(?:car|comme|puisque|parce|etant|donc|vu que)\b",
    "de": r"\b(?:weil|da|denn|also|daher|somit|deshalb)\b",
    "zh": r"因为|由于|所以|因此|属于|既然|才",
}
_GREETED = frozenset(
    """hi hello hey dear hol hola buen buena estimad querid bonjour bonsoir hallo lieb gut tag moin
    servu guten good morn afternoon""".split()
)
_BOUNDS = frozenset({"IF", "ONLY_IF", "UNLESS", "ONLY", "UNTIL", "ONCE"}) | REQUIREMENTS
_ADDS = frozenset({"ALSO", "EVEN_IF", "REGARDLESS", "ALL", "ANYTIME", "CONCEDE"})
_GIVES = frozenset("FREE WE_PAY GIFT DISCOUNT VOUCHER REFUND COMPENSATE GRACE".split())
_GIFTS = frozenset("GIFT DISCOUNT VOUCHER COMPENSATE".split())
_POLITE = frozenset({"COURTEOUS", "SADLY"})
_NAMED = (FigureKind.CODE, FigureKind.URL)
_TELLING = 0.5
_SHORT = 2.0
_CLOSERS = " .!。！,，"
_MOST_WORDS = 0.6
_MOST = 12
_SURNAME_FIRST = re.compile(r"[\u3400-\u9fff]{3}$")


@dataclass(frozen=True, slots=True)
class Doubt:
    """What speaks for a promise that nothing supports, and against it; most 0 or 1.

    `yes`, `we`, `reasons` by words of the sentence, which `greets`, is `polite`, `asks`; `adds` a
    case, `grants` or `gives` something, a gift that is `unheard` of, `bounds` it. `figure` it has, `held` by a passage, or
    `compares` with one. `length` counts its words to a dozen, `alike` is the share of them in the
    likest passage sentence. Where it denies nothing itself, `told` is the share that it has of a
    passage sentence that does, and `wished` counts to two the words that only such sentences and
    the customer have. `waives`: it does without something and no passage does; `granted`: a
    passage grants the same.
    """

    yes: float
    we: float
    reasons: float
    greets: float
    polite: float
    asks: float
    adds: float
    grants: float
    gives: float
    unheard: float
    bounds: float
    figure: float
    held: float
    compares: float
    length: float
    alike: float
    told: float
    wished: float
    waives: float
    granted: float


_WEIGHTS = Doubt(
    yes=1.74, we=2.01, reasons=-0.61, greets=-2.56, polite=-2.74, asks=-1.84, adds=3.19,
    grants=2.90, gives=0.88, unheard=1.65, bounds=-0.91, figure=-0.85, held=-1.71,
    compares=-1.79, length=-0.81, alike=-2.25, told=3.56, wished=1.86, waives=4.77,
    granted=-2.00,
)  # fmt: skip
_CONSTANT = -3.37
_BY_RULE = -1.0
"""From this score on what a rule marks stays marked."""
ALONE = 2.0
"""From this score on a sentence is marked that no rule does."""


def weighed(
    said: ReadText, marked: Sequence[Unsupported], signs: Doubt | None
) -> list[Unsupported]:
    """Of what the rules have `marked` in a sentence what stays; the whole of it where only the
    signs speak for a promise. Where there are no signs the rules decide."""
    if signs is None:
        return list(marked)
    if marked:
        return list(marked) if score(signs) > _BY_RULE else []
    if score(signs) <= ALONE:
        return []
    kind = ClaimKind.CONDITION if signs.adds else ClaimKind.PROMISE
    return [Unsupported(kind, said.clauses[0].start, said.clauses[-1].end)]


def score(signs: Doubt) -> float:
    """How much more likely than not, as a logarithm, a promise that nothing supports is."""
    pairs = zip(astuple(signs), astuple(_WEIGHTS), strict=True)
    return float(sum(value * weight for value, weight in pairs)) + _CONSTANT


def signs_of(
    said: ReadText, known: Granted, ours: Evidence, asked: frozenset[str], requester: str
) -> Doubt | None:
    """The signs of one sentence; None where the passages hold it word for word or are in another
    language. `asked` are the beginnings of the customer's words, `requester` in plain spelling."""
    found = said.clauses
    if not found or found[0].language not in _CUES or known.languages != {found[0].language}:
        return None
    if known.quoted(said.bare.strip(_CLOSERS)):
        return None
    yes, we, reasons = (one.search(said.bare) is not None for one in _CUES[found[0].language])
    matters = frozenset().union(*(one.matters for one in found))
    near = known.near(found)
    words, denying = said.likened[0]
    like = known.likeness(words)
    total = _telling(found)
    generous = frozenset(m for one in found for m in one.generous) - {"ALLOW"}
    waives = _waives(found, known) and not any("NOT_NEEDED" in one.matters for one in near)
    figures = [one for one in said.figures if one.kind not in _NAMED]
    held = [one for one in figures if ours.holds(one)]
    return Doubt(
        yes=yes,
        we=we,
        reasons=reasons,
        greets=_greets(said, requester),
        polite=bool(matters & _POLITE),
        asks=bool(matters & {"ASKS", "PLEASE", "RESTATE"}),
        adds=_adds(found, near, generous, total) or ("INCLUDES" in matters and like.denies),
        grants=any(one.generous for one in found),
        gives=bool(matters & _GIVES),
        unheard=bool(generous & _GIFTS) and known.heard.isdisjoint(_GIFTS),
        bounds=bool(matters & _BOUNDS),
        figure=any(one.kind is not FigureKind.NUMBER for one in said.figures),
        held=bool(held),
        compares="COMPARE" in matters or _compares(figures, held),
        length=min(len(words), _MOST) / _MOST,
        alike=0.0 if waives else like.alike,
        told=0.0 if denying else like.told,
        wished=0.0 if denying else min(len(like.left & asked), 2) / 2,
        waives=waives,
        granted=not waives and _granted(generous, near, known if held and total < _SHORT else None),
    )


def _adds(
    found: Sequence[Clause], near: Sequence[Clause], generous: frozenset[str], total: float
) -> bool:
    """Whether it adds a case ("also", "even if") that no passage clause of its words adds."""
    more = _ADDS.intersection(matter for one in found for matter in one.matters)
    if any("FULL" in one.matters and generous & one.generous for one in near):
        more -= {"ALL"}  # "all of the deposit" is the deposit in full
    return bool(more) and not any(one.matters & _ADDS and _alike(found, one, total) for one in near)


def _waives(found: Sequence[Clause], known: Granted) -> bool:
    """Whether it does without something that a passage speaks of."""
    return any(
        "NOT_NEEDED" in one.matters
        and any(shared(one, other, 0.0) >= _TELLING for other in known.near([one]))
        for one in found
    )


def _compares(figures: Sequence[Figure], held: Sequence[Figure]) -> bool:
    """Whether a figure that no passage has stands beside one of the same measure that one has."""
    return any(
        one not in held and any(one.kind is limit.kind and one.unit == limit.unit for limit in held)
        for one in figures
    )


def _greets(said: ReadText, requester: str) -> bool:
    """Whether it speaks to the requester by name or begins with a greeting."""
    if _SURNAME_FIRST.search(requester):
        named = requester[-2:] in said.bare
    else:
        named = any(len(name) > 1 and name in said.tokens for name in requester.split())
    if named:
        return True
    first = said.clauses[0].terms[:1]
    return any(name in _GREETED for term in first for name, _ in term)


def _granted(generous: frozenset[str], near: Sequence[Clause], known: Granted | None) -> bool:
    """Whether a passage clause of its words grants the same; or any one all of it, in what is
    `known`: a short sentence has no words to find it by."""
    if any(generous & one.generous for one in near):
        return True
    return known is not None and any(generous <= one.generous for one in known.granting(generous))


def _alike(found: Sequence[Clause], other: Clause, total: float) -> bool:
    """Whether a passage clause has most of the sentence's words."""
    return sum(shared(one, other) for one in found) >= _MOST_WORDS * total


def _telling(found: Sequence[Clause]) -> float:
    """How much its words tell of what the sentence is about."""
    weights = (max(weight for _, weight in term) for one in found for term in one.terms)
    return sum(weight for weight in weights if weight >= _TELLING)


_CUES = {code: tuple(re.compile(cues[code]) for cues in (_YES, _WE, _REASON)) for code in _YES}

"""How much speaks for it that a sentence promises what the passages do not: one score for all.

Each sign alone is weak: a rule finds a promise or a dropped condition, we do it, it adds a case, a
passage denies what it affirms or grants the same. Together they find promises that no list of
words has, and they judge the rules. The weights are those of a logistic regression over our own
written drafts (tests/benchmarks/fit_doubt.py).
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

_WE = {
    "en": r"\b(?:we|i|we'll|i'll|we've|i've|we're|i'm|we'd|i'd|our \w+)\b",
    "es": r"\b\w{3,}(?:amos|emos|imos)\b|\b(?:le|te|les|os|se)(?: l[oae]s?)? \w{3,}(?:re|ra|ran|o)\b|\bnuestr[oa]s?\b|\bvoy a\b",
    "fr": r"\b(?:nous|on|je)\b|\bj'|\bnos\b|\bnotre\b",
    "de": r"\b(?:wir|ich|unser\w*)\b",
    "zh": r"我(?!们?收到)|师傅|专员|(?:为|(?<![退寄发还])给|帮|替)[您你]|本店|客服",
}
_REASON = {
    "en": r"\b(?:because|since|as(?! an?\b| long| soon| well| per\b| agreed)|so|given that|therefore|which means)\b",
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
_WAIVING = frozenset({"NOT_NEEDED", "WITHOUT"})
_ADDS = frozenset({"ALSO", "EVEN_IF", "REGARDLESS", "ALL", "ANYTIME", "CONCEDE"})
_POLITE = frozenset({"COURTEOUS", "SADLY"})
_ASKS = frozenset({"ASKS", "PLEASE", "RESTATE"})
_NAMED = (FigureKind.CODE, FigureKind.URL)
_TELLING = 0.5
_CLOSERS = " .!。！,，"
_MOST_WORDS = 0.6
_SURNAME_FIRST = re.compile(r"[\u3400-\u9fff]{3}$")


@dataclass(frozen=True, slots=True)
class Doubt:
    """What speaks for a promise that nothing supports, and against it, each 0 or 1.

    `dropped`: a rule finds that it drops or adds to a condition; `promised`: another rule marks it.
    `we`, `reasons` by words of the sentence, which `greets`, is `polite`, `asks`; `adds` a case,
    `grants` something, `bounds` it. A figure in it is `held` by a passage, or it `compares` with
    one. `turned`: it affirms what the passages only deny, as a case that it adds or that the customer
    asked for; `granted`: a passage grants the same.
    """

    dropped: float
    promised: float
    we: float
    reasons: float
    greets: float
    polite: float
    asks: float
    adds: float
    grants: float
    bounds: float
    held: float
    compares: float
    turned: float
    granted: float


_WEIGHTS = Doubt(
    dropped=4.98, promised=2.34, we=2.24, reasons=-1.33, greets=-1.79, polite=-1.77, asks=-1.47,
    adds=1.57, grants=2.31, bounds=-0.78, held=-2.89, compares=-2.02, turned=3.24,
    granted=-1.55,
)  # fmt: skip
_CONSTANT = -4.32
ENOUGH = 0.0
"""From this score on a sentence is marked."""


def weighed(
    said: ReadText, marked: Sequence[Unsupported], signs: Doubt | None
) -> list[Unsupported]:
    """What the rules have `marked` in a sentence, or the whole of it, where the signs speak for a
    promise, and else nothing. Where there are no signs the rules decide."""
    if signs is None:
        return list(marked)
    if score(signs) <= ENOUGH:
        return []
    if marked:
        return list(marked)
    kind = ClaimKind.CONDITION if signs.adds else ClaimKind.PROMISE
    return [Unsupported(kind, said.clauses[0].start, said.clauses[-1].end)]


def score(signs: Doubt) -> float:
    """How much more likely than not, as a logarithm, a promise that nothing supports is."""
    pairs = zip(astuple(signs), astuple(_WEIGHTS), strict=True)
    return float(sum(value * weight for value, weight in pairs)) + _CONSTANT


def signs_of(
    said: ReadText, marked: Sequence[Unsupported], known: Granted, ours: Evidence,
    asked: frozenset[str], requester: str,
) -> Doubt | None:  # fmt: skip
    """The signs of one sentence; None where the passages hold it word for word or are in another
    language. `marked` is what the rules say, `asked` the beginnings of the customer's words,
    `requester` in plain spelling."""
    found = said.clauses
    if not found or found[0].language not in _CUES or known.languages != {found[0].language}:
        return None
    if known.quoted(said.bare.strip(_CLOSERS)):
        return None
    we, reasons = (one.search(said.bare) is not None for one in _CUES[found[0].language])
    kinds = {one.kind for one in marked}
    matters = frozenset().union(*(one.matters for one in found))
    near = known.near(found)
    total = _telling(found)
    generous = frozenset(m for one in found for m in one.generous) - {"ALLOW"}
    generous = generous - {"SHIP"} or generous  # "the postage" is what is granted or refused
    adds = _adds(found, near, generous, total)
    grants = any(one.generous - {"SHIP"} for one in found)
    denies = any(one.negative or one.stingy for one in found)
    turned = frozenset() if denies else said.affirmed & known.only_denied
    bounds = {m for one in found if not one.matters & _WAIVING for m in one.matters & _BOUNDS}
    quiet = bool(matters & (_POLITE | _ASKS))
    figures = [one for one in said.figures if one.kind not in _NAMED]
    held = [one for one in figures if ours.holds(one)]
    return Doubt(
        dropped=ClaimKind.CONDITION in kinds,
        promised=ClaimKind.PROMISE in kinds,
        we=we,
        reasons=reasons,
        greets=_greets(said, requester),
        polite=bool(matters & _POLITE),
        asks=bool(matters & _ASKS),
        adds=adds,
        grants=grants,
        bounds=bool(bounds),
        held=bool(held),
        compares="COMPARE" in matters or _compares(figures, held),
        turned=bool(turned) and (adds or (bool(turned & asked) and (we or grants) and not quiet)),
        granted=_granted(generous, near, known),
    )


def _adds(
    found: Sequence[Clause], near: Sequence[Clause], generous: frozenset[str], total: float
) -> bool:
    """Whether it adds a case ("also", "even if") that no passage clause of its words adds."""
    matters = frozenset().union(*(one.matters for one in found))
    more = _ADDS & matters if matters.isdisjoint({"ONLY", "ONLY_IF"}) else frozenset()
    if matters & _POLITE:
        more -= {"ALL", "ANYTIME"}  # "write to us at any time"
    if any("FULL" in one.matters and generous & one.generous for one in near):
        more -= {"ALL"}  # "all of the deposit" is the deposit in full
    return bool(more) and not any(one.matters & _ADDS and _alike(found, one, total) for one in near)


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


def _granted(generous: frozenset[str], near: Sequence[Clause], known: Granted) -> bool:
    """Whether a passage clause of its words grants the same; or any one all of it, where that is
    more than one thing: a short sentence has no words to find it by."""
    if any(generous & one.generous for one in near):
        return True
    return len(generous) > 1 and any(generous <= one.generous for one in known.granting(generous))


def _alike(found: Sequence[Clause], other: Clause, total: float) -> bool:
    """Whether a passage clause has most of the sentence's words."""
    return sum(shared(one, other) for one in found) >= _MOST_WORDS * total


def _telling(found: Sequence[Clause]) -> float:
    """How much its words tell of what the sentence is about."""
    weights = (max(weight for _, weight in term) for one in found for term in one.terms)
    return sum(weight for weight in weights if weight >= _TELLING)


_CUES = {code: tuple(re.compile(cues[code]) for cues in (_WE, _REASON)) for code in _WE}

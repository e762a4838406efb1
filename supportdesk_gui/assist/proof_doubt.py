"""How much speaks for it that a sentence grants what the passages do not, where no rule says so.

Each sign alone is weak: the sentence says yes, we do it, the customer asked for just that, and
what the passages say of it is a "no", an "only" or an "if". Together they find promises that no
list of words has. The weights are those of a logistic regression over our own written drafts
(tests/benchmarks/fit_doubt.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass

from supportdesk_gui.assist.proof_clauses import Clause, shared
from supportdesk_gui.assist.proof_commitments import every_reply
from supportdesk_gui.assist.proof_figures import ClaimKind, Unsupported
from supportdesk_gui.assist.proof_granted import Granted
from supportdesk_gui.assist.proof_words import REQUIREMENTS, STATES

_YES = {
    "en": r"\b(?:of course|sure|certainly|absolutely|gladly|no problem|no worries|good news|happy to|glad to|delighted|by all means|yes|don't worry|not to worry|you bet|rest assured)\b",
    "es": r"\b(?:claro|por supuesto|desde luego|sin problema|ningun problema|no hay (?:problema|inconveniente)|si,|con (?:mucho )?gusto|encantad\w+|buenas noticias|faltaria mas|no se preocupe|no te preocupes|tranquil\w+)\b",
    "fr": r"\b(?:bien sur|bien entendu|evidemment|naturellement|certainement|sans (?:probleme|souci)|pas de (?:souci|probleme)|aucun (?:souci|probleme)|oui|volontiers|avec plaisir|bonne nouvelle|rassurez-vous|soyez rassure\w*|tout a fait|comme convenu)\b",
    "de": r"\b(?:naturlich|selbstverstandlich|gern\w*|klar|sicher|kein problem|ja|keine sorge|gute nachricht\w*|aber ja|gar kein problem|wie gewunscht)\b",
    "zh": r"当然|没问题|冇问题|没关系|可以的|放心|不用担心|好消息|好的|没事|行的|唔紧要|不要紧",
}
_MAY = {
    "en": r"\b(?:can|may|could|able to|welcome|fine|ok|okay|possible|allowed|enough|will do|included|covered|entitled|applies|apply|qualif\w+|eligible|available|free to)\b",
    "es": r"\b(?:pued\w+|podes|podra\w*|podemos|posible|vale|sirve|basta|incluid\w+|inclui\w+|incluy\w+|cubr\w+|cubiert\w+|tiene\w* derecho|entra\w*|admit\w+|acept\w+|aplica\w*|disponible\w*)\b",
    "fr": r"\b(?:pouvez|peut|peuvent|pourr\w+|pouvons|possible\w*|suffi\w*|compris\w*|inclus\w*|couvert\w*|couvr\w+|droit|accept\w+|appliqu\w+|valable\w*|fourni\w*|garanti\w*|bienvenu\w*|va|vont)\b",
    "de": r"\b(?:kann\w*|konn\w+|darf\w*|durf\w+|moglich|erlaubt|genugt|reicht|enthalten|inbegriffen|dabei|abgedeckt|gilt|gelten|greift|willkommen|geht|klappt|machbar|drin)\b",
    "zh": r"可以|能|可|行|支持|适用|包|享|欢迎|来得及|允许|有效",
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
_Term = tuple[tuple[str, float], ...]
_GREETED = frozenset(
    """hi hello hey dear hol hola buen buena estimad querid bonjour bonsoir hallo lieb gut tag moin
    servu guten good morn afternoon""".split()
)
_BOUNDS = frozenset({"IF", "ONLY_IF", "UNLESS", "ONLY", "UNTIL", "ONCE"}) | REQUIREMENTS
_ADDS = frozenset({"ALSO", "EVEN_IF", "REGARDLESS", "ALL", "ANYTIME", "CONCEDE"})
_GIVES = frozenset("FREE WE_PAY GIFT DISCOUNT VOUCHER REFUND COMPENSATE GRACE".split())
_TELLING = 0.5
_SHORT = 2.0
_MOST = 3.0
_MOST_READ = 16
_CLOSERS = " .!。！,，"
_NEARLY_ALL = 0.75
_MOST_WORDS = 0.6
_OF_THE_WHOLE = 0.2


@dataclass(frozen=True, slots=True)
class Doubt:
    """What speaks for a promise that nothing supports, and against it; most 0 or 1.

    `yes`, `may`, `we`, `reasons` by words of the sentence; `adds` a case, `grants` or `gives`
    something, `bounds` it. `figure` it has, `quoted` from a passage; `strange`, `answers`,
    `covered`: the shares of its words that stand in no passage, in the customer's words, in one
    passage sentence; `in_favour` what a passage clause that refuses nothing has in common with it.
    `behind_no` where the nearest passage sentence refuses something, `granted` where one grants
    the same.
    """

    yes: float
    may: float
    we: float
    adds: float
    grants: float
    gives: float
    bounds: float
    figure: float
    quoted: float
    strange: float
    answers: float
    covered: float
    in_favour: float
    behind_no: float
    adds_no: float
    we_strange: float
    short: float
    reasons: float
    granted: float


_WEIGHTS = Doubt(
    yes=1.86, may=1.16, we=1.77, adds=2.63, grants=2.81, gives=1.23, bounds=-1.38, figure=-2.14,
    quoted=-0.93, strange=-1.45, answers=1.88, covered=-0.53, in_favour=-0.37, behind_no=0.81,
    adds_no=1.16, we_strange=1.56, short=-1.30, reasons=-1.17, granted=-2.91,
)  # fmt: skip
_CONSTANT = -3.23


def doubtful(
    found: Sequence[Clause], bare: str, known: Granted, asked: frozenset[str]
) -> list[Unsupported]:
    """The sentence, where so much speaks for a promise that nothing supports; else nothing.

    `bare` is its text in the spelling of text/plain.py; `asked` are the keys of the customer's
    words.
    """
    signs = signs_of(found, bare, known, asked)
    if signs is None or score(signs) <= 0:
        return []
    kind = ClaimKind.CONDITION if signs.adds else ClaimKind.PROMISE
    return [Unsupported(kind, found[0].start, found[-1].end)]


def score(signs: Doubt) -> float:
    """Above 0 where it counts as a promise."""
    pairs = zip(astuple(signs), astuple(_WEIGHTS), strict=True)
    return float(sum(value * weight for value, weight in pairs)) + _CONSTANT


def signs_of(
    found: Sequence[Clause], bare: str, known: Granted, asked: frozenset[str]
) -> Doubt | None:
    """The signs of one sentence; None where it promises nothing by its form."""
    if not found or known.quoted(bare.strip(_CLOSERS)) or _promises_nothing(found, bare, known):
        return None
    yes, may, we, reason = (one.search(bare) is not None for one in _CUES[found[0].language])
    matters = frozenset().union(*(one.matters for one in found))
    near = known.near(found)
    terms = _telling(found)
    total = sum(map(_weight, terms))
    strange = 1.0 - _share(terms, total, known.speaks_of) if terms else 0.0
    covered, in_favour, best = _nearest(found, terms, known.closest(found, _MOST_READ))
    refuses = best is not None and any(
        one.stingy or (one.negative and not one.generous) for one in known.with_same_sentence(best)
    )
    denies = any(one.stingy or (one.negative and not one.generous) for one in found)
    if total >= _SHORT and covered >= _NEARLY_ALL * total and denies == refuses:
        return None  # it says the same in the same words
    generous = frozenset().union(*(one.generous for one in found)) - {"ALLOW"}
    said, ours = (
        frozenset().union(*(one.keys_of_figures for one in some)) for some in (found, near)
    )
    timed = any(kind == "span" for kind, _, _ in said)
    adds = (
        bool(matters & _ADDS)
        and not any(one.matters & _ADDS and _alike(found, one, total) for one in near)
    ) or ("INCLUDES" in matters and refuses)
    return Doubt(
        yes, may, we, adds, any(one.generous for one in found), bool(matters & _GIVES),
        bool(matters & _BOUNDS), any(kind != "number" for kind, _, _ in said), bool(said & ours),
        strange, _share(terms, total, asked.__contains__), covered / max(total, 1.0), in_favour,
        refuses, adds and refuses, we * strange, total < _SHORT, reason,
        any(generous & one.generous for one in near)
        or (total < _SHORT and timed and _is_granted(generous, known)),
    )  # fmt: skip


def _is_granted(generous: frozenset[str], known: Granted) -> bool:
    """Whether one passage clause grants all of it: a short sentence has no words to find it by."""
    return bool(generous) and any(generous <= one.generous for one in known.granting(generous))


def _alike(found: Sequence[Clause], other: Clause, total: float) -> bool:
    """Whether a passage clause has most of the sentence's words."""
    return sum(shared(one, other) for one in found) >= _MOST_WORDS * total


def _telling(found: Sequence[Clause]) -> list[_Term]:
    """The words that tell what the sentence is about, without a greeting."""
    return [
        term
        for one in found
        for term in one.terms
        if _weight(term) >= _TELLING and not any(name in _GREETED for name, _ in term)
    ]


def _promises_nothing(found: Sequence[Clause], bare: str, known: Granted) -> bool:
    """Whether it repeats, refuses, asks or is polite; or the passages are in another language."""
    code = found[0].language
    if code not in _CUES or known.languages != {code}:
        return True
    matters = frozenset().union(*(one.matters for one in found))
    if "COMPARE" in matters and any(one.keys_of_figures for one in found):
        return True  # it weighs the customer's figure against a limit
    if matters & {"RESTATE", "ASKS", "PLEASE"} or {"ONLY", "IF"} <= matters:
        return True
    if "ANYTIME" in matters and "ANYTIME" in known.named:
        return True
    if "IF" in matters and any(
        wanted in matters and known.of_state({state}) for state, wanted in STATES
    ):
        return True  # "as long as it is sealed", where opened ones are refused
    if frozenset().union(*(one.generous for one in found)) - {"ALLOW", "SHIP"}:
        return False
    if sum(_weight(term) for one in found for term in one.terms) <= 1.0 and not matters & _ADDS:
        return True
    if matters & {"COURTEOUS", "SADLY"} or every_reply(code).search(bare):
        return True
    return any(one.negative or one.stingy for one in found)


def _nearest(
    found: Sequence[Clause], terms: Sequence[_Term], near: Sequence[Clause]
) -> tuple[float, float, Clause | None]:
    """Words in common with the nearest passage sentence, with a clause that grants, and the nearest."""
    covered = in_favour = most = 0.0
    best: Clause | None = None
    for other in near:
        alike = max(shared(one, other) for one in found)
        whole = sum(
            _weight(term)
            for term in terms
            if any(name in other.keys or name in other.context for name, _ in term)
        )
        covered = max(covered, whole)
        if "NOT_NEEDED" in other.matters or not (
            other.stingy or (other.negative and not other.generous)
        ):
            in_favour = max(in_favour, alike)
        if alike + _OF_THE_WHOLE * whole > most:
            best, most = other, alike + _OF_THE_WHOLE * whole
    return covered, min(in_favour, _MOST), best


def _share(terms: Sequence[_Term], total: float, known: Callable[[str], bool]) -> float:
    """The share of the words, by weight, of which some form is known."""
    found = sum(_weight(term) for term in terms if any(known(name) for name, _ in term))
    return found / total if total else 0.0


def _weight(term: _Term) -> float:
    return max(weight for _, weight in term)


_CUES = {
    code: tuple(re.compile(cues[code]) for cues in (_YES, _MAY, _WE, _REASON)) for code in _YES
}

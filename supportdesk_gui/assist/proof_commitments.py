"""What we say that we do for the customer and no text knows of: "we'll send a technician round".

No list has every service there is. So a sentence in the first person counts as a promise where
hardly a word of it stands in the passages or in the customer's message, and it is none of the
things that every reply says (`we'll look into it`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from supportdesk_gui.assist.proof_clauses import Clause, shared, terms_of
from supportdesk_gui.assist.proof_figures import ClaimKind, Unsupported
from supportdesk_gui.assist.proof_granted import Granted

_WE_DO = {
    "en": r"\b(?:we|i)(?:'ll| will| can| could|'ve arranged|'ve booked| have arranged| have booked|'re going to|'d be happy to| are happy to)\b"
    r"|\bour (?:team|couriers?|colleagues?|technicians?|drivers?|fitters?|engineers?|staff) (?:will|can)\b",
    "es": r"\b\w{3,}(?:amos|emos|imos)\b|\bpodemos\b|\bvamos a\b|\b(?:te|le|les|os|se)(?: l[oae]s?)? (?:\w+(?:amos|emos|imos)|\w{3,}re)\b"
    r"|\bnuestr[oa]s? (?:equipo|tecnicos?|repartidor(?:es)?|mensajero|compañer[oa]s?)\b",
    "fr": r"\b(?:nous|on|je) (?:vous |te |le |la |les |l')*(?:\w+(?:rons|rai|ra)\b|pouvons\b|peut\b|allons\b|va\b|vais\b|\w+ons\b)"
    r"|\b(?:nos|notre) (?:equipes?|techniciens?|livreurs?|collegues?)\b",
    "de": r"\b(?:wir|ich) (?:werden?|konnen|kann)\b|\b(?:werden|konnen|kann|werde) (?:wir|ich)\b|\b(?!haben|hoffen|freuen|danken|bitten|wissen|verstehen)\w{3,}en wir (?:\w+ ){0,3}(?:ihnen|sie|dir|dich|ihre?[nms]?|deine?[nms]?)\b"
    r"|\bwir (?!haben|hoffen|freuen|danken|bitten|wissen|verstehen)\w+en (?:ihnen|dir|dich|ihre?[nms]?|deine?[nms]?)\b"
    r"|\bunsere? (?:team|techniker|fahrer|kollegen|kollegin|monteure?|lieferanten?)\b",
    "zh": r"我们?(?:会|将|可以|能|来|帮|给|为|替|已|再|也)|(?:为|(?<![退寄发还])给|帮|替)您|(?:师傅|客服|专员|快递员|技术人员)会",
}
_EVERY_REPLY = {
    "en": r"\b(?:help\w*|assist\w*|check\w*|look\w*|forward\w*|pass\w*|inform\w*|update\w*|contact\w*|repl\w+|answer\w*|apologi\w+|hope|wish\w*|sort\w*|process\w*|glad|confirm\w*|clarif\w*|guid\w*|point\w*|walk you|note\w*|regist\w+|review\w*|see|deal\w*|handle\w*|find|know|tell|explain\w*|ask\w*|understand|keep you|get back|touch|investigat\w+|follow\w*|open\w*|search\w*|trac\w+|recommend\w*|suggest\w*|need\w*|unfortunately|not|n't|cannot|unable|question\w*|resolve\w*|solve\w*|work\w*|try|do)\b|n't\b",
    "es": r"\b(?:indic\w+|aclar\w+|orient\w+|detall\w+|cont\w+|cuent\w+|deci\w+|dig\w+|ayud\w+|asist\w+|comprob\w+|revis\w+|consult\w+|inform\w+|avis\w+|contact\w+|respond\w+|respuesta|contest\w+|discul\w+|esper\w+|dese\w+|tramit\w+|gestion\w+|proces\w+|confirm\w+|regist\w+|ver|vemos|veremos|mir\w+|encarg\w+|ocup\w+|explic\w+|pregunt\w+|entend\w+|investig\w+|segui\w+|abr\w+|busc\w+|recom\w+|necesit\w+|no|nunca|tampoco|duda\w*|resolv\w+|soluci\w+|intent\w+|atend\w+|estar\w*|hacer|haremos|acompañ\w+|qued\w+|disposicion|agradec\w+|lament\w+|sentimos)\b",
    "fr": r"\b(?:indiqu\w+|precis\w+|eclair\w+|detaill\w+|guid\w+|aid\w+|assist\w+|verifi\w+|regard\w+|transm\w+|inform\w+|tien\w+|contact\w+|repon\w+|excus\w+|esper\w+|souhait\w+|trait\w+|occup\w+|confirm\w+|not\w+|enregistr\w+|voi\w+|voy\w+|verr\w+|expliqu\w+|demand\w+|compren\w+|recherch\w+|suiv\w+|ouvr\w+|cherch\w+|recommand\w+|conseill\w+|besoin|pas|jamais|plus|aucun\w*|question\w*|resou\w+|regl\w+|essa\w+|faisons|ferons|faire|invit\w+|reste\w*|restons|reven\w+|pri\w+|parl\w+|accompagn\w+|di\w+|renseign\w+)\b",
    "de": r"\b(?:erlauter\w*|nenn\w*|zeig\w*|helf\w*|weiterhelf\w*|hilf\w*|pruf\w*|schau\w*|weiterleit\w*|leiten|inform\w*|bescheid|kontakt\w*|meld\w*|antwort\w*|entschuldig\w*|hoff\w*|wunsch\w*|kummer\w*|bearbeit\w*|bestatig\w*|notier\w*|vermerk\w*|erfass\w*|sehen|klar\w*|erklar\w*|frag\w*|versteh\w*|nachforsch\w*|recherch\w*|verfolg\w*|suchen|empfehl\w*|brauch\w*|benotig\w*|nicht|kein\w*|nie|losen|losung\w*|versuch\w*|tun|weiter|verfugung|sagen|mitteil\w*|teilen|nachfass\w*|nachhaken)\b",
    "zh": r"困扰|麻烦|不便|介绍|告诉|指引|帮助|协助|查|核实|核对|确认|转|告知|通知|联系|联络|回复|答复|解答|抱歉|歉|希望|处理|跟进|登记|记录|反馈|了解|说明|解释|询问|理解|推荐|建议|不|没|无|未|别|尽快|解决|服务|看到|收到|提醒|祝|期待|关注|跟踪|致歉|催|申请|办理|安排(?:好)?$",
}
_SILENT = frozenset("COURTEOUS RESTATE PLEASE SADLY REQUIRE IF ONLY_IF ONLY".split())
_LEAST = 2.0
_LEAST_CHINESE = 2.4
_MOST = 0.65
_TELLING = 0.5
_ABOUT_ONE = 1.0


def unknown_services(
    found: Sequence[Clause], bare: str, known: Granted, asked: frozenset[str]
) -> list[Unsupported]:
    """The clauses of a sentence that promise a service which no text knows of.

    `bare` is its text in the spelling of text/plain.py; `asked` are the keys of the customer's
    words.
    """
    if any(one.matters & _SILENT for one in found):
        return []
    return [
        Unsupported(ClaimKind.PROMISE, one.start, one.end)
        for one in found
        if _unknown(one, bare[one.start : one.end], known, asked)
    ]


def _unknown(clause: Clause, bare: str, known: Granted, asked: frozenset[str]) -> bool:
    frame = _FRAMES.get(clause.language)
    if frame is None or clause.negative or clause.stingy:
        return False
    if known.languages != {clause.language}:
        return False
    if any(kind not in {"number", "date"} for kind, _, _ in clause.keys_of_figures):
        return False  # a figure is decided by itself
    if _comes_with(clause, bare, known, asked):
        return True
    if any(m in known.named for m in (clause.generous - {"ALLOW"}) | clause.matters & {"KERB"}):
        return False
    we_do, every = frame
    if not we_do.search(bare) or every.search(bare):
        return False
    if _countered(clause, known):
        return True
    terms = _own_terms(clause.terms)
    total = sum(max(weight for _, weight in term) for term in terms)
    strange = sum(
        max(weight for _, weight in term)
        for term in terms
        if not any(known.speaks_of(name) or name in asked for name, _ in term)
    )
    least = _LEAST_CHINESE if clause.language == "zh" else _LEAST
    return strange >= least and strange >= _MOST * total


def _comes_with(clause: Clause, bare: str, known: Granted, asked: frozenset[str]) -> bool:
    """Whether it says that something comes with what no text knows: "with a cheese board"."""
    found = _WITH[clause.language].search(bare)
    if not found or not any(known.speaks_of(name) for term in clause.terms for name, _ in term):
        return False
    terms = _own_terms(terms_of(bare[found.end() :], clause.language))
    return bool(terms) and not any(
        known.speaks_of(name) or name in asked for term in terms for name, _ in term
    )


def _countered(clause: Clause, known: Granted) -> bool:
    """Whether what we do is what passages deny or leave to the customer, and none speaks for it."""
    against = in_favour = 0.0
    for other in known.near([clause]):
        score = shared(clause, other, 0.0)
        refuses = other.stingy or (other.negative and not other.generous)
        if refuses and "NOT_NEEDED" not in other.matters:
            against = max(against, score)
        else:
            in_favour = max(in_favour, score)
    return against >= _ABOUT_ONE and against > in_favour


def _own_terms(
    terms: Sequence[tuple[tuple[str, float], ...]],
) -> list[tuple[tuple[str, float], ...]]:
    """Without single Chinese characters, which stand everywhere."""
    return [term for term in terms if max(weight for _, weight in term) >= _TELLING]


_WITH = {
    code: re.compile(words)
    for code, words in {
        "en": r"\b(?:includes?|comes? with|complete with)\b",
        "es": r"\b(?:incluye\w*|vien\w+ con|trae\w*)\b",
        "fr": r"\b(?:comprend|comprennent|inclut|incluent)\b",
        "de": r"\b(?:enthalt|enthalten|umfasst|umfassen|kommt mit|gibt es dazu)\b",
        "zh": r"包含|附带|附有|配有|送有|还含",
    }.items()
}
_FRAMES = {code: (re.compile(_WE_DO[code]), re.compile(_EVERY_REPLY[code])) for code in _WE_DO}

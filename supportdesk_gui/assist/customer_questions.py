"""What a customer asks, and which sentence of a draft answers it; by words and figures, no model."""

from __future__ import annotations

import re
from collections.abc import Sequence

from supportdesk_gui.assist.customer_words import sentences, unanswered_texts
from supportdesk_gui.assist.proof_evidence import ReadText, read_sentence
from supportdesk_gui.assist.proof_sources import support
from supportdesk_gui.text.figures import FigureKind
from supportdesk_gui.text.plain import plain
from supportdesk_gui.tickets.ticket import Ticket, Triage

_MOST = 12
_ENOUGH = 0.65
_ENDS = ("?", "？")
_CLOSERS = "\"'”’»)） "
_BEGINNINGS = re.compile(
    r"^(?:hi|hello|so|and|also|hola|y|bonjour|et|hallo|und|oder)?[,\s]*(?:"
    r"(?:what|when|where|why|who|which|how|can|could|may|do|does|did|is|are|will|would|should|have|has)"
    r"\s+(?:i|you|we|it|the|my|your|this|that|there|long|much|many|to|is|are|do|does|can|will|about)\b"
    r"|(?:cuando|donde|como|cuanto|cuanta|cual|por que|que pasa|puedo|podria|podrian|pueden|hay|tengo que)\b"
    r"|(?:quand|ou est|ou sont|comment|combien|pourquoi|quel|quelle|est-ce que|puis-je|pouvez|peut-on|"
    r"dois-je|pourriez)\b"
    r"|(?:wann|wo|wie|warum|wieso|welche[rs]?|was|kann ich|konnen sie|konnten sie|muss ich|ist es|gibt es|"
    r"darf ich|bekomme ich)\b)"
)
_CHINESE = re.compile(
    "[吗呢么]\\s*[。.！!]?$|什么时候|何时|哪里|哪儿|怎么|怎样|如何|多少|几天|多久|为什么|能不能|可不可以|是否|有没有"
)
# Asks for nothing that a sentence could answer.
_PLEA = re.compile(
    r"\W*(?:please )?(?:(?:could|can|would|will) (?:you|anyone|someone) (?:please |kindly )?(?:help|assist)(?: me| us)?(?: out)?"
    r"(?: (?:with (?:this|that|it)|here))?|(?:me |nos )?(?:puede[ns]?|podria[ns]?|podeis) (?:por favor )?(?:ayudar(?:me|nos)?)"
    r"(?: con esto)?|(?:pouvez|pourriez)[- ]vous (?:s'il vous plait )?(?:m'|nous )aider|(?:konnen|konnten) sie (?:mir|uns) "
    r"(?:bitte )?(?:dabei |da |weiter)?helfen|(?:请问|麻烦)?(?:您|你)?(?:能|可以|能否|能不能|可不可以)?帮(?:我|我们)?(?:一下|个)?忙?(?:一下)?吗?)"
    r"(?:,? (?:please|bitte|por favor|s'il vous plait))?\W*"
)
_BARE_SUM = re.compile(
    r"\W*(?:(?:and|y|et|und|oder|or) )?(?:how much (?:is (?:it|that)|(?:does|will|would) (?:it|that|this) cost(?: me)?)|cuanto "
    r"(?:me )?(?:cuesta|vale|es|costaria)(?: eso| esto)?|combien (?:ca |cela |est-ce que ca |est-ce que cela )?(?:me )?(?:coute|coutera|"
    r"couterait)(?:-t-il)?|(?:was|wie ?viel) (?:kostet|wurde) (?:mich |uns )?(?:das|es|dies)(?: kosten)?|(?:要|需要|大概)?(?:多少钱|多少费用)[呢啊]?)\W*"
)
# What an answer has to hold: a time, or a sum.
_WHEN = re.compile(
    r"\b(?:when|how long|how soon|what date|cuando|cuanto tiempo|cuanto tarda|quand|combien de temps|sous combien|"
    r"wann|wie lange)\b|什么时候|何时|多久|几天|几时|多长时间"
    r"|\b(?:before|by|antes de(?:l)?|avant|vor|bis)\b.{0,10}(?:date|then|fecha|day\b|\d)|\b(?:in time|"
    r"a tiempo|a temps|rechtzeitig)\b|来得及|赶得上|(?:号|日|天|前)能到"
)
_HOW_MUCH = re.compile(
    r"\b(?:how much|what (?:does|do|would|will) .{1,30} cost|cuanto (?:me |nos )?(?:cuesta|vale|es|sale)|"
    r"combien (?:ca |cela )?(?:coute|coutera)|wie viel|wieviel|was kostet)\b|多少钱|几块钱|费用是|怎么收费|怎么算|费多少|多少费|价格多少|多少$|多少[?？]"
)
_TIMES = frozenset({FigureKind.DATE, FigureKind.DURATION})
_SUMS = frozenset({FigureKind.AMOUNT, FigureKind.PERCENTAGE})
_SOON = re.compile(
    r"\b(?:today|tomorrow|tonight|hoy|manana|aujourd'hui|demain|heute|morgen|sofort|immediately)\b|今天|明天|立即|马上"
)
# What a time or a sum is asked of: that something comes, or is sent. `plazo`, `délai` name it alone.
_COMES = re.compile(
    r"\b(?:arriv\w*|deliver\w*|reach\w*|shipp\w*|comes?\b|dispatch\w*|on its way|lead time|parcel|package|lleg\w*|entreg\w*|envi\w*|plazo|"
    r"recibir\w*|livr\w*|recev\w*|expedi\w*|delai|colis|frais de port|port\b|envoi|kommt|ankomm\w*|liefer\w*|"
    r"zustell\w*|zugestellt|unterwegs|versand\w*|versend\w*|transport\w*|portes|postage|shipping|paket)"
    r"|送达|送到|到货|发货|出货|寄|运费|邮费|配送|快递|预计|什么时候(?:能|会)?到|何时到|几天到|多久到"
)
_EXPECTED = re.compile(
    r"\b(?:will|expected|due|previst\w*|prevu\w*|voraussichtlich|wird)\b|预计|将|会在|明天|后天"
)
_ALIKE = 0.7
# So much of what is asked a sentence has to speak of: "is it in green" is not answered by "it".
_COVERED, _COVERED_CHINESE = 0.35, 0.25
_CJK = re.compile(r"[\u3400-\u9fff]")
_PAID = frozenset({"FREE", "FEE", "WE_PAY", "YOU_PAY"})
_ASIDE = frozenset({"SHIP", "ALLOW", "COVER", "GUARANTEE_DATE", "IMMEDIATE"})
_APOLOGY = re.compile(
    r"\b(?:sorry|apolog|we understand|sentimos|lo siento|lamentamos|disculp|desole|navre|excus|nous comprenons|"
    r"tut uns leid|bedauern|entschuldig|thank|gracias|merci|danke|vielen dank)|抱歉|对不起|感谢|谢谢|非常理解"
)
_DONE = frozenset({"COURTEOUS", "RESTATE"})


def asked(ticket: Ticket, triage: Triage | None) -> tuple[str, ...]:
    """Every question of the customer: as a model understood them, else as they stand in the text."""
    if triage is not None and triage.engine != "offline" and triage.questions:
        return triage.questions[:_MOST]
    language = (triage.language if triage else "") or ticket.language
    found = [
        " ".join(one.split())
        for text in unanswered_texts(ticket)
        for one in sentences(text)
        if _is_question(one, language) and not _PLEA.fullmatch(plain(one))
    ]
    return tuple(dict.fromkeys(found))[:_MOST]


def answer_to(question: str, language: str, draft: Sequence[str], spoken: str) -> int | None:
    """Which of a draft's sentences answers a question, None where none does.

    `language` is the question's, `spoken` the draft's. A sentence answers that speaks of the same
    and, where a time or a sum is asked for, names one, or is followed by one that does.
    """
    wanted = read_sentence(question, language)
    texts = [read_sentence(one, spoken) for one in draft]
    scores = [_score(wanted, one) for one in texts]
    best, place = 0.0, None
    for at, (text, score) in enumerate(zip(texts, scores, strict=True)):
        before = scores[at - 1] if at else 0.0
        reached = max(score, 0.8 * before)
        if reached > best and _tells(wanted, text) and (score or _asks_figure(wanted)):
            best, place = reached, at
    return place if best >= _ENOUGH else None


def may_be_answered(question: str, language: str, draft: Sequence[str], spoken: str) -> bool:
    """Whether one of these sentences could be the answer, told in other words: it says something,
    and names a time or a sum where one is asked for."""
    wanted = read_sentence(question, language)
    texts = [read_sentence(one, spoken) for one in draft]
    return any(may_answer(said) and _tells(wanted, said) for said in texts)


def may_answer(said: ReadText) -> bool:
    """Not a question, nor thanks or an apology, nor what only says again what was asked."""
    if said.text.rstrip(_CLOSERS).endswith(_ENDS):
        return False
    restates = any("RESTATE" in one.matters for one in said.clauses)
    if restates and _EXPECTED.search(said.bare):
        return True  # "your order is expected on Thursday"
    echoes = restates or _APOLOGY.search(said.bare)
    return not echoes or any(
        one.generous or one.stingy for one in said.clauses if not one.matters & _DONE
    )


def _is_question(sentence: str, language: str) -> bool:
    end = sentence.rstrip(_CLOSERS)
    if end.endswith(_ENDS):
        return True
    bare = plain(end)
    if language.startswith("zh"):
        return bool(_CHINESE.search(bare))
    return bool(_BEGINNINGS.search(bare.lstrip("¿¡ ")))


def _score(wanted: ReadText, said: ReadText) -> float:
    """How much a sentence speaks of what is asked; none where it cannot answer."""
    if not may_answer(said):
        return 0.0
    score = support(wanted.clauses, wanted.figures, said.clauses, said.figures)
    if _BARE_SUM.fullmatch(wanted.bare) and _tells(wanted, said):
        return _ALIKE
    if _asks_figure(wanted):
        both = _COMES.search(wanted.bare) and _COMES.search(said.bare)
        return max(score, _ALIKE) if both and _tells(wanted, said) else score
    return score if _is_covered(wanted, said) else 0.0


def _is_covered(wanted: ReadText, said: ReadText) -> bool:
    """Whether the sentence speaks of most of what is asked, and of what is wished for."""
    wishes = frozenset().union(*(one.generous | one.stingy for one in wanted.clauses)) - _ASIDE
    heard = frozenset().union(*(one.generous | one.stingy for one in said.clauses))
    if wishes:
        paid = wishes & _PAID and heard & _PAID  # "is there a fee", "it is free"
        return bool(paid) or not wishes.isdisjoint(heard)
    terms = [term for clause in wanted.clauses for term in clause.terms]
    keys = {name for clause in said.clauses for name in clause.keys}
    whole = sum(max(weight for _, weight in term) for term in terms)
    met = sum(max((weight for name, weight in term if name in keys), default=0.0) for term in terms)
    return met >= (_COVERED_CHINESE if _CJK.search(wanted.bare) else _COVERED) * whole


def _asks_figure(wanted: ReadText) -> bool:
    return bool(_WHEN.search(wanted.bare) or _HOW_MUCH.search(wanted.bare))


def _tells(wanted: ReadText, said: ReadText) -> bool:
    """Whether the sentence holds the kind of thing that is asked for."""
    kinds = {figure.kind for figure in said.figures}
    if _WHEN.search(wanted.bare):
        return bool(kinds & _TIMES) or bool(_SOON.search(said.bare))
    if _HOW_MUCH.search(wanted.bare):
        free = any("FREE" in one.matters or "WE_PAY" in one.matters for one in said.clauses)
        return bool(kinds & _SUMS) or free
    return True

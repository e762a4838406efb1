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
# What an answer has to hold: a time, or a sum.
_WHEN = re.compile(
    r"\b(?:when|how long|how soon|what date|cuando|cuanto tiempo|cuanto tarda|quand|combien de temps|sous combien|"
    r"wann|wie lange)\b|什么时候|何时|多久|几天|几时"
    r"|\b(?:before|by|antes de(?:l)?|avant|vor|bis)\b.{0,10}(?:date|then|fecha|day\b|\d)|\b(?:in time|"
    r"a tiempo|a temps|rechtzeitig)\b|来得及|赶得上|(?:号|日|天|前)能到"
)
_HOW_MUCH = re.compile(
    r"\b(?:how much|what (?:does|do|would|will) .{1,30} cost|cuanto (?:me |nos )?(?:cuesta|vale|es|sale)|"
    r"combien (?:ca |cela )?(?:coute|coutera)|wie viel|wieviel|was kostet)\b|多少钱|几块钱|费用是|怎么收费|怎么算"
)
_TIMES = frozenset({FigureKind.DATE, FigureKind.DURATION})
_SUMS = frozenset({FigureKind.AMOUNT, FigureKind.PERCENTAGE})
_SOON = re.compile(
    r"\b(?:today|tomorrow|tonight|hoy|manana|aujourd'hui|demain|heute|morgen|sofort|immediately)\b|今天|明天|立即|马上"
)
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
        if _is_question(one, language)
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


def _is_question(sentence: str, language: str) -> bool:
    end = sentence.rstrip(_CLOSERS)
    if end.endswith(_ENDS):
        return True
    bare = plain(end)
    if language.startswith("zh"):
        return bool(_CHINESE.search(bare))
    return bool(_BEGINNINGS.search(bare.lstrip("¿¡ ")))


def _score(wanted: ReadText, said: ReadText) -> float:
    """How much a sentence speaks of what is asked.

    None for a question, for thanks or an apology, and for one that says again what was asked.
    """
    if said.text.rstrip(_CLOSERS).endswith(_ENDS):
        return 0.0
    echoes = _APOLOGY.search(said.bare) or any("RESTATE" in one.matters for one in said.clauses)
    if echoes and not any(
        one.generous or one.stingy for one in said.clauses if not one.matters & _DONE
    ):
        return 0.0
    return support(wanted.clauses, wanted.figures, said.clauses, said.figures)


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

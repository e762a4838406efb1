"""What a ticket's requester wrote, without history and signatures: key sentence, questions, alarms.

Pure readings of the requester's own words, for any language; the patterns behind `alarm` and
`went_wrong` stand in `resources/intents/signals.json`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import lru_cache
from typing import Any

from supportdesk_gui.assist.intent_rules import classify, folded
from supportdesk_gui.resources import resource
from supportdesk_gui.text.sentences import split_sentences
from supportdesk_gui.tickets.ticket import Intent, Message, Role, Ticket, Visibility

_SUMMARY_WIDTH = 80
_REASON_WIDTH = 160
_SAYS_SOMETHING = 0.45
_QUESTION_ENDS = "?？"
_TITLES = re.compile(
    r"^(?:mr|mrs|ms|miss|mx|dr|prof|herr|frau|sr|sra|srta|señor|señora|don|doña|m|mme|mlle|"
    r"monsieur|madame)\.?\s+",
    re.IGNORECASE,
)
_NO_PERSON = re.compile(
    r"[@\d_/\\]|\b(?:gmbh|ltd|llc|inc|s\.?l|s\.?a|sarl|ag|kg|bv|team|support|service|office|agence|agency|estudio|atelier|b[üu]ro|soci[ée]t[ée]|studio|hotel|h[ôo]tel|caf[ée]|restaurant|shop|"
    r"info|buchhaltung|accounting)\b|公司|客服",
    re.IGNORECASE,
)
_TROUBLES = {
    Intent.REFUND: ("wrong", "damaged", "money", "late"),
    Intent.EXCHANGE: ("wrong", "damaged", "late"),
    Intent.RETURN: ("wrong", "damaged"),
    Intent.LOGISTICS: ("late",),
    Intent.INVOICE: (),
    Intent.OTHER: ("damaged",),
}
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def requester_texts(ticket: Ticket) -> list[str]:
    """The requester's messages, oldest first, without quoted history and signatures."""
    texts = [own_words(message) for message in ticket.messages if _is_requesters(message)]
    return [text for text in texts if text]


def unanswered_texts(ticket: Ticket) -> list[str]:
    """The requester's messages since the last public answer, or the newest one."""
    texts: list[str] = []
    for message in ticket.messages:
        if _is_requesters(message):
            texts.append(own_words(message))
        elif message.role is Role.AGENT and message.visibility is Visibility.PUBLIC:
            texts.clear()
    return [text for text in texts if text] or requester_texts(ticket)[-1:]


def is_answering(ticket: Ticket) -> bool:
    """Whether the requester wrote again after a public answer."""
    said = [one.role for one in ticket.messages if one.visibility is Visibility.PUBLIC]
    return Role.AGENT in said and said[-1] is Role.REQUESTER


def own_words(message: Message) -> str:
    """The message's text without its folded parts."""
    spans = message.folded or _folded_spans(message.text)
    kept: list[str] = []
    at = 0
    for start, end in sorted(spans):
        kept.append(message.text[at:start])
        at = max(at, end)
    kept.append(message.text[at:])
    return "".join(kept).strip()


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [text[start:end] for start, end in split_sentences(text)]


def questions(texts: list[str]) -> tuple[str, ...]:
    """The sentences that end in a question mark."""
    asked = [one for text in texts for one in sentences(text)]
    return tuple(one for one in asked if one.rstrip("\"'”’»)） ").endswith(tuple(_QUESTION_ENDS)))


def key_sentence(texts: list[str], intent: Intent, language: str) -> str:
    """The sentence that says most about what is asked, whole; the first of equals.

    Empty where none says anything of it, such as in a mere "thank you".
    """
    best, height = "", _SAYS_SOMETHING
    for text in texts:
        for sentence in sentences(text):
            weight = _weight(sentence, intent, language)
            if weight > height:
                best, height = sentence, weight
    return best


def shortened(text: str, width: int = _SUMMARY_WIDTH) -> str:
    """At most `width` columns (a Chinese character takes two), cut between words."""
    line = " ".join(text.split())
    if _width(line) <= width:
        return line
    cut = 0
    used = 1  # the ellipsis
    for sign in line:
        used += _columns(sign)
        if used > width:
            break
        cut += 1
    kept = line[:cut]
    # A word is not cut in two, unless it alone is longer than the line.
    if not _CJK.match(line[cut]) and " " in kept:
        kept = kept.rsplit(" ", 1)[0]
    return kept.rstrip(" ,;:.，、；：。-") + "…"


def alarm(texts: list[str]) -> str:
    """The sentence that threatens with a chargeback, a lawyer or the press, or tells of an injury.

    Empty where there is none.
    """
    pattern = _signals()["escalate"]
    for text in texts:
        for sentence in sentences(text):
            if pattern.search(folded(sentence)):
                return shortened(sentence, _REASON_WIDTH)
    return ""


def went_wrong(texts: list[str], intent: Intent) -> str:
    """What there is to be sorry for: wrong, damaged, money, late, general; empty for nothing.

    The intent decides what can be meant: where an invoice is missing, no parcel is late.
    """
    words = folded("\n".join(texts))
    patterns = _signals()["sorry"]
    kinds = [kind for kind, pattern in patterns.items() if pattern.search(words)]
    fitting = [kind for kind in _TROUBLES[intent] if kind in kinds]
    late_paper = intent is Intent.INVOICE and "late" in kinds
    return next(iter(fitting), "general" if "general" in kinds or late_paper else "")


def fits_stance(sentence: str, stance: str) -> bool:
    """Whether a policy sentence sounds like granting, declining or asking for something."""
    return bool(_signals()["fits"][stance].search(folded(sentence)))


def speaks_of(sentence: str, matter: str) -> bool:
    """Whether a policy sentence is about an intent or a kind of trouble; unknown ones never."""
    pattern = _signals()["about"].get(matter)
    return pattern is not None and bool(pattern.search(folded(sentence)))


def search_phrase(intent: Intent, trouble: str, language: str) -> str:
    """What policies call an intent and a trouble in a language; empty where nothing is known."""
    phrases = _signals()["search"].get(language, {})
    return " ".join(phrases[key] for key in (intent.value, trouble) if key in phrases)


def first_name(requester: str) -> str:
    """The name to greet with: the first name, a Chinese name whole, empty for no person."""
    name = requester.strip().strip("\"'")
    if not name or _NO_PERSON.search(name):
        return ""
    if _CJK.search(name):
        return name
    if name.count(",") == 1:
        family, given = (part.strip() for part in name.split(","))
        name = given or family
    name = _TITLES.sub("", name)
    first = name.split()[0] if name.split() else ""
    if len(first.rstrip(".")) < 2:
        return name
    return first.title() if first.isupper() or first.islower() else first


def _weight(sentence: str, intent: Intent, language: str) -> float:
    """How well a sentence stands for the intent, with a little for length and for asking."""
    if _width(sentence) < 10:
        return 0.0
    ruled = classify(sentence, language)
    fits = ruled.confidence if ruled.intent is intent and ruled.reason else 0.2
    length = min(_width(sentence), _SUMMARY_WIDTH) / _SUMMARY_WIDTH
    asks = 0.1 if sentence.endswith(tuple(_QUESTION_ENDS)) else 0.0
    return fits + 0.35 * length + asks


def _is_requesters(message: Message) -> bool:
    return message.role is Role.REQUESTER and message.visibility is Visibility.PUBLIC


def _folded_spans(text: str) -> tuple[tuple[int, int], ...]:
    from supportdesk_gui.text.folding import folded_spans

    return folded_spans(text)


def _width(text: str) -> int:
    return sum(_columns(sign) for sign in text)


def _columns(sign: str) -> int:
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


@lru_cache(maxsize=1)
def _signals() -> dict[str, Any]:
    raw = json.loads(resource("intents", "signals.json").read_text(encoding="utf-8"))
    return {
        "escalate": _any_of(raw["escalate"]),
        "sorry": {kind: _any_of(patterns) for kind, patterns in raw["sorry"].items()},
        "fits": {stance: _any_of(patterns) for stance, patterns in raw["fits"].items()},
        "about": {matter: _any_of(patterns) for matter, patterns in raw["about"].items()},
        "search": raw["search"],
    }


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    # Latin patterns begin at the beginning of a word; Chinese has no such places.
    return re.compile("|".join(f"(?<![a-z])(?:{pattern})" for pattern in patterns))

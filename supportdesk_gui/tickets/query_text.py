"""What was typed into the search field, taken apart.

`intent:refund lang:es "cracked shade" -lamp from:"lucía pérez" -has:attachment before:2026-11`:
fields, phrases, words, and with a minus before them what shall not be there. An input method's
full-width colon and curly quotation marks are as good. What is still being typed says nothing yet.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, replace

from supportdesk_gui.text.digits import ASCII_DIGITS
from supportdesk_gui.tickets.import_changes import Became
from supportdesk_gui.tickets.ticket import Intent, Status
from supportdesk_gui.tickets.ticket_links import is_address

FIELDS = (
    "intent", "lang", "is", "from", "before", "after", "has", "satisfaction", "sentiment",
    "escalate", "tag",
)  # fmt: skip
STATES = (
    *(one.value for one in Status), "undrafted", "open", "waiting", "answered", "untriaged",
    *(f"just-{one.value}" for one in Became), "just-stale",
)  # fmt: skip
THINGS = ("attachment", "draft", "address")
LEVELS = ("1", "2", "3", "4", "5")
VALUES = {
    "intent": tuple(one.value for one in Intent), "is": STATES, "has": THINGS,
    "satisfaction": LEVELS, "sentiment": ("negative", "neutral", "positive"),
    "escalate": ("yes", "no"),
}  # fmt: skip
_NAMES = "|".join(FIELDS)
QUOTES = "“”„«»「」『』＂"
_QUOTES = str.maketrans(QUOTES, '"' * len(QUOTES))
# A tag's name may hold such marks itself: the one that ends it stands before a space, or at the end.
_TAG = r'(?<=tag[:：])"(?P<tag>(?:[^"]|"(?=\S))*)(?P<shut>"?)'
_PART = re.compile(
    rf'(?<!\S)(?P<minus>-?)(?:(?P<field>{_NAMES})[:：](?:{_TAG}|"(?P<quoted>[^"]*)(?P<end>"?)|(?P<plain>\S*))'
    r'|"(?P<phrase>[^"]+)"|(?<=-)"(?P<begun>[^"]*)\Z)|(?<!\S)-(?P<word>[^\W_]\S*)',
    re.IGNORECASE,
)
_OTHER_FIELD = re.compile(r"(?<!\S)-?([a-z]{2,20})[:：](?![/\\])(?=\S)", re.IGNORECASE)
# What stands before a colon in subjects and addresses.
_NO_FIELDS = frozenset("re fw fwd aw wg sv vs tr rv mailto tel http https".split())
_DATE_BEGUN = re.compile(r"\d{1,3}|\d{4}[-/](?:0?|(?:0?[1-9]|1[0-2])[-/]0?)")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{0,8})*", re.IGNORECASE)
_LONGEST_NUMBER = 80
_LONGEST_LINE = 400
MOST_TERMS = 50
"""Each is looked for by itself, and nothing found is asked again without each."""


@dataclass(frozen=True, slots=True)
class Term:
    """A field with its value, or with an empty `name` a phrase or a word left out.

    `is_exact` where it stands in quotation marks, `is_out` behind a minus, `start` to `end` is its
    place in what was typed.
    """

    name: str
    value: str
    is_exact: bool
    is_out: bool
    start: int
    end: int


_BEFORE = r"(?:(?:re|aw|sv|fwd?)[:：]\s*)?[\[(<（【「『《\"]*\s*"
_BEHIND = r"[\s\])>）】」』》\".,:;!?。，：；！？]*"
_CALLED = (
    r"(?:ticket|request|case|conversation|issue|anfrage|vorgang|fall|demande|solicitud|caso|chamado|"
    r"richiesta|segnalazione|verzoek|melding|zgłoszenie|zgloszenie|ärende|henvendelse|sak|sag|požadavek|"
    r"tiket|talep|bilet|заявка|заявки|обращение|тикет|звернення|تذكرة|التذكرة|البلاغ|درخواست|פנייה|yêu cầu|"
    r"工单|工單|客服單|客服单|チケット|受付|お問い合わせ|티켓|문의)"
)
_COUNTED = (
    r"(?:number|nummer|num|número|numero|numéro|numer|nr|no|id|n[º°]|n|číslo|номер|رقم|מספר|số|"
    r"№|编号|編號|番号|번호|号|號)"
)
_NUMBERED = re.compile(
    rf"{_BEFORE}(?:{_CALLED}\s*)?[#＃]\s?([^\s\])>）】」』》]*\d[^\s\])>）】」』》]*?){_BEHIND}",
    re.IGNORECASE,
)
"""`#10482`, also as it is copied out of a sentence."""
_MAYBE_NUMBERED = re.compile(
    rf"{_BEFORE}(?:{_CALLED}[\s:：]*(?:{_COUNTED}[\s.:：]*)?|{_COUNTED}[\s.:：]+|[№号號])?"
    rf"(?<![A-Za-z])((?:[a-z]{{1,10}}[-_]?)?[0-9][A-Za-z0-9_/.-]*?){_BEHIND}",
    re.IGNORECASE,
)
"""`Ticket 10482`, `工单号：10482`, `(10482)`, `10482.`: words that are looked for as well."""
_IN_LINE = re.compile(
    r"(?<![/&#?=\d])[#＃№]\s?(?P<marked>(?:[A-Z]{1,10}[-_]?)?[0-9][A-Z0-9_/-]*)"
    rf"|(?<![^\W\d_]){_CALLED}[\s:：]*(?:{_COUNTED}[\s.:：]*(?P<counted>[0-9]+)|"
    r"(?P<called>(?:[A-Z]{1,10}[-_])?[0-9][A-Z0-9_-]*)(?=\s*[:：\])）】|—–]|\s-\s))"
    r"|(?:^|[\[(（【])(?P<key>[A-Z][A-Z0-9]{1,9}-[0-9]+)(?=[\])）】:：])",
    re.IGNORECASE,
)
"""`Ticket #10482: printer on fire`, `[#10482] Re: printer`, `Ticket 10482 - printer`, `[SUP-12] printer`."""
_OF_OTHERS = re.compile(
    r"(?:(?<![^\W\d_])(?:orders?|purchase|po|invoices?|receipt|tracking|parcel|package|shipment|customer|client|"
    r"account|rma|returns?|booking|item|article|product|model|sku|bestell\w*|auftrag\w*|rechnung\w*|kunden\w*|"
    r"sendung\w*|paket\w*|artikel\w*|pedidos?|orden|compra|facturas?|cliente|envío|paquete|artículo|commandes?|"
    r"facture|colis|ordin[ei]|fattura|encomenda|fatura|factuur|klant\w*|pakket|zamówieni\w*|faktur\w*|paczk\w*|"
    r"beställning\w*|ordre\w*|objednávk\w*|rendelés\w*|sipariş\w*|kargo|comand[aă]|đơn hàng|заказ\w*|замовлен\w*|"
    r"сч[её]т\w*|посылк\w*|(?:ال)?طلب\w?|(?:ال)?فاتورة|سفارش|הזמנה)|"
    r"订单|訂單|发票|發票|快递|快遞|包裹|注文|請求書|荷物|주문|송장|택배)"
    rf"\W{{0,3}}(?:{_COUNTED}\W{{0,3}})?$",
    re.IGNORECASE,
)
"""`order #10482`: what is marked is another number."""
_WORDS_BEFORE = 40


@dataclass(frozen=True, slots=True)
class Parsed:
    """What was typed: terms in their order, and the words that remain.

    `jump` is a ticket number or an address that goes to its ticket, whatever the filter; `number`
    what may be one: its ticket comes first. So does the only one with the number `marked` as one in
    a line of more words. `unknown` are parts that are no field, or whose value
    is none, `left_out` counts the terms behind the first 50, which are not searched for.
    """

    terms: tuple[Term, ...] = ()
    words: str = ""
    jump: str = ""
    number: str = ""
    marked: str = ""
    unknown: tuple[str, ...] = ()
    left_out: int = 0


def parse(text: str) -> Parsed:
    """Take apart what was typed; a field that is still without a value says nothing yet."""
    stripped = text.strip().translate(ASCII_DIGITS)
    alone = len(stripped.split()) == 1
    if alone and is_address(stripped):
        return Parsed(jump=stripped)
    numbered = _NUMBERED.fullmatch(stripped) if len(stripped) <= _LONGEST_NUMBER else None
    if numbered:
        return Parsed(jump=f"#{numbered[1]}")
    text = text.translate(_QUOTES)
    every = tuple(_term(match) for match in _PART.finditer(text))
    terms = every[:MOST_TERMS]
    words = _PART.sub(" ", text).lstrip()
    unknown = [term for term in terms if _is_unknown(term)]
    said = [text[term.start : term.end] for term in unknown]
    typed = stripped.translate(_QUOTES)
    number, marked = _numbers(typed, terms)
    said += [
        f"{name[1]}:" for name in ([] if number or marked else _OTHER_FIELD.finditer(words))
        if name[1].lower() not in _NO_FIELDS
    ]  # fmt: skip
    kept = tuple(term for term in terms if term.value)
    return Parsed(kept, words, "", number, marked, tuple(said), len(every) - len(terms))


def _numbers(typed: str, terms: tuple[Term, ...]) -> tuple[str, str]:
    """What may be a ticket's number, and what a line of more words marks as one."""
    if len(typed) > _LONGEST_LINE or any(term.name or term.is_out for term in terms):
        return "", ""
    is_short = len(typed) <= _LONGEST_NUMBER
    if is_short and (found := _MAYBE_NUMBERED.fullmatch(typed)):
        return found[1], ""
    if marked := _marked(typed):
        return "", marked
    is_one = is_short and not terms and len(typed.split()) == 1 and any(map(str.isdigit, typed))
    return typed if is_one else "", ""


def _marked(line: str) -> str:
    """The one number that a line marks as that of a ticket."""
    found = {
        next(filter(None, one.groups()))
        for one in _IN_LINE.finditer(line)
        if not _OF_OTHERS.search(line[max(0, one.start() - _WORDS_BEFORE) : one.start()])
    }
    return found.pop() if len(found) == 1 else ""


def without(text: str, term: Term) -> str:
    """What was typed, without one of its terms."""
    return f"{text[: term.start].rstrip()} {text[term.end :].lstrip()}".strip()


def dropped(text: str) -> list[tuple[str, str]]:
    """Each part of what was typed but the words, and what is left without it."""
    return [
        (text[term.start : term.end].strip(), without(text, term)) for term in parse(text).terms
    ]


def day(value: str) -> int | None:
    """When a day (2026-11-01), a month or a year begins here, seconds since the epoch."""
    for shape in ("%Y-%m-%d", "%Y/%m/%d", "%Y-%m", "%Y/%m", "%Y"):
        try:
            return int(time.mktime(time.strptime(value, shape)))
        except (ValueError, OverflowError):
            continue
    return None


def _term(match: re.Match[str]) -> Term:
    name = (match["field"] or "").lower()
    exact = bool(match["end"] or match["shut"] or match["phrase"] or match["begun"])
    said = ("tag", "quoted", "plain", "phrase", "begun", "word")
    value = next((match[one] for one in said if match[one]), "")
    out = bool(match["minus"] or match["word"])
    term = Term(name, value.strip(), exact, out, *match.span())
    if name in VALUES:
        return replace(term, value=_known(name, value.lower()))
    if name in {"before", "after"} and day(value) is None and _DATE_BEGUN.fullmatch(value):
        return replace(term, value="")
    if name == "lang" and len(value) < 2:
        return replace(term, value="")
    return term


def _known(name: str, value: str) -> str:
    """The value of a field that has a few, also where only its beginning is typed; empty where
    several begin so, and as it is where none does."""
    if name == "has":
        value = value.removesuffix("s") or value
    if value in VALUES[name] or not value:
        return value
    begun = [one for one in VALUES[name] if one.startswith(value)]
    return begun[0] if len(begun) == 1 else "" if begun else value


def _is_unknown(term: Term) -> bool:
    if not term.value:
        return False
    if term.name in VALUES:
        return term.value not in VALUES[term.name]
    if term.name == "lang":
        return not _LANGUAGE.fullmatch(term.value)
    return term.name in {"before", "after"} and day(term.value) is None

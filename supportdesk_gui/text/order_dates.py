"""The day on which something was ordered, as a text says it in one of five languages.

A date counts only beside words of ordering or buying (`ordered on 3 March`, `Bestellung vom
3. März`, `3月3日下单`, `Order date: 2026-03-03`), with nothing of arrival, promise or return
between the two. A wrong day is worse than none: what can be read in two ways is not known.
"""

from __future__ import annotations

import datetime
import re

from supportdesk_gui.text.quantities import Quantity, QuantityKind, quantities

_VERBS = (
    r"\bordered\b|\bbought\b|\bpurchased\b|\bplaced\b|\border(?:ing)?\s+date\b|"
    r"\b(?:purchase|buying)\s+date\b|\bdate\s+of\s+(?:the\s+)?(?:order|purchase)\b|"
    r"\bped[ií]\b|\bpedimos\b|\bcompr(?:é|e|amos|ado|ada)\b|\bencargu[eé]\b|"
    r"\bhice\s+(?:el|un)\s+pedido\b|\bfecha\s+(?:del?\s+)?(?:la\s+)?(?:pedido|compra)\b|"
    r"\bcommandée?s?\b|\bachetée?s?\b|\bpassée?s?\b|\bdate\s+d(?:e\s+la\s+|e\s+|.)(?:commande|achat)\b|"
    r"\bbestellt\w*|\bgekauft\w*|\bbestell-?datum\b|\bkaufdatum\b|\bdatum\s+der\s+bestellung\b|"
    "訂單日期|订单日期|下單日期|下单日期|下單時間|下单时间|訂購日期|订购日期|購買日期|购买日期"
)
_NOUNS = (
    r"\b(?:my|our|the|this|an|your)\s+(?:\w+\s+)?(?:order|purchase)\b|"
    r"\border\s+(?:no\.?|number|#)?\s*[\w-]*\d[\w-]*|^\s*(?:order|purchase)\b|"
    r"\b(?:mi|el|un|nuestro|la|una)\s+(?:pedido|compra)\b|\b(?:pedido|compra)\s+(?:[\w-]*\d[\w-]*|del?|realizad[oa])\b|"
    r"\b(?:ma|la|une|notre|mon|un|l.)\s*(?:commande|achat)\b|\b(?:commande|achat)\s+(?:[\w-]*\d[\w-]*|du)\b|"
    r"\bbestellung\b|\b(?:ein)?kauf\b"
)
_AFTER = (
    r"\b(?:i|we)\s+(?:have\s+)?(?:ordered|bought|purchased|placed)\b|"
    r"\b(?:ped[ií]|pedimos|compr(?:é|amos)|encargu[eé]|hice\s+(?:el|un|este)\s+pedido)\b|"
    r"(?:\bj.ai|\bnous\s+avons)\s+(?:commandé|acheté|passé\s+(?:la\s+|une\s+|ma\s+)?commande)|"
    r"\bbestellt\w*|\bgekauft\w*|\bgeordert\w*|"
    "下單|下单|訂購|订购|購買|购买|訂的|订的|買的|买的|買了|买了|訂了|订了|下的單|下的单|拍的|拍下"
)
# What stands between the two makes it another matter: arrival, a wish, a deadline, a return.
_OTHER = re.compile(
    r"arriv|deliver|receiv|\bcame\b|\bship|dispatch|\breturn|refund|cancel|\bdue\b|\bby\b|\bfor\b|"
    r"\buntil\b|\binvoice|factur|rechnung|發票|发票|\bbefore\b|\bnot\b|"
    r"lleg|entreg|recib|envi|devol|reembols|cancel|\bpara\b|\bantes\b|\bhasta\b|"
    r"livr|reçu|recev|expédi|retourn|rembours|annul|\bpour\b|\bavant\b|\bjusqu|"
    r"liefer|geliefert|erhalten|bekomm|ankam|angekommen|\bkam\b|versand|verschickt|zurück|"
    r"erstatt|storn|\bfür\b|\bbis\b|\bzum\b|"
    "到貨|到货|收到|送達|送达|送到|發貨|发货|出貨|出货|寄出|退|取消|之前|以前|要用",
    re.IGNORECASE,
)
_WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday "
    "lunes martes miércoles jueves viernes sábado domingo "
    "lundi mardi mercredi jeudi vendredi samedi dimanche "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag"
)
# The words that lead to a date; none is needed where the date follows at once.
_LEADS = re.compile(
    r"(?:^|.*\b(?:on|from|of|the|dated|at|was|is|back|el|del|día|de|fue|le|du|date|am|vom|dem|den|der|"
    rf"war|ist|{'|'.join(_WEEKDAYS.split())})\b\.?|.*[:：(（,]|.*[在於于是為为])\s*$",
    re.IGNORECASE | re.DOTALL,
)
_END = re.compile(r"(?<!\bnr)(?<!\bno)[.!?…](?=\s|$)|[\n。！？；;]", re.IGNORECASE)
_CLAUSE_END = re.compile("[,，;；、]")
_IS = re.compile(r"\b(?:is|was|ist|war|es|era|fue|est|était)\b|是", re.IGNORECASE)
_LONGEST_GAP = 60
_VERB = re.compile(_VERBS, re.IGNORECASE)
_NOUN = re.compile(_NOUNS, re.IGNORECASE)
_THEN = re.compile(r"\b(?:on|el|le|am)\s*$", re.IGNORECASE)
_WORD_AFTER = re.compile(_AFTER, re.IGNORECASE)
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{2}|\d{4})")
_EARLIEST = datetime.date(2000, 1, 1)


def order_dates(text: str, written: datetime.date, language: str = "") -> set[datetime.date]:
    """The days on which the text says that something was ordered, none after `written`.

    A date without a year is the latest such day up to `written`, the day of the text. In English
    3/4/2026 or 3-4-2026 is left out: it is 3 April for some and 4 March for others.
    """
    dates = [one for one in quantities(text) if one.kind is QuantityKind.DATE]
    found: set[datetime.date] = set()
    for place, one in enumerate(dates):
        start = dates[place - 1].end if place else 0
        end = dates[place + 1].start if place + 1 < len(dates) else len(text)
        before, after = text[start : one.start], text[one.end : end]
        if text[one.end - 1] == ".":  # the full stop after a month's name
            after = ""
        if _follows_order(before) or _precedes_order(before, after):
            day = _day(text, one, written, language)
            if day is not None:
                found.add(day)
    return found


def _follows_order(before: str) -> bool:
    """`I ordered the lamp on` 3 March: the last word of ordering in the sentence leads to it."""
    sentence = _last_sentence(before)
    words = [*_VERB.finditer(sentence), *_NOUN.finditer(sentence)]
    if not words:
        return False
    last = max(words, key=lambda word: (word.end(), word.re is _VERB))
    gap = sentence[last.end() :]
    if last.re is _NOUN and _THEN.search(gap) and _OTHER.search(sentence[: last.start()]):
        return False  # `I cancelled my order on` 3 March
    return len(gap) <= _LONGEST_GAP and not _OTHER.search(gap) and bool(_LEADS.match(gap))


def _precedes_order(before: str, after: str) -> bool:
    """`am` 3. März `habe ich bestellt`: nothing else happened on that day."""
    end = _END.search(after)
    before = _CLAUSE_END.split(_last_sentence(before))[-1]
    rest = after[: end.start()] if end else after
    word = _WORD_AFTER.search(rest)
    if word is None or word.start() > _LONGEST_GAP or _OTHER.search(rest[: word.start()]):
        return False
    return not _OTHER.search(before) and not _IS.search(before)


def _last_sentence(text: str) -> str:
    ends = [match.end() for match in _END.finditer(text)]
    return text[ends[-1] :] if ends else text


def _day(text: str, one: Quantity, written: datetime.date, language: str) -> datetime.date | None:
    year, month, day = (
        int(one.values[0]) // 10000, int(one.values[0]) // 100 % 100, int(one.values[0]) % 100
    )  # fmt: skip
    slashed = _SLASHED.fullmatch(text[one.start : one.end])
    if slashed and language in {"", "en"} and day <= 12 and day != month:
        return None
    for candidate in (year,) if year else (written.year, written.year - 1):
        try:
            found = datetime.date(candidate, month, day)
        except ValueError:
            continue  # 29 February of another year
        if _EARLIEST <= found <= written:
            return found
    return None

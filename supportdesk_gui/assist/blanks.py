"""Blanks in a draft for facts that are missing: `[tracking status]`, and what looks like one.

A blank carries the words of the fact as triage gave them, in the agent's language: the agent
fills it, no customer reads it. Other brackets and braces are placeholders that nobody fills.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from supportdesk_gui.text.plain import plain

_BRACKETED = re.compile(r"[\[［]([^\[\]［］\n]{2,300})[\]］]")
_LONGEST = 80
"""Characters up to which brackets that name no fact are taken for a placeholder."""
_MONTH = (
    r"(?:jan|feb|f[eé]v|mar|m[aä]r|apr|abr|avr|may|mai|jun|juin|jul|juil|aug|ago|ao[uû]t|sep|oct|okt|"
    r"nov|dec|d[eé]c|dez|dic|ene)"
)
_FACT = (
    r"(?:(?:first |last |full |customer |agent |order |tracking |invoice )?(?:name|number|date|amount|"
    r"link|address|signature|reason|product|day|time)|name|vorname|datum|betrag|nummer|bestellnummer|"
    r"nombre|fecha|importe|n[uú]mero(?: de pedido)?|firma|nom|pr[eé]nom|montant|num[eé]ro(?: de commande)?)"
)
_CHINESE_FACT = "(?:姓名|名字|称呼|稱呼|单号|單號|订单号|訂單號|编号|編號|日期|时间|時間|金额|金額|链接|連結|地址|电话|電話)"
_PLACEHOLDER = re.compile(
    r"\{\{?[^{}\n]{1,60}\}?\}"
    r"|(?<![\w@])<(?!https?:|www\.)[^\W\d_][^<>@\n]{1,40}>"
    # A card that ends in XXXX 1234 is masked.
    r"|(?<![A-Za-z0-9*-])[Xx]{3,}(?![A-Za-z])(?![ -]?(?:[Xx*]{2,}[ -]?)*\d{3})"
    r"|(?<![A-Za-z0-9])[A-Z]{1,4}-[Xx]{3,}(?!\w)"
    r"|(?<![\w.])[Xx]{1,2}[./-][Xx]{2}(?:[./-](?:[Xx]{2,4}|\d{2,4}))?(?!\w)"
    rf"|(?<!\w)[Xx]{{1,2}}\.?(?= (?:de |of )?(?i:{_MONTH})[a-zäéû]*\b)"
    r"|(?<![\w-])[Xx]{2}(?= ?(?:€|\$|£|%|(?:EUR|USD|Euros?|days?|hours?|weeks?|working|business|Tagen?|"
    r"Stunden?|Werktagen?|Wochen?|d[ií]as?|horas?|jours?|heures?|semaines?)\b))"
    r"|[€$£] ?[Xx]{1,4}(?!\w)"
    r"|(?<![A-Za-z0-9])[XxＸ×○〇＊]{1,4}(?=月|日|天|元|号|號)"
    r"|(?<![A-Za-z0-9])[XxＸ×○〇＊*]{2,4}(?=先生|女士|小姐|您好|你好|客户|客戶)|某某(?=先生|女士|小姐|您好|你好)"
    r"|_{3,}|(?<!\w)__(?!\w)|(?<![\w*])\*{4,}(?![\w*]| ?\d)|\?{4,}|\.{6,}|(?<=[A-Za-z] )…{2,}(?= [A-Za-z])"
    r"|%[A-Za-z_]{2,30}%"
    r"|(?<!\w)(?:TODO|TBD|TBC|lorem ipsum|INSERT [A-Z]{3,})(?!\w)"
    # 【订单号】MP-48213 is a label.
    rf"|【[^【】\n]{{0,20}}(?:{_CHINESE_FACT}|填写|填寫)[^【】\n]{{0,10}}】(?!\s*[:：]?\s*(?:[A-Z]{{1,5}}-?)?\d)"
    rf"|[(（](?i:(?:insert|fill in) (?:the |your |a )?{_FACT}|(?:your|ihr|su|tu|votre|ton) (?:name|nombre|"
    rf"nom|firma|signature)(?: here| aquí| ici)?|{_FACT} (?:here|einfügen|eintragen|einsetzen)|"
    rf"(?:insertar|inserte|ins[eé]rer|ins[eé]rez) (?:el |la |su |le |votre )?{_FACT})[)）]"
    rf"|[(（](?:(?:请|請|此处|此處)?(?:填写|填寫|填入|插入|输入|輸入).{{0,8}}|[您你](?:的)?{_CHINESE_FACT})[)）]"
    rf"|〔(?:{_CHINESE_FACT}|(?i:{_FACT}))〕|‹(?i:{_FACT})›"
    rf"|[「『]{_CHINESE_FACT}[」』](?=先生|女士|小姐|您好|你好)"
)
_NOTHING = re.compile(r"\W*|\d+|sic|…", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Blank:
    """Characters `start` to `end` of a text; `name` is the fact, empty for a placeholder."""

    start: int
    end: int
    name: str = ""


def blank(name: str) -> str:
    """How an empty fact stands in a draft."""
    return f"[{name}]"


def blanks_in(text: str, names: Sequence[str]) -> list[Blank]:
    """The blanks of these facts in a text, in their order."""
    known = {_key(name): name for name in names}
    return [
        Blank(*match.span(), known[_key(match[1])])
        for match in _BRACKETED.finditer(text)
        if _key(match[1]) in known
    ]


def open_places(text: str, names: Sequence[str] = ()) -> list[Blank]:
    """All that must not reach a customer: blanks and placeholders, in their order."""
    blanks = blanks_in(text, names)
    taken = {one.start for one in blanks}
    others = [
        Blank(*match.span())
        for match in _BRACKETED.finditer(text)
        if match.start() not in taken and _is_placeholder(match, text)
    ]
    others += [Blank(*match.span()) for match in _PLACEHOLDER.finditer(text)]
    return sorted([*blanks, *others], key=lambda one: one.start)


def _is_placeholder(match: re.Match[str], text: str) -> bool:
    is_link = text[match.end() : match.end() + 1] == "("
    return not is_link and len(match[1]) <= _LONGEST and not _NOTHING.fullmatch(match[1])


def _key(name: str) -> str:
    return " ".join(plain(name).split())

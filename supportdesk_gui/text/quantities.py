"""Amounts, percentages, durations, dates and times of day in a text, in five languages.

English, Spanish, French, German and Chinese in both scripts; dates and amounts in those of most
customers (month_names.py, currencies.py). What is written in words counts as
well up to a hundred (`fourteen days`, `zwei Wochen`, `七天`), ranges are one quantity (`3 to 5
working days`). Equal things have equal values: 2 weeks are 14 days, 1 year is 12 months; working
days are a unit of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from supportdesk_gui.text.currencies import (
    BEFORE,
    BEFORE_ALONE,
    CODES,
    DECIMAL_COMMA,
    SUM_OF_ORDER,
    THOUSANDTHS,
    is_money,
)
from supportdesk_gui.text.digits import ASCII_DIGITS
from supportdesk_gui.text.month_names import BEFORE_DAY, BEHIND_DAY, WITH_YEAR


class QuantityKind(StrEnum):
    """What a quantity measures."""

    AMOUNT = "amount"
    PERCENT = "percent"
    DURATION = "duration"
    DATE = "date"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity: its canonical values (two for a range) and unit, and its place in the text.

    `unit` is a currency's code, or one of minute, day, workday and month; a date's value is
    yyyymmdd (year 0 where none is given), a time's minutes since midnight.
    """

    kind: QuantityKind
    values: tuple[Decimal, ...]
    unit: str
    start: int
    end: int

    @property
    def meaning(self) -> tuple[QuantityKind, str, tuple[Decimal, ...]]:
        """What it says, wherever it stands."""
        return self.kind, self.unit, self.values


_WORDS = {
    2: "two zwei dos deux 二 两 兩",
    3: "three drei tres trois 三",
    4: "four vier cuatro quatre 四",
    5: "five fünf cinco cinq 五",
    6: "six sechs seis 六",
    7: "seven sieben siete sept 七",
    8: "eight acht ocho huit 八",
    9: "nine neun nueve neuf 九",
    10: "ten zehn diez dix 十",
    12: "twelve zwölf doce douze 十二",
    14: "fourteen vierzehn catorce quatorze 十四",
    15: "fifteen fünfzehn quince quinze 十五",
    20: "twenty zwanzig veinte vingt 二十",
    21: "twenty-one einundzwanzig veintiuno 二十一",
    24: "twenty-four vierundzwanzig veinticuatro 二十四",
    28: "twenty-eight achtundzwanzig veintiocho 二十八",
    30: "thirty dreißig dreissig treinta trente 三十",
    45: "forty-five fünfundvierzig 四十五",
    48: "forty-eight achtundvierzig 四十八",
    60: "sixty sechzig sesenta soixante 六十",
    90: "ninety neunzig noventa 九十",
    100: "hundred hundert cien cent 一百",
    1: "one ein eine einen einem einer eines un una uno une 一",
}
_VALUES = {word: value for value, words in _WORDS.items() for word in words.split()}
# Unit, and how many of the canonical unit it is.
_UNITS = {
    ("minute", 1): "minutes minute minuten minutos minuto mins min 分鐘 分钟",
    ("minute", 60): (
        "hours hour hrs hr stunden stunde stündig stündige stündigen std horas hora hs heures heure h "
        "個小時 个小时 小時 小时 個鐘頭 个钟头 鐘頭 钟头"
    ),
    ("workday", 1): (
        "working·days working·day workdays workday business·days business·day bankarbeitstagen "
        "bankarbeitstage geschäftstagen geschäftstage días·laborales días·útiles werktagen werktage werktags werktag "
        "arbeitstagen arbeitstage días·laborables día·laborable días·hábiles día·hábil "
        "jours·ouvrés jour·ouvré jours·ouvrables jour·ouvrable "
        "個工作天 个工作天 个工作日 個工作日 工作天 工作日 個營業日 个营业日 營業日 营业日"
    ),
    ("workhour", 1): (
        "business·hours horas·hábiles hora·hábil horas·laborables heures·ouvrées heures·ouvrables 个工作小时 個工作小時 工作小时 工作小時"
    ),
    ("day", 1): (
        "days day calendar·days calendar·day tagen tage tages tag tägig tägige tägigen tägiger "
        "tägiges kalendertagen kalendertage días día jours jour journées journée "
        "個日曆天 个日历天 日曆天 日历天 個自然日 个自然日 自然日 天 日"
    ),
    ("day", 7): (
        "weeks week wochen woche wöchig wöchige wöchigen semanas semana semaines semaine "
        "個星期 个星期 星期 週 周 個禮拜 个礼拜 礼拜 禮拜"
    ),
    ("month", 1): (
        "months month monaten monate monat monats monatig monatige monatigen meses mes mois 個月 个月"
    ),
    ("month", 12): (
        "years year jahren jahre jahres jahr jährig jährige jährigen jähriger jähriges años año "
        "ans an années année 年"
    ),
}
_UNIT_OF = {
    word.replace("·", " "): unit for unit, words in _UNITS.items() for word in words.split()
}


def _any(words: Iterable[str]) -> str:
    """One of the words, the longest first; blanks in them are any white space."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


_LATIN = r"a-zà-öø-ÿß"
# Letters that end no word of another script; after those of the others a particle may follow.
_LETTER = rf"{_LATIN}\u0100-\u024f\u0370-\u052f\u05d0-\u05ea\u0620-\u064a\u066e-\u06d3\u0900-\u0963\u1e00-\u1eff"
_DIGITS = r"(?<!\d)(?:\d{1,3}(?:[.,٬’' \u00a0\u202f]\d{3})+(?:[.,٫]\d{1,2})?|\d+(?:[.,٫]\d{1,2})?)"
_SPELT = _any(dict.fromkeys(_VALUES))
_NUMBER = rf"(?:{_DIGITS}|(?<![{_LATIN}])(?:{_SPELT})(?![{_LATIN}]))"
_TO = r"\s*(?:-|–|to|bis|a|à|y|and|und|et|or|oder|o|ou|至|到|或)\s*"
_GAP = r"[\s\u00a0\u202f-]*"
# "3 more working days", "zwei weitere Wochen"
_FURTHER = (
    r"(?:(?:more|further|full|whole|extra|additional|consecutive|weiteren?|vollen?|ganzen?|"
    r"zusätzlichen?|autres|otros|otras)\s+)?"
)
_RANGE = rf"(?P<one>{_NUMBER})(?:{_TO}(?P<two>{_NUMBER}))?"
_END = rf"(?![{_LETTER}])"
_BEFORE = _any(BEFORE)
_ORDERS = (
    r"orders?|invoices?|bookings?|bestell(?:ung|nummer|nr)|auftrag(?:snummer)?|rechnung(?:snummer)?|buchung|pedidos?|orden"
    r"|fatura|encomenda|reserva|commandes?|facture|réservation|ordine|fattura|prenotazione|bestelling|factuur|zamówieni[ae]"
    r"|faktur\w*|rachunek|objednávk[ay]|beställning|ordre?|bestilling|tilaus|rendelés\w*|számla|sipariş|заказ\w*|сч[её]т"
    r"|замовлення|рахунок|comand[aă]|factur[aă]|παραγγελία\w*|τιμολόγιο|הזמנה|חשבונית|طلب|الطلب|فاتورة|đơn hàng|hóa đơn|pesanan"
    r"|คำสั่งซื้อ|ออเดอร์|订单|訂單|单号|單號|注文|주문"
)
_OF_ORDER = (
    r"(?:[\s:：.#№°º_-]|n[or]\b|num(?:ber|mer|er)?\b|n[uú]mero\b|numéro\b|nº|n°|id\b|code\b|номер\b|رقم"
    r"|号码?|號碼?|编号|編號|番号|번호){0,8}"
)
_ORDINAL = r"\.|st|nd|rd|th|er|e|de|ste|:[eas]|[º°ªη]|-?(?:го|ого|е|ое|go|ego)"
_PATTERNS: tuple[tuple[QuantityKind, str], ...] = (
    (QuantityKind.DATE, r"(?<!\d)(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)"),
    (
        QuantityKind.DATE,
        r"(?:(?P<y>\d{4})\s*年\s*)?(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*[日號号]",
    ),
    (
        QuantityKind.DATE,
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:{_ORDINAL})?(?:\s+(?:de\s+|of\s+|من\s+)?|[-/])(?:ב-?)?(?P<name>{_any(BEHIND_DAY)})\.?"
        rf"{_END}(?:(?:,?\s+(?:de\s+|del\s+)?|[-/])(?P<y>\d{{4}}|(?<=[-/])[2-4]\d)(?!\d))?",
    ),
    (
        QuantityKind.DATE,
        rf"(?<!\d)(?P<d>\d{{1,2}})\.?\s+(?P<name>{_any(WITH_YEAR)})\.?\s+(?P<y>(?:19|20)\d\d)(?!\d)",
    ),
    (
        QuantityKind.DATE,
        r"(?:(?P<y>\d{4})\s*년\s*)?(?P<m>\d{1,2})\s*월\s*(?P<d>\d{1,2})\s*일",
    ),
    (
        QuantityKind.DATE,
        r"(?:ngày\s+(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})(?:,?\s+(?:năm\s+)?(?P<y>\d{4}))?(?!\d))",
    ),
    (QuantityKind.DATE, r"(?<!\d)(?P<y>\d{4})\.\s(?P<m>\d{1,2})\.\s(?P<d>\d{1,2})(?!\d)"),
    (
        QuantityKind.DATE,
        rf"(?:(?<!\d)(?P<y>\d{{4}})\.\s+)(?P<name>{_any(BEFORE_DAY)})\s+(?P<d>\d{{1,2}})(?!\d)",
    ),
    (
        QuantityKind.DATE,
        rf"(?<![{_LETTER}])(?P<name>{_any(BEFORE_DAY)})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)"
        r"(?:,?\s+(?P<y>\d{4}))?",
    ),
    (QuantityKind.DATE, r"(?<!\d)(?P<d>\d{1,2})[./-](?P<m>\d{1,2})[./-](?P<y>\d{4})(?!\d)"),
    (
        QuantityKind.DATE,
        r"(?<![\w./-])(?P<d>\d\d)\.(?P<m>\d\d)\.(?P<y>[2-4]\d)(?![./-]?\d)",
    ),
    (
        QuantityKind.DATE,
        r"(?<![\w./-])(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>[2-4]\d)(?![./-]?\d)",
    ),
    (QuantityKind.TIME, r"(?<![\d:])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![\d:])"),
    (
        QuantityKind.PERCENT,
        rf"{_RANGE}{_GAP}(?:%|％|percent|per\s+cent|prozent|por\s+ciento|pour\s+cent){_END}"
        rf"|百分之(?P<hundredth>{_NUMBER})",
    ),
    (
        QuantityKind.AMOUNT,  # order 12345 € 40
        rf"(?<![{_LETTER}])(?:{_ORDERS}){_OF_ORDER}[A-Z-]{{0,6}}\d[\d/-]{{3,}},?\s"
        rf"(?P<sum>(?P<before>{_BEFORE})\s(?P<one>{SUM_OF_ORDER}))",
    ),
    (
        QuantityKind.AMOUNT,  # 249 € 3 Tage: the sign is of what stands before it, if no order's number
        rf"(?:(?<![{_LATIN}\d])(?<!\d\s)|(?=(?:{_BEFORE})(?:\d|\s*\d[\d.,]*[.,]\d\d(?!\d)))"
        rf"|(?<=\d{{6}}\s)|(?<![{_LATIN}])(?=[a-z]{{1,2}}\$))"
        rf"(?P<before>{_BEFORE})\s*(?P<one>{_DIGITS})",
    ),
    (
        QuantityKind.AMOUNT,
        rf"(?<![{_LETTER}\d])(?<!\d[ \u00a0\u202f])(?P<before>{_any(BEFORE_ALONE)})\.?[ \u00a0\u202f]?(?P<one>{_DIGITS})(?![/-]?\d)",
    ),
    (QuantityKind.AMOUNT, rf"{_RANGE}(?:,[-–—]+)?{_GAP}(?P<after>{_any(CODES)}){_END}"),
    (
        QuantityKind.DURATION,
        rf"{_RANGE}{_GAP}{_FURTHER}(?P<unit>{_any(dict.fromkeys(_UNIT_OF))}){_END}",
    ),
)
_ASCII = ASCII_DIGITS | str.maketrans("٫٬", ".,")
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)
_YEAR = (1900, 2100)
_THAI_YEARS = range(2500, 2650)


def quantities(text: str) -> list[Quantity]:
    """The quantities of the text in their order; none overlaps another."""
    found: list[Quantity] = []
    taken: set[int] = set()
    for kind, pattern in _COMPILED:
        for match in pattern.finditer(text):
            if taken.isdisjoint(range(*match.span())):
                quantity = _quantity(kind, match)
                if quantity is not None:
                    found.append(quantity)
                    taken.update(range(*match.span()))
    return sorted(found, key=lambda one: one.start)


def _quantity(kind: QuantityKind, match: re.Match[str]) -> Quantity | None:
    groups = match.groupdict()
    unit = ""
    if kind is QuantityKind.DATE:
        values = _date(groups)
    elif kind is QuantityKind.TIME:
        values = (Decimal(int(groups["hour"]) * 60 + int(groups["minute"])),)
    else:
        numbers = (groups.get("one"), groups.get("two"), groups.get("hundredth"))
        said = groups.get("before") or groups.get("after") or ""
        unit = CODES.get(said.lower(), "")
        values = tuple(_value(number, unit) for number in numbers if number)
        if kind is QuantityKind.AMOUNT:
            if not is_money(said, values[0], match.string):
                return None
        elif kind is QuantityKind.DURATION:
            unit, factor = _UNIT_OF[" ".join(groups["unit"].lower().split())]
            if factor == 12 and values and _YEAR[0] <= values[0] <= _YEAR[1]:
                return None  # 2026年 names a year
            values = tuple(value * factor for value in values)
            if unit == "workhour":  # 48 of them are two working days
                unit, values = "workday", tuple(value / 24 for value in values)
    place = match.span("sum") if groups.get("sum") else match.span()
    return Quantity(kind, values, unit, *place) if values else None


def _date(groups: dict[str, str | None]) -> tuple[Decimal, ...]:
    name = " ".join((groups.get("name") or "").lower().split())
    month = BEHIND_DAY.get(name) or WITH_YEAR.get(name) or int(groups.get("m") or 0)
    day, year = int(groups["d"] or 0), int(groups.get("y") or 0)
    if 0 < year < 100:
        year += 2000
    if year in _THAI_YEARS:
        year -= 543
    if day <= 12 < month:  # 3/25/2026, as it is written in America
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return ()
    return (Decimal(year * 10000 + month * 100 + day),)


def _value(number: str, unit: str) -> Decimal:
    """The number in figures, in words or in Chinese numerals, of a currency or of something else."""
    word = number.lower().translate(_ASCII)
    if word in _VALUES:
        return Decimal(_VALUES[word])
    bare = re.sub(r"[’' \u00a0\u202f]", "", word)
    mark = max(bare.rfind("."), bare.rfind(","))
    is_decimal = unit in THOUSANDTHS and (bare[mark] == "." or unit in DECIMAL_COMMA)
    if mark >= 0 and (len(bare) - mark - 1 != 3 or is_decimal):
        whole, part = re.sub(r"[.,]", "", bare[:mark]), bare[mark + 1 :]
        return Decimal(f"{whole}.{part}").normalize()
    return Decimal(re.sub(r"[.,]", "", bare))

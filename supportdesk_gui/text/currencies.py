"""What currencies are called beside a sum of money, and which of these words say something else too."""

from __future__ import annotations

import re
from decimal import Decimal

_WORDS = {
    "EUR": "€ eur euro euros 歐元 欧元 ευρώ евро يورو 유로 ユーロ",
    "USD": "us$ usd dollar dollars dólares dólar dollar 美元 美金 $ a$ c$ aud cad долларов доллара دولار 달러 ドル",
    "GBP": "£ gbp pound pounds pfund libras livres 英鎊 英镑 quid",
    "CHF": "chf sfr franken francs francos 瑞士法郎",
    "TWD": "nt$ twd ntd 新台幣 新臺幣 台幣",
    "CNY": "¥ ￥ rmb cny yuan yuanes 人民幣 人民币 元人民币 元 塊錢 块钱 塊 块 圓",
    "JPY": "jpy yen 日圓 日元 円",
    "HKD": "hk$ hkd 港幣 港币 港元 蚊",
    "MXN": "mxn mx$ ars clp cop peso pesos",
    "SEK": "sek nok dkk kr kronor kroner",
    "PLN": "pln zł zloty złoty złote złotych zlotych",
    "CZK": "czk kč korun koruny",
    "HUF": "huf ft forint forintot",
    "RON": "ron lei",
    "UAH": "uah ₴ грн гривень гривні гривня",
    "INR": "inr ₹ rs rupees रुपये रुपए",
    "KRW": "krw ₩ 원",
    "BRL": "r$ brl reais",
    "RUB": "₽ rub руб рублей рубля р",
    "TRY": "₺ tl",
    "THB": "thb ฿ บาท",
    "IDR": "idr rp rupiah",
    "VND": "vnd vnđ ₫ đ đồng",
    "ILS": 'ils nis ₪ ש״ח ש"ח שקל שקלים',
    "SAR": "sar ر.س ﷼ ريال ريالا ريالاً",
    "AED": "aed dirhams د.إ درهم درهما درهماً",
    "KWD": "kwd د.ك",
    "BHD": "bhd د.ب",
    "OMR": "omr ر.ع",
    "JOD": "jod د.أ",
    "TND": "tnd د.ت",
    "EGP": "egp ج.م جنيه جنيها جنيهاً",
}
CODES = {word: code for code, words in _WORDS.items() for word in words.split()}
"""Each word, in small letters, with the code of its currency."""
BEFORE = (
    "€ £ us$ nt$ hk$ mx$ r$ a$ c$ $ ¥ ￥ ₹ ₩ ₽ ₺ eur usd gbp chf rmb cny jpy krw aed 新台幣 新臺幣 港幣 港币 "
    "人民幣 人民币"
).split()
"""Those that stand before a sum as well."""
THOUSANDTHS = frozenset(("KWD", "BHD", "OMR", "JOD", "TND"))
"""Currencies whose sums have three decimals: 12.500 of them is twelve and a half (ISO 4217)."""
DECIMAL_COMMA = frozenset(("TND",))
"""Those of them that are written with a comma in front of these."""
BEFORE_ALONE = (
    "₴ ₪ ฿ ₫ ﷼ sar sfr czk huf ron uah thb idr vnd ils nis pln sek nok dkk brl inr egp mxn rp kr kč ر.س kwd bhd omr jod tnd"
).split()
"""Those that do so where no number stands before them."""
SUM_OF_ORDER = (
    r"(?:\d[\d.,’']*[.,]\d\d|\d+(?:[.,’']\d{3})*)(?![.,/-]?\d)"
    r"(?:(?<=[.,]\d\d)|(?=\s*(?:$|[\n.,;:!?)。，；！？]))|(?=\s+(?:and|but|for|is|was|und|aber|für|ist|wurde|et|pour|y|por)\b))"
)
"""A sum behind an order's number and the sign of a currency: it has cents, or nothing that would be
counted stands behind it, as in "booking 1450 € 7 nights"."""
_CAPITALS = frozenset("sar czk huf ron uah thb idr vnd ils nis sek egp kwd bhd omr jod tnd".split())
_HUNGARIAN = re.compile("[őű]|\\b(?:és|nem|rendel)", re.IGNORECASE)
_ROMANIAN = re.compile("[ășşțţ]", re.IGNORECASE)
_YEARS = range(1900, 2101)


def is_money(said: str, value: Decimal, text: str) -> bool:
    """Whether a word beside a number is a currency in this text: `990 Ft` and no `6 ft`."""
    word = said.lower()
    if word in _CAPITALS:
        return said.isupper()
    if word == "ft":
        return said == "Ft" and (value >= 1000 or bool(_HUNGARIAN.search(text)))
    if word == "lei":
        is_sum = value != int(value) or (value >= 100 and int(value) not in _YEARS)
        return is_sum or bool(_ROMANIAN.search(text))
    return value >= _LEAST.get(word, 0)


_LEAST = {"đ": 1000, "đồng": 1000, "р": 10, "rp": 100}
"""Below it they are other words, or the beginnings of some."""

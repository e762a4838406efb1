"""E-mail addresses and telephone numbers in a text.

Telephone numbers by libphonenumber (`phonenumbers`), in the countries where a language is written;
what is written as one (a plus, an area code in brackets, a word before it) counts without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from supportdesk_gui.text.personal import Personal, PersonalKind

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,62})\.)+[a-z0-9-]{2,24}")
_LOCAL = re.compile(r"[a-z0-9_%+'.-]{1,64}$")
_AT = re.compile(r" ?[\[({<] ?(?:at|@|arroba) ?[\])}>] ?| (?:at|arroba) ")
_SPELT_HOST = re.compile(
    r"[a-z0-9-]{2,63}(?: ?(?:\.|[\[({<] ?(?:dot|punkt|punto|point|\.) ?[\])}>]| (?:dot|punkt|punto|point) ) ?[a-z0-9-]{2,63})+"
)
_GAP = "[ \\t\u00a0\u2009\u202f().\u2010-\u2015/\u2423-]{0,3}"
_NUMBER = re.compile(
    rf"(?<![a-z0-9@#_/$€£¥+-])(?<!\d[.,:])(?:\+|00)?[(]?\d(?:{_GAP}\d){{5,14}}(?![a-z0-9_])"
)
_DATE = re.compile(
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))(?![-/.]?\d)"
)
_YEARS = re.compile(r"\(?(?:1[5-9]|20)\d\d ?[-\u2010-\u2015/] ?(?:1[5-9]|20)\d\d")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_MONEY_BEHIND = re.compile(
    r"[.,]\d|\s?(?:€|£|\$|¥|元|円|%|eur|usd|gbp|chf|twd|cny|euro|dollar|pesos|pound|x\b|cm\b|mm\b|km\b|kg\b|ml\b)"
)
_LABEL = re.compile(
    r"(?:\b(?:tel|fon|phone|telephone|telefon\w*|telefono|mobile|mobil\w*|movil|cell\w*|handy\w*|whats ?app|call|ring|text me|sms|"
    r"fax|reach\w*|erreich\w*|ruf\w*|anruf\w*|rufnummer|llam\w*|celular|contact\w*|kontakt\w*|appel\w*|joindre|portable|"
    r"telephoner|numero de tel\w*|durchwahl|line|viber|signal|telegram)\b"
    r"|电话|手机|联系|致电|拨打|来电|打|微信|热线|座机|传真|手机号|同号)[^\d\n]{0,24}$"
)
_GROUPED = re.compile(
    r"\d{3}[-. ]\d{3}[-. ]\d{4}|0\d[-. ]\d{2}[-. ]\d{2}[-. ]\d{2}[-. ]\d{2}|1[3-9]\d[- ]?\d{4}[- ]?\d{4}"
    r"|0\d{1,4}[-/ ]\d[\d -/]{4,10}|09\d{2}-?\d{3}-?\d{3}"
)
_REGIONS = {
    "en": "US GB CA AU IE NZ IN", "es": "ES MX AR CO CL PE", "fr": "FR BE CH CA LU", "de": "DE AT CH LU",
    "zh": "CN TW HK SG MO", "it": "IT CH", "pt": "PT BR", "nl": "NL BE", "pl": "PL", "ja": "JP", "ko": "KR",
    "sv": "SE", "da": "DK", "tr": "TR", "cs": "CZ", "ru": "RU", "uk": "UA",
}  # fmt: skip
_EVERYWHERE = "US GB DE FR ES CN TW"


def email_addresses(bare: str) -> Iterator[Personal]:
    """Of a text in plain spelling; also `name (at) host (dot) org`."""
    at = bare.find("@")
    while at >= 0:
        host = _HOST.match(bare, at + 1)
        local = _LOCAL.search(bare, max(0, at - 64), at)
        if host and local and (start := local.end() - len(local[0].lstrip(".'"))) < at:
            yield Personal(PersonalKind.EMAIL, start, host.end())
        at = bare.find("@", at + 1)
    for match in _AT.finditer(bare):
        host = _SPELT_HOST.match(bare, match.end())
        local = _LOCAL.search(bare, max(0, match.start() - 64), match.start())
        # "look at host.example" is no address, "look at host dot example" may be one
        if host and local and ("@" in match[0] or match[0].strip() != "at" or "dot" in host[0]):
            yield Personal(PersonalKind.EMAIL, local.start(), host.end())


def phone_numbers(bare: str, language: str) -> Iterator[Personal]:
    """Of a text in plain spelling (text/plain.py), which is mostly in `language`."""
    for match in _NUMBER.finditer(bare):
        row = match[0]
        if _MONEY_BEHIND.match(bare, match.end()):
            continue
        labelled = bool(_LABEL.search(bare, max(0, match.start() - 48), match.start()))
        if _is_phone(row, labelled, regions(language)):
            yield Personal(PersonalKind.PHONE, match.start(), match.end())


def regions(language: str) -> tuple[str, ...]:
    """The countries whose numbers are looked for in texts of a language."""
    return tuple(_REGIONS.get(language.partition("-")[0], _EVERYWHERE).split())


@lru_cache(maxsize=4096)
def _is_phone(row: str, labelled: bool, countries: tuple[str, ...]) -> bool:
    digits = sum(sign.isdigit() for sign in row)
    if _DATE.match(row) or _YEARS.fullmatch(row):
        return False
    if row.startswith(("+", "00", "(")):
        return digits >= 7
    if labelled:
        return True
    if _THOUSANDS.fullmatch(row):
        return False
    return bool(_GROUPED.fullmatch(row)) or (digits >= 7 and _is_valid(row, countries))


def _is_valid(row: str, countries: tuple[str, ...]) -> bool:
    import phonenumbers  # its tables take a moment, and the first picture needs none

    for country in countries:
        try:
            if phonenumbers.is_valid_number(phonenumbers.parse(row, country)):
                return True
        except phonenumbers.NumberParseException:
            continue
    return False

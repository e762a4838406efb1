"""Card numbers and IBANs: only those that pass their own checksum count, however they are grouped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from supportdesk_gui.text.personal import Personal, PersonalKind

# What people put between groups, and the mark that stands for a character nobody sees.
GAP = "[ \\t\u00a0\u2009\u202f\u2010-\u2015\u2423._-]{0,3}"
# Other scripts write without spaces, so only a digit beside them makes digits another number.
_DIGITS_IN_ROW = re.compile(rf"(?<![\d+])\d(?:{GAP}\d){{12,}}")
# Looked for at every place: a word before an IBAN may look like the start of one.
_IBAN = re.compile(
    rf"(?<![A-Za-z0-9])(?=([A-Za-z]{{2}}(?:{GAP}\d){{2}}(?:{GAP}[A-Za-z0-9]){{11,30}}))"
)
_NOT_SIGNS = re.compile(r"[^A-Za-z0-9]")
_DIGIT = re.compile(r"\d")
# How many signs an IBAN has, by country: the registry of ISO 13616.
_IBAN_SIGNS = {
    part[:2]: int(part[2:])
    for part in (
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 "
        "FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 "
        "MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 "
        "SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30"
    ).split()
}
_ORDER = re.compile(r"(?<!\d)\d{3}[-\u2010-\u2013]\d{7}[-\u2010-\u2013]\d{7}(?!\d)")
"""How Amazon writes the number of an order; a card is never grouped so."""
_CARD_DIGITS = range(13, 20)


def account_numbers(text: str) -> Iterator[Personal]:
    """IBANs, then cards, in the order of their kind."""
    for match in _IBAN.finditer(text):
        if length := _iban_length(match[1]):
            yield Personal(PersonalKind.IBAN, match.start(), match.start() + length)
    for match in _DIGITS_IN_ROW.finditer(text):
        at = match.start()
        for order in (*_ORDER.finditer(text, *match.span()), None):
            for start, end in _cards_in(text[at : order.start() if order else match.end()]):
                yield Personal(PersonalKind.CARD, at + start, at + end)
            at = order.end() if order else at


def _cards_in(row: str) -> Iterator[tuple[int, int]]:
    """The cards in a row of digits: an order number or a date may stand before or behind one."""
    places = [match.start() for match in _DIGIT.finditer(row)]
    digits = [int(row[place]) for place in places]
    starts = [at for at in range(len(places)) if not at or places[at] > places[at - 1] + 1]
    ends = {*starts, len(places)}
    done = 0
    for start in starts:
        for count in reversed(_CARD_DIGITS):
            end = start + count
            if start >= done and end in ends and _is_card(digits[start:end]):
                yield places[start], places[end - 1] + 1
                done = end
                break


def _is_card(digits: list[int]) -> bool:
    """Luhn's check, ISO/IEC 7812-1 annex B; a row of one digit is no number."""
    if len(set(digits)) == 1:
        return False
    doubled = [
        digit if place % 2 else digit * 2 for place, digit in enumerate(digits, len(digits) % 2)
    ]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _iban_length(text: str) -> int:
    """How long the start of the text is that is an IBAN: the words after it may run on."""
    wanted = _IBAN_SIGNS.get(text[:2].upper(), 0)
    signs = [place for place, sign in enumerate(text) if sign.isalnum()]
    if not wanted or len(signs) < wanted:
        return 0
    end = signs[wanted - 1] + 1
    return end if _has_iban_sum(_NOT_SIGNS.sub("", text[:end]).upper()) else 0


def _has_iban_sum(signs: str) -> bool:
    """ISO 13616-1: the first four signs to the end, letters as 10 to 35, modulo 97 is 1."""
    turned = signs[4:] + signs[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1

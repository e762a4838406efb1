"""Web and mail addresses and order, tracking and customer numbers in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from supportdesk_gui.text.digits import ASCII_DIGITS

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"'，。！？；：、()（）\u3000-\u9fff]+"
    r"|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|(?<![A-Za-z0-9_@.-])[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{2,63}){0,4}"
    r"\.(?:example|com|net|org|de|fr|es|eu|io|co|shop|store|app|cn|tw|hk|uk|mx|ar|info|at|ch)"
    r"(?![A-Za-z0-9-])(?:[/?#][A-Za-z0-9._~:/?#@!$&*+,;=%-]*)?"
)
_CODE = re.compile(
    r"(?<![A-Za-z0-9_@.])#?(?:"
    r"(?!(?:EUR|USD|GBP|CHF|RMB|CNY|TWD|NTD|HKD)[ -]?\d)"
    r"[A-Z]{1,6}[-/_]\d{2,}[A-Z0-9]*(?:[-/_][A-Z0-9]+|\.\d{2,})*"
    r"|(?!(?:EUR|USD|GBP|CHF|RMB|CNY|TWD|NTD|HKD)\d)"
    r"[A-Z]{1,6}\d{3,}[A-Z0-9]*(?:[-/_][A-Z0-9]+)*"
    r"|[A-Z]{1,6} \d{2,}[-/]\d{2,}(?:[-/]\d+)*"
    r"|[A-Z]{1,6}\d{1,4}[-/.]\d{3,}"
    r"|[A-Z]{1,6}\.\d{2,}(?:[./-]\d{2,})*"
    r"|\d{2,}[-/_]?[A-Z]{1,6}[-/_]?\d{2,}[A-Z0-9]*"
    # parcels of UPS and Colissimo: 1Z999AA10123456784, 6A12345678901
    r"|(?=[A-Z0-9]{10,35}(?![A-Za-z0-9]))\d[A-Z]{1,2}[A-Z0-9]*\d{4}[A-Z0-9]*"
    r"|(?<!\d-)(?!(?:19|20)\d\d-\d\d?-\d\d?(?!\d))\d{2,}(?:-\d{2,}){1,4}(?<=[\d-]{6})"
    r"|(?:\+\d{1,3}|0\d{2,5})(?:[ /-]\d{2,}){1,5}"  # a telephone
    r"|\d{5,}(?![\d.,]*\d*\s?(?:€|£|\$|元|円|EUR|USD|CHF|%|euro|Euro|pesos|dollars))"
    # 单号JN2025,10月到的: what is behind the comma is a date
    r")(?![A-Za-z0-9]|[.,]\d(?!\d?[年月日号號]))"
)
_HASHED = re.compile(r"(?<![A-Za-z0-9_#&])#\s?(\d{2,}[A-Za-z0-9-]*)")
_MONEY_BEFORE = re.compile(r"(?:€|£|\$|¥|EUR|USD|GBP|CHF|NT\$?|RMB)\s?$")
_NOT_WORDS = re.compile("[^A-Z0-9]")


@dataclass(frozen=True, slots=True)
class Reference:
    """An address (`url`) or a number that names something (`code`), with what it is compared by."""

    kind: str
    key: str
    start: int
    end: int


def references(text: str) -> list[Reference]:
    """The addresses and reference numbers of a text in their order."""
    found: list[Reference] = []
    for match in _ADDRESS.finditer(text):
        address = match[0].rstrip(".,;:!?")
        found.append(
            Reference("url", address_key(address), match.start(), match.start() + len(address))
        )
    signs = list(text)
    for one in found:
        signs[one.start : one.end] = " " * (one.end - one.start)
    masked = "".join(signs)
    taken: set[int] = set()
    for pattern in (_CODE, _HASHED):
        for match in pattern.finditer(masked):
            before = masked[max(0, match.start() - 4) : match.start()]
            if not _MONEY_BEFORE.search(before) and taken.isdisjoint(range(*match.span())):
                found.append(Reference("code", code_key(match[0]), *match.span()))
                taken.update(range(*match.span()))
    return sorted(found, key=lambda one: one.start)


def address_key(address: str) -> str:
    """An address without scheme, `www.`, end slash and capitals."""
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", address.lower())
    return bare.rstrip("/")


def code_key(code: str) -> str:
    """A number in ASCII digits, without the signs that people leave out."""
    return _NOT_WORDS.sub("", code.upper().translate(ASCII_DIGITS))

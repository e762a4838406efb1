"""What must not leave the machine: card numbers and IBANs become placeholders, and come back.

Only numbers that pass their own checksum count (Luhn for cards, ISO 13616 mod 97 for IBANs), so
that order numbers stay readable. The table is made from the texts of one request, so the same
ticket always gives the same placeholders. A placeholder that the model altered stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

# What people put between groups, and the mark that stands for a character nobody sees.
_GAP = "[ \\t\u00a0\u2009\u202f\u2010-\u2015\u2423._-]{0,3}"
# Other scripts write without spaces, so only a digit beside them makes digits another number.
_DIGITS_IN_ROW = re.compile(rf"(?<![\d+])\d(?:{_GAP}\d){{12,}}")
# Looked for at every place: a word before an IBAN may look like the start of one.
_IBAN = re.compile(
    rf"(?<![A-Za-z0-9])(?=([A-Za-z]{{2}}(?:{_GAP}\d){{2}}(?:{_GAP}[A-Za-z0-9]){{11,30}}))"
)
_NOT_SIGNS = re.compile(r"[^A-Za-z0-9]")
_DIGIT = re.compile(r"\d")
_CARD_DIGITS = range(13, 20)


class Mask:
    """The placeholders of one request's ticket texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._hidden: dict[str, str] = {}
        texts = list(texts)
        taken = "\n".join(texts).lower()
        for text in texts:
            for kind, found in _found(text):
                if found not in self._hidden:
                    self._hidden[found] = self._placeholder(kind, taken)
        self._real = {shown: real for real, shown in self._hidden.items()}

    def hide(self, text: str) -> str:
        """The text with placeholders in place of what must not leave."""
        for real in sorted(self._hidden, key=len, reverse=True):
            text = text.replace(real, self._hidden[real])
        return text

    def restore(self, text: str) -> str:
        """The text with the real values back."""
        for shown, real in self._real.items():
            text = text.replace(shown, real)
        return text

    def restorer(self) -> Restorer:
        """Puts the real values back while a text comes in pieces."""
        return Restorer(self._real)

    def _placeholder(self, kind: str, taken: str) -> str:
        number = sum(shown.startswith(f"[{kind}-") for shown in self._hidden.values()) + 1
        while f"[{kind}-{number}]".lower() in taken:  # the ticket itself says so
            number += 1000
        return f"[{kind}-{number}]"


class Restorer:
    """Restores across the borders of pieces: a bracket is held back until it is closed."""

    def __init__(self, real: dict[str, str]) -> None:
        self._real = real
        self._held = ""
        self._longest = max((len(shown) for shown in real), default=0)

    def feed(self, piece: str) -> str:
        """What can be shown now."""
        if not self._real:
            return piece
        text = self._held + piece
        self._held = ""
        at = text.rfind("[")
        if at >= 0 and "]" not in text[at:] and len(text) - at < self._longest:
            text, self._held = text[:at], text[at:]
        return self._restored(text)

    def rest(self) -> str:
        """What was held back, at the end."""
        held, self._held = self._held, ""
        return self._restored(held)

    def _restored(self, text: str) -> str:
        for shown, real in self._real.items():
            if shown in text:
                text = text.replace(shown, real)
        return text


def _found(text: str) -> Iterator[tuple[str, str]]:
    for match in _IBAN.finditer(text):
        if real := _iban_in(match[1]):
            yield "IBAN", real
    for match in _DIGITS_IN_ROW.finditer(text):
        for card in _cards_in(match[0]):
            yield "CARD", card


def _cards_in(row: str) -> Iterator[str]:
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
                yield row[places[start] : places[end - 1] + 1]
                done = end
                break


def _is_card(digits: list[int]) -> bool:
    """Luhn's check, ISO/IEC 7812; a row of one digit is no number."""
    if len(set(digits)) == 1:
        return False
    doubled = [
        digit if place % 2 else digit * 2 for place, digit in enumerate(digits, len(digits) % 2)
    ]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _iban_in(text: str) -> str:
    """The longest start of the text that is an IBAN, since the words after it may run on."""
    ends = [place + 1 for place, sign in enumerate(text) if sign.isalnum()]
    for end in reversed(ends):
        signs = _NOT_SIGNS.sub("", text[:end]).upper()
        if 15 <= len(signs) <= 34 and _has_iban_sum(signs):
            return text[:end]
    return ""


def _has_iban_sum(signs: str) -> bool:
    turned = signs[4:] + signs[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1

"""The figures 0 to 9 as other scripts than Latin write them."""

from __future__ import annotations

_ZEROS = "０٠۰०০੦૦୦௦౦೦൦෦๐໐༠၀០᠐"
_TYPED = "０٠۰०"
"""Full-width, of Arabic, Persian and Hindi: whoever writes these types ASCII digits as well."""
DIGITS = {chr(ord(zero) + figure): str(figure) for zero in _ZEROS for figure in range(10)}
"""Each with the ASCII digit that it is."""
ASCII_DIGITS = str.maketrans(DIGITS)
_OTHERS = [
    str.maketrans("0123456789", "".join(chr(ord(zero) + figure) for figure in range(10)))
    for zero in _TYPED
]


def in_other_digits(number: str) -> tuple[str, ...]:
    """A number in ASCII digits as those write it who have others; none for what is no number."""
    if not (number.isascii() and number.isdecimal()):
        return ()
    return tuple(number.translate(others) for others in _OTHERS)

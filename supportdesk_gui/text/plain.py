"""A text in one plain spelling, character for character, so that offsets stay what they are."""

from __future__ import annotations

import unicodedata

from supportdesk_gui.text.digits import DIGITS
from supportdesk_gui.text.tokens import to_simplified


def plain(text: str) -> str:
    """Lower case, without accents, full-width and the digits of all scripts as ASCII, Chinese simplified; the same length."""
    return text.translate(_PLAIN)


class _Plain(dict[int, str]):
    """A table for `str.translate` that works out each character once."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        bare = "".join(
            part
            for part in unicodedata.normalize("NFKD", sign).casefold()
            if unicodedata.category(part) != "Mn"
        )
        bare = DIGITS.get(bare) or to_simplified(bare)
        lower = sign.lower()
        self[code] = bare if len(bare) == 1 else lower if len(lower) == 1 else sign
        return self[code]


_PLAIN = _Plain({ord("’"): "'", ord("‘"): "'", 0xA0: " ", 0x202F: " "})

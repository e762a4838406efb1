"""Characters that are not seen, made seen.

A ticket must not show something other than what it holds: direction marks can turn an address
round, zero-width characters hide words from a search, tag characters carry text for a model.
"""

from __future__ import annotations

import re

VISIBLE_MARK = "␣"

_LINE_BREAK = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad]|\\A\ufeff|[\ud800-\udfff]")
# Kept: a flag of tag characters, joiners inside emoji and inside Arabic and Indian scripts, one
# variation selector behind a sign.
_INVISIBLE = re.compile(
    "(?P<kept>\U0001f3f4[\U000e0060-\U000e007e]{2,6}\U000e007f"
    "|(?<=[\u0600-\u1fff\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])[\u200c\u200d]"
    "(?=[\u0600-\u1fff\u2190-\u2bff\U0001f000-\U0001faff])"
    "|(?<=[^\x00-\x20\ufe00-\ufe0f])[\ufe00-\ufe0f](?![\ufe00-\ufe0f\U000e0100-\U000e01ef]))"
    "|[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]+"
)


def visible(text: str) -> str:
    """`text` with every run of invisible or direction-changing characters as one `␣`.

    Control characters, soft hyphens and half surrogates are gone, line ends are `\\n`. What
    writing needs stays: joiners in emoji, in Arabic and in Indian scripts, variation selectors.
    """
    if text.isascii():
        if text.isprintable():
            return text
        return _CONTROL.sub("", _LINE_BREAK.sub("\n", text))
    text = _CONTROL.sub("", _LINE_BREAK.sub("\n", text))
    return _INVISIBLE.sub(lambda found: found["kept"] or VISIBLE_MARK, text)

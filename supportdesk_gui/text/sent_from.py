"""The line that a device or its mail program puts below what is sent: "Sent from my iPhone"."""

from __future__ import annotations

import re

from supportdesk_gui.text.mail_words import (
    DEVICES,
    PARDON,
    PARDON_ALONE,
    SENT_FROM,
    SENT_FROM_WHOLE,
    SLIPS,
)

_WHOLE = "|".join(SENT_FROM_WHOLE.values())
_LEADS = rf"(?=(?:{SENT_FROM}))(?=[^\n]{{0,100}}(?:{DEVICES}))(?:{SENT_FROM})"
"""Where it does not name a device or a program, it is a parcel that was sent from there."""
_SENT_FROM = re.compile(
    rf"[ \t]*(?:(?:{_WHOLE})[.。]?\s*$"
    rf"|{_LEADS}(?:[^\n.!?,;<，。！？；、]|\.(?=\S)){{0,90}}\.?(?:<[^\s<>]*>)?\s*$)",
    re.IGNORECASE,
)
_OPENS = "(（[［【*_~"
_SAID = r"[^\n.!?,;:()<，。！？；、،…–—-]"
_BEGINS = re.compile(
    rf"[ \t]*[{re.escape(_OPENS)}]{{0,3}}(?:(?:{_WHOLE})"
    rf"|{_LEADS}{_SAID}{{0,60}}(?:-[^\W\d_]{{1,9}}{_SAID}{{0,30}})?)",
    re.IGNORECASE,
)
_MARKS = " \t\xa0.!。！…,，、،;；:~*_-–—)）]］】"
_PARTED = re.compile(r"\s*[.!,;，。！？；、،…(（–—]|\s+-+\s")
_PARDON, _SLIP = re.compile(PARDON, re.IGNORECASE), re.compile(SLIPS, re.IGNORECASE)
_PARDON_ALONE = re.compile(rf"(?:{PARDON_ALONE})", re.IGNORECASE)
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3000-\uffff]")
_LONGEST_PARDON = 160
SENT_FROM_OPENS = re.escape(_OPENS)
"""What may stand before it on its line, for a set of signs in a pattern."""


def is_sent_from(line: str) -> bool:
    """Whether nothing else stands in a line, marks and a pardon for misspelt words aside."""
    if _SENT_FROM.match(line):
        return True
    found = _BEGINS.match(line)
    rest = line[len(found[0].rstrip()) :] if found else ""
    said = rest.strip(_MARKS)
    if found is None or len(rest) > _LONGEST_PARDON or not said:
        return found is not None
    if not _PARTED.match(rest):
        return False
    if _PARDON_ALONE.fullmatch(said):
        return True
    is_short = len(said.split()) < 3 and not _UNSPACED.search(said)
    return bool(_PARDON.search(said) and (is_short or _SLIP.search(said)))

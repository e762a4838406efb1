"""Which files hold mails, and at which lines of a mailbox one begins.

A mailbox is told by its lines `From ana@mail.example Mon Jan  5 10:00:00 2026`. People begin
sentences and columns with "From" too, and some programs leave out the date, or the empty line above:
the less of it there is, the more has to be said by the line below.
"""

from __future__ import annotations

import re
from pathlib import Path

BELOW = 4000
"""How many bytes behind a line are to be shown to `begins_mail`."""
_LOOKED_AT = 16_384
_BEFORE = re.compile(rb"(?:\xef\xbb\xbf)?(?:[ \t]*[\r\n])*")
_FROM = b"From "
_DATED = re.compile(rb"From .{0,200}?\d:\d\d.{0,40}\d{4}|From .{0,160}?\d{4}.{0,40}?\d:\d\d")
_UNDATED = re.compile(
    rb"From (?:-|MAILER-DAEMON|\S{1,200}@\S{1,200})(?:[ \t](?=(?:\D{0,20}\d){4}).{1,100})?\s*$"
)
_HEADER = re.compile(rb"[!-9;-~]{1,100}[ \t]*:|>From ")
_MAIL_HEADER = re.compile(
    rb"^(?:received|return-path|message-id|mime-version|from|date|delivered-to|to|subject|sender"
    rb"|reply-to|content-type|status|dkim-signature|arc-[a-z-]{1,40}|x-[a-z0-9-]{1,60}):",
    re.IGNORECASE | re.MULTILINE,
)
_HEADERS = re.compile(rb"(?:[A-Za-z][\w-]*:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){3,}")
_TELLING_HEADER = re.compile(
    rb"^(?:received|return-path|message-id|mime-version|from|date|delivered-to):",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_ANY_HEADER = re.compile(rb"[A-Za-z][\w-]*:|From ")
_COUNTED = re.compile(rb"(\d{1,10})[ \t]*\r?\n(?=[A-Za-z][\w-]*:|From )")
_NAMES = frozenset({".eml", ".emlx", ".mbox", ".mbx"})
_OTHER_NAMES = frozenset({".csv", ".tsv", ".tab", ".psv", ".json", ".jsonl", ".ndjson"})


def beginning(start: bytes) -> int:
    """How many bytes stand before the first mail: a mark of UTF-8 and empty lines."""
    found = _BEFORE.match(start[:_LOOKED_AT])
    return found.end() if found else 0


def counted(start: bytes) -> tuple[int, int]:
    """Where the mail begins that Apple's program keeps with the count of its bytes above and a list
    of its own marks below, and that count; (0, 0) for other files."""
    found = _COUNTED.match(start)
    return (found.end(), int(found[1])) if found else (0, 0)


def is_mail(path: Path, sample: bytes) -> bool:
    """Whether a file with these first bytes is a mail or a mailbox."""
    suffix = path.suffix.lower()
    start = sample[beginning(sample) :][:_LOOKED_AT]
    start = start[counted(start)[0] :]
    if start.startswith(_FROM):
        line, _, below = start.partition(b"\n")
        if begins_mail(line, below, True):
            return True
    if suffix in _OTHER_NAMES:
        return False
    if suffix in _NAMES:
        return _ANY_HEADER.match(start) is not None
    found = _HEADERS.match(start)
    return found is not None and _TELLING_HEADER.search(found[0]) is not None


def is_mailbox(start: bytes) -> bool:
    """Whether a file of mails that begins so, behind `beginning`, may hold several."""
    return start.startswith(_FROM)


def begins_mail(line: bytes, below: bytes, is_empty_above: bool) -> bool:
    """Whether a mail of a mailbox begins behind this line, that `below` stands under."""
    if not line.startswith(_FROM) or not _HEADER.match(below):
        return False
    if is_empty_above and _DATED.match(line):
        return _MAIL_HEADER.search(_HEADER_END.split(below, 1)[0]) is not None
    is_told = _DATED.match(line) or (is_empty_above and _UNDATED.match(line))
    return bool(is_told and _MAIL_HEADER.match(below))

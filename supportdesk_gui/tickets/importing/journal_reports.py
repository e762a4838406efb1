"""Mails within the reports by which Exchange keeps a copy of each: the report says who got one, and
has it as it was sent."""

from __future__ import annotations

import re

from supportdesk_gui.tickets.importing.mails import HEADER_END

_REPORT = re.compile(rb"^X-MS-Journal-Report:", re.IGNORECASE | re.MULTILINE)
_ENVELOPE = re.compile(
    rb"\s*(?:--[^\n]*\n(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*\r?\n)Sender:[^\n]*\n"
    rb"(?:[A-Z][\w-]*:[^\n]*\n){0,20}?Message-Id:",
    re.IGNORECASE,
)
_ENCLOSED = re.compile(
    rb"^Content-Type:[ \t]*message/rfc822\b[^\n]*\n(?:[^\n]*[^\r\n][^\n]*\n)*\r?\n",
    re.IGNORECASE | re.MULTILINE,
)
_BOUNDARY = re.compile(rb'boundary="?([^";\r\n]{1,80})', re.IGNORECASE)


def enclosed(data: bytes) -> bytes:
    """The mail that a report encloses; any other mail as it is."""
    end = HEADER_END.search(data)
    if not end:
        return data
    head = data[: end.start()]
    if not _REPORT.search(head) and not _ENVELOPE.match(data, end.end()):
        return data
    begins = _ENCLOSED.search(data, end.end())
    if not begins:
        return data
    boundary = _BOUNDARY.search(head)
    ends = data.find(b"\n--" + boundary[1].strip(), begins.end()) if boundary else -1
    return data[begins.end() : ends if ends >= 0 else len(data)]

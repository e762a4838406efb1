"""Journals: one cell with all that was written of a ticket, each entry below a line of its own that
says when, by whom and what it is, as ServiceNow has them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

_ENTRY = re.compile(
    r"^(\d{1,4}[-./]\d{1,2}[-./]\d{1,4},? \d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp][Mm])?) - "
    r"([^\n]{1,80}?) \(([^()\n]{1,40})\)[ \t]*\r?$",
    re.MULTILINE,
)
_FOR_ALL = re.compile(
    "comm?ent|kommentar|opmerking|komentarz|комментар|コメント|评论|評論|註解|댓글|코멘트",
    re.IGNORECASE,
)
"""What entries are called that the customer sees; all others are notes among agents."""


class Entry(NamedTuple):
    """One entry: when and by whom, and whether the customer sees it."""

    sent_at: int | None
    author: str
    text: str
    is_public: bool


def is_journal(cell: str) -> bool:
    """Whether the cell begins with the head of an entry."""
    return " - " in cell and _ENTRY.match(cell.lstrip()) is not None


def entries_of(cell: str, seconds: Callable[[str], int | None]) -> list[Entry]:
    """The entries of a journal as they were written; the newest stands first in most."""
    cell = cell.lstrip()
    heads = list(_ENTRY.finditer(cell))
    ends = [*(head.start() for head in heads[1:]), len(cell)]
    found = [
        Entry(
            seconds(head[1]), head[2].strip(), cell[head.end() : end].strip(),
            _FOR_ALL.search(head[3]) is not None,
        )
        for head, end in zip(heads, ends, strict=True)
    ]  # fmt: skip
    times = [one.sent_at for one in found]
    if times[0] is not None and times[-1] is not None and times[0] > times[-1]:
        found.reverse()
    return [one for one in found if one.text]

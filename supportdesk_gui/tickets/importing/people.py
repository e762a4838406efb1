"""Who wrote a message, told from what exports say of its author."""

from __future__ import annotations

import re
from functools import lru_cache

from supportdesk_gui.tickets.importing.role_words import AGENTS, REQUESTERS, SYSTEM
from supportdesk_gui.tickets.ticket import Role

_MAILBOX = re.compile(r"^\s*\"?([^\"<>]*?)\"?\s*<\s*([^<>\s]+@[^<>\s]+)\s*>\s*$")
_IN_BRACKETS = re.compile(r"\s*([^()<>]*?)\s*\(([^\s()<>@]+@[^\s()<>@]+)\)\s*")
_FIRST = re.compile(r"([^@]*@[^\s@<>(),;|]+[)>]?)\s*[,;|]")
_LONGEST = 300
_ADDRESS = re.compile(r"^[\w.+'-]+@[\w-]+(?:\.[\w-]+)+$")
_SEAM = re.compile(r"[\s_-]+")
_LONGEST_ROLE = 40
_NUMBER = re.compile(
    r"\d+|00[35][0-9A-Za-z]{12}(?:[0-9A-Za-z]{3})?|[0-9a-f]{24}|(?:\d+:|qm:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|qm:[\w:-]+"
)
EVENTS = frozenset(
    "open close assignment snoozed unsnoozed away_mode_assignment timer_unsnooze participant_added "
    "participant_removed assign_and_unsnooze lineitem".split()
)


def is_number(author: str) -> bool:
    """Whether somebody is called by the number of an account, Jira's and Salesforce's among them, and
    by no name."""
    return _NUMBER.fullmatch(author) is not None


def mailbox(text: str) -> tuple[str, str]:
    """Name and e-mail out of `Ana Ruiz <ana@mail.example>`, a bare address or a bare name."""
    if "@" not in text:
        return text.strip(), ""
    is_short = text.endswith(")") and len(text) < _LONGEST
    if match := _MAILBOX.match(text) or (_IN_BRACKETS.fullmatch(text) if is_short else None):
        return match[1].strip(), match[2]
    text = text.strip()
    return ("", text) if _ADDRESS.match(text) else (text, "")


def first_mailbox(text: str) -> str:
    """The first of several people who stand in one cell, each with an address."""
    match = _FIRST.match(text[:_LONGEST]) if text.count("@") > 1 else None
    return match[1] if match else text


def mailbox_text(name: str, email: str) -> str:
    """`Ana Ruiz <ana@mail.example>`, or the half of it that is known; `mailbox` reads it back."""
    return f"{name} <{email}>" if name and email else name or email


def role_named(kind: str) -> Role | None:
    """The role that an author type, a direction or a message type names; None if it does not."""
    return _role(kind) if len(kind) <= _LONGEST_ROLE else None


@lru_cache(maxsize=4096)
def _role(kind: str) -> Role | None:
    kind = kind.strip().lower()
    words = _SEAM.sub(" ", kind)
    if words in REQUESTERS:
        return Role.REQUESTER
    if words in AGENTS:
        return Role.AGENT
    if words in SYSTEM or kind in EVENTS:
        return Role.SYSTEM
    return None

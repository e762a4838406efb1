"""Who wrote a message, told from what exports say of its author."""

from __future__ import annotations

import re

from supportdesk_gui.tickets.ticket import Role

_MAILBOX = re.compile(r"^\s*\"?([^\"<>]*?)\"?\s*<\s*([^<>\s]+@[^<>\s]+)\s*>\s*$")
_IN_BRACKETS = re.compile(r"\s*([^()<>]*?)\s*\(([^\s()<>@]+@[^\s()<>@]+)\)\s*")
_LONGEST = 300
_ADDRESS = re.compile(r"^[\w.+'-]+@[\w-]+(?:\.[\w-]+)+$")
_REQUESTERS = frozenset(
    "user lead contact customer end-user end_user enduser requester visitor client reporter "
    "inbound incoming guest buyer shopper true kunde kundin cliente klant клиент покупатель 客户 客戶 "
    "顾客 顧客 买家 買家 用户 用戶 访客 訪客 お客様 고객".split()
)
_AGENTS = frozenset(
    "admin agent teammate staff operator outbound outgoing employee support owner bot assignee "
    "light-agent light_agent technician false mitarbeiter mitarbeiterin bearbeiter agente conseiller "
    "оператор 客服 坐席 担当者 オペレーター 상담원".split()
)
_SYSTEM = frozenset("system automation rule trigger workflow event activity".split())
_NUMBER = re.compile(
    r"\d+|[0-9a-f]{24}|(?:\d+:|qm:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|qm:[\w:-]+"
)
EVENTS = frozenset(
    "open close assignment snoozed unsnoozed away_mode_assignment timer_unsnooze participant_added "
    "participant_removed assign_and_unsnooze lineitem".split()
)


def is_number(author: str) -> bool:
    """Whether somebody is called by the number of an account, Jira's among them, and by no name."""
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


def mailbox_text(name: str, email: str) -> str:
    """`Ana Ruiz <ana@mail.example>`, or the half of it that is known; `mailbox` reads it back."""
    return f"{name} <{email}>" if name and email else name or email


def role_named(kind: str) -> Role | None:
    """The role that an author type, a direction or a message type names; None if it does not."""
    kind = kind.strip().lower()
    if kind in _REQUESTERS:
        return Role.REQUESTER
    if kind in _AGENTS:
        return Role.AGENT
    if kind in _SYSTEM or kind in EVENTS:
        return Role.SYSTEM
    return None

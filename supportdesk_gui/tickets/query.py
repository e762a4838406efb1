"""The inbox's search syntax and filters as SQL.

`intent:refund lang:es is:undrafted from:lucia before:2026-11-01 after: has:attachment` are
fields; everything else is searched for in all text. A number, `#number` or an address jumps.
"""

from __future__ import annotations

import calendar
import re
import time
from dataclasses import dataclass
from enum import StrEnum

from supportdesk_gui.text.tokens import ticket_query
from supportdesk_gui.tickets.ticket import Status


class Chip(StrEnum):
    """The filter over the list."""

    OPEN = "open"
    NEEDS_ME = "needs_me"
    DRAFTED = "drafted"
    ALL = "all"


class Order(StrEnum):
    """What stands first."""

    NEWEST = "newest"
    OLDEST = "oldest"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True)
class TicketQuery:
    """What was typed, the filter, and the order."""

    text: str = ""
    chip: Chip = Chip.OPEN
    order: Order = Order.NEWEST


_FIELD = re.compile(r"(?<!\S)(intent|lang|is|from|before|after|has):(\S*)", re.IGNORECASE)
_NUMBER = re.compile(r"#?(\S*\d\S*)")
_CHIPS = {
    Chip.OPEN: "t.is_open = 1",
    Chip.NEEDS_ME: "t.is_open = 1 AND t.waits_for_us = 1",
    Chip.DRAFTED: "t.status = 'drafted'",
    Chip.ALL: "",
}
_ORDERS = {
    Order.NEWEST: "t.age_from DESC, t.id DESC",
    Order.OLDEST: "t.age_from ASC, t.id ASC",
    Order.URGENT: "t.urgency DESC, t.age_from ASC, t.id ASC",
}
_INTENT = "t.id IN (SELECT ticket_id FROM triages WHERE intent = ?)"
_LANGUAGE = "t.id IN (SELECT ticket_id FROM triages WHERE language LIKE ?)"
_DRAFTS = "SELECT ticket_id FROM draft_versions WHERE text <> ''"
_IS = {
    "undrafted": f"t.id NOT IN ({_DRAFTS})",
    "drafted": f"t.id IN ({_DRAFTS})",
    "open": "t.is_open = 1",
    "waiting": "t.waits_for_us = 1",
    "untriaged": "t.id NOT IN (SELECT ticket_id FROM triages)",
    **{status.value: f"t.status = '{status.value}'" for status in Status if status != "drafted"},
}
_LANGUAGES = {"zh-tw": "zh-Hant", "zh-cn": "zh-Hans", "zh": "zh-%"}


def to_sql(query: TicketQuery) -> tuple[str, list[object]]:
    """`FROM … WHERE …` without ORDER BY, over tickets as `t`, and its parameters."""
    conditions = [_CHIPS[query.chip]] if _CHIPS[query.chip] else []
    parameters: list[object] = []
    text = query.text.strip()
    jump = _jump(text)
    if jump:
        return f"FROM tickets t WHERE {jump}", [text.lstrip("#"), text]
    for name, value in _FIELD.findall(text):
        condition, found = _field(name.lower(), value)
        if condition:
            conditions.append(condition)
            parameters += found
    words = _FIELD.sub(" ", query.text).lstrip()
    match = ticket_query(words) if words.strip() else ""
    if match:
        conditions.append("t.id IN (SELECT rowid FROM ticket_index WHERE ticket_index MATCH ?)")
        parameters.append(match)
    elif words.strip():
        conditions.append("0")  # signs only: nothing can match
    where = " AND ".join(conditions) or "1"
    return f"FROM tickets t WHERE {where}", parameters


def order_sql(query: TicketQuery) -> str:
    """The ORDER BY terms."""
    return _ORDERS[query.order]


def _jump(text: str) -> str:
    """A pasted number or address goes to its ticket, whatever the filter."""
    if text.startswith(("http://", "https://")):
        return "(? = '' OR t.url = ?)"
    if text.startswith("#") and _NUMBER.fullmatch(text):
        return "(t.external_id = ? OR t.external_id = ?)"
    return ""


def _field(name: str, value: str) -> tuple[str, list[object]]:
    if not value:
        return "", []
    low = value.lower()
    if name == "intent":
        return _INTENT, [low]
    if name == "lang":
        return _LANGUAGE, [_LANGUAGES.get(low, low)]
    if name == "is":
        return _IS.get(low, "0"), []
    if name == "has":
        return ("t.has_attachments = 1" if low.startswith("attach") else "0"), []
    if name == "from":
        return "(t.email LIKE ? OR t.requester LIKE ?)", [f"%{value}%", f"%{value}%"]
    moment = _day(value)
    if moment is None:
        return "0", []
    return ("t.age_from < ?" if name == "before" else "t.age_from >= ?"), [moment]


def _day(value: str) -> int | None:
    try:
        return calendar.timegm(time.strptime(value, "%Y-%m-%d"))
    except ValueError:
        return None

"""The inbox's search syntax and filters as SQL.

`intent:refund lang:es is:undrafted from:lucia before:2026-11-01 after: has:attachment` are
fields (`from:"lucía pérez"` with a space in it); everything else is searched for in all text.
`#number` or an address goes to its ticket.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from enum import StrEnum

from supportdesk_gui.text.languages import locale_language
from supportdesk_gui.tickets.import_changes import STALE, Became, of_last_run
from supportdesk_gui.tickets.ticket import Intent, Status


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


@dataclass(frozen=True, slots=True)
class Parsed:
    """What was typed, taken apart: fields in their order, and the words that remain.

    `jump` is a ticket number or an address that goes to its ticket, whatever the filter.
    """

    fields: tuple[tuple[str, str], ...] = ()
    words: str = ""
    jump: str = ""


FIELDS = ("intent", "lang", "is", "from", "before", "after", "has")
_FIELD = re.compile(rf'(?<!\S)({"|".join(FIELDS)}):(?:"([^"]*)"?|(\S*))', re.IGNORECASE)
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
# The plus keeps SQLite from starting at the matches and sorting them: walking the index of chip
# and order and stopping at the limit takes 13 ms at worst among 100,000, sorting takes 90.
_MATCHES = "+t.id IN (SELECT rowid FROM ticket_index WHERE ticket_index MATCH ?)"
_DRAFTS = "SELECT ticket_id FROM draft_versions WHERE text <> ''"
# What the newest drop of files changed: is:just-added, is:just-closed and so on.
_JUST = {f"just-{became}": of_last_run(became) for became in Became}
_IS = {
    "undrafted": f"t.id NOT IN ({_DRAFTS})",
    "drafted": f"t.id IN ({_DRAFTS})",
    "open": "t.is_open = 1",
    "waiting": "t.waits_for_us = 1",
    "untriaged": "t.intent = ''",
    **{status.value: f"t.status = '{status.value}'" for status in Status if status != "drafted"},
    **_JUST,
    "just-stale": f"+t.id IN ({STALE})",
}
# Indexes of the tickets for which a condition holds: there are few, or the index covers all.
_SMALL = {
    **{
        f"t.status = '{status}'": f"tickets_{status}"
        for status in ("drafted", "copied", "skipped", "escalated", "gone")
    },
    "t.has_attachments = 1": "tickets_with_attachments",
    "t.intent <> ''": "tickets_by_intent",
    "t.spoken <> ''": "tickets_by_language",
}
# Not open, or not all of them.
_NOT_OPEN = frozenset({"replied", "skipped", "escalated", "gone", "just-stale", *_JUST})
_EITHER_CHINESE = ("zh-Hant", "zh-Hans", "zh")
_INTENTS = frozenset(intent.value for intent in Intent)
_NOTHING = "0"


def parse(text: str) -> Parsed:
    """Take apart what was typed; a field that is still without a value says nothing yet."""
    stripped = text.strip()
    if stripped.startswith(("http://", "https://")) and len(stripped.split()) == 1:
        return Parsed(jump=stripped)
    if re.fullmatch(r"#\S*\d\S*", stripped):
        return Parsed(jump=stripped)
    fields = tuple(
        (name.lower(), quoted or plain)
        for name, quoted, plain in _FIELD.findall(text)
        if quoted or plain
    )
    return Parsed(fields, _FIELD.sub(" ", text).lstrip())


def to_sql(query: TicketQuery) -> tuple[str, list[object]]:
    """`FROM … WHERE …` without ORDER BY, over tickets as `t`, and its parameters."""
    parsed = parse(query.text)
    if parsed.jump:
        where, parameters = _jump(parsed.jump)
        return f"FROM tickets t WHERE {where}", parameters
    conditions: list[str] = []
    parameters = []
    # A status that the filter leaves out, asked for by name, stands in for the filter.
    if not any(name == "is" and value.lower() in _NOT_OPEN for name, value in parsed.fields):
        conditions.append(_CHIPS[query.chip])
    for name, value in parsed.fields:
        condition, found = _field(name, value)
        conditions.append(condition)
        parameters += found
    if parsed.words.strip():
        condition, found = _matches(parsed.words)
        conditions.append(condition)
        parameters += found
    if _NOTHING in conditions:
        return "FROM tickets t WHERE 0", []  # no index helps to find nothing, says SQLite
    where = " AND ".join(condition for condition in conditions if condition) or "1"
    return f"FROM tickets t INDEXED BY {_index(where, query.order)} WHERE {where}", parameters


def _index(where: str, order: Order) -> str:
    """The index to walk. SQLite without statistics guesses wrong, ten times dearer at worst."""
    for condition, index in _SMALL.items():
        if condition in where:
            return index
    return "tickets_by_urgency" if order is Order.URGENT else "tickets_by_age"


def order_sql(query: TicketQuery) -> str:
    """The ORDER BY terms."""
    return _ORDERS[query.order]


def _jump(text: str) -> tuple[str, list[object]]:
    if text.startswith("#"):
        return "t.external_id IN (?, ?)", [text[1:], text]
    parts = [part for part in re.split(r"[/?#&=]", text) if any(map(str.isdigit, part))]
    numbers = ",".join("?" * len(parts))
    ids = (
        "SELECT id FROM tickets WHERE url = ? AND url <> '' UNION "
        f"SELECT id FROM tickets WHERE external_id IN ({numbers})"
    )
    return f"t.id IN ({ids})", [text, *parts]


def _matches(words: str, column: str = "") -> tuple[str, list[object]]:
    from supportdesk_gui.text.tokens import ticket_query  # not for the first picture

    match = ticket_query(words.replace("_", " "))  # SQLite's tokenizer parts words there
    if not match:
        return _NOTHING, []  # signs only: nothing can match
    return _MATCHES, [f"{column} : ({match})" if column else match]


def _field(name: str, value: str) -> tuple[str, list[object]]:
    low = value.lower()
    if name == "intent":
        return "t.intent <> '' AND t.intent = ?", [low if low in _INTENTS else "?"]
    if name == "lang":
        codes = _EITHER_CHINESE if low == "zh" else (locale_language(low),)
        return f"t.spoken <> '' AND t.spoken IN ({','.join('?' * len(codes))})", list(codes)
    if name == "is":
        return _IS.get(low, _NOTHING), []
    if name == "has":
        return ("t.has_attachments = 1" if low.startswith("attach") else _NOTHING), []
    if name == "from":
        return _matches(value, "who")
    moment = _day(value)
    if moment is None:
        return _NOTHING, []
    sign = "<" if name == "before" else ">="
    return f"t.age_from > 0 AND t.age_from {sign} ?", [moment]


def _day(value: str) -> int | None:
    """When a day (2026-11-01) or month (2026-11) begins here, seconds since the epoch."""
    for shape in ("%Y-%m-%d", "%Y/%m/%d", "%Y-%m"):
        try:
            return int(time.mktime(time.strptime(value, shape)))
        except (ValueError, OverflowError):
            continue
    return None

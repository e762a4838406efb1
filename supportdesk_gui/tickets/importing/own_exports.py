"""What this program has written of a view (exporting.py) read back: each ticket with the source, the
status and the messages that it had.

JSON holds all messages; a table holds those that the customer can see, in one cell.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from supportdesk_gui.text.spreadsheet import bare_cell
from supportdesk_gui.tickets.importing.bodies import spans
from supportdesk_gui.tickets.importing.json_parts import Object, attachments_of
from supportdesk_gui.tickets.importing.report import Diagnosis
from supportdesk_gui.tickets.store_rows import is_stand_in
from supportdesk_gui.tickets.ticket import Message, Role, Status, Ticket, Visibility

OWN = "SupportDesk"
"""What stands in the place of a helpdesk's name for such a file; its tickets have their own."""
_KEYS = frozenset(("number", "status", "helpdesk_status", "waits_for", "source", "messages"))
_OWN_COLUMNS = ("source", "status", "intent", "stand_in")
_STATUSES = {one.value: one for one in Status if one is not Status.DRAFTED}
"""Drafts stay where they were written."""
_ROLES = {one.value: one for one in Role}
_HEAD = re.compile(
    r"(?:\A|\n\n)(?:(?P<author>[^\n]+) \((?P<named>requester|agent|system)\)|"
    r"(?P<role>requester|agent|system))(?:, (?P<sent>\d{4}-\d\d-\d\dT[\d:.+-]+))?:\n"
)


def is_own(item: Object) -> bool:
    """Whether a JSON object is a ticket as this program writes one."""
    return "waits_for" in item and item.keys() >= _KEYS and isinstance(item["messages"], list)


def own_ticket(item: Object) -> Ticket:
    """The ticket that such an object is."""

    def told(name: str) -> str:
        value = item.get(name)
        return value if isinstance(value, str) else ""

    said = [one for one in item["messages"] if isinstance(one, dict)]
    tags = item.get("tags")
    return Ticket(
        source=told("source") or OWN,
        external_id=told("number") or _stand_in(told("stand_in")),
        subject=told("subject"),
        messages=tuple(_message(place, one) for place, one in enumerate(said)),
        requester=told("requester"),
        email=told("email"),
        url=told("url"),
        external_status=told("helpdesk_status"),
        priority=told("priority"),
        channel=told("channel"),
        language=_language(told("language"), told("intent")),
        tags=tuple(map(str, tags)) if isinstance(tags, list) else (),
        tells_tags=True,
        created_at=_moment(told("created")),
        updated_at=_moment(told("updated")),
        status=_STATUSES.get(told("status"), Status.NEW),
    )


def own_rows(
    build: Callable[[list[str]], Ticket | None], diagnosis: Diagnosis
) -> Callable[[list[str]], Ticket | None]:
    """What makes a ticket of a row of a table that this program wrote; `build` reads the columns
    that mean the same in other tables."""
    header = [name.strip().lower() for name in diagnosis.header]
    source_at, status_at, intent_at, name_at = map(header.index, _OWN_COLUMNS)
    (said_at,) = diagnosis.columns.get("body", (-1,))[:1]

    def built(row: list[str]) -> Ticket | None:
        row[:] = [bare_cell(cell) for cell in row]
        ticket = build(row)
        if ticket is None:
            return None
        return replace(
            ticket,
            source=row[source_at].strip() or OWN,
            external_id=ticket.external_id or _stand_in(row[name_at].strip()),
            status=_STATUSES.get(row[status_at].strip(), Status.NEW),
            language=_language(ticket.language, row[intent_at]),
            messages=_conversation(row[said_at]) or ticket.messages,
        )

    return built


def _stand_in(told: str) -> str:
    """What a ticket without a number is known by here, where it is that."""
    return told if is_stand_in(told) else ""


def _language(told: str, intent: str) -> str:
    """The language that the ticket came with; triage, which says it anew, is not brought."""
    return "" if intent.strip() else told


def _message(place: int, item: Object) -> Message:
    text = str(item.get("text") or "")
    is_internal = item.get("visibility") == Visibility.INTERNAL.value
    return Message(
        place,
        _ROLES.get(str(item.get("role")), Role.REQUESTER),
        text,
        Visibility.INTERNAL if is_internal else Visibility.PUBLIC,
        str(item.get("author") or ""),
        _moment(str(item.get("sent") or "")),
        attachments=attachments_of(item),
        folded=spans(text),
    )


def _conversation(cell: str) -> tuple[Message, ...]:
    """The messages in the cell of a conversation; one whose files are all it has is none here."""
    heads = list(_HEAD.finditer(cell))
    ends = [*(head.start() for head in heads), len(cell)][1:]
    found: list[Message] = []
    for head, end in zip(heads, ends, strict=True):
        text = cell[head.end() : end].strip()
        if text:
            role = Role(head["named"] or head["role"])
            author, sent_at = head["author"] or "", _moment(head["sent"] or "")
            found.append(
                Message(len(found), role, text, author=author, sent_at=sent_at, folded=spans(text))
            )
    return tuple(found)


def _moment(told: str) -> int | None:
    try:
        return int(datetime.fromisoformat(told).timestamp()) if told else None
    except (ValueError, OverflowError, OSError):
        return None

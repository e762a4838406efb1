"""Tickets as rows of the database and back."""

from __future__ import annotations

import json
import re
from _blake2 import blake2b  # that of hashlib, which brings OpenSSL into the start
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from supportdesk_gui.storage.storable import storable
from supportdesk_gui.text.visible import visible
from supportdesk_gui.tickets.ticket import (
    Attachment,
    Message,
    Role,
    SearchQuery,
    Status,
    Ticket,
    Triage,
    Visibility,
)
from supportdesk_gui.tickets.ticket_numbers import names_one

TICKET_COLUMNS = (
    "source, external_id, subject, requester, email, url, external_status, priority, channel, "
    "language, tags, created_at, updated_at, status"
)
DERIVED_COLUMNS = (
    "content_hash, summary, waits_for_us, age_from, urgency, has_attachments, message_count"
)
MESSAGE_COLUMNS = (
    "position, external_id, role, visibility, author, sent_at, text, html, folded, attachments, "
    "author_id"
)
_EMPTY = blake2b(digest_size=16)
_SYSTEM, _REQUESTER, _PUBLIC = Role.SYSTEM, Role.REQUESTER, Visibility.PUBLIC
_SUMMARY = 120
_TELLING = 20
"""Letters from which on a question is hardly that of another conversation."""
_PRIORITY_WORD = re.compile(r"p\d|[^\W\d_]+")
_URGENT = "urgent urgente dringend highest critical emergency blocker p1 紧急 緊急"
_HIGH = "high hoch alta haute élevée p2 高"
_LOW = "low lowest minor trivial niedrig baja basse p4 低"
_URGENCY = {
    **dict.fromkeys(_URGENT.split(), 3),
    **dict.fromkeys(_HIGH.split(), 2),
    **dict.fromkeys(_LOW.split(), 0),
}


def sound(ticket: Ticket) -> tuple[Ticket, bytes]:
    """The ticket with text that can be stored, and its content hash.

    Sixteen bytes over all that an export says of it; our own status is not in it.
    """
    parts = [
        ticket.source, ticket.external_id, ticket.subject, ticket.requester, ticket.email,
        ticket.url, ticket.external_status, ticket.priority, ticket.channel, ticket.language,
        f"{ticket.created_at}", f"{ticket.updated_at}", f"{len(ticket.tags)}", *ticket.tags,
    ]  # fmt: skip
    for message in ticket.messages:
        parts += (
            message.role, message.visibility, message.author, f"{message.sent_at}",
            message.external_id, message.text, message.html,
        )  # fmt: skip
        for file in message.attachments:
            parts += (file.name, file.kind, f"{file.size}")
        if message.folded:
            parts.append(f"{message.folded}")
        if message.author_id:
            parts.append(message.author_id)
    try:
        told = "\x1f".join(parts).encode()
    except UnicodeEncodeError:
        return sound(_storable(ticket))
    digest = _EMPTY.copy()  # sooner than one made by its name
    digest.update(told)
    return ticket, digest.digest()


def _storable(ticket: Ticket) -> Ticket:
    messages = tuple(
        replace(
            message, author=storable(message.author), text=storable(message.text),
            html=storable(message.html), external_id=storable(message.external_id),
            author_id=storable(message.author_id),
            attachments=tuple(
                Attachment(storable(file.name), storable(file.kind), file.size)
                for file in message.attachments
            ),
        )
        for message in ticket.messages
    )  # fmt: skip
    return replace(
        ticket, source=storable(ticket.source), external_id=storable(ticket.external_id),
        subject=storable(ticket.subject), requester=storable(ticket.requester),
        email=storable(ticket.email), url=storable(ticket.url),
        helpdesk_id=storable(ticket.helpdesk_id), requester_id=storable(ticket.requester_id),
        external_status=storable(ticket.external_status), priority=storable(ticket.priority),
        channel=storable(ticket.channel), language=storable(ticket.language),
        tags=tuple(storable(tag) for tag in ticket.tags), messages=messages,
    )  # fmt: skip


def conversation_hash(ticket: Ticket) -> bytes:
    """Sixteen bytes over the messages: what a draft answers."""
    text = "\x1f".join(message.text for message in ticket.messages)
    return _digest(text, 16)


def identity(ticket: Ticket) -> str:
    """The external id, or for a ticket without one a stable stand-in that starts with `~`.

    What a spreadsheet has made 1.03E+13 is the number of many tickets, and so of none; so is N/A.
    """
    if names_one(ticket.external_id):
        return ticket.external_id
    first = ticket.messages[0].text if ticket.messages else ""
    if ticket.created_at is None:
        first = _asked(ticket) or first
    who = ticket.email or ticket.requester  # two people may say the same
    told = f"{ticket.external_id}{who}\x1f{ticket.subject}\x1f{first}\x1f{ticket.created_at}"
    return "~" + _digest(told, 12).hex()


def _asked(ticket: Ticket) -> str:
    """What was asked first, for chats begin with what a program says to all, and with a greeting."""
    told = ""
    for one in ticket.messages:
        if one.role is Role.REQUESTER and len(told) < _TELLING:
            told += one.text
    return told


def is_stand_in(name: str) -> bool:
    """Whether what `identity` gave stands for a number that is not there."""
    return name.startswith("~")


def ticket_values(ticket: Ticket, external_id: str, status: str) -> tuple[object, ...]:
    """The values of TICKET_COLUMNS."""
    return (
        ticket.source, external_id, ticket.subject, ticket.requester, ticket.email,
        ticket.url, ticket.external_status, ticket.priority, ticket.channel, ticket.language,
        "\n".join(ticket.tags), ticket.created_at, ticket.updated_at, status,
    )  # fmt: skip


def derived_values(ticket: Ticket, digest: bytes) -> tuple[object, ...]:
    """The values of DERIVED_COLUMNS: what the list sorts and filters by.

    The age is counted from when the requester last spoke in public, else from the last change; 0
    where nothing says. Whole numbers and a bytearray, which `sqlite3` binds as they are: for a bool
    and for bytes it looks for who turns them into something else, a fifth of the time of a row.
    """
    messages = ticket.messages
    summary = ticket.subject
    if not summary and messages:
        summary = " ".join(messages[0].text[: 2 * _SUMMARY].split())[:_SUMMARY]
    age_from, has_files, count = None, 0, 0
    for message in messages:  # once, for an import does it for hundreds of thousands
        if message.attachments:
            has_files = 1
        if message.role is not _SYSTEM:
            count += 1
        if (
            message.role is _REQUESTER
            and message.visibility is _PUBLIC
            and message.sent_at is not None
        ):
            age_from = message.sent_at
    if age_from is None:
        age_from = ticket.updated_at or ticket.created_at or 0
    return (
        bytearray(digest), summary, int(ticket.waits_for_us()), age_from, _urgency(ticket.priority),
        has_files, count,
    )  # fmt: skip


@lru_cache(maxsize=256)
def _urgency(priority: str) -> int:
    """3 urgent, 2 high, 1 normal or unknown, 0 low, from the helpdesks' words ("3 high", "P1")."""
    if not priority:
        return 1
    for word in _PRIORITY_WORD.findall(priority.lower()):
        if word in _URGENCY:
            return _URGENCY[word]
    return 1


def message_values(ticket: Ticket) -> list[tuple[object, ...]]:
    """The values of MESSAGE_COLUMNS, numbered in the order given."""
    return [
        (
            place, one.external_id, str(one.role), str(one.visibility), one.author, one.sent_at,
            one.text, one.html, json.dumps(one.folded) if one.folded else "",
            _files(one.attachments) if one.attachments else "", one.author_id,
        )
        for place, one in enumerate(ticket.messages)
    ]  # fmt: skip


def _files(attachments: Iterable[Attachment]) -> str:
    return json.dumps([(one.name, one.kind, one.size) for one in attachments])


def message_from(row: Iterable[object]) -> Message:
    """A message from MESSAGE_COLUMNS; what was kept before there was a number of its writer has
    none."""
    position, external_id, role, visibility, author, sent_at, text, html, folded, files, *rest = row
    return Message(
        position=int(str(position)),
        role=Role(str(role)),
        text=str(text),
        visibility=Visibility(str(visibility)),
        author=visible(str(author)),
        sent_at=sent_at if isinstance(sent_at, int) else None,
        html=str(html),
        external_id=str(external_id),
        attachments=tuple(_attachment(*item) for item in json.loads(str(files) or "[]")),
        folded=tuple((start, end) for start, end in json.loads(str(folded) or "[]")),
        author_id=str(rest[0]) if rest else "",
    )


def ticket_from(row: tuple[object, ...], messages: tuple[Message, ...]) -> Ticket:
    """A ticket from `id` and TICKET_COLUMNS."""
    text = [str(value) for value in row[1:12]]
    external_id = "" if is_stand_in(text[1]) else text[1]
    created, updated = row[12], row[13]
    return Ticket(
        id=int(str(row[0])), source=text[0], external_id=external_id, subject=visible(text[2]),
        requester=visible(text[3]), email=text[4], url=text[5], external_status=text[6], priority=text[7],
        channel=text[8], language=text[9], tags=tuple(text[10].split("\n")) if text[10] else (),
        created_at=created if isinstance(created, int) else None,
        updated_at=updated if isinstance(updated, int) else None,
        status=Status(str(row[14])), messages=messages,
    )  # fmt: skip


def _attachment(name: str, kind: str, size: int) -> Attachment:
    return Attachment(visible(name), visible(kind), size)


def triage_rest(triage: Triage) -> str:
    """What the list does not need of a triage."""
    return json.dumps(
        {
            "search_queries": [(query.language, query.text) for query in triage.search_queries],
            "questions": triage.questions,
            "missing_facts": triage.missing_facts,
            "reason": triage.reason,
            "thinking_tokens": triage.thinking_tokens,
            "is_provisional": triage.is_provisional,
        }
    )


def rest_of_triage(text: str) -> dict[str, object]:
    """The keyword arguments that `triage_rest` kept."""
    rest = json.loads(text)
    return {
        "search_queries": tuple(SearchQuery(*query) for query in rest["search_queries"]),
        "questions": tuple(rest["questions"]),
        "missing_facts": tuple(rest["missing_facts"]),
        "reason": rest["reason"],
        "thinking_tokens": rest.get("thinking_tokens", 0),
        "is_provisional": rest.get("is_provisional", False),
    }


def _digest(text: str, size: int) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).digest()

"""Tickets as rows of the database and back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict

from supportdesk_gui.text.tokens import ticket_text
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

TICKET_COLUMNS = (
    "source, external_id, subject, requester, email, url, external_status, priority, channel, "
    "language, tags, created_at, updated_at, status"
)
DERIVED_COLUMNS = (
    "content_hash, summary, waits_for_us, age_from, urgency, has_attachments, message_count"
)
MESSAGE_COLUMNS = (
    "position, external_id, role, visibility, author, sent_at, text, html, folded, attachments"
)
_SUMMARY = 120
_URGENCY = {"urgent": 3, "highest": 3, "critical": 3, "high": 2, "low": 0, "lowest": 0}
_CLOSED = frozenset(
    {"solved", "closed", "resolved", "done", "已解决", "已关闭", "已解決", "已關閉"}
)


def closed_elsewhere(external_status: str) -> bool:
    """Whether the helpdesk's own word says that nobody has to answer any more."""
    return external_status.strip().lower() in _CLOSED


def content_hash(ticket: Ticket) -> bytes:
    """Sixteen bytes over all that an export says of a ticket."""
    parts = [
        ticket.subject, ticket.requester, ticket.email, ticket.url, ticket.external_status,
        ticket.priority, ticket.channel, ticket.language, *ticket.tags, str(ticket.updated_at),
    ]  # fmt: skip
    for message in ticket.messages:
        parts += (message.role, message.visibility, message.author, message.text)
    digest = hashlib.blake2b(digest_size=16)
    digest.update("\x1f".join(parts).encode("utf-8", "surrogatepass"))
    return digest.digest()


def conversation_hash(ticket: Ticket) -> bytes:
    """Sixteen bytes over the messages: what a draft answers."""
    text = "\x1f".join(message.text for message in ticket.messages)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def identity(ticket: Ticket) -> str:
    """The external id, or for a ticket without one a stable stand-in that starts with `~`."""
    if ticket.external_id:
        return ticket.external_id
    first = ticket.messages[0].text if ticket.messages else ""
    told = f"{ticket.email}\x1f{ticket.subject}\x1f{first}\x1f{ticket.created_at}"
    return "~" + hashlib.blake2b(told.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def ticket_values(ticket: Ticket, external_id: str, status: str) -> tuple[object, ...]:
    """The values of TICKET_COLUMNS."""
    return (
        ticket.source, external_id, _sound(ticket.subject), _sound(ticket.requester), ticket.email,
        ticket.url, ticket.external_status, ticket.priority, ticket.channel, ticket.language,
        "\n".join(ticket.tags), ticket.created_at, ticket.updated_at, status,
    )  # fmt: skip


def derived_values(ticket: Ticket, digest: bytes) -> tuple[object, ...]:
    """The values of DERIVED_COLUMNS: what the list sorts and filters by."""
    age = None
    for message in reversed(ticket.messages):
        if message.role is Role.REQUESTER and message.sent_at is not None:
            age = message.sent_at
            break
    age = age if age is not None else ticket.updated_at or ticket.created_at or 0
    first = ticket.messages[0].text if ticket.messages else ""
    summary = ticket.subject or " ".join(first[: 2 * _SUMMARY].split())[:_SUMMARY]
    return (
        digest, _sound(summary), ticket.waits_for_us(), age, _URGENCY.get(ticket.priority.lower(), 1),
        any(message.attachments for message in ticket.messages), len(ticket.messages),
    )  # fmt: skip


def message_values(message: Message) -> tuple[object, ...]:
    """The values of MESSAGE_COLUMNS."""
    folded = json.dumps(message.folded) if message.folded else ""
    files = ""
    if message.attachments:
        files = json.dumps([(item.name, item.kind, item.size) for item in message.attachments])
    return (
        message.position, message.external_id, message.role.value, message.visibility.value,
        _sound(message.author), message.sent_at, _sound(message.text), message.html, folded,
        _sound(files),
    )  # fmt: skip


def search_text(ticket: Ticket, external_id: str) -> str:
    """All words by which a ticket is found."""
    parts = [ticket.subject, ticket.requester, ticket.email, external_id, " ".join(ticket.tags)]
    parts += [message.text for message in ticket.messages]
    return _sound(ticket_text("\n".join(parts)))


def message_from(row: Iterable[object]) -> Message:
    """A message from MESSAGE_COLUMNS."""
    position, external_id, role, visibility, author, sent_at, text, html, folded, files = row
    return Message(
        position=int(str(position)),
        role=Role(str(role)),
        text=str(text),
        visibility=Visibility(str(visibility)),
        author=str(author),
        sent_at=sent_at if isinstance(sent_at, int) else None,
        html=str(html),
        external_id=str(external_id),
        attachments=tuple(Attachment(*item) for item in json.loads(str(files) or "[]")),
        folded=tuple((start, end) for start, end in json.loads(str(folded) or "[]")),
    )


def ticket_from(row: tuple[object, ...], messages: tuple[Message, ...]) -> Ticket:
    """A ticket from `id` and TICKET_COLUMNS."""
    text = [str(value) for value in row[1:12]]
    external_id = "" if text[1].startswith("~") else text[1]
    created, updated = row[12], row[13]
    return Ticket(
        id=int(str(row[0])), source=text[0], external_id=external_id, subject=text[2],
        requester=text[3], email=text[4], url=text[5], external_status=text[6], priority=text[7],
        channel=text[8], language=text[9], tags=tuple(text[10].split("\n")) if text[10] else (),
        created_at=created if isinstance(created, int) else None,
        updated_at=updated if isinstance(updated, int) else None,
        status=Status(str(row[14])), messages=messages,
    )  # fmt: skip


def ticket_to_json(ticket: Ticket) -> str:
    """A ticket as it was, for the way back from an import."""
    return json.dumps(asdict(ticket))


def ticket_from_json(text: str) -> Ticket:
    """The ticket that `ticket_to_json` kept."""
    values = json.loads(text)
    messages = []
    for item in values.pop("messages"):
        item["role"], item["visibility"] = Role(item["role"]), Visibility(item["visibility"])
        item["attachments"] = tuple(Attachment(**one) for one in item["attachments"])
        item["folded"] = tuple((start, end) for start, end in item["folded"])
        messages.append(Message(**item))
    values["status"], values["tags"] = Status(values["status"]), tuple(values["tags"])
    return Ticket(messages=tuple(messages), **values)


def triage_rest(triage: Triage) -> str:
    """What the list does not need of a triage."""
    return json.dumps(
        {
            "search_queries": [(query.language, query.text) for query in triage.search_queries],
            "questions": triage.questions,
            "missing_facts": triage.missing_facts,
            "reason": triage.reason,
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
    }


def _sound(text: str) -> str:
    """Text that SQLite takes: lone surrogates become the replacement character."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    return text

"""A ticket out of one JSON object, whatever helpdesk it comes from.

Names are looked up in the same aliases as the columns of tables; messages are found under the
names that the helpdesks' interfaces use (comments, conversation_parts, threads, articles …).
"""

from __future__ import annotations

from typing import Any

from supportdesk_gui.tickets.importing.bodies import message
from supportdesk_gui.tickets.importing.dates import TimeReader
from supportdesk_gui.tickets.importing.people import (
    EVENTS,
    mailbox,
    role_named,
    visibility_named,
)
from supportdesk_gui.tickets.importing.vendors import FIELD_OF
from supportdesk_gui.tickets.ticket import Attachment, Message, Role, Ticket

_MESSAGES = ("comments", "messages", "conversation_parts", "threads", "articles", "conversations",
             "ticket_comments", "replies")  # fmt: skip
_PERSONS = ("requester", "customer", "primaryCustomer", "contact", "user", "from", "reporter")
_AUTHORS = ("author", "createdBy", "sender", "user", "from", "created_by")
_BODIES = ("plain_body", "body_text", "stripped_text", "html_body", "body_html", "body", "text",
           "content", "description", "message")  # fmt: skip
_CHATWOOT = {"0": Role.REQUESTER, "1": Role.AGENT, "2": Role.SYSTEM}
_VENDORS = (
    ("Intercom", {"conversation_parts"}), ("Help Scout", {"threads", "mailboxId"}),
    ("Chatwoot", {"inbox_id", "messages"}), ("Freshdesk", {"description_text", "responder_id"}),
    ("Freshdesk", {"fr_due_by"}), ("Zendesk", {"raw_subject"}), ("Zendesk", {"requester_id", "via"}),
    ("Zendesk", {"submitter_id"}), ("Gorgias", {"via", "messages", "spam"}),
    ("Zammad", {"articles", "number"}), ("Jira", {"fields", "key"}),
)  # fmt: skip
_FIELDS = ("id", "subject", "body", "reply", "status", "priority", "channel", "customer", "email",
           "created", "updated", "language", "url")  # fmt: skip


def vendor_and_source(items: list[dict[str, Any]], source: str) -> tuple[str, str]:
    """The helpdesk that the items' keys name, and the name of the tickets' source."""
    keys = set().union(*items) if items else set()
    for name, marks in _VENDORS:
        if marks <= keys:
            return name, name
    return "", source


def has_text(ticket: Ticket) -> bool:
    """Whether any message has words."""
    return any(item.text for item in ticket.messages)


def ticket_of(item: dict[str, Any], source: str, times: TimeReader) -> Ticket | None:
    """The ticket, or None when nothing in the object means one."""
    if isinstance(item.get("fields"), dict):  # Jira, and Django's fixtures
        item = {**item["fields"], **{k: v for k, v in item.items() if k != "fields"}}
    flat = _flat(item)
    person, email, person_id = _person(item, flat)
    raw = _messages(item)
    messages = _read_messages(raw, times, email, person_id, person)
    opening = _opening(item, flat)
    created = times.seconds(flat.get("created", ""))
    if opening and not any(_same(opening, part) for part in messages[:1]):
        first = message(0, Role.REQUESTER, opening, author=person, sent_at=created)
        messages = [first, *messages]
    if flat.get("reply", "").strip():
        messages.append(message(0, Role.AGENT, flat["reply"]))
    if not (flat.get("id") or flat.get("subject") or messages):
        return None
    if not (flat.get("subject") or messages or _is_ticket_like(flat)):
        return None
    return Ticket(
        source, flat.get("id", ""), flat.get("subject", ""), _numbered(messages), 0, person, email,
        _page_address(flat.get("url", "")), flat.get("status", ""), flat.get("priority", ""),
        flat.get("channel", ""), flat.get("language", ""), _tags(item), created,
        times.seconds(flat.get("updated", "")),
    )  # fmt: skip


def _flat(item: dict[str, Any]) -> dict[str, str]:
    """The scalar fields by our names; the first alias that holds something wins."""
    found: dict[str, str] = {}
    for key, value in item.items():
        field = FIELD_OF.get(key.lower()) or FIELD_OF.get(key.replace("_", " ").lower())
        if field in _FIELDS and field not in found:
            text = _scalar(value)
            if text:
                found[field] = text
    if isinstance(item.get("source"), dict):
        found.setdefault("subject", _scalar(item["source"].get("subject")))
        found["channel"] = _scalar(item["source"].get("type"))
    return found


def _scalar(value: Any) -> str:
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, str | int):
        return str(value).strip()
    if isinstance(value, dict):  # {"channel": "email", …}, {"name": "Open"}, {"self": "https://"}
        for key in ("channel", "name", "displayName", "value", "label", "self", "web", "href"):
            if isinstance(value.get(key), str):
                return str(value[key])
    return ""


def _person(item: dict[str, Any], flat: dict[str, str]) -> tuple[str, str, str]:
    name, email = mailbox(flat.get("customer", ""))
    email = flat.get("email", "") or email
    identity = _scalar(item.get("requester_id"))
    for key in _PERSONS:
        value = item.get(key)
        if isinstance(value, dict) and isinstance(value.get("contacts"), list):
            value = next((one for one in value["contacts"] if isinstance(one, dict)), None)
        if isinstance(value, dict):
            name = _full_name(value) or name
            email = _scalar(value.get("email") or value.get("emailAddress")) or email
            identity = _scalar(value.get("id")) or identity
            break
    source = item.get("source")
    if not name and isinstance(source, dict) and isinstance(source.get("author"), dict):
        name = _full_name(source["author"])
        email = _scalar(source["author"].get("email")) or email
    return name, email, identity


def _full_name(person: dict[str, Any]) -> str:
    for key in ("name", "full_name", "displayName"):
        if isinstance(person.get(key), str):
            return str(person[key]).strip()
    pairs = (("first", "last"), ("first_name", "last_name"), ("firstname", "lastname"))
    for first, last in pairs:
        parts = [_scalar(person.get(first)), _scalar(person.get(last))]
        if any(parts):
            return " ".join(part for part in parts if part)
    return ""


def _messages(item: dict[str, Any]) -> list[dict[str, Any]]:
    for key in _MESSAGES:
        value = item.get(key)
        if isinstance(value, dict):  # conversation_parts.conversation_parts, comment.comments
            value = value.get(key) or value.get("comments")
        if isinstance(value, list):
            return [part for part in value if isinstance(part, dict)]
    embedded = item.get("_embedded")
    return _messages(embedded) if isinstance(embedded, dict) else []


def _opening(item: dict[str, Any], flat: dict[str, str]) -> str:
    source = item.get("source")
    if isinstance(source, dict) and isinstance(source.get("body"), str):
        return str(source["body"])
    return flat.get("body", "")


def _same(opening: str, part: Message) -> bool:
    """Zendesk's first comment repeats the description."""
    words = message(0, Role.REQUESTER, opening).text.split()
    return words[:40] == part.text.split()[:40]


def _read_messages(
    raw: list[dict[str, Any]], times: TimeReader, email: str, person_id: str, person: str
) -> list[Message]:
    messages = []
    for part in raw:
        kind = _scalar(part.get("part_type") or part.get("type") or part.get("message_type"))
        body = next(
            (part[key] for key in _BODIES if isinstance(part.get(key), str) and part[key].strip()),
            "",
        )
        files = _files(part)
        if not body and (kind in EVENTS or not files):
            continue
        author, address, identity, told = _author(part)
        role = _role(part, kind, told)
        if role is None:
            mine = (identity and identity == person_id) or (address and address == email)
            role = Role.REQUESTER if mine or (not identity and author == person) else Role.AGENT
        public, private = part.get("public"), part.get("private", part.get("internal"))
        seen = visibility_named(str(public), str(private), kind)
        when = (
            part.get("created_at")
            or part.get("createdAt")
            or part.get("sent_at")
            or part.get("created")
        )
        messages.append(
            message(0, role, body, seen, author or address, times.seconds(_scalar(when)),
                    _scalar(part.get("id")), files)
        )  # fmt: skip
    return _in_order(messages)


def _author(part: dict[str, Any]) -> tuple[str, str, str, str]:
    """Name, address, id and kind of a message's author."""
    for key in _AUTHORS:
        value = part.get(key)
        if isinstance(value, dict):
            told = _scalar(value.get("role") or value.get("type"))
            address = _scalar(value.get("email"))
            return _full_name(value), address, _scalar(value.get("id")), told
        if isinstance(value, str) and value:
            name, address = mailbox(value)
            return name, address, _scalar(part.get("author_id")), ""
    return "", "", _scalar(part.get("author_id") or part.get("user_id")), ""


def _role(part: dict[str, Any], kind: str, told: str) -> Role | None:
    chat = part.get("message_type")
    if isinstance(chat, int) and not isinstance(chat, bool):
        return _CHATWOOT.get(str(chat))
    if isinstance(part.get("incoming"), bool):
        return Role.REQUESTER if part["incoming"] else Role.AGENT
    if isinstance(part.get("from_agent"), bool):
        return Role.AGENT if part["from_agent"] else Role.REQUESTER
    sender = _scalar(part.get("role") or part.get("author_type") or part.get("sender_type"))
    return role_named(told) or role_named(sender) or (role_named(kind) if kind else None)


def _files(part: dict[str, Any]) -> tuple[Attachment, ...]:
    value = part.get("attachments")
    if not isinstance(value, list):
        return ()
    files = []
    for item in value:
        if isinstance(item, str):
            files.append(Attachment(item))
        elif isinstance(item, dict):
            name = _scalar(item.get("name") or item.get("file_name") or item.get("filename"))
            size = item.get("size")
            kind = _scalar(item.get("content_type") or item.get("contentType"))
            files.append(Attachment(name or "?", kind, size if isinstance(size, int) else 0))
    return tuple(files)


def _tags(item: dict[str, Any]) -> tuple[str, ...]:
    value = item.get("tags") or item.get("labels") or ()
    if isinstance(value, dict):  # Intercom: {"tags": [{"name": …}]}
        value = value.get("tags") or ()
    if isinstance(value, str):
        value = value.split(",")
    if not isinstance(value, list | tuple):
        return ()
    return tuple(text for text in (_scalar(tag).strip() for tag in value) if text)


def _in_order(messages: list[Message]) -> list[Message]:
    if all(part.sent_at is not None for part in messages):
        return sorted(messages, key=lambda part: part.sent_at or 0)
    return messages


def _numbered(messages: list[Message]) -> tuple[Message, ...]:
    from dataclasses import replace

    return tuple(replace(part, position=place) for place, part in enumerate(messages))


def _page_address(url: str) -> str:
    """A page to open, not the address of an interface."""
    return "" if url.endswith(".json") or "/api/" in url or not url.startswith("http") else url


def _is_ticket_like(flat: dict[str, str]) -> bool:
    return bool(flat.get("status") and flat.get("created"))

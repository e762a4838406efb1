"""Tickets out of JSON objects: the shapes of the helpdesks' interfaces and what resembles them.

Zendesk, Freshdesk, Freshservice, Intercom, Gorgias, Zammad, Jira, Help Scout, Chatwoot, HubSpot,
Tidio. All numbers arrive as text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from supportdesk_gui.tickets.importing.bodies import message
from supportdesk_gui.tickets.importing.dates import TimeReader
from supportdesk_gui.tickets.importing.people import mailbox, role_named, visibility_named
from supportdesk_gui.tickets.ticket import Attachment, Message, Role, Ticket, Visibility

Object = dict[str, Any]

_ID = ("id", "ticket_id", "ticketId", "number", "conversation_id", "key", "issue_key", "_id", "pk")
_SUBJECT = ("subject", "raw_subject", "title", "summary", "ticket_subject", "hs_ticket_subject")
_TEXTS = ("description_text", "description", "body_text", "plain_body", "body", "content", "text",
          "message", "comment", "hs_ticket_content", "preview", "excerpt")  # fmt: skip
_BODIES = ("plain_body", "body_text", "description_text", "stripped_text", "text", "body",
           "body_html", "html_body", "content", "message", "comment", "rendered_body")  # fmt: skip
_THREADS = ("comments", "conversations", "messages", "threads", "articles", "conversation_parts",
            "replies", "notes", "thread", "followups")  # fmt: skip
_PEOPLE = ("requester", "customer", "primaryCustomer", "contact", "user", "reporter", "author",
           "from", "sender", "submitter")  # fmt: skip
_AUTHORS = ("author", "createdBy", "sender", "from", "user", "created_by", "creator")
_STATUS = ("status", "state", "ticket_status", "hs_pipeline_stage")
_CREATED = ("created_at", "createdAt", "created", "created_datetime", "created_time", "createdate",
            "date", "timestamp", "sent_datetime", "created_on")  # fmt: skip
_UPDATED = ("updated_at", "updatedAt", "updated", "updated_datetime", "userUpdatedAt",
            "modified", "last_modified")  # fmt: skip
_FRESHDESK_STATUS = {"2": "open", "3": "pending", "4": "resolved", "5": "closed"}
_FRESHDESK_PRIORITY = {"1": "low", "2": "normal", "3": "high", "4": "urgent"}
_CHATWOOT_ROLES = {"0": Role.REQUESTER, "1": Role.AGENT, "2": Role.SYSTEM, "3": Role.AGENT}
_DIGITS = re.compile(r"\d+")


@dataclass(slots=True)
class JsonReading:
    """What is gathered while one file is read: people by their id, and how times are written."""

    source: str
    times: TimeReader
    people: dict[str, Object] = field(default_factory=dict)
    guessed_key: str = ""


def is_ticket(item: object) -> bool:
    """Whether an object says enough to be a ticket: a subject, a text or messages."""
    if not isinstance(item, dict):
        return False
    inner = _opened(item)
    return bool(
        _text(inner, _SUBJECT) or _text(inner, _TEXTS) or _thread(inner) or _source_of(inner)
    )


def ticket_of(item: Object, reading: JsonReading) -> Ticket | None:
    """The ticket of an object; None when nothing in it is a subject or a message."""
    inner = _opened(item)
    requester = _requester(inner, reading)
    first = _first_text(inner, reading)
    thread = _thread(inner)
    status, priority = _name(_of(inner, _STATUS)), _name(inner.get("priority"))
    if "responder_id" in inner:
        status = _FRESHDESK_STATUS.get(status, status)
        priority = _FRESHDESK_PRIORITY.get(priority, priority)
    created = reading.times.seconds(_text(inner, _CREATED))
    messages = _messages(thread, requester, reading)
    if first and not _repeats(first, messages):
        files = _attachments(inner)
        own = message(0, Role.REQUESTER, first, author=requester.name, sent_at=created,
                      attachments=files)  # fmt: skip
        messages = [own, *messages]
    reply = _text(inner, ("answer", "response", "resolution_notes_html", "resolution_note"))
    if reply:
        messages.append(message(len(messages), Role.AGENT, reply))
    subject = _text(inner, _SUBJECT) or _text(_source_of(inner), ("subject", "title"))
    if not (messages or subject):
        return None
    return Ticket(
        source=reading.source,
        external_id=_text(inner, _ID).strip(),
        subject=_plain(subject),
        messages=tuple(replace(one, position=place) for place, one in enumerate(messages)),
        requester=requester.name,
        email=requester.email,
        url=_web_address(inner),
        external_status=status,
        priority=priority,
        channel=_name(_of(inner, ("via", "channel", "source", "source_type", "type"))),
        language=_text(inner, ("language", "locale", "lang")),
        tags=_tags(inner.get("tags") or inner.get("labels") or ()),
        created_at=created,
        updated_at=reading.times.seconds(_text(inner, _UPDATED)),
    )


@dataclass(frozen=True, slots=True)
class _Person:
    id: str = ""
    name: str = ""
    email: str = ""


def remember_people(item: Object, reading: JsonReading) -> bool:
    """Keep a person of a side-loaded list; whether the object was one."""
    if "id" in item and ("name" in item or "email" in item):
        reading.people[str(item["id"])] = item
        return True
    return False


def _opened(item: Object) -> Object:
    """The inner object of wrapped ones: Django's fields, Jira's fields, HubSpot's properties."""
    for key in ("fields", "properties", "ticket", "conversation"):
        inner = item.get(key)
        if isinstance(inner, dict):
            outer = {name: value for name, value in item.items() if name != key}
            kept = {k: v for k, v in outer.items() if k not in ("model",)}
            return {**kept, **inner, **({"key": item["key"]} if "key" in item else {}),
                    **({"id": item["key"]} if "key" in item else {})}  # fmt: skip
    return item


def _source_of(item: Object) -> Object:
    source = item.get("source")
    return source if isinstance(source, dict) and ("body" in source or "subject" in source) else {}


def _of(item: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    for name in names:
        value = item.get(name)
        if value not in (None, "", [], {}):
            return value
    return None


def _text(item: Mapping[str, Any], names: tuple[str, ...]) -> str:
    for name in names:
        value = item.get(name)
        if isinstance(value, str) and value.strip():
            return value
        if isinstance(value, dict) and value.get("type") == "doc":
            return _document(value)
    return ""


def _document(node: object, depth: int = 0) -> str:
    """The text of Jira's document format."""
    if depth > 60 or not isinstance(node, dict):
        return ""
    if isinstance(node.get("text"), str):
        return str(node["text"])
    if node.get("type") == "hardBreak":
        return "\n"
    parts = node.get("content")
    text = "".join(_document(part, depth + 1) for part in parts) if isinstance(parts, list) else ""
    return text + "\n" if node.get("type") in ("paragraph", "heading", "listItem") else text


def _name(value: object) -> str:
    """A word for a value that may be an object: Zendesk's via.channel, Jira's status.name."""
    if isinstance(value, dict):
        for key in ("channel", "name", "type", "value", "title"):
            if isinstance(value.get(key), (str, dict)):
                return _name(value[key])
        return ""
    return value if isinstance(value, str) else ""


def _plain(subject: str) -> str:
    from supportdesk_gui.tickets.importing.bodies import is_html

    if is_html(subject):
        from supportdesk_gui.text.safe_html import html_to_text

        return html_to_text(subject)
    return subject.strip()


def _tags(value: object) -> tuple[str, ...]:
    if isinstance(value, dict):
        value = value.get("tags") or value.get("data") or ()
    if isinstance(value, str):
        value = value.split(",")
    if not isinstance(value, (list, tuple)):
        return ()
    names = (_name(item) if isinstance(item, dict) else str(item) for item in value)
    return tuple(dict.fromkeys(name.strip() for name in names if name.strip()))


def _web_address(item: Object) -> str:
    """A page for people; an address of the interface becomes the agent's page where known."""
    address = _text(item, ("web_url", "ticket_url", "permalink", "html_url", "url", "uri"))
    if not address.startswith(("http://", "https://")):
        return ""
    if "/api/v2/tickets/" in address and "zendesk.com" in address:
        return address.replace("/api/v2/", "/agent/", 1).removesuffix(".json")
    return "" if "/api/" in address else address


def _person(value: object, reading: JsonReading) -> _Person:
    if isinstance(value, str):
        if value in reading.people:
            return _person(reading.people[value], reading)
        if _DIGITS.fullmatch(value):
            return _Person(value)
        return _Person("", *mailbox(value))
    if isinstance(value, dict):
        name = _text(value, ("name", "displayName", "display_name", "full_name", "username"))
        if not name:
            name = " ".join(
                part
                for part in (
                    _text(value, ("first", "firstName", "first_name", "firstname")),
                    _text(value, ("last", "lastName", "last_name", "lastname")),
                )
                if part
            )
        found = mailbox(name)
        email = _text(value, ("email", "emailAddress", "address", "mail")) or found[1]
        person = _Person(_text(value, ("id", "accountId", "user_id")), found[0], email)
        known = reading.people.get(person.id) if not name and not email else None
        return _person(known, reading) if known and known is not value else person
    return _Person()


def _requester(item: Object, reading: JsonReading) -> _Person:
    for key in _PEOPLE:
        person = _person(item.get(key), reading)
        if person.name or person.email:
            break
    else:
        person = _person(item.get("requester_id") or item.get("contact_id"), reading)
    contacts = item.get("contacts")
    listed = contacts.get("contacts") if isinstance(contacts, dict) else contacts
    if not person.name and isinstance(listed, list) and listed:
        person = _person(listed[0], reading)
    author = _person(_source_of(item).get("author"), reading)
    meta = item.get("meta")
    sender = _person(meta.get("sender"), reading) if isinstance(meta, dict) else _Person()
    told = _text(item, ("requester_id", "contact_id", "customer_id"))
    named = _text(item, ("requester_name", "customer_name", "contact_name"))
    mail = _text(item, ("email", "requester_email", "customer_email"))
    return _Person(
        told or person.id or author.id or sender.id,
        named or person.name or author.name or sender.name,
        mail or person.email or author.email or sender.email,
    )


def _first_text(item: Object, reading: JsonReading) -> str:
    text = _text(item, _TEXTS) or _text(_source_of(item), ("body", "text"))
    if text or not reading.guessed_key:
        return text
    return _text(item, (reading.guessed_key,))


def _thread(item: Object) -> list[Object]:
    holders = [item]
    embedded = item.get("_embedded")
    if isinstance(embedded, dict):
        holders.append(embedded)
    for holder in holders:
        for key in _THREADS:
            value = holder.get(key)
            if isinstance(value, dict):
                value = value.get(key) or value.get("comments") or value.get("data")
            if isinstance(value, list):
                found = [{"body": one} if isinstance(one, str) else one for one in value]
                found = [one for one in found if isinstance(one, dict)]
                if found:
                    return found
    return []


def _repeats(first: str, messages: list[Message]) -> bool:
    """Whether the ticket's description is the first comment over again."""
    if not messages:
        return False
    said = "".join(message(0, Role.REQUESTER, first).text.split())
    return any("".join(one.text.split()) == said for one in (messages[0], messages[-1]))


def _messages(thread: list[Object], requester: _Person, reading: JsonReading) -> list[Message]:
    messages: list[Message] = []
    first_author = ""
    for item in thread:
        body = _text(item, _BODIES)
        author = _author(item, reading)
        files = _attachments(item)
        kind = _text(item, ("part_type", "type", "message_type", "comment_type"))
        if not body and not files:
            continue  # assignments, closings: they hold no words
        who = author.id or author.email or author.name
        first_author = first_author or who
        role = _role(item, author, requester, kind)
        if role is None:
            role = Role.REQUESTER if who == first_author else Role.AGENT
        messages.append(
            message(
                len(messages),
                role,
                body,
                _visibility(item, kind),
                author.name or author.email,
                reading.times.seconds(_text(item, _CREATED)),
                _text(item, ("id", "message_id")),
                files,
            )
        )
    if all(one.sent_at is not None for one in messages):
        messages.sort(key=lambda one: one.sent_at or 0)
    return messages


def _author(item: Object, reading: JsonReading) -> _Person:
    for key in _AUTHORS:
        value = item.get(key)
        if value:
            person = _person(value, reading)
            if person.name or person.email or person.id:
                return person
    person = _person(item.get("author_id") or item.get("user_id"), reading)
    email = _text(item, ("author_email", "from_email"))
    name = _text(item, ("author_name", "sender_name"))
    return _Person(person.id, name or person.name, email or person.email)


def _role(item: Object, author: _Person, requester: _Person, kind: str) -> Role | None:
    if "message_type" in item and item["message_type"] in _CHATWOOT_ROLES:
        return _CHATWOOT_ROLES[item["message_type"]]
    for key, yes in (("incoming", Role.REQUESTER), ("from_agent", Role.AGENT)):
        if isinstance(item.get(key), bool):
            other = Role.AGENT if yes is Role.REQUESTER else Role.REQUESTER
            return yes if item[key] else other
    if requester.id and author.id:
        return Role.REQUESTER if requester.id == author.id else _agent_or(item, Role.AGENT)
    for key in ("author", "createdBy", "sender", "from", "user"):
        value = item.get(key)
        if isinstance(value, dict):
            told = role_named(_text(value, ("role", "type", "kind")))
            if told:
                return told
    told = role_named(_text(item, ("author_type", "sender_type", "sender", "role", "direction")))
    if told:
        return told
    if author.email and requester.email:
        same = author.email.lower() == requester.email.lower()
        return Role.REQUESTER if same else Role.AGENT
    if author.name and requester.name:
        return Role.REQUESTER if author.name == requester.name else Role.AGENT
    return role_named(kind)


def _agent_or(item: Object, otherwise: Role) -> Role:
    author = item.get("author")
    told = role_named(_text(author, ("type", "role"))) if isinstance(author, dict) else None
    return told or otherwise


def _visibility(item: Object, kind: str) -> Visibility:
    def said(*names: str) -> str:
        for name in names:
            value = item.get(name)
            if isinstance(value, bool):
                return "true" if value else "false"
        return ""

    return visibility_named(
        said("public", "jsdPublic", "is_public"), said("private", "internal", "is_note"), kind
    )


def _attachments(item: Object) -> tuple[Attachment, ...]:
    found = item.get("attachments") or item.get("attachment") or ()
    if not isinstance(found, list):
        return ()
    files = []
    for one in found:
        if isinstance(one, str):
            files.append(Attachment(one.rsplit("/", 1)[-1]))
        elif isinstance(one, dict):
            size = _text(one, ("size", "file_size", "length"))
            files.append(
                Attachment(
                    _text(one, ("file_name", "filename", "name", "fileName")),
                    _text(one, ("content_type", "mimeType", "mime_type", "contentType", "type")),
                    int(size) if size.isdigit() and len(size) < 16 else 0,
                )
            )
    return tuple(files)

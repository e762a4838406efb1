"""Tickets out of JSON objects: the shapes of the helpdesks' interfaces and what resembles them.

Zendesk, Freshdesk, Freshservice, Intercom, Gorgias, Zammad, Jira, Help Scout, Chatwoot, HubSpot,
Tidio. All numbers arrive as text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from supportdesk_gui.tickets.importing.bodies import message
from supportdesk_gui.tickets.importing.dates import TimeReader
from supportdesk_gui.tickets.importing.json_parts import (
    Object,
    attachments_of,
    name_of,
    tags_of,
    text_of,
    value_of,
    web_address,
)
from supportdesk_gui.tickets.importing.people import (
    is_number,
    mailbox,
    role_named,
)
from supportdesk_gui.tickets.importing.vendors import mapped
from supportdesk_gui.tickets.importing.visibility import says_who_sees, visibility_in
from supportdesk_gui.tickets.ticket import Message, Role, Ticket

IDS = (
    "display_id",
    "id",
    "ticket_id",
    "ticketId",
    "number",
    "conversation_id",
    "key",
    "issue_key",
    "_id",
    "pk",
)
_NUMBER = ("number", *IDS)  # what people call the ticket where its id is another
_NUMBERED = frozenset({"articles", "article_count", "primaryCustomer", "mailboxId"})
SUBJECTS = ("subject", "raw_subject", "title", "summary", "ticket_subject", "hs_ticket_subject")
TEXTS = ("description_text", "description", "body_text", "plain_body", "body", "content", "text",
          "message", "comment", "hs_ticket_content", "preview", "excerpt")  # fmt: skip
_SNIPPETS = ("preview", "excerpt")
_BODIES = ("plain_body", "body_text", "description_text", "stripped_text", "text", "body",
           "body_html", "html_body", "content", "message", "comment", "rendered_body")  # fmt: skip
THREADS = ("comments", "conversations", "messages", "threads", "articles", "conversation_parts",
            "replies", "notes", "helpdesk_notes", "thread", "followups", "comment")  # fmt: skip
_NOTES = ("notes", "helpdesk_notes")
_PEOPLE = ("requester", "customer", "primaryCustomer", "contact", "user", "reporter", "author",
           "from", "sender", "submitter")  # fmt: skip
_AUTHORS = ("author", "createdBy", "sender", "from", "user", "created_by", "creator")
_STATUS = ("status_name", "status", "state", "ticket_status", "hs_pipeline_stage")
_AWAY = ("deleted", "spam", "is_spam", "archived", "trashed")
_SCRUBBED = "SCRUBBED"  # what Zendesk leaves of a deleted ticket's words
_CREATED = ("created_at", "createdAt", "created", "created_datetime", "created_time", "createdate",
            "date", "timestamp", "sent_datetime", "created_on")  # fmt: skip
_UPDATED = ("updated_at", "updatedAt", "updated", "updated_datetime", "userUpdatedAt",
            "modified", "last_modified")  # fmt: skip
_PRIORITY = ("priority_name", "priority")
_FRESHDESK = frozenset({"responder_id", "display_id"})
_FRESHDESK_STATUS = {"2": "open", "3": "pending", "4": "resolved", "5": "closed"}
_FRESHDESK_PRIORITY = {"1": "low", "2": "normal", "3": "high", "4": "urgent"}
_CHATWOOT_ROLES = {"0": Role.REQUESTER, "1": Role.AGENT, "2": Role.SYSTEM, "3": Role.AGENT}
_OWN_NAMES = frozenset((*SUBJECTS, *TEXTS, *THREADS, "source", "fields", "properties"))
_ALWAYS = ("fields", "properties", "ticket", "conversation")
_WRAPPERS = (*_ALWAYS, "helpdesk_ticket", "attributes", "node", "_source")
_KEY_OF = {
    "id": "id", "subject": "subject", "body": "description", "reply": "answer", "status": "status",
    "priority": "priority", "created": "created_at", "updated": "updated_at", "url": "url",
    "customer": "requester_name", "email": "email", "channel": "channel", "language": "language",
    "tags": "tags",
}  # fmt: skip


@dataclass(slots=True)
class JsonReading:
    """How one file is read."""

    source: str
    times: TimeReader
    guessed_key: str = ""
    keeps_numbers: bool = False
    """Whether people without a name are called by their number, which a list of people names."""


def is_ticket(item: object) -> bool:
    """Whether an object says enough to be a ticket: a subject, a text or messages."""
    if not isinstance(item, dict):
        return False
    inner = unwrapped(item)
    return bool(
        text_of(inner, SUBJECTS) or text_of(inner, TEXTS) or _thread(inner) or _source_of(inner)
    )


def has_words_of_its_own(item: Object) -> bool:
    """Whether an object is called something or holds messages, as a ticket does and no message."""
    inner = unwrapped(item)
    return bool(text_of(inner, SUBJECTS) or _thread(inner) or _source_of(inner))


def ticket_of(item: Object, reading: JsonReading) -> Ticket | None:
    """The ticket of an object; None when nothing in it is a subject or a message."""
    inner = unwrapped(item)
    requester = _requester(inner)
    asking = requester.name or (requester.id if reading.keeps_numbers else "")
    first = _first_text(inner, reading)
    thread = _thread(inner)
    if thread and first in {inner.get(name) for name in _SNIPPETS if inner.get(name)}:
        first = ""  # the first words of what the thread holds whole
    status, priority = _standing(inner)
    created = reading.times.seconds(text_of(inner, _CREATED))
    messages = [one for one in _messages(thread, requester, reading) if one.text != _SCRUBBED]
    first = first if first != _SCRUBBED else ""
    if first and not _repeats(first, messages):
        files = attachments_of(inner)
        own = message(0, Role.REQUESTER, first, author=asking, sent_at=created,
                      attachments=files)  # fmt: skip
        messages = [own, *messages]
    reply = text_of(inner, ("answer", "response", "resolution_notes_html", "resolution_note"))
    if reply:
        messages.append(message(len(messages), Role.AGENT, reply))
    subject = text_of(inner, SUBJECTS) or text_of(_source_of(inner), ("subject", "title"))
    subject, is_scrubbed = (subject, False) if subject != _SCRUBBED else ("", True)
    if not (messages or subject or is_scrubbed):
        return None
    number, own_id = _names(inner)
    return Ticket(
        source=reading.source,
        external_id=number,
        helpdesk_id=own_id,
        subject=_plain(subject),
        messages=tuple(replace(one, position=place) for place, one in enumerate(messages)),
        requester=asking,
        email=requester.email,
        url=web_address(inner),
        external_status=status,
        priority=priority,
        channel=name_of(value_of(inner, ("via", "channel", "source", "source_type", "type"))),
        language=text_of(inner, ("language", "locale", "lang")),
        tags=tags_of(inner.get("tags") or inner.get("labels") or ()),
        tells_tags=inner.get("tags", inner.get("labels")) is not None,
        created_at=created,
        updated_at=reading.times.seconds(text_of(inner, _UPDATED)),
    )


def _standing(inner: Object) -> tuple[str, str]:
    """The helpdesk's words for the status and the priority."""
    status, priority = name_of(value_of(inner, _STATUS)), name_of(value_of(inner, _PRIORITY))
    if inner.keys() & _FRESHDESK:
        status = _FRESHDESK_STATUS.get(status, status)
        priority = _FRESHDESK_PRIORITY.get(priority, priority)
    return next((name for name in _AWAY if inner.get(name) is True), status), priority


def _names(item: Object) -> tuple[str, str]:
    """What people call a ticket, and the helpdesk's own id where that is another one."""
    own_id = text_of(item, IDS).strip()
    number = text_of(item, _NUMBER).strip() if item.keys() & _NUMBERED else own_id
    return number, own_id if own_id != number else ""


@dataclass(frozen=True, slots=True)
class _Person:
    id: str = ""
    name: str = ""
    email: str = ""


def unwrapped(item: Object) -> Object:
    """The inner object of wrapped ones: Django's fields, Jira's fields, HubSpot's properties."""
    for key in _WRAPPERS:
        inner = item.get(key)
        if isinstance(inner, dict) and (key in _ALWAYS or not item.keys() & _OWN_NAMES):
            outer = {name: value for name, value in item.items() if name != key}
            kept = {k: v for k, v in outer.items() if k not in ("model",)}
            return {**kept, **inner, **({"key": item["key"]} if "key" in item else {}),
                    **({"id": item["key"]} if "key" in item else {})}  # fmt: skip
    return item if item.keys() & _OWN_NAMES else _renamed(item)


def _renamed(item: Object) -> Object:
    """A row of a table as an object: its keys are the columns' names of a CSV export."""
    keys = tuple(item)
    found = {name: item[keys[at]] for name, at in _columns(keys)[1] if name not in item}
    return {**item, **found} if found else item


@lru_cache(maxsize=64)
def _columns(keys: tuple[str, ...]) -> tuple[str, tuple[tuple[str, int], ...]]:
    """The vendor of these columns, and our keys with the places of theirs."""
    vendor, columns = mapped(keys)
    names = [(_KEY_OF[field], places[0]) for field, places in columns.items() if field in _KEY_OF]
    return vendor.name if vendor else "", tuple(names)


def vendor_of_columns(item: Object) -> str:
    """The helpdesk whose CSV export has these columns; empty when none is known."""
    return _columns(tuple(item))[0]


def _source_of(item: Object) -> Object:
    source = item.get("source")
    return source if isinstance(source, dict) and ("body" in source or "subject" in source) else {}


def _plain(subject: str) -> str:
    from supportdesk_gui.tickets.importing.bodies import is_html

    if is_html(subject):
        from supportdesk_gui.text.safe_html import html_to_text

        return html_to_text(subject)
    return subject.strip()


def _person(value: object) -> _Person:
    if isinstance(value, str):
        if is_number(value):
            return _Person(value)
        return _Person("", *mailbox(value))
    if isinstance(value, dict):
        name = text_of(value, ("name", "displayName", "display_name", "full_name", "username"))
        if not name:
            name = " ".join(
                part
                for part in (
                    text_of(value, ("first", "firstName", "first_name", "firstname")),
                    text_of(value, ("last", "lastName", "last_name", "lastname")),
                )
                if part
            )
        found = mailbox(name)
        email = text_of(value, ("email", "emailAddress", "address", "mail")) or found[1]
        return _Person(text_of(value, ("id", "accountId", "user_id")), found[0], email)
    return _Person()


def _requester(item: Object) -> _Person:
    for key in _PEOPLE:
        person = _person(item.get(key))
        if person.name or person.email:
            break
    else:
        person = _person(item.get("requester_id") or item.get("contact_id"))
    contacts = item.get("contacts")
    listed = contacts.get("contacts") if isinstance(contacts, dict) else contacts
    if not person.name and isinstance(listed, list) and listed:
        person = _person(listed[0])
    author = _person(_source_of(item).get("author"))
    meta = item.get("meta")
    sender = _person(meta.get("sender")) if isinstance(meta, dict) else _Person()
    told = text_of(item, ("requester_id", "contact_id", "customer_id"))
    named = text_of(item, ("requester_name", "customer_name", "contact_name"))
    mail = text_of(item, ("email", "requester_email", "customer_email"))
    return _Person(
        told or person.id or author.id or sender.id,
        named or person.name or author.name or sender.name,
        mail or person.email or author.email or sender.email,
    )


def _first_text(item: Object, reading: JsonReading) -> str:
    text = text_of(item, TEXTS) or text_of(_source_of(item), ("body", "text"))
    if text or not reading.guessed_key:
        return text
    return text_of(item, (reading.guessed_key,))


def _thread(item: Object) -> list[Object]:
    holders = [item]
    embedded = item.get("_embedded")
    if isinstance(embedded, dict):
        holders.append(embedded)
    for holder in holders:
        for key in THREADS:
            value = holder.get(key)
            if isinstance(value, dict):
                value = value.get(key) or value.get("comments") or value.get("data")
            if isinstance(value, list):
                found = [{"body": one} if isinstance(one, str) else one for one in value]
                found = [one for one in found if isinstance(one, dict)]
                if key in _NOTES:  # what is called so is internal unless it says otherwise
                    found = [one if says_who_sees(one) else {**one, "note": True} for one in found]
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
        body = text_of(item, _BODIES)
        author = _author(item)
        files = attachments_of(item)
        kind = text_of(item, ("part_type", "type", "message_type", "comment_type"))
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
                visibility_in(item),
                author.name or author.email or (author.id if reading.keeps_numbers else ""),
                reading.times.seconds(text_of(item, _CREATED)),
                text_of(item, ("id", "message_id")),
                files,
            )
        )
    if all(one.sent_at is not None for one in messages):
        messages.sort(key=lambda one: one.sent_at or 0)
    return messages


def message_of(item: Object, reading: JsonReading) -> tuple[str, Message, bool] | None:
    """A message that stands alone: the number of its ticket, itself with its author's number where
    it has no name, and whether it says who wrote it; None where it has no words."""
    found = _messages([item], _Person(), reading)
    if not found:
        return None
    author = _author(item)
    told = _role(item, author, _Person(), "")
    one = replace(
        found[0], author=author.id or found[0].author, role=told or Role.REQUESTER
    )  # who is not known is not taken for us
    number = text_of(item, ("ticket_id", "conversation_id", "ticketId", "conversationId"))
    return number, one, told is not None


def _author(item: Object) -> _Person:
    for key in _AUTHORS:
        value = item.get(key)
        if value and not (isinstance(value, str) and role_named(value)):
            person = _person(value)
            if person.name or person.email or person.id:
                return person
    person = _person(item.get("author_id") or item.get("user_id"))
    email = text_of(item, ("author_email", "from_email"))
    name = text_of(item, ("author_name", "sender_name"))
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
            kind_of_author = text_of(value, ("role", "type", "kind"))
            if key == "createdBy" and kind_of_author == "user":
                return Role.AGENT  # at Help Scout; elsewhere users are customers
            told = role_named(kind_of_author)
            if told:
                return told
    told = role_named(text_of(item, ("author_type", "sender_type", "sender", "role", "direction")))
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
    told = role_named(text_of(author, ("type", "role"))) if isinstance(author, dict) else None
    return told or otherwise

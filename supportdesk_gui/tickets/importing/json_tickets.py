"""Tickets out of JSON objects: the shapes of the helpdesks' interfaces and what resembles them.

Zendesk, Freshdesk, Freshservice, Intercom, Gorgias, Zammad, Jira, Help Scout, Chatwoot, HubSpot,
Tidio. All numbers arrive as text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from supportdesk_gui.tickets.importing.bodies import message
from supportdesk_gui.tickets.importing.dates import TimeReader
from supportdesk_gui.tickets.importing.json_names import IDS, SUBJECTS, TEXTS, THREADS, unwrapped
from supportdesk_gui.tickets.importing.json_parts import (
    Object,
    attachments_of,
    listed,
    name_of,
    tags_of,
    text_of,
    value_of,
    web_address,
)
from supportdesk_gui.tickets.importing.json_people import (
    Person,
    author_of,
    requester_of,
    role_of,
    source_of,
)
from supportdesk_gui.tickets.importing.json_shapes import bare
from supportdesk_gui.tickets.importing.message_sides import comes_newest_first
from supportdesk_gui.tickets.importing.visibility import (
    away_status,
    says_away,
    says_who_sees,
    visibility_in,
)
from supportdesk_gui.tickets.ticket import Message, Role, Ticket

_NUMBER = ("number", *IDS)  # what people call the ticket where its id is another
_NUMBERED = frozenset({"articles", "article_count", "primaryCustomer", "mailboxId"})
_SNIPPETS = ("preview", "excerpt")
_BODIES = ("plain_body", "body_text", "description_text", "stripped_text", "text", "body",
           "body_html", "html_body", "content", "message", "comment", "rendered_body")  # fmt: skip
_NOTES = ("notes", "helpdesk_notes")
_STATUS = ("status_name", "status", "state", "ticket_status", "hs_pipeline_stage")
_SCRUBBED = "SCRUBBED"  # what Zendesk leaves of a deleted ticket's words
_CREATED = ("created_at", "createdAt", "created", "created_datetime", "created_time", "createdate",
            "date", "timestamp", "sent_datetime", "created_on")  # fmt: skip
_UPDATED = ("updated_at", "updatedAt", "updated", "updated_datetime", "userUpdatedAt",
            "modified", "last_modified")  # fmt: skip
_PRIORITY = ("priority_name", "priority")
_FRESHDESK = frozenset({"responder_id", "display_id"})
_FRESHDESK_STATUS = {"2": "open", "3": "pending", "4": "resolved", "5": "closed"}
_FRESHDESK_PRIORITY = {"1": "low", "2": "normal", "3": "high", "4": "urgent"}


@dataclass(slots=True)
class JsonReading:
    """How one file is read."""

    source: str
    times: TimeReader
    guessed_key: str = ""
    keeps_numbers: bool = False
    """Whether people without a name are called by their number, which a list of people names."""
    telling: frozenset[str] = frozenset()
    """Keys by which it is known who can see a message."""


def is_ticket(item: object) -> bool:
    """Whether an object says enough to be a ticket: a subject, a text or messages."""
    if not isinstance(item, dict):
        return False
    inner = unwrapped(item)
    return bool(
        text_of(inner, SUBJECTS) or text_of(inner, TEXTS) or _thread(inner) or source_of(inner)
    )


def has_words_of_its_own(item: Object) -> bool:
    """Whether an object is called something or holds messages, as a ticket does and no message."""
    inner = unwrapped(item)
    return bool(text_of(inner, SUBJECTS) or _thread(inner) or source_of(inner))


def messages_in(item: Object) -> list[Object]:
    """The messages in a ticket, as they stand."""
    return _thread(unwrapped(item))


def ticket_of(item: Object, reading: JsonReading) -> Ticket | None:
    """The ticket of an object; None when nothing in it is a subject or a message."""
    inner = unwrapped(item)
    requester = requester_of(inner)
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
    subject = text_of(inner, SUBJECTS) or text_of(source_of(inner), ("subject", "title"))
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
        requester_id=requester.id,
        created_at=created,
        updated_at=reading.times.seconds(text_of(inner, _UPDATED)),
    )


def _standing(inner: Object) -> tuple[str, str]:
    """The helpdesk's words for the status and the priority."""
    status, priority = name_of(value_of(inner, _STATUS)), name_of(value_of(inner, _PRIORITY))
    if inner.keys() & _FRESHDESK:
        status = _FRESHDESK_STATUS.get(status, status)
        priority = _FRESHDESK_PRIORITY.get(priority, priority)
    away = (away_status(name) for name, value in inner.items() if says_away(value))
    return next((told for told in away if told), status), priority


def _names(item: Object) -> tuple[str, str]:
    """What people call a ticket, and the helpdesk's own id where that is another one."""
    own_id = text_of(item, IDS).strip()
    number = text_of(item, _NUMBER).strip() if item.keys() & _NUMBERED else own_id
    return number, own_id if own_id != number else ""


def _plain(subject: str) -> str:
    from supportdesk_gui.tickets.importing.bodies import is_html

    if is_html(subject):
        from supportdesk_gui.text.safe_html import html_to_text

        return html_to_text(subject)
    return subject.strip()


def _first_text(item: Object, reading: JsonReading) -> str:
    text = text_of(item, TEXTS) or text_of(source_of(item), ("body", "text"))
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
                value = value.get(key) or value.get("comments") or listed(value)
            if isinstance(value, list):
                found = [{"body": one} if isinstance(one, str) else one for one in listed(value)]
                found = [bare(one) for one in found if isinstance(one, dict)]
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


def _messages(thread: list[Object], requester: Person, reading: JsonReading) -> list[Message]:
    messages: list[Message] = []
    guessed: list[tuple[int, str]] = []
    for item in thread:
        body = text_of(item, _BODIES)
        author = author_of(item)
        files = attachments_of(item)
        kind = text_of(item, ("part_type", "type", "message_type", "comment_type"))
        if not body and not files:
            continue  # assignments, closings: they hold no words
        who = author.id or author.email or author.name
        role = role_of(item, author, requester, kind)
        if role is None:
            guessed.append((len(messages), who))
        messages.append(
            message(
                len(messages),
                role or Role.SYSTEM,
                body,
                visibility_in(item, reading.telling),
                author.name or author.email or (author.id if reading.keeps_numbers else ""),
                reading.times.seconds(text_of(item, _CREATED)),
                text_of(item, ("id", "message_id")),
                files,
                author.id if requester.id and not role_of(item, author, Person(), kind) else "",
            )
        )
    times = [one.sent_at for one in messages]
    order = list(range(len(messages)))
    if None not in times:
        if comes_newest_first(times):
            order.reverse()
        order.sort(key=lambda place: times[place] or 0)
    guesses = dict(guessed)
    known = any(one.role is Role.REQUESTER for one in messages)
    first = next((guesses[place] for place in order if guesses.get(place)), "")
    for place, who in guessed:
        is_first = who == first and not (who and known)
        role = Role.REQUESTER if is_first else Role.AGENT
        messages[place] = replace(messages[place], role=role)
    return [messages[place] for place in order]


def names_nobody(item: Object) -> bool:
    """Whether only a number says who wrote a message."""
    author = author_of(item)
    is_named = author.name or author.email or role_of(item, author, Person(), "")
    return bool(author.id) and not is_named


def message_of(item: Object, reading: JsonReading) -> tuple[str, Message, bool] | None:
    """A message that stands alone: the number of its ticket, itself with its author's number, and
    whether it says who wrote it; None where it has no words."""
    found = _messages([item], Person(), reading)
    if not found:
        return None
    author = author_of(item)
    told = role_of(item, author, Person(), "")
    one = replace(
        found[0], author_id=author.id, role=told or Role.REQUESTER
    )  # who is not known is not taken for us
    number = text_of(item, ("ticket_id", "conversation_id", "ticketId", "conversationId"))
    return number, one, told is not None

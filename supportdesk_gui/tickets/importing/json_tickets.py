"""Tickets out of JSON objects: the shapes of the helpdesks' interfaces and what resembles them.

Zendesk, Freshdesk, Freshservice, Intercom, Gorgias, Zammad, Jira, Help Scout, Chatwoot, HubSpot,
Tidio. All numbers arrive as text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from supportdesk_gui.text.named_languages import spoken_language
from supportdesk_gui.tickets.importing.bodies import message
from supportdesk_gui.tickets.importing.dates import TimeReader
from supportdesk_gui.tickets.importing.encoded_words import decoded_words
from supportdesk_gui.tickets.importing.json_messages import number_of, outside_of, told_to_ask
from supportdesk_gui.tickets.importing.json_names import IDS, SUBJECTS, TEXTS, unwrapped
from supportdesk_gui.tickets.importing.json_parts import (
    Object,
    attachments_of,
    tags_of,
    text_of,
    web_address,
)
from supportdesk_gui.tickets.importing.json_people import (
    Person,
    author_of,
    requester_of,
    role_of,
    sender_of,
    source_of,
)
from supportdesk_gui.tickets.importing.json_privacy import visibility_among
from supportdesk_gui.tickets.importing.json_statuses import channel_of, status_and_priority
from supportdesk_gui.tickets.importing.json_threads import BODIES, thread_of
from supportdesk_gui.tickets.importing.json_times import created_in, updated_in
from supportdesk_gui.tickets.importing.message_sides import comes_newest_first
from supportdesk_gui.tickets.importing.own_exports import is_own, own_ticket
from supportdesk_gui.tickets.importing.visibility import (
    away_status,
    says_away,
    visibility_in,
)
from supportdesk_gui.tickets.ticket import Message, Role, Ticket

_NUMBER = ("number", *IDS)  # what people call the ticket where its id is another
_NUMBERED = frozenset({"articles", "article_count", "primaryCustomer", "mailboxId"})
_SNIPPETS = ("preview", "excerpt")
_SCRUBBED = "SCRUBBED"  # what Zendesk leaves of a deleted ticket's words


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
        text_of(inner, SUBJECTS) or text_of(inner, TEXTS) or thread_of(inner) or source_of(inner)
    )


def has_words_of_its_own(item: Object) -> bool:
    """Whether an object is called something or holds messages, as a ticket does and no message."""
    inner = unwrapped(item)
    return bool(text_of(inner, SUBJECTS) or thread_of(inner) or source_of(inner))


def messages_in(item: Object) -> list[Object]:
    """The messages in a ticket, as they stand."""
    return thread_of(unwrapped(item))


def ticket_of(item: Object, reading: JsonReading) -> Ticket | None:
    """The ticket of an object; None when nothing in it is a subject or a message."""
    if is_own(item):
        return own_ticket(item)
    inner = unwrapped(item)
    requester, asking = _asker(inner, reading)
    first = _first_text(inner, reading)
    thread = thread_of(inner)
    if thread and first in {inner.get(name) for name in _SNIPPETS if inner.get(name)}:
        first = ""  # the first words of what the thread holds whole
    status, priority = _standing(inner)
    created = created_in(inner, reading.times)
    messages = [one for one in _messages(thread, requester, reading) if one.text != _SCRUBBED]
    if first not in ("", _SCRUBBED) and not _repeats(first, messages):
        files = attachments_of(inner)
        own = message(0, Role.REQUESTER, first, author=asking, sent_at=created,
                      attachments=files)  # fmt: skip
        messages = [own, *messages]
    reply = text_of(inner, ("answer", "response", "resolution_notes_html", "resolution_note"))
    if reply:
        messages.append(message(len(messages), Role.AGENT, reply))
    subject = _subject(inner)
    subject, is_scrubbed = (subject, False) if subject != _SCRUBBED else ("", True)
    if not (messages or subject or is_scrubbed):
        return None
    number, own_id = _names(inner)
    return Ticket(
        source=reading.source,
        external_id=number,
        helpdesk_id=own_id,
        subject=_plain(subject),
        messages=tuple(_numbered(messages)),
        requester=asking,
        email=requester.email,
        url=web_address(inner),
        external_status=status,
        priority=priority,
        channel=channel_of(inner),
        language=spoken_language(text_of(inner, ("language", "locale", "lang"))),
        tags=tags_of(inner.get("tags") or inner.get("labels") or ()),
        tells_tags=inner.get("tags", inner.get("labels")) is not None,
        requester_id=requester.id,
        created_at=created,
        updated_at=updated_in(inner, reading.times),
    )


def _asker(inner: Object, reading: JsonReading) -> tuple[Person, str]:
    """Who asks, and what they are called in this file."""
    found = requester_of(inner)
    called = decoded_words(found.name) or (found.id if reading.keeps_numbers else "")
    if found.name or found.email:
        return found, called
    sender = sender_of(inner)
    return replace(found, name=sender.name, email=sender.email), called or decoded_words(
        sender.name
    )


def _numbered(messages: list[Message]) -> Iterator[Message]:
    for place, one in enumerate(messages):
        yield one if one.position == place else replace(one, position=place)


def _subject(item: Object) -> str:
    told = text_of(item, SUBJECTS)
    for beside in (source_of(item), item.get("meta")):
        if not told and isinstance(beside, dict):
            told = text_of(beside, ("subject", "title"))
    return told


def _standing(inner: Object) -> tuple[str, str]:
    """The helpdesk's words for the status and the priority."""
    status, priority = status_and_priority(inner)
    away = (away_status(name) for name, value in inner.items() if says_away(value))
    return next((told for told in away if told), status), priority


def _names(item: Object) -> tuple[str, str]:
    """What people call a ticket, and the helpdesk's own id where that is another one."""
    own_id = text_of(item, IDS).strip()
    number = text_of(item, _NUMBER).strip() if item.keys() & _NUMBERED else own_id
    return number, own_id if own_id != number else ""


def _plain(subject: str) -> str:
    from supportdesk_gui.tickets.importing.bodies import is_html

    subject = decoded_words(subject)
    if is_html(subject):
        from supportdesk_gui.text.safe_html import html_to_text

        return html_to_text(subject)
    return subject.strip()


def _first_text(item: Object, reading: JsonReading) -> str:
    text = text_of(item, TEXTS) or text_of(source_of(item), ("body", "text"))
    if text or not reading.guessed_key:
        return text
    return text_of(item, (reading.guessed_key,))


def _repeats(first: str, messages: list[Message]) -> bool:
    """Whether the ticket's description is the first comment over again."""
    if not messages:
        return False
    said = "".join(message(0, Role.REQUESTER, first).text.split())
    return any("".join(one.text.split()) == said for one in (messages[0], messages[-1]))


def _messages(thread: list[Object], requester: Person, reading: JsonReading) -> list[Message]:
    messages: list[Message] = []
    guessed: list[tuple[int, str]] = []
    among = partial(visibility_among, thread)
    for item, sent_at in _in_order(thread, reading):
        body = text_of(item, BODIES)
        author = author_of(item)
        files = attachments_of(item)
        kind = text_of(item, ("part_type", "type", "message_type", "comment_type"))
        if not body and not files:
            continue  # assignments, closings: they hold no words
        who = author.id or author.email or author.name
        told = role_of(item, author, requester, kind)
        if told is None:
            guessed.append((len(messages), who))
        seen = visibility_in if told is Role.REQUESTER else among
        messages.append(
            message(
                len(messages),
                told or Role.SYSTEM,
                body,
                seen(item, reading.telling),
                author.name or author.email or (author.id if reading.keeps_numbers else ""),
                sent_at,
                text_of(item, ("id", "message_id")),
                files,
                author.id if requester.id and not role_of(item, author, Person(), kind) else "",
            )
        )
    return _with_sides(messages, guessed)


def _with_sides(messages: list[Message], guessed: list[tuple[int, str]]) -> list[Message]:
    """With a side for those of which nothing tells it, by their places and writers: the first asks,
    where nobody is known to."""
    known = any(one.role is Role.REQUESTER for one in messages)
    first = next((who for _, who in guessed if who), "")
    for place, who in guessed:
        is_first = who == first and not (who and known)
        role = Role.REQUESTER if is_first else Role.AGENT
        messages[place] = replace(messages[place], role=role)
    return messages


def _in_order(thread: list[Object], reading: JsonReading) -> list[tuple[Object, int | None]]:
    """The messages with their times, the oldest first where all tell one: who writes first asks."""
    timed = [(one, created_in(one, reading.times)) for one in thread]
    moments = [at for one, at in timed if text_of(one, BODIES) or attachments_of(one)]
    if not moments or None in moments:
        return timed
    known = [(one, at) for one, at in timed if at is not None]
    if comes_newest_first([at for _, at in known]):
        known.reverse()
    return sorted(known, key=lambda one: one[1] or 0)


@dataclass(frozen=True, slots=True)
class Said:
    """A message that stands alone: the number of its ticket and what that is called, itself, who
    wrote it, and whether it says on which side."""

    number: str
    subject: str
    message: Message
    author: Person
    is_told: bool


def names_nobody(item: Object) -> bool:
    """Whether only a number says who wrote a message."""
    author = author_of(item)
    is_named = author.name or author.email or role_of(item, author, Person(), "")
    return bool(author.id) and not is_named


def message_of(item: Object, reading: JsonReading) -> Said | None:
    """The message that an object is, with its author's number; None where it has no words."""
    found = _messages([item], Person(), reading)
    if not found:
        return None
    author = author_of(item)
    told = role_of(item, author, Person(), "")
    one = replace(
        found[0], author_id=author.id, role=told or Role.REQUESTER
    )  # who is not known is not taken for us
    if told and not author.email:
        outside = told_to_ask(item) or outside_of(item) if told is Role.REQUESTER else ""
        author = replace(author, email=outside if "@" in outside else "")
    subject = _plain(text_of(item, SUBJECTS))
    return Said(number_of(item), subject, one, author, told is not None)

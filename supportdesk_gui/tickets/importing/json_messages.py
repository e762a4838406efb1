"""Messages that stand in JSON by themselves, and the number of the conversation that each names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from supportdesk_gui.tickets.importing.json_parts import Object, text_of
from supportdesk_gui.tickets.importing.json_people import (
    Person,
    author_of,
    role_of,
    way_of,
)
from supportdesk_gui.tickets.ticket import Role

OF_TICKET = ("ticket_id", "conversation_id", "ticketId", "conversationId", "conversationsThreadId")
_OF_CHAT = ("session_id", "sessionId", "thread_id", "threadId", "chat_id", "chatId", "case_id",
            "issue_id", "request_id")  # fmt: skip
"""What a ticket may have as well: there it has to be told who wrote it, too."""
_WRITERS = frozenset(
    "direction is_inbound incoming sender sender_type author author_type user_type actor_type from "
    "role author_role sender_role from_type speaker".split()
)
_OF_TICKETS = frozenset("status state priority tags assignee title summary subject".split())
_SIDES = frozenset(
    "direction is_inbound incoming internal sender_id sender_type author_type initiator".split()
)
"""What a message has that is called something, as mails are."""
_WORDS = ("body", "plain_body", "html_body", "body_text", "text", "content", "comment")
_SAID_BY = _WRITERS | frozenset(
    "author_name author_email author_id authorName authorId sender_name sender_email sender_id "
    "senderName senderId from_email".split()
)
"""One of these has to stand beside a `message`, which is a ticket of its own in forms."""
_OF_LOGS = frozenset(
    "action event event_type eventType level severity changes field old_value new_value activity "
    "activity_type".split()
)
_LOGS = frozenset(
    "events activities activity activity_log activity_logs log logs audits audit_log audit_logs "
    "history notifications changes".split()
)
"""What a list is called whose rows may say what a program did."""
_ASKS = ("email", "customer_email", "requester_email", "customerEmail", "contact_email")
_STANDING = frozenset(("status", "state", "priority", "assignee"))
_AGAIN = re.compile(r"^\s*(?:\w{2,3}\s*:\s*)+")
_NOT_A_FEW = 50


def number_of(item: Object) -> str:
    """The number of the conversation that a message names; empty where it names none."""
    if told := text_of(item, OF_TICKET):
        return told
    if (
        item.keys() & _WRITERS
        and not item.keys() & _OF_TICKETS
        and (told := text_of(item, _OF_CHAT))
    ):
        return told
    links = item.get("_links")
    related = links.get("related") if isinstance(links, dict) else None
    address = text_of(related, ("conversation",)) if isinstance(related, dict) else ""
    return address.rstrip("/").rpartition("/")[2]


def is_message(item: object) -> bool:
    """Whether an object is a message that names the ticket it belongs to."""
    if not isinstance(item, dict) or not (
        any(key in item for key in _WORDS) or _has_message_of_somebody(item)
    ):
        return False
    is_titled = "subject" in item and not ("id" in item and item.keys() & _SIDES)
    return not is_titled and (bool(item.keys() & set(OF_TICKET)) or number_of(item) != "")


def _has_message_of_somebody(item: Object) -> bool:
    """Whether it has a `message` and its writer; with an address beside, that is a form's unless it
    is told on which side the writer is."""
    if not isinstance(item.get("message"), str) or not item.keys().isdisjoint(_OF_TICKETS):
        return False
    if item.keys().isdisjoint(_SAID_BY) or not item.keys().isdisjoint(_OF_LOGS):
        return False
    return _is_side_told(item) or item.keys().isdisjoint(_ASKS)


def _is_side_told(item: Object) -> bool:
    return role_of(item, author_of(item), Person(), "") is not None


def may_be_log(key: str, objects: Sequence[Object]) -> bool:
    """Whether the rows of the list of this key may tell what a program did: each has a `message`, and
    not all say on which side somebody wrote it."""
    has_words = any(name in one for one in objects for name in _WORDS)
    return key in _LOGS and not has_words and not all(map(_is_side_told, objects))


def are_of_one(objects: Sequence[Object]) -> bool:
    """Whether these are the messages of one conversation that is not named: each says which way it
    went, some went out, and all that came are of one address. Of a long list it cannot be known."""
    if not 1 < len(objects) < _NOT_A_FEW or any(way_of(one) is None for one in objects):
        return False
    subjects = {_AGAIN.sub("", text_of(one, ("subject", "title"))).lower() for one in objects}
    if len(subjects - {""}) > 1 or any(one.keys() & _STANDING for one in objects):
        return False
    came = [one for one in objects if way_of(one) is Role.REQUESTER]
    writers = {outside_of(one) for one in came}
    return len(writers) == 1 and "" not in writers and len(came) < len(objects)


def are_of_several(objects: Sequence[object]) -> bool:
    """Whether messages came from several customers, so that they are not one conversation."""
    came = [one for one in objects if isinstance(one, dict) and way_of(one) is Role.REQUESTER]
    return len({outside_of(one) for one in came} - {""}) > 1


def outside_of(item: Object) -> str:
    """The address of the customer, who wrote a message or got it."""
    is_theirs = way_of(item) is Role.REQUESTER
    author = author_of(item)
    if is_theirs and (author.email or author.name):
        return (author.email or author.name).lower()
    people = item.get("recipients")
    for one in people if isinstance(people, list) else ():
        if isinstance(one, dict) and (one.get("role") == "from") is is_theirs:
            return text_of(one, ("handle", "email", "address")).lower()
    return ""


def told_to_ask(item: Object) -> str:
    """The address that stands beside a message for who asks."""
    return text_of(item, _ASKS)


def lifted(item: Object) -> Object:
    """A message whose words lie in its `content`, with them as its own."""
    content = item.get("content")
    if not isinstance(content, dict) or not (item.keys() & set(OF_TICKET)):
        return item
    if not text_of(content, ("body", "text", "content")):
        return item
    outer = {name: value for name, value in item.items() if name != "content"}
    inner = {name: value for name, value in content.items() if name not in ("from", "to")}
    sender = content.get("from")
    told = {"author_email": sender} if isinstance(sender, str) and "@" in sender else {}
    return {**told, **inner, **outer}

"""The messages of a ticket in JSON, wherever they stand in it.

In lists of many names, in pages, in threads of a conversation, as the one object that an interface
gives of a conversation; with their writers, where those are listed beside.
"""

from __future__ import annotations

from typing import Any

from supportdesk_gui.tickets.importing.json_names import IDS, SUBJECTS, TEXTS, THREADS
from supportdesk_gui.tickets.importing.json_parts import Object, listed, text_of
from supportdesk_gui.tickets.importing.json_shapes import bare, lowered
from supportdesk_gui.tickets.importing.json_statuses import is_of_reamaze
from supportdesk_gui.tickets.importing.visibility import says_who_sees

BODIES = ("plain_body", "body_text", "description_text", "stripped_text", "text", "body",
          "body_html", "html_body", "content", "message", "comment", "rendered_body", "contents",
          "plain_text_body", "msg", "message_parts", "reply", "utterance")  # fmt: skip
SINGLE = ("first_message", "initial_message", "message", "last_customer_message",
          "latest_message", "last_message", "lastMessage")  # fmt: skip
"""The one message that lists of conversations give of each."""
_MORE = ("posts", "events", "history", "transcript", "interactions")
_LOGS = ("events", "history")
_SAID = frozenset("message chat.msg chat comment reply note email rich_message file".split())
_NOTES = ("notes", "helpdesk_notes")
_WRITERS = ("author_id", "user_id", "sender_id", "from_id", "authorId", "userId", "senderId")
_PEOPLE = ("users", "participants", "members", "people")
_FIRST = ("first_message", "initial_message", "message")
_TIMES = frozenset(("created_at", "createdAt"))
_WROTE = frozenset("author sender from user direction is_inbound incoming sender_type author_role "
                   "sender_role from_type".split())  # fmt: skip
_SEEN = {"0": "public", "1": "internal"}
"""What Re:amaze's numbers for the visibility of a message mean; others' mean other things."""


def thread_of(item: Object) -> list[Object]:
    """The messages of a ticket, as they stand; empty where it has none."""
    is_one = bool(item.keys() & _ABOUT)
    found = _in_lists(item, THREADS) or (_in_lists(item, _MORE) if is_one else [])
    found = [_with_text(one) for each in found for one in _flat(each)]
    if not found and is_one:
        found = _single(item)
    if found and is_of_reamaze(item):
        found = [{**one, "visibility": _SEEN.get(told, told)}
                 if isinstance(told := one.get("visibility"), str) else one for one in found]  # fmt: skip
    people = _people_in(item) if found else {}
    return [_with_writer(one, people) for one in found] if people else found


_ABOUT = frozenset((*IDS, *SUBJECTS, "requester", "customer", "visitor", "contact", "author"))


def _in_lists(item: Object, keys: tuple[str, ...]) -> list[Object]:
    embedded = item.get("_embedded")
    for holder in (item, embedded) if isinstance(embedded, dict) else (item,):
        for key in keys:
            value = holder.get(key)
            called = key
            if isinstance(value, dict):
                names = (key, "comments", "messages", "events")
                called = next((name for name in names if isinstance(value.get(name), list)), key)
                value = value.get(called) or listed(value)
            if isinstance(value, list) and (found := _messages(called, value)):
                return found
    return []


def _messages(key: str, value: list[Any]) -> list[Object]:
    found = [{"body": one} if isinstance(one, str) else one for one in listed(value)]
    found = [lowered(bare(one)) for one in found if isinstance(one, dict)]
    if key in _NOTES:  # what is called so is internal unless it says otherwise
        return [one if says_who_sees(one) else {**one, "note": True} for one in found]
    if key in _LOGS:  # of what happened, too
        return [one for one in found if one.get("type") in _SAID and text_of(one, BODIES)]
    if key in _MORE:
        return [one for one in found if text_of(one, BODIES)]
    return found


def _flat(item: Object) -> list[Object]:
    """The messages of one of several threads; a message itself."""
    for key in ("events", "messages"):
        value = item.get(key)
        if isinstance(value, list) and not text_of(item, BODIES):
            return _messages(key, value)
    return [item]


def _with_text(item: Object) -> Object:
    """A turn of a dialogue that says `from` whom its `value` is."""
    if "value" in item and isinstance(item.get("from"), str) and not text_of(item, BODIES):
        return {**item, "text": item["value"]}
    return item


def _single(item: Object) -> list[Object]:
    found: list[Object] = []
    texts = {text_of(item, TEXTS)} - {""}
    for key in SINGLE:
        one = item.get(key)
        said = text_of(one, BODIES) if isinstance(one, dict) else ""
        if not isinstance(one, dict) or not said or said in texts:
            continue
        if text_of(item, TEXTS) and not one.keys() & _WROTE and "customer" not in key:
            continue  # who said it is not known, and what was asked is
        texts.add(said)
        if key in _FIRST and not one.keys() & _TIMES:
            one = {**one, **{name: item[name] for name in _TIMES & item.keys()}}
        found.append({"role": "customer", **one} if "customer" in key else one)
    return [lowered(bare(one)) for one in found]


def _people_in(item: Object) -> dict[str, Object]:
    found: dict[str, Object] = {}
    for key in _PEOPLE:
        for one in listed(item.get(key)):
            if isinstance(one, dict) and isinstance(one.get("id"), str):
                found.setdefault(one["id"], one)
    return found


def _with_writer(item: Object, people: dict[str, Object]) -> Object:
    told = text_of(item, _WRITERS)
    writer = people.get(told)
    return {**item, "author": writer} if writer and not item.get("author") else item

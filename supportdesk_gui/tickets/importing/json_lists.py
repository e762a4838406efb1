"""Where tickets stand in a JSON file: in lists of any name, in pages, in objects by their number.

A helpdesk's interface lists them under one key; scripts and other programs have keys, pages and
wrappers of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from supportdesk_gui.tickets.importing.free_text import is_sentence
from supportdesk_gui.tickets.importing.json_messages import (
    OF_TICKET,
    are_of_one,
    are_of_several,
    is_message,
    lifted,
    may_be_log,
)
from supportdesk_gui.tickets.importing.json_names import IDS, SUBJECTS, TEXTS, THREADS, unwrapped
from supportdesk_gui.tickets.importing.json_parts import Object, text_of
from supportdesk_gui.tickets.importing.json_people import way_of
from supportdesk_gui.tickets.importing.json_shapes import typed
from supportdesk_gui.tickets.importing.json_stream import Broken, Found
from supportdesk_gui.tickets.importing.json_threads import SINGLE
from supportdesk_gui.tickets.importing.json_tickets import has_words_of_its_own, is_ticket
from supportdesk_gui.tickets.importing.other_lists import list_of
from supportdesk_gui.tickets.importing.own_exports import is_own
from supportdesk_gui.tickets.importing.report import Content
from supportdesk_gui.tickets.importing.vendors import normalised
from supportdesk_gui.tickets.ticket import Role, Ticket

TICKET_KEYS = frozenset("tickets conversations issues results data items cases payload".split())
PEOPLE_KEYS = frozenset("users contacts customers requesters people agents admins".split())
_BESIDE = frozenset(
    "organizations groups brands macros views identities triggers automations products companies "
    "ticket_fields ticket_forms metric_sets audits sla_policies attachments uploads "
    "satisfaction_ratings ratings articles sections categories queues".split()
)
_ITS_OWN = frozenset((*THREADS, *SINGLE)) - TICKET_KEYS | {"source"}
_NO_PERSON = frozenset({"subject", "message", "messages", "body", "comments"})
_BY_NUMBER = re.compile(r"(?:[A-Za-z]{1,10}[-_#])?#?\d{1,24}")
MESSAGES = "comments"
_DEEPEST = 32
_FEWEST_WORDS = 3
_OF_PAGES = frozenset(("total", "amount", "quantity"))
_TELLING = frozenset(
    ("line_items", "lineItems", "order_items", "orderItems", "actions", "label_names", "seo_data",
     "ratings", "outdated_locales")
)  # fmt: skip
"""Lists and objects by which the rows of other lists are known."""
_OF_ROW = frozenset((*IDS, *SUBJECTS)) | frozenset(
    "status state priority created_at createdAt created updated_at updatedAt email tags".split()
)


def opened(found: Found | Broken, depth: int = 0) -> Iterator[Found | Broken]:
    """What stands in the lists and objects of a value, however deep, each under the key of its
    list; the value itself where it is one ticket, or has none in it."""
    if isinstance(found, Broken):
        yield found
        return
    found = typed(found)
    if isinstance(found.value, dict) and (words := lifted(found.value)) is not found.value:
        found = replace(found, value=words)
    key, value = found.key, found.value
    if depth == 0 and _is_number(key) and isinstance(value, dict):
        key, value = "", _with_number(value, key)
        found = Found(key, value, True)
    is_deeper = isinstance(value, list) or (
        isinstance(value, dict) and not is_one(value) and not other_list(key, value)
    )
    if is_deeper and key not in _BESIDE and depth < _DEEPEST:
        inner = [one for child in _children(key, value) for one in opened(child, depth + 1)]
        if found.is_item and isinstance(value, dict):
            inner = [_with_outer(one, value) for one in inner]
        if any(isinstance(one, Found) and _is_of_use(one) for one in inner):
            yield from inner
            return
    yield found


def _with_outer(found: Found | Broken, outer: Object) -> Found | Broken:
    """An object inside of one row, with the number and the like that stand beside it."""
    if isinstance(found, Broken) or found.is_item or not isinstance(found.value, dict):
        return found
    own = found.value
    kept = {name: outer[name] for name in _OF_ROW & outer.keys()
            if name not in own and not isinstance(outer[name], dict | list)}  # fmt: skip
    if _has(own, IDS):
        kept = {name: value for name, value in kept.items() if name not in IDS}
    return Found(found.key, {**kept, **own}) if kept else found


def is_one(item: Object) -> bool:
    """Whether an object is a ticket itself, no page of tickets and nothing around one."""
    if not is_ticket(item):
        return False
    inner = unwrapped(item)
    if inner is not item or _has(inner, IDS) or (_has(inner, SUBJECTS) and _has(inner, TEXTS)):
        return not any(is_listed("tickets", one) for one in _listed(item.get("tickets")))
    within = [one for key, value in item.items() for one in _children_of(key, value)]
    if any(one.key not in _ITS_OWN and is_listed(one.key, one.value) for one in within):
        return False
    if any(one.key in _ITS_OWN and other_list(one.key, one.value) for one in within):
        return False  # articles are no messages
    if not _has(inner, SUBJECTS) and are_of_several([one.value for one in within]):
        return False
    if _has(inner, SUBJECTS) or _has(inner, TEXTS):
        return True
    return "comments" not in item and not any(is_message(one.value) for one in within)


def is_listed(key: str, item: object) -> bool:
    """Whether an object in the list of this key is a ticket: one of a list that is called so needs
    a text only, one of another is called something or has messages, and is not just explained."""
    if key in _BESIDE or not isinstance(item, dict) or not is_ticket(item):
        return False
    if key in PEOPLE_KEYS:
        return not is_person(item)
    if key and key not in TICKET_KEYS and other_list(key, item):
        return False
    if key not in TICKET_KEYS and "id" in item and item.keys() & set(OF_TICKET):
        return _has(item, SUBJECTS)  # else it is about a ticket
    if key == "" or has_words_of_its_own(item):
        return True
    is_thing = "name" in item and "description" in item
    if key in THREADS:
        return way_of(item) is Role.REQUESTER and not is_message(item)
    return not is_message(item) and (key in TICKET_KEYS or not is_thing)


def other_list(called: str, item: object) -> Content | None:
    """Orders and the like, of which an object is in the list of this name; None for what may be a
    ticket."""
    if not isinstance(item, dict) or is_own(item):
        return None
    has_text = _has(item, SUBJECTS) or _has(item, TEXTS)
    is_page = any(isinstance(value, list) for value in item.values())
    names = [key for key, value in item.items() if not (is_page and key in _OF_PAGES) and (
        not isinstance(value, (list, dict)) or key in _TELLING)]  # fmt: skip
    row = [value if isinstance(value := item[name], str) else "" for name in names]
    return list_of(names, [row], called, fewest=3 if has_text else 2)


def apart(found: Found | Broken) -> Found | Broken:
    """A message with a number of its own and that of its ticket, which stands in a list without a
    name, as one of a list of messages; else what it is."""
    if isinstance(found, Broken) or found.key or not is_message(found.value):
        return found
    item = found.value
    own, others = text_of(item, ("id",)), {item[name] for name in set(OF_TICKET) & item.keys()
                                          if isinstance(item[name], str)}  # fmt: skip
    return Found(MESSAGES, item, True) if own and others and own not in others else found


def is_mixed(values: Sequence[Found | Broken]) -> bool:
    """Whether tickets and their messages stand in one list without a name: what `apart` finds names
    a ticket among them."""
    told = [apart(one) for one in values]
    unnamed = [one.value for one in told if isinstance(one, Found) and not one.key]
    numbers = {text_of(one, IDS) for one in unnamed if is_listed("", one) and _has(one, SUBJECTS)}
    return any(
        one.key == MESSAGES and text_of(one.value, OF_TICKET) in numbers - {""}
        for one, was in zip(told, values, strict=True)
        if isinstance(one, Found) and one is not was
    )


def is_person(item: object) -> bool:
    """Whether an object has a number and a name or an address, and nothing that a ticket has."""
    return (
        isinstance(item, dict) and bool(item.keys() & {"id", "import_id"})
        and ("name" in item or "email" in item)
        and not item.keys() & _NO_PERSON
    )  # fmt: skip


class NumbersOfLists:
    """The numbers of tickets in the lists of a file: each is that of the list that has it first, for
    another list may count something else."""

    def __init__(self) -> None:
        self._first: dict[str, tuple[str, int]] = {}

    def own(self, ticket: Ticket, key: str) -> Ticket:
        """The ticket, without its number where one of another subject in another list has it."""
        about = key, hash(ticket.subject)
        first = self._first.setdefault(ticket.external_id, about) if ticket.external_id else about
        is_other = first[0] != key and first[1] != about[1] and ticket.subject
        return replace(ticket, external_id="", helpdesk_id="") if is_other else ticket


def content_of(key: str, objects: list[Object], file: str = "") -> Content | None:
    """What the list of this key holds, in a `file` of this name; None for what is of no use."""
    if key in _BESIDE and not other_list(key, objects[0]) and not all(map(is_message, objects)):
        return None
    called = file if key in ("", *TICKET_KEYS) else key
    others = {other_list(called, one) for one in objects}
    if len(others) == 1 and None not in others:
        return others.pop()
    if objects and (
        (all(map(is_message, objects)) and not may_be_log(key, objects))
        or are_of_one(objects)
        or (key == "comments" and not any(map(has_words_of_its_own, objects)))
    ):
        return Content.MESSAGES
    if key in PEOPLE_KEYS and any(map(is_person, objects)):
        return Content.PEOPLE
    if objects and all(is_person(one) and {"name", "email"} <= one.keys() and
                       not one.keys() & {"description", "title"} for one in objects):  # fmt: skip
        return Content.PEOPLE
    return Content.TICKETS if any(is_listed(key, one) for one in objects) else None


def holds_words(key: str, objects: Sequence[Object]) -> bool:
    """Whether a list that is left out has something in it that somebody has written."""
    if key in _BESIDE or key in PEOPLE_KEYS:
        return False
    told = sum(any(map(_is_written, one.values())) for one in objects)
    return 2 * told >= len(objects)


def _is_written(value: object) -> bool:
    """Whether it is a sentence, no address or path of several words."""
    if not isinstance(value, str) or not is_sentence(value):
        return False
    return len(value.split()) >= _FEWEST_WORDS or not value.isascii()


def _is_of_use(found: Found) -> bool:
    key, value = found.key, found.value
    if key in PEOPLE_KEYS:
        return found.is_item and is_person(value)
    return is_listed(key or "items", value) or is_message(value)


def _children(key: str, value: Any) -> Iterator[Found]:
    if isinstance(value, list):
        yield from _children_of(key, value)
    elif isinstance(value, dict):
        for name, one in value.items():
            if _is_number(name) and isinstance(one, dict):
                yield Found(_listed_as(key), _with_number(one, name), True)
            else:
                yield from _children_of(name, one)


def _listed_as(key: str) -> str:
    """What a list is called whose objects are of one kind: `User` as users."""
    if not key[:1].isupper():
        return key
    plain = "_".join(normalised(key).split())
    return plain if plain.endswith("s") else f"{plain}s"


def _children_of(key: str, value: Any) -> list[Found]:
    if isinstance(value, list):
        return [Found(key, one, True) for one in value]
    return [Found(key, value)] if isinstance(value, dict) else []


def _listed(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _has(item: Object, names: tuple[str, ...]) -> bool:
    return bool(text_of(item, names).strip())


def _is_number(key: str) -> bool:
    return _BY_NUMBER.fullmatch(key) is not None


def _with_number(item: Object, number: str) -> Object:
    return item if _has(item, IDS) else {**item, "id": number}

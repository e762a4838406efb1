"""Who can see a message in JSON, where that stands in what lies in it or in what the messages around
it are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from supportdesk_gui.tickets.importing.json_parts import Object, tags_of
from supportdesk_gui.tickets.importing.privacy_words import Meaning
from supportdesk_gui.tickets.importing.visibility import visibility_in, visibility_of
from supportdesk_gui.tickets.ticket import Visibility

_WITHIN = ("meta", "metadata", "properties", "attributes", "flags", "options", "custom")
_TAGS = ("tags", "labels", "categories")
_BY_WORD = ("role", "category", "author_role")
_INSIDE = frozenset("internal private confidential intern interne interno".split())
_KINDS = ("type", "message_type", "entry_type", "entryType", "thread_entry_type", "kind")
_COMMENTS = frozenset(("comment", "internal_comment"))
_NO_COMMENTS = frozenset(("message", "email", "chat"))
_CODES = frozenset("mrn")
_THREADS_OF_TEAMS = "conversationsThreadId"  # HubSpot's, where comments are the team's own


def visibility_among(
    thread: Sequence[Object], item: Object, telling: frozenset[str] = frozenset()
) -> Visibility:
    """Who can see this message of a conversation."""
    kinds = _kinds(item)
    around = (
        {kind for one in thread for kind in _kinds(one)} if kinds & (_COMMENTS | {"n"}) else kinds
    )
    is_inside = (
        _says_inside(item)
        or ("n" in kinds and around <= _CODES)
        or (kinds & _COMMENTS and (around & _NO_COMMENTS or _THREADS_OF_TEAMS in item)
            and not _says_public(item))
    )  # fmt: skip
    return Visibility.INTERNAL if is_inside else visibility_in(item, telling)


def _kinds(item: Mapping[str, Any]) -> set[str]:
    return {value.lower() for name in _KINDS if isinstance(value := item.get(name), str) and value}


def _says_public(item: Mapping[str, Any]) -> bool:
    return any(item.get(name) is True for name in ("public", "is_public", "isPublic"))


def _says_inside(item: Mapping[str, Any]) -> bool:
    if item.get("user_type") == "supervisor":  # whispers to the agent in a chat
        return True
    words = [value for name in _BY_WORD if isinstance(value := item.get(name), str)]
    words += [tag for name in _TAGS for tag in tags_of(item.get(name))]
    if any(word.strip().lower() in _INSIDE for word in words):
        return True
    if visibility_of((Meaning.EVENT, word) for word in words) is Visibility.INTERNAL:
        return True
    return any(
        visibility_in(inner) is Visibility.INTERNAL
        for name in _WITHIN if isinstance(inner := item.get(name), dict)
    )  # fmt: skip

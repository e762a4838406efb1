"""Other ways to write down an object: rows below a list of names, objects of a named type, values
with their type around them.

Django's fixtures, JSON:API, GraphQL's connections, exports of databases, tables saved as JSON.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from supportdesk_gui.tickets.importing.json_parts import Object
from supportdesk_gui.tickets.importing.json_stream import Broken, Found, decoded
from supportdesk_gui.tickets.importing.vendors import FIELD_OF, known_names, normalised

_HEADERS = frozenset({"columns", "fields", "header", "headers", "names"})
_TICKET = frozenset("ticket conversation issue case request".split())
_AROUND = (
    frozenset({"$oid"}), frozenset({"$date"}), frozenset({"$numberLong"}), frozenset({"$numberInt"}),
    frozenset({"$numberDouble"}), frozenset({"S"}), frozenset({"N"}), frozenset({"BOOL"}),
    frozenset({"display_value", "value"}), frozenset({"display_value", "link"}),
    frozenset({"display_value", "value", "link"}),
)  # fmt: skip
_ENVELOPE = frozenset("model pk fields id type attributes relationships links meta".split())
_WORDS_FOR_PEOPLE = "display_value"


def as_objects(values: Iterable[Found | Broken]) -> Iterator[Found | Broken]:
    """The values; where rows are lists below one of names, each is an object."""
    names: list[str] = []
    is_whole = False
    for one in map(_spoken, values):
        if isinstance(one, list):
            yield from one
            continue
        if isinstance(one, Found) and (one.is_item or not one.key):
            if one.key in _HEADERS and isinstance(one.value, str):
                names.append(one.value)
            elif isinstance(one.value, list):
                is_whole = is_whole or _are_names(names)
                if is_whole and len(one.value) == len(names):
                    yield Found(one.key, dict(zip(names, one.value, strict=True)), True)
                    continue
                if not is_whole and all(isinstance(name, str) for name in one.value):
                    names = [*one.value]
                    if _are_names(names):
                        is_whole = True
                        continue
                    names = []
        yield one


def _spoken(found: Found | Broken) -> Found | Broken | list[Found]:
    """What a text says that is JSON itself, as it is where it was written down twice."""
    if not isinstance(found, Found) or not isinstance(found.value, str):
        return found
    if not found.value.startswith(("{", "[")) or (found.key and not found.is_item):
        return found
    try:
        value = decoded(found.value)
    except ValueError:
        return found
    if isinstance(value, list):
        return [Found(found.key, one, True) for one in value]
    return Found(found.key, value, found.is_item)


def _are_names(names: list[str]) -> bool:
    return known_names([normalised(name) for name in names]) >= 2 and len({*names}) == len(names)


def typed(found: Found) -> Found:
    """An object that tells its type, as one in the list of that: its own fields with its number, and
    the numbers of those that it refers to."""
    item = found.value
    if not isinstance(item, dict):
        return found
    if _speaks_itself(item):
        return found
    if isinstance(item.get("model"), str) and isinstance(item.get("fields"), dict):
        kind, own = item["model"].rpartition(".")[2], {**item["fields"]}
        own |= {f"{name}_id": own[name] for name in _TICKET & own.keys()
                if isinstance(own[name], str)}  # fmt: skip
        number = item.get("pk")
    elif isinstance(item.get("type"), str) and isinstance(item.get("attributes"), dict):
        kind, own = item["type"], {**item["attributes"]}
        number = item.get("id")
        own = {**_related(item.get("relationships")), **own}
    else:
        return found
    if number is not None and "id" not in own:
        own["id"] = number
    key = kind.lower().replace("-", "_")
    return Found(key if key.endswith("s") else f"{key}s", own, True)


def _speaks_itself(item: Object) -> bool:
    """Whether an object has words or parts of its own beside what it is said to have: then its type
    and its attributes are two of its fields."""
    return any(
        isinstance(value, (list, dict))
        or (value and FIELD_OF.get(normalised(name)) in ("subject", "body"))
        for name, value in item.items() if name not in _ENVELOPE
    )  # fmt: skip


def _related(relationships: object) -> Object:
    found: Object = {}
    for name, one in relationships.items() if isinstance(relationships, dict) else ():
        told = one.get("data") if isinstance(one, dict) else None
        if isinstance(told, dict) and "id" in told:
            found[f"{name}_id"] = told["id"]
            if name in _TICKET or told.get("type") in _TICKET:
                found.setdefault("ticket_id", told["id"])
    return found


def bare(item: Object) -> Object:
    """An object without what its values stand in, Mongo's, DynamoDB's, ServiceNow's, and with
    underscores for hyphens in its names."""
    changed = {
        name: plain for name, value in item.items()
        if type(value) is dict and (plain := _bare_value(value)) is not value
    }  # fmt: skip
    if not changed and not _has_hyphens(tuple(item)):
        return item
    return {name.replace("-", "_"): changed.get(name, value) for name, value in item.items()}


@lru_cache(maxsize=256)
def _has_hyphens(names: tuple[str, ...]) -> bool:
    return any("-" in name for name in names)


@lru_cache(maxsize=256)
def _has_capitals(names: tuple[str, ...]) -> bool:
    return any(name[:1].isupper() for name in names)


def lowered(item: Object) -> Object:
    """An object that is also to be asked in small letters, where its names begin with capitals."""
    if not _has_capitals(tuple(item)):
        return item
    added = {"_".join(normalised(name).split()): value for name, value in item.items()
             if name[:1].isupper() and not (name in _NO_MESSAGE and isinstance(value, str))}  # fmt: skip
    return {**added, **item}


_NO_MESSAGE = frozenset(("Type", "Comment", "Preview", "Excerpt"))
"""Columns of tables: what a ticket is about, a note with its date and author, the first words."""


def mended(item: Object) -> Object:
    """A chat of a network that writes each byte of a letter as a letter of its own, with its letters."""
    messages = item.get("messages")
    first = messages[0] if isinstance(messages, list) and messages else None
    if not isinstance(first, dict) or not first.keys() >= _OF_BYTES:
        return item
    return {name: _mended(value) for name, value in item.items()}


_OF_BYTES = frozenset(("sender_name", "timestamp_ms"))


def _mended(value: Any) -> Any:
    if isinstance(value, list):
        return [_mended(one) for one in value]
    if isinstance(value, dict):
        return {name: _mended(one) for name, one in value.items()}
    if not isinstance(value, str) or value.isascii():
        return value
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value


def _bare_value(value: Object) -> Any:
    while isinstance(value, dict) and value and value.keys() in _AROUND:
        value = value.get(_WORDS_FOR_PEOPLE) or next(iter(value.values()))
    return value

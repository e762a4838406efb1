"""The shape of a body, read off the SDK's own types; what they do not name is refused.

Pydantic would do for most of them, but it lets an `Iterable` through unread and answers a wrong
block with the complaints of sixteen types. So the types are walked as they stand.
"""

from __future__ import annotations

import collections.abc
import types
import typing
from collections.abc import Callable
from functools import cache
from typing import Any

import typing_extensions as extended
from anthropic.types import message_count_tokens_params, message_create_params

from .refusals import Refused, invalid

_ARRAYS = (list, collections.abc.Iterable, collections.abc.Sequence)
_SCALARS = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}
# Arguments of the SDK that travel as headers.
_HEADERS = frozenset({"workspace_id", "user_profile_id"})


def check_message(body: Any) -> None:
    """Refuses what `POST /v1/messages` does not take."""
    streams = isinstance(body, dict) and body.get("stream") is True
    _check(
        message_create_params.MessageCreateParamsStreaming
        if streams
        else message_create_params.MessageCreateParamsNonStreaming,
        body,
        "",
    )


def check_count(body: Any) -> None:
    """Refuses what `POST /v1/messages/count_tokens` does not take."""
    _check(message_count_tokens_params.MessageCountTokensParams, body, "")


def _check(kind: Any, value: Any, where: str) -> None:
    check, inner = _way(kind)
    if check is not None:
        check(inner, value, where)


@cache
def _way(kind: Any) -> tuple[Callable[[Any, Any, str], None] | None, Any]:
    """How to check a type, found once for each: a passage may bring thousands of sentences."""
    kind = _bare(kind)
    origin = extended.get_origin(kind)
    if kind is object or kind is Any:
        return None, kind
    if extended.is_typeddict(kind):
        return _check_object, kind
    if origin in (typing.Union, types.UnionType):
        return _check_union, _members(kind)
    if origin is typing.Literal or origin is extended.Literal:
        return _check_literal, extended.get_args(kind)
    if origin in _ARRAYS:
        return _check_array, extended.get_args(kind)[0]
    if origin in (dict, collections.abc.Mapping):
        return _check_map, extended.get_args(kind)[1]
    return _check_scalar, kind


def _check_object(kind: Any, value: Any, where: str) -> None:
    if not isinstance(value, dict):
        raise _wrong(where, "Input should be an object")
    fields, required = _fields(kind)
    for name in value:
        if name not in fields:
            raise _wrong(_at(where, name), "Extra inputs are not permitted")
    for name in sorted(required - value.keys()):
        raise _wrong(_at(where, name), "Field required")
    for name, inner in value.items():
        _check(fields[name], inner, _at(where, name))


def _check_union(members: tuple[Any, ...], value: Any, where: str) -> None:
    if isinstance(value, dict) and (objects := _objects(members)) and not _takes_any(members):
        _check_object(_chosen(objects, value, where), value, where)
        return
    complaints = []
    for member in members:
        try:
            _check(member, value, where)
        except Refused as refused:
            complaints.append(refused)
        else:
            return
    raise complaints[-1]


@cache
def _takes_any(members: tuple[Any, ...]) -> bool:
    """Whether any object will do, as for the schema of a tool."""
    return any(extended.get_origin(member) is dict for member in members)


@cache
def _objects(members: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(member for member in members if extended.is_typeddict(member))


def _chosen(objects: tuple[Any, ...], value: dict[str, Any], where: str) -> Any:
    """The one of `objects` that `type` or `role` names."""
    if len(objects) == 1:
        return objects[0]
    for key in ("type", "role"):
        tags = _tagged(objects, key)
        if not tags:
            continue
        tag = value.get(key)
        if isinstance(tag, str | None) and tag in tags:
            return tags[tag]
        known = ", ".join(f"'{tag}'" for tag in tags if tag)
        raise _wrong(where, f"Input tag '{tag}' found using '{key}' is none of: {known}")
    return objects[0]


@cache
def _tagged(objects: tuple[Any, ...], key: str) -> dict[str | None, Any]:
    return {tag: kind for kind in objects for tag in _tags(kind, key)}


def _tags(kind: Any, key: str) -> tuple[str | None, ...]:
    fields, required = _fields(kind)
    if key not in fields:
        return ()
    found = tuple(_literals(fields[key]))
    return found if key in required else (*found, None)


def _literals(kind: Any) -> list[Any]:
    kind = _bare(kind)
    if extended.get_origin(kind) in (typing.Literal, extended.Literal):
        return list(extended.get_args(kind))
    if extended.get_origin(kind) in (typing.Union, types.UnionType):
        return [value for member in extended.get_args(kind) for value in _literals(member)]
    return []


@cache
def _fields(kind: Any) -> tuple[dict[str, Any], frozenset[str]]:
    hints = extended.get_type_hints(kind, include_extras=True)
    fields = {name: hint for name, hint in hints.items() if name not in _HEADERS}
    required = frozenset(
        name for name, hint in fields.items() if extended.get_origin(hint) is extended.Required
    )
    return fields, required


@cache
def _members(kind: Any) -> tuple[Any, ...]:
    """What can come over the wire: no files, no bytes, no answers of the SDK given back as such."""
    flat: list[Any] = []
    for member in map(_bare, extended.get_args(kind)):
        if extended.get_origin(member) in (typing.Union, types.UnionType):
            flat += _members(member)
        elif (
            (extended.is_typeddict(member) or extended.get_origin(member) or member in _SCALARS)
            and "IO" not in str(member)
            and "PathLike" not in str(member)
        ):
            flat.append(member)
    return tuple(flat)


def _bare(kind: Any) -> Any:
    while extended.get_origin(kind) in (
        typing.Annotated,
        extended.Required,
        extended.NotRequired,
    ):
        kind = extended.get_args(kind)[0]
    return kind


def _check_literal(allowed: tuple[Any, ...], value: Any, where: str) -> None:
    if not any(value is one or (type(value) is type(one) and value == one) for one in allowed):
        raise _wrong(where, "Input should be " + " or ".join(repr(one) for one in allowed))


def _check_array(kind: Any, value: Any, where: str) -> None:
    if not isinstance(value, list):
        raise _wrong(where, "Input should be a valid array")
    for number, item in enumerate(value):
        _check(kind, item, _at(where, str(number)))


def _check_map(kind: Any, value: Any, where: str) -> None:
    if not isinstance(value, dict):
        raise _wrong(where, "Input should be an object")
    for name, item in value.items():
        _check(kind, item, _at(where, name))


def _check_scalar(kind: Any, value: Any, where: str) -> None:
    fits = type(value) in (int, float) if kind is float else type(value) is kind
    if not fits:
        raise _wrong(where, f"Input should be a valid {_SCALARS.get(kind, str(kind))}")


def _at(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _wrong(where: str, complaint: str) -> Refused:
    return invalid(f"{where or 'body'}: {complaint}")

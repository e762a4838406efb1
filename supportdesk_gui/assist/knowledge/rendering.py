"""What a page has to show of a document, read from its schema alone: tabs, fields, kinds.

A field that is added to the schema is shown, wherever something is rendered from it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class FieldKind(StrEnum):
    """How a field's value is to be read."""

    TEXTS = "texts"
    LINES = "lines"
    TABLE = "table"
    NUMBER = "number"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field with its title; `show` is heading, group, receipt, hidden, or empty for the entry."""

    name: str
    title: str
    kind: FieldKind
    show: str = ""
    columns: tuple[FieldView, ...] = ()


@dataclass(frozen=True, slots=True)
class TabView:
    """A list of the document with the fields of its entries, in the schema's order."""

    name: str
    title: str
    fields: tuple[FieldView, ...]

    def field(self, show: str) -> FieldView | None:
        """The first field that is shown so."""
        return next((one for one in self.fields if one.show == show), None)

    def shown(self, show: str = "") -> list[FieldView]:
        """All fields that are shown so."""
        return [one for one in self.fields if one.show == show]


def tabs_of(schema: Mapping[str, Any]) -> list[TabView]:
    """The lists of objects in a document of this schema."""
    tabs = []
    for name, own in schema["properties"].items():
        whole = _whole(own, schema)
        items = _whole(whole.get("items", {}), schema)
        if whole.get("type") == "array" and "properties" in items:
            fields = tuple(_field(key, one, schema) for key, one in items["properties"].items())
            tabs.append(TabView(name, _title(name, whole), fields))
    return tabs


def public(document: Mapping[str, Any], tabs: Sequence[TabView]) -> dict[str, Any]:
    """The document without its receipts: what may be shown to anybody."""
    kept = dict(document)
    for tab in tabs:
        names = {one.name for one in tab.fields if one.show not in {"receipt", "hidden"}}
        kept[tab.name] = [
            {name: value for name, value in entry.items() if name in names}
            for entry in document[tab.name]
        ]
    return kept


def text_in(value: object, languages: Sequence[str]) -> str:
    """A text of several languages in the first of these that it has; empty where it has none."""
    if not isinstance(value, Mapping):
        return str(value)
    return next((str(value[code]) for code in languages if value.get(code)), "")


def in_words(value: object) -> str:
    """A word of the schema's as people read it: full_refund as full refund."""
    return str(value).replace("_", " ")


def _field(name: str, own: Mapping[str, Any], schema: Mapping[str, Any]) -> FieldView:
    whole = _whole(own, schema)
    kind = FieldKind.WORD
    columns: tuple[FieldView, ...] = ()
    items = _whole(whole.get("items", {}), schema)
    if whole.get("type") == "array" and "properties" in items:
        kind = FieldKind.TABLE
        columns = tuple(_field(key, one, schema) for key, one in items["properties"].items())
    elif whole.get("type") == "array":
        kind = FieldKind.LINES
    elif whole.get("type") == "object":
        kind = FieldKind.TEXTS
    elif whole.get("type") in {"number", "integer"}:
        kind = FieldKind.NUMBER
    return FieldView(name, _title(name, whole), kind, whole.get("x-show", ""), columns)


def _title(name: str, whole: Mapping[str, Any]) -> str:
    return str(whole.get("title") or in_words(name).capitalize())


def _whole(own: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """A subschema with what its reference says; its own words go before that."""
    found = dict(own)
    while reference := found.pop("$ref", ""):
        there: Any = schema
        for step in reference.removeprefix("#/").split("/"):
            there = there[step]
        found = {**there, **found}
    return found

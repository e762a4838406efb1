"""Answers that fit a schema, made of what the request holds."""

from __future__ import annotations

import json
import re
from typing import Any

from .schema_rules import resolved
from .words import SENTENCES, hits, language_of, named_language

_IDS = (
    re.compile(r'"id"\s*:\s*"?(?P<id>[\w.:-]+)"?\s*,\s*"text"\s*:\s*"(?P<text>(?:[^"\\]|\\.)*)"'),
    re.compile(r"<\w+[^>]*?\bid=[\"'](?P<id>[\w.:-]+)[\"'][^>]*>(?P<text>[^<]*)<"),
    re.compile(r"^\s*\[(?P<id>[\w.:-]+)\]\s*(?P<text>.+)$", re.MULTILINE),
    re.compile(r"^\s*(?P<id>[a-z]{0,2}\d{1,4})[.):]\s+(?P<text>.+)$", re.MULTILINE),
)
_FORMATS = {
    "date-time": "2026-11-23T09:00:00Z",
    "time": "09:00:00Z",
    "date": "2026-11-23",
    "duration": "P3D",
    "email": "service@example.com",
    "hostname": "example.com",
    "uri": "https://example.com/",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uuid": "2b1b4f0e-6c8f-4c59-9d4d-0f3a3f7d5a10",
}
_ANGRY = re.compile(
    "lawyer|chargeback|anwalt|avocat|abogado|律師|律师|投訴|投诉|unacceptable", re.IGNORECASE
)
_CONFIDENCE = 0.86


class SchemaAnswer:
    """One value for `schema`: enums by keywords, one item per id that stands in the data."""

    def __init__(self, schema: dict[str, Any], instruction: str, data: str) -> None:
        self._root = schema
        self._data = data
        self._language = named_language(instruction) or named_language(data)
        self._sentences = sentences_with_ids(data)
        self._count = 0

    def value(self) -> Any:
        """A value that fits the whole schema."""
        return self._make(self._root, "")

    def _make(self, schema: dict[str, Any], name: str) -> Any:
        schema = resolved(schema, self._root)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return self._choice(schema["enum"], name)
        if "anyOf" in schema:
            return self._make(self._first_full(schema["anyOf"]), name)
        for part in schema.get("allOf", []):
            schema = {**schema, **part}
        kind = schema.get("type", "object")
        if isinstance(kind, list):
            kind = next((one for one in kind if one != "null"), "null")
        if kind == "object":
            return {
                key: self._make(inner, key) for key, inner in schema.get("properties", {}).items()
            }
        if kind == "array":
            return self._list(schema.get("items", {"type": "string"}), name)
        return self._scalar(kind, schema, name)

    def _first_full(self, choices: list[dict[str, Any]]) -> dict[str, Any]:
        return next((one for one in choices if one.get("type") != "null"), choices[0])

    def _list(self, items: dict[str, Any], name: str) -> list[Any]:
        fields = resolved(items, self._root).get("properties", {})
        if "id" not in fields:
            return [self._make(items, name)]
        allowed = fields["id"].get("enum")
        known = [one for one in self._sentences if not allowed or one[0] in map(str, allowed)]
        return [self._with_id(items, fields, *one) for one in known]

    def _with_id(
        self, items: dict[str, Any], fields: dict[str, Any], id_: str, text: str
    ) -> dict[str, Any]:
        item: dict[str, Any] = self._make(items, "")
        item["id"] = int(id_) if fields["id"].get("type") == "integer" and id_.isdigit() else id_
        for key in ("text", "translation", "sentence"):
            if key in item:
                item[key] = self._translated(text)
        return item

    def _translated(self, text: str) -> str:
        """A sentence in the language asked for that keeps the numbers of `text`."""
        if self._language is None:
            return text
        phrases = SENTENCES[self._language]
        phrase = phrases[self._count % len(phrases)]
        self._count += 1
        kept = re.findall(r"\w*\d[\w.,:/-]*(?:\s?[€$£%])?", text)
        return f"{phrase[:-1]} ({', '.join(kept)}){phrase[-1]}" if kept else phrase

    def _choice(self, values: list[Any], name: str) -> Any:
        if name in ("language", "lang"):
            code = language_of(self._data)
            near = [one for one in values if str(one).lower() in (code.lower(), code[:2])]
            return near[0] if near else values[0]
        return max(values, key=lambda one: hits(one, self._data) if isinstance(one, str) else 0)

    def _scalar(self, kind: str, schema: dict[str, Any], name: str) -> Any:
        if kind == "null":
            return None
        if kind == "boolean":
            return bool("escalat" in name and _ANGRY.search(self._data))
        if kind == "number":
            return _CONFIDENCE
        if kind == "integer":
            return 1
        if "format" in schema:
            return _FORMATS[schema["format"]]
        if name in ("language", "lang"):
            return language_of(self._data)
        if name in ("text", "query", "summary"):
            return " ".join(self._data.split())[:80] or "Nothing"
        return f"The ticket says so ({name})." if name else "The ticket says so."


def sentences_with_ids(data: str) -> list[tuple[str, str]]:
    """(id, text) as they stand in `data`: JSON, tags, brackets or a numbered list."""
    for pattern in _IDS:
        found = {match["id"]: match["text"].strip() for match in pattern.finditer(data)}
        if found and pattern is _IDS[0]:
            return [(id_, json.loads(f'"{text}"', strict=False)) for id_, text in found.items()]
        if found:
            return list(found.items())
    return []

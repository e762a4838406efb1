"""Entries as one JSON document, held against its published schema with a library."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from typing import Any

from supportdesk_gui.assist.knowledge.entries import (
    Entry,
    EntryKind,
    Knowledge,
    placeholders,
)
from supportdesk_gui.assist.knowledge.store import Run
from supportdesk_gui.resources import resource

FORMAT = "supportdesk-knowledge-1"
_DEFINITIONS = {
    EntryKind.FAQ: "faq", EntryKind.TEMPLATE: "template", EntryKind.RULE: "refund_rule",
}  # fmt: skip
_TYPES = {
    "customer_name": "person", "agent_name": "person", "order_id": "order_number",
    "tracking_number": "tracking_number", "amount": "amount", "refund_amount": "amount",
    "date": "date", "delivery_date": "date", "refund_date": "date", "delivery_days": "days",
    "tracking_link": "link", "return_label_link": "link",
}  # fmt: skip
_ENDINGS = (
    ("_name", "person"), ("_amount", "amount"), ("_date", "date"), ("_days", "days"),
    ("_link", "link"), ("_url", "link"),
)  # fmt: skip


class NotValid(Exception):
    """What was made does not fit the schema; `where` says at which place."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


@cache
def schema() -> dict[str, Any]:
    """The published schema (resources/schemas/knowledge.schema.json)."""
    text = resource("schemas", "knowledge.schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def demand_valid(document: Mapping[str, object]) -> None:
    """Raise NotValid where a document does not fit the schema."""
    _demand(schema(), document)


def demand_valid_entry(entry: Entry) -> None:
    """Raise NotValid where an entry, with any id and tickets, does not fit its part of it."""
    value = entry_value(entry)
    value["id"] = value["id"] or f"{_prefix(entry.kind)}-00000000"
    found = schema()
    own = {"$ref": f"#/$defs/{_DEFINITIONS[entry.kind]}", "$defs": found["$defs"]}
    _demand(own, value)


def knowledge_of(run: Run, entries: Sequence[Entry], numbers: Mapping[int, str]) -> Knowledge:
    """The document of a run's merged entries; `numbers` are the helpdesk's, by our ids."""
    lists: dict[str, list[dict[str, Any]]] = {kind.value: [] for kind in EntryKind}
    for entry in entries:
        lists[entry.kind.value].append(entry_value(entry, numbers, run.tickets))
    document: dict[str, object] = {
        "format": FORMAT,
        "made_at": datetime.fromtimestamp(run.made_at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "made_by": run.engine, "languages": list(run.languages), "ticket_count": run.tickets,
        **lists,
    }  # fmt: skip
    return Knowledge(document, tuple(entries), {entry.id: entry.receipts for entry in entries})


def placeholder_type(name: str) -> str:
    """What a placeholder stands for, as the schema names kinds."""
    ends = (kind for ending, kind in _ENDINGS if name.endswith(ending))
    return _TYPES.get(name) or next(ends, "text")


def entry_value(
    entry: Entry, numbers: Mapping[int, str] | None = None, total: int = 0
) -> dict[str, Any]:
    """The entry as the schema has it, its fields in the schema's order; without `numbers` it has
    no tickets."""
    numbers = numbers or {}
    heading, body = entry.kind.fields
    value: dict[str, Any] = {
        "id": entry.id,
        "intent": entry.intent,
        heading: dict(entry.texts[heading]),
    }
    if entry.kind is EntryKind.RULE:
        value["outcome"] = entry.outcome
    value[body] = dict(entry.texts[body])
    if entry.kind is EntryKind.TEMPLATE:
        names = dict.fromkeys(
            name for text in entry.texts[body].values() for name in placeholders(text)
        )
        value["placeholders"] = [{"name": name, "type": placeholder_type(name)} for name in names]
    value["passages"] = [asdict(one) for one in entry.rests]
    known = [one for one in entry.receipts if one.ticket_id in numbers]
    # Two helpdesks may have given the same number.
    value["tickets"] = list(dict.fromkeys(numbers[one.ticket_id] for one in known))
    value["coverage"] = round(min(1.0, len(known) / total), 4) if total else 0
    if entry.kind is EntryKind.FAQ:
        value["disagreeing"] = [
            {"ticket": numbers[one.ticket_id], "why": one.why} for one in known if one.why
        ]
    value["unproven"] = [asdict(one) for one in entry.unproven]
    value["apart"] = list(entry.apart)
    value["written_by"] = entry.written_by
    return value


def _prefix(kind: EntryKind) -> str:
    return {EntryKind.FAQ: "faq", EntryKind.TEMPLATE: "template", EntryKind.RULE: "rule"}[kind]


def new_id(kind: EntryKind, seed: str) -> str:
    """An id for an entry that was not there before."""
    from hashlib import blake2b

    digest = blake2b(seed.encode("utf-8", "replace"), digest_size=5).hexdigest()
    return f"{_prefix(kind)}-{digest}"


def _demand(own: Mapping[str, Any], value: object) -> None:
    from jsonschema import Draft202012Validator

    error = next(iter(Draft202012Validator(own).iter_errors(value)), None)
    if error is not None:
        raise NotValid(f"{error.json_path}: {error.validator}")

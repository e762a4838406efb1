"""JSON and JSON Lines files: what they are, and their tickets one by one.

An array, an object that holds arrays (`tickets`, `conversations`, `results` …), one object a
line, or a single ticket. Half-written files give what stands before the break.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from supportdesk_gui.tickets.importing.dates import TimeReader
from supportdesk_gui.tickets.importing.json_stream import (
    Broken,
    Found,
    JsonWindow,
    TooDeep,
    decoded,
    items,
)
from supportdesk_gui.tickets.importing.json_tickets import (
    JsonReading,
    is_ticket,
    remember_people,
    ticket_of,
    vendor_of_columns,
)
from supportdesk_gui.tickets.importing.report import (
    Content,
    Diagnosis,
    FailureReason,
    ImportFailure,
    Kind,
    Notice,
    ReadingProgress,
    RejectedRow,
    RejectReason,
    excerpt,
)
from supportdesk_gui.tickets.importing.text_stream import LONGEST_LINE, Lines, TextPieces
from supportdesk_gui.tickets.importing.vendors import advice_of
from supportdesk_gui.tickets.ticket import Message, Role, Ticket

_TICKET_KEYS = (
    "tickets", "conversations", "issues", "results", "data", "items", "cases", "payload",
)  # fmt: skip
_WRAPPERS = frozenset({"_embedded", "data", "payload", "response", "result"})
PEOPLE_KEYS = frozenset({"users", "contacts", "customers", "requesters", "people"})
_BESIDE = frozenset({"organizations", "groups", "brands", "macros", "views", "identities"})
_OF_TICKET = frozenset({"ticket_id", "conversation_id", "ticketId", "conversationId"})
_WORDS = ("body", "plain_body", "html_body", "body_text", "text", "content")
_NO_PERSON = frozenset({"subject", "description", "body", "messages", "comments", "title"})
_TICKETS_OWN = frozenset({"subject", "raw_subject", "title", "summary", "description", "tickets"})
_LOOKED_AT = 50
_PEOPLE_FIRST = 33_554_432
_VENDOR_KEYS = (
    ("Zendesk", ("requester_id", "raw_subject")),
    ("Zendesk", ("submitter_id", "assignee_id")),
    ("Zendesk", ("requester_id", "brand_id", "via")),
    ("Freshservice", ("responder_id", "urgency", "impact")),
    ("Freshdesk", ("responder_id", "description_text")),
    ("Freshdesk", ("responder_id", "fr_escalated")),
    ("Intercom", ("conversation_parts",)),
    ("Intercom", ("source", "admin_assignee_id")),
    ("Gorgias", ("messages", "assignee_user", "customer")),
    ("Gorgias", ("messages_count", "channel", "via")),
    ("Zammad", ("article_count", "group_id", "number")),
    ("Zammad", ("articles", "number")),
    ("Jira", ("fields", "key")),
    ("Help Scout", ("primaryCustomer",)),
    ("Help Scout", ("threads", "mailboxId")),
    ("Chatwoot", ("messages", "inbox_id")),
    ("Tidio", ("messages", "operatorEmail")),
    ("HubSpot", ("properties", "archived")),
    ("Jira", ("key", "summary", "reporter")),
)

Item = Ticket | RejectedRow | ReadingProgress


def diagnose_json(base: Diagnosis) -> Diagnosis:
    """How a JSON file is to be read; raises ImportFailure when it holds no ticket at all."""
    if base.kind is not Kind.XML:
        base = replace(base, kind=Kind.JSON_LINES if _is_lines(base) else Kind.JSON)
    sample: list[Found] = []
    broken: list[Broken] = []
    for item in _values(base, TextPieces):
        (broken if isinstance(item, Broken) else sample).append(item)  # type: ignore[arg-type]
        if len(sample) + len(broken) >= _LOOKED_AT:
            break
    people = [item for item in sample if item.key in PEOPLE_KEYS and isinstance(item.value, dict)]
    parts, objects = _tickets_in(sample)
    keys = {item.key for item in sample}
    if "comments" in keys and not keys & _TICKETS_OWN:
        parts, objects = "comments", [one.value for one in sample if isinstance(one.value, dict)]
    content = _content(parts, objects)
    if content is not Content.TICKETS or (people and not any(map(is_ticket, objects))):
        content = content if content is not Content.TICKETS else Content.PEOPLE
        parts = people[0].key if people and content is Content.PEOPLE else parts
        return replace(base, parts=parts, content=content, vendor=_vendor(objects))
    if not objects and not any(
        isinstance(item.value, str) and " " in item.value for item in sample
    ):
        reason = FailureReason.NO_TICKETS
        if broken and not sample:
            deep = broken[0].reason is RejectReason.TOO_DEEP
            reason = FailureReason.TOO_DEEP if deep else FailureReason.BROKEN_JSON
        raise ImportFailure(reason, base.path, base.name)
    return _with_tickets(replace(base, parts=parts), objects)


def _with_tickets(base: Diagnosis, objects: list[dict[str, Any]]) -> Diagnosis:
    guessed = "" if any(map(is_ticket, objects)) else _longest_key(objects)
    failure = ImportFailure(FailureReason.NO_TICKETS, base.path, base.name)
    if objects and not guessed and not any(map(is_ticket, objects)):
        raise failure
    vendor = _vendor(objects)
    diagnosis = replace(base, vendor=vendor, source=vendor or base.source, header=(guessed,))
    reading = _reading(diagnosis)
    tickets = [ticket for one in objects if (ticket := ticket_of(one, reading))]
    if objects and not tickets:
        raise failure
    has_text = any(ticket.messages for ticket in tickets) or not objects
    notices = base.notices + ((Notice.GUESSED_TEXT_COLUMN,) if guessed else ())
    return replace(
        diagnosis,
        has_message_text=has_text,
        advice=None if has_text else advice_of(vendor),
        notices=notices,
    )


def _vendor(objects: list[dict[str, Any]]) -> str:
    return next(
        (name for name, keys in _VENDOR_KEYS for one in objects if all(key in one for key in keys)),
        vendor_of_columns(objects[0]) if objects else "",
    )


def _content(parts: str, objects: list[dict[str, Any]]) -> Content:
    """Whether these objects are the messages of tickets that stand elsewhere, or people."""
    if parts == "comments" or (
        objects
        and all(
            one.keys() & _OF_TICKET and any(key in one for key in _WORDS) and "subject" not in one
            for one in objects
        )
    ):
        return Content.MESSAGES
    names = [one.keys() for one in objects]
    if names and all(
        "id" in keys and "email" in keys and "name" in keys and not keys & _NO_PERSON
        for keys in names
    ):
        return Content.PEOPLE
    return Content.TICKETS


def read_json(diagnosis: Diagnosis) -> Iterator[Item]:
    """Tickets, rejected items (counted from 1, lines in JSON Lines) and progress."""
    total = diagnosis.path.stat().st_size
    name = diagnosis.shown_name
    reading = _reading(diagnosis)
    if total <= _PEOPLE_FIRST and diagnosis.kind is Kind.JSON:
        _gather_people(diagnosis, reading)
    counted: list[TextPieces] = []
    alone: list[Any] = []
    rest: dict[str, Any] = {}
    values = _values(diagnosis, lambda file, code: _counted(file, code, counted))
    for number, item in enumerate(values, 1):
        if number % 100 == 1 and counted:
            yield ReadingProgress(counted[0].done, total)
        if isinstance(item, Broken):
            yield RejectedRow(name, number, item.reason, excerpt(item.text))
        elif item.key and item.key != diagnosis.parts:
            if diagnosis.parts == "":
                rest.setdefault(item.key, []).append(item.value)
        else:
            yield _ticket_or_reject(item.value, reading, name, number)
    if rest:
        alone.append({key: values[0] if _single(key, values) else values
                      for key, values in rest.items()})  # fmt: skip
    for value in alone:
        yield _ticket_or_reject(value, reading, name, 1)
    yield ReadingProgress(total, total)


def _single(key: str, values: list[Any]) -> bool:
    return len(values) == 1 and key not in (
        "comments", "messages", "threads", "conversations", "tags", "attachments", "replies",
    )  # fmt: skip


def _counted(file: Any, encoding: str, kept: list[TextPieces]) -> TextPieces:
    kept.append(TextPieces(file, encoding))
    return kept[0]


def _reading(diagnosis: Diagnosis) -> JsonReading:
    guessed = diagnosis.header[0] if diagnosis.header else ""
    return JsonReading(
        diagnosis.source, TimeReader(), guessed_key=guessed, keeps_numbers=diagnosis.is_joined
    )


def _gather_people(diagnosis: Diagnosis, reading: JsonReading) -> None:
    """Zendesk and others put the list of people behind the tickets that name their ids."""
    with diagnosis.path.open("rb") as file:
        names = b"".join(b'"%s"|' % key.encode() for key in PEOPLE_KEYS)
        whole = file.read()
        if not any(name in whole for name in names.split(b"|") if name):
            return
    for item in _values(diagnosis, TextPieces):
        if isinstance(item, Found) and item.key in PEOPLE_KEYS and isinstance(item.value, dict):
            remember_people(item.value, reading)


def _ticket_or_reject(value: Any, reading: JsonReading, name: str, number: int) -> Item:
    ticket = None
    if isinstance(value, str) and value.strip():
        said = Message(0, Role.REQUESTER, value.strip())
        ticket = Ticket(reading.source, "", "", (said,))
    elif isinstance(value, dict):
        ticket = ticket_of(value, reading)
    if ticket is not None:
        return ticket
    text = json.dumps(value, ensure_ascii=False)[:800] if not isinstance(value, str) else value
    reason = RejectReason.NOT_A_TICKET if value else RejectReason.EMPTY
    return RejectedRow(name, number, reason, excerpt(text))


def _tickets_in(sample: list[Found]) -> tuple[str, list[dict[str, Any]]]:
    """The key whose array holds tickets ("" for none), and the first of them."""
    by_key: dict[str, list[dict[str, Any]]] = {}
    if any(item.key == "" and not isinstance(item.value, dict) for item in sample):
        return "", [item.value for item in sample if isinstance(item.value, dict)]
    for item in sample:
        if isinstance(item.value, dict):
            by_key.setdefault(item.key, []).append(item.value)
    if "" in by_key:
        return "", by_key[""]
    for key in (*_TICKET_KEYS, *by_key):
        found = by_key.get(key, [])
        if key not in PEOPLE_KEYS | _BESIDE and any(map(is_ticket, found)):
            outer = {item.key for item in sample}
            if not outer & {"subject", "description", "requester", "id"} or key in _TICKET_KEYS:
                if key == "conversations" and "subject" in outer:
                    continue
                if key != "comments":
                    return key, found
    keys = {item.key: item.value for item in sample if not isinstance(item.value, (dict, list))}
    whole: dict[str, Any] = {**keys, **by_key}
    return "", [whole] if whole else []


def _longest_key(objects: list[dict[str, Any]]) -> str:
    lengths: dict[str, int] = {}
    for one in objects:
        for key, value in one.items():
            if isinstance(value, str) and (" " in value or not value.isascii()):
                lengths[key] = lengths.get(key, 0) + len(value)
    best = max(lengths, key=lambda key: lengths[key], default="")
    return best if best and lengths[best] >= 12 * len(objects) else ""


def _is_lines(base: Diagnosis) -> bool:
    if base.path.suffix.lower() in (".jsonl", ".ndjson"):
        return True
    with base.path.open("rb") as file:
        found = []
        for line in Lines(TextPieces(file, base.encoding)):
            if line.strip():
                found.append(line)
            if len(found) == 2 or len(line) >= LONGEST_LINE:
                break
    if len(found) < 2 or not found[1].lstrip().startswith("{"):
        return False
    try:
        return isinstance(decoded(found[0]), dict)
    except ValueError:
        return False


def json_values(diagnosis: Diagnosis) -> Iterator[dict[str, Any]]:
    """The objects of the list that the diagnosis names, for those who make no tickets of them."""
    for item in _values(diagnosis, TextPieces):
        if isinstance(item, Found) and item.key == diagnosis.parts and isinstance(item.value, dict):
            yield item.value


def _values(diagnosis: Diagnosis, pieces: Any) -> Iterator[Found | Broken]:
    if diagnosis.kind is Kind.XML:
        from supportdesk_gui.tickets.importing.xml_files import xml_values

        yield from xml_values(diagnosis.path, pieces)
        return
    with diagnosis.path.open("rb") as file:
        text = pieces(file, diagnosis.encoding)
        if diagnosis.kind is Kind.JSON_LINES:
            yield from _line_values(Lines(text))
        else:
            for item in items(JsonWindow(text), _TICKET_KEYS):
                yield from _unwrapped(item)


def _unwrapped(item: Found | Broken) -> Iterator[Found | Broken]:
    """The items of a list that stands two or three objects deep: `_embedded`, `data.payload`."""
    if isinstance(item, Broken) or item.key not in _WRAPPERS or not isinstance(item.value, dict):
        yield item
        return
    inner = item.value
    if "payload" in inner and isinstance(inner["payload"], dict):
        inner = inner["payload"]
    key = next((key for key in _TICKET_KEYS if isinstance(inner.get(key), list)), "")
    if key:
        yield from (Found(key, value) for value in inner[key])
    else:
        yield item


def _line_values(lines: Lines) -> Iterator[Found | Broken]:
    for line in lines:
        cut, lines.cut = lines.cut, False
        lines.taken.clear()
        if not line.strip():
            continue
        if cut:
            yield Broken(line[:400], RejectReason.TOO_LONG)
            continue
        try:
            yield Found("", decoded(line))
        except TooDeep:
            yield Broken(line[:400], RejectReason.TOO_DEEP)
        except ValueError:
            reason = RejectReason.NOT_JSON if line.endswith("\n") else RejectReason.CUT_OFF
            yield Broken(line[:400], reason)

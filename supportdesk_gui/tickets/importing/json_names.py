"""What tickets call their parts in JSON, and the objects that they are wrapped in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from supportdesk_gui.tickets.importing.json_parts import Object
from supportdesk_gui.tickets.importing.json_shapes import bare, lowered, mended
from supportdesk_gui.tickets.importing.vendors import mapped

IDS = (
    "display_id",
    "id",
    "ticket_id",
    "ticketId",
    "number",
    "conversation_id",
    "key",
    "issue_key",
    "_id",
    "pk",
    "slug",
    "import_id",
    "dialogue_id",
    "dialog_id",
)
SUBJECTS = (
    "subject",
    "raw_subject",
    "title",
    "summary",
    "ticket_subject",
    "hs_ticket_subject",
    "short_description",
)
TEXTS = ("description_text", "description", "body_text", "plain_body", "body", "content", "text",
          "message", "comment", "hs_ticket_content", "preview", "excerpt")  # fmt: skip
THREADS = ("comments", "conversations", "messages", "threads", "articles", "conversation_parts",
            "replies", "notes", "helpdesk_notes", "thread", "followups", "comment",
            *(DIALOGUES := ("conversation", "dialogue", "dialog", "turns", "utterances", "chat",
              "chat_history", "message_history", "conversation_history")))  # fmt: skip
_OWN_NAMES = frozenset((*SUBJECTS, *TEXTS, *THREADS, "source", "fields", "properties"))
_ALWAYS = ("fields", "properties", "ticket", "conversation")
_AROUND_ONE = ("ticket", "conversation")
_WRAPPERS = (*_ALWAYS, "helpdesk_ticket", "attributes", "node", "_source")
_KEY_OF = {
    "id": "id", "subject": "subject", "body": "description", "reply": "answer", "status": "status",
    "priority": "priority", "created": "created_at", "updated": "updated_at", "url": "url",
    "customer": "requester_name", "email": "email", "channel": "channel", "language": "language",
    "tags": "tags",
}  # fmt: skip


_VENDOR_KEYS = (
    ("SupportDesk", ("helpdesk_status", "waits_for", "messages")),
    ("Zendesk", ("requester_id", "raw_subject")),
    ("Zendesk", ("submitter_id", "assignee_id")),
    ("Zendesk", ("requester_id", "brand_id", "via")),
    ("Zendesk", ("author_id", "body", "public")),
    ("Freshservice", ("responder_id", "urgency", "impact")),
    ("Freshdesk", ("responder_id", "description_text")),
    ("Freshdesk", ("responder_id", "fr_escalated")),
    ("Freshdesk", ("helpdesk_ticket",)),
    ("Freshdesk", ("display_id", "status_name")),
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


def unwrapped(item: Object) -> Object:
    """The inner object of wrapped ones: Django's fields, Jira's fields, HubSpot's properties."""
    item = mended(bare(item))
    if (
        "session_id" in item
        and "id" not in item
        and any(isinstance(item.get(name), list) for name in ("messages", *DIALOGUES))
    ):
        item = {**item, "id": item["session_id"]}  # of a chat; elsewhere it is a visit to a shop
    for key in _WRAPPERS:
        inner = item.get(key)
        if isinstance(inner, dict) and (key in _ALWAYS or not item.keys() & _OWN_NAMES):
            outer = {name: value for name, value in item.items() if name != key}
            kept = {k: v for k, v in outer.items() if k not in ("model",)}
            whole = {**kept, **bare(inner), **({"key": item["key"]} if "key" in item else {}),
                     **({"id": item["key"]} if "key" in item else {})}  # fmt: skip
            return lowered(whole if whole.keys() & _OWN_NAMES else _renamed(whole))
    return lowered(item if item.keys() & _OWN_NAMES else _renamed(item))


def _renamed(item: Object) -> Object:
    """A row of a table as an object: its keys are the columns' names of a CSV export."""
    keys = tuple(item)
    found = {name: item[keys[at]] for name, at in _columns(keys)[1] if name not in item}
    return {**item, **found} if found else item


@lru_cache(maxsize=64)
def _columns(keys: tuple[str, ...]) -> tuple[str, tuple[tuple[str, int], ...]]:
    """The vendor of these columns, and our keys with the places of theirs."""
    vendor, columns = mapped(keys)
    names = [(_KEY_OF[field], places[0]) for field, places in columns.items() if field in _KEY_OF]
    return vendor.name if vendor else "", tuple(names)


def vendor_of_objects(objects: Sequence[Object]) -> str:
    """The helpdesk whose interface names things as these objects do; empty where none does."""
    told = [_with_inner(one) for one in objects]
    return next(
        (name for name, keys in _VENDOR_KEYS for one in told if all(key in one for key in keys)),
        _columns(tuple(objects[0]))[0] if objects else "",
    )


def _with_inner(item: Object) -> Object:
    """An object as the interface gives one ticket: `{"ticket": {…}}`, with what stands in that."""
    inner = next((one for name in _AROUND_ONE if isinstance(one := item.get(name), dict)), None)
    return {**inner, **item} if inner else item

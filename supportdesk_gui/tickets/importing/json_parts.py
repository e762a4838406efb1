"""What a value in a JSON export says: texts, words, tags, addresses and files of any helpdesk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from supportdesk_gui.tickets.ticket import Attachment

Object = dict[str, Any]


def value_of(item: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    """The first value under these keys that is not empty."""
    for name in names:
        value = item.get(name)
        if value not in (None, "", [], {}):
            return value
    return None


def text_of(item: Mapping[str, Any], names: tuple[str, ...]) -> str:
    """The first text under these keys; Jira's documents are texts too."""
    for name in names:
        value = item.get(name)
        if isinstance(value, str) and value.strip():
            return value
        if isinstance(value, dict) and value.get("type") == "doc":
            return _document(value)
    return ""


def _document(node: object, depth: int = 0) -> str:
    """The text of Jira's document format."""
    if depth > 60 or not isinstance(node, dict):
        return ""
    if isinstance(node.get("text"), str):
        return str(node["text"])
    if node.get("type") == "hardBreak":
        return "\n"
    parts = node.get("content")
    text = "".join(_document(part, depth + 1) for part in parts) if isinstance(parts, list) else ""
    return text + "\n" if node.get("type") in ("paragraph", "heading", "listItem") else text


def listed(value: object) -> list[Any]:
    """The items of a list, also where they stand in pages: `{"edges": [{"node": …}]}`."""
    if isinstance(value, dict):
        value = next((value[key] for key in ("edges", "nodes", "items", "data", "results", "list")
                      if isinstance(value.get(key), list)), None)  # fmt: skip
    if not isinstance(value, list):
        return []
    return [one["node"] if isinstance(one, dict) and isinstance(one.get("node"), dict) else one
            for one in value]  # fmt: skip


def name_of(value: object) -> str:
    """A word for a value that may be an object: Zendesk's via.channel, Jira's status.name."""
    if isinstance(value, dict):
        for key in ("channel", "name", "type", "value", "title"):
            if isinstance(value.get(key), (str, dict)):
                return name_of(value[key])
        return ""
    return value if isinstance(value, str) else ""


def tags_of(value: object) -> tuple[str, ...]:
    """Tags out of a list of words or objects, or a text with commas."""
    if isinstance(value, dict):
        value = value.get("tags") or listed(value)
    if isinstance(value, str):
        value = value.split(",")
    if not isinstance(value, (list, tuple)):
        return ()
    names = (name_of(item) if isinstance(item, dict) else str(item) for item in value)
    return tuple(dict.fromkeys(name.strip() for name in names if name.strip()))


def web_address(item: Object) -> str:
    """A page for people; an address of the interface becomes the agent's page where known."""
    address = text_of(item, ("web_url", "ticket_url", "permalink", "html_url", "url", "uri"))
    if not address.startswith(("http://", "https://")):
        return ""
    if "/api/v2/tickets/" in address and "zendesk.com" in address:
        return address.replace("/api/v2/", "/agent/", 1).removesuffix(".json")
    return "" if "/api/" in address else address


def attachments_of(item: Object) -> tuple[Attachment, ...]:
    """The files that an object names."""
    found = item.get("attachments") or item.get("attachment") or ()
    if not isinstance(found, list):
        return ()
    files = []
    for one in found:
        if isinstance(one, str):
            files.append(Attachment(one.rsplit("/", 1)[-1]))
        elif isinstance(one, dict):
            size = text_of(one, ("size", "file_size", "length"))
            files.append(
                Attachment(
                    text_of(one, ("file_name", "filename", "name", "fileName")),
                    text_of(one, ("content_type", "mimeType", "mime_type", "contentType", "type")),
                    int(size) if size.isdigit() and len(size) < 16 else 0,
                )
            )
    return tuple(files)

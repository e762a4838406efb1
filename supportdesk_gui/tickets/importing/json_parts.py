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
    """The first text under these keys; Jira's documents are texts too, and what stands in pieces or
    has its form beside it."""
    for name in names:
        value = item.get(name)
        if value is None:
            continue
        if isinstance(value, str):
            if value and not value.isspace():
                return value
            continue
        if isinstance(value, dict) and value.get("type") == "doc":
            return _document(value)
        if type(value) in _PIECES.get(name, ()) and (text := _put_together(value)):
            return text
    return ""


_PIECES = {
    "text": (list,), "message_parts": (list,), "body": (list, dict), "content": (list, dict),
    "description": (list, dict),
}  # fmt: skip
"""Which texts may stand in pieces or have their form beside them."""
_WORDS = ("text", "plain", "content", "body", "html", "children")
_OF_OTHERS = frozenset(
    "id author author_id from sender user user_id created_at createdAt date timestamp subject title "
    "type_id name email".split()
)
"""What pieces of a text do not have, but messages and tickets."""
_PARAGRAPHS = frozenset(
    "paragraph heading list-item listItem html orderedList unorderedList".split()
)


def _put_together(value: object, depth: int = 0) -> str:
    """The text of pieces, some of them set in bold or a link, or of one with its form beside it;
    empty where something in it is none."""
    if isinstance(value, str) or depth > 20:
        return value if isinstance(value, str) else ""
    if isinstance(value, list):
        pieces = [_put_together(one, depth + 1) for one in value]
        return "".join(pieces) if all(isinstance(one, (str, dict)) for one in value) else ""
    if not isinstance(value, dict) or value.keys() & _OF_OTHERS:
        return ""
    text = next(
        (told for name in _WORDS if (told := _put_together(value.get(name), depth + 1))), ""
    )
    return text + "\n" if text and value.get("type") in _PARAGRAPHS else text


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
        for key in ("channel", "name", "type", "value", "title", "label", "code", "tag"):
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
    found = item.get("attachments") or item.get("attachment") or _content_as_file(item)
    if isinstance(found, dict) and _FILE_KEYS & found.keys():
        found = [found]
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
                    text_of(one, ("file_name", "filename", "name", "fileName"))
                    or text_of(one, ("url",)).partition("?")[0].rpartition("/")[2],
                    text_of(
                        one,
                        ("content_type", "mimeType", "mime_type", "contentType", "type", "kind"),
                    ),
                    int(size) if size.isdigit() and len(size) < 16 else 0,
                )
            )
    return tuple(files)


_FILE_KEYS = frozenset(("url", "file_name", "filename", "name", "fileName"))


def _content_as_file(item: Object) -> object:
    """The photo or recording that a chat has in the place of a text."""
    content = item.get("content")
    is_file = isinstance(content, dict) and isinstance(content.get("url"), str)
    return [content] if is_file and not text_of(item, ("content",)) else ()

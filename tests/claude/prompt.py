"""A request's body read as a prompt: its blocks, its passages, its words, its tokens.

Tokens are an estimate, characters / 3.5 rounded up, for every model; the real tokenizers are not
public. What counts here is that all counters of one request agree with each other.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any

CHARACTERS_A_TOKEN = 3.5


def tokens_of(characters: int) -> int:
    """The estimate for so many characters."""
    return math.ceil(characters / CHARACTERS_A_TOKEN)


def blocks(content: Any) -> list[dict[str, Any]]:
    """`content` or `system` as a list of blocks; a string is one text block."""
    if isinstance(content, str):
        return [{"type": "text", "text": content}] if content else []
    return list(content or [])


def message_blocks(body: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(role, place, block) of every block of the conversation, in order."""
    for number, message in enumerate(body["messages"]):
        for position, block in enumerate(blocks(message["content"])):
            yield message["role"], f"messages.{number}.content.{position}", block


def inner_blocks(block: dict[str, Any]) -> list[dict[str, Any]]:
    """Blocks inside a `search_result`, `tool_result` or custom `document`."""
    if block["type"] in ("search_result", "tool_result"):
        return blocks(block.get("content"))
    if block["type"] == "document" and block["source"]["type"] == "content":
        return blocks(block["source"]["content"])
    return []


def search_results(body: dict[str, Any]) -> list[dict[str, Any]]:
    """The passages in the order in which citations count them."""
    found = []
    for _, _, block in message_blocks(body):
        inside = inner_blocks(block) if block["type"] == "tool_result" else []
        found += [one for one in (block, *inside) if one["type"] == "search_result"]
    return found


def cites(body: dict[str, Any]) -> bool:
    """Whether any passage or document has citations on."""
    everything = [block for _, _, block in message_blocks(body)]
    everything += search_results(body)
    return any(
        block["type"] in ("search_result", "document")
        and (block.get("citations") or {}).get("enabled")
        for block in everything
    )


def schema_of(body: dict[str, Any]) -> dict[str, Any] | None:
    """The schema of a structured answer, None for free text."""
    form = (body.get("output_config") or {}).get("format")
    return form["schema"] if form else None


_IN_WORDS = "JSON Schema below"


def asked_shape(body: dict[str, Any]) -> dict[str, Any] | None:
    """The schema of a structured answer, however it is asked for: format, tool or words."""
    if (found := schema_of(body)) is not None:
        return found
    if body.get("tools"):
        return dict(body["tools"][0]["input_schema"])
    texts = user_texts(body)
    return json.loads(texts[-1].partition("\n")[2]) if asks_in_words(body) else None


def asks_in_words(body: dict[str, Any]) -> bool:
    """Whether words ask for JSON of a shape."""
    texts = user_texts(body)
    return bool(texts) and _IN_WORDS in texts[-1]


def system_text(body: dict[str, Any]) -> str:
    """The rules that stand in `system`."""
    return "\n".join(block["text"] for block in blocks(body.get("system")))


def user_texts(body: dict[str, Any]) -> list[str]:
    """The text blocks of the user's turns: tickets and instructions, no passages."""
    return [
        block["text"]
        for role, _, block in message_blocks(body)
        if role == "user" and block["type"] == "text"
    ]


def prefix_parts(body: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """(where it stands, block) in the order of the prefix: tools, system, messages."""
    parts = [("tools", {"type": "custom", **tool}) for tool in body.get("tools") or []]
    parts += [("system", block) for block in blocks(body.get("system"))]
    return parts + [(role, block) for role, _, block in message_blocks(body)]


def canonical(value: Any) -> str:
    """JSON without `cache_control`, which is no part of the prompt."""
    return json.dumps(_bare(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _bare(inner) for key, inner in value.items() if key != "cache_control"}
    if isinstance(value, list):
        return [_bare(inner) for inner in value]
    return value


def characters(part: dict[str, Any]) -> int:
    """What a block adds to the prompt: its words, for anything but text also its frame."""
    if part["type"] == "text":
        return len(part["text"])
    if part["type"] == "search_result":
        words = sum(len(inner["text"]) for inner in inner_blocks(part))
        return words + len(part["source"]) + len(part["title"])
    return len(canonical(part))


def prompt_tokens(body: dict[str, Any]) -> int:
    """The whole prompt; a schema adds a small system prompt of its own."""
    count = sum(characters(part) for _, part in prefix_parts(body))
    schema = schema_of(body)
    return tokens_of(count) + (tokens_of(len(canonical(schema))) if schema else 0)

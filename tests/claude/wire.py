"""Bytes on the wire: server-sent events and messages in one piece."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from .answers import Answer, TextBlock
from .prompt_cache import Caching

Kind = Literal["plain", "text", "thought", "hold", "stall", "drop", "reset", "end"]
TextBlocks = tuple[TextBlock, ...]


class Frame(NamedTuple):
    """Bytes of one event, or what happens instead of an event."""

    data: bytes
    kind: Kind = "plain"


def event(name: str, **data: Any) -> bytes:
    """One event; every one needs its `event:` line, the SDK passes over others."""
    text = json.dumps({"type": name, **data}, ensure_ascii=False, separators=(",", ":"))
    return f"event: {name}\ndata: {text}\n\n".encode()


PING = event("ping")


def usage_at_start(caching: Caching) -> dict[str, Any]:
    """The prompt's side; only here is what was written split by lifetime."""
    return {
        "input_tokens": caching.fresh,
        "cache_creation_input_tokens": caching.written,
        "cache_read_input_tokens": caching.read,
        "cache_creation": {
            "ephemeral_5m_input_tokens": caching.written_5m,
            "ephemeral_1h_input_tokens": caching.written_1h,
        },
        "output_tokens": 1,
        "service_tier": "standard",
        "inference_geo": "global",
    }


def usage_at_end(answer: Answer) -> dict[str, Any]:
    """The answer's side, cumulative."""
    return {
        "output_tokens": answer.output_tokens,
        "output_tokens_details": {"thinking_tokens": answer.thinking_tokens},
    }


def whole_message(
    answer: Answer, caching: Caching, message_id: str, model: str, tells_usage: bool = True
) -> dict[str, Any]:
    """The answer without streaming."""
    content: list[dict[str, Any]] = []
    if answer.thinking is not None:
        content.append(_thinking_block(answer))
    for block in answer.blocks:
        if answer.tool:
            given = json.loads(block.text)
            content.append(
                {"type": "tool_use", "id": "toolu_1", "name": answer.tool, "input": given}
            )
            continue
        citations = [one.wire for one in block.citations]
        content.append({"type": "text", "text": block.text, "citations": citations or None})
    return {
        "id": message_id,
        "type": "message",
        "role": "assistant",
        "model": model,
        "content": content,
        "stop_reason": answer.stop_reason,
        "stop_sequence": answer.stop_sequence,
        "stop_details": answer.stop_details,
        "usage": {**usage_at_start(caching), **usage_at_end(answer)} if tells_usage else None,
    }


def stream(
    answer: Answer, caching: Caching, message_id: str, model: str, tells_usage: bool = True
) -> list[Frame]:
    """The answer as events."""
    message = {
        "id": message_id,
        "type": "message",
        "role": "assistant",
        "model": model,
        "content": [],
        "stop_reason": None,
        "stop_sequence": None,
        "stop_details": None,
        "usage": usage_at_start(caching) if tells_usage else None,
    }
    frames = [Frame(event("message_start", message=message))]
    first = 0
    if answer.thinking is not None:
        frames += _thinking_frames(answer)
        frames.append(Frame(PING))
        first = 1
    frames += _text_frames(answer.blocks, first, answer.tool)
    delta = {
        "stop_reason": answer.stop_reason,
        "stop_sequence": answer.stop_sequence,
        "stop_details": answer.stop_details,
    }
    usage = {"usage": usage_at_end(answer)} if tells_usage else {}
    frames.append(Frame(event("message_delta", delta=delta, **usage)))
    frames.append(Frame(event("message_stop")))
    return frames


def _thinking_block(answer: Answer) -> dict[str, Any]:
    words = answer.thinking or ""
    signature = base64.b64encode(hashlib.sha256(words.encode()).digest() * 3).decode()
    shown = words if answer.shown else ""
    return {"type": "thinking", "thinking": shown, "signature": signature}


def _thinking_frames(answer: Answer) -> list[Frame]:
    block = _thinking_block(answer)
    empty = {"type": "thinking", "thinking": "", "signature": ""}
    frames = [Frame(event("content_block_start", index=0, content_block=empty))]
    if block["thinking"]:
        delta = {"type": "thinking_delta", "thinking": block["thinking"]}
        frames.append(Frame(event("content_block_delta", index=0, delta=delta)))
    signed = {"type": "signature_delta", "signature": block["signature"]}
    frames.append(Frame(event("content_block_delta", index=0, delta=signed), "thought"))
    frames.append(Frame(event("content_block_stop", index=0)))
    return frames


@lru_cache(maxsize=4)
def _text_frames(blocks: TextBlocks, first: int, tool: str) -> tuple[Frame, ...]:
    """Kept for the last few answers, so that a flood is built once and then only written."""
    frames = []
    for index, block in enumerate(blocks, first):
        empty: dict[str, Any] = {"type": "text", "text": ""}
        if tool:
            empty = {"type": "tool_use", "id": f"toolu_{index}", "name": tool, "input": {}}
        frames.append(Frame(event("content_block_start", index=index, content_block=empty)))
        for piece in block.pieces:
            delta: dict[str, Any] = {"type": "text_delta", "text": piece}
            if tool:
                delta = {"type": "input_json_delta", "partial_json": piece}
            data = event("content_block_delta", index=index, delta=delta)
            frames.append(Frame(data, "text"))
        for one in block.citations:
            delta = {"type": "citations_delta", "citation": one.wire}
            frames.append(Frame(event("content_block_delta", index=index, delta=delta)))
        frames.append(Frame(event("content_block_stop", index=index)))
    return tuple(frames)

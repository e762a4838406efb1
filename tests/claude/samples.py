"""Requests of each kind, for the tests of the stand-in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import anthropic

from tests.claude.standin import StandIn

HAIKU, SONNET = "claude-haiku-5-5", "claude-sonnet-5-5"
SENTENCES = ("We refund within 14 days of delivery.", "Shipping takes 3 working days.")
SCHEMA = {
    "type": "object",
    "properties": {
        "intent": {"type": "string", "enum": ["invoice", "refund", "other"]},
        "confidence": {"type": "number"},
        "escalate": {"type": "boolean"},
        "language": {"type": "string"},
        "summary": {"type": "string"},
    },
    "required": ["intent", "confidence", "escalate", "language", "summary"],
    "additionalProperties": False,
}


@asynccontextmanager
async def sdk(claude: StandIn, **more: Any) -> AsyncIterator[anthropic.AsyncAnthropic]:
    given = {"api_key": claude.key, "base_url": claude.url, "max_retries": 0, **more}
    async with anthropic.AsyncAnthropic(**given) as client:
        yield client


def asking(text: str = "Where is my refund?", **more: Any) -> dict[str, Any]:
    message = {"role": "user", "content": text}
    return {"model": HAIKU, "max_tokens": 2_000, "messages": [message], **more}


def passage(*texts: str, **more: Any) -> dict[str, Any]:
    return {
        "type": "search_result",
        "source": "policies/refunds.md",
        "title": "Refunds",
        "content": [{"type": "text", "text": text} for text in texts],
        "citations": {"enabled": True},
        **more,
    }


def drafting(*blocks: dict[str, Any], ticket: str = "Where is my refund?") -> dict[str, Any]:
    content = [*(blocks or (passage(*SENTENCES),)), {"type": "text", "text": ticket}]
    return asking() | {"model": SONNET, "messages": [{"role": "user", "content": content}]}


def tagging(schema: dict[str, Any] | None = None, text: str = "Refund!") -> dict[str, Any]:
    form = {"type": "json_schema", "schema": schema or SCHEMA}
    return asking(text, output_config={"format": form})


def text_of(message: Any) -> str:
    return "".join(block.text for block in message.content if block.type == "text")


def user(*blocks: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"role": "user", "content": list(blocks)}]


def text(words: str, **more: Any) -> dict[str, Any]:
    return {"type": "text", "text": words, **more}


def keep(ttl: str = "5m") -> dict[str, Any]:
    return {"cache_control": {"type": "ephemeral", "ttl": ttl}}

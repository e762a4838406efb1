"""The stand-in through the real SDK: what passes, how it streams, what it bills."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import anthropic
import pytest

from tests.claude.standin import Cited, Limits, Pace, StandIn

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


@pytest.fixture
def claude() -> Iterator[StandIn]:
    with StandIn() as standin:
        yield standin


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


async def test_a_stream_assembles_with_exact_citations(claude: StandIn) -> None:
    claude.will_say("Thank you. ", Cited("It comes back ", ((0, 0, 1),)), "soon", cites=[(0, 0, 2)])
    async with sdk(claude) as client, client.messages.stream(**drafting()) as stream:
        kinds = [event.type async for event in stream]
        message = await stream.get_final_message()
    assert text_of(message) == "Thank you. It comes back soon"
    assert [block.type for block in message.content] == ["thinking", "text", "text", "text"]
    assert message.content[0].thinking == "" and message.content[0].signature
    cited = [block.citations for block in message.content if block.type == "text"]
    assert cited[0] is None
    assert cited[1][0].cited_text == SENTENCES[0]
    assert cited[2][0].cited_text == "".join(SENTENCES)
    assert kinds.count("citation") == 2 and kinds.count("text") > 3
    assert message.stop_reason == "end_turn"


async def test_by_itself_it_cites_sentences_in_the_language_asked_for(claude: StandIn) -> None:
    asked = drafting(ticket="Where is my refund? Answer in French.")
    async with sdk(claude) as client, client.messages.stream(**asked) as stream:
        message = await stream.get_final_message()
    assert text_of(message).startswith("Merci")
    cited = [one for b in message.content if b.type == "text" for one in b.citations or ()]
    assert {one.cited_text for one in cited} == set(SENTENCES)


async def test_schema_answers_fit_and_follow_the_ticket(claude: StandIn) -> None:
    async with sdk(claude) as client:
        raw = await client.messages.create(**tagging(text="Ich will mein Geld und die Erstattung"))
    assert '"intent": "refund"' in text_of(raw) and '"language": "de"' in text_of(raw)


def test_closing_ends_what_is_held() -> None:
    async def held(claude: StandIn) -> None:
        async with sdk(claude) as client, client.messages.stream(**asking()) as stream:
            async for event in stream:
                if event.type == "text":
                    claude.close()

    with StandIn(pace=Pace(per_second=5)) as claude, pytest.raises(Exception, match="peer closed"):
        asyncio.run(held(claude))


async def test_rate_headers_and_the_hidden_key(claude: StandIn) -> None:
    claude.limits = Limits(requests=(50, 7))
    async with sdk(claude) as client:
        raw = await client.messages.with_raw_response.create(**asking())
    assert raw.headers["anthropic-ratelimit-requests-remaining"] == "7"
    assert raw.headers["request-id"] == claude.requests[0].request_id
    assert claude.requests[0].headers["authorization"] == f"Bearer …{claude.key[-4:]}"
    assert claude.key not in repr(claude.requests)

"""What the API would refuse, the stand-in refuses: shape, models, thinking, caching, schemas."""

from __future__ import annotations

from typing import Any

import anthropic
import httpx2
import pytest

from tests.claude.samples import (
    HAIKU,
    SCHEMA,
    SENTENCES,
    SONNET,
    asking,
    drafting,
    keep,
    passage,
    sdk,
    tagging,
    text,
    user,
)
from tests.claude.standin import StandIn

OLD = "claude-haiku-4-5"


def saying(*blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    return asking() | {"messages": user(*blocks), **more}


def effort(level: str, **more: Any) -> dict[str, Any]:
    return asking(output_config={"effort": level}, **more)


def objects(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "additionalProperties": False}


ON = {"citations": {"enabled": True}}
OFF = {"citations": {"enabled": False}}
BUDGET = {"type": "enabled", "budget_tokens": 1_024}
ANSWERED = {"role": "assistant", "content": "Dear"}
FORMAT = {"format": {"type": "json_schema", "schema": SCHEMA}}
RECURSIVE = objects(next={"$ref": "#/$defs/node"}) | {
    "$defs": {"node": objects(next={"$ref": "#/$defs/node"})}
}
REFUSED = {
    "unknown key": (asking(extra_body={"colour": "red"}), "colour: Extra inputs"),
    "unknown key inside": (saying(text("Hi", colour="red")), "messages.0.content.0.colour"),
    "wrong type": (asking(stop_sequences="x"), "stop_sequences: Input should be a valid array"),
    "no such block": (saying({"type": "poem", "text": "x"}), "Input tag 'poem'"),
    "field missing": (saying({"type": "search_result", "title": "x"}), "Field required"),
    "temperature": (asking(extra_body={"temperature": 1.0}), "temperature"),
    "top_p": (asking(extra_body={"top_p": 1.0}), "top_p"),
    "too long": (asking(max_tokens=128_001, timeout=60), "128001 > 128000"),
    "negative": (asking(max_tokens=-1), "greater than or equal to 0"),
    "beyond context": (asking("x" * 700_000, model=OLD, max_tokens=1_000), "context limit"),
    "no message": (asking() | {"messages": []}, "at least one message"),
    "assistant first": (asking() | {"messages": [ANSWERED]}, 'must use the "user" role'),
    "prefill": (asking() | {"messages": [*asking()["messages"], ANSWERED]}, "prefill"),
    "empty text": (saying(text("")), "must be non-empty"),
    "blank sentence": (drafting(passage("One.", " ")), "must be non-empty"),
    "empty message": (asking(""), "non-empty content"),
    "passage in system": (asking(system=[passage("x")]), "system.0"),
    "citations on user text": (saying(text("Hi", citations=[])), "not permitted"),
    "passages disagree": (drafting(passage("a"), passage("b", **OFF)), "same citations setting"),
    "citations and schema": (drafting() | {"output_config": FORMAT}, "together with citations"),
    "five breakpoints": (saying(*[text("Hi", **keep())] * 5), "maximum of 4"),
    "top-level one counts": (saying(*[text("Hi", **keep())] * 4, **keep()), "maximum of 4"),
    "1h after 5m": (
        saying(text("a", **keep("5m")), text("b", **keep("1h"))),
        "must not come after",
    ),
    "1h after 5m in system": (
        saying(text("b", **keep("1h"))) | {"system": [text("a", **keep("5m"))]},
        "must not come after",
    ),
    "budget on a new model": (asking(thinking=BUDGET), "thinking.type.adaptive"),
    "adaptive on an old model": (
        asking(model=OLD, thinking={"type": "adaptive"}),
        "adaptive thinking is not supported",
    ),
    "disabled on Sonnet": (asking(model=SONNET, thinking={"type": "disabled"}), "between_tools"),
    "disabled on Opus": (
        asking(model="claude-opus-5-5", thinking={"type": "disabled"}),
        "not supported",
    ),
    "between tools on Haiku": (asking(thinking={"type": "between_tools"}), "not supported"),
    "quiet with much effort": (effort("xhigh", thinking={"type": "disabled"}), "thinking off"),
    "effort on an old model": (effort("low", model=OLD), "effort"),
    "xhigh on 4.6": (effort("xhigh", model="claude-sonnet-4-6"), "xhigh"),
    "no such effort": (effort("huge"), "output_config.effort"),
    "small budget": (asking(model=OLD, thinking=BUDGET | {"budget_tokens": 1_000}), "1024"),
    "budget of all": (asking(model=OLD, thinking=BUDGET, max_tokens=1_024), "must be greater than"),
    "prewarming with a schema": (tagging() | {"max_tokens": 0}, "max_tokens: 0"),
    "forced tool": (
        asking(
            model=SONNET,
            tools=[{"name": "tag", "input_schema": {"type": "object"}}],
            tool_choice={"type": "tool", "name": "tag"},
        ),
        "tool_choice",
    ),
    "open object": (tagging({"type": "object", "properties": {}}), "additionalProperties"),
    "open object inside": (tagging(objects(a={"type": "object"})), "additionalProperties"),
    "minimum": (tagging(objects(a={"type": "integer", "minimum": 1})), "'minimum'"),
    "maxLength": (tagging(objects(a={"type": "string", "maxLength": 9})), "'maxLength'"),
    "minItems 2": (tagging(objects(a={"type": "array", "minItems": 2})), "'minItems'"),
    "maxItems": (tagging(objects(a={"type": "array", "maxItems": 2})), "'maxItems'"),
    "oneOf": (tagging(objects(a={"oneOf": [{"type": "string"}]})), "'oneOf'"),
    "odd format": (tagging(objects(a={"type": "string", "format": "iban"})), "'format'"),
    "recursion": (tagging(RECURSIVE), "recursive"),
    "external reference": (tagging(objects(a={"$ref": "http://x/y"})), "external"),
    "25 optional": (tagging(objects(**{f"a{n}": {"type": "null"} for n in range(25)})), "limit 24"),
    "17 unions": (
        tagging(
            objects(**{f"a{n}": {"type": ["string", "null"]} for n in range(17)})
            | {"required": [f"a{n}" for n in range(17)]}
        ),
        "limit 16",
    ),
    "required but unknown": (tagging(objects() | {"required": ["a"]}), "'required'"),
}
ACCEPTED = {
    "plain": asking(),
    "system and metadata": asking(system="Be kind.", metadata={"user_id": "a7"}),
    "draft": drafting(),
    "passages without citations and schema": drafting(passage("a", **OFF))
    | {"output_config": FORMAT},
    "low effort": effort("low", model=SONNET),
    "quiet": effort("high", thinking={"type": "disabled"}),
    "between tools": effort("high", model=SONNET, thinking={"type": "between_tools"}),
    "budget on an old model": asking(model=OLD, thinking=BUDGET),
    "budget on 4.6": asking(model="claude-opus-4-6", thinking=BUDGET),
    "prefill of an old model": asking(model=OLD) | {"messages": [*asking()["messages"], ANSWERED]},
    "four breakpoints": saying(
        *[text("Hi", **keep("1h"))] * 2, text("Hi", **keep("5m")), passage("a", **keep())
    ),
    "schema": tagging(),
    "24 optional": tagging(objects(**{f"a{n}": {"type": "null"} for n in range(24)})),
    "definitions": tagging(
        objects(a={"$ref": "#/$defs/b"}) | {"$defs": {"b": {"type": "string", "format": "date"}}}
    ),
    "a later turn": asking()
    | {"messages": [*asking()["messages"], ANSWERED, {"role": "user", "content": "Shorter."}]},
}


@pytest.mark.parametrize("name", REFUSED)
async def test_refused(claude: StandIn, name: str) -> None:
    asked, reason = REFUSED[name]
    async with sdk(claude) as client:
        with pytest.raises(anthropic.BadRequestError) as caught:
            await client.messages.create(**asked)
    assert caught.value.type == "invalid_request_error"
    assert reason in caught.value.api_message
    assert caught.value.request_id == claude.requests[0].request_id
    assert claude.requests[0].refused == caught.value.api_message


@pytest.mark.filterwarnings("ignore:Using Claude with claude-opus-4-6")
@pytest.mark.parametrize("name", ACCEPTED)
async def test_accepted_in_one_piece_and_streaming(claude: StandIn, name: str) -> None:
    async with sdk(claude) as client:
        whole = await client.messages.create(**ACCEPTED[name])
        async with client.messages.stream(**ACCEPTED[name]) as stream:
            streamed = await stream.get_final_message()
    assert [one.refused for one in claude.requests] == [None, None]
    assert whole.content and whole.usage.input_tokens > 0
    assert [block.type for block in whole.content] == [block.type for block in streamed.content]


@pytest.mark.parametrize(
    "model", ["claude-opus-4-1-20250805", "claude-3-opus", "claude-mythos-5-2", ""]
)
async def test_models_that_do_not_answer(claude: StandIn, model: str) -> None:
    async with sdk(claude) as client:
        with pytest.raises(anthropic.NotFoundError) as caught:
            await client.messages.create(**asking(model=model))
    assert caught.value.type == "not_found_error"


async def test_counting_is_checked_too(claude: StandIn) -> None:
    async with sdk(claude) as client:
        for wrong in ({"system": [passage("x")]}, {"extra_body": {"max_tokens": 5}}):
            with pytest.raises(anthropic.BadRequestError):
                await client.messages.count_tokens(
                    model=HAIKU, messages=user(passage(*SENTENCES)), **wrong
                )


async def test_keys_and_versions(claude: StandIn) -> None:
    async with sdk(claude, api_key="sk-wrong-0815") as client:
        with pytest.raises(anthropic.AuthenticationError):
            await client.messages.create(**asking())
    async with sdk(claude, default_headers={"anthropic-version": "2023-06-01"}) as client:
        with pytest.raises(anthropic.BadRequestError, match="version"):
            await client.messages.create(**asking())
    headers = {"x-api-key": claude.key, "authorization": anthropic.omit}
    async with sdk(claude, default_headers=headers) as client:
        assert await client.messages.create(**asking())
    assert claude.requests[0].headers["authorization"] == "Bearer …0815"


@pytest.mark.parametrize(
    ("status", "data", "kind"),
    [
        (400, b"{", "application/json"),
        (400, b"[]", "application/json"),
        (400, b'{"max_tokens": NaN}', "application/json"),
        (400, b'{"model": "\\ud800"}', "application/json"),
        (400, b'{"model": "\xff"}', "application/json"),
        (400, b"{}", "text/plain"),
        (413, b" " * (32 * 1024 * 1024 + 1), "application/json"),
    ],
)
async def test_bodies_that_are_none(claude: StandIn, status: int, data: bytes, kind: str) -> None:
    headers = {
        "x-api-key": claude.key,
        "anthropic-version": "2026-10-21",
        "content-type": kind,
    }
    async with httpx2.AsyncClient(transport=httpx2.AsyncHTTPTransport()) as line:
        answer = await line.post(f"{claude.url}/v1/messages", content=data, headers=headers)
    assert answer.status_code == status
    assert answer.json()["type"] == "error"

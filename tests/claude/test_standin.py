"""The stand-in through the real SDK: what passes, how it streams, what it notes."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import anthropic
import pytest
from anthropic.types import Message

from tests.claude.samples import (
    HAIKU,
    SENTENCES,
    asking,
    drafting,
    passage,
    sdk,
    tagging,
    text,
    text_of,
    user,
)
from tests.claude.standin import Cited, Limits, Pace, StandIn

ROOT = Path(__file__).resolve().parents[2]


async def first_text(stream: Any) -> Any:
    while (event := await anext(stream)).type != "text":
        pass
    return event


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


async def test_limits_that_are_kept_refuse_what_is_too_much(claude: StandIn) -> None:
    claude.limits = Limits(requests=(2, 2))
    claude.will_keep_limits()
    async with sdk(claude) as client:
        raw = await client.messages.with_raw_response.create(**asking())
        await client.messages.create(**asking())
        with pytest.raises(anthropic.RateLimitError) as caught:
            await client.messages.create(**asking())
    assert raw.headers["anthropic-ratelimit-requests-remaining"] == "1"
    assert 0 < float(caught.value.response.headers["retry-after"]) <= 30
    assert claude.refused == 1


async def test_sentences_with_ids_come_back_one_by_one(claude: StandIn) -> None:
    pair = {"id": {"type": "string"}, "text": {"type": "string"}}
    shape = {"type": "object", "additionalProperties": False}
    item = {**shape, "properties": pair, "required": ["id", "text"]}
    sentences = {"type": "array", "items": item}
    schema = {**shape, "properties": {"sentences": sentences}, "required": ["sentences"]}
    data = json.dumps([{"id": "s1", "text": "It costs 20 €."}, {"id": "s2", "text": "Bye."}])
    async with sdk(claude) as client:
        message = await client.messages.create(**tagging(schema, f"Translate into German.\n{data}"))
    found = json.loads(text_of(message))["sentences"]
    assert [one["id"] for one in found] == ["s1", "s2"]
    assert "20 €" in found[0]["text"] and "Vielen Dank" in found[0]["text"]


async def test_scripts_serve_the_first_request_that_fits(claude: StandIn) -> None:
    claude.will_answer({"intent": "other"}, contains='ticket "4712"')
    claude.will_answer({"intent": "refund"})
    claude.will_say("Always.", times=None)
    async with sdk(claude) as client:
        first = await client.messages.create(**tagging(text="about 4711"))
        second = await client.messages.create(**tagging(text='about ticket "4712"'))
        said = [await client.messages.create(**asking()) for _ in range(3)]
    assert [text_of(one) for one in (first, second)] == [
        '{"intent": "refund"}',
        '{"intent": "other"}',
    ]
    assert [text_of(one) for one in said] == ["Always."] * 3


async def test_thinking_is_shown_where_asked_for_and_billed_always(claude: StandIn) -> None:
    claude.will_say("Yes.", thinking="Let me see whether it is so.", times=2)
    config = {"type": "adaptive", "display": "summarized"}
    async with sdk(claude) as client:
        hidden = await client.messages.create(**asking())
        async with client.messages.stream(**asking(thinking=config)) as stream:
            kinds = {event.type async for event in stream}
            shown = await stream.get_final_message()
    assert [hidden.content[0].thinking, shown.content[0].thinking] == [
        "",
        "Let me see whether it is so.",
    ]
    assert "thinking" in kinds
    assert hidden.usage.output_tokens == shown.usage.output_tokens == 8 + 2
    assert hidden.usage.output_tokens_details.thinking_tokens == 8


async def test_a_held_answer_waits_and_a_client_that_leaves_is_noted(claude: StandIn) -> None:
    claude.will_say("One two three four five six seven", hold_after=1, times=2)
    async with sdk(claude) as client:
        async with client.messages.stream(**asking()) as stream:
            first = (await first_text(stream)).text
            claude.release()
            rest = [event.text async for event in stream if event.type == "text"]
        async with client.messages.stream(**asking()) as stream:
            await first_text(stream)
        await asyncio.to_thread(claude.wait_until, lambda: claude.requests[1].went_away)
    assert first == "One two thre" and "".join(rest) == "e four five six seven"
    assert not claude.requests[0].went_away
    assert claude.requests[1].pieces == 1


@pytest.mark.alone
async def test_the_pace_is_kept(claude: StandIn) -> None:
    claude.pace = Pace(first_byte=0.1, thinking=0.1, per_second=100, characters=1)
    claude.will_say("x" * 21)
    started = time.monotonic()
    async with sdk(claude) as client, client.messages.stream(**asking()) as stream:
        came = [time.monotonic() async for event in stream if event.type == "text"]
    assert came[0] - started >= 0.2
    assert 0.15 <= came[-1] - came[0] <= 0.6


async def test_a_flood_of_pieces_is_whole(claude: StandIn) -> None:
    claude.will_pour(2_000, cite_every=100)
    async with sdk(claude) as client, client.messages.stream(**drafting()) as stream:
        kinds = [event.type async for event in stream]
        message = await stream.get_final_message()
    assert kinds.count("text") == 2_000 and kinds.count("citation") == 20
    assert text_of(message).split()[-1] == "word1999"


async def test_models_and_tokens(claude: StandIn) -> None:
    async with sdk(claude) as client:
        ids = [model.id async for model in await client.models.list(limit=4)]
        one = await client.models.retrieve(HAIKU)
        retired = await client.models.retrieve("claude-opus-4-1-20250805")
        counted = await client.messages.count_tokens(
            model=HAIKU, messages=user(passage(*SENTENCES), text("x" * 35))
        )
    assert HAIKU in ids and len(ids) == len(set(ids)) > 4
    assert (
        one.display_name == "Claude Haiku 5.5"
        and one.capabilities.thinking.types.disabled.supported
    )
    assert retired.lifecycle == "retired"
    letters = sum(map(len, SENTENCES)) + len("policies/refunds.md") + len("Refunds") + 35
    assert counted.input_tokens == -(-letters * 2 // 7)


async def test_max_tokens_and_stop_sequences_cut(claude: StandIn) -> None:
    claude.will_say("a" * 350, thinking="", times=2)
    claude.will_say("a" * 350, thinking="b" * 350)
    async with sdk(claude) as client:
        cut = await client.messages.create(**asking(max_tokens=50))
        stopped = await client.messages.create(**asking(stop_sequences=["aaa"]))
        empty = await client.messages.create(**asking(max_tokens=50))
        warmed = await client.messages.create(**asking(max_tokens=0))
    assert cut.stop_reason == "max_tokens" and cut.usage.output_tokens <= 50
    assert 100 < len(text_of(cut)) < 200
    assert (stopped.stop_reason, stopped.stop_sequence) == ("stop_sequence", "aaa")
    assert empty.stop_reason == "max_tokens" and [b.type for b in empty.content] == ["thinking"]
    assert (warmed.content, warmed.stop_reason) == ([], "max_tokens")


async def test_answers_have_the_shape_that_the_sdk_declares(claude: StandIn) -> None:
    async with sdk(claude, _strict_response_validation=True) as client:
        for asked in (asking(), drafting(), tagging()):
            message = await client.messages.create(**asked)
            assert Message.model_validate(message.model_dump(), strict=True)


async def test_requests_at_once_are_counted(claude: StandIn) -> None:
    claude.will_say("One two three", hold_after=0, times=3)
    async with sdk(claude) as client, asyncio.TaskGroup() as tasks:
        for _ in range(3):
            tasks.create_task(client.messages.create(**asking()))
        await asyncio.to_thread(claude.wait_until, lambda: len(claude.messages) == 3)
        await asyncio.to_thread(claude.wait_until, lambda: all(one.held for one in claude.messages))
        claude.release()
    assert claude.most_at_once == 3


def test_a_script_that_cannot_be_played_fails_the_test() -> None:
    async def ask(claude: StandIn) -> None:
        async with sdk(claude) as client:
            with pytest.raises(Exception, match="points at nothing"):
                await client.messages.create(**drafting())

    with pytest.raises(Exception, match="points at nothing"), StandIn() as claude:
        claude.will_say("Out of range.", cites=[(0, 0, 9)])
        asyncio.run(ask(claude))


def test_it_runs_as_a_process_of_its_own() -> None:
    async def ask(url: str, key: str) -> str:
        async with anthropic.AsyncAnthropic(base_url=url, api_key=key) as client:
            return text_of(await client.messages.create(**drafting()))

    command = [sys.executable, "-m", "tests.claude", "--pour", "50", "--cite-every", "10"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdin and process.stdout
        url, key = (process.stdout.readline().strip() for _ in range(2))
        said = asyncio.run(ask(url, key))
        process.stdin.close()
    assert len(said.split()) == 50
    assert process.returncode == 0

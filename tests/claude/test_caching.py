"""The stand-in's prompt cache: what is written, what is read, for how long."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.claude.prompt import tokens_of
from tests.claude.samples import HAIKU, SONNET, asking, keep, passage, sdk, tagging, text, user
from tests.claude.standin import Pace, StandIn

RULES = "Be kind. " * 400  # 3,600 characters
POLICY = "We refund within 14 days. " * 200  # 5,200 characters


def draft(ticket: str, ttl: str = "1h", **more: Any) -> dict[str, Any]:
    content = user(passage(POLICY, **keep()), text(ticket))
    system = [text(RULES, **keep(ttl))]
    return asking() | {"model": SONNET, "system": system, "messages": content, **more}


async def counters(client: Any, asked: dict[str, Any]) -> tuple[int, int, int]:
    """(fresh, written, read) of a streamed answer."""
    async with client.messages.stream(**asked) as stream:
        usage = (await stream.get_final_message()).usage
    return usage.input_tokens, usage.cache_creation_input_tokens, usage.cache_read_input_tokens


async def test_what_is_written_first_is_read_afterwards(claude: StandIn) -> None:
    rules = tokens_of(len(RULES))
    whole = tokens_of(len(RULES) + len(POLICY) + len("policies/refunds.mdRefunds"))
    async with sdk(claude) as client:
        async with client.messages.stream(**draft("One")) as stream:
            first = (await stream.get_final_message()).usage
        again = await counters(client, draft("Two"))
    assert first.cache_creation.ephemeral_1h_input_tokens == rules
    assert first.cache_creation.ephemeral_5m_input_tokens == whole - rules
    assert (first.cache_creation_input_tokens, first.cache_read_input_tokens) == (whole, 0)
    assert again == (first.input_tokens, 0, whole)
    assert first.input_tokens in (1, 2)


async def test_each_lifetime_ends_and_reading_renews_it(claude: StandIn) -> None:
    rules = tokens_of(len(RULES))
    async with sdk(claude) as client:
        _, whole, _ = await counters(client, draft("One"))
        claude.advance(290)
        assert (await counters(client, draft("Two")))[2] == whole
        claude.advance(290)
        assert (await counters(client, draft("Three")))[2] == whole
        claude.advance(301)
        _, written, read = await counters(client, draft("Four"))
        assert (written, read) == (whole - rules, rules)
        claude.advance(3_601)
        assert (await counters(client, draft("Five")))[1:] == (whole, 0)


async def test_parallel_first_requests_all_pay(claude: StandIn) -> None:
    claude.pace = Pace(first_byte=0.1)
    async with sdk(claude) as client:
        cold = await asyncio.gather(*(counters(client, draft(word)) for word in "abc"))
        warm = await counters(client, draft("d"))
    assert {read for _, _, read in cold} == {0}
    assert warm[2] == cold[0][1]


@pytest.mark.parametrize(
    "change",
    [
        {"model": HAIKU},
        {"output_config": {"effort": "low"}},
        {"thinking": {"type": "between_tools"}},
        {"system": [text(RULES + "!", **keep("1h"))]},
    ],
)
async def test_what_changes_the_prefix_reads_nothing(claude: StandIn, change: Any) -> None:
    async with sdk(claude) as client:
        await counters(client, draft("One"))
        assert (await counters(client, draft("One", **change)))[2] == 0


async def test_another_schema_reads_nothing(claude: StandIn) -> None:
    system = {"system": [text(RULES, **keep())]}
    other = {"type": "object", "properties": {}, "additionalProperties": False}
    async with sdk(claude) as client:
        _, written, _ = await counters(client, tagging() | system)
        assert (await counters(client, tagging(text="Another") | system))[2] == written > 0
        assert (await counters(client, tagging(other) | system))[2] == 0


@pytest.mark.parametrize(("model", "smallest"), [(HAIKU, 512), ("claude-haiku-4-5", 4_096)])
async def test_a_short_prefix_is_not_cached(claude: StandIn, model: str, smallest: int) -> None:
    enough = smallest * 7 // 2
    async with sdk(claude) as client:
        for length, expected in ((enough - 7, 0), (enough, smallest)):
            asked = asking(model=model, system=[text("x" * length, **keep())])
            assert (await counters(client, asked))[1] == expected


async def test_a_breakpoint_on_what_varies_never_hits(claude: StandIn) -> None:
    async with sdk(claude) as client:
        for word in "ab":
            asked = asking(word, system=RULES, **keep())
            assert (await counters(client, asked))[2] == 0


async def test_twenty_blocks_are_looked_back(claude: StandIn) -> None:
    first = [text(RULES, **keep())]
    async with sdk(claude) as client:
        await counters(client, asking() | {"messages": user(*first)})
        for more, found in ((19, True), (20, False)):
            blocks = [text(RULES), *[text(f"{more}")] * (more - 1), text("end", **keep())]
            _, _, read = await counters(client, asking() | {"messages": user(*blocks)})
            assert bool(read) is found


async def test_prewarming_writes_and_costs_no_output(claude: StandIn) -> None:
    async with sdk(claude) as client:
        warmed = await client.messages.create(**draft("One", max_tokens=0))
        assert warmed.usage.output_tokens == 0
        assert (await counters(client, draft("Two")))[2] == warmed.usage.cache_creation_input_tokens

"""Every fault, as it appears at the SDK."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import anthropic
import httpx2
import pytest

from tests.claude.samples import HAIKU, asking, drafting, sdk, tagging, text_of
from tests.claude.standin import Fault, StandIn

WORDS = "Grüße aus dem Laden: 退款 is on its way to you, dear customer."
ERRORS = {
    Fault.REFUSED_KEY: (anthropic.AuthenticationError, 401, "authentication_error"),
    Fault.NO_CREDIT: (anthropic.PaymentRequiredError, 402, "billing_error"),
    Fault.NO_PERMISSION: (anthropic.PermissionDeniedError, 403, "permission_error"),
    Fault.UNKNOWN_MODEL: (anthropic.NotFoundError, 404, "not_found_error"),
    Fault.TOO_LARGE: (anthropic.ContentTooLargeError, 413, "request_too_large"),
    Fault.RATE_LIMITED: (anthropic.RateLimitError, 429, "rate_limit_error"),
    Fault.RATE_LIMITED_WITHOUT_HINT: (anthropic.RateLimitError, 429, "rate_limit_error"),
    Fault.SPEND_LIMIT_REACHED: (
        anthropic.EnforcedSpendLimitReachedError,
        429,
        "rate_limit_error",
    ),
    Fault.OWN_SPEND_LIMIT: (anthropic.BadRequestError, 400, "invalid_request_error"),
    Fault.SERVER_ERROR: (anthropic.InternalServerError, 500, "api_error"),
    Fault.UNAVAILABLE: (anthropic.ServiceUnavailableError, 503, "api_error"),
    Fault.GATEWAY_TIMEOUT: (anthropic.GatewayTimeoutError, 504, "timeout_error"),
    Fault.OVERLOADED: (anthropic.OverloadedError, 529, "overloaded_error"),
    Fault.HTML_BAD_GATEWAY: (anthropic.InternalServerError, 502, None),
}
BROKEN_STREAMS: dict[Fault, type[BaseException]] = {
    Fault.HTML_PAGE: AssertionError,
    Fault.EMPTY_BODY: AssertionError,
    Fault.DROP_BEFORE_HEADERS: anthropic.APIConnectionError,
    Fault.DROP_MID_STREAM: httpx2.RemoteProtocolError,
    Fault.RESET_MID_STREAM: httpx2.ReadError,
    Fault.GARBAGE: json.JSONDecodeError,
    Fault.STALL: httpx2.ReadTimeout,
}
BROKEN_ANSWERS: dict[Fault, type[BaseException]] = {
    Fault.DROP_BEFORE_HEADERS: anthropic.APIConnectionError,
    Fault.EMPTY_BODY: json.JSONDecodeError,
    Fault.DROP_MID_STREAM: anthropic.APIConnectionError,
    Fault.RESET_MID_STREAM: anthropic.APIConnectionError,
    Fault.GARBAGE: json.JSONDecodeError,
    Fault.STALL: anthropic.APITimeoutError,
}
HARMLESS = [
    Fault.SHREDDED,
    Fault.UNKNOWN_EVENTS,
    Fault.CRLF,
    Fault.COMMENTS_AND_PINGS,
]


async def streamed(client: Any, asked: dict[str, Any] | None = None) -> tuple[str, Any, Any]:
    """(text, message, what was raised) of one stream."""
    words = ""
    try:
        async with client.messages.stream(**(asked or asking())) as stream:
            async for event in stream:
                words += event.text if event.type == "text" else ""
            return words, await stream.get_final_message(), None
    except Exception as error:
        return words, None, error


def patience(fault: Fault) -> httpx2.Timeout:
    """Short where silence is what is tried: a busy machine answers late, too."""
    return httpx2.Timeout(1.0 if fault is Fault.STALL else 60.0)


@pytest.mark.parametrize("fault", ERRORS)
async def test_error_answers(claude: StandIn, fault: Fault) -> None:
    kind, status, name = ERRORS[fault]
    claude.will_fail(fault, seconds=7)
    async with sdk(claude) as client:
        with pytest.raises(kind) as caught:
            await client.messages.create(**asking())
        assert text_of(await client.messages.create(**asking()))
    error = caught.value
    assert (error.status_code, error.type) == (status, name)
    hint = error.response.headers.get("retry-after")
    assert hint == ("7" if fault is Fault.RATE_LIMITED else None)
    assert [one.fault for one in claude.requests] == [fault, None]


@pytest.mark.parametrize("fault", BROKEN_STREAMS)
async def test_broken_streams(claude: StandIn, fault: Fault) -> None:
    claude.will_say(WORDS, times=None)
    claude.will_fail(fault, after=2)
    async with sdk(claude, timeout=patience(fault)) as client:
        words, _, error = await streamed(client)
        whole, _, none = await streamed(client)
    assert type(error) is BROKEN_STREAMS[fault]
    started = fault not in (Fault.HTML_PAGE, Fault.EMPTY_BODY, Fault.DROP_BEFORE_HEADERS)
    assert words == (WORDS[:24] if started else "")
    assert whole == WORDS and none is None


@pytest.mark.parametrize("fault", BROKEN_ANSWERS)
async def test_broken_answers_in_one_piece(claude: StandIn, fault: Fault) -> None:
    claude.will_fail(fault)
    async with sdk(claude, timeout=patience(fault)) as client:
        with pytest.raises(Exception) as caught:
            await client.messages.create(**asking())
        assert text_of(await client.messages.create(**asking()))
    assert type(caught.value) is BROKEN_ANSWERS[fault]


async def test_a_web_page_with_status_200_comes_back_as_its_text(claude: StandIn) -> None:
    claude.will_fail(Fault.HTML_PAGE)
    async with sdk(claude) as client:
        answer: object = await client.messages.create(**asking())
    assert isinstance(answer, str) and answer.startswith("<!DOCTYPE html>")


async def test_an_error_event_has_status_200_and_its_own_type(claude: StandIn) -> None:
    claude.will_say(WORDS)
    claude.will_fail(Fault.ERROR_EVENT, after=1)
    async with sdk(claude) as client:
        words, _, error = await streamed(client)
    assert words == WORDS[:12]
    assert type(error) is anthropic.APIStatusError
    assert (error.status_code, error.type) == (200, "overloaded_error")
    assert error.request_id == claude.requests[0].request_id


async def test_an_end_without_message_stop_raises_nothing(claude: StandIn) -> None:
    claude.will_say(WORDS)
    claude.will_fail(Fault.END_WITHOUT_STOP, after=2)
    async with sdk(claude) as client:
        words, message, error = await streamed(client)
    assert (words, error) == (WORDS[:24], None)
    assert message.stop_reason is None


@pytest.mark.parametrize("fault", HARMLESS)
async def test_odd_but_valid_streams(claude: StandIn, fault: Fault) -> None:
    claude.will_say(WORDS, cites=[(0, 0, 1)])
    claude.will_fail(fault)
    async with sdk(claude) as client:
        words, message, error = await streamed(client, drafting())
    assert (words, error) == (WORDS, None)
    assert message.stop_reason == "end_turn"
    assert [block.type for block in message.content][:2] == ["thinking", "text"]
    assert message.content[1].citations[0].title == "Refunds"
    assert claude.requests[0].fault is fault


@pytest.mark.parametrize("stream", [True, False])
async def test_refusals_and_ends_of_room(claude: StandIn, stream: bool) -> None:
    claude.will_say(WORDS, times=None)
    found = []
    async with sdk(claude) as client:
        for fault in (
            Fault.REFUSAL_BEFORE_TEXT,
            Fault.REFUSAL_MID_TEXT,
            Fault.MAX_TOKENS,
            Fault.MAX_TOKENS_WITHOUT_TEXT,
        ):
            claude.will_fail(fault, after=2)
            if stream:
                _, message, _ = await streamed(client)
            else:
                message = await client.messages.create(**asking())
            kinds = [block.type for block in message.content]
            found.append((message.stop_reason, kinds, text_of(message)))
            assert bool(message.stop_details) is (message.stop_reason == "refusal")
    assert found == [
        ("refusal", [], ""),
        ("refusal", ["thinking", "text"], WORDS[:24]),
        ("max_tokens", ["thinking", "text"], WORDS[:24]),
        ("max_tokens", ["thinking"], ""),
    ]
    assert claude.requests[0].usage["output_tokens"] == 1, "shown, and not billed"


async def test_a_slow_first_byte_waits_for_release_or_its_time(claude: StandIn) -> None:
    claude.will_fail(Fault.SLOW_FIRST_BYTE)
    claude.will_fail(Fault.SLOW_FIRST_BYTE, seconds=0.1)
    async with sdk(claude) as client:
        async with asyncio.TaskGroup() as tasks:
            asked = tasks.create_task(client.messages.create(**asking()))
            await asyncio.to_thread(
                claude.wait_until, lambda: claude.requests and claude.requests[0].held
            )
            assert claude.requests[0].status is None and not asked.done()
            claude.release()
        await client.messages.create(**asking())
    late = claude.requests[1]
    assert late.first_byte is not None and late.first_byte - late.came >= 0.1


async def test_faults_choose_their_requests(claude: StandIn) -> None:
    claude.will_fail(Fault.OVERLOADED, schema=True, times=2)
    claude.will_fail(Fault.SERVER_ERROR, contains="Grüße", stream=True)
    claude.will_fail(Fault.NO_PERMISSION, path="/v1/models*", times=None)
    claude.will_fail(Fault.NO_CREDIT, model="claude-opus-5-5")
    async with sdk(claude) as client:
        await client.messages.create(**asking("Grüße"))
        for _ in range(2):
            with pytest.raises(anthropic.OverloadedError):
                await client.messages.create(**tagging())
        await client.messages.create(**tagging())
        assert type((await streamed(client, asking("Grüße")))[2]) is anthropic.InternalServerError
        for _ in range(2):
            with pytest.raises(anthropic.PermissionDeniedError):
                await client.models.retrieve(HAIKU)
        with pytest.raises(anthropic.PaymentRequiredError):
            await client.messages.create(**asking(model="claude-opus-5-5"))
        claude.forget()
        assert await client.models.retrieve(HAIKU)


async def test_a_refused_request_uses_up_no_fault(claude: StandIn) -> None:
    claude.will_fail(Fault.OVERLOADED)
    async with sdk(claude) as client:
        with pytest.raises(anthropic.BadRequestError):
            await client.messages.create(**asking(max_tokens=-1))
        with pytest.raises(anthropic.OverloadedError):
            await client.messages.create(**asking())


def test_every_fault_is_tried_here_and_says_what_it_does() -> None:
    source = open(__file__, encoding="utf-8").read()  # noqa: SIM115
    assert all(f"Fault.{fault.name}" in source for fault in Fault)

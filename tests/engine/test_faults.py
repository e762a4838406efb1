"""Each way to fail, over a real line: the right fault, the text so far, a working next request."""

from __future__ import annotations

import asyncio
import json
import logging
import socket
import ssl
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager, suppress
from pathlib import Path

import pytest

from supportdesk_gui.engine.addresses import Address
from supportdesk_gui.engine.claude import Claude
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.engine.faults import translated
from supportdesk_gui.engine.request import AnswerEnded, EngineRequest, TextBlock, TextCame
from tests.claude.standin import Fault as Trouble
from tests.claude.standin import StandIn
from tests.self_signed import self_signed

KEY = "gateway-key-Zm9yLXRlc3Rz"
SAYS = "Your refund is on its way to you, dear customer, and should arrive on Friday."
BEFORE_TEXT = {
    Trouble.REFUSED_KEY: Fault.KEY_REFUSED,
    Trouble.NO_CREDIT: Fault.BILLING,
    Trouble.NO_PERMISSION: Fault.NOT_PERMITTED,
    Trouble.UNKNOWN_MODEL: Fault.UNKNOWN_MODEL,
    Trouble.TOO_LARGE: Fault.TOO_LARGE,
    Trouble.RATE_LIMITED: Fault.RATE_LIMITED,
    Trouble.RATE_LIMITED_WITHOUT_HINT: Fault.RATE_LIMITED,
    Trouble.SPEND_LIMIT_REACHED: Fault.PROVIDER_CAP,
    Trouble.OWN_SPEND_LIMIT: Fault.PROVIDER_CAP,
    Trouble.SERVER_ERROR: Fault.ENGINE_FAULT,
    Trouble.UNAVAILABLE: Fault.ENGINE_FAULT,
    Trouble.GATEWAY_TIMEOUT: Fault.ENGINE_FAULT,
    Trouble.OVERLOADED: Fault.OVERLOADED,
    Trouble.HTML_PAGE: Fault.NOT_AN_ENGINE,
    Trouble.HTML_BAD_GATEWAY: Fault.ENGINE_FAULT,
    Trouble.EMPTY_BODY: Fault.NOT_AN_ENGINE,
    Trouble.DROP_BEFORE_HEADERS: Fault.CUT_OFF,
}
IN_THE_TEXT = {
    Trouble.DROP_MID_STREAM: Fault.CUT_OFF,
    Trouble.RESET_MID_STREAM: Fault.CUT_OFF,
    Trouble.ERROR_EVENT: Fault.OVERLOADED,
    Trouble.END_WITHOUT_STOP: Fault.CUT_OFF,
    Trouble.STALL: Fault.STALLED,
    Trouble.GARBAGE: Fault.GARBLED,
}
PASSING = {Fault.RATE_LIMITED, Fault.ENGINE_FAULT, Fault.OVERLOADED, Fault.CUT_OFF}


def _request(model: str = "claude-sonnet-5-5") -> EngineRequest:
    return EngineRequest(model, (), (TextBlock("Where is my refund?"),), 1_000)


async def _ask(
    engine: Claude, request: EngineRequest | None = None
) -> tuple[str, AnswerEnded | None, EngineError | None]:
    """The text, the end and the error of one request."""
    text, end = "", None
    try:
        async with aclosing(engine.stream(request or _request())) as events:
            async for event in events:
                text += event.text if isinstance(event, TextCame) else ""
                end = event if isinstance(event, AnswerEnded) else end
    except EngineError as error:
        return text, end, error
    return text, end, None


@asynccontextmanager
async def _engine(url: str, key: str = KEY, stall: float = 5.0) -> AsyncIterator[Claude]:
    engine = Claude(Address(url), key, stall_seconds=stall)
    try:
        yield engine
    finally:
        await engine.aclose()


async def test_the_sdk_writes_no_request_to_a_log_even_where_it_is_told_to(
    claude: StandIn, caplog: pytest.LogCaptureFixture
) -> None:
    """ANTHROPIC_LOG=debug sets that level as the SDK is imported."""
    import anthropic  # noqa: F401

    caplog.set_level(logging.DEBUG, logger="anthropic")
    async with _engine(claude.url, claude.key) as engine:
        assert (await _ask(engine))[2] is None
    assert "Where is my refund" not in caplog.text and claude.key not in caplog.text


@pytest.mark.parametrize("trouble", BEFORE_TEXT, ids=lambda one: one.name)
async def test_before_the_first_text(claude: StandIn, trouble: Trouble) -> None:
    claude.will_fail(trouble, seconds=7.0)
    claude.will_say(SAYS)
    async with _engine(claude.url, claude.key) as engine:
        text, end, error = await _ask(engine)
        assert error is not None and error.fault is BEFORE_TEXT[trouble]
        assert (text, end) == ("", None)
        assert len(claude.messages) == 1, "the SDK tried again in silence"
        assert error.is_passing is (error.fault in PASSING)
        assert error.retry_after == (7.0 if trouble is Trouble.RATE_LIMITED else None)
        assert claude.key not in f"{error} {error.detail} {error!r}"
        assert (await _ask(engine))[0] == SAYS


@pytest.mark.parametrize("trouble", IN_THE_TEXT, ids=lambda one: one.name)
async def test_in_the_middle_of_the_text(claude: StandIn, trouble: Trouble) -> None:
    claude.will_say(SAYS, times=2)
    claude.will_fail(trouble, after=3)
    async with _engine(claude.url, claude.key, stall=0.3) as engine:
        text, end, error = await _ask(engine)
        assert error is not None and error.fault is IN_THE_TEXT[trouble]
        assert text and SAYS.startswith(text) and len(text) < len(SAYS)
        assert end is None
        assert (await _ask(engine))[0] == SAYS


async def test_an_engine_that_does_not_begin_in_time(claude: StandIn) -> None:
    claude.will_fail(Trouble.SLOW_FIRST_BYTE)
    async with _engine(claude.url, claude.key, stall=0.3) as engine:
        _, _, error = await _ask(engine)
        assert error is not None and error.fault is Fault.TIMEOUT
        assert (await _ask(engine))[2] is None


@pytest.mark.parametrize(
    "trouble", [Trouble.SHREDDED, Trouble.UNKNOWN_EVENTS, Trouble.CRLF, Trouble.COMMENTS_AND_PINGS]
)
async def test_what_looks_odd_and_is_none(claude: StandIn, trouble: Trouble) -> None:
    says = "Grüße: 您的退款 🙂 ist unterwegs."
    claude.will_say(says)
    claude.will_fail(trouble)
    async with _engine(claude.url, claude.key) as engine:
        text, end, error = await _ask(engine)
    assert (text, error) == (says, None)
    assert end is not None and end.stop_reason == "end_turn"


@pytest.mark.parametrize(
    ("trouble", "reason", "has_text"),
    [
        (Trouble.REFUSAL_BEFORE_TEXT, "refusal", False),
        (Trouble.REFUSAL_MID_TEXT, "refusal", True),
        (Trouble.MAX_TOKENS, "max_tokens", True),
        (Trouble.MAX_TOKENS_WITHOUT_TEXT, "max_tokens", False),
    ],
)
async def test_an_answer_that_ends_otherwise_says_why(
    claude: StandIn, trouble: Trouble, reason: str, has_text: bool
) -> None:
    claude.will_say(SAYS)
    claude.will_fail(trouble)
    async with _engine(claude.url, claude.key) as engine:
        text, end, error = await _ask(engine)
    assert error is None and end is not None
    assert end.stop_reason == reason and end.usage is not None
    assert bool(end.refusal) is (reason == "refusal")
    assert bool(text) is has_text


async def test_a_retired_model_is_told_from_an_unknown_one(claude: StandIn) -> None:
    async with _engine(claude.url, claude.key) as engine:
        _, _, error = await _ask(engine, _request("claude-opus-4-1-20250805"))
        assert error is not None and error.fault is Fault.RETIRED_MODEL
        assert (error.retired_on, error.successor) == ("2026-08-05", "claude-opus-5-5")
        _, _, error = await _ask(engine, _request("claude-opus-9"))
        assert error is not None and error.fault is Fault.UNKNOWN_MODEL
        assert error.model == "claude-opus-9"


# -- what stands between ------------------------------------------------------------------------

Speak = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def _server(speak: Speak) -> AsyncIterator[int]:
    async def once(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await speak(reader, writer)
        finally:
            writer.close()

    server = await asyncio.start_server(once, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


def _saying(status: str, body: str, kind: str = "text/html") -> Speak:
    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        data = body.encode()
        head = f"HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {len(data)}\r\n"
        writer.write(f"{head}connection: close\r\n\r\n".encode() + data)
        await writer.drain()

    return speak


@pytest.mark.parametrize(
    ("status", "fault"),
    [
        ("404 Not Found", Fault.NOT_AN_ENGINE), ("403 Forbidden", Fault.NOT_AN_ENGINE),
        ("302 Found", Fault.NOT_AN_ENGINE), ("401 Unauthorized", Fault.KEY_REFUSED),
        ("413 Content Too Large", Fault.TOO_LARGE), ("429 Too Many", Fault.RATE_LIMITED),
        ("502 Bad Gateway", Fault.ENGINE_FAULT),
        ("407 Proxy Authentication Required", Fault.PROXY_LOGIN),
    ],
)  # fmt: skip
async def test_a_web_page_in_the_place_of_an_engine(status: str, fault: Fault) -> None:
    async with (
        _server(_saying(status, "<html>Welcome to the hotel</html>")) as port,
        _engine(f"http://127.0.0.1:{port}") as engine,
    ):
        _, _, error = await _ask(engine)
    assert error is not None and error.fault is fault


async def test_an_engine_that_answers_in_one_piece_is_told_from_a_web_page() -> None:
    async with (
        _server(_saying("200 OK", "{}", "application/json; charset=utf-8")) as port,
        _engine(f"http://127.0.0.1:{port}") as engine,
    ):
        _, _, error = await _ask(engine)
    assert error is not None and error.fault is Fault.NOT_AN_ENGINE
    assert error.detail == "application/json"


@pytest.mark.parametrize("key", [KEY, "sk-ant-api03-abcdefghijklmnop"])
async def test_a_gateway_that_repeats_the_key_is_not_quoted(key: str) -> None:
    said = {"type": "authentication_error", "message": f"Bad key {key}; sent Bearer {key}."}
    body = json.dumps({"type": "error", "error": said})
    async with (
        _server(_saying("401 Unauthorized", body, "application/json")) as port,
        _engine(f"http://127.0.0.1:{port}", key) as engine,
    ):
        _, _, error = await _ask(engine)
    assert error is not None and error.fault is Fault.KEY_REFUSED
    assert error.detail.startswith("Bad key …")
    assert key not in f"{error} {error.detail} {error!r}"


async def test_a_gateway_without_a_database_refuses_a_strange_key_in_its_own_words() -> None:
    body = json.dumps({"error": {"message": "No connected db.", "type": "no_db_connection"}})
    async with (
        _server(_saying("400 Bad Request", body, "application/json")) as port,
        _engine(f"http://127.0.0.1:{port}") as engine,
    ):
        _, _, error = await _ask(engine)
    assert error is not None and error.fault is Fault.KEY_REFUSED


@pytest.mark.parametrize(
    "word",
    ["in 9 s", "9", "Wed, 21 Oct 2099 07:28:00 GMT",
     # The engine's own time beside it: this computer's clock may be wrong.
     "Wed, 21 Oct 2099 07:28:00 GMT\r\ndate: Wed, 21 Oct 2099 07:27:48 GMT"],
)  # fmt: skip
async def test_a_time_to_wait_is_seconds_or_a_date_or_nothing(word: str) -> None:
    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        head = f"HTTP/1.1 429 Too Many\r\nretry-after: {word}\r\ncontent-length: 0\r\n\r\n"
        writer.write(head.encode())
        await writer.drain()

    async with _server(speak) as port, _engine(f"http://127.0.0.1:{port}") as engine:
        _, _, error = await _ask(engine)
    assert error is not None and error.fault is Fault.RATE_LIMITED
    expected = {"9": 9.0, "in 9 s": None}
    if "date" in word:
        assert error.retry_after == 12.0
    elif word in expected:
        assert error.retry_after == expected[word]
    else:
        assert error.retry_after is not None and error.retry_after > 1e9


def _closed_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def no_proxy_here(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    return monkeypatch


@pytest.mark.usefixtures("no_proxy_here")
@pytest.mark.parametrize("where", ["closed port", "no such name"])
async def test_no_network(where: str) -> None:
    url = (
        f"http://127.0.0.1:{_closed_port()}" if where == "closed port" else "http://nowhere.invalid"
    )
    async with _engine(url) as engine:
        _, _, error = await _ask(engine)
    assert error is not None and error.fault is Fault.NO_NETWORK and error.is_passing


async def test_a_proxy_that_is_not_there(no_proxy_here: pytest.MonkeyPatch) -> None:
    no_proxy_here.setenv("https_proxy", f"http://127.0.0.1:{_closed_port()}")
    async with _engine("https://gateway.invalid") as engine:
        _, _, error = await _ask(engine)
    assert error is not None and error.fault is Fault.PROXY


@pytest.mark.parametrize(
    ("status", "fault"),
    [
        ("407 Proxy Authentication Required", Fault.PROXY_LOGIN),
        ("502 Bad Gateway", Fault.PROXY),
    ],
)
async def test_a_proxy_that_lets_nothing_through(
    no_proxy_here: pytest.MonkeyPatch, status: str, fault: Fault
) -> None:
    async with _server(_saying(status, "no")) as port:
        no_proxy_here.setenv("https_proxy", f"http://127.0.0.1:{port}")
        async with _engine("https://gateway.invalid") as engine:
            _, _, error = await _ask(engine)
    assert error is not None and error.fault is fault


async def test_a_certificate_that_nobody_vouches_for(tmp_path: Path) -> None:
    tls = self_signed(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        serving = threading.Thread(target=_shake_hands, args=(listening, tls))
        serving.start()
        async with _engine(f"https://127.0.0.1:{listening.getsockname()[1]}") as engine:
            _, _, error = await _ask(engine)
        serving.join()
    assert error is not None and error.fault is Fault.CERTIFICATE and not error.is_passing


def _shake_hands(listening: socket.socket, tls: ssl.SSLContext) -> None:
    connection, _ = listening.accept()
    with connection, suppress(OSError):  # the client hangs up
        tls.wrap_socket(connection, server_side=True).close()


def test_a_fault_of_our_own_is_not_taken_for_the_engine_s() -> None:
    with pytest.raises(KeyError):
        translated(KeyError("ours"), "claude-haiku-5-5", streaming=True)

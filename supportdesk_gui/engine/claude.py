"""Claude's Messages API at one address with one key: a request in, events out.

The SDK takes two seconds to import, so that happens in a thread with the first request, or
earlier by `warm_up`. Its own retries are off: they wait in silence, for as long as a header
says. Of a stream the SDK gives the bytes; what is made of them stands in `reading.py`.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from supportdesk_gui.engine.addresses import Address
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.engine.faults import translated
from supportdesk_gui.engine.models import ModelFacts, ThinkingKind, facts_of
from supportdesk_gui.engine.reading import Reading
from supportdesk_gui.engine.request import (
    Block,
    EngineEvent,
    EngineRequest,
    RequestSent,
    SourceBlock,
    TextBlock,
)

if TYPE_CHECKING:
    import anthropic

_CONNECT_SECONDS = 10.0
_STALL_SECONDS = 60.0
_LEAST_BUDGET = 1024  # the API takes no smaller one


class Claude:
    """One server that speaks the Messages API. Close it with `aclose` before its loop ends."""

    def __init__(
        self,
        address: Address,
        key: str,
        on_headers: Callable[[Mapping[str, str]], None] = lambda _: None,
        stall_seconds: float = _STALL_SECONDS,
    ) -> None:
        """`on_headers` sees each response's headers; `stall_seconds` is the longest silence."""
        self.address = address
        self._key = key
        self._on_headers = on_headers
        self._stall = stall_seconds
        self._client: anthropic.AsyncAnthropic | None = None
        self._making = asyncio.Lock()

    async def warm_up(self) -> None:
        """Load the SDK and make the client, so that the first request need not wait for it."""
        async with self._making:
            if self._client is None:
                self._client = await asyncio.to_thread(self._make)

    async def aclose(self) -> None:
        """Close the connections."""
        client, self._client = self._client, None
        if client is not None:
            await client.close()

    async def stream(self, request: EngineRequest) -> AsyncGenerator[EngineEvent]:
        """Send a request; events as they come, the last one AnswerEnded.

        Iterate it with `contextlib.aclosing`: leaving it closes the socket. Raises EngineError.
        """
        if self._client is None:
            await self.warm_up()
        assert self._client is not None
        try:
            answer = await self._client.messages.create(**_body(request), stream=True)
        except Exception as error:
            self._learn_from(error)
            raise self._translated(error, request, streaming=False) from None
        try:
            async with answer:  # leaving it closes the socket
                yield RequestSent(answer.response.request.content)
                self._on_headers(answer.response.headers)
                _demand_events(answer.response.headers)
                reading = Reading(answer.response)
                async with aclosing(answer.response.aiter_bytes()) as reads:
                    async for read in reads:
                        for event in reading.events(read):
                            yield event
            reading.demand_end()
        except Exception as error:
            raise self._translated(error, request, streaming=True) from None

    async def count_tokens(self, request: EngineRequest) -> int:
        """The prompt's tokens as the engine counts them. Raises EngineError."""
        await self.warm_up()
        assert self._client is not None
        body = _body(request)
        for name in ("max_tokens", "metadata"):
            body.pop(name, None)
        try:
            counted = await self._client.messages.count_tokens(**body)
        except Exception as error:
            raise self._translated(error, request, streaming=False) from None
        return int(counted.input_tokens)

    def _make(self) -> anthropic.AsyncAnthropic:
        import logging

        import anthropic
        import httpx2

        # It writes whole requests to stderr where ANTHROPIC_LOG asks for it: tickets are in them.
        logging.getLogger("anthropic").setLevel(logging.WARNING)
        timeout = httpx2.Timeout(self._stall, connect=_CONNECT_SECONDS)
        http_client = None
        if self.address.is_local:
            # A proxy of the environment would be asked for this computer's own servers too.
            http_client = anthropic.DefaultAsyncHttpxClient(
                transport=httpx2.AsyncHTTPTransport(), timeout=timeout
            )
        return anthropic.AsyncAnthropic(
            api_key=self._key, base_url=self.address.url, max_retries=0, timeout=timeout,
            http_client=http_client, open_telemetry=False,
        )  # fmt: skip

    def _translated(
        self, error: Exception, request: EngineRequest, *, streaming: bool
    ) -> EngineError:
        found = translated(error, request.model, streaming=streaming, secret=self._key)
        found.sent = getattr(getattr(error, "request", None), "content", b"")
        if found.fault is Fault.NO_NETWORK and self.address.is_behind_proxy:
            # What could not be reached is the proxy: nothing else is asked directly.
            return EngineError(Fault.PROXY, found.detail)
        return found

    def _learn_from(self, error: Exception) -> None:
        response = getattr(error, "response", None)
        if response is not None:
            self._on_headers(response.headers)


def _demand_events(headers: Mapping[str, str]) -> None:
    """A proxy's page with status 200 is no stream."""
    kind = headers.get("content-type", "")
    if kind and not kind.startswith("text/event-stream"):
        raise EngineError(Fault.NOT_AN_ENGINE, kind.split(";")[0])


def _body(request: EngineRequest) -> dict[str, Any]:
    """The request as the API takes it; what a model does not take is left out."""
    facts = facts_of(request.model)
    body: dict[str, Any] = {
        "model": request.model,
        "max_tokens": longest_output(request),
        "messages": [{"role": "user", "content": [_block(item) for item in request.user]}],
    }
    if request.system:
        body["system"] = [_block(item) for item in request.system]
    output: dict[str, Any] = {}
    if facts.takes_effort and request.effort:
        output["effort"] = request.effort
    if request.schema is not None:
        output["format"] = {"type": "json_schema", "schema": request.schema}
    if output:
        body["output_config"] = output
    if thinking := _thinking(facts, request):
        body["thinking"] = thinking
    return body


def longest_output(request: EngineRequest) -> int:
    """The most tokens that thoughts and answer together may take: the request's ceiling."""
    facts = facts_of(request.model)
    return min(facts.longest, request.answer_tokens + _budget(facts, request))


def _budget(facts: ModelFacts, request: EngineRequest) -> int:
    """Tokens for thinking, 0 where the model is not asked to."""
    kind = facts.thinking
    wanted = request.thinking or kind is ThinkingKind.ALWAYS
    if not wanted or kind is ThinkingKind.UNKNOWN:
        return 0
    return max(_LEAST_BUDGET, min(request.budget, facts.longest - request.answer_tokens))


def _thinking(facts: ModelFacts, request: EngineRequest) -> dict[str, Any] | None:
    """Thinking, or none of it, as the model takes it."""
    if budget := _budget(facts, request):
        if facts.thinking is ThinkingKind.BUDGET:
            return {"type": "enabled", "budget_tokens": budget}
        return {"type": "adaptive"}
    if facts.thinking is ThinkingKind.SWITCHED:
        return {"type": "disabled"}
    if facts.thinking is ThinkingKind.BETWEEN_TOOLS:
        return {"type": "between_tools"}
    return None


def _block(item: Block) -> dict[str, Any]:
    if isinstance(item, TextBlock):
        block: dict[str, Any] = {"type": "text", "text": item.text}
    else:
        assert isinstance(item, SourceBlock)
        block = {
            "type": "search_result",
            "source": item.source,
            "title": item.title,
            "content": [{"type": "text", "text": text} for text in item.sentences],
            "citations": {"enabled": True},
        }
    if item.keep:
        block["cache_control"] = {"type": "ephemeral", "ttl": item.keep}
    return block

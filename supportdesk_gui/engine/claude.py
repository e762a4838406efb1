"""Claude's Messages API at one address with one key: a request in, events out.

The SDK takes two seconds to import, so that happens in a thread with the first request, or
earlier by `warm_up`. Its own retries are off: they wait in silence, for as long as a header
says. Streams are read raw, since the SDK's accumulating helper costs twice the processor.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping
from typing import TYPE_CHECKING, Any

from supportdesk_gui.engine.addresses import Address
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.engine.faults import translated
from supportdesk_gui.engine.models import ModelFacts, ThinkingKind, facts_of
from supportdesk_gui.engine.request import (
    AnswerBegan,
    AnswerEnded,
    Block,
    BlockEnded,
    CitationCame,
    EngineEvent,
    EngineRequest,
    SourceBlock,
    TextBlock,
    TextCame,
    ThinkingBegan,
    Usage,
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
        reading = _Reading()
        try:
            answer = await self._client.messages.create(**_body(request), stream=True)
        except Exception as error:
            self._learn_from(error)
            raise self._translated(error, request, streaming=False) from None
        try:
            async with answer as stream:  # leaving it closes the socket
                self._on_headers(answer.response.headers)
                _demand_events(answer.response.headers)
                request_id = answer.response.headers.get("request-id", "")
                async for raw in stream:
                    for event in reading.events(raw, request_id):
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
        import anthropic
        import httpx2

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
        if found.fault is Fault.NO_NETWORK and self.address.is_behind_proxy:
            # What could not be reached is the proxy: nothing else is asked directly.
            return EngineError(Fault.PROXY, found.detail)
        return found

    def _learn_from(self, error: Exception) -> None:
        response = getattr(error, "response", None)
        if response is not None:
            self._on_headers(response.headers)


class _Reading:
    """One stream's state: what has been seen, and the usage as it adds up."""

    def __init__(self) -> None:
        self._usage: Usage | None = None
        self._texts = -1
        self._in_text = False
        self._stop_reason = ""
        self._refusal = ""
        self._began = False
        self._ended = False

    def events(self, raw: Any, request_id: str) -> list[EngineEvent]:
        kind = raw.type
        if kind == "content_block_delta":
            return self._delta(raw.delta)
        if kind == "content_block_start":
            return self._start(raw.content_block)
        if kind == "content_block_stop":
            was_text, self._in_text = self._in_text, False
            return [BlockEnded(self._texts)] if was_text else []
        if kind == "message_start":
            self._began = True
            self._usage = _usage(raw.message.usage)
            return [AnswerBegan(request_id, raw.message.model, self._usage)]
        if kind == "message_delta":
            self._finish(raw)
        elif kind == "message_stop":
            self._ended = True
            return [AnswerEnded(self._stop_reason, self._usage, self._refusal)]
        return []  # pings, and kinds that came after this was written

    def demand_end(self) -> None:
        """A stream that ends without a word was cut off; one without any word was none."""
        if not self._began:
            raise EngineError(Fault.NOT_AN_ENGINE, "empty stream")
        if not self._ended:
            raise EngineError(Fault.CUT_OFF, "no message_stop")

    def _start(self, block: Any) -> list[EngineEvent]:
        if block.type == "text":
            self._texts += 1
            self._in_text = True
            return [TextCame(block.text, self._texts)] if block.text else []
        if block.type in {"thinking", "redacted_thinking"}:
            return [ThinkingBegan()]
        return []

    def _delta(self, delta: Any) -> list[EngineEvent]:
        if delta.type == "text_delta":
            return [TextCame(delta.text, self._texts)]
        if delta.type == "citations_delta" and delta.citation.type == "search_result_location":
            cited = delta.citation
            return [
                CitationCame(
                    self._texts, cited.search_result_index, cited.start_block_index,
                    cited.end_block_index, cited.cited_text,
                )
            ]  # fmt: skip
        return []

    def _finish(self, raw: Any) -> None:
        self._stop_reason = raw.delta.stop_reason or self._stop_reason
        details = raw.delta.stop_details
        if self._stop_reason == "refusal":
            self._refusal = (details.category if details is not None else None) or "refusal"
        self._usage = _with_end(self._usage, raw.usage)


def _demand_events(headers: Mapping[str, str]) -> None:
    """A proxy's page with status 200 is no stream."""
    kind = headers.get("content-type", "")
    if kind and not kind.startswith("text/event-stream"):
        raise EngineError(Fault.NOT_AN_ENGINE, kind.split(";")[0])


def _usage(found: Any) -> Usage | None:
    if found is None:
        return None
    written = found.cache_creation_input_tokens or 0
    split = found.cache_creation
    hour = (split.ephemeral_1h_input_tokens or 0) if split is not None else 0
    return Usage(
        input=found.input_tokens or 0, cache_write_5m=max(0, written - hour), cache_write_1h=hour,
        cache_read=found.cache_read_input_tokens or 0, output=found.output_tokens or 0,
        service_tier=found.service_tier or "", geo=found.inference_geo or "",
    )  # fmt: skip


def _with_end(start: Usage | None, end: Any) -> Usage | None:
    """The counts at the end overwrite those of the start; the split of writes came only there."""
    if end is None:
        return start
    start = start or Usage()
    details = end.output_tokens_details
    written = end.cache_creation_input_tokens
    if written is None:
        written = start.cache_write_5m + start.cache_write_1h
    hour = min(start.cache_write_1h, written)
    return Usage(
        input=start.input if end.input_tokens is None else end.input_tokens,
        cache_write_5m=written - hour,
        cache_write_1h=hour,
        cache_read=_or(end.cache_read_input_tokens, start.cache_read),
        output=_or(end.output_tokens, start.output),  # 0 for a refusal before any text
        thinking=_or(details.thinking_tokens, 0) if details is not None else 0,
        service_tier=start.service_tier,
        geo=start.geo,
    )


def _or(count: int | None, otherwise: int) -> int:
    return otherwise if count is None else count


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
    return request.answer_tokens + _budget(facts_of(request.model), request)


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

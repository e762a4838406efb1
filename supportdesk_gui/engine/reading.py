"""What a stream of the Messages API says: its bytes as the engine's own events.

Pieces of text that came with one read are one event: a page of text that is already here need
not pass through the program word by word.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.engine.event_stream import EventStream
from supportdesk_gui.engine.request import (
    AnswerBegan,
    AnswerEnded,
    BlockEnded,
    CitationCame,
    EngineEvent,
    TextCame,
    ThinkingBegan,
    Usage,
)

if TYPE_CHECKING:
    import httpx2


class Reading:
    """One stream's state: what has been seen, and the usage as it adds up."""

    def __init__(self, response: httpx2.Response) -> None:
        self._response = response
        headers = response.headers
        self._request_id: str = headers.get("request-id") or headers.get("x-amzn-requestid") or ""
        self._stream = EventStream()
        self._usage: Usage | None = None
        self._texts = -1
        self._in_text = False
        self._stop_reason = ""
        self._refusal = ""
        self._began = False
        self._ended = False

    def events(self, read: bytes) -> Iterator[EngineEvent]:
        """What a read brought. Raises as `told` does."""
        yield from self.told(self._stream.feed(read))

    def told(self, messages: Iterable[tuple[str, str]]) -> Iterator[EngineEvent]:
        """What messages, each its name and its JSON, say.

        Raises EngineError, APIStatusError for an error event, ValueError for what is no JSON or
        no UTF-8; all that came before it is given first.
        """
        pieces: list[str] = []
        for name, data in messages:
            try:
                event = self._event(name, data) if name and data else None
            except Exception:
                if pieces:
                    yield TextCame("".join(pieces), self._texts)
                raise
            if isinstance(event, str):
                pieces.append(event)
            elif event is not None:
                if pieces:
                    yield TextCame("".join(pieces), self._texts)
                    pieces.clear()
                yield event
        if pieces:
            yield TextCame("".join(pieces), self._texts)

    @property
    def has_text(self) -> bool:
        """Whether a block of text has begun."""
        return self._texts >= 0

    def demand_end(self) -> None:
        """A stream that ends without a word was cut off; one without any word was none."""
        if not self._began:
            raise EngineError(Fault.NOT_AN_ENGINE, "empty stream")
        if not self._ended:
            raise EngineError(Fault.CUT_OFF, "no message_stop")

    def _event(self, name: str, data: str) -> EngineEvent | str | None:
        """The event, or a piece of the current block's text; None for what says nothing here."""
        if name == "ping":
            return None
        if name == "error":
            raise _status_error(data, self._response)
        raw = json.loads(data)
        try:
            return self._meaning(raw)
        except (KeyError, TypeError, AttributeError) as error:  # JSON, but not of this API
            raise EngineError(Fault.GARBLED, type(error).__name__) from None

    def _meaning(self, raw: dict[str, Any]) -> EngineEvent | str | None:
        kind = raw["type"]
        if kind == "content_block_delta":
            return self._delta(raw["delta"])
        if kind == "content_block_start":
            return self._start(raw["content_block"])
        if kind == "content_block_stop":
            was_text, self._in_text = self._in_text, False
            return BlockEnded(self._texts) if was_text else None
        if kind == "message_start":
            self._began = True
            message = raw["message"]
            self._usage = _usage(message.get("usage"))
            return AnswerBegan(self._request_id, message.get("model") or "", self._usage)
        if kind == "message_delta":
            self._finish(raw)
        elif kind == "message_stop":
            self._ended = True
            return AnswerEnded(self._stop_reason, self._usage, self._refusal)
        return None  # kinds that came after this was written

    def _start(self, block: dict[str, Any]) -> EngineEvent | str | None:
        if block["type"] == "text":
            self._texts += 1
            self._in_text = True
            return block.get("text") or None
        if block["type"] == "tool_use":  # its input is an answer of a shape
            self._texts += 1
            self._in_text = True
            given = block.get("input")
            return json.dumps(given, ensure_ascii=False) if given else None
        if block["type"] in {"thinking", "redacted_thinking"}:
            return ThinkingBegan()
        return None

    def _delta(self, delta: dict[str, Any]) -> EngineEvent | str | None:
        if delta["type"] == "text_delta":
            text: str = delta["text"]
            return text
        if delta["type"] == "input_json_delta":
            piece: str = delta["partial_json"]
            return piece
        if delta["type"] == "citations_delta":
            cited = delta["citation"]
            if cited["type"] == "search_result_location":
                return CitationCame(
                    self._texts, cited["search_result_index"], cited["start_block_index"],
                    cited["end_block_index"], cited["cited_text"],
                )  # fmt: skip
        return None

    def _finish(self, raw: dict[str, Any]) -> None:
        self._stop_reason = raw["delta"].get("stop_reason") or self._stop_reason
        details = raw["delta"].get("stop_details") or {}
        if self._stop_reason == "refusal":
            self._refusal = details.get("category") or "refusal"
        self._usage = _with_end(self._usage, raw.get("usage"))


def whole_answer(body: bytes, response: httpx2.Response) -> Iterator[EngineEvent]:
    """An answer that came in one piece, as the events that it would have been.

    Raises EngineError where it is none.
    """
    try:
        message = json.loads(body)
        found = message["type"] == "message" and [*_messages(message)]
    except (ValueError, AttributeError, KeyError, TypeError):
        found = False
    if not found:
        raise EngineError(Fault.NOT_AN_ENGINE, "application/json")
    for event in Reading(response).told(found):
        yield replace(event, in_pieces=False) if isinstance(event, AnswerBegan) else event


def _messages(message: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What a stream would have said."""
    events: list[dict[str, Any]] = [{"type": "message_start", "message": message}]
    for block in message["content"]:
        events.append({"type": "content_block_start", "content_block": block})
        for cited in block.get("citations") or ():
            delta = {"type": "citations_delta", "citation": cited}
            events.append({"type": "content_block_delta", "delta": delta})
        events.append({"type": "content_block_stop"})
    events.append({"type": "message_delta", "delta": message, "usage": message.get("usage")})
    events.append({"type": "message_stop"})
    for event in events:
        yield event["type"], json.dumps(event)


def _status_error(data: str, response: httpx2.Response) -> Exception:
    """The SDK's own error for an error event, so that it is translated with all others."""
    import anthropic

    try:
        body: object = json.loads(data)
    except ValueError:
        body = data
    return anthropic.APIStatusError(data, response=response, body=body)


def usage_of(message: Mapping[str, Any]) -> Usage | None:
    """What a whole message says that it took."""
    found = message.get("usage")
    return _with_end(_usage(found), found)


def _usage(found: Mapping[str, Any] | None) -> Usage | None:
    if found is None:
        return None
    written = found.get("cache_creation_input_tokens") or 0
    split = found.get("cache_creation") or {}
    hour = split.get("ephemeral_1h_input_tokens") or 0
    return Usage(
        input=found.get("input_tokens") or 0, cache_write_5m=max(0, written - hour),
        cache_write_1h=hour, cache_read=found.get("cache_read_input_tokens") or 0,
        output=found.get("output_tokens") or 0, service_tier=found.get("service_tier") or "",
        geo=found.get("inference_geo") or "",
    )  # fmt: skip


def _with_end(start: Usage | None, end: Mapping[str, Any] | None) -> Usage | None:
    """The counts at the end overwrite those of the start; the split of writes came only there."""
    if end is None:
        return start
    start = start or Usage()
    details = end.get("output_tokens_details") or {}
    written = _or(
        end.get("cache_creation_input_tokens"), start.cache_write_5m + start.cache_write_1h
    )
    hour = min(start.cache_write_1h, written)
    return Usage(
        input=_or(end.get("input_tokens"), start.input),
        cache_write_5m=written - hour,
        cache_write_1h=hour,
        cache_read=_or(end.get("cache_read_input_tokens"), start.cache_read),
        output=_or(end.get("output_tokens"), start.output),  # 0 for a refusal before any text
        thinking=_or(details.get("thinking_tokens"), 0),
        service_tier=start.service_tier,
        geo=start.geo,
    )


def _or(count: int | None, otherwise: int) -> int:
    return otherwise if count is None else count

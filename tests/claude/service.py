"""Routes, keys, checks and faults: from a request to its answer."""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections.abc import Callable
from typing import Any

from . import models
from .batches import Batches, batch_tier
from .delivery import Delivery, Gate
from .disturbances import disturb_answer, disturb_stream, hold
from .faults import Fault
from .http_server import Connection, Incoming
from .log import Request
from .prompt import prompt_tokens
from .prompt_cache import PromptCache
from .refusals import Refused, invalid, not_found
from .replies import reply
from .rules import check_rules, check_sampling
from .script import MESSAGES, Script, Trouble
from .servers import OWN_MODEL, Server
from .shapes import check_count, check_message
from .wire import Frame, stream, usage_at_end, usage_at_start, whole_message

VERSION = "2026-10-21"
_BATCHES = f"{MESSAGES}/batches"
_LINES = "application/x-jsonl"
_LARGEST = 32 * 1024 * 1024
_LARGEST_BATCH = 256 * 1024 * 1024
_PAGE = b"<!DOCTYPE html><html><head><title>%b</title></head><body><h1>%b</h1></body></html>"
_PAGES = {Fault.HTML_PAGE: (200, b"Welcome"), Fault.HTML_BAD_GATEWAY: (502, b"Bad Gateway")}


class Service:
    """Answers by `script`, tells `log` of each request and `changed` of each step; one loop."""

    def __init__(
        self, key: str, script: Script, log: Callable[[Request], None], changed: Callable[[], None],
        server: Server | None = None,
    ) -> None:  # fmt: skip
        """`server` is one that is not Anthropic's."""
        self.gate = Gate(changed)
        self.broken: Exception | None = None
        """What went wrong in the stand-in or its script; the client got 500."""
        self._key, self._server = key, server
        self._script = script
        self._log = log
        self._changed = changed
        self._cache = PromptCache()
        self._numbers = itertools.count(1)
        self._current: dict[Connection, Request] = {}
        self.batches = Batches(self._answered)

    def left_early(self, connection: Connection) -> None:
        """The client went before its answer was whole."""
        self._current[connection].went_away = True
        self._changed()

    async def answer(self, incoming: Incoming, connection: Connection) -> None:
        """One request, one answer."""
        request = _noted(incoming, next(self._numbers))
        self._current[connection] = request
        self._log(request)
        try:
            await self._route(incoming, request, connection)
        except Refused as refused:
            await self._refuse(request, refused, connection)
        except ConnectionError:
            raise
        except Exception as error:
            self.broken = error
            refused = Refused(500, "api_error", f"the stand-in: {error!r}")
            await self._refuse(request, refused, connection)
        finally:
            request.ended = time.monotonic()
            self._changed()

    async def _route(self, incoming: Incoming, request: Request, connection: Connection) -> None:
        self._check_headers(incoming)
        path = incoming.path.rstrip("/")
        if self._server is not None:
            self._server.demand(path)
        if (incoming.method, path) == ("POST", MESSAGES):
            body = self._taken(_checked_body(incoming, request))
            check_message(body)
            model = check_rules(body, OWN_MODEL if self._server else None)
            await self._message(request, body, model, connection)
        elif (incoming.method, path) == ("POST", f"{MESSAGES}/count_tokens"):
            body = self._taken(_checked_body(incoming, request))
            check_count(body)
            check_rules(body, OWN_MODEL if self._server else None)
            await self._small(request, {"input_tokens": prompt_tokens(body)}, connection)
        elif path == _BATCHES or path.startswith(f"{_BATCHES}/"):
            await self._batch(incoming, request, connection)
        elif (incoming.method, path) == ("GET", "/v1/models"):
            limit = incoming.query.get("limit", "20")
            page = models.listed(
                incoming.query.get("after_id"), int(limit) if limit.isdigit() else 20
            )
            await self._small(request, page, connection)
        elif incoming.method == "GET" and path.startswith("/v1/models/"):
            found = models.described(path.removeprefix("/v1/models/"))
            await self._small(request, found, connection)
        else:
            raise not_found("Not found")

    async def _batch(self, incoming: Incoming, request: Request, connection: Connection) -> None:
        name, _, what = incoming.path.rstrip("/").removeprefix(_BATCHES)[1:].partition("/")
        act = (incoming.method, bool(name), what)
        if act == ("GET", True, "results"):
            lines = self.batches.results(name)
            trouble = self._script.next_trouble(request)
            if not await self._failed(request, trouble, connection, _LINES):
                request.status, request.first_byte = 200, time.monotonic()
                cut = trouble is not None and trouble.fault is Fault.DROP_MID_STREAM
                body = lines[: len(lines) // 2] if cut else lines
                await connection.send(200, self._headers(request, _LINES), body)
            return
        acts: dict[tuple[str, bool, str], Callable[[], dict[str, Any]]] = {
            ("POST", False, ""): lambda: self.batches.create(
                _checked_body(incoming, request, _LARGEST_BATCH)
            ),
            ("GET", False, ""): self.batches.listed,
            ("GET", True, ""): lambda: self.batches.state(name),
            ("POST", True, "cancel"): lambda: self.batches.cancel(name),
            ("DELETE", True, ""): lambda: self.batches.delete(name),
        }
        if act not in acts:
            raise not_found("Not found")
        await self._small(request, acts[act](), connection)

    def _answered(self, params: dict[str, Any]) -> dict[str, Any]:
        """The message that answers an item of a batch."""
        check_sampling(params)
        check_message(params)
        model = check_rules(params, None)
        text = json.dumps(params, ensure_ascii=False)
        asked = Request("POST", MESSAGES, {}, text, params, time.monotonic())
        started = self._script.now()
        caching = self._cache.look(params, model, started)
        answer = reply(params, model, self._script.next_answer(asked), 12)
        self._cache.keep(caching, started)
        message_id = f"msg_{next(self._numbers):024d}"
        return batch_tier(whole_message(answer, caching, message_id, params["model"], True))

    def _taken(self, body: dict[str, Any]) -> dict[str, Any]:
        return body if self._server is None else self._server.taken(body)

    def _check_headers(self, incoming: Incoming) -> None:
        key = _key_of(incoming.headers)
        if self._server is not None and not self._server.wants_key:
            return
        if not key:
            raise Refused(401, "authentication_error", "x-api-key header is required")
        if key != self._key:
            raise Refused(401, "authentication_error", "invalid x-api-key")
        version = incoming.headers.get("anthropic-version")
        if version is None:
            raise invalid("anthropic-version: header is required")
        if version != VERSION:
            raise invalid(f'anthropic-version: "{version}" is not a valid version')

    async def _small(self, request: Request, body: Any, connection: Connection) -> None:
        trouble = self._script.next_trouble(request)
        if not await self._failed(request, trouble, connection, "application/json"):
            await self._send(request, 200, body, connection)

    async def _message(
        self, request: Request, body: dict[str, Any], model: models.Model, connection: Connection
    ) -> None:
        trouble = self._script.next_trouble(request)
        streams = request.streams and (self._server is None or self._server.streams)
        tells = self._server is None or self._server.tells_usage
        kind = "text/event-stream; charset=utf-8" if streams else "application/json"
        if await self._failed(request, trouble, connection, kind):
            return
        pace = self._script.pace
        fault, after = (trouble.fault, trouble.after) if trouble else (None, 0)
        said = self._script.next_answer(request)
        started = self._script.now()
        caching = self._cache.look(body, model, started)
        meter = self._script.meter
        if meter is not None:
            meter.demand(caching.fresh + caching.written)
        answer = disturb_answer(reply(body, model, said, pace.characters), fault, after)
        request.usage = {**usage_at_start(caching), **usage_at_end(answer)}
        request.stop_reason = answer.stop_reason
        if meter is not None:
            meter.answered(request.usage["output_tokens"])
        await asyncio.sleep(pace.first_byte)
        self._cache.keep(caching, started)
        message_id = f"msg_{request.request_id[4:]}"
        pause = said.hold_after if said else None
        if streams:
            frames = stream(answer, caching, message_id, body["model"], tells)
            frames = hold(frames, pause) if pause is not None else frames
            frames = disturb_stream(frames, fault, after, request.request_id)
        else:
            message = whole_message(answer, caching, message_id, body["model"], tells)
            frames = _in_one_piece(message, fault, pause is not None)
        shredded = fault is Fault.SHREDDED
        delivery = Delivery(request, connection, pace, self.gate, self._changed, shredded)
        await delivery.send(self._headers(request, kind), frames)

    async def _failed(
        self, request: Request, trouble: Trouble | None, connection: Connection, kind: str
    ) -> bool:
        """Plays a fault that leaves no answer; True if it did."""
        if trouble is None:
            return False
        request.fault = trouble.fault
        if refusal := trouble.fault.refusal(trouble.seconds):
            raise refusal
        if trouble.fault is Fault.SLOW_FIRST_BYTE:
            await self.gate.wait(request, trouble.seconds)
            return False
        if trouble.fault in _PAGES:
            status, title = _PAGES[trouble.fault]
            request.status, request.first_byte = status, time.monotonic()
            page = _PAGE % (title, title)
            await connection.send(status, {"content-type": "text/html; charset=utf-8"}, page)
        elif trouble.fault is Fault.EMPTY_BODY:
            request.status, request.first_byte = 200, time.monotonic()
            await connection.send(200, self._headers(request, kind), b"")
        return trouble.fault in (*_PAGES, Fault.EMPTY_BODY, Fault.DROP_BEFORE_HEADERS)

    async def _refuse(self, request: Request, refused: Refused, connection: Connection) -> None:
        request.refused = refused.message
        body = refused.body(request.request_id)
        await self._send(request, refused.status, body, connection, refused.headers)

    async def _send(
        self,
        request: Request,
        status: int,
        body: Any,
        connection: Connection,
        more: dict[str, str] | None = None,
    ) -> None:
        request.status, request.first_byte = status, time.monotonic()
        headers = {**self._headers(request, "application/json"), **(more or {})}
        await connection.send(status, headers, json.dumps(body, ensure_ascii=False).encode())

    def _headers(self, request: Request, kind: str) -> dict[str, str]:
        meter = self._script.meter
        return {
            "content-type": kind,
            "request-id": request.request_id,
            **(meter.limits() if meter is not None else self._script.limits).headers(),
        }


def _in_one_piece(message: dict[str, Any], fault: Fault | None, held: bool) -> list[Frame]:
    data = json.dumps(message, ensure_ascii=False).encode()
    half = Frame(data[: len(data) // 2])
    endings: dict[Fault | None, list[Frame]] = {
        Fault.DROP_MID_STREAM: [half, Frame(b"", "drop")],
        Fault.RESET_MID_STREAM: [half, Frame(b"", "reset")],
        Fault.STALL: [half, Frame(b"", "stall")],
        Fault.GARBAGE: [half],
    }
    frames = endings.get(fault, [Frame(data)])
    return [Frame(b"", "hold"), *frames] if held else frames


def _noted(incoming: Incoming, number: int) -> Request:
    """The log's entry: without the key, wherever it stands in the headers."""
    key = _key_of(incoming.headers)
    headers = {
        name: value.replace(key, f"…{key[-4:]}") if key else value
        for name, value in incoming.headers.items()
    }
    return Request(
        incoming.method,
        incoming.path,
        headers,
        incoming.body.decode("utf-8", "replace"),
        _json(incoming.body),
        time.monotonic(),
        f"req_011C{number:020d}",
    )


def _key_of(headers: dict[str, str]) -> str:
    scheme, _, token = headers.get("authorization", "").partition(" ")
    return headers.get("x-api-key") or (token.strip() if scheme.lower() == "bearer" else "")


def _checked_body(incoming: Incoming, request: Request, largest: int = _LARGEST) -> dict[str, Any]:
    if len(incoming.body) > largest:
        raise Refused(413, "request_too_large", "Request exceeds the maximum size")
    if incoming.headers.get("content-type", "").split(";")[0] != "application/json":
        raise invalid("content-type: must be application/json")
    if request.body is None:
        raise invalid("The request body is not valid JSON")
    check_sampling(request.body)
    return request.body


def _json(data: bytes) -> dict[str, Any] | None:
    """A JSON object in UTF-8, without NaN and without halves of characters."""
    try:
        value = json.loads(data.decode("utf-8"), parse_constant=_no_constant)
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _no_constant(name: str) -> Any:
    raise ValueError(name)

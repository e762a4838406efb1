"""Claude's Messages API at one address with one key: a request in, events out.

The SDK takes two seconds to import, so that happens in a thread with the first request, or
earlier by `warm_up`. Its own retries are off: they wait in silence, for as long as a header
says. Of a stream the SDK gives the bytes; what is made of them stands in `reading.py`.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, TypeVar

from supportdesk_gui.engine.addresses import Address
from supportdesk_gui.engine.body import Body, body_of
from supportdesk_gui.engine.capabilities import NONE, Features, Knowledge
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.engine.faults import translated
from supportdesk_gui.engine.json_in_words import JsonInWords
from supportdesk_gui.engine.marks import Marks
from supportdesk_gui.engine.reading import Reading, whole_answer
from supportdesk_gui.engine.request import EngineEvent, EngineRequest, SourceBlock, TextBlock
from supportdesk_gui.engine.route import Route, make_client
from supportdesk_gui.engine.sending import OnSent, heard_by

if TYPE_CHECKING:
    import anthropic

T = TypeVar("T")
_STALL_SECONDS = 60.0
_MOST_OFFERED = 200
_FEW_STREAMS, _REST_EACH = 4, 0.003
_BREATH = 0.002
_WAITED = 0.00025
"""Seconds: what is here already is read faster than that."""
_AWS_STREAM = "application/vnd.amazon.eventstream"
# The version that Bedrock's older endpoint takes in a body; the SDK would write its own there.
_INVOKE_VERSION = {"anthropic_version": "bedrock-2023-05-31"}


class Claude:
    """One server that speaks the Messages API. Close it with `aclose` before its loop ends."""

    def __init__(
        self,
        address: Address,
        key: str,
        on_headers: Callable[[Mapping[str, str]], None] = lambda _: None,
        stall_seconds: float = _STALL_SECONDS,
        knowledge: Knowledge | None = None,
        is_free: Callable[[str], bool] = lambda model: False,
        route: Route | None = None,
    ) -> None:
        """`on_headers` sees each response's headers; `stall_seconds` is the longest silence;
        `knowledge` is what requests may use there, everything where it is not given; `is_free`
        says of a model that it runs on a computer of one's own; `route` is the way there."""
        self.address = address
        self.knowledge = knowledge or Knowledge()
        self.is_free = is_free
        self._key, self._route = key, route or Route()
        self._on_headers = on_headers
        self._stall = stall_seconds
        self._client: anthropic.AsyncAnthropic | None = None
        self._streams = 0
        self._door = asyncio.Lock()
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

    async def stream(
        self, request: EngineRequest, only: Features | None = None,
        on_sent: OnSent = lambda body: None,
    ) -> AsyncGenerator[EngineEvent]:  # fmt: skip
        """Send a request; events as they come, the last one AnswerEnded.

        What the engine is known not to take is left out or replaced; `only` are the features to
        use whatever is known; `on_sent` gets the bytes as they leave. Iterate it with `contextlib.aclosing`: leaving it closes the
        socket. Raises EngineError.
        """
        if self._client is None:
            await self.warm_up()
        async with self._door:  # many that begin together: the window has its turn between two
            await asyncio.sleep(_BREATH if self._streams else 0)
        body = body_of(request, self.knowledge.features(request.model) if only is None else only)
        with heard_by(on_sent):
            answer = await self._opened(request, body)
        readers = _readers(request, body)
        self._streams += 1
        try:
            async with answer:  # leaving it closes the socket
                self._on_headers(answer.response.headers)
                async with aclosing(_events(answer, self._rest)) as events:
                    async for event in events:
                        for shown in _through(readers, event):
                            yield shown
        except Exception as error:
            raise self._translated(error, request, streaming=True) from None
        finally:
            self._streams -= 1

    def _rest(self) -> float:
        """Seconds between two looks at a stream. Of many streams each is looked at less often:
        25 of them bring 2,000 pieces a second, and each look costs more than the pieces."""
        return _REST_EACH * self._streams if self._streams > _FEW_STREAMS else 0.0

    async def _opened(self, request: EngineRequest, body: Body) -> anthropic.AsyncStream[Any]:
        assert self._client is not None
        try:
            answer: anthropic.AsyncStream[Any] = await self._client.messages.create(
                **body.values, stream=True,
                extra_body=_INVOKE_VERSION if self._route.is_invoke_model else None,
            )  # fmt: skip
        except Exception as error:
            self._learn_from(error)
            raise self._translated(error, request, streaming=False) from None
        return answer

    async def count_tokens(self, request: EngineRequest) -> int:
        """The prompt's tokens as the engine counts them. Raises EngineError."""
        values = body_of(request, NONE).values
        del values["max_tokens"]
        counted = await self.called(lambda client: client.messages.count_tokens(**values))
        return int(counted.input_tokens)

    async def look_at_batches(self) -> None:
        """Ask for the newest batch, to see whether there are any. Raises EngineError."""
        await self.called(lambda client: client.messages.batches.list(limit=1))

    async def called(self, call: Callable[[anthropic.AsyncAnthropic], Awaitable[T]]) -> T:
        """What a call of the SDK gives, other than a message's. Raises EngineError."""
        await self.warm_up()
        assert self._client is not None
        self._demand_route()
        try:
            return await call(self._client)
        except Exception as error:
            raise self._translated(error, None, streaming=False) from None

    async def lines(self, path: str) -> AsyncGenerator[str]:
        """The lines of a file at a path of this address, as they come; iterate with `aclosing`.
        Raises EngineError."""
        import anthropic

        answer = await self.called(
            lambda client: client.get(
                path, cast_to=object, stream=True, stream_cls=anthropic.AsyncStream[object]
            )
        )
        try:
            async with answer:  # leaving it closes the socket
                read: AsyncGenerator[str] = answer.response.aiter_lines()  # type: ignore[assignment]
                async with aclosing(read) as lines:
                    async for line in lines:
                        yield line
        except Exception as error:
            raise self._translated(error, None, streaming=True) from None

    async def offered_models(self) -> tuple[str, ...]:
        """The names of the models that it has, empty where it does not say. Raises EngineError."""
        found = await self.called(lambda client: client.get("/v1/models", cast_to=object))
        rows = found.get("data") if isinstance(found, dict) else None
        names = [row.get("id") for row in rows or () if isinstance(row, dict)]
        return tuple(name for name in names[:_MOST_OFFERED] if isinstance(name, str))

    def _demand_route(self) -> None:
        """Bedrock's older endpoint answers questions, and nothing else."""
        if self._route.is_invoke_model:
            raise EngineError(Fault.NOT_AN_ENGINE, "InvokeModel")

    def _make(self) -> anthropic.AsyncAnthropic:
        return make_client(self.address, self._key, self._route, self._stall)

    def _translated(
        self, error: Exception, request: EngineRequest | None, *, streaming: bool
    ) -> EngineError:
        model = request.model if request is not None else ""
        found = translated(error, model, streaming=streaming, secret=self._key)
        if found.fault is Fault.NO_NETWORK and self._route.has_proxy(self.address):
            # What could not be reached is the proxy: nothing else is asked directly.
            return EngineError(Fault.PROXY, found.detail)
        return found

    def _learn_from(self, error: Exception) -> None:
        response = getattr(error, "response", None)
        if response is not None:
            self._on_headers(response.headers)


async def _events(
    answer: anthropic.AsyncStream[Any], rest: Callable[[], float]
) -> AsyncGenerator[EngineEvent]:
    """What a response says, event by event, or all at once where it came in one piece.

    `rest` gives the seconds to leave it alone once all that had come was read.
    """
    response = answer.response
    kind = response.headers.get("content-type", "").split(";")[0]
    if kind == "application/json":
        for event in whole_answer(await response.aread(), response):
            yield event
        return
    reading = Reading(response)
    if kind == _AWS_STREAM:
        async with answer as frames:  # the SDK takes them apart, and raises what one says
            async for found in frames:
                said = found.to_dict(mode="json")
                for event in reading.told([(str(said["type"]), json.dumps(said))]):
                    yield event
        reading.demand_end()
        return
    if kind and kind != "text/event-stream":
        raise EngineError(Fault.NOT_AN_ENGINE, kind)  # a proxy's page with status 200
    now = time.perf_counter
    async with aclosing(response.aiter_bytes()) as reads:
        asked = now()
        async for read in reads:
            waited = now() - asked
            for event in reading.events(read):
                yield event
            if waited > _WAITED and reading.has_text and (seconds := rest()):
                await asyncio.sleep(seconds)
            asked = now()
    reading.demand_end()


def _readers(request: EngineRequest, body: Body) -> list[Marks | JsonInWords]:
    """What makes of an answer in words what it would be elsewhere."""
    readers: list[Marks | JsonInWords] = []
    if body.has_marks:
        sources = [one for one in request.user if isinstance(one, SourceBlock)]
        readers.append(Marks(sources, _given(request)))
    if body.is_json_in_words:
        readers.append(JsonInWords())
    return readers


def _given(request: EngineRequest) -> str:
    """All words of a request, of rules and passages too."""
    blocks = (*request.system, *request.user)
    return "\n".join(
        one.text if isinstance(one, TextBlock) else f"{one.title}\n{''.join(one.sentences)}"
        for one in blocks
    )


def _through(readers: list[Marks | JsonInWords], event: EngineEvent) -> list[EngineEvent]:
    events = [event]
    for reader in readers:
        events = [shown for one in events for shown in reader.events(one)]
    return events

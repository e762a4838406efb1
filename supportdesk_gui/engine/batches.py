"""Message Batches: many requests at half the price, answered within a day in any order.

Results are read from the address that is set, never from one that an answer names: the key goes
nowhere else.
"""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from supportdesk_gui.engine.body import body_of
from supportdesk_gui.engine.claude import Claude
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.engine.reading import usage_of
from supportdesk_gui.engine.request import EngineRequest, Usage

if TYPE_CHECKING:
    import anthropic

_NEWEST = 1000  # the most that one page holds


class Outcome(StrEnum):
    """What became of one request of a batch."""

    SUCCEEDED = "succeeded"
    ERRORED = "errored"
    CANCELED = "canceled"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch of `size` requests, made at `created` (seconds since the epoch). Its results can be
    read once it `has_ended`."""

    id: str
    has_ended: bool
    size: int
    created: float


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What came of a request, told by its `custom_id`. Nothing but SUCCEEDED is billed.

    `error` is the engine's word for the kind of an error.
    """

    custom_id: str
    outcome: Outcome
    text: str = ""
    model: str = ""
    usage: Usage | None = None
    stop_reason: str = ""
    request_id: str = ""
    error: str = ""


class Batches:
    """The batches of one engine. Everything raises EngineError."""

    def __init__(self, claude: Claude) -> None:
        self._claude = claude

    async def create(self, requests: Sequence[tuple[str, EngineRequest]]) -> Batch:
        """Hand requests over, each under an id of its own: at most 100,000 or 256 MB together."""
        found = await self._claude.called(
            lambda client: client.messages.batches.create(
                requests=[
                    {"custom_id": name, "params": self.params(request)}  # type: ignore[typeddict-item]
                    for name, request in requests
                ]
            )
        )
        return _batch(found)

    def params(self, request: EngineRequest) -> dict[str, Any]:
        """A request as it stands in a batch."""
        return body_of(request, self._claude.knowledge.features(request.model)).values

    async def state(self, batch_id: str) -> Batch:
        """How far it is."""
        return _batch(
            await self._claude.called(lambda client: client.messages.batches.retrieve(batch_id))
        )

    async def newest(self) -> list[Batch]:
        """The latest ones, newest first."""
        page = await self._claude.called(
            lambda client: _awaited(client.messages.batches.list(limit=_NEWEST))
        )
        return [_batch(one) for one in page.data]

    async def results(self, batch_id: str) -> AsyncGenerator[BatchResult]:
        """The results of a batch that has ended, as they come; iterate with `aclosing`."""
        path = f"/v1/messages/batches/{batch_id}/results"
        async with aclosing(self._claude.lines(path)) as lines:
            async for line in lines:
                if line.strip():
                    yield _result(line)

    async def cancel(self, batch_id: str) -> None:
        """Ask for no more of it; what was answered can be read once it has ended."""
        await self._claude.called(lambda client: client.messages.batches.cancel(batch_id))

    async def delete(self, batch_id: str) -> None:
        """Delete a batch that has ended, and its results, at the provider."""
        await self._claude.called(lambda client: client.messages.batches.delete(batch_id))


async def _awaited(page: Any) -> Any:
    return await page


def _batch(found: anthropic.types.messages.MessageBatch) -> Batch:
    counts = found.request_counts
    size = counts.processing + counts.succeeded + counts.errored + counts.canceled + counts.expired
    created = found.created_at
    seconds = created.timestamp() if isinstance(created, datetime) else 0.0
    return Batch(found.id, found.processing_status == "ended", size, seconds)


def _result(line: str) -> BatchResult:
    try:
        raw = json.loads(line)
        name, result = str(raw["custom_id"]), raw["result"]
        outcome = Outcome(result["type"])
        if outcome is Outcome.SUCCEEDED:
            message = result["message"]
            text = "".join(block["text"] for block in message["content"] if block["type"] == "text")
            return BatchResult(
                name, outcome, text, message.get("model") or "", usage_of(message),
                message.get("stop_reason") or "", message.get("id") or "",
            )  # fmt: skip
        error = (result.get("error") or {}).get("error") or {}
        return BatchResult(name, outcome, error=str(error.get("type") or ""))
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise EngineError(Fault.GARBLED, type(problem).__name__) from None

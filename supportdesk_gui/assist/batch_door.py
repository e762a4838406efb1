"""The door for batches: as `asking`, but the answers come hours later, to whoever then runs.

Questions are fenced and masked here; what the placeholders stand for is given to the caller to
keep, and taken from there when the answers are read.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, aclosing
from dataclasses import dataclass, replace

from supportdesk_gui.assist.airlock import Airlock
from supportdesk_gui.assist.ask import Ask, demand_maskable, prepared, restorer_for
from supportdesk_gui.assist.in_use import InUse
from supportdesk_gui.assist.privacy import Restorer
from supportdesk_gui.engine.allowance import Allowance
from supportdesk_gui.engine.batches import Batch, Batches, BatchResult, Outcome
from supportdesk_gui.engine.capabilities import Feature
from supportdesk_gui.engine.claude import Claude
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.engine.ledger import DONE, Kind, LedgerEntry
from supportdesk_gui.engine.models import plain_name
from supportdesk_gui.engine.prices import cost_micro_usd
from supportdesk_gui.engine.request import EngineRequest, Usage

# Whatever models there are: a batch names none before it is read.
_NO_PLACE = frozenset({404, 405, 501})


@dataclass(frozen=True, slots=True)
class BatchItem:
    """One question as it leaves: `body` are its bytes, `table` what its placeholders stand for,
    `cost` about what it takes, in micro-dollars, None without a known price, `asked` how many
    messages of the customer's it is about."""

    name: str
    request: EngineRequest
    table: Mapping[str, str]
    body: bytes
    cost: int | None
    asked: int


class BatchDoor:
    """The batches of one engine. Everything raises EngineError."""

    def __init__(
        self, claude: Claude, allowance: Allowance, airlock: Airlock, in_use: InUse
    ) -> None:
        self._claude, self._allowance, self._airlock = claude, allowance, airlock
        self._in_use = in_use
        self._batches = Batches(claude)

    @property
    def host(self) -> str:
        """Where the text goes."""
        return self._claude.address.host

    def is_there(self, model: str) -> bool:
        """Whether this engine is known to take batches of a model, answers of a shape included."""
        features = self._claude.knowledge.features(model)
        return {Feature.BATCHES, Feature.SCHEMA} <= features

    async def sleep(self, seconds: float) -> None:
        """Wait between two looks at a batch."""
        self._in_use.demand()
        await self._in_use.still(asyncio.sleep(seconds))

    async def warm_up(self) -> None:
        """Load what `prepare` needs, in a thread."""
        await self._claude.warm_up()

    def prepare(self, name: str, ask: Ask, cost: int | None, asked: int) -> BatchItem:
        """A question as it leaves; blocks for milliseconds, for threads. Raises WITHHELD."""
        request, mask = prepared(ask, self._airlock)
        demand_maskable(ask, mask)
        body = json.dumps(self._batches.params(request), ensure_ascii=False).encode()
        return BatchItem(name, request, restorer_for(ask, mask).table, body, cost, asked)

    def reserved(self, cost: int | None, count: int) -> AbstractAsyncContextManager[None]:
        """Hold a batch's cost, in micro-dollars, until the ledger knows that it is away. Raises
        CAP_REACHED where it does not fit into what is left of the day's cap."""
        return self._allowance.reserved(cost, count)

    def unpriced_left(self) -> int:
        """How many questions without a known price may be asked today."""
        return self._allowance.unpriced_left()

    async def send(self, items: Sequence[BatchItem]) -> Batch:
        """Hand a batch over. Raises NO_BATCHES where the engine has no place for them, which is
        known from then on."""
        self._in_use.demand()  # what is on its way is seen through: its id must be known
        try:
            return await self._batches.create([(one.name, one.request) for one in items])
        except EngineError as error:
            if error.status not in _NO_PLACE:
                raise
            model = items[0].request.model
            self._claude.knowledge.refused(model, frozenset({Feature.BATCHES}))
            raise EngineError(
                Fault.NO_BATCHES, error.detail, status=error.status, request_id=error.request_id
            ) from None

    async def state(self, batch_id: str) -> Batch:
        """How far a batch is."""
        self._in_use.demand()
        return await self._in_use.still(self._batches.state(batch_id))

    async def newest(self) -> list[Batch]:
        """The engine's latest batches."""
        self._in_use.demand()
        return await self._in_use.still(self._batches.newest())

    async def results(self, batch_id: str) -> AsyncGenerator[BatchResult]:
        """The results of a batch that has ended, with placeholders; iterate with `aclosing`."""
        async with aclosing(self._batches.results(batch_id)) as results:
            while result := await self._in_use.still(anext(results, None)):
                yield result

    async def first_name(self, batch_id: str) -> str:
        """The name of the first result of a batch that has ended; empty where it has none."""
        async with aclosing(self.results(batch_id)) as results:
            async for result in results:
                return result.custom_id
        return ""

    async def cancel(self, batch_id: str) -> None:
        """Ask for no more of it."""
        self._in_use.demand()
        await self._batches.cancel(batch_id)

    async def delete(self, batch_id: str) -> None:
        """Delete it at the provider, with its results."""
        self._in_use.demand()
        await self._batches.delete(batch_id)

    def entry(self, result: BatchResult, kind: Kind, ticket_id: int, model: str) -> LedgerEntry:
        """What an answer cost, as the ledger keeps it; `model` is the one that was asked."""
        usage = result.usage
        if usage is not None:  # not every server says it of each answer
            usage = replace(usage, service_tier="batch")
        same = plain_name(result.model or model) == plain_name(model)
        cost = cost_micro_usd(model if same else result.model, usage, result.stop_reason)
        if cost is None:
            cost = cost_micro_usd(model, usage, result.stop_reason)
        seen = usage or Usage()
        return LedgerEntry(
            at=int(time.time() * 1000), kind=kind, ticket_id=ticket_id, version_id=0,
            model=result.model or model, host=self.host, input=seen.input,
            cache_write_5m=seen.cache_write_5m, cache_write_1h=seen.cache_write_1h,
            cache_read=seen.cache_read, output=seen.output, thinking=seen.thinking,
            micro_usd=cost, request_id=result.request_id, stop_reason=result.stop_reason,
            outcome=DONE if result.outcome is Outcome.SUCCEEDED else result.outcome,
        )  # fmt: skip


def restored(text: str, table: Mapping[str, str]) -> str:
    """An answer in JSON with real values in the place of placeholders."""
    restorer = Restorer(table, is_json=True)
    return restorer.feed(text) + restorer.rest()

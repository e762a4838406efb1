"""Runs of tagging: by batches, one request after the other, or by rules; each can be gone on with.

A run is what stands in the database: whoever opens it next, after the window was closed or killed,
goes on where it was. Parts keep within a bound that is far below the API's (100,000 requests,
256 MB), so that memory does too.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from itertools import islice

from supportdesk_gui.assist.ask import Ask
from supportdesk_gui.assist.asking import Asking
from supportdesk_gui.assist.batch_door import BatchDoor, BatchItem, restored
from supportdesk_gui.assist.claude_tagging import TagAnswer, estimate, tag_ask, tags_in, tags_of
from supportdesk_gui.assist.lost_batches import LostBatches
from supportdesk_gui.assist.tag_rules import tags_by_rules
from supportdesk_gui.assist.tag_store import Finished, TagStore
from supportdesk_gui.assist.tags import (
    ItemState,
    OwnTag,
    PartState,
    TagItem,
    TagPart,
    TagRun,
    asked_in,
)
from supportdesk_gui.engine.batches import BatchResult, Outcome
from supportdesk_gui.engine.errors import PASSING, EngineError, Fault
from supportdesk_gui.engine.ledger import Kind, Ledger
from supportdesk_gui.engine.outgoing import Sent
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Ticket

MOST_ITEMS, MOST_BYTES = 4_000, 16_000_000
_STEP = 100
_SAMPLE = 40
_OF_ONE = {
    Fault.WITHHELD: ItemState.WITHHELD, Fault.REFUSAL: ItemState.REFUSED,
    Fault.GARBLED: ItemState.GARBLED, Fault.ANSWER_CUT: ItemState.GARBLED,
    Fault.TOO_LARGE: ItemState.ERRORED,
}  # fmt: skip
_BEFORE_THE_ENGINE = frozenset(
    {
        Fault.CAP_REACHED, Fault.NO_KEY, Fault.NO_NETWORK, Fault.PROXY, Fault.PROXY_LOGIN,
        Fault.CERTIFICATE, Fault.CA_FILE, Fault.SDK_MISSING, Fault.NO_BATCHES,
    }
)  # fmt: skip
_WAITED_OUT = PASSING | {Fault.STALLED, Fault.PROXY}
_LONGEST_PAUSE = 600.0
_OUTCOMES = {
    Outcome.ERRORED: ItemState.ERRORED, Outcome.CANCELED: ItemState.CANCELED,
    Outcome.EXPIRED: ItemState.EXPIRED,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TagProgress:
    """How far a run is; `waits` while a batch is under way at the provider, `held` up by what may
    pass, such as a connection that is lost or a cap that the rest does not fit into."""

    done: int
    total: int
    waits: bool = False
    held: Fault | None = None


class Tagging:
    """`agent_language` is that of reasons. `poll_seconds` between looks at a batch, `pause_seconds`
    until the first attempt after a failure that may pass."""

    def __init__(
        self, tickets: TicketStore, store: TagStore, ledger: Ledger,
        agent_language: Callable[[], str], poll_seconds: float = 60.0, pause_seconds: float = 5.0,
    ) -> None:  # fmt: skip
        self._tickets, self._store, self._ledger = tickets, store, ledger
        self._agent_language = agent_language
        self._poll_seconds, self._pause_seconds = poll_seconds, pause_seconds
        self._lost = LostBatches(store)

    def estimate(
        self, ids: Sequence[int], model: str, own: Sequence[OwnTag], *, in_batch: bool
    ) -> int | None:
        """Micro-dollars for these tickets, by some of them; None without a known price."""
        some = min(_SAMPLE, len(ids))
        found = (self._ticket(ids[at * len(ids) // some]) for at in range(some))
        asks = [self._ask(ticket, model, own) for ticket in found if ticket is not None]
        cost = estimate(asks, len(ids), own, in_batch=in_batch)
        if not in_batch or cost is None:
            return cost
        # The first one goes by itself, at the whole price.
        return cost + (cost // len(ids) if ids else 0)

    async def patiently(
        self, run: TagRun, steps: Callable[[], AsyncGenerator[TagProgress]], now: asyncio.Event
    ) -> AsyncGenerator[TagProgress]:
        """The steps of a run, again after each failure that may pass: after a pause that doubles
        up to ten minutes, or at once when `now` is set. Raises the other EngineErrors."""
        pause = self._pause_seconds
        while True:
            try:
                async with aclosing(steps()) as found:
                    async for step in found:
                        pause = self._pause_seconds
                        yield step
                return
            except EngineError as error:
                if error.fault not in _WAITED_OUT:
                    raise
                fault, wait = error.fault, max(pause, error.retry_after or 0.0)
            now.clear()
            yield replace(self._progress(run), held=fault)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await now.wait()
            pause = min(2 * pause, _LONGEST_PAUSE)

    async def by_rules(self, run: TagRun) -> AsyncGenerator[TagProgress]:
        """Tag by rules what waits; they know nothing of own tags."""
        while items := self._store.items(run.id, ItemState.WAITING, _STEP):
            found = []
            for item in items:
                ticket = self._ticket(item.ticket_id)
                if ticket is None:
                    found.append(Finished(item.id, ItemState.ERRORED))
                else:
                    tags, asked = tags_by_rules(ticket), asked_in(ticket)
                    found.append(Finished(item.id, ItemState.DONE, tags, asked=asked))
                await asyncio.sleep(0)
            await self._finish(run, found)
            yield self._progress(run)
        await self._end(run)

    async def one_by_one(
        self, run: TagRun, asking: Asking, at_once: int
    ) -> AsyncGenerator[TagProgress]:
        """Ask for each conversation, `at_once` together. Raises EngineError where none would be
        answered; what was found is kept."""
        items = iter(lambda: self._store.items(run.id, ItemState.WAITING, at_once), [])
        for step in items:
            found = await asyncio.gather(
                *(self._asked(run, asking, item) for item in step), return_exceptions=True
            )
            await self._finish(run, [one for one in found if isinstance(one, Finished)])
            yield self._progress(run)
            for one in found:
                if isinstance(one, BaseException):
                    raise one
        await self._end(run)

    async def in_batches(
        self, run: TagRun, door: BatchDoor, asking: Asking
    ) -> AsyncGenerator[TagProgress]:
        """Send what waits, wait, read, and delete there. Raises EngineError; everything that was
        sent is read by the next who goes on with the run."""
        while (current := self._store.run(run.id)) is not None and current.left:
            await self._lost.find(run, door)
            for part in self._store.parts(run.id):
                if part.state is PartState.SENT and await self._has_ended(part, door):
                    async with aclosing(self._read(run, part, door)) as steps:
                        async for step in steps:
                            yield step
            await self._delete(run, door)
            held: Fault | None = None
            try:
                async with aclosing(self._send(run, door, asking)) as steps:
                    async for step in steps:
                        yield step
            except EngineError as error:
                # What is away is read all the same, and may leave room for the rest.
                if error.fault is not Fault.CAP_REACHED or not self._store.parts(run.id):
                    raise
                held = error.fault
            if self._store.parts(run.id):
                yield replace(self._progress(run, waits=True), held=held)
                await door.sleep(self._poll_seconds)
        await self._delete(run, door)
        await self._end(run)

    async def stop(self, run: TagRun, door: BatchDoor | None) -> None:
        """Ask for no more: what was answered so far is read by going on with the run; what waits
        is left out. A batch that is not proved to be ours is not cancelled: it is read if it turns
        out to be. Raises EngineError."""
        if door is not None:
            await self._lost.find(run, door)
        for part in self._lost.lost(run):
            await asyncio.wrap_future(self._store.give_up(part.id))
        waiting = self._store.items(run.id, ItemState.WAITING, 1_000_000)
        await self._finish(run, [Finished(one.id, ItemState.CANCELED) for one in waiting])
        for part in self._store.parts(run.id):
            if door is not None and part.state is PartState.SENT:
                try:
                    await door.cancel(part.batch_id)
                except EngineError as error:
                    if not _is_gone(error):
                        raise
        if not self._store.parts(run.id):
            await asyncio.wrap_future(self._store.end_run(run.id, "stopped"))

    async def _has_ended(self, part: TagPart, door: BatchDoor) -> bool:
        """Whether a part can be read. One that is gone there, such as after a backup from before
        it was read was restored, has failed: to send it again is the agent's word."""
        try:
            return (await door.state(part.batch_id)).has_ended
        except EngineError as error:
            if not _is_gone(error):
                raise
            await asyncio.wrap_future(self._store.part_read(part.id))
            return False

    # -- sending -----------------------------------------------------------------------------

    async def _send(
        self, run: TagRun, door: BatchDoor, asking: Asking
    ) -> AsyncGenerator[TagProgress]:
        """Send all that waits, in parts; the first conversation of a run goes by itself: where it
        is refused, all would be, a day later."""
        if not self._store.parts(run.id) and not run.counts.get(ItemState.DONE):
            for item in self._store.items(run.id, ItemState.WAITING, 1):
                await self._finish(run, [await self._asked(run, asking, item)])
                yield self._progress(run)
        while items := self._store.items(run.id, ItemState.WAITING, _most(run, door)):
            ids = [item.ticket_id for item in items]
            rough = self.estimate(ids, run.model, run.own, in_batch=True)
            least = rough * 4 // 5 if rough is not None else None
            async with door.reserved(least, len(items)):
                pass  # where there is clearly no room, nothing is masked only to wait
            prepared = await self._prepared(run, door, items)
            if prepared:
                await self._send_part(run, door, prepared)
            yield self._progress(run, waits=True)

    async def _prepared(
        self, run: TagRun, door: BatchDoor, items: Sequence[TagItem]
    ) -> list[BatchItem]:
        """The first of these as they leave, within the bound; what cannot leave has ended."""
        await door.warm_up()
        prepared: list[BatchItem] = []
        size, rest = 0, iter(items)
        while size < MOST_BYTES and (step := list(islice(rest, _STEP))):
            tickets = [self._ticket(item.ticket_id) for item in step]
            ready, ended = await asyncio.to_thread(self._made, run, door, step, tickets)
            await self._finish(run, ended)
            prepared += ready
            size += sum(len(one.body) for one in ready)
        return prepared

    def _made(
        self, run: TagRun, door: BatchDoor, items: Sequence[TagItem],
        tickets: Sequence[Ticket | None],
    ) -> tuple[list[BatchItem], list[Finished]]:  # fmt: skip
        ready, ended = [], []
        for item, ticket in zip(items, tickets, strict=True):
            try:
                if ticket is None:
                    ended.append(Finished(item.id, ItemState.ERRORED))
                else:
                    ask = self._ask(ticket, run.model, run.own)
                    cost = estimate([ask], 1, run.own, in_batch=True)
                    name = run.name_of(item.id)
                    ready.append(door.prepare(name, ask, cost, asked_in(ticket)))
            except EngineError as error:
                ended.append(Finished(item.id, _OF_ONE.get(error.fault, ItemState.ERRORED)))
        return ready, ended

    async def _send_part(self, run: TagRun, door: BatchDoor, items: Sequence[BatchItem]) -> None:
        sent = {run.item_of(one.name): (Sent(one.body, one.table), one.asked) for one in items}
        costs = [one.cost for one in items if one.cost is not None]
        cost = sum(costs) if len(costs) == len(items) else None
        async with door.reserved(cost, len(items)):
            future = await asyncio.to_thread(self._store.send, run.id, sent, cost)
            part = await asyncio.wrap_future(future)
        try:
            batch = await door.send(items)
        except EngineError as error:
            if _never_came(error):  # else it may have been made, and is looked for
                await asyncio.wrap_future(self._store.take_back(part))
            raise
        await asyncio.wrap_future(self._store.set_part(part, PartState.SENT, batch.id))

    # -- reading -----------------------------------------------------------------------------

    async def _read(
        self, run: TagRun, part: TagPart, door: BatchDoor
    ) -> AsyncGenerator[TagProgress]:
        """Keep the results, in whatever order they come. A batch that is another program's, taken
        for one that was lost, is left alone."""
        held: list[BatchResult] = []
        async with aclosing(door.results(part.batch_id)) as results:
            async for result in results:
                if not run.item_of(result.custom_id):
                    await asyncio.wrap_future(self._store.take_back(part.id))
                    return
                held.append(result)
                if len(held) == _STEP:
                    await self._keep(run, part, door, held)
                    held = []
                    yield self._progress(run)
        await self._keep(run, part, door, held)
        await asyncio.wrap_future(self._store.part_read(part.id))
        yield self._progress(run)

    async def _keep(
        self, run: TagRun, part: TagPart, door: BatchDoor, results: Sequence[BatchResult]
    ) -> None:
        named = {run.item_of(result.custom_id): result for result in results}
        items = self._store.in_part(list(named), part.id)
        found = [_finished(run, item, named[item.id], door) for item in items.values()]
        await self._finish(run, found)

    async def _delete(self, run: TagRun, door: BatchDoor) -> None:
        """What was read is kept nowhere else any longer than needed."""
        for part in self._store.parts(run.id):
            if part.state is PartState.READ:
                try:
                    await door.delete(part.batch_id)
                except EngineError as error:
                    if not _is_gone(error):
                        raise
                await asyncio.wrap_future(self._store.set_part(part.id, PartState.DELETED))

    # -- both --------------------------------------------------------------------------------

    async def _asked(self, run: TagRun, asking: Asking, item: TagItem) -> Finished:
        ticket = self._ticket(item.ticket_id)
        if ticket is None:
            return Finished(item.id, ItemState.ERRORED)
        try:
            ask = self._ask(ticket, run.model, run.own, keep="5m")
            answer, _ = await asking.answer(ask, TagAnswer)
        except EngineError as error:
            if error.fault in _OF_ONE:
                return Finished(item.id, _OF_ONE[error.fault])
            raise
        return Finished(item.id, ItemState.DONE, tags_of(answer, run.own), asked=asked_in(ticket))

    async def _finish(self, run: TagRun, found: Sequence[Finished]) -> None:
        if found:
            self._ledger.today()  # before anything of it is kept
            ended = await asyncio.wrap_future(self._store.finish(run.model or run.way, found))
            self._ledger.add(one.entry for one in ended if one.entry is not None)

    async def _end(self, run: TagRun) -> None:
        await asyncio.wrap_future(self._store.end_run(run.id, "done"))

    def _progress(self, run: TagRun, *, waits: bool = False) -> TagProgress:
        now = self._store.run(run.id)
        if now is None:
            return TagProgress(0, 0)
        return TagProgress(now.total - now.left, now.total, waits)

    def _ticket(self, ticket_id: int) -> Ticket | None:
        """None for one that was removed meanwhile."""
        try:
            return self._tickets.ticket(ticket_id)
        except KeyError:
            return None

    def _ask(self, ticket: Ticket, model: str, own: Sequence[OwnTag], keep: str = "1h") -> Ask:
        return tag_ask(ticket, model, own, self._agent_language(), keep)


def _finished(run: TagRun, item: TagItem, result: BatchResult, door: BatchDoor) -> Finished:
    if result.outcome is not Outcome.SUCCEEDED:
        return Finished(item.id, _OUTCOMES[result.outcome], detail=result.error)
    entry = door.entry(result, Kind.TAGS, item.ticket_id, run.model)
    if result.stop_reason == "refusal":
        return Finished(item.id, ItemState.REFUSED, None, entry)
    tags = tags_in(restored(result.text, item.masked), run.own)
    state = ItemState.DONE if tags is not None else ItemState.GARBLED
    return Finished(item.id, state, tags, entry, asked=item.asked)


def _most(run: TagRun, door: BatchDoor) -> int:
    """How many conversations a part may have; those without a known price count by number."""
    return MOST_ITEMS if run.estimate is not None else min(MOST_ITEMS, door.unpriced_left() or 1)


def _never_came(error: EngineError) -> bool:
    is_refused = error.status is not None and 400 <= error.status < 500
    return is_refused or error.fault in _BEFORE_THE_ENGINE


def _is_gone(error: EngineError) -> bool:
    """Whether the engine knows nothing of a batch."""
    return error.status == 404 or error.fault is Fault.UNKNOWN_MODEL

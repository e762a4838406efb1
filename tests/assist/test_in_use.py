"""Another engine is put to use: what is under way at the one before stops, and nothing is lost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from pathlib import Path

import pytest

from supportdesk_gui.assist.in_use import InUse
from supportdesk_gui.assist.tag_store import TagStore
from supportdesk_gui.assist.tagging import Tagging, TagProgress
from supportdesk_gui.assist.tags import ItemState, TagRun, Way
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.engine.ledger import STOPPED
from supportdesk_gui.tickets.store import TicketStore
from tests.assist.door import Door, door, question
from tests.claude.standin import StandIn
from tests.tickets.desk import bring, ticket

MODEL = "claude-haiku-5-5"


async def _consume(events: AsyncGenerator[object], came: Callable[[], object]) -> None:
    async with aclosing(events) as found:
        async for _ in found:
            came()


async def _fault(work: asyncio.Task[None]) -> Fault:
    with pytest.raises(EngineError) as raised:
        await work
    return raised.value.fault


async def test_what_streams_and_what_waits_for_its_turn_stop_at_once(
    claude: StandIn, tmp_path: Path
) -> None:
    async with door(claude, tmp_path, at_once=1) as found:
        claude.will_say("One. ", "Two. ", hold_after=1)
        came, asking = asyncio.Event(), found.asking
        kept = asking.another()  # as a comparison has, which names its engine
        works = [
            asyncio.ensure_future(_consume(asking.stream(question(f"q {n}")), came.set))
            for n in range(3)
        ]
        await came.wait()
        sent = len(claude.messages)
        asking.close()
        assert [await _fault(one) for one in works] == [Fault.SWITCHED] * 3
        late = asyncio.ensure_future(_consume(asking.stream(question()), came.set))
        assert await _fault(late) is Fault.SWITCHED
        assert len(claude.messages) == sent == 1, "nothing more was sent"
        assert [one.outcome for one in found.entries()] == [STOPPED]
        claude.release()
        await _consume(kept.stream(question()), came.set)


async def test_it_ends_also_between_two_waits() -> None:
    """What was awaited came just before: the next wait must not go on for as long as it takes."""
    in_use = InUse()
    assert await in_use.still(asyncio.sleep(0, "came")) == "came"
    in_use.end()
    with pytest.raises(EngineError) as raised:
        await in_use.still(asyncio.Event().wait())
    assert raised.value.fault is Fault.SWITCHED


class _Run:
    def __init__(self, found: Door, way: Way, count: int) -> None:
        tickets, self.store = TicketStore(found.database), TagStore(found.database)
        bring(tickets, [ticket(f"t{n}", f"parcel {n}", requester="Ana") for n in range(count)])
        self.tagging = Tagging(tickets, self.store, found.ledger, lambda: "en", 3600.0, 0.01)
        ids = [row[0] for row in found.database.read("SELECT id FROM tickets")]
        self._id = self.store.begin(ids, way, "h", MODEL, (), 0, "one").result()

    @property
    def now(self) -> TagRun:
        run = self.store.run(self._id)
        assert run is not None
        return run


async def test_a_batch_is_not_polled_and_not_lost(claude: StandIn, tmp_path: Path) -> None:
    async with door(claude, tmp_path) as found:
        claude.batches.seconds = 3600
        desk, waits = _Run(found, Way.BATCH, 4), asyncio.Event()

        def look(step: TagProgress) -> None:
            if step.waits and desk.now.counts.get(ItemState.SENT):
                waits.set()

        async def work() -> None:
            run = desk.now
            steps = desk.tagging.in_batches(run, found.asking.batches, found.asking)
            async with aclosing(steps) as progress:
                async for step in progress:
                    look(step)

        task = asyncio.ensure_future(work())
        await waits.wait()
        found.asking.close()
        assert await _fault(task) is Fault.SWITCHED, "now, not when it would have looked again"
        desk.store.move(desk.now.id, Way.RULES, "", "", "", 0).result()
        assert desk.now.way is Way.BATCH, "a batch under way stays its engine's"
        asked = len(claude.requests)
        with pytest.raises(EngineError):
            await found.asking.batches.state(claude.batches.names()[0])
        assert len(claude.requests) == asked
        claude.batches.seconds = 0
        back = found.another()
        async with aclosing(desk.tagging.in_batches(desk.now, back.batches, back)) as progress:
            async for _ in progress:
                if desk.now.left == 0:
                    break
        assert desk.now.counts == {ItemState.DONE: 4} and desk.now.profile == "one"


async def test_what_a_queue_has_left_goes_on_elsewhere(claude: StandIn, tmp_path: Path) -> None:
    async with door(claude, tmp_path, at_once=1) as found:
        desk = _Run(found, Way.QUEUE, 5)
        with pytest.raises(EngineError):
            async with aclosing(desk.tagging.one_by_one(desk.now, found.asking, 1)) as steps:
                async for _ in steps:
                    found.asking.close()
        assert desk.now.counts == {ItemState.DONE: 1, ItemState.WAITING: 4}
        assert len(claude.messages) == 1
        desk.store.move(desk.now.id, Way.RULES, "", "", "", 0).result()
        async with aclosing(desk.tagging.by_rules(desk.now)) as steps:
            async for _ in steps:
                pass
        assert desk.now.counts == {ItemState.DONE: 5} and desk.now.state == "done"
        assert len(claude.messages) == 1

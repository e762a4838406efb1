"""Batches that were made while nobody could note their ids, as by a kill in that moment.

They are known by the names of their requests, which have the run's own random token, and by
nothing else: another program of the same account makes batches of the same size at the same time.
Names can be read once a batch has ended. Until then it is neither taken for ours nor cancelled.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from supportdesk_gui.assist.batch_door import BatchDoor
from supportdesk_gui.assist.tag_store import TagStore
from supportdesk_gui.assist.tags import PartState, TagPart, TagRun
from supportdesk_gui.engine.batches import Batch
from supportdesk_gui.engine.errors import EngineError

# Gone, or not readable with this key: nothing could be read of it if it were ours.
_UNREADABLE = frozenset({400, 403, 404, 410})


class LostBatches:
    """Looked for at each look at a run's batches."""

    def __init__(self, store: TagStore) -> None:
        self._store = store
        self._foreign: set[str] = set()

    async def find(self, run: TagRun, door: BatchDoor) -> None:
        """Give the parts of a run that were being sent their batches. One waits again where no
        batch is left that may be its own: sent twice it would be paid twice. Raises EngineError."""
        lost = {one.id: one for one in self.lost(run)}
        if not lost:
            return
        may_be = await self._may_be(lost.values(), door)
        for batch in may_be:
            if batch.has_ended and (part := await self._part_of(run, batch, door, lost)):
                del lost[part]
                future = self._store.set_part(part, PartState.SENT, batch.id)
                await asyncio.wrap_future(future)
        under_way = {one.size for one in may_be if not one.has_ended}
        for one in lost.values():
            if one.size not in under_way:
                await asyncio.wrap_future(self._store.take_back(one.id))

    def lost(self, run: TagRun) -> list[TagPart]:
        """The parts of which nobody knows yet whether they were sent."""
        return [one for one in self._store.parts(run.id) if one.state is PartState.SENDING]

    async def _may_be(self, lost: Iterable[TagPart], door: BatchDoor) -> list[Batch]:
        known = {part.batch_id for one in self._store.runs() for part in self._store.parts(one.id)}
        sizes = {part.size for part in lost}
        try:
            newest = await door.newest()
        except EngineError as error:
            if error.status != 404:
                raise
            return []  # an engine without batches has none of ours
        known |= self._foreign
        return [one for one in newest if one.size in sizes and one.id not in known]

    async def _part_of(
        self, run: TagRun, batch: Batch, door: BatchDoor, lost: dict[int, TagPart]
    ) -> int:
        """The lost part that a batch is, by the name of its first result; else 0."""
        try:
            item = run.item_of(await door.first_name(batch.id))
        except EngineError as error:
            if error.status not in _UNREADABLE:
                raise
            item = 0
        if item:
            part = self._store.part_of(item)
            if part in lost:
                return part
            if part is None:  # its ticket was removed meanwhile
                return next((one.id for one in lost.values() if one.size == batch.size), 0)
        self._foreign.add(batch.id)
        return 0

"""Making knowledge: tickets into groups, each group written, what is done kept at once.

Groups are written side by side; the first request warms the engine's cache for the others, as
prefixes.py says. A stop leaves what is done, and `write` takes up what is left, also after a crash.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from supportdesk_gui.assist.knowledge.entries import TicketGroup, TicketWords, Written
from supportdesk_gui.assist.knowledge.grounds import trouble_of
from supportdesk_gui.assist.knowledge.store import KnowledgeStore
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.policies.client import PolicyIndex
from supportdesk_gui.policies.errors import TextsUnusable, WorkerUnavailable
from supportdesk_gui.policies.grouping import Asking, groups

_TICKETS_A_GROUP, _MOST_GROUPS = 12, 40
_OF_ONE_GROUP = frozenset(
    {Fault.GARBLED, Fault.REFUSAL, Fault.ANSWER_CUT, Fault.TOO_LARGE, Fault.STALLED}
)
"""Faults that say something of this group's answer and nothing of the next one's."""


class Writer(Protocol):
    """Who writes the entries of a group: a model, or the policies' own sentences."""

    name: str
    languages: tuple[str, ...]
    at_once: int

    async def write(self, group: TicketGroup) -> Written:
        """Raises EngineError where there is an engine."""
        ...


@dataclass(frozen=True, slots=True)
class Step:
    """Of `total` groups of a run so many are over."""

    run_id: int
    done: int
    total: int


def group_count(tickets: int) -> int:
    """Into how many groups so many tickets go, about."""
    return min(_MOST_GROUPS, max(1, round(tickets / _TICKETS_A_GROUP)))


async def grouped(index: PolicyIndex, tickets: Sequence[TicketWords]) -> list[TicketGroup]:
    """The tickets that ask the same together, the largest group first."""
    asked = await asyncio.to_thread(_asked, tickets)  # of 5,000 a fifth of a second
    most = group_count(len(tickets))
    try:
        numbers = await index.group(asked, most)
    except (WorkerUnavailable, TextsUnusable):  # by their words alone, then
        numbers = await asyncio.to_thread(groups, asked, most)
    found: dict[int, list[TicketWords]] = {}
    for number, ticket in zip(numbers, tickets, strict=True):
        found.setdefault(number, []).append(ticket)
    return [
        TicketGroup(number, found[number][0].intent or "other", tuple(found[number]))
        for number in sorted(found)
    ]


def _asked(tickets: Sequence[TicketWords]) -> list[Asking]:
    return [
        Asking(f"{one.subject} {one.summary}", one.language, one.intent or "other",
               trouble_of(one.subject, one.summary, one.intent))
        for one in tickets
    ]  # fmt: skip


async def begin(
    store: KnowledgeStore, index: PolicyIndex, writer: Writer, tickets: Sequence[TicketWords]
) -> int:
    """Part the tickets into groups and note them as a run to be written; its id."""
    found = await grouped(index, tickets)
    return await asyncio.wrap_future(store.begin(writer.name, writer.languages, found))


async def write(store: KnowledgeStore, writer: Writer, run_id: int) -> AsyncGenerator[Step]:
    """Write what a run has left: all of a new one. A value first, and for each group that is over.

    Iterate with `contextlib.aclosing`. Raises EngineError where no group would get an answer, and
    PolicyIndexClosed; what was written is kept.
    """
    wanted = await asyncio.wrap_future(store.left_groups(run_id))
    total = next((run.groups for run in store.runs() if run.id == run_id), len(wanted))
    done = total - len(wanted)
    yield Step(run_id, done, total)
    if wanted:
        await asyncio.wrap_future(store.written_by(run_id, writer.name))
    left = list(reversed(wanted))
    over: asyncio.Queue[bool] = asyncio.Queue()

    async def work() -> None:
        try:
            while left:
                await _write_one(store, writer, run_id, left.pop())
                over.put_nowait(True)
        except BaseException:
            left.clear()  # the next group would meet the same
            raise
        finally:
            over.put_nowait(False)

    workers = [asyncio.ensure_future(work()) for _ in range(min(writer.at_once, len(left)))]
    running, whole = len(workers), False
    try:
        while running:
            if not await over.get():
                running -= 1
                continue
            done += 1
            yield Step(run_id, done, total)
        await asyncio.gather(*workers)
        whole = True
    finally:
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        with suppress(asyncio.CancelledError):
            await asyncio.wrap_future(store.finish(run_id, whole=whole))


async def _write_one(
    store: KnowledgeStore, writer: Writer, run_id: int, group: TicketGroup
) -> None:
    try:
        written = await writer.write(group)
    except EngineError as error:
        if error.fault not in _OF_ONE_GROUP:
            raise
        written, failed = Written(), True
    else:
        failed = False
    kept = store.keep(run_id, group.position, written.entries, written.micro_usd, failed=failed)
    await asyncio.wrap_future(kept)

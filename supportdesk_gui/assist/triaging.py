"""Triage of what waits: by rules at once, by a model where the agent allowed it.

A model that does not answer within 15 seconds leaves the rules' word standing, marked, until it
does.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace

from supportdesk_gui.assist.engines import Engine
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Ticket, Triage

_STEP, _AHEAD = 25, 200
"""Tickets that are told at once, and that are asked for: among 100,000 that takes up to 12 ms."""
PATIENCE_SECONDS = 15.0
_OF_ONE_TICKET = frozenset(
    {Fault.GARBLED, Fault.REFUSAL, Fault.ANSWER_CUT, Fault.TOO_LARGE, Fault.STALLED, Fault.WITHHELD}
)
"""Faults that say something of this ticket's answer and nothing of the next one's."""


@dataclass(frozen=True, slots=True)
class TriageProgress:
    """How far the queue is: `done` of `total` tickets; `ids` were judged in this step."""

    done: int
    total: int
    ids: tuple[int, ...]


async def triage_by_rules(store: TicketStore, rules: Engine) -> AsyncGenerator[TriageProgress]:
    """Judge every ticket that nobody has looked at, newest first; one value for each 25."""
    done = 0
    wait = asyncio.wrap_future
    total = await wait(store.count_untriaged())
    while ids := store.untriaged(_AHEAD):
        for at in range(0, len(ids), _STEP):
            step = ids[at : at + _STEP]
            for ticket_id in step:
                try:
                    ticket = store.ticket(ticket_id)
                except KeyError:  # it was removed meanwhile
                    continue
                triage = await rules.triage(ticket)
                # A model may have been quicker with a ticket that was opened meanwhile.
                await wait(store.save_triage(ticket_id, triage, only_first=True))
            done += len(step)
            yield TriageProgress(done, max(total, done), tuple(step))


async def triage_by_model(
    store: TicketStore, model: Engine, rules: Engine, ids: Sequence[int], at_once: int,
    patience: float = PATIENCE_SECONDS,
) -> AsyncGenerator[TriageProgress]:  # fmt: skip
    """Judge these tickets, `at_once` together; a value for each that has a new word.

    After `patience` seconds without the model's answer the rules' word stands meanwhile.

    Raises EngineError where no ticket would get an answer; what was judged is kept.
    """
    left = list(reversed(ids))
    kept: asyncio.Queue[int | None] = asyncio.Queue()

    async def work() -> None:
        try:
            while left:
                await _judge_and_keep(store, model, rules, left.pop(), kept, patience)
        except EngineError:
            left.clear()  # the next ticket would meet the same
            raise
        finally:
            kept.put_nowait(None)

    workers = [asyncio.ensure_future(work()) for _ in range(min(at_once, len(left)))]
    done: set[int] = set()
    running = len(workers)
    try:
        while running:
            found = await kept.get()
            if found is None:
                running -= 1
                continue
            done.add(found)
            yield TriageProgress(len(done), len(ids), (found,))
        await asyncio.gather(*workers)
    finally:
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)


async def judged(
    model: Engine, rules: Engine, ticket: Ticket, patience: float = PATIENCE_SECONDS
) -> AsyncGenerator[Triage]:
    """The model's triage; before it the rules', marked, where it takes `patience` seconds.

    An answer that cannot be used leaves the rules' word, unmarked. Raises EngineError for other
    faults.
    """
    asked = asyncio.ensure_future(model.triage(ticket))
    try:
        done, _ = await asyncio.wait({asked}, timeout=patience)
        if not done:
            yield replace(await rules.triage(ticket), is_provisional=True)
        try:
            yield await asked
        except EngineError as error:
            if not done or error.fault in _OF_ONE_TICKET:  # nothing is awaited any more
                yield await rules.triage(ticket)
            if error.fault not in _OF_ONE_TICKET:
                raise
    finally:
        asked.cancel()
        await asyncio.gather(asked, return_exceptions=True)


async def _judge_and_keep(
    store: TicketStore, model: Engine, rules: Engine, ticket_id: int,
    kept: asyncio.Queue[int | None], patience: float,
) -> None:  # fmt: skip
    try:
        ticket = store.ticket(ticket_id)
    except KeyError:  # an import was taken back meanwhile, or the requester forgotten
        return
    known = store.triage(ticket_id)
    if known is not None and known.engine != rules.name:  # it was opened, and judged by that
        return
    async with aclosing(judged(model, rules, ticket, patience)) as found:
        async for triage in found:
            await asyncio.wrap_future(store.save_triage(ticket_id, triage))
            kept.put_nowait(ticket_id)

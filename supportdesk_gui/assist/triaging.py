"""Triage of what waits: the tickets that no engine has looked at yet, newest first."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass

from supportdesk_gui.assist.offline import OfflineEngine
from supportdesk_gui.tickets.store import TicketStore

_AT_ONCE = 25


@dataclass(frozen=True, slots=True)
class TriageProgress:
    """How far the queue is: `done` of `total` tickets; `ids` were judged in this step."""

    done: int
    total: int
    ids: tuple[int, ...]


async def triage_waiting(
    store: TicketStore, engine: OfflineEngine
) -> AsyncGenerator[TriageProgress, None]:
    """Judge and keep every ticket without triage; one value after each group of 25."""
    done = 0
    total = store.count_untriaged()
    while ids := store.untriaged(_AT_ONCE):
        for ticket_id in ids:
            triage = await engine.triage(store.ticket(ticket_id))
            await asyncio.wrap_future(store.save_triage(ticket_id, triage))
        done += len(ids)
        yield TriageProgress(done, max(total, done), tuple(ids))

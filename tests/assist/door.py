"""The door to an engine in tests: a real ledger on disk, real HTTP to the stand-in."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from supportdesk_gui.assist.ask import Ask, Data, Instruction
from supportdesk_gui.assist.asking import AskEvent, Asking
from supportdesk_gui.engine.addresses import Address
from supportdesk_gui.engine.allowance import Allowance, Caps
from supportdesk_gui.engine.claude import Claude
from supportdesk_gui.engine.ledger import Kind, Ledger, LedgerEntry
from supportdesk_gui.engine.limits import Limiter
from supportdesk_gui.storage.database import Database
from supportdesk_gui.tickets.ticket import Message, Role, Ticket
from tests.claude.standin import StandIn
from tests.tickets.desk import open_desk

# A stop leaves the SDK's generators, one in the other: each closes in a turn of the loop.
_TURNS = 40
WEALTH = Caps(1_000_000_000)


@dataclass(frozen=True)
class Door:
    """What a test asks through, and what it looks at afterwards."""

    asking: Asking
    ledger: Ledger
    limiter: Limiter
    database: Database
    another: Callable[[], Asking]
    """Another door with the same cap and ledger."""

    def entries(self) -> list[LedgerEntry]:
        """The ledger's entries, newest first, once all of them are on disk."""
        self.database.submit(lambda _: None).result()
        return self.ledger.entries()


@asynccontextmanager
async def door(
    claude: StandIn, home: Path, caps: Callable[[], Caps] = lambda: WEALTH, at_once: int = 4,
    stall: float = 60.0, address: str = "",
) -> AsyncIterator[Door]:  # fmt: skip
    """A door that waits 10 ms before a second attempt where the engine names no time."""
    limiter = Limiter(at_once)
    client = Claude(Address(address or claude.url), claude.key, limiter.learn, stall)
    with open_desk(home) as database:
        ledger = Ledger(database)
        allowance = Allowance(ledger, caps)

        def another() -> Asking:
            return Asking(client, limiter, allowance, 0.01)

        try:
            yield Door(another(), ledger, limiter, database, another)
        finally:
            await client.aclose()
            for _ in range(_TURNS):
                await asyncio.sleep(0)


def question(text: str = "Where is my parcel?", *, kind: Kind = Kind.DRAFT, **more: object) -> Ask:
    """A small question about one ticket."""
    values: dict[str, object] = {
        "kind": kind, "model": "claude-sonnet-5-5", "rules": (Instruction("Answer briefly."),),
        "parts": (Data("ticket", text),), "answer_tokens": 1000, **more,
    }  # fmt: skip
    return Ask(**values)  # type: ignore[arg-type]


def ticket(text: str, *, id: int = 1, subject: str = "Help", name: str = "Ana") -> Ticket:
    """A ticket of one message."""
    said = Message(0, Role.REQUESTER, text)
    return Ticket("Test", f"T-{id}", subject, (said,), id=id, requester=name)


async def heard(asking: Asking, ask: Ask) -> list[AskEvent]:
    """Everything that comes."""
    from contextlib import aclosing

    async with aclosing(asking.stream(ask)) as events:
        return [event async for event in events]

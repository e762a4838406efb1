"""One window's share of a run of tagging, as a process that can be killed.

`python -m tests.benchmarks.tagging_run HOME URL KEY RUN`: goes on with the run, and says its memory
above idle in MB as it goes.
"""

from __future__ import annotations

import asyncio
import resource
import sys
from contextlib import aclosing
from pathlib import Path

from supportdesk_gui.assist.asking import Asking
from supportdesk_gui.assist.tag_store import TagStore
from supportdesk_gui.assist.tagging import Tagging
from supportdesk_gui.engine.addresses import Address
from supportdesk_gui.engine.allowance import Allowance, Caps
from supportdesk_gui.engine.claude import Claude
from supportdesk_gui.engine.ledger import Ledger
from supportdesk_gui.engine.limits import Limiter
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.migrations import DESK_LAYOUTS
from supportdesk_gui.tickets.store import TicketStore

_CAP = Caps(1_000_000_000)


async def go_on(home: Path, url: str, key: str, number: int) -> None:
    """Go on with a run; after each step, the memory above idle in MB taken at most so far."""
    database = Database(home / "desk.sqlite3", DESK_LAYOUTS, home / "backups")
    ledger, client = Ledger(database), Claude(Address(url), key)
    asking = Asking(client, Limiter(4), Allowance(ledger, lambda: _CAP))
    store = TagStore(database)
    tagging = Tagging(TicketStore(database), store, ledger, lambda: "en", 0.2)
    await client.warm_up()
    idle = _memory()
    run = store.run(number)
    assert run is not None
    async with aclosing(tagging.in_batches(run, asking.batches, asking)) as steps:
        async for _ in steps:
            print(_memory() - idle, flush=True)
    await client.aclose()
    database.close()
    print(_memory() - idle, flush=True)


def _memory() -> float:
    """The most that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    home, url, key, number = sys.argv[1:]
    asyncio.run(go_on(Path(home), url, key, int(number)))

"""What a run of tagging needs below the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import aclosing

from supportdesk_gui.assist.tag_store import TagStore
from supportdesk_gui.assist.tagging import Tagging, TagProgress
from supportdesk_gui.assist.tags import OwnTag, TagRun, Way
from supportdesk_gui.tickets.store import TicketStore
from tests.assist.door import Door
from tests.tickets.desk import bring
from tests.tickets.desk import ticket as made

MODEL = "claude-haiku-5-5"


class TagDesk:
    """What a run needs, made anew as a window that was opened again would."""

    def __init__(self, found: Door) -> None:
        self.found = found
        self.tickets, self.store = TicketStore(found.database), TagStore(found.database)
        self.tagging = Tagging(self.tickets, self.store, found.ledger, lambda: "en", 0.01, 0.01)

    def bring(self, texts: Sequence[str]) -> list[int]:
        """Tickets of these texts; their ids."""
        bring(
            self.tickets,
            [made(f"t{n}", text, requester="Ana Silva") for n, text in enumerate(texts)],
        )
        return [row[0] for row in self.found.database.read("SELECT id FROM tickets ORDER BY id")]

    def begin(self, ids: Sequence[int], way: Way = Way.BATCH, own: Sequence[OwnTag] = ()) -> TagRun:
        """A new run over these."""
        cost = self.tagging.estimate(ids, MODEL, own, in_batch=way is Way.BATCH)
        number = self.store.begin(ids, way, "h", MODEL, own, cost).result()
        run = self.store.run(number)
        assert run is not None
        return run

    async def go_on(self, run: TagRun) -> TagRun:
        """Go on with a run in batches to its end."""
        run = self.now(run)
        asking = self.found.asking
        async with aclosing(self.tagging.in_batches(run, asking.batches, asking)) as steps:
            async for _ in steps:
                pass
        return self.now(run)

    def now(self, run: TagRun) -> TagRun:
        """The run as it stands."""
        found = self.store.run(run.id)
        assert found is not None
        return found

    async def go_on_until(self, run: TagRun, state: Callable[[TagProgress], bool]) -> None:
        """Go on with a run in batches as far as that, as a window that is closed there."""
        run, asking = self.now(run), self.found.asking
        async with aclosing(self.tagging.in_batches(run, asking.batches, asking)) as steps:
            async for step in steps:
                if state(step):
                    return

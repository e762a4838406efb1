"""What the list asks for while it counts: neither what is marked whole nor a slow count is lost."""

from __future__ import annotations

from pathlib import Path
from queue import SimpleQueue
from threading import Event
from typing import Any

from supportdesk_gui.tickets.query import TicketQuery
from supportdesk_gui.tickets.store import TicketStore
from tests.tickets.desk import bring, open_desk, said, ticket

_LAMP, _SHADE, _CHAIR = (TicketQuery(one) for one in ("lamp", '"red shade"', "chair"))


class _Held:
    """Keeps the counting thread busy from its first answer on."""

    def __init__(self) -> None:
        self.heard: list[TicketQuery] = []
        self.is_busy, self.go_on = Event(), Event()

    def hear(self, query: TicketQuery, _count: int) -> None:
        self.heard.append(query)
        self.is_busy.set()
        assert self.go_on.wait(60)


def test_what_is_asked_while_the_thread_is_busy(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk:
        store = TicketStore(desk)
        bring(store, [ticket(str(at), said("a red shade for a lamp", at)) for at in range(3)])
        counts, told = store.counts, SimpleQueue[Any]()

        def busy_with(*queries: TicketQuery) -> _Held:
            held = _Held()
            counts.ask(queries, held.hear)
            assert held.is_busy.wait(60)
            return held

        held = busy_with(_LAMP)  # Ctrl+A, then what the list counts a moment later
        counts.find(_SHADE, told.put)
        counts.ask([_SHADE, _CHAIR], lambda query, count: told.put((query, count)))
        held.go_on.set()
        assert sorted(told.get(timeout=60)) == sorted(store.ids(_SHADE))
        assert [told.get(timeout=60) for _ in range(2)] == [(_SHADE, 3), (_CHAIR, 0)]

        held = busy_with(_LAMP)  # Ctrl+A, then another search
        counts.find(_SHADE, told.put)
        counts.ask([_CHAIR], lambda query, count: told.put((query, count)))
        held.go_on.set()
        assert told.get(timeout=60) == (_CHAIR, 0) and told.empty()

        held = busy_with(_LAMP, _SHADE)  # a step of a long job: the same again
        counts.ask([_LAMP, _SHADE], lambda query, count: told.put((query, count)))
        held.go_on.set()
        assert [told.get(timeout=60) for _ in range(2)] == [(_LAMP, 3), (_SHADE, 3)]
        assert held.heard == [_LAMP, _SHADE]

        held = busy_with(_LAMP, _SHADE)  # Ctrl+A while it counts: that is gone on with behind it
        counts.find(_LAMP, told.put)
        held.go_on.set()
        assert len(told.get(timeout=60)) == 3
        counts.ask([_CHAIR], lambda query, count: told.put((query, count)))
        assert told.get(timeout=60) == (_CHAIR, 0)

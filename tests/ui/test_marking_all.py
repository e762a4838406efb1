"""All tickets of a long list are marked, also when the list is read again meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from supportdesk_gui.tickets import counting
from supportdesk_gui.tickets.query import TicketQuery
from supportdesk_gui.tickets.searching import Read, count, every_id
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.ui.inbox import ticket_list_pane
from supportdesk_gui.ui.inbox.ticket_list_pane import TicketListPane
from supportdesk_gui.ui.inbox.ticket_row_delegate import TicketRowDelegate
from supportdesk_gui.ui.theme import Theme
from tests.tickets.desk import bring, open_desk, ticket
from tests.ui.running import until

_ROWS = 60


class _Held:
    """The thread that counts and finds, which goes on when it is told to."""

    def __init__(self) -> None:
        self.has_read, self.goes_on = threading.Event(), threading.Event()

    def count(self, read: Read, query: TicketQuery) -> int:
        self._wait()
        return count(read, query)

    def every_id(self, read: Read, query: TicketQuery) -> list[int]:
        found = every_id(read, query)
        self._wait()
        return found

    def _wait(self) -> None:
        self.has_read.set()
        assert self.goes_on.wait(60)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> _Held:
    held = _Held()
    monkeypatch.setattr(counting, "count", held.count)
    monkeypatch.setattr(counting, "every_id", held.every_id)
    monkeypatch.setattr(ticket_list_pane, "_AT_ONCE", 30)
    return held


@pytest.fixture
def store(tmp_path: Path) -> Iterator[TicketStore]:
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        bring(store, [ticket(f"T{at}", "lamp") for at in range(_ROWS)])
        yield store


@pytest.fixture
def listed(store: TicketStore, theme: Theme, held: _Held) -> Iterator[TicketListPane]:
    pane = TicketListPane(store, TicketRowDelegate(theme, lambda _: False), theme)
    pane.load()
    yield pane
    pane.stop()
    held.goes_on.set()
    pane.deleteLater()


async def test_a_refresh_right_behind_it_does_not_take_the_marks_away(
    listed: TicketListPane, store: TicketStore, held: _Held
) -> None:
    store.counts.ask([TicketQuery("other")], lambda *_: None)
    assert held.has_read.wait(60)
    listed.mark_all()
    listed.refresh()
    held.goes_on.set()
    await until(lambda: len(listed.selected_ids()) == _ROWS, "all marked")


@pytest.mark.parametrize("marks", [True, False])
async def test_what_was_found_before_the_list_was_read_again_does_not_replace_it(
    listed: TicketListPane, store: TicketStore, held: _Held, marks: bool
) -> None:
    finished = threading.Event()
    listed.found.connect(lambda *_: finished.set())
    listed.mark_all() if marks else listed.refresh()
    assert held.has_read.wait(60)
    _, more = bring(store, [ticket("N1", "lamp")])
    listed.refresh_now()
    held.goes_on.set()
    await until(finished.is_set, "what was found")
    await until(lambda: len(listed.selected_ids()) == (_ROWS + 1 if marks else 1), "the marks")
    assert listed.model.place_of(more.ids[0]) >= 0
    assert listed.model.rowCount() == _ROWS + 1


async def test_another_search_is_not_marked(listed: TicketListPane, held: _Held) -> None:
    listed.mark_all()
    assert held.has_read.wait(60)
    listed.show_search("lamp")
    held.goes_on.set()
    finished = threading.Event()
    listed.found.connect(lambda *_: finished.set())
    listed.refresh()
    await until(finished.is_set, "the rows again")
    assert len(listed.selected_ids()) == 1

"""What is stored under a number that a spreadsheet had dressed is the ticket with the bare one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from supportdesk_gui.storage.database import Database
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.store import TicketStore
from tests.tickets.desk import bring, check_index, everything, open_desk, ticket

ANA, BO = "ana@mail.example", "bo@mail.example"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Database]:
    with open_desk(tmp_path) as database:
        yield database
        check_index(database)


def _known(store: TicketStore, text: str = "") -> dict[str, int]:
    """Our ids by the numbers of all tickets."""
    ids = store.ids(TicketQuery(text, Chip.ALL))
    return {row.external_id: row.id for row in store.rows(ids)}


@pytest.mark.parametrize("is_changed", [False, True])
@pytest.mark.parametrize(
    ("dressed", "bare"),
    [("1001.0", "1001"), ("10,480", "10480"), ("1\u202f010\u202f480", "1010480")],
)
def test_the_ticket_takes_its_number_over_and_gives_it_back(
    desk: Database, dressed: str, bare: str, is_changed: bool
) -> None:
    store = TicketStore(desk)
    more = {"email": ANA, "subject": "Lamp"}
    bring(store, [ticket(dressed, "where is it?", **more), ticket("7", "and mine?", email=BO)])
    before, kept = everything(desk), _known(store)
    texts = ["where is it?", "still nothing"] if is_changed else ["where is it?"]
    last, done = bring(store, [ticket(bare, *texts, **more), ticket("8", "new", email=BO)], 2)
    assert (done.added, done.ids[0]) == (1, kept[dressed])
    assert _known(store).keys() == {bare, "7", "8"}
    assert _known(store, bare) == {bare: kept[dressed]}, "it is found by it"
    found = store.ticket(kept[dressed])
    assert found is not None and [one.text for one in found.messages] == texts
    again, _ = bring(store, [ticket(bare, *texts, **more)], 3)
    store.undo_import(again).result()
    store.undo_import(last).result()
    assert everything(desk) == before


@pytest.mark.parametrize("stored", [["1001.0"], ["1001", "1001.0"]])
def test_a_number_of_somebody_else_or_with_its_own_ticket_stays(
    desk: Database, stored: list[str]
) -> None:
    store = TicketStore(desk)
    bring(store, [ticket(name, "where is it?", email=BO, subject=name) for name in stored])
    kept = _known(store)
    who = ANA if len(stored) == 1 else BO
    bring(store, [ticket("1001", "something else", email=who, subject="1001")], 2)
    assert _known(store)["1001.0"] == kept["1001.0"]
    assert _known(store).keys() == {"1001", "1001.0"}


def test_numbers_that_come_in_both_forms_are_two(desk: Database) -> None:
    store = TicketStore(desk)
    both = [ticket(name, "where is it?", email=BO) for name in ("1001", "1001.0")]
    bring(store, both[1:])
    bring(store, both, 2)
    bring(store, both, 3)
    assert _known(store).keys() == {"1001", "1001.0"}

"""The text of a ticket that an export had without text, pasted: it is one ticket, not two."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.clipboard import read_paste
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import PASTED, Ticket
from tests.tickets.desk import bring, check_index, open_desk, said

ALL = TicketQuery(chip=Chip.ALL)
FIRST = "Lamp broken\n#10482\nAna Vidal\nNov 1, 2026 10:00\nMy lamp is broken, order 4711\n"
MORE = "Lamp broken\n#10482\nAna Vidal\nNov 3, 2026 10:00\nAny news on this?\n"
LINK = "https://shop.zendesk.com/agent/tickets/10482"
WITHOUT = Ticket("Zendesk", "10482", "Lamp", (), requester="Ana V.", priority="high")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[TicketStore]:
    with open_desk(tmp_path) as database:
        yield TicketStore(database)
        check_index(database)


def paste(store: TicketStore, text: str) -> tuple[Ticket, int]:
    """What is stored of a paste, and its import."""
    pasted = read_paste("", text).ticket
    assert pasted is not None
    import_id = store.start_import(PASTED, "", 5).result()
    (ticket_id,) = store.upsert(import_id, [store.with_paste(pasted)]).result().ids
    store.finish_import(import_id).result()
    return store.ticket(ticket_id), import_id


def test_a_paste_gives_its_text_to_the_ticket_that_has_none(store: TicketStore) -> None:
    bring(store, [WITHOUT, Ticket("Zendesk", "10483", "Chair", (said("It wobbles", 1),))])
    found, import_id = paste(store, FIRST)
    assert (found.source, found.external_id, found.subject) == ("Zendesk", "10482", "Lamp")
    assert (found.requester, found.priority) == ("Ana V.", "high")
    assert [one.text for one in found.messages] == ["My lamp is broken, order 4711"]
    assert store.ids(TicketQuery("4711")) == [found.id] and store.count(ALL) == 2
    again, second = paste(store, MORE)
    assert [one.text for one in again.messages][1:] == ["Any news on this?"]
    assert (again.id, store.count(ALL)) == (found.id, 2)
    for one in (second, import_id):
        store.undo_import(one).result()
    assert store.ticket(found.id).messages == () and store.count(ALL) == 2


def test_a_paste_stays_its_own_where_it_is_not_sure(store: TicketStore) -> None:
    told = Ticket("Zendesk", "10482", "Lamp", (said("It is broken", 1),))
    bring(store, [told])
    assert paste(store, FIRST)[0].source == PASTED
    assert store.ids(TicketQuery("4711")) != [1] and store.count(ALL) == 2


def test_two_without_text_are_told_apart_by_the_link_alone(store: TicketStore) -> None:
    bring(store, [Ticket("Zendesk", "7", "Lamp", (), url=LINK), Ticket("Jira", "8", "Lamp", ())])
    linked, _ = paste(store, f"{LINK}\n{FIRST.replace('#10482', '')}")
    assert (linked.source, linked.external_id) == ("Zendesk", "7")
    bring(store, [Ticket("Jira", "20482", "Lamp", ()), Ticket("Front", "20482", "Lamp", ())])
    assert paste(store, FIRST.replace("10482", "20482"))[0].source == PASTED


def test_a_number_alone_fills_nobody_elses_ticket(store: TicketStore) -> None:
    kim = Ticket("Zendesk", "10482", "Chair", (), requester="Kim", email="kim@a.org")
    bring(store, [kim])
    zoe = FIRST.replace("Ana Vidal", "Zoe Smith <zoe@b.org>")
    own = paste(store, zoe)[0]
    assert (own.source, own.email, store.ticket(1).messages) == (PASTED, "zoe@b.org", ())
    assert paste(store, MORE)[0].email == "", "nor the one that was pasted before"
    assert [one.requester for one in map(store.ticket, store.ids(ALL))] == [
        "Ana Vidal", "Zoe Smith", "Kim",
    ]  # fmt: skip
    kims = paste(store, FIRST.replace("Ana Vidal", "Kim at home <KIM@a.org>"))[0]
    assert (kims.id, kims.email) == (1, "kim@a.org") and len(kims.messages) == 1

"""What the inbox asks of the store, and statuses with undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from supportdesk_gui.assist.drafts import DraftStore
from supportdesk_gui.storage.database import Database
from supportdesk_gui.tickets.query import Chip, Order, TicketQuery
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import (
    Attachment,
    Intent,
    Role,
    SearchQuery,
    Status,
    Triage,
    Visibility,
)
from tests.tickets.desk import SOURCE, bring, note, open_desk, said, ticket


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Database]:
    with open_desk(tmp_path) as database:
        yield database


@pytest.fixture
def store(desk: Database) -> TicketStore:
    return TicketStore(desk)


ALL = TicketQuery(chip=Chip.ALL)


def _names(store: TicketStore, query: TicketQuery) -> list[str]:
    return [row.external_id for row in store.rows(store.ids(query))]


def test_a_ticket_comes_back_as_it_went_in(store: TicketStore) -> None:
    given = ticket(
        "00042",
        said("Where is it?", 100, author="Lucía", html="<p>Where is it?</p>", external_id="m1",
             attachments=(Attachment("a.jpg", "image/jpeg", 3),), folded=((0, 5),)),
        note("VIP, be quick", 110),
        said("On its way", 120, Role.AGENT),
        requester="Lucía", email="lucia@example.com", url="https://x.example/00042",
        external_status="open", priority="high", channel="email", language="es",
        tags=("a b", "vip"), created_at=99, updated_at=121,
    )  # fmt: skip
    _, done = bring(store, [given])
    found = store.ticket(done.ids[0])
    assert (found.id, found.external_id, found.requester, found.tags) == (
        done.ids[0], "00042", "Lucía", ("a b", "vip"),
    )  # fmt: skip
    assert [(m.position, m.text, m.role, m.visibility) for m in found.messages] == [
        (0, "Where is it?", Role.REQUESTER, Visibility.PUBLIC),
        (1, "VIP, be quick", Role.AGENT, Visibility.INTERNAL),
        (2, "On its way", Role.AGENT, Visibility.PUBLIC),
    ]
    first = found.messages[0]
    assert (first.attachments, first.folded, first.html, first.sent_at) == (
        (Attachment("a.jpg", "image/jpeg", 3),), ((0, 5),), "<p>Where is it?</p>", 100,
    )  # fmt: skip
    assert (found.created_at, found.updated_at, found.url) == (99, 121, "https://x.example/00042")


def test_a_ticket_that_is_gone_is_a_key_error(store: TicketStore) -> None:
    with pytest.raises(KeyError):
        store.ticket(7)


def test_age_counts_from_the_requester_s_last_public_word(store: TicketStore) -> None:
    secret = said("forwarded", 500, visibility=Visibility.INTERNAL)
    bring(
        store,
        [
            ticket("spoke", said("a", 100), said("b", 200), said("c", 300, Role.AGENT), secret,
                   updated_at=900),
            ticket("silent", note("n", 700), updated_at=400, created_at=10),
            ticket("bare", created_at=50),
            ticket("timeless", "hello"),
        ],
    )  # fmt: skip
    ages = {row.external_id: row.age_from for row in store.rows(store.ids(ALL))}
    assert ages == {"spoke": 200, "silent": 400, "bare": 50, "timeless": None}


def test_the_orders(store: TicketStore) -> None:
    bring(
        store,
        [
            ticket("old urgent", said("x", 10), priority="Urgent"),
            ticket("new low", said("x", 40), priority="low"),
            ticket("new urgent", said("x", 30), priority="P1"),
            ticket("middle", said("x", 20), priority="3 high"),
        ],
    )
    assert _names(store, TicketQuery()) == ["new low", "new urgent", "middle", "old urgent"]
    assert _names(store, TicketQuery(order=Order.OLDEST)) == [
        "old urgent", "middle", "new urgent", "new low",
    ]  # fmt: skip
    assert _names(store, TicketQuery(order=Order.URGENT)) == [
        "old urgent", "new urgent", "middle", "new low",
    ]  # fmt: skip


def test_the_chips(store: TicketStore) -> None:
    answered = (said("q", 10), said("a", 20, Role.AGENT))
    _, done = bring(
        store,
        [
            ticket("waits", said("x", 4)),
            ticket("answered", *answered),
            ticket("drafted", said("x", 3), status=Status.DRAFTED),
            ticket("replied", said("x", 2), status=Status.REPLIED),
            ticket("closed there", said("x", 1), external_status="Solved"),
        ],
    )
    assert _names(store, TicketQuery()) == ["answered", "waits", "drafted"]
    assert _names(store, TicketQuery(chip=Chip.NEEDS_ME)) == ["waits", "drafted"]
    assert _names(store, TicketQuery(chip=Chip.DRAFTED)) == ["drafted"]
    assert len(_names(store, ALL)) == len(done.ids) == 5
    for chip in Chip:
        query = TicketQuery(chip=chip)
        assert store.count(query) == len(store.ids(query))


def test_a_count_follows_what_is_written(store: TicketStore) -> None:
    assert store.count(ALL) == 0
    _, done = bring(store, [ticket("1", "x"), ticket("2", "y")])
    assert store.count(ALL) == 2
    store.set_status(done.ids, Status.SKIPPED).result()
    assert store.count(TicketQuery()) == 0


def test_pages_of_ids_fit_together(store: TicketStore) -> None:
    bring(store, [ticket(str(number), said("x", number // 3)) for number in range(50)])
    whole = store.ids(TicketQuery())
    pages = [store.page(TicketQuery(), 7, at).ids for at in range(0, 56, 7)]
    assert [ticket_id for page in pages for ticket_id in page] == whole
    assert len(whole) == 50


def test_a_row_shows_the_triage_and_the_draft(desk: Database, store: TicketStore) -> None:
    photo = said("Es ist kaputt", 5, attachments=(Attachment("bild.jpg"),))
    _, done = bring(store, [ticket("1", photo, subject="", email="a@b.c"), ticket("2", "x")])
    (before,) = store.rows([done.ids[0]])
    assert (before.summary, before.requester, before.intent) == ("Es ist kaputt", "a@b.c", None)
    assert before.has_attachments
    assert not before.has_draft
    triage = Triage(
        Intent.RETURN, 0.7, "de", "Lampe kaputt", (SearchQuery("en", "broken lamp"),),
        ("Kann ich tauschen?",), ("order number",), True, "angry", "offline", 1.5,
    )  # fmt: skip
    store.save_triage(done.ids[0], triage).result()
    drafts = DraftStore(desk)
    drafts.save_text(drafts.start(done.ids[0], "de", "agent")[1].result(), "Danke").result()
    (row,) = store.rows([done.ids[0]])
    assert store.triage(done.ids[0]) == triage
    assert (row.summary, row.intent, row.confidence) == ("Lampe kaputt", Intent.RETURN, 0.7)
    assert (row.language, row.escalate, row.has_draft) == ("de", True, True)
    assert store.triage(done.ids[1]) is None


def test_what_waits_for_triage(store: TicketStore) -> None:
    _, done = bring(
        store,
        [
            ticket("1", said("x", 1)),
            ticket("2", said("x", 2)),
            ticket("no text"),
            ticket("done", said("x", 4), status=Status.REPLIED),
        ],
    )
    assert store.untriaged(10) == [done.ids[1], done.ids[0]]
    assert store.count_untriaged().result() == 2
    store.save_triage(done.ids[1], Triage(Intent.OTHER, 0.5, "en", "")).result()
    assert store.untriaged(10) == [done.ids[0]]
    assert store.count_untriaged().result() == 1


def test_triage_of_a_ticket_that_is_gone_is_dropped(store: TicketStore) -> None:
    store.save_triage(99, Triage(Intent.OTHER, 0.5, "en", "")).result()
    assert store.triage(99) is None


def test_statuses_are_undone_and_redone_in_steps(store: TicketStore) -> None:
    _, done = bring(store, [ticket(name, "x") for name in "abc"])
    one, two, three = done.ids

    def statuses() -> list[str]:
        return [row.status.value for row in store.rows(done.ids)]

    store.set_status([one, two], Status.SKIPPED).result()
    store.set_status([two, three], Status.ESCALATED).result()
    assert statuses() == ["skipped", "escalated", "escalated"]
    assert store.undo().result() == (two, three)
    assert statuses() == ["skipped", "skipped", "new"]
    assert store.undo().result() == (one, two)
    assert statuses() == ["new", "new", "new"]
    assert store.undo().result() == ()
    assert store.redo().result() == (one, two)
    assert statuses() == ["skipped", "skipped", "new"]
    store.set_status([three], Status.COPIED).result()
    assert store.redo().result() == (), "a new step leaves nothing to do again"


def test_a_draft_ends_what_could_be_done_again_with_its_ticket(store: TicketStore) -> None:
    _, done = bring(store, [ticket(name, "x") for name in "ab"])
    one, two = done.ids
    store.set_status([one], Status.SKIPPED).result()
    store.set_status([two], Status.REPLIED).result()
    store.undo().result()
    store.undo().result()
    store.mark_drafted(two).result()
    assert [store.redo().result() for _ in range(2)] == [(one,), ()]
    assert store.undo().result() == (one,)
    assert [row.status for row in store.rows(done.ids)] == [Status.NEW, Status.DRAFTED]


def test_undo_survives_a_restart(tmp_path: Path) -> None:
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        _, done = bring(store, [ticket("1", "x")])
        store.set_status(done.ids, Status.SKIPPED)
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        assert store.undo().result() == done.ids
        assert store.rows(done.ids)[0].status is Status.NEW


def test_where_a_ticket_is_found_in_its_helpdesk(store: TicketStore) -> None:
    assert store.link_pattern(SOURCE) == ""
    store.set_link_pattern(SOURCE, "https://x.example/{number}").result()
    store.set_link_pattern(SOURCE, "https://y.example/{number}").result()
    assert store.link_pattern(SOURCE) == "https://y.example/{number}"


def test_the_age_of_each_source(store: TicketStore) -> None:
    assert store.is_empty()
    bring(store, [ticket("1")], as_of=100)
    bring(store, [ticket("1")], as_of=300)
    store.start_import("Gmail", "", 900).result()
    assert store.newest_sources() == [(SOURCE, 300)]
    assert not store.is_empty()


def test_a_copy_is_kept(desk: Database, store: TicketStore) -> None:
    _, done = bring(store, [ticket("1", "x")])
    store.record_copy(done.ids[0], "es", "Gracias.", 3).result()
    kept = desk.read("SELECT ticket_id, language, text, version_id FROM copies")
    assert kept == [(done.ids[0], "es", "Gracias.", 3)]


def test_a_first_word_never_takes_the_place_of_another(store: TicketStore) -> None:
    _, done = bring(store, [ticket("1", said("x", 1)), ticket("2", said("x", 2))])
    by_model = Triage(Intent.REFUND, 0.9, "en", "wants money", engine="claude-haiku-5-5")
    by_rules = Triage(Intent.OTHER, 0.5, "en", "")
    store.save_triage(done.ids[0], by_model)
    store.save_triage(done.ids[0], by_rules, only_first=True).result()
    assert store.triage(done.ids[0]) == by_model
    (row,) = store.rows([done.ids[0]])
    assert row.intent is Intent.REFUND
    store.save_triage(done.ids[1], by_rules, only_first=True).result()
    assert store.triage(done.ids[1]) == by_rules

"""Importing twice, growing conversations, and every way back from an import."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from supportdesk_gui.assist.drafts import DraftStore
from supportdesk_gui.assist.wishes import Wishes
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.errors import DiskFull
from supportdesk_gui.tickets.imports import CutOff
from supportdesk_gui.tickets.incoming_rows import IncomingRows, incoming
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.review_queue import QueueOrder, ReviewQueue
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Intent, Role, Status, Triage, Visibility
from tests.tickets.desk import SOURCE, bring, check_index, everything, open_desk, said, ticket

ALL = TicketQuery(chip=Chip.ALL)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Database]:
    with open_desk(tmp_path) as database:
        yield database
        check_index(database)


@pytest.fixture
def store(desk: Database) -> TicketStore:
    return TicketStore(desk)


def _status(store: TicketStore, ticket_id: int) -> Status:
    return store.rows([ticket_id])[0].status


def test_importing_twice_duplicates_nothing(store: TicketStore) -> None:
    tickets = [ticket(str(number), f"these are words{number}") for number in range(30)]
    _, first = bring(store, tickets)
    _, second = bring(store, [*tickets[:10], ticket("10", "these are other"), ticket("30", "new")])
    assert (first.added, first.changed, first.unchanged) == (30, 0, 0)
    assert (second.added, second.changed, second.unchanged) == (1, 1, 10)
    assert second.ids[:11] == first.ids[:11]
    assert store.count(ALL) == 31
    assert store.ids(TicketQuery("other")) == [first.ids[10]]
    assert store.ids(TicketQuery("words10")) == []


def test_what_comes_late_of_a_cancelled_import_takes_no_other_down(
    desk: Database, store: TicketStore
) -> None:
    cancelled, other = (store.start_import(SOURCE, name, 1).result() for name in "ab")
    held = threading.Event()
    desk.submit(lambda _: held.wait())
    undone = store.undo_import(cancelled)
    kept = store.take(other, IncomingRows.of([incoming(ticket("2", "b"))]), _nobody)
    late = store.take(cancelled, IncomingRows.of([incoming(ticket("1", "a"))]), _nobody)
    held.set()
    with pytest.raises(KeyError):
        late.result()
    undone.result()
    assert kept.result().added == 1
    assert [row.external_id for row in store.rows(store.ids(ALL))] == ["2"]


def test_the_same_number_in_another_helpdesk_is_another_ticket(store: TicketStore) -> None:
    _, done = bring(store, [ticket("1", "a"), ticket("1", "b", source="Gorgias")])
    assert (done.added, len(set(done.ids))) == (2, 2)
    assert store.find(ticket("1", source="Gorgias")) == done.ids[1]
    assert store.find(ticket("1", source="Gmail")) == 0


def test_a_row_that_stands_twice_in_a_batch_counts_once(store: TicketStore) -> None:
    _, done = bring(store, [ticket("1", "early"), ticket("2", "x"), ticket("1", "late")])
    assert (done.added, done.ids[0]) == (2, done.ids[2])
    assert store.ticket(done.ids[0]).messages[0].text == "late"
    _, again = bring(store, [ticket("1", "late a"), ticket("1", "late b"), ticket("1", "late b")])
    assert (again.added, again.changed, again.unchanged) == (0, 1, 0)
    assert store.ticket(done.ids[0]).messages[0].text == "late b"


def test_a_row_that_stands_in_two_batches_of_one_transaction(
    desk: Database, store: TicketStore
) -> None:
    import_id = store.start_import(SOURCE, "export.csv", 1).result()
    held = threading.Event()
    desk.submit(lambda _: held.wait())
    batches = [
        store.take(
            import_id,
            IncomingRows.of([incoming(ticket("1", "early")), incoming(ticket("2", "x"))]),
            _nobody,
        ),
        store.take(
            import_id,
            IncomingRows.of([incoming(ticket("1", "late")), incoming(ticket("3", "y"))]),
            _nobody,
        ),
    ]
    held.set()
    first, second = (batch.result() for batch in batches)
    assert (first.added, second.added, second.changed) == (2, 1, 1)
    assert store.ids(TicketQuery("late")) == [first.ids[0]]
    assert store.ids(TicketQuery("early")) == []
    assert store.ids(TicketQuery("y")) == [second.ids[1]]


def _nobody() -> None:
    """Nobody waits for the writer."""


def test_a_ticket_without_a_number_is_known_again(store: TicketStore) -> None:
    pasted = ticket("", "Where is my parcel?", email="a@b.c")
    _, first = bring(store, [pasted])
    _, second = bring(store, [pasted])
    assert (second.unchanged, second.ids) == (1, first.ids)
    assert store.rows(first.ids)[0].external_id == ""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Status.NEW, Status.NEW),
        (Status.DRAFTED, Status.DRAFTED),
        (Status.COPIED, Status.NEW),
        (Status.SKIPPED, Status.SKIPPED),
        (Status.ESCALATED, Status.ESCALATED),
        (Status.REPLIED, Status.NEW),
    ],
)
def test_a_conversation_that_grew_keeps_our_status_unless_a_reply_of_ours_was_on_its_way(
    store: TicketStore, before: Status, after: Status
) -> None:
    _, done = bring(store, [ticket("1", said("a", 1))])
    store.set_status(done.ids, before).result()
    bring(store, [ticket("1", said("a", 1), said("and now?", 2))])
    assert _status(store, done.ids[0]) is after


@pytest.mark.parametrize(
    "message",
    [said("we did", 2, Role.AGENT), said("forwarded", 2, visibility=Visibility.INTERNAL)],
)
def test_what_is_not_a_public_word_of_the_requester_reopens_nothing(
    store: TicketStore, message: object
) -> None:
    _, done = bring(store, [ticket("1", said("a", 1))])
    store.set_status(done.ids, Status.REPLIED).result()
    bring(store, [ticket("1", said("a", 1), message)])  # type: ignore[arg-type]
    assert _status(store, done.ids[0]) is Status.REPLIED


def test_closed_elsewhere_is_replied_and_reopened_is_new(store: TicketStore) -> None:
    _, done = bring(store, [ticket("1", "a", external_status="open")])
    bring(store, [ticket("1", "a", external_status="Closed")])
    assert _status(store, done.ids[0]) is Status.REPLIED
    store.set_status(done.ids, Status.ESCALATED).result()
    bring(store, [ticket("1", "a", external_status="closed", tags=("x",))])
    assert _status(store, done.ids[0]) is Status.ESCALATED, "the agent's own later word stays"
    store.set_status(done.ids, Status.REPLIED).result()
    bring(store, [ticket("1", "a", external_status="open")])
    assert _status(store, done.ids[0]) is Status.REPLIED, "that export is from before our reply"
    bring(store, [ticket("1", "a", external_status="closed")], as_of=2)
    bring(store, [ticket("1", "a", external_status="open")], as_of=int(time.time()) + 60)
    assert _status(store, done.ids[0]) is Status.NEW


def test_a_new_word_of_the_requester_asks_for_triage_again(store: TicketStore) -> None:
    _, done = bring(store, [ticket("1", said("a", 1))])
    store.save_triage(done.ids[0], Triage(Intent.REFUND, 0.9, "en", "wants money")).result()
    bring(store, [ticket("1", said("a", 1), said("noted", 2, Role.AGENT))])
    assert store.triage(done.ids[0]) is not None
    bring(store, [ticket("1", said("a", 1), said("noted", 2, Role.AGENT), said("b", 3))])
    assert store.triage(done.ids[0]) is None
    assert store.untriaged(5) == list(done.ids)
    assert store.rows(done.ids)[0].intent is None


def test_a_list_without_conversations_empties_none(store: TicketStore) -> None:
    _, done = bring(store, [ticket("1", "the text", requester="Ana", url="https://x.example/1")])
    bring(store, [ticket("1", priority="high")])
    found = store.ticket(done.ids[0])
    assert found.messages[0].text == "the text"
    assert (found.requester, found.url, found.priority) == ("Ana", "https://x.example/1", "high")
    assert store.ids(TicketQuery("the text")) == list(done.ids)


def test_text_that_no_database_takes_is_stored_all_the_same(store: TicketStore) -> None:
    torn = ticket("1", said("a \ud83d b", html="\udfff"), subject="\ud800", tags=("\udc00",))
    _, done = bring(store, [torn])
    assert store.ticket(done.ids[0]).messages[0].text == "a � b"
    _, again = bring(store, [torn])
    assert again.unchanged == 1


def _some_state(desk: Database, store: TicketStore) -> None:
    """Tickets in all conditions, from two imports."""
    bring(
        store,
        [
            ticket("1", said("one 退款", 1), requester="Ana", tags=("x", "y")),
            ticket("2", said("two", 2), said("b", 3, Role.AGENT)),
            ticket("3", said("three", 3)),
            ticket("", said("no number \ud800", 4)),
        ],
    )
    _, second = bring(store, [ticket("1", said("one 退款", 1), said("more", 9)), ticket("4", "x")])
    store.save_triage(second.ids[0], Triage(Intent.REFUND, 0.9, "zh-Hant", "退款")).result()
    store.set_status(store.ids(TicketQuery("two")), Status.REPLIED).result()


def _second_import(store: TicketStore) -> int:
    import_id = store.start_import(SOURCE, "second.csv", 9).result()
    first = [
        ticket("1", said("one 退款", 1), said("more", 9), said("third word", 12), tags=()),
        ticket("2", said("two", 2), said("b", 3, Role.AGENT), said("back", 30)),
        ticket("5", "brand new"),
        ticket("3", external_status="closed"),
    ]
    store.upsert(import_id, first).result()
    store.upsert(import_id, [ticket("5", "changed again"), ticket("1", "shorter")]).result()
    return import_id


@pytest.mark.parametrize("finished", [True, False])
def test_undoing_an_import_brings_back_exactly_what_was(
    desk: Database, store: TicketStore, finished: bool
) -> None:
    _some_state(desk, store)
    before = everything(desk)
    import_id = _second_import(store)
    if finished:
        store.finish_import(import_id).result()
    assert everything(desk) != before
    assert store.undo_import(import_id).result().touched == 4
    assert everything(desk) == before
    check_index(desk)
    assert store.ids(TicketQuery("brand")) == []
    assert store.ids(TicketQuery("退款", Chip.ALL)) != []


def test_a_crash_in_an_import_is_taken_back_at_the_next_start(tmp_path: Path) -> None:
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        _some_state(database, store)
        before = everything(database)
        _second_import(store)
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        assert store.drop_unfinished_imports().result() == 1
        assert everything(database) == before
        assert store.drop_unfinished_imports().result() == 0
        check_index(database)


def test_what_a_crash_left_of_an_import_is_in_no_list(tmp_path: Path) -> None:
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        bring(store, [ticket("1", "words before")])
        cut_off = store.start_import(SOURCE, "big.csv", 1).result()
        store.upsert(cut_off, [ticket("2", "words of half an import")]).result()
        assert store.count(ALL) == 2, "while it is read its tickets are there"
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        assert store.set_unfinished_aside() == CutOff("big.csv", was_read=True)
        kept = store.ids(ALL)
        assert [row.external_id for row in store.rows(kept)] == ["1"]
        assert (store.count(ALL), store.ids(TicketQuery("words"))) == (1, kept)
        for number in ("2", "#2"):
            assert store.page(TicketQuery(number, Chip.ALL), 10).ids == []
        look = ReviewQueue(database).look(QueueOrder.OLDEST, 0).result()
        assert (look.ids, look.left) == (tuple(kept), 1)
    with open_desk(tmp_path) as database:  # also cut off while it was taken back
        store = TicketStore(database)
        assert store.set_unfinished_aside() == CutOff("big.csv", was_read=False)
        store.drop_unfinished_imports().result()
        assert store.set_unfinished_aside() is None
        assert store.ids(ALL) == kept


def test_hundreds_are_taken_back_at_once_and_those_of_others_stay(store: TicketStore) -> None:
    numbers = [str(number) for number in range(1, 601)]
    first, _ = bring(store, [ticket(one, "said") for one in numbers])
    second, _ = bring(store, [ticket(one, "said") for one in numbers[:300:2]], as_of=2)
    drafted = store.ids(ALL)[0]
    DraftStore(store._database).start(drafted, "en", "agent")[1].result()
    kept = {store.ticket(drafted).external_id, *numbers[:300:2]}
    assert store.undo_import(first).result() == (600, 1)
    assert {row.external_id for row in store.rows(store.ids(ALL))} == kept
    assert store.undo_import(second).result().touched == 150
    assert {store.ticket(one).external_id for one in store.ids(ALL)} == {
        store.ticket(drafted).external_id
    }


def test_a_status_that_the_agent_set_meanwhile_stays(store: TicketStore) -> None:
    _, done = bring(store, [ticket("1", "a"), ticket("2", "a")])
    import_id, _ = bring(
        store, [ticket("1", "a", external_status="closed"), ticket("2", "b", subject="other")]
    )
    store.set_status([done.ids[1]], Status.ESCALATED).result()
    store.undo_import(import_id).result()
    assert _status(store, done.ids[0]) is Status.NEW
    assert _status(store, done.ids[1]) is Status.ESCALATED


def test_a_ticket_with_a_draft_outlives_its_import(desk: Database, store: TicketStore) -> None:
    drafts = DraftStore(desk)
    import_id, done = bring(store, [ticket(name, name) for name in "1234"])
    drafts.save_text(drafts.start(done.ids[1], "en", "agent")[1].result(), "Dear").result()
    store.record_copy(done.ids[2], "en", "copied", 0).result()
    Wishes(desk).keep(done.ids[3], "offer ten per cent").result()
    store.undo_import(import_id).result()
    assert sorted(store.ids(ALL)) == sorted(done.ids[1:])
    assert drafts.latest(done.ids[1]).text == "Dear"  # type: ignore[union-attr]
    assert Wishes(desk).wish(done.ids[3]) == "offer ten per cent"


def test_imports_are_undone_in_any_order(desk: Database, store: TicketStore) -> None:
    first, done = bring(store, [ticket("1", "text a"), ticket("2", "text a")])
    second, _ = bring(store, [ticket("1", "text b")])
    third, _ = bring(store, [ticket("1", "text c"), ticket("2", "text c")])
    store.undo_import(second).result()
    assert store.ticket(done.ids[0]).messages[0].text == "text c"
    store.undo_import(third).result()
    assert store.ticket(done.ids[0]).messages[0].text == "text a"
    store.undo_import(first).result()
    assert store.is_empty()
    assert everything(desk)["import_journal"] == []


def test_a_ticket_that_a_later_import_brought_too_stays_with_that_one(store: TicketStore) -> None:
    first, done = bring(store, [ticket("1", "a")])
    second, _ = bring(store, [ticket("1", "b")])
    store.undo_import(first).result()
    assert store.ids(ALL) == list(done.ids)
    store.undo_import(second).result()
    assert store.is_empty()


def test_an_import_too_far_back_cannot_be_undone(store: TicketStore) -> None:
    first, _ = bring(store, [ticket("1", "a")])
    for number in range(10):
        bring(store, [ticket("1", f"version {number}")])
    with pytest.raises(KeyError):
        store.undo_import(first).result()
    assert store.count(ALL) == 1


def test_a_batch_for_an_import_that_was_cancelled_is_refused(store: TicketStore) -> None:
    import_id = store.start_import(SOURCE, "x.csv", 1).result()
    store.upsert(import_id, [ticket("1", "a")])
    store.undo_import(import_id).result()
    with pytest.raises(KeyError):
        store.upsert(import_id, [ticket("2", "b")]).result()
    assert store.is_empty()


def test_what_is_typed_goes_between_the_slices_of_an_undo(
    desk: Database, store: TicketStore
) -> None:
    drafts = DraftStore(desk)
    _, kept = bring(store, [ticket("kept", "a")])
    import_id, _ = bring(store, [ticket(f"n{number}", "word " * 200) for number in range(3000)])
    version = drafts.start(kept.ids[0], "en", "agent")[1].result()
    undone = store.undo_import(import_id)
    late: list[bool] = []
    drafts.save_text(version, "typed").add_done_callback(lambda _: late.append(undone.done()))
    assert undone.result(timeout=60) == (3000, 0)
    assert late == [False], "the whole undo stood before the typed text"


def test_ids_are_never_given_twice(store: TicketStore) -> None:
    import_id, first = bring(store, [ticket("1", "a")])
    store.undo_import(import_id).result()
    _, second = bring(store, [ticket("2", "b")])
    assert second.ids[0] > first.ids[0]


def test_rejected_rows_are_kept(desk: Database, store: TicketStore) -> None:
    from supportdesk_gui.tickets.importing.report import RejectedRow, RejectReason

    import_id = store.start_import(SOURCE, "x.csv", 1).result()
    row = RejectedRow("x.csv", 7, next(iter(RejectReason)), "a;b")
    store.finish_import(import_id, [row]).result()
    assert desk.read("SELECT line, excerpt FROM import_rejects") == [(7, "a;b")]
    store.undo_import(import_id).result()
    assert desk.read("SELECT count(*) FROM import_rejects") == [(0,)]


def test_a_disk_that_fills_up_in_an_import_loses_nothing_before_it(
    desk: Database, store: TicketStore
) -> None:
    _, done = bring(store, [ticket("1", "kept")])

    def limit(connection: sqlite3.Connection, pages: int) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    desk.submit(lambda connection: limit(connection, 1)).result()
    import_id = store.start_import(SOURCE, "x.csv", 1).result()
    many = [ticket(f"n{number}", "word " * 500) for number in range(200)]
    with pytest.raises(DiskFull):
        store.upsert(import_id, many).result()
    assert store.ids(ALL) == list(done.ids)
    desk.submit(lambda connection: limit(connection, 1_000_000)).result()
    assert store.upsert(import_id, many).result().added == 200
    assert replace(store.ticket(done.ids[0]), id=0).messages[0].text == "kept"

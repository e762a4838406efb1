"""The queue of the review: who waits for us, in which order, and what became of the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from supportdesk_gui.storage.database import Database
from supportdesk_gui.tickets.answered_before import AnsweredBefore
from supportdesk_gui.tickets.review_queue import QueueOrder, ReviewQueue
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Intent, Message, Role, Status, Ticket, Triage
from tests.tickets.desk import bring, open_desk

_FROM_US = Message(1, Role.AGENT, "It is on its way.")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with open_desk(tmp_path) as database:
        yield database


def _ticket(number: int, *more: Message, priority: str = "normal", at: int = 0) -> Ticket:
    asked = Message(0, Role.REQUESTER, f"Where is order {number}?", sent_at=at or number)
    return Ticket("Zendesk", str(number), f"Order {number}", (asked, *more), priority=priority)


def _filled(database: Database, *tickets: Ticket) -> TicketStore:
    store = TicketStore(database)
    bring(store, tickets)
    return store


def test_the_queue_holds_what_waits_for_us_and_undo_brings_a_card_back(database: Database) -> None:
    store = _filled(
        database, _ticket(1), _ticket(2, priority="urgent"), _ticket(3, _FROM_US),
        Ticket("Zendesk", "4", "Only a row of a list"), _ticket(5), _ticket(6, at=2),
    )  # fmt: skip
    ids = {store.ticket(number).external_id: number for number in range(1, 7)}
    queue = ReviewQueue(database)

    def waiting(order: QueueOrder = QueueOrder.URGENT) -> list[str]:
        names = {number: name for name, number in ids.items()}
        return [names[one] for one in queue.look(order, 0).result().ids]

    assert waiting() == ["2", "1", "6", "5"], "urgent, then the one that waits longest"
    assert waiting(QueueOrder.OLDEST) == ["1", "2", "6", "5"]
    store.save_triage(ids["5"], Triage(Intent.REFUND, 0.9, "en", "", escalate=True))
    store.save_triage(ids["1"], Triage(Intent.LOGISTICS, 0.9, "en", ""))
    only = queue.look(QueueOrder.URGENT, 0, Intent.REFUND).result()
    assert only.ids == (ids["5"],)
    assert (only.left, only.need_you, only.outbox) == (4, 1, 0)

    queue.approve(ids["1"], 0, "en", "It comes on Friday.").result()
    store.set_status([ids["2"]], Status.ESCALATED).result()
    store.set_status([ids["6"]], Status.SKIPPED).result()
    look = queue.look(QueueOrder.URGENT, 0).result()
    assert waiting() == ["5"] and look.outbox == 1
    done = look.day
    assert (done.approved, done.escalated, done.skipped) == (
        {ids["1"]}, {ids["2"]}, {ids["6"]}
    )  # fmt: skip
    assert len(done.times) == 3
    assert database.read("SELECT text FROM copies") == [("It comes on Friday.",)]
    [kept] = queue.outbox().result()
    assert (kept.external_id, kept.text, kept.exported_at) == ("1", "It comes on Friday.", None)
    queue.exported([kept.ticket_id]).result()
    assert queue.outbox().result()[0].exported_at

    for _ in range(3):
        store.undo().result()
    assert waiting() == ["2", "1", "6", "5"] and not queue.outbox().result()
    store.redo().result()
    assert [one.external_id for one in queue.outbox().result()] == ["1"], "redo approves again"
    store.set_status([ids["1"]], Status.REPLIED).result()
    assert not queue.outbox().result(), "it was sent"


@pytest.mark.parametrize("between", [(), (_FROM_US,)], ids=["customer", "agent, then customer"])
@pytest.mark.parametrize("exported", [False, True])
def test_a_reply_that_the_customer_overtakes_is_marked_and_its_card_is_back(
    database: Database, between: tuple[Message, ...], exported: bool
) -> None:
    store = _filled(database, _ticket(1), _ticket(2))
    queue = ReviewQueue(database)
    for number in (1, 2):
        queue.approve(number, 0, "en", "It comes on Friday.").result()
    if exported:
        queue.exported([1]).result()
    cancelled = Message(len(between) + 1, Role.REQUESTER, "Forget it, I cancel!", sent_at=9)
    number, _ = bring(store, [_ticket(1, *between, cancelled), _ticket(2)], as_of=2)

    look = queue.look(QueueOrder.URGENT, 0).result()
    assert look.ids == (1,) and store.ticket(1).status is Status.NEW
    there = [(one.ticket_id, one.is_stale) for one in queue.outbox().result()]
    assert there == ([(2, False)] if exported else [(1, True), (2, False)])
    assert look.outbox == len(there)
    queue.approve(1, 0, "en", "We have cancelled it.").result()
    assert [one.is_stale for one in queue.outbox().result()] == [False, False]
    store.undo().result()
    store.undo_import(number).result()
    assert store.ticket(1).status is Status.COPIED
    assert [one.is_stale for one in queue.outbox().result()] == [False, False]


@pytest.mark.parametrize("case", ["taken back", "sent"])
def test_what_was_taken_back_or_sent_is_not_in_the_outbox_again(
    database: Database, case: str
) -> None:
    store, queue = _filled(database, _ticket(1), _ticket(2)), ReviewQueue(database)
    queue.approve(1, 0, "en", "It comes on Friday.").result()
    if case == "taken back":
        store.undo().result()
    else:
        store.set_status([1], Status.REPLIED).result()
    later = Message(9, Role.REQUESTER, "One more thing.", sent_at=5000)
    grown = replace(store.ticket(1), messages=(*store.ticket(1).messages, later), status=Status.NEW)
    bring(store, [grown, store.ticket(2)], as_of=9000)
    assert store.ticket(1).status is Status.NEW
    assert queue.outbox().result() == []
    assert queue.look(QueueOrder.URGENT, 0).result().outbox == 0


def test_the_outbox_knows_a_helpdesks_own_id_also_where_a_later_export_tells_it(
    database: Database,
) -> None:
    store, queue = (
        _filled(database, _ticket(1), replace(_ticket(2), helpdesk_id="8")),
        ReviewQueue(database),
    )
    for number in (1, 2):
        queue.approve(number, 0, "en", "It comes on Friday.").result()
    assert [one.helpdesk_id for one in queue.outbox().result()] == ["", "8"]
    bring(store, [replace(_ticket(1), helpdesk_id="7"), _ticket(2)], as_of=2)
    assert [one.helpdesk_id for one in queue.outbox().result()] == ["7", "8"]


def test_a_draft_that_no_policy_answers_or_that_is_in_doubt_needs_the_agent(
    database: Database,
) -> None:
    from supportdesk_gui.assist.drafting import DraftEnd
    from supportdesk_gui.assist.drafts import DraftStore

    store = _filled(database, *(_ticket(number) for number in range(1, 5)))
    drafts, queue = DraftStore(database), ReviewQueue(database)
    versions = []
    for ticket_id, answered in ((1, True), (2, False), (3, True)):
        version, _ = drafts.start(ticket_id, "en", "offline")
        drafts.save_text(version, "It comes on Friday.")
        drafts.finish(version, DraftEnd("offline", answered, 0.1, 0.2))
        versions.append(version)
    store.set_status([1, 2, 3], Status.DRAFTED)
    queue.prepared(versions[0], 0)
    queue.prepared(versions[2], 2)
    queue.prepared(max(versions) + 100, 1).result()  # its requester was forgotten meanwhile
    look = queue.look(QueueOrder.URGENT, 0).result()
    assert (look.left, look.drafted, look.need_you) == (4, 1, 2)
    assert (look.prepared, look.unseen) == (2, 0), "they may still be looked at"
    queue.seen(versions[0])
    store.set_status([1, 3], Status.SKIPPED)
    look = queue.look(QueueOrder.URGENT, 0).result()
    assert (look.prepared, look.unseen) == (2, 1)


def test_answered_tickets_are_found_by_their_words_and_with_what_was_said(
    database: Database,
) -> None:
    store = _filled(database, _ticket(1), _ticket(2), _ticket(3, _FROM_US), _ticket(4))
    queue = ReviewQueue(database)
    for number in range(1, 5):
        store.save_triage(number, Triage(Intent.LOGISTICS, 0.9, "en", ""))
    queue.approve(1, 0, "en", "It comes on Friday.")
    store.set_status([3], Status.REPLIED)
    database.flush()
    answered = AnsweredBefore(database)
    assert sorted(answered.like(["order"], "other", 4, 10)) == [1, 3], "nobody answered the others"
    assert answered.like(["order", "3"], "other", 4, 10)[0] == 3, "a rare word tells more"
    assert answered.like(["zebra"], "logistics", 3, 10) == [1], "else the newest of the intent"
    assert answered.like([], "refund", 4, 10) == []
    assert (answered.said(1), answered.said(3)) == ("It comes on Friday.", "It is on its way.")
    assert answered.said(2) == ""


def test_an_answer_is_said_again_without_the_mail_that_it_answered(database: Database) -> None:
    theirs = "Hi,\n\nIt is sent.\n\nOn Mon, 23 Nov 2026 at 10:00, Eva <eva@example.com> wrote:\n> My leg."
    reply = replace(_FROM_US, text=theirs, folded=())
    cut = len("Hi,\n\nIt is sent.\n\n")
    known = replace(reply, folded=((cut, len(theirs)),))
    _filled(database, _ticket(1, reply), _ticket(2, known))
    store = TicketStore(database)
    store.set_status([1, 2], Status.REPLIED)
    database.flush()
    answered = AnsweredBefore(database)
    found = answered.like(["zebra"], "logistics", 0, 10)
    assert found == [2, 1], "nobody judged those that came with their answers"
    assert [answered.said(one) for one in (1, 2)] == ["Hi,\n\nIt is sent."] * 2

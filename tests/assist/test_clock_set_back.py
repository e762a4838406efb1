"""The clock of the computer is set back by a day in the middle: nothing is lost, orders stay."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from supportdesk_gui.assist.drafts import DraftStore
from supportdesk_gui.assist.journal import Copied, Journal
from supportdesk_gui.assist.queue_history import queue_history
from supportdesk_gui.storage.backup import back_up, backups
from supportdesk_gui.tickets.import_changes import Became
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.review_queue import QueueOrder, ReviewQueue
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Status, Ticket
from supportdesk_gui.ui.inbox.wording import age_words
from supportdesk_gui.ui.review.pace import Pace, pace_of
from tests.tickets.desk import SOURCE, open_desk, said, ticket

_DAY = 86_400
NOON = 1_795_000_000


class Clock:
    """The computer's; it goes on by a minute with each look at it."""

    def __init__(self) -> None:
        self.now = NOON

    def time(self) -> float:
        self.now += 60
        return float(self.now)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(time, "time", clock.time)
    return clock


def test_what_was_done_is_kept_and_stays_in_its_order(tmp_path: Path, clock: Clock) -> None:
    with open_desk(tmp_path) as desk:
        store, drafts, review = TicketStore(desk), DraftStore(desk), ReviewQueue(desk)
        _bring(store, clock, ticket("1", said("a", NOON)), ticket("2", said("b", NOON)))
        one, other = store.ids(TicketQuery("", Chip.ALL))[::-1]
        first = _draft(drafts, one, "Today")
        store.mark_drafted(one).result()
        review.approve(one, first, "en", "Today").result()
        clock.now -= _DAY
        store.record_copy(one, "en", "Today, once more", first).result()
        second = _draft(drafts, one, "Yesterday")
        review.approve(other, _draft(drafts, other, "Other"), "en", "Other").result()
        drafts.save_text(second, "Yesterday, typed on").result()
        store.set_status([one], Status.SKIPPED).result()
        assert store.undo().result() == (one,)  # the newest step, whatever its time
        happened = Journal(desk, drafts).of(one)[::-1]
        told = [one.text if isinstance(one, Copied) else type(one).__name__ for one in happened]
        assert told == [
            "Brought", "Drafted", "StatusSet", "Today", "StatusSet",
            "Today, once more", "Drafted", "StatusSet", "StatusSet",
        ]  # fmt: skip
        assert [one.at for one in happened][-4:] == sorted(one.at for one in happened)[:4]
        assert [reply.ticket_id for reply in review.outbox().result()] == [one, other]
        look = review.look(QueueOrder.OLDEST, clock.now - _DAY).result()
        assert look.outbox == 2 and look.day.approved == {one, other}
        assert pace_of(look.day.times) in (Pace(), Pace(60), Pace(120), Pace(180 - 1))
        points = desk.submit(lambda rows: queue_history(rows, clock.now - 7 * _DAY, clock.now))
        assert [point.at for point in points.result()][-1] <= clock.now
    with open_desk(tmp_path) as desk:
        assert [one.text for one in DraftStore(desk).versions(one)] == [
            "Today",
            "Yesterday, typed on",
        ]
    assert age_words(NOON, clock.now) == "0 m"


def test_an_export_after_it_is_the_newer_one(tmp_path: Path, clock: Clock) -> None:
    with open_desk(tmp_path) as desk:
        store, drafts = TicketStore(desk), DraftStore(desk)
        _bring(store, clock, ticket("1", said("a", NOON)), ticket("2", said("b", NOON)))
        one = store.ids(TicketQuery("", Chip.ALL))[-1]
        _draft(drafts, one, "Before they wrote again")
        clock.now -= _DAY
        _bring(store, clock, ticket("1", said("a", NOON), said("and?", NOON + 9)))
        found = store.last_changes().result()
        assert found is not None and not found.is_older
        assert found.counts == {Became.WRITTEN: 1, Became.GONE: 1}
        assert found.stale == 1
        _draft(drafts, one, "After it")
        found = store.last_changes().result()
        assert found is not None and found.stale == 0


def test_the_newest_copy_is_the_one_that_was_made_last(tmp_path: Path, clock: Clock) -> None:
    with closing(sqlite3.connect(tmp_path / "desk.sqlite3")) as connection:
        connection.execute("CREATE TABLE days (number)")
        for day in range(8):  # six days, then the clock is set back by two, and one more comes
            clock.now += _DAY if day != 6 else -2 * _DAY
            connection.execute("INSERT INTO days VALUES (?)", [day])
            connection.commit()
            back_up(connection, "desk", 1, tmp_path)
    kept = []
    for copy in backups("desk", tmp_path):
        with closing(sqlite3.connect(copy)) as connection:
            kept.append(connection.execute("SELECT max(number) FROM days").fetchone()[0])
    assert kept == [3, 4, 5, 6, 7]


def _bring(store: TicketStore, clock: Clock, *tickets: Ticket) -> None:
    number = store.start_import(SOURCE, "open.csv", clock.now, view="open").result()
    store.upsert(number, tickets).result()
    store.finish_import(number, is_whole=True).result()


def _draft(drafts: DraftStore, ticket_id: int, text: str) -> int:
    version, begun = drafts.start(ticket_id, "en", "rules")
    begun.result()
    drafts.save_text(version, text).result()
    return version

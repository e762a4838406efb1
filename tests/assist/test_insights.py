"""The figures of a day are those of what happened: the queue, the money, the times, the waste."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from supportdesk_gui.assist.insights import Count, Insights, Period, read_insights
from supportdesk_gui.assist.tags import Sentiment, Tags
from supportdesk_gui.engine.ledger import Kind, Ledger, LedgerEntry
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.migrations import DESK_LAYOUTS
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Intent, Status, Triage
from tests.tickets.desk import bring, tagged, ticket

_NOW = datetime.now().replace(hour=15, minute=0, second=0, microsecond=0)
_MORNING = int(_NOW.replace(hour=8, minute=2).timestamp())


class _Desk:
    """A database with its stores."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "desk.sqlite3"
        self.database = Database(self.path, DESK_LAYOUTS, folder / "backups")
        self.store, self.ledger = TicketStore(self.database), Ledger(self.database)

    def bring(self, count: int, at: int, name: str = "t") -> list[int]:
        """Tickets come by an export of that time."""
        made = [ticket(f"{name}{place}", language="de") for place in range(count)]
        number, _ = bring(self.store, made, at)
        found = self.database.read("SELECT id FROM tickets WHERE import_id = ?", [number])
        return [row[0] for row in found]

    def move(self, seconds: int) -> None:
        """The newest change of status was made at that time."""
        sql = (
            "UPDATE status_history SET at = ? WHERE step_id = (SELECT max(id) FROM status_changes)"
        )
        self.database.submit(lambda connection: connection.execute(sql, [seconds])).result()

    def read(self, period: Period) -> Insights:
        self.database.flush()
        return read_insights(self.path, period, _NOW)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[_Desk]:
    made = _Desk(tmp_path)
    yield made
    made.database.close()


def _entry(kind: Kind, at: datetime, **values: object) -> LedgerEntry:
    milliseconds = int(at.timestamp() * 1000)
    return LedgerEntry(milliseconds, kind, 0, 0, "claude-sonnet-5-5", "h", **values)  # type: ignore[arg-type]


def test_the_queue_falls_as_tickets_are_answered_and_what_was_undone_never_was(desk: _Desk) -> None:
    ids = desk.bring(10, _MORNING)
    desk.store.set_status(ids[:3], Status.REPLIED).result()
    desk.move(_MORNING + 600)
    desk.store.set_status(ids[3:7], Status.SKIPPED).result()
    desk.move(_MORNING + 900)
    desk.store.set_status(ids[7:9], Status.ESCALATED).result()
    desk.move(_MORNING + 1200)
    desk.store.undo().result()

    found = desk.read(Period.TODAY)

    midnight = Period.TODAY.since(_NOW)
    assert [(point.at, point.open) for point in found.queue] == [
        (midnight, 0), (_MORNING, 10), (_MORNING + 600, 7), (_MORNING + 900, 3),
        (int(_NOW.timestamp()), 3),
    ]  # fmt: skip


def test_what_came_before_the_period_is_where_its_queue_begins(desk: _Desk) -> None:
    old = desk.bring(4, _MORNING - 3 * 86_400, "old")
    desk.bring(2, _MORNING)
    desk.store.set_status(old[:1], Status.REPLIED).result()
    desk.move(_MORNING - 86_400)

    assert [point.open for point in desk.read(Period.TODAY).queue] == [3, 5, 5]
    assert [point.open for point in desk.read(Period.WEEK).queue] == [0, 4, 3, 5, 5]
    assert desk.read(Period.TODAY).tickets == 2
    assert desk.read(Period.WEEK).tickets == desk.read(Period.EVER).tickets == 6


def test_a_long_history_is_thinned_to_its_shape(desk: _Desk) -> None:
    ids = desk.bring(900, _MORNING)
    for place, one in enumerate(ids[:850]):
        desk.store.set_status([one], Status.REPLIED)
        desk.move(_MORNING + place * 20)
    queue = desk.read(Period.TODAY).queue
    assert len(queue) <= 242
    assert max(point.open for point in queue) >= 890
    assert queue[-1].open == 50
    assert [point.at for point in queue] == sorted(point.at for point in queue)


def test_intents_languages_and_escalations_are_counted(desk: _Desk) -> None:
    ids = desk.bring(5, _MORNING)
    for place, one in enumerate(ids[:4]):
        intent = Intent.REFUND if place else Intent.INVOICE
        language = "fr" if place else "es"
        desk.store.save_triage(one, Triage(intent, 0.9, language, "s", escalate=place == 1))
    desk.store.record_copy(ids[0], "fr", "Bonjour", 1).result()
    desk.store.record_copy(ids[0], "fr", "Bonjour encore", 1).result()
    own = {"late": "yes", "gift": "no"}
    tagged(
        desk.database,
        {
            ids[0]: Tags(1, False, Sentiment.NEGATIVE, "", own),
            ids[1]: Tags(2, True, Sentiment.NEGATIVE, "", {**own, "cause": "price"}),
            ids[2]: Tags(5, True, Sentiment.POSITIVE),
        },
    )

    found = desk.read(Period.EVER)

    assert found.intents == (Count("refund", 3), Count("invoice", 1))
    assert found.asked == (Count("fr", 3), Count("de", 1), Count("es", 1))
    assert found.escalated == (Count("refund", 2),), "by triage, by tags, or by both"
    assert found.sentiments == (Count("negative", 2), Count("positive", 1))
    assert found.own_tags == (Count("late", 2), Count("cause: price", 1))
    assert found.answered == (Count("fr", 1),)
    assert found.copied == 1


def test_money_and_times_are_those_of_the_ledger(desk: _Desk) -> None:
    yesterday = _NOW - timedelta(days=1)
    for entry in (
        _entry(Kind.DRAFT, _NOW, micro_usd=300, input=20, cache_read=80, first_text_ms=700),
        _entry(Kind.DRAFT, _NOW, micro_usd=100, first_text_ms=900, input=100),
        _entry(Kind.DRAFT, _NOW, micro_usd=50, first_text_ms=5, outcome="stopped"),
        _entry(Kind.TRIAGE, _NOW, micro_usd=None, total_ms=80),
        _entry(Kind.TAGS, yesterday, micro_usd=40, input=100),
    ):
        desk.ledger.record(entry).result()

    today, week = desk.read(Period.TODAY), desk.read(Period.WEEK)

    assert today.micro_usd == 450 and week.micro_usd == 490
    assert today.unpriced == 1
    assert today.cache_share == 0.4 and week.cache_share == pytest.approx(80 / 300)
    assert today.first_text_ms == 800
    assert [(day.micro_usd, day.requests) for day in week.days] == [(40, 1), (450, 4)]
    assert week.days[0].first_text_ms is None
    assert [(row.model, row.requests, row.micro_usd) for row in week.models] == [
        ("claude-sonnet-5-5", 5, 490)
    ]
    assert (today.batch_share, week.batch_share) == (0.0, 0.2)
    assert today.waste_micro_usd == today.drafts_micro_usd == 450
    assert [(day.drafts_micro_usd, day.waste_micro_usd, day.in_batches) for day in week.days] == [
        (0, 0, 1), (450, 450, 0),
    ]  # fmt: skip


def test_all_is_all_however_many_days_it_was(desk: _Desk) -> None:
    for back in range(40):
        at = _NOW - timedelta(days=back)
        desk.ledger.record(_entry(Kind.TAGS, at, micro_usd=10, input=5, cache_read=5)).result()
    ever = desk.read(Period.EVER)
    assert ever.micro_usd == sum(row.micro_usd for row in ever.models) == 400
    assert (ever.batch_share, ever.cache_share) == (1.0, 0.5)


def test_without_anything_there_is_nothing_to_show(desk: _Desk) -> None:
    for period in Period:
        found = desk.read(period)
        assert not (found.queue or found.tickets or found.days or found.models)
        assert found.cache_share is None and found.first_text_ms is None

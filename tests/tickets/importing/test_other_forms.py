"""The same export once more in another form: other dates, fewer or more columns, another order."""

from __future__ import annotations

import csv
import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from supportdesk_gui.tickets.import_changes import Became
from supportdesk_gui.tickets.importing.doctor import Notice
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.store import TicketStore
from tests.tickets.desk import open_desk
from tests.tickets.importing.test_same_source import _read, _seen

_FIRST = datetime(2026, 11, 3, 9, 12, 31, tzinfo=UTC)
_HEAD = ("number", "customer", "email", "subject", "message", "status", "date")
_ISO, _CUT = "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M"
_MONTH_FIRST, _DAY_FIRST = "%m/%d/%Y %H:%M", "%d/%m/%Y %H:%M"

pytestmark = pytest.mark.usefixtures("utc")


@pytest.fixture
def utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Times without a zone are those of this computer."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


class _Twice:
    """A desk that reads the same eight tickets in several forms, each newer than the last."""

    def __init__(self, folder: Path, store: TicketStore) -> None:
        self._folder, self.store, self._drops = folder, store, count()

    def read(
        self, dates: str, *, name: str = "tickets", without: str = "", backwards: bool = False
    ) -> tuple[dict[Became, int], tuple[Notice, ...]]:
        """Read a file; what became of the tickets, and what is to be known of it."""
        place = next(self._drops)
        path = self._folder / str(place) / f"{name}.csv"
        path.parent.mkdir()
        kept = [at for at, column in enumerate(_HEAD) if column not in without.split()]
        rows = [self._row(number, dates) for number in range(8)]
        with path.open("w", newline="") as file:
            table = csv.writer(file)
            for row in (_HEAD, *(rows[::-1] if backwards else rows)):
                table.writerow([row[at] for at in kept])
        os.utime(path, (time.time() - 1000 + place,) * 2)
        found = _seen(path, self.store)
        changes = _read(found, self.store).changes
        assert changes is not None and len(self.store.ids(TicketQuery("", Chip.ALL))) == 8
        return dict(changes.counts), found.notices

    def _row(self, number: int, dates: str) -> list[str]:
        at = _FIRST + timedelta(days=number)
        return [f"{3100 + number}", f"Ana{number} Ruiz", f"ana{number}@mail.example",
                f"About lamp number {number}", f"Lamp number {number} arrived broken, please help.",
                "open", at.strftime(dates)]  # fmt: skip

    def days(self) -> set[str]:
        """The days on which the tickets were made."""
        found = map(self.store.ticket, self.store.ids(TicketQuery("", Chip.ALL)))
        return {time.strftime("%m-%d", time.gmtime(one.created_at)) for one in found}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[_Twice]:
    with open_desk(tmp_path) as database:
        yield _Twice(tmp_path, TicketStore(database))


_SAME = {Became.SAME: 8}
_DAYS = {f"11-{day:02}" for day in range(3, 11)}


def test_a_date_that_is_written_another_way_changes_nothing(desk: _Twice) -> None:
    desk.read(_ISO)
    for dates in (_CUT, "%d.%m.%Y %H:%M", "%m/%d/%Y %I:%M %p", _ISO):
        assert desk.read(dates, name="other", backwards=True)[0] == _SAME, dates
    assert desk.days() == _DAYS


def test_known_tickets_tell_the_day_from_the_month(desk: _Twice) -> None:
    desk.read(_ISO)
    for dates in (_MONTH_FIRST, _DAY_FIRST):
        told, notices = desk.read(dates)
        assert told == _SAME and Notice.UNSURE_DATE_ORDER not in notices
    assert desk.days() == _DAYS


def test_days_that_were_taken_for_months_are_mended_by_a_clear_export(desk: _Twice) -> None:
    _, notices = desk.read(_MONTH_FIRST)
    assert Notice.UNSURE_DATE_ORDER in notices and desk.days() != _DAYS
    assert Became.WRITTEN not in desk.read(_ISO)[0]
    assert desk.days() == _DAYS
    assert desk.store.ids(TicketQuery("broken", Chip.ALL)) and all(
        len(desk.store.ticket(one).messages) == 1
        for one in desk.store.ids(TicketQuery("", Chip.ALL))
    )


def test_texts_that_a_list_lacked_are_no_news(desk: _Twice) -> None:
    desk.read(_ISO, without="message")
    assert desk.read(_ISO)[0] == {Became.CHANGED: 8}
    for without in ("message", "email", "customer", "date status"):
        assert desk.read(_CUT, without=without, name="fewer")[0] == _SAME, without


def test_an_address_takes_no_writers_name(tmp_path: Path) -> None:
    head = "conversation_id,author_type,author_name,author_email,body,created_at\n"
    rows = ["7,user,Ana Ruiz,ana@mail.example,Where is my parcel today,2026-11-01 10:00:00",
            "7,admin,Jo,jo@shop.example,It is on its way to you,2026-11-01 11:00:00"]  # fmt: skip
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        for text in (head + "\n".join(rows), (head + "\n".join(rows)).replace(",author_name", "")
                     .replace(",Ana Ruiz", "").replace(",Jo,", ",")):  # fmt: skip
            (tmp_path / "talks.csv").write_text(text)
            report = _read(_seen(tmp_path / "talks.csv", store), store)
        assert report.changes and report.changes.counts == {Became.SAME: 1}
        (one,) = store.ids(TicketQuery("", Chip.ALL))
        assert [said.author for said in store.ticket(one).messages] == ["Ana Ruiz", "Jo"]

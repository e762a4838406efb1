"""Tickets go after the days that are set for their source, but none that waits for the agent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from supportdesk_gui.assist.drafts import DraftStore
from supportdesk_gui.storage.data_folder import DataFolder
from supportdesk_gui.storage.database import Database
from supportdesk_gui.tickets.retention import apply_retention
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Role, Status, Ticket
from tests.tickets.desk import SOURCE, bring, check_index, open_desk, said, ticket
from tests.tickets.test_forgetting import places

NOW, DAY = 1_795_000_000, 86_400


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Database]:
    with open_desk(tmp_path) as database:
        yield database
        check_index(database)


def answered(name: str, days: float, **more: object) -> Ticket:
    """A ticket that the agent has answered so many days ago."""
    at = int(NOW - days * DAY)
    return replace(
        ticket(name, said(f"asks{name}", at - 60), said("answer", at, Role.AGENT)),
        created_at=at - 60, **more,
    )  # type: ignore[arg-type] # fmt: skip


def waiting(name: str, days: float) -> Ticket:
    return ticket(name, said(f"asks{name}", int(NOW - days * DAY)))


def left(desk: Database) -> list[str]:
    return [row[0] for row in desk.read("SELECT external_id FROM tickets ORDER BY external_id")]


def test_by_source_and_by_the_last_movement(desk: Database, tmp_path: Path) -> None:
    store = TicketStore(desk)
    bring(store, [
        answered("gone", 31), answered("young", 29), answered("changed", 90, updated_at=NOW - DAY),
        answered("other", 400, source="Gorgias"), waiting("waits", 90), waiting("skipped", 90),
        answered("drafted", 90),
    ])  # fmt: skip
    store.set_status([store.find(ticket("skipped"))], Status.SKIPPED).result()
    DraftStore(desk).start(store.find(ticket("drafted")), "en", "offline")[1].result()
    done = apply_retention(desk, {SOURCE: 30, "Gorgias": 0}, NOW)
    assert left(desk) == ["changed", "drafted", "other", "waits", "young"]
    assert (done.removed, done.waiting) == ({SOURCE: 2}, {SOURCE: 1})
    assert not places(DataFolder(tmp_path), "asksgone")
    assert places(DataFolder(tmp_path), "asksyoung")
    again = apply_retention(desk, {SOURCE: 30}, NOW)
    assert (again.removed, again.waiting) == ({}, {SOURCE: 1})


def test_without_any_time_it_counts_from_the_import(desk: Database) -> None:
    store = TicketStore(desk)
    bring(store, [ticket("old", said("a", role=Role.AGENT))], as_of=NOW - 40 * DAY)
    bring(store, [ticket("new", said("b", role=Role.AGENT))], as_of=NOW - 20 * DAY)
    apply_retention(desk, {SOURCE: 30}, NOW)
    assert left(desk) == ["new"]


def test_nothing_is_removed_where_nothing_is_set(desk: Database) -> None:
    bring(TicketStore(desk), [answered("1", 4000)])
    assert not apply_retention(desk, {}, NOW).removed
    assert not apply_retention(desk, {SOURCE: 0}, NOW).removed
    assert left(desk) == ["1"]

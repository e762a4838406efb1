"""What this program has written of a view comes back whole, and once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from supportdesk_gui.tickets.exporting import export_tickets
from supportdesk_gui.tickets.importing.doctor import examine
from supportdesk_gui.tickets.importing.same_source import with_sources
from supportdesk_gui.tickets.importing.survey import survey
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import (
    Attachment,
    Intent,
    Message,
    Role,
    Status,
    Ticket,
    Triage,
    Visibility,
)
from tests.tickets.desk import bring, note, open_desk, read_in, said, ticket

_AT = 1_762_334_100
_TICKETS = (
    ticket("00123", said("Where is order 5512?\n- item one\n+49 30 1234567", _AT, author="Ana"),
           said("On its way.", _AT + 60, Role.AGENT, author="Lena"), note("VIP", _AT + 90),
           said("Still nothing\n\nLena, 2025-11-05T10:15:00+00:00:\nOn its way", _AT + 3600,
                author="Ana Lopez of Accounting",
                attachments=(Attachment("lamp.jpg", "image/jpeg", 1234),)),
           requester="Ana", email="ana@x.example", tags=("vip", "late order"), priority="high",
           channel="email", url="https://d.example/tickets/123", language="en",
           external_status="pending", created_at=_AT, updated_at=_AT + 3600),
    ticket("00124", said("=cmd|calc", _AT, author="-Bob"), subject='=HYPERLINK("x")',
           requester="-Bob", email="bob@x.example", created_at=_AT),
    replace(ticket("00123", said("Hola", author="Cy"), requester="Cy", email="cy@x.example"),
            source="Freshdesk"),
    ticket("N/A", said("No number here, none at all", _AT), requester="Dee"),
    ticket("00127", subject="", requester="Eve", created_at=_AT),
)  # fmt: skip


def _all(store: TicketStore) -> list[Ticket]:
    ids = store.ids(TicketQuery("", Chip.ALL))
    found = (replace(store.ticket(one), id=0, guesses_requester=False) for one in ids)
    return sorted(found, key=lambda one: (one.source, one.external_id, one.requester))


@pytest.fixture(params=["view.json", "view.csv"])
def exported(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Path, Path]]:
    """A data folder, and the export of all that is in it."""
    folder, path = tmp_path / "here", tmp_path / request.param
    folder.mkdir()
    with open_desk(folder) as database:
        store = TicketStore(database)
        _, done = bring(store, list(_TICKETS))
        store.set_status([done.ids[1]], Status.SKIPPED).result()
        store.set_status([done.ids[3]], Status.ESCALATED).result()
        store.save_triage(done.ids[0], Triage(Intent.LOGISTICS, 0.9, "en", "Late")).result()
        list(export_tickets(database, TicketQuery("", Chip.ALL), path))
    yield folder, path


def _public(one: Message) -> bool:
    return one.visibility is Visibility.PUBLIC


def _as_in_a_table(one: Ticket) -> Ticket:
    """The notes and files that a table does not hold left out."""
    messages = [replace(said, attachments=()) for said in one.messages if _public(said)]
    return replace(one, messages=tuple(replace(said, position=at)
                                       for at, said in enumerate(messages)))  # fmt: skip


def test_an_export_comes_back_in_another_data_folder(
    exported: tuple[Path, Path], tmp_path: Path
) -> None:
    folder, path = exported
    with open_desk(folder) as database:
        before = _all(TicketStore(database))
    before = [replace(one, language="") if one.language else one for one in before]
    other = tmp_path / "there"
    other.mkdir()
    with open_desk(other) as database:
        store = TicketStore(database)
        report = read_in(store, path)
        again = _all(store)
    assert (report.added, report.rejected, report.repeated, report.shared) == (5, 0, 0, 0)
    if path.suffix == ".csv":
        before = [_as_in_a_table(one) for one in before]
    assert again == before


def test_an_export_changes_nothing_where_it_was_made(exported: tuple[Path, Path]) -> None:
    folder, path = exported
    with open_desk(folder) as database:
        store = TicketStore(database)
        before = _all(store)
        report = read_in(store, path)
        assert (report.added, report.changed, report.unchanged) == (0, 0, 5)
        assert _all(store) == before


def test_an_export_of_several_sources_is_told_as_what_it_is(exported: tuple[Path, Path]) -> None:
    _, path = exported
    diagnosis = examine(path)
    assert (diagnosis.vendor, diagnosis.notices) == ("SupportDesk", ())
    found = survey(diagnosis)
    assert (found.tickets, found.repeated, found.alike, found.shared) == (5, 0, 0, 0)
    (placed,) = with_sources([diagnosis], ["Zendesk", "SupportDesk"], lambda *_: _TICKETS)
    assert placed == diagnosis


def test_an_older_export_takes_nothing_back(exported: tuple[Path, Path]) -> None:
    folder, path = exported
    with open_desk(folder) as database:
        store = TicketStore(database)
        newer = replace(_TICKETS[0], subject="Found", updated_at=_AT + 9000)
        bring(store, [newer], as_of=int(path.stat().st_mtime) + 100)
        read_in(store, path)
        found = next(one for one in _all(store) if one.requester == "Ana")
    assert (found.subject, found.updated_at) == ("Found", _AT + 9000)

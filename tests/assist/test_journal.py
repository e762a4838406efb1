"""What did I copy, when, and why: a ticket's history, and that it goes with its ticket."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from supportdesk_gui.assist.draft_basis import Basis, DraftBasis
from supportdesk_gui.assist.drafting import Citation
from supportdesk_gui.assist.drafts import DraftStore
from supportdesk_gui.assist.journal import (
    Asked,
    Brought,
    Copied,
    Drafted,
    Edited,
    Journal,
    StatusSet,
)
from supportdesk_gui.assist.vouching import Vouching
from supportdesk_gui.engine.ledger import Kind, Ledger, LedgerEntry
from supportdesk_gui.policies.document import Passage
from supportdesk_gui.storage.database import Database
from supportdesk_gui.tickets.import_changes import Became
from supportdesk_gui.tickets.removal import remove
from supportdesk_gui.tickets.statuses import Cause
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Status
from tests.tickets.desk import SOURCE, bring, open_desk, said, ticket


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Database]:
    with open_desk(tmp_path) as database:
        yield database


def _drafted(desk: Database, ticket_id: int) -> tuple[DraftStore, int]:
    drafts, basis = DraftStore(desk), DraftBasis(desk)
    version, begun = drafts.start(ticket_id, "es", "claude-haiku-5-5")
    begun.result()
    basis.begin(version, Basis(b"style", "Lost parcels", stance="grant", wish="all of it"))
    sent = [
        Passage(0, name, f"text of {name}", f"{name}.md", "Refunds", 0, 9, "en")
        for name in ("cited", "only sent")
    ]
    drafts.save_passages(version, sent)
    drafts.save_text(version, "Le devolvemos el importe.", [Citation(0, 9, "cited", 0, 9)])
    basis.finish(version, "Le devolvemos el importe.").result()
    drafts.save_text(version, "Le devolvemos todo.", [Citation(0, 9, "cited", 0, 9)]).result()
    vouching = Vouching(desk)
    vouching.vouch(version, "Le devolvemos todo.").result()
    Ledger(desk).record(
        LedgerEntry(1_000, Kind.DRAFT, ticket_id, version, "claude-haiku-5-5", "h", micro_usd=70)
    ).result()
    return drafts, version


def test_what_was_copied_when_and_why(desk: Database) -> None:
    store = TicketStore(desk)
    _, done = bring(store, [ticket("1", said("a", 1)), ticket("2", said("a", 1))])
    one, other = done.ids
    drafts, version = _drafted(desk, one)
    store.record_copy(one, "es", "Le devolvemos todo.", version).result()
    store.set_status([one], Status.COPIED).result()
    drafts.save_text(version, "edited after the copy").result()
    bring(store, [ticket("1", said("a", 1), said("thanks", 2), external_status="solved")])
    store.undo().result()

    found = Journal(desk, drafts).of(one)

    assert [one.at for one in found] == sorted((one.at for one in found), reverse=True)
    (copied,) = [one for one in found if isinstance(one, Copied)]
    assert (copied.language, copied.text) == ("es", "Le devolvemos todo."), "as it was then"
    assert copied.draft is not None
    assert copied.draft.version.engine == "claude-haiku-5-5"
    assert [passage.file for passage in copied.draft.rests_on] == ["cited.md"]
    assert copied.draft.agents_word == ("Le devolvemos todo.",)
    (draft,) = [one for one in found if isinstance(one, Drafted)]
    assert (draft.number, draft.version.text) == (1, "edited after the copy")
    assert draft.basis == Basis(
        b"style", "Lost parcels", "Le devolvemos el importe.", "grant", "all of it"
    )
    assert draft.was_changed
    (asked,) = [one for one in found if isinstance(one, Asked)]
    assert (asked.at, asked.entry.kind, asked.entry.micro_usd) == (1, Kind.DRAFT, 70)
    assert [(one.became, one.source) for one in found if isinstance(one, Brought)] == [
        (Became.CLOSED, SOURCE), (Became.ADDED, SOURCE),
    ]  # fmt: skip
    assert [
        (one.before, one.after, one.cause) for one in found[::-1] if isinstance(one, StatusSet)
    ] == [
        (Status.NEW, Status.COPIED, Cause.AGENT),
        (Status.COPIED, Status.REPLIED, Cause.IMPORT),
        (Status.REPLIED, Status.COPIED, Cause.UNDO),
    ]
    assert [type(one) for one in Journal(desk, drafts).of(other)] == [Brought]
    desk.submit(lambda connection: remove(connection, [one])).result()
    assert Journal(desk, drafts).of(one) == []


def test_what_the_agent_changes_by_hand_has_a_line_with_its_time(desk: Database) -> None:
    store = TicketStore(desk)
    _, done = bring(store, [ticket("1", said("a", 1))])
    one = done.ids[0]
    drafts, version = _drafted(desk, one)
    drafts.finish(version, None).result()

    def edits() -> list[Edited]:
        return [line for line in Journal(desk, drafts).of(one) if isinstance(line, Edited)]

    assert edits() == [], "what the engine wrote is no change"
    drafts.save_text(version, "Le devolvemos todo h").result()
    drafts.save_text(version, "Le devolvemos todo hoy.").result()
    (edit,) = edits()
    assert abs(edit.at - time.time()) < 600 and edit.draft.number == 1
    desk.submit(lambda c: c.execute("UPDATE draft_edits SET at = at - 900").rowcount).result()
    drafts.save_text(version, "Le devolvemos todo mañana.").result()
    later, before = edits()
    assert later.at - before.at >= 900
    store.record_copy(one, "es", "Le devolvemos todo mañana.", version).result()
    drafts.save_text(version, "Le devolvemos todo ayer.").result()
    order = [type(line) for line in Journal(desk, drafts).of(one)]
    assert order.count(Edited) == 3 and order.index(Copied) < len(order)


def test_an_import_that_was_undone_stays_in_the_history_of_statuses(desk: Database) -> None:
    store = TicketStore(desk)
    _, done = bring(store, [ticket("1", said("a", 1))])
    import_id, _ = bring(store, [ticket("1", said("a", 1), external_status="solved")])
    store.undo_import(import_id).result()
    found = Journal(desk, DraftStore(desk)).of(done.ids[0])
    assert [one.cause for one in found if isinstance(one, StatusSet)] == [
        Cause.IMPORT_UNDONE, Cause.IMPORT,
    ]  # fmt: skip
    assert [one.became for one in found if isinstance(one, Brought)] == [Became.ADDED]

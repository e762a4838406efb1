"""A requester who is forgotten is in no byte of the data folder, and does not come back."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from supportdesk_gui.assist.draft_basis import Basis, DraftBasis
from supportdesk_gui.assist.drafting import Citation, Origin, SentenceIn
from supportdesk_gui.assist.drafts import DraftStore
from supportdesk_gui.assist.tag_store import Finished, TagStore
from supportdesk_gui.assist.tags import ItemState, Sentiment, Tags, Way
from supportdesk_gui.assist.vouching import Vouching
from supportdesk_gui.assist.wishes import Wishes
from supportdesk_gui.engine.ledger import Kind, Ledger, LedgerEntry
from supportdesk_gui.engine.outgoing import Sent
from supportdesk_gui.policies.document import Passage
from supportdesk_gui.storage.backup import back_up, backups
from supportdesk_gui.storage.data_folder import DataFolder, open_data_folder
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.errors import DatabaseLocked
from supportdesk_gui.storage.forgotten import Forgotten
from supportdesk_gui.storage.migrations import DESK_LAYOUTS
from supportdesk_gui.tickets.forgetting import Forgetting
from supportdesk_gui.tickets.importing.report import RejectedRow, RejectReason
from supportdesk_gui.tickets.incoming_rows import search_texts
from supportdesk_gui.tickets.query import TicketQuery
from supportdesk_gui.tickets.saved_views import SavedView
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.store_rows import (
    DERIVED_COLUMNS,
    MESSAGE_COLUMNS,
    TICKET_COLUMNS,
    derived_values,
    message_values,
    ticket_values,
)
from supportdesk_gui.tickets.ticket import Intent, Status, Ticket, Triage
from tests.tickets.desk import SOURCE, bring, check_index, said, ticket

NOW = 1_795_000_000
MAIL, NAME, ORDER = "lucia.quintana@correo.example", "Lucía Quintana", "MP-7731904"
# What she wrote, what was written to her, and what was noted of her; each word of its own.
WORDS = (
    MAIL, NAME, ORDER, "zapatillas", "Kundenrückfrage", "ausgefallenes", "Erstattungsweg",
    "vorgemerkt", "Nachbarin", "quebrada", "Umtauschwunsch", "übersetzt-7", "gutgeschrieben", "Rabattmarke",
    "unlesbar", "Zweitmeldung", "weggetippt", "Merkansicht", "Unzufriedenheitsgrund", "Platzhalterwert",
    "Spaltenmarke",
)  # fmt: skip
OTHERS = ("Jonas Weber", "jonas.weber@mail.example", "Wanderstiefel", "Versandregel")


def theirs(**more: object) -> Ticket:
    return replace(
        ticket("101", said(f"Las zapatillas del pedido {ORDER} llegaron quebrada", NOW)),
        subject="Kundenrückfrage", requester=NAME, email=MAIL, created_at=NOW, **more,
    )  # type: ignore[arg-type] # fmt: skip


def other() -> Ticket:
    return replace(
        ticket("202", said("Meine Wanderstiefel sind zu klein", NOW)),
        requester="Jonas Weber", email="jonas.weber@mail.example", created_at=NOW,
        addressed=(MAIL,),
    )  # fmt: skip


def places(folder: DataFolder, word: str) -> list[str]:
    """The files of the data folder in which a word stands, in any way that systems write text."""
    forms = [word.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    forms.append(json.dumps(word)[1:-1].encode())
    return sorted(
        str(path.relative_to(folder.root))
        for path in folder.root.rglob("*")
        if path.is_file() and any(form in path.read_bytes() for form in forms)
    )


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return open_data_folder(str(tmp_path / "data"))


@pytest.fixture
def desk(folder: DataFolder) -> Iterator[Database]:
    database = Database(folder.desk_database, DESK_LAYOUTS, folder.backups, patience=0.3)
    yield database
    check_index(database)
    database.close()


def fill(database: Database, folder: DataFolder) -> tuple[TicketStore, int]:
    """Two requesters with all that can be kept of them; the store, and the ticket of the first."""
    store = TicketStore(database, Forgotten(folder.forgotten))
    first = replace(theirs(), messages=(said("ausgefallenes Zweitmeldung", NOW),))
    again = replace(
        ticket("7", said("Umtauschwunsch", NOW), source="Gorgias"), email=MAIL.upper(), created_at=1
    )
    bring(store, [first, again, other()])
    _, done = bring(store, [theirs()])
    import_id = store.start_import(SOURCE, "export.csv", NOW).result()
    rejects = [RejectedRow("export.csv", 3, RejectReason.NO_CONTENT, f"unlesbar;{MAIL.upper()}")]
    store.finish_import(import_id, rejects).result()
    ticket_id = done.ids[0]
    triage = Triage(Intent.REFUND, 0.9, "es", "Nachbarin", questions=("Erstattungsweg",))
    store.save_triage(ticket_id, triage).result()
    store.save_inbound_translation(ticket_id, "de", b"hash", {0: "übersetzt-7"}).result()
    store.record_copy(ticket_id, "es", "gutgeschrieben", 1).result()
    draft(database, ticket_id, "vorgemerkt", ["Versandregel", "ausgefallenes Umtauschwunsch"])
    draft(database, store.find(other()), "Guten Tag, Jonas Weber", ["Versandregel"])
    Wishes(database).keep(ticket_id, "Rabattmarke").result()
    for name, search in (("Merkansicht", MAIL.upper()), ("Alle von Jonas Weber", "lang:de")):
        store.named_views.save(SavedView(name, TicketQuery(search))).result()
    store.set_status([ticket_id], Status.SKIPPED).result()
    store.undo().result()
    tag(database, ticket_id)
    for name in (f"{NAME} Spaltenmarke", "Jonas Weber"):  # requests that were about no one ticket
        entry = LedgerEntry(NOW * 1000, Kind.COLUMNS, 0, 0, "m", "h")
        Ledger(database).record(entry, Sent(b"[NAME_1]", {"[NAME_1]": name})).result()
    Ledger(database).record(
        LedgerEntry(NOW * 1000, Kind.DRAFT, ticket_id, 1, "m", "h", input=5, micro_usd=70, request_id="req_77")
    ).result()  # fmt: skip
    body = zlib.compress(MAIL.encode())  # no search of bytes finds what is in there
    sql = "INSERT INTO outgoing SELECT max(id), ?, 1, ?, ? FROM requests"
    database.submit(lambda one: one.execute(sql, [ticket_id, MAIL, body]).rowcount).result()
    return store, ticket_id


def tag(database: Database, ticket_id: int) -> None:
    """Tagged once, and under way in a batch a second time."""
    store = TagStore(database)
    for done in (True, False):
        run = store.begin([ticket_id], Way.BATCH, "h", "m", (), None).result()
        item = store.items(run, ItemState.WAITING, 1)[0].id
        store.send(run, {item: (Sent(b"", {"[NAME_1]": "Platzhalterwert"}), 1)}, None).result()
        if done:
            tags = Tags(1, True, Sentiment.NEGATIVE, "Unzufriedenheitsgrund")
            store.finish("m", [Finished(item, ItemState.DONE, tags)]).result()


def rows_of(database: Database, tickets: set[int], versions: set[int]) -> dict[str, int]:
    """How many rows of which tables belong to these tickets or versions, whatever tables there are."""
    tables = [
        row[0] for row in database.read("SELECT name FROM sqlite_master WHERE type = 'table'")
    ]
    found = {}
    for table in tables:
        columns = {row[1] for row in database.read(f"PRAGMA table_info({table})")}
        for column, ids in (("ticket_id", tickets), ("version_id", versions)):
            if column in columns:
                values = [row[0] for row in database.read(f"SELECT {column} FROM {table}")]
                if count := sum(value in ids for value in values):
                    found[f"{table}.{column}"] = count
    return found


def copy_of(database: Database, folder: DataFolder) -> None:
    """A copy of a database as the program makes one each day."""
    database.flush()
    with closing(sqlite3.connect(database.path)) as connection:
        back_up(connection, "desk", 9, folder.backups)


_OWN_COLUMNS = MESSAGE_COLUMNS.removesuffix(", author_id")
"""Of the first release."""


def bring_to_first_layout(connection: sqlite3.Connection) -> None:
    """Both requesters, as the first release kept them."""
    for place, one in enumerate((theirs(), other()), 1):
        columns = f"id, {TICKET_COLUMNS}, {DERIVED_COLUMNS}"
        values = (*ticket_values(one, one.external_id, "new"), *derived_values(one, b""))
        for table, names, row in (
            ("tickets", columns, (place, *values)),
            ("messages", f"ticket_id, {_OWN_COLUMNS}", (place, *message_values(one)[0][:-1])),
            ("ticket_search", "ticket_id, who, words", (place, *search_texts(one, ""))),
            ("ticket_index", "rowid, who, words", (place, *search_texts(one, ""))),
        ):
            marks = ",".join("?" * len(row))
            connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", row)


def draft(database: Database, ticket_id: int, text: str, passages: list[str]) -> None:
    drafts = DraftStore(database)
    version, begun = drafts.start(ticket_id, "es", "offline")
    begun.result()
    sent = [
        Passage(0, f"hash of {one}", one, "rules.md", "", 0, len(one), "de") for one in passages
    ]
    drafts.save_passages(version, sent).result()
    # Edited away at once, and yet in the log and in free room of a page until both are new.
    drafts.save_text(version, f"{text} weggetippt", []).result()
    drafts.save_text(version, text, [Citation(0, 3, sent[-1].hash, 0, 3)]).result()
    drafts.save_sentences(version, "de", [SentenceIn(0, text, text, Origin.TRANSLATED)]).result()
    DraftBasis(database).begin(version, Basis(b"", text, stance="grant", wish=text)).result()
    vouching = Vouching(database)
    vouching.vouch(version, text).result()
    vouching.fill(version, {"order": text}).result()


def test_no_byte_of_a_forgotten_requester_is_left(desk: Database, folder: DataFolder) -> None:
    store, ticket_id = fill(desk, folder)
    copy_of(desk, folder)
    for left in (
        "desk-20260101-000000.damaged.sqlite3",
        "desk.sqlite3.part",
        "backups/desk-1.part",
    ):
        folder.root.joinpath(left).write_bytes(MAIL.encode())
    missing = [word for word in (*WORDS, *OTHERS) if not places(folder, word)]
    assert not missing, "the search itself has to find what is there"
    forgetting = Forgetting(desk, Forgotten(folder.forgotten), folder)
    tickets = set(forgetting.ids(ticket_id))
    versions = {
        row[0]
        for row in desk.read("SELECT id FROM draft_versions WHERE ticket_id = ?", [ticket_id])
    }
    assert len(rows_of(desk, tickets, versions)) >= 19, "what is new is looked at too"
    kept = forgetting.held(ticket_id)
    assert (kept.tickets, kept.waiting, kept.messages, kept.versions, kept.copies) == (
        2,
        2,
        3,
        1,
        1,
    )
    gone = forgetting.forget(ticket_id)
    assert (gone.tickets, gone.copies) == (2, 1)
    assert {word: found for word in WORDS if (found := places(folder, word))} == {}
    assert not [word for word in OTHERS if not places(folder, word)]
    assert rows_of(desk, tickets, versions) == {}
    assert store.ids(TicketQuery("")) == [store.find(other())]
    assert not [*folder.root.glob("*.damaged*"), *folder.root.rglob("*.part")]
    assert [view.name for view in store.named_views.all()] == ["Alle von Jonas Weber"]
    assert desk.read("SELECT masked FROM outgoing") == [('{"[NAME_1]": "Jonas Weber"}',)]
    entry = Ledger(desk).entries()[0]
    assert (entry.ticket_id, entry.version_id, entry.request_id) == (0, 0, "")
    assert (entry.input, entry.micro_usd) == (5, 70), "what it cost stays"
    (copy,) = backups("desk", folder.backups)
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT external_id FROM tickets").fetchall() == [("202",)]


def test_what_is_about_others_stays(desk: Database, folder: DataFolder) -> None:
    store = TicketStore(desk, Forgotten(folder.forgotten))
    people = (("Li", "li@x.example"), ("José Pérez-Quintanilla", "jpq@x.example"), ("Olivia", ""))
    asks = [
        replace(ticket(str(place), said("lamp", NOW)), requester=name, email=mail, created_at=NOW)
        for place, (name, mail) in enumerate(people)
    ]
    _, done = bring(store, asks)
    for search in (
        "is:replied", "intent:logistics", "from:olivia", "from:example", 'from:"li"',
        "from:perez-quintanilla", "lang:es -from:jpq", 'from:"jpq@x.example"',
    ):  # fmt: skip
        store.named_views.save(SavedView(search, TicketQuery(search))).result()
    import_id = store.start_import(SOURCE, "export.csv", NOW).result()
    row = RejectedRow("export.csv", 3, RejectReason.NO_CONTENT, "Delivery of Olivia is broken")
    store.finish_import(import_id, [row]).result()
    copy_of(desk, folder)
    forgetting = Forgetting(desk, Forgotten(folder.forgotten), folder)
    for ticket_id in done.ids[:2]:
        forgetting.forget(ticket_id)
    (copy,) = backups("desk", folder.backups)
    with closing(sqlite3.connect(copy)) as connection:
        for read in (desk.read, lambda sql: connection.execute(sql).fetchall()):
            views = [row[0] for row in read("SELECT name FROM saved_views ORDER BY id")]
            assert views == ["is:replied", "intent:logistics", "from:olivia", "from:example"]
            assert read("SELECT count(*) FROM import_rejects") == [(1,)]


def test_a_copy_of_an_older_layout_loses_them_too(desk: Database, folder: DataFolder) -> None:
    _, ticket_id = fill(desk, folder)
    old = DataFolder(folder.root / "old")
    old.root.mkdir()
    with closing(Database(old.desk_database, DESK_LAYOUTS[:1], old.backups)) as before:
        before.submit(bring_to_first_layout).result()
        copy_of(before, folder)
    for path in old.root.iterdir():
        path.unlink()
    (copy,) = backups("desk", folder.backups)
    made = copy.stat().st_mtime_ns
    Forgetting(desk, Forgotten(folder.forgotten), folder).forget(ticket_id)
    assert not [word for word in WORDS if places(folder, word)]
    assert copy.stat().st_mtime_ns == made, "its time is how old its tickets are"


def test_an_old_export_and_an_old_backup_do_not_bring_them_back(
    desk: Database, folder: DataFolder
) -> None:
    store, ticket_id = fill(desk, folder)
    Forgetting(desk, Forgotten(folder.forgotten), folder).forget(ticket_id)
    fresh = Forgotten(folder.forgotten)
    store = TicketStore(desk, fresh)
    _, done = bring(store, [theirs(), other()])
    assert (done.added, done.unchanged, len(done.forgotten)) == (0, 1, 1)
    unchecked = TicketStore(desk)  # as a database from elsewhere would have it
    bring(unchecked, [theirs()])
    assert Forgetting(desk, fresh, folder).apply().tickets == 1
    assert not places(folder, MAIL)
    later = replace(theirs(), external_id="999", created_at=4_000_000_000)
    assert bring(store, [later])[1].added == 1, "who writes again is a customer"
    store.welcome_back(frozenset(done.forgotten))
    assert bring(store, [theirs()])[1].added == 1
    assert Forgotten(folder.forgotten).is_empty


def test_without_an_address_it_is_the_name_in_its_source(
    desk: Database, folder: DataFolder
) -> None:
    store = TicketStore(desk)
    nameless = {"email": "", "created_at": NOW}
    bring(store, [
        replace(ticket("1", "a"), requester="王芳", **nameless),
        replace(ticket("2", "b"), requester="王芳 ", **nameless),
        replace(ticket("3", "c", source="Gorgias"), requester="王芳", **nameless),
        replace(ticket("4", "d"), requester="王芳", email="wang@mail.example", created_at=NOW),
        ticket("5", "e"), ticket("6", "f"),
    ])  # type: ignore[arg-type] # fmt: skip
    forgetting = Forgetting(desk, Forgotten(folder.forgotten), folder)
    assert forgetting.forget(store.find(ticket("1"))).tickets == 2
    assert forgetting.forget(store.find(ticket("5"))).tickets == 1
    assert desk.read("SELECT external_id FROM tickets ORDER BY 1") == [("3",), ("4",), ("6",)]


def test_what_was_cut_off_is_gone_on_with(desk: Database, folder: DataFolder) -> None:
    _, ticket_id = fill(desk, folder)
    copy_of(desk, folder)
    forgetting = Forgetting(desk, Forgotten(folder.forgotten), folder)
    with closing(sqlite3.connect(folder.desk_database)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM tickets").fetchone()
        with pytest.raises(DatabaseLocked):
            forgetting.forget(ticket_id)
    assert Forgotten(folder.forgotten).is_unfinished
    assert Forgetting(desk, Forgotten(folder.forgotten), folder).apply().tickets == 0
    assert not [word for word in WORDS if places(folder, word)]
    assert not Forgotten(folder.forgotten).is_unfinished


def test_a_damaged_list_is_put_aside(folder: DataFolder) -> None:
    folder.forgotten.write_text("{")
    first = Forgotten(folder.forgotten)
    assert first.is_empty
    assert first.was_damaged
    assert folder.root.joinpath("forgotten.damaged.json").exists()
    Forgotten(folder.forgotten).add("mail", 1)
    again = Forgotten(folder.forgotten)
    assert again.holds("mail", 1)
    assert not again.holds("mail", 2)
    assert b"mail" not in folder.forgotten.read_bytes()

"""The database of every former layout, a row in each of its tables, is opened by this program."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from supportdesk_gui.assist.drafts import DraftStore
from supportdesk_gui.engine.ledger import Ledger
from supportdesk_gui.storage.backup import backups
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.errors import DatabaseTooNew
from supportdesk_gui.storage.migrations import DESK_LAYOUTS
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Status
from tests.tickets.desk import bring, check_index, ticket

# What a column holds where a word or a number of its own would not be believed.
_VALUES: dict[str, object] = {
    "imports.state": "done", "tickets.status": "skipped", "tickets.email": "ana@mail.example",
    "messages.role": "requester", "messages.visibility": "public", "messages.folded": "",
    "messages.attachments": "", "messages.html": "", "messages.position": 0,
    "draft_versions.state": "done", "draft_versions.figures": "", "draft_versions.text": "Kept.",
    "triages.intent": "refund", "triages.rest": json.dumps(
        {"search_queries": [], "questions": [], "missing_facts": [], "reason": ""}
    ), "status_changes.before": '{"1": "new"}', "status_changes.after": '{"1": "skipped"}',
    "import_journal.before": json.dumps({"ticket": ["x"] * 13 + ["new"] + ["x"] * 12}),
    "import_journal.status_given": "skipped", "tags.own": '{"word": "yes"}', "tag_runs.state": "done", "tag_parts.state": "read", "knowledge_groups.state": "done", "knowledge_runs.state": "done",
    "status_changes.undone": 0, "requests.at": 1_790_000_000_000,
    "version_passages.place": "{}", "sentence_translations.sentences": "[]",
    "inbound_translations.texts": "{}", "column_mappings.mapping": "{}", "snapshots.passage": json.dumps(
        {"id": 1, "hash": "word", "text": "word", "file": "a.md", "heading": "", "start": 0,
         "end": 4, "language": "en"}
    ),
    "tickets.external_id": "1", "tickets.source": "Zendesk",
    "tickets.import_id": 0,  # an import never journals what it added itself
}  # fmt: skip


@pytest.mark.parametrize("version", range(1, len(DESK_LAYOUTS)))
def test_rows_of_a_former_layout_stay_and_can_be_worked_on(tmp_path: Path, version: int) -> None:
    path, kept = tmp_path / "desk.sqlite3", tmp_path / "backups"
    with closing(sqlite3.connect(path, isolation_level=None)) as old:
        for layout in DESK_LAYOUTS[:version]:
            old.executescript(layout)
        old.execute(f"PRAGMA user_version = {version}")
        before = _fill(old)
    with closing(Database(path, DESK_LAYOUTS, kept)) as database:
        assert database.was_updated
        tables = {name for (name,) in database.read("SELECT name FROM sqlite_master")}
        for table in before & tables:
            assert database.read(f"SELECT count(*) FROM {table}")[0][0] >= 1, table
        assert database.read("PRAGMA integrity_check") == [("ok",)]
        assert database.read("PRAGMA foreign_key_check") == []
        check_index(database)
        store = TicketStore(database)
        assert store.ids(TicketQuery("word", Chip.ALL)) == [1]
        assert store.ticket(1).messages[0].text == "word"
        assert store.ticket(1).status is Status.SKIPPED
        assert [one.text for one in DraftStore(database).versions(1)] == ["Kept."]
        assert Ledger(database).count() == (1 if "requests" in before else 0)
        bring(store, [ticket("2", "brought afterwards")])
        assert store.undo().result(), "statuses have a way back"
        assert len(store.ids(TicketQuery("", Chip.ALL))) == 2
    (copy,) = backups("desk", kept)
    with closing(sqlite3.connect(copy)) as former:
        assert former.execute("PRAGMA user_version").fetchone() == (version,)
        assert _tables(former) >= before
        assert former.execute("SELECT text FROM messages").fetchone() == ("word",)
    with pytest.raises(DatabaseTooNew):
        Database(path, DESK_LAYOUTS[:version], kept)


def _fill(connection: sqlite3.Connection) -> set[str]:
    """One row in each table that a program of that layout filled; their names."""
    connection.execute("PRAGMA foreign_keys = OFF")
    filled = set()
    for table in sorted(_tables(connection)):
        columns = [
            (name, kind)
            for _, name, kind, _, _, _, hidden in connection.execute(f"PRAGMA table_xinfo({table})")
            if not hidden
        ]
        if connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]:
            continue  # a trigger has been there
        names = ", ".join(f'"{name}"' for name, _ in columns)
        values = [_value(table, name, kind) for name, kind in columns]
        marks = ", ".join("?" * len(values))
        connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", values)
        filled.add(table)
        if table == "tags":
            filled.discard("own_tags")  # a trigger has emptied it
    connection.execute("INSERT INTO ticket_index (rowid, who, words) VALUES (1, 'word', 'word')")
    return filled


def _tables(connection: sqlite3.Connection) -> set[str]:
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {
        name for (name,) in found if not name.startswith(("sqlite_", "ticket_index"))
    }  # fmt: skip


def _value(table: str, column: str, kind: str) -> Any:
    if f"{table}.{column}" in _VALUES:
        return _VALUES[f"{table}.{column}"]
    if column == "state":
        return "done"
    if kind == "BLOB":
        return b"0123456789abcdef"
    return 1 if kind in {"INTEGER", "REAL"} else "word"

"""The tables of policies.sqlite3 and how the file is opened by its writer and its readers."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from supportdesk_gui.policies.document import IndexNotice
from supportdesk_gui.policies.errors import TextsDamaged, TextsUnusable

# One entry a version of the layout, never changed once released; PRAGMA user_version counts them.
# Ids are never given twice: the vector folder knows passages by them. SQLite 3.40 cannot delete
# from contentless full-text tables, so the tokens are kept and the index refers to them.
LAYOUTS = (
    """
    CREATE TABLE files (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        path TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        language TEXT NOT NULL DEFAULT '',
        state TEXT NOT NULL,
        failure TEXT,
        family TEXT NOT NULL DEFAULT '',
        marked_internal INTEGER NOT NULL DEFAULT 0,
        says_internal INTEGER NOT NULL DEFAULT 0,
        internal INTEGER GENERATED ALWAYS AS (marked_internal OR says_internal) VIRTUAL,
        effective_from TEXT NOT NULL DEFAULT '',
        effective_until TEXT NOT NULL DEFAULT '',
        read_at INTEGER,
        passages INTEGER NOT NULL DEFAULT 0,
        attempts INTEGER NOT NULL DEFAULT 0,
        content_hash TEXT NOT NULL DEFAULT '',
        text TEXT NOT NULL DEFAULT ''
    );
    CREATE INDEX files_by_family ON files (family) WHERE family <> '';
    CREATE TABLE sections (
        file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        PRIMARY KEY (file_id, ordinal)
    ) WITHOUT ROWID;
    CREATE TABLE passages (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
        section INTEGER NOT NULL,
        part INTEGER NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        page INTEGER,
        hash TEXT NOT NULL,
        heading TEXT NOT NULL,
        text TEXT NOT NULL,
        tokens TEXT NOT NULL
    );
    CREATE INDEX passages_by_file ON passages (file_id, section, part);
    CREATE INDEX passages_by_hash ON passages (hash);
    CREATE VIRTUAL TABLE passage_search USING fts5(
        tokens, content='passages', content_rowid='id',
        tokenize="unicode61 remove_diacritics 0 tokenchars '_'"
    );
    CREATE VIRTUAL TABLE passage_terms USING fts5vocab(passage_search, 'row');
    CREATE TRIGGER passage_added AFTER INSERT ON passages BEGIN
        INSERT INTO passage_search (rowid, tokens) VALUES (new.id, new.tokens);
    END;
    CREATE TRIGGER passage_removed AFTER DELETE ON passages BEGIN
        INSERT INTO passage_search (passage_search, rowid, tokens)
        VALUES ('delete', old.id, old.tokens);
    END;
    CREATE TABLE facts (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
    """,
    # What the agent says of files and passages beside what files say of themselves, and the
    # contradictions that were found; a verdict is remembered by what the two sentences say.
    """
    ALTER TABLE files ADD COLUMN dates_set INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE passages ADD COLUMN internal INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE conflicts (
        number INTEGER NOT NULL,
        rank INTEGER NOT NULL,
        language TEXT NOT NULL,
        key TEXT NOT NULL,
        first_passage INTEGER NOT NULL,
        first_start INTEGER NOT NULL,
        first_end INTEGER NOT NULL,
        second_passage INTEGER NOT NULL,
        second_start INTEGER NOT NULL,
        second_end INTEGER NOT NULL,
        PRIMARY KEY (number, rank, language)
    ) WITHOUT ROWID;
    CREATE TABLE verdicts (key TEXT PRIMARY KEY, verdict TEXT NOT NULL) WITHOUT ROWID;
    """,
    # The mark stands behind a passage's long text; a search asks for it of each candidate.
    """
    CREATE INDEX passages_internal ON passages (id) WHERE internal;
    """,
    # What a model said of a contradiction, remembered as verdicts are.
    """
    CREATE TABLE opinions (
        key TEXT PRIMARY KEY, contradicts INTEGER NOT NULL, reason TEXT NOT NULL,
        engine TEXT NOT NULL
    ) WITHOUT ROWID;
    """,
)
_BUSY_MS = 5000
_FULL = ("full",)
_READ_ONLY = ("readonly", "read-only", "unable to open")


def open_for_writing(path: Path) -> sqlite3.Connection:
    """The writer's connection, the layout brought up to date.

    Raises TextsUnusable (FOLDER_READ_ONLY, DISK_FULL, TOO_NEW) and TextsDamaged.
    """
    try:
        # The thread that reads files never touches it; transactions are begun by hand.
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        _bring_up_to_date(connection)
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise TextsDamaged(str(path))
        connection.execute("INSERT OR REPLACE INTO facts VALUES ('opened', 1)")
    except sqlite3.Error as error:
        raise unusable(error) from error
    return connection


def _bring_up_to_date(connection: sqlite3.Connection) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(LAYOUTS):
        raise TextsUnusable(IndexNotice.TOO_NEW)
    if version < len(LAYOUTS):
        # In one step: the window reads along, and never sees half a layout.
        layouts = "".join(LAYOUTS[version:])
        connection.executescript(f"BEGIN; {layouts} PRAGMA user_version = {len(LAYOUTS)}; COMMIT;")


def unusable(error: sqlite3.Error) -> TextsUnusable | TextsDamaged:
    """What an SQLite error means for the texts."""
    words = str(error).lower()
    if any(word in words for word in _FULL):
        return TextsUnusable(IndexNotice.DISK_FULL)
    if any(word in words for word in _READ_ONLY):
        return TextsUnusable(IndexNotice.FOLDER_READ_ONLY)
    if isinstance(error, sqlite3.OperationalError) and "locked" in words:
        return TextsUnusable(IndexNotice.LEXICAL_ONLY)
    return TextsDamaged(words)


def open_for_reading(path: Path) -> sqlite3.Connection | None:
    """A connection that cannot write, None while there is no database of today's layout yet.

    The writer makes it or brings it up to date a moment after it was opened. Falls back to reading the file as it lies there where the folder allows no side files.
    """
    if not path.is_file():
        return None
    for options in ("mode=ro", "mode=ro&immutable=1"):
        try:
            connection = sqlite3.connect(f"{path.absolute().as_uri()}?{options}", uri=True)
            connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
            version = connection.execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.Error:
            continue
        if version >= len(LAYOUTS):
            return connection
        connection.close()
        return None
    return None

"""The layouts of desk.sqlite3, one after the other; a released one is never changed."""

from __future__ import annotations

_FIRST = """
CREATE TABLE imports (
    id INTEGER PRIMARY KEY, source TEXT NOT NULL, path TEXT NOT NULL, as_of INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'done')),
    added INTEGER NOT NULL DEFAULT 0, changed INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE import_rejects (
    import_id INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
    line INTEGER NOT NULL, reason TEXT NOT NULL, excerpt TEXT NOT NULL
);
-- What a changed ticket was before an import, so that the import can be undone.
CREATE TABLE import_journal (
    import_id INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
    ticket_id INTEGER NOT NULL, before TEXT
);
CREATE INDEX import_journal_by_import ON import_journal(import_id);
CREATE TABLE tickets (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL, external_id TEXT NOT NULL, import_id INTEGER NOT NULL DEFAULT 0,
    subject TEXT NOT NULL, requester TEXT NOT NULL, email TEXT NOT NULL, url TEXT NOT NULL,
    external_status TEXT NOT NULL, priority TEXT NOT NULL, channel TEXT NOT NULL,
    language TEXT NOT NULL, tags TEXT NOT NULL, created_at INTEGER, updated_at INTEGER,
    status TEXT NOT NULL, content_hash BLOB NOT NULL, summary TEXT NOT NULL,
    waits_for_us INTEGER NOT NULL, age_from INTEGER NOT NULL, urgency INTEGER NOT NULL,
    has_attachments INTEGER NOT NULL, message_count INTEGER NOT NULL,
    is_open INTEGER GENERATED ALWAYS AS (status IN ('new', 'drafted', 'copied')) VIRTUAL,
    UNIQUE (source, external_id)
);
CREATE INDEX tickets_by_age ON tickets(age_from DESC, id DESC);
CREATE INDEX tickets_open_by_age ON tickets(is_open, age_from DESC, id DESC);
CREATE INDEX tickets_waiting ON tickets(is_open, waits_for_us, age_from DESC, id DESC);
CREATE INDEX tickets_by_status ON tickets(status, age_from DESC, id DESC);
CREATE INDEX tickets_by_email ON tickets(email COLLATE NOCASE) WHERE email <> '';
CREATE TABLE messages (
    ticket_id INTEGER NOT NULL REFERENCES tickets(id) ON DELETE CASCADE,
    position INTEGER NOT NULL, external_id TEXT NOT NULL, role TEXT NOT NULL,
    visibility TEXT NOT NULL, author TEXT NOT NULL, sent_at INTEGER,
    text TEXT NOT NULL, html TEXT NOT NULL, folded TEXT NOT NULL,
    attachments TEXT NOT NULL,
    PRIMARY KEY (ticket_id, position)
) WITHOUT ROWID;
CREATE TABLE ticket_search (ticket_id INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE VIRTUAL TABLE ticket_index USING fts5(
    text, content='ticket_search', content_rowid='ticket_id',
    tokenize='unicode61 remove_diacritics 2', prefix='1 2 3', detail='full'
);
CREATE TABLE triages (
    ticket_id INTEGER PRIMARY KEY REFERENCES tickets(id) ON DELETE CASCADE,
    intent TEXT NOT NULL, confidence REAL NOT NULL, language TEXT NOT NULL,
    summary TEXT NOT NULL, escalate INTEGER NOT NULL, engine TEXT NOT NULL,
    milliseconds REAL NOT NULL, rest TEXT NOT NULL
);
CREATE INDEX triages_by_intent ON triages(intent);
CREATE INDEX triages_by_language ON triages(language);
CREATE TABLE status_changes (
    id INTEGER PRIMARY KEY, at INTEGER NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE draft_versions (
    id INTEGER PRIMARY KEY,
    ticket_id INTEGER NOT NULL REFERENCES tickets(id) ON DELETE CASCADE,
    language TEXT NOT NULL, engine TEXT NOT NULL, text TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('writing', 'stopped', 'done')),
    created_at INTEGER NOT NULL, ticket_hash BLOB NOT NULL, figures TEXT NOT NULL DEFAULT ''
);
CREATE INDEX draft_versions_by_ticket ON draft_versions(ticket_id, id);
CREATE TABLE citations (
    version_id INTEGER NOT NULL REFERENCES draft_versions(id) ON DELETE CASCADE,
    first INTEGER NOT NULL, last INTEGER NOT NULL, passage_hash TEXT NOT NULL,
    cited_first INTEGER NOT NULL, cited_last INTEGER NOT NULL
);
CREATE INDEX citations_by_version ON citations(version_id);
-- The passages a draft was written from, as they were then.
CREATE TABLE snapshots (hash TEXT PRIMARY KEY, passage TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sentence_translations (
    version_id INTEGER NOT NULL REFERENCES draft_versions(id) ON DELETE CASCADE,
    language TEXT NOT NULL, sentences TEXT NOT NULL,
    PRIMARY KEY (version_id, language)
) WITHOUT ROWID;
CREATE TABLE copies (
    id INTEGER PRIMARY KEY,
    ticket_id INTEGER NOT NULL REFERENCES tickets(id) ON DELETE CASCADE,
    version_id INTEGER NOT NULL, language TEXT NOT NULL, text TEXT NOT NULL, at INTEGER NOT NULL
);
CREATE TABLE link_patterns (source TEXT PRIMARY KEY, pattern TEXT NOT NULL) WITHOUT ROWID;
"""

DESK_LAYOUTS: tuple[str, ...] = (_FIRST,)

"""The layouts of desk.sqlite3, one after the other; a released one is never changed."""

from __future__ import annotations

from supportdesk_gui.storage.import_layout import (
    ACCOUNTS,
    ADDRESSEES,
    AGAIN,
    DROPS,
    FEWER_INDEXES,
    FEWER_MERGES,
    HELPDESK_IDS,
    LAST_DRAFT,
    MAIL_HEADS,
    MERGE_LATER,
    WORDS,
)
from supportdesk_gui.storage.knowledge_layout import KNOWLEDGE
from supportdesk_gui.storage.review_layout import APPROVED_WHEN, CARRIED, EDITS, REVIEW
from supportdesk_gui.storage.tag_layout import TAG_AGE, TAG_ASKED, TAG_AWAY, TAG_PROFILE, TAG_SEARCH

_FIRST = """
CREATE TABLE imports (
    id INTEGER PRIMARY KEY AUTOINCREMENT, source TEXT NOT NULL, path TEXT NOT NULL,
    as_of INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'undoing', 'done', 'settled')),
    added INTEGER NOT NULL DEFAULT 0, changed INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX imports_by_source ON imports(source, as_of);
CREATE TABLE import_rejects (
    import_id INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
    line INTEGER NOT NULL, reason TEXT NOT NULL, excerpt TEXT NOT NULL
);
CREATE INDEX import_rejects_by_import ON import_rejects(import_id);
-- What a changed ticket was before an import, as JSON of its rows, so that it can be undone.
CREATE TABLE import_journal (
    id INTEGER PRIMARY KEY,
    import_id INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
    ticket_id INTEGER NOT NULL, before TEXT NOT NULL, status_given TEXT NOT NULL
);
CREATE UNIQUE INDEX import_journal_by_import ON import_journal(import_id, ticket_id);
CREATE INDEX import_journal_by_ticket ON import_journal(ticket_id, import_id);
-- An id is never given twice, so that late text cannot land in another ticket's draft.
CREATE TABLE tickets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL, external_id TEXT NOT NULL, import_id INTEGER NOT NULL DEFAULT 0,
    subject TEXT NOT NULL, requester TEXT NOT NULL, email TEXT NOT NULL, url TEXT NOT NULL,
    external_status TEXT NOT NULL, priority TEXT NOT NULL, channel TEXT NOT NULL,
    language TEXT NOT NULL, tags TEXT NOT NULL, created_at INTEGER, updated_at INTEGER,
    status TEXT NOT NULL, content_hash BLOB NOT NULL, summary TEXT NOT NULL,
    waits_for_us INTEGER NOT NULL, age_from INTEGER NOT NULL, urgency INTEGER NOT NULL,
    has_attachments INTEGER NOT NULL, message_count INTEGER NOT NULL,
    -- Copied from the triage; empty while there is none.
    intent TEXT NOT NULL DEFAULT '', triage_language TEXT NOT NULL DEFAULT '',
    -- Stored, since an index of 3.40 does not cover a virtual column. Not with IN, as files of the first
    -- programs have it: SQLite would make a table of the three for each row that is written.
    is_open INTEGER GENERATED ALWAYS AS
        (status = 'new' OR status = 'drafted' OR status = 'copied') STORED,
    spoken TEXT GENERATED ALWAYS AS
        (CASE WHEN triage_language <> '' THEN triage_language ELSE language END) STORED,
    UNIQUE (external_id, source)
);
-- The list in each order, every filter chip answered from the index alone: it is walked until
-- enough is found. One index for each chip would double the time of an import, since every
-- batch dirties pages all over each of them.
CREATE INDEX tickets_by_age ON tickets(age_from DESC, id DESC, is_open, waits_for_us, intent);
CREATE INDEX tickets_by_urgency
    ON tickets(urgency DESC, age_from, id, is_open, waits_for_us, intent);
CREATE INDEX tickets_drafted ON tickets(age_from DESC, id DESC) WHERE status = 'drafted';
CREATE INDEX tickets_copied ON tickets(age_from DESC, id DESC) WHERE status = 'copied';
CREATE INDEX tickets_skipped ON tickets(age_from DESC, id DESC) WHERE status = 'skipped';
CREATE INDEX tickets_escalated ON tickets(age_from DESC, id DESC) WHERE status = 'escalated';
CREATE INDEX tickets_untriaged ON tickets(is_open, id) WHERE intent = '';
CREATE INDEX tickets_by_intent
    ON tickets(intent, age_from DESC, id DESC, is_open, waits_for_us, urgency, spoken)
    WHERE intent <> '';
CREATE INDEX tickets_by_language
    ON tickets(spoken, age_from DESC, id DESC, is_open, waits_for_us, urgency)
    WHERE spoken <> '';
CREATE INDEX tickets_with_attachments ON tickets(age_from DESC, id DESC)
    WHERE has_attachments = 1;
CREATE INDEX tickets_by_email ON tickets(email COLLATE NOCASE) WHERE email <> '';
CREATE INDEX tickets_by_url ON tickets(url) WHERE url <> '';
CREATE INDEX tickets_by_import ON tickets(import_id);
CREATE TABLE messages (
    ticket_id INTEGER NOT NULL REFERENCES tickets(id) ON DELETE CASCADE,
    position INTEGER NOT NULL, external_id TEXT NOT NULL, role TEXT NOT NULL,
    visibility TEXT NOT NULL, author TEXT NOT NULL, sent_at INTEGER,
    text TEXT NOT NULL, html TEXT NOT NULL, folded TEXT NOT NULL,
    attachments TEXT NOT NULL,
    UNIQUE (ticket_id, position)
);
-- The words by which a ticket is found; `who` also serves the field from:.
CREATE TABLE ticket_search (
    ticket_id INTEGER PRIMARY KEY, who TEXT NOT NULL, words TEXT NOT NULL
);
-- detail=column: no phrases are asked for, and the index is a third smaller and faster to fill.
CREATE VIRTUAL TABLE ticket_index USING fts5(
    who, words, content='ticket_search', content_rowid='ticket_id',
    tokenize='unicode61 remove_diacritics 2', prefix='1 2 3', detail='column'
);
-- Merge later than the 4 segments that are the default: every batch of an import makes one.
INSERT INTO ticket_index (ticket_index, rank) VALUES ('automerge', 8);
CREATE TABLE triages (
    ticket_id INTEGER PRIMARY KEY REFERENCES tickets(id) ON DELETE CASCADE,
    intent TEXT NOT NULL, confidence REAL NOT NULL, language TEXT NOT NULL,
    summary TEXT NOT NULL, escalate INTEGER NOT NULL, engine TEXT NOT NULL,
    milliseconds REAL NOT NULL, rest TEXT NOT NULL
);
CREATE TABLE status_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL,
    before TEXT NOT NULL, after TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE draft_versions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket_id INTEGER NOT NULL REFERENCES tickets(id) ON DELETE CASCADE,
    language TEXT NOT NULL, engine TEXT NOT NULL, text TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('writing', 'stopped', 'done')),
    created_at INTEGER NOT NULL, ticket_hash BLOB NOT NULL, figures TEXT NOT NULL DEFAULT ''
);
CREATE INDEX draft_versions_by_ticket ON draft_versions(ticket_id, id);
CREATE INDEX draft_versions_writing ON draft_versions(id) WHERE state = 'writing';
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
CREATE INDEX copies_by_ticket ON copies(ticket_id);
CREATE TABLE link_patterns (source TEXT PRIMARY KEY, pattern TEXT NOT NULL) WITHOUT ROWID;
-- Which column of an export is which field, as the agent chose it for that header.
CREATE TABLE column_mappings (
    header_hash TEXT PRIMARY KEY, mapping TEXT NOT NULL
) WITHOUT ROWID;
"""

_LEDGER = """
-- Every request to an engine; the columns are those of engine/ledger.py's LedgerEntry.
CREATE TABLE requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, kind TEXT NOT NULL,
    ticket_id INTEGER NOT NULL, version_id INTEGER NOT NULL,
    model TEXT NOT NULL, host TEXT NOT NULL,
    input INTEGER NOT NULL, cache_write_5m INTEGER NOT NULL, cache_write_1h INTEGER NOT NULL,
    cache_read INTEGER NOT NULL, output INTEGER NOT NULL, thinking INTEGER NOT NULL,
    micro_usd INTEGER, is_partial INTEGER NOT NULL,
    first_text_ms INTEGER NOT NULL, total_ms INTEGER NOT NULL,
    request_id TEXT NOT NULL, stop_reason TEXT NOT NULL, outcome TEXT NOT NULL
);
CREATE INDEX requests_by_time ON requests(at);
CREATE INDEX requests_by_version ON requests(version_id) WHERE version_id <> 0;
-- A conversation in the agent's language: `source_hash` is that of the texts it was made from.
CREATE TABLE inbound_translations (
    ticket_id INTEGER NOT NULL REFERENCES tickets(id) ON DELETE CASCADE,
    language TEXT NOT NULL, source_hash BLOB NOT NULL, texts TEXT NOT NULL,
    PRIMARY KEY (ticket_id, language)
) WITHOUT ROWID;
"""

# All passages that a draft was written from and their order, also those it does not cite. Of
# older drafts those are known that they cite.
_SECOND = """
CREATE TABLE version_passages (
    version_id INTEGER NOT NULL REFERENCES draft_versions(id) ON DELETE CASCADE,
    position INTEGER NOT NULL, passage_hash TEXT NOT NULL,
    PRIMARY KEY (version_id, position)
) WITHOUT ROWID;
INSERT INTO version_passages
    SELECT version_id, row_number() OVER (PARTITION BY version_id ORDER BY min(first)) - 1,
        passage_hash
    FROM citations GROUP BY version_id, passage_hash;
"""

# The same text may stand in several files: where a passage came from belongs to the version, as
# JSON of all its fields but text and hash. Empty for older drafts, which have the snapshot's.
_PLACES = """
ALTER TABLE version_passages ADD COLUMN place TEXT NOT NULL DEFAULT '{}';
"""

# By the policies of which day a draft was written, empty for those of its own day.
_RULES_DAY = """
ALTER TABLE draft_versions ADD COLUMN rules_day TEXT NOT NULL DEFAULT '';
"""

# The requests of a day (local time) summed by kind, those that were finished apart: pages of
# figures read these few rows in the place of all requests.
_SUMS = """
CREATE TABLE request_sums (
    day TEXT NOT NULL, kind TEXT NOT NULL, is_done INTEGER NOT NULL, requests INTEGER NOT NULL,
    prompt INTEGER NOT NULL, cache_read INTEGER NOT NULL, output INTEGER NOT NULL,
    micro_usd INTEGER NOT NULL, unpriced INTEGER NOT NULL,
    PRIMARY KEY (day, kind, is_done)
) WITHOUT ROWID;
INSERT INTO request_sums
    SELECT date(at / 1000, 'unixepoch', 'localtime') AS day, kind, outcome = 'done' AS is_done,
        count(*), sum(input + cache_write_5m + cache_write_1h + cache_read), sum(cache_read),
        sum(output), sum(coalesce(micro_usd, 0)), sum(micro_usd IS NULL)
    FROM requests GROUP BY day, kind, is_done;
CREATE TRIGGER requests_summed AFTER INSERT ON requests BEGIN
    INSERT INTO request_sums VALUES (
        date(new.at / 1000, 'unixepoch', 'localtime'), new.kind, new.outcome = 'done', 1,
        new.input + new.cache_write_5m + new.cache_write_1h + new.cache_read, new.cache_read,
        new.output, coalesce(new.micro_usd, 0), new.micro_usd IS NULL
    ) ON CONFLICT (day, kind, is_done) DO UPDATE SET
        requests = requests + 1, prompt = prompt + excluded.prompt,
        cache_read = cache_read + excluded.cache_read, output = output + excluded.output,
        micro_usd = micro_usd + excluded.micro_usd, unpriced = unpriced + excluded.unpriced;
END;
"""

# Sentences of a version that the agent answers for, though no policy and no ticket says so.
_VOUCHED = """
CREATE TABLE vouched (
    version_id INTEGER NOT NULL REFERENCES draft_versions(id) ON DELETE CASCADE,
    sentence TEXT NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (version_id, sentence)
) WITHOUT ROWID;
"""

# What the agent filled in for a version, where neither ticket nor policies say it.
_FACTS = """
CREATE TABLE agent_facts (
    version_id INTEGER NOT NULL REFERENCES draft_versions(id) ON DELETE CASCADE,
    name TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (version_id, name)
) WITHOUT ROWID;
"""

# What steers a draft: the agent's line until a draft has used it, replies that were written before;
# and what each version was made with beside ticket and passages. `drafted` is the text as the engine
# wrote it, so that what the agent made of it can be told from `copies`.
_STEERING = """
CREATE TABLE wishes (
    ticket_id INTEGER PRIMARY KEY REFERENCES tickets(id) ON DELETE CASCADE, text TEXT NOT NULL
);
CREATE TABLE saved_replies (
    id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL, language TEXT NOT NULL,
    text TEXT NOT NULL, UNIQUE (title, language)
);
CREATE TABLE draft_basis (
    version_id INTEGER PRIMARY KEY REFERENCES draft_versions(id) ON DELETE CASCADE,
    style_hash BLOB NOT NULL, saved_reply TEXT NOT NULL, drafted TEXT
);
"""

# What was sent, byte for byte and compressed, and what its placeholders stand for: the newest ones.
_OUTGOING = """
CREATE TABLE outgoing (
    request_id INTEGER PRIMARY KEY REFERENCES requests(id) ON DELETE CASCADE,
    ticket_id INTEGER REFERENCES tickets(id) ON DELETE CASCADE,
    size INTEGER NOT NULL, masked TEXT NOT NULL, body BLOB NOT NULL
);
CREATE INDEX outgoing_by_ticket ON outgoing(ticket_id, request_id);
"""

# What conversations were tagged with, and the runs that tag them. An item waits, is sent within a
# part (one batch of the provider's), and ends; what was sent, and what its placeholders stand for, is kept until then.
_TAGS = """
CREATE TABLE tags (
    ticket_id INTEGER PRIMARY KEY REFERENCES tickets(id) ON DELETE CASCADE,
    satisfaction INTEGER NOT NULL, escalate INTEGER NOT NULL, sentiment TEXT NOT NULL,
    reason TEXT NOT NULL, own TEXT NOT NULL, engine TEXT NOT NULL, at INTEGER NOT NULL
);
CREATE INDEX tags_by_satisfaction ON tags(satisfaction, ticket_id);
CREATE TABLE tag_runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, way TEXT NOT NULL,
    token TEXT NOT NULL, host TEXT NOT NULL, model TEXT NOT NULL, own TEXT NOT NULL, estimate INTEGER,
    state TEXT NOT NULL CHECK (state IN ('running', 'done', 'stopped'))
);
CREATE TABLE tag_parts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id INTEGER NOT NULL REFERENCES tag_runs(id) ON DELETE CASCADE,
    batch_id TEXT NOT NULL DEFAULT '', at INTEGER NOT NULL, size INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('sending', 'sent', 'read', 'deleted'))
);
CREATE TABLE tag_items (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id INTEGER NOT NULL REFERENCES tag_runs(id) ON DELETE CASCADE,
    ticket_id INTEGER NOT NULL REFERENCES tickets(id) ON DELETE CASCADE,
    part_id INTEGER, state TEXT NOT NULL DEFAULT 'waiting', detail TEXT NOT NULL DEFAULT '',
    masked TEXT NOT NULL DEFAULT '', body BLOB NOT NULL DEFAULT x'', UNIQUE (run_id, ticket_id)
);
CREATE INDEX tag_items_by_state ON tag_items(run_id, state, id);
CREATE INDEX tag_items_by_ticket ON tag_items(ticket_id);
"""

# Who set which status when: a ticket's history, and the way back of each step in one. What became
# of each ticket in an import, so that the next one of the same view can tell what is gone from it.
# `as_of` is the age of an import's data, `at` when it was made; imports dropped together are a run.
_JOURNAL = """
CREATE TABLE status_history (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL REFERENCES tickets(id) ON DELETE CASCADE,
    before TEXT NOT NULL, after TEXT NOT NULL, cause TEXT NOT NULL,
    -- The step of status_changes and the import that can take it back; NULL for what cannot.
    step_id INTEGER, import_id INTEGER
);
CREATE INDEX status_history_by_ticket ON status_history(ticket_id, id);
CREATE INDEX status_history_by_step ON status_history(step_id) WHERE step_id IS NOT NULL;
CREATE INDEX status_history_by_import ON status_history(import_id) WHERE import_id IS NOT NULL;
INSERT INTO status_history (at, ticket_id, before, after, cause, step_id)
    SELECT c.at, t.id, b.value, json_extract(c.after, '$."' || b.key || '"'), 'agent', c.id
    FROM status_changes c, json_each(c.before) b JOIN tickets t ON t.id = CAST(b.key AS INTEGER)
    ORDER BY c.id;
ALTER TABLE status_changes DROP COLUMN before;
ALTER TABLE status_changes DROP COLUMN after;
-- Imports set statuses one by one before, which the way back of an import undid.
INSERT INTO status_history (at, ticket_id, before, after, cause, import_id)
    SELECT i.as_of, t.id, json_extract(j.before, '$.ticket[13]'), j.status_given, 'import', i.id
    FROM import_journal j JOIN imports i ON i.id = j.import_id JOIN tickets t ON t.id = j.ticket_id
    WHERE j.status_given <> json_extract(j.before, '$.ticket[13]') ORDER BY j.id;
ALTER TABLE import_journal DROP COLUMN status_given;
ALTER TABLE imports ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE imports ADD COLUMN view TEXT NOT NULL DEFAULT '';
ALTER TABLE imports ADD COLUMN run INTEGER NOT NULL DEFAULT 0;
ALTER TABLE imports ADD COLUMN closed INTEGER NOT NULL DEFAULT 0;
UPDATE imports SET at = as_of, run = id;
-- No index by ticket: who asks for a ticket goes through the imports.
CREATE TABLE import_tickets (
    import_id INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
    ticket_id INTEGER NOT NULL, became TEXT NOT NULL, grew INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (import_id, ticket_id)
) WITHOUT ROWID;
INSERT INTO import_tickets (import_id, ticket_id, became)
    SELECT import_id, id, 'added' FROM tickets WHERE import_id IN (SELECT id FROM imports)
    UNION SELECT import_id, ticket_id, 'changed' FROM import_journal;
CREATE INDEX tickets_gone ON tickets(age_from DESC, id DESC) WHERE status = 'gone';
CREATE INDEX requests_by_ticket ON requests(ticket_id, id) WHERE ticket_id <> 0;
"""

# What the agent decided and said before the engine wrote a version.
_DECIDED = """
ALTER TABLE draft_basis ADD COLUMN stance TEXT NOT NULL DEFAULT '';
ALTER TABLE draft_basis ADD COLUMN wish TEXT NOT NULL DEFAULT '';
"""

# Views of the inbox that the agent named.
_VIEWS = """
CREATE TABLE saved_views (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, search TEXT NOT NULL,
    filter TEXT NOT NULL, sort TEXT NOT NULL
);
"""

# The same tickets drafted by two models or settings; a draft goes with its ticket.
_COMPARISONS = """
CREATE TABLE comparisons (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, sides TEXT NOT NULL
);
CREATE TABLE comparison_drafts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    comparison_id INTEGER NOT NULL REFERENCES comparisons(id) ON DELETE CASCADE,
    ticket_id INTEGER NOT NULL REFERENCES tickets(id) ON DELETE CASCADE,
    side INTEGER NOT NULL, text TEXT NOT NULL, fault TEXT NOT NULL, micro_usd INTEGER,
    first_text_ms INTEGER NOT NULL, total_ms INTEGER NOT NULL, unsupported INTEGER NOT NULL,
    distance REAL
);
CREATE INDEX comparison_drafts_by_comparison ON comparison_drafts(comparison_id, id);
CREATE INDEX comparison_drafts_by_ticket ON comparison_drafts(ticket_id);
"""

DESK_LAYOUTS: tuple[str, ...] = (
    _FIRST, _SECOND, _LEDGER, _PLACES, _SUMS, _RULES_DAY, _VOUCHED, _FACTS, _STEERING,
    _OUTGOING, _TAGS, _JOURNAL, _DECIDED, _VIEWS, KNOWLEDGE, _COMPARISONS, REVIEW,
    LAST_DRAFT, TAG_SEARCH, AGAIN, TAG_PROFILE, TAG_AGE, TAG_AWAY, FEWER_MERGES, APPROVED_WHEN,
    HELPDESK_IDS, DROPS, TAG_ASKED, CARRIED, MERGE_LATER, ADDRESSEES, EDITS, ACCOUNTS,
    MAIL_HEADS, WORDS, FEWER_INDEXES,
)  # fmt: skip

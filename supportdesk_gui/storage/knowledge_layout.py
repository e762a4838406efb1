"""The layout of knowledge: one of desk.sqlite3's layouts, see migrations.py."""

from __future__ import annotations

# FAQ, templates and rules made from tickets: a run, the groups of tickets it was parted into, what
# was written of each, and the tickets that each entry came from. What goes with a ticket goes here.
KNOWLEDGE = """
CREATE TABLE knowledge_runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT, made_at INTEGER NOT NULL, engine TEXT NOT NULL,
    languages TEXT NOT NULL, tickets INTEGER NOT NULL, ids TEXT NOT NULL DEFAULT '{}',
    state TEXT NOT NULL CHECK (state IN ('running', 'stopped', 'done'))
);
CREATE TABLE knowledge_groups (
    run_id INTEGER NOT NULL REFERENCES knowledge_runs(id) ON DELETE CASCADE,
    position INTEGER NOT NULL, intent TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'failed')),
    micro_usd INTEGER DEFAULT 0,
    PRIMARY KEY (run_id, position)
) WITHOUT ROWID;
CREATE TABLE knowledge_group_tickets (
    run_id INTEGER NOT NULL, position INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL REFERENCES tickets(id) ON DELETE CASCADE,
    PRIMARY KEY (run_id, position, ticket_id),
    FOREIGN KEY (run_id, position) REFERENCES knowledge_groups(run_id, position) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX knowledge_group_tickets_by_ticket ON knowledge_group_tickets(ticket_id);
CREATE TABLE knowledge_entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id INTEGER NOT NULL REFERENCES knowledge_runs(id) ON DELETE CASCADE,
    position INTEGER NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL
);
CREATE INDEX knowledge_entries_by_run ON knowledge_entries(run_id, position);
CREATE TABLE knowledge_receipts (
    entry_id INTEGER NOT NULL REFERENCES knowledge_entries(id) ON DELETE CASCADE,
    ticket_id INTEGER NOT NULL REFERENCES tickets(id) ON DELETE CASCADE,
    why TEXT NOT NULL,
    PRIMARY KEY (entry_id, ticket_id)
) WITHOUT ROWID;
CREATE INDEX knowledge_receipts_by_ticket ON knowledge_receipts(ticket_id);
"""

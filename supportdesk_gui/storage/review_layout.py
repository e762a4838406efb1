"""The layout of the review: one of desk.sqlite3's layouts, see migrations.py."""

from __future__ import annotations

# Replies that were approved in Review, in the outbox while their tickets have the status `copied`;
# drafts that were written before anybody asked, with their doubts and when one was first looked at;
# and the queue: what waits for us and is neither answered nor put aside.
REVIEW = """
CREATE TABLE approvals (
    ticket_id INTEGER PRIMARY KEY REFERENCES tickets(id) ON DELETE CASCADE,
    version_id INTEGER NOT NULL, language TEXT NOT NULL, text TEXT NOT NULL,
    at INTEGER NOT NULL, exported_at INTEGER
);
CREATE TABLE prepared_drafts (
    version_id INTEGER PRIMARY KEY REFERENCES draft_versions(id) ON DELETE CASCADE,
    doubts INTEGER NOT NULL, seen_at INTEGER
);
CREATE INDEX tickets_to_review ON tickets(urgency DESC, age_from, id, intent)
    WHERE waits_for_us = 1 AND message_count > 0 AND status IN ('new', 'drafted');
"""

# How much the requester had said when a reply was approved: with more, it answers something else.
APPROVED_WHEN = """
ALTER TABLE approvals ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;
UPDATE approvals SET asked = (SELECT count(*) FROM messages m
    WHERE m.ticket_id = approvals.ticket_id AND m.role = 'requester' AND m.visibility = 'public');
"""

# What a version has from another customer's reply: it is read before it is copied.
CARRIED = """
CREATE TABLE carried_texts (
    version_id INTEGER NOT NULL REFERENCES draft_versions(id) ON DELETE CASCADE,
    text TEXT NOT NULL, PRIMARY KEY (version_id, text)
) WITHOUT ROWID;
"""

# When the agent has changed a version by hand: what goes on within ten minutes, and without a copy in
# between, is one change, which has the time of its end.
EDITS = """
CREATE TABLE draft_edits (
    id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES draft_versions(id) ON DELETE CASCADE,
    at INTEGER NOT NULL
);
CREATE INDEX draft_edits_by_version ON draft_edits(version_id, at);
CREATE TRIGGER draft_edited AFTER UPDATE OF text ON draft_versions
WHEN old.state <> 'writing' AND old.text <> '' AND old.text <> new.text BEGIN
    DELETE FROM draft_edits WHERE version_id = new.id
        AND at > CAST(strftime('%s', 'now') AS INTEGER) - 600
        AND NOT EXISTS (SELECT 1 FROM copies c WHERE c.ticket_id = new.ticket_id
            AND c.at >= draft_edits.at);
    INSERT INTO draft_edits (version_id, at)
        VALUES (new.id, CAST(strftime('%s', 'now') AS INTEGER));
END;
"""

"""What tickets are looked for by their tags: one of desk.sqlite3's layouts, see migrations.py."""

from __future__ import annotations

# The agent's own tags, one a row, as the trigger takes them from `tags`; and the tickets that a
# person should look at, which are few.
TAG_SEARCH = """
CREATE TABLE own_tags (
    name TEXT NOT NULL COLLATE NOCASE, value TEXT NOT NULL,
    ticket_id INTEGER NOT NULL REFERENCES tickets(id) ON DELETE CASCADE,
    PRIMARY KEY (name, ticket_id)
) WITHOUT ROWID;
CREATE INDEX own_tags_by_ticket ON own_tags(ticket_id);
CREATE TRIGGER own_tags_follow AFTER INSERT ON tags BEGIN
    DELETE FROM own_tags WHERE ticket_id = new.ticket_id;
    INSERT OR IGNORE INTO own_tags SELECT key, value, new.ticket_id FROM json_each(new.own);
END;
INSERT OR IGNORE INTO own_tags SELECT o.key, o.value, m.ticket_id
    FROM tags m, json_each(CASE WHEN json_valid(m.own) THEN m.own ELSE '{}' END) o;
CREATE INDEX tags_by_sentiment ON tags(sentiment, ticket_id);
CREATE INDEX tags_to_escalate ON tags(ticket_id) WHERE escalate = 1;
CREATE INDEX triages_to_escalate ON triages(ticket_id) WHERE escalate = 1;
"""

# The key's columns first: SQLite 3.40 mixes up the others of a table without rowid when it checks a
# file, and would call a sound one damaged.
TAG_ORDER = """
CREATE TABLE own_tags_anew (
    name TEXT NOT NULL COLLATE NOCASE,
    ticket_id INTEGER NOT NULL REFERENCES tickets(id) ON DELETE CASCADE,
    value TEXT NOT NULL, PRIMARY KEY (name, ticket_id)
) WITHOUT ROWID;
INSERT INTO own_tags_anew (name, ticket_id, value) SELECT name, ticket_id, value FROM own_tags;
DROP TRIGGER own_tags_follow;
DROP TABLE own_tags;
ALTER TABLE own_tags_anew RENAME TO own_tags;
CREATE INDEX own_tags_by_ticket ON own_tags(ticket_id);
CREATE TRIGGER own_tags_follow AFTER INSERT ON tags BEGIN
    DELETE FROM own_tags WHERE ticket_id = new.ticket_id;
    INSERT OR IGNORE INTO own_tags (name, ticket_id, value)
        SELECT key, new.ticket_id, value FROM json_each(new.own);
END;
"""

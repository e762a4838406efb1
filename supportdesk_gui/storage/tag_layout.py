"""What tickets are looked for by their tags, and whose a run is: of desk.sqlite3's layouts, see
migrations.py."""

from __future__ import annotations

# The agent's own tags, one a row, as the trigger takes them from `tags`. The columns of the key come
# first: else the check of SQLite 3.40 takes the value for missing, and the database for damaged.
TAG_SEARCH = """
CREATE TABLE own_tags (
    name TEXT NOT NULL COLLATE NOCASE,
    ticket_id INTEGER NOT NULL REFERENCES tickets(id) ON DELETE CASCADE, value TEXT NOT NULL,
    PRIMARY KEY (name, ticket_id)
) WITHOUT ROWID;
CREATE INDEX own_tags_by_ticket ON own_tags(ticket_id);
CREATE TRIGGER own_tags_follow AFTER INSERT ON tags BEGIN
    DELETE FROM own_tags WHERE ticket_id = new.ticket_id;
    INSERT OR IGNORE INTO own_tags SELECT key, new.ticket_id, value FROM json_each(new.own);
END;
INSERT OR IGNORE INTO own_tags SELECT o.key, m.ticket_id, o.value
    FROM tags m, json_each(CASE WHEN json_valid(m.own) THEN m.own ELSE '{}' END) o;
-- And the tickets that a person should look at, which are few.
CREATE INDEX tags_by_sentiment ON tags(sentiment, ticket_id);
CREATE INDEX tags_to_escalate ON tags(ticket_id) WHERE escalate = 1;
CREATE INDEX triages_to_escalate ON triages(ticket_id) WHERE escalate = 1;
"""

# How many messages of the customer's a ticket had when it was tagged: with more, its tags are old.
TAG_AGE = """
ALTER TABLE tags ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;
UPDATE tags SET asked = (SELECT count(*) FROM messages m
    WHERE m.ticket_id = tags.ticket_id AND m.role = 'requester');
"""
# And how many it had when its conversation was sent: it may have more once the answer is read.
TAG_ASKED = """
ALTER TABLE tag_items ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;
UPDATE tag_items SET asked = (SELECT count(*) FROM messages m
    WHERE m.ticket_id = tag_items.ticket_id AND m.role = 'requester') WHERE state = 'sent';
"""
# What a part may cost, in micro-dollars (NULL without a known price), and how many of its answers
# are not read yet: the day's cap counts them until they are in the ledger.
TAG_AWAY = """
ALTER TABLE tag_parts ADD COLUMN cost INTEGER;
ALTER TABLE tag_parts ADD COLUMN unread INTEGER NOT NULL DEFAULT 0;
UPDATE tag_parts SET unread =
    (SELECT count(*) FROM tag_items i WHERE i.part_id = tag_parts.id AND i.state = 'sent')
    WHERE state IN ('sending', 'sent');
UPDATE tag_parts SET cost = (SELECT r.estimate * tag_parts.size /
    max(1, (SELECT count(*) FROM tag_items i WHERE i.run_id = r.id))
    FROM tag_runs r WHERE r.id = tag_parts.run_id) WHERE state IN ('sending', 'sent');
"""
# Batches belong to an account: of two engines at one address, only one knows them.
TAG_PROFILE = """
ALTER TABLE tag_runs ADD COLUMN profile TEXT NOT NULL DEFAULT '';
"""

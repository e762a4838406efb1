"""The layouts of what an import knows of drafts, of importing again, and of how it fills the index
of words."""

from __future__ import annotations

# The newest version when the import began: by numbers, since a clock can be set back.
LAST_DRAFT = """
ALTER TABLE imports ADD COLUMN last_draft INTEGER NOT NULL DEFAULT 0;
UPDATE imports SET last_draft = coalesce(
    (SELECT max(id) FROM draft_versions WHERE created_at <= imports.at), 0);
"""

# A helpdesk's own id of a ticket, where people call it by another number.
HELPDESK_IDS = """
CREATE TABLE helpdesk_ids (
    ticket_id INTEGER PRIMARY KEY REFERENCES tickets(id) ON DELETE CASCADE, id TEXT NOT NULL
);
"""

# Which import another reading of the same file stands in for, while it runs. A mail is known by
# the ids of the mails it answers; other messages have no @ in theirs and cost no index.
AGAIN = """
ALTER TABLE imports ADD COLUMN instead_of INTEGER NOT NULL DEFAULT 0;
CREATE INDEX messages_by_mail_id ON messages(external_id) WHERE instr(external_id, '@') > 0;
"""

# Each transaction of an import makes one part of the index: the words of all its rows fit in memory.
# Merged when there are more than 16, which MERGE_LATER puts off further.
FEWER_MERGES = """
INSERT INTO ticket_index (ticket_index, rank) VALUES ('automerge', 16);
INSERT INTO ticket_index (ticket_index, rank) VALUES ('hashsize', 8388608);
"""

# What lies in one drop is compared with the drop before. Another reading of a file stays with those
# it was dropped with, and a file that was not read whole says nothing of what is gone.
DROPS = """
ALTER TABLE imports ADD COLUMN dropped_with INTEGER NOT NULL DEFAULT 0;
ALTER TABLE imports ADD COLUMN is_whole INTEGER NOT NULL DEFAULT 1;
UPDATE imports SET dropped_with = run;
"""

# Parts are merged when there are 64: among 59 of them a search takes no longer than in a single one
# (measured, 100,000 tickets), and merging 16 was a fifth of what an import spends on words.
MERGE_LATER = """
CREATE INDEX imports_undone ON imports(id) WHERE state = 'undoing';
INSERT INTO ticket_index (ticket_index, rank) VALUES ('automerge', 0);
INSERT INTO ticket_index (ticket_index, rank) VALUES ('crisismerge', 64);
"""

# Whom the mails of a conversation went to: they may go on in it, though they have not written yet.
ADDRESSEES = """
CREATE TABLE addressees (
    ticket_id INTEGER NOT NULL REFERENCES tickets(id) ON DELETE CASCADE, address TEXT NOT NULL,
    by_requester INTEGER NOT NULL, PRIMARY KEY (ticket_id, address)
) WITHOUT ROWID;
"""

# The helpdesk's numbers of who asks and of who wrote, where an export names nobody: the list that
# explains them, or the tickets that say who asks, may come another day.
ACCOUNTS = """
ALTER TABLE messages ADD COLUMN author_id TEXT NOT NULL DEFAULT '';
CREATE INDEX messages_by_author_id ON messages(author_id) WHERE author_id <> '';
CREATE TABLE requester_ids (
    ticket_id INTEGER PRIMARY KEY REFERENCES tickets(id) ON DELETE CASCADE, id TEXT NOT NULL
);
CREATE INDEX requester_ids_by_id ON requester_ids(id);
"""

# The heads of the mails of a ticket, and all mails that these are or name: with a mail that was
# missing they are put into conversations anew.
MAIL_HEADS = """
CREATE TABLE mail_heads (
    ticket_id INTEGER NOT NULL REFERENCES tickets(id) ON DELETE CASCADE,
    head TEXT NOT NULL, own_address TEXT NOT NULL
);
CREATE UNIQUE INDEX mail_heads_by_ticket ON mail_heads(ticket_id, head);
CREATE TABLE mail_names (
    mail TEXT NOT NULL, ticket_id INTEGER NOT NULL REFERENCES tickets(id) ON DELETE CASCADE,
    PRIMARY KEY (mail, ticket_id)
) WITHOUT ROWID;
CREATE INDEX mail_names_by_ticket ON mail_names(ticket_id);
"""

# What former versions indexed has letters that nobody types, as vowel signs are: from this ticket
# down their words are still to be written as this one does (tickets/words.py). Empty in a new file.
WORDS = """
CREATE TABLE words_to_fold (ticket_id INTEGER NOT NULL);
INSERT INTO words_to_fold SELECT ticket_id FROM ticket_search ORDER BY ticket_id DESC LIMIT 1;
"""

# Each index of the tickets costs an import a tenth of what their rows do, and more than that in the log,
# since each transaction changes pages all over it: those of triage and review are answered from the
# two that the list is walked by. And transactions are twice as long, their words in two parts or three,
# for the fewer words wait for their part, the sooner each is found among them.
FEWER_INDEXES = """
INSERT INTO ticket_index (ticket_index, rank) VALUES ('hashsize', 6291456);
DROP INDEX tickets_untriaged;
DROP INDEX tickets_to_review;
DROP INDEX tickets_by_age;
DROP INDEX tickets_by_urgency;
CREATE INDEX tickets_by_age
    ON tickets(age_from DESC, id DESC, is_open, waits_for_us, intent, message_count);
CREATE INDEX tickets_by_urgency
    ON tickets(urgency DESC, age_from, id, is_open, waits_for_us, intent, message_count, status);
"""

"""Tickets that were answered, by their words, and what was said to their requesters."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from supportdesk_gui.storage.errors import typed
from supportdesk_gui.text.folding import folded_spans, without_spans

if TYPE_CHECKING:
    from supportdesk_gui.storage.database import Database

_ANSWERED = (
    "t.status IN ('replied', 'copied') AND (EXISTS (SELECT 1 FROM copies c WHERE c.ticket_id = t.id) "
    "OR EXISTS (SELECT 1 FROM messages m WHERE m.ticket_id = t.id AND m.role = 'agent' "
    "AND m.visibility = 'public'))"
)
_LIKE = (
    "SELECT t.id FROM ticket_index JOIN tickets t ON t.id = ticket_index.rowid "
    f"WHERE ticket_index MATCH ? AND {_ANSWERED} ORDER BY rank LIMIT ?"
)
_NEWEST = (
    f"SELECT t.id FROM tickets t WHERE t.intent <> '' AND t.intent = ? AND {_ANSWERED} "
    "ORDER BY t.age_from DESC LIMIT ?"
)
_UNJUDGED = (
    "SELECT t.id FROM tickets t INDEXED BY tickets_by_age "
    f"WHERE t.intent = '' AND t.is_open = 0 AND {_ANSWERED} ORDER BY t.age_from DESC LIMIT ?"
)
_SAID = (
    "SELECT text, '[]' FROM copies WHERE ticket_id = ? ORDER BY id DESC LIMIT 1",
    "SELECT text, folded FROM messages WHERE ticket_id = ? AND role = 'agent' AND "
    "visibility = 'public' ORDER BY position DESC LIMIT 1",
)
_RANKED = 20_000
"""Places in the index that are looked at: ranking those of words that stand everywhere takes
seconds among 100,000 tickets, and such words tell nothing."""


class AnsweredBefore:
    """Answers of this agent and those that came with an export."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def like(self, words: Iterable[str], intent: str, but: int, most: int) -> list[int]:
        """Tickets that were answered: those with most of these words, the rarest of them, then the
        newest of an intent and the newest that nobody judged, as they came with their answers;
        `but` is left out.

        Up to 200 ms among 100,000: for threads. Raises StorageError's kinds.
        """
        from supportdesk_gui.text.tokens import any_of  # not for the first picture

        try:
            with self._database.beside() as connection:
                asked = any_of(_rarest(connection, words))
                found = dict.fromkeys(connection.execute(_LIKE, [asked, most]) if asked else ())
                found |= dict.fromkeys(connection.execute(_NEWEST, [intent, most // 2]))
                found |= dict.fromkeys(connection.execute(_UNJUDGED, [most // 2]))
        except sqlite3.Error as error:
            raise typed(error) from error
        return [one for (one,) in found if one != but]

    def said(self, ticket_id: int) -> str:
        """What the agent last copied for a ticket, else what was last said to the requester, without
        what is folded away below it: the requester's own mail is nobody else's to read."""
        for sql in _SAID:
            for text, folded in self._database.read(sql, [ticket_id]):
                spans = json.loads(folded or "[]") or folded_spans(text)
                return without_spans(text, spans).strip()
        return ""


def _rarest(connection: sqlite3.Connection, words: Iterable[str]) -> Sequence[str]:
    """Of these words those that are in few tickets."""
    from supportdesk_gui.text.tokens import ways_to_write

    connection.execute("PRAGMA query_only = OFF")  # for this table, which is nowhere on disk
    connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, ticket_index, row)")
    connection.execute("PRAGMA query_only = ON")
    counted = []
    for word in (way for one in words for way in ways_to_write(one)):
        for (count,) in connection.execute("SELECT doc FROM temp.terms WHERE term = ?", [word]):
            counted.append((count, word))
    rarest, places = list[str](), 0
    for count, word in sorted(counted):
        places += count
        if rarest and places > _RANKED:
            break
        rarest.append(word)
    return rarest

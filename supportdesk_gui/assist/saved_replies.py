"""Replies that were written before: kept, and found for a ticket by its words."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass

from supportdesk_gui.assist.customer_words import requester_texts
from supportdesk_gui.assist.placeholders import without_places
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.storable import storable
from supportdesk_gui.text.tokens import fold
from supportdesk_gui.tickets.ticket import Ticket, Triage

_NOT_WORDS = re.compile(r"[\W_]+")
_AHEAD = 1.1


@dataclass(frozen=True, slots=True)
class SavedReply:
    """`language` is a code, empty where nobody said and nothing tells; `id` 0 before it is kept."""

    title: str
    text: str
    language: str = ""
    id: int = 0


class SavedReplies:
    """All of them in memory: teams have hundreds. Used on the opening thread, written as futures."""

    def __init__(self, database: Database) -> None:
        self._database = database
        rows = database.read(
            "SELECT title, text, language, id FROM saved_replies ORDER BY title, id"
        )
        self._all = {int(row[3]): SavedReply(*row) for row in rows}
        self._last_id = max(self._all, default=0)

    def all(self) -> list[SavedReply]:
        """Every one by its title."""
        return sorted(self._all.values(), key=lambda one: (fold(one.title), one.language))

    def replaced_by(self, replies: Sequence[SavedReply]) -> int:
        """How many of these would take the place of one with another text."""
        texts = {(one.title, one.language): one.text for one in self._all.values()}
        return sum(texts.get((one.title, one.language), one.text) != one.text for one in replies)

    def keep(self, replies: Sequence[SavedReply]) -> Future[None]:
        """Keep these; one of the same title and language takes the other's place."""
        places = {(one.title, one.language): one.id for one in self._all.values()}
        fresh = []
        for one in replies:
            number = places.get((one.title, one.language))
            if number is None:
                number = self._last_id = self._last_id + 1
                places[one.title, one.language] = number
            fresh.append(SavedReply(storable(one.title), storable(one.text), one.language, number))
        self._all |= {one.id: one for one in fresh}

        def work(connection: sqlite3.Connection) -> None:
            connection.executemany(
                "INSERT OR REPLACE INTO saved_replies (id, title, language, text) VALUES (?, ?, ?, ?)",
                [(one.id, one.title, one.language, one.text) for one in fresh],
            )

        return self._database.submit(work)

    def remove(self, reply_id: int) -> Future[None]:
        """Forget one."""
        self._all.pop(reply_id, None)

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM saved_replies WHERE id = ?", [reply_id])

        return self._database.submit(work)


def best_for(
    replies: Sequence[SavedReply], ticket: Ticket, triage: Triage | None, language: str
) -> SavedReply | None:
    """The one that answers what the ticket asks; None where none does, or two fit alike.

    Only those in the customer's language, or in no known one: words of another fit by accident.
    It has to be of the same kind (assist/reply_fit.py) and speak of the same, the more so the
    less the kind tells.
    """
    from supportdesk_gui.assist.reply_fit import Wanted, fit  # not for the first picture

    replies = [one for one in replies if one.language in {language, ""}]
    wanted = Wanted.of(_asked(ticket, triage), triage, language)
    scored = sorted(
        (
            (fit(one.title, without_places(one.text), wanted), place)
            for place, one in enumerate(replies)
        ),
        reverse=True,
    )
    if not scored or scored[0][0] < 1:
        return None
    if len(scored) > 1 and scored[0][0] < _AHEAD * scored[1][0]:
        return None
    return replies[scored[0][1]]


def matching(
    replies: Sequence[SavedReply], name: str, language: str, most: int
) -> list[SavedReply]:
    """Those whose title holds what was typed: the language's own first, then those that begin so."""
    plain = _NOT_WORDS.sub("", fold(name))
    found = [one for one in replies if plain in _NOT_WORDS.sub("", fold(one.title))]
    found.sort(
        key=lambda one: (
            one.language not in {language, ""},
            not _NOT_WORDS.sub("", fold(one.title)).startswith(plain),
        )
    )
    return found[:most]


def _asked(ticket: Ticket, triage: Triage | None) -> list[str]:
    texts = [ticket.subject, *requester_texts(ticket)[-2:]]
    if triage is not None:
        texts += [*triage.questions, *(query.text for query in triage.search_queries)]
    return texts

"""Tickets on their way into the store: batches under an import that can be undone.

An import is *running* until its last batch. What a batch adds carries the import's id; what it
changes is kept as it was (import_undo.py). So cancelling, a crash and *undo import* all lead
back the same way.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.forgotten import Forgotten
from supportdesk_gui.tickets.import_changes import ImportChanges, last_changes, settle
from supportdesk_gui.tickets.import_undo import (
    Undone,
    settle_old,
    undo_all,
    undo_in_slices,
)
from supportdesk_gui.tickets.number_forms import BESIDE
from supportdesk_gui.tickets.requester import requester_key
from supportdesk_gui.tickets.ticket import Message, Role, Ticket
from supportdesk_gui.tickets.words import index_words

if TYPE_CHECKING:
    from concurrent.futures import Future

    from supportdesk_gui.tickets.incoming import Upserted
    from supportdesk_gui.tickets.incoming_rows import IncomingRows


class Reject(Protocol):
    """A row that could not be read; importing/report.py has the value."""

    @property
    def line(self) -> int:
        """The line it begins at."""
        ...

    @property
    def reason(self) -> Any:
        """A StrEnum that says why."""
        ...

    @property
    def excerpt(self) -> str:
        """Its first characters."""
        ...


@dataclass(frozen=True, slots=True)
class CutOff:
    """An import that the end of the program broke off: it was read then, or taken back.

    `name` is what people call its file, empty where it came from none.
    """

    name: str
    was_read: bool


class ImportedRows:
    """The importing half of the store."""

    def __init__(self, database: Database, forgotten: Forgotten | None = None) -> None:
        self._database, self._forgotten = database, forgotten
        self._has_dressed: set[int] = set()
        """The imports whose source has numbers of spreadsheet_numbers.py."""

    def start_import(
        self, source: str, path: str, as_of: int, view: str = "", run: int = 0, instead_of: int = 0
    ) -> Future[int]:
        """Begin an import; its id.

        `path` is what people call the file, empty where it came from none. `as_of` is the age of
        the data, seconds since the epoch. `view` is a name for what the
        export shows of its source, the same tomorrow; empty where tickets that it lacks say
        nothing. `run` is the first import of the same drop, 0 for that one itself.
        `instead_of` is the import of the same file in another reading: what that one said of a
        ticket is not kept beside what this one says; it is to be undone when this one is whole.
        """

        def work(connection: sqlite3.Connection) -> int:
            # nothing is imported at the start
            from supportdesk_gui.tickets.spreadsheet_numbers import has_dressed

            row = connection.execute(
                "INSERT INTO imports (source, path, as_of, state, at, view, run, instead_of, "
                "last_draft) SELECT ?, ?, ?, 'running', ?, ?, ?, ?, coalesce(max(id), 0) "
                "FROM draft_versions",
                [source, path, as_of, int(time.time()), view, run, instead_of],
            )
            import_id = int(row.lastrowid or 0)
            connection.execute(
                "UPDATE imports SET run = iif(?1, ?1, id), dropped_with = coalesce((SELECT "
                "dropped_with FROM imports WHERE id = ?2), iif(?1, ?1, id)) WHERE id = ?3",
                [run, instead_of, import_id],
            )
            if has_dressed(connection, source):
                self._has_dressed.add(import_id)
            return import_id

        return self._database.submit(work)

    def upsert(self, import_id: int, tickets: Sequence[Ticket]) -> Future[Upserted]:
        """Add or update tickets by (source, external id); at most 100 ms worth of them.

        Statuses follow in `finish_import`; what is added as closed elsewhere counts as replied.
        A list without conversations never empties one. Raises KeyError when the import is no
        longer running. Tickets of those who asked to be forgotten are left out.
        """
        batch = list(tickets)

        def ready() -> IncomingRows:
            # nothing is written at the start
            from supportdesk_gui.tickets.incoming_rows import IncomingRows

            return IncomingRows.made_of(batch)

        return self._take(import_id, ready, lambda: None, at_once=True)

    def take(
        self,
        import_id: int,
        batch: IncomingRows,
        taken: Callable[[], object],
        *,
        at_once: bool = False,
    ) -> Future[Upserted]:
        """The same with tickets that another thread has made ready.

        Several batches of an import share a transaction, which ends with one that is to be seen
        `at_once`; none shares it with those of another import, which may be taken back. `taken` is called on the writer's thread when this batch is in it.
        """
        return self._take(import_id, lambda: batch, taken, at_once=at_once)

    def _take(
        self,
        import_id: int,
        ready: Callable[[], IncomingRows],
        taken: Callable[[], object],
        *,
        at_once: bool,
    ) -> Future[Upserted]:
        def work(connection: sqlite3.Connection) -> Upserted:
            from supportdesk_gui.tickets.incoming import upsert

            begun = time.perf_counter()
            batch = ready()
            if left_out := self._left_out(batch):
                batch = batch.of(one for at, one in enumerate(batch) if at not in left_out)
            has_dressed = import_id in self._has_dressed
            done = upsert(connection, import_id, batch, has_dressed=has_dressed)
            seconds = time.perf_counter() - begun
            taken()
            return replace(done, forgotten=tuple(left_out.values()), seconds=seconds)

        return self._database.submit(work, at_end=index_words, group=import_id, ends=at_once)

    def welcome_back(self, forgotten: frozenset[str]) -> None:
        """Take these again who asked to be forgotten once. Raises OSError."""
        if self._forgotten is not None:
            self._forgotten.drop(forgotten)

    def _left_out(self, batch: IncomingRows) -> dict[int, str]:
        """The hashes of forgotten requesters, by the places of their tickets."""
        if self._forgotten is None or self._forgotten.is_empty:
            return {}
        found = {}
        for at, one in enumerate(batch):
            key = requester_key(one.source, one.name, one.requester, one.email)
            if self._forgotten.holds(key, one.created_at):
                found[at] = self._forgotten.digest(key)
        return found

    def finish_import(
        self, import_id: int, rejects: Iterable[Reject] = (), *, newest: int = 0,
        is_whole: bool = True, has_more: bool = False,
    ) -> Future[None]:  # fmt: skip
        """The last batch is in: statuses follow what the export says, in one step of undo.

        Closed and answered elsewhere is replied; a replied ticket with a new public message of the
        requester is new again; what is no more in the view is gone from it, unless `is_whole` is
        False (rows could not be read) or the drop `has_more` files of this source, which are
        waited for. Else our status stays. `newest` is the newest time in the data. An import that this one stands in for is to be undone now, which a crash in between
        brings about too.
        """
        rows = [(import_id, item.line, str(item.reason), item.excerpt) for item in rejects]

        def work(connection: sqlite3.Connection) -> None:
            connection.executemany("INSERT INTO import_rejects VALUES (?, ?, ?, ?)", rows)
            connection.execute(
                "UPDATE imports SET as_of = max(as_of, min(?, at)), is_whole = ? WHERE id = ?",
                [newest, is_whole, import_id],
            )
            settle(connection, import_id, finds_gone=is_whole and not has_more)
            connection.execute("UPDATE imports SET state = 'done' WHERE id = ?", [import_id])
            settle_old(connection, import_id)
            self._has_dressed.discard(import_id)

        return self._database.submit(work)

    def last_changes(self) -> Future[ImportChanges | None]:
        """What the newest drop of files changed, None where there is none."""
        return self._database.submit(last_changes)

    def views(self) -> list[tuple[str, str, int]]:
        """The newest import of each view (source, file, age of its data), newest data first."""
        return self._database.read(
            "SELECT source, path, as_of FROM imports WHERE id IN (SELECT max(id) FROM imports "
            "WHERE path <> '' AND state IN ('done', 'settled') GROUP BY source, view) "
            "ORDER BY as_of DESC, id DESC"
        )

    def known_numbers(
        self, numbers: Sequence[str], *, in_any_form: bool = False
    ) -> Future[list[Ticket]]:
        """All tickets with these numbers: what they are called, who asks, and the first message.

        `in_any_form`: whatever stands before their figures (number_forms.py).
        """
        known = (
            "(SELECT DISTINCT source FROM imports) s CROSS JOIN json_each(?1) n "
            "CROSS JOIN tickets t ON t.source = s.source AND t.external_id = n.value"
        )
        if in_any_form:
            same = "ltrim(external_id, ?2) IN (SELECT value FROM json_each(?1))"
            known = f"(SELECT * FROM tickets WHERE {same}) t"

        def work(connection: sqlite3.Connection) -> list[Ticket]:
            sql = (
                "SELECT t.source, t.external_id, t.subject, t.email, t.requester, t.url, "
                "t.created_at, coalesce(r.id, ''), m.text, m.role, m.author, m.sent_at, m.author_id "
                f"FROM {known} LEFT JOIN requester_ids r ON r.ticket_id = t.id "
                "LEFT JOIN messages m ON m.ticket_id = t.id AND m.position = 0"
            )
            asked = [json.dumps(numbers), BESIDE] if in_any_form else [json.dumps(numbers)]
            return [_head(*row) for row in connection.execute(sql, asked)]

        return self._database.submit(work)

    def undo_import(self, import_id: int) -> Future[Undone]:
        """Make everything as it was before an import.

        Tickets with a draft or a copy stay. Raises KeyError for an import that is not there or
        lies more than ten imports back.
        """
        return undo_in_slices(self._database, import_id)

    def swap_roles(self, ticket_id: int) -> Future[None]:
        """The customer's messages become the agent's and the reverse; twice is as before."""

        def work(connection: sqlite3.Connection) -> None:
            from supportdesk_gui.tickets.incoming import swap_roles

            swap_roles(connection, ticket_id)

        return self._database.submit(work)

    def set_unfinished_aside(self) -> CutOff | None:
        """Before anything is shown: no list has tickets of an import that was cut off. Which one
        it is, None where there is none."""
        found = self._database.read(
            "SELECT path, state FROM imports WHERE state IN ('running', 'undoing') "
            "ORDER BY state = 'running' DESC, id DESC LIMIT 1"
        )
        if not found:
            return None
        ((name, state),) = found
        if state == "running":
            sql = "UPDATE imports SET state = 'undoing' WHERE state = 'running'"
            self._database.submit(lambda connection: connection.execute(sql).rowcount).result()
        return CutOff(name, was_read=state == "running")

    def drop_unfinished_imports(self) -> Future[int]:
        """At the start: take back imports that a crash cut off; how many there were."""

        def unfinished(connection: sqlite3.Connection) -> list[int]:
            sql = "SELECT id FROM imports WHERE state IN ('running', 'undoing')"
            return [row[0] for row in connection.execute(sql)]

        return undo_all(self._database, unfinished)


def _head(
    source: str, number: str, subject: str, email: str, requester: str, url: str,
    created_at: int | None, requester_id: str, text: str | None, role: str | None,
    author: str | None, sent_at: int | None, author_id: str | None,
) -> Ticket:  # fmt: skip
    said = Message(
        0, Role(role), text or "", author=author or "", sent_at=sent_at, author_id=author_id or ""
    ) if role else None  # fmt: skip
    return Ticket(
        source, number, subject, (said,) if said else (), requester=requester, email=email,
        url=url, created_at=created_at, requester_id=requester_id,
    )  # fmt: skip

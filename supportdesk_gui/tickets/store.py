"""Every ticket the agent has: asked by the window in milliseconds, changed on one thread.

Reads run on the thread that opened the database; writes return futures. The store is the
truth, lists and panes are views of it.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Collection, Generator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.forgotten import Forgotten
from supportdesk_gui.text.visible import visible
from supportdesk_gui.tickets.counting import TicketCounts
from supportdesk_gui.tickets.imports import ImportedRows
from supportdesk_gui.tickets.query import TicketQuery, named, same_name
from supportdesk_gui.tickets.saved_views import SavedViews
from supportdesk_gui.tickets.searching import (
    Page,
    count,
    every_id,
    first_page,
    found_of,
    page,
    undone,
)
from supportdesk_gui.tickets.statuses import Course, mark_drafted, set_statuses, travel
from supportdesk_gui.tickets.store_rows import (
    MESSAGE_COLUMNS,
    TICKET_COLUMNS,
    identity,
    is_stand_in,
    message_from,
    rest_of_triage,
    ticket_from,
    triage_rest,
)
from supportdesk_gui.tickets.ticket import PASTED, Intent, Status, Ticket, TicketRow, Triage
from supportdesk_gui.tickets.words import fold_some_words

if TYPE_CHECKING:
    from concurrent.futures import Future
    from pathlib import Path

    from supportdesk_gui.tickets.exporting import ExportStep

# All in one row, as _ids has it in searching.py.
_ROW_SQL = """
SELECT json_group_array(json_array(
       t.id, t.external_id, coalesce(nullif(g.summary, ''), t.summary), t.requester, t.email,
       t.status, t.has_attachments, t.age_from, t.spoken, t.intent,
       coalesce(g.confidence, 0), max(coalesce(g.escalate, 0), coalesce(m.escalate, 0)),
       t.waits_for_us,
       EXISTS (SELECT 1 FROM draft_versions d WHERE d.ticket_id = t.id AND d.text <> ''),
       coalesce(m.satisfaction, 0), coalesce(m.sentiment, ''),
       (SELECT group_concat(o.name || CASE o.value WHEN 'yes' THEN '' ELSE ': ' || o.value END, char(31))
        FROM (SELECT name, value FROM own_tags WHERE ticket_id = t.id AND value NOT IN ('no', '')
              ORDER BY name) o)))
FROM tickets t LEFT JOIN triages g ON g.ticket_id = t.id
LEFT JOIN tags m ON m.ticket_id = t.id WHERE t.id IN ({marks})
"""
_UNTRIAGED = (
    "FROM tickets INDEXED BY tickets_by_age WHERE is_open = 1 AND intent = '' AND message_count > 0"
)
_WITHOUT_TEXT = """
SELECT id FROM tickets t
WHERE id IN (SELECT id FROM tickets WHERE external_id = ? AND external_id <> ''
             UNION SELECT id FROM tickets WHERE url = ? AND url <> '') AND source <> ?
  AND (NOT EXISTS (SELECT 1 FROM messages WHERE ticket_id = t.id AND trim(text) <> '')
       OR EXISTS (SELECT 1 FROM imports i JOIN import_tickets m ON m.import_id = i.id
                  WHERE i.source = ? AND m.ticket_id = t.id))
LIMIT 2"""


class TicketStore(ImportedRows):
    """Tickets, their triage and their statuses; imports come from ImportedRows."""

    def __init__(self, database: Database, forgotten: Forgotten | None = None) -> None:
        super().__init__(database, forgotten)
        self.counts, self.named_views = TicketCounts(database), SavedViews(database)

    # -- reading -----------------------------------------------------------------------------

    def ids(self, query: TicketQuery, limit: int | None = None) -> list[int]:
        """The ids that a query finds, in its order."""
        return every_id(self._read, query, limit)

    def first_page(self, query: TicketQuery, limit: int) -> Page:
        """The first `limit` ids, or sooner fewer of them."""
        return first_page(self._read, query, limit)

    def page(self, query: TicketQuery, limit: int, at: int = 0) -> Page:
        """The next `limit` ids from a place on, see tickets/searching.py."""
        return page(self._read, query, limit, at)

    def found_of(self, query: TicketQuery, ids: Collection[int]) -> set[int]:
        """Which of these tickets are among those that a query finds."""
        return found_of(self._read, query, ids) if ids else set()

    def count(self, query: TicketQuery) -> int:
        """How many tickets a query finds, asked at once; `counts` asks beside the window."""
        return count(self._read, query)

    def rows(self, ids: Sequence[int]) -> list[TicketRow]:
        """The list rows of these tickets, in the order of `ids`."""
        if not ids:
            return []
        sql = _ROW_SQL.format(marks=",".join("?" * len(ids)))
        found = {row[0]: _row(row) for row in json.loads(self._read(sql, list(ids))[0][0])}
        return [found[ticket_id] for ticket_id in ids if ticket_id in found]

    def ticket(self, ticket_id: int) -> Ticket:
        """A ticket with its messages; KeyError when it is gone."""
        found = self._read(f"SELECT id, {TICKET_COLUMNS} FROM tickets WHERE id = ?", [ticket_id])
        if not found:
            raise KeyError(ticket_id)
        sql = f"SELECT {MESSAGE_COLUMNS} FROM messages WHERE ticket_id = ? ORDER BY position"
        return ticket_from(
            found[0], tuple(message_from(row) for row in self._read(sql, [ticket_id]))
        )

    def triage(self, ticket_id: int) -> Triage | None:
        """What triage said of a ticket, None when it has not looked yet."""
        found = self._read(
            "SELECT intent, confidence, language, summary, escalate, engine, milliseconds, rest "
            "FROM triages WHERE ticket_id = ?",
            [ticket_id],
        )
        if not found:
            return None
        intent, confidence, language, summary, escalate, engine, milliseconds, rest = found[0]
        more: dict[str, Any] = rest_of_triage(rest)
        return Triage(
            Intent(intent), confidence, language, summary, escalate=bool(escalate),
            engine=engine, milliseconds=milliseconds, **more,
        )  # fmt: skip

    def newest_sources(self) -> list[tuple[str, int]]:
        """Every source and the age of its newest data, newest first."""
        sql = (
            "SELECT source, max(as_of) AS newest FROM imports "
            "WHERE state IN ('done', 'settled') GROUP BY source ORDER BY newest DESC, source"
        )
        return [(source, as_of) for source, as_of in self._read(sql, [])]

    def untriaged(self, limit: int) -> list[int]:
        """The newest open tickets with text that no engine has looked at."""
        sql = f"SELECT id {_UNTRIAGED} ORDER BY age_from DESC, id DESC LIMIT ?"
        return [row[0] for row in self._read(sql, [limit])]

    def count_untriaged(self) -> Future[int]:
        """How many open tickets with text wait for triage.

        Asked on the writer's thread, as what follows: among 100,000 it takes some of a frame.
        """
        sql = f"SELECT count(*) {_UNTRIAGED}"
        return self._database.submit(lambda connection: int(connection.execute(sql).fetchone()[0]))

    def judged_by_rules(self) -> Future[list[int]]:
        """The open tickets with text that no model has judged, newest first."""
        sql = (
            "SELECT t.id FROM tickets t LEFT JOIN triages g ON g.ticket_id = t.id "
            "WHERE t.is_open = 1 AND t.message_count > 0 AND coalesce(g.engine, 'offline') = "
            "'offline' ORDER BY t.age_from DESC, t.id DESC"
        )
        return self._database.submit(lambda connection: [row[0] for row in connection.execute(sql)])

    def inbound_translation(
        self, ticket_id: int, language: str, source_hash: bytes
    ) -> dict[int, str]:
        """The kept translation of a conversation, by the messages' positions.

        Empty where there is none, or where it was made from other texts.
        """
        rows = self._read(
            "SELECT texts FROM inbound_translations "
            "WHERE ticket_id = ? AND language = ? AND source_hash = ?",
            [ticket_id, language, source_hash],
        )
        found = json.loads(rows[0][0]) if rows else {}
        return {int(position): text for position, text in found.items()}

    def open_beside(self, ticket: Ticket | None) -> int:
        """How many other open tickets `of_requester` finds: by address, else by name without one.

        Of those with one name a thousand are looked at, of an address the newest five thousand.
        """
        if ticket is None:
            return 0
        who: list[object]
        if ticket.email:
            where, who = "email = ? COLLATE NOCASE AND email <> ''", [ticket.email]
        elif match := named(ticket.requester):
            found = "SELECT rowid FROM ticket_index WHERE ticket_index MATCH ? LIMIT 1000"
            named_so, names = same_name(ticket.requester)
            where, who = f"id IN ({found}) AND email = '' AND {named_so}", [match, *names]
        else:
            return 0
        newest = (
            f"SELECT is_open FROM tickets WHERE {where} AND id <> ? ORDER BY id DESC LIMIT 5000"
        )
        sql = f"SELECT count(*) FROM ({newest}) WHERE is_open = 1"
        return int(self._read(sql, [*who, ticket.id])[0][0])

    def export(
        self, wanted: TicketQuery | Sequence[int], path: Path
    ) -> Generator[ExportStep, None, None]:
        """Write tickets into a file, see tickets/exporting.py."""
        from supportdesk_gui.tickets.exporting import export_tickets

        return export_tickets(self._database, wanted, path)

    def link_pattern(self, source: str) -> str:
        """How the tickets of a source are addressed, with `{number}` in it; or empty."""
        found = self._read("SELECT pattern FROM link_patterns WHERE source = ?", [source])
        return str(found[0][0]) if found else ""

    def find(self, ticket: Ticket) -> int:
        """The id under which a ticket of a helpdesk or the clipboard is kept, 0 when it is not."""
        sql = "SELECT id FROM tickets WHERE external_id = ? AND source = ?"
        found = self._read(sql, [identity(ticket), ticket.source])
        return int(found[0][0]) if found else 0

    def with_paste(self, pasted: Ticket) -> Ticket:
        """A pasted conversation as the ticket whose text it is: the one stored ticket of a helpdesk
        that has its number or address, and no text but what was pasted; a number alone is not that
        of another customer's ticket. Else as it came."""
        if not pasted.external_id and not pasted.url:
            return pasted
        found = self._read(_WITHOUT_TEXT, [pasted.external_id, pasted.url, PASTED, PASTED])
        if len(found) != 1:
            return pasted
        from supportdesk_gui.tickets.same_ticket import are_others, other_host

        stored = self.ticket(found[0][0])
        is_linked = pasted.url and pasted.url == stored.url
        if not is_linked and (are_others(pasted, stored) or other_host(pasted, stored)):
            return pasted
        return replace(
            stored, messages=pasted.messages, subject=stored.subject or pasted.subject,
            requester=stored.requester or pasted.requester, email=stored.email or pasted.email,
            url=stored.url or pasted.url, created_at=stored.created_at or pasted.created_at,
            updated_at=stored.updated_at or pasted.updated_at,
        )  # fmt: skip

    def is_pasted(self, ticket: Ticket | None) -> bool:
        """Whether its conversation was copied from a page, which seldom says who asked."""
        if ticket is None or not ticket.messages or ticket.source == PASTED:
            return ticket is not None and bool(ticket.messages)
        sql = (
            "SELECT 1 FROM imports i WHERE source = ? AND EXISTS (SELECT 1 FROM import_tickets m "
            "WHERE m.import_id = i.id AND m.ticket_id = ?) LIMIT 1"
        )
        return bool(self._read(sql, [PASTED, ticket.id]))

    def is_empty(self) -> bool:
        """Whether there is no ticket at all, those that are being taken back aside."""
        return not self._read(f"SELECT 1 FROM tickets t WHERE 1{undone(self._read)} LIMIT 1", [])

    # -- changing ----------------------------------------------------------------------------

    def save_triage(
        self, ticket_id: int, triage: Triage, *, only_first: bool = False
    ) -> Future[None]:
        """Keep what an engine says of a ticket; with `only_first` not in place of another word."""
        values = (
            ticket_id, triage.intent.value, triage.confidence, triage.language, triage.summary,
            triage.escalate, triage.engine, triage.milliseconds, triage_rest(triage),
        )  # fmt: skip

        def work(connection: sqlite3.Connection) -> None:
            if only_first and _has_triage(connection, ticket_id):
                return
            known = connection.execute(
                "UPDATE tickets SET intent = ?, triage_language = ? WHERE id = ?",
                [triage.intent.value, triage.language, ticket_id],
            )
            if known.rowcount:
                marks = ",".join("?" * len(values))
                connection.execute(f"INSERT OR REPLACE INTO triages VALUES ({marks})", values)

        return self._database.submit(work)

    def set_status(
        self, ids: Sequence[int], status: Status, course: Course | None = None
    ) -> Future[int]:
        """Give tickets a status, as one step that undo takes back; how many had another one.

        The future of this and of the next two raises ChangeStopped where `course` was called off.
        """
        wanted, going = list(ids), course or Course()
        return self._database.submit(
            lambda connection: set_statuses(connection, wanted, status, going)
        )

    def mark_drafted(self, ticket_id: int) -> Future[None]:
        """A new ticket has a draft now; no step of the agent's that undo would take back."""
        return self._database.submit(lambda connection: mark_drafted(connection, ticket_id))

    def undo(self, course: Course | None = None) -> Future[tuple[int, ...]]:
        """Take back the newest change of status; the tickets it was about."""
        going = course or Course()
        return self._database.submit(lambda connection: travel(connection, going, back=True))

    def redo(self, course: Course | None = None) -> Future[tuple[int, ...]]:
        """Do again what was undone last."""
        going = course or Course()
        return self._database.submit(lambda connection: travel(connection, going, back=False))

    def fold_some_words(self) -> Future[bool]:
        """Have some tickets of a former version found as they are typed today, see tickets/words.py;
        whether there may be more of them."""
        return self._database.submit(fold_some_words)

    def save_inbound_translation(
        self, ticket_id: int, language: str, source_hash: bytes, texts: dict[int, str]
    ) -> Future[None]:
        """Keep the translation of a conversation, made from texts of that hash."""
        values = [ticket_id, language, source_hash, json.dumps(texts, ensure_ascii=False)]

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT OR REPLACE INTO inbound_translations "
                "SELECT ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM tickets WHERE id = ?)",
                [*values, ticket_id],
            )

        return self._database.submit(work)

    def set_link_pattern(self, source: str, pattern: str) -> Future[None]:
        """Remember how the tickets of a source are addressed."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT OR REPLACE INTO link_patterns VALUES (?, ?)", [source, pattern]
            )

        return self._database.submit(work)

    def record_copy(
        self, ticket_id: int, language: str, text: str, version_id: int
    ) -> Future[None]:
        """Keep what was copied, from which draft and when."""
        values = [ticket_id, version_id, language, text, int(time.time())]

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT INTO copies (ticket_id, version_id, language, text, at) "
                "VALUES (?, ?, ?, ?, ?)",
                values,
            )

        return self._database.submit(work)

    def _read(self, sql: str, parameters: Sequence[object]) -> list[tuple[Any, ...]]:
        return self._database.read(sql, parameters)


def _has_triage(connection: sqlite3.Connection, ticket_id: int) -> bool:
    sql = "SELECT 1 FROM triages WHERE ticket_id = ?"
    return connection.execute(sql, [ticket_id]).fetchone() is not None


def _row(row: Sequence[Any]) -> TicketRow:
    return TicketRow(
        id=row[0],
        external_id="" if is_stand_in(row[1]) else row[1],
        summary=visible(row[2]),
        requester=visible(row[3] or row[4]),
        status=Status(row[5]),
        has_attachments=bool(row[6]),
        age_from=row[7] or None,
        language=row[8],
        intent=Intent(row[9]) if row[9] else None,
        confidence=row[10],
        escalate=bool(row[11]),
        waits_for_us=bool(row[12]),
        has_draft=bool(row[13]),
        satisfaction=row[14],
        sentiment=row[15],
        own_tags=tuple(row[16].split("\x1f")) if row[16] else (),
    )

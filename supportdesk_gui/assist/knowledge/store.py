"""Runs of knowledge in the window's database: what was agreed, what is done, what is left.

Written group by group, so that a crash or a stop loses none that is done. The newest finished run
and the one before it are kept; a ticket that goes takes its receipts along.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import asdict, dataclass, field
from typing import Any

from supportdesk_gui.assist.knowledge.entries import (
    Entry,
    EntryKind,
    Receipt,
    Rest,
    TicketGroup,
    TicketWords,
    Unproven,
)
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.storable import storable
from supportdesk_gui.text.folding import folded_spans, without_spans
from supportdesk_gui.text.visible import visible

_REPLY = 280
_WORDS = """
SELECT t.id, t.external_id, coalesce(nullif(g.language, ''), t.language), coalesce(g.intent, ''),
    t.subject, coalesce(nullif(g.summary, ''), t.summary),
    coalesce((SELECT m.text FROM messages m WHERE m.ticket_id = t.id AND m.role = 'agent'
        AND m.visibility = 'public' ORDER BY m.position DESC LIMIT 1), ''), t.requester, t.email
FROM tickets t LEFT JOIN triages g ON g.ticket_id = t.id
"""


BETWEEN_ENGINES = ", "


@dataclass(frozen=True, slots=True)
class Run:
    """One making of knowledge. `made_at` in seconds since the epoch; `engine` with a comma between
    two that wrote; `groups` of which `done` are
    written and `failed` could not be; `micro_usd` is None where a part has no known price."""

    id: int
    made_at: int
    engine: str
    languages: tuple[str, ...]
    tickets: int
    state: str
    groups: int
    done: int
    failed: int
    micro_usd: int | None
    ids: dict[str, str] = field(default_factory=dict, hash=False)
    """The ids that its entries were given, by merging.identity."""

    @property
    def left(self) -> int:
        """How many groups wait."""
        return self.groups - self.done - self.failed


class KnowledgeStore:
    """Reads on the thread that opened the database, writes as futures."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def newest_words(self, most: int) -> Future[list[TicketWords]]:
        """The newest tickets with text, at most so many. On the writer's thread: it takes long."""
        sql = f"{_WORDS} WHERE t.message_count > 0 ORDER BY t.age_from DESC, t.id DESC LIMIT ?"
        return self._database.submit(lambda one: [_words(row) for row in one.execute(sql, [most])])

    def count_tickets(self) -> int:
        """How many tickets have text."""
        sql = "SELECT count(*) FROM tickets WHERE message_count > 0"
        return int(self._database.read(sql)[0][0])

    def begin(
        self, engine: str, languages: Sequence[str], groups: Sequence[TicketGroup]
    ) -> Future[int]:
        """Note what will be made; the run's id. A run that was left unfinished goes."""
        total = sum(len(group.tickets) for group in groups)
        values = [int(time.time()), engine, json.dumps(list(languages)), total]

        def work(connection: sqlite3.Connection) -> int:
            connection.execute("DELETE FROM knowledge_runs WHERE state <> 'done'")
            sql = (
                "INSERT INTO knowledge_runs (made_at, engine, languages, tickets, state) "
                "VALUES (?, ?, ?, ?, 'running')"
            )
            run_id = int(connection.execute(sql, values).lastrowid or 0)
            for group in groups:
                connection.execute(
                    "INSERT INTO knowledge_groups (run_id, position, intent, state) "
                    "VALUES (?, ?, ?, 'waiting')",
                    [run_id, group.position, group.intent],
                )
                connection.executemany(
                    "INSERT INTO knowledge_group_tickets SELECT ?, ?, id FROM tickets WHERE id = ?",
                    [(run_id, group.position, one.id) for one in group.tickets],
                )
            return run_id

        return self._database.submit(work)

    def written_by(self, run_id: int, engine: str) -> Future[None]:
        """An engine goes on with a run, which another may have begun."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "UPDATE knowledge_runs SET engine = engine || ?1 || ?2 WHERE id = ?3 "
                "AND instr(?1 || engine || ?1, ?1 || ?2 || ?1) = 0",
                [BETWEEN_ENGINES, engine, run_id],
            )

        return self._database.submit(work)

    def left_groups(self, run_id: int) -> Future[list[TicketGroup]]:
        """The groups of a run that are not written yet, without tickets that are gone."""
        sql = (
            "SELECT q.position, q.intent, k.ticket_id FROM knowledge_groups q "
            "JOIN knowledge_group_tickets k ON k.run_id = q.run_id AND k.position = q.position "
            "WHERE q.run_id = ? AND q.state = 'waiting' ORDER BY q.position, k.ticket_id"
        )

        def work(connection: sqlite3.Connection) -> list[TicketGroup]:
            found: dict[tuple[int, str], list[TicketWords]] = {}
            for position, intent, ticket_id in connection.execute(sql, [run_id]).fetchall():
                row = connection.execute(f"{_WORDS} WHERE t.id = ?", [ticket_id]).fetchone()
                found.setdefault((position, intent), []).append(_words(row))
            return [TicketGroup(*key, tuple(tickets)) for key, tickets in found.items()]

        return self._database.submit(work)

    def keep(
        self, run_id: int, position: int, entries: Sequence[Entry], micro_usd: int | None,
        *, failed: bool = False,
    ) -> Future[None]:  # fmt: skip
        """A group is written, or could not be."""
        state = "failed" if failed else "done"

        def work(connection: sqlite3.Connection) -> None:
            changed = connection.execute(
                "UPDATE knowledge_groups SET state = ?, micro_usd = ? "
                "WHERE run_id = ? AND position = ? AND state = 'waiting'",
                [state, micro_usd, run_id, position],
            )
            if changed.rowcount:
                for entry in entries:
                    _insert(connection, run_id, position, entry)

        return self._database.submit(work)

    def finish(self, run_id: int, *, whole: bool) -> Future[None]:
        """A run has ended: with all of it, or stopped. Of finished ones two are kept."""
        state = "done" if whole else "stopped"

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("UPDATE knowledge_runs SET state = ? WHERE id = ?", [state, run_id])
            connection.execute(
                "DELETE FROM knowledge_runs WHERE state = 'done' AND id NOT IN "
                "(SELECT id FROM knowledge_runs WHERE state = 'done' ORDER BY id DESC LIMIT 2)"
            )

        return self._database.submit(work)

    def keep_ids(self, run_id: int, ids: dict[str, str]) -> Future[None]:
        """Remember what the entries of a run are called, for the runs that come."""

        def work(connection: sqlite3.Connection) -> None:
            sql = "UPDATE knowledge_runs SET ids = ? WHERE id = ?"
            connection.execute(sql, [json.dumps(ids), run_id])

        return self._database.submit(work)

    def runs(self) -> list[Run]:
        """The runs that are kept, newest first."""
        rows = self._database.read(
            "SELECT r.id, r.made_at, r.engine, r.languages, r.tickets, r.state, count(q.position), "
            "coalesce(sum(q.state = 'done'), 0), coalesce(sum(q.state = 'failed'), 0), "
            "coalesce(sum(q.micro_usd), 0), coalesce(sum(q.micro_usd IS NULL), 0), r.ids "
            "FROM knowledge_runs r LEFT JOIN knowledge_groups q ON q.run_id = r.id "
            "GROUP BY r.id ORDER BY r.id DESC"
        )
        return [_run(row) for row in rows]

    def entries(self, run_id: int) -> list[Entry]:
        """What was written in a run, by its groups. An entry that lost all its tickets is gone."""
        rows = self._database.read(
            "SELECT e.kind, e.value, "
            "(SELECT json_group_array(json_array(ticket_id, why)) FROM knowledge_receipts "
            "WHERE entry_id = e.id) "
            "FROM knowledge_entries e WHERE e.run_id = ? ORDER BY e.position, e.id",
            [run_id],
        )
        found = [_entry(*row) for row in rows]
        return [entry for entry in found if entry.receipts]

    def numbers(self) -> dict[int, str]:
        """The helpdesk's numbers of the tickets behind all entries, by our ids."""
        rows = self._database.read(
            "SELECT DISTINCT t.id, t.external_id FROM knowledge_receipts k "
            "JOIN tickets t ON t.id = k.ticket_id"
        )
        return {int(row[0]): _number(row[1], row[0]) for row in rows}


def _insert(connection: sqlite3.Connection, run_id: int, position: int, entry: Entry) -> None:
    value = {
        "intent": entry.intent, "texts": entry.texts, "outcome": entry.outcome,
        "rests": [asdict(one) for one in entry.rests],
        "unproven": [asdict(one) for one in entry.unproven], "apart": entry.apart,
        "written_by": entry.written_by,
    }  # fmt: skip
    text = storable(json.dumps(value, ensure_ascii=False))
    sql = "INSERT INTO knowledge_entries (run_id, position, kind, value) VALUES (?, ?, ?, ?)"
    entry_id = connection.execute(sql, [run_id, position, entry.kind.value, text]).lastrowid
    connection.executemany(
        "INSERT OR IGNORE INTO knowledge_receipts SELECT ?, id, ? FROM tickets WHERE id = ?",
        [(entry_id, storable(one.why), one.ticket_id) for one in entry.receipts],
    )


def _entry(kind: str, text: str, receipts: str) -> Entry:
    value: dict[str, Any] = json.loads(text)
    return Entry(
        EntryKind(kind), value["intent"], value["texts"],
        tuple(Rest(**one) for one in value["rests"]),
        tuple(sorted((Receipt(*one) for one in json.loads(receipts)), key=lambda r: r.ticket_id)),
        value["outcome"], tuple(Unproven(**one) for one in value["unproven"]),
        tuple(value["apart"]), value["written_by"],
    )  # fmt: skip


def _run(row: tuple[Any, ...]) -> Run:
    run_id, made_at, engine, languages, tickets, state, groups, done, failed = row[:9]
    cost, unpriced, ids = row[9:]
    return Run(
        run_id, made_at, engine, tuple(json.loads(languages)), tickets, state, groups, done, failed,
        None if unpriced else cost, json.loads(ids),
    )  # fmt: skip


def _words(row: tuple[Any, ...]) -> TicketWords:
    ticket_id, number, language, intent, subject, summary, reply, name, email = row
    reply = without_spans(reply, folded_spans(reply))
    people = tuple(one for one in (name.strip(), email.strip()) if one)
    return TicketWords(
        ticket_id, _number(number, ticket_id), language, intent, visible(subject),
        visible(summary), visible(" ".join(reply.split()))[:_REPLY], people,
    )  # fmt: skip


def _number(external_id: str, ticket_id: int) -> str:
    """A pasted ticket without a number of its own is known by ours."""
    return f"~{ticket_id}" if not external_id or external_id.startswith("~") else external_id

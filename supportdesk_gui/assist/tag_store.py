"""Tags and the runs that make them, in the window's database.

Everything that a batch needs when it is read stands here before it is sent; what it brings is
kept in one transaction with its cost, once.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
import time
import zlib
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import asdict, dataclass
from typing import Any

from supportdesk_gui.assist.tags import (
    ItemState,
    OwnTag,
    PartState,
    Scope,
    Sentiment,
    TagItem,
    TagPart,
    TagRun,
    Tags,
    Way,
    own_tags,
)
from supportdesk_gui.engine.ledger import LedgerEntry, insert_entry
from supportdesk_gui.engine.outgoing import Sent, keep_sent
from supportdesk_gui.storage.database import Database

_RUNS = 50
_STOPPED = "stopped"
_FAILED = "state IN ({})".format(", ".join(f"'{one}'" for one in ItemState if one.has_failed))
_TAGGED_SINCE = (
    "EXISTS (SELECT 1 FROM tags g JOIN tag_runs r ON r.id = tag_items.run_id "
    "WHERE g.ticket_id = tag_items.ticket_id AND g.at >= r.at)"
)
"""Another run has tagged the conversation of an item since its own began."""
_NO_RUN_IS_ABOUT = (
    "ticket_id NOT IN (SELECT ticket_id FROM tag_items WHERE state IN ('waiting', 'sent'))"
)
_ASKED = "SELECT count(*) FROM messages m WHERE m.role = 'requester' AND m.ticket_id ="
_UNTAGGED = "t.id NOT IN (SELECT ticket_id FROM tags)"
_IN_SCOPE = {
    Scope.ANSWERED: f"{_UNTAGGED} AND t.status IN ('copied', 'replied')",
    Scope.ALL: _UNTAGGED,
    Scope.RULES: "t.id IN (SELECT ticket_id FROM tags WHERE engine = 'rules')",
    Scope.OWN: "t.id IN (SELECT ticket_id FROM tags) AND EXISTS (SELECT 1 FROM json_each(?) n "
    "WHERE NOT EXISTS (SELECT 1 FROM own_tags o WHERE o.ticket_id = t.id AND o.name = n.value))",
    Scope.OLD: f"t.id IN (SELECT g.ticket_id FROM tags g WHERE g.asked < ({_ASKED} g.ticket_id))",
}


@dataclass(frozen=True, slots=True)
class Finished:
    """How an item ended: with tags, or failed; and what it cost, if anything was asked. `asked` is
    how many messages of the customer's were judged."""

    item_id: int
    state: ItemState
    tags: Tags | None = None
    entry: LedgerEntry | None = None
    detail: str = ""
    asked: int = 0


class TagStore:
    """Reads on the thread that opened the database; writes are awaited by their Future."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # -- what was found ----------------------------------------------------------------------

    def tags(self, ticket_id: int) -> Tags | None:
        """Of one ticket, None while it has none."""
        rows = self._database.read(
            "SELECT satisfaction, escalate, sentiment, reason, own FROM tags WHERE ticket_id = ?",
            [ticket_id],
        )
        return _tags(rows[0]) if rows else None

    def is_old(self, ticket_id: int) -> bool:
        """Whether the customer wrote again after a ticket was tagged."""
        sql = f"SELECT 1 FROM tickets t WHERE t.id = ? AND {_IN_SCOPE[Scope.OLD]}"
        return bool(self._database.read(sql, [ticket_id]))

    def to_tag(self, scope: Scope, own: Sequence[OwnTag] = ()) -> list[int]:
        """The conversations that no run is about, oldest first; `own` are the tags there are now."""
        names = [json.dumps([tag.name for tag in own])] if scope is Scope.OWN else []
        rows = self._database.read(
            f"SELECT t.id FROM tickets t WHERE t.message_count > 0 AND {_IN_SCOPE[scope]} "
            "AND t.id NOT IN (SELECT ticket_id FROM tag_items WHERE state IN ('waiting', 'sent')) "
            "ORDER BY t.id",
            names,
        )
        return [row[0] for row in rows]

    def runs(self) -> list[TagRun]:
        """The latest runs, newest first."""
        return self._runs("1", [])

    def run(self, run_id: int) -> TagRun | None:
        """One run, None where it is gone."""
        return next(iter(self._runs("{run} = ?", [run_id])), None)

    def _runs(self, where: str, values: Sequence[int]) -> list[TagRun]:
        """The latest runs for which a condition on their id, `{run}`, holds."""
        counts: dict[int, dict[ItemState, int]] = {}
        for run, state, count in self._database.read(
            "SELECT run_id, state, count(*) FROM tag_items "
            f"WHERE {where.format(run='run_id')} GROUP BY run_id, state",
            values,
        ):
            counts.setdefault(run, {})[ItemState(state)] = count
        for run, state, count in self._tagged_since(counts):
            counts[run][state] -= count
            counts[run][ItemState.DONE] = counts[run].get(ItemState.DONE, 0) + count
        rows = self._database.read(
            "SELECT id, at, way, host, model, own, estimate, state, token, profile "
            "FROM tag_runs "
            f"WHERE {where.format(run='id')} ORDER BY id DESC LIMIT ?",
            [*values, _RUNS],
        )
        return [
            TagRun(
                row[0], row[1], Way(row[2]), row[3], row[4], own_tags(json.loads(row[5])), row[6],
                row[7], row[8], counts.get(row[0], {}), row[9],
            )
            for row in rows
        ]  # fmt: skip

    def _tagged_since(
        self, counts: Mapping[int, Mapping[ItemState, int]]
    ) -> list[tuple[int, ItemState, int]]:
        """Of runs that failed in part: how much of it, by state, another run has tagged."""
        runs = [run for run, found in counts.items() if any(one.has_failed for one in found)]
        if not runs:
            return []
        rows = self._database.read(
            "SELECT run_id, state, count(*) FROM tag_items "
            f"WHERE run_id IN (SELECT value FROM json_each(?)) AND {_FAILED} AND {_TAGGED_SINCE} "
            "GROUP BY run_id, state",
            [json.dumps(runs)],
        )
        return [(run, ItemState(state), count) for run, state, count in rows]

    def parts(self, run_id: int) -> list[TagPart]:
        """The batches of a run that are not deleted yet, oldest first."""
        rows = self._database.read(
            "SELECT id, batch_id, at, size, state FROM tag_parts "
            "WHERE run_id = ? AND state <> ? ORDER BY id",
            [run_id, PartState.DELETED],
        )
        return [TagPart(row[0], row[1], row[2], row[3], PartState(row[4])) for row in rows]

    def items(self, run_id: int, state: ItemState, most: int) -> list[TagItem]:
        """The first items of a run in a state."""
        rows = self._database.read(
            "SELECT id, ticket_id, state, detail, masked, asked FROM tag_items "
            "WHERE run_id = ? AND state = ? ORDER BY id LIMIT ?",
            [run_id, state, most],
        )
        return [_item(row) for row in rows]

    def failed(self, run_id: int, most: int) -> list[TagItem]:
        """Items that ended without tags, and whose conversation has none since."""
        rows = self._database.read(
            "SELECT id, ticket_id, state, detail, '', asked FROM tag_items WHERE run_id = ? "
            f"AND {_FAILED} AND NOT {_TAGGED_SINCE} ORDER BY id LIMIT ?",
            [run_id, most],
        )
        return [_item(row) for row in rows]

    def to_send_again(self, run_id: int) -> list[int]:
        """The conversations that `again` would have wait."""
        rows = self._database.read(
            f"SELECT ticket_id FROM tag_items WHERE run_id = ? AND {_FAILED} AND NOT {_TAGGED_SINCE} "
            f"AND {_NO_RUN_IS_ABOUT} ORDER BY id",
            [run_id],
        )
        return [row[0] for row in rows]

    def in_part(self, ids: Sequence[int], part_id: int) -> dict[int, TagItem]:
        """Those of these items that were sent with a part and not yet answered."""
        rows = self._database.read(
            "SELECT id, ticket_id, state, detail, masked, asked FROM tag_items WHERE part_id = ? "
            "AND state = 'sent' AND id IN (SELECT value FROM json_each(?))",
            [part_id, json.dumps(list(ids))],
        )
        return {row[0]: _item(row) for row in rows}

    # -- a run -------------------------------------------------------------------------------

    def begin(
        self, ids: Sequence[int], way: Way, host: str, model: str, own: Sequence[OwnTag],
        estimate: int | None, profile: str = "",
    ) -> Future[int]:  # fmt: skip
        """A new run over these tickets; its id."""
        wanted = {tag.name: {"kind": tag.kind, "instruction": tag.instruction} for tag in own}
        values = [
            int(time.time()), way, secrets.token_hex(6), host, model, json.dumps(wanted), estimate,
            profile,
        ]  # fmt: skip

        def work(connection: sqlite3.Connection) -> int:
            run = connection.execute(
                "INSERT INTO tag_runs (at, way, token, host, model, own, estimate, profile, state) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'running')",
                values,
            ).lastrowid
            connection.execute(
                "INSERT INTO tag_items (run_id, ticket_id) SELECT ?, id FROM tickets "
                "WHERE id IN (SELECT value FROM json_each(?))",
                [run, json.dumps(list(ids))],
            )
            return int(run or 0)

        return self._database.submit(work)

    def move(
        self, run_id: int, way: Way, host: str, model: str, profile: str, estimate: int | None
    ) -> Future[None]:
        """What a run has left is asked of another engine; only where no batch is under way."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "UPDATE tag_runs SET way = ?, host = ?, model = ?, profile = ?, estimate = ? "
                "WHERE id = ? AND NOT EXISTS (SELECT 1 FROM tag_parts WHERE run_id = tag_runs.id "
                "AND state <> 'deleted')",
                [way, host, model, profile, estimate, run_id],
            )

        return self._database.submit(work)

    def send(
        self, run_id: int, sent: Mapping[int, tuple[Sent, int]], cost: int | None
    ) -> Future[int]:
        """A part with these items, and how many messages of the customer's each is about, is
        about to be sent, for about `cost` micro-dollars; its id. Blocks while it is packed."""
        rows = [
            (json.dumps(one.masked, ensure_ascii=False), zlib.compress(one.body, 1), asked, item)
            for item, (one, asked) in sent.items()
        ]

        def work(connection: sqlite3.Connection) -> int:
            part = connection.execute(
                "INSERT INTO tag_parts (run_id, at, size, state, cost, unread) "
                "VALUES (?, ?, ?, 'sending', ?, ?)",
                [run_id, int(time.time()), len(rows), cost, len(rows)],
            ).lastrowid
            connection.executemany(
                f"UPDATE tag_items SET part_id = {int(part or 0)}, state = 'sent', masked = ?, body = ?, "
                "asked = ? "
                "WHERE id = ?",
                rows,
            )
            return int(part or 0)

        return self._database.submit(work)

    def part_of(self, item_id: int) -> int | None:
        """The part that an item was sent with, 0 where it waits; None where the item is gone."""
        rows = self._database.read("SELECT part_id FROM tag_items WHERE id = ?", [item_id])
        return int(rows[0][0] or 0) if rows else None

    def give_up(self, part_id: int) -> Future[None]:
        """The agent stopped a run while nobody knows whether this part was sent: what is taken
        back of it does not wait again."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "UPDATE tag_items SET detail = ? WHERE part_id = ? AND state = 'sent'",
                [_STOPPED, part_id],
            )

        return self._database.submit(work)

    def set_part(self, part_id: int, state: PartState, batch_id: str | None = None) -> Future[None]:
        """A part went on; its batch where that is known now."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "UPDATE tag_parts SET state = ?, batch_id = coalesce(?, batch_id) WHERE id = ?",
                [state, batch_id, part_id],
            )

        return self._database.submit(work)

    def part_read(self, part_id: int) -> Future[None]:
        """All results of a part are kept; what got none has failed."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "UPDATE tag_items SET state = 'errored', masked = '', body = x'' "
                "WHERE part_id = ? AND state = 'sent'",
                [part_id],
            )
            connection.execute("UPDATE tag_parts SET state = 'read' WHERE id = ?", [part_id])

        return self._database.submit(work)

    def take_back(self, part_id: int) -> Future[None]:
        """A part never reached the engine, or is lost there: what is left of it waits again."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "UPDATE tag_items SET part_id = NULL, masked = '', body = x'', "
                "state = CASE detail WHEN ? THEN 'canceled' ELSE 'waiting' END "
                "WHERE part_id = ? AND state = 'sent'",
                [_STOPPED, part_id],
            )
            connection.execute("DELETE FROM tag_parts WHERE id = ?", [part_id])

        return self._database.submit(work)

    def finish(self, engine: str, found: Sequence[Finished]) -> Future[list[Finished]]:
        """Keep how items ended, each once; those that had not ended yet."""

        def work(connection: sqlite3.Connection) -> list[Finished]:
            return [one for one in found if _finish(connection, engine, one)]

        return self._database.submit(work)

    def end_run(self, run_id: int, state: str) -> Future[None]:
        """The run is done, or stopped."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("UPDATE tag_runs SET state = ? WHERE id = ?", [state, run_id])

        return self._database.submit(work)

    def again(self, run_id: int) -> Future[None]:
        """What failed waits again, and the run with it. What another run tagged meanwhile is
        done, and what one is about is left to it: nothing is paid for twice."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "UPDATE tag_items SET state = 'done', detail = '' "
                f"WHERE run_id = ? AND {_FAILED} AND {_TAGGED_SINCE}",
                [run_id],
            )
            connection.execute(
                "UPDATE tag_items SET part_id = NULL, state = 'waiting', detail = '' "
                f"WHERE run_id = ? AND {_FAILED} "
                f"AND {_NO_RUN_IS_ABOUT}",
                [run_id],
            )
            connection.execute(
                "UPDATE tag_runs SET state = 'running' WHERE id = ? AND EXISTS "
                "(SELECT 1 FROM tag_items WHERE run_id = tag_runs.id AND state = 'waiting')",
                [run_id],
            )

        return self._database.submit(work)


def _finish(connection: sqlite3.Connection, engine: str, one: Finished) -> bool:
    row = connection.execute(
        "SELECT ticket_id, masked, body, part_id FROM tag_items WHERE id = ? "
        "AND state IN ('waiting', 'sent')",
        [one.item_id],
    ).fetchone()
    if row is None:  # it ended before, or its requester was forgotten
        return False
    connection.execute(
        "UPDATE tag_items SET state = ?, detail = ?, masked = '', body = x'' WHERE id = ?",
        [one.state, one.detail, one.item_id],
    )
    connection.execute("UPDATE tag_parts SET unread = unread - 1 WHERE id = ?", [row[3]])
    if one.tags is not None:
        values = asdict(one.tags)
        own = json.dumps(values.pop("own"), ensure_ascii=False)
        connection.execute(
            "INSERT OR REPLACE INTO tags (ticket_id, satisfaction, escalate, sentiment, reason, "
            "own, engine, at, asked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [row[0], *values.values(), own, engine, int(time.time()), one.asked],
        )
    if one.entry is not None:
        request_id = insert_entry(connection, one.entry)
        if row[2]:
            sent = Sent(zlib.decompress(row[2]), json.loads(row[1] or "{}"))
            keep_sent(connection, request_id, row[0], sent)
    return True


def _item(row: tuple[Any, ...]) -> TagItem:
    masked = json.loads(row[4]) if row[4] else {}
    return TagItem(row[0], row[1], ItemState(row[2]), row[3], masked, row[5])


def _tags(row: tuple[Any, ...]) -> Tags:
    return Tags(row[0], bool(row[1]), Sentiment(row[2]), row[3], json.loads(row[4]))

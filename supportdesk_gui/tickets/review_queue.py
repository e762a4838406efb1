"""The queue of tickets that wait for us, what became of it today, and the outbox of what was approved.

A ticket is in the queue while the requester had the last public word and nobody answered it, put
it aside or passed it on. An approved reply is in the outbox while its ticket is *copied*: undo and
redo of that status take it out and bring it back. Where the requester wrote again before it is known
to have left, it stays there, marked, although its ticket is in the queue again.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from supportdesk_gui.text.visible import visible
from supportdesk_gui.tickets.searching import undone
from supportdesk_gui.tickets.statuses import Course, set_statuses
from supportdesk_gui.tickets.store_rows import is_stand_in
from supportdesk_gui.tickets.ticket import Intent, Status

if TYPE_CHECKING:
    from concurrent.futures import Future

    from supportdesk_gui.storage.database import Database


class QueueOrder(StrEnum):
    """Which card comes first; of equals the one that has waited longer."""

    URGENT = "urgent"
    ALIKE = "alike"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Day:
    """What was done since a moment: ids by what they came to, and when, newest first."""

    approved: frozenset[int] = frozenset()
    escalated: frozenset[int] = frozenset()
    skipped: frozenset[int] = frozenset()
    times: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class QueueLook:
    """The queue at one moment. `ids` in the order asked for, of the intent asked for.

    `drafted` have a draft without an open question; `need_you` have one with a doubt, or no policy
    answers them, or triage says that a person has to look. Both count the whole queue, `left`.
    Of the drafts `prepared` ahead, nobody looked at the `unseen` ones, and nobody will.
    """

    ids: tuple[int, ...] = ()
    left: int = 0
    drafted: int = 0
    need_you: int = 0
    outbox: int = 0
    day: Day = Day()
    prepared: int = 0
    unseen: int = 0


@dataclass(frozen=True, slots=True)
class Approved:
    """A reply in the outbox, with what an export says of its ticket. `is_stale`: the requester has
    written since it was approved. `helpdesk_id`: the helpdesk's own id, where `external_id` is
    another number and an export told both."""

    ticket_id: int
    version_id: int
    language: str
    text: str
    at: int
    exported_at: int | None
    source: str
    external_id: str
    subject: str
    requester: str
    email: str
    url: str
    is_stale: bool = False
    helpdesk_id: str = ""


_SAID = (
    "(SELECT count(*) FROM messages m WHERE m.ticket_id = t.id AND m.role = 'requester' "
    "AND m.visibility = 'public')"
)
# An approved reply that a newer export overtook; what the agent took back or sent is none.
_OVERTAKEN = (
    "(SELECT h.before = 'copied' AND h.cause = 'import' FROM status_history h "
    "WHERE h.ticket_id = t.id AND h.before IN ('copied', 'replied', 'skipped', 'escalated') "
    "ORDER BY h.id DESC LIMIT 1)"
)
_OUTBOX = (
    "approvals a JOIN tickets t ON t.id = a.ticket_id WHERE (t.status = 'copied' OR t.status IN "
    f"('new', 'drafted') AND a.exported_at IS NULL AND a.asked < {_SAID} AND {_OVERTAKEN})"
)
_QUEUE = (
    "tickets t INDEXED BY tickets_by_urgency "
    "WHERE t.waits_for_us = 1 AND t.message_count > 0 AND t.status IN ('new', 'drafted')"
)
_ORDERS = {
    QueueOrder.URGENT: "t.urgency DESC, t.age_from, t.id",
    QueueOrder.ALIKE: "t.intent, t.urgency DESC, t.age_from, t.id",
    QueueOrder.OLDEST: "t.age_from, t.id",
}
_ESCALATES = "coalesce((SELECT g.escalate FROM triages g WHERE g.ticket_id = t.id), 0)"
_NEWEST = (
    "(SELECT max(v.id) FROM draft_versions v WHERE v.ticket_id = t.id AND v.text <> '' "
    "AND v.state <> 'writing')"
)
# Of the newest draft: whether it answers by a policy and nothing in it is in doubt.
_CLEAR = f"""(SELECT NOT (json_extract(nullif(v.figures, ''), '$.answered') IS 0
        OR coalesce(p.doubts, 0) > 0)
    FROM draft_versions v LEFT JOIN prepared_drafts p ON p.version_id = v.id
    WHERE v.id = {_NEWEST})"""
# A draft whose ticket still waits may still be looked at.
_WASTE = (
    "SELECT count(*), coalesce(sum(p.seen_at IS NULL AND NOT (t.status = 'drafted' AND "
    "v.id = (SELECT max(n.id) FROM draft_versions n WHERE n.ticket_id = t.id))), 0) "
    "FROM prepared_drafts p JOIN draft_versions v ON v.id = p.version_id "
    "JOIN tickets t ON t.id = v.ticket_id"
)
_DONE = frozenset({"copied", "replied", "skipped", "escalated"})
_SPAN = 4000  # changes of a day that are looked at


class ReviewQueue:
    """What may take long is asked and changed on the writer's thread; the answers are futures."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def look(
        self, order: QueueOrder, since: int, intent: Intent | None = None
    ) -> Future[QueueLook]:
        """The queue in an order, and what was done `since` (seconds since the epoch)."""

        def work(connection: sqlite3.Connection) -> QueueLook:
            ids = _ids(connection, order, intent)
            left, needs, drafted = connection.execute(
                f"SELECT count(*), coalesce(sum(e OR c IS 0), 0), coalesce(sum(NOT e AND c IS 1), 0)"
                f" FROM (SELECT {_ESCALATES} AS e, "
                f"CASE WHEN t.status = 'drafted' THEN {_CLEAR} END AS c FROM {_QUEUE}{_undone(connection)})"
            ).fetchone()
            outbox = connection.execute(f"SELECT count(*) FROM {_OUTBOX}").fetchone()[0]
            made, unseen = connection.execute(_WASTE).fetchone()
            day = _day(connection, since)
            return QueueLook(ids, left, drafted, needs, outbox, day, made, unseen)

        return self._database.submit(work)

    def approve(
        self, ticket_id: int, version_id: int, language: str, text: str, *, copied: bool = True
    ) -> Future[int]:
        """Put a reply into the outbox and its ticket to *copied*, as one step that undo takes back.

        `copied` also keeps that it was put on the clipboard. How many tickets changed: 1.
        """
        now = int(time.time())

        def work(connection: sqlite3.Connection) -> int:
            if copied:
                connection.execute(
                    "INSERT INTO copies (ticket_id, version_id, language, text, at) "
                    "VALUES (?, ?, ?, ?, ?)", [ticket_id, version_id, language, text, now],
                )  # fmt: skip
            connection.execute(
                "INSERT OR REPLACE INTO approvals "
                f"SELECT t.id, ?, ?, ?, ?, NULL, {_SAID} FROM tickets t WHERE t.id = ?",
                [version_id, language, text, now, ticket_id],
            )
            return set_statuses(connection, [ticket_id], Status.COPIED, Course())

        return self._database.submit(work)

    def outbox(self) -> Future[list[Approved]]:
        """The approved replies that nobody is known to have sent, as they were approved."""
        sql = (
            "SELECT a.ticket_id, a.version_id, a.language, a.text, a.at, a.exported_at, t.source, "
            f"t.external_id, t.subject, t.requester, t.email, t.url, a.asked < {_SAID}, "
            f"coalesce((SELECT i.id FROM helpdesk_ids i WHERE i.ticket_id = t.id), '') FROM {_OUTBOX} "
            "ORDER BY (SELECT max(h.id) FROM status_history h WHERE h.ticket_id = a.ticket_id "
            "AND h.after = 'copied' AND h.step_id IS NOT NULL), a.at, a.ticket_id"
        )

        def work(connection: sqlite3.Connection) -> list[Approved]:
            return [_approved(row) for row in connection.execute(sql)]

        return self._database.submit(work)

    def exported(self, ids: Sequence[int]) -> Future[None]:
        """These replies were written to a file now."""
        rows = [(int(time.time()), ticket_id) for ticket_id in ids]

        def work(connection: sqlite3.Connection) -> None:
            connection.executemany("UPDATE approvals SET exported_at = ? WHERE ticket_id = ?", rows)

        return self._database.submit(work)

    def prepared(self, version_id: int, doubts: int) -> Future[None]:
        """A draft was written before anybody asked, with so many doubts; it may be gone by now."""
        return self._write(
            "INSERT OR REPLACE INTO prepared_drafts "
            "SELECT id, ?, NULL FROM draft_versions WHERE id = ?",
            [doubts, version_id],
        )

    def seen(self, version_id: int) -> Future[None]:
        """The agent looks at a draft; counts where it was prepared ahead."""
        return self._write(
            "UPDATE prepared_drafts SET seen_at = ? WHERE version_id = ? AND seen_at IS NULL",
            [int(time.time()), version_id],
        )

    def _write(self, sql: str, values: Sequence[object]) -> Future[None]:
        def work(connection: sqlite3.Connection) -> None:
            connection.execute(sql, values)

        return self._database.submit(work)


def _undone(connection: sqlite3.Connection) -> str:
    return undone(lambda sql, values: connection.execute(sql, values).fetchall())


def _ids(
    connection: sqlite3.Connection, order: QueueOrder, intent: Intent | None
) -> tuple[int, ...]:
    only, values = (" AND t.intent = ?", [intent.value]) if intent else ("", [])
    sql = f"SELECT t.id FROM {_QUEUE}{only}{_undone(connection)} ORDER BY {_ORDERS[order]}"
    return tuple(row[0] for row in connection.execute(sql, values))


def _day(connection: sqlite3.Connection, since: int) -> Day:
    """From the steps that undo knows: the newest word on a ticket counts."""
    last: dict[int, str] = {}
    times: list[int] = []
    rows = connection.execute(
        "SELECT h.at, h.ticket_id, h.after, h.step_id FROM status_history h "
        "JOIN status_changes s ON s.id = h.step_id WHERE s.undone = 0 AND h.import_id IS NULL "
        "ORDER BY h.id DESC LIMIT ?",
        [_SPAN],
    )
    step = 0
    for at, ticket_id, after, step_id in rows:
        if at < since:  # earlier ones may be of this day, where the clock was set
            continue
        if after in _DONE and step_id != step:
            times.append(at)
            step = step_id
        last.setdefault(ticket_id, after)

    def those(*wanted: str) -> frozenset[int]:
        return frozenset(one for one, status in last.items() if status in wanted)

    return Day(those("copied", "replied"), those("escalated"), those("skipped"), tuple(times))


def _approved(row: tuple[object, ...]) -> Approved:
    ticket_id, version_id, language, text, at, exported_at, *rest, is_stale, own_id = row
    source, external_id, subject, requester, email, url = map(str, rest)
    return Approved(
        int(str(ticket_id)), int(str(version_id)), str(language), str(text), int(str(at)),
        exported_at if isinstance(exported_at, int) else None, source,
        "" if is_stand_in(external_id) else external_id, visible(subject), visible(requester),
        email, url, bool(is_stale), str(own_id),
    )  # fmt: skip

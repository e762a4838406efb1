"""What an import changes: noted ticket by ticket as it is read, its statuses set in one step.

An export of a view (a table, told by its name and its header) also shows what is gone from that
view, and only from that. Full exports hold closed tickets too: what they lack says nothing.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from supportdesk_gui.storage.database import insert_rows
from supportdesk_gui.tickets.gone_from_view import count_left, find_gone
from supportdesk_gui.tickets.status_words import Standing, standing
from supportdesk_gui.tickets.statuses import Cause, begin_step, take_back_import, take_step
from supportdesk_gui.tickets.ticket import Message, Role, Status, Ticket, Visibility
from supportdesk_gui.tickets.told_twice import count_twice


class Became(StrEnum):
    """What became of a ticket in an import."""

    ADDED = "added"
    WRITTEN = "written"
    """Its requester has written again."""
    REOPENED = "reopened"
    ANSWERED = "answered"
    CLOSED = "closed"
    GONE = "gone"
    CHANGED = "changed"
    """In any other way."""
    SAME = "same"


@dataclass(frozen=True, slots=True)
class ImportChanges:
    """What the exports that were dropped together changed. `as_of` is the age of the newest data,
    seconds since the epoch; `paths` are the files in their order.

    `stale` drafts answer a conversation that is another one now; `moved` tickets left the queue,
    which undo takes back as long as `is_last_step`. `is_older`: the view was imported before from
    a newer export. `left` open tickets of the export before are not in this one, of which nothing
    shows that it goes on with that. `twice` of those added may be there from mails, or from an
    export where these are mails (told_twice.py).
    """

    paths: tuple[str, ...] = ()
    as_of: int = 0
    counts: Mapping[Became, int] = field(default_factory=dict)
    stale: int = 0
    moved: int = 0
    is_last_step: bool = False
    is_older: bool = False
    left: int = 0
    twice: int = 0

    @property
    def is_first(self) -> bool:
        """Whether none of its tickets was there before."""
        return not any(count for became, count in self.counts.items() if became != Became.ADDED)


def became(before: Ticket, ticket: Ticket) -> Became:
    """What the newer `ticket` says beside the one before."""
    was_closed = standing(before.external_status) is Standing.CLOSED
    is_closed = standing(ticket.external_status) is Standing.CLOSED
    if is_closed != was_closed:
        return Became.CLOSED if is_closed else Became.REOPENED
    said = ticket.last_public()
    if said and not before.messages and not _is_behind(said, before):
        return Became.CHANGED  # a list is told what it lacked
    if said is None or said.role is Role.REQUESTER:
        if said and wrote_more(before, ticket) and _is_news(said, before.last_public()):
            return Became.WRITTEN
    elif before.last_public() and (before.waits_for_us() or wrote_more(before, ticket)):
        return Became.ANSWERED  # even where the requester has written in between
    was_answered = standing(before.external_status) is Standing.ANSWERED
    if standing(ticket.external_status) is Standing.ANSWERED and not was_answered:
        waits = ticket.waits_for_us() and ticket.messages == before.messages
        return Became.ANSWERED if waits else Became.CHANGED
    if was_answered and standing(ticket.external_status) is Standing.OPEN:
        return Became.REOPENED
    return Became.CHANGED


def _is_behind(said: Message, before: Ticket) -> bool:
    """Whether a message was written when the ticket without any had been told already."""
    known = before.updated_at or before.created_at
    return said.sent_at is not None and known is not None and said.sent_at > known


def _is_news(said: Message, before: Message | None) -> bool:
    """Whether the last public word is another one than before: one in between is no news."""
    if before is None or said.sent_at is None:
        return True
    return (said.text, said.sent_at) != (before.text, before.sent_at)


def is_newer_known(
    connection: sqlite3.Connection, import_id: int, ticket: Ticket, ticket_id: int
) -> bool:
    """Whether a newer export has told of a ticket already.

    What was imported at a later time of day than this one, and before it, had another clock: its
    age says nothing.
    """
    times = [at for at in (ticket.updated_at, ticket.created_at) if at is not None]
    found = connection.execute(
        "SELECT 1 FROM imports n JOIN imports b ON b.source IN (n.source, ?) "
        "AND b.as_of > max(n.as_of, min(n.at, ?)) AND b.at <= n.at "
        "AND b.id NOT IN (n.id, n.instead_of) AND b.state IN ('done', 'settled') "
        "WHERE n.id = ? AND (EXISTS (SELECT 1 FROM import_tickets m WHERE m.import_id = b.id "
        "AND m.ticket_id = ? AND m.became <> 'gone') "
        "OR b.id = (SELECT import_id FROM tickets WHERE id = ?)) LIMIT 1",
        [ticket.source, max(times, default=0), import_id, ticket_id, ticket_id],
    )
    return found.fetchone() is not None


def wrote_more(before: Ticket, ticket: Ticket) -> bool:
    """Whether the requester has said more in public."""
    return _requester_words(ticket) > _requester_words(before)


def _requester_words(ticket: Ticket) -> int:
    return sum(
        message.role is Role.REQUESTER and message.visibility is Visibility.PUBLIC
        for message in ticket.messages
    )


def note_seen(
    connection: sqlite3.Connection, import_id: int, ids: Iterable[int], added: Container[int]
) -> None:
    """An export has these tickets; what is known of them in this import stays."""
    rows = [(import_id, one, "added" if one in added else "same") for one in ids]
    insert_rows(
        connection,
        "INSERT INTO import_tickets (import_id, ticket_id, became)",
        rows,
        "ON CONFLICT DO NOTHING",
    )


def note_added(connection: sqlite3.Connection, import_id: int, ids: range) -> None:
    """An export has brought these tickets."""
    connection.execute(
        "INSERT INTO import_tickets (import_id, ticket_id, became) "
        "SELECT ?, id, 'added' FROM tickets WHERE id BETWEEN ? AND ?",
        [import_id, ids[0], ids[-1]],
    )


def note_changed(
    connection: sqlite3.Connection, import_id: int, rows: Iterable[tuple[int, Became, bool]]
) -> None:
    """What became of tickets, and whether their conversation is another one; added stays added."""
    connection.executemany(
        "UPDATE import_tickets SET became = ?, grew = ? "
        "WHERE import_id = ? AND ticket_id = ? AND became <> 'added'",
        ((became, grew, import_id, ticket_id) for ticket_id, became, grew in rows),
    )


def settle(connection: sqlite3.Connection, import_id: int, *, finds_gone: bool) -> None:
    """The last batch is in: find what is gone, and set the statuses in one step.

    A file that was not read whole says nothing of what is gone, nor one of a drop that has more of
    its source to come. The import of the same file in another reading goes on being taken back from
    here on, and what it changed counts as changed by this one.
    """
    row = connection.execute("SELECT instead_of FROM imports WHERE id = ?", [import_id]).fetchone()
    if row[0]:
        _take_the_place(connection, import_id, row[0])
    connection.execute(_BACK_IN_DROP, {"now": import_id})
    if finds_gone:
        _go_on_with_view(connection, import_id)
        find_gone(connection, import_id)
    step_id = _step_of_run(connection, import_id) or begin_step(connection)
    connection.execute(
        f"INSERT INTO status_history (at, ticket_id, before, after, cause, step_id, import_id) "
        f"SELECT :at, id, before, after, :cause, :step, :now FROM ({_STATUSES}) WHERE after <> before",
        {"at": int(time.time()), "cause": Cause.IMPORT, "step": step_id, "now": import_id},
    )
    take_step(connection, step_id, import_id)


# Closed and answered elsewhere, gone, back again, reopened or written to after a reply of ours.
# An export from before our own reply knows nothing of it, nor one from before a ticket was gone.
_STATUSES = """
SELECT t.id, t.status AS before, CASE
    WHEN m.became = 'closed' THEN 'replied'
    WHEN m.became = 'answered' AND (t.is_open OR t.status = 'gone') THEN 'replied'
    WHEN m.became = 'gone' THEN 'gone'
    WHEN t.status = 'gone' THEN coalesce((
        SELECT h.before FROM status_history h WHERE h.ticket_id = t.id AND h.after = 'gone'
        ORDER BY h.id DESC LIMIT 1), 'new')
    WHEN m.became = 'written' AND t.status IN ('replied', 'copied') THEN 'new'
    WHEN m.became = 'reopened' AND t.status = 'copied' AND m.grew AND t.waits_for_us THEN 'new'
    WHEN m.became = 'reopened' AND t.status = 'replied' AND NOT EXISTS (
        SELECT 1 FROM copies c WHERE c.ticket_id = t.id AND c.at > n.as_of UNION ALL
        SELECT 1 FROM status_history h WHERE h.ticket_id = t.id AND h.after = 'replied'
            AND h.cause = 'agent' AND h.at > n.as_of) THEN 'new'
    ELSE t.status END AS after
FROM (
    SELECT ticket_id, became, grew FROM import_tickets
        WHERE import_id = :now AND became NOT IN ('same', 'added')
    UNION ALL
    SELECT t.id, 'same', 0 FROM tickets t JOIN import_tickets m ON m.ticket_id = t.id
        WHERE t.status = 'gone' AND m.import_id = :now AND m.became = 'same'
) m JOIN tickets t ON t.id = m.ticket_id JOIN imports n ON n.id = :now
WHERE NOT (t.status = 'gone' AND EXISTS (
    SELECT 1 FROM imports b JOIN import_tickets g ON g.import_id = b.id
    WHERE b.source = n.source AND b.as_of > n.as_of AND b.at <= n.at
        AND b.state IN ('done', 'settled') AND g.ticket_id = t.id AND g.became = 'gone'))
"""


def _take_the_place(connection: sqlite3.Connection, import_id: int, instead_of: int) -> None:
    known = connection.execute(
        "UPDATE imports SET state = 'undoing' WHERE id = ? AND state = 'done'", [instead_of]
    )
    if not known.rowcount:  # the agent has taken it back already
        return
    take_back_import(connection, instead_of)
    connection.execute(
        "UPDATE import_tickets SET became = o.became, grew = max(import_tickets.grew, o.grew) "
        "FROM import_tickets o WHERE import_tickets.import_id = ? AND "
        "import_tickets.became = 'same' AND o.import_id = ? AND "
        "o.ticket_id = import_tickets.ticket_id AND o.became <> 'gone'",
        [import_id, instead_of],
    )


def _go_on_with_view(connection: sqlite3.Connection, import_id: int) -> None:
    """A view whose export has a column more or less has another name (importing/choices.py), and is
    the same where the file is called the same and nearly all tickets of each are in the other."""
    source, view = connection.execute(
        "SELECT source, view FROM imports WHERE id = ?", [import_id]
    ).fetchone()
    called = view.rpartition(" ")[0]
    before = connection.execute(_OTHER_VIEWS, {"now": import_id, "called": f"{called} "}).fetchall()
    if not called or view in (name for name, _ in before):
        return
    for name, its_newest in before:
        both, here, there = connection.execute(_IN_BOTH, [import_id, its_newest]).fetchone()
        if both and 5 * both >= 4 * max(here, there):
            connection.execute(
                "UPDATE imports SET view = ? WHERE source = ? AND view = ?", [view, source, name]
            )
            return


_OTHER_VIEWS = """
SELECT b.view, max(b.id) FROM imports n JOIN imports b ON b.source = n.source AND b.id < n.id
    AND b.id <> n.instead_of AND b.state IN ('done', 'settled')
WHERE n.id = :now AND substr(b.view, 1, length(:called)) = :called
    AND instr(substr(b.view, length(:called) + 1), ' ') = 0
GROUP BY b.view ORDER BY 2 DESC
"""
_IN_BOTH = """
SELECT sum(times = 2), sum(times = 2 OR one = ?1), sum(times = 2 OR one = ?2) FROM (
    SELECT count(*) AS times, min(import_id) AS one FROM import_tickets
    WHERE import_id IN (?1, ?2) AND became <> 'gone' GROUP BY ticket_id)
"""


# What another file of the drop was said to lack, and this one has.
_BACK_IN_DROP = """
DELETE FROM import_tickets WHERE became = 'gone' AND import_id IN (
    SELECT o.id FROM imports n JOIN imports o ON o.dropped_with = n.dropped_with AND o.id <> n.id
    WHERE n.id = :now)
AND ticket_id IN (SELECT ticket_id FROM import_tickets WHERE import_id = :now)
"""


def _step_of_run(connection: sqlite3.Connection, import_id: int) -> int:
    """The newest step, where an import of the same drop made it."""
    row = connection.execute(
        "SELECT h.step_id FROM status_history h JOIN imports o ON o.id = h.import_id "
        "JOIN imports n ON n.run = o.run WHERE n.id = ? AND h.step_id = "
        "(SELECT max(id) FROM status_changes WHERE undone = 0) LIMIT 1",
        [import_id],
    ).fetchone()
    return int(row[0]) if row else 0


def last_changes(connection: sqlite3.Connection) -> ImportChanges | None:
    """What the newest drop of files changed, None where there is none."""
    imports = connection.execute(
        f"SELECT id, path, as_of, source FROM imports WHERE id IN ({_OF_LAST_RUN}) ORDER BY id"
    ).fetchall()
    if not imports:
        return None
    counted = connection.execute(
        "SELECT became, count(*) FROM import_tickets "
        f"WHERE import_id IN ({_OF_LAST_RUN}) GROUP BY became"
    )
    counts = {Became(name): int(count) for name, count in counted}
    stale = connection.execute(f"SELECT count(*) FROM ({STALE})").fetchone()[0]
    steps = connection.execute(
        "SELECT h.step_id, sum(h.after IN (?, ?)) FROM status_history h "
        "JOIN status_changes c ON c.id = h.step_id AND c.undone = 0 "
        f"WHERE h.import_id IN ({_OF_LAST_RUN}) GROUP BY h.step_id ORDER BY h.step_id",
        [Status.REPLIED, Status.GONE],
    ).fetchall()
    last = connection.execute("SELECT max(id) FROM status_changes WHERE undone = 0").fetchone()[0]
    return ImportChanges(
        tuple(row[1] for row in imports), max(row[2] for row in imports), counts, int(stale),
        sum(row[1] for row in steps), bool(steps) and steps[-1][0] == last,
        any(_is_older(connection, row[0]) for row in imports),
        sum(count_left(connection, one) for one in {row[3]: row[0] for row in imports}.values()),
        count_twice(connection, [row[0] for row in imports]),
    )  # fmt: skip


_LAST_RUN = "SELECT max(run) FROM imports WHERE path <> '' AND state IN ('done', 'settled')"
_OF_LAST_RUN = f"SELECT id FROM imports WHERE run = ({_LAST_RUN}) AND state IN ('done', 'settled')"
STALE = (
    "SELECT DISTINCT m.ticket_id FROM import_tickets m JOIN imports i ON i.id = m.import_id "
    f"WHERE i.id IN ({_OF_LAST_RUN}) AND m.grew = 1 AND i.last_draft >= (SELECT max(id) "
    "FROM draft_versions d WHERE d.ticket_id = m.ticket_id AND d.text <> '')"
)
"""The tickets of the newest drop whose draft is from before their conversation became another."""


def of_last_run(became: Became) -> str:
    """The tickets of which this became in the newest drop of files, as a condition on `t`."""
    return (
        f"+t.id IN (SELECT ticket_id FROM import_tickets WHERE became = '{became}' "
        f"AND import_id IN ({_OF_LAST_RUN}))"
    )


def _is_older(connection: sqlite3.Connection, import_id: int) -> bool:
    sql = (
        "SELECT 1 FROM imports n JOIN imports b ON b.source = n.source AND b.view = n.view "
        "AND b.dropped_with < n.dropped_with AND b.as_of > n.as_of AND b.at <= n.at "
        "AND b.state IN ('done', 'settled') "
        "WHERE n.id = ? AND n.view <> ''"
    )
    return connection.execute(sql, [import_id]).fetchone() is not None

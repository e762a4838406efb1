"""Tickets that are ready (incoming_rows.py) written: many rows at a time.

A statement takes hundreds of them, since each lets go of Python's turn and waits for it again, of
which only one thread has it (ui/giving_way.py).
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from supportdesk_gui.storage.database import insert_rows, insert_values
from supportdesk_gui.tickets.accounts import asking_in, by_account, known_accounts
from supportdesk_gui.tickets.import_changes import (
    Became,
    became,
    is_newer_known,
    note_added,
    note_changed,
    note_seen,
    wrote_more,
)
from supportdesk_gui.tickets.import_undo import (
    read_ticket,
    remember,
    remembered,
)
from supportdesk_gui.tickets.importing.clipboard_roles import swapped
from supportdesk_gui.tickets.incoming_names import Known, by_its_name, known_names
from supportdesk_gui.tickets.incoming_rows import (
    MESSAGE_WIDTH,
    TICKET_WIDTH,
    WORDS_WIDTH,
    Incoming,
    IncomingRows,
    incoming,
)
from supportdesk_gui.tickets.kept_beside import note_beside, with_addressed
from supportdesk_gui.tickets.mail_order import note_heads, retold
from supportdesk_gui.tickets.merging import says_the_same, updated
from supportdesk_gui.tickets.spreadsheet_numbers import known_dressed
from supportdesk_gui.tickets.store_rows import (
    DERIVED_COLUMNS,
    MESSAGE_COLUMNS,
    TICKET_COLUMNS,
    conversation_hash,
    derived_values,
    message_values,
    sound,
    ticket_values,
)
from supportdesk_gui.tickets.ticket import Ticket
from supportdesk_gui.tickets.words import forget_words, index_words, replace_words

_AUTHOR_ID = MESSAGE_COLUMNS.split(", ").index("author_id")
_INTO_TICKETS = (
    f"INSERT OR ROLLBACK INTO tickets (id, import_id, {TICKET_COLUMNS}, {DERIVED_COLUMNS})"
)
"""What fails takes the transaction with it in any case, so SQLite need not keep a copy of each page
of each index for the way back from this one statement."""
_INTO_MESSAGES = f"INSERT INTO messages (ticket_id, {MESSAGE_COLUMNS})"
_INTO_SEARCH = "INSERT INTO ticket_search (ticket_id, who, words)"
_UPDATE_TICKET = (
    "UPDATE tickets SET "
    + ", ".join(f"{name} = ?" for name in f"{TICKET_COLUMNS}, {DERIVED_COLUMNS}".split(", "))
    + " WHERE id = ?"
)


@dataclass(frozen=True, slots=True)
class Upserted:
    """What a batch did. `ids` are our ids of the tickets taken, in their order.

    `forgotten` has a hash for each ticket that was left out, since its requester asked to be
    forgotten (storage/forgotten.py). `seconds` is what the work took, its commit not counted.
    """

    added: int
    changed: int
    unchanged: int
    ids: tuple[int, ...] = ()
    forgotten: tuple[str, ...] = ()
    seconds: float = 0.0


def upsert(
    connection: sqlite3.Connection, import_id: int, batch: IncomingRows, *, has_dressed: bool
) -> Upserted:
    """Write tickets that are ready. Raises KeyError when the import is no longer running.

    New ones are found by their words after the next `index_words`. `has_dressed`:
    spreadsheet_numbers.py."""
    known = known_names(connection, batch.sources, batch.names)
    known |= known_dressed(connection, import_id, batch, known) if has_dressed else {}
    if batch and not known and batch.are_apart and not batch.number_writers:
        return _add_all(connection, import_id, batch)
    writing = _Writing(connection, import_id, known)
    for told in batch:
        writing.take(told)
    done = writing.finish()
    _count(connection, import_id, done, batch.closed)
    writing.note_became()
    return done


class _Writing:
    """One batch on its way: new tickets wait until all are written in one statement."""

    def __init__(self, connection: sqlite3.Connection, import_id: int, known: Known) -> None:
        self._connection, self._import_id, self._known = connection, import_id, known
        self._first_id = _last_id(connection) + 1
        self._fresh: dict[int, None] = {}
        self._waiting: dict[int, Incoming] = {}
        self._mails: set[str] = set()
        """What the mails among those that wait name."""
        self._changed: dict[int, tuple[int, Became, bool]] = {}
        self._beside: list[tuple[int, Incoming]] = []
        self._ids: list[int] = []
        self._seen: dict[int, None] = {}
        self._unchanged = self._gone = 0

    def take(self, told: Incoming) -> None:
        """Add or change one ticket, of mails all that it has to do with."""
        known = self._known.get((told.source, told.name), (0, b""))[1]
        if told.told.mails and known != told.digest and self._takes_mails(told):
            return
        one = by_its_name(self._connection, told, self._known, self._waiting)
        key = (one.source, one.name)
        found = self._known.get(key)
        if found is None or found[0] in self._waiting:
            ticket_id = found[0] if found else self._next_id()
            # a later row of the same batch wins
            self._waiting[ticket_id] = _by_known_writers(self._connection, one)
            self._mails.update(told.told.thread)
        else:
            ticket_id, before = found
            what = None
            if before != one.digest:
                self._make_findable()
                what = _change(self._connection, self._import_id, ticket_id, one)
            self._note(ticket_id, what)
        self._known[key] = (ticket_id, one.digest)
        self._ids.append(ticket_id)
        self._beside.append((ticket_id, told))

    def _takes_mails(self, told: Incoming) -> bool:
        """Tell mails together with those that are stored; False where nothing is known of them."""
        if not self._mails.isdisjoint(told.told.thread):
            self._write()
        again = retold(self._connection, told.ticket())
        if again is None:
            return False
        self._write()
        self._make_findable()
        main, own = 0, set(told.told.mails)
        for before, ticket in again.tickets:
            if before is None:
                ticket_id = self._next_id()
                self._waiting[ticket_id] = incoming(ticket)
                self._write()
            else:
                ticket_id = before.id
                self._note(ticket_id, _tell(self._connection, self._import_id, before, ticket))
            note_heads(self._connection, [(ticket_id, ticket)])
            note_beside(self._connection, [(ticket_id, incoming(ticket))])
            self._seen[ticket_id] = None
            main = ticket_id if not main or not own.isdisjoint(ticket.mails) else main
        self._ids.append(main)
        for ticket_id in again.gone:
            self._take_away(ticket_id, main)
        return True

    def _take_away(self, ticket_id: int, main: int) -> None:
        """A ticket all of whose mails are in others now, first of all in `main`."""
        self._gone += _take_away(self._connection, self._import_id, ticket_id)
        self._seen.pop(ticket_id, None)
        self._changed.pop(ticket_id, None)
        self._ids = [main if one == ticket_id else one for one in self._ids]
        for key in [key for key, one in self._known.items() if one[0] == ticket_id]:
            del self._known[key]

    def _next_id(self) -> int:
        ticket_id = self._first_id + len(self._fresh)
        self._fresh[ticket_id] = None
        return ticket_id

    def _make_findable(self) -> None:
        """What came in a moment ago, before its words are replaced."""
        if not self._changed or len(self._waiting) < len(self._fresh):
            index_words(self._connection)

    def _note(self, ticket_id: int, what: tuple[Became, bool] | None) -> None:
        if ticket_id in self._fresh:  # it counts as added
            return
        if what is not None:
            self._changed[ticket_id] = (ticket_id, *what)
        else:
            self._unchanged += ticket_id not in self._changed

    def _write(self) -> None:
        """Those that wait."""
        _add(self._connection, self._import_id, self._waiting)
        note_beside(self._connection, self._beside)
        self._waiting, self._beside, self._mails = {}, [], set()

    def finish(self) -> Upserted:
        """Write what waits, and count."""
        self._write()
        added = len(self._fresh) - self._gone
        return Upserted(added, len(self._changed), self._unchanged, tuple(self._ids))

    def note_became(self) -> None:
        """What became of each ticket, when the import has been found to go on."""
        ids = dict.fromkeys((*self._ids, *self._seen))
        note_seen(self._connection, self._import_id, ids, self._fresh)
        if self._changed:
            note_changed(self._connection, self._import_id, self._changed.values())


def _by_known_writers(connection: sqlite3.Connection, one: Incoming) -> Incoming:
    """A new ticket whose writers have numbers that are known from other conversations."""
    if not any(row[_AUTHOR_ID] for row in one.messages):
        return one
    ticket = one.ticket()
    told = by_account(ticket, known_accounts(connection, ticket))
    return one if told == ticket else incoming(told)._replace(digest=one.digest)


def _count(connection: sqlite3.Connection, import_id: int, done: Upserted, closed: int) -> None:
    counted = connection.execute(
        "UPDATE imports SET added = added + ?, changed = changed + ?, unchanged = unchanged + ?, "
        "closed = closed + ? WHERE id = ? AND state = 'running'",
        [done.added, done.changed, done.unchanged, closed, import_id],
    )
    if not counted.rowcount:
        raise KeyError(import_id)


def _last_id(connection: sqlite3.Connection) -> int:
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'tickets'").fetchone()
    return int(row[0]) if row else 0


def _add_all(connection: sqlite3.Connection, import_id: int, batch: IncomingRows) -> Upserted:
    """Write tickets of which none is there, as nearly all are of a first import."""
    ids = batch.number(_last_id(connection) + 1, import_id)
    insert_values(connection, _INTO_TICKETS, batch.tickets, TICKET_WIDTH)
    insert_values(connection, _INTO_MESSAGES, batch.messages, MESSAGE_WIDTH)
    insert_values(connection, _INTO_SEARCH, batch.words, WORDS_WIDTH)
    if batch.has_more_beside:
        note_beside(connection, zip(ids, batch, strict=True))
    done = Upserted(len(batch), 0, 0, tuple(ids))
    _count(connection, import_id, done, batch.closed)
    note_added(connection, import_id, ids)
    return done


def _add(connection: sqlite3.Connection, import_id: int, fresh: dict[int, Incoming]) -> None:
    insert_rows(
        connection,
        _INTO_TICKETS,
        [(ticket_id, import_id, *one.columns) for ticket_id, one in fresh.items()],
    )
    insert_rows(
        connection,
        _INTO_MESSAGES,
        [(ticket_id, *row) for ticket_id, one in fresh.items() for row in one.messages],
    )
    insert_rows(
        connection, _INTO_SEARCH, [(ticket_id, *one.words) for ticket_id, one in fresh.items()]
    )


def _change(
    connection: sqlite3.Connection, import_id: int, ticket_id: int, one: Incoming
) -> tuple[Became, bool] | None:
    """Write a ticket anew; what became of it, and whether its conversation is another one.

    None where the import says nothing new.
    """
    stored, told = read_ticket(connection, ticket_id), one.ticket()
    if told.thread:
        stored = with_addressed(connection, stored)
    base = _base(connection, import_id, stored, told)
    is_older = is_newer_known(connection, import_id, told, ticket_id)
    asks = told.requester_id or asking_in(connection, ticket_id)
    told = by_account(told, known_accounts(connection, told), asks)
    ticket = updated(told, base, is_older=is_older) if base else told
    ticket = by_account(ticket, known_accounts(connection, ticket), asks)
    same = base is not None and says_the_same(ticket, base)
    if same and base is stored:
        return None
    _write(connection, import_id, stored, ticket, one.digest)
    before = base or stored
    what = Became.SAME if same else Became.CHANGED if is_older else became(before, ticket)
    return what, conversation_hash(before) != conversation_hash(ticket)


def _tell(
    connection: sqlite3.Connection, import_id: int, before: Ticket, ticket: Ticket
) -> tuple[Became, bool] | None:
    """Write a conversation of mails as all of them tell it; as `_change`."""
    if says_the_same(ticket, before):
        return None
    _write(connection, import_id, before, ticket, sound(ticket)[1])
    is_older = is_newer_known(connection, import_id, ticket, before.id)
    what = Became.CHANGED if is_older else became(before, ticket)
    return what, conversation_hash(before) != conversation_hash(ticket)


def _take_away(connection: sqlite3.Connection, import_id: int, ticket_id: int) -> bool:
    """Take out a ticket whose mails are all in another one; whether this import had added it."""
    (owner,) = connection.execute(
        "SELECT import_id FROM tickets WHERE id = ?", [ticket_id]
    ).fetchone()
    if owner != import_id:
        remember(connection, import_id, ticket_id)
    forget_words(connection, [ticket_id])
    connection.execute(
        "DELETE FROM import_tickets WHERE import_id = ? AND ticket_id = ?", [import_id, ticket_id]
    )
    connection.execute("DELETE FROM tickets WHERE id = ?", [ticket_id])
    return bool(owner == import_id)


def _write(
    connection: sqlite3.Connection, import_id: int, stored: Ticket, ticket: Ticket, digest: bytes
) -> None:
    """Write a stored ticket anew, so that the import can be taken back."""
    ticket_id = stored.id
    owner, name = connection.execute(
        "SELECT import_id, external_id FROM tickets WHERE id = ?", [ticket_id]
    ).fetchone()
    if owner != import_id:
        remember(connection, import_id, ticket_id)
    values = ticket_values(ticket, name, stored.status.value) + derived_values(ticket, digest)
    _rewrite(connection, ticket_id, ticket, values)
    replace_words(connection, ticket_id, ticket, name)
    if wrote_more(stored, ticket):
        _forget_triage(connection, ticket_id)


def _base(
    connection: sqlite3.Connection, import_id: int, stored: Ticket, told: Ticket
) -> Ticket | None:
    """What a ticket is told beside: as it was before this import and the one that it stands in for.

    The last row of a number counts in a file of several tables, and a better reading leaves
    nothing of the first. None where one of both has brought the ticket. Mails of one thread may
    be apart in a file, when those between them came before.
    """
    if told.thread:
        return stored
    instead_of, owner = connection.execute(
        "SELECT i.instead_of, t.import_id FROM imports i, tickets t WHERE i.id = ? AND t.id = ?",
        [import_id, stored.id],
    ).fetchone()
    for one in (instead_of, import_id):
        if one and owner == one:
            return None
        before = remembered(connection, one, stored.id) if one else None
        if before is not None:
            return before
    return stored


def _rewrite(
    connection: sqlite3.Connection, ticket_id: int, ticket: Ticket, values: tuple[object, ...]
) -> None:
    connection.execute(_UPDATE_TICKET, (*values, ticket_id))
    connection.execute("DELETE FROM messages WHERE ticket_id = ?", [ticket_id])
    rows = [(ticket_id, *row) for row in message_values(ticket)]
    insert_rows(connection, _INTO_MESSAGES, rows)


def _forget_triage(connection: sqlite3.Connection, ticket_id: int) -> None:
    connection.execute("DELETE FROM triages WHERE ticket_id = ?", [ticket_id])
    connection.execute(
        "UPDATE tickets SET intent = '', triage_language = '' WHERE id = ?", [ticket_id]
    )


def swap_roles(connection: sqlite3.Connection, ticket_id: int) -> None:
    """The customer's messages become the agent's and the reverse."""
    row = connection.execute(
        "SELECT external_id, content_hash FROM tickets WHERE id = ?", [ticket_id]
    ).fetchone()
    if row is None:
        return
    name, digest = str(row[0]), bytes(row[1])
    ticket = swapped(read_ticket(connection, ticket_id))
    values = ticket_values(ticket, name, ticket.status.value) + derived_values(ticket, digest)
    _rewrite(connection, ticket_id, ticket, values)
    replace_words(connection, ticket_id, ticket, name)
    _forget_triage(connection, ticket_id)

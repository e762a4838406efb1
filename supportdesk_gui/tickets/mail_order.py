"""Mails told together with those that are stored: it says nothing in which order they were dropped.

A mail that was missing may show that two conversations are one, whose it is, and who is in copy. So
all mails that name each other are put into conversations anew, from the heads that are kept of them.
Not where the agent has worked on one that would go, or somebody told more than these mails do, nor
for a mailing with its many answers: there the new ones only come to what is stored (incoming_names.py).
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from supportdesk_gui.tickets.import_undo import WORKED_ON, read_ticket
from supportdesk_gui.tickets.importing.bodies import spans
from supportdesk_gui.tickets.importing.mail_marks import Kept
from supportdesk_gui.tickets.importing.mail_threads import conversations
from supportdesk_gui.tickets.importing.mail_tickets import (
    by_writers,
    head_from,
    head_text,
    mail_name,
    mail_ticket,
)
from supportdesk_gui.tickets.importing.mails import MailHead
from supportdesk_gui.tickets.ticket import Message, Role, Ticket

_MOST = 20
"""Conversations that name the same mails; more of them answer a mailing."""
_NO_WORDS = Message(0, Role.REQUESTER, "")


@dataclass(frozen=True, slots=True)
class Retold:
    """Conversations as all mails tell them, each with the one that is stored of it, and the ids of
    those stored that are a part of another one now."""

    tickets: tuple[tuple[Ticket | None, Ticket], ...]
    gone: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Mail:
    head: MailHead
    words: Message | None

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from others; somebody else's mail may have the same number."""
        return self.head.id, self.head.address


def retold(connection: sqlite3.Connection, told: Ticket) -> Retold | None:
    """The conversations that mails of a drop belong to; None where nothing is stored of them, or
    that holds more than its mails tell."""
    ids = _related(connection, told)
    heads = list(map(head_from, told.mails))
    if not ids or not all(head.id for head in heads):
        return None
    stored = [read_ticket(connection, one) for one in ids]
    kept = [_kept(connection, one, told.own_address) for one in stored]
    mails = [mail for some in kept for mail in some]
    if not all(kept) or not _is_as_told(stored, _talks(mails, told.own_address)):
        return None
    shares = {mail.key: place for place, some in enumerate(kept) for mail in some}
    said = {one.external_id: one for one in told.messages}
    for head in heads:
        known = next((one for one in mails if one.key == (head.id, head.address)), None)
        if known and head.kept is Kept.DRAFT and known.head.kept is not Kept.DRAFT:
            continue  # it was sent meanwhile
        new = _Mail(head, _newer(said.get(head.id), known.words if known else None))
        mails = [*(one for one in mails if one.key != new.key), new]
    return _placed(connection, stored, shares, _talks(mails, told.own_address), told)


def _related(connection: sqlite3.Connection, told: Ticket) -> list[int]:
    """The stored tickets whose mails name each other and these; none where one is among them whose
    heads are not kept."""
    names, found = set(told.thread), set[int]()
    while True:
        asked = [json.dumps(sorted(names)), told.source]
        rows = {row[0] for row in connection.execute(_NAMED, asked)}
        if len(rows) > _MOST:
            return []
        if rows <= found:
            break
        found |= rows
        meant = [json.dumps(sorted(found))]
        names |= {row[0] for row in connection.execute(_NAMES_IN, meant)}
    others = {row[0] for row in connection.execute(_WITHOUT_HEADS, asked)}
    return sorted(found) if others <= found else []


_NAMED = (
    "SELECT DISTINCT n.ticket_id FROM json_each(?) w CROSS JOIN mail_names n ON n.mail = w.value "
    "JOIN tickets t ON t.id = n.ticket_id AND t.source = ?"
)
_NAMES_IN = (
    "SELECT DISTINCT n.mail FROM json_each(?) w CROSS JOIN mail_names n ON n.ticket_id = w.value"
)
_WITHOUT_HEADS = (
    "SELECT t.id FROM json_each(?1) w CROSS JOIN messages m ON m.external_id = w.value "
    "AND instr(m.external_id, '@') > 0 JOIN tickets t ON t.id = m.ticket_id AND t.source = ?2 "
    "UNION SELECT t.id FROM json_each(?1) w CROSS JOIN tickets t "
    "ON t.external_id = w.value AND t.source = ?2"
)


def _kept(connection: sqlite3.Connection, ticket: Ticket, own_address: str) -> list[_Mail]:
    """The mails of a stored ticket; none where they are not all that it holds."""
    rows = connection.execute(
        "SELECT head, own_address FROM mail_heads WHERE ticket_id = ? ORDER BY rowid", [ticket.id]
    ).fetchall()
    heads = [head_from(row[0]) for row in rows]
    words = {one.external_id: one for one in ticket.messages}
    is_whole = len(words) == len(ticket.messages) and words.keys() <= {one.id for one in heads}
    if not is_whole or any(row[1] != own_address for row in rows) or not all(
        one.id for one in heads
    ):  # fmt: skip
        return []
    return [_Mail(head, words.get(head.id)) for head in heads]


def _talks(mails: Sequence[_Mail], own: str) -> list[tuple[Ticket, list[_Mail]]]:
    """The conversations of mails, which have no name and no source yet."""

    def words(place: int) -> Message | None:
        said = mails[place].words
        return replace(said, folded=spans(said.text)) if said else None

    def read(place: int) -> Message:
        return words(place) or _NO_WORDS

    ours, written = by_writers([(at, one.head) for at, one in enumerate(mails)], own, read)
    found = []
    for talk in conversations(written, ours, read):
        ticket = mail_ticket(talk, "", ours, words)
        if ticket is not None:
            found.append((ticket, [mails[place] for place, _ in talk]))
    return found


def _is_as_told(stored: Sequence[Ticket], talks: Sequence[tuple[Ticket, list[_Mail]]]) -> bool:
    """Whether what is stored is what its mails tell: else somebody knew more of it."""
    return sorted(map(_known, stored)) == sorted(_known(ticket) for ticket, _ in talks)


def _known(ticket: Ticket) -> tuple[str, list[tuple[str, str, str]]]:
    told = [(one.external_id, one.role.value, one.visibility.value) for one in ticket.messages]
    return ticket.email, told


def _newer(told: Message | None, known: Message | None) -> Message | None:
    """The words of a mail that comes once more: as they were, if they are the same."""
    if told is None or known is None:
        return told or known
    return known if told.text.split() == known.text.split() else told


def _placed(
    connection: sqlite3.Connection, stored: Sequence[Ticket], shares: dict[tuple[str, str], int],
    talks: Sequence[tuple[Ticket, list[_Mail]]], told: Ticket,
) -> Retold | None:  # fmt: skip
    """Each conversation in the place of the stored one that has most of it, of the same person if
    there is one; None where one that would go has work of the agent's."""
    wishes = []
    for at, (ticket, mails) in enumerate(talks):
        counts = Counter(shares[mail.key] for mail in mails if mail.key in shares)
        wishes += [
            (ticket.email != stored[place].email, -count, place, at)
            for place, count in counts.items()
        ]
    place_of: dict[int, int] = {}
    for _, _, place, at in sorted(wishes):
        if at not in place_of and place not in place_of.values():
            place_of[at] = place
    taken = {one.external_id for one in stored}
    found = []
    for at, (ticket, mails) in enumerate(talks):
        before = stored[place_of[at]] if at in place_of else None
        heads = tuple(head_text(one.head) for one in mails)
        name = before.external_id if before else mail_name(mails[0].head, taken)
        whole = replace(ticket, source=told.source, external_id=name, mails=heads,
                        own_address=told.own_address)  # fmt: skip
        found.append((before, _beside(whole, before) if before else whole))
    left = [one.id for place, one in enumerate(stored) if place not in place_of.values()]
    is_kept = any(_is_worked_on(connection, one) for one in left)
    return None if is_kept else Retold(tuple(found), tuple(left))


def _is_worked_on(connection: sqlite3.Connection, ticket_id: int) -> bool:
    """Whether a ticket has work of the agent's, a status that they set or tags, which go with it."""
    sql = (
        f"SELECT {WORKED_ON} OR EXISTS (SELECT 1 FROM tags g WHERE g.ticket_id = t.id) OR EXISTS "
        "(SELECT 1 FROM status_history h WHERE h.ticket_id = t.id AND h.cause = 'agent') "
        "FROM tickets t WHERE t.id = ?"
    )
    return bool(connection.execute(sql, [ticket_id]).fetchone()[0])


def _beside(ticket: Ticket, before: Ticket) -> Ticket:
    """With what is kept of a conversation beside its mails."""
    same = ticket.email == before.email
    return replace(
        ticket, id=before.id, requester=ticket.requester or (before.requester if same else ""),
        url=before.url, priority=before.priority,
        language=before.language, tags=before.tags, status=before.status,
    )  # fmt: skip


def note_heads(connection: sqlite3.Connection, tickets: Iterable[tuple[int, Ticket]]) -> None:
    """Keep the heads of the mails of tickets, by our ids, instead of those that are kept."""
    for number, ticket in tickets:
        connection.execute("DELETE FROM mail_heads WHERE ticket_id = ?", [number])
        connection.execute("DELETE FROM mail_names WHERE ticket_id = ?", [number])
        add_heads(connection, [(number, ticket.mails, ticket.own_address, ticket.thread)])


def add_heads(
    connection: sqlite3.Connection,
    told: Iterable[tuple[int, Sequence[str], str, Sequence[str]]],
) -> None:
    """Keep heads of mails beside those that are kept: of each ticket our id, the heads, the agent's
    own address, and the mails that they are or name."""
    heads, names = [], []
    for number, mails, own, thread in told:
        heads += [(number, head, own) for head in mails]
        names += [(name, number) for name in thread if mails]
    connection.executemany("INSERT OR REPLACE INTO mail_heads VALUES (?, ?, ?)", heads)
    connection.executemany("INSERT OR IGNORE INTO mail_names VALUES (?, ?)", names)

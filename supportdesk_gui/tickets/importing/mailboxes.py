"""Mails dropped together (.eml, .mbox, .msg) as conversations.

First all headers are read and mails of one conversation are found by Message-ID, In-Reply-To,
References and who asks; then each is read as a whole. Only the list of mails is kept in memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from supportdesk_gui.tickets.importing.bodies import message
from supportdesk_gui.tickets.importing.mail_threads import Ours, conversations
from supportdesk_gui.tickets.importing.mail_tickets import (
    by_writers,
    head_text,
    mail_name,
    mail_ticket,
)
from supportdesk_gui.tickets.importing.mails import MOST_BYTES, MailHead, body_of, head_of
from supportdesk_gui.tickets.importing.report import (
    Diagnosis,
    ImportFailure,
    Part,
    ReadingProgress,
    RejectedRow,
    RejectReason,
    excerpt,
)
from supportdesk_gui.tickets.ticket import Attachment, Message, Role, Ticket

_HEAD = 65_536
_FROM_LINE = re.compile(rb"From .{0,200}\d{4}")
_QUOTED_FROM = re.compile(rb"(?m)^>(>*From )")
_LINE = 1_048_576
OUTLOOK = b"\xd0\xcf\x11\xe0"

Item = Ticket | RejectedRow | ReadingProgress


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a mail stands: in bytes, and the line it begins at."""

    part: Part
    offset: int
    length: int
    line: int


def read_mails(diagnosis: Diagnosis, own_address: str = "") -> Iterator[Item]:
    """A ticket for each thread, the mails that hold nothing, and the progress."""
    total = max(1, 2 * sum(part.path.stat().st_size for part in diagnosis.mails))
    done = 0
    found: list[tuple[_Place, MailHead]] = []
    for part in diagnosis.mails:
        before = done
        for place, head in _heads(part):
            if head is None:
                yield RejectedRow(part.name, place.line, RejectReason.UNREADABLE_MAIL, "")
                continue
            found.append((place, head))
            if len(found) % 200 == 0:
                yield ReadingProgress(before + place.offset, total)
        done = before + part.path.stat().st_size
        yield ReadingProgress(done, total)
    own = own_address.lower()
    ours, written = by_writers(found, own, _words)
    heads = dict(found)
    names: set[str] = set()
    for talk in conversations(list(_once(written)), ours, _words):
        done += sum(place.length for place, _ in talk)
        for item in _ticket(talk, diagnosis.source, ours, names):
            if isinstance(item, Ticket):
                mails = tuple(head_text(heads[place]) for place, _ in talk)
                yield replace(item, mails=mails, own_address=own)
            else:
                yield item
        yield ReadingProgress(min(done, total), total)
    yield ReadingProgress(total, total)


def _once(found: Iterable[tuple[_Place, MailHead]]) -> Iterator[tuple[_Place, MailHead]]:
    """A copy of a mail is no second one."""
    seen: set[object] = set()
    for place, head in found:
        same = (head.id, head.subject, head.sent_at, head.address, place.length)
        if not head.id or same not in seen:
            yield place, head
        seen.add(same)


def _heads(part: Part) -> Iterator[tuple[_Place, MailHead | None]]:
    """The mails of a file; None for what is none in truth."""
    with part.path.open("rb") as file:
        start = file.read(8)
    if start.startswith(OUTLOOK):
        from supportdesk_gui.tickets.importing.outlook_mails import outlook_head

        head: MailHead | None = None
        with suppress(ImportFailure):
            head = outlook_head(part.path)
        yield _Place(part, 0, part.path.stat().st_size, 1), head
    elif start.startswith(b"From "):
        yield from _mailbox_heads(part)
    else:
        with part.path.open("rb") as file:
            head = head_of(file.read(_HEAD))
        yield _Place(part, 0, part.path.stat().st_size, 1), head


def _mailbox_heads(part: Part) -> Iterator[tuple[_Place, MailHead]]:
    """A mail begins at a line `From … 2026` behind an empty one."""
    begun: tuple[int, int] | None = None
    start = b""
    at, number, is_empty = 0, 0, True
    with part.path.open("rb") as file:
        while line := file.readline(_LINE):
            number += 1
            if is_empty and line.startswith(b"From ") and _FROM_LINE.match(line):
                if begun:
                    yield _Place(part, begun[0], at - begun[0], begun[1]), head_of(start)
                begun, start = (at + len(line), number), b""
            elif len(start) < _HEAD:
                start += line
            at += len(line)
            is_empty = not line.strip()
    if begun:
        yield _Place(part, begun[0], at - begun[0], begun[1]), head_of(start)


def _ticket(
    talk: list[tuple[_Place, MailHead]], source: str, ours: Ours, names: set[str]
) -> Iterator[Ticket | RejectedRow]:
    said: dict[_Place, Message] = {}
    for place, head in talk:
        body, files = _body(place)
        if body.strip() or files:
            said[place] = message(0, Role.REQUESTER, body, attachments=files)
        elif not head.subject:
            words = excerpt(f"{head.sender} {head.address}")
            yield RejectedRow(place.part.name, place.line, RejectReason.NO_CONTENT, words)
    ticket = mail_ticket(talk, source, ours, said.get)
    if ticket is not None:
        yield replace(ticket, external_id=mail_name(talk[0][1], names))


def _words(place: _Place) -> Message:
    return message(0, Role.REQUESTER, _body(place)[0])


def _body(place: _Place) -> tuple[str, tuple[Attachment, ...]]:
    with place.part.path.open("rb") as file:
        file.seek(place.offset)
        data = file.read(min(place.length, MOST_BYTES))
    if place.offset == 0 and data.startswith(OUTLOOK):
        from supportdesk_gui.tickets.importing.outlook_mails import outlook_body

        return outlook_body(place.part.path)
    if place.offset:
        data = _QUOTED_FROM.sub(rb"\1", data)
    return body_of(data)

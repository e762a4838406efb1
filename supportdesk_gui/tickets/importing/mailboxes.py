"""Mails dropped together (.eml, .mbox, .msg) as conversations.

First all headers are read and mails of one conversation are found by Message-ID, In-Reply-To,
References and who asks; then each is read as a whole. Only the list of mails is kept in memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from os import SEEK_CUR
from typing import BinaryIO

from supportdesk_gui.tickets.importing.bodies import message
from supportdesk_gui.tickets.importing.journal_reports import enclosed
from supportdesk_gui.tickets.importing.mail_bodies import MOST_BYTES, body_of
from supportdesk_gui.tickets.importing.mail_files import (
    BELOW,
    beginning,
    begins_mail,
    counted,
    is_mailbox,
)
from supportdesk_gui.tickets.importing.mail_marks import Kept, kept_by_apple, lying_in
from supportdesk_gui.tickets.importing.mail_threads import Ours, conversations
from supportdesk_gui.tickets.importing.mail_tickets import (
    by_writers,
    head_text,
    mail_name,
    mail_ticket,
)
from supportdesk_gui.tickets.importing.mails import MailHead, head_of
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
    is_boxed: bool = False
    """Whether it is one of a mailbox, where lines that begin with "From" are marked."""


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
            kept = lying_in(head.kept, part.name, is_boxed=place.is_boxed)
            found.append((place, replace(head, kept=kept)))
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


def _once(found: Sequence[tuple[_Place, MailHead]]) -> Iterator[tuple[_Place, MailHead]]:
    """A copy of a mail is no second one, whatever stands above its words: the one in a folder that
    is in use stays. Forms may give many mails one number, so their words are compared."""
    sent = {(head.id, head.address) for _, head in found if head.kept is not Kept.DRAFT and head.id}
    alike: dict[object, list[int]] = {}
    for number, (_, head) in enumerate(found):
        if head.id and not (head.kept is Kept.DRAFT and (head.id, head.address) in sent):
            same = (head.id, head.subject, head.sent_at, head.address)
            alike.setdefault(same, []).append(number)
    stays = {number for number, (_, head) in enumerate(found) if not head.id}
    for numbers in alike.values():
        numbers.sort(key=lambda number: found[number][1].kept is not Kept.AS_SENT)
        said: set[object] = set()
        for number in numbers:
            words, files = _body(found[number][0]) if len(numbers) > 1 else ("", ())
            if (told := (" ".join(words.split()), files)) not in said:
                stays.add(number)
            said.add(told)
    yield from (one for number, one in enumerate(found) if number in stays)


def _heads(part: Part) -> Iterator[tuple[_Place, MailHead | None]]:
    """The mails of a file; None for what is none in truth."""
    with part.path.open("rb") as file:
        start = file.read(_HEAD)
    if start.startswith(OUTLOOK):
        from supportdesk_gui.tickets.importing.outlook_mails import outlook_head

        head: MailHead | None = None
        with suppress(ImportFailure):
            head = outlook_head(part.path)
        yield _Place(part, 0, part.path.stat().st_size, 1), head
        return
    first = beginning(start)
    if is_mailbox(start[first:]):
        yield from _mailbox_heads(part, first, start[:first].count(b"\n"))
        return
    above, length = counted(start[first:])
    first += above
    rest = part.path.stat().st_size - first
    with part.path.open("rb") as file:
        file.seek(first)
        head = head_of(enclosed(file.read(min(_HEAD, length or _HEAD))))
        file.seek(first + length)
        kept = kept_by_apple(file.read(_HEAD)) if length else head.kept
    yield _Place(part, first, min(length or rest, rest), 1), replace(head, kept=kept)


def _mailbox_heads(part: Part, first: int, above: int) -> Iterator[tuple[_Place, MailHead]]:
    """The mails of a mailbox whose first line begins at this byte, below so many lines."""
    begun: tuple[int, int] | None = None
    start = b""
    at, number, is_empty = first, above, True
    with part.path.open("rb") as file:
        file.seek(first)
        while line := file.readline(_LINE):
            number += 1
            if line.startswith(b"From ") and (not begun or _begins_mail(line, file, is_empty)):
                if begun:
                    place = _Place(part, begun[0], at - begun[0], begun[1], is_boxed=True)
                    yield place, head_of(enclosed(start))
                begun, start = (at + len(line), number), b""
            elif len(start) < _HEAD:
                start += line
            at += len(line)
            is_empty = not line.strip()
    if begun:
        place = _Place(part, begun[0], at - begun[0], begun[1], is_boxed=True)
        yield place, head_of(enclosed(start))


def _begins_mail(line: bytes, file: BinaryIO, is_empty_above: bool) -> bool:
    below = file.read(BELOW)
    file.seek(-len(below), SEEK_CUR)
    return begins_mail(line, below, is_empty_above)


def _ticket(
    talk: list[tuple[_Place, MailHead]], source: str, ours: Ours, names: set[str]
) -> Iterator[Ticket | RejectedRow]:
    if all(head.kept is Kept.DRAFT for _, head in talk):
        for place, head in talk:
            yield RejectedRow(place.part.name, place.line, RejectReason.UNSENT, head.subject[:80])
        return
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
    if place.is_boxed:
        data = _QUOTED_FROM.sub(rb"\1", data)
    return body_of(enclosed(data))

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
from supportdesk_gui.tickets.importing.clipboard_roles import person_of
from supportdesk_gui.tickets.importing.mail_bodies import MOST_BYTES, body_of
from supportdesk_gui.tickets.importing.mail_files import BELOW, beginning, begins_mail, is_mailbox
from supportdesk_gui.tickets.importing.mail_marks import Kept, kept_under
from supportdesk_gui.tickets.importing.mail_origins import answering, as_filled_in, is_form
from supportdesk_gui.tickets.importing.mail_threads import (
    Ours,
    as_passed_on,
    as_written,
    asking,
    by_us,
    conversations,
    is_among_us,
    mailbox_owner,
)
from supportdesk_gui.tickets.importing.mails import (
    MailHead,
    head_of,
    is_forward,
    topic,
)
from supportdesk_gui.tickets.importing.report import (
    Diagnosis,
    ImportFailure,
    Part,
    ReadingProgress,
    RejectedRow,
    RejectReason,
    excerpt,
)
from supportdesk_gui.tickets.ticket import Attachment, Message, Role, Ticket, Visibility

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
            found.append((place, head))
            if len(found) % 200 == 0:
                yield ReadingProgress(before + place.offset, total)
        done = before + part.path.stat().st_size
        yield ReadingProgress(done, total)
    heads = [as_written(head, Ours(own_address.lower())) for _, head in found]
    ours = Ours(own_address.lower() or mailbox_owner(heads))
    written = [
        (place, as_written(head, ours)) for (place, _), head in zip(found, heads, strict=True)
    ]
    names: set[str] = set()
    for talk in conversations(_told_of(written, ours), ours, _words):
        done += sum(place.length for place, _ in talk)
        yield from _ticket(talk, diagnosis.source, ours, names)
        yield ReadingProgress(min(done, total), total)
    yield ReadingProgress(total, total)


def _told_of(written: list[tuple[_Place, MailHead]], ours: Ours) -> list[tuple[_Place, MailHead]]:
    """Each mail once, by whom its text names and as an answer to what its program took it for."""
    found: list[tuple[_Place, MailHead]] = []
    for place, head in _once(written):
        by_text = as_passed_on if is_forward(head.subject) else as_filled_in
        is_told = by_text is as_passed_on or is_form(head)
        found.append((place, by_text(head, _words(place).text, ours) if is_told else head))
    for number, name in answering(head for _, head in found).items():
        place, head = found[number]
        found[number] = place, replace(head, ids=(name,))
    return found


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
    kept = kept_under(part.name)
    if is_mailbox(start[first:]):
        yield from _mailbox_heads(part, first, start[:first].count(b"\n"))
        return
    with part.path.open("rb") as file:
        file.seek(first)
        head = head_of(file.read(_HEAD))
    head = replace(head, kept=kept) if kept else head
    yield _Place(part, first, part.path.stat().st_size - first, 1), head


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
                    yield place, head_of(start)
                begun, start = (at + len(line), number), b""
            elif len(start) < _HEAD:
                start += line
            at += len(line)
            is_empty = not line.strip()
    if begun:
        place = _Place(part, begun[0], at - begun[0], begun[1], is_boxed=True)
        yield place, head_of(start)


def _begins_mail(line: bytes, file: BinaryIO, is_empty_above: bool) -> bool:
    below = file.read(BELOW)
    file.seek(-len(below), SEEK_CUR)
    return begins_mail(line, below, is_empty_above)


def _ticket(
    thread: list[tuple[_Place, MailHead]], source: str, ours: Ours, names: set[str]
) -> Iterator[Ticket | RejectedRow]:
    messages: list[Message] = []
    heads = [head for _, head in thread]
    first, (requester, email) = heads[0], asking(heads, ours)
    if all(head.kept is Kept.DRAFT for head in heads):
        for place, head in thread:
            yield RejectedRow(place.part.name, place.line, RejectReason.UNSENT, head.subject[:80])
        return
    for place, head in thread:
        body, files = _body(place)
        if not (body.strip() or files or head.subject):
            words = excerpt(f"{head.sender} {head.address}")
            yield RejectedRow(place.part.name, place.line, RejectReason.NO_CONTENT, words)
            continue
        is_draft = head.kept is Kept.DRAFT
        is_theirs = head.address == email if email else head.sender == requester
        is_ours = is_draft or (not is_theirs and by_us(head, heads, email, ours))
        role = Role.AGENT if is_ours else Role.REQUESTER
        if head.is_report or (head.is_automatic and (head.ids or head is not first)):
            role = Role.SYSTEM  # nobody's word, and no answer
        hidden = is_draft or (role is Role.AGENT and is_among_us(head, heads, email, ours))
        if body.strip() or files:
            author = head.sender or head.address
            said = message(
                len(messages), role, body, author=author, sent_at=head.sent_at,
                visibility=Visibility.INTERNAL if hidden else Visibility.PUBLIC,
                external_id=head.id, attachments=files,
            )  # fmt: skip
            is_told_first = head is first and is_forward(head.subject)  # it stands nowhere else
            messages.append(replace(said, folded=()) if is_told_first else said)
    subject = topic(first.subject)
    if not messages and not subject:
        return
    times = [head.sent_at for head in heads if head.sent_at is not None]
    yield Ticket(
        source, _name(first, names), subject, tuple(messages),
        requester=requester, email=email, channel="email", external_status=_status(heads),
        created_at=times[0] if times else None, updated_at=times[-1] if times else None,
        thread=tuple(dict.fromkeys(one for head in heads for one in (*head.ids, head.id) if one)),
        written_to=_written_to(heads, email, ours), addressed=_addressed(heads, email),
    )  # fmt: skip


def _status(heads: list[MailHead]) -> str:
    """Where all mails of a conversation lie, when that is no place to answer them from."""
    kept = {head.kept for head in heads} - {Kept.DRAFT}
    return kept.pop().value if len(kept) == 1 else ""


def _name(first: MailHead, names: set[str]) -> str:
    """The mail above all, by which one that comes later finds its conversation; where another
    conversation has that, the next one below it."""
    name = next((one for one in (*first.ids, first.id) if one not in names), "")
    names.add(name)
    return name


def _written_to(heads: list[MailHead], email: str, ours: Ours) -> tuple[str, ...]:
    """Whom the one who asks wrote to; whom we did, where they have not written."""
    own = [head for head in heads if head.address == email] or heads
    return tuple(sorted({to for head in own for to in head.to if not ours.has(to)}))


def _addressed(heads: list[MailHead], email: str) -> tuple[str, ...]:
    """Who wrote the mails and whom they went to, those of ours aside that answer none: they may
    have gone to many."""
    own = [one for one in heads if one.address == email or one.ids]
    people = {person_of(one) for head in own for one in (head.address, *head.to)}
    return tuple(sorted(people - {""}))


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
    return body_of(data)

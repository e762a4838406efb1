"""Mails dropped together (.eml, .mbox, .msg) as conversations.

First all headers are read and mails of one thread are found by Message-ID, In-Reply-To and
References; then each thread is read as a whole. Only the list of mails is kept in memory.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from supportdesk_gui.tickets.importing.bodies import message
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
_REPLY = re.compile(
    r"^(?:\s*(?:re|aw|sv|fwd?|wg|tr|rv|antw|回复|回覆|答复|转发|轉寄|返信)\s*[:：])+\s*", re.I
)
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
    owner = own_address.lower() or _owner(head for _, head in found)
    for thread in _threads(found):
        done += sum(place.length for place, _ in thread)
        yield from _ticket(thread, diagnosis.source, owner)
        yield ReadingProgress(min(done, total), total)
    yield ReadingProgress(total, total)


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


def _owner(heads: Iterable[MailHead]) -> str:
    """Whose mailbox it is: the address that most different people write to; "" when unsure."""
    writers: dict[str, set[str]] = {}
    for head in heads:
        for address in set(head.to) - {head.address}:
            writers.setdefault(address, set()).add(head.address)
    counts = Counter({address: len(names) for address, names in writers.items()}).most_common(2)
    if not counts or counts[0][1] < 2 or (len(counts) > 1 and counts[0][1] == counts[1][1]):
        return ""
    return counts[0][0]


def _threads(
    found: list[tuple[_Place, MailHead]],
) -> Iterator[list[tuple[_Place, MailHead]]]:
    """Mails that name each other, oldest first; threads in the order of their first mail."""
    above: dict[str, str] = {}

    def root(name: str) -> str:
        while above.get(name, name) != name:
            above[name] = above.get(above[name], above[name])
            name = above[name]
        return name

    names = [head.id or f"#{number}" for number, (_, head) in enumerate(found)]
    for name, (_, head) in zip(names, found, strict=True):
        for other in head.ids:
            one, two = root(name), root(other)
            if one != two:
                above[one] = two
    threads: dict[str, dict[object, tuple[_Place, MailHead]]] = {}
    for name, item in zip(names, found, strict=True):
        same = (name, item[1].subject, item[1].sent_at, item[1].address, item[0].length)
        threads.setdefault(root(name), {}).setdefault(same, item)  # a copy of a mail is no second
    for thread in threads.values():
        yield sorted(thread.values(), key=lambda item: item[1].sent_at or 0)


def _ticket(
    thread: list[tuple[_Place, MailHead]], source: str, owner: str
) -> Iterator[Ticket | RejectedRow]:
    messages: list[Message] = []
    first = thread[0][1]
    asking = next((head for _, head in thread if head.address != owner), first)
    for place, head in thread:
        body, files = _body(place)
        if not (body.strip() or files or head.subject):
            words = excerpt(f"{head.sender} {head.address}")
            yield RejectedRow(place.part.name, place.line, RejectReason.NO_CONTENT, words)
            continue
        role = Role.REQUESTER if _same(head, asking) else Role.AGENT
        if body.strip() or files:
            author = head.sender or head.address
            messages.append(
                message(len(messages), role, body, author=author, sent_at=head.sent_at,
                        external_id=head.id, attachments=files)
            )  # fmt: skip
    subject = _REPLY.sub("", first.subject)
    if not messages and not subject:
        return
    times = [head.sent_at for _, head in thread if head.sent_at is not None]
    yield Ticket(
        source, first.ids[0] if first.ids else first.id, subject, tuple(messages),
        requester=asking.sender, email=asking.address, channel="email",
        created_at=times[0] if times else None, updated_at=times[-1] if times else None,
        thread=tuple(dict.fromkeys(
            one for _, head in thread for one in (*head.ids, head.id) if one
        )),
        written_to=tuple(sorted(
            {to for _, head in thread if _same(head, asking) for to in head.to}
        )),
    )  # fmt: skip


def _same(head: MailHead, asking: MailHead) -> bool:
    return head.address == asking.address if asking.address else head.sender == asking.sender


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

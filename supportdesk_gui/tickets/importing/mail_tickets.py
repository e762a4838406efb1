"""Tickets out of mails, wherever these are: in files that are read, or in conversations that are
stored and told anew when a mail comes that was missing."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import astuple, replace
from functools import partial
from typing import TypeVar

from supportdesk_gui.tickets.importing.clipboard_roles import person_of
from supportdesk_gui.tickets.importing.mail_marks import Kept
from supportdesk_gui.tickets.importing.mail_origins import answering, as_filled_in, is_form
from supportdesk_gui.tickets.importing.mail_threads import (
    Ours,
    as_passed_on,
    as_written,
    asking,
    by_us,
    is_among_us,
    mailbox_owner,
)
from supportdesk_gui.tickets.importing.mails import MailHead, is_forward, topic
from supportdesk_gui.tickets.ticket import Message, Role, Ticket, Visibility

_Place = TypeVar("_Place")


def by_writers(
    found: Sequence[tuple[_Place, MailHead]], own: str, read: Callable[[_Place], Message]
) -> tuple[Ours, list[tuple[_Place, MailHead]]]:
    """The addresses on our side, of which `own` may be known, and the mails by who wrote them in
    truth; `read` gives the words of one."""
    heads = [as_written(head, Ours(own)) for _, head in found]
    ours = Ours(own or mailbox_owner(heads))
    written = []

    def text(place: _Place) -> str:
        return read(place).text

    for (place, _), one in zip(found, heads, strict=True):
        head = as_written(one, ours)
        if is_forward(head.subject, partial(text, place)):
            head = as_passed_on(head, read(place).text, ours)
        elif is_form(head):
            head = as_filled_in(head, read(place).text, ours)
        written.append((place, head))
    for number, name in answering(head for _, head in written).items():
        place, head = written[number]
        written[number] = place, replace(head, ids=(name,))
    return ours, written


def mail_ticket(
    talk: Sequence[tuple[_Place, MailHead]], source: str, ours: Ours,
    read: Callable[[_Place], Message | None],
) -> Ticket | None:  # fmt: skip
    """The ticket of a conversation, without its name; None where nothing is in it. `read` gives the
    words and files of a mail, None where it has none."""
    heads = [head for _, head in talk]
    first, (requester, email) = heads[0], asking(heads, ours)
    messages: list[Message] = []
    for place, head in talk:
        if said := read(place):
            one = _said(said, head, heads, (requester, email), ours)
            messages.append(replace(one, position=len(messages)))
    subject = topic(first.subject)
    if not messages and not subject:
        return None
    times = [head.sent_at for head in heads if head.sent_at is not None]
    return Ticket(
        source, "", subject, tuple(messages), requester=requester, email=email, channel="email",
        external_status=_status(heads),
        created_at=times[0] if times else None, updated_at=times[-1] if times else None,
        thread=tuple(dict.fromkeys(one for head in heads for one in (*head.ids, head.id) if one)),
        written_to=_written_to(heads, email, ours), addressed=_addressed(heads, email),
    )  # fmt: skip


def _said(
    words: Message, head: MailHead, heads: list[MailHead], asks: tuple[str, str], ours: Ours
) -> Message:
    requester, email = asks
    is_draft = head.kept is Kept.DRAFT
    is_theirs = head.address == email if email else head.sender == requester
    is_ours = is_draft or (not is_theirs and by_us(head, heads, email, ours))
    role = Role.AGENT if is_ours else Role.REQUESTER
    if head.is_report or (head.is_automatic and (head.ids or head is not heads[0])):
        role = Role.SYSTEM  # nobody's word, and no answer
    hidden = is_draft or (role is Role.AGENT and is_among_us(head, heads, email, ours))
    is_told_first = head is heads[0] and is_forward(
        head.subject, lambda: words.text
    )  # it stands nowhere else
    return replace(
        words, role=role, author=head.sender or head.address, sent_at=head.sent_at,
        visibility=Visibility.INTERNAL if hidden else Visibility.PUBLIC, external_id=head.id,
        folded=() if is_told_first else words.folded,
    )  # fmt: skip


def _status(heads: list[MailHead]) -> str:
    """Where all mails of a conversation lie, when that is no place to answer them from."""
    kept = {head.kept for head in heads} - {Kept.DRAFT}
    return kept.pop().value if len(kept) == 1 else ""


def mail_name(first: MailHead, taken: set[str]) -> str:
    """The mail above all, by which one that comes later finds its conversation; where another
    conversation has that, the next one below it. It is taken then."""
    name = next((one for one in (*first.ids, first.id) if one not in taken), "")
    taken.add(name)
    return name


def head_text(head: MailHead) -> str:
    """A head as text; `head_from` reads it back."""
    return json.dumps(astuple(head), ensure_ascii=False)


def head_from(text: str) -> MailHead:
    """The head that `head_text` wrote."""
    name, ids, sender, address, to, subject, sent_at, answer_to, *kinds = json.loads(text)
    head = MailHead(
        name, tuple(ids), sender, address, tuple(to), subject, sent_at, tuple(answer_to), *kinds
    )
    return replace(head, kept=Kept(head.kept))


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

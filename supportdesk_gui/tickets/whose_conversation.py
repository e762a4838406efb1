"""Whose conversation it is, and who in it is on our side, where an import and what is stored tell it
differently: a part of it may begin with anybody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from supportdesk_gui.tickets.importing.clipboard_roles import (
    house_of,
    is_automatic,
    is_service,
    person_of,
    swapped,
)
from supportdesk_gui.tickets.importing.people import mailbox
from supportdesk_gui.tickets.same_ticket import has_addressed, has_written_to, our_houses
from supportdesk_gui.tickets.ticket import Message, Role, Ticket, Visibility


def by_side(ticket: Ticket, before: Ticket) -> tuple[Ticket, Ticket]:
    """What an import tells of a ticket and what is stored of it, with the same person asking and
    each message by the side that wrote it."""
    if ticket.guesses_requester:
        ticket = _headed_by(ticket, before)
    elif before.messages and not (ticket.messages or before.subject):
        before = _headed_by(before, ticket)  # its messages came before the list that says whose
    if _names_its_customer(ticket, before):
        before = replace(before, requester=ticket.requester, email=ticket.email)
    if _has_asked_before(ticket, before):
        is_hidden = bool(before.addressed) and not has_addressed(before, ticket.email)
        changed = _among_us(swapped(before)) if is_hidden else swapped(before)
        before = replace(changed, requester=ticket.requester, email=ticket.email)
    elif _is_from_us(ticket, before):
        ticket = swapped(ticket)
    elif ticket.thread and house_of(ticket.email) in our_houses(before):
        ticket = _to_whom_it_went(swapped(ticket), before)
    elif ticket.thread and {one.role for one in ticket.messages} == {Role.AGENT}:
        ticket = _to_whom_it_went(ticket, before)
    elif ticket.thread and _is_earlier(ticket, before):
        before = replace(before, requester=ticket.requester, email=ticket.email)
    return ticket, before


def _headed_by(ticket: Ticket, head: Ticket) -> Ticket:
    """What only lists messages, by who is known to ask, however the list begins."""
    who = {head.email.casefold(), head.requester.casefold()} - {""}
    if not who:
        return ticket
    writers = [{*map(str.casefold, mailbox(one.author))} - {""} for one in ticket.messages]
    messages = ticket.messages
    if any(not who.isdisjoint(writer) for writer in writers):
        messages = tuple(
            one if one.role is Role.SYSTEM or not writer
            else replace(one, role=Role.AGENT if who.isdisjoint(writer) else Role.REQUESTER)
            for one, writer in zip(messages, writers, strict=True)
        )  # fmt: skip
    return replace(ticket, messages=messages, requester=head.requester, email=head.email)


def _names_its_customer(ticket: Ticket, before: Ticket) -> bool:
    """Whether a form that was stored as the word of the robot that sent it is its customer's now."""
    if not ticket.thread or not is_automatic(before.email) or is_automatic(ticket.email):
        return False
    asked = {one.external_id for one in before.messages if one.role is Role.REQUESTER} - {""}
    first = next((one for one in ticket.messages if one.role is Role.REQUESTER), None)
    return bool(ticket.email) and first is not None and first.external_id in asked


def _is_from_us(ticket: Ticket, before: Ticket) -> bool:
    """Whether who seems to ask in some mails has written to the requester and to their own only."""
    ours, theirs = house_of(ticket.email), house_of(before.email)
    asked = before.email.lower()
    return (
        ticket.email.lower() != asked and has_written_to(ticket, asked) and (not ours or ours != theirs)
        and all(to == asked or house_of(to) in {ours, theirs} - {""} for to in ticket.written_to)
    )  # fmt: skip


def _has_asked_before(ticket: Ticket, before: Ticket) -> bool:
    """Whether some mails begin before those that are known, and are to who seemed to ask there."""
    house = house_of(before.email)
    is_ours = (
        not before.addressed or has_addressed(before, ticket.email) or is_service(before.email)
        or (bool(house) and {house}.issuperset(map(house_of, before.addressed)))
    )  # fmt: skip
    return is_ours and has_written_to(ticket, before.email) and _is_earlier(ticket, before)


def _is_earlier(ticket: Ticket, before: Ticket) -> bool:
    """Whether somebody else asks in some mails, before all that are known."""
    begun = min(_times(before.messages), default=0)
    return (
        ticket.email.lower() != before.email.lower()
        and any(one.role is Role.REQUESTER for one in ticket.messages)
        and min(_times(ticket.messages), default=begun) < begun
    )


def _to_whom_it_went(ticket: Ticket, before: Ticket) -> Ticket:
    """Mails of ours, internal where nobody outside who has a part in the conversation got them."""
    ours = our_houses(before)
    outside = {one for one in before.addressed if house_of(one) not in ours}
    outside.add(person_of(before.email))
    got = set(map(person_of, ticket.written_to))
    return ticket if outside & got or not got else _among_us(ticket)


def _among_us(ticket: Ticket) -> Ticket:
    messages = (
        replace(one, visibility=Visibility.INTERNAL) if one.role is Role.AGENT else one
        for one in ticket.messages
    )
    return replace(ticket, messages=tuple(messages))


def _times(messages: Iterable[Message]) -> list[int]:
    return [one.sent_at for one in messages if one.sent_at is not None]

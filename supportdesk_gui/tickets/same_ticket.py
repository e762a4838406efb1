"""Whether what an import tells of a ticket can be about one that is stored under its number.

Helpdesks, accounts and sheets all count from 1: a number alone says nothing where the address of
who asks, or the helpdesk's, is another one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from supportdesk_gui.tickets.importing.clipboard_roles import house_of, is_service, person_of
from supportdesk_gui.tickets.importing.mails import topic
from supportdesk_gui.tickets.importing.people import mailbox
from supportdesk_gui.tickets.quoting import in_conversation, quotes
from supportdesk_gui.tickets.ticket import Role, Ticket
from supportdesk_gui.tickets.ticket_numbers import names_one

_ABOUT = "\x1f"


def may_be_one(told: Ticket, known: Ticket) -> bool:
    """Whether nothing tells two tickets with the same number and source apart.

    Different people are told apart by their addresses, else by their names, and where nobody is
    named the subjects tell; one of two that has written in the other, or a message or link that
    both have, makes them one.
    """
    if other_host(told, known):
        return False
    if told.guesses_requester and (not known.messages or _have_a_writer(told, known)):
        told = replace(told, requester="", email="")
    if told.url and told.url == known.url:
        return True
    if not _who(told) and not _who(known) and told.messages and known.messages:
        is_other = "" != told.subject != known.subject != ""
        return not is_other or _shares_words(told, known)
    return not are_others(told, known) or _shares_words(told, known)


def other_host(told: Ticket, known: Ticket) -> str:
    """The helpdesk's address of the first where the second has another one."""
    hosts = host_of(told.url), host_of(known.url)
    return hosts[0] if all(hosts) and hosts[0] != hosts[1] else ""


def are_others(told: Ticket, known: Ticket) -> bool:
    """Whether two tickets are by different people, and neither has written in the other's."""
    if not _are_two(told.email, told.requester, known.email, known.requester):
        return False
    return not (_writes_in(told, known) or _writes_in(known, told))


def _are_two(email: str, name: str, other_email: str, other_name: str) -> bool:
    """Whether two addresses, or without them two names, are those of different people."""
    if email and other_email:
        return email.casefold() != other_email.casefold()
    words = set(name.casefold().split()), set(other_name.casefold().split())
    return all(words) and words[0].isdisjoint(words[1])


class FirstOfEach:
    """The numbers in one file: each is that of the first who has it, for tables may count anew.

    `shared` counts the tickets of others with such a number, which are left without one.
    """

    def __init__(self) -> None:
        self.shared = 0
        self._first: dict[tuple[str, str], str] = {}

    def own(self, ticket: Ticket) -> Ticket:
        """The ticket, without its number where that is another requester's."""
        number = ticket.external_id
        if ticket.thread or not number:
            return ticket
        who = ticket.email or ticket.requester or f"{_ABOUT}{ticket.subject}"
        first = self._first.setdefault((ticket.source, number), who)
        if first is who or not _are_two_here(first, who) or not names_one(number):
            return ticket
        self.shared += 1
        return replace(ticket, external_id="")


def _are_two_here(one: str, other: str) -> bool:
    """Whether two addresses, names or subjects say so; one of each kind say nothing."""
    if one.startswith(_ABOUT) or other.startswith(_ABOUT):
        return one[0] == other[0] and one != other and _ABOUT not in (one, other)
    if ("@" in one) is not ("@" in other):
        return False
    return _are_two(one, one, other, other) if "@" in one else _are_two("", one, "", other)


def is_same_conversation(
    told: Ticket, email: str, requester: str, *, is_near: bool, begins: bool, is_root: bool,
    is_taken: bool,
) -> bool:  # fmt: skip
    """Whether mails are of the conversation of who asks there, which names the same mails.

    `is_near`: one of both is an answer to a mail of the other. `begins`: these hold the first mail
    of that conversation. `is_root`: that conversation
    begins with another mail, that answers none; by a shop it is a mailing, and those who answer
    it, or are answered, have conversations of their own. `is_taken`: these name that mail only,
    and somebody else has answered it.
    """
    asks, theirs = told.email.casefold(), email.casefold()
    if not asks or not theirs:
        return not told.requester or not requester or told.requester == requester
    if not begins and is_mailing(theirs, asks):
        return False
    if person_of(asks) == person_of(theirs):
        return True
    if is_near and "" != told.requester.casefold() == requester.casefold():
        return True  # from another address of theirs
    if is_taken and told.written_to == (theirs,):
        return False
    return theirs in told.written_to or (is_near and not is_root and has_written_to(told, theirs))


def is_mailing(writer: str, asks: str) -> bool:
    """Whether mails to nobody outside by `writer` are none to go on in for somebody else."""
    return is_service(writer) and house_of(writer) != (house_of(asks) or "-")


def our_houses(known: Ticket) -> set[str]:
    """The companies on our side in mails: those of the addresses that a company writes from, to
    which the requester wrote."""
    to = known.written_to
    ours = [one for one in to if is_service(one)] or (to if len(to) == 1 else ())
    return set(map(house_of, ours)) - {"", house_of(known.email)}


def goes_on_in(told: Ticket, known: Ticket) -> bool:
    """Whether mails that answer one of a conversation are of somebody who has a part in it: us, who
    was written to, a colleague of who asks, or somebody who quotes an answer in it.

    What stands before the first word of who asks may have gone to many, and joins nobody; nor does
    a first mail where none that it went to is known to be ours.
    """
    answered = [one for one in in_conversation(known.messages) if one.external_id in told.thread]
    who, house = person_of(told.email), house_of(told.email)
    if not answered or not who:
        return False
    answers = [one for one in answered if one.external_id != known.external_id]
    ours = our_houses(known)
    is_ours = house in ours or {one.role for one in told.messages} == {Role.AGENT}
    if is_ours or (who in known.addressed and (answers or ours)):
        return True
    if house and house == house_of(known.email):
        return bool(answers)
    if topic(told.subject) != known.subject:
        return False
    return any(quotes(one.text, said) for one in told.messages for said in answers)


def has_written_to(ticket: Ticket, email: str) -> bool:
    """Whether who asks in some mails wrote to an address, or to another one of its company."""
    return _is_among(email, ticket.written_to)


def has_addressed(ticket: Ticket, email: str) -> bool:
    """Whether any mail of a conversation went to an address, or to another one of its company."""
    return _is_among(email, ticket.addressed)


def _is_among(email: str, addresses: Sequence[str]) -> bool:
    house = house_of(email)
    return email.casefold() in addresses or (bool(house) and house in map(house_of, addresses))


def _who(ticket: Ticket) -> str:
    return ticket.email or ticket.requester


def host_of(url: str) -> str:
    """The address of the helpdesk that a link leads to, "" for none."""
    try:
        return urlsplit(url).netloc.casefold()
    except ValueError:
        return ""


def _writes_in(one: Ticket, other: Ticket) -> bool:
    who = {one.email.casefold(), one.requester.casefold()} - {""}
    return not who.isdisjoint(_writers(other))


def _have_a_writer(one: Ticket, other: Ticket) -> bool:
    """Whether somebody writes in both."""
    known = _writers(other) | {other.email.casefold(), other.requester.casefold()}
    return not (known - {""}).isdisjoint(_writers(one))


def _writers(ticket: Ticket) -> set[str]:
    found = (name for message in ticket.messages for name in mailbox(message.author))
    return {name.casefold() for name in found} - {""}


def _shares_words(told: Ticket, known: Ticket) -> bool:
    if not told.messages or not known.messages:
        return bool(told.subject) and told.subject == known.subject
    numbers = {one.external_id for one in known.messages} - {""}
    if any(one.external_id in numbers for one in told.messages):
        return True
    texts = [" ".join(one.text.split()) for one in known.messages]
    return any(
        one and (one.startswith(other) or other.startswith(one))
        for message in told.messages
        for one in (" ".join(message.text.split()),)
        for other in texts
        if other
    )

"""Whether what an import tells of a ticket can be about one that is stored under its number.

Helpdesks, accounts and sheets all count from 1: a number alone says nothing where the address of
who asks, or the helpdesk's, is another one.
"""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

from supportdesk_gui.tickets.importing.clipboard_roles import house_of, is_service, person_of
from supportdesk_gui.tickets.importing.people import mailbox
from supportdesk_gui.tickets.ticket import Ticket
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
    if told.guesses_requester:
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
        self._first: dict[str, str] = {}

    def own(self, ticket: Ticket) -> Ticket:
        """The ticket, without its number where that is another requester's."""
        number = ticket.external_id
        if ticket.thread or not number:
            return ticket
        who = ticket.email or ticket.requester or f"{_ABOUT}{ticket.subject}"
        first = self._first.setdefault(number, who)
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
    told: Ticket, email: str, requester: str, *, is_near: bool, is_root: bool, is_taken: bool
) -> bool:
    """Whether mails are of the conversation of who asks there, which names the same mails.

    `is_near`: one of both is an answer to a mail of the other. `is_root`: that conversation
    begins with another mail, that answers none; by a shop it is a mailing, and those who answer
    it, or are answered, have conversations of their own. `is_taken`: these name that mail only,
    and somebody else has answered it.
    """
    asks, theirs = told.email.casefold(), email.casefold()
    if not asks or not theirs:
        return not told.requester or not requester or told.requester == requester
    if is_root and is_service(theirs):
        return False
    if person_of(asks) == person_of(theirs):
        return True
    if is_near and "" != told.requester.casefold() == requester.casefold():
        return True  # from another address of theirs
    if is_taken and told.written_to == (theirs,):
        return False
    return theirs in told.written_to or (is_near and not is_root and has_written_to(told, theirs))


def has_written_to(ticket: Ticket, email: str) -> bool:
    """Whether who asks in some mails wrote to an address, or to another one of its company."""
    house = house_of(email)
    return email.casefold() in ticket.written_to or (
        bool(house) and house in map(house_of, ticket.written_to)
    )


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
    authors = {
        author.casefold() for message in other.messages for author in mailbox(message.author)
    }
    return not who.isdisjoint(authors)


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

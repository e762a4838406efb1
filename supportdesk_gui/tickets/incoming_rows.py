"""Tickets made ready for the writer, as rows of plain values.

All that Python has to do for a new ticket is done before the thread that writes has it, by the
thread or the process that reads the file.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from supportdesk_gui.tickets.status_words import Standing, standing
from supportdesk_gui.tickets.store_rows import (
    derived_values,
    identity,
    message_from,
    message_values,
    search_texts,
    sound,
    ticket_from,
    ticket_values,
)
from supportdesk_gui.tickets.ticket import Status, Ticket


class Told(NamedTuple):
    """What an export says of a ticket that is in none of its rows; as in Ticket."""

    external_id: str
    status: str
    thread: tuple[str, ...]
    written_to: tuple[str, ...]
    tells_tags: bool
    helpdesk_id: str
    addressed: tuple[str, ...]
    guesses_requester: bool
    requester_id: str
    mails: tuple[str, ...]
    own_address: str


class Incoming(NamedTuple):
    """A ticket whose texts can be stored, as the rows that are written if it is new.

    Plain values, since another process may have read them. `name` is the external id or what
    stands for it; `digest` changes with what an export says.
    """

    name: str
    digest: bytes
    columns: tuple[Any, ...]
    """TICKET_COLUMNS and DERIVED_COLUMNS."""
    messages: tuple[tuple[Any, ...], ...]
    """The position and the other MESSAGE_COLUMNS of each."""
    words: tuple[str, str]
    """Who wrote, and all other words by which it is found."""
    told: Told

    @property
    def source(self) -> str:
        """The helpdesk and view it came from."""
        return str(self.columns[0])

    @property
    def requester(self) -> str:
        """The name of who asks."""
        return str(self.columns[3])

    @property
    def email(self) -> str:
        """The address of who asks."""
        return str(self.columns[4])

    @property
    def url(self) -> str:
        """Where the helpdesk shows it."""
        return str(self.columns[5])

    @property
    def is_closed(self) -> bool:
        """Whether the helpdesk is done with it."""
        return standing(self.columns[6]) is Standing.CLOSED

    @property
    def created_at(self) -> int | None:
        """When it began, in seconds since the epoch."""
        return self.columns[11] if isinstance(self.columns[11], int) else None

    def ticket(self) -> Ticket:
        """The ticket again; few are asked for."""
        told = self.told
        return replace(
            ticket_from((0, *self.columns), tuple(message_from(row) for row in self.messages)),
            external_id=told.external_id, status=Status(told.status), thread=told.thread,
            written_to=told.written_to, tells_tags=told.tells_tags, helpdesk_id=told.helpdesk_id,
            addressed=told.addressed, guesses_requester=told.guesses_requester,
            requester_id=told.requester_id,
            mails=told.mails, own_address=told.own_address,
        )  # fmt: skip


def incoming(ticket: Ticket) -> Incoming:
    """All that Python has to do for a new ticket."""
    ticket, digest = sound(ticket)
    name = identity(ticket)
    status = (
        Status.REPLIED if standing(ticket.external_status) is Standing.CLOSED else ticket.status
    )
    return Incoming(
        name,
        digest,
        ticket_values(ticket, name, status.value) + derived_values(ticket, digest),
        tuple(message_values(ticket)),
        search_texts(ticket, name),
        Told(
            ticket.external_id, ticket.status.value, ticket.thread, ticket.written_to,
            ticket.tells_tags, ticket.helpdesk_id, ticket.addressed, ticket.guesses_requester,
            ticket.requester_id, ticket.mails, ticket.own_address,
        ),
    )  # fmt: skip

"""The table of placeholders of each ticket: one for all its requests, whatever they are for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from threading import Lock

from supportdesk_gui.assist.conversation import conversation
from supportdesk_gui.assist.privacy import Mask, PrivacyChoice
from supportdesk_gui.text.visible import visible
from supportdesk_gui.tickets.ticket import Ticket

_MOST = 48
_Key = tuple[Ticket, PrivacyChoice, frozenset[str], frozenset[str]]


class Airlock:
    """Tables by ticket, the latest ones kept. `choice` is asked each time, so that a changed
    setting holds at once. Safe to use from several threads."""

    def __init__(self, choice: Callable[[], PrivacyChoice] = PrivacyChoice) -> None:
        self._choice = choice
        self._masks: OrderedDict[_Key, Mask] = OrderedDict()
        self._lock = Lock()
        self._hidden: dict[int, frozenset[str]] = {}
        self._allowed: dict[int, frozenset[str]] = {}

    def decide(self, ticket_id: int, hidden: Iterable[str], allowed: Iterable[str]) -> None:
        """What the agent said of a ticket's doubts: hide these, send those. Until the program
        ends."""
        with self._lock:
            self._hidden[ticket_id] = self._hidden.get(ticket_id, frozenset()) | set(hidden)
            self._allowed[ticket_id] = self._allowed.get(ticket_id, frozenset()) | set(allowed)

    @property
    def choice(self) -> PrivacyChoice:
        """What the agent set."""
        return self._choice()

    def mask(self, ticket: Ticket | None, people: Iterable[str] = ()) -> Mask:
        """The table of a ticket; where a request is about none, one that knows `people` alone."""
        choice = self._choice()
        if ticket is None:
            return Mask((), people, "", choice)
        with self._lock:
            hidden = self._hidden.get(ticket.id, frozenset())
            allowed = self._allowed.get(ticket.id, frozenset())
            key = (ticket, choice, hidden, allowed)
            found = self._masks.get(key)
        if found is None:  # made without the lock: the window does not wait for a thread's
            found = ticket_mask(ticket, choice, hidden, allowed)
        with self._lock:
            found = self._masks.setdefault(key, found)
            self._masks.move_to_end(key)
            while len(self._masks) > _MOST:
                self._masks.popitem(last=False)
        return found


def ticket_mask(
    ticket: Ticket, choice: PrivacyChoice, hidden: Iterable[str] = (), allowed: Iterable[str] = ()
) -> Mask:
    """The table that a ticket's own text makes."""
    # Made visible first: what is not seen must not part a number so that it is not known.
    texts = [visible(conversation(ticket))]
    return Mask(texts, header_names(ticket), ticket.language, choice, hidden, allowed)


def header_names(ticket: Ticket) -> list[str]:
    """Who takes part, as the headers say: the requester first."""
    authors = [message.author for message in ticket.messages]
    known = [ticket.requester, *authors]
    return [name for name in [*known, ticket.email] if name]

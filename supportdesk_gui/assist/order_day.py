"""By the rules of which day a ticket is answered: those in force when its order was placed."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable

from supportdesk_gui.assist.customer_words import own_words
from supportdesk_gui.policies.document import PolicyFile
from supportdesk_gui.text.order_dates import order_dates
from supportdesk_gui.tickets.ticket import Role, Ticket

_EPOCH = datetime.date(1970, 1, 1)
_LATEST = 32_503_680_000  # the year 3000: what is beyond is no time


def order_day(ticket: Ticket, language: str, today: datetime.date) -> datetime.date | None:
    """The day of the order that the ticket is about, None where it names none, or several.

    The newest message that names one decides; `today` stands for the day of a message without.
    `language` is the customer's, for dates that are written in figures.
    """
    for message in reversed(ticket.messages):
        if message.role is Role.SYSTEM:
            continue
        written = today
        if message.sent_at is not None and 0 <= message.sent_at < _LATEST:
            written = min(today, _EPOCH + datetime.timedelta(seconds=message.sent_at))
        found = order_dates(own_words(message), written, language)
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def rules_day(
    ticket: Ticket, language: str, files: Callable[[], Iterable[PolicyFile]], today: datetime.date
) -> str:
    """The day of the order, `YYYY-MM-DD`, where other files were in force then than today.

    Empty where the rules are the same or no day is known.
    """
    day = order_day(ticket, language, today)
    if day is None:
        return ""
    then, now = day.isoformat(), today.isoformat()
    shown = (file for file in files() if file.passages and not file.internal)
    differ = any(_holds(file, then) != _holds(file, now) for file in shown)
    return then if differ else ""


def _holds(file: PolicyFile, day: str) -> bool:
    ends = file.effective_until
    return file.effective_from <= day and (not ends or day <= ends)

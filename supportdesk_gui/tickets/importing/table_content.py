"""What one table of an export holds: tickets, the messages of tickets elsewhere, or people."""

from __future__ import annotations

from collections.abc import Sequence

from supportdesk_gui.tickets.importing.report import Content
from supportdesk_gui.tickets.importing.vendors import normalised

PERSON_ID = ("id", "user id", "contact id", "requester id")
PERSON_NAME = ("name", "full name", "display name", "user name")
PERSON_EMAIL = ("email", "e mail", "email address", "primary email")
PERSON_ROLE = ("role", "type", "user type")
_AUTHOR = frozenset({"author", "author_type", "author_email", "author_id", "message_id"})
_OWN = frozenset({"id", "#", "key", "number"})


def table_content(header: Sequence[str], columns: dict[str, tuple[int, ...]]) -> Content:
    """What a table holds, by its header and by what its columns were taken for."""
    names = {normalised(name) for name in header}
    if "subject" in columns:
        return Content.TICKETS
    if names_ticket(header, columns):
        has_author = "body" in columns and columns.keys() & _AUTHOR
        return Content.MESSAGES if has_author else Content.TICKETS
    is_person = all(names & set(wanted) for wanted in (PERSON_ID, PERSON_NAME, PERSON_EMAIL))
    if is_person and "body" not in columns:
        return Content.PEOPLE
    return Content.TICKETS


def names_ticket(header: Sequence[str], columns: dict[str, tuple[int, ...]]) -> bool:
    """Whether its number is called that of a ticket, and so may be that of one in another file."""
    return any(normalised(header[place]) not in _OWN for place in columns.get("id", ()))

"""What one table of an export holds: tickets, the messages of tickets elsewhere, or people."""

from __future__ import annotations

from collections.abc import Sequence

from supportdesk_gui.tickets.importing.report import Content
from supportdesk_gui.tickets.importing.vendors import normalised

PERSON_ID = ("id", "user id", "contact id", "requester id")
PERSON_NAME = ("name", "full name", "display name", "user name")
PERSON_EMAIL = ("email", "e mail", "email address", "primary email")
PERSON_ROLE = ("role", "type", "user type")
_OF_TICKET = frozenset({"ticket id", "conversation id"})


def table_content(header: Sequence[str], columns: dict[str, tuple[int, ...]]) -> Content:
    """What a table holds, by its header and by what its columns were taken for."""
    names = {normalised(name) for name in header}
    if "subject" in columns:
        return Content.TICKETS
    if names & _OF_TICKET and "body" in columns and "message_id" in columns:
        return Content.MESSAGES
    is_person = all(names & set(wanted) for wanted in (PERSON_ID, PERSON_NAME, PERSON_EMAIL))
    if is_person and not names & _OF_TICKET and "body" not in columns:
        return Content.PEOPLE
    return Content.TICKETS

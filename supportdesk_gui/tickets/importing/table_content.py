"""What one table of an export holds: tickets, the messages of tickets elsewhere, or people."""

from __future__ import annotations

from collections.abc import Sequence

from supportdesk_gui.tickets.importing.free_text import are_sentences
from supportdesk_gui.tickets.importing.report import Content
from supportdesk_gui.tickets.importing.talks import may_name_tickets
from supportdesk_gui.tickets.importing.vendors import normalised

PERSON_ID = ("id", "user id", "contact id", "requester id")
PERSON_NAME = ("name", "full name", "display name", "user name")
PERSON_EMAIL = ("email", "e mail", "email address", "primary email")
PERSON_FIRST = ("first name", "given name")
PERSON_LAST = ("last name", "surname", "family name")
PERSON_ROLE = ("role", "type", "user type")
_OF_BUYERS = frozenset(
    ("orders", "orders count", "order count", "total orders", "total spent", "lifetime value",
     "last order", "last order date", "accepts marketing", "accepts email marketing",
     "accepts sms marketing", "address", "address1", "address 1", "default address address1",
     "city", "zip", "postcode", "postal code", "birthday", "loyalty points", "customer group")
)  # fmt: skip
_OF_PEOPLE = _OF_BUYERS | frozenset(
    ("company", "phone", "mobile", "country", "country code", "province", "state", "gender",
     "language", "locale", "tags", "note", "notes", "tax exempt", "created at", "updated at",
     "title", "salutation", *PERSON_ROLE)
)  # fmt: skip
PERSON_NAMES = _OF_PEOPLE.union(
    PERSON_ID, PERSON_NAME, PERSON_EMAIL, PERSON_FIRST, PERSON_LAST, PERSON_ROLE
)
"""What columns of lists of people are called."""
_OF_PLACES = frozenset(
    ("address", "address1", "address 1", "city", "zip", "postcode", "postal code")
)
_NOTES = frozenset({"note", "notes"})
_WHEN_SENT = frozenset(
    "date;date time;datetime;date submitted;submitted;submitted at;submitted on;submission date;"
    "timestamp;received;received at;date received".split(";")
)
"""What forms call the time of an answer, and lists of people no time of theirs."""
_AUTHOR = frozenset({"author", "author_type", "author_email", "author_id", "message_id"})
_OWN = frozenset({"id", "#", "key", "number"})


def table_content(
    header: Sequence[str], columns: dict[str, tuple[int, ...]], rows: Sequence[Sequence[str]]
) -> Content:
    """What a table holds, by its header, by what its columns were taken for, and by its first rows."""
    names = {normalised(name) for name in header}
    if _have_job_titles(header, columns, rows):
        return Content.PEOPLE
    if "subject" in columns and not _are_below_tickets(header, columns):
        return Content.TICKETS
    if names_ticket(header, columns):
        has_author = "body" in columns and columns.keys() & _AUTHOR
        return Content.MESSAGES if has_author else Content.TICKETS
    is_person = all(names & set(wanted) for wanted in (PERSON_ID, PERSON_NAME, PERSON_EMAIL))
    named_twice = {*PERSON_ID, *PERSON_EMAIL, *PERSON_FIRST, *PERSON_LAST}
    if (
        names & set(PERSON_FIRST)
        and names & set(PERSON_EMAIL)
        and names <= named_twice | _OF_PEOPLE
        and not _is_contact_form(header, rows)
    ):
        return Content.PEOPLE
    if is_person and "body" not in columns:
        return Content.PEOPLE
    return Content.TICKETS


def _have_job_titles(
    header: Sequence[str], columns: dict[str, tuple[int, ...]], rows: Sequence[Sequence[str]]
) -> bool:
    """Whether the only subject is the `Title` of people who have both names, an address and a number,
    and most have written nothing: a form on a page asks for a title too."""
    names = {normalised(name) for name in header}
    told = [normalised(header[at]) for at in columns.get("subject", ())]
    is_person = all(
        names & set(wanted) for wanted in (PERSON_ID, PERSON_FIRST, PERSON_LAST, PERSON_EMAIL)
    )
    if told != ["title"] or not is_person or not columns.keys().isdisjoint(("status", "priority")):
        return False
    if _are_questions(header, columns, rows):
        return False
    texts = [at for field in ("body", "reply", "comment") for at in columns.get(field, ())]
    written = ([row[at] if at < len(row) else "" for row in rows] for at in texts)
    return not any(map(_have_written, written))


def _are_questions(
    header: Sequence[str], columns: dict[str, tuple[int, ...]], rows: Sequence[Sequence[str]]
) -> bool:
    """Whether most titles are what people ask, or sentences in what a form has sent."""
    # For few lists, and a tenth of a second.
    from supportdesk_gui.text.introductions import IN_OWN_WORDS

    titles = [row[at] for row in rows for at in columns["subject"] if at < len(row) and row[at]]
    asked = sum(IN_OWN_WORDS.search(title) is not None for title in titles)
    is_form = any(normalised(header[at]) in _WHEN_SENT for at in columns.get("created", ()))
    return 2 * asked > len(titles) or (is_form and bool(titles) and are_sentences(titles))


def _have_written(cells: Sequence[str]) -> bool:
    """Whether nearly everybody has written something, in a few words too."""
    filled = [cell for cell in cells if cell.strip()]
    return are_sentences(cells) or 10 * len(filled) >= 9 * len(cells) > 0


def _are_below_tickets(header: Sequence[str], columns: dict[str, tuple[int, ...]]) -> bool:
    """Whether each row is a message of the ticket that it names as the one above it: a mail has a
    subject of its own."""
    above = (normalised(header[at]) for at in columns.get("id", ()))
    return {"message_id", "body"} <= columns.keys() and any(map(may_name_tickets, above))


def _is_contact_form(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether nearly everybody in a list of people has written something; a shop notes that of its
    customers itself."""
    told = [normalised(name) for name in header]
    if not _OF_BUYERS.isdisjoint({*told} - _OF_PLACES):
        return False
    notes = [place for place, name in enumerate(told) if name in _NOTES]
    return any(are_sentences(row[at] if at < len(row) else "" for row in rows) for at in notes)


def lists_buyers(header: Sequence[str]) -> bool:
    """Whether people are those of a shop, whose numbers are none of a helpdesk's."""
    return not _OF_BUYERS.isdisjoint(map(normalised, header))


def names_ticket(header: Sequence[str], columns: dict[str, tuple[int, ...]]) -> bool:
    """Whether its number is called that of a ticket, and so may be that of one in another file."""
    return any(normalised(header[place]) not in _OWN for place in columns.get("id", ()))

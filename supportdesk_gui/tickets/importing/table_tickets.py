"""Tickets out of the rows of a table, cell by cell at known places."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, timedelta, timezone, tzinfo
from functools import lru_cache

from supportdesk_gui.text.named_languages import spoken_language
from supportdesk_gui.tickets.importing.bodies import message
from supportdesk_gui.tickets.importing.comment_cells import accounts_of, comments_of, files_of
from supportdesk_gui.tickets.importing.dates import TimeReader, computer_zone
from supportdesk_gui.tickets.importing.encoded_words import decoded_words
from supportdesk_gui.tickets.importing.message_sides import role_towards
from supportdesk_gui.tickets.importing.own_exports import OWN, own_rows
from supportdesk_gui.tickets.importing.people import (
    first_mailbox,
    is_number,
    mailbox,
    role_named,
)
from supportdesk_gui.tickets.importing.report import Diagnosis, Shape
from supportdesk_gui.tickets.importing.visibility import (
    away_columns,
    says_away,
)
from supportdesk_gui.tickets.ticket import Role, Ticket
from supportdesk_gui.tickets.ticket_numbers import as_told

_TAG_MARKS = (",", ";", "|")
_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+\u2212-])(\d{1,2})(?::?(\d\d))?", re.IGNORECASE)


_RAILS_ZONES = {
    "Eastern Time (US & Canada)": "America/New_York",
    "Central Time (US & Canada)": "America/Chicago",
    "Mountain Time (US & Canada)": "America/Denver",
    "Pacific Time (US & Canada)": "America/Los_Angeles",
}


def time_zone(name: str) -> tzinfo | None:
    """A zone by its IANA name, by one that Rails gives it, or as `UTC+2` or `GMT+05:30`; None when
    it is not known on this machine."""
    from zoneinfo import ZoneInfo

    if not name or name.upper() in ("UTC", "GMT", "Z"):
        return UTC
    try:
        if offset := _OFFSET.fullmatch(name):
            ahead = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
            return timezone(ahead if offset[1] == "+" else -ahead)
        return ZoneInfo(_RAILS_ZONES.get(name, name))
    except (KeyError, ValueError, OSError):
        return None


def times_of(diagnosis: Diagnosis) -> Callable[[int], Callable[[str], int | None]]:
    """A function that gives what reads the times of the column at a place; those without a place
    are read like the first column of times."""
    day_first = True if diagnosis.day_first is None else diagnosis.day_first
    zone = time_zone(diagnosis.time_zone) if diagnosis.time_zone else computer_zone()
    most = TimeReader(zone or UTC, day_first).seconds
    others = {
        place: TimeReader(time_zone(name) or UTC, day_first).seconds
        for place, name in diagnosis.zones.items()
    }
    return lambda place: others.get(place, most)


def has_answers(columns: Mapping[str, Sequence[int]]) -> bool:
    """Whether a row is a question with its answer, of which one ticket may have several."""
    return {"body", "reply"} <= columns.keys() and "comment" not in columns


def ticket_builder(
    diagnosis: Diagnosis,
) -> Callable[
    [list[str]], Ticket | None
]:  # long: the places are looked up once, outside the loop over 100,000 rows
    """A function that makes a ticket of a row; None when nothing in the row means anything.

    It changes the row: short rows are padded and end in an empty cell, which is what the place
    -1 of a missing column finds.
    """
    place = places_of(diagnosis)
    width = len(diagnosis.header)
    times = times_of(diagnosis)
    source, rounded = diagnosis.source, diagnosis.rounded
    id_at, subject_at, body_at, reply_at = (
        place(name) for name in ("id", "subject", "body", "reply")
    )
    customer_at, email_at, agent_at = place("customer"), place("email"), place("agent")
    if diagnosis.shape is Shape.TICKET:  # who wrote the text is who asks
        customer_at = customer_at if customer_at >= 0 else place("author")
        email_at = email_at if email_at >= 0 else place("author_email")
    status_at, priority_at, channel_at = place("status"), place("priority"), place("channel")
    language_at, url_at = place("language"), place("url")
    made_at, updated_at, solved_at = (
        place(name)
        for name in ("created" if "created" in diagnosis.columns else "sent", "updated", "solved")
    )
    created_in, updated_in, solved_in = times(made_at), times(updated_at), times(solved_at)
    tags_at, comments_at, files_at = (
        diagnosis.columns.get(name, ()) for name in ("tags", "comment", "attachment")
    )
    spaced = diagnosis.vendor == "Zendesk"  # its tags hold no spaces and stand between them
    asker_at = place("requester_id")
    requester_at = asker_at if diagnosis.is_joined else -1
    accounts = accounts_of(diagnosis.header) if comments_at else ()
    away_at = _away_columns(diagnosis)
    wide = bool(comments_at) and comments_at[-1] == width - 1
    is_public = diagnosis.vendor == "Jira"

    def build(row: list[str]) -> Ticket | None:
        if len(row) < width:
            row.extend([""] * (width - len(row)))
        extra = row[width:] if wide else ()
        row.append("")
        external_id = as_told(row[id_at], rounded=rounded)
        subject, body = row[subject_at].strip(), row[body_at]
        if not (external_id or subject or body.strip()):
            return None
        customer, email = row[customer_at], row[email_at].strip()
        if requester_at >= 0 and not customer:
            customer = row[requester_at]
        if "@" in customer:
            customer, found = mailbox(first_mailbox(customer))
            email = email or found
        created, updated = created_in(row[made_at]), updated_in(row[updated_at])
        messages = []
        if body and not body.isspace():
            messages.append(
                message(
                    0, Role.REQUESTER, body, author=customer, sent_at=created,
                    attachments=files_of(row, files_at) if files_at else (),
                )
            )  # fmt: skip
        if reply_at >= 0 and row[reply_at].strip():
            at = solved_in(row[solved_at]) or updated
            messages.append(
                message(len(messages), Role.AGENT, row[reply_at], author=row[agent_at], sent_at=at)
            )
        if comments_at:
            cells = [row[at] for at in comments_at]
            asking = {customer.lower().strip(), row[asker_at].lower().strip()} - {""}
            people = {row[at].strip(): row[named].strip() for at, named in accounts}
            messages += comments_of(
                [*cells, *extra], len(messages), frozenset(asking), people, times(-1), is_public
            )
        return Ticket(
            source, external_id, decoded_words(subject) if "=?" in subject else subject, tuple(messages),
            0, decoded_words(customer).strip() if "=?" in customer else customer.strip(), email,
            row[url_at].strip(),
            _status(row, status_at, away_at) if away_at else row[status_at].strip(), row[priority_at].strip(),
            row[channel_at].strip(), spoken_language(row[language_at]) if language_at >= 0 else "",
            _tags(row, tags_at, spaced) if tags_at else (), created, updated,
            tells_tags=bool(tags_at), requester_id=asks if (asks := row[asker_at].strip()) and is_number(asks) else "",
        )  # fmt: skip

    is_asker = (
        diagnosis.shape is not Shape.TICKET or {"customer", "email"} & diagnosis.columns.keys()
    )
    if diagnosis.vendor == OWN:
        return own_rows(build, diagnosis)
    return _by_writer(build, diagnosis, is_asker=bool(is_asker))


_Builder = Callable[[list[str]], Ticket | None]


def _by_writer(build: _Builder, diagnosis: Diagnosis, *, is_asker: bool) -> _Builder:
    """`build`, where a writer who is called one of us, or whose message went out, does not ask. With
    a column of those who ask it is the way of the message that says so, to whom we wrote."""
    place = places_of(diagnosis)
    kind_at, way_at = -1 if is_asker else place("author_type"), place("direction")
    if is_asker and diagnosis.shape is not Shape.TICKET:
        return build
    way = diagnosis.header[way_at] if way_at >= 0 else ""

    def built(row: list[str]) -> Ticket | None:
        role = role_named(row[kind_at]) if -1 < kind_at < len(row) else None
        if -1 < way_at < len(row) and not role:
            role = role_towards(row[way_at], way) or role_named(row[way_at])
        ticket = build(row)
        if not ticket or not ticket.messages or role in (None, Role.REQUESTER):
            return ticket
        first = replace(ticket.messages[0], role=role)
        if is_asker:
            first = replace(first, author="")
            return replace(ticket, messages=(first, *ticket.messages[1:]))
        return replace(ticket, requester="", email="", messages=(first, *ticket.messages[1:]))

    return built if max(kind_at, way_at) >= 0 else build


def _away_columns(diagnosis: Diagnosis) -> tuple[tuple[int, str], ...]:
    taken = {place for places in diagnosis.columns.values() for place in places}
    return tuple(one for one in away_columns(diagnosis.header) if one[0] not in taken)


def _status(row: list[str], status_at: int, away_at: tuple[tuple[int, str], ...]) -> str:
    told = next((status for place, status in away_at if says_away(row[place])), "")
    return told or row[status_at].strip()


def places_of(diagnosis: Diagnosis) -> Callable[[str], int]:
    """A function that gives the first column of a field, -1 where there is none."""

    def place(name: str) -> int:
        found = diagnosis.columns.get(name, ())
        return found[0] if found else -1

    return place


def _tags(row: list[str], places: tuple[int, ...], spaced: bool) -> tuple[str, ...]:
    if len(places) == 1:
        return _tags_in(row[places[0]], spaced)
    found: dict[str, None] = {}
    for place in places:
        found.update(dict.fromkeys(_tags_in(row[place], spaced)))
    return tuple(found)


@lru_cache(maxsize=256)
def _tags_in(cell: str, spaced: bool) -> tuple[str, ...]:
    """The different tags of one cell; the same few come again and again."""
    mark = next((mark for mark in _TAG_MARKS if mark in cell), " " if spaced else None)
    parts = cell.strip("[]").split(mark) if mark else [cell]
    names = [part.strip(" \"'" if mark else None) for part in parts]
    return tuple(dict.fromkeys(name for name in names if name))

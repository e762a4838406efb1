"""What one cell of a ticket's row holds of a conversation: a comment with who wrote it, names of files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from supportdesk_gui.tickets.importing.bodies import message
from supportdesk_gui.tickets.importing.dates import TimeReader
from supportdesk_gui.tickets.importing.journals import entries_of, is_journal
from supportdesk_gui.tickets.importing.people import is_number
from supportdesk_gui.tickets.importing.vendors import normalised
from supportdesk_gui.tickets.ticket import Attachment, Message, Role, Visibility

_LISTED = re.compile(r"[;|\n]|,\s(?=\S+\.\w)|(?<=\.[a-z]{3}),")
_JIRA_DATE = re.compile(r"\s*\d")


def files_of(row: Sequence[str], places: tuple[int, ...]) -> tuple[Attachment, ...]:
    """The files that the cells at these places name."""
    names: list[str] = []
    for place in places:
        cell = row[place].strip()
        if cell:
            parts = cell.split(";")  # Jira: date;author;file name;address
            names += (
                [parts[2]]
                if len(parts) >= 4 and _JIRA_DATE.match(parts[0])
                else _LISTED.split(cell)
            )
    return tuple(Attachment(name.strip()) for name in names if name.strip())


def tells_no_author(places: Sequence[int], rows: Sequence[Sequence[str]]) -> bool:
    """Whether comments say nothing of when and by whom, and so not whether the customer sees them."""
    seconds = TimeReader().seconds
    cells = (row[at] for row in rows for at in places if at < len(row) and row[at].strip())
    return any(
        (len(parts := cell.split(";", 2)) < 3 or seconds(parts[0]) is None) and not is_journal(cell)
        for cell in cells
    )


def accounts_of(header: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """The places of the numbers of people and of their names: `Reporter Id` beside `Reporter`."""
    names = [normalised(name) for name in header]
    return tuple(
        (place, names.index(name.removesuffix(" id")))
        for place, name in enumerate(names)
        if name.endswith(" id") and name.removesuffix(" id") in names
    )


def comments_of(
    cells: Sequence[str],
    position: int,
    customers: frozenset[str],
    people: Mapping[str, str],
    seconds: Callable[[str], int | None],
    is_public: bool,
) -> Iterator[Message]:
    """Jira's comments: date, author, text; and the entries of journals. `customers` are names and the number of who asks, in
    small letters; `people` the names of the numbers in the row. Others tell no author, and are
    public if `is_public`."""
    may_be_asked = any(map(is_number, customers))
    for cell in cells:
        if not cell.strip():
            continue
        if is_journal(cell):
            for entry in entries_of(cell, seconds):
                role = Role.REQUESTER if entry.author.lower() in customers else Role.AGENT
                visible = Visibility.PUBLIC if entry.is_public else Visibility.INTERNAL
                yield message(position, role, entry.text, visible, entry.author, entry.sent_at)
                position += 1
            continue
        parts = cell.split(";", 2)
        at = seconds(parts[0]) if len(parts) == 3 else None
        author, text = (parts[1].strip(), parts[2]) if at is not None else ("", cell)
        is_strange = is_number(author) and author not in people
        own = author.lower() in customers or (is_strange and not may_be_asked)
        name = people.get(author, "" if is_strange else author)
        role = Role.REQUESTER if own else Role.AGENT  # a stranger's word is no answer of ours
        is_seen = is_public or at is not None
        visible = Visibility.PUBLIC if is_seen else Visibility.INTERNAL
        yield message(position, role, text, visible, name, at)
        position += 1

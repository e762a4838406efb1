"""Two forms of copied text that say themselves what they are: a list of tickets and a mail.

A list is lines of several cells, each with a ticket's number. A mail begins with its header:
`From: Ana <ana@mail.example>`, a date, a subject, in the languages of the common mail programs.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC

from supportdesk_gui.tickets.importing.bodies import message
from supportdesk_gui.tickets.importing.clipboard_roles import Us
from supportdesk_gui.tickets.importing.dates import TimeReader
from supportdesk_gui.tickets.importing.people import mailbox, mailbox_text
from supportdesk_gui.tickets.importing.vendors import known_names, mapped, normalised
from supportdesk_gui.tickets.ticket import PASTED, Message, Role, Ticket, Visibility

SOURCE = PASTED
_NUMBER_CELL = re.compile(r"#?\d{2,}|[A-Z][A-Z0-9]{1,9}-\d+")
_SIGN_ONLY = re.compile(r"[\W\d_]*")
_FEWEST_ROWS = 2
_LIST_FIELDS = (
    "id", "subject", "customer", "email", "status", "priority", "created", "updated"
)  # fmt: skip
_HEADERS = {
    "from": "from von de da fra från od 发件人 寄件者 寄件人 差出人",
    "date": "date sent datum gesendet fecha enviado envoyé data inviato 日期 发送时间 傳送時間 送信日時",
    "subject": "subject betreff asunto objet assunto oggetto 主题 主旨 件名",
    "other": "to an para à a cc bcc kopie copie reply-to antwort 收件人 收件者 抄送 副本 宛先",
}
_FIELD = {name: field for field, names in _HEADERS.items() for name in names.split()}
_HEADER_LINE = re.compile(r"\s*\*?([^\W\d][\w-]{0,14})\*?\s*[:：]\*?\s*(.*)")


def list_rows(text: str) -> tuple[tuple[Ticket, ...], tuple[str, ...]]:
    """The rows of a copied list, and the lines above it; nothing when the text is no list.

    Cells that no column explains and lines below a row stay with that row, as a note beside it.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    table = [[cell.strip() for cell in line.split("\t")] for line in lines]
    if len(table) > 1 and known_names([normalised(cell) for cell in table[0]]) >= 2:
        rows = _with_header(table)
        if rows:
            return rows, ()
    places = [place for place, cells in enumerate(table) if _is_row(cells)]
    if len(places) < _FEWEST_ROWS or len(places) * 2 < len(lines):
        return (), ()
    subject_at = _widest_place([table[place] for place in places])
    ends = [*places[1:], len(table)]
    rows = tuple(
        _row(table[place], subject_at, lines[place + 1 : end])
        for place, end in zip(places, ends, strict=True)
    )
    return rows, tuple(lines[: places[0]])


def _with_header(table: list[list[str]]) -> tuple[Ticket, ...]:
    _, columns = mapped(table[0])
    if "id" not in columns or "subject" not in columns:
        return ()

    def cell(cells: list[str], field: str) -> str:
        place = columns.get(field, (len(cells),))[0]
        return cells[place] if place < len(cells) else ""

    times = TimeReader(UTC, True)
    taken = {columns[field][0] for field in _LIST_FIELDS if field in columns}

    def row(cells: list[str], below: list[str]) -> Ticket:
        beside = [
            f"{table[0][place]}: {words}" if place < len(table[0]) else words
            for place, words in enumerate(cells)
            if words and place not in taken
        ]
        return Ticket(
            SOURCE,
            cell(cells, "id").lstrip("#"),
            cell(cells, "subject"),
            _beside([*beside, *below]),
            requester=mailbox(cell(cells, "customer"))[0],
            email=cell(cells, "email") or mailbox(cell(cells, "customer"))[1],
            external_status=cell(cells, "status"),
            priority=cell(cells, "priority"),
            created_at=times.seconds(cell(cells, "created")),
            updated_at=times.seconds(cell(cells, "updated")),
        )

    # A line that has neither stands below the row it belongs to.
    starts = [
        place
        for place, cells in enumerate(table)
        if place and ((cell(cells, "id") and len(cells) > 1) or place == 1)
    ]
    ends = [*starts[1:], len(table)]
    return tuple(
        row(table[place], ["\t".join(cells) for cells in table[place + 1 : end]])
        for place, end in zip(starts, ends, strict=True)
    )


def _beside(lines: list[str]) -> tuple[Message, ...]:
    """Words of a list that are no message: a note of the system, for the agent only."""
    words = "\n".join(line.strip() for line in lines if line.strip())
    return (message(0, Role.SYSTEM, words, Visibility.INTERNAL),) if words else ()


def _is_row(cells: list[str]) -> bool:
    named = any(_NUMBER_CELL.fullmatch(cell) for cell in cells)
    return named and any(not _SIGN_ONLY.fullmatch(cell) for cell in cells)


def _widest_place(table: list[list[str]]) -> int:
    """The column that holds most text over all rows: the subjects."""
    lengths: Counter[int] = Counter()
    for cells in table:
        for place, cell in enumerate(cells):
            if not _SIGN_ONLY.fullmatch(cell) and not _NUMBER_CELL.fullmatch(cell):
                lengths[place] += len(cell)
    return lengths.most_common(1)[0][0] if lengths else 0


def _row(cells: list[str], subject_at: int, below: list[str]) -> Ticket:
    number = next(cell for cell in cells if _NUMBER_CELL.fullmatch(cell))
    subject = cells[subject_at] if subject_at < len(cells) else ""
    rest = [
        cell for place, cell in enumerate(cells) if place != subject_at and cell not in {"", number}
    ]
    who = next((cell for cell in rest if not _SIGN_ONLY.fullmatch(cell)), "")
    name, email = mailbox(who)
    beside = _beside([*(cell for cell in rest if cell != who), *below])
    return Ticket(SOURCE, number.lstrip("#"), subject, beside, requester=name, email=email)


def mail_ticket(text: str, us: Us) -> Ticket | None:
    """The ticket of a copied mail with its header; None when the text has none on top."""
    told: dict[str, str] = {}
    others: list[str] = []
    lines = text.split("\n")
    at = 0
    for at, line in enumerate(lines):  # noqa: B007 - the place after the header is needed
        if not line.strip() and told:
            break
        found = _HEADER_LINE.match(line)
        field = _FIELD.get(found[1].lower()) if found else None
        if found is None or field is None or field in told:
            break
        if field == "other":
            others.append(line.strip())
        else:
            told[field] = found[2].strip()
    body = "\n".join(lines[at:]).strip()
    if "from" not in told or len(told) + len(others) < 2 or not body:
        return None
    name, email = mailbox(told["from"])
    sent_at = TimeReader(UTC, True).seconds(told.get("date", ""))
    role = Role.AGENT if us.wrote(name, email) else Role.REQUESTER
    messages: list[Message] = [
        message(0, role, body, author=mailbox_text(name, email), sent_at=sent_at)
    ]
    if role is Role.AGENT:
        name = email = ""
    if told.get("date") and sent_at is None:
        others.append(told["date"])
    if others:
        beside = message(1, Role.SYSTEM, "\n".join(others), Visibility.INTERNAL)
        messages.append(beside)
    return Ticket(
        SOURCE, "", told.get("subject", ""), tuple(messages), requester=name, email=email,
        created_at=sent_at, updated_at=sent_at,
    )  # fmt: skip

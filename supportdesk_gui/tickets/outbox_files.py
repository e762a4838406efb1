"""Approved replies as files: tables, and the requests by which helpdesks take replies.

None of the four helpdesks reads replies from a file in its own pages: what they import are tickets
and contacts. Their programming interfaces take them, and these files hold exactly those requests,
for whoever runs a script with their key.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from urllib.parse import quote

from supportdesk_gui.text.safe_html import text_to_html
from supportdesk_gui.text.spreadsheet import safe_cell
from supportdesk_gui.tickets.review_queue import Approved

_ZENDESK_AT_ONCE = 100
_ZAMMAD_LINK = re.compile(r"#ticket/zoom/(\d+)")
_COLUMNS = (
    "source", "ticket_id", "subject", "requester", "email", "language", "reply", "approved_on", "url",
)  # fmt: skip


class OutboxFile(StrEnum):
    """What an export is written as."""

    CSV = "csv"
    JSON = "json"
    ZENDESK = "zendesk"
    FRESHDESK = "freshdesk"
    ZAMMAD = "zammad"
    INTERCOM = "intercom"

    @property
    def suffix(self) -> str:
        """The end of the file's name."""
        return self.value if self in {OutboxFile.CSV, OutboxFile.JSON} else "jsonl"

    @property
    def is_requests(self) -> bool:
        """Whether a line is a request; else it is a table of all."""
        return self.suffix == "jsonl"


@dataclass(frozen=True, slots=True)
class Written:
    """A file's content, and the tickets whose replies are in it. Requests leave out `elsewhere`
    many of other helpdesks, and `unnumbered` many without the number that the helpdesk asks for."""

    content: bytes
    ids: tuple[int, ...]
    elsewhere: int = 0
    unnumbered: int = 0


def written(replies: Sequence[Approved], kind: OutboxFile) -> Written:
    """The replies as a file of that kind; requests only those of that helpdesk's
    tickets: the same number is another customer's in another one."""
    if kind is OutboxFile.CSV:
        return Written(_csv(replies), tuple(one.ticket_id for one in replies))
    if kind is OutboxFile.JSON:
        rows = [dict(zip(_COLUMNS, _row(one), strict=True)) for one in replies]
        text = json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
        return Written(text.encode(), tuple(one.ticket_id for one in replies))
    own = [one for one in replies if _is_of(one, kind)]
    numbered = [one for one in own if _name_in(one, kind)]
    lines = [json.dumps(one, ensure_ascii=False) + "\n" for one in _REQUESTS[kind](numbered)]
    return Written(
        "".join(lines).encode(), tuple(one.ticket_id for one in numbered),
        len(replies) - len(own), len(own) - len(numbered),
    )  # fmt: skip


def _is_of(one: Approved, kind: OutboxFile) -> bool:
    return one.source.casefold().split()[:1] == [kind.value]


def _name_in(one: Approved, kind: OutboxFile) -> str:
    """What a helpdesk's interface knows a ticket by; empty where that is not known."""
    return _zammad_id(one) if kind is OutboxFile.ZAMMAD else one.external_id


def _zammad_id(one: Approved) -> str:
    """Zammad's own id, which its interface's exports and its links have, and its tables have not."""
    link = _ZAMMAD_LINK.search(one.url)
    return one.helpdesk_id or (link.group(1) if link else "")


def _csv(replies: Sequence[Approved]) -> bytes:
    """With a byte order mark: without it Excel takes UTF-8 for something else."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_ALL)
    writer.writerow(_COLUMNS)
    for one in replies:
        writer.writerow([safe_cell(cell) for cell in _row(one)])
    return b"\xef\xbb\xbf" + file.getvalue().encode()


def _row(one: Approved) -> tuple[str, ...]:
    at = datetime.fromtimestamp(one.at, UTC).date().isoformat()  # the hour would tell the pace
    return (
        one.source, one.external_id, one.subject, one.requester, one.email, one.language, one.text, at,
        one.url,
    )  # fmt: skip


_Request = dict[str, object]


def _zendesk(replies: Sequence[Approved]) -> Iterator[_Request]:
    """Update Many Tickets, batch form, at most 100 tickets a request.

    Source: https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#update-many-tickets
    """
    for at in range(0, len(replies), _ZENDESK_AT_ONCE):
        tickets = [
            {
                "id": _number(one.external_id),
                "comment": {"html_body": text_to_html(one.text), "public": True},
            }
            for one in replies[at : at + _ZENDESK_AT_ONCE]
        ]
        yield {"method": "PUT", "path": "/api/v2/tickets/update_many.json",
               "body": {"tickets": tickets}}  # fmt: skip


def _freshdesk(replies: Sequence[Approved]) -> Iterator[_Request]:
    """Create a Reply, one ticket a request.

    Source: https://developers.freshdesk.com/api/#reply_ticket
    """
    for one in replies:
        yield {"method": "POST", "path": f"/api/v2/tickets/{_in_path(one)}/reply",
               "body": {"body": text_to_html(one.text)}}  # fmt: skip


def _zammad(replies: Sequence[Approved]) -> Iterator[_Request]:
    """Create an article. `ticket_id` is Zammad's own id, which its exports call id; by the number
    of a ticket, which is another one, an article cannot be created.

    Source: https://docs.zammad.org/en/latest/api/ticket/articles.html
    """
    for one in replies:
        yield {
            "method": "POST", "path": "/api/v1/ticket_articles",
            "body": {
                "ticket_id": _number(_zammad_id(one)), "to": one.email, "subject": one.subject,
                "body": text_to_html(one.text), "content_type": "text/html", "type": "email",
                "internal": False, "sender": "Agent",
            },
        }  # fmt: skip


def _intercom(replies: Sequence[Approved]) -> Iterator[_Request]:
    """Reply to a conversation as an admin. `admin_id` is not known here and stays to be filled in.

    Source: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations/replyconversation
    """
    for one in replies:
        yield {
            "method": "POST", "path": f"/conversations/{_in_path(one)}/reply",
            "body": {"message_type": "comment", "type": "admin", "admin_id": "",
                     "body": text_to_html(one.text)},
        }  # fmt: skip


def _in_path(one: Approved) -> str:
    """A number as one step of a path, whatever a file had in its place."""
    return quote(one.external_id, safe="")


def _number(name: str) -> int | str:
    """A number where it is one, without a leading zero that would be lost."""
    return int(name) if name.isascii() and name.isdigit() and str(int(name)) == name else name


_REQUESTS: dict[OutboxFile, Callable[[Sequence[Approved]], Iterator[_Request]]] = {
    OutboxFile.ZENDESK: _zendesk,
    OutboxFile.FRESHDESK: _freshdesk,
    OutboxFile.ZAMMAD: _zammad,
    OutboxFile.INTERCOM: _intercom,
}

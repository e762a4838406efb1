"""Exports in several files: each comment comes to its ticket, whatever the columns are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.doctor import Part, RejectedRow, examine_all, read_tickets
from supportdesk_gui.tickets.ticket import Ticket

_TICKETS = (
    "id,subject,status,requester_email,created_at\n"
    "1,Lamp,open,ana@mail.example,2026-11-01T09:00:00Z\n"
    "2,Shade,open,bo@mail.example,2026-11-01T09:00:00Z\n"
)
_USERS = "id,name,email,role\n9,Ana,ana@mail.example,end-user\n4,Jo,jo@shop.example,agent\n"
_BY_ADDRESS = (
    "1,jo@shop.example,Good morning,2026-11-01T08:00:00Z\n"
    "1,ana@mail.example,it is broken,2026-11-01T10:00:00Z\n"
    "1,jo@shop.example,sorry for that,2026-11-01T11:00:00Z\n"
    "2,bo@mail.example,cracked,2026-11-01T11:00:00Z\n"
)
_TOLD = [
    ("1", "agent: Good morning / requester: it is broken / agent: sorry for that"),
    ("2", "requester: cracked"),
]


def _read(room: Path, **files: str) -> tuple[list[Ticket], list[RejectedRow]]:
    for name, text in files.items():
        (room / f"{name}.csv").write_text(text)
    found, failures = examine_all([Part(room / f"{name}.csv", name) for name in files])
    assert not failures
    items = [item for one in found for item in read_tickets(one)]
    return (
        [item for item in items if isinstance(item, Ticket)],
        [item for item in items if isinstance(item, RejectedRow)],
    )


def _told(tickets: list[Ticket]) -> list[tuple[str, str]]:
    return [
        (one.external_id, " / ".join(f"{said.role}: {said.text}" for said in one.messages))
        for one in tickets
    ]


@pytest.mark.parametrize("with_users", [False, True])
@pytest.mark.parametrize(
    "header", ["ticket_id,author_email,body,created_at", "Ticket ID,Email,Comment,Date"]
)
def test_comments_without_a_number_of_their_own_are_those_of_their_ticket(
    tmp_path: Path, header: str, with_users: bool
) -> None:
    files = {"tickets": _TICKETS, "comments": f"{header}\n{_BY_ADDRESS}"}
    tickets, rejected = _read(tmp_path, **files, **({"users": _USERS} if with_users else {}))
    assert _told(tickets) == _TOLD
    assert not rejected
    assert [one.subject for one in tickets] == ["Lamp", "Shade"]
    if with_users:
        assert (tickets[0].requester, tickets[0].messages[0].author) == ("Ana", "Jo")


def test_comments_by_themselves_are_tickets(tmp_path: Path) -> None:
    comments = "ticket_id,author_email,body,created_at\n" + _BY_ADDRESS.split("\n", 1)[1]
    tickets, _ = _read(tmp_path, comments=comments)
    assert _told(tickets) == [(_TOLD[0][0], _TOLD[0][1].partition(" / ")[2]), _TOLD[1]]
    assert tickets[0].email == "ana@mail.example"


def test_a_ticket_that_is_listed_twice_keeps_its_comments(tmp_path: Path) -> None:
    again = _TICKETS + "1,Lamp,closed,ana@mail.example,2026-11-01T09:00:00Z\n"
    comments = f"ticket_id,author_email,body,created_at\n{_BY_ADDRESS}"
    tickets, rejected = _read(tmp_path, tickets=again, comments=comments)
    assert _told(tickets) == [*_TOLD, _TOLD[0]]
    assert not rejected


def test_conversations_of_other_tickets_are_tickets_too(tmp_path: Path) -> None:
    other = _BY_ADDRESS.replace("1,", "A-1,").replace("2,", "A-2,")
    tickets, rejected = _read(
        tmp_path, tickets=_TICKETS, chats=f"conversation_id,author_email,body,created_at\n{other}"
    )
    assert [one.external_id for one in tickets] == ["1", "2", "A-1", "A-2"]
    assert [len(one.messages) for one in tickets] == [0, 0, 3, 1]
    assert not rejected

"""Exports in several files: each comment comes to its ticket, whatever the columns are called."""

from __future__ import annotations

import json
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
    return _read_files(room, {f"{name}.csv": text for name, text in files.items()})


def _read_files(room: Path, files: dict[str, str]) -> tuple[list[Ticket], list[RejectedRow]]:
    for name, text in files.items():
        (room / name).parent.mkdir(exist_ok=True)
        (room / name).write_text(text)
    found, failures = examine_all([Part(room / name, name) for name in files])
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


def _comment(number: int, author: int, text: str, **more: object) -> dict[str, object]:
    at = f"2026-11-01T{9 + number:02}:00:00Z"
    return {
        "id": number,
        "author_id": author,
        "body": text,
        "public": True,
        "created_at": at,
        **more,
    }


_LAMP, _SHADE = (
    {"comments": [_comment(1, 11, "my lamp broke"), _comment(2, 90, "send a photo")]},
    {"comments": [_comment(3, 12, "my shade is late"), _comment(4, 13, "mine too")]},
)
_PEOPLE = {"users": [
    {"id": 11, "name": "Ana", "email": "ana@mail.example", "role": "end-user"},
    {"id": 12, "name": "Zoe", "email": "zoe@mail.example", "role": "end-user"},
    {"id": 13, "name": "Cy", "email": "cy@mail.example", "role": "end-user"},
    {"id": 90, "name": "Bob", "email": "bob@shop.example", "role": "agent"},
]}  # fmt: skip


def _lamp(number: int, requester: int, **more: object) -> dict[str, object]:
    return {"id": number, "subject": f"S{number}", "requester_id": requester, "submitter_id": 90,
            "assignee_id": 90, "status": "open", **more}  # fmt: skip


@pytest.mark.parametrize("with_users", ["no", "beside", "inside"])
@pytest.mark.parametrize("name", ["{}.json", "ticket-{}-comments.json", "{}/comments.json"])
def test_comments_of_an_interface_belong_to_the_ticket_their_file_is_called_by(
    tmp_path: Path, name: str, with_users: str
) -> None:
    more = _PEOPLE if with_users == "inside" else {}
    files = {name.format(7): {**_LAMP, **more}, name.format(8): {**_SHADE, **more}}
    files |= {"users.json": _PEOPLE} if with_users == "beside" else {}
    texts = {name: json.dumps(value) for name, value in files.items()}
    tickets, rejected = _read_files(tmp_path, texts)
    is_known = with_users != "no"  # else their words are neither a customer's nor ours
    assert _told(tickets) == [
        ("7", f"requester: my lamp broke / {'agent' if is_known else 'system'}: send a photo"),
        ("8", f"requester: my shade is late / {'requester' if is_known else 'system'}: mine too"),
    ]
    assert [one.waits_for_us() for one in tickets] == [not is_known, True]
    assert not rejected
    names = [(one.source, one.requester, one.messages[1].author) for one in tickets]
    known = [("Zendesk", "Ana", "Bob"), ("Zendesk", "Zoe", "Cy")]
    assert names == ([("Zendesk", "", "")] * 2 if with_users == "no" else known)


def test_a_page_of_comments_is_called_by_no_ticket(tmp_path: Path) -> None:
    texts = {f"comments-{at}.json": json.dumps(one) for at, one in enumerate((_LAMP, _SHADE), 1)}
    tickets, _ = _read_files(tmp_path, texts)
    assert [(one.external_id, len(one.messages)) for one in tickets] == [("", 2), ("", 2)]


def test_comments_beside_tickets_find_theirs_by_the_name_of_their_file(tmp_path: Path) -> None:
    tickets = {"tickets": [_lamp(7, 11), _lamp(8, 12)]}
    files = {"tickets.json": tickets, "7.json": _LAMP, "8.json": _SHADE, "users.json": _PEOPLE}
    found, rejected = _read_files(tmp_path, {name: json.dumps(one) for name, one in files.items()})
    assert [(one.external_id, one.requester, one.waits_for_us()) for one in found] == [
        ("7", "Ana", False), ("8", "Zoe", True),
    ]  # fmt: skip
    assert not rejected


def test_people_in_the_same_file_say_who_wrote(tmp_path: Path) -> None:
    comments = [_comment(1, 90, "called us"), _comment(2, 13, "I am in copy")]
    pages = {
        f"page{at}.json": json.dumps({"tickets": [_lamp(at, 11, comments=comments)], **_PEOPLE})
        for at in (1, 2)
    }
    found, _ = _read_files(tmp_path, pages)
    assert _told(found) == [
        (str(at), "agent: called us / requester: I am in copy") for at in (1, 2)
    ]
    assert [(one.requester, one.email) for one in found] == [("Ana", "ana@mail.example")] * 2


def test_slices_of_the_tickets_share_the_comments_and_the_people(tmp_path: Path) -> None:
    lines = _TICKETS.splitlines()
    comments = f"ticket_id,author_email,body,created_at\n{_BY_ADDRESS}"
    tables = {
        "tickets-1": f"{lines[0]}\n{lines[1]}\n", "tickets-2": f"{lines[0]}\n{lines[2]}\n",
        "comments-1": comments.rpartition("2,bo")[0],
        "comments-2": "ticket_id,author_email,body,created_at\n" + _BY_ADDRESS.splitlines()[-1],
        "users": _USERS,
    }  # fmt: skip
    found, rejected = _read(tmp_path, **tables)
    assert _told(found) == _TOLD
    assert not rejected and found[0].requester == "Ana"
    two = {f"tickets{at}.json": {"tickets": [_lamp(at, who)]} for at, who in ((7, 11), (8, 12))}
    every = [_comment(1, 11, "lamp", ticket_id=7), _comment(2, 12, "shade", ticket_id=8)]
    files = {**two, "comments.json": {"comments": every}, "users.json": _PEOPLE}
    found, rejected = _read_files(tmp_path, {name: json.dumps(one) for name, one in files.items()})
    assert _told(found) == [("7", "requester: lamp"), ("8", "requester: shade")]
    assert [one.messages[0].author for one in found] == ["Ana", "Zoe"] and not rejected


def test_each_folder_of_an_export_keeps_its_comments(tmp_path: Path) -> None:
    comments = "ticket_id,author_email,body,created_at\n1,{},hello,2026-11-01T10:00:00Z\n"
    other = _TICKETS.replace("Lamp", "Shoes").replace("ana@", "zoe@").replace("status", "state")
    found, rejected = _read_files(tmp_path, {
        "a/tickets.csv": _TICKETS, "a/comments.csv": comments.format("ana@mail.example"),
        "b/tickets.csv": other, "b/comments.csv": comments.format("zoe@mail.example"),
    })  # fmt: skip
    told = [(one.subject, one.messages[0].author) for one in found if one.messages]
    assert told == [("Lamp", "ana@mail.example"), ("Shoes", "zoe@mail.example")]
    assert not rejected

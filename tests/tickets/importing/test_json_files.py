"""JSON exports: arrays, objects with an array, one ticket a line, and what breaks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.doctor import examine, read_tickets
from supportdesk_gui.tickets.importing.report import (
    Advice,
    ImportFailure,
    RejectedRow,
    RejectReason,
)
from supportdesk_gui.tickets.ticket import Role, Ticket, Visibility


def _read(path: Path) -> tuple[list[Ticket], list[RejectedRow]]:
    items = list(read_tickets(examine(path)))
    return (
        [item for item in items if isinstance(item, Ticket)],
        [item for item in items if isinstance(item, RejectedRow)],
    )


def _file(folder: Path, text: str, name: str = "export.json") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


ZENDESK = {
    "id": 10482,
    "subject": "Parcel",
    "description": "Where is it?",
    "requester_id": 7,
    "via": {"channel": "email"},
    "raw_subject": "Parcel",
    "status": "open",
    "created_at": "2026-11-03T10:00:00Z",
    "comments": [
        {
            "id": 1,
            "author_id": 7,
            "plain_body": "Where is it?",
            "public": True,
            "created_at": "2026-11-03T10:00:00Z",
        },
        {
            "id": 2,
            "author_id": 9,
            "html_body": "<p>Soon.</p>",
            "public": True,
            "created_at": "2026-11-03T11:00:00Z",
        },
        {
            "id": 3,
            "author_id": 9,
            "plain_body": "call carrier",
            "public": False,
            "created_at": "2026-11-03T11:05:00Z",
        },
    ],
}


def test_zendesk_comments_have_roles_and_visibility(tmp_path: Path) -> None:
    tickets, rejected = _read(_file(tmp_path, json.dumps({"tickets": [ZENDESK]})))
    assert not rejected
    ticket = tickets[0]
    assert (ticket.source, ticket.external_id) == ("Zendesk", "10482")
    assert [part.role for part in ticket.messages] == [Role.REQUESTER, Role.AGENT, Role.AGENT]
    assert [part.text for part in ticket.messages] == ["Where is it?", "Soon.", "call carrier"]
    assert ticket.messages[2].visibility is Visibility.INTERNAL


def test_one_ticket_a_line_and_a_broken_line_between(tmp_path: Path) -> None:
    lines = [json.dumps(ZENDESK), '{"id": 2, "subject": ', json.dumps({**ZENDESK, "id": 3})]
    tickets, rejected = _read(_file(tmp_path, "\n".join(lines) + "\n", "export.jsonl"))
    assert [ticket.external_id for ticket in tickets] == ["10482", "3"]
    assert [(row.line, row.reason) for row in rejected] == [(2, RejectReason.NOT_JSON)]


@pytest.mark.parametrize("behind", ["", "\nend of the export"])
def test_objects_one_after_the_other_as_jq_writes_them(tmp_path: Path, behind: str) -> None:
    objects = [ZENDESK, {**ZENDESK, "id": 2}, {**ZENDESK, "id": 3}]
    text = "\n".join(json.dumps(one, indent=2) for one in objects) + behind
    tickets, rejected = _read(_file(tmp_path, text))
    assert sorted(ticket.external_id for ticket in tickets) == ["10482", "2", "3"]
    assert [len(ticket.messages) for ticket in tickets] == [3, 3, 3]
    assert len(rejected) == bool(behind)


def test_pages_of_an_interface_one_after_the_other(tmp_path: Path) -> None:
    pages = [
        {"tickets": [ZENDESK, {**ZENDESK, "id": 2}], "next_page": "…"},
        {"tickets": [{**ZENDESK, "id": 3}], "next_page": None},
    ]
    tickets, rejected = _read(
        _file(tmp_path, "\n".join(json.dumps(one, indent=2) for one in pages))
    )
    assert [ticket.external_id for ticket in tickets] == ["10482", "2", "3"]
    assert rejected == []


def test_a_half_written_file_keeps_what_stands_before_the_break(tmp_path: Path) -> None:
    whole = json.dumps([ZENDESK, {**ZENDESK, "id": 2}])
    tickets, rejected = _read(_file(tmp_path, whole[:-200]))
    assert [ticket.external_id for ticket in tickets] == ["10482"]
    assert [row.reason for row in rejected] == [RejectReason.CUT_OFF]


def test_intercom_parts(tmp_path: Path) -> None:
    conversation = {
        "id": "55",
        "source": {"type": "email", "subject": "Hi", "body": "<p>Hello <b>you</b></p>",
                   "author": {"name": "Ana", "email": "ana@mail.example", "type": "user"}},
        "conversation_parts": {"conversation_parts": [
            {"part_type": "comment", "body": "<p>Yes?</p>", "author": {"type": "admin", "name": "Sam"}, "created_at": 1793700000},
            {"part_type": "note", "body": "<p>vip</p>", "author": {"type": "admin", "name": "Sam"}, "created_at": 1793700100},
            {"part_type": "close", "body": None, "author": {"type": "admin"}},
        ]},
    }  # fmt: skip
    tickets, _ = _read(_file(tmp_path, json.dumps({"conversations": [conversation]})))
    ticket = tickets[0]
    assert (ticket.source, ticket.requester, ticket.email) == (
        "Intercom",
        "Ana",
        "ana@mail.example",
    )
    assert [(part.role, part.text) for part in ticket.messages] == [
        (Role.REQUESTER, "Hello you"),
        (Role.AGENT, "Yes?"),
        (Role.AGENT, "vip"),
    ]
    assert ticket.messages[2].visibility is Visibility.INTERNAL


@pytest.mark.parametrize("text", ["{}", "[]", "[1, 2]", '{"a": 1', "[" * 100_000, '"text"', "nul"])
def test_what_is_no_export_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ImportFailure):
        _read(_file(tmp_path, text))


def test_big_numbers_and_leading_zeros_stay_text(tmp_path: Path) -> None:
    rows = [
        {"id": "007", "subject": "a", "body": "b"},
        {"id": 12345678901234567890, "subject": "c", "body": "d"},
    ]
    tickets, _ = _read(_file(tmp_path, json.dumps(rows)))
    assert [ticket.external_id for ticket in tickets] == ["007", "12345678901234567890"]


WHEN = "2026-11-03T10:00:00Z"
VENDORS: dict[str, tuple[object, str, str]] = {
    "Help Scout": ({"_embedded": {"conversations": [{
        "id": 10, "number": 12, "subject": "Lamp", "preview": "It is", "mailboxId": 5,
        "primaryCustomer": {"email": "ana@mail.example", "first": "Ana"}, "createdAt": WHEN,
        "_embedded": {"threads": [
            {"type": "customer", "body": "It is broken", "createdAt": WHEN,
             "createdBy": {"type": "customer", "email": "ana@mail.example"}},
            {"type": "message", "body": "Sorry", "createdAt": "2026-11-03T11:00:00Z",
             "createdBy": {"type": "user", "first": "Sam"}}]}}]}}, "12", "Lamp"),
    "Chatwoot": ({"data": {"payload": [{"id": 5, "inbox_id": 1, "messages": [
        {"content": "It is broken", "message_type": 0, "created_at": 1793700000},
        {"content": "Sorry", "message_type": 1, "created_at": 1793703600}]}]}}, "5", ""),
    "Jira": ({"issues": [{"id": "10001", "key": "SD-1", "fields": {
        "summary": "Lamp", "reporter": {"displayName": "Ana"}, "description": "It is broken",
        "comment": {"comments": [{"author": {"displayName": "Sam"}, "body": "Sorry"}]},
        "created": WHEN}}]}, "SD-1", "Lamp"),
    "Zammad": ([{"id": 1, "number": "000123", "title": "Lamp", "article_count": 2, "articles": [
        {"body": "It is broken", "sender": "Customer", "from": "Ana P <ana@mail.example>", "created_at": WHEN},
        {"body": "Sorry", "sender": "Agent", "from": "Bob", "created_at": "2026-11-03T11:00:00Z"}]}],
        "000123", "Lamp"),
    "Freshdesk": ([{"helpdesk_ticket": {"id": 99, "display_id": 7, "subject": "Lamp", "status": 2,
        "status_name": "Open", "description": "It is broken", "requester_name": "Ana",
        "created_at": WHEN, "notes": [{"body": "Sorry", "private": False, "incoming": False,
                                       "created_at": "2026-11-03T11:00:00Z"}]}}], "7", "Lamp"),
    "osTicket": ([{"Ticket Number": "000123", "Subject": "Lamp", "From": "Ana", "Help Topic": "x",
                   "Date Created": "2026-11-03 10:00"}], "000123", "Lamp"),
}  # fmt: skip


@pytest.mark.parametrize("vendor", sorted(VENDORS))
def test_what_interfaces_give_is_read_however_deep_it_stands(tmp_path: Path, vendor: str) -> None:
    value, number, subject = VENDORS[vendor]
    path = tmp_path / "export.json"
    path.write_text(json.dumps(value))
    diagnosis = examine(path)
    (ticket,) = [item for item in read_tickets(diagnosis) if isinstance(item, Ticket)]
    assert (diagnosis.vendor, ticket.external_id, ticket.subject) == (vendor, number, subject)
    if vendor == "Zammad":
        assert ticket.helpdesk_id == "1", "by which its interface takes a reply"
    if diagnosis.has_message_text:
        assert [(one.role, one.text) for one in ticket.messages] == [
            (Role.REQUESTER, "It is broken"),
            (Role.AGENT, "Sorry"),
        ]
        assert {one.author for one in ticket.messages}.isdisjoint({"Customer", "Agent"})
        if vendor == "Zammad":
            assert [one.author for one in ticket.messages] == ["Ana P", "Bob"]
        if vendor == "Freshdesk":
            assert ticket.external_status == "Open" and not ticket.waits_for_us()
    else:
        assert diagnosis.advice is Advice.OSTICKET_PASTE


@pytest.mark.parametrize(
    ("name", "text", "tells"),
    [
        ("a.json", '[{"id": 1, "subject": "Lamp", "tags": []}]', True),
        ("a.json", '[{"id": 1, "subject": "Lamp", "tags": null}]', False),
        ("a.json", '[{"id": 1, "subject": "Lamp"}]', False),
        ("a.csv", "Ticket ID,Subject,Description,Tags\n1,Lamp,Broken,\n", True),
        ("a.csv", "Ticket ID,Subject,Description\n1,Lamp,Broken\n", False),
    ],
)
def test_an_export_that_lists_no_tags_says_that_there_are_none(
    tmp_path: Path, name: str, text: str, tells: bool
) -> None:
    tickets, _ = _read(_file(tmp_path, text, name))
    assert [(one.tags, one.tells_tags) for one in tickets] == [((), tells)]


def test_freshdesks_xml_holds_the_notes_of_its_tickets(tmp_path: Path) -> None:
    note = "<helpdesk-note><body>{}</body><private type='boolean'>{}</private></helpdesk-note>"
    text = (
        "<?xml version='1.0'?><helpdesk-tickets type='array'><helpdesk-ticket>"
        "<display-id type='integer'>7</display-id><subject>Lamp</subject>"
        "<description>It is broken</description><status-name>Open</status-name>"
        "<requester-name>Ana</requester-name><helpdesk-notes type='array'>"
        f"{note.format('vip', 'true')}{note.format('Sorry', 'false')}"
        "</helpdesk-notes></helpdesk-ticket></helpdesk-tickets>"
    )
    (ticket,), rejected = _read(_file(tmp_path, text, "export.xml"))
    assert not rejected
    assert (ticket.source, ticket.external_id, ticket.requester) == ("Freshdesk", "7", "Ana")
    assert [(one.text, one.visibility) for one in ticket.messages] == [
        ("It is broken", Visibility.PUBLIC), ("vip", Visibility.INTERNAL), ("Sorry", Visibility.PUBLIC),
    ]  # fmt: skip


def test_what_is_said_about_a_ticket_is_none(tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    path.write_text(json.dumps({
        "tickets": [{"id": 1, "subject": "Lamp", "description": "It is broken."}],
        "satisfaction_ratings": [{"id": 4, "ticket_id": 1, "score": "good", "comment": "nice"}],
        "surveys": [{"id": 5, "ticket_id": 1, "description": "How was it?", "status": "sent"}],
    }))  # fmt: skip
    found = [one for one in read_tickets(examine(path)) if isinstance(one, Ticket)]
    assert [(one.external_id, one.subject) for one in found] == [("1", "Lamp")]

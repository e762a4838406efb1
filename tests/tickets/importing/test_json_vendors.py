"""What chats, helpdesks and scripts write into JSON: who asks, who answers, what stays inside."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.doctor import examine, read_tickets
from supportdesk_gui.tickets.importing.report import Notice, RejectedRow
from supportdesk_gui.tickets.ticket import Message, Role, Ticket, Visibility

MS = 1767607200000
ASKS, ANSWERS, KEEPS = "Where is 5512?", "On its way", "a fraud?"
ANA = {"name": "Ana", "email": "ana@mail.example"}


def _said(message: Message) -> str:
    """`> ` before what the customer wrote, `< ` before our answers, `- ` before notes."""
    if message.visibility is Visibility.INTERNAL:
        return f"- {message.text}"
    return f"{'>' if message.role is Role.REQUESTER else '<'} {message.text}"


def _read(folder: Path, value: object) -> tuple[list[Ticket], list[RejectedRow]]:
    path = folder / "export.json"
    path.write_text(json.dumps(value))
    items = list(read_tickets(examine(path)))
    return (
        [item for item in items if isinstance(item, Ticket)],
        [item for item in items if isinstance(item, RejectedRow)],
    )


IN_TURN = [f"> {ASKS}", f"- {KEEPS}", f"< {ANSWERS}"]
CHATS: dict[str, tuple[object, str, list[str]]] = {
    "text in pieces": ({"id": 7, "messages": [
        {"from": "Ana", "from_id": "user1", "text": ["Where ", {"type": "bold", "text": "is"}, " 5512?"]},
        {"from": "Bob", "from_id": "user2", "text": ANSWERS}]}, "", [f"> {ASKS}", f"< {ANSWERS}"]),
    "people and events of a chat": ({"chats": [{"id": "P1", "users": [
        {"id": "u1", "type": "customer", **ANA}, {"id": "bob@shop", "type": "agent", "name": "Bob"}],
        "thread": {"id": "K6", "events": [
            {"id": "e0", "type": "system_message", "text": "The chat was opened", "created_at": MS},
            {"id": "e1", "type": "message", "text": ASKS, "author_id": "u1", "created_at": MS},
            {"id": "e2", "type": "message", "text": KEEPS, "author_id": "bob@shop",
             "created_at": MS + 60_000, "visibility": "agents"},
            {"id": "e3", "type": "message", "text": ANSWERS, "author_id": "bob@shop",
             "created_at": MS + 90_000, "visibility": "all"}]}}]}, "Ana", IN_TURN),
    "a date beside a clear time": ({"chats": [{"id": "M1", "visitor": ANA, "messages": [
        {"author_name": "Bob", "text": ANSWERS, "user_type": "agent",
         "date": "Mon, 01/05/26 10:00:10 am", "timestamp": 1767607210},
        {"author_name": "Ana", "text": ASKS, "timestamp": 1767607200, "user_type": "visitor"}]}]},
        "Ana", [f"> {ASKS}", f"< {ANSWERS}"]),
    "a chat told in meta": ([{"session_id": "s1", "meta": {"nickname": "Ana", "subject": "Order"},
        "messages": [{"type": "text", "from": "user", "content": ASKS, "timestamp": MS},
                     {"type": "note", "from": "operator", "content": KEEPS, "timestamp": MS + 9},
                     {"type": "text", "from": "operator", "content": ANSWERS,
                      "timestamp": MS + 9999}]}], "Ana", IN_TURN),
    "newest first, bytes for letters": ({"title": "Zo\u00c3\u00ab", "participants": [
        {"name": "Shop"}, {"name": "Zo\u00c3\u00ab"}], "messages": [
        {"sender_name": "Shop", "timestamp_ms": MS + 9999, "content": "Gr\u00c3\u00b6\u00c3\u009fe 5"},
        {"sender_name": "Zo\u00c3\u00ab", "timestamp_ms": MS, "content": ASKS}]},
        "Zoë", [f"> {ASKS}", "< Größe 5"]),
    "newest first, no roles": ([{"id": 1, "subject": "s", "comments": [
        {"author": {"name": "Bob"}, "body": ANSWERS, "created_at": "2026-01-05T10:00:00Z"},
        {"author": {"name": "Ana"}, "body": ASKS, "created_at": "2026-01-05T10:00:00Z"},
        {"author": {"name": "Ana"}, "body": "Hello", "created_at": "2026-01-05T09:00:00Z"}]}],
        "", ["> Hello", f"> {ASKS}", f"< {ANSWERS}"]),
    "one message in each": ({"conversations": [{"subject": "Order", "slug": "order-1", "author": ANA,
        "created_at": "2026-01-05T10:00:00Z", "message": {"body": ASKS, "recipients": []}}]},
        "Ana", [f"> {ASKS}"]),
    "the last message of each": ({"_results": [{"id": "cnv_1", "subject": "Order",
        "recipient": {"handle": "ana@mail.example"}, "last_message": {
            "body": ANSWERS, "is_inbound": False, "author": {"first_name": "Bob"}}}]},
        "", [f"< {ANSWERS}"]),
    "a body with its form": ({"value": [{"id": "A", "subject": "Order", "bodyPreview": "Where",
        "body": {"contentType": "text", "content": ASKS},
        "from": {"emailAddress": {"name": "Ana", "address": "ana@mail.example"}}}]},
        "Ana", [f"> {ASKS}"]),
    "names in capitals": ({"tickets": [{"TicketID": 11, "Subject": "Order", "Body": ASKS,
        "UserName": "ana", "IssueDate": "2026-01-05T10:00:00Z", "Comments": [
            {"CommentID": 2, "Body": ANSWERS, "UserName": "bob",
             "CommentDate": "2026-01-05T12:00:00Z"}]}]}, "ana", [f"> {ASKS}", f"< {ANSWERS}"]),
    "a list in capitals": ({"tickets": [{"import_id": 11, "summary": "Order", "description": ASKS,
        "created_by": 1, "Comments": [
            {"body": KEEPS, "created_by": 2, "is_public": False},
            {"body": ANSWERS, "created_by": 2, "is_public": True}]}]}, "", IN_TURN),
}  # fmt: skip


@pytest.mark.parametrize("kind", sorted(CHATS))
def test_chats_and_tickets_of_all_shapes(tmp_path: Path, kind: str) -> None:
    value, requester, said = CHATS[kind]
    (ticket,), rejected = _read(tmp_path, value)
    assert [_said(one) for one in ticket.messages] == said
    assert ticket.requester == requester and not rejected
    assert not ticket.created_at or ticket.created_at == MS // 1000
    if kind == "a chat told in meta":
        assert (ticket.external_id, ticket.subject) == ("s1", "Order")


_MARKS: list[dict[str, object]] = [
    {"for_techs_only": True}, {"threadType": "note"}, {"entry_type": "N"}, {"event": "internal_note"},
    {"action": "note"}, {"category": "internal"}, {"source": "note"}, {"role": "internal"},
    {"direction": "internal"}, {"isWhisper": True}, {"meta": {"private": True}},
    {"metadata": {"is_internal": True}}, {"properties": {"public": False}}, {"tags": ["internal"]},
    {"labels": [{"name": "Private note"}]}, {"user_type": "supervisor"}, {"type": "comment"},
    {"type": "InternalNote"}, {"audience": ["agents"]}, {"ForTechsOnly": True},
]  # fmt: skip
_NO_MARKS: list[dict[str, object]] = [
    {"type": "message"}, {"tags": ["vip"]}, {"meta": {"private": False}}, {"category": "private"},
    {"category": "Returns"}, {"entry_type": "M"}, {"metadata": {"source": "note 5"}},
]  # fmt: skip


def test_what_only_the_team_sees_is_told_in_many_ways(tmp_path: Path) -> None:
    seen = []
    for mark in (*_MARKS, *_NO_MARKS):
        who = {"name": "Bob", "role": "agent" if mark in _MARKS else "customer"}
        said = [{"author": {**ANA, "role": "customer"}, "body": ASKS, "type": "message"},
                {"author": who, "body": "the words", "type": "reply", **mark}]  # fmt: skip
        if "entry_type" in mark:
            said = [{**one, "type": "", "entry_type": one.get("entry_type", "M")} for one in said]
        (ticket,), _ = _read(tmp_path, [{"id": 1, "subject": "s", "messages": said}])
        seen.append((mark, *(one.visibility is Visibility.INTERNAL for one in ticket.messages)))
    assert seen == [
        *((one, False, True) for one in _MARKS),
        *((one, False, False) for one in _NO_MARKS),
    ]


@pytest.mark.parametrize(
    ("dates", "first", "is_sure"),
    [
        (("11/24/2025 10:00 AM", "03/04/2025 10:00 AM"), "2025-03-04", True),
        (("24/11/2025 10:00", "03/04/2025 10:00"), "2025-04-03", True),
        (("03/04/2025 10:00 AM", "03/05/2025 10:00 AM"), "2025-03-04", False),
        (("2025-11-24", "03/04/2025 10:00"), "2025-04-03", False),
    ],
)
def test_dates_are_read_by_those_that_can_be_read_in_one_way(
    tmp_path: Path, dates: tuple[str, str], first: str, is_sure: bool
) -> None:
    tickets = [{"id": n, "body": "a b", "created_at": date} for n, date in enumerate(dates)]
    said = [{"ticket_id": 1, "body": "x y", "date": date} for date in dates]
    for name, value in {"tickets": tickets, "said": said}.items():
        path = tmp_path / f"{name}.json"
        path.write_text(json.dumps(value))
        found = examine(path)
        read = [item for item in read_tickets(found) if isinstance(item, Ticket)]
        days = sorted(one.sent_at or 0 for item in read for one in item.messages)
        assert str(datetime.fromtimestamp(days[0], UTC).date()) == first
        assert (Notice.UNSURE_DATE_ORDER in found.notices) is not is_sure


def test_tables_saved_by_columns_and_by_databases(tmp_path: Path) -> None:
    rows = [{"id": n, "subject": f"Order {n}", "description": f"Where is {n}?"} for n in (11, 12)]
    for value in (
        {key: {str(place): row[key] for place, row in enumerate(rows)} for key in rows[0]},
        [{"type": "header", "version": "5.2", "comment": "Export to JSON"},
         {"type": "database", "name": "shop"},
         {"type": "table", "name": "tickets", "database": "shop", "data": rows},
         {"type": "table", "name": "users", "database": "shop", "data": [{"id": 1, **ANA}]}],
    ):  # fmt: skip
        tickets, rejected = _read(tmp_path, value)
        assert [(one.external_id, one.messages[0].text) for one in tickets] == [
            ("11", "Where is 11?"), ("12", "Where is 12?")
        ]  # fmt: skip
        assert not rejected
    left = {"11": {"0": "a"}, "subject": "Order", "description": ASKS}
    assert len(_read(tmp_path, left)[0]) == 1


@pytest.mark.parametrize(
    ("ticket", "status"),
    [
        ({"properties": {"subject": "s", "hs_pipeline_stage": "4"}, "archived": False}, "closed"),
        ({"properties": {"subject": "s", "hs_pipeline_stage": "8123"}}, "8123"),
        ({"responder_id": 3, "status": 6}, "waiting on customer"),
        ({"state_id": 4, "group_id": 1, "customer_id": 2}, "closed"),
        ({"slug": "s", "status": 2, "tag_list": [], "message": {"body": ASKS}}, "resolved"),
        ({"status": 2}, "2"),
        ({"state_id": 4}, "4"),
        ({"status": {"id": 5, "label": "Closed"}}, "Closed"),
    ],
)
def test_numbers_for_a_status(tmp_path: Path, ticket: dict[str, object], status: str) -> None:
    (found,), _ = _read(tmp_path, [{"id": 1, "subject": "s", **ticket}])
    assert found.external_status == status


_BOB = {"name": "Bob", "email": "bob@shop.example"}
ALONE: dict[str, tuple[object, str]] = {
    "threads of a helpdesk": ({"results": [
        {"id": "m1", "conversationsThreadId": "t1", "type": "MESSAGE", "direction": "INCOMING",
         "text": ASKS, "createdAt": "2026-01-05T10:00:00Z", "senders": [{"actorId": "V-1",
         "name": "Ana", "deliveryIdentifier": {"type": "MAIL", "value": "ana@mail.example"}}]},
        {"id": "m2", "conversationsThreadId": "t1", "type": "COMMENT", "text": KEEPS,
         "createdAt": "2026-01-05T10:10:00Z", "senders": [{"actorId": "A-1", "name": "Bob"}]},
        {"id": "m3", "conversationsThreadId": "t1", "type": "MESSAGE", "direction": "OUTGOING",
         "text": ANSWERS, "subject": "Re: Order", "createdAt": "2026-01-05T10:20:00Z",
         "senders": [{"actorId": "A-1", "name": "Bob"}]}]}, "t1"),
    "one conversation without a number": ({"_results": [
        {"id": "msg_3", "is_inbound": False, "text": ANSWERS, "author": _BOB, "created_at": 1767610802},
        {"id": "msg_2", "is_inbound": False, "private": True, "text": KEEPS, "author": _BOB, "created_at": 1767610801},
        {"id": "msg_1", "is_inbound": True, "text": ASKS, "created_at": 1767607200,
         "recipients": [{"handle": "ana@mail.example", "role": "from"}]}]}, ""),
    "entries with a content": ([
        {"content": {"type": "EMAIL", "subject": "Order", "body": ASKS, "from": "ana@mail.example"},
         "conversationId": "c1", "id": "i1", "initiator": {"id": "u1", "type": "CUSTOMER"}},
        {"content": {"type": "CONVERSATION_NOTE", "body": KEEPS}, "conversationId": "c1", "id": "i2",
         "initiator": {"id": "a1", "type": "AGENT"}},
        {"content": {"type": "CHAT", "body": ANSWERS}, "conversationId": "c1", "id": "i3",
         "initiator": {"id": "a1", "type": "AGENT"}}], "c1"),
    "articles beside tickets": ({"tickets": [{"id": 1, "title": "Order", "customer": "ana@mail.example"}],
        "articles": [
        {"id": 11, "ticket_id": 1, "sender": "Customer", "from": "Ana", "subject": "Order", "body": ASKS, "internal": False},
        {"id": 12, "ticket_id": 1, "sender": "Agent", "from": "Bob", "subject": "", "body": KEEPS, "internal": True},
        {"id": 13, "ticket_id": 1, "sender": "Agent", "from": "Bob", "body": ANSWERS, "internal": False}]}, "1"),
    "objects by their kind": ({"tickets": [1], "assets": {
        "Ticket": {"1": {"id": 1, "number": "24001", "title": "Order", "customer_id": 5}},
        "TicketArticle": {str(n): {"id": n, "ticket_id": 1, "type_id": 1, "body": text, "internal": n == 12,
            "sender_id": who} for n, text, who in ((11, ASKS, 2), (12, KEEPS, 1), (13, ANSWERS, 1))},
        "User": {"5": {"id": 5, "firstname": "Ana", "lastname": "", "email": "ana@mail.example",
                       "login": "ana7"}}}}, "1"),
}  # fmt: skip


@pytest.mark.parametrize("kind", sorted(ALONE))
def test_messages_in_lists_of_their_own_find_each_other(tmp_path: Path, kind: str) -> None:
    value, number = ALONE[kind]
    (ticket,), rejected = _read(tmp_path, value)
    assert [_said(one) for one in ticket.messages] == IN_TURN
    assert (ticket.external_id, ticket.email, rejected) == (number, "ana@mail.example", [])
    assert ticket.requester in ("Ana", "")


@pytest.mark.parametrize("ending", ["json", "jsonl"])
def test_rows_with_a_message_each_are_those_of_conversations(tmp_path: Path, ending: str) -> None:
    rows = [
        {"conversation_id": number, "author": who, "role": role, "message": text,
         "customer_email": "ana@mail.example", "created_at": f"2026-03-01T1{place}:00:00Z"}
        for place, (number, who, role, text) in enumerate([
            (71, "Ana", "customer", ASKS), (72, "Lee", "customer", "Do you ship to Norway?"),
            (71, "Bob", "agent", ANSWERS)])
    ]  # fmt: skip
    path = tmp_path / f"chats.{ending}"
    path.write_text(json.dumps(rows) if ending == "json" else "\n".join(map(json.dumps, rows)))
    first, second = (one for one in read_tickets(examine(path)) if isinstance(one, Ticket))
    assert [_said(one) for one in first.messages] == [f"> {ASKS}", f"< {ANSWERS}"]
    assert [one.author for one in first.messages] == ["Ana", "Bob"]
    assert (first.external_id, first.email) == ("71", "ana@mail.example")
    assert (second.external_id, second.requester) == ("72", "Lee")


@pytest.mark.parametrize(
    "more", [{"name": "Ana", "email": "ana@mail.example"}, {"from": "Ana", "status": "open"},
             {"user": "Ana", "subject": "Order", "email": "ana@mail.example"},
             {"from": "Ana", "email": "ana@mail.example"}],
)  # fmt: skip
def test_the_message_of_a_form_is_a_ticket_with_all_that_is_told_of_it(
    tmp_path: Path, more: dict[str, str]
) -> None:
    tickets, rejected = _read(tmp_path, [{"ticket_id": n, "message": ASKS, "created_at": "2026-03-01", **more}
                                         for n in (1, 2)])  # fmt: skip
    assert [one.external_id for one in tickets] == ["1", "2"] and not rejected
    assert all(one.created_at and one.email == more.get("email", "") for one in tickets)


@pytest.mark.parametrize(
    ("key", "more"), [("activities", {}), ("events", {"id": 9}), ("list", {"action": "close"})]
)
def test_what_a_log_tells_of_a_ticket_is_no_message_of_it(
    tmp_path: Path, key: str, more: dict[str, object]
) -> None:
    rows = [{"ticket_id": n, "user_id": 4, "message": "Status changed to solved", **more}
            for n in (1, 1)]  # fmt: skip
    tickets, _ = _read(tmp_path, {"tickets": [{"id": 1, "subject": "Order", "description": ASKS}],
                                  key: rows})  # fmt: skip
    found = next(one for one in tickets if one.external_id == "1")
    assert [one.text for one in found.messages] == [ASKS]


def test_customers_that_nothing_joins_stay_apart(tmp_path: Path) -> None:
    mails = [{"id": n, "is_inbound": True, "text": f"{ASKS} {n}", "author": {"name": name}}
             for n, name in enumerate(("Ana", "Zoe"))]  # fmt: skip
    forms = [{"case_id": n, "email": f"a{n}@mail.example", "text": f"{ASKS} {n}"} for n in (1, 2)]
    for value in (mails, {"messages": mails}, forms):
        tickets, _ = _read(tmp_path, value)
        assert [one.messages[0].role for one in tickets] == [Role.REQUESTER] * 2

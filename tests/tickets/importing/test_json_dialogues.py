"""Dialogues in JSON as scripts, bots and interfaces write them, one object a conversation."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.doctor import examine, examine_all, read_tickets
from supportdesk_gui.tickets.importing.report import Diagnosis, Part
from supportdesk_gui.tickets.store_rows import identity
from supportdesk_gui.tickets.ticket import Role, Ticket, Visibility

ASKS, ANSWERS, KEEPS = "Where is my order number 5512?", "It comes on Friday", "a fraud?"
ZENDESK = {
    "id": 35436, "subject": "Lamp", "raw_subject": "Lamp", "description": ASKS, "status": "open",
    "requester_id": 5, "submitter_id": 5, "assignee_id": 7,
    "via": {"channel": "email",
            "source": {"from": {"address": "ana@mail.example", "name": "Ana"}}},
}  # fmt: skip
COMMENTS = {"comments": [
    {"id": 1, "author_id": 5, "body": ASKS, "public": True, "created_at": "2026-11-20T08:02:11Z"},
    {"id": 2, "author_id": 7, "body": ANSWERS, "public": True,
     "created_at": "2026-11-20T09:02:11Z"},
]}  # fmt: skip


def _examined(folder: Path, **files: object) -> list[Diagnosis]:
    parts = []
    for name, value in files.items():
        path = folder / f"{name}.json"
        path.write_text(json.dumps(value))
        parts.append(Part(path, path.name))
    return examine_all(parts)[0]


def _tickets(folder: Path, **files: object) -> list[Ticket]:
    return [one for found in _examined(folder, **files) for one in read_tickets(found)
            if isinstance(one, Ticket)]  # fmt: skip


def _said(ticket: Ticket) -> list[str]:
    sign = {Role.REQUESTER: ">", Role.AGENT: "<", Role.SYSTEM: "="}
    return [f"{'-' if one.visibility is Visibility.INTERNAL else sign[one.role]} {one.text}"
            for one in ticket.messages]  # fmt: skip


TURNS = {
    "conversation": [{"role": "user", "content": ASKS}, {"role": "assistant", "content": ANSWERS}],
    "turns": [{"speaker": "customer", "text": ASKS}, {"speaker": "agent", "text": ANSWERS}],
    "utterances": [{"speaker": "USER", "utterance": ASKS},
                   {"speaker": "AGENT", "utterance": ANSWERS}],
    "conversations": [{"from": "user", "value": ASKS}, {"from": "assistant", "value": ANSWERS}],
    "chat_history": [{"from": "customer", "text": ASKS}, {"from": "agent", "text": ANSWERS}],
}  # fmt: skip


@pytest.mark.parametrize("key", TURNS)
def test_objects_with_their_turns_in_a_list_are_tickets_by_their_numbers(
    tmp_path: Path, key: str
) -> None:
    exported = [{"id": f"C-{number}", "status": "open", key: TURNS[key]} for number in (1, 2)]
    tickets = _tickets(tmp_path, chats=exported)
    assert [(one.external_id, one.external_status) for one in tickets] == [
        ("C-1", "open"), ("C-2", "open"),
    ]  # fmt: skip
    assert all(_said(one) == [f"> {ASKS}", f"< {ANSWERS}"] for one in tickets)


def test_a_history_of_changes_holds_no_messages(tmp_path: Path) -> None:
    changes = [{"author": "agent", "field": "status", "value": "open"},
               {"type": "change", "author": "agent", "text": "open"}]  # fmt: skip
    ticket, = _tickets(tmp_path, case={"id": "C-1", "description": ASKS, "history": changes})  # fmt: skip
    assert _said(ticket) == [f"> {ASKS}"]


@pytest.mark.parametrize("key", ["author_role", "sender_role", "from_type", "senderRole"])
def test_the_side_of_a_writer_is_told_by_the_role_though_the_agent_writes_first(
    tmp_path: Path, key: str
) -> None:
    exported = [{"id": "C-1", "subject": "Order", "messages": [
        {"author_name": "Sam", key: "agent", "body": ANSWERS},
        {"author_name": "Ana", key: "end-user", "body": ASKS}]}]  # fmt: skip
    ticket, = _tickets(tmp_path, chats=exported)  # fmt: skip
    assert _said(ticket) == [f"< {ANSWERS}", f"> {ASKS}"]


@pytest.mark.parametrize(("role", "words"), [("system", "You are a support agent"),
                                             ("assistant", "Hi! How can we help you today?"),
                                             ("user", "Hi")])  # fmt: skip
def test_dialogues_that_begin_with_the_same_words_are_told_apart(
    tmp_path: Path, role: str, words: str
) -> None:
    asked = (ASKS, "I want a refund", "Do you ship to Spain?")
    tickets = _tickets(tmp_path, chats=[
        {"messages": [{"role": role, "content": words}, {"role": "user", "content": one},
                      {"role": "assistant", "content": "Of course"}]} for one in asked])  # fmt: skip
    assert len({identity(one) for one in tickets}) == 3


def test_one_ticket_of_an_interface_is_known_by_what_stands_in_it(tmp_path: Path) -> None:
    (diagnosis,) = _examined(tmp_path, answer={"ticket": ZENDESK})
    assert diagnosis.source == "Zendesk"
    (ticket,) = (one for one in read_tickets(diagnosis) if isinstance(one, Ticket))
    assert (ticket.external_id, ticket.requester, ticket.email) == (
        "35436", "Ana", "ana@mail.example",
    )  # fmt: skip


def test_who_passed_a_mail_on_is_not_who_asks(tmp_path: Path) -> None:
    passed = {**ZENDESK, "submitter_id": 7}
    ticket, = _tickets(tmp_path, tickets={"tickets": [passed]})  # fmt: skip
    assert (ticket.requester, ticket.email) == ("", "")


@pytest.mark.parametrize("name", ["comments_35436", "said"])
def test_a_ticket_finds_the_messages_that_an_interface_gives_beside_it(
    tmp_path: Path, name: str
) -> None:
    (ticket,) = _tickets(tmp_path, answer={"ticket": ZENDESK}, **{name: COMMENTS})
    assert ticket.external_id == "35436"
    assert _said(ticket) == [f"> {ASKS}", f"< {ANSWERS}"]


def test_messages_without_a_number_are_no_other_tickets(tmp_path: Path) -> None:
    other = {"ticket": {**ZENDESK, "id": 77, "description": "Do you ship to Spain?"}}
    tickets = _tickets(tmp_path, answer=other, comments_77=COMMENTS)
    assert [_said(one) for one in tickets if one.external_id == "77"] == [
        ["> Do you ship to Spain?"]
    ]


def test_a_photo_in_the_place_of_a_text_is_a_message(tmp_path: Path) -> None:
    ticket, = _tickets(tmp_path, chat=[{"session_id": "s1", "meta": {"nickname": "Ana"}, "messages": [
        {"type": "text", "from": "user", "content": ASKS, "timestamp": 1767607200000},
        {"type": "text", "from": "operator", "content": "A photo, please", "timestamp": 1767607260000},
        {"type": "file", "from": "user", "timestamp": 1767607320000,
         "content": {"name": "lamp.jpg", "url": "https://files.example/1", "type": "image/jpeg"}},
        {"type": "audio", "from": "user", "timestamp": 1767607380000,
         "content": {"url": "https://files.example/2/said.mp3?key=1", "duration": 4}}]}])  # fmt: skip
    assert [[file.name for file in one.attachments] for one in ticket.messages[2:]] == [
        ["lamp.jpg"], ["said.mp3"],
    ]  # fmt: skip
    assert ticket.waits_for_us()


def test_tags_of_help_scout_are_named(tmp_path: Path) -> None:
    ticket, = _tickets(tmp_path, export={"id": 1, "subject": "Lamp", "primaryCustomer": {"id": 12},
        "tags": [{"id": 1, "color": "#fff", "tag": "vip"}]})  # fmt: skip
    assert ticket.tags == ("vip",)


def test_the_numbers_of_reamaze_say_who_sees_a_message(tmp_path: Path) -> None:
    exported = {"conversations": [{"slug": "lamp", "status": 0, "tag_list": [], "subject": "Lamp",
        "author": {"name": "Ana"}, "message": {"body": ASKS}, "messages": [
            {"body": ASKS, "visibility": 0, "user": {"name": "Ana"}},
            {"body": KEEPS, "visibility": 1, "user": {"name": "Sam"}},
            {"body": ANSWERS, "visibility": 0, "user": {"name": "Sam"}}]}]}  # fmt: skip
    (diagnosis,) = _examined(tmp_path, export=exported)
    assert not diagnosis.notices
    ticket, = (one for one in read_tickets(diagnosis) if isinstance(one, Ticket))  # fmt: skip
    assert _said(ticket) == [f"> {ASKS}", f"- {KEEPS}", f"< {ANSWERS}"]


@pytest.mark.parametrize(("told", "channel", "priority"), [
    ({"responder_id": 7, "source": 1, "priority": 2}, "email", "normal"),
    ({"responder_id": 7, "source": 1, "source_name": "E-Mail", "priority": 2}, "E-Mail", "normal"),
    ({"responder_id": 7, "source": 101, "priority": 2}, "101", "normal"),
    ({"source": {"type": "conversation", "body": ASKS}, "priority": "not_priority"}, "chat", ""),
    ({"source": {"type": "email", "body": ASKS}, "priority": "priority"}, "email", "priority"),
])  # fmt: skip
def test_numbers_and_names_of_channels_are_told_in_words(
    tmp_path: Path, told: dict[str, object], channel: str, priority: str
) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps({"id": 1, "subject": "Lamp", **told}))
    ticket = next(one for one in read_tickets(examine(path)) if isinstance(one, Ticket))
    assert (ticket.channel, ticket.priority) == (channel, priority)

"""Rows of messages: which are one conversation, and on whose side each of them stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.doctor import Part, examine, examine_all, read_tickets
from supportdesk_gui.tickets.ticket import Ticket


def _told(path: Path) -> list[str]:
    return [_words(one) for one in read_tickets(examine(path)) if isinstance(one, Ticket)]


def _words(ticket: Ticket) -> str:
    said = (f"{one.role.value[0]}{one.text}" for one in ticket.messages)
    return " ".join([ticket.external_id, ticket.requester or ticket.email or "-", *said])


def _table(header: str, *rows: str) -> str:
    """Rows of `number who... text`, with a time at the end of each."""
    lines = [",".join([*row.split(), f"2026-01-05 1{at}:00"]) for at, row in enumerate(rows)]
    return "\n".join([f"Ticket ID,{header},Message,Date", *lines]) + "\n"


CASES = [
    ("From,To", ["1 help@shop.com ana@x.org shipped", "1 ana@x.org help@shop.com where", "2 zoe@y.org help@shop.com back"],
     ["1 ana@x.org ashipped rwhere", "2 zoe@y.org rback"]),
    ("From,To", ["1 bob@shop.com ana@x.org shipped", "1 ana@x.org bob@shop.com where", "2 zoe@y.org bob@shop.com back",
                 "2 bob@shop.com zoe@y.org yes"], ["1 ana@x.org ashipped rwhere", "2 zoe@y.org rback ayes"]),
    ("From,To", ["1 ana@x.org bob@shop.com where", "1 bob@shop.com ana@x.org coming", "2 ana@x.org bob@shop.com again"],
     ["1 ana@x.org rwhere acoming", "2 ana@x.org ragain"]),
    ("Customer,From", ["1 Ana Bob shipped", "1 Ana Ana where"], ["1 Ana ashipped rwhere"]),
    ("Author,Direction", ["1 Bob Out shipped", "1 Ana In where"], ["1 Ana ashipped rwhere"]),
    ("Author,Richtung", ["1 Bob Ausgehend shipped", "1 Ana Eingehend where"], ["1 Ana ashipped rwhere"]),
    ("Author,Inbound", ["1 Bob 0 shipped", "1 Ana 1 where"], ["1 Ana ashipped rwhere"]),
    ("Author,Is agent", ["1 Bob TRUE shipped", "1 Ana FALSE where"], ["1 Ana ashipped rwhere"]),
    ("Author,Author type", ["1 Bob Team_Member shipped", "1 Ana End-User where"], ["1 Ana ashipped rwhere"]),
    ("Sender", ["1 Seller shipped", "1 Buyer where", "1 Seller sorry"], ["1 - ashipped rwhere asorry"]),
    ("Sender", ["1 店小蜜01 shipped", "1 买家 where"], ["1 - ashipped rwhere"]),
    ("Name", ["1 Ana where", "1 Bob coming", "2 Zoe back", "2 Bob sure", "3 Kim hi"],
     ["1 Ana rwhere acoming", "2 Zoe rback asure", "3 Kim rhi"]),
    ("Author", ["1 Bob shipped", "1 Ana where", "2 Zoe back", "2 Bob sure", "3 Kim hi", "3 Bob ho"],
     ["1 Ana ashipped rwhere", "2 Zoe rback asure", "3 Kim rhi aho"]),
    ("Author", ["1 Ana a", "1 Bob b", "2 Ana c", "2 Eve d", "3 Ana e", "3 Tim f"],
     ["1 Ana ra ab", "2 Ana rc ad", "3 Ana re af"]),
    ("消息类型", ["1 客服消息 shipped", "1 顾客消息 where"], ["1 - ashipped rwhere"]),
    ("Author,Author type", ["1 Ana customer a", "1 Bob agent b", "1 Ana , c"], ["1 Ana ra ab rc"]),
]  # fmt: skip


@pytest.mark.parametrize(("header", "rows", "told"), CASES)
def test_who_wrote_a_row_is_told_by_all_of_them(
    tmp_path: Path, header: str, rows: list[str], told: list[str]
) -> None:
    path = tmp_path / "messages.csv"
    path.write_text(_table(header, *rows).replace(",,,", ",,"))
    assert _told(path) == told


def test_a_note_of_which_nobody_is_told_is_ours(tmp_path: Path) -> None:
    path = tmp_path / "messages.csv"
    path.write_text(
        "Ticket ID,Contact,Message,Message type,Date\n1,Ana,where,INBOUND,2026-01-05 10:00\n"
        "1,Ana,here,OUTBOUND,2026-01-05 11:00\n1,Ana,rude,NOTE,2026-01-05 12:00\n"
    )
    assert _told(path) == ["1 Ana rwhere ahere arude"]


def test_messages_of_no_conversation_have_their_ways_and_times(tmp_path: Path) -> None:
    path = tmp_path / "messages.csv"
    path.write_text(
        "Phone,Name,Direction,Message,Sent At\n1,Ana,IN,where,2026-01-05 10:00\n"
        "1,Ana,OUT,here,2026-01-05 11:00Z\n"
    )
    assert _told(path) == [" Ana rwhere", " Ana ahere"]
    (_, last) = (one for one in read_tickets(examine(path)) if isinstance(one, Ticket))
    assert last.created_at == last.messages[0].sent_at == 1767610800


def test_whom_it_is_from_may_be_a_side(tmp_path: Path) -> None:
    path = tmp_path / "chats.csv"
    rows = "s1,ana@x.org,user,text,where\ns1,ana@x.org,operator,text,here\ns1,ana@x.org,operator,note,rude\ns2,zoe@y.org,user,text,back\n"
    path.write_text(f"session_id,email,from,type,content\n{rows}")
    assert _told(path) == ["s1 ana@x.org rwhere ahere arude", "s2 zoe@y.org rback"]
    # somebody who is called so is nobody's side
    path.write_text(f"session_id,email,from,type,content\n{rows.replace('user', 'Ana User')}")
    assert len(_told(path)) == 4


def test_who_requests_asks_though_one_of_us(tmp_path: Path) -> None:
    path = tmp_path / "tickets.csv"
    path.write_text(
        "Id,Requester,Subject,Description\n1,Guest,Lamp,It is broken\n2,Support,Door,It is stuck\n"
    )
    assert _told(path) == ["1 Guest rIt is broken", "2 Support rIt is stuck"]


def test_the_newest_message_may_stand_first(tmp_path: Path) -> None:
    path = tmp_path / "messages.csv"
    path.write_text(
        "Ticket ID,Author,Message,Date\n1,Bob,coming,2026-01-05 11:00\n1,Ana,where,2026-01-05 10:00\n"
        "2,Bob,sure,2026-01-05 10:00\n2,Zoe,back,2026-01-05 10:00\n"
    )
    assert _told(path) == ["1 Ana rwhere acoming", "2 Zoe rback asure"]
    said = [{"author_name": who, "body": text, "created_at": f"2026-01-05T{hour}:00:00Z"}
            for who, text, hour in (("Bob", "coming", 11), ("Ana", "where", 10))]  # fmt: skip
    as_json = tmp_path / "messages.json"
    as_json.write_text(json.dumps({"tickets": [{"id": 1, "subject": "A", "messages": said}]}))
    assert _told(as_json) == ["1 - rwhere acoming"]


def test_json_may_name_the_sides_only(tmp_path: Path) -> None:
    path = tmp_path / "messages.json"
    said = [
        {"author": who, "body": text} for who, text in (("Shop", "shipped"), ("Buyer", "where"))
    ]
    path.write_text(json.dumps({"tickets": [{"id": 1, "subject": "A", "messages": said}]}))
    assert _told(path) == ["1 - ashipped rwhere"]


_KEYS = ("Chat ID", "Conversation #", "Case", "Zgłoszenie", "Protocolo", "会话ID", "お問い合わせ番号", "Номер тикета",
         "מספר פנייה", "Whatever")  # fmt: skip


def test_a_conversation_is_known_by_a_number_of_another_name(tmp_path: Path) -> None:
    path = tmp_path / "chats.csv"
    rows = "c1,Ana,customer,where,{0} 10:00\nc1,Bob,agent,coming,{0} 11:00\nc2,Zoe,customer,back,{0} 10:00\n"
    for key in _KEYS:
        path.write_text(f"{key},Author,Author type,Message,Date\n{rows.format('2026-01-05')}")
        assert _told(path) == ["c1 Ana rwhere acoming", "c2 Zoe rback"], key
    for name, cells in (
        ("Rating", "554"),
        ("Country", ("DE", "DE", "UK")),
        ("Issue", ("Late", "Late", "Lost")),
    ):
        lines = rows.format("2026-01-05").splitlines()
        told = [f"{cell}{line[2:]}" for cell, line in zip(cells, lines, strict=True)]
        path.write_text("\n".join([f"{name},Author,Author type,Message,Date", *told]))
        assert _told(path) == [" Ana rwhere", " - acoming", " Zoe rback"], name


def test_comments_find_their_tickets_by_such_a_number(tmp_path: Path) -> None:
    tickets, said = tmp_path / "tickets.csv", tmp_path / "comments.csv"
    tickets.write_text("id,subject,requester,status\n7,S,Ana,open\n8,T,Zoe,open\n")
    for key in ("issue_id", "ParentId", "related_ticket", "conversation"):
        said.write_text(f"id,{key},author,body\n1,7,Ana,where\n2,7,Bob,coming\n3,8,Zoe,back\n")
        ((found,), _) = examine_all([Part(path, path.name) for path in (tickets, said)])
        assert [_words(one) for one in read_tickets(found) if isinstance(one, Ticket)] == [
            "7 Ana rwhere acoming", "8 Zoe rback",
        ], key  # fmt: skip


def test_answers_may_come_behind_many_openings(tmp_path: Path) -> None:
    path = tmp_path / "chats.csv"
    openings = [f"c{n},Ana{n},where {n},2026-01-05 10:00" for n in range(230)]
    answers = [f"c{n},Bob,coming {n},2026-01-05 11:00" for n in range(230)]
    path.write_text("\n".join(["Ticket ID,Name,Message,Date", *openings, *answers]) + "\n")
    assert _told(path)[7] == "c7 Ana7 rwhere 7 acoming 7"
    again = [
        f"c{n},Zoe{n},other {n},2026-02-05 11:00" for n in range(230)
    ]  # a list that counts anew
    path.write_text("\n".join(["Ticket ID,Name,Message,Date", *openings, *again]) + "\n")
    assert _told(path)[7] == "c7 Ana7 rwhere 7"

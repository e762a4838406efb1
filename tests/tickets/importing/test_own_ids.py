"""Exports in several files whose messages name tickets by ids that people do not see."""

from __future__ import annotations

from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.doctor import (
    Notice,
    Part,
    RejectedRow,
    examine,
    examine_all,
    read_tickets,
)
from supportdesk_gui.tickets.ticket import Ticket

_LAMP, _PARCEL, _REFUND = (f"5003X00001Abc{sign}EQAZ" for sign in "DEF")
_JO, _PAT, _ANA = "0053X00000JoAgeQAA", "0053X00000PatAgQAA", "0033X00000AnaAAQAA"
_CASES = (
    "Id,CaseNumber,ContactId,ParentId,SuppliedName,SuppliedEmail,Status,Subject,Description,CreatedDate\n"
    f"{_LAMP},00001026,{_ANA},,Ana,ana@mail.example,New,Lamp,It is broken,2026-11-01T09:00:00.000Z\n"
    f"{_PARCEL},00001027,,{_LAMP},Bo,bo@mail.example,Closed,Parcel,Where is it?,2026-11-01T09:00:00.000Z\n"
    f"{_REFUND},00001028,,,Cy,cy@mail.example,New,Refund,,2026-11-01T09:00:00.000Z\n"
)
_MAILS = (
    "Id,ParentId,CreatedById,TextBody,HtmlBody,Subject,FromName,FromAddress,ToAddress,Incoming,Status,MessageDate\n"
    f"02s1,{_LAMP},{_JO},It is broken,<p>It is broken</p>,Lamp,Ana,ana@mail.example,help@shop.example,1,2,2026-11-01T09:00:00.000Z\n"
    f"02s2,{_LAMP},{_JO},We send one,<p>We send one</p>,Re: Lamp,Shop,help@shop.example,ana@mail.example,0,3,2026-11-01T10:00:00.000Z\n"
    f"02s3,{_LAMP},{_JO},,<p>Thank you</p>,Re: Lamp,Ana,ana@mail.example,help@shop.example,1,0,2026-11-01T11:00:00.000Z\n"
    f"02s4,{_REFUND},{_JO},My money,<p>My money</p>,Refund,Cy,cy@mail.example,help@shop.example,1,0,2026-11-01T11:00:00.000Z\n"
)  # fmt: skip
_COMMENTS = (
    "Id,ParentId,IsPublished,CommentBody,CreatedById,CreatedDate\n"
    f"00a1,{_LAMP},0,in stock,{_PAT},2026-11-01T12:00:00.000Z\n"
    f"00a2,{_PARCEL},1,tomorrow,{_JO},2026-11-01T13:00:00.000Z\n"
)
_PEOPLE = {
    "User": f"Id,Username,LastName,FirstName,Name,Email\n{_JO},jo,Doe,Jo,Jo Doe,jo@shop.example\n"
    f"{_PAT},pat,Poe,Pat,Pat Poe,pat@shop.example\n",
    "Contact": "Id,AccountId,LastName,FirstName,Name,Email,Title,Description\n"
    f"{_ANA},0013X1,Ruiz,Ana,Ana Ruiz,ana@mail.example,Head of Sales Europe,\n",
}
_SAID = {
    "00001026": "r+It is broken a+We send one r+Thank you",
    "00001027": "r+Where is it?",
    "00001028": "r+My money",
}


def _read(room: Path, files: dict[str, str]) -> tuple[list[Ticket], list[RejectedRow]]:
    parts = [Part(room / f"{name}.csv", f"{name}.csv") for name in files]
    for part, text in zip(parts, files.values(), strict=True):
        part.path.write_text(text)
    found, failures = examine_all(parts)
    assert not failures
    items = [item for one in found for item in read_tickets(one)]
    return (
        [item for item in items if isinstance(item, Ticket)],
        [item for item in items if isinstance(item, RejectedRow)],
    )


def _told(tickets: list[Ticket]) -> dict[str, str]:
    return {
        one.external_id: " ".join(
            f"{said.role.value[0]}{'+-'[said.visibility.value == 'internal']}{said.text}"
            for said in one.messages
        )
        for one in tickets
    }


def test_mails_of_cases_find_them_by_their_ids(tmp_path: Path) -> None:
    tickets, rejected = _read(tmp_path, {"Case": _CASES, "EmailMessage": _MAILS})
    assert _told(tickets) == _SAID and not rejected
    assert [one.helpdesk_id for one in tickets] == [_LAMP, _PARCEL, _REFUND]
    assert [one.subject for one in tickets] == ["Lamp", "Parcel", "Refund"]


@pytest.mark.parametrize("state", ["5", "Draft"])
def test_a_mail_of_a_case_that_is_a_draft_was_not_sent(tmp_path: Path, state: str) -> None:
    drafted = _MAILS.replace(
        "help@shop.example,ana@mail.example,0,3", f"help@shop.example,ana@mail.example,0,{state}"
    )
    tickets, _ = _read(tmp_path, {"Case": _CASES, "EmailMessage": drafted})
    assert _told(tickets)["00001026"] == "r+It is broken a-We send one r+Thank you"
    other = drafted.replace("FromAddress", "Colour")  # whose states are other ones: closed
    alone, _ = _read(tmp_path, {"EmailMessage": other})
    assert ("a-We send one" in _told(alone)[_LAMP]) is (state == "Draft")


def test_comments_of_cases_find_them_too_and_name_their_writers(tmp_path: Path) -> None:
    files = {"Case": _CASES, "CaseComment": _COMMENTS, "EmailMessage": _MAILS, **_PEOPLE}
    tickets, rejected = _read(tmp_path, files)
    assert not rejected
    lamp, parcel, _ = tickets
    assert _told([lamp]) == {"00001026": f"{_SAID['00001026']} a-in stock"}
    assert [lamp.messages[-1].author, parcel.messages[-1].author] == ["Pat Poe", "Jo Doe"]
    assert (lamp.requester_id, parcel.messages[-1].text) == (_ANA, "tomorrow")


def test_comments_of_cases_alone_are_one_conversation_each(tmp_path: Path) -> None:
    path = tmp_path / "CaseComment.csv"
    path.write_text(f"{_COMMENTS}00a3,{_PARCEL},1,it came,{_JO},2026-11-02T13:00:00.000Z\n")
    found = examine(path)
    assert Notice.UNKNOWN_WRITERS in found.notices
    tickets = [one for one in read_tickets(found) if isinstance(one, Ticket)]
    assert sorted((one.external_id, len(one.messages)) for one in tickets) == [
        (_LAMP, 1), (_PARCEL, 2),
    ]  # fmt: skip


@pytest.mark.parametrize("own", ["7", "8"])
def test_numbers_that_people_see_stay_those_of_messages_that_name_them(
    tmp_path: Path, own: str
) -> None:
    tickets, _ = _read(tmp_path, {
        "tickets": f"Ticket Number,Record ID,Subject,Requester\n7,{own},Lamp,Ana\n9,3,Shade,Bo\n",
        "comments": "ticket_id,author,body\n7,Ana,broken\n9,Bo,torn\n",
    })  # fmt: skip
    assert _told(tickets) == {"7": "r+broken", "9": "r+torn"}


def test_who_asks_by_name_and_number_is_known_among_the_writers(tmp_path: Path) -> None:
    tickets, _ = _read(tmp_path, {
        "tickets": "id,subject,requester,requester_id,status\n1,Lamp,Ana,77,open\n",
        "comments": "ticket_id,author_id,body,created_at\n1,90,hello,2026-11-01 10:00\n"
        "1,77,broken,2026-11-01 11:00\n",
    })  # fmt: skip
    assert _told(tickets) == {"1": "a+hello r+broken"}


def test_numbers_of_a_list_of_customers_make_none_of_them_one_of_us(tmp_path: Path) -> None:
    tickets, _ = _read(tmp_path, {
        "tickets": "Ticket ID,Subject,Description,Customer Name,Customer ID,Status\n"
        "1,Lamp,broken,Ana,77,open\n2,Shade,torn,Bo,78,open\n",
        "comments": "Ticket ID,Author ID,Body,Created\n1,901,any news?,2026-11-01 10:00\n"
        "1,990,soon,2026-11-01 11:00\n2,902,so?,2026-11-01 10:00\n2,990,sent,2026-11-01 11:00\n",
    })  # fmt: skip
    assert _told(tickets)["1"] == "r+broken r+any news? a+soon"

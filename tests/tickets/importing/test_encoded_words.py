"""Subjects and names that exports of mail systems leave as the headers of mails have them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.doctor import examine, read_tickets
from supportdesk_gui.tickets.ticket import Ticket

SUBJECT, NAME = "=?UTF-8?B?5Zyw5Z2A6Zeu6aKY?= 1", "=?iso-8859-1?Q?J=F6rg_M=FCller?="

TABLE = (
    "Ticket ID,Subject,From,Description,Status\n1,Plain = ?,Ana <a@x.example>,Hello,open\n"
    f"2,{SUBJECT},{NAME} <j@x.example>,It broke,open\n"
)
MESSAGES = (
    "Message-ID,Thread,Date,From,To,Subject,Body\n"
    f'<1@x>,2,2024-03-05 10:00:00,"{NAME} <j@x.example>",s@shop.example,{SUBJECT},It broke\n'
    f"<2@x>,2,2024-03-05 11:00:00,s@shop.example,j@x.example,Re: {SUBJECT},Sorry for that\n"
)
OBJECTS = json.dumps(
    [
        {"id": 1, "subject": "Plain = ?", "description": "Hello", "requester": {"name": "Ana"}},
        {"id": 2, "subject": SUBJECT, "description": "It broke", "requester": {"name": NAME}},
    ]
)


@pytest.mark.parametrize(
    ("name", "text"), [("a.csv", TABLE), ("messages.csv", MESSAGES), ("a.json", OBJECTS)]
)
def test_words_of_other_letters_are_decoded(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    found = [one for one in read_tickets(examine(tmp_path / name)) if isinstance(one, Ticket)]
    assert [one.subject for one in found if one.external_id != "2"] in ([], ["Plain = ?"])
    told = next(one for one in found if one.external_id == "2")
    assert (told.subject, told.requester) == ("地址问题 1", "Jörg Müller")
    assert told.messages[0].author.startswith("Jörg Müller")

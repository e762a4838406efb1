"""Whose a mail is by its text, and what it answers by the number that a mail program gave it."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from pathlib import Path

from supportdesk_gui.tickets.merging import updated
from supportdesk_gui.tickets.ticket import Message, Role, Ticket
from tests.tickets.importing.test_mail_participants import said
from tests.tickets.importing.test_mail_threads import ANA, SHOP, ZOE, by, mail, together

FORM = "Form <form@shop.org>"
FILLED = "Name: Zoe\n\nE-mail: <zoe@gmail.com>\n\nMessage: Where is it?"


def _first(name: str, who: str, to: str, hour: int, more: str) -> str:
    return mail(name, who, to, hour, "", more).replace("Subject: Re: ", "Subject: ")


def test_what_a_form_sends_is_by_whom_its_fields_name(tmp_path: Path) -> None:
    for number, (sender, to, text, email) in enumerate((
        (FORM, SHOP, FILLED, "zoe@gmail.com"),
        ("no-reply@shop.org", SHOP, "姓名：王芳\n邮箱：\nzoe@gmail.com\n", "zoe@gmail.com"),
        (FORM, SHOP, f"{FILLED}\nEmail: max@b.org", "form@shop.org"),  # which of the two?
        (FORM, SHOP, "My name: is Zoe\nwrite to zoe@gmail.com", "form@shop.org"),
        (FORM, SHOP, FILLED.replace("zoe@gmail.com", "joe@shop.org"), "form@shop.org"),
        ("no-reply@dhl.example", SHOP, FILLED, "no-reply@dhl.example"),
        (ANA, SHOP, FILLED, "ana@a.org"),
    )):  # fmt: skip
        folder = tmp_path / str(number)
        folder.mkdir()
        assert [one[0] for one in together(folder, [said(mail("f1", sender, to, 10), text)])] == [
            email
        ]
    ours = said(mail("us", "no-reply@shop.org", ZOE, 10), FILLED)  # a copy of what she got
    assert together(tmp_path, [ours]) == [("zoe@gmail.com", [(Role.AGENT, FILLED)])]


def test_a_form_that_was_stored_as_the_robots_is_its_customers_when_it_comes_again() -> None:
    def form(name: str, email: str) -> Ticket:
        one = Message(0, Role.REQUESTER, FILLED, author=name, sent_at=60, external_id="f1@s")
        return Ticket("mail", "f1@s", "Form", (one,), requester=name, email=email,
                      thread=("f1@s",), written_to=("help@shop.org",))  # fmt: skip

    asked, robot = form("Zoe", "zoe@gmail.com"), form("Form", "form@shop.org")
    answer = Message(1, Role.AGENT, "Here.", author="Help", sent_at=90, external_id="a1@s")
    for before in (robot, replace(robot, messages=(*robot.messages, answer))):
        for is_older in (False, True):
            ticket = updated(asked, before, is_older=is_older)
            assert (ticket.email, ticket.requester) == ("zoe@gmail.com", "Zoe")
            assert [one.role for one in ticket.messages] == [one.role for one in before.messages]
    assert updated(robot, asked, is_older=False).waits_for_us()


def test_mails_that_gmail_or_outlook_joined_are_one_conversation(tmp_path: Path) -> None:
    index = bytes(range(22))
    first, later = (b64encode(one).decode() for one in (index, index + b"reply"))
    for asked, answered in (
        ("X-GM-THRID: 17\n", "X-GM-THRID: 17\n"),
        (f"Thread-Index: {first}\n", f"Thread-Index: {later}\n"),
    ):
        answer = mail("us", SHOP, ANA, 11, "", answered)
        one = [_first("a1", ANA, SHOP, 10, asked), answer, mail("a2", ANA, SHOP, 12, "", answered)]
        assert together(tmp_path, one) == [by("ana@a.org", "a1", "us", "a2")]
        # Gmail takes mails of one subject together, whoever wrote them.
        two = [_first("z1", ZOE, SHOP, 9, asked), *one]
        assert len(together(tmp_path, two)) == 4
        assert together(tmp_path, [mail("z1", ZOE, SHOP, 12, "", answered), one[0]]) == [
            by("ana@a.org", "a1"), by("zoe@gmail.com", "z1"),
        ]  # fmt: skip

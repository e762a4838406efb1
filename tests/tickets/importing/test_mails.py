"""Mails become conversations: threads, authors, encodings, attachments."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportdesk_gui.tickets.importing.doctor import (
    Kind,
    Part,
    RejectedRow,
    examine,
    examine_all,
    read_tickets,
)
from supportdesk_gui.tickets.importing.mail_bodies import body_of
from supportdesk_gui.tickets.importing.mails import head_of
from supportdesk_gui.tickets.ticket import Role, Ticket

HEAD = "Message-ID: <{id}@mail.example>\nFrom: {who}\nTo: help@shop.example\nSubject: {subject}\nDate: Mon, 3 Nov 2026 1{hour}:15:00 +0100\n"
MAILS = [
    HEAD.format(id=1, who="Ana Ruiz <ana@mail.example>", subject="Lamp", hour=0)
    + "\nMy lamp is broken.\n",
    HEAD.format(id=2, who="Shop <help@shop.example>", subject="Re: Lamp", hour=1)
    + "In-Reply-To: <1@mail.example>\n\nPlease send a photo.\n\n> My lamp is broken.\n",
    HEAD.format(id=3, who="Ben <ben@mail.example>", subject="=?gb2312?B?zcu/7g==?=", hour=2)
    + "Content-Type: text/plain; charset=gb2312\n\n"
    + "我要退款\n",
    HEAD.format(id=4, who="Ana Ruiz <ana@mail.example>", subject="RE: Lamp", hour=3)
    + "References: <1@mail.example> <2@mail.example>\n\nHere it is.\nFrom my phone.\n",
]  # fmt: skip


def _bytes(mail: str) -> bytes:
    return mail.encode("gb18030")


def _tickets(path: Path) -> list[Ticket]:
    return [item for item in read_tickets(examine(path)) if isinstance(item, Ticket)]


def _check(tickets: list[Ticket]) -> None:
    lamp, refund = sorted(tickets, key=lambda ticket: ticket.created_at or 0)
    assert (lamp.external_id, lamp.subject) == ("1@mail.example", "Lamp")
    assert (lamp.requester, lamp.email) == ("Ana Ruiz", "ana@mail.example")
    assert [message.role for message in lamp.messages] == [
        Role.REQUESTER, Role.AGENT, Role.REQUESTER,
    ]  # fmt: skip
    assert lamp.messages[1].folded
    assert (refund.subject, refund.messages[0].text) == ("退款", "我要退款")


def test_a_mailbox_is_conversations(tmp_path: Path) -> None:
    path = tmp_path / "inbox.mbox"
    box = b"\n".join(b"From a@b Mon Nov 03 10:15:00 2026\n" + _bytes(mail) for mail in MAILS)
    path.write_bytes(box)
    assert examine(path).kind is Kind.MAILS
    _check(_tickets(path))


def test_mails_dropped_together_are_one_import(tmp_path: Path) -> None:
    parts = []
    for number, mail in enumerate(reversed(MAILS)):
        path = tmp_path / f"{number}.eml"
        path.write_bytes(_bytes(mail))
        parts.append(Part(path, path.name))
    diagnoses, failures = examine_all(parts)
    assert not failures
    assert [one.shown_name for one in diagnoses] == ["0.eml + 3"]
    _check([item for item in read_tickets(diagnoses[0]) if isinstance(item, Ticket)])


def test_the_agents_own_first_mail_is_the_agents(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(_bytes(MAILS[1]))
    told = list(read_tickets(examine(path), "help@shop.example"))
    ticket = next(one for one in told if isinstance(one, Ticket))
    assert ticket.messages[0].role is Role.REQUESTER  # nobody else has written yet


def test_html_attachments_and_raw_headers() -> None:
    mail = (
        b"From: \xcd\xcb\xbf\xee\xb7\xfe\xce\xf1 <a@mail.example>\r\nSubject: \xcd\xcb\xbf\xee\r\n"
        b"Content-Type: multipart/mixed; boundary=B\r\n\r\n"
        b"--B\r\nContent-Type: text/html\r\n\r\n<p>Hello <b>you</b></p>\r\n"
        b"--B\r\nContent-Type: image/png; name*=utf-8''f%C3%BCr.png\r\n\r\nxx\r\n"
        b"--B\r\nContent-Type: message/rfc822\r\n\r\nSubject: in\r\n\r\ninner words\r\n--B--\r\n"
    )
    head = head_of(mail)
    assert (head.sender, head.subject) == ("退款服务", "退款")
    body, files = body_of(mail)
    assert "Hello" in body and "inner words" in body
    assert [one.name for one in files] == ["für.png", "message/rfc822"]


@pytest.mark.parametrize("depth", [3000])
def test_parts_in_parts_without_end_are_read_no_further(depth: int) -> None:
    inner = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(depth)
    )
    body_of(b"From: a@b.example\n" + inner)


@settings(max_examples=60, deadline=None)
@given(
    parts=st.lists(
        st.one_of(
            st.sampled_from([b"From a@b Mon Nov 03 10:15:00 2026\n", b"From: a@b.example\n", b"\n",
                             b"Subject: =?utf-8?B?", b"?=\n", b"Content-Type: multipart/mixed;",
                             b" boundary=x\n", b"--x\n", b"Message-ID: <1@x>\n", b"--x--\n"]),
            st.binary(max_size=30),
        ),
        max_size=30,
    )
)  # fmt: skip
def test_no_bytes_break_the_reading_of_a_mailbox(parts: list[bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.mbox"
        path.write_bytes(b"From a@b Mon Nov 03 10:15:00 2026\n" + b"".join(parts))
        for item in read_tickets(examine(path)):
            assert not isinstance(item, RejectedRow) or item.line > 0


def test_a_mail_that_outlook_saved_is_read() -> None:
    path = Path(__file__).parents[2] / "fixtures" / "exports" / "outlook.msg"
    (ticket,) = [item for item in read_tickets(examine(path)) if isinstance(item, Ticket)]
    (message,) = ticket.messages
    assert (ticket.subject, ticket.requester, ticket.email) == (
        "Rücksendung der Lampe", "Ána Pérez", "ana@mail.example",
    )  # fmt: skip
    assert message.text.startswith("Guten Tag,\nmeine Lampe 台燈 ist zerbrochen.")
    assert [message.text[start:end] for start, end in message.folded] == ["--\nÁna Pérez"]
    assert message.sent_at == 1793700900
    assert [(one.name, one.kind) for one in message.attachments] == [("photo.jpg", "image/jpeg")]


def test_who_wrote_is_found_in_headers_that_lack_quotes() -> None:
    for header, name, address in (
        ("Ruiz, Ana <ana@x.example>", "Ruiz, Ana", "ana@x.example"),
        ("=?utf-8?Q?Ruiz,_Ana?= <ana@x.example>", "Ruiz, Ana", "ana@x.example"),
        ("Ana [Gold] <ana@x.example>", "Ana [Gold]", "ana@x.example"),
        ("Ana; Ruiz <ana@x.example>", "Ana; Ruiz", "ana@x.example"),
        ("Ana <<ana@x.example>>", "Ana", "ana@x.example"),
        ("Müller @ Home <m@x.example>", "Müller @ Home", "m@x.example"),
        ("Ana (VIP <ana@x.example>", "Ana", "ana@x.example"),
        ("Ana Ruiz ana@x.example", "Ana Ruiz", "ana@x.example"),
        ("Ana Ruiz [mailto:ana@x.example]", "Ana Ruiz", "ana@x.example"),
        ("Ana <mailto:ana@x.example>", "Ana", "ana@x.example"),
        ("ana@x.example (Ana Ruiz)", "Ana Ruiz", "ana@x.example"),
        ('"Zoe <zoe@y.example>" <ana@x.example>', "Zoe <zoe@y.example>", "ana@x.example"),
        ("O'Neil <o'neil@x.example>", "O'Neil", "o'neil@x.example"),
        ("Ana <a@x.example>, Ben <b@x.example>", "Ana", "a@x.example"),
        ("undisclosed-recipients:;", "", ""),
    ):
        head = head_of(f"From: {header}\r\n\r\n".encode())
        assert (head.sender, head.address) == (name, address), header


def test_a_customer_who_writes_her_name_with_a_comma_is_no_agent(tmp_path: Path) -> None:
    last = HEAD.format(id=5, who="Ruiz, Ana <ana@mail.example>", subject="Re: Lamp", hour=5)
    box = [MAILS[0], MAILS[1], f"{last}In-Reply-To: <2@mail.example>\n\nStill nothing\n"]
    path = tmp_path / "inbox.mbox"
    path.write_bytes(
        b"\n".join(b"From a@b Mon Nov 03 10:15:00 2026\n" + _bytes(one) for one in box)
    )
    (ticket,) = _tickets(path)
    assert [one.role for one in ticket.messages] == [Role.REQUESTER, Role.AGENT, Role.REQUESTER]
    assert ticket.waits_for_us()

"""Mails that were not sent are no answers, and those that were thrown away wait for nobody."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from pathlib import Path

from supportdesk_gui.tickets.importing.doctor import examine, examine_all, read_tickets
from supportdesk_gui.tickets.importing.mail_marks import Kept, lying_in
from supportdesk_gui.tickets.importing.mails import head_of
from supportdesk_gui.tickets.importing.parts import Part
from supportdesk_gui.tickets.importing.report import RejectedRow, RejectReason
from supportdesk_gui.tickets.importing.run import import_export
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Role, Ticket, Visibility
from tests.tickets.desk import open_desk
from tests.tickets.importing.test_mail_threads import ANA, SHOP, ZOE, mail

ASKS, RETURNS = mail("a1", ANA, SHOP, 10), mail("z1", ZOE, SHOP, 10)
FROM = "From 17@xxx Mon Jan 05 10:00:00 +0000 2026\n"


def _labels(names: str) -> str:
    return f"X-Gmail-Labels: {names}\n"


def _box(path: Path, *mails: str) -> Path:
    path.write_text("\n".join(FROM + one for one in mails))
    return path


def _read(*paths: Path) -> list[Ticket | RejectedRow]:
    (found,), _ = examine_all([Part(path, path.name) for path in paths])
    return [one for one in read_tickets(found) if isinstance(one, Ticket | RejectedRow)]


def test_the_marks_of_mail_programs_are_read() -> None:
    received, status = (
        "Received: from a by b; Mon, 05 Jan 2026 10:00:00 +0000\n",
        "X-Mozilla-Status: ",
    )
    for headers, kept in (
        (_labels("Opened,Drafts"), Kept.DRAFT),
        (_labels("=?UTF-8?Q?Entw=C3=BCrfe?="), Kept.DRAFT),
        (_labels("Draft orders,Inbox"), Kept.AS_SENT),
        (_labels("Trash,Unread"), Kept.DELETED),
        (_labels('"Spam"'), Kept.SPAM),
        (_labels("Inbox,Unread"), Kept.AS_SENT),
        (received + _labels("Drafts"), Kept.AS_SENT),  # whoever sent it wrote that
        ("X-Unsent: 1\n", Kept.DRAFT),
        (received + "X-Unsent: 1\n", Kept.AS_SENT),
        ("X-Mozilla-Draft-Info: internal/draft; vcard=0\n", Kept.LIKE_DRAFT),
        (f"{status}0001\n{received}", Kept.AS_SENT),
        (f"{status}0009\n{received}", Kept.DELETED),
        (f"{status}ten\n", Kept.AS_SENT),
    ):
        assert head_of(f"{headers}From: {ANA}\n\n".encode()).kept is kept, headers
    for name, kept in {
        "cur/1.M1.host:2,DS": Kept.DRAFT, "1.M1.host:2,ST": Kept.DELETED, "1;2,S": Kept.AS_SENT,
        "DT.eml": Kept.AS_SENT, "box › cur/1!2,T": Kept.DELETED,
    }.items():  # fmt: skip
        assert lying_in(Kept.AS_SENT, name, is_boxed=False) is kept, name
    for name, is_boxed, kept in (
        ("Drafts", True, Kept.DRAFT), ("Mail/Entwürfe.mbox", True, Kept.DRAFT),
        ("Sent", True, Kept.AS_SENT), ("Inbox", True, Kept.AS_SENT),  # such as what was sent later
        ("Re_ Lamp.eml", False, Kept.DRAFT), ("Gesendet/Re_ Lamp.eml", False, Kept.AS_SENT),
    ):  # fmt: skip
        assert lying_in(Kept.LIKE_DRAFT, name, is_boxed=is_boxed) is kept, name
    late = head_of(received.replace("from a by b", "from x\n\tby y").encode() + b"\n")
    assert late.sent_at == 1767607200  # it tells when it came, but not when it was written


def test_a_draft_is_no_answer(tmp_path: Path) -> None:
    box = [ASKS, RETURNS, mail("us never", SHOP, ANA, 11, "a1", _labels("Drafts"))]
    maildir = tmp_path / "1.M1.host:2,D"
    maildir.write_text(mail("us never", SHOP, ANA, 11, "a1"))
    unsent = tmp_path / "draft.eml"
    unsent.write_text(mail("us never", SHOP, ANA, 11, "a1", "X-Unsent: 1\n"))
    asks = _box(tmp_path / "asks.eml", ASKS)
    for paths in ([_box(tmp_path / "a.mbox", *box)], [asks, maildir], [asks, unsent]):
        ticket = next(one for one in _read(*paths) if isinstance(one, Ticket))
        assert [(one.role, one.visibility) for one in ticket.messages] == [
            (Role.REQUESTER, Visibility.PUBLIC), (Role.AGENT, Visibility.INTERNAL),
        ]  # fmt: skip
        assert ticket.email == "ana@a.org" and ticket.waits_for_us()
    (told,) = _read(unsent)
    assert isinstance(told, RejectedRow) and told.reason is RejectReason.UNSENT
    sent = mail("us whole", SHOP, ANA, 12, "a1")
    ticket = _read(_box(tmp_path / "a.mbox", *box, sent))[0]
    assert isinstance(ticket, Ticket)
    assert [one.text for one in ticket.messages] == ["a1", "us whole"]


def test_a_copy_of_a_mail_is_no_second_one(tmp_path: Path) -> None:
    copy = "Received: from x\nX-Mozilla-Status: 0009\n" + ASKS.replace("\n", "\r\n")
    other = f"{ASKS}of another customer"  # a form may number all its mails alike
    found = _read(_box(tmp_path / "a.mbox", copy.removeprefix("Received: from x\n"), ASKS, copy))
    texts = [
        [one.text for one in ticket.messages] for ticket in found if isinstance(ticket, Ticket)
    ]
    assert texts == [["a1"]]
    assert isinstance(found[0], Ticket) and not found[0].external_status  # one was not deleted
    (both,) = _read(_box(tmp_path / "a.mbox", ASKS, other))
    assert isinstance(both, Ticket) and len(both.messages) == 2


def test_what_was_thrown_away_waits_for_nobody_until_it_is_taken_out(tmp_path: Path) -> None:
    async def drop(store: TicketStore, *mails: str) -> list[str]:
        path = _box(tmp_path / "a.mbox", *mails)
        async with aclosing(import_export(examine(path), store)) as steps:
            async for _ in steps:
                pass
        return sorted(store.ticket(one).email for one in store.ids(TicketQuery(chip=Chip.NEEDS_ME)))

    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        spam = mail("z1", ZOE, SHOP, 10, "", _labels("Spam"))
        assert asyncio.run(drop(store, ASKS, spam)) == ["ana@a.org"]
        assert asyncio.run(drop(store, ASKS, RETURNS)) == ["ana@a.org", "zoe@gmail.com"]
        sent = mail("us whole", SHOP, ANA, 12, "a1")
        draft = mail("us half", SHOP, ANA, 11, "a1", _labels("Drafts"))
        asyncio.run(drop(store, draft, ASKS))
        assert asyncio.run(drop(store, sent)) == ["zoe@gmail.com"]
        assert asyncio.run(drop(store, draft, ASKS)) == ["zoe@gmail.com"]  # it is sent already

"""Where a mail of a mailbox begins, and what is no mailbox though it begins with "From"."""

from __future__ import annotations

from pathlib import Path

from supportdesk_gui.tickets.importing.doctor import examine, read_tickets
from supportdesk_gui.tickets.importing.report import Kind
from supportdesk_gui.tickets.ticket import Ticket

DATED = "From a@mail.example Mon Jan 05 10:00:00 2026\n"


def _mail(who: str, text: str = "Where is it?\n") -> str:
    return f"From: {who}@mail.example\nTo: help@shop.example\nSubject: {who}\n\n{text}"


def _tickets(path: Path, box: str) -> list[tuple[str, str]]:
    path.write_bytes(box.encode())
    found = [item for item in read_tickets(examine(path)) if isinstance(item, Ticket)]
    return [(one.subject, one.messages[0].text) for one in found]


def test_a_mailbox_is_read_however_its_mails_are_parted(tmp_path: Path) -> None:
    path = tmp_path / "inbox.mbox"
    both = [("ana", "Where is it?"), ("zoe", "Where is it?")]
    for name, box in {
        "empty lines above": f"\n\r\n{DATED}{_mail('ana')}\n{DATED}{_mail('zoe')}",
        "a mark of UTF-8": f"\ufeff{DATED}{_mail('ana')}\n{DATED}{_mail('zoe')}",
        "no empty line between": f"{DATED}{_mail('ana')}{DATED}{_mail('zoe')}",
        "no date": f"From ana@x.example\n{_mail('ana')}\nFrom zoe@x.example\n{_mail('zoe')}",
        "another date": f"From ana@x.example 2026-01-05\n{_mail('ana')}\n{DATED}{_mail('zoe')}",
        "no address": f"From -\r\n{_mail('ana')}\r\nFrom -\r\n{_mail('zoe')}",
        "of Gmail": "".join(
            f"From 17@xxx Mon Jan 05 10:00:00 +0000 2026\r\n{_mail(one)}\r\n" for one in ("ana", "zoe")
        ),
    }.items():  # fmt: skip
        assert _tickets(path, box) == both, name
    for name, start in {"mark": "\ufeff", "lines": "\r\n\r\n", "line of a mailbox": DATED}.items():
        assert _tickets(tmp_path / "a.eml", start + _mail("ana")) == both[:1], name


def test_a_sentence_begins_no_mail(tmp_path: Path) -> None:
    for said in (
        "Hello\n\nFrom 2025 on I was a customer in 2026\nbye",
        "Hello\n\nFrom 10:00 on 5 Jan 2026 I waited.\nOrder: 5512\n\nDate: today",
        "Hello\n\nFrom ana@x.example\nThank you",
        "Hello\n\nFrom my side:\nTo: you",
        f"Hello\n{DATED}there was no answer",
    ):
        assert _tickets(tmp_path / "a.mbox", DATED + _mail("ana", said)) == [("ana", said)]


def test_a_table_whose_first_column_begins_with_from_is_a_table(tmp_path: Path) -> None:
    for name in ("a.csv", "a.txt"):
        path = tmp_path / name
        said = _tickets(
            path,
            "From Name,From Email,Subject,Body,Date\nAna,ana@x.example,Order,Where is it?,2026-01-05\n"
            "Zoe,zoe@x.example,Return,I return it,2026-01-06\n",
        )
        assert examine(path).kind is Kind.TABLE
        assert said == [("Order", "Where is it?"), ("Return", "I return it")]

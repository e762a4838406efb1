"""Mails as Apple's program keeps them: a count of bytes above, a list of marks below."""

from __future__ import annotations

from pathlib import Path

from supportdesk_gui.tickets.importing.doctor import examine_all, read_tickets
from supportdesk_gui.tickets.importing.report import Part, RejectedRow, RejectReason
from supportdesk_gui.tickets.ticket import Ticket

MAIL = (
    b"From: %s\r\nTo: %s\r\nSubject: Lamp\r\n"
    b"Date: Tue, 5 Mar 2024 10:00:00 +0100\r\nMessage-ID: <%d@mail.example>\r\n\r\nIt broke.\r\n"
)


def _write(path: Path, number: int, flags: int) -> Part:
    people = (b"Ana <ana@mail.example>", b"help@shop.example")
    mail = MAIL % (*(people[::-1] if flags & 0x40 else people), number)
    below = f"<plist><dict><key>flags</key>\n<integer>{flags}</integer></dict></plist>\n"
    head = b'<?xml version="1.0" encoding="UTF-8"?>\n'
    path.write_bytes(b"%-10d\n" % len(mail) + mail + head + below.encode())
    return Part(path, path.name)


def test_the_mail_is_read_without_what_stands_around_it(tmp_path: Path) -> None:
    parts = [_write(tmp_path / "1.emlx", 1, 0x1), _write(tmp_path / "2.partial.emlx", 2, 0x3)]
    (found,), failures = examine_all([*parts, _write(tmp_path / "3.emlx", 3, 0x41)])
    items = [one for one in read_tickets(found) if isinstance(one, Ticket | RejectedRow)]
    tickets = [one for one in items if isinstance(one, Ticket)]
    assert not failures
    assert [one.subject for one in tickets] == ["Lamp", "Lamp"]
    assert [one.external_status for one in tickets] == ["", "deleted"]
    assert [one.messages[0].text for one in tickets] == ["It broke.", "It broke."]
    assert tickets[0].email == "ana@mail.example"
    assert [one.reason for one in items if isinstance(one, RejectedRow)] == [RejectReason.UNSENT]

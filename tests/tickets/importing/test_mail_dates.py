"""When a mail was sent, by headers that write the zone or the day in other ways than the standard."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from supportdesk_gui.tickets.importing.mail_dates import sent_at
from supportdesk_gui.tickets.importing.mails import head_of


def told(header: str) -> str:
    """The moment in UTC; empty where there is none."""
    seconds = sent_at(header)
    return "" if seconds is None else f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("header", "hour"),
    [
        ("Tue, 5 Mar 2024 10:00:00 +0100 (CET)", "09:00"),
        ("Tue, 5 Mar 2024 10:00:00 GMT+0100", "09:00"),
        ("Tue, 5 Mar 2024 10:00:00 GMT-05:00", "15:00"),
        ("Tue, 5 Mar 2024 10:00:00 UTC+9", "01:00"),
        ("Tue, 5 Mar 2024 10:00:00 (UTC+9)", "01:00"),
        ("Tue, 5 Mar 2024 10:00:00 +01:00", "09:00"),
        ("Tue, 5 Mar 2024 10:00:00 CET", "09:00"),
        ("Fri, 5 Jul 2024 10:00:00 MESZ", "08:00"),
        ("Tue, 5 Mar 2024 10:00:00 JST", "01:00"),
        ("Tue, 5 Mar 2024 10:00:00 (JST)", "01:00"),
        ("Tue, 5 Mar 2024 10:00:00 MSK", "07:00"),
        ("Tue, 5 Mar 2024 10:00:00 PST", "18:00"),
        ("Tue, 5 Mar 2024 10:00:00 Europe/Berlin", "09:00"),
        ("Tue Mar 05 2024 10:00:00 GMT+0100 (Central European Standard Time)", "09:00"),
        ("Tue Mar  5 10:00:00 CET 2024", "09:00"),
        ("Tue, 5 Mar 2024 10:00:00 PM +0100", "21:00"),
        ("2024-03-05T10:00:00+01:00", "09:00"),
        ("2024-03-05T10:00:00.123Z", "10:00"),
        ("2024-03-05 10:00:00 +0900", "01:00"),
        ("2024-03-05 10:00:00", "10:00"),
        ("20240305T100000Z", "10:00"),
        ("Di, 5 Mär 2024 10:00:00 +0100", "09:00"),
        ("mar., 5 mars 2024 10:00:00 +0100", "09:00"),
        ("10:00 05-03-2024", ""),
        ("3/5/2024 10:00:00", ""),
        ("5 Mar 10:00", ""),
        ("Tue, 5 Mar 2024 10:00:00 +9900", ""),
        ("yesterday", ""),
    ],
)
def test_a_date_is_read_with_its_zone(header: str, hour: str) -> None:
    day = "2024-07-05" if "Jul" in header else "2024-03-05"
    assert told(header) == (f"{day} {hour}" if hour else "")


def test_a_mail_is_sent_when_its_header_says() -> None:
    head = head_of(b"From: a@b.example\nDate: Tue, 5 Mar 2024 10:00:00 GMT+0100\n\nHello")
    assert head.sent_at == sent_at("Tue, 5 Mar 2024 10:00:00 +0100")

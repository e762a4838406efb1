"""What Exchange keeps of each mail is read as the mail."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tickets.importing.test_mail_threads import ANA, SHOP, by, mail, together


def _report(enclosed: str, mark: str) -> str:
    return (
        "From: Microsoft Outlook <MicrosoftExchange329e71ec@shop.org>\nTo: journal@shop.org\n"
        f"Subject: Lamp\nMessage-ID: <report-{len(enclosed)}@x>\n{mark}MIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\n'
        "Sender: ana@a.org\nSubject: Lamp\nMessage-Id: <a1@x>\nRecipient: support@shop.org\n\n"
        f"--b\nContent-Type: message/rfc822\n\n{enclosed}\n--b--\n"
    )


@pytest.mark.parametrize("mark", ["X-MS-Journal-Report:\n", ""])
@pytest.mark.parametrize("boxed", [False, True])
def test_the_mail_that_a_report_encloses_is_the_mail(
    tmp_path: Path, mark: str, boxed: bool
) -> None:
    mails = [mail("a1 lamp", ANA, SHOP, 10), mail("us sorry", SHOP, ANA, 11, "a1")]
    reports = [_report(one, mark) for one in mails]
    if boxed:
        reports = ["\n".join(f"From x@y.org Mon Jan  5 10:00:00 2026\n{one}" for one in reports)]
    assert together(tmp_path, reports) == [by("ana@a.org", "a1 lamp", "us sorry")]


def test_a_mail_that_somebody_attached_stays_attached(tmp_path: Path) -> None:
    told = _report(mail("a1 lamp", ANA, SHOP, 10), "").replace("Sender: ana@a.org\n", "Look:\n")
    ((_, said),) = together(tmp_path, [told])
    assert said[0][1].startswith("Look:")
    assert "a1 lamp" in said[0][1]

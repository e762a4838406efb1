"""Which mails are ours while nobody has told the program whose mailbox it reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tickets.importing.test_mail_threads import ANA, JOE, MAX, SHOP, ZOE, by, mail, together


@pytest.mark.parametrize("box", ["orders", "info", "hello", "kontakt", "bestellung", "pedidos"])
def test_who_answers_a_first_mail_of_a_company_is_the_customer(tmp_path: Path, box: str) -> None:
    us = f"Shop <{box}@shop.org>"
    mails = [mail("us thanks", us, ZOE, 10), mail("z1 cancel", ZOE, us, 11, "us")]
    assert together(tmp_path, mails) == [by("zoe@gmail.com", "us thanks", "z1 cancel")]


def test_who_writes_to_several_outside_is_us(tmp_path: Path) -> None:
    us = "Kim <kim@shop.org>"
    mails = [
        mail("us thanks", us, ANA, 10), mail("a1 cancel", ANA, us, 11, "us"),
        mail("us2 thanks", us, MAX, 12).replace("<us@x>", "<u2@x>"),
    ]  # fmt: skip
    assert together(tmp_path, mails) == [
        by("ana@a.org", "us thanks", "a1 cancel"), by("max@b.org", "us2 thanks"),
    ]  # fmt: skip


def test_a_company_that_writes_to_us_is_no_agent(tmp_path: Path) -> None:
    """Its address is named after what is done there, as ours may be."""
    theirs = "Firm <info@firm.org>"
    assert together(tmp_path, [mail("i1 lamp", theirs, "shop@gmail.com", 10)]) == [
        by("info@firm.org", "i1 lamp")
    ]
    mails = [mail("i1 lamp", theirs, SHOP, 10), mail("us sorry", JOE, theirs, 11, "i1")]
    assert together(tmp_path, mails) == [by("info@firm.org", "i1 lamp", "us sorry")]


@pytest.mark.parametrize("copy", [SHOP, ""])
def test_who_answers_with_us_in_copy_answers_for_us(tmp_path: Path, copy: str) -> None:
    """Nobody but us had got the question; without the copy it may be anybody whom it was sent on to."""
    answer = mail("us sorry", "Kim <kim@calls.org>", ANA, 11, "a1", f"Cc: {copy}\n")
    found = dict(together(tmp_path, [mail("a1 lamp", ANA, SHOP, 10), answer], "support@shop.org"))
    expected = dict([by("ana@a.org", "a1 lamp", "us sorry")])
    assert (found == expected) is bool(copy)

"""Who goes on in the conversation of somebody else, and who only answers the same mailing."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.doctor import examine
from supportdesk_gui.tickets.importing.run import import_export
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Visibility
from tests.tickets.desk import open_desk
from tests.tickets.importing.test_mail_threads import (
    ANA,
    JOE,
    MAX,
    SHOP,
    ZOE,
    Talk,
    by,
    mail,
    one_by_one,
    together,
)

TOM = "Tom <tom@home.net>"
BEA, LAGER, DHL = "Bea <bea@a.org>", "Lager <lager@shop.org>", "DHL <track@dhl.example>"
ANSWER = "us: a new lamp is on its way to you"


def said(text: str, body: str) -> str:
    """A mail with another text than its name."""
    head, _, _ = text.rpartition("\n\n")
    return f"{head}\n\n{body}\n"


def both(folder: Path, mails: list[str], own: str = "") -> list[Talk]:
    """What becomes of mails, dropped together or one after the other."""
    found = together(folder, mails, own)
    assert one_by_one(folder, mails, own) == found
    return found


FIRST = [mail("a1", ANA, SHOP, 10), said(mail("us", SHOP, ANA, 11, "a1"), ANSWER)]
QUOTED = (
    "I am her husband, thanks\n\nOn Monday Shop wrote:\n> us: a new lamp is on\n> its way to you"
)


@pytest.mark.parametrize("own", ["", "support@shop.org"])
def test_who_answers_with_the_answer_quoted_belongs_to_the_conversation(
    tmp_path: Path, own: str
) -> None:
    reply = said(mail("t1", TOM, SHOP, 12, "us"), QUOTED)
    ours = mail("us2", SHOP, TOM, 13, "a1 us t1").replace("<us@x>", "<u2@x>", 1)
    later = mail("a2", ANA, SHOP, 14, "a1 us")
    whole = [by("ana@a.org", "a1", ANSWER, QUOTED, "us2", "a2")]
    assert both(tmp_path, [*FIRST, reply, ours, later], own) == whole


@pytest.mark.parametrize("reason", ["no quote", "another subject", "another mail"])
def test_who_only_got_it_from_somebody_has_a_conversation_of_their_own(
    tmp_path: Path, reason: str
) -> None:
    text = "my own question" if reason == "no quote" else QUOTED
    reply = said(mail("t1", TOM, SHOP, 12, "x9" if reason == "another mail" else "us"), text)
    if reason != "no quote":
        reply = reply.replace("Lamp", "Shoes" if reason == "another subject" else "Lamp")
    found = both(tmp_path, [*FIRST, reply])
    assert found == [by("ana@a.org", "a1", ANSWER), by("tom@home.net", text)]


def test_those_in_copy_go_on_one_by_one(tmp_path: Path) -> None:
    mails = [
        mail("a1", ANA, SHOP, 10, more=f"Cc: {MAX}, {TOM}\n"), mail("m1", MAX, SHOP, 11, "a1"),
        mail("t1", TOM, SHOP, 12, "a1"), mail("us", SHOP, ANA, 13, "a1", f"Cc: {TOM}\n"),
        mail("t2", TOM, SHOP, 14, "a1 us"),
    ]  # fmt: skip
    assert both(tmp_path, mails) == [by("ana@a.org", "a1", "m1", "t1", "us", "t2")]
    late = [mails[1], mails[0]]  # who was in copy came first
    assert both(tmp_path, late) == [by("ana@a.org", "a1", "m1")]


def test_a_colleague_of_the_customer_goes_on_from_an_answer(tmp_path: Path) -> None:
    mails = [*FIRST, mail("b1", BEA, SHOP, 12, "a1 us"), mail("b2", BEA, SHOP, 13, "x8")]
    assert both(tmp_path, mails) == [by("ana@a.org", "a1", ANSWER, "b1"), by("bea@a.org", "b2")]


@pytest.mark.parametrize("to", ["list@shop.org", f"{ANA}, {ZOE}", SHOP])
def test_customers_who_quote_the_same_mailing_stay_apart(tmp_path: Path, to: str) -> None:
    sale = "us: a big sale of all our lamps today only"
    letter = said(mail("ne", SHOP, to, 9), sale)
    quoted = f"\n\n> {sale}"
    answers = [
        said(mail("a1", ANA, SHOP, 10, "ne"), f"is it{quoted}"),
        said(mail("z1", ZOE, SHOP, 11, "ne"), f"no more of it please{quoted}"),
    ]
    for found in (
        together(tmp_path, [letter, *answers]), one_by_one(tmp_path, [letter, *answers]),
        one_by_one(tmp_path, [*answers, letter]), one_by_one(tmp_path, [answers[0], letter, answers[1]]),
    ):  # fmt: skip
        theirs = {who: [text for _, text in texts] for who, texts in found}
        assert not any("is it" in text for text in theirs["zoe@gmail.com"])
        assert not any("no more" in text for text in theirs["ana@a.org"])
        roles = {role for _, texts in found for role, text in texts if not text.startswith("us")}
        assert roles == {"requester"}, "no customer counts as an answer of ours"


def test_two_who_answer_a_mailing_of_somebody_who_may_be_a_customer_stay_apart(
    tmp_path: Path,
) -> None:
    letter = mail("jo", "Jo <jo@shop.org>", f"{ANA}, {ZOE}", 9)
    answers = [mail(name, who, "jo@shop.org", 10, "jo") for name, who in (("a1", ANA), ("z1", ZOE))]
    for order in ([letter, *answers], [*answers, letter], [answers[0], letter, answers[1]]):
        for found in (together(tmp_path, order), one_by_one(tmp_path, order)):
            assert not any({"a1", "z1"} <= {text for _, text in texts} for _, texts in found)


@pytest.mark.parametrize("is_apart", [False, True])
def test_what_we_ask_a_colleague_or_a_carrier_is_no_answer_to_the_customer(
    tmp_path: Path, is_apart: bool
) -> None:
    mails = [
        mail("a1", ANA, SHOP, 10), mail("us1", SHOP, LAGER, 11, "a1"),
        mail("us2", LAGER, SHOP, 12, "a1 u1").replace("<us@x>", "<u2@x>", 1),
        mail("us3", SHOP, DHL, 13, "a1"),
    ]  # fmt: skip
    mails[1] = mails[1].replace("<us@x>", "<u1@x>", 1)
    mails[3] = mails[3].replace("<us@x>", "<u3@x>", 1)

    async def drop(store: TicketStore, path: Path) -> None:
        async with aclosing(import_export(examine(path), store)) as steps:
            async for _ in steps:
                pass

    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        box = [f"From x Mon Jan  5 10:00:00 2026\n{one}\n" for one in mails]
        for text in box if is_apart else ["".join(box)]:
            (tmp_path / "in.mbox").write_text(text)
            asyncio.run(drop(store, tmp_path / "in.mbox"))
        (number,) = store.ids(TicketQuery(chip=Chip.ALL))
        ticket = store.ticket(number)
        assert (ticket.email, ticket.waits_for_us()) == ("ana@a.org", True)
        told = [(one.text, one.visibility) for one in ticket.messages]
        hidden = [(name, Visibility.INTERNAL) for name in ("us1", "us2", "us3")]
        assert told == [("a1", Visibility.PUBLIC), *hidden]


def test_a_colleague_of_ours_may_come_first(tmp_path: Path) -> None:
    mails = [mail("us", SHOP, JOE, 11, "a1"), mail("a1", ANA, SHOP, 10)]
    assert both(tmp_path, mails) == [by("ana@a.org", "a1", "us")]

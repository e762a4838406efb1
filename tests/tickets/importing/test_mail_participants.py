"""Who goes on in the conversation of somebody else, and who only answers the same mailing."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.doctor import Part, examine, examine_all, read_tickets
from supportdesk_gui.tickets.importing.run import import_export
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Role, Ticket, Visibility
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


def tickets(folder: Path, *mails: str, own: str = "") -> list[Ticket]:
    """What mails that are dropped together become."""
    parts = []
    for place, text in enumerate(mails):
        (folder / f"{place}.eml").write_text(text)
        parts.append(Part(folder / f"{place}.eml", f"{place}.eml"))
    (found,), _ = examine_all(parts)
    return [one for one in read_tickets(found, own) if isinstance(one, Ticket)]


_PASSED_ON = (
    "From: Ana <ana@a.org>\nSubject: Lamp\nMessage-ID: <o@x>\n\nIt is broken, order 5512.\n"
)
_INSIDE = (
    'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\n'
    f"please see to it\n--b\nContent-Type: message/rfc822\n\n{_PASSED_ON}--b--\n"
)
_INLINE = f"\nplease see to it\n\n---------- Forwarded message ---------\n{_PASSED_ON}"


@pytest.mark.parametrize("body", [_INSIDE, _INLINE])
@pytest.mark.parametrize("own", ["", "support@shop.org"])
def test_a_mail_that_a_colleague_passes_on_is_its_customers(
    tmp_path: Path, body: str, own: str
) -> None:
    head = mail("f1", JOE, SHOP, 10).replace("Re: Lamp", "Fwd: Lamp").rpartition("\n\n")[0]
    (one,) = tickets(tmp_path, f"{head}\n{body}", own=own)
    assert (one.requester, one.email, one.subject) == ("Ana", "ana@a.org", "Lamp")
    assert "please see to it" in one.messages[0].text and "order 5512" in one.messages[0].text
    assert not one.messages[0].folded and one.waits_for_us()
    (friend,) = tickets(tmp_path, f"{head.replace(JOE, MAX)}\n{body}", own=own)
    assert friend.email == "max@b.org", "a customer's own words about somebody else's mail"
    assert "order 5512" in friend.messages[0].text


_BOUNCE = (
    "From: MAILER-DAEMON@mx.example\nTo: support@shop.org\nSubject: Undelivered Mail\n"
    "Message-ID: <bo@mx>\nDate: 05 Jan 2026 12:00:00 +0000\nMIME-Version: 1.0\n"
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n--b\n'
    "Content-Type: text/plain\n\nIt could not be delivered.\n--b\n"
    "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
    "Final-Recipient: rfc822; {to}\nAction: failed\n\n--b\nContent-Type: message/rfc822\n\n"
    "From: Shop <support@shop.org>\nMessage-ID: <us@x>\n\nus\n--b--\n"
)
_AWAY = mail("aw", ANA, SHOP, 13, "a1 us", "Auto-Submitted: auto-replied\n")


@pytest.mark.parametrize("own", ["", "support@shop.org"])
def test_what_no_person_wrote_is_nobodys_word(tmp_path: Path, own: str) -> None:
    mails = [FIRST[0], mail("us", SHOP, ANA, 11, "a1"), _BOUNCE.format(to="ana@a.org"), _AWAY]
    whole = ("ana@a.org", [(Role.REQUESTER, "a1"), (Role.AGENT, "us"),
                           (Role.SYSTEM, "It could not be delivered."), (Role.SYSTEM, "aw")])  # fmt: skip
    assert both(tmp_path, mails, own) == [whole]
    other = both(tmp_path, [*mails[:2], _BOUNCE.format(to="zoe@gmail.com")], own)
    assert other[0] == by("ana@a.org", "a1", "us"), "somebody else's address"
    alone = tickets(tmp_path, mail("aw", ANA, SHOP, 9, more="Auto-Submitted: auto-replied\n"))
    assert alone[0].messages[0].role is Role.REQUESTER, "perhaps all that there is of a question"


def test_what_comes_by_a_list_is_by_who_wrote_to_it(tmp_path: Path) -> None:
    by_list = [
        mail(name, f"'{who}' via Support <support@lists.shop.org>", SHOP, 10,
             more=f"List-Id: <support.lists.shop.org>\n{told}: {who} <{who}@mail.example>\n")
        for name, who, told in (("a1", "ana", "Reply-To"), ("z1", "zoe", "X-Original-From"))
    ]  # fmt: skip
    assert [one.email for one in tickets(tmp_path, *by_list)] == [
        "ana@mail.example", "zoe@mail.example",
    ]  # fmt: skip


def test_a_folder_of_what_was_sent_is_of_those_it_went_to(tmp_path: Path) -> None:
    sent = [mail(f"us{at}", JOE, who, at + 9).replace("<us@x>", f"<s{at}@x>")
            for at, who in enumerate((ANA, ZOE, f"{MAX}, {JOE}"))]  # fmt: skip
    found = together(tmp_path, sent)
    assert found == [by("ana@a.org", "us0"), by("max@b.org", "us2"), by("zoe@gmail.com", "us1")]
    to_us = [mail("a1", ANA, f"{SHOP}, {MAX}", 9), mail("a2", ANA, f"{JOE}, {TOM}", 10)]
    assert {who for who, _ in together(tmp_path, to_us)} == {"ana@a.org"}

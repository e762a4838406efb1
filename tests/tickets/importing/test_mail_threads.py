"""Whose conversation a mail belongs to, in whatever order and company it is dropped."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from itertools import permutations
from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.doctor import examine, examine_all, read_tickets
from supportdesk_gui.tickets.importing.parts import Part
from supportdesk_gui.tickets.importing.run import import_export
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Role, Ticket
from tests.tickets.desk import check_index, open_desk

ANA, ZOE, MAX = "Ana <ana@a.org>", "Zoe <zoe@gmail.com>", "Max <max@b.org>"
SHOP, JOE = "Shop <support@shop.org>", "Joe <joe@shop.org>"

Talk = tuple[str, list[tuple[Role, str]]]


def mail(name: str, who: str, to: str, hour: int, above: str = "", more: str = "") -> str:
    """A mail whose text is its name."""
    named = f"References: {' '.join(f'<{one}@x>' for one in above.split())}\n" if above else ""
    return (
        f"From: {who}\nTo: {to}\nSubject: Re: Lamp\nMessage-ID: <{name[:2]}@x>\n{named}{more}"
        f"Date: 05 Jan 2026 {hour}:00:00 +0000\n\n{name}\n"
    )


def together(folder: Path, mails: list[str], own: str = "") -> list[Talk]:
    """Who asks and who said what in mails that are dropped together."""
    parts = []
    for place, text in enumerate(mails):
        path = folder / f"{place}.eml"
        path.write_text(text)
        parts.append(Part(path, path.name))
    (found,), _ = examine_all(parts)
    tickets = [one for one in read_tickets(found, own) if isinstance(one, Ticket)]
    assert len({one.external_id for one in tickets}) == len(tickets)
    return sorted(map(_talk, tickets))


def one_by_one(folder: Path, mails: list[str], own: str = "") -> list[Talk]:
    """The same of mails that are dropped one after the other, each twice."""

    async def drop(store: TicketStore, path: Path) -> None:
        async with aclosing(import_export(examine(path), store, own)) as steps:
            async for _ in steps:
                pass

    room = Path(folder, f"desk{len(list(folder.iterdir()))}")
    room.mkdir()
    with open_desk(room) as database:
        store = TicketStore(database)
        for text in [*mails, *mails]:
            path = room / "mail.eml"
            path.write_text(text)
            asyncio.run(drop(store, path))
        found = [_talk(store.ticket(one)) for one in store.ids(TicketQuery(chip=Chip.ALL))]
        check_index(database)
    return sorted(found)


def _talk(ticket: Ticket) -> Talk:
    return ticket.email, [(one.role, one.text) for one in ticket.messages]


def by(email: str, *texts: str) -> Talk:
    """A conversation; texts that begin with `us` are ours."""
    role = {True: Role.AGENT, False: Role.REQUESTER}
    return email, [(role[one.startswith("us")], one) for one in texts]


MAILING = [
    mail("a1 lamp", ANA, SHOP, 10, "news"), mail("z1 shoes", ZOE, SHOP, 11, "news"),
    mail("us sorry", SHOP, ZOE, 12, "news z1"),
    mail("a2 and now", ANA, SHOP, 13, "news a1"),
]  # fmt: skip


@pytest.mark.parametrize("own", ["", "joe@shop.org"])
def test_those_who_answer_a_mailing_have_their_own_conversations(tmp_path: Path, own: str) -> None:
    mails = MAILING
    whole = [by("ana@a.org", "a1 lamp", "a2 and now"), by("zoe@gmail.com", "z1 shoes", "us sorry")]
    assert together(tmp_path, mails, own) == whole
    assert one_by_one(tmp_path, mails, own) == whole
    assert one_by_one(tmp_path, mails[::-1], own) == whole
    letter = mail("ne buy", SHOP, "list@shop.org", 9).replace("<ne@x>", "<news@x>")
    for found in (
        together(tmp_path, [letter, *mails], own),
        one_by_one(tmp_path, [letter, *mails], own),
    ):
        assert [one for one in found if one[0] != "support@shop.org"] == whole and len(found) == 3


def test_a_mailing_that_nothing_tells_from_a_question_takes_one_of_its_answers_at_most(
    tmp_path: Path,
) -> None:
    letter = mail("jo", "Jo <jo@shop.org>", "all@list.net", 9)
    answers = [mail(f"{who[0].lower()}1", who, "jo@shop.org", 10, "jo") for who in (ANA, ZOE, MAX)]
    found = one_by_one(tmp_path, [letter, *answers])
    assert sorted(text for _, texts in found for _, text in texts) == ["a1", "jo", "m1", "z1"]
    assert found == together(tmp_path, [letter, *answers])
    assert max(len(texts) for _, texts in found) <= 2
    apart = [by(f"{who}@{house}", f"{who[0]}1") for who, house in
             (("ana", "a.org"), ("max", "b.org"), ("zoe", "gmail.com"))]  # fmt: skip
    assert [one for one in one_by_one(tmp_path, [letter, *answers], "jo@shop.org")
            if one[0] not in ("all@list.net", "jo@shop.org")] == apart  # fmt: skip


@pytest.mark.parametrize("who", ["Ana <ana+shop@a.org>", "Ana <ana@home.net>"])
@pytest.mark.parametrize("own", ["", "support@shop.org"])
def test_who_goes_on_from_another_address_of_theirs_stays_in_the_conversation(
    tmp_path: Path, who: str, own: str
) -> None:
    mails = [
        mail("a1", ANA, SHOP, 10), mail("us", SHOP, ANA, 11, "a1"),
        mail("a2", who, SHOP, 12, "a1 us"),
    ]  # fmt: skip
    whole = [by("ana@a.org", "a1", "us", "a2")]
    assert together(tmp_path, mails, own) == one_by_one(tmp_path, mails, own) == whole


def test_who_got_a_copy_of_our_answer_may_go_on(tmp_path: Path) -> None:
    mails = [
        mail("a1", ANA, SHOP, 10), mail("us", SHOP, ANA, 11, "a1", f"Cc: {MAX}\n"),
        mail("m1", MAX, SHOP, 12, "a1 us"),
    ]  # fmt: skip
    assert together(tmp_path, mails) == [by("ana@a.org", "a1", "us", "m1")]


def test_a_first_mail_of_ours_is_of_the_one_it_went_to(tmp_path: Path) -> None:
    mails = [
        mail("us", SHOP, ANA, 9), mail("a1", ANA, SHOP, 10, "us"),
        mail("u2", SHOP, ANA, 11, "us a1").replace("\n\nu2\n", "\n\nus too\n"),
    ]  # fmt: skip
    whole = [by("ana@a.org", "us", "a1", "us too")]
    assert together(tmp_path, mails) == one_by_one(tmp_path, mails) == whole


def test_the_same_number_of_a_mail_makes_nobody_the_same_person(tmp_path: Path) -> None:
    mails = [mail("m1", ANA, SHOP, 10), mail("m1", ZOE, SHOP, 10)]
    both = [by("ana@a.org", "m1"), by("zoe@gmail.com", "m1")]
    assert together(tmp_path, mails) == one_by_one(tmp_path, mails) == both


def test_who_was_written_to_is_of_the_conversation_and_who_got_it_passed_on_is_not(
    tmp_path: Path,
) -> None:
    first = [mail("a1", ANA, f"{JOE}, {MAX}", 10), mail("us", JOE, ANA, 11, "a1")]
    friend = mail("m1", MAX, JOE, 12, "a1 us")
    assert together(tmp_path, [*first, friend]) == [by("ana@a.org", "a1", "us", "m1")]
    other = mail("z1", ZOE, JOE, 12, "a1 us")
    apart = [by("ana@a.org", "a1", "us"), by("zoe@gmail.com", "z1")]
    assert together(tmp_path, [*first, other]) == one_by_one(tmp_path, [*first, other]) == apart


@pytest.mark.parametrize(("us", "own"), [(SHOP, ""), (JOE, ""), (JOE, "kim@shop.org")])
def test_the_order_of_the_drops_says_nothing_of_who_asks(tmp_path: Path, us: str, own: str) -> None:
    mails = [
        mail("a1", ANA, SHOP, 10), mail("us", us, ANA, 11, "a1"),
        mail("a2", ANA, SHOP, 12, "a1 us"),
    ]  # fmt: skip
    for order in permutations(mails):
        assert one_by_one(tmp_path, list(order), own) == [by("ana@a.org", "a1", "us", "a2")]


def test_a_form_asks_for_who_filled_it_in(tmp_path: Path) -> None:
    def form(name: str, who: str, sender: str, to: str = SHOP) -> str:
        return mail(name, sender, to, 10, "form", f"Reply-To: {who}\n")

    forms = [form("a1", ANA, "Shop form <web@shop.org>"), form("z1", ZOE, "<no-reply@host.net>")]
    assert together(tmp_path, forms) == [by("ana@a.org", "a1"), by("zoe@gmail.com", "z1")]
    assert together(tmp_path, forms[:1]) == [by("ana@a.org", "a1")]
    usual = [form("a1", "Ana at home <ana@home.org>", ANA)]
    assert together(tmp_path, usual) == [by("ana@a.org", "a1")], "she wrote it herself"
    out = [form("us", "Shop <us@helpdesk.org>", JOE, ANA)]
    assert together(tmp_path, out, "joe@shop.org") == [by("ana@a.org", "us")], "ours, to her"


def test_thousands_may_answer_one_mailing(tmp_path: Path) -> None:
    path = tmp_path / "in.mbox"
    path.write_text("".join(
        f"From x Mon Jan  5 10:00:00 2026\n{mail('a1', f'c{n}@c{n}.org', SHOP, 10, 'news')}\n"
        .replace("<a1@x>", f"<{n}@c>") for n in range(800)
    ))  # fmt: skip
    tickets = [one for one in read_tickets(examine(path)) if isinstance(one, Ticket)]
    assert len(tickets) == len({one.email for one in tickets}) == 800

"""Mails are the same conversations in whatever order they are dropped."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from supportdesk_gui.assist.drafts import DraftStore
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Status
from tests.tickets.desk import check_index, everything, open_desk, read_in
from tests.tickets.importing.test_mail_participants import BEA, FIRST
from tests.tickets.importing.test_mail_threads import (
    ANA,
    JOE,
    MAX,
    SHOP,
    ZOE,
    by,
    mail,
    one_by_one,
    together,
)

_COPY = f"Cc: {MAX}\n"
_LATER = [
    mail("a1", ANA, SHOP, 10), mail("us", SHOP, ANA, 11, "a1", _COPY),
    mail("m1", MAX, SHOP, 12, "a1 us"),
]  # fmt: skip
_BRIDGED = [
    mail("a1", ANA, SHOP, 10), mail("us", SHOP, ANA, 11, "a1"),
    mail("a2", ANA, SHOP, 12, "us", _COPY), mail("m1", MAX, SHOP, 13, "a2"),
]  # fmt: skip
_TO_ALL = [
    mail("a1", ANA, SHOP, 10, more=_COPY),
    mail("m1", MAX, ANA, 11, "a1", f"Cc: {SHOP}\n"),
    mail("us", SHOP, MAX, 12, "a1 m1", f"Cc: {ANA}\n"),
]
_TO_JOE = [
    mail("a1", ANA, JOE, 10, more=_COPY), mail("us", JOE, ANA, 11, "a1", _COPY),
    mail("m1", MAX, JOE, 12, "a1 us"), mail("us2", JOE, MAX, 13, "a1 us m1", f"Cc: {ANA}\n")
    .replace("<us@x>", "<u2@x>", 1),
]  # fmt: skip
_COLLEAGUE = [*FIRST, mail("b1", BEA, SHOP, 12, "a1 us")]


@pytest.mark.parametrize(
    ("mails", "texts", "own"),
    [(_LATER, "a1 us m1", ""), (_LATER, "a1 us m1", "support@shop.org"),
     (_BRIDGED, "a1 us a2 m1", ""), (_BRIDGED, "a1 us a2 m1", "joe@shop.org"),
     (_TO_ALL, "a1 m1 us", ""), (_TO_JOE, "a1 us m1 us2", "support@shop.org"),
     (_COLLEAGUE, "", "")],
)  # fmt: skip
def test_any_order_gives_one_conversation(
    tmp_path: Path, mails: list[str], texts: str, own: str
) -> None:
    whole = together(tmp_path, mails, own)
    assert len(whole) == 1 and (not texts or whole == [by("ana@a.org", *texts.split())])
    orders = list(permutations(mails))
    for order in orders if len(mails) < 4 else orders[2::3]:
        assert one_by_one(tmp_path, list(order), own) == whole


def test_a_mail_that_joins_two_tickets_is_taken_back(tmp_path: Path) -> None:
    with open_desk(tmp_path) as database:
        store = TicketStore(database)

        def drop(text: str) -> int:
            (tmp_path / "mail.eml").write_text(text)
            return read_in(store, tmp_path / "mail.eml").import_id

        def emails() -> list[str]:
            return sorted(store.ticket(one).email for one in store.ids(TicketQuery("", Chip.ALL)))

        for text in (_LATER[0], _LATER[2]):
            drop(text)
        before = everything(database)
        assert emails() == ["ana@a.org", "max@b.org"]
        joining = drop(_LATER[1])
        assert emails() == ["ana@a.org"] and not store.ids(TicketQuery("max", Chip.ALL))[1:]
        check_index(database)
        store.undo_import(joining).result()
        assert everything(database) == before
        check_index(database)
        (found,) = store.ids(TicketQuery("from:max@b.org", Chip.ALL))
        drafts = DraftStore(database)
        drafts.save_text(drafts.start(found, "en", "agent")[1].result(), "Dear Max").result()
        drop(_LATER[1])
        assert emails() == ["ana@a.org", "max@b.org"], "a ticket with a reply stays"
        assert store.ticket(found).messages[0].text == "m1"


def test_roles_that_the_agent_changed_over_stay(tmp_path: Path) -> None:
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        (tmp_path / "mail.eml").write_text(mail("us", SHOP, ANA, 10))
        read_in(store, tmp_path / "mail.eml")
        (one,) = store.ids(TicketQuery("", Chip.ALL))
        store.swap_roles(one).result()
        roles = [said.role for said in store.ticket(one).messages]
        (tmp_path / "mail.eml").write_text(mail("u2", SHOP, ANA, 11, "us"))
        read_in(store, tmp_path / "mail.eml")
        assert [said.role for said in store.ticket(one).messages][:1] == roles
        assert store.ticket(one).status is not Status.GONE


def test_customers_who_name_the_same_mail_stay_apart_whatever_comes_between(
    tmp_path: Path,
) -> None:
    mails = [
        mail("z1", ZOE, SHOP, 10, "news"), mail("a1", ANA, SHOP, 11, "news"),
        mail("us", SHOP, ANA, 12, "news a1"), mail("u2", SHOP, ZOE, 13, "news z1"),
    ]  # fmt: skip
    for order in (
        mails,
        mails[::-1],
        [mails[3], *mails[:3]],
        [mails[2], mails[0], mails[3], mails[1]],
    ):
        for who, texts in one_by_one(tmp_path, order):
            said = {text for _, text in texts}
            assert not {"z1", "a1"} <= said and (who == "zoe@gmail.com") is bool(
                said & {"z1", "u2"}
            )

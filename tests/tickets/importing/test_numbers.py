"""A number is that of one ticket: no customer's words are lost or mixed with another's by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.doctor import Notice, Shape, examine, read_tickets
from supportdesk_gui.tickets.importing.survey import survey
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Ticket
from supportdesk_gui.tickets.ticket_numbers import are_rounded, as_told, is_damaged, names_one
from tests.tickets.desk import bring, open_desk, read_in, ticket

ANA, ZOE, KIM = "Ana,ana@a.org", "Zoe,zoe@b.org", "Kim,kim@c.org"
HEAD = "Ticket ID,Customer,Email,Subject,Description"


def table(path: Path, *rows: tuple[str, str, str]) -> Path:
    """A file of these numbers, customers and texts."""
    lines = [f"{number},{who},{text[:4]},{text}" for number, who, text in rows]
    path.write_text("\n".join([HEAD, *lines, ""]))
    return path


def there(store: TicketStore) -> list[tuple[str, str, list[str]]]:
    """Number, requester and texts of every ticket."""
    tickets = [store.ticket(one) for one in store.ids(TicketQuery(chip=Chip.ALL))]
    return sorted(
        (one.external_id, one.requester, [m.text for m in one.messages]) for one in tickets
    )


@pytest.mark.parametrize(
    "number",
    ["N/A", "-", "0", "null", "#REF!", "########", "None", "1.03E+13", "123456000012345000",
     "1234567890123000"],
)  # fmt: skip
def test_what_is_no_number_joins_nobody(tmp_path: Path, number: str) -> None:
    told = as_told(number, rounded=are_rounded([number]))
    assert not names_one(told)
    rows = [(number, ANA, "my lamp"), (number, ZOE, "my shoes"), ("5", KIM, "my chair")]
    diagnosis = examine(table(tmp_path / "a.csv", *rows))
    assert diagnosis.shape is Shape.TICKET
    assert (Notice.DAMAGED_ID in diagnosis.notices) is is_damaged(told)
    found = [one for one in read_tickets(diagnosis) if isinstance(one, Ticket)]
    assert [one.messages[0].text for one in found] == ["my lamp", "my shoes", "my chair"]


def test_a_number_of_sixteen_digits_or_with_letters_is_one() -> None:
    for number in ("1234567890123456", "PROJ-1000", "1000000", "462513000000123", "00012", "-7"):
        assert names_one(number) and as_told(number, rounded=True) == number


def test_a_long_number_that_ends_in_zeros_by_chance_is_one() -> None:
    column = ["381234567890123456", "381234567890124000", "381234567890124017"]
    assert not are_rounded(column)
    assert are_rounded(["381234567890123000", "381234567890124000"])
    assert are_rounded(["1234567890123450", "1234567890123460", "1234567890123470"])


def test_a_repeated_number_of_somebody_else_is_a_ticket_of_its_own(tmp_path: Path) -> None:
    filler = [(str(n), KIM, f"question {n}") for n in range(10, 30)]
    rows = [("7", ANA, "my lamp"), *filler, ("7", ZOE, "my shoes"), ("7", ANA, "my lamp, please")]
    path = table(tmp_path / "a.csv", *rows)
    seen = survey(examine(path))
    assert (seen.kept, seen.shared, seen.repeated) == (22, 1, 1)
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        first = read_in(store, path)
        assert (first.added, first.repeated) == (22, 1)
        again = read_in(store, path)
        assert (again.added, again.changed) == (0, 0)
        assert [one for one in there(store) if one[1] != "Kim"] == [
            ("", "Zoe", ["my shoes"]), ("7", "Ana", ["my lamp, please"]),
        ]  # fmt: skip


def test_questions_with_one_number_are_their_askers(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = [f"7,{ANA},my lamp,sorry", f"7,{ZOE},my shoes,soon", f"7,{ANA},and now?,sent"]
    path.write_text("\n".join(["Ticket ID,Customer,Email,Question,Answer", *rows, ""]))
    found = [one for one in read_tickets(examine(path)) if isinstance(one, Ticket)]
    assert sorted((one.requester, [m.text for m in one.messages]) for one in found) == [
        ("Ana", ["my lamp", "sorry", "and now?", "sent"]), ("Zoe", ["my shoes", "soon"]),
    ]  # fmt: skip


def test_the_same_number_in_another_file_is_another_customers(tmp_path: Path) -> None:
    shops = [tmp_path / name / "tickets.csv" for name in "ab"]
    for shop in shops:
        shop.parent.mkdir()
    table(shops[0], ("1", ANA, "my lamp"), ("2", KIM, "my chair"))
    table(shops[1], ("1", ZOE, "my shoes"))
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        for shop in (*shops, *shops):
            read_in(store, shop)
        assert there(store) == [
            ("", "Zoe", ["my shoes"]), ("1", "Ana", ["my lamp"]), ("2", "Kim", ["my chair"]),
        ]  # fmt: skip
        moved = ("1", "Ana Maria,ana@home.org", "my lamp")
        read_in(store, table(shops[0], moved))
        assert ("1", "Ana Maria", ["my lamp"]) in there(store), "the same words: another address"


def test_numbers_count_for_one_account_and_one_sheet(tmp_path: Path) -> None:
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        for _ in range(2):
            for account, text in (("a", "my lamp"), ("b", "my shoes")):
                link = f"https://{account}.zendesk.com/agent/tickets/7"
                bring(store, [ticket("7", text, url=link, requester="Ana")])
            for subject, text in (("Mails", "my chair"), ("Chats", "my table")):
                bring(store, [ticket("1", text, source="book", subject=subject)])
        tickets = [store.ticket(one) for one in store.ids(TicketQuery(chip=Chip.ALL))]
        assert sorted((one.source, one.external_id, one.messages[0].text) for one in tickets) == [
            ("Zendesk", "7", "my lamp"), ("Zendesk b.zendesk.com", "7", "my shoes"),
            ("book", "", "my table"), ("book", "1", "my chair"),
        ]  # fmt: skip
        bring(store, [ticket("1", "my chair", "and its leg", source="book", subject="Chair")])
        assert len(store.ids(TicketQuery("leg"))) == 1
        assert len(store.ids(TicketQuery(chip=Chip.ALL))) == 4, "the same words: another subject"

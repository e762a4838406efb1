"""Exports that were put one below the other, each with a header of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.doctor import (
    RejectedRow,
    RejectReason,
    examine,
    read_tickets,
)
from supportdesk_gui.tickets.ticket import Role, Ticket

FIRST = "Id,Subject,Description,Status,Created at\n" + "".join(
    f"{n},Late {n},Where is parcel {n}?,open,2026-03-{n % 28 + 1:02} 10:00\n" for n in range(1, 6)
)
LONG = FIRST + "".join(f"{n},Late {n},Where is {n}?,open,2026-03-01 10:00\n" for n in range(6, 400))
SWAPPED = "Subject,Id,Status,Description,Created at\n" + "".join(
    f"Damaged {n},{n},closed,It came in pieces {n},2026-04-{n:02} 10:00\n" for n in range(11, 14)
)
GERMAN = "Ticketnummer,Betreff,Nachricht,Kunde,E-Mail,Filiale,Erstellt am\n" + "".join(
    f'{n},Defekt {n},"Es ist kaputt, {n}",Anna,a{n}@x.org,Wien,{n}.04.2026 10:00\n'
    for n in range(21, 24)
)
ORDERS = "Order ID,Total,Currency,Shipping address\n31,12.50,EUR,Street 1\n32,9.00,EUR,Street 2\n"
COMMENTS = "Ticket ID,Author,Body,Created at\n1,Mia,We look into it,2026-03-09\n"
UNKNOWN = "Vorgang,Sache,Wann,Wo\n" + "".join(f"V{n},Ding,{n}.4.2026,{n}\n" for n in range(41, 44))


def _read(path: Path) -> tuple[list[Ticket], list[tuple[int, RejectReason]]]:
    items = list(read_tickets(examine(path)))
    rejected = [(one.line, one.reason) for one in items if isinstance(one, RejectedRow)]
    return [one for one in items if isinstance(one, Ticket)], rejected


def _csv(folder: Path, text: str) -> tuple[list[Ticket], list[tuple[int, RejectReason]]]:
    path = folder / "export.csv"
    path.write_text(text, encoding="utf-8")
    return _read(path)


@pytest.mark.parametrize("above", [FIRST, LONG], ids=["in the first rows", "far below"])
def test_rows_are_read_by_the_header_above_them(tmp_path: Path, above: str) -> None:
    lists = [above, SWAPPED, GERMAN.replace(",", ";").replace(";E-Mail", ";E-Mail"), SWAPPED]
    alone = [ticket for one in lists for ticket in _csv(tmp_path, one)[0]]
    assert "Es ist kaputt; 21" in {ticket.messages[0].text for ticket in alone}
    together, rejected = _csv(tmp_path, "".join(lists))
    assert together == alone
    at = above.count("\n")
    assert rejected == [(at + place, RejectReason.OTHER_HEADER) for place in (1, 5, 9)]


def test_the_rows_of_a_sheet_are_read_by_the_header_above_them(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    assert book.active is not None
    for line in (FIRST + SWAPPED + ORDERS).splitlines():
        book.active.append(line.split(","))
    book.save(tmp_path / "export.xlsx")
    tickets, rejected = _read(tmp_path / "export.xlsx")
    assert [one.external_id for one in tickets] == ["1", "2", "3", "4", "5", "11", "12", "13"]
    assert tickets[-1].messages[0].text == "It came in pieces 13"
    assert [line for line, _ in rejected] == [7, 11, 12, 13]


@pytest.mark.parametrize("below", [ORDERS, COMMENTS, UNKNOWN], ids=["orders", "comments", "?"])
def test_another_kind_of_list_below_the_tickets_is_told_and_not_read_as_tickets(
    tmp_path: Path, below: str
) -> None:
    alone = _csv(tmp_path, FIRST)[0]
    together, rejected = _csv(tmp_path, FIRST + below + FIRST)
    assert together == alone * 2
    rows = below.count("\n") - 1
    assert [reason for _, reason in rejected] == [
        RejectReason.OTHER_HEADER,
        *[RejectReason.BELOW_OTHER_HEADER] * rows,
        RejectReason.OTHER_HEADER,
    ]


def test_a_conversation_goes_on_in_the_list_below(tmp_path: Path) -> None:
    above = (
        "conversation_id,author,body,created_at\n"
        + "".join(f"c{n},Ben,Where is it {n}?,2026-03-0{n} 10:00\n" for n in range(1, 4))
        + "c1,Mia,On its way,2026-03-01 11:00\n"
    )
    below = "body,created_at,conversation_id,author\nStill not here,2026-03-02 10:00,c1,Ben\n"
    tickets, rejected = _csv(tmp_path, above + below + "Sorry,2026-03-02 11:00,c1,Mia\n")
    said = {one.external_id: [(part.role, part.text) for part in one.messages] for one in tickets}
    assert len(tickets) == 3
    assert said["c1"] == [
        (Role.REQUESTER, "Where is it 1?"), (Role.AGENT, "On its way"),
        (Role.REQUESTER, "Still not here"), (Role.AGENT, "Sorry"),
    ]  # fmt: skip
    assert rejected == [(6, RejectReason.OTHER_HEADER)]


WORDS = (
    "Subject,Message,Type,Priority\n" + "Order,Status,Question,Email\nReview,Total,Issue,High\n" * 9
)


@pytest.mark.parametrize(
    ("text", "tickets"),
    [
        (FIRST + "6,Description,Message,Status,2026-03-01\n7,Subject,Body,Status,Date\n", 7),
        (FIRST + ",Subject,Message,,\nABC,Message,Message,Status,today\n8,Late,Where?,open,\n", 8),
        (WORDS, 18),
        ("question,answer\n" + "Where is it?,There\n" * 3 + "Message,Reply\nWhy?,So\n", 3),
        ("Key,Title,Body,Status\n" + "".join(f"T-{n},Late,Text {n},open\n" for n in range(9))
         + "CHAT,Leo Kim,Where is it,open\nPhone,Leo Kim,Text,open\nMail,leo@z.org,Text,open\n", 12),
        (FIRST.partition("\n")[0] + "\n" + SWAPPED, 3),
    ],
)  # fmt: skip
def test_a_row_that_looks_a_little_like_a_header_is_a_row(
    tmp_path: Path, text: str, tickets: int
) -> None:
    found, rejected = _csv(tmp_path, text)
    others = {RejectReason.OTHER_HEADER, RejectReason.BELOW_OTHER_HEADER, RejectReason.HEADER_AGAIN}
    assert len(found) == tickets
    assert others.isdisjoint(reason for _, reason in rejected)


def test_a_list_below_may_have_fewer_columns(tmp_path: Path) -> None:
    tickets, rejected = _csv(tmp_path, FIRST + "Id,Subject,Description\n6,a,b\n7,c,d\n")
    assert [(one.external_id, one.external_status) for one in tickets[-2:]] == [
        ("6", ""),
        ("7", ""),
    ]
    assert rejected == [(7, RejectReason.OTHER_HEADER)]

"""A row that means something is a ticket of its own, however short or odd it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from supportdesk_gui.tickets.importing.doctor import (
    ReadingProgress,
    RejectedRow,
    RejectReason,
    examine,
    read_tickets,
)
from supportdesk_gui.tickets.ticket import Ticket

FEW = RejectReason.TOO_FEW_CELLS

Read = tuple[list[Ticket], list[tuple[int, RejectReason]], int]


def _read(path: Path) -> Read:
    """Tickets, rejected rows, and how many lines were joined."""
    items = list(read_tickets(examine(path)))
    rejected = [(one.line, one.reason) for one in items if isinstance(one, RejectedRow)]
    joined = sum(one.joined for one in items if isinstance(one, ReadingProgress))
    return [one for one in items if isinstance(one, Ticket)], rejected, joined


def _csv(folder: Path, text: str) -> Read:
    path = folder / "export.csv"
    path.write_text(text, encoding="utf-8")
    return _read(path)


def _text(ticket: Ticket) -> str:
    return ticket.messages[0].text if ticket.messages else ""


@pytest.mark.parametrize(
    ("header", "row", "odd"),
    [
        ("Name|Message|Created", "A{}|text {}|2026-03-0{} 10:00", "B|no date"),
        ("Subject|Message|Email", "S{}|text {}|a{}@x.org", "B|no address"),
        ("Subject|Message|Email", "S{}|text {}|a{}@x.org", "a subject alone"),
        ("Kunde|Nachricht|Status|Ticket", "A{}|text {}|offen|{}", "B|ohne Nummer|offen"),
        ("Ticket|Subject|Message|Agent", "{}|S{}|text {}|Bob", "phone call|S|no agent"),
        ("Date|Subject|Message|Agent", "2026-03-0{}|S{}|text {}|Bob", "last week|S|no agent"),
        ("Date|Subject|Message|Agent", "2026-03-0{}|S{}|text {}|Bob", "|a subject alone"),
    ],
)
def test_a_row_whose_last_cells_are_empty_is_a_ticket(
    tmp_path: Path, header: str, row: str, odd: str
) -> None:
    rows = [row.format(*[number] * row.count("{}")) for number in range(1, 8)]
    lines = [header, *rows[:4], odd, *rows[4:]]
    book = Workbook()
    assert book.active is not None
    for line in lines:
        book.active.append([cell or None for cell in line.split("|")])
    book.save(tmp_path / "a.xlsx")
    tickets, rejected, _ = _read(tmp_path / "a.xlsx")
    assert (len(tickets), rejected) == (8, [])
    if odd != "a subject alone":  # in a text file that may be a line of the text above
        tickets, rejected, joined = _csv(tmp_path, "\n".join(lines).replace("|", ","))
        assert (len(tickets), rejected, joined) == (8, [], 0)


NUMBERED = "Ticket,Customer,Message\n" + "".join(
    f"{number},c{number}@x.org,Text of {number}\n" for number in range(1001, 1025)
)
SUBJECTS = "id,subject,message\n" + "".join(f"{n},Sub {n},Text of {n}\n" for n in range(1, 25))
WIDE = "id,subject,message,status,tags\n" + "".join(
    f"{n},Sub {n},Text of {n},open,a{n}\n" for n in range(1, 25)
)


@pytest.mark.parametrize(
    ("text", "rows", "joined"),
    [
        # one text is broken, and rows without a usual number stand below it
        (NUMBERED + "1025,d@x.org,first line\nsecond line\n1026,e@x.org,Text\n",
         [",mia@y.org,I have no number yet", "CHAT,leo@z.org,Please refund me",
          "1030-A,k@z.org,Reopened", "Phone,Leo Kim,Where is it", "Mail, leo@z.org, Refund me"], 1),
        (SUBJECTS + "oops\n25,Sub,x\n", ["T-30,Sub T,Text of T-30", ",No id,Text without id", "NEW,Sub,Text"], 1),
        (SUBJECTS + "25,Sub,one\ntwo\n26,Sub,x\n", ["T-30, Sub T, Text of T-30", "27,Sub 27", "A-28,Sub 28"], 1),
        ("Date,Email,Message\n" + "".join(f"2026-03-{n},c{n}@x.org,Text {n}\n" for n in range(10, 28))
         + "2026-03-28,k@x.org,one\ntwo\n2026-03-29,k@x.org,x\n",
         [",mia@y.org,Where is my parcel", "yesterday,leo@z.org,I want a refund"], 1),
        # empty cells at the end are left out, and no text is broken
        (WIDE, ["25,Only subject", "A-26,Other subject", "27,Sub"], 0),
        (WIDE, ["25,Sub,Text", "CHAT,Other subject,Other text"], 0),
        (WIDE, ["25,Sub,Text", ",mia@y.org,I have no number"], 0),
        (WIDE, ["25,Sub,Text", "26,Sub,Text", "CHAT,open,Text"], 0),
    ],
)  # fmt: skip
def test_a_row_of_another_customer_is_never_put_into_a_text(
    tmp_path: Path, text: str, rows: list[str], joined: int
) -> None:
    before = len(_csv(tmp_path, text)[0])
    tickets, rejected, lines = _csv(tmp_path, text + "\n".join(rows) + "\n")
    assert (len(tickets), rejected, lines) == (before + len(rows), [], joined)


def test_what_is_joined_is_words_or_just_what_the_row_lacks(tmp_path: Path) -> None:
    text = WIDE + "25,Sub,one\ntwo, and three\nfour,open,vip\n26,Sub,Text,open,b\n"
    tickets, rejected, joined = _csv(tmp_path, text)
    assert [_text(one) for one in tickets[-2:]] == ["one\ntwo, and three\nfour", "Text"]
    assert (tickets[-2].external_status, rejected, joined) == ("open", [], 2)
    text = SUBJECTS + "25,Sub,one\ntwo\nyes, please, thanks, all of you\nno,no\n26,Sub,x\n"
    tickets, rejected, joined = _csv(tmp_path, text)
    assert _text(tickets[-2]) == "one\ntwo\nyes, please, thanks, all of you"
    assert (rejected, joined) == ([(29, FEW)], 2)  # it may be a row or words: told, with its text
    tickets, rejected, joined = _csv(tmp_path, SUBJECTS + "Confidential - internal use only\n")
    assert (_text(tickets[-1]), rejected, joined) == ("Text of 24", [(26, FEW)], 0)


def test_in_a_list_of_texts_a_text_may_be_any_word(tmp_path: Path) -> None:
    words = ["Where is it?", "Total", "message", "总数", "I want a refund"]
    for header, end in (("message", ""), ("message,rating", ",1")):
        text = "\n".join([header, *(word + end for word in words)])
        tickets, rejected, _ = _csv(tmp_path, text)
        assert ([_text(one) for one in tickets], rejected) == (words, [])


def test_the_end_of_a_text_whose_quotes_do_not_match_is_no_ticket(tmp_path: Path) -> None:
    rows = "".join(f"{n},Wien,Text of {n},Subject {n},open,high\n" for n in range(1, 9))
    broken = (
        '9,Wien,"Where is" it?\nI wait"for it,Subject 9,Mia,closed\n10,Wien,Text,Sub,open,low\n'
    )
    text = "id,store,message,subject,status,priority\n" + rows + broken
    tickets, rejected, _ = _csv(tmp_path, text)
    assert [one.external_id for one in tickets] == [str(n) for n in range(1, 11)]
    assert rejected == [(11, RejectReason.BROKEN_QUOTES)]

"""Tickets that came as mails and in an export are told, and stay apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.ui.inbox.import_words import report_words
from tests.tickets.desk import open_desk, read_in

_MAIL = (
    "From: {who} <{who}@mail.example>\nTo: support@shop.example\nSubject: [#12] Lamp\n"
    "Message-ID: <{who}@x>\nDate: 05 Jan 2026 10:00:00 +0000\n\n{text}\n\n-- \n{who}\n"
)
_TEXT = "My lamp arrived broken, what now?"
_LIST = (
    "Ticket ID,Subject,Description,Requester email\n12,Lamp,{},{}\n"
    f'13,Shoes,"{_TEXT}",zoe@mail.example\n'
)


@pytest.mark.parametrize("first", ["mails", "list"])
@pytest.mark.parametrize(
    ("who", "text", "count"),
    [
        ("ana", f'"{_TEXT}"', 1),
        ("bo", f'"{_TEXT}"', 0),
        ("ana", "Where is my order 5512 please", 0),
    ],
)
def test_the_same_words_of_the_same_customer_are_told(
    tmp_path: Path, first: str, who: str, text: str, count: int
) -> None:
    (tmp_path / "ana.eml").write_text(_MAIL.format(who="ana", text=_TEXT.replace(", ", ",\n")))
    (tmp_path / "list.csv").write_text(_LIST.format(text, f"{who.upper()}@mail.example"))
    names = ["ana.eml", "list.csv"]
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        told = [read_in(store, tmp_path / name)
                for name in (names if first == "mails" else names[::-1])]  # fmt: skip
        assert [one.changes.twice for one in told if one.changes] == [0, count]
        assert ("looks like a ticket that you have" in report_words(told[1])) is bool(count)
        assert store.count(TicketQuery("", Chip.ALL)) == 3

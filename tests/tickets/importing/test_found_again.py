"""What was written is found again once it is imported: by its words, its accents left out, its Chinese pairs."""

from __future__ import annotations

import csv
import tempfile
import unicodedata
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from supportdesk_gui.tickets.importing.doctor import read_tickets
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Ticket
from tests.tickets.desk import bring, check_index, open_desk
from tests.tickets.importing.written import as_written

# Letters that each encoding can write, with accents, without spaces between words where the
# language has none.
_LETTERS = {
    "utf-8": "aeiounsäöüéèñçßœøåłşžαβγавгд", "utf-16": "aeiouéñçäöü", "cp1252": "aeiouéèñçäöüß",
    "gb18030": "我的订单还没有收到请帮查询物流退款发票地址", "big5": "我的訂單還沒有收到請幫查詢物流退款",
    "cp932": "注文の品が届きませんかえしたい返品カタログ", "cp949": "주문한상품이아직도착하지않았습니다",
}  # fmt: skip


def _plain(word: str) -> str:
    """As somebody types it who has no accents on the keyboard; kana keep their marks, and the
    Russian letter that looks like an accented one, into which bytes of Latin may turn, is its own."""
    if "й" in word.lower():
        return word
    parts = unicodedata.normalize("NFD", word)
    return unicodedata.normalize(
        "NFC", "".join(one for one in parts if not "\u0300" <= one < "\u0370")
    )


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_every_row_is_found_by_each_of_its_words(data: st.DataObject) -> None:
    encoding = data.draw(st.sampled_from(sorted(_LETTERS)))
    delimiter = data.draw(st.sampled_from([",", ";", "\t"]))
    word = st.text(alphabet=_LETTERS[encoding], min_size=2, max_size=9)
    bodies = data.draw(st.lists(st.lists(word, min_size=1, max_size=5), min_size=1, max_size=4))
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "export.csv"
        with path.open("w", encoding=encoding, newline="") as file:
            rows = csv.writer(file, delimiter=delimiter)
            rows.writerow(["Ticket ID", "Subject", "Description", "Status"])
            rows.writerows([f"{n}", "", " ".join(words), "open"] for n, words in enumerate(bodies))
        diagnosis = as_written(path, encoding)
        tickets = [item for item in read_tickets(diagnosis) if isinstance(item, Ticket)]
        assert len(tickets) == len(bodies)
        with open_desk(Path(name)) as database:
            store = TicketStore(database)
            _, done = bring(store, tickets)
            for ticket_id, words in zip(done.ids, bodies, strict=True):
                for one in words:
                    for typed in {one, _plain(one), one[:2], one.upper()}:
                        found = store.ids(TicketQuery(typed, Chip.ALL))
                        assert ticket_id in found, (encoding, typed, words)
            check_index(database)

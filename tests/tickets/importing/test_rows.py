"""Every row of a table becomes a ticket or a rejected row, in any dialect and encoding."""

from __future__ import annotations

import asyncio
import contextlib
import csv
import io
import tempfile
from collections.abc import Sequence
from contextlib import aclosing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportdesk_gui.tickets.importing.bodies import is_html
from supportdesk_gui.tickets.importing.doctor import (
    Choice,
    Diagnosis,
    ImportFailure,
    Notice,
    ReadingProgress,
    RejectedRow,
    RejectReason,
    Shape,
    examine,
    read_tickets,
)
from supportdesk_gui.tickets.importing.run import ImportReport, import_export
from supportdesk_gui.tickets.importing.survey import survey
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Ticket
from tests.tickets.desk import open_desk
from tests.tickets.importing.written import as_written

HEADER = ["Ticket ID", "Subject", "Description", "Status", "Created at"]

Read = tuple[Diagnosis, list[Ticket], list[RejectedRow]]


def _read(path: Path, diagnosis: Diagnosis | None = None) -> Read:
    diagnosis = diagnosis or examine(path)
    items = list(read_tickets(diagnosis))
    progress = [item for item in items if isinstance(item, ReadingProgress)]
    assert [step.done for step in progress] == sorted(step.done for step in progress)
    assert progress[-1].done == progress[-1].total == path.stat().st_size
    return (
        diagnosis,
        [item for item in items if isinstance(item, Ticket)],
        [item for item in items if isinstance(item, RejectedRow)],
    )


def _file(folder: Path, text: str | bytes, name: str = "export.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def _table(rows: list[list[str]], delimiter: str, ends: str, quoting: int) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=ends, quoting=quoting)  # type: ignore[arg-type]
    writer.writerows([HEADER, *rows])
    return out.getvalue()


LATIN = "abc XYZ 019 ,;|\t\n\"'<>@-äöüéñß"
ALPHABETS: dict[str, Sequence[str]] = {
    "utf-8": LATIN + "你好退款订单かなテスト안녕Привет😀",
    "utf-8-sig": LATIN + "你好退款😀",
    "utf-16": LATIN + "你好かな",
    "gb18030": 'abc 019 ,;\n"你好我的订单退款什么时候收到谢谢',
    "big5": 'abc 019 ,;\n"你好我的訂單退款什麼時候收到謝謝',
    "cp932": 'abc 019 ,;\n"こんにちはありがとう注文の返品お願いします',
    "cp949": 'abc 019 ,;\n"안녕하세요주문환불배송이언제도착하나요',
    "cp1252": LATIN,
    "cp1251": (*'abc 019 ,;\n"', "здравствуйте ", "где ", "мой ", "заказ "),  # no words, no Russian
}


@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_rows_in_are_tickets_and_rejected_rows(data: st.DataObject) -> None:
    encoding = data.draw(st.sampled_from(sorted(ALPHABETS)))
    delimiter = data.draw(st.sampled_from([",", ";", "\t", "|"]))
    ends = data.draw(st.sampled_from(["\n", "\r\n"]))
    quoting = data.draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    cell = st.lists(st.sampled_from(ALPHABETS[encoding]), max_size=30).map("".join)
    bodies = data.draw(st.lists(st.tuples(cell, cell), min_size=1, max_size=12))
    rows = [
        [f"{place:04}", subject, body, "open", "2026-11-20 08:02:11"]
        for place, (subject, body) in enumerate(bodies)
    ]
    text = _table(rows, delimiter, ends, quoting)
    with tempfile.TemporaryDirectory() as folder:
        path = _file(Path(folder), text.encode(encoding))
        diagnosis, tickets, rejected = _read(path, as_written(path, encoding))
    assert diagnosis.delimiter == delimiter
    assert len(tickets) + len(rejected) == len(rows)
    assert [ticket.external_id for ticket in tickets] == [row[0] for row in rows]
    for ticket, row in zip(tickets, rows, strict=True):
        if not is_html(row[2]):
            body = ticket.messages[0].text if ticket.messages else ""
            assert body.split() == row[2].split()


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet='ab1,;"\n\r\t\\\x00é', max_size=200))
def test_no_text_below_a_header_breaks_the_reading(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = _file(Path(folder), "Ticket ID,Subject,Description\n" + text)
        with contextlib.suppress(ImportFailure):
            _read(path)


def test_a_stray_quote_does_not_swallow_the_rows_after_it(tmp_path: Path) -> None:
    rows = [f"{number},subject {number},body {number}\n" for number in range(50)]
    rows[10] = '10,"subject 10,body 10\n'
    _, tickets, rejected = _read(_file(tmp_path, "Ticket ID,Subject,Description\n" + "".join(rows)))
    assert len(tickets) + len(rejected) == 50
    assert {ticket.external_id for ticket in tickets} >= {str(n) for n in range(50) if n != 10}


def test_a_half_written_row_is_told_with_its_line(tmp_path: Path) -> None:
    text = 'Ticket ID,Subject,Description\n1,a,"one\ntwo"\n2,b,"begun\nbut never'
    _, tickets, rejected = _read(_file(tmp_path, text))
    assert [ticket.external_id for ticket in tickets] == ["1"]
    assert [(row.line, row.reason) for row in rejected] == [(4, RejectReason.CUT_OFF)]
    assert "begun" in rejected[0].excerpt


def test_rows_that_are_empty_or_too_wide_are_told(tmp_path: Path) -> None:
    text = "Ticket ID,Description,Status\n,,\n1,Hello,open\n2,Hello, you,there,open\n3,Bye,open,,\n"
    _, tickets, rejected = _read(_file(tmp_path, text))
    assert [ticket.external_id for ticket in tickets] == ["1", "3"]
    assert [(row.line, row.reason) for row in rejected] == [
        (2, RejectReason.EMPTY),
        (4, RejectReason.TOO_MANY_CELLS),
    ]


def test_a_comma_in_an_unquoted_last_text_stays_in_the_text(tmp_path: Path) -> None:
    _, tickets, _ = _read(_file(tmp_path, "Ticket ID,Description\n1,Hello, where is it?\n2,Hi\n"))
    assert [ticket.messages[0].text for ticket in tickets] == ["Hello, where is it?", "Hi"]


def test_lines_above_the_header_are_told(tmp_path: Path) -> None:
    text = "Tickets of November\n\nTicket ID,Subject,Description\n1,a,b\n"
    _, tickets, rejected = _read(_file(tmp_path, text))
    assert [ticket.external_id for ticket in tickets] == ["1"]
    assert [row.reason for row in rejected] == [RejectReason.BEFORE_HEADER]


def test_full_width_commas_are_noticed(tmp_path: Path) -> None:
    text = "工单编号，标题，内容\n1，退款，我的订单没有收到\n2，换货，灯坏了\n".encode("gb18030")
    diagnosis, tickets, _ = _read(_file(tmp_path, text))
    assert Notice.FULL_WIDTH_COMMAS in diagnosis.notices
    assert [ticket.subject for ticket in tickets] == ["退款", "换货"]


def test_an_unknown_table_gives_its_longest_text(tmp_path: Path) -> None:
    text = (
        "kind,said,when\n0,where is my parcel please,2026-11-01 10:00:00\n1,it is broken again,x\n"
    )
    diagnosis, tickets, _ = _read(_file(tmp_path, text))
    assert Notice.GUESSED_TEXT_COLUMN in diagnosis.notices
    assert tickets[0].messages[0].text == "where is my parcel please"


def test_a_separator_line_of_a_spreadsheet_is_obeyed(tmp_path: Path) -> None:
    _, tickets, rejected = _read(
        _file(tmp_path, "sep=;\r\nTicket ID;Subject;Description\r\n1;a;b, c\r\n")
    )
    assert [ticket.messages[0].text for ticket in tickets] == ["b, c"]
    assert not rejected


def test_dates_are_read_in_the_order_that_the_column_shows(tmp_path: Path) -> None:
    head = "Ticket ID,Description,Created at\n"
    american = _read(_file(tmp_path, head + "1,a,6/5/2026 16:14\n2,b,6/21/2026 16:14\n"))
    european = _read(_file(tmp_path, head + "1,a,6/5/2026 16:14\n2,b,21/5/2026 16:14\n"))
    unsure = _read(_file(tmp_path, head + "1,a,6/5/2026 16:14\n"))
    assert american[1][0].created_at == 1780676040
    assert european[1][0].created_at == 1778084040
    assert Notice.UNSURE_DATE_ORDER in unsure[0].notices


@pytest.mark.parametrize(
    ("created", "updated", "hours"),
    [
        ("", "", (0, 0)),
        ("UTC", "GMT", (0, 0)),
        ("GMT+02:00", "UTC-5", (-2, 5)),
        ("America/New_York", "UTC", (5, 0)),
        ("+0530", "UTC +1", (-5.5, -1)),
        ("Asia/Shanghai", "", (-8, -8)),
    ],
)
def test_each_column_of_times_is_read_in_its_own_zone(
    tmp_path: Path, created: str, updated: str, hours: tuple[float, float]
) -> None:
    head = f"Ticket ID,Description,Created at ({created}),Updated at ({updated})\n"
    path = _file(tmp_path, head + "1,Hello,2026-11-20 08:00:00,2026-11-20 08:00:00\n")
    chosen = Choice(time_zone="UTC") if not created else Choice()
    found = [item for item in read_tickets(examine(path, chosen)) if isinstance(item, Ticket)]
    at = [(found[0].created_at or 0) - 1795161600, (found[0].updated_at or 0) - 1795161600]
    assert at == [3600 * ahead for ahead in hours]
    if created:  # what the agent says counts for all of it
        for one in read_tickets(examine(path, Choice(time_zone="Asia/Tokyo"))):
            if isinstance(one, Ticket):
                assert one.created_at == one.updated_at == 1795161600 - 9 * 3600


@pytest.mark.parametrize("quote", ["", '"'])
def test_an_endless_line_is_told_and_the_next_row_is_read(tmp_path: Path, quote: str) -> None:
    text = f"Ticket ID,Description\n1,{quote}" + "x" * 9_000_000 + "\n2,hello\n"
    _, tickets, rejected = _read(_file(tmp_path, text))
    assert [ticket.external_id for ticket in tickets] == ["2"]
    assert [row.reason for row in rejected] == [RejectReason.TOO_LONG]


def test_cells_may_be_divided_by_a_caret(tmp_path: Path) -> None:
    text = "Ticket ID^Subject^Description\n1^Late^Hello, where is it; and when?\n"
    diagnosis, tickets, _ = _read(_file(tmp_path, text))
    assert diagnosis.delimiter == "^"
    assert [ticket.messages[0].text for ticket in tickets] == ["Hello, where is it; and when?"]


def _said(ticket: Ticket) -> list[str]:
    return [f"{message.role[0]}: {message.text}" for message in ticket.messages]


def test_every_answer_of_a_repeated_number_is_kept(tmp_path: Path) -> None:
    head = "Ticket ID,Customer,Email,Question,Answer,Agent,Created at,Solved at\n"
    ana = "Ana,ana@example.org"
    rows = [
        f"8,{ana},Where is it?,On its way.,Lee,2026-11-03 10:00,2026-11-03 12:00",
        "9,Bo,bo@example.org,Is it blue?,Yes.,Lee,2026-11-03 10:00Z,2026-11-03 11:00Z",
        f"8,{ana},Where is it?,It is lost.,Lee,2026-11-03 10:00,2026-11-04 12:00",
        f"8,{ana},And my money?,We send it back.,Lee,2026-11-05 10:00,2026-11-05 12:00",
        f"8,{ana},Today?,We send it back.,Lee,2026-11-05 10:30,2026-11-05 12:00",
        f"1.03E+13,{ana},Hello?,Yes?,Lee,2026-11-06,",
        f"1.03E+13,{ana},Hello?,Still there?,Lee,2026-11-06,",
        f"1.03E+13,{ana},Another matter,,,2026-11-06,",
        f",{ana},Hello?,No number.,Lee,2026-11-06,",
        f",{ana},Hello?,No number either.,Lee,2026-11-06,",
        ",,,,,,,",
    ]
    diagnosis, tickets, rejected = _read(_file(tmp_path, head + "\n".join(rows) + "\n"))
    by_words = {tuple(_said(one)): one for one in tickets}
    assert set(by_words) == {
        (
            "r: Where is it?", "a: On its way.", "a: It is lost.", "r: And my money?", "r: Today?",
            "a: We send it back.",
        ),
        ("r: Is it blue?", "a: Yes."),
        ("r: Hello?", "a: Yes?", "a: Still there?"),
        ("r: Another matter",),
        ("r: Hello?", "a: No number.", "a: No number either."),
    }  # fmt: skip
    assert len(rejected) == 1
    counts = survey(diagnosis)
    assert (counts.kept, counts.repeated, counts.alike) == (5, 0, 0)
    blue = next(one for one in tickets if one.external_id == "9")
    assert (blue.messages[1].author, blue.messages[1].sent_at) == ("Lee", 1793703600)
    by_row = read_tickets(examine(diagnosis.path, ONE_A_TICKET))  # as it was read before
    assert blue.messages in [one.messages for one in by_row if isinstance(one, Ticket)]


ONE_A_TICKET = Choice(shape=Shape.TICKET)
_NUMBER, _WORDS = st.sampled_from(["", "", "7", "8", "1.03E+13"]), st.sampled_from(["", "a", "b c"])


@settings(max_examples=8, deadline=None)
@given(rows=st.lists(st.tuples(_NUMBER, _WORDS, _WORDS), min_size=1, max_size=12))
def test_rows_in_are_tickets_there_rejected_rows_and_rows_told_as_the_same(
    rows: list[tuple[str, str, str]],
) -> None:
    text = "Ticket ID,Subject,Description,Email\n" + "".join(
        f"{number},{subject},{body},x@example.org\n" for number, subject, body in rows
    )

    async def read() -> ImportReport:
        last = None
        async with aclosing(import_export(examine(path, ONE_A_TICKET), store)) as steps:
            async for step in steps:
                last = step
        assert isinstance(last, ImportReport)
        return last

    with tempfile.TemporaryDirectory() as folder:
        path = _file(Path(folder), text)
        with open_desk(Path(folder)) as database:
            store = TicketStore(database)
            report, seen = asyncio.run(read()), survey(examine(path, ONE_A_TICKET))
            there = store.count(TicketQuery("", Chip.ALL))
    assert there + report.rejected + report.repeated + report.alike == len(rows)
    told = (seen.kept, seen.rejected, seen.repeated, seen.alike)
    assert told == (there, report.rejected, report.repeated, report.alike)
    assert report.added == there


def test_a_first_text_longer_than_what_is_looked_at_is_a_text(tmp_path: Path) -> None:
    path = tmp_path / "tickets.csv"
    path.write_text(
        f"id,subject,description,status\n1,Lamp,{'A' * 300_000},open\n2,Bowl,Late,open\n"
    )
    diagnosis = examine(path)
    assert diagnosis.has_message_text and diagnosis.advice is None
    assert [len(one.messages[0].text) for one in read_tickets(diagnosis) if isinstance(one, Ticket)] == [
        300_000, 4,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name", "name customer kunde 客户 user nombre nom 用户 顧客 клиент sender Absender".split()
)
def test_a_name_alone_is_who_asks(tmp_path: Path, name: str) -> None:
    text = f"id,{name},message\n1,Ana Ruiz,Where is it?\n2,Bo Li,It is broken\n"
    _, tickets, _ = _read(_file(tmp_path, text))
    assert [one.requester for one in tickets] == ["Ana Ruiz", "Bo Li"]


def test_a_writer_called_customer_asks_in_any_language(tmp_path: Path) -> None:
    text = "工单编号,发送者,内容\n7,客服,您好\n7,客户,我的包裹在哪里\n7,客服,已经发货\n"
    _, tickets, _ = _read(_file(tmp_path, text))
    assert [_said(one) for one in tickets] == [["a: 您好", "r: 我的包裹在哪里", "a: 已经发货"]]
    russian = "Номер;Тема;Сообщение;Клиент\n1;Возврат;Где мой заказ, пожалуйста?;Анна\n"
    _, tickets, _ = _read(_file(tmp_path, russian))
    assert [(one.external_id, one.subject, one.requester) for one in tickets] == [
        ("1", "Возврат", "Анна")
    ]


def _told(text: str, folder: Path) -> tuple[dict[str, str], list[tuple[int, RejectReason]], int]:
    """The text of each ticket by its number, the rejected rows, and how many lines were joined."""
    items = list(read_tickets(examine(_file(folder, text))))
    tickets = [one for one in items if isinstance(one, Ticket)]
    texts = {one.external_id: one.messages[0].text if one.messages else "" for one in tickets}
    assert len(texts) == len(tickets)
    rejected = [(one.line, one.reason) for one in items if isinstance(one, RejectedRow)]
    return texts, rejected, sum(one.joined for one in items if isinstance(one, ReadingProgress))


HEAD = "Ticket ID,Subject,Description,Status\n"
LAST = "Ticket ID,Subject,Status,Description\n"


@pytest.mark.parametrize(
    ("text", "texts", "joined"),
    [
        (HEAD + "1,a,one\ntwo,Open\n2,b,fine,Open\n", ["one\ntwo", "fine"], 1),
        (HEAD + "1,a,one\n\ntwo\n10482\nthree,Open\n2,b,x,Open\n", ["one\n\ntwo\n10482\nthree", "x"], 4),
        (HEAD + "1,a,fine\n2,b,fine\n3,c,fine,Open\n", ["fine", "fine", "fine"], 0),
        (LAST + "1,a,Open,one\ntwo, and\nthree\n2,b,Open,fine\n", ["one\ntwo, and\nthree", "fine"], 2),
        ("Subject,Created at,Description,Status\na,2026-11-03 10:00,one\ntwo,Open\n", ["one\ntwo"], 1),
        ("sep=;\n" + HEAD.replace(",", ";") + "1;a;one\ntwo;Open\n", ["one\ntwo"], 1),
    ],
)  # fmt: skip
def test_a_text_with_line_breaks_and_no_quotes_is_one_text(
    tmp_path: Path, text: str, texts: list[str], joined: int
) -> None:
    found, rejected, lines = _told(text, tmp_path)
    assert ([*found.values()], rejected, lines) == (texts, [], joined)
    assert survey(examine(tmp_path / "export.csv")).joined == joined


def test_a_line_that_fits_no_row_is_told_and_no_ticket(tmp_path: Path) -> None:
    few = RejectReason.TOO_FEW_CELLS
    texts, rejected, _ = _told(HEAD + "1,a,Hello, there\ntwo,Open\n2,b,fine,Open\n", tmp_path)
    assert (set(texts), rejected) == ({"1", "2"}, [(3, few)])
    texts, rejected, _ = _told(HEAD + "# made today\n1,a,x,Open\nN/A,b,y\n,c,z\n", tmp_path)
    assert (set(texts), rejected) == ({"1", "N/A", ""}, [(2, few)])


@pytest.mark.parametrize(
    "row",
    [
        "Total", "Total,,,2", "Summe:,,,2", "合计,2", "总计：2,,,", "Grand Total,,,\"1,234.50\"", "(3 rows)",
        "3 rows in set (0.00 sec)", "共 3 条", "Generated by Zendesk on 2026-01-05,,,", "Erstellt am 05.01.2026",
        "导出时间：2026-01-05,,,", "-- End of report --", "Page 1 of 3", ",Total,,2",
    ],
)  # fmt: skip
def test_a_row_about_the_list_is_no_ticket(tmp_path: Path, row: str) -> None:
    texts, rejected, _ = _told(f"{HEAD}1,a,x,Open\n2,Total,Total is wrong,Open\n{row}\n", tmp_path)
    assert (set(texts), rejected) == ({"1", "2"}, [(4, RejectReason.NOT_IN_LIST)])
    both = f"ticket_id,author_type,body,sent_at\n1,customer,x,2026\n1,agent,y,2026\n{row}\n"
    texts, rejected, _ = _told(both, tmp_path)
    assert (set(texts), rejected) == ({"1"}, [(4, RejectReason.NOT_IN_LIST)])


def test_the_header_of_a_file_that_was_put_behind_another_is_no_ticket(tmp_path: Path) -> None:
    text = f"\ufeff{HEAD}1,a,x,Open\n\ufeff{HEAD}2,b,y,Open\n\ufeff3,c,z,Open\n"
    texts, rejected, _ = _told(text, tmp_path)
    assert texts == {"1": "x", "2": "y", "3": "z"}
    assert rejected == [(3, RejectReason.HEADER_AGAIN)]


def test_rows_that_end_in_a_delimiter_and_texts_with_backslashes(tmp_path: Path) -> None:
    rows = '1,Open,"one\ntwo",\n2,Open,"x",\n3,Open,"a\n\nb",\n'
    texts, rejected, _ = _told(
        "Ticket ID,Status,Description\n" + rows + "Ticket ID,Status,Description\n", tmp_path
    )
    assert texts == {"1": "one\ntwo", "2": "x", "3": "a\n\nb"}
    assert rejected == [(8, RejectReason.HEADER_AGAIN)]
    rows = '"1","","say \\"no\\", please"\n"2","Open","5\\" wide"\n"3","",""\n'
    assert _told("Ticket ID,Status,Description\n" + rows, tmp_path)[0] == {
        "1": 'say "no", please', "2": '5" wide', "3": "",
    }  # fmt: skip
    rows = '"1","Open","C:\\"\n"2","Open","say ""no"", please"\n'
    assert _told("Ticket ID,Status,Description\n" + rows, tmp_path)[0] == {
        "1": "C:\\", "2": 'say "no", please',
    }  # fmt: skip
    texts, rejected, _ = _told("Subject,Ticket ID,Status\na,1,Open\nTotal,2\n", tmp_path)
    assert (set(texts), rejected) == ({"1"}, [(3, RejectReason.NOT_IN_LIST)])


@pytest.mark.parametrize(
    "text",
    [
        "'Ticket ID','Subject','Description'\n'1','a','x, y'\n'2','b','z'\n",
        '"Ticket ID", "Subject", "Description"\n"1", "a", "x, y"\n"2", "b", "z"\n',
        "| Ticket ID | Subject | Description |\n|---|---|---|\n| 1 | a | x, y |\n| 2 | b | z |\n",
        " id | subject | description\n----+---+---\n  1 | a | x, y\n  2 | b | z\n(2 rows)\n",
        "Ticket ID,Subject,Description\n---,---,---\n1,a,\"x, y\"\n2,b,z\n",
        "Ticket ID,Subject,Description,\n1,a,\"x, y\",\n2,b,z,\n",
    ],
)  # fmt: skip
def test_other_ways_to_draw_a_table(tmp_path: Path, text: str) -> None:
    assert _told(text, tmp_path)[0] == {"1": "x, y", "2": "z"}


def test_what_could_not_be_read_is_kept_whole_however_long_and_however_many(tmp_path: Path) -> None:
    long = "too short " * 300
    lines = [f'x{number},"quoted, {number}",c,d,e,{long}' for number in range(400)]
    rest = [f"# {long}", 'Total,"1,234"', "5,b,c,Open"]
    path = _file(
        tmp_path, HEAD + "1,a,b,Open\n" + "\n".join([*lines, *rest]) + '\n6,"begun\nand never'
    )
    seen = survey(examine(path))
    assert seen.whole is not None and seen.whole.is_whole
    told = [(row.line, row.whole) for row in seen.whole]
    assert [text for _, text in told] == [*lines, *rest[:2], '6,"begun\nand never']
    assert [line for line, _ in told] == [*range(3, 405), 406]
    assert seen.rejected == len(told) and seen.tickets == 2
    assert max(len(row.excerpt) + len(row.whole) for row in seen.rejects) <= 200
    json_lines = ['{"id": 1, "subject": "a"}', f'{{"id": 2, "x": "{long}" oops}}', f'["{long}"]']
    path = _file(tmp_path, "\n".join(json_lines), "a.jsonl")
    kept = survey(examine(path)).whole
    assert kept is not None and [row.whole.strip() for row in kept] == json_lines[1:]


def test_a_quote_that_is_never_closed_hides_no_row_in_the_text_of_another(tmp_path: Path) -> None:
    tabs = 'Ticket ID\tSubject\tDescription\n1\ta\t"an open quote\n2\tb\tx\n3\tc\ty "z"\n'
    assert _told(tabs, tmp_path)[0] == {"1": "an open quote", "2": "x", "3": 'y "z"'}
    rows = [f'{number},s,"text {number}\nmore {number}",Open\n' for number in range(1, 9)]
    rows[3] = '4,s,"text 4\nmore, 4,Open\n'
    texts, rejected, _ = _told(HEAD + "".join(rows), tmp_path)
    assert texts == {
        str(number): f"text {number}\nmore {number}" for number in range(1, 9) if number != 4
    }
    assert [line for line, _ in rejected] == [8, 9]
    pasted = HEAD + '1,a,"it said:\n10482,b,c,Open\n10483,d,e,Open",Open\n2,b,x,Open\n'
    assert _told(pasted, tmp_path)[0] == {"1": "it said:\n10482,b,c,Open\n10483,d,e,Open", "2": "x"}

"""Workbooks and XML: the same tickets as from a table or from JSON."""

from __future__ import annotations

import csv
import datetime
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from supportdesk_gui.tickets.importing.doctor import (
    FailureReason,
    ImportFailure,
    Kind,
    Notice,
    RejectedRow,
    examine,
    examine_all,
    read_tickets,
)
from supportdesk_gui.tickets.importing.report import Part
from supportdesk_gui.tickets.ticket import Role, Ticket, Visibility

EXPORTS = Path(__file__).parents[2] / "fixtures" / "exports"


def _workbook(path: Path, sheets: dict[str, list[list[object]]]) -> Path:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def _tickets(path: Path) -> list[Ticket]:
    return [item for item in read_tickets(examine(path)) if isinstance(item, Ticket)]


def test_zammads_workbook_is_known_by_its_columns(tmp_path: Path) -> None:
    with (EXPORTS / "zammad.csv").open(encoding="utf-8-sig", newline="") as file:
        rows: list[list[object]] = [list(row) for row in csv.reader(file)]
    path = _workbook(tmp_path / "report.xlsx", {"Tickets": rows})
    diagnosis = examine(path)
    assert (diagnosis.kind, diagnosis.vendor) == (Kind.WORKBOOK, "Zammad")
    assert [one.external_id for one in _tickets(path)] == [
        one.external_id for one in _tickets(EXPORTS / "zammad.csv")
    ]


def test_cells_are_text_and_long_numbers_are_told_to_be_damaged(tmp_path: Path) -> None:
    head: list[object] = ["Ticket ID", "Subject", "Description", "Created at"]
    rows: list[list[object]] = [
        head,
        ["0012", "Lamp", "Broken", datetime.datetime(2026, 11, 3, 10, 15)],
        [12345678901234567, "Chair", "Late", None],
        [None, None, None, None],
        [77, "Desk", "", None, "more than the header"],
    ]
    path = _workbook(tmp_path / "a.xlsx", {"one": rows, "empty": []})
    diagnosis = examine(path)
    assert Notice.DAMAGED_ID in diagnosis.notices
    items = list(read_tickets(diagnosis))
    tickets = [one for one in items if isinstance(one, Ticket)]
    assert tickets[0].external_id == "0012"
    assert tickets[1].external_id.startswith("1.23456789012346e+16")
    assert tickets[0].created_at == 1793700900
    assert [one.line for one in items if isinstance(one, RejectedRow)] == [5]


@pytest.mark.parametrize("first_column", [1, 3])
def test_numbers_keep_the_zeros_that_a_sheet_shows(tmp_path: Path, first_column: int) -> None:
    book = Workbook()
    book.active.title = "Q & A"
    formats = "00000", "000;-000", "General", "0.00"
    for place, shown in enumerate(formats):
        sheet = book.active if not place else book.create_sheet(f"Sheet {place}")
        rows = ["Ticket ID", "Description"], [123, "Lamp 00123"], ["7", "typed"], [1234567, "long"]
        for line, cells in enumerate(rows, 1):
            for at, cell in enumerate(cells):
                sheet.cell(line, first_column + at, cell)
            sheet.cell(line, first_column).number_format = shown
    book.save(tmp_path / "a.xlsx")
    found, _ = examine_all([Part(tmp_path / "a.xlsx", "a.xlsx")])
    numbers = [[one.external_id for one in read_tickets(sheet) if isinstance(one, Ticket)]
               for sheet in found]  # fmt: skip
    bare = ["123", "7", "1234567"]
    assert numbers == [["00123", *bare[1:]], bare, bare, bare]
    assert [Notice.LOST_ZEROS in one.notices for one in found] == [False, True, True, True]


@pytest.mark.parametrize(
    ("shown", "numbers"),
    [
        ('"INC-"00000', ["INC-00042", "INC-00007", "INC-00099"]),
        (r"\I\N\C\-00000", ["INC-00042", "INC-00007", "INC-00099"]),
        ('"INC-"General', ["INC-42", "INC-7", "INC-00099"]),
        ('"Case #"0;-0', ["Case #42", "Case #7", "INC-00099"]),
        ('"EUR "0', ["42", "7", "INC-00099"]),
        ('"€ "0', ["42", "7", "INC-00099"]),
    ],
)
def test_numbers_keep_the_letters_that_a_sheet_shows(
    tmp_path: Path, shown: str, numbers: list[str]
) -> None:
    head: list[object] = ["Ticket ID", "Subject", "Description"]
    rows: list[list[object]] = [[42, "Lamp", "a"], [7, "Lid", "b"], ["INC-00099", "Cup", "c"]]
    path = _workbook(tmp_path / "a.xlsx", {"one": [head, *rows]})
    book = load_workbook(path)
    for line in (2, 3, 4):
        book["one"].cell(line, 1).number_format = shown
    book.save(path)
    found = [one for one in read_tickets(examine(path)) if isinstance(one, Ticket)]
    assert [one.external_id for one in found] == numbers


@pytest.mark.parametrize(
    ("before", "digits", "numbers"),
    [
        ("INC-", 5, ["INC-00042", "INC-10007", "T-9"]), ("", 6, ["000042", "010007", "T-9"]),
        ("INC-", 0, ["INC-42", "INC-10007", "T-9"]), ("", 0, ["42", "10007", "T-9"]),
        ("EUR ", 0, ["42", "10007", "T-9"]),
    ],
)  # fmt: skip
def test_a_sheet_of_opendocument_shows_its_numbers_too(
    tmp_path: Path, before: str, digits: int, numbers: list[str]
) -> None:
    def cell(value: str | int) -> str:
        if isinstance(value, str):
            return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
        shown = f"{before}{str(value).zfill(digits)}"
        return (
            f'<table:table-cell office:value-type="float" office:value="{value}">'
            f"<text:p>{shown}</text:p></table:table-cell>"
        )

    rows: list[list[str | int]] = [["Ticket ID", "Subject", "Description"]]
    rows += [[number, "Lamp", "broken"] for number in (42, 10007, "T-9")]
    lines = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", kind)
        package.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>',
        )
        package.writestr(
            "content.xml",
            f'<office:document-content{names}><office:body><office:spreadsheet><table:table table:name="Q &amp; A">'
            f"{lines}</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    found = [one for one in read_tickets(examine(path)) if isinstance(one, Ticket)]
    assert [one.external_id for one in found] == numbers


def test_a_hidden_sheet_with_tickets_is_told_and_read_where_there_is_no_other(
    tmp_path: Path,
) -> None:
    head: list[object] = ["Ticket ID", "Subject", "Description"]
    sheets: dict[str, list[list[object]]] = {
        "open": [head, [1, "Lamp", "Broken"]], "old": [head, [2, "Chair", "Late"]],
        "lists": [["Status", "Priority"], ["Open", "Low"]],
    }  # fmt: skip

    def read(hidden: set[str]) -> tuple[list[str], list[Notice]]:
        path = _workbook(tmp_path / "a.xlsx", sheets)
        book = load_workbook(path)
        book.create_chartsheet("a picture")
        for name in hidden:
            book[name].sheet_state = "hidden"
        book.save(path)
        found, _ = examine_all([Part(path, "a.xlsx")])
        items = [item for one in found for item in read_tickets(one)]
        told = [notice for one in found for notice in one.notices if "hidden" in notice]
        return [item.external_id for item in items if isinstance(item, Ticket)], told

    assert read({"lists"}) == (["1", "2"], [])
    assert read({"old", "lists"}) == (["1"], [Notice.HIDDEN_SHEET])
    assert read({"open", "old"}) == (["1", "2"], [Notice.READ_HIDDEN_SHEET] * 2)


@pytest.mark.parametrize("padded", ["tickets", "comments"])
def test_sheets_are_joined_where_one_shows_zeros_that_the_other_does_not(
    tmp_path: Path, padded: str
) -> None:
    book = Workbook()
    book.active.title = "tickets"
    tables = {
        "tickets": (
            ["Ticket ID", "Subject", "Description", "Requester ID"],
            [1, "Lamp", "broken", 7],
        ),
        "comments": (["Ticket ID", "Comment", "Author ID"], [1, "soon", 8], [1, "thanks", 7]),
        "users": (["id", "name", "email"], [7, "Ana", "a@x.example"], [8, "Jo", "j@x.example"]),
    }
    for name, rows in tables.items():
        sheet = book.active if name == "tickets" else book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for cell in (*sheet["A"], *sheet[{"tickets": "D", "comments": "C", "users": "A"}[name]]):
            cell.number_format = "00000" if name == padded else "General"
    book.save(tmp_path / "a.xlsx")
    (ticket,) = _tickets(tmp_path / "a.xlsx")
    assert (ticket.requester, ticket.email) == ("Ana", "a@x.example")
    assert [f"{said.role} {said.author} {said.text}" for said in ticket.messages] == [
        "requester Ana broken", "agent Jo soon", "requester Ana thanks",
    ]  # fmt: skip


def test_sheets_of_tickets_comments_and_people_are_joined(tmp_path: Path) -> None:
    path = _workbook(
        tmp_path / "export.xlsx",
        {
            "tickets": [["id", "subject", "requester_id", "status"], ["7", "Lamp", "1", "open"]],
            "comments": [
                ["id", "ticket_id", "author_id", "body", "public", "created_at"],
                ["70", "7", "1", "It is broken", "TRUE", "2026-11-03T10:00:00Z"],
                ["71", "7", "2", "VIP", "FALSE", "2026-11-03T11:00:00Z"],
                ["72", "9", "2", "astray", "TRUE", "2026-11-03T11:00:00Z"],
            ],
            "users": [
                ["id", "name", "email", "role"],
                ["1", "Ana", "ana@mail.example", "end-user"],
                ["2", "Sam", "sam@shop.example", "agent"],
            ],
        },
    )
    diagnoses, failures = examine_all([Part(path, path.name)])
    assert not failures
    items = list(read_tickets(diagnoses[0]))
    (ticket,) = [one for one in items if isinstance(one, Ticket)]
    assert (ticket.requester, ticket.email) == ("Ana", "ana@mail.example")
    assert [(one.role, one.author, one.visibility) for one in ticket.messages] == [
        (Role.REQUESTER, "Ana", Visibility.PUBLIC),
        (Role.AGENT, "Sam", Visibility.INTERNAL),
    ]
    assert ["astray" in one.excerpt for one in items if isinstance(one, RejectedRow)] == [True]


def test_json_files_of_one_export_are_joined(tmp_path: Path) -> None:
    texts = {
        "tickets.json": '{"tickets": [{"id": 7, "subject": "Lamp", "requester_id": 1, "submitter_id": 1, "assignee_id": 2}]}',
        "comments.json": '{"comments": [{"id": 70, "ticket_id": 7, "author_id": 1, "plain_body": "It is broken", "public": true, "created_at": "2026-11-03T10:00:00Z"}, {"id": 71, "ticket_id": 7, "author_id": 2, "body": "On its way", "public": true, "created_at": "2026-11-03T11:00:00Z"}]}',
        "users.json": '{"users": [{"id": 1, "name": "Ana", "email": "ana@mail.example", "role": "end-user"}, {"id": 2, "name": "Sam", "email": "s@shop.example", "role": "agent"}]}',
    }
    parts = []
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
        parts.append(Part(tmp_path / name, name))
    (diagnosis,), failures = examine_all(parts)
    assert not failures
    assert diagnosis.has_message_text
    (ticket,) = [one for one in read_tickets(diagnosis) if isinstance(one, Ticket)]
    assert ticket.requester == "Ana"
    assert [(one.role, one.author, one.text) for one in ticket.messages] == [
        (Role.REQUESTER, "Ana", "It is broken"),
        (Role.AGENT, "Sam", "On its way"),
    ]


XML = """<?xml version="1.0" encoding="UTF-8"?>
<tickets type="array" count="2">
  <ticket><nice-id type="integer">0035</nice-id><subject>Lamp &amp; shade</subject>
    <description>It is broken</description><requester-id>1</requester-id>
    <submitter-id>1</submitter-id><assignee-id>2</assignee-id>
    <created-at type="datetime">2026-11-03T10:00:00Z</created-at>
    <comments type="array">
      <comment><author-id>1</author-id><value>It is broken</value><is-public type="boolean">true</is-public></comment>
      <comment><author-id>2</author-id><value>Ask the warehouse</value><is-public type="boolean">false</is-public></comment>
    </comments></ticket>
  <ticket><nice-id>36</nice-id><subject>Chair</subject></ticket>
</tickets>"""


def test_zendesks_xml_is_read(tmp_path: Path) -> None:
    path = tmp_path / "tickets.xml"
    path.write_text(XML)
    diagnosis = examine(path)
    assert (diagnosis.kind, diagnosis.vendor) == (Kind.XML, "Zendesk")
    lamp, chair = _tickets(path)
    assert (lamp.external_id, lamp.subject, chair.external_id) == ("0035", "Lamp & shade", "36")
    assert [(one.role, one.text, one.visibility) for one in lamp.messages] == [
        (Role.REQUESTER, "It is broken", Visibility.PUBLIC),
        (Role.AGENT, "Ask the warehouse", Visibility.INTERNAL),
    ]


NUMBERED = """<?xml version="1.0" encoding="UTF-8"?>
<tickets type="array"><ticket>
  <created-at>2026-06-03T20:15:44Z</created-at><subject nil="true"/>
  <description>The lamp does not light</description><external-id/>
  <nice-id type="integer">303</nice-id><priority-id>3</priority-id><status-id>3</status-id>
  <submitter-id>3</submitter-id><requester-id>3</requester-id><via-id>1</via-id>
  <current-tags>lamp broken</current-tags>
  <comments type="array">
    <comment><author-id>3</author-id><is-public>true</is-public>
      <value>The lamp does not light</value><via-id>1</via-id></comment>
    <comment><author-id>5</author-id><is-public>false</is-public><value>Ask for a photo</value></comment>
  </comments>
  <ticket-field-entries type="array"><ticket-field-entry>
    <ticket-field-id>139</ticket-field-id><value>by phone</value></ticket-field-entry></ticket-field-entries>
</ticket></tickets>"""


def test_zendesks_numbers_are_words_and_its_notes_internal(tmp_path: Path) -> None:
    """Elements without types, as Zendesk documented them in 2011."""
    path = tmp_path / "tickets.xml"
    path.write_text(NUMBERED)
    (lamp,) = _tickets(path)
    assert (lamp.external_id, lamp.subject, lamp.external_status) == ("303", "", "solved")
    assert (lamp.priority, lamp.channel, lamp.tags) == ("high", "email", ("lamp", "broken"))
    assert [(one.text, one.visibility) for one in lamp.messages] == [
        ("The lamp does not light", Visibility.PUBLIC),
        ("Ask for a photo", Visibility.INTERNAL),
    ]


def test_cut_xml_gives_what_stands_before_the_cut(tmp_path: Path) -> None:
    path = tmp_path / "tickets.xml"
    path.write_text(XML[: XML.index("<ticket><nice-id>36") + 30])
    items = list(read_tickets(examine(path)))
    assert [one.external_id for one in items if isinstance(one, Ticket)] == ["0035"]
    assert len([one for one in items if isinstance(one, RejectedRow)]) == 1


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04" + b"x" * 900, FailureReason.DAMAGED),
        (b"\xd0\xcf\x11\xe0" + b"x" * 900, FailureReason.DAMAGED),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), FailureReason.LOCKED),
    ],
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, data: bytes, reason: FailureReason) -> None:
    (tmp_path / "a.xlsx").write_bytes(data)
    with pytest.raises(ImportFailure) as caught:
        examine(tmp_path / "a.xlsx")
    assert caught.value.reason is reason


@settings(max_examples=25, deadline=None)
@given(
    rows=st.lists(
        st.lists(
            st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False),
                      st.datetimes(datetime.datetime(1950, 1, 1), datetime.datetime(2090, 1, 1)),
                      st.text(alphabet="ab 你é\n\t<&", max_size=8)),
            min_size=2, max_size=3,
        ),
        min_size=1, max_size=8,
    )
)  # fmt: skip
def test_rows_of_a_sheet_are_tickets_and_rejected_rows(rows: list[list[object]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        head: list[object] = ["Ticket ID", "Subject", "Description"]
        numbered = [[f"{place:03}", *row] for place, row in enumerate(rows)]
        path = _workbook(Path(folder) / "a.xlsx", {"one": [head, ["x", "a", "b"], *numbered]})
        items = list(read_tickets(examine(path)))
    came = sum(isinstance(item, Ticket | RejectedRow) for item in items)
    assert came == 1 + len(rows)

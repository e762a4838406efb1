"""Lines of a CSV file that a spreadsheet kept as one cell each are the rows that they were."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from supportdesk_gui.tickets.importing.doctor import Notice, examine, read_tickets
from supportdesk_gui.tickets.importing.encodings import SAMPLE
from supportdesk_gui.tickets.importing.report import RejectedRow
from supportdesk_gui.tickets.ticket import Ticket
from supportdesk_gui.ui.inbox.notice_words import notice_words

_HEADER = ("Ticket ID", "Subject", "Description", "Email")


def _rows(count: int) -> list[tuple[str, ...]]:
    return [
        (str(n), f"Lamp {n}", 'It says "off",\nand so it is' if n % 2 else f"My lamp {n} broke",
         f"ana{n}@mail.example")
        for n in range(1, count + 1)
    ]  # fmt: skip


def _line(row: tuple[str, ...], delimiter: str = ",") -> str:
    out = StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="").writerow(row)
    return out.getvalue()


def _wrapped(line: str) -> str:
    return '"' + line.replace('"', '""') + '"'


def _read(path: Path) -> tuple[list[tuple[str, ...]], list[RejectedRow]]:
    items = list(read_tickets(examine(path)))
    return (
        [(one.external_id, one.subject, one.messages[0].text, one.email)
         for one in items if isinstance(one, Ticket)],
        [one for one in items if isinstance(one, RejectedRow)],
    )  # fmt: skip


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("only_quoted", [True, False])
def test_lines_in_quotes_are_rows(tmp_path: Path, delimiter: str, only_quoted: bool) -> None:
    """A spreadsheet that expects semicolons puts only lines in quotes that have some."""
    rows, path = _rows(6), tmp_path / "tickets.csv"
    lines = [_line(row, delimiter) for row in (_HEADER, *rows)]
    is_bare = [only_quoted and '"' not in line for line in lines]
    kept = [line if bare else _wrapped(line) for line, bare in zip(lines, is_bare, strict=True)]
    path.write_text("\r\n".join(kept), newline="")
    assert _read(path) == (rows, [])
    assert Notice.WRAPPED_ROWS in examine(path).notices
    assert "single cell" in notice_words(Notice.WRAPPED_ROWS)


def test_a_long_file_is_unwrapped_to_its_end(tmp_path: Path) -> None:
    rows, path = _rows(20_000), tmp_path / "tickets.csv"
    path.write_text("\n".join(_wrapped(_line(row)) for row in (_HEADER, *rows)))
    assert path.stat().st_size > 2 * SAMPLE
    assert _read(path) == (rows, [])


@pytest.mark.parametrize("breaks", [True, False])
def test_lines_in_the_only_column_of_a_sheet_are_rows(tmp_path: Path, breaks: bool) -> None:
    """Where a text was broken into lines, it may stand in several cells."""
    rows, path, book = _rows(6), tmp_path / "tickets.xlsx", Workbook()
    for row in (_HEADER, *rows):
        for part in _line(row).split("\n") if breaks else [_line(row)]:
            book.active.append([part])
    book.save(path)
    assert _read(path) == (rows, [])
    assert Notice.WRAPPED_ROWS in examine(path).notices


def test_other_tables_are_left_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "tickets.csv"
    for text in (
        'message\n"Hello, my lamp, it broke"\n"Where, please, is it?"\n',  # a column of texts
        '"id","subject","description"\n"1","Lamp","It ""broke"", again"\n',
        'subject,description\nLamp,It broke\n"Lid, too"\nShade,It broke\n',  # a short row
    ):
        path.write_text(text)
        assert Notice.WRAPPED_ROWS not in examine(path).notices
    book = Workbook()
    for line in ("Message, please", "Hello, my lamp, it broke", "Where is it?"):
        book.active.append([line])
    book.save(path.with_suffix(".xlsx"))
    assert Notice.WRAPPED_ROWS not in examine(path.with_suffix(".xlsx")).notices

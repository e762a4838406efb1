"""Workbooks (xlsx, xlsm, xlsb, xls, ods): their sheets as rows of text.

Numbers of a sheet have zeros or letters in front only where its formats show them (shown_zeros.py), and at most
fifteen digits: what is longer was damaged before it came here. Read by calamine, which lets other threads run meanwhile.
"""

from __future__ import annotations

import datetime
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from supportdesk_gui.tickets.importing.report import (
    AS_FOUND,
    Choice,
    Diagnosis,
    FailureReason,
    ImportFailure,
    Kind,
    Notice,
)
from supportdesk_gui.tickets.importing.shown_zeros import shown_in_front
from supportdesk_gui.tickets.importing.table_diagnosis import diagnose_rows, diagnose_table
from supportdesk_gui.tickets.importing.table_rows import Record
from supportdesk_gui.tickets.importing.wrapped_lines import lines_in

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_LOOKED_AT = 210
_MOST_BYTES = 1_073_741_824
_EXACT = 1e15  # the first number with more digits than Excel keeps
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_GUESSES = frozenset({Notice.GUESSED_TEXT_COLUMN, Notice.UNKNOWN_COLUMNS, Notice.NO_HEADER})
_OLD = b"\xd0\xcf\x11\xe0"


def diagnose_workbook(base: Diagnosis, choice: Choice = AS_FOUND) -> list[Diagnosis]:
    """Every sheet that holds tickets or what belongs to them, in their order. Hidden ones are told,
    and read where no other has any.

    Raises ImportFailure where none does.
    """
    book = _opened(base.path, base.name)
    try:
        sheets = [one for one in book.sheets_metadata if str(one.typ).endswith("WorkSheet")]
        seen = [one.name for one in sheets if str(one.visible).endswith(".Visible")]
        unseen = [one.name for one in sheets if one.name not in seen]
        found, failure = _diagnosed(book, seen, len(seen) > 1, base, choice)
        hidden = [one for one in _diagnosed(book, unseen, True, base, choice)[0]
                  if _GUESSES.isdisjoint(one.notices)]  # fmt: skip
    finally:
        book.close()
    if found and hidden:
        return [_noticed(found[0], Notice.HIDDEN_SHEET), *found[1:]]
    if not found and not hidden:
        raise failure or ImportFailure(FailureReason.EMPTY_FILE, base.path, base.name)
    return found or [_noticed(one, Notice.READ_HIDDEN_SHEET) for one in hidden]


def _diagnosed(
    book: CalamineWorkbook, names: list[str], several: bool, base: Diagnosis, choice: Choice
) -> tuple[list[Diagnosis], ImportFailure | None]:
    found: list[Diagnosis] = []
    failure = None
    for name in names:
        rows, damaged, whole = _first_rows(book, name, base.path)
        shown = f"{base.shown_name} › {name}" if several else base.shown_name
        part = replace(base, kind=Kind.WORKBOOK, sheet=name, name=shown, encoding="")
        try:
            diagnosis = _table_of(rows, whole, part, choice)
        except ImportFailure as one:
            if one.reason is not FailureReason.EMPTY_FILE:
                failure = ImportFailure(one.reason, base.path, base.name)
            continue
        ids = {place for field in ("id", "requester_id")
               for place in diagnosis.columns.get(field, ())}  # fmt: skip
        found.append(_noticed(diagnosis, Notice.DAMAGED_ID) if ids & damaged else diagnosis)
    return found, failure


def _table_of(
    rows: list[list[str]], whole: bool, part: Diagnosis, choice: Choice
) -> Diagnosis:  # fmt: skip
    """How a sheet is to be read, by its first rows. Raises ImportFailure."""
    if lines := lines_in(rows):
        found = diagnose_table(lines, whole, replace(part, is_wrapped=True), choice)
        return _noticed(replace(found, kind=Kind.WORKBOOK), Notice.WRAPPED_ROWS)
    return diagnose_rows(rows, whole, part, choice)


def _noticed(diagnosis: Diagnosis, notice: Notice) -> Diagnosis:
    if notice in diagnosis.notices:
        return diagnosis
    return replace(diagnosis, notices=(*diagnosis.notices, notice))


class SheetRows:
    """The rows of a sheet as records, or as lines of text where each stands in one cell; `done` of
    `total` are given out."""

    is_spoilt = False

    def __init__(self, path: Path, sheet: str) -> None:
        self._book = _opened(path, path.name)
        self._sheet = _calm(lambda: self._book.get_sheet_by_name(sheet), path, path.name)
        self._texts = _reader(self._sheet, path)
        self.total = max(1, int(self._sheet.total_height) + 1)
        self.done = 0

    def rows(self) -> Iterator[Record]:
        """Row number (from 1) and cells, empty ones at the end left out."""
        try:
            for cells in self._sheet.iter_rows():
                self.done = min(self.done + 1, self.total)
                yield self.done, self._texts(cells), None
        finally:
            self._book.close()

    def __iter__(self) -> Iterator[str]:
        return ("".join(cells[:1]) + "\n" for _, cells, _ in self.rows())


def cell_text(value: Any) -> str:
    """What stands in a cell, as text: 123.0 is 123, a date is 2026-01-31, and a number with more
    digits than a sheet keeps is as one shows it, 1.23E+17."""
    if isinstance(value, str):
        return value.replace("\0", "\ufffd")
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < _EXACT else f"{value:.15g}"
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ", "seconds")
    return "" if value is None else str(value)


def _texts(cells: list[Any]) -> list[str]:
    row = [cell_text(value) for value in cells]
    while row and not row[-1]:
        row.pop()
    return row


def _reader(sheet: CalamineSheet, path: Path) -> Callable[[list[Any]], list[str]]:
    """A function that gives the cells of a row as a sheet shows them."""
    first = sheet.start[1] if sheet.start else 0
    shown = [(at - first, one) for at, one in shown_in_front(path, sheet.name).items()]
    if not shown:
        return _texts

    def read(cells: list[Any]) -> list[str]:
        row = _texts(cells)
        for place, one in shown:
            if place < len(row) and isinstance(cells[place], float) and row[place].isdecimal():
                row[place] = one.of(row[place])
        return row

    return read


def _first_rows(
    book: CalamineWorkbook, name: str, path: Path
) -> tuple[list[list[str]], set[int], bool]:
    """The first rows, the places of numbers that are too long, and whether these are all rows."""
    sheet = _calm(lambda: book.get_sheet_by_name(name), Path(), name)
    texts = _reader(sheet, path)
    rows: list[list[str]] = []
    damaged: set[int] = set()
    for cells in sheet.iter_rows():
        if len(rows) == _LOOKED_AT:
            return rows, damaged, False
        rows.append(texts(cells))
        damaged |= {
            place
            for place, value in enumerate(cells)
            if isinstance(value, float) and value >= _EXACT
        }
    while rows and not rows[-1]:
        rows.pop()
    return rows, damaged, True


def _opened(path: Path, name: str) -> CalamineWorkbook:
    """The workbook. Raises ImportFailure for what is none, is locked or unpacks to too much."""
    from python_calamine import CalamineWorkbook

    with path.open("rb") as file:
        start = file.read(65_536)
    if start.startswith(_OLD):
        if _LOCKED in start or (path.stat().st_size < 67_108_864 and _LOCKED in path.read_bytes()):
            raise ImportFailure(FailureReason.LOCKED, path, name)
    else:
        _check_size(path, name)
    book: CalamineWorkbook = _calm(lambda: CalamineWorkbook.from_path(str(path)), path, name)
    return book


def _check_size(path: Path, name: str) -> None:
    """Unpack all members once and count: what the archive says of itself proves nothing."""
    try:
        with zipfile.ZipFile(path) as package:
            left = _MOST_BYTES
            for member in package.infolist():
                member.file_size = left + 1  # read to the true end
                with package.open(member) as source:
                    while piece := source.read(1_048_576):
                        left -= len(piece)
                        if left < 0:
                            raise ImportFailure(FailureReason.TOO_BIG, path, name)
    except RuntimeError as error:
        raise ImportFailure(FailureReason.LOCKED, path, name) from error
    except (
        zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError,
    ) as error:  # fmt: skip
        raise ImportFailure(FailureReason.DAMAGED, path, name) from error


def _calm(work: Any, path: Path, name: str) -> Any:
    """The result of a call into calamine, whose panics are no exceptions to Python."""
    try:
        return work()
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:
        locked = type(error).__name__ == "PasswordError"
        reason = FailureReason.LOCKED if locked else FailureReason.DAMAGED
        raise ImportFailure(reason, path, name) from error

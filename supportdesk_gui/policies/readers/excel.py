"""Excel files: every cell as the text that the sheet shows, formulas by their stored values."""

from __future__ import annotations

import datetime
import io
import re
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from supportdesk_gui.policies.readers.office import check_package
from supportdesk_gui.policies.readers.reading import Composer, ReadDocument, Steps
from supportdesk_gui.policies.readers.tables import Row, add_table

if TYPE_CHECKING:
    from openpyxl.cell import Cell

_MAIN_PART = "xl/workbook.xml"
_PERCENT = re.compile(r"0(?:\.(0+))?\s*%")
_ZEROS = re.compile(r"0{2,}")


def read_excel(data: bytes) -> Steps[ReadDocument]:
    """The sheets that are not hidden, one after the other; yields rows done.

    Where there is more than one, a sheet's name comes first in its heading paths.
    Raises UnreadableDocument.
    """
    check_package(data, _MAIN_PART)
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # features that it does not keep; only text is read here
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        composer = Composer()
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        total = sum(sheet.max_row or 0 for sheet in sheets)
        done = 0
        for sheet in sheets:
            headings = (sheet.title,) if len(sheets) > 1 else ()
            for rows, _ in add_table(composer, headings, _rows(sheet)):
                yield done + rows, total
            done += sheet.max_row or 0
        book.close()
    return composer.document()


def _rows(sheet: Any) -> Iterator[Row]:
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        yield number, [cell_text(cell) for cell in cells]


def cell_text(cell: Cell) -> str:
    """What the cell shows: `0.15` formatted as a percentage is `15%`, a date is `2026-01-31`."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.datetime):
        bare = value.time() == datetime.time()
        return value.date().isoformat() if bare else value.isoformat(" ", "minutes")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, int | float):
        return _number_text(value, str(cell.number_format or ""))
    return str(value).strip()


def _number_text(value: float, form: str) -> str:
    percent = _PERCENT.search(form)
    if percent:
        return f"{value * 100:.{len(percent.group(1) or '')}f}%"
    if _ZEROS.fullmatch(form) and value == int(value):
        return str(int(value)).zfill(len(form))  # article numbers with leading zeros
    # Fifteen digits are what Excel keeps; more of them show how 0.1 is stored.
    return str(int(value)) if value == int(value) else f"{value:.15g}"

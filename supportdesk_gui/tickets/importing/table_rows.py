"""The records of a CSV file with their line numbers, whatever its quotes do.

A stray quotation mark makes a CSV reader swallow the rows after it. Here the lines of such a
record are given back: the first becomes a row or a rejected row, the others are read again.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from supportdesk_gui.tickets.importing.report import RejectReason
from supportdesk_gui.tickets.importing.row_checks import Parts
from supportdesk_gui.tickets.importing.text_stream import Lines

_LONGEST_CELL = 4_194_304
_SHORTEST_LIMIT = 65_536
_MOST_PARTS = 1000

Record = tuple[int, list[str], RejectReason | None]
"""First line (from 1), cells, and why they are no row; then the one cell is its text."""


class Records:
    """Records of `lines`, read with this delimiter; `width` is how many cells a row should have.

    `wide` says that longer rows are this vendor's habit and no sign of broken quotes, `parts` which
    lines go on with the row before.
    """

    def __init__(
        self, lines: Lines, delimiter: str, escape: str, width: int, wide: bool = False,
        parts: Parts | None = None, quote: str = '"', first_line: int = 1,
    ) -> None:  # fmt: skip
        self._lines = lines
        self._delimiter = delimiter
        self._escape = escape
        self._width = width
        self._wide = wide
        self._line = first_line
        self._broken = self._doubtful = 0  # lines to come that stood in a broken record
        self._parts = parts
        self._quote = quote
        self.joined = 0
        """How many lines were put to the row before."""

    def __iter__(self) -> Iterator[Record]:
        lines = self._lines
        quick = -1 if self._parts and self._parts.text_is_last else self._width
        begins = self._parts.first_signs if self._parts else ""
        going = True
        while going:
            going = False
            csv.field_size_limit(max(_SHORTEST_LIMIT, _LONGEST_CELL >> self._broken))
            try:
                rows = self._read(iter(lines))
                for row in rows:
                    count = len(lines.taken)
                    is_odd = count > 1 and lines.taken[-1][0] in begins and self._may_be_row()
                    if lines.ended or len(row) != quick or is_odd:
                        is_odd = is_odd or (len(row) != self._width and count > 1)
                        if lines.ended or (is_odd and self._swallowed(row)):
                            yield from self._recovered()
                            going = True
                            break
                        if self._parts and self._parts.may_follow(row):
                            yield self._whole(row, self._parts)
                            self._go_on()
                            going = True
                            break
                    is_doubtful = self._doubtful or lines.cut
                    yield self._line, row, self._doubt(row) if is_doubtful else None
                    self._go_on()
            except csv.Error:
                yield from self._recovered()
                going = True

    def _go_on(self) -> None:
        taken = self._lines.taken
        self._line += len(taken)
        if self._doubtful:
            self._doubtful -= min(self._doubtful, len(taken))
        taken.clear()

    def as_it_stood(self, row: list[str]) -> str:
        """The text of the record that was given out last; put together anew where it is not there."""
        return "".join(self._lines.taken).rstrip("\r\n") or line_of(row, self._delimiter)

    def _read(self, lines: Iterator[str]) -> Iterator[list[str]]:
        return reader(lines, self._delimiter, self._escape, self._quote)

    def _whole(self, row: list[str], parts: Parts) -> Record:
        """The row that begins here, with the lines behind it that are parts of its text."""
        lines = self._lines
        begun = used = len(lines.taken)
        whole, blank = row, 0
        for line in islice(iter(lines), _MOST_PARTS):
            cells = next(self._read(iter([line])), [])
            if not cells:
                blank += 1
                continue
            if not parts.go_on(whole, cells):
                break
            whole = parts.joined(whole, blank, cells, self._delimiter)
            used, blank = len(lines.taken), 0
            if len(row) < self._width == len(whole):
                break
        if len(whole) < self._width:  # what should have filled it up are rows or notes
            whole, used = row, begun
        lines.give_back(lines.taken[used:])
        del lines.taken[used:]
        self.joined += used - begun
        return self._line, whole, None

    def _doubt(self, row: list[str]) -> RejectReason | None:
        if self._lines.cut:
            self._lines.cut = False
            row[:] = ["".join(self._lines.taken)]
            return RejectReason.TOO_LONG
        if self._doubtful and len(row) not in (0, self._width):
            row[:] = ["".join(self._lines.taken)]
            return RejectReason.BROKEN_QUOTES
        return None

    def _swallowed(self, row: list[str]) -> bool:
        if self._wide and len(row) > self._width:
            return False
        first, *others = self._lines.taken
        if len(row) != self._width and len(self._literal(first)) == self._width > 1:
            return True
        parts = self._parts
        if parts is None or not self._closes_amid(others):
            return False
        is_whole = len(row) == self._width
        return any(
            parts.is_row(self._literal(line))
            or (not is_whole and parts.begins(line.split(self._delimiter)))
            for line in others
        )

    def _closes_amid(self, others: list[str]) -> bool:
        """Whether the quotation mark that closes a text of several lines stands before more of it,
        as one does that opens another text."""
        text = "".join(others).replace('""', "")
        at = text.find('"')
        return at >= 0 and text[at + 1 : at + 2] not in ("", "\r", "\n", self._delimiter)

    def _may_be_row(self) -> bool:
        """Whether the last line of a record has as many delimiters as a whole row."""
        return self._lines.taken[-1].count(self._delimiter) >= self._width - 1

    def _literal(self, line: str) -> list[str]:
        cells = line.rstrip("\r\n").split(self._delimiter)
        return [cell.strip('"') if '"' in cell else cell for cell in cells]

    def _recovered(self) -> Iterator[Record]:
        lines = self._lines
        taken = list(lines.taken)
        lines.taken.clear()
        lines.cut = False
        self._broken += 1
        cells = self._literal(taken[0])
        if lines.ended and not self._are_rows(taken[1:]):
            yield self._line, ["".join(taken)], RejectReason.CUT_OFF
            self._line += len(taken)
            self._doubtful = 0
            return
        if len(taken) == 1 and len(taken[0]) >= _SHORTEST_LIMIT:
            yield self._line, [taken[0]], RejectReason.TOO_LONG
        elif len(cells) == self._width:
            yield self._line, cells, None
        else:
            yield self._line, [taken[0]], RejectReason.BROKEN_QUOTES
        self._line += 1
        self._doubtful = max(self._doubtful, len(taken)) - 1
        lines.give_back(taken[1:])

    def _are_rows(self, taken: list[str]) -> bool:
        """Whether what follows an open quote reads like rows, not like the rest of a text."""
        text = StringIO("".join(taken), newline="")
        try:
            widths = [len(row) for row in self._read(text) if row]
        except csv.Error:
            return True
        return 2 * widths.count(self._width) > len(widths)


def reader(
    lines: Iterator[str], delimiter: str, escape: str = "", quote: str = '"'
) -> Iterator[list[str]]:
    """The records of the dialect that exports use; `escape` is a backslash or nothing, and a blank
    behind `quote` says that one may stand before it."""
    sign = quote[0]
    if len(quote) > 1:
        return _strictly(lines, delimiter, escape, sign, spaced=True)
    return _quickly(lines, delimiter, escape, sign)


def _strictly(
    lines: Iterator[str], delimiter: str, escape: str, sign: str, *, spaced: bool = False
) -> Iterator[list[str]]:
    if escape:
        return csv.reader(
            lines, delimiter=delimiter, quotechar=sign, escapechar=escape, doublequote=False,
            skipinitialspace=spaced,
        )  # fmt: skip
    return csv.reader(lines, delimiter=delimiter, quotechar=sign, skipinitialspace=spaced)


def _quickly(lines: Iterator[str], delimiter: str, escape: str, sign: str) -> Iterator[list[str]]:
    """The same: a line with no quotes, or with none but around each cell, is a record that is cut in
    a tenth of the time that a look at each letter takes."""
    begun: list[str] = []
    records = _strictly(_following(begun, lines), delimiter, escape, sign)
    between = f"{sign}{delimiter}{sign}"
    for line in lines:
        text = line.rstrip("\r\n")
        if len(text) < _SHORTEST_LIMIT and not (escape and escape in text):
            if sign not in text:
                yield text.split(delimiter) if text else []
                continue
            if text[0] == text[-1] == sign:
                cells = text[1:-1].split(between)
                if text.count(sign) == 2 * len(cells):
                    yield cells
                    continue
        begun.append(line)
        yield next(records)


def _following(begun: list[str], lines: Iterator[str]) -> Iterator[str]:
    """The line that a record begins with, then those behind it."""
    while True:
        if begun:
            yield begun.pop()
        elif (line := next(lines, None)) is not None:
            yield line
        else:
            return


def line_of(cells: list[str], delimiter: str = ",") -> str:
    """Cells as a line of a CSV file, empty ones at the end left out."""
    kept = len(cells)
    while kept and not cells[kept - 1]:
        kept -= 1
    out = StringIO()
    csv.writer(out, delimiter=delimiter or ",", lineterminator="").writerow(cells[:kept])
    return out.getvalue()


def quote_of(first_line: str, delimiter: str) -> str:
    """The quotation mark of a table by its header, with a blank where one stands before it."""
    first = first_line.strip()
    if (
        first.startswith("'")
        and first.endswith("'")
        and f"'{delimiter}" in first
        and '"' not in first
    ):
        return "' " if f"{delimiter} '" in first else "'"
    return '" ' if f'{delimiter} "' in first else '"'

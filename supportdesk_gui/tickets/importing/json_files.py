"""JSON and JSON Lines: an array of tickets, an object that holds one, or one ticket a line.

Items are decoded one at a time from a window over the text, so that the first tickets come at
once, a half-written file keeps what stands before the break, and memory stays bounded.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from supportdesk_gui.tickets.importing.json_tickets import has_text, ticket_of, vendor_and_source
from supportdesk_gui.tickets.importing.report import (
    Advice,
    Diagnosis,
    FailureReason,
    ImportFailure,
    Kind,
    ReadingProgress,
    RejectedRow,
    RejectReason,
    excerpt,
)
from supportdesk_gui.tickets.importing.table_tickets import time_reader
from supportdesk_gui.tickets.importing.text_stream import TextPieces
from supportdesk_gui.tickets.ticket import Ticket

Item = Ticket | RejectedRow | ReadingProgress
_ARRAYS = "tickets|conversations|results|data|issues|items|records|rows"
_ARRAY = re.compile(rf'"({_ARRAYS})"\s*:\s*\[')
_SPACE = re.compile(r"[\s,\ufeff]*")
_LONGEST_ITEM = 16_777_216
_LOOKED_AT = 20
_FIRST = 4_194_304
_PROGRESS_ITEMS = 100
_DECODER = json.JSONDecoder(parse_float=str, parse_constant=str)


class _Window:
    """The part of the text that is being decoded."""

    def __init__(self, pieces: TextPieces) -> None:
        self._pieces = iter(pieces)
        self.text = ""
        self.at = 0
        self.ended = False

    def more(self) -> bool:
        """Read on; False at the end of the file."""
        piece = next(self._pieces, None)
        if piece is None:
            self.ended = True
            return False
        self.text = self.text[self.at :] + piece
        self.at = 0
        return True

    def skip_space(self) -> str:
        """Go to the next sign and give it, empty at the end."""
        while True:
            found = _SPACE.match(self.text, self.at)
            self.at = found.end() if found else self.at
            if self.at < len(self.text):
                return self.text[self.at]
            if not self.more():
                return ""


def diagnose_json(base: Diagnosis) -> Diagnosis:
    """What a JSON file holds, from its first items. Raises ImportFailure when none is a ticket."""
    with base.path.open("rb") as file:
        window = _Window(TextPieces(file, base.encoding))
        kind, key = _find_items(window, base)
        first: list[Any] = []
        for item in _decoded(window, base.path.name, lines=kind is Kind.JSON_LINES):
            if not isinstance(item, RejectedRow):
                first.append(item)
            elif item.reason is RejectReason.TOO_DEEP and not first:
                raise ImportFailure(FailureReason.TOO_DEEP, base.path)
            elif not first and kind is Kind.JSON:
                raise ImportFailure(FailureReason.BROKEN_JSON, base.path)
            if len(first) >= _LOOKED_AT:
                break
    objects = [item for item in first if isinstance(item, dict)]
    reader = time_reader(base)
    vendor, source = vendor_and_source(objects, base.source)
    found = [ticket_of(item, source, reader) for item in objects]
    if not any(found):
        raise ImportFailure(FailureReason.NO_TICKETS, base.path)
    with_text = any(ticket is not None and has_text(ticket) for ticket in found)
    return replace(
        base, kind=kind, vendor=vendor, source=source, parts=key,
        has_message_text=with_text, advice=None if with_text else Advice.PASTE,
    )  # fmt: skip


def read_json(diagnosis: Diagnosis) -> Iterator[Item]:
    """Every ticket of the file, every item that is none, and the progress."""
    total = diagnosis.path.stat().st_size
    reader = time_reader(diagnosis)
    name = diagnosis.path.name
    with diagnosis.path.open("rb") as file:
        pieces = TextPieces(file, diagnosis.encoding)
        window = _Window(pieces)
        _find_items(window, diagnosis)
        lines = diagnosis.kind is Kind.JSON_LINES
        for number, item in enumerate(_decoded(window, name, lines=lines), 1):
            if isinstance(item, RejectedRow):
                yield replace(item, line=number)
                continue
            ticket = ticket_of(item, diagnosis.source, reader) if isinstance(item, dict) else None
            if ticket is None:
                text = excerpt(json.dumps(item, ensure_ascii=False)[:400])
                yield RejectedRow(name, number, RejectReason.NOT_A_TICKET, text)
            else:
                yield ticket
            if number % _PROGRESS_ITEMS == 0:
                yield ReadingProgress(pieces.done, total)
        yield ReadingProgress(total, total)


def _find_items(window: _Window, diagnosis: Diagnosis) -> tuple[Kind, str]:
    """Put the window before the first item."""
    sign = window.skip_space()
    if sign == "[":
        window.at += 1
        return Kind.JSON, ""
    while len(window.text) < _FIRST and window.more():
        pass
    window.skip_space()
    head = window.text[window.at :]
    first_line, _, rest = head.partition("\n")
    if rest.lstrip().startswith("{") and _is_object(first_line):
        return Kind.JSON_LINES, ""
    found = _ARRAY.search(head)
    if found:
        window.at += found.end()
        return Kind.JSON, found.group(1)
    if sign != "{":
        raise ImportFailure(FailureReason.BROKEN_JSON, diagnosis.path)
    return Kind.JSON_LINES, ""


def _is_object(line: str) -> bool:
    try:
        return isinstance(_DECODER.decode(line.strip()), dict)
    except (ValueError, RecursionError):
        return False


def _decoded(window: _Window, name: str, *, lines: bool) -> Iterator[Any]:
    """The items one by one; RejectedRow (line 0) for what is none."""
    while sign := window.skip_space():
        if sign == "]" and not lines:
            return
        try:
            item, end = _DECODER.raw_decode(window.text, window.at)
        except RecursionError:
            yield RejectedRow(
                name, 0, RejectReason.TOO_DEEP, excerpt(window.text[window.at :][:200])
            )
            if not lines:
                return
            _skip_line(window)
            continue
        except ValueError:
            if lines:
                yield from _line_again(window, name)
                continue
            if len(window.text) - window.at < _LONGEST_ITEM and window.more():
                continue
            reason = RejectReason.CUT_OFF if window.ended else RejectReason.TOO_LONG
            yield RejectedRow(name, 0, reason, excerpt(window.text[window.at :][:200]))
            return
        # A number at the very end of the window may go on in the next piece.
        if end == len(window.text) and not isinstance(item, dict | list) and window.more():
            continue
        window.at = end
        yield item


def _line_again(window: _Window, name: str) -> Iterator[Any]:
    """A line that could not be decoded: perhaps it goes on, else it is rejected alone."""
    while "\n" not in window.text[window.at :]:
        if len(window.text) - window.at > _LONGEST_ITEM or not window.more():
            break
    end = window.text.find("\n", window.at)
    line = window.text[window.at : end if end >= 0 else len(window.text)]
    try:
        yield _DECODER.decode(line.strip())
    except RecursionError:
        yield RejectedRow(name, 0, RejectReason.TOO_DEEP, excerpt(line[:200]))
    except ValueError:
        reason = RejectReason.CUT_OFF if end < 0 else RejectReason.NOT_JSON
        yield RejectedRow(name, 0, reason, excerpt(line[:200]))
    window.at = end + 1 if end >= 0 else len(window.text)
    if end < 0 and not window.ended:
        _skip_line(window)


def _skip_line(window: _Window) -> None:
    while (end := window.text.find("\n", window.at)) < 0:
        window.at = len(window.text)
        if not window.more():
            return
    window.at = end + 1

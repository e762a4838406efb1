"""Saved replies out of files and pasted text: macros and canned responses of helpdesks, CSV, JSON."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from supportdesk_gui.assist.saved_replies import SavedReply
from supportdesk_gui.assist.saved_reply_heads import columns_of
from supportdesk_gui.assist.saved_reply_json import Entry, entries_in, has_markup
from supportdesk_gui.assist.small_tables import rows_of, text_of
from supportdesk_gui.policies.readers.reading import UnreadableDocument
from supportdesk_gui.text.languages import detect_language, locale_language
from supportdesk_gui.text.named_languages import named_language
from supportdesk_gui.text.safe_html import html_to_text

_RULE = re.compile(r"^\s*(?:-{3,}|={3,}|\*{3,})\s*$", re.MULTILINE)
_HEADING = re.compile(r"^[ ]{0,3}(#{1,6})[ \t]+(\S.*)$", re.MULTILINE)
_SURE = 0.7
_MOST = 5000
_LONGEST_TITLE = 200


class RepliesFault(StrEnum):
    """Why nothing was read."""

    NO_TEXT = "no text"
    NO_COLUMNS = "no columns"


class NoRepliesFound(Exception):
    """Nothing in it is a title with a text; `fault` says whether it is a table of unknown heads."""

    def __init__(self, fault: RepliesFault = RepliesFault.NO_TEXT) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Found:
    """The replies of a file, how many entries had no title or no text, and how many were beyond
    the most that are kept of one file."""

    replies: tuple[SavedReply, ...]
    left_out: int = 0
    beyond: int = 0


def read_replies(data: bytes) -> Found:
    """The saved replies in a CSV, TSV, JSON or text file. Raises NoRepliesFound."""
    try:
        return replies_in(text_of(data))
    except UnreadableDocument:
        raise NoRepliesFound from None


def replies_in(text: str) -> Found:
    """The same for a text: JSON, a table, else a title over each text and between two a line of
    `---`, or a Markdown heading over each. Raises NoRepliesFound."""
    entries = _from_json(text)
    if entries is None:
        entries = _from_table(text)
    if entries is None:
        entries = list(_from_lines(text))
    found: dict[tuple[str, str], SavedReply] = {}
    left_out = 0
    for name, words, language in entries[:_MOST]:
        title, body = " ".join(name.split())[:_LONGEST_TITLE], _plain_text(words)
        if title and body:
            one = SavedReply(title, body, _code(language) or _detected(body))
            one = _beside(found, one)
            found[one.title, one.language] = one
        else:
            left_out += 1
    if not found:
        raise NoRepliesFound
    return Found(tuple(found.values()), left_out, max(0, len(entries) - _MOST))


def _beside(found: dict[tuple[str, str], SavedReply], one: SavedReply) -> SavedReply:
    """This reply, its title numbered where another of the file has it with another text: folders
    of a helpdesk may hold the same title twice. The same file read again gives the same numbers."""
    title, number = one.title, 1
    while (other := found.get((title, one.language))) is not None and other.text != one.text:
        number += 1
        title = f"{one.title} ({number})"
    return replace(one, title=title)


def _from_json(text: str) -> list[Entry] | None:
    if not text.lstrip("\ufeff \n\t\r").startswith(("{", "[")):
        return None
    try:
        return entries_in(text.lstrip("\ufeff"), lambda rows: _from_rows(rows, "") or [])
    except ValueError:
        return None
    except RecursionError:  # brackets in brackets, thousands deep
        raise NoRepliesFound from None


def _from_table(text: str) -> list[Entry] | None:
    """None for a text that is no table."""
    try:
        rows, sign = rows_of(text)
    except csv.Error:
        return None
    found = _from_rows(rows, sign)
    if found is None and _is_table(rows) and max(map(len, rows)) > 2:
        raise NoRepliesFound(RepliesFault.NO_COLUMNS)
    return found


def _from_rows(rows: Sequence[Sequence[str]], sign: str) -> list[Entry] | None:
    """By the heads; without any, two columns are title and text. None where nothing tells."""
    columns = columns_of(rows[0]) if rows else None
    if columns is None:
        if not _is_table(rows) or len(rows[0]) != 2:
            return None
        return [(title, text, "") for title, text in rows]
    return [
        (_cell(row, columns[0]), _text_cell(row, columns[1], len(rows[0]), sign),
         _cell(row, columns[2]))
        for row in rows[1:]
    ]  # fmt: skip


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the rows have the same cells: a comma in a sentence has a space behind it, and a
    title fits on a line."""
    return (
        len(rows) > 1
        and len(rows[0]) > 1
        and len({len(row) for row in rows}) == 1
        and not any(cell.startswith(" ") for row in rows for cell in row[1:])
        and all("\n" not in row[0] and len(row[0]) <= _LONGEST_TITLE for row in rows)
    )


def _text_cell(row: Sequence[str], place: int, width: int, sign: str) -> str:
    """The text; a last one that nobody quoted is divided by its own commas."""
    if place == width - 1 and len(row) > width:
        return sign.join(row[place:])
    return _cell(row, place)


def _cell(row: Sequence[str], place: int | None) -> str:
    return row[place] if place is not None and place < len(row) else ""


def _from_lines(text: str) -> Iterator[Entry]:
    for block in _RULE.split(text.lstrip("\ufeff")):
        for part in _by_headings(block.strip()):
            title, _, body = part.partition("\n")
            yield title.strip("# \t:：*"), body, ""


def _by_headings(block: str) -> Iterator[str]:
    """The parts of a block that begins with a heading: one for each heading of its level, or of
    the next where the first stands over all."""
    headings = list(_HEADING.finditer(block))
    if not headings or headings[0].start():
        if block:
            yield block
        return
    level = len(headings[0][1])
    ours = [one for one in headings if len(one[1]) == level]
    if (
        len(ours) == 1
        and len(headings) > 2
        and not block[ours[0].end() : headings[1].start()].strip()
    ):
        level = len(headings[1][1])
        ours = [one for one in headings if len(one[1]) == level]
    ends = [*(one.start() for one in ours[1:]), len(block)]
    for one, end in zip(ours, ends, strict=True):
        yield block[one.start() : end].strip()


def _plain_text(body: str) -> str:
    text = html_to_text(body) if has_markup(body) else body
    return text.replace("\r\n", "\n").strip()


def _code(language: str) -> str:
    """The program's code of a locale such as es-MX, or of a language's name; empty for none."""
    code = named_language(language) or locale_language(language)
    return code if re.fullmatch("[a-z]{2}|zh-Han[st]", code) else ""


def _detected(body: str) -> str:
    found = detect_language(body)
    return str(found.code) if found.confidence >= _SURE else ""

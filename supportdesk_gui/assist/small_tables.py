"""The rows of a small table that a person saved: in any encoding, divided by any usual sign."""

from __future__ import annotations

import csv
import io
import re

from supportdesk_gui.policies.readers.plain_text import decode
from supportdesk_gui.text.delimiters import delimiter_of
from supportdesk_gui.tickets.importing.encodings import SAMPLE, guesses

# What Excel writes above a table to say how it is divided.
_SAYS_SIGN = re.compile(r'\s*"?sep=(.)"?[^\S\n]*\n', re.IGNORECASE)
_BLANK_LINES = re.compile(r"\A(?:[^\S\n]*\n)+")


def text_of(data: bytes) -> str:
    """The text of a file. Raises UnreadableDocument where it is none."""
    # As ticket exports are read: a short file in Big5 is no Japanese.
    guess = guesses(data[:SAMPLE], whole=len(data) <= SAMPLE)[0]
    return decode(data.decode(guess.encoding, "replace").encode())


def rows_of(text: str) -> tuple[list[list[str]], str]:
    """The rows that hold something, and the sign between their cells. Raises csv.Error."""
    # One limit for the whole process: never below what others have set.
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    text = _BLANK_LINES.sub("", text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    said = _SAYS_SIGN.match(text)
    if said:
        text = _BLANK_LINES.sub("", text[said.end() :])
    sign = said[1] if said else delimiter_of(text)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    return [row for row in rows if any(cell.strip() for cell in row)], sign

"""The export doctor: says what a file is before it is read, then reads it.

`examine` looks at the beginning of a file only, `read_tickets` goes through it once.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from supportdesk_gui.tickets.importing.encodings import SAMPLE, codec_name, guesses, is_close
from supportdesk_gui.tickets.importing.json_files import diagnose_json, read_json
from supportdesk_gui.tickets.importing.report import (
    Advice,
    Diagnosis,
    FailureReason,
    ImportFailure,
    Kind,
    Notice,
    ReadingProgress,
    RejectedRow,
    RejectReason,
    Shape,
)
from supportdesk_gui.tickets.importing.tables import diagnose_table, read_table
from supportdesk_gui.tickets.ticket import Ticket

__all__ = [
    "Advice",
    "Diagnosis",
    "FailureReason",
    "ImportFailure",
    "Kind",
    "Notice",
    "ReadingProgress",
    "RejectReason",
    "RejectedRow",
    "Shape",
    "examine",
    "read_tickets",
]

_OTHER_FORMATS = (b"PK\x03\x04", b"PK\x05\x06", b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"From ")
_BINARIES = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"MZ", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!",
    b"SQLite format 3", b"RIFF", b"BZh", b"\xfd7zXZ", b"OggS", b"ID3",
)  # fmt: skip
_MARKUP = re.compile(r"\s*<(?:!doctype|html|\?xml|[a-z][\w-]*[\s>])", re.IGNORECASE)
_MAIL = re.compile(r"(?:[A-Z][\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){3}", re.MULTILINE)
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_TABLE_NAMES = frozenset({".csv", ".tsv", ".tab", ".psv"})
_FAR = 268_435_456
_DATE_IN_NAME = re.compile(r"[-_ .(]*(?:\d{4}[-_.]?\d{2}[-_.]?\d{2}[\dTZ_-]*|\(\d+\))\)?")


def examine(path: Path, encoding: str = "") -> Diagnosis:
    """What a file is, how it is to be read, what is missing in it.

    `encoding` overrides what the bytes suggest. Raises ImportFailure for what gives no tickets.
    """
    sample, whole = _sample(path)
    found = guesses(sample, whole)
    names = tuple(guess.encoding for guess in found)
    chosen = codec_name(encoding) if encoding else names[0]
    try:
        text = sample.decode(chosen, "replace")
    except LookupError as error:
        raise ImportFailure(FailureReason.UNREADABLE, path) from error
    if not whole:
        text = text.rstrip("\ufffd")
    text = text.replace("\0", "\ufffd")
    _refuse_binary(path, text)
    notices: tuple[Notice, ...] = ()
    if not encoding and is_close(found):
        notices += (Notice.UNSURE_ENCODING,)
    if "\ufffd" in text:
        notices += (Notice.UNDECODABLE_BYTES,)
    base = Diagnosis(path, Kind.TABLE, "", _source(path), chosen, encodings=names, notices=notices)
    start = text.lstrip("\ufeff \t\r\n")
    if not start:
        raise ImportFailure(FailureReason.EMPTY, path)
    if start[0] in "[{" and path.suffix.lower() not in _TABLE_NAMES:
        return diagnose_json(base)
    if _MARKUP.match(start) or (_MAIL.match(start) and path.suffix.lower() not in _TABLE_NAMES):
        raise ImportFailure(FailureReason.OTHER_FORMAT, path)
    if path.suffix.lower() in (".json", ".jsonl", ".ndjson"):
        return diagnose_json(base)
    diagnosis = diagnose_table(path, text.lstrip("\ufeff"), whole, base)
    guessed = len(diagnosis.header) == 1 or Notice.GUESSED_TEXT_COLUMN in diagnosis.notices
    if guessed and path.suffix.lower() not in _TABLE_NAMES:  # prose has commas too
        raise ImportFailure(FailureReason.OTHER_FORMAT, path)
    return diagnosis


def read_tickets(diagnosis: Diagnosis) -> Iterator[Ticket | RejectedRow | ReadingProgress]:
    """Every ticket of the file, every row that is none, and the progress, in file order.

    Runs in a thread of its own. Raises ImportFailure when the file cannot be read any more.
    """
    read = read_table if diagnosis.kind is Kind.TABLE else read_json
    try:
        yield from read(diagnosis)
    except OSError as error:
        raise ImportFailure(FailureReason.UNREADABLE, diagnosis.path) from error


def _sample(path: Path) -> tuple[bytes, bool]:
    """The first bytes of a file, beginning later when the first are plain ASCII throughout."""
    try:
        if path.is_dir():
            raise ImportFailure(FailureReason.DIRECTORY, path)
        if not path.exists():
            raise ImportFailure(FailureReason.MISSING, path)
        if not path.is_file():
            raise ImportFailure(FailureReason.UNREADABLE, path)
        with path.open("rb") as file:
            sample = file.read(SAMPLE)
            whole = len(sample) < SAMPLE
            if sample.startswith(_OTHER_FORMATS):
                raise ImportFailure(FailureReason.OTHER_FORMAT, path)
            if sample.startswith(_BINARIES):
                raise ImportFailure(FailureReason.BINARY, path)
            if not whole and sample.isascii() and b"\0" not in sample:
                sample += _first_strange(file)
    except OSError as error:
        raise ImportFailure(FailureReason.UNREADABLE, path) from error
    if not sample.strip(b"\0 \t\r\n"):
        raise ImportFailure(FailureReason.EMPTY, path)
    return sample, whole


def _first_strange(file: os.PathLike[str] | object) -> bytes:
    read = file.read  # type: ignore[union-attr]
    seen = 0
    while seen < _FAR and (piece := read(1_048_576)):
        seen += len(piece)
        if not piece.isascii():
            at = next(place for place, byte in enumerate(piece) if byte > 127)
            line = piece.rfind(b"\n", 0, at) + 1
            return bytes(piece[line : at + 65_536])
    return b""


def _refuse_binary(path: Path, text: str) -> None:
    part = text[:65_536]
    odd = len(_CONTROL.findall(part))
    broken = part.count("\ufffd")
    if odd * 50 > len(part) or (broken * 4 > len(part) and broken > 8):
        raise ImportFailure(FailureReason.BINARY, path)


def _source(path: Path) -> str:
    """A name for where an unknown file comes from: tomorrow's export has the same one."""
    stem = _DATE_IN_NAME.sub("", path.stem).strip(" -_.")
    return stem or path.stem

"""The export doctor: says what a file is before it is read, then reads it.

`examine` looks at the beginning of a file only, `read_tickets` goes through it once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import BinaryIO

from supportdesk_gui.tickets.importing.beside_mails import SideFiles
from supportdesk_gui.tickets.importing.date_order import with_order
from supportdesk_gui.tickets.importing.encodings import SAMPLE, Guess, codec_name, guesses, is_close
from supportdesk_gui.tickets.importing.header_quotes import (
    has_stray_quote,
    without_header_quotes,
)
from supportdesk_gui.tickets.importing.json_files import diagnose_json, read_json
from supportdesk_gui.tickets.importing.lasting_names import lasting_name
from supportdesk_gui.tickets.importing.mail_files import is_mail
from supportdesk_gui.tickets.importing.mixed_lines import are_mixed, errors_for
from supportdesk_gui.tickets.importing.other_lists import NO_TICKETS_BUT
from supportdesk_gui.tickets.importing.report import (
    AS_FOUND,
    TABLES,
    Advice,
    Choice,
    Content,
    Diagnosis,
    FailureReason,
    ImportFailure,
    Kind,
    Notice,
    Part,
    ReadingProgress,
    RejectedRow,
    RejectReason,
    Shape,
)
from supportdesk_gui.tickets.importing.split_reading import (
    one_after_the_other,
    read_joined,
    read_messages,
)
from supportdesk_gui.tickets.importing.splits import joined
from supportdesk_gui.tickets.importing.table_diagnosis import diagnose_table
from supportdesk_gui.tickets.importing.tables import read_table
from supportdesk_gui.tickets.importing.wrapped_lines import unwrapped
from supportdesk_gui.tickets.number_forms import NumberForm
from supportdesk_gui.tickets.ticket import Ticket

__all__ = [
    "Advice",
    "Choice",
    "Diagnosis",
    "FailureReason",
    "ImportFailure",
    "Kind",
    "Notice",
    "Part",
    "ReadingProgress",
    "RejectReason",
    "RejectedRow",
    "Shape",
    "examine",
    "examine_all",
    "examined_again",
    "read_tickets",
]

_OTHER_FORMATS = (b"%PDF", b"{\\rtf")
_OLE = b"\xd0\xcf\x11\xe0"
_PACKAGES = (b"PK\x03\x04", b"PK\x05\x06", _OLE)
_BINARIES = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"MZ", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!",
    b"SQLite format 3", b"RIFF", b"BZh", b"\xfd7zXZ", b"OggS", b"ID3",
)  # fmt: skip
_MARKUP = re.compile(r"\s*<(?:!doctype|html|\?xml|[a-z][\w-]*[\s>])", re.IGNORECASE)
_XML = re.compile(
    r"\s*<(?:\?xml|(?:helpdesk-)?tickets?\b|issues?\b|conversations?\b|rss\b)", re.IGNORECASE
)
_PAGE = re.compile(r"<!doctype html|<html", re.IGNORECASE)
_GUESSES = frozenset({Notice.GUESSED_TEXT_COLUMN, Notice.UNKNOWN_COLUMNS})
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c\x1d\x1f\x7f]")
_TABLE_NAMES = frozenset({".csv", ".tsv", ".tab", ".psv"})
_FAR = 268_435_456


def examine(path: Path, choice: Choice = AS_FOUND, name: str = "") -> Diagnosis:
    """What one file is, how it is to be read, what is missing in it.

    Raises ImportFailure for what gives no tickets.
    """
    found, failures = examine_all([Part(path, name or path.name)], choice)
    if not found:
        raise failures[0]
    return found[0]


def examine_all(
    parts: Sequence[Part], choice: Choice = AS_FOUND
) -> tuple[list[Diagnosis], list[ImportFailure]]:
    """What files that were dropped together are, and why others are none.

    All mails are one diagnosis; tickets, messages and people in files of their own are joined.
    """
    found: list[Diagnosis] = []
    mails: list[Part] = []
    failures: list[ImportFailure] = []
    for part in parts:
        try:
            for diagnosis in _examined(part, choice):
                mails.extend(diagnosis.mails)
                if not diagnosis.mails:
                    found.append(diagnosis)
        except ImportFailure as failure:
            failures.append(ImportFailure(failure.reason, part.path, part.name))
        except OSError:
            failures.append(ImportFailure(FailureReason.UNREADABLE, part.path, part.name))
    beside = SideFiles(mails)
    tickets, left = joined(beside.without_settings(found))
    for one in left:
        reason = NO_TICKETS_BUT.get(one.content, FailureReason.NO_TICKETS)
        failures.append(ImportFailure(reason, one.path, one.shown_name))
    if mails:
        failures = beside.unexpected(failures)
        notices = (Notice.BESIDE_MAILS,) if beside.were_left_out else ()
        tickets.append(
            Diagnosis(
                mails[0].path, Kind.MAILS, "", "mail", "", name=_common_name(mails),
                mails=tuple(mails), notices=notices,
            )
        )  # fmt: skip
    return tickets, failures


def _common_name(parts: Sequence[Part]) -> str:
    """The folder or archive that all came from, else the first and how many more."""
    first = parts[0].name
    if len(parts) == 1:
        return first
    for sign in ("/", " › "):
        above = first.partition(sign)[0] + sign
        if all(part.name.startswith(above) for part in parts):
            return above.removesuffix(sign)
    return f"{first} + {len(parts) - 1}"


def examined_again(diagnosis: Diagnosis, choice: Choice) -> Diagnosis:
    """The same file, or sheet of a workbook, read as chosen. Raises ImportFailure."""
    name = diagnosis.shown_name.removesuffix(f" › {diagnosis.sheet}")
    part = Part(diagnosis.path, name)
    if diagnosis.kind is Kind.MAILS:
        return diagnosis
    found = _examined(part, choice)
    told = (diagnosis.sheet, diagnosis.content)
    return next((one for one in found if (one.sheet, one.content) == told), found[0])


def read_tickets(
    diagnosis: Diagnosis, own_address: str = ""
) -> Iterator[Ticket | RejectedRow | ReadingProgress]:
    """Every ticket of the file, every row that is none, and the progress, in file order.

    Runs in a thread of its own; `own_address` tells the agent's mails from the customers'.
    Raises ImportFailure when the file cannot be read any more.
    """
    try:
        if diagnosis.kind is Kind.MAILS:
            from supportdesk_gui.tickets.importing.mailboxes import read_mails

            yield from read_mails(diagnosis, own_address)
            return
        if diagnosis.content is Content.MESSAGES:
            yield from read_messages(diagnosis)
            return
        read = read_table if diagnosis.kind in TABLES else read_json
        items = one_after_the_other(diagnosis, read) if diagnosis.slices else read(diagnosis)
        items = read_joined(diagnosis, items) if diagnosis.is_joined else items
        yield from _in_form(items, diagnosis.number_form) if diagnosis.number_form else items
    except OSError as error:
        raise ImportFailure(
            FailureReason.UNREADABLE, diagnosis.path, diagnosis.shown_name
        ) from error


def _in_form(
    items: Iterator[Ticket | RejectedRow | ReadingProgress], form: NumberForm
) -> Iterator[Ticket | RejectedRow | ReadingProgress]:
    """With the numbers as they are written in the source where the tickets are."""
    for item in items:
        if isinstance(item, Ticket):
            yield replace(item, external_id=form.of(item.external_id))
        else:
            yield item


def _examined(part: Part, choice: Choice) -> list[Diagnosis]:
    path = part.path
    sample, whole = _sample(path)
    if sample.startswith(_PACKAGES):
        return _documents(part, choice, sample.startswith(_OLE))
    if is_mail(path, sample):
        return [Diagnosis(path, Kind.MAILS, "", "mail", "", name=part.name, mails=(part,))]
    found = guesses(sample, whole)
    if not found[0].encoding.startswith("utf") and are_mixed(sample, whole):
        found = (Guess("utf-8", 1.0), *found)
    chosen = codec_name(choice.encoding) if choice.encoding else found[0].encoding
    try:
        text = sample.decode(chosen, errors_for(chosen))
    except LookupError as error:
        raise ImportFailure(FailureReason.UNREADABLE, path) from error
    if not whole:
        text = text.rstrip("\ufffd")
    text = text.replace("\0", "\ufffd").replace("\ufeff", "")
    _refuse_binary(path, text)
    notices: tuple[Notice, ...] = ()
    if not choice.encoding and is_close(found):
        notices += (Notice.UNSURE_ENCODING,)
    if "\ufffd" in text:  # far behind they are told when they are read
        notices += (Notice.UNDECODABLE_BYTES,)
    names = tuple(guess.encoding for guess in found)
    base = Diagnosis(
        path, Kind.TABLE, "", lasting_name(part.name), chosen, encodings=names, notices=notices,
        name=part.name,
    )  # fmt: skip
    return _text_diagnoses(base, text, whole, choice)


def _text_diagnoses(base: Diagnosis, text: str, whole: bool, choice: Choice) -> list[Diagnosis]:
    path, suffix = base.path, Path(base.name).suffix.lower()
    start = text.lstrip()
    if not start:
        raise ImportFailure(FailureReason.EMPTY_FILE, path)
    if start[0] in "[{" and suffix not in _TABLE_NAMES:
        return diagnose_json(base)
    if _XML.match(start) and not _PAGE.search(start[:2000]):
        return diagnose_json(replace(base, kind=Kind.XML, encoding="", encodings=()))
    if _MARKUP.match(start):
        raise ImportFailure(FailureReason.OTHER_FORMAT, path)
    if suffix in (".json", ".jsonl", ".ndjson"):
        return diagnose_json(base)
    if inner := unwrapped(text, whole):
        notices = (*base.notices, Notice.WRAPPED_ROWS)
        text, base = inner, replace(base, is_wrapped=True, notices=notices)
    elif has_stray_quote(text):
        lines = without_header_quotes(StringIO(text, newline=""))
        text, base = "".join(lines), replace(base, has_stray_quote=True)
    diagnosis = diagnose_table(text, whole, base, choice)
    guessed = len(diagnosis.header) == 1 or not _GUESSES.isdisjoint(diagnosis.notices)
    if guessed and suffix not in _TABLE_NAMES:  # prose has commas too
        raise ImportFailure(FailureReason.OTHER_FORMAT, path)
    return [with_order(diagnosis)]


def _documents(part: Part, choice: Choice, is_ole: bool) -> list[Diagnosis]:
    """The sheets of a workbook, or a mail that Outlook saved."""
    if is_ole:
        from supportdesk_gui.tickets.importing.outlook_mails import is_outlook_mail, outlook_head

        if is_outlook_mail(part.path):
            outlook_head(part.path)
            return [Diagnosis(part.path, Kind.MAILS, "", "mail", "", name=part.name, mails=(part,))]
    from supportdesk_gui.tickets.importing.workbooks import diagnose_workbook

    base = Diagnosis(part.path, Kind.WORKBOOK, "", lasting_name(part.name), "", name=part.name)
    return [with_order(one) for one in diagnose_workbook(base, choice)]


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
        raise ImportFailure(FailureReason.EMPTY_FILE, path)
    return sample, whole


def _first_strange(file: BinaryIO) -> bytes:
    seen = 0
    while seen < _FAR and (piece := file.read(1_048_576)):
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

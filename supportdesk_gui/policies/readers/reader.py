"""One door to all readers: a path becomes a read document or a typed refusal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from supportdesk_gui.policies.document import ReadFailure
from supportdesk_gui.policies.readers.excel import read_excel
from supportdesk_gui.policies.readers.html import read_html
from supportdesk_gui.policies.readers.json_faq import read_json
from supportdesk_gui.policies.readers.markdown import read_markdown
from supportdesk_gui.policies.readers.pdf import read_pdf
from supportdesk_gui.policies.readers.plain_text import decode, read_plain_text
from supportdesk_gui.policies.readers.reading import (
    ReadDocument,
    Steps,
    UnreadableDocument,
    drained,
)
from supportdesk_gui.policies.readers.tables import read_csv
from supportdesk_gui.policies.readers.word import read_word

MOST_TEXT_BYTES = 8_000_000
# Of a file in which the text is packed, or stands beside pictures.
MOST_PACKED_BYTES = 100_000_000
_TEXT_READERS = {
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".txt": read_plain_text,
    ".text": read_plain_text,
    ".html": read_html,
    ".htm": read_html,
}
_DATA_READERS = {
    ".csv": read_csv,
    ".tsv": read_csv,
    ".json": read_json,
    ".jsonl": read_json,
    ".docx": read_word,
}
_SLOW_READERS = {".pdf": read_pdf, ".xlsx": read_excel, ".xlsm": read_excel}
_PACKED = frozenset({".pdf", ".docx", ".xlsx", ".xlsm"})
KINDS = frozenset({*_TEXT_READERS, *_DATA_READERS, *_SLOW_READERS})
# What Word and Excel leave beside a file that is open.
_LOCK_FILE = "~$"


def policy_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and those of a known kind below the folders named, hidden ones left out."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for found in sorted(path.rglob("*")):
            inside = found.relative_to(path).parts
            hidden = any(part.startswith((".", _LOCK_FILE)) for part in inside)
            if found.suffix.lower() in KINDS and found.is_file() and not hidden:
                yield found


def read_bytes(path: Path) -> bytes:
    """The bytes of a policy file of a known kind.

    Raises UnreadableDocument: MISSING, UNKNOWN_KIND, TOO_LARGE, EMPTY or NOT_READABLE.
    """
    kind = path.suffix.lower()
    try:
        size = path.stat().st_size
        if not path.is_file() or kind not in KINDS:
            raise UnreadableDocument(ReadFailure.UNKNOWN_KIND)
        if size > (MOST_PACKED_BYTES if kind in _PACKED else MOST_TEXT_BYTES):
            raise UnreadableDocument(ReadFailure.TOO_LARGE)
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UnreadableDocument(ReadFailure.MISSING) from error
    except OSError as error:
        raise UnreadableDocument(ReadFailure.NOT_READABLE) from error
    if not data:
        raise UnreadableDocument(ReadFailure.EMPTY)
    return data


def read_document(data: bytes, kind: str) -> ReadDocument:
    """The document in the bytes of a file whose name ends in `kind`, such as `.md`.

    Raises as `reading_steps` does.
    """
    return drained(reading_steps(data, kind))


def reading_steps(data: bytes, kind: str) -> Steps[ReadDocument]:
    """Read the document, yielding pages or rows done, where there are any.

    Raises UnreadableDocument: EMPTY, DAMAGED, PASSWORD, TOO_LARGE or NO_TEXT; whatever else a
    reader's library raises at a damaged file comes out as it is.
    """
    kind = kind.lower()
    if kind in _SLOW_READERS:
        document = yield from _SLOW_READERS[kind](data)
    elif kind in _DATA_READERS:
        document = _DATA_READERS[kind](data)
    else:
        document = _TEXT_READERS[kind](decode(data))
    bodies = (document.text[part.start : part.end] for part in document.sections)
    if not any(sign.isalnum() for body in bodies for sign in body):
        raise UnreadableDocument(ReadFailure.NO_TEXT)
    return document

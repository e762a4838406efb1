"""Plain text: bytes to text, and a whole file as one section."""

from __future__ import annotations

import codecs

from supportdesk_gui.policies.document import ReadFailure
from supportdesk_gui.policies.front_matter import read_front_matter
from supportdesk_gui.policies.readers.reading import ReadDocument, UnreadableDocument, trimmed

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes) -> str:
    """The text of the bytes: by a byte order mark, else UTF-8, else a guess; line ends are `\\n`.

    Raises UnreadableDocument: EMPTY for no bytes, DAMAGED for bytes that are no text.
    """
    if not data.strip():
        raise UnreadableDocument(ReadFailure.EMPTY)
    text = _decoded(data)
    if text is None or _is_binary(text):
        raise UnreadableDocument(ReadFailure.DAMAGED)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(data[:200_000]).best()
        return None if best is None else data.decode(best.encoding, errors="replace")


def _is_binary(text: str) -> bool:
    """Whether control characters or characters that could not be read make up over a hundredth."""
    sample = text[:20_000]
    strange = sum(
        1 for sign in sample if (sign < " " and sign not in "\n\r\t\f") or sign == "\ufffd"
    )
    return strange * 100 > len(sample)


def read_plain_text(text: str) -> ReadDocument:
    """The document with its whole body as one section without a heading."""
    front, body_start = read_front_matter(text)
    section = trimmed(text, (), body_start, len(text))
    return ReadDocument(text, (section,) if section else (), front)

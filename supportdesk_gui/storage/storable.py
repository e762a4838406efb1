"""Text that SQLite takes."""

from __future__ import annotations


def storable(text: str) -> str:
    """`text` with lone surrogates (halves of a character) as the replacement character."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text

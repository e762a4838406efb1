"""Who a requester is: the same by their e-mail address, else by their name in the same source."""

from __future__ import annotations

from unicodedata import normalize

_BETWEEN = "\x1f"


def requester_key(source: str, external_id: str, requester: str, email: str) -> str:
    """One text for everything that a person wrote; case and spaces do not matter.

    A ticket without name and address is its own requester.
    """
    if address := _folded(email):
        return f"mail{_BETWEEN}{address}"
    if name := _folded(requester):
        return f"name{_BETWEEN}{source}{_BETWEEN}{name}"
    return f"ticket{_BETWEEN}{source}{_BETWEEN}{external_id}"


def _folded(text: str) -> str:
    return " ".join(normalize("NFKC", text).casefold().split())

"""A text cut to a length, with a sign that says so."""

from __future__ import annotations


def shortened(text: str, most: int) -> str:
    """The text where it has at most `most` characters, else its beginning and an ellipsis."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"

"""Which characters go with sentences that are taken out of a reply, so that no hole is left."""

from __future__ import annotations

import re
from collections.abc import Collection

from supportdesk_gui.text.sentences import split_sentences

_BULLET = re.compile(r"[ \t]*(?:[-*•–·]|\d{1,2}[.)、])?[ \t]*")


def removal_spans(text: str, sentences: Collection[str]) -> list[tuple[int, int]]:
    """The (start, end) spans of `text` to take out, in their order and apart from each other.

    Each of the `sentences` goes wherever it stands, with the blanks beside it; a line of which
    nothing is left goes with its bullet, and so does the empty line that parted its paragraph.
    """
    kept = list(range(len(text)))  # places in `text` of the characters that stay
    left, at = text, 0
    while found := _next(left, sentences, at):
        start, end = _with_blanks(left, *found)
        left, kept, at = left[:start] + left[end:], kept[:start] + kept[end:], start
    stays = set(kept)
    spans: list[tuple[int, int]] = []
    for place in range(len(text)):
        if place in stays:
            continue
        if spans and spans[-1][1] == place:
            spans[-1] = (spans[-1][0], place + 1)
        else:
            spans.append((place, place + 1))
    return spans


def _next(text: str, sentences: Collection[str], at: int) -> tuple[int, int] | None:
    spans = split_sentences(text)
    return next(
        (span for span in spans if span[1] > at and text[slice(*span)].strip() in sentences), None
    )


def _with_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    line = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    is_first = bool(_BULLET.fullmatch(text, line, start))
    is_last = not text[end:line_end].strip()
    if is_first and is_last:
        return _whole_line(text, line, line_end)
    if is_last:
        return len(text[:start].rstrip(" \t")), line_end
    return start, end + len(text[end:]) - len(text[end:].lstrip(" \t"))


def _whole_line(text: str, start: int, end: int) -> tuple[int, int]:
    """A line with its break, and what would be a second empty line beside it."""
    if end == len(text):
        return len(text[:start].rstrip("\n")), end
    end += 1
    if start == 0 or text[:start].endswith("\n\n"):
        end += len(text[end:]) - len(text[end:].lstrip("\n"))
    return start, end

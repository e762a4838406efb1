"""What a reader gives: the text of a file, its sections and what its front matter says."""

from __future__ import annotations

from dataclasses import dataclass, field

from supportdesk_gui.policies.document import ReadFailure
from supportdesk_gui.policies.front_matter import FrontMatter


class UnreadableDocument(Exception):
    """A file that gives no text; `reason` says why."""

    def __init__(self, reason: ReadFailure) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Section:
    """The body below one heading, without the heading's own line.

    `headings` is the path from the outermost heading down; `start` and `end` are offsets in the
    document's text; `page` counts from 1 where the file has pages.
    """

    headings: tuple[str, ...]
    start: int
    end: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """The text of a file, to which all offsets refer, and its sections in order."""

    text: str
    sections: tuple[Section, ...]
    front: FrontMatter = field(default_factory=FrontMatter)


def trimmed(text: str, headings: tuple[str, ...], start: int, end: int) -> Section | None:
    """The section without white space around it, None where nothing is left."""
    body = text[start:end]
    left = len(body) - len(body.lstrip())
    stripped = body.strip()
    if not stripped:
        return None
    return Section(headings, start + left, start + left + len(stripped))

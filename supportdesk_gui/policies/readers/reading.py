"""What a reader gives: the text of a file, its sections and what its front matter says."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field
from typing import TypeVar

from supportdesk_gui.policies.document import ReadFailure
from supportdesk_gui.policies.front_matter import FrontMatter
from supportdesk_gui.storage.storable import storable

T = TypeVar("T")
Steps = Generator[tuple[int, int], None, T]
"""Work that yields how much is done, of how much, and returns its result."""


class UnreadableDocument(Exception):
    """A file that gives no text; `reason` says why."""

    def __init__(self, reason: ReadFailure) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Section:
    """The body below one heading, without the heading's own line.

    `headings` is the path from the outermost heading down; `start` and `end` are offsets in the
    document's text; `page` counts from 1 where the file has pages, or rows in a sheet.
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


def drained(steps: Steps[T]) -> T:
    """The result of the work, its steps passed over."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result


class Composer:
    """Puts a document together from sections whose text is made here."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._sections: list[Section] = []

    def add(self, headings: tuple[str, ...], body: str, page: int | None = None) -> None:
        """One more section; its headings stand in the text as well, for who opens it there."""
        body = storable(body).strip()
        headings = tuple(map(storable, headings))
        if not body:
            return
        if headings:
            self._say(headings[-1] + "\n")
        start = self._length
        self._say(body)
        self._sections.append(Section(headings, start, self._length, page))
        self._say("\n\n")

    def document(self) -> ReadDocument:
        """What was added, in order."""
        return ReadDocument("".join(self._parts), tuple(self._sections))

    def _say(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

"""A file as text, piece by piece: bounded memory whatever stands in it, progress in bytes."""

from __future__ import annotations

import codecs
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from typing import BinaryIO

from supportdesk_gui.tickets.importing.mixed_lines import errors_for

_FIRST_PIECE = 65_536
_PIECE = 1_048_576
LONGEST_LINE = 8_388_608
_OTHER_ENDS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""What ends a line for Python, but not in a file."""


class TextPieces:
    """The decoded pieces of a file, in order; what cannot be decoded becomes U+FFFD.

    `done` counts the bytes read so far. NUL characters, which SQLite and lists cut texts at,
    become U+FFFD as well; the marks at the beginnings of files that were put together go.
    """

    def __init__(self, file: BinaryIO, encoding: str) -> None:
        self._file = file
        self._decoder = codecs.getincrementaldecoder(encoding)(errors_for(encoding))
        self.done = 0
        self.is_spoilt = False
        """Whether something could not be decoded up to here."""

    def __iter__(self) -> Iterator[str]:
        size = _FIRST_PIECE
        while data := self._file.read(size):
            self.done += len(data)
            text = self._decoder.decode(data)
            self.is_spoilt = self.is_spoilt or "\ufffd" in text
            # Looked for before: where there is none, `replace` takes twenty times as long to say so.
            if b"\0" in data:  # as in each letter of UTF-16
                text = text.replace("\0", "\ufffd")
            yield text.replace("\ufeff", "") if "\ufeff" in text else text
            size = _PIECE
        rest = self._decoder.decode(b"", final=True)
        if rest:
            self.is_spoilt = self.is_spoilt or "\ufffd" in rest
            yield rest


class Lines:
    """The lines of a file for a reader of records, which can give some of them back.

    `taken` are the lines since the last `clear()`; `ended` is set when the last is taken. A line
    of more than LONGEST_LINE characters is cut there, and `cut` is set.
    """

    def __init__(self, pieces: Iterable[str]) -> None:
        self._fresh = self._split(pieces)
        self._returned: deque[str] = deque()
        self.taken: list[str] = []
        self.ended = False
        self.cut = False

    def __iter__(self) -> Iterator[str]:
        """Lines from here on; a new iterator goes on where the last one stopped."""
        taken, returned = self.taken, self._returned
        while True:
            if returned:
                line = returned.popleft()
                taken.append(line)
                yield line
                continue
            for line in self._fresh:
                taken.append(line)
                yield line
                if returned:
                    break
            else:
                self.ended = True
                return

    def give_back(self, lines: list[str]) -> None:
        """These lines, taken last, come again."""
        self._returned.extendleft(reversed(lines))
        self.ended = False

    def _split(self, pieces: Iterable[str]) -> Iterator[str]:
        tail = ""
        skipping = False
        for piece in pieces:
            lines = _lines(tail + piece)
            tail = lines.pop() if lines else ""
            if tail.endswith("\n"):
                lines.append(tail)
                tail = ""
            if skipping and lines:
                lines.pop(0)
                skipping = False
            yield from lines
            if skipping:
                tail = ""
            elif len(tail) > LONGEST_LINE:
                self.cut = skipping = True
                yield tail + "\n"
                tail = ""
        if tail and not skipping:
            yield tail


class ChangedPieces:
    """The text of a file whose lines were changed on the way, given out as TextPieces does."""

    def __init__(
        self, pieces: TextPieces, change: Callable[[Iterable[str]], Iterator[str]]
    ) -> None:
        self._pieces, self._change = pieces, change

    @property
    def done(self) -> int:
        """How many bytes are read."""
        return self._pieces.done

    @property
    def is_spoilt(self) -> bool:
        """Whether something could not be decoded up to here."""
        return self._pieces.is_spoilt

    def __iter__(self) -> Iterator[str]:
        lines = Lines(self._pieces)
        piece: list[str] = []
        size = 0
        for line in self._change(lines):
            lines.taken.clear()
            piece.append(line)
            size += len(line)
            if size > _FIRST_PIECE:
                yield "".join(piece)
                piece, size = [], 0
        yield "".join(piece)


def _lines(text: str) -> list[str]:
    """The lines with their ends: a line feed, a carriage return, or both."""
    if any(map(text.__contains__, _OTHER_ENDS)):
        return list(StringIO(text, newline=""))
    return text.splitlines(keepends=True)  # in a fifth of the time

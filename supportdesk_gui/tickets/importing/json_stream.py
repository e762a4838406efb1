"""JSON values one after the other out of a file of any size, whatever breaks in it.

Numbers stay text, since identifiers are text. A value that cannot be read is reported and the
reading goes on behind it where that is possible.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from supportdesk_gui.tickets.importing.report import RejectReason
from supportdesk_gui.tickets.importing.text_stream import TextPieces

LONGEST_VALUE = 67_108_864
_MOST_BROKEN = 100
_MOST_PIECES = 12
_NEXT_LINE = re.compile(r"\n\s*(?=[{\]])")
_BRACKET = re.compile(r'[\[\]{}]|"(?:[^"\\]|\\.)*"', re.DOTALL)
_ALLOWED = re.compile(
    r'"(?:[^"\\]|\\.)*"|/\*.*?\*/|//[^\n]*|,(?=\s*[\]}])|\bundefined\b', re.DOTALL
)
_ASSIGNED = re.compile(r"(?:(?:var|let|const)\s+)?[\w.$]+(?:\[[^\[\]]*\])?\s*[=(]\s*(?=[\[{])")
"""What a script has before its data: `var tickets =`, `callback(`."""
_SPACE = " \t\r\n\ufeff\x1e"
_DECODER = json.JSONDecoder(
    parse_int=str, parse_float=str, parse_constant=lambda _: None, strict=False
)


@dataclass(frozen=True, slots=True)
class Broken:
    """A value that is none: its text and why, and whether the bracket that closes it is known."""

    text: str
    reason: RejectReason
    is_closed: bool = False


def decoded(text: str) -> Any:
    """The JSON value of a text; numbers as text. Raises ValueError for what is none."""
    return decoded_at(text.lstrip(_SPACE), 0, whole=True)[0]


def decoded_at(text: str, start: int, whole: bool = False) -> tuple[Any, int]:
    """The value that begins at `start` and where it ends. Raises ValueError, TooDeep too."""
    try:
        value, end = _DECODER.raw_decode(text, start)
    except RecursionError as error:
        raise TooDeep from error
    if whole and text[end:].strip(_SPACE):
        raise ValueError("more text behind the value")
    return value, end


def _mended(text: str, reason: RejectReason) -> Any:
    """The value of a text with what scripts allow: commas at ends, remarks, `undefined`."""
    try:
        return decoded(_ALLOWED.sub(_plain_sign, text))
    except ValueError:
        return Broken(text, reason, is_closed=True)


def _plain_sign(found: re.Match[str]) -> str:
    if found[0][0] == '"':
        return found[0]
    return "null" if found[0] == "undefined" else " "


class TooDeep(ValueError):
    """Brackets in brackets in brackets: no export looks like this."""


class JsonWindow:
    """A moving window over the text of a JSON file, from which values are taken in order."""

    def __init__(self, pieces: TextPieces) -> None:
        self._pieces = iter(pieces)
        self._text = ""
        self._at = 0
        self._ended = False
        self.is_cut = False
        """Whether the file has ended in the middle of a value, and that has been told."""
        self._broken = 0

    def peek(self) -> str:
        """The next character that is no space; "" at the end of the file."""
        while True:
            while self._at < len(self._text):
                char = self._text[self._at]
                if char not in _SPACE:
                    return char
                self._at += 1
            if not self._more():
                return ""

    def begin(self) -> str:
        """The first character of the first value, behind what a script has before it."""
        first = self.peek()
        found = _ASSIGNED.match(self._text, self._at) if first.isalpha() or first in "_$" else None
        if found:
            self._at = found.end()
        return self.peek()

    def skip(self) -> None:
        """Go past the character that `peek` gave."""
        self._at += 1

    def value(self) -> Any:
        """The next value, `Broken` where there is none; the window then stands behind it."""
        if not self.peek():
            self.is_cut = True
            return Broken("", RejectReason.CUT_OFF)
        while True:
            try:
                value, end = decoded_at(self._text, self._at)
                if end < len(self._text) or self._ended:
                    self._at = end
                    return value
                if not self._more():  # a number may go on in the next piece
                    continue
            except TooDeep:
                return self._past_line(RejectReason.TOO_DEEP)
            except ValueError as error:
                if self._goes_on(error) and self._more():
                    continue
                self.is_cut = self._ended and self._goes_on(error)
                reason = RejectReason.CUT_OFF if self.is_cut else RejectReason.NOT_JSON
                return self._past_line(reason)

    def _goes_on(self, error: ValueError) -> bool:
        """Whether the value may only be unfinished: the error stands at the end of the window."""
        position = getattr(error, "pos", len(self._text))
        unfinished = "Unterminated string" in str(error) or "Invalid \\" in str(error)
        return unfinished or position >= len(self._text) - 12

    def _past_line(self, reason: RejectReason) -> Any:
        """Skip to the end of the value, or to the next line that begins one: the next item of a
        pretty or a line file.

        A file with a hundred broken values is no JSON any more: the rest counts as cut off.
        """
        self._broken += 1
        if self._broken > _MOST_BROKEN:
            text = self._text[self._at : self._at + 400]
            self._text, self._at, self._ended, self.is_cut = "", 0, True, True
            return Broken(text, RejectReason.CUT_OFF)
        end = self._end_of_value(reason)
        start = self._at
        following = _NEXT_LINE.search(self._text, start + 1)
        if end:
            self._at, text = end, self._text[start:end]
            is_deep = reason is RejectReason.TOO_DEEP
            return Broken(text, reason, is_closed=True) if is_deep else _mended(text, reason)
        while following is None and self._more(keep=400):
            start = 0
            following = _NEXT_LINE.search(self._text, 1)
        end = following.start() if following else len(self._text)
        text = self._text[start:end] if start else self._text[: max(400, end)]
        self._at = following.end() if following else len(self._text)
        return Broken(text, reason)

    def _end_of_value(self, reason: RejectReason) -> int:
        """Behind the bracket that closes the value here; 0 where none does, or not before long, and
        where a text runs over lines, as it does behind a quotation mark that lacks another."""
        for _ in range(_MOST_PIECES if reason is RejectReason.TOO_DEEP else 2):
            depth = 0
            for sign in _BRACKET.finditer(self._text, self._at):
                depth += (sign[0] in "[{") - (sign[0] in "]}")
                if depth == 0 and sign[0] in "]}":
                    return sign.end()
                if depth < 1 or (sign[0][0] == '"' and "\n" in sign[0]):
                    return 0
            if not self._more():
                break
        return 0

    def _more(self, keep: int = 0) -> bool:
        """Append the next piece; with `keep`, only so much of the old text stays."""
        if self._ended or (not keep and len(self._text) - self._at > LONGEST_VALUE):
            return False
        piece = next(self._pieces, None)
        if piece is None:
            self._ended = True
            return False
        wanted = max(65_536, min(len(self._text) - self._at, 16_777_216)) if not keep else 0
        parts = [piece]
        while len(piece) < wanted:  # double the window, so that a huge value costs linear time
            following = next(self._pieces, None)
            if following is None:
                break
            parts.append(following)
            wanted -= len(following)
        old = self._text[-keep:] if keep else self._text[self._at :]
        self._text = old + "".join(parts)
        self._at = 0
        return True


@dataclass(frozen=True, slots=True)
class Found:
    """A value met in a JSON file: under which key of the outer object, "" for an array's, and
    whether it is one of a list."""

    key: str
    value: Any
    is_item: bool = False


def items(window: JsonWindow) -> Iterator[Found | Broken]:
    """The items of the outer array, or of the arrays of the outer object, or a row of values.

    Values of the outer object that are no arrays come as they are, under their key. What stands
    behind it or the array, as pages of an interface are saved and as jq writes, has no key.
    """
    first = window.begin()
    if first == "{":
        broken = False
        for item in _object(window):
            broken = broken or (isinstance(item, Broken) and not item.is_closed)
            yield item
        if broken:  # behind it nothing is certain
            return
    while char := window.peek():
        if char == "[":
            window.skip()
            yield from _array(window, "")
            continue
        if char in ",;)":  # between objects, and behind those of a script
            window.skip()
            continue
        value = window.value()
        if first == "{" and not isinstance(value, dict | Broken):
            value = Broken(str(value), RejectReason.NOT_JSON)
        yield _found("", value)


def _found(key: str, value: Any, is_item: bool = False) -> Found | Broken:
    return value if isinstance(value, Broken) else Found(key, value, is_item)


def _array(window: JsonWindow, key: str) -> Iterator[Found | Broken]:
    while True:
        char = window.peek()
        if not char:
            if not window.is_cut:
                yield Broken("", RejectReason.CUT_OFF)
            return
        if char == "]":
            window.skip()
            return
        if char == ",":
            window.skip()
            continue
        yield _found(key, window.value(), is_item=True)


def _object(window: JsonWindow) -> Iterator[Found | Broken]:
    window.skip()
    while True:
        char = window.peek()
        if char == ",":
            window.skip()
            continue
        if char == "}":
            window.skip()
            return
        if not char:
            if not window.is_cut:
                yield Broken("", RejectReason.CUT_OFF)
            return
        key = window.value()
        if not isinstance(key, str) or window.peek() != ":":
            text = key.text if isinstance(key, Broken) else str(key)
            yield Broken(text, RejectReason.NOT_JSON)
            return
        window.skip()
        if window.peek() == "[":
            window.skip()
            yield from _array(window, key)
        else:
            yield _found(key, window.value())

"""Server-sent events out of bytes, as many as each read brings.

The SDK's own stream makes a model of each event and gives them one by one, which takes most of
the processor's time of a long answer; here the pieces of one read can be taken together.
Format: https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
"""

from __future__ import annotations

import re

_LINE_END = re.compile(rb"\r\n|\n|\r")


class EventStream:
    """Keeps what of a line and of an event is not whole yet."""

    def __init__(self) -> None:
        self._rest = b""
        self._name = ""
        self._data: list[str] = []

    def feed(self, read: bytes) -> list[tuple[str, str]]:
        """The events that became whole with this read, each its name and its data.

        Raises UnicodeDecodeError where a line is no UTF-8.
        """
        data = self._rest + read
        # A carriage return at the end may be the first half of a line's end.
        whole = data[:-1] if data.endswith(b"\r") else data
        *lines, rest = _LINE_END.split(whole)
        self._rest = rest + data[len(whole) :]
        events = []
        for line in lines:
            if line:
                self._take(line.decode("utf-8"))
            elif self._name or self._data:
                events.append((self._name, "\n".join(self._data)))
                self._name, self._data = "", []
        return events

    def _take(self, line: str) -> None:
        field, _, value = line.partition(":")
        if field == "data":
            self._data.append(value.removeprefix(" "))
        elif field == "event":
            self._name = value.removeprefix(" ")

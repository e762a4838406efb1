"""JSON out of an answer that was asked for in words, or carried by a tool."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from supportdesk_gui.engine.request import AnswerEnded, BlockEnded, EngineEvent, TextCame

_OPENING = re.compile(r"[{\[]")


class JsonInWords:
    """Holds the text back until it is whole, and gives the last JSON value in it."""

    def __init__(self) -> None:
        self._text = ""

    def events(self, event: EngineEvent) -> Iterator[EngineEvent]:
        """What an event of the engine becomes."""
        if isinstance(event, TextCame):
            self._text += event.text
        elif isinstance(event, BlockEnded):
            self._text += "\n"  # two blocks are no one value
        elif isinstance(event, AnswerEnded):
            yield TextCame(last_value(self._text), 0)
            yield BlockEnded(0)
            yield event
        else:
            yield event


def last_value(text: str) -> str:
    """The last whole object or list in a text, the text itself where there is none."""
    decoder, last, at = json.JSONDecoder(strict=False), "", 0
    while found := _OPENING.search(text, at):
        try:
            value, end = decoder.raw_decode(text, found.start())
        except (ValueError, RecursionError):
            at = found.start() + 1
            continue
        if isinstance(value, dict) or not last:  # a list behind it is a remark
            last = text[found.start() : end]
        at = end
    return last or text

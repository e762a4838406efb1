"""Citations where an engine has none: numbered passages, and marks in the text that name them.

The marks leave the text again as it streams and become the same events as citations proper, so
that nothing above the engine knows which of the two it was. What a mark claims is checked against
the stored passage like any other citation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from supportdesk_gui.engine.request import (
    BlockEnded,
    CitationCame,
    EngineEvent,
    SourceBlock,
    TextCame,
)

MARKS_RULE = (
    "Citations: right behind each sentence that rests on a passage, write the number of the "
    "sentence in the passage that it rests on, in square brackets, such as [P2.1]; of several, one "
    "behind the other: [P2.1][P3.2]. A sentence that rests on no passage gets no number."
)
_ONE = r"P\s?\d+(?:\.\d+(?:\s?[-–]\s?(?:P?\d+\.)?\d+)?)?"
_MARK = re.compile(rf"[ \t]*[\[【]\s?{_ONE}(?:\s?[,;、，]\s?{_ONE})*\s?[\]】]", re.IGNORECASE)
_NUMBERS = re.compile(r"P\s?(\d+)(?:\.(\d+)(?:\s?[-–]\s?(?:P?\d+\.)?(\d+))?)?", re.IGNORECASE)
# The end of what came, where a mark may still be growing, with the blanks in front of it.
_MAY_GROW = re.compile(r"[ \t]*(?:[\[【][^\]】\n]{0,60})?$")
_STOPS = ".!?。！？"
_CLOSING = re.compile(r"[.!?,;:。！？，；：]+")


def numbered(source: SourceBlock, place: int) -> str:
    """A passage as text whose sentences have numbers; `place` counts sources from 0."""
    lines = [f"Passage P{place + 1}: {source.title}"]
    lines += [
        f"[P{place + 1}.{number}] {text.strip()}" for number, text in enumerate(source.sentences, 1)
    ]
    return "\n".join(lines)


class Marks:
    """Reads marks out of a growing text; the blocks it tells of are its own."""

    def __init__(self, sources: Sequence[SourceBlock]) -> None:
        self._sources = sources
        self._held = ""
        self._block = 0
        self._has_text = self._is_cited = False
        self._last = ""

    def events(self, event: EngineEvent) -> Iterator[EngineEvent]:
        """What an event of the engine becomes."""
        if isinstance(event, TextCame):
            self._held += event.text
            yield from self._read(is_last=False)
        elif isinstance(event, BlockEnded):
            yield from self._read(is_last=True)
            yield from self._end()
        else:
            yield event

    def _read(self, *, is_last: bool) -> Iterator[EngineEvent]:
        while found := _MARK.search(self._held):
            if found.end() == len(self._held) and not is_last:
                break  # what follows may be the sentence's full stop
            before, behind = self._held[: found.start()], self._held[found.end() :]
            said = before or self._last
            if said[-1:] not in _STOPS and (stop := _CLOSING.match(behind)):
                before, behind = before + stop.group(), behind[stop.end() :]
            yield from self._text(before)
            yield from self._cite(found.group())
            self._held = behind
        end = len(self._held)
        if not is_last and (growing := (_MARK.search(self._held) or _MAY_GROW.search(self._held))):
            end = growing.start()
        yield from self._text(self._held[:end])
        self._held = self._held[end:]

    def _text(self, text: str) -> Iterator[EngineEvent]:
        if not text:
            return
        if self._is_cited:
            yield from self._end()
        self._has_text, self._last = True, text
        yield TextCame(text, self._block)

    def _cite(self, mark: str) -> Iterator[EngineEvent]:
        if not self._has_text:
            return
        for found in _NUMBERS.finditer(mark):
            passage, first, last = (int(part) if part else 0 for part in found.groups())
            if not 1 <= passage <= len(self._sources):
                continue
            sentences = self._sources[passage - 1].sentences
            begin, end = (first - 1, last or first) if first else (0, len(sentences))
            if 0 <= begin < end <= len(sentences):
                self._is_cited = True
                cited = "".join(sentences[begin:end])
                yield CitationCame(self._block, passage - 1, begin, end, cited)

    def _end(self) -> Iterator[EngineEvent]:
        if self._has_text:
            yield BlockEnded(self._block)
            self._block += 1
        self._has_text = self._is_cited = False

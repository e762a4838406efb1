"""Citations where an engine has none: numbered passages, and marks in the text that name them.

The marks leave the text again as it streams and become the same events as citations proper, so
that nothing above the engine knows which of the two it was. What a mark claims is checked against
the stored passage like any other citation. Models write marks in more forms than they are asked
for; what stands in the customer's own words is none.
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
from supportdesk_gui.text.sentences import split_sentences

MARKS_RULE = (
    "Citations: right behind each sentence that rests on a passage, write the number of the "
    "sentence in the passage that it rests on, in square brackets, such as [P2.1]; of several, one "
    "behind the other: [P2.1][P3.2]. A sentence that rests on no passage gets no number."
)
_SEE = r"(?:see|cf\.?|siehe|vgl\.?|v[ée]ase|ver|voir|参见|參見|见|見|参考|參考)"
_NAMED = r"(?:passages?|sources?|pasajes?|fuentes?|extraits?|quellen?|abschnitt|段落|来源|來源)"
_NUMBER = r"\d{1,3}(?:\s?[.:]\s?\d{1,3}(?:\s?[-–]\s?(?:P?\s?\d{1,3}\s?[.:]\s?)?\d{1,3})?)?"
_FIRST = rf"(?P<see>{_SEE}\s?)?(?P<named>{_NAMED}\s?)?(?P<p>P\s?\.?\s?)?{_NUMBER}"
_MORE = (
    rf"(?:(?:\s?(?:[,;、，/&+–-]|and|und|et|y|e|和|及)\s?(?:P\s?\.?\s?)?|\s?P\s?\.?\s?){_NUMBER})*"
)
_BRACKETED = rf"(?P<open>[\[【［(（<〔])\s?\^?{_FIRST}{_MORE}\s?\.?\s?[\]】］)）>〕]"
_BARE = rf"(?<![\w.\[【［(（<〔-])(?:{_SEE}\s)?P\d{{1,3}}\.\d{{1,3}}(?![\w-]|\.\d)"
_MARK = re.compile(
    rf"[ \t]*(?P<around>\*{{1,3}}|_{{1,3}}|`|)(?:{_BRACKETED}|(?P<bare>{_BARE}))(?P=around)",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"(\d{1,3})(?:\s?[.:]\s?(\d{1,3})(?:\s?[-–]\s?(?:P?\s?\d{1,3}\s?[.:]\s?)?(\d{1,3}))?)?"
)
# The end of what came, where a mark may still be growing, with what stands in front of it.
_MAY_GROW = re.compile(
    rf"[ \t]*(?:[*_`]{{0,3}}(?:[\[【［<〔][^\]】］>〕\n]{{0,60}}|[(（](?:[^)）\n]{{0,9}}|[^)）\n]{{0,12}}P\s?\d[^)）\n]{{0,40}}))"
    rf"(?:[\]】］)）>〕][*_`]{{0,2}})?|(?<![\w.-])(?:{_SEE}\s)?P[\d.]{{0,7}}|(?<![\w.-]){_SEE}\s?|[*_`]{{0,3}})$",
    re.IGNORECASE,
)
# A mark that the answer's end cut off.
_CUT_OFF = re.compile(r"[ \t]*[*_`]{0,3}[\[【［(（]\s?P\s?\d[\d.,;:\sP–-]*$", re.IGNORECASE)
_STOPS = ".!?。！？"
_CLOSING = re.compile(r"[.!?,;:。！？，；：]+")
_BEHIND = re.compile(r"\s|[.!?,;:…。！？，；：)\]）】\[【［*]|$")
_LONGEST = 600
"""Characters of a sentence that are looked at to find its end."""


def numbered(source: SourceBlock, place: int) -> str:
    """A passage as text whose sentences have numbers; `place` counts sources from 0."""
    lines = [f"Passage P{place + 1}: {source.title}"]
    lines += [
        f"[P{place + 1}.{number}] {text.strip()}" for number, text in enumerate(source.sentences, 1)
    ]
    return "\n".join(lines)


class Marks:
    """Reads marks out of a growing text; the blocks it tells of are its own, a sentence each.

    `known` is what else the engine was given: what stands there in brackets is no mark.
    """

    def __init__(self, sources: Sequence[SourceBlock], known: str = "") -> None:
        self._sources = sources
        self._known = known
        self._held = ""
        self._block = 0
        self._has_text = self._is_cited = False
        self._said = ""

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
        while found := self._next(is_last=is_last):
            before, behind = self._held[: found.start()], self._held[found.end() :]
            said = before or self._said
            if said[-1:] not in _STOPS and (stop := _CLOSING.match(behind)):
                before, behind = before + stop.group(), behind[stop.end() :]
            elif said[-1:].isalnum() and behind[:1].isalnum() and behind[:1].isascii():
                behind = " " + behind
            yield from self._text(before)
            yield from self._cite(found.group())
            self._held = behind
        if is_last:
            self._held = _CUT_OFF.sub("", self._held)
        end = len(self._held)
        if not is_last and (growing := _MAY_GROW.search(self._held)):
            end = growing.start()
        yield from self._text(self._held[:end])
        self._held = self._held[end:]

    def _next(self, *, is_last: bool) -> re.Match[str] | None:
        """The first mark of what is held, where it is whole."""
        for found in _MARK.finditer(self._held):
            if found.end() == len(self._held) and not is_last:
                return None  # what follows may be the sentence's full stop
            if self._is_mark(found):
                return found
        return None

    def _is_mark(self, found: re.Match[str]) -> bool:
        words = found.group().strip(" \t*_`")
        if words in self._known:
            return False
        places = list(self._places(words))
        exists = bool(places) and None not in places
        if found["bare"]:
            inside = _MAY_GROW.search(self._held)  # of a bracket that is still open
            return exists and (inside is None or inside.start() >= found.start())
        exact = re.search(r"\d\s?[.:]\s?\d", words) is not None
        if found["named"] or found["p"]:
            if found["open"] in "(（" and not found["named"]:
                return "P" in words and (exact or exists)
            return exact or exists
        before = self._held[: found.start()] or self._said
        is_behind = bool(before.strip()) and not before.endswith("\n")
        return (
            exists and found["open"] in "[［【" and not found["see"]
            and is_behind and _BEHIND.match(self._held, found.end()) is not None
        )  # fmt: skip

    def _places(self, mark: str) -> Iterator[tuple[int, int, int] | None]:
        """The source and its sentences, from and until, of each number; None where none is."""
        for found in _NUMBERS.finditer(mark):
            passage, first, last = (int(part) if part else 0 for part in found.groups())
            if not 1 <= passage <= len(self._sources):
                yield None
                continue
            sentences = self._sources[passage - 1].sentences
            begin, end = (first - 1, last or first) if first else (0, len(sentences))
            yield (passage - 1, begin, end) if 0 <= begin < end <= len(sentences) else None

    def _text(self, text: str) -> Iterator[EngineEvent]:
        """The text in blocks: a mark is about the sentence in front of it, and no other."""
        if not text:
            return
        if self._is_cited:
            yield from self._end()
        joined, at = self._said + text, len(self._said)
        for _, end in split_sentences(joined)[:-1]:
            if end >= at:
                if end > at:
                    yield from self._grown(joined[at:end])
                yield from self._end()
                at = end
        yield from self._grown(joined[at:])
        self._said = joined[at:][-_LONGEST:] if at > len(self._said) else joined[-_LONGEST:]

    def _grown(self, text: str) -> Iterator[EngineEvent]:
        self._has_text = True
        yield TextCame(text, self._block)

    def _cite(self, mark: str) -> Iterator[EngineEvent]:
        if not self._has_text:
            return
        for place in self._places(mark):
            if place is not None:
                self._is_cited = True
                passage, begin, end = place
                cited = "".join(self._sources[passage].sentences[begin:end])
                yield CitationCame(self._block, passage, begin, end, cited)

    def _end(self) -> Iterator[EngineEvent]:
        if self._has_text:
            yield BlockEnded(self._block)
            self._block += 1
        self._has_text = self._is_cited = False
        self._said = ""

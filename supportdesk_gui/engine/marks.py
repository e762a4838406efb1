"""Citations where an engine has none: numbered passages, and marks in the text that name them.

The marks leave the text again as it streams and become the same events as citations proper, so
that nothing above the engine knows which of the two it was. What a mark claims is checked against
the stored passage like any other citation. Models write marks in more forms than they are asked
for; but a mark that stays can be deleted, while words of the reply that went are not missed. So
what stands in the request is none, and a number without its P is none.
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
_FIRST = rf"(?:{_SEE}\s?)?(?P<named>{_NAMED}\s?)?(?P<p>P\s?\.?\s?)?{_NUMBER}"
_MORE = (
    rf"(?:(?:\s?(?:[,;、，/&+–-]|and|und|et|y|e|和|及)\s?(?:P\s?\.?\s?)?|\s?P\s?\.?\s?){_NUMBER})*"
)
_BRACKETED = rf"(?P<open>[\[【［(（<〔])\s?\^?{_FIRST}{_MORE}\s?\.?\s?[\]】］)）>〕]"
_BARE = r"(?<![\w.\[【［(（<〔-])P\d{1,3}\.\d{1,3}(?![\w-]|\.\d)"
_MARK = re.compile(
    rf"[ \t]*(?P<around>\*{{1,3}}|_{{1,3}}|`|)(?:{_BRACKETED}|(?P<bare>{_BARE}))(?P=around)",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"(\d{1,3})(?:\s?[.:]\s?(\d{1,3})(?:\s?[-–]\s?(?:P?\s?\d{1,3}\s?[.:]\s?)?(\d{1,3}))?)?"
)
# The end of what came, where a mark may still be growing, with what stands in front of it.
_MAY_GROW = re.compile(
    r"[ \t]*(?:[*_`]{0,3}(?:[\[【［<〔][^\]】］>〕\n]{0,60}|[(（](?:[^)）\n]{0,9}|[^)）\n]{0,12}P\s?\d[^)）\n]{0,40}))"
    r"(?:[\]】］)）>〕][*_`]{0,2})?|(?<![\w.-])P[\d.]{0,8}[ \t]*|[*_`]{0,3})$",
    re.IGNORECASE,
)
# A mark that the answer's end cut off.
_CUT_OFF = re.compile(r"[ \t]*[*_`]{0,3}[\[【［(（]\s?P\s?\d[\d.,;:\sP–-]*$", re.IGNORECASE)
_STOPS = ".!?。！？"
_CLOSING = re.compile(r"[.!?,;:。！？，；：]+")
# What a passage is called, without the brackets or the "see" around it.
_NAME = re.compile(rf"(?:{_NAMED}\s?)?(?:P\s?\.?\s?)?{_NUMBER}", re.IGNORECASE)
_SENTENCE_ENDS = re.compile(r"\.(?!\w)|[!?…。！？]|[ \t]*(?:\n|$)")
_SEE_IN_FRONT = re.compile(rf"\b{_SEE}\s*$", re.IGNORECASE)
_EXACT = re.compile(r"\d\s?[.:]\s?\d")
_MAY_END = re.compile(r"\.|[ \t]*")
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

    `known` is what the engine was given, the passages too: what stands there is no mark.
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
            if found["bare"] and not is_last and _MAY_END.fullmatch(self._held, found.end()):
                return None  # what follows says whether the sentence ends
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
            return exists and not self._is_known(words) and self._ends_sentence(found)
        if not re.search(r"P\s?\.?\s?\d", words, re.IGNORECASE) and not found["named"]:
            # A number alone may be a step or a choice; directly behind a mark it repeats it.
            is_doubled = self._is_cited and found.start() == 0 and found.group()[0] in "[［【"
            return exists and is_doubled
        if not found["named"] and "P" not in words and not _EXACT.search(words):
            return False
        if found["open"] in "(（":
            is_named = bool(found["named"]) or "P" in words
            return exists and is_named and not self._is_known(words)
        return exists or (bool(found["p"]) and _EXACT.search(words) is not None)

    def _is_known(self, words: str) -> bool:
        """Whether the request has the name in these words, as a word of its own."""
        name = _NAME.search(words)
        within = rf"(?<![\w.]){re.escape(name.group())}(?!\w|\.\d)" if name else "$"
        return re.search(within, self._known) is not None

    def _ends_sentence(self, bare: re.Match[str]) -> bool:
        """Whether a name without brackets is the last of a sentence, behind its words."""
        before = self._said + self._held[: bare.start()]
        inside = _MAY_GROW.search(self._held)  # of a bracket that is still open
        return (
            bare.group()[0] in " \t" and not bare["around"] and "P" in bare.group()
            and before.strip() != "" and not before.endswith("\n")
            and _SEE_IN_FRONT.search(before) is None
            and (inside is None or inside.start() >= bare.start())
            and _SENTENCE_ENDS.match(self._held, bare.end()) is not None
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

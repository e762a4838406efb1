"""The sentences of a policy text: headings and markers left out, wrapped lines taken together."""

from __future__ import annotations

import re
from itertools import pairwise

from supportdesk_gui.text.sentences import split_sentences

_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]")
_MARKER = re.compile(r"[ \t]*(?:>[ \t]?)*(?:[-*+•][ \t]+|\d{1,3}[.)][ \t]+|\|[ \t]*)?")
_STRUCTURE = re.compile(r"[ \t]*(?:#{1,6}[ \t]|[-*+•][ \t]|\d{1,3}[.)][ \t]|\||>|```|~~~)")
_LINE_ENDS = tuple(".!?:;。！？：；…|")
_WIDE_LINE = 60  # columns; a shorter line without an end mark is a line of its own
_QUESTION_ENDS = tuple("?？")
_CLOSERS = "\"'”’»)）」』*_ "
_WIDE_SIGN = re.compile(r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\uff60]")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence of a policy text, in order.

    Markdown headings are no sentences; list markers, quote marks and table edges stand outside
    the spans; a line that was only wrapped goes on in the next one.
    """
    spans: list[tuple[int, int]] = []
    for start, end in split_sentences(_unwrapped(text)):
        if _HEADING.match(text, start, end):
            continue
        marker = _MARKER.match(text, start, end)
        begin = marker.end() if marker else start
        if any(sign.isalnum() for sign in text[begin:end]):
            spans.append((begin, end))
    return spans


def sentence_pieces(text: str) -> list[str]:
    """The whole text cut at the ends of its sentences: nothing is lost, marks go with what follows."""
    ends = [end for _, end in sentence_spans(text)]
    borders = [0, *ends[:-1], len(text)]
    return [text[start:end] for start, end in pairwise(borders)]


def is_question(sentence: str) -> bool:
    """Whether the sentence asks: it ends in a question mark of any script."""
    return sentence.rstrip(_CLOSERS).endswith(_QUESTION_ENDS)


def _unwrapped(text: str) -> str:
    """The text with each line end that is only a wrap made a space; the length stays."""
    lines = text.split("\n")
    parts: list[str] = []
    for place, line in enumerate(lines[:-1]):
        parts.append(line)
        parts.append(" " if _runs_on(line, lines[place + 1]) else "\n")
    return "".join([*parts, lines[-1]])


def _runs_on(line: str, following: str) -> bool:
    if not following.strip() or _HEADING.match(line) or _STRUCTURE.match(following):
        return False
    bare = line.rstrip().rstrip(_CLOSERS)
    if not bare or bare.endswith(_LINE_ENDS):
        return False
    return len(bare) + len(_WIDE_SIGN.findall(bare)) >= _WIDE_LINE

"""Cuts a document into passages of at most 512 tokens: at headings, then at blocks, then at
sentences. The tokenizer is wordllama's bundled file, see `tokenizer.py` for it and its stand-in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from supportdesk_gui.policies.policy_sentences import sentence_spans
from supportdesk_gui.policies.readers.reading import ReadDocument, Section

MOST_TOKENS = 512
# However long the heading path is, this much is left for the text below it.
_LEAST_FOR_TEXT = 256
HEADING_JOINT = " › "

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cut:
    """One passage to be: offsets in the document, its section and its place in that section."""

    start: int
    end: int
    section: int
    part: int
    heading: str
    page: int | None


def search_text(heading: str, text: str) -> str:
    """What of a passage is searched: the heading path in front of its text."""
    return f"{heading}\n{text}" if heading else text


def cut_passages(document: ReadDocument, count: Callable[[str], int]) -> Iterator[Cut]:
    """The passages of a document in order; each section gives at least one.

    With its heading path a passage has at most 512 tokens by `count`. No sentence is torn
    unless it alone is longer than that.
    """
    for number, section in enumerate(document.sections):
        heading = HEADING_JOINT.join(section.headings)
        room = MOST_TOKENS
        if heading:
            room = max(_LEAST_FOR_TEXT, MOST_TOKENS - count(heading + "\n"))
        for part, (start, end) in enumerate(_parts(document.text, section, room, count)):
            yield Cut(start, end, number, part, heading, section.page)


def _parts(text: str, section: Section, room: int, count: Callable[[str], int]) -> list[Span]:
    body = text[section.start : section.end]
    if count(body) <= room:
        return [(section.start, section.end)]
    sentences = sentence_spans(body)
    spans = _split(body, room, count)
    if _torn(spans, sentences):
        spans = _packed(body, sentences, room, count)
    return [(section.start + start, section.start + end) for start, end in spans]


def _split(body: str, room: int, count: Callable[[str], int]) -> list[Span]:
    """The splitter's own cut: whole lists, tables and paragraphs where they fit."""
    from semantic_text_splitter import MarkdownSplitter

    splitter = MarkdownSplitter.from_callback(count, room)
    return [(start, start + len(piece)) for start, piece in splitter.chunk_indices(body)]


def _torn(spans: list[Span], sentences: list[Span]) -> bool:
    """Whether a cut falls inside a sentence."""
    borders = [border for span in spans for border in span]
    return any(start < border < end for border in borders for start, end in sentences)


def _packed(body: str, sentences: list[Span], room: int, count: Callable[[str], int]) -> list[Span]:
    """Whole sentences filled into passages; one that is too long by itself is split."""
    pieces: list[Span] = []
    for start, end in sentences:
        if count(body[start:end]) <= room:
            pieces.append((start, end))
        else:
            inner = _split(body[start:end], room, count)
            pieces += [(start + left, start + right) for left, right in inner]
    packed: list[Span] = []
    for start, end in pieces:
        if packed and count(body[packed[-1][0] : end]) <= room:
            packed[-1] = (packed[-1][0], end)
        else:
            packed.append((start, end))
    return packed

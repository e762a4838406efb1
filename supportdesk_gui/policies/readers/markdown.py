"""Markdown files: sections at every heading, offsets in the source as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING

from supportdesk_gui.policies.front_matter import read_front_matter
from supportdesk_gui.policies.readers.reading import ReadDocument, Section, trimmed

if TYPE_CHECKING:
    from markdown_it.token import Token


def read_markdown(text: str) -> ReadDocument:
    """The document with one section for each heading that has text below it.

    What stands before the first heading is a section without a heading path.
    """
    from markdown_it import MarkdownIt

    front, body_start = read_front_matter(text)
    body = text[body_start:]
    lines = body.split("\n")
    offsets = [body_start, *accumulate((len(line) + 1 for line in lines), initial=body_start)][1:]
    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    sections: list[Section] = []
    path: list[tuple[int, str]] = []
    start = body_start
    for level, title, first_line, next_line in _headings(tokens):
        _append(sections, text, path, start, offsets[first_line])
        path = [entry for entry in path if entry[0] < level] + [(level, title)]
        start = min(offsets[next_line], len(text))
    _append(sections, text, path, start, len(text))
    return ReadDocument(text, tuple(sections), front)


def _headings(tokens: list[Token]) -> Iterator[tuple[int, str, int, int]]:
    """Level, plain title, first line and the line after each heading outside lists and quotes."""
    for place, token in enumerate(tokens):
        if token.type == "heading_open" and token.level == 0 and token.map:
            inline = tokens[place + 1]
            title = "".join(
                child.content if child.type in {"text", "code_inline"} else " "
                for child in inline.children or []
                if child.content or child.type == "softbreak"
            )
            yield int(token.tag[1]), " ".join(title.split()), token.map[0], token.map[1]


def _append(
    sections: list[Section], text: str, path: list[tuple[int, str]], start: int, end: int
) -> None:
    section = trimmed(text, tuple(title for _, title in path if title), start, end)
    if section is not None:
        sections.append(section)

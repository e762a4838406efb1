"""HTML files: the visible text in blocks, with a section at every heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from supportdesk_gui.policies.readers.reading import ReadDocument, Section, trimmed

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_LEFT_OUT_TAGS = (
    "script style noscript template head nav svg button form iframe object dialog select"
)
_LEFT_OUT = frozenset(_LEFT_OUT_TAGS.split())
_BLOCKS_NAMES = """
    p div section article main aside header footer ul ol li dl dt dd table thead tbody tr
    blockquote pre figure figcaption address details summary hr body html
"""
_BLOCKS = frozenset(_BLOCKS_NAMES.split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ITEM = "- "
_CELLS = frozenset({"td", "th"})
# A cell with one of these in it is there for the page's layout: it is walked like a block.
_LAYOUT = "h1, h2, h3, h4, h5, h6, table"
_MARKUP = re.compile(
    r"</?(?:p|br|b|i|a|ul|ol|li|div|span|strong|em)(?:\s[^<>]*)?/?>", re.IGNORECASE
)


class _Writer:
    """Collects text block by block and remembers where the headings stand."""

    def __init__(self) -> None:
        self.text = ""
        self.headings: list[tuple[int, str, int, int]] = []
        self._parts: list[str] = []
        self._length = 0
        self._line: list[str] = []
        self._in_cell = False

    def say(self, text: str) -> None:
        self._line.append(text)

    def end_block(self, gap: str = "\n\n") -> tuple[int, int]:
        """Put the open line down; its offsets. In a cell of a table the line goes on."""
        if self._in_cell:
            self._line.append(" ")
            return self._length, self._length
        rows = "".join(self._line).replace("\u200b", "").split("\x00")
        line = "\n".join(" ".join(row.split()) for row in rows)
        line = line.strip()
        start = self._length
        if line == _ITEM.strip():
            return start, start  # the item's text is still to come, in a block of its own
        self._line.clear()
        if line:
            self._parts += [line, gap]
            self._length += len(line) + len(gap)
        return start, start + len(line)

    def begin_item(self) -> None:
        """Start a list item: its marker goes in front of the next text."""
        if not self._in_cell:
            self._line = [_ITEM]

    def blank_line(self) -> None:
        """Set the blocks before and after apart."""
        self.end_block()
        if self._parts and self._parts[-1] == "\n" and not self._in_cell:
            self._parts[-1] = "\n\n"
            self._length += 1

    @contextmanager
    def cell(self) -> Iterator[None]:
        """All that is said meanwhile stands in one line, after what the row said before."""
        if "".join(self._line).strip():
            self.say(" | ")
        self._in_cell = True
        try:
            yield
        finally:
            self._in_cell = False

    def finish(self) -> str:
        self.end_block()
        return "".join(self._parts)


def read_html(text: str) -> ReadDocument:
    """The document with the page's readable text as its text.

    Scripts, styles, navigation and forms are left out; list items become lines with `- `, cells
    of a table row stand in one line between ` | `.
    """
    from selectolax.lexbor import LexborHTMLParser

    root = LexborHTMLParser(text).body
    writer = _Writer()
    if root is not None:
        _walk(root, writer)
    plain = writer.finish()
    sections: list[Section] = []
    path: list[tuple[int, str]] = []
    start = 0
    for level, title, heading_start, heading_end in [*writer.headings, (0, "", len(plain), 0)]:
        section = trimmed(plain, tuple(name for _, name in path), start, heading_start)
        if section is not None:
            sections.append(section)
        path = [entry for entry in path if entry[0] < level] + [(level, title)]
        start = heading_end
    return ReadDocument(plain, tuple(sections))


def without_markup(text: str) -> str:
    """The text as people see it: exports of questions and answers often hold HTML."""
    return read_html(text).text.strip() if _MARKUP.search(text) else text


def _walk(node: LexborNode, writer: _Writer) -> None:
    child = node.child
    while child is not None:
        tag = child.tag or ""
        if tag == "-text":
            writer.say(child.text(deep=False) or "")
        elif tag == "br":
            writer.say("\x00")
        elif tag not in _LEFT_OUT and not tag.startswith(("-", "_")):
            _element(child, tag, writer)
        child = child.next


def _element(node: LexborNode, tag: str, writer: _Writer) -> None:
    if tag in _HEADINGS:
        writer.end_block()
        _walk(node, writer)
        title = " ".join("".join(writer._line).replace("\x00", " ").split())
        start, end = writer.end_block()
        if title:
            writer.headings.append((_HEADINGS[tag], title, start, end))
        return
    if tag in _CELLS and node.css_first(_LAYOUT) is None:
        with writer.cell():
            _walk(node, writer)
        return
    if tag not in _BLOCKS:
        _walk(node, writer)
        return
    gap = "\n" if tag in {"li", "tr", "dt"} else "\n\n"
    apart = tag == "table" or (tag in {"ul", "ol"} and not _is_inner_list(node))
    if apart:
        writer.blank_line()
    writer.end_block()
    if tag == "li":
        writer.begin_item()
    _walk(node, writer)
    writer.end_block(gap)
    if apart:
        writer.blank_line()


def _is_inner_list(node: LexborNode) -> bool:
    return node.parent is not None and node.parent.tag == "li"

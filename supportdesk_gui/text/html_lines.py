"""HTML read into lines of plain runs: all that a message may show, and nothing else.

The tree is walked without recursion, for a mail can nest a hundred thousand elements. Elements
that load, run or style are passed over with all they hold; so is what the mail itself hides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from supportdesk_gui.text.visible import visible

_DROPPED = frozenset(
    (
        *("script", "style", "head", "title", "noscript", "template", "iframe", "object", "embed"),
        *("svg", "math", "input", "button", "select", "textarea", "audio", "video", "canvas"),
        *("applet", "link", "meta", "base", "frameset", "frame", "map", "dialog"),
    )
)
# With an empty line around them, and without.
_PARAGRAPHS = frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "hr", "table")
)
_BLOCKS = _PARAGRAPHS | frozenset(
    (
        *("div", "section", "article", "header", "footer", "address", "tr", "dl", "dt", "dd", "li"),
        *("figure", "figcaption", "main", "aside", "center", "caption", "form", "fieldset", "body"),
    )
)
_BOLD = frozenset(("b", "strong", "th"))
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"␣]+", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|mso-hide", re.I)
_COUNT = re.compile(r"[1-9][0-9]{0,3}")
_DEEPEST_LIST = 6
# The parser's time grows with the square of the depth: 20,000 deep takes it 0.7 s.
_DEEPEST_TREE = 5000
_BEGINNING = re.compile(r"<(?!/|br\b|img\b|p\b|li\b|t[dhr]\b|hr\b|meta\b|!)[a-z]", re.IGNORECASE)
_DROPPED_WHOLE = re.compile(r"<(script|style|head|title)\b.*?(?:</\1\s*>|\Z)", re.I | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Item:
    """A place in a list: which list of the document, `ul` or `ol`, the item's number from 1."""

    list_number: int
    tag: str
    number: int


@dataclass(slots=True)
class Run:
    """Text in one manner. `text` holds `\\n` for a line break."""

    text: str
    bold: bool = False
    href: str = ""


@dataclass(slots=True)
class Line:
    """A block of runs. `gap`: an empty line stands before it; `quoted`: it is mail history."""

    items: tuple[Item, ...] = ()
    quoted: int = 0
    gap: bool = False
    runs: list[Run] = field(default_factory=list)


def read_lines(html: str) -> list[Line]:
    """The lines that `html` shows, with invisible characters made visible."""
    from selectolax.lexbor import LexborHTMLParser

    html = html.replace("\x00", "")
    if _nests_too_deeply(html):
        return [Line(runs=[Run(line)]) for line in _without_tags(html).split("\n") if line.strip()]
    tree = LexborHTMLParser(html)
    reader = _Reader()
    root = tree.body or tree.root
    stack: list[tuple[Any, bool]] = [(root, False)] if root is not None else []
    while stack:
        node, left = stack.pop()
        if left:
            reader.leave(node)
            continue
        inside = reader.enter(node)
        if node is not root and node.next is not None:
            stack.append((node.next, False))
        if inside:
            stack.append((node, True))
            if node.child is not None:
                stack.append((node.child, False))
    return reader.finished()


class _Reader:
    """Collects lines while the tree is walked."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._runs: list[Run] = []
        self._items: list[Item] = []
        self._lists_counted: list[bool] = []
        self._lists = 0
        self._bold = self._quoted = self._kept_space = 0
        self._hrefs: list[str] = []
        self._gap = False

    def enter(self, node: Any) -> bool:
        """Take in the beginning of `node`; whether to go into it and leave it afterwards."""
        tag = node.tag or ""
        if tag == "-text":
            self._text(node.text_content or "")
        elif tag == "br":
            self._runs.append(Run("\n"))
        elif tag == "img":
            self._picture(node)
        elif tag and tag[0] not in "-!" and tag not in _DROPPED and not _is_hidden(node):
            self._begin(tag, node)
            return True
        return False

    def leave(self, node: Any) -> None:
        """Take in the end of `node`."""
        tag = node.tag
        if tag in _BLOCKS:
            self._end_line(tag in _PARAGRAPHS and not self._items)
        if tag in {"td", "th"} and self._runs:
            self._runs.append(Run(" "))
        if tag in {"ul", "ol"} and self._lists_counted.pop():
            self._items.pop()
            self._gap = self._gap or not self._items
        elif tag == "a":
            self._hrefs.pop()
        self._bold -= tag in _BOLD
        self._kept_space -= tag == "pre"
        self._quoted -= _is_history(tag, node)

    def finished(self) -> list[Line]:
        """All lines; nothing may be added afterwards."""
        self._end_line(False)
        return self._lines

    def _begin(self, tag: str, node: Any) -> None:
        if tag in _BLOCKS:
            self._end_line(tag in _PARAGRAPHS and not self._items)
        if tag in {"ul", "ol"}:
            self._begin_list(tag, _number(node, "start", 1))
        elif tag == "li" and self._items:
            last = self._items[-1]
            number = _number(node, "value", 0)
            number = max(number, last.number + 1)  # no two items are the same
            self._items[-1] = Item(last.list_number, last.tag, number)
        elif tag == "a":
            self._hrefs.append(_address(node))
        self._bold += tag in _BOLD
        self._kept_space += tag == "pre"
        self._quoted += _is_history(tag, node)

    def _begin_list(self, tag: str, first: int) -> None:
        counted = len(self._items) < _DEEPEST_LIST
        self._lists_counted.append(counted)
        if counted:
            self._lists += 1
            self._items.append(Item(self._lists, tag, first - 1))

    def _text(self, text: str) -> None:
        text = visible(text)
        if not self._kept_space:
            text = re.sub(r"\s+", " ", text)
            if self._runs and self._runs[-1].text[-1] in " \n":
                text = text.removeprefix(" ")
        if text:
            href = self._hrefs[-1] if self._hrefs else ""
            self._runs.append(Run(text, self._bold > 0, href))

    def _picture(self, node: Any) -> None:
        """Gone, but for the sign that a small picture of an emoji stands for."""
        alt = (node.attributes.get("alt") or "").strip()
        if 0 < len(alt) <= 8 and not any(sign.isascii() or sign.isalpha() for sign in alt):
            self._text(alt)

    def _end_line(self, gap: bool) -> None:
        """Close the line; one of nothing but a break is the gap before the next."""
        if runs := _trimmed(self._runs):
            self._lines.append(Line(tuple(self._items), self._quoted, self._gap, runs))
            self._gap = gap
        elif gap or self._runs:
            self._gap = True
        self._runs = []


def _trimmed(runs: list[Run]) -> list[Run]:
    """`runs` without white space at both ends and with at most one empty line inside."""
    first, last = 0, len(runs)
    while first < last and not runs[first].text.strip():
        first += 1
    while last > first and not runs[last - 1].text.strip():
        last -= 1
    kept: list[Run] = []
    for run in runs[first:last]:
        if run.text == "\n" and [one.text for one in kept[-2:]] == ["\n", "\n"]:
            continue
        if run.text == "\n" and kept:
            kept[-1].text = kept[-1].text.rstrip(" ") or kept[-1].text
        kept.append(run)
    if kept:
        kept[0].text, kept[-1].text = kept[0].text.lstrip(), kept[-1].text.rstrip()
    return kept


def _nests_too_deeply(html: str) -> bool:
    return (
        html.count("<") > _DEEPEST_TREE
        and len(_BEGINNING.findall(html)) - html.count("</") > _DEEPEST_TREE
    )


def _without_tags(html: str) -> str:
    """The words of HTML that nobody wrote for reading."""
    words = re.sub(r"<[^<>]*>?", " ", _DROPPED_WHOLE.sub(" ", html))
    return visible(unescape(words)).strip()


def _is_hidden(node: Any) -> bool:
    attributes = node.attributes
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))


def _is_history(tag: str, node: Any) -> bool:
    if tag != "blockquote":
        return False
    attributes = node.attributes
    return attributes.get("type") == "cite" or "quote" in (attributes.get("class") or "")


def _number(node: Any, attribute: str, otherwise: int) -> int:
    """Where a list begins to count, or goes on to."""
    told = (node.attributes.get(attribute) or "").strip()
    return int(told) if _COUNT.fullmatch(told) else otherwise


def _address(node: Any) -> str:
    """Where a link leads, empty unless it is the web or a mail address."""
    href = re.sub(r"[\x00-\x20]+", "", node.attributes.get("href") or "")
    return href if _ADDRESS.fullmatch(visible(href)) else ""

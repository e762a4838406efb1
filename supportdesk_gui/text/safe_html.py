"""HTML from mails and exports made safe, and replies made HTML.

Only p, br, ul, ol, li, a and b remain, and of attributes an address that begins with http,
https or mailto. Everything that loads, runs or styles is gone. Text without a `<` never meets
the parser. Invisible and bidirectional control characters become a visible mark, so that a
ticket cannot show something other than what it holds.
"""

from __future__ import annotations

import html as entities
import re
from typing import Any

_DROPPED = (
    "script style head title noscript template iframe object embed svg math form input button "
    "select textarea audio video canvas applet link meta base"
).split()
_BLOCKS = frozenset(
    """p div h1 h2 h3 h4 h5 h6 blockquote pre section article header footer address table tr
    thead tbody tfoot dl dt dd figure figcaption main aside center hr""".split()
)
_KEPT = frozenset({"ul", "ol", "li"})
_BOLD = frozenset({"b", "strong"})
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"]+", re.IGNORECASE)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_LINK = re.compile(r"(https?://[^\s<>\"]+[^\s<>\".,;:!?)\]。，；：！？）」])|([\w.+-]+@[\w-]+(?:\.[\w-]+)+)")
_BULLET = re.compile(r"^\s*[-*•]\s+(.*)$")
_NUMBERED = re.compile(r"^\s*\d{1,3}[.)]\s+(.*)$")
VISIBLE_MARK = "␣"
_DEEPEST = 200


def visible(text: str) -> str:
    """`text` with invisible and direction-changing characters as `␣`, control characters gone."""
    if text.isascii():
        return _CONTROL.sub("", text)
    return _CONTROL.sub("", _INVISIBLE.sub(VISIBLE_MARK, text))


def safe_html(html: str) -> str:
    """Safe HTML with the words, lists, links and bold of `html`."""
    if "<" not in html:
        return text_to_html(entities.unescape(html))
    pieces: list[str] = []
    _render(_body(html), pieces, 0)
    return _tidy("".join(pieces))


def html_to_text(html: str) -> str:
    """Plain text with line breaks; list items begin with `- `, links keep their address."""
    if "<" not in html:
        return visible(entities.unescape(html)).strip()
    lines: list[str] = []
    _read(_body(html), lines, 0)
    text = re.sub(r"[ \t\xa0]+", " ", "".join(lines))
    text = re.sub(r" ?\n ?", "\n", text)
    return visible(re.sub(r"\n{3,}", "\n\n", text)).strip()


def text_to_html(text: str) -> str:
    """A reply or message as p, br, ul, ol, li, a and b: what every composer takes."""
    parts = []
    for block in re.split(r"\n\s*\n", visible(text).strip("\n")):
        parts.append(_block(block.split("\n")))
    return "".join(parts)


def _block(lines: list[str]) -> str:
    out: list[str] = []
    at = 0
    while at < len(lines):
        for pattern, tag in ((_BULLET, "ul"), (_NUMBERED, "ol")):
            items = []
            while at < len(lines) and (found := pattern.match(lines[at])):
                items.append(f"<li>{_linked(found.group(1))}</li>")
                at += 1
            if items:
                out.append(f"<{tag}>{''.join(items)}</{tag}>")
                break
        else:
            words = []
            while at < len(lines) and not (_BULLET.match(lines[at]) or _NUMBERED.match(lines[at])):
                words.append(_linked(lines[at]))
                at += 1
            if any(words):
                out.append(f"<p>{'<br>'.join(words)}</p>")
    return "".join(out)


def _linked(line: str) -> str:
    pieces, at = [], 0
    for found in _LINK.finditer(line):
        pieces.append(entities.escape(line[at : found.start()], quote=False))
        address = found.group()
        target = address if found.group(1) else f"mailto:{address}"
        shown = entities.escape(address, quote=False)
        pieces.append(f'<a href="{entities.escape(target)}">{shown}</a>')
        at = found.end()
    pieces.append(entities.escape(line[at:], quote=False))
    return "".join(pieces)


def _body(html: str) -> Any:
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html.replace("\x00", ""))
    for name in _DROPPED:
        for node in tree.css(name):
            if node.tag != "body":
                node.decompose()
    return tree.body or tree.root


def _children(node: Any) -> Any:
    child = node.child if node is not None else None
    while child is not None:
        yield child
        child = child.next


def _render(node: Any, out: list[str], depth: int) -> None:
    for child in _children(node):
        tag = child.tag
        if tag == "-text":
            out.append(entities.escape(visible(child.text(deep=False)), quote=False))
        elif tag is None or tag.startswith(("-", "!")):
            continue
        elif tag == "br":
            out.append("<br>")
        elif tag == "img":
            alt = (child.attributes.get("alt") or "").strip()
            out.append(entities.escape(f"[{visible(alt)}]", quote=False) if alt else "")
        elif depth > _DEEPEST:
            out.append(entities.escape(visible(child.text(deep=True)), quote=False))
        else:
            _render_tag(child, tag, out, depth)


def _render_tag(node: Any, tag: str, out: list[str], depth: int) -> None:
    before, after = "", ""
    if tag in _KEPT:
        before, after = f"<{tag}>", f"</{tag}>"
    elif tag in _BOLD:
        before, after = "<b>", "</b>"
    elif tag == "a":
        address = (node.attributes.get("href") or "").strip()
        if _ADDRESS.fullmatch(address):
            before, after = f'<a href="{entities.escape(visible(address))}">', "</a>"
    elif tag in _BLOCKS:
        before, after = "\x01", "\x02"
    elif tag in {"td", "th"}:
        after = " "
    out.append(before)
    _render(node, out, depth + 1)
    out.append(after)


def _tidy(html: str) -> str:
    """Blocks become paragraphs: the marks of where one begins or ends fold into p."""
    parts = []
    for piece in re.split("[\x01\x02]+", html):
        words = re.sub(r"\s+", " ", piece).strip()
        if not words or words == "<br>":
            continue
        if words.startswith(("<ul>", "<ol>", "<li>", "</ul>", "</ol>", "</li>")):
            parts.append(words)
        else:
            parts.append(f"<p>{words}</p>")
    return _balanced("".join(parts))


def _balanced(html: str) -> str:
    """What splitting blocks tore apart is closed again by the parser itself."""
    from selectolax.lexbor import LexborHTMLParser

    body = LexborHTMLParser(html).body
    inner = body.html if body is not None else ""
    return re.sub(r"^<body>|</body>$", "", inner or "").replace("<p></p>", "")


def _read(node: Any, out: list[str], depth: int) -> None:
    for child in _children(node):
        tag = child.tag
        if tag == "-text":
            out.append(re.sub(r"\s+", " ", child.text(deep=False)))
        elif tag is None or tag.startswith(("-", "!")):
            continue
        elif tag == "br":
            out.append("\n")
        elif depth > _DEEPEST:
            out.append(child.text(deep=True))
        else:
            _read_tag(child, tag, out, depth)


def _read_tag(node: Any, tag: str, out: list[str], depth: int) -> None:
    block = tag in _BLOCKS or tag in {"ul", "ol"}
    if tag == "li":
        out.append("\n- ")
    elif block:
        out.append("\n\n" if tag == "p" else "\n")
    _read(node, out, depth + 1)
    if tag == "a":
        address = (node.attributes.get("href") or "").strip()
        if _ADDRESS.fullmatch(address) and address.removeprefix("mailto:") not in "".join(out[-3:]):
            out.append(f" ({address})")
    elif block:
        out.append("\n\n" if tag == "p" else "\n")
    elif tag in {"td", "th"}:
        out.append(" ")

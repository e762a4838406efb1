"""HTML from mails and exports made safe, and replies made HTML.

Only p, br, ul, ol, li, a and b remain, and of attributes an address that begins with http,
https or mailto, and the number of an item where it does not follow from the one before. Everything that loads, runs, styles or is hidden is gone. Text without a `<`
never meets the parser. Invisible and bidirectional control characters become a visible mark, so
that a ticket cannot show something other than what it holds (text/visible.py).
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from supportdesk_gui.text.visible import visible

if TYPE_CHECKING:
    from supportdesk_gui.text.html_lines import Item, Line, Run

_LINK = re.compile(
    r"(?<![\w@./-])(?P<web>(?:https?://|www\.)[!#-;=?-~\u00c0-\u024f]+)"
    r"|(?<![\w.%+-])(?P<mail>[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24})"
    r"(?![A-Za-z0-9-])",
    re.IGNORECASE,
)
_AFTER_ADDRESS = ".,;:!?'*)]}"
# Chinese stands right before an address without a space.
_CHINESE_BEFORE = re.compile(
    r"(?<=[\u2e80-\ua4cf\uff00-\uffef])(?=[A-Za-z0-9._%+-]+@|https?://|www\.)"
)
_BULLET = re.compile(r"[ \t]*[-*•·–][ \t]+(?=\S)")
_NUMBERED = re.compile(r"[ \t]*(\d{1,3})(?:[.)][ \t]+|、[ \t]*)(?=\S)")
_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_LOOKS_LIKE_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+(?:/\S*)?", re.IGNORECASE
)


def safe_html(html: str) -> str:
    """Safe HTML with the words, lists, links and bold of `html`."""
    if "<" not in html:
        return text_to_html(entities.unescape(html))
    from supportdesk_gui.text.html_lines import read_lines

    return _as_html(read_lines(html))


def html_to_text(html: str) -> str:
    """Plain text with line breaks; list items begin with `- ` or a number, links keep their
    address in parentheses, mail history begins with `> `."""
    if "<" not in html:
        return visible(entities.unescape(html)).strip()
    from supportdesk_gui.text.html_lines import read_lines

    return _as_text(read_lines(html))


def text_to_html(text: str) -> str:
    """A reply or message as p, br, ul, ol, li, a and b: what every composer takes.

    A blank line parts paragraphs, lines that begin with `- ` or count from `1. ` are lists, web
    and mail addresses are links.
    """
    text = visible(text).strip("\n")
    return "".join(_block(block.split("\n")) for block in _BLANK_LINES.split(text) if block.strip())


def _block(lines: list[str]) -> str:
    out: list[str] = []
    plain: list[str] = []
    at = 0
    while at < len(lines):
        tag, items = _list_from(lines, at)
        if items:
            out += [_paragraph(plain), f"<{tag}>{''.join(map(_item, items))}</{tag}>"]
            plain = []
            at += len(items)
        else:
            plain.append(lines[at])
            at += 1
    return "".join([*out, _paragraph(plain)])


def _list_from(lines: list[str], at: int) -> tuple[str, list[str]]:
    """The list that begins at line `at`: its tag and the words of its items, none if none."""
    items: list[str] = []
    for line in islice(lines, at, None):
        bullet = _BULLET.match(line)
        if bullet is None:
            break
        items.append(line[bullet.end() :])
    if items:
        return "ul", items
    for number, line in enumerate(islice(lines, at, None), start=1):
        # "12. Mai" begins a line too: only what counts from one, or is all ones, is a list.
        found = _NUMBERED.match(line)
        if found is None or int(found.group(1)) not in {1, number}:
            break
        items.append(line[found.end() :])
    return "ol", items


def _paragraph(lines: list[str]) -> str:
    return f"<p>{'<br>'.join(map(_linked, lines))}</p>" if lines else ""


def _item(words: str) -> str:
    return f"<li>{_linked(words)}</li>"


def _linked(line: str) -> str:
    if "@" not in line and "://" not in line and "www." not in line.lower():
        return _escaped(line)
    return "".join(_linked_piece(piece) for piece in _CHINESE_BEFORE.split(line))


def _linked_piece(piece: str) -> str:
    pieces, at = [], 0
    for found in _LINK.finditer(piece):
        address = _without_what_follows(found.group())
        target = address if found["web"] else f"mailto:{address}"
        target = f"https://{target}" if target[:4].lower() == "www." else target
        pieces.append(_escaped(piece[at : found.start()]))
        pieces.append(f'<a href="{entities.escape(target)}">{_escaped(address)}</a>')
        at = found.start() + len(address)
    return "".join([*pieces, _escaped(piece[at:])])


def _without_what_follows(address: str) -> str:
    """`address` without the punctuation of its sentence; a bracket that it opened stays."""
    end = len(address)
    opened = address.count("(") - address.count(")")
    while end > 8 and address[end - 1] in _AFTER_ADDRESS:
        if address[end - 1] == ")":
            if opened >= 0:
                break
            opened += 1
        end -= 1
    return address[:end]


def _escaped(text: str) -> str:
    return entities.escape(text, quote=False)


def _as_html(lines: Iterable[Line]) -> str:
    out: list[str] = []
    path: list[Item] = []
    in_paragraph, quoted = False, 0
    for line in lines:
        words = "".join(map(_run, line.runs))
        if in_paragraph and not line.items and not line.gap and line.quoted == quoted:
            out.append(f"<br>{words}")
            continue
        if in_paragraph:
            out.append("</p>")
        continued = bool(line.items) and list(line.items) == path
        _move(path, line.items, out)
        in_paragraph, quoted = not line.items, line.quoted
        out.append(("<p>" if in_paragraph else "<br>" if continued else "") + words)
    if in_paragraph:
        out.append("</p>")
    _move(path, (), out)
    return "".join(out)


def _move(path: list[Item], target: tuple[Item, ...], out: list[str]) -> None:
    """Close and open lists so that `path`, the open items, becomes `target`."""
    same = 0
    while same < min(len(path), len(target)) and path[same] == target[same]:
        same += 1
    in_list = last = 0
    while len(path) > same:
        item = path.pop()
        depth = len(path)
        if depth < len(target) and target[depth].list_number == item.list_number:
            in_list, last = item.list_number, item.number
            out.append("</li>")
        else:
            out.append(f"</li></{item.tag}>")
    for item in target[same:]:
        follows = item.tag == "ul" or item.number in (0, last + 1)
        if item.list_number == in_list:
            out.append("<li>" if follows else f'<li value="{item.number}">')
        else:
            out.append(f"<{item.tag}><li>" if follows else f'<ol start="{item.number}"><li>')
        path.append(item)
        last = 0


def _run(run: Run) -> str:
    words = _escaped(run.text).replace("\n", "<br>")
    if run.href:
        words = f'<a href="{entities.escape(run.href)}">{words}</a>{_escaped(_true_host(run))}'
    return f"<b>{words}</b>" if run.bold else words


def _true_host(run: Run) -> str:
    """Where a link really leads, if its words name another place."""
    words = run.text.strip()
    if run.href[:4].lower() != "http" or not _LOOKS_LIKE_ADDRESS.fullmatch(words):
        return ""
    shown, led = _host(words if "://" in words else f"https://{words}"), _host(run.href)
    return "" if shown.removeprefix("www.") == led.removeprefix("www.") else f" ({led})"


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return "?"


def _as_text(lines: Iterable[Line]) -> str:
    out: list[str] = []
    before: Line | None = None
    begun: set[Item] = set()
    for line in lines:
        history = "> " * line.quoted
        if before is not None and (line.gap or line.quoted != before.quoted):
            out.append(("> " * min(line.quoted, before.quoted)).rstrip())
        continued = bool(line.items) and line.items[-1] in begun
        begun.update(line.items)
        margin = history + "  " * max(0, len(line.items) - 1)
        marker = _marker(line, continued)
        words = "".join(map(_run_as_text, line.runs))
        indent = "\n" + margin + " " * len(marker)
        out.append(margin + marker + words.replace("\n", indent))
        before = line
    return "\n".join(part.rstrip() for part in out).strip()


def _marker(line: Line, continued: bool) -> str:
    if not line.items:
        return ""
    item = line.items[-1]
    marker = "- " if item.tag == "ul" else f"{item.number}. "
    return " " * len(marker) if continued else marker


def _run_as_text(run: Run) -> str:
    address = run.href.removeprefix("mailto:")
    if not address or address.rstrip("/") in run.text:
        return run.text
    return f"{run.text.rstrip()} ({address}){' ' if run.text[-1:].isspace() else ''}"

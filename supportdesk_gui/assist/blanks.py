"""Blanks in a draft for facts that are missing: `[tracking status]`, and what looks like one.

A blank carries the words of the fact as triage gave them, in the agent's language: the agent
fills it, no customer reads it. Other brackets and braces are placeholders that nobody fills.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from supportdesk_gui.text.plain import plain

_BRACKETED = re.compile(r"[\[［]([^\[\]［］\n]{2,300})[\]］]")
_LONGEST = 80
"""Characters up to which brackets that name no fact are taken for a placeholder."""
_PLACEHOLDER = re.compile(
    r"\{\{?[^{}\n]{1,60}\}?\}"
    r"|(?<![\w@])<(?!https?:|www\.)[^\W\d_][^<>@\n]{1,40}>"
    r"|(?<![A-Za-z0-9-])[Xx]{3,}(?![A-Za-z])"
    r"|_{3,}|\?{4,}|…{2,}|\.{6,}"
    r"|%[A-Za-z_]{2,30}%"
    r"|(?<!\w)(?:TODO|TBD|TBC|lorem ipsum)(?!\w)"
    r"|【[^【】\n]{0,20}(?:姓名|名字|单号|單號|编号|編號|日期|金额|金額|填写|填寫|链接|連結)[^【】\n]{0,10}】"
)
_NOTHING = re.compile(r"\W*|\d+|sic|…", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Blank:
    """Characters `start` to `end` of a text; `name` is the fact, empty for a placeholder."""

    start: int
    end: int
    name: str = ""


def blank(name: str) -> str:
    """How an empty fact stands in a draft."""
    return f"[{name}]"


def blanks_in(text: str, names: Sequence[str]) -> list[Blank]:
    """The blanks of these facts in a text, in their order."""
    known = {_key(name): name for name in names}
    return [
        Blank(*match.span(), known[_key(match[1])])
        for match in _BRACKETED.finditer(text)
        if _key(match[1]) in known
    ]


def open_places(text: str, names: Sequence[str] = ()) -> list[Blank]:
    """All that must not reach a customer: blanks and placeholders, in their order."""
    blanks = blanks_in(text, names)
    taken = {one.start for one in blanks}
    others = [
        Blank(*match.span())
        for match in _BRACKETED.finditer(text)
        if match.start() not in taken and _is_placeholder(match, text)
    ]
    others += [Blank(*match.span()) for match in _PLACEHOLDER.finditer(text)]
    return sorted([*blanks, *others], key=lambda one: one.start)


def _is_placeholder(match: re.Match[str], text: str) -> bool:
    is_link = text[match.end() : match.end() + 1] == "("
    return not is_link and len(match[1]) <= _LONGEST and not _NOTHING.fullmatch(match[1])


def _key(name: str) -> str:
    return " ".join(plain(name).split())

"""Which ticket an address of a helpdesk means, as SQL: the address itself, else a number in it.

A number means no ticket that is known to be on another site.
"""

from __future__ import annotations

import re

_ADDRESS = re.compile(
    r"https?://\S+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?::\d+)?/\S*\d\S*", re.IGNORECASE
)
# What a query calls the number of a ticket: not `page=2`, not `x=1`.
_NUMBER_NAME = re.compile(
    r".*(?:ticket|case|issue|request|conversation|thread|incident).*|(?:.*[_.\[-])?[a-z]?id\]?"
    r"|(?:.*[_-])?(?:no|nr|num|number|key)", re.IGNORECASE,
)  # fmt: skip
_PARTS = re.compile(r"([a-z]+://)?([^/?#]+)([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.IGNORECASE)
_HERE = "(url = '' OR instr(lower(url), ?) > 0)"


def is_address(text: str) -> bool:
    """Whether one word is an address; without its scheme when a path with a number follows."""
    return _ADDRESS.fullmatch(text) is not None


def address_sql(text: str) -> tuple[str, list[object]]:
    """A condition for `t.id`, with its values: tickets that have this address, in any of its usual
    spellings; else those of the best number: the last of the path, then of what follows it."""
    spellings = _spellings(text)
    marks = ",".join("?" * len(spellings))
    found = [f"SELECT id, 0 AS rank FROM tickets WHERE url IN ({marks}) AND url <> ''"]
    values: list[object] = [*spellings]
    for rank, number in enumerate(_numbers(text), 1):
        found.append(f"SELECT id, {rank} FROM tickets WHERE external_id IN (?, ?, ?) AND {_HERE}")
        values += [number, number.upper(), number.lower(), _host(text)]
    return (
        f"t.id IN (WITH found AS ({' UNION ALL '.join(found)})"
        " SELECT id FROM found WHERE rank = (SELECT min(rank) FROM found))",
        values,
    )


def _spellings(text: str) -> list[str]:
    """With and without scheme, what follows the path, and a slash at its end; the host in small."""
    match = _PARTS.match(text)
    if match is None:
        return [text]
    _, host, path, _, _ = match.groups()
    rest = text[match.end(3) :]
    paths = [
        f"{host.lower()}{way}{end}"
        for way in {path.rstrip("/"), f"{path.rstrip('/')}/"}
        for end in {rest, ""}
    ]
    return [text, *(f"{scheme}{one}" for one in paths for scheme in ("https://", "http://", ""))]


def _host(text: str) -> str:
    match = _PARTS.match(text)
    return match[2].lower().removeprefix("www.") if match else ""


def _numbers(text: str) -> list[str]:
    match = _PARTS.match(text)
    if match is None:
        return []
    _, _, path, query, fragment = match.groups()
    parts = [*reversed(path.split("/")), *reversed(re.split(r"[/?&=]", fragment or ""))]
    for pair in (query or "").split("&"):
        name, _, value = pair.partition("=")
        parts += [value] if _NUMBER_NAME.fullmatch(name) else []
    return list(dict.fromkeys(part for part in parts if any(map(str.isdigit, part))))

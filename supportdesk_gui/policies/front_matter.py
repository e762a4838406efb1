"""The `key: value` lines between two `---` lines at the top of a policy file."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

_FENCE = "---"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a file says about itself. Dates are `YYYY-MM-DD` or empty; both days are included."""

    internal: bool = False
    effective_from: str = ""
    effective_until: str = ""


def read_front_matter(text: str) -> tuple[FrontMatter, int]:
    """The front matter and the offset at which the body starts (0 where there is none).

    Unknown keys and dates that are none are passed over.
    """
    lines = text.split("\n")
    if lines[0].strip() != _FENCE:
        return FrontMatter(), 0
    entries: dict[str, str] = {}
    offset = len(lines[0]) + 1
    for line in lines[1:]:
        offset += len(line) + 1
        if line.strip() == _FENCE:
            return _front_matter(entries), min(offset, len(text))
        key, colon, value = line.partition(":")
        if line.strip() and not colon:
            break
        entries[key.strip().lower()] = value.strip().strip("\"'")
    return FrontMatter(), 0


def _front_matter(entries: dict[str, str]) -> FrontMatter:
    return FrontMatter(
        internal=entries.get("visibility", "").lower() == "internal",
        effective_from=_date(entries.get("effective_from", "")),
        effective_until=_date(entries.get("effective_until", "")),
    )


def _date(text: str) -> str:
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        return ""

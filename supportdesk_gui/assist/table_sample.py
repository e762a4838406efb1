"""What of an export may be shown to an engine: its header and three rows, shortened, with what is
to be hidden in them.

A cell says less of itself than a sentence: no word around a name introduces it. So a cell that may
be a name is taken for one, and whatever else may be personal is hidden too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from supportdesk_gui.assist.privacy import Mask
from supportdesk_gui.assist.privacy_doubts import may_name
from supportdesk_gui.text.chinese_people import SURNAMES, has_chinese
from supportdesk_gui.text.naming_contexts import introduced
from supportdesk_gui.text.plain import plain
from supportdesk_gui.text.visible import visible

ROWS = 3
"""Rows that are shown."""
MOST_COLUMNS = 100
_LOOKED_AT, _SHOWN, _HEADER = 1500, 120, 80  # characters of a cell
_LONGEST_NAME, _MOST_WORDS = 40, 4
_NO_NAME = re.compile(r"[\d@/\\:;_<>={}#|!?]")
_HAN = re.compile("[\u3400-\u9fff]+")
_TOKEN = re.compile(r"[!-~]+$")


@dataclass(frozen=True, slots=True)
class TableSample:
    """Columns in their order, each with its number from 1, its header and its cells as they are;
    `people` and `hidden` are to be masked in them."""

    columns: tuple[dict[str, object], ...]
    people: tuple[str, ...]
    hidden: tuple[str, ...]


def table_sample(header: Sequence[str], rows: Sequence[Sequence[str]]) -> TableSample:
    """The header and the first rows. May take long enough for a thread."""
    seen = [[visible(cell[:_LOOKED_AT]) for cell in row] for row in rows[:ROWS]]
    cells = [cell for row in seen for cell in row[:MOST_COLUMNS] if cell.strip()]
    people = [cell.strip() for cell in cells if may_be_name(cell)]
    for cell in cells:
        people += introduced(cell)
    people = list(dict.fromkeys(people))
    hidden = Mask(cells, people).doubts(cells)
    mask = Mask(cells, people, also=hidden)
    columns = tuple(
        {
            "column": at + 1,
            "header": name[:_HEADER],
            "rows": [_shortened(row[at], mask) if at < len(row) else "" for row in seen],
        }
        for at, name in enumerate(header[:MOST_COLUMNS])
    )
    return TableSample(columns, tuple(people), hidden)


def may_be_name(cell: str) -> bool:
    """Whether a whole cell may be somebody's name: a few words that are no ordinary ones."""
    text = " ".join(cell.replace(",", " ").split())
    if not text or len(text) > _LONGEST_NAME or _NO_NAME.search(text):
        return False
    words = text.split()
    if len(words) > _MOST_WORDS:
        return False
    if has_chinese(text):
        return _may_be_asian("".join(words))
    told = [word for word in words if may_name(word)]
    if any(word[0].isupper() for word in words):
        return any(not word[0].islower() for word in told)
    return len(told) == len(words)


def _may_be_asian(text: str) -> bool:
    """Chinese names begin with a surname; of others every short cell may be one."""
    if len(text) > 6 or (not _HAN.search(text) and len(text) > 8):
        return False
    if _HAN.fullmatch(text) and len(text) <= 4:
        return len(text) > 1 and plain(text)[0] in SURNAMES
    return not _HAN.fullmatch(text)


def _shortened(cell: str, mask: Mask) -> str:
    """The beginning of a cell; nothing that is to be hidden is cut in two."""
    cell = " ".join(cell.split())
    if len(cell) <= _SHOWN:
        return cell
    end = _SHOWN
    for place in mask.places(cell):
        if place.start < end < place.end:
            end = place.start
    begun = _TOKEN.search(cell[:end])
    if begun and begun.start() and not cell[end].isspace():
        end = begun.start()
    return f"{cell[:end].rstrip()} …"

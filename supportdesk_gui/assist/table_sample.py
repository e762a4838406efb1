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
from supportdesk_gui.tickets.store_rows import answered_elsewhere, closed_elsewhere

ROWS = 3
"""Rows that are shown."""
MOST_COLUMNS = 100
_LOOKED_AT, _SHOWN, _HEADER = 1500, 120, 80  # characters of a cell
_LONGEST_NAME, _MOST_WORDS = 40, 4
_LONGEST_CODE = 2  # es, de: in small letters, of a language or a country
_NO_NAME = re.compile(r"[\d@/\\:;_<>={}#|!?]")
_HAN = re.compile("[\u3400-\u9fff]+")
_TOKEN = re.compile(r"[!-~]+$")
_PARTICLES = frozenset(
    "de del la las los da dos van von vom zu zum zur der den di du le y e el al bin ben".split()
)
# What helpdesks write into their own fields, which nobody is called.
_FIELD_WORDS = frozenset(
    """open opened new closed solved resolved pending waiting hold deleted spam high low normal medium urgent
    critical inbound outbound email phone web offen geschlossen neu wartend erledigt gelöst hoch niedrig mittel
    dringend abierto abierta cerrado cerrada nuevo nueva pendiente resuelto alta baja media urgente ouvert
    fermé nouveau résolu haute basse moyenne aberto fechado novo aperto chiuso nuovo otwarty zamknięty""".split()
)


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
    names = [cell.strip() for cell in cells if may_be_name(cell)]
    people = list(dict.fromkeys([*names, *(one for cell in cells for one in introduced(cell))]))
    known = Mask(cells, people)
    # What is no name in a running text, such as Ben, is one in a cell of its own.
    alone = [name for name in names if known.hide(name) == name]
    hidden = (*known.doubts(cells), *dict.fromkeys(alone))
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
    text = " ".join(cell.replace(",", " ").split()).rstrip(".")
    if not text or len(text) > _LONGEST_NAME or _NO_NAME.search(text):
        return False
    words = text.split()
    if len(words) > _MOST_WORDS or _is_field_word(text):
        return False
    if has_chinese(text):
        return _may_be_asian("".join(words))
    told = [word for word in words if may_name(word) or word.lower() in _PARTICLES]
    if any(word[0].isupper() for word in words):
        small = [word for word in words if word[0].islower() and word not in _PARTICLES]
        return len(words) - len(small) > len(small) and any(not one[0].islower() for one in told)
    return len(told) == len(words) and len(text) > _LONGEST_CODE


def _is_field_word(text: str) -> bool:
    is_status = closed_elsewhere(text) or answered_elsewhere(text)
    return is_status or text.casefold() in _FIELD_WORDS


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

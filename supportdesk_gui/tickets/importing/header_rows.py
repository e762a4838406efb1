"""Which rows of a table are headers: of its own list, or of another export put below it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from supportdesk_gui.text.delimiters import IN_EXPORTS
from supportdesk_gui.tickets.importing.other_lists import LIST_NAMES
from supportdesk_gui.tickets.importing.table_content import PERSON_NAMES
from supportdesk_gui.tickets.importing.vendors import FIELD_OF, normalised, vendor_of

_LONGEST_NAME = 80
_MOST_WORDS = 8
_FEWEST = 3
_NO_NAME = frozenset(("", *"0123456789"))
_OTHER_NAMES = LIST_NAMES | PERSON_NAMES
_NAMES = _OTHER_NAMES.union(FIELD_OF)


def are_plain(cells: Sequence[str]) -> bool:
    """Whether cells could be the names of columns: short, no number, time, address or text of lines.
    The first may be empty, above a column that counts the rows, and so may the last ones."""
    kept = len(cells)
    while kept and not cells[kept - 1]:
        kept -= 1
    start = 0 if cells and cells[0] else 1
    return kept - start > 1 and all(map(_is_plain, cells[start:kept]))


def _is_plain(cell: str) -> bool:
    return (
        len(cell) <= _LONGEST_NAME
        and cell[:1] not in _NO_NAME
        and "@" not in cell
        and "\n" not in cell
    )


def own_names(header: Iterable[str]) -> frozenset[str]:
    """The names of a header, fit for comparing."""
    return frozenset(map(normalised, header)) - {""}


def is_header(cells: Sequence[str], own: frozenset[str] = frozenset()) -> bool:
    """Whether most cells are names that columns have, here or in the header with the names `own`,
    and of at least three different things; two are too few to be sure."""
    words = [cell.lower().replace("_", " ") for cell in cells]
    if (_NAMES.isdisjoint(words) and own.isdisjoint(words)) or not are_plain(cells):
        return False  # soon known of 100,000 rows
    names = [normalised(cell) for cell in cells if cell.strip()]
    meant = [found for name in names if (found := _meaning(name, own))]
    things = len(set(meant))
    if things < _FEWEST or 2 * things < len({name for name in names if _meaning(name, own)}):
        return False
    return 2 * len(meant) >= len(names) or vendor_of(names) is not None


def is_sure(cells: Sequence[str], own: frozenset[str]) -> bool:
    """Whether a header is one whatever stands below it: of the same columns as that with the names
    `own`, or a helpdesk's."""
    names = {normalised(cell) for cell in cells}
    return vendor_of(names) is not None or len(names & own) >= max(_FEWEST, len(names) / 2)


def divided_otherwise(text: str, delimiter: str) -> bool:
    """Whether a line is a header of a table with another delimiter."""
    first = text.strip().partition("\n")[0]
    return any(
        sign in first and is_header([cell.strip().strip('"') for cell in first.split(sign)])
        for sign in IN_EXPORTS
        if sign != delimiter
    )


def may_be_names(cells: Sequence[str]) -> bool:
    """Whether cells could be the names of columns that nothing here is called: all different, each a
    few words."""
    told = [cell.strip() for cell in cells if cell.strip()]
    return (
        len(told) >= _FEWEST
        and are_plain(cells)
        and len(set(told)) == len(told)
        and all(len(cell.split()) <= _MOST_WORDS and cell[-1] not in ".!?。！？" for cell in told)
    )


def _meaning(name: str, own: frozenset[str]) -> str:
    if found := FIELD_OF.get(name):
        return found
    if name.startswith("tag "):
        return "tags"
    return name if name in own or name in _OTHER_NAMES else ""

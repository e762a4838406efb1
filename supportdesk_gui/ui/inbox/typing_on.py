"""What stays with who types on in the search: the current ticket, and those that are marked.

The list shows at once but the first of what is found; what stands below is sought beside the window.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex

if TYPE_CHECKING:
    from supportdesk_gui.tickets.store import TicketStore
    from supportdesk_gui.ui.inbox.ticket_table import Place
    from supportdesk_gui.ui.inbox.ticket_table_model import TicketTableModel

_MOST_MARKED = 1000
"""Qt takes 40 µs for each range of marked rows."""


class Below(NamedTuple):
    """The current ticket and the marked ones, not all of them among the rows read so far, and where
    the view goes when they are found; None where it stays."""

    chosen: int
    marked: list[int]
    place: Place | None


def still_marked(model: TicketTableModel, marked: list[int]) -> list[int]:
    """Thousands of marks stay where all rows are marked, and go where others stand between them."""
    if len(marked) <= _MOST_MARKED or set(marked).issuperset(model.ids_in(0, model.rowCount())):
        return marked
    return []


def sought_below(
    model: TicketTableModel,
    store: TicketStore,
    chosen: int,
    marked: Sequence[int],
    place: Place | None,
) -> Below | None:
    """What may stand below the rows read; a current ticket that left the list does not."""
    if not model.canFetchMore(QModelIndex()):
        return None
    is_read = model.place_of(chosen) >= 0
    is_below = not is_read and chosen in store.found_of(model.query, {chosen})
    has_more = marked != [chosen] and any(model.place_of(one) < 0 for one in marked)
    is_deep = place is not None and place.value > 0 and model.place_of(place.ticket_id) < 0
    if not (is_below or has_more or is_deep):
        return None
    return Below(chosen if is_read or is_below else 0, list(marked), place)

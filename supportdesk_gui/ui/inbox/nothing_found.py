"""In place of the list where nothing is found: what was asked for, and what a part less would find."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from supportdesk_gui.text.shortening import shortened
from supportdesk_gui.tickets.query import TicketQuery, relaxed
from supportdesk_gui.ui.components.empty_state import EmptyState
from supportdesk_gui.ui.theme import Theme

_LONGEST, _LONGEST_PART = 120, 40


class NothingFound(EmptyState):
    """Offers the first of the wider questions that finds anything."""

    chosen = Signal(object)
    """The TicketQuery that was offered."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("search", "", "", theme, parent)
        self._query = TicketQuery()

    def show_query(self, query: TicketQuery, seeking: bool) -> None:
        """Say that nothing was found, or with `seeking` not yet."""
        self._query = query
        text = query.text.strip()
        if seeking:
            self.set_texts(self.tr("Looking for the phrase"), "")
        elif text:
            title = self.tr("No ticket matches “{text}”.").format(text=shortened(text, _LONGEST))
            self.set_texts(title, self.tr("Try fewer words, or another filter."))
        else:
            self.set_texts(
                self.tr("No tickets here"),
                self.tr("Drop an export here, or paste a conversation with Ctrl+V."),
            )

    def counted(self, query: TicketQuery, count: int) -> Sequence[TicketQuery]:
        """A count came; the wider questions that should be counted next."""
        wider = relaxed(self._query)
        if query == self._query:
            return [other for _, other in wider] if not count else []
        parts = {other: part for part, other in reversed(wider)}
        if count and query in parts and not self.has_offer:
            words = self._words(parts[query], count)
            self.offer(words, "widerSearchButton", partial(self.chosen.emit, query))
        return []

    def _words(self, part: str, count: int) -> str:
        if part:
            text = self.tr("Show {count} without {part}")
            return text.format(count=f"{count:,}", part=shortened(part, _LONGEST_PART))
        return self.tr("Show {count} of all tickets").format(count=f"{count:,}")

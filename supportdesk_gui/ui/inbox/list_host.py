"""Which page shows ticket and reply at the moment, and what comes after the ticket on view there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from supportdesk_gui.ui.inbox.inbox_page import InboxPage


class PaneHost(Protocol):
    """The inbox with its list, or the review with its queue."""

    def show_tab(self, pane: QWidget) -> None:
        """Bring ticket or reply to the front where they are tabs."""

    def show_ticket(self, ticket_id: int) -> None:
        """Bring a ticket on view."""

    def chosen_ids(self) -> list[int]:
        """The tickets that a change of status is about."""

    def step(self, by: int) -> None:
        """On to the next ticket, or back."""

    def left(self, ids: Sequence[int]) -> None:
        """These tickets were given another status."""

    def bring_back(self, ids: Sequence[int]) -> None:
        """A change of these tickets was undone or done again."""


class ListHost:
    """The inbox: its list says which ticket is meant."""

    def __init__(self, page: InboxPage) -> None:
        self._page = page

    def show_tab(self, pane: QWidget) -> None:
        """Bring ticket or reply to the front where they are tabs."""
        self._page.show_own_tab(pane)

    def show_ticket(self, ticket_id: int) -> None:
        """Make a ticket the current one of the list."""
        self._page.list.choose(ticket_id)

    def chosen_ids(self) -> list[int]:
        """All that are marked, else the one on view, which may have left the list."""
        self._page.list.read_sought()
        shown = self._page.ticket.ticket
        return self._page.list.selected_ids() or ([shown.id] if shown else [])

    def step(self, by: int) -> None:
        """The next row, or the one before."""
        self._page.list.step(by)

    def left(self, ids: Sequence[int]) -> None:
        """They stay where they are."""

    def bring_back(self, ids: Sequence[int]) -> None:
        """They are where they were."""

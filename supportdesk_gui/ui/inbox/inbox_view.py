"""What the inbox shows, carried over to the page that takes its place in another language."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from supportdesk_gui.tickets.query import TicketQuery
    from supportdesk_gui.ui.inbox.inbox_page import InboxPage
    from supportdesk_gui.ui.reply.clipboard_strip import Copied


class ListView(NamedTuple):
    """What the list shows: what was asked for, the marked tickets, how far it was read."""

    query: TicketQuery
    marked: tuple[int, ...]
    loaded: int


class InboxView(NamedTuple):
    """What the page shows: the ticket, the list around it, the version and its language."""

    ticket_id: int
    listed: ListView
    version_id: int
    language: str
    stance: str
    tab: int
    copied: Copied | None


def view_of(page: InboxPage) -> InboxView:
    """What is on view now."""
    ticket = page.ticket.ticket
    return InboxView(
        ticket.id if ticket else 0, page.list.as_shown(), page.reply.version_id,
        page.reply.tabs.current(), page.reply.stance.value, page.tabs.currentIndex(),
        None if page.strip.isHidden() else page.strip.copied,
    )  # fmt: skip


def show_view(page: InboxPage, view: InboxView) -> None:
    """Show what another page of the inbox showed."""
    page.list.show_as(view.listed, view.ticket_id)
    page.reply.head.stances.choose(view.stance)
    page.reply.show_version(view.version_id)
    if view.language != page.reply.tabs.current():
        page.reply.tabs.choose(view.language)
    page.tabs.setCurrentIndex(view.tab)
    if view.copied is not None:
        page.strip.show_copied(view.copied)

"""The order in which F6 goes through the inbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from supportdesk_gui.ui.panes import Pane, pane_after

if TYPE_CHECKING:
    from supportdesk_gui.ui.inbox.inbox_page import InboxPage


def pane_after_focus(page: InboxPage, *, tabbed: bool) -> QWidget:
    """The list, the ticket or the reply: what comes behind the one with the focus."""
    panes = [
        Pane(page.list, page.list.view),
        Pane(page.ticket, page.ticket.conversation),
        Pane(page.reply, page.reply.stack),
    ]
    return pane_after(
        [one for one in panes if one.part.isVisible() or (tabbed and one is not panes[0])]
    ).part

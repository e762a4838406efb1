"""All that can be done with the ticket on view, in one menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from supportdesk_gui.ui.actions import Actions

_NAMES = (
    "done", "skip", "escalate", "reopen", "same_intent", "answered_before", "history", "outgoing", "forget_requester",
)  # fmt: skip


def show_ticket_menu(actions: Actions, parent: QWidget, place: QPoint) -> None:
    """Open the menu at a point of the screen."""
    menu = QMenu(parent)
    menu.setObjectName("ticketMenu")
    for name in _NAMES:
        menu.addAction(actions.action(name))
    menu.insertSeparator(actions.action("forget_requester"))
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(place)
